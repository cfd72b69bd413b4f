"""A new cable-stayed bridge over the river at dawn."""
import math

import numpy as np

from kit import *

W, H = 1500, 990
HZ = 600          # horizon row
SUN = (955, 508)


def sky(seed):
    x, y = grid(W, H)
    t = np.clip((HZ - y) / HZ, 0, 1)
    img = ramp([(0, "ffc98a"), (0.06, "fdb27c"), (0.16, "f0a58c"), (0.32, "c29bb0"), (0.55, "8093c0"), (0.8, "4f6fae"), (1, "35538f")], t)
    d = np.hypot((x - SUN[0]) / 1.5, y - SUN[1])
    img = mix(img, rgb("ffe3ab"), 0.75 * np.exp(-d / 150))
    img += np.exp(-d / 46)[..., None] * np.array([0.5, 0.35, 0.12], np.float32)
    disc = step(39, 36, np.hypot(x - SUN[0], y - SUN[1]))
    tex = Tex(seed, 1.9)
    c = sky_clouds(W, H, HZ, tex, 0.30, 0.13, (0.21, 0.1))
    c2 = sky_clouds(W, H, HZ, tex, 0.62, 0.16, (0.6, 0.35))
    dens = step(0.50, 0.80, c * 0.68 + c2 * 0.32)
    lit = step(0.9, 0.0, np.clip(d / 900, 0, 1))
    edge = np.clip((c - np.roll(c, -10, 0)) * 6 + 0.5, 0, 1)   # under sides catch the light
    cloud = mix(rgb("6f7aa6"), rgb("ffb48c"), np.clip(lit * 0.8 + edge * 0.45, 0, 1))
    cloud = mix(cloud, rgb("ffd9a6"), np.clip(lit * edge * 0.9, 0, 1))
    img = mix(img, cloud, dens * 0.85 * step(0.0, 0.12, t))
    return mix(img, np.array([1.5, 1.32, 0.98], np.float32), disc)


def hills(img, seed):
    x = np.arange(W)
    tex = Tex(seed, 2.4)
    for i, (base, amp, col, fx) in enumerate([(58, 60, "c48f97", 0.8), (34, 42, "a07b95", 1.3), (16, 24, "7a6a8c", 2.0)]):
        ridge = HZ - base - amp * (tex(x / W * fx + i * 0.37 + 0.12, np.full(W, 0.2 * i)) - 0.45) * 2
        y = grid(W, H)[1]
        m = np.clip(y - ridge[None], 0, 1) * (y < HZ + 1)
        fade = np.clip((y - ridge[None]) / (HZ - ridge[None] + 1), 0, 1)
        img = mix(img, mix(rgb(col), rgb("f6b893"), 0.75 * fade), m)
    return img


def skyline(img, seed):
    g = np.random.default_rng(seed)
    for depth, col, n, top in ((0, "b98f9a", 90, 74), (1, "8d7590", 80, 58), (2, "5f5878", 70, 34)):
        L = Layer(W, H)
        for _ in range(n):
            w = g.uniform(9, 30) * (1 + 0.2 * depth)
            x = g.uniform(-20, W)
            far = abs(x - SUN[0]) / W
            h = g.uniform(0.25, 1) ** 1.6 * top * (0.5 + 1.1 * min(1, far * 2.0)) + 8
            c = mix(rgb(col), rgb("ffb98a"), np.float32(max(0, 0.55 - far * 1.7)))
            L.poly([(x, HZ), (x, HZ - h), (x + w, HZ - h), (x + w, HZ)], linear(0, HZ - h, 0, HZ, [(0, c), (1, mix(c, rgb("f2b592"), np.float32(0.55)))]))
            if g.random() < 0.25:
                L.line((x + w / 2, HZ - h), (x + w / 2, HZ - h - g.uniform(5, 16)), c, 1)
            for _ in range(int(h * w / 42)):
                if g.random() < 0.28:
                    L.poly([(px := x + g.uniform(2, w - 3), py := HZ - g.uniform(3, h - 2)), (px + 1.6, py), (px + 1.6, py + 1.8), (px, py + 1.8)], rgb("ffe2a0"), 0.7)
        img = L.onto(img)
    return img


