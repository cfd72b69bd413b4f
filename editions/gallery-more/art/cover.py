"""The cover of the weekend: a swallow kite over the river beach, painted with the kit of editions/yanjiang/art."""
import math

import cairo
import numpy as np

from kit import Layer, Tex, finish, grid, linear, mix, ramp, rgb, sky_clouds, step

W, H, HZ = 1250, 1392, 850


def path(c, *segments):
    """Moves, lines and curves by the number of their coordinates, closed."""
    c.move_to(*segments[0])
    for s in segments[1:]:
        c.line_to(*s) if len(s) == 2 else c.curve_to(*s)
    c.close_path()


def fill(c, colour, alpha=1.0, line=None):
    c.set_source_rgba(*[float(v) for v in rgb(colour)], alpha)
    if line:
        c.set_line_width(line)
        c.stroke()
    else:
        c.fill()


def ring(c, x, y, r, colour, line=None, a0=0.0, a1=2 * math.pi):
    c.new_sub_path()
    c.arc(x, y, r, a0, a1)
    fill(c, colour, line=line)


def peony(c, x, y, r, colour):
    for i in range(6):
        a = i * math.pi / 3
        ring(c, x + math.cos(a) * r * 0.55, y + math.sin(a) * r * 0.55, r * 0.5, colour)
    ring(c, x, y, r * 0.42, "f6d27a")
    ring(c, x, y, r * 0.18, colour)


def swallow(L, x, y, size, turn, dark="1c2c4d", warm="c9252b"):
    """A swallow kite, wings `size` from the middle to a tip."""
    c = L.c
    c.save()
    c.translate(x, y)
    c.rotate(turn)
    c.scale(size, size)
    wing = ((0.0, -0.16), (0.3, -0.36, 0.7, -0.36, 0.93, -0.22), (1.05, -0.14, 1.04, 0.06, 0.92, 0.1), (0.7, 0.02, 0.36, 0.1, 0.0, 0.24))
    tail = ((0.0, 0.2), (0.1, 0.22), (0.2, 0.5, 0.34, 0.78, 0.5, 1.06), (0.3, 1.02, 0.12, 0.84, 0.0, 0.62))
    for side in (1, -1):
        c.save()
        c.scale(side, 1)
        path(c, *tail); fill(c, dark)
        path(c, (0.05, 0.4), (0.15, 0.6, 0.26, 0.82, 0.4, 0.98), (0.24, 0.92, 0.12, 0.78, 0.05, 0.62)); fill(c, "f4ead2")
        for k in range(4):
            ring(c, 0.11 + k * 0.075, 0.6 + k * 0.1, 0.034, warm)
        path(c, *wing); fill(c, dark)
        path(c, (0.12, -0.14), (0.34, -0.29, 0.68, -0.3, 0.88, -0.19), (0.97, -0.13, 0.97, 0.02, 0.9, 0.05), (0.68, -0.03, 0.36, 0.05, 0.12, 0.15)); fill(c, "f4ead2")
        path(c, (0.16, -0.12), (0.36, -0.25, 0.66, -0.26, 0.84, -0.16), (0.92, -0.11, 0.92, 0.0, 0.86, 0.01), (0.66, -0.06, 0.36, 0.01, 0.16, 0.1)); fill(c, "2f7f8c")
        for k in range(7):                     # 翅上的羽纹
            xx = 0.24 + k * 0.09
            path(c, (xx, -0.2 + abs(k - 2) * 0.012), (xx + 0.05, -0.14, xx + 0.05, -0.06, xx + 0.01, -0.02 + k * 0.004), (xx + 0.02, -0.06, xx + 0.02, -0.14, xx, -0.2 + abs(k - 2) * 0.012))
            fill(c, "f4ead2" if k % 2 else "f0b93a")
        peony(c, 0.3, -0.09, 0.1, warm)
        peony(c, 0.8, -0.07, 0.075, warm)
        ring(c, 0.55, -0.1, 0.055, "f0b93a"); ring(c, 0.55, -0.1, 0.03, warm)
        c.restore()
    path(c, (0, -0.38), (0.2, -0.36, 0.2, 0.2, 0.1, 0.34), (0.05, 0.42, -0.05, 0.42, -0.1, 0.34), (-0.2, 0.2, -0.2, -0.36, 0, -0.38)); fill(c, dark)
    path(c, (0, -0.02), (0.12, -0.02, 0.12, 0.2, 0, 0.36), (-0.12, 0.2, -0.12, -0.02, 0, -0.02)); fill(c, "f4ead2")
    for k in range(5):
        for j in range(k + 1):
            if abs(j - k / 2) * 0.05 < 0.09 - abs(k - 2) * 0.01:
                ring(c, (j - k / 2) * 0.05, 0.03 + (4 - k) * 0.058, 0.02, (warm, "f0b93a", "2f7f8c")[(j + k) % 3])
    path(c, (-0.15, -0.06), (-0.08, 0.02, 0.08, 0.02, 0.15, -0.06), (0.08, -0.02, -0.08, -0.02, -0.15, -0.06)); fill(c, warm)
    for side in (1, -1):                        # 眉眼
        ring(c, side * 0.075, -0.2, 0.062, "f4ead2")
        ring(c, side * 0.068, -0.19, 0.034, "11151f")
        ring(c, side * 0.058, -0.202, 0.011, "ffffff")
        c.move_to(side * 0.02, -0.27)
        c.curve_to(side * 0.05, -0.32, side * 0.12, -0.31, side * 0.15, -0.25)
        fill(c, warm, line=0.022)
    path(c, (0, -0.17), (0.035, -0.11, 0.03, -0.08, 0, -0.05), (-0.03, -0.08, -0.035, -0.11, 0, -0.17)); fill(c, "f0b93a")
    c.restore()


