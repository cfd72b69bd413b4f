#!/usr/bin/env python3
"""Writes a broadsheet of many stories, as a daily has it: heads of three lines, boxes, a head beside its
text, pictures in three stories of twelve, subheads; the text is the benchmark's (workload.py).

    stories.py STORIES FOLDER

Twelve stories fill a page of 6 × 17 字 and 115 lines; more of them take more pages, the last one less.
"""
import os
import random
import shutil
import sys

import workload

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PHOTOS = os.path.join(ROOT, "editions", "yanjiang", "photos")
# Columns and lines of the twelve frames of a page, both ends included.
FRAMES = [
    ((1, 4), (1, 36)), ((5, 6), (1, 36)),
    ((1, 2), (38, 62)), ((3, 4), (38, 62)), ((5, 6), (38, 62)),
    ((1, 3), (64, 90)), ((4, 6), (64, 90)),
    ((1, 1), (92, 115)), ((2, 3), (92, 115)), ((4, 4), (92, 115)), ((5, 5), (92, 115)), ((6, 6), (92, 115)),
]
BOXED, BESIDE, PICTURED = (3, 8), (6,), (0, 3, 6)
CHARACTERS = 17

LAYOUT = """layout: full
page: {width: 390mm, height: 545mm}
grid: {columns: 6, chars: 17, gutter: 1, lines: 115, size: 9.2pt, pitch: 12pt}
frames:
"""


def layout():
    lines = []
    for index, ((first, last), (top, foot)) in enumerate(FRAMES):
        keys = [f"id: s{index + 1}", "kind: article", f"columns: {first}-{last}", f"lines: {top}-{foot}"]
        if index in BOXED:
            keys.append("box: {rule: 0.3pt, padding: 1}")
        if index in BESIDE:
            keys.append("headline: {lines: 8, position: side, columns: 1}")
        lines.append("  - {" + ", ".join(keys) + "}\n")
    return LAYOUT + "".join(lines)


def story(text, page, index, photos):
    (first, last), (top, foot) = FRAMES[index]
    width = last - first + 1
    room = width * CHARACTERS * (foot - top + 1 - (8 if width > 1 else 5))
    front = [f"id: p{page}s{index + 1}", f'page: "{page}"', f"slot: s{index + 1}", f"byline: 记者 {text.han(3)}"]
    if width > 2:
        front += [f"kicker: {text.han(14)}", f"subtitle: {text.han(18)}"]
    if index in PICTURED:
        columns = 2 if index == 0 else 1
        room -= columns * CHARACTERS * 14
        photo = photos[(page + index) % len(photos)]
        front.append(f"photos: [{{file: photos/{photo}, caption: {text.han(20)}, columns: {columns}}}]")
    (headline, paragraphs), _ = text.article(max(120, int(room * 0.8)))
    front.insert(1, f'title: "{headline[:24] if width > 1 else headline[:12]}"')
    body = []
    for number, paragraph in enumerate(paragraphs):
        if number in (2, 4) and index in (0, 2):
            body.append("### " + text.han(8))
        body.append(paragraph)
    return "---\n" + "\n".join(front) + "\n---\n" + "\n\n".join(body) + "\n"


def write(stories, folder):
    shutil.rmtree(folder, ignore_errors=True)
    for name in ["articles", "layouts", "photos"]:
        os.makedirs(os.path.join(folder, name))
    photos = sorted(name for name in os.listdir(PHOTOS) if name.endswith(".jpg"))
    for name in photos:
        shutil.copy(os.path.join(PHOTOS, name), os.path.join(folder, "photos", name))
    pages = -(-stories // len(FRAMES))

    def put(name, content):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)

    codes = "".join(f'  - {{code: "{page}", layout: layouts/full.yaml}}\n' for page in range(1, pages + 1))
    put("edition.yaml", 'banxin: 1\npaper: 试验\ndate: "2026-01-01"\npages:\n' + codes)
    put("layouts/full.yaml", layout())
    text = workload.Text(7)
    for number in range(stories):
        page, index = number // len(FRAMES) + 1, number % len(FRAMES)
        put(f"articles/{page:02d}-{index + 1:02d}.md", story(text, page, index, photos))


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
