#!/usr/bin/env python3
"""Times banxin against Typst on the same text and writes docs/Performance.md.

    bench/run.py [--runs 5] [--cases 1,16,160]

Both run as cold processes in turn (A B A B …) on one core's work each. The figures are ratios of medians taken
in the same run, since times mean little from machine to machine. Typst comes from PyPI; what
its wheel's Python needs to start is measured too and taken off.
"""
import argparse
import glob
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

import line_speed
import stories
import workload

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(ROOT, ".build", "bench")
BANXIN = os.path.join(ROOT, ".build", "release", "banxin")
FONTS = "/usr/share/fonts/opentype/noto"
TYPST = "0.15.2"
# What the figures are held against; reviewed by hand whenever they change.
TARGETS = """## Targets

Held, in CPU seconds on a core that takes 0.15 s for Typst's page (this run's seconds are its own machine's; the ratios
travel): 1 page to PDF 0.17; 16 pages 0.45; a page to a 150-ppi PNG 0.20 in colour, 0.13 in grey.

A print PDF costs about what a proof does: it is finished in under 15 ms a page of text, while it draws no links or tags.
Measuring its inks, a picture of 50 ppi for each plate, costs nearly twice as much as writing it.

Not held: 160 pages to PDF in 2.2 s and 200 MB, 12 ms for a further page. A further page costs about 20 ms:

- 12 ms in `print`, nearly all of it Cairo's PDF surface: writing the page's stream and compressing it (zlib);
- 5 ms in `make-up`: two fifths of it breaking lines, a third shaping, the rest slots and assembly;
- 1.7 ms in `read`: decoding, and reading the text subset with a place for every character.

All pages are made up before the first is drawn, so memory grows with the edition: 1.3 MB a page of glyph marks."""

STAGES = ["read", "fonts", "make-up", "plates", "print", "inks"]
# What is made of the pages, and what the table calls it.
FORMS = {"pdf": "PDF", "png": "PNG, 150 ppi", "print": "PDF/X, with the inks measured"}


def measure(command):
    """CPU seconds, wall seconds and peak memory in MiB of a command and what it started."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def prepare_typst():
    """The Python of a virtual environment with Typst; None when it cannot be had."""
    python = os.path.join(WORK, "venv", "bin", "python")
    if not os.path.exists(python):
        made = subprocess.run([sys.executable, "-m", "venv", os.path.join(WORK, "venv")])
        if made.returncode != 0:
            return None
    asked = subprocess.run([python, "-m", "pip", "install", "-q", f"typst=={TYPST}"])
    if asked.returncode != 0:
        return None
    # The two collections in use, alone, so that Typst pays for no scan of the system's fonts.
    fonts = os.path.join(WORK, "fonts")
    os.makedirs(fonts, exist_ok=True)
    for name in ["NotoSerifCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"]:
        link = os.path.join(fonts, name)
        if not os.path.lexists(link):
            os.symlink(os.path.join(FONTS, name), link)
    return python


def typst_command(python, folder, form):
    code = (
        "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2],"
        " font_paths=[sys.argv[3]], ignore_system_fonts=True, format=sys.argv[4], ppi=150.0)"
    )
    source = os.path.join(folder, "edition.typ")
    target = os.path.join(folder, "typst-{0p}.png" if form == "png" else "typst.pdf")
    return [python, "-c", code, source, target, os.path.join(WORK, "fonts"), form]


def banxin_command(folder, form):
    formats = "png" if form == "png" else "edition"
    profile = "print" if form == "print" else "proof"
    edition, out = os.path.join(folder, "edition"), os.path.join(folder, "out")
    return [BANXIN, "build", edition, "-o", out, "-f", formats, "--ppi", "150", "--profile", profile, "-j1", "-q"]


def stages(folder):
    """What banxin's last run says of its own stages, in milliseconds."""
    with open(last_run(folder), encoding="utf-8") as file:
        seconds = json.load(file)["seconds"]
    return [seconds[name] * 1000 for name in STAGES]