def light_from_the_left(img, kite, x, y, size):
    """Sunlit paper: a little brighter at the upper left of the kite, a little darker at the lower right."""
    xx, yy = grid(W, H)
    _, alpha = kite.read()
    slope = np.clip(((x - xx) + (y - yy) * 0.7) / (size * 1.6), -1, 1)
    return img * (1 + 0.16 * slope * alpha[..., 0])[..., None]


def diamond(L, x, y, s, turn, colour, stripe, tail=7):
    c = L.c
    c.save()
    c.translate(x, y)
    c.rotate(turn)
    c.move_to(0, s * 1.2)
    c.curve_to(-s * 0.9, s * 2.2, s * 0.8, s * 3.0, -s * 0.3, s * (1.4 + tail * 0.5))
    fill(c, stripe, 0.9, line=max(1.0, s * 0.06))
    path(c, (0, -s), (s * 0.72, -s * 0.1), (0, s * 1.25), (-s * 0.72, -s * 0.1)); fill(c, colour)
    path(c, (0, -s), (s * 0.72, -s * 0.1), (0, -s * 0.1)); fill(c, stripe)
    path(c, (0, s * 1.25), (-s * 0.72, -s * 0.1), (0, -s * 0.1)); fill(c, stripe)
    c.restore()


def centipede(L, x0, y0, n, s):
    """A string kite: a head and discs that get smaller with distance."""
    c = L.c
    points = [(x0 + i * s * 1.55, y0 - 70 * math.sin(i / 4.6) - i * s * 0.42) for i in range(n)]
    for i, (x, y) in reversed(list(enumerate(points))):
        r = s * (1 - i * 0.032)
        c.move_to(x - r * 2.1, y + r * 0.35)
        c.line_to(x + r * 2.1, y - r * 0.35)
        fill(c, "5b3a24", 0.9, line=max(1.0, r * 0.09))
        ring(c, x, y, r, ("c9252b", "f0b93a", "2f7f8c")[i % 3])
        ring(c, x, y, r * 0.62, "f4ead2")
        ring(c, x, y, r * 0.34, ("c9252b", "2f7f8c", "c9252b")[i % 3])
    x, y = points[0]
    ring(c, x - s * 0.2, y, s * 1.25, "c9252b"); ring(c, x - s * 0.2, y, s * 0.9, "f0b93a")
    for d in (-1, 1):
        ring(c, x - s * 0.5, y + d * s * 0.38, s * 0.24, "11151f")


