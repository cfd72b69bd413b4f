"""Lines of a page as an outside reader finds them in a finished PDF: mutool's structured text, columns
cut at given places. Knows nothing of the program that made the page."""
import re
import statistics
import subprocess
import xml.etree.ElementTree as ET

START = set("，。、；：！？”’」』）》〉】〗〕］｝·～／")
END = set("“‘「『（《〈【〖〔［｛")
PUNCTUATION = START | END | set("—…")


def is_han(character):
    return "\u4e00" <= character <= "\u9fff"


def characters(pdf, size):
    """For each page, the (x, y, character) of the body text, in points."""
    text = subprocess.run(
        ["mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf], capture_output=True, check=True
    ).stdout.decode("utf-8", "replace")
    text = re.sub(r'c="&#x?[0-9a-f]{1,2};"', 'c=" "', text)
    for page in ET.fromstring(text).iter("page"):
        found = []
        for font in page.iter("font"):
            if "Serif" not in font.get("name") or abs(float(font.get("size")) - size) > 0.05:
                continue
            for char in font.iter("char"):
                if char.get("c").strip():
                    found.append((float(char.get("x")), float(char.get("y")), char.get("c")))
        yield found


def lines(pdf, size, left, step):
    """Lines of body text in reading order: lists of (x from the column's left, character)."""
    for found in characters(pdf, size):
        rows = {}
        for x, y, char in found:
            # An opening mark at a line's start has its origin half an em before the column.
            column = int((x - left + 0.6 * size) // step)
            rows.setdefault((column, round(y, 1)), []).append((x - left - column * step, char))
        for key in sorted(rows):
            yield sorted(rows[key])


def han_extras(line, size):
    """The space between neighbouring Han characters beyond their frames, in em."""
    return [
        (b[0] - a[0]) / size - 1 for a, b in zip(line, line[1:]) if is_han(a[1]) and is_han(b[1])
    ]


def paragraphs(all_lines, size):
    """Lines by paragraph: a first line is indented."""
    paragraph = []
    for line in all_lines:
        if paragraph and line[0][0] > 1.2 * size:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def figures(all_lines, size):
    """What the lines of a text are like; docs/Comparison.md says what each figure means."""
    count = starts = ends = lonely = on_grid = 0
    means = []
    for paragraph in paragraphs(all_lines, size):
        count += len(paragraph)
        said = [char for _, char in paragraph[-1] if char not in PUNCTUATION]
        lonely += len(paragraph) > 1 and len(said) < 2
        for line in paragraph:
            starts += line[0][1] in START
            ends += line[-1][1] in END
        # A paragraph's last line has no length to reach.
        for line in paragraph[:-1]:
            extras = han_extras(line, size)
            means.append(statistics.fmean(extras) if extras else 0.0)
            cells = [x / size for x, char in line if is_han(char)]
            on_grid += all(abs(cell - round(cell)) < 0.005 for cell in cells)
    sizes = sorted(map(abs, means))
    return {
        "lines": count,
        "loose": sum(mean > 0.1 for mean in means),
        "mean": statistics.fmean(sizes),
        "p95": sizes[int(0.95 * len(sizes))],
        "worst": sizes[-1],
        "starts": starts,
        "ends": ends,
        "lonely": lonely,
        "solid": sum(size < 0.0005 for size in sizes) / len(sizes),
        "on_grid": on_grid / len(sizes),
    }
