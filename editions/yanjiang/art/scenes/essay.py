"""Ink wash: the river and distant hills."""
import math

import numpy as np

from kit import *

W, H = 1500, 880


def paint():
    x, y = grid(W, H)
    t1, t2, t3 = Tex(51, 2.3), Tex(52, 1.5), Tex(53, 0.6)
    ink = np.zeros((H, W), np.float32)         # optical density
    fibre = t3(x / 380, y / 300) * 0.6 + t3(x / 160 + 0.3, y / 420) * 0.4

    def ridge(base, amp, u, f, rough, peaks=()):
        xx = np.arange(W) / W
        r = base - amp * (t1(xx * f + u, np.full(W, u * 1.7)) - 0.35) * 2 - rough * (t2(xx * f * 3 + u, np.full(W, u)) - 0.5)
        for cx, hgt, wd in peaks:
            d = np.abs(xx - cx) / wd
            r = r - hgt * np.exp(-d ** 1.5) * (1 + 0.10 * (t2(xx * 9 + u, np.full(W, 0.3 + u)) - 0.5))
        return r

    def wash(r, strength, fade, edge=1.0, texture=0.35, wrinkles=0.0, u=0.0):
        nonlocal ink
        d = y - r[None]
        inside = 1 / (1 + np.exp(-np.clip((d + (fibre - 0.5) * 4) / edge, -40, 40)))
        body = np.exp(-np.maximum(d, 0) / fade)
        tone = 0.75 + texture * (t2(x / 700 + u, y / 500 + u) - 0.5) * 2
        rim = np.exp(-((d - 3) / 5) ** 2) * 0.28                 # pigment gathers at the wet edge
        v = strength * inside * np.clip(body * tone + rim * body, 0, 2)
        if wrinkles:
            # axe-cut strokes following the slope
            slope = np.gradient(blur(r[:, None], 0, 14)[:, 0])
            ph = (x / 11 + d / 34 * np.sign(slope)[None] + 7 * t2(x / 260 + u, y / 260 + u))
            s = step(0.62, 0.96, np.sin(ph) * 0.5 + 0.5) * step(0.42, 0.7, t2(x / 420 + u, y / 160 + u * 2)) * np.exp(-np.maximum(d, 0) / (fade * 0.75))
            v = v + wrinkles * inside * s * step(6, 36, d)
        ink = np.maximum(ink * (1 - 0.55 * inside * np.clip(body * 1.3, 0, 1)), 0) + v

    wash(ridge(330, 34, 0.11, 0.5, 6, [(0.70, 120, 0.09), (0.80, 92, 0.07), (0.60, 74, 0.08)]), 0.15, 130, 2.4, 0.3, 0.0, 0.1)
    wash(ridge(500, 38, 0.43, 0.7, 10, [(0.22, 260, 0.13), (0.34, 190, 0.09), (0.47, 110, 0.11)]), 0.25, 120, 2.0, 0.4, 0.05, 0.2)
    wash(ridge(590, 26, 0.77, 0.8, 9, [(0.93, 330, 0.12), (0.80, 200, 0.08), (0.66, 90, 0.08)]), 0.42, 130, 1.5, 0.45, 0.12, 0.3)
    wash(ridge(610, 14, 0.27, 0.9, 14, [(0.02, 350, 0.13), (0.14, 210, 0.075), (0.23, 90, 0.06)]), 0.78, 135, 1.2, 0.5, 0.34, 0.5)
    wash(ridge(622, 8, 0.63, 0.9, 8, [(1.0, 130, 0.09), (0.90, 70, 0.06)]), 0.62, 42, 1.3, 0.4, 0.1, 0.7)
    # mist between the hills: lift the density in bands
    for cy, th, a in ((392, 30, 0.75), (470, 34, 0.8), (560, 26, 0.6)):
        n = step(0.3, 0.68, t1(x / 1400 + cy / 300, y / 500 + 0.2))
        ink *= 1 - a * n * np.exp(-((y - cy - 16 * np.sin(x / 210 + cy)) / th) ** 2)
    # the river: empty paper, a few dry-brush lines, soft mirror of the near hills
    water = step(560, 600, y)
    mirror = ink[np.clip(1150 - y, 0, H - 1).astype(int), np.clip(x + (t2(x / 300, y / 60) - 0.5) * 50, 0, W - 1).astype(int)]
    mirror = blur(mirror, 5, 10)
    ink = ink * (1 - water) + water * mirror * 0.42 * np.exp(-np.maximum(y - 575, 0) / 130)
    streak = step(0.66, 0.92, t2(x / 1300, y / 22) * 0.7 + t3(x / 500, y / 30) * 0.3)
    ink += water * streak * 0.24 * np.exp(-((y - 660) / 100) ** 2)

    # drawn things: pines, pavilion, boat, geese, branch
    L = Layer(W, H)
    g = np.random.default_rng(54)
    K = (0, 0, 0)

    def stroke(pts, w0, w1, a=0.9):
        n = len(pts)
        for i in range(n - 1):
            w = w0 + (w1 - w0) * i / max(1, n - 1)
            L.line(pts[i], pts[i + 1], K, max(0.6, w * g.uniform(0.85, 1.15)), a)

    def pine(px, py, s, a):
        stroke([(px, py), (px + 3 * s, py - 18 * s), (px - 1 * s, py - 36 * s), (px + 4 * s, py - 56 * s)], 4 * s, 1.5 * s, a)
        for k in range(7):
            by = py - (20 + k * 6.2) * s
            side = -1 if k % 2 else 1
            ln = (26 - k * 2.4) * s * g.uniform(0.8, 1.2)
            ex = px + side * ln
            stroke([(px, by), (px + side * ln * 0.5, by - 3 * s), (ex, by - 1 * s)], 1.8 * s, 0.8 * s, a)
            for _ in range(26):
                qx, qy = px + side * ln * g.uniform(0.25, 1.1), by - g.uniform(-2, 6) * s
                ang = g.uniform(3.5, 5.9)
                L.line((qx, qy), (qx + math.cos(ang) * 6 * s, qy + math.sin(ang) * 5 * s), K, max(0.5, 0.7 * s), a * g.uniform(0.35, 0.9))

    for px, py, s, a in ((66, 470, 1.3, 0.75), (108, 492, 1.6, 0.85), (150, 508, 1.2, 0.8), (186, 526, 1.5, 0.9), (232, 545, 1.0, 0.75), (30, 452, 1.1, 0.6), (1392, 552, 0.9, 0.6), (1430, 548, 1.2, 0.7), (1462, 546, 1.0, 0.6)):
        pine(px, py, s, a)
    # pavilion on the near spur
    bx, by = 290, 560
    for i in (-24, -10, 10, 24):
        L.line((bx + i, by), (bx + i, by - 27), K, 2, 0.85)
    for top, wd in ((27, 42), (44, 27)):
        L.c.move_to(bx - wd - 6, by - top - 1)
        L.c.curve_to(bx - wd * 0.55, by - top - 4, bx - wd * 0.3, by - top - 10, bx, by - top - 19)
        L.c.curve_to(bx + wd * 0.3, by - top - 10, bx + wd * 0.55, by - top - 4, bx + wd + 6, by - top - 1)
        L.c.curve_to(bx + wd * 0.4, by - top + 2, bx - wd * 0.4, by - top + 2, bx - wd - 6, by - top - 1)
        L.c.set_source_rgba(0, 0, 0, 0.85)
        L.c.fill()
    L.line((bx - 34, by + 1), (bx + 34, by + 1), K, 2.4, 0.8)
    # boat with a fisherman
    qx, qy = 842, 690
    L.c.move_to(qx - 92, qy - 12)
    L.c.curve_to(qx - 50, qy + 10, qx + 40, qy + 12, qx + 96, qy - 18)
    L.c.curve_to(qx + 46, qy - 1, qx - 46, qy - 2, qx - 92, qy - 12)
    L.c.set_source_rgba(0, 0, 0, 0.92)
    L.c.fill()
    L.c.move_to(qx - 40, qy - 4)
    L.c.curve_to(qx - 34, qy - 40, qx + 18, qy - 40, qx + 24, qy - 3)
    L.c.set_source_rgba(0, 0, 0, 0.6)
    L.c.fill()
    for i in range(9):
        L.line((qx - 36 + i * 7, qy - 6), (qx - 30 + i * 5.4, qy - 29), K, 0.9, 0.5)
    L.poly([(qx + 42, qy - 4), (qx + 38, qy - 24), (qx + 47, qy - 33), (qx + 57, qy - 22), (qx + 58, qy - 5)], K, 0.85)
    L.poly([(qx + 30, qy - 31), (qx + 47, qy - 46), (qx + 64, qy - 30)], K, 0.92)
    stroke([(qx + 54, qy - 18), (qx + 100, qy - 60), (qx + 152, qy - 92)], 1.8, 0.8, 0.85)
    stroke([(qx + 152, qy - 92), (qx + 155, qy - 40), (qx + 156, qy + 12)], 0.7, 0.6, 0.5)
    for i in range(5):
        stroke([(qx - 100 + i * 20, qy + 18 + i * 7), (qx - 20 + i * 14, qy + 20 + i * 7), (qx + 60 + i * 9, qy + 17 + i * 7)], 1.6 - i * 0.2, 0.6, 0.5 - i * 0.08)
    # geese
    for i in range(9):
        k = abs(i - 3)
        gx, gy = 560 + (i - 3) * 27, 128 + k * 13 + (i % 2) * 3
        L.c.move_to(gx - 10, gy - 5)
        L.c.curve_to(gx - 5, gy - 6, gx - 2, gy - 1, gx, gy)
        L.c.curve_to(gx + 2, gy - 2, gx + 5, gy - 7, gx + 11, gy - 4)
        L.c.set_source_rgba(0, 0, 0, 0.75)
        L.c.set_line_width(1.7)
        L.c.stroke()

    # willow branch hanging in from the upper right: spring leaves
    def hang(px, py, ln, sway):
        pts = [(px + sway * (i / 14) ** 2 + 5 * math.sin(i * 0.5 + px), py + ln * i / 14) for i in range(15)]
        stroke(pts, 1.6, 0.6, 0.7)
        for i in range(2, 15):
            for s in (-1, 1):
                if g.random() < 0.82:
                    ax, ay = pts[i]
                    ang = math.pi / 2 + s * g.uniform(0.25, 0.8)
                    ll = g.uniform(10, 22)
                    ex, ey = ax + math.cos(ang) * ll, ay + math.sin(ang) * ll
                    L.c.move_to(ax, ay)
                    L.c.curve_to(ax + (ex - ax) * 0.3 + 3 * s, ay + (ey - ay) * 0.3, ex + 1.5 * s, ey - 5, ex, ey)
                    L.c.curve_to(ex - 2 * s, ey - 6, ax + (ex - ax) * 0.3 - 1.5 * s, ay + (ey - ay) * 0.4, ax, ay)
                    L.c.set_source_rgba(0, 0, 0, g.uniform(0.35, 0.9))
                    L.c.fill()

    limb = [(1510, 40), (1440, 52), (1370, 44), (1300, 58), (1235, 50), (1175, 66), (1130, 62)]
    stroke(limb, 15, 2.5, 0.95)
    stroke([(1440, 52), (1400, 84), (1345, 98), (1310, 122)], 7, 1.5, 0.9)
    stroke([(1300, 58), (1262, 30), (1225, 20)], 4, 1, 0.85)
    for px, py, ln, sw in ((1480, 50, 300, -16), (1446, 55, 235, -26), (1408, 80, 330, -20), (1378, 92, 205, -30), (1345, 98, 270, -18), (1312, 120, 170, -24), (1290, 58, 240, -20), (1254, 54, 165, -24), (1222, 56, 205, -16), (1180, 65, 130, -20), (1140, 62, 165, -14), (1500, 46, 190, -10)):
        hang(px, py, ln, sw)
    # near bank with stones and grass, lower left
    c, a = L.read()
    draw = a[..., 0]
    draw = draw * (0.72 + 0.5 * (fibre - 0.2))
    bleed = blur(draw, 3)
    ink = ink + 1.7 * draw + 0.22 * bleed
    near = ridge(915, 6, 0.3, 1.4, 12, [(0.0, 210, 0.15), (0.18, 120, 0.08), (0.32, 60, 0.08)])
    d = y - near[None]
    inside = 1 / (1 + np.exp(-np.clip((d + (fibre - 0.5) * 14) / 2, -40, 40)))
    ink = ink * (1 - inside * 0.8) + inside * (0.30 + 0.75 * step(0.3, 0.85, t2(x / 700, y / 420) * 0.75 + fibre * 0.25)) * np.exp(-np.maximum(d, 0) / 90)
    G = Layer(W, H)
    for _ in range(420):
        bx = g.random() ** 1.5 * 560
        by = float(near[int(bx)]) + g.uniform(0, 40)
        hgt, lean = g.uniform(10, 62) * (1 - bx / 760), g.normal(8, 12)
        G.c.move_to(bx, by)
        G.c.curve_to(bx, by - hgt * 0.5, bx + lean * 0.4, by - hgt * 0.9, bx + lean, by - hgt)
        G.c.set_source_rgba(0, 0, 0, g.uniform(0.4, 0.95))
        G.c.set_line_width(g.uniform(0.8, 2.0))
        G.c.stroke()
    ink = ink + 1.5 * G.read()[1][..., 0]
    ink = np.clip(ink, 0, 2.6) * (0.90 + 0.25 * (fibre - 0.5))
    # paper
    paper = np.array([0.955, 0.935, 0.885], np.float32) * (1 - 0.045 * (fibre - 0.5) - 0.05 * (t1(x / 1900, y / 1500) - 0.5))[..., None]
    sunglow = np.exp(-np.hypot(x - 1010, y - 190) / 170)
    tint = np.array([1.0, 1.06, 1.13], np.float32)          # a cool ink on warm paper
    img = paper * np.exp(-1.9 * ink[..., None] * (1.18 - 0.10 * tint[::-1]))
    img = img * mix(np.ones(3, np.float32), np.array([0.99, 0.86, 0.74], np.float32), 0.42 * sunglow)
    disc = step(52, 49, np.hypot(x - 1010, y - 196)) * (0.62 + 0.2 * fibre)
    img = img * mix(np.ones(3, np.float32), np.array([0.90, 0.43, 0.33], np.float32), disc * np.exp(-ink * 2))
    S = Layer(W, H)                                          # a seal without legend: carved meander
    sx, sy, n = 1386, 742, 58
    S.poly([(sx, sy), (sx + n, sy), (sx + n, sy + n), (sx, sy + n)], rgb("b3372a"), 0.9)
    for p in ([(10, 12), (26, 12), (26, 30), (10, 30), (10, 46), (26, 46)], [(34, 10), (34, 48)], [(42, 12), (50, 12), (50, 26), (42, 26), (42, 46), (50, 46)]):
        S.poly([(sx + a_, sy + b_) for a_, b_ in p], paper[0, 0], 0.95, close=False, width=3.4)
    c, a = S.read()
    wear = step(0.25, 0.45, fibre)[..., None]
    img = img * (1 - a * wear) + c * wear
    edge = np.clip(np.minimum(np.minimum(x, W - x), np.minimum(y, H - y)) / 90, 0, 1)
    img = img * (0.955 + 0.045 * edge)[..., None]
    gr = np.random.default_rng(56).normal(size=(H, W)).astype(np.float32) * 0.010
    return np.clip(img + gr[..., None], 0, 1)