def figure(L, x, y, h, coat, trousers, hair="241c1a", lift=0.0, child=False):
    """Seen from behind, feet at y; one arm lifted to the line. Gives back where the hand is."""
    c = L.c
    head = h * (0.085 if child else 0.066)
    body = linear(x - h * 0.14, 0, x + h * 0.14, 0, [(0, np.clip(rgb(coat) * 1.2, 0, 1)), (0.5, rgb(coat)), (1, rgb(coat) * 0.62)])
    for d in (-1, 1):
        L.poly([(x + d * 0.045 * h, y - 0.46 * h), (x + d * (0.06 + lift * 0.05) * h, y)], rgb(trousers), close=False, width=0.085 * h)
        L.disc(x + d * (0.06 + lift * 0.05) * h, y, 0.05 * h, rgb("e9e4d8"), 1, 0.018 * h)
    path(c, (x - 0.1 * h, y - 0.42 * h), (x - 0.13 * h, y - 0.62 * h, x - 0.15 * h, y - 0.8 * h, x - 0.04 * h, y - 0.84 * h), (x + 0.04 * h, y - 0.84 * h), (x + 0.15 * h, y - 0.8 * h, x + 0.13 * h, y - 0.62 * h, x + 0.1 * h, y - 0.42 * h))
    c.set_source(body)
    c.fill()
    hand = (x - 0.2 * h, y - (0.82 + lift * 0.2) * h)
    L.poly([(x - 0.1 * h, y - 0.77 * h), (x - 0.17 * h, y - 0.66 * h), hand], rgb(coat) * 0.86, close=False, width=0.062 * h)
    L.poly([(x + 0.1 * h, y - 0.77 * h), (x + 0.15 * h, y - 0.6 * h), (x + 0.04 * h, y - 0.54 * h)], rgb(coat) * 0.7, close=False, width=0.062 * h)
    L.disc(*hand, 0.032 * h, rgb("d9a079"))
    L.poly([(x, y - 0.82 * h), (x, y - 0.89 * h)], rgb("c88f69"), close=False, width=0.05 * h)
    L.disc(x, y - 0.9 * h - head * 0.5, head, rgb(hair), 1, head * 1.12)
    return hand


def thread(L, a, b, sag):
    c = L.c
    c.move_to(*a)
    c.curve_to(a[0] + (b[0] - a[0]) * 0.3, a[1] + (b[1] - a[1]) * 0.3 + sag, a[0] + (b[0] - a[0]) * 0.7, a[1] + (b[1] - a[1]) * 0.7 + sag, *b)
    fill(c, "fdfaf0", 0.75, line=1.6)


def ground(img):
    """Hills, the bridge and the town at the horizon, the river, the beach with its grass."""
    x, y = grid(W, H)
    tex, fine = Tex(73, 2.2), Tex(74, 1.1)
    for k, (base, height, colour) in enumerate(((HZ + 4, 150, "a9c3d3"), (HZ + 6, 96, "86a9b8"), (HZ + 8, 46, "6b949c"))):
        ridge = base - height * (0.35 + 0.9 * np.abs(tex(x[0] / (1500 - k * 300) + k * 0.31, 0.2 + k * 0.17) - 0.32))
        img = mix(img, rgb(colour), step(0, 3, y - ridge[None, :]) * (0.72 + 0.08 * k))
    L = Layer(W, H)
    g = np.random.default_rng(75)
    for i in range(64):
        bx, bh, bw = 20 + i * 18.5 + g.uniform(-5, 5), g.uniform(10, 44), g.uniform(9, 20)
        L.poly([(bx, HZ + 6), (bx, HZ + 6 - bh), (bx + bw, HZ + 6 - bh), (bx + bw, HZ + 6)], mix(rgb("7f9fae"), rgb("a8bfc6"), np.float32(g.random())))
    for tower in (250, 560):
        L.poly([(tower - 9, HZ + 10), (tower, HZ - 190), (tower + 9, HZ + 10)], rgb("4f7690"))
        for k in range(1, 13):
            for d in (-1, 1):
                L.line((tower, HZ - 186 + k * 5), (tower + d * k * 12.3, HZ - 12), rgb("4f7690"), 1.3, 0.75)
    L.line((0, HZ - 11), (W, HZ - 11), rgb("4f7690"), 5)
    L.line((0, HZ - 7), (W, HZ - 7), rgb("2f5068"), 2)
    img = L.onto(img)
    river = (y > HZ + 6)
    depth = np.clip((y - HZ - 6) / 130, 0, 1)
    ripple = fine(x / (900 - 500 * depth), y / 40) - 0.5
    img = np.where(river[..., None], mix(ramp([(0, "cfe0e0"), (0.4, "8fb9c6"), (1, "4d87a0")], np.clip(depth + ripple * 0.5, 0, 1)), rgb("fff2cf"), np.exp(-((x - 170) / 230) ** 2) * (0.55 - 0.3 * depth) * (0.6 + ripple)), img)
    bank = HZ + 104 + 26 * np.sin(x / 330 + 1.1) + 12 * np.sin(x / 90) - 0.03 * x
    near = np.clip((y - bank) / (H - HZ - 100), 0, 1)
    blades = fine(x / 300 + y / 2600, y / 900) * 0.6 + fine(x / 90, y / 260 + 0.4) * 0.4
    meadow = ramp([(0, "2c4a2b"), (0.35, "4d7a36"), (0.65, "86a844"), (1, "c8cf6f")], np.clip(0.62 - 0.42 * near + (blades - 0.5) * 0.7 + 0.18 * np.exp(-((x - 120) / 420) ** 2), 0, 1))
    sand = mix(rgb("e6d3a4"), rgb("b99f6c"), np.clip(near * 6 + blades - 0.6, 0, 1))
    img = mix(img, sand, step(0, 4, y - bank))
    return mix(img, meadow, step(10, 26, y - bank + 16 * (blades - 0.5)))


