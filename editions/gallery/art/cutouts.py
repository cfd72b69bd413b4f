"""Draws what the gallery shows in another shape than a rectangle: python cutouts.py (needs pillow).
portrait.png, a columnist as a circle; dress-form.png, a tailor's figure cut out by its transparency."""
import math
import pathlib

from PIL import Image, ImageDraw

PHOTOS = pathlib.Path(__file__).resolve().parent.parent / "photos"
FINE = 4                                        # drawn four times as large, then made smaller: soft edges


class Sheet:
    def __init__(self, w, h, ground):
        self.image = Image.new("RGBA", (w * FINE, h * FINE), ground)
        self.draw = ImageDraw.Draw(self.image)

    def area(self, points, ink):
        self.draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=ink)

    def disc(self, x, y, rx, ry, ink):
        self.draw.ellipse([(x - rx) * FINE, (y - ry) * FINE, (x + rx) * FINE, (y + ry) * FINE], fill=ink)

    def line(self, points, ink, weight):
        points = [(x * FINE, y * FINE) for x, y in points]
        self.draw.line(points, fill=ink, width=round(weight * FINE), joint="curve")
        for x, y in (points[0], points[-1]):    # round ends
            r = weight * FINE / 2
            self.draw.ellipse([x - r, y - r, x + r, y + r], fill=ink)

    def save(self, name, ppi, colours=48):
        w, h = self.image.size
        picture = self.image.resize((w // FINE, h // FINE), Image.LANCZOS)
        picture = picture.quantize(colours, method=Image.Quantize.FASTOCTREE)
        picture.save(PHOTOS / name, optimize=True, dpi=(ppi, ppi))


def curve(*points, steps=24):
    """A smooth line through points (Catmull and Rom)."""
    out = []
    for i in range(len(points) - 1):
        p = [points[max(0, i - 1)], points[i], points[i + 1], points[min(len(points) - 1, i + 2)]]
        for n in range(steps):
            t = n / steps
            out.append(tuple(
                0.5 * (2 * p[1][k] + (p[2][k] - p[0][k]) * t + (2 * p[0][k] - 5 * p[1][k] + 4 * p[2][k] - p[3][k]) * t * t
                       + (3 * p[1][k] - p[0][k] - 3 * p[2][k] + p[3][k]) * t ** 3) for k in (0, 1)))
    return out + [points[-1]]


def mirrored(points, middle):
    return points + [(2 * middle - x, y) for x, y in reversed(points)]


def portrait():
    """A columnist whom nobody is: round glasses, grey hair, a scarf."""
    s = Sheet(420, 420, "#dfe6e4")
    ink, skin, hair, coat, scarf = "#2d2f36", "#eac3a0", "#5b5f66", "#35506b", "#b9603f"
    s.area(mirrored(curve((30, 430), (60, 335), (130, 300), (178, 285)), 210), coat)
    s.area(mirrored(curve((172, 240), (172, 280), (180, 310), (210, 330)), 210), "#d9ac87")
    s.area(mirrored(curve((138, 308), (150, 286), (176, 280), (210, 300)) + curve((210, 348), (170, 340), (138, 308)), 210), scarf)
    s.area([(196, 330), (228, 330), (246, 420), (204, 420)], "#a4502f")
    s.disc(210, 158, 92, 88, hair)
    s.area(mirrored(curve((134, 150), (132, 190), (140, 226), (168, 262), (210, 278)) + [(210, 130)], 210), skin)
    s.disc(133, 188, 13, 20, skin); s.disc(287, 188, 13, 20, skin)
    s.area(curve((124, 176), (130, 116), (180, 84), (244, 84), (290, 118), (297, 176), (282, 146), (250, 128), (214, 132), (176, 118), (146, 138), (124, 176)), hair)
    for d in (-1, 1):
        x = 210 + d * 42
        s.disc(x, 186, 33, 31, ink); s.disc(x, 186, 28, 26, "#f4e3d2")
        s.disc(x, 188, 6, 7, ink)
        s.line(curve((x - 18, 149), (x, 144), (x + 18, 149)), "#4a4d54", 5)
        s.line([(210 + d * 74, 182), (210 + d * 84, 178)], ink, 5)
    s.line(curve((201, 182), (210, 178), (219, 182)), ink, 5)
    s.line(curve((208, 196), (203, 218), (214, 222)), "#b98a66", 4)
    s.line(curve((184, 240), (210, 250), (238, 238)), "#8c4a3a", 5)
    s.save("portrait.png", 300)


def dress_form():
    """人台 on its stand, a tape measure round its neck."""
    w, h = 380, 660
    s = Sheet(w, h, (0, 0, 0, 0))
    wood, cloth, shade, seam, tape = "#7a5230", "#d8c8ae", "#c2ae90", "#8f7b5e", "#e2b23c"
    m = w / 2
    s.line([(m, 430), (m, 590)], wood, 13)
    for x, y in ((m - 96, 640), (m + 96, 640), (m, 648)):
        s.line(curve((m, 575), ((m + x) / 2, 592), (x, y)), wood, 11)
    s.disc(m, 470, 15, 11, "#5d3d22")
    body = mirrored(curve((m - 34, 66), (m - 40, 96), (m - 98, 122), (m - 120, 160), (m - 112, 216), (m - 98, 266), (m - 74, 338), (m - 92, 396), (m - 118, 448)), m)
    s.area(body, cloth)
    right = curve((m + 34, 66), (m + 40, 96), (m + 98, 122), (m + 120, 160), (m + 112, 216), (m + 98, 266), (m + 74, 338), (m + 92, 396), (m + 118, 448))
    s.area(right + list(reversed([(x - 34, y) for x, y in right])), shade)
    s.disc(m, 66, 34, 12, wood); s.disc(m, 48, 9, 12, wood); s.disc(m, 30, 13, 14, "#5d3d22")
    s.line([(m, 80), (m, 446)], seam, 2)
    for d in (-1, 1):
        s.line(curve((m + d * 66, 112), (m + d * 52, 250), (m + d * 34, 338), (m + d * 46, 446)), seam, 2)
    s.line(curve((m - 76, 338), (m, 350), (m + 76, 338)), seam, 2)
    s.area(mirrored([(m - 120, 440), (m - 122, 456)], m), wood)
    for d in (-1, 1):                           # 软尺
        s.line(curve((m + d * 40, 92), (m + d * 58, 150), (m + d * 52, 236), (m + d * 58, 312)), tape, 13)
        for n in range(11):
            y = 120 + n * 17
            s.line([(m + d * 49, y), (m + d * (58 if n % 5 else 62), y)], "#6b4a12", 1.6)
    s.line(curve((m - 42, 92), (m, 112), (m + 42, 92)), tape, 13)
    for x, y in ((m - 20, 180), (m - 8, 196), (m - 24, 205)):   # 大头针
        s.line([(x, y), (x + 9, y + 7)], "#9aa0a8", 1.6); s.disc(x, y, 4, 4, "#b5161f")
    s.save("dress-form.png", 240)


portrait()
dress_form()
