#!/usr/bin/env python3
"""Times the making of lines alone: shaping, breaking, placing, in cold processes of LineBench.

    bench/line_speed.py [--runs 7]      prints a section of docs/Performance.md

CPU time of the whole work, the least of several processes: what else the machine does only adds to it.
"""
import argparse
import os
import subprocess

import workload

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(ROOT, ".build", "bench", "lines")
FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
BUILD = ["swift", "build", "-c", "release", "--product", "LineBench", "--static-swift-stdlib", "-Xswiftc", "-use-ld=lld"]


def paragraphs(pages):
    text = workload.Text(20250101)
    return [p for _ in range(pages) for _, article in text.page() for p in article]


def cases():
    """Name, paragraphs."""
    daily = paragraphs(16)
    million = "".join(daily * 7)[:1_000_000]
    yield "16 pages of articles", daily
    yield "10,000 paragraphs of 100", [million[at : at + 100] for at in range(0, len(million), 100)]
    yield "one paragraph of 10,000", [million[:10_000]]
    yield "one paragraph of 100,000", [million[:100_000]]
    yield "one paragraph of 1,000,000", [million]
    for name, part in [
        ("“（“（ …", "“（"), ("、、、、 …", "、"), ("letters without a space", "abcdefghij"),
        ("internationalization …", "internationalization "), ("digits", "1234567890"), ("a汉a汉 …", "a汉"),
    ]:
        yield f"100,000 of {name}", [(part * 100_000)[:100_000]]


def measure(texts, runs):
    os.makedirs(WORK, exist_ok=True)
    path = os.path.join(WORK, "text.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(texts) + "\n")
    command = [os.path.join(ROOT, ".build", "release", "LineBench"), FONT, "2", "18", path]
    rows = [list(map(int, subprocess.check_output(command).split())) for _ in range(runs)]
    return rows[0][0], min(row[2] for row in rows), min(row[3] for row in rows)


def report(runs):
    lines = [
        "## Lines",
        "",
        "Written by `bench/line_speed.py`: cold processes of `LineBench`, 9 pt in lines of 18 characters, no reading of",
        "editions and no printing. “Set” is breaking and placing; opening English hyphenation patterns, 11 ms, is in it",
        "where a bad line asked for them.",
        "",
        "| text | shape, µs a character | set | both | ms in all |",
        "|---|---|---|---|---|",
    ]
    for name, texts in cases():
        count, shape, placing = measure(texts, runs)
        each = [value / count / 1000 for value in (shape, placing, shape + placing)]
        lines.append(
            f"| {name} | {each[0]:.2f} | {each[1]:.2f} | **{each[2]:.2f}** | {(shape + placing) / 1e6:.0f} |")
    return lines


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    subprocess.run(BUILD, cwd=ROOT, check=True, capture_output=True)
    print("\n".join(report(parser.parse_args().runs)))