def grass(L, g, n, top, bottom, tall):
    for _ in range(n):
        x, y = g.uniform(-10, W + 10), g.uniform(top, bottom)
        k = (y - top) / (bottom - top)
        h, lean = tall * (0.4 + 0.6 * k) * g.uniform(0.5, 1.2), g.uniform(-0.1, 0.45)
        tone = mix(rgb("24401f"), rgb("b4c65c"), np.float32(g.uniform(0.1, 0.85)))
        L.c.move_to(x, y)
        L.c.curve_to(x + lean * h * 0.2, y - h * 0.5, x + lean * h * 0.6, y - h * 0.8, x + lean * h, y - h)
        L.c.set_source_rgba(*[float(v) for v in tone], 0.85)
        L.c.set_line_width(1.1 + 1.7 * k)
        L.c.stroke()
        if g.random() < 0.012:
            L.disc(x + lean * h, y - h, 3.2 + 2 * k, rgb(("f6d84a", "f4f0e4", "e07a5a")[int(g.integers(3))]))


def kites():
    x, y = grid(W, H)
    img = ramp([(0, "1f62a6"), (0.3, "4790c8"), (0.6, "9ccbe2"), (0.84, "e7eedd"), (1, "fbe6bf")], np.clip(y / HZ + 0.05 * (x / W - 0.5), 0, 1))
    cloud = sky_clouds(W, H, HZ, Tex(71, 2.1), scale=0.42, depth=0.2, off=(0.37, 0.12))
    veil = step(0.5, 0.86, cloud) * step(HZ, HZ * 0.72, y) * (0.35 + 0.5 * step(0, 420, y))
    img = mix(img, rgb("fffaf0"), np.clip(veil, 0, 0.92))
    sun = np.exp(-np.hypot((x - 150) / 300, (y - 740) / 230))
    img = img + sun[..., None] * np.array([0.34, 0.25, 0.08], np.float32)
    img = ground(np.clip(img, 0, 1.3))
    g = np.random.default_rng(77)
    L = Layer(W, H)
    for _ in range(16):
        xx, yy, s = g.uniform(60, 1150), g.uniform(430, 760), g.uniform(5, 12)
        diamond(L, xx, yy, s, g.uniform(-0.4, 0.4), ("c9252b", "f0b93a", "2f7f8c", "6a4a8c")[int(g.integers(4))], "f4ead2", 4)
    swallow(L, 1120, 400, 66, 0.2, "5a2340", "e2683a")
    swallow(L, 380, 585, 44, -0.2, "24563f", "c9252b")
    diamond(L, 170, 440, 46, -0.25, "e2683a", "f6d27a")
    centipede(L, 800, 735, 13, 16)
    img = L.onto(img)
    B = Layer(W, H)
    swallow(B, 660, 285, 330, -0.14)
    img = light_from_the_left(B.onto(img), B, 660, 285, 330)
    L = Layer(W, H)
    grass(L, g, 2600, HZ + 150, H - 40, 46)
    child = figure(L, 985, 1330, 172, "d8432f", "2b3c5c", lift=0.5, child=True)
    elder = figure(L, 1120, 1346, 268, "35608a", "3b3a3e", hair="d9d5cc")
    figure(L, 1012, 1066, 60, "e3b23c", "3a3f4a", lift=0.6, child=True)
    figure(L, 972, 1062, 90, "7a4a68", "2b2b33")
    thread(L, child, (660, 335), 90)
    thread(L, elder, (1120, 414), 40)
    L.disc(elder[0] - 6, elder[1] + 6, 13, rgb("8a5a2c"), 1, 17)
    L.disc(elder[0] - 6, elder[1] + 6, 7, rgb("f4ead2"), 1, 10)
    grass(L, g, 900, H - 60, H + 30, 74)
    img = L.onto(img)
    return finish(img, 78, bloom=0.14, threshold=0.82, grain=0.004, vignette=0.2, contrast=0.3, warmth=0.012)