def bridge(L, cam, s):
    """Draws the bridge; s = 1 upright, -1 its mirror image."""
    a, b = np.array([-118.0, 205.0]), np.array([440.0, 900.0])
    ax = (b - a) / np.hypot(*(b - a))
    nx = np.array([ax[1], -ax[0]])
    length = np.hypot(*(b - a))
    haze = rgb("f0b193")

    def P(t, off, y):
        q = a + ax * t + nx * off
        return cam(q[0], s * y, q[1])

    def shade(c, t, k=1.0):
        q = a + ax * t
        d = cam.depth(*q)
        return mix(rgb(c), haze, np.float32(np.clip(1 - math.exp(-max(d - 150, 0) / 720), 0, 1) * k))

    towers, span, deck, top = (150.0, 578.0), 210.0, 40.0, 168.0

    def scale(t):
        q = a + ax * t
        return cam.f / max(cam.depth(*q), 1)

    # piers, far to near
    for t in np.arange(1100, -260, -52):
        if -60 < t < 788:
            continue
        for off in (7, -7):
            c = shade("40395a", t)
            k = 2.0
            L.poly([P(t - k, off, -2), P(t - k, off, deck - 3), P(t + k, off, deck - 3), P(t + k, off, -2)], c)
        L.poly([P(t, -10, deck - 7), P(t, -10, deck - 3), P(t, 10, deck - 3), P(t, 10, deck - 7)], shade("3a3350", t))

    def tower(t):
        for off in (-1, 1):   # two legs, then one mast
            c = shade("4b4263" if off > 0 else "6d5a76", t)
            L.poly([P(t - 4.2, off * 21, -3), P(t - 3, off * 15, deck), P(t - 2.4, off * 2.2, 112), P(t + 2.4, off * 2.2, 112), P(t + 3, off * 15, deck), P(t + 4.2, off * 21, -3)], c)
            L.poly([P(t + 2.4, off * 2.2, 112), P(t + 3, off * 15, deck), P(t + 4.2, off * 21, -3), P(t + 5.6, off * 21, -3), P(t + 4.2, off * 15, deck), P(t + 3.4, off * 2.2, 112)], shade("c98d7c", t))
        L.poly([P(t - 3, -3.6, 104), P(t - 2.3, -2.6, top), P(t + 2.3, 2.6, top), P(t + 3, 3.6, 104)], shade("5a4c6a", t))
        L.poly([P(t + 1.6, 3.6, 104), P(t + 1.2, 2.6, top), P(t + 3.0, 2.6, top), P(t + 3.6, 3.6, 104)], shade("d99a80", t))
        L.poly([P(t - 3, -14, deck - 6), P(t - 3, -14, deck - 1), P(t - 3, 14, deck - 1), P(t - 3, 14, deck - 6)], shade("3c3552", t))
        L.poly([P(t - 9, -26, -2), P(t - 9, -26, 4), P(t - 9, 26, 4), P(t - 9, 26, -2)], shade("3d3650", t))
        L.poly([P(t - 9, 26, -2), P(t - 9, 26, 4), P(t + 9, 26, 4), P(t + 9, 26, -2)], shade("7b6274", t))
        px, py = P(t, 0, top + 3)
        L.disc(px, py, max(1.6, scale(t) * 1.0), rgb("ff5a3c"), 0.95)

    def cables(t, side):
        for i in range(1, 15):
            dt = i * span / 14
            hi = 106 + 58 * i / 14
            for sgn in (-1, 1):
                w = max(0.75, scale(t + sgn * dt / 2) * 0.26)
                L.line(P(t, side * 2.0, hi), P(t + sgn * dt, side * 12.5, deck), shade("e9c6b0" if side > 0 else "8a7389", t + sgn * dt / 2, 0.8), w, 0.92 if side > 0 else 0.7)

    for t in towers[::-1]:
        cables(t, -1)
    for t in towers[::-1]:
        tower(t)
    # deck: bottom, near side, lamps
    ts = np.arange(1150, -261, -12)
    for t1, t0 in zip(ts[:-1], ts[1:]):
        L.poly([P(t0, -13, deck - 3), P(t1, -13, deck - 3), P(t1, 13, deck - 3), P(t0, 13, deck - 3)], shade("2c2840", t0))
        L.poly([P(t0, 13, deck - 3.4), P(t0, 13, deck), P(t1, 13, deck), P(t1, 13, deck - 3.4)], shade("55486a", t0))
        L.poly([P(t0, 13, deck - 0.7), P(t0, 13, deck + 0.5), P(t1, 13, deck + 0.5), P(t1, 13, deck - 0.7)], shade("eab592", t0))
        L.line(P(t0, 13, deck + 1.8), P(t1, 13, deck + 1.8), shade("a98a92", t0), max(0.5, scale(t0) * 0.12))
        L.line(P(t0, 13, deck + 0.5), P(t0, 13, deck + 1.8), shade("a98a92", t0), max(0.5, scale(t0) * 0.12))
    for t in np.arange(1100, -240, -30):
        L.line(P(t, 12, deck), P(t, 12, deck + 10), shade("4b4058", t), max(0.6, scale(t) * 0.2))
        L.line(P(t, 12, deck + 10), P(t, 9, deck + 10.6), shade("4b4058", t), max(0.6, scale(t) * 0.2))
        x, y = P(t, 9, deck + 10.3)
        r = max(1.2, scale(t) * 0.55)
        L.disc(x, y, r * 3.2, rgb("ffdf9a"), 0.18)
        L.disc(x, y, r, rgb("fff2c8"), 1)
    for t in towers[::-1]:
        cables(t, 1)


