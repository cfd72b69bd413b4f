#!/usr/bin/env python3
"""Sets one text with banxin and with Typst at several measures, reads both PDFs back and writes
docs/Comparison.md.

    bench/compare.py [--pages 16] [--measures 11,13,17,18,20]

Only what mutool finds in the PDFs is counted; nothing is asked of either program.
"""
import argparse
import os
import shutil
import subprocess
import sys

import lines
import run
import workload

SIZE = 9.0


def set_with_banxin(folder):
    out = os.path.join(folder, "out")
    shutil.rmtree(out, ignore_errors=True)
    made = subprocess.run(run.banxin_command(folder, "pdf"), stderr=subprocess.DEVNULL)
    if made.returncode not in (0, 3):
        sys.exit("banxin failed")
    return os.path.join(out, "current", "edition.pdf")


def set_with_typst(python, folder):
    subprocess.run(run.typst_command(python, folder, "pdf"), check=True)
    return os.path.join(folder, "typst.pdf")


def figures(pdf, measure, hair):
    """`hair`: what the peer's column is wider than its characters, in points."""
    left = (390 / 25.4 * 72 - workload.type_width(measure)) / 2 - hair
    step = measure * SIZE + workload.GUTTER
    return lines.figures(lines.lines(pdf, SIZE, left, step), SIZE)


HEAD = """# Banxin and Typst, line by line

Written by `bench/compare.py` (`make compare`). {pages} pages of random newspaper text (`bench/workload.py`: 2,500 Han
characters by frequency, ordinary punctuation, 5 % Latin and digits), the same text, font (Noto Serif CJK SC 9 pt),
measure and paragraph indent, set by Banxin and by Typst {version}. Both PDFs are read back by mutool; nothing is asked of
either program. Measures are in characters.

| measure | | lines | mean extra > 1/10 em | extra, mean | extra, 95 % | worst | forbidden starts, ends | one character last | Han set solid | Han on whole cells |
|---|---|---|---|---|---|---|---|---|---|---|
"""

FOOT = """
Lines: all of the body text. The rest counts lines that have a length to reach, which a paragraph's last has not. Extra is the space between two
neighbouring Han characters beyond their frames, in em, its mean over a line; of these, the mean over all lines, the
value that 95 % of them stay below, and the worst. “Han set solid”: lines in which no two Han characters stand apart. “On whole cells”: lines
in which every Han character stands at a whole number of characters from the column's edge, as on squared paper.

A narrow line of Han characters alone cannot be squeezed; where a mark must not open the next line, it is set a character short
and opened by 1/10 em and more: most loose lines at 11 and 13 characters are such.
"""


def row(measure, name, found):
    return (
        f"| {measure} | {name} | {found['lines']} | {found['loose']} | {found['mean']:.4f} | {found['p95']:.3f} |"
        f" {found['worst']:.3f} | {found['starts']}, {found['ends']} | {found['lonely']} |"
        f" {found['solid']:.1%} | {found['on_grid']:.1%} |\n"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=16)
    parser.add_argument("--measures", default="11,13,17,18,20")
    options = parser.parse_args()
    os.makedirs(run.WORK, exist_ok=True)
    python = run.prepare_typst()
    text = HEAD.format(pages=options.pages, version=run.TYPST)
    for measure in [int(m) for m in options.measures.split(",")]:
        folder = os.path.join(run.WORK, f"measure-{measure}")
        workload.write(options.pages, folder, measure)
        text += row(measure, "Banxin", figures(set_with_banxin(folder), measure, 0))
        if python:
            hair = 0.015 * workload.columns_of(measure)
            text += row(measure, "Typst", figures(set_with_typst(python, folder), measure, hair))
        print(text.splitlines()[-2 if python else -1], text.splitlines()[-1], sep="\n")
    with open(os.path.join(run.ROOT, "docs", "Comparison.md"), "w", encoding="utf-8") as file:
        file.write(text + FOOT)


if __name__ == "__main__":
    main()