def compare(pages, form, python, runs):
    folder = os.path.join(WORK, str(pages))
    if form == "print":
        python = None  # Typst makes no PDF/X.
    workload.write(pages, folder)
    ours, theirs, spent = [], [], []
    for turn in range(runs + 1):
        shutil.rmtree(os.path.join(folder, "out"), ignore_errors=True)
        own = measure(banxin_command(folder, form))
        peer = measure(typst_command(python, folder, form)) if python else None
        if turn == 0:
            continue  # The first run of each warms the file cache.
        ours.append(own)
        spent.append(stages(folder))
        if peer:
            theirs.append(peer)
    middle = lambda rows: [statistics.median(column) for column in zip(*rows)]
    return middle(ours), middle(theirs) if theirs else None, middle(spent)


def story_speed(runs):
    """How long making up takes by the number of stories: CPU, so that a busy machine may measure it."""
    lines = [
        "## Stories",
        "",
        "Broadsheet pages of twelve stories (`bench/stories.py`: boxes, pictures, subheads, a head beside its text; some",
        "a few lines too long), from cold processes: CPU milliseconds of `make-up`, all of style, shape, measure, plan, set,",
        "assemble and lint.",
        "",
        "| stories | pages | make-up | a page |",
        "|---|---|---|---|",
    ]
    for count in [12, 24, 48, 96]:
        folder = os.path.join(WORK, f"stories-{count}")
        stories.write(count, os.path.join(folder, "edition"))
        taken = []
        for _ in range(runs):
            command = [BANXIN, "build", os.path.join(folder, "edition"), "-o", os.path.join(folder, "out"), "-f", "json"]
            subprocess.run(command + ["-j1", "-q"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with open(last_run(folder), encoding="utf-8") as file:
                taken.append(json.load(file)["cpu"]["make-up"] * 1000)
        middle, pages = statistics.median(taken), count // len(stories.FRAMES)
        lines.append(f"| {count} | {pages} | {middle:.0f} | **{middle / pages:.0f}** |")
    return lines


def last_run(folder):
    """What banxin says of its last run into a folder."""
    return max(glob.glob(os.path.join(folder, "out", "*.run.json")), key=os.path.getmtime)


def write_report(rows, version):
    lines = [
        "# Speed",
        "",
        "Written by `make bench`. The work is the one of `bench/workload.py`: pages of 390 × 540 mm in six columns",
        "of 18 characters, about 10,800 characters each, set line by line with optimised breaks. Every figure compares",
        "two cold processes on one core, run in turn on one machine; Typst without the start of its Python.",
        "",
        "| work | CPU, Banxin : Typst | wall | memory | CPU s, Banxin | CPU s, Typst | peak MiB |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, own, peer, _ in rows:
        if peer:
            ratios = [f"{a / b:.2f}" for a, b in zip(own, peer)]
            lines.append(
                f"| {name} | **{ratios[0]}** | {ratios[1]} | {ratios[2]} | {own[0]:.2f} | {peer[0]:.2f} |"
                f" {own[2]:.0f} |"
            )
        else:
            lines.append(f"| {name} | – | – | – | {own[0]:.2f} | – | {own[2]:.0f} |")
    lines += [
        "",
        "Where Banxin's time goes, in milliseconds:",
        "",
        "| work | " + " | ".join(STAGES) + " |",
        "|---|" + "---|" * len(STAGES),
    ]
    for name, _, _, spent in rows:
        lines.append(f"| {name} | " + " | ".join(f"{value:.0f}" for value in spent) + " |")
    lines += ["", f"Peer: Typst {version}." if rows[0][2] else "Typst could not be installed here.", ""]
    lines += story_speed(runs=5) + [""]
    lines += line_speed.report(runs=7) + [""]
    lines += TARGETS.splitlines()
    with open(os.path.join(ROOT, "docs", "Performance.md"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    print("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cases", default="1,16,160")
    options = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    subprocess.run(line_speed.BUILD, cwd=ROOT, check=True)
    python = prepare_typst()
    start = [0, 0]
    if python:
        idle = [measure([python, "-c", "import typst"]) for _ in range(options.runs + 1)][1:]
        start = [statistics.median(column) for column in zip(*idle)][:2]
    rows = []
    works = [(int(pages), "pdf") for pages in options.cases.split(",")] + [(1, "png"), (1, "print"), (16, "print")]
    for pages, form in works:
        own, peer, spent = compare(pages, form, python, options.runs)
        if peer:
            peer = [peer[0] - start[0], peer[1] - start[1], peer[2]]
        name = f"{pages} page{'s' if pages > 1 else ''} to {FORMS[form]}"
        rows.append((name, own, peer, spent))
    write_report(rows, TYPST)


if __name__ == "__main__":
    main()