def boat(L, x, y, k, s, col, glow):
    """A small sculling boat with one figure."""
    L.poly([(x - 60 * k, y - s * 9 * k), (x - 48 * k, y + s * 3 * k), (x + 44 * k, y + s * 3 * k), (x + 66 * k, y - s * 11 * k), (x + 30 * k, y - s * 4 * k), (x - 30 * k, y - s * 3 * k)], col)
    L.c.move_to(x - 30 * k, y - s * 4 * k)
    L.c.curve_to(x - 24 * k, y - s * 26 * k, x + 8 * k, y - s * 26 * k, x + 14 * k, y - s * 4 * k)
    L.c.set_source_rgb(*[float(v) for v in mix(col, glow, np.float32(0.12))])
    L.c.fill()
    L.poly([(x + 34 * k, y - s * 4 * k), (x + 31 * k, y - s * 30 * k), (x + 41 * k, y - s * 31 * k), (x + 42 * k, y - s * 4 * k)], col)
    L.disc(x + 37 * k, y - s * 36 * k, 5 * k, col)
    L.poly([(x + 26 * k, y - s * 37 * k), (x + 37 * k, y - s * 45 * k), (x + 49 * k, y - s * 37 * k)], col)
    L.line((x + 36 * k, y - s * 26 * k), (x + 78 * k, y + s * 2 * k), col, 2 * k)


def paint():
    cam = Camera((0, 9, 0), 800, 640, HZ, 0.12)
    back = skyline(hills(sky(11), 12), 13)
    up, down = Layer(W, H), Layer(W, H)
    bridge(up, cam, 1)
    bridge(down, cam, -1)
    img = up.onto(back)
    # mirror world
    x, y = grid(W, H)
    mirror = sample(back, x, np.clip(2 * HZ - y, 0, H - 1)) * 0.93
    mirror = down.onto(mirror)
    Lb = Layer(W, H)
    boat(Lb, 720, 806, 1.05, -1, rgb("2c2638"), rgb("ffbb88"))
    mirror = Lb.onto(mirror)
    wtr, r = water(mirror, HZ, 9, 800, Tex(15, 1.3), 0.62, rgb("3b4a72"), 0.5, 0.011)
    below = np.clip(y - HZ, 0, 1)
    glint = step(0.06, 0.20, r) * np.exp(-np.abs(x - SUN[0]) / (40 + np.maximum(y - HZ, 0) * 0.45)) * step(0, 30, y - HZ)
    wtr = wtr + glint[..., None] * np.array([0.75, 0.5, 0.26], np.float32)
    img = mix(img, wtr, below * (y > HZ))
    # piers and legs stand in front of the water where they reach below the horizon
    c, a = up.read()
    img = img * (1 - a) + c
    # mist over the water
    t = Tex(17, 2.0)
    m = np.exp(-((y - HZ - 4) / 30) ** 2) * (0.35 + 0.9 * t(x / W * 0.6, y / H * 1.6))
    img = mix(img, rgb("ffd0a8"), np.clip(m, 0, 1) * 0.62)
    m2 = np.exp(-((y - HZ - 55) / 30) ** 2) * step(0.5, 0.85, t(x / W * 0.45 + 0.4, y / H * 2.4))
    img = mix(img, rgb("f3c3ae"), m2 * 0.4)
    L = Layer(W, H)
    boat(L, 720, 800, 1.05, 1, rgb("241f30"), rgb("ffbb88"))
    for i in range(7):   # wake
        L.line((655 - i * 26, 804 + i * 3.0), (610 - i * 34, 806 + i * 4.2), rgb("ffd7b0"), 1.4, 0.5 - i * 0.06)
    g = np.random.default_rng(21)
    for _ in range(11):  # gulls
        gx, gy, k = g.uniform(240, 620), g.uniform(110, 330), g.uniform(4, 9)
        L.c.move_to(gx - k, gy - k * 0.35)
        L.c.curve_to(gx - k * 0.4, gy - k * 0.6, gx - k * 0.1, gy - k * 0.1, gx, gy)
        L.c.curve_to(gx + k * 0.1, gy - k * 0.1, gx + k * 0.4, gy - k * 0.7, gx + k, gy - k * 0.2)
        L.c.set_source_rgba(0.2, 0.18, 0.3, 0.85)
        L.c.set_line_width(1.5)
        L.c.stroke()
    img = L.onto(img)
    R = Layer(W, H)
    for side in (0, 1):   # reeds in the near corners
        for _ in range(230):
            u = g.random() ** 1.7
            bx = (u * 360) if side == 0 else W - u * 300
            hgt = g.uniform(50, 200) * (1 - u * 0.75)
            lean = g.normal(18 if side == 0 else -14, 22)
            col = mix(rgb("1b1826"), rgb("6b4a44"), np.float32(g.random() ** 3))
            R.c.move_to(bx, H + 5)
            R.c.curve_to(bx, H - hgt * 0.5, bx + lean * 0.4, H - hgt * 0.8, bx + lean, H - hgt)
            R.c.set_source_rgba(*[float(v) for v in col], 0.95)
            R.c.set_line_width(g.uniform(1, 2.8))
            R.c.stroke()
            if g.random() < 0.3:
                R.c.save()
                R.c.translate(bx + lean, H - hgt)
                R.c.rotate(math.atan2(-hgt * 0.2, lean * 0.6) + math.pi / 2)
                R.disc(0, 0, 3, mix(col, rgb("a8735a"), np.float32(0.5)), 0.95, 15)
                R.c.restore()
    img = R.onto(img, 1)
    return finish(img, 19, bloom=0.22, threshold=0.74, grain=0.014, vignette=0.25, contrast=0.35)
