"""The reading hall of a public library: rows of shelves, long tables, a tall window on the evening."""
import math

import numpy as np

from kit import *
from people import person

W, H = 1500, 790
CAM = Camera((0, 2.15, 0), 880, 750, 430)
END = 46.0


def fog(c, z):
    return mix(np.asarray(c, np.float32), rgb("dcb67c"), np.float32(1 - math.exp(-max(z - 5, 0) / 80.0)))


def quad(L, pts, col, a=1.0):
    L.poly([CAM(*p) for p in pts], col, a)


def shell(L):
    L.poly([(0, 0), (W, 0), (W, H), (0, H)], rgb("4a3524"))
    # floor of oak planks
    quad(L, [(-9, 0, 1.6), (-9, 0, END), (9, 0, END), (9, 0, 1.6)], linear(0, H, 0, 440, [(0, rgb("5b3a20")), (0.5, rgb("96683a")), (1, rgb("f0cf94"))]))
    g = np.random.default_rng(81)
    for x in np.arange(-9, 9, 0.3):
        z = 1.6
        while z < END:
            ln = g.uniform(1.2, 3.4)
            quad(L, [(x, 0.001, z), (x, 0.001, z + ln), (x + 0.29, 0.001, z + ln), (x + 0.29, 0.001, z)], fog(mix(rgb("5a371d"), rgb("b98a50"), np.float32(g.random())), z), 0.35)
            z += ln
    # end wall with a tall window
    quad(L, [(-9, 0, END), (-9, 11, END), (9, 11, END), (9, 0, END)], rgb("d3ac70"))
    quad(L, [(-4.4, 0.9, END - 0.1), (-4.4, 7.4, END - 0.1), (4.4, 7.4, END - 0.1), (4.4, 0.9, END - 0.1)], linear(0, CAM(0, 7.4, END)[1], 0, CAM(0, 0.9, END)[1], [(0, rgb("1f3360")), (0.6, rgb("3f5688")), (1, rgb("8a7f95"))]))
    x, y = CAM(0, 7.4, END - 0.1)
    r = CAM(4.4, 7.4, END - 0.1)[0] - x
    L.c.arc(x, y, r, math.pi, 2 * math.pi)
    L.c.set_source(linear(0, y - r, 0, y, [(0, rgb("14244a")), (1, rgb("1f3360"))]))
    L.c.fill()
    for i in range(26):     # trees and lights outside
        tx, ty = CAM(g.uniform(-4.2, 4.2), g.uniform(1.0, 4.4), END)
        L.disc(tx, ty, g.uniform(5, 15), mix(rgb("1a2a3c"), rgb("34465a"), np.float32(g.random())), 0.75)
        if i % 2:
            L.disc(tx, ty + 4, g.uniform(0.8, 1.6), rgb("ffe2a0"), 0.95)
    for k in np.arange(-4.4, 4.5, 1.1):
        L.line(CAM(k, 0.9, END), CAM(k, 7.4 + math.sqrt(max(0, 4.4 ** 2 - k * k)), END), rgb("b3905c"), 1.6, 0.8)
    for k in np.arange(0.9, 11, 1.05):
        half = 4.4 if k < 7.4 else math.sqrt(max(0, 4.4 ** 2 - (k - 7.4) ** 2))
        L.line(CAM(-half, k, END), CAM(half, k, END), rgb("b3905c"), 1.4, 0.8)
    # vaulted ceiling with ribs and skylight
    n = 22
    prof = [(9 * math.cos(math.pi * i / n), 7.3 + 3.9 * math.sin(math.pi * i / n)) for i in range(n + 1)]
    for i in range(n):
        (xa, ya), (xb, yb) = prof[i], prof[i + 1]
        mid = abs(i + 0.5 - n / 2)
        near = rgb("6d5033") if mid > 3 else rgb("1d2d52")
        far = rgb("d9b57c") if mid > 3 else rgb("6a7696")
        y0 = CAM(xa, ya, 4)[1]
        y1 = CAM(xa, ya, END)[1]
        quad(L, [(xa, ya, 1.6), (xa, ya, END), (xb, yb, END), (xb, yb, 1.6)], linear(0, y0, 0, y1, [(0, mix(near, rgb("3b2918"), np.float32(0.03 * mid))), (1, far)]))
    for z in np.arange(END - 1, 2, -2.6):
        for i in range(n):
            (xa, ya), (xb, yb) = prof[i], prof[i + 1]
            c = fog(rgb("5c3f25") if abs(i + 0.5 - n / 2) > 3 else rgb("8a6a42"), z)
            quad(L, [(xa, ya, z), (xa * 0.965, ya - 0.22, z), (xb * 0.965, yb - 0.22, z), (xb, yb, z)], c)
            quad(L, [(xa * 0.965, ya - 0.22, z), (xa * 0.965, ya - 0.22, z + 0.22), (xb * 0.965, yb - 0.22, z + 0.22), (xb * 0.965, yb - 0.22, z)], c * 0.8)
    for i in (8, 9, 10, 11, 12, 13, 14):
        L.line(CAM(prof[i][0], prof[i][1] - 0.02, 2), CAM(prof[i][0], prof[i][1] - 0.02, END), rgb("8a6a42"), 2, 0.7)


SPINES = ["7a2c26", "8d5a2b", "2f4a55", "c2a36b", "4f5d3a", "a3432f", "d9cba6", "33364a", "6b4a5a", "b98a3a", "e6ddc4", "47656b", "5a3526", "9a8f78", "1f3a3a", "c46f3c"]


def shelves(L, side):
    g = np.random.default_rng(82 + side)
    X = 5.6 * side
    wood, light = rgb("6a4222"), rgb("b98149")
    for lo, hi, depth in ((0.0, 3.0, 0.0), (3.7, 6.6, 0.9)):
        xw = X + depth * side
        quad(L, [(xw, lo, 1.6), (xw, hi, 1.6), (xw, hi, END), (xw, lo, END)], linear(CAM(xw, 0, 2.2)[0], 0, CAM(xw, 0, END)[0], 0, [(0, rgb("2c1a0e")), (0.5, rgb("54351c")), (1, rgb("d9b67c"))]))
        rows = 7
        step_y = (hi - lo - 0.15) / rows
        for r in range(rows):
            y = lo + 0.12 + r * step_y
            z = END
            while z > 2.0:
                w = g.uniform(0.045, 0.10) * (1 if z < 16 else 1.6 if z < 28 else 2.6)
                bay = (z % 1.5)
                if bay < 0.07 or g.random() < 0.035:
                    z -= w
                    continue
                h = step_y * g.uniform(0.62, 0.88)
                col = rgb(SPINES[int(g.integers(len(SPINES)))]) * g.uniform(0.72, 1.08)
                glow = 0.62 + 0.30 * math.exp(-((z - 24) / 16) ** 2) + 0.10 * (r / rows)
                c = fog(col * glow, z)
                quad(L, [(xw, y, z - w), (xw, y + h, z - w), (xw, y + h, z - w * 0.06), (xw, y, z - w * 0.06)], c)
                if z < 15:
                    quad(L, [(xw, y + h * 0.72, z - w), (xw, y + h * 0.80, z - w), (xw, y + h * 0.80, z - w * 0.06), (xw, y + h * 0.72, z - w * 0.06)], fog(rgb("e0c48a"), z), 0.55)
                    if g.random() < 0.6:
                        quad(L, [(xw, y + h * 0.10, z - w), (xw, y + h * 0.22, z - w), (xw, y + h * 0.22, z - w * 0.06), (xw, y + h * 0.10, z - w * 0.06)], fog(rgb("f3ead2"), z), 0.6)
                z -= w
            d = 0.12 * side
            quad(L, [(xw - d, y - 0.05, 1.6), (xw - d, y, 1.6), (xw - d, y, END), (xw - d, y - 0.05, END)], linear(CAM(xw, 0, 2.2)[0], 0, CAM(xw, 0, END)[0], 0, [(0, wood * 0.8), (0.5, light * 0.8), (1, rgb("f2d9a4"))]))
        for z in np.arange(END - 0.5, 2.2, -1.5):
            c = fog(light * 0.72, z)
            quad(L, [(xw - 0.14 * side, lo, z), (xw - 0.14 * side, hi, z), (xw - 0.14 * side, hi, z + 0.08), (xw - 0.14 * side, lo, z + 0.08)], c)
            quad(L, [(xw, lo, z), (xw, hi, z), (xw - 0.14 * side, hi, z), (xw - 0.14 * side, lo, z)], c * 0.6)
        quad(L, [(xw - 0.2 * side, hi, 1.6), (xw - 0.2 * side, hi + 0.22, 1.6), (xw - 0.2 * side, hi + 0.22, END), (xw - 0.2 * side, hi, END)], linear(CAM(xw, 0, 2.2)[0], 0, CAM(xw, 0, END)[0], 0, [(0, rgb("7a4f2a")), (1, rgb("f0d6a0"))]))
    # gallery floor, railing, columns
    gx = X - 0.9 * side
    quad(L, [(gx, 3.25, 1.6), (X + 0.9 * side, 3.25, 1.6), (X + 0.9 * side, 3.25, END), (gx, 3.25, END)], linear(0, 0, 0, 420, [(0, rgb("3b2614")), (1, rgb("b98f5a"))]))
    quad(L, [(gx, 3.25, 1.6), (gx, 3.65, 1.6), (gx, 3.65, END), (gx, 3.25, END)], linear(CAM(gx, 0, 2.2)[0], 0, CAM(gx, 0, END)[0], 0, [(0, rgb("8a5c32")), (0.6, rgb("c49257")), (1, rgb("f5deae"))]))
    for z in np.arange(END, 2.0, -0.28):
        L.line(CAM(gx, 3.65, z), CAM(gx, 4.5, z), fog(rgb("3b2716"), z), max(0.5, 22 / z), 0.9)
    quad(L, [(gx, 4.5, 1.6), (gx, 4.6, 1.6), (gx, 4.6, END), (gx, 4.5, END)], linear(CAM(gx, 0, 2.2)[0], 0, CAM(gx, 0, END)[0], 0, [(0, rgb("a06c3a")), (1, rgb("ffe9bc"))]))
    for z in np.arange(END - 3, 3, -5.2):
        xa, yb = CAM(gx - 0.14, 0, z)
        xb, yt = CAM(gx + 0.14, 3.25, z)
        c = fog(rgb("c99a5e"), z)
        L.poly([(xa, yb), (xa, yt), (xb, yt), (xb, yb)], linear(xa, 0, xb, 0, [(0, c * (0.5 if side > 0 else 1.0)), (1, c * (1.0 if side > 0 else 0.5))][::1]))


def table(L, x, z, seed):
    g = np.random.default_rng(seed)
    w, d, h = 1.25, 2.0, 0.76
    top = fog(rgb("b47a40"), z)
    quad(L, [(x - w, 0.002, z - 0.2), (x - w, 0.002, z + d), (x + w, 0.002, z + d), (x + w, 0.002, z - 0.2)], (0.12, 0.07, 0.03), 0.42)
    for sx in (-1, 1):
        for zz in (z + d - 0.1, z + 0.05):
            L.poly([CAM(x + sx * (w - 0.08) - 0.05, 0, zz), CAM(x + sx * (w - 0.08) - 0.05, h, zz), CAM(x + sx * (w - 0.08) + 0.05, h, zz), CAM(x + sx * (w - 0.08) + 0.05, 0, zz)], fog(rgb("4a2d16"), z))

    def reader(px, zz, back):
        k = CAM.f / zz
        sx, sy = CAM(px, 0, zz)
        coat = fog(rgb(["41566b", "7b3b34", "58613f", "c9b48a", "4b3f56", "87694a", "2f4a4a", "a65f3a"][int(g.integers(8))]), zz)
        hair = fog(rgb(["241a14", "33241b", "5b5048"][int(g.integers(3))]), zz)
        skin = fog(rgb("d3a079"), zz)
        lean = g.uniform(-0.05, 0.05)
        c = L.c
        c.move_to(sx - 0.24 * k, sy - 0.62 * k)
        c.curve_to(sx - 0.27 * k, sy - 0.98 * k, sx - 0.2 * k, sy - 1.07 * k, sx + lean * k, sy - 1.10 * k)
        c.curve_to(sx + 0.2 * k, sy - 1.07 * k, sx + 0.27 * k, sy - 0.98 * k, sx + 0.24 * k, sy - 0.62 * k)
        c.close_path()
        c.set_source(linear(0, sy - 1.1 * k, 0, sy - 0.6 * k, [(0, np.clip(coat * 1.15 + 0.06, 0, 1)), (1, coat * 0.5)]))
        c.fill()
        hx, hy = sx + lean * 1.6 * k, sy - 1.235 * k
        L.disc(hx, hy, 0.092 * k, skin if not back else hair, 1, 0.118 * k)
        L.disc(hx, hy - 0.035 * k, 0.098 * k, hair, 1, 0.092 * k)
        if not back:
            L.disc(hx, hy + 0.035 * k, 0.072 * k, skin, 1, 0.066 * k)
            L.disc(hx, hy - 0.055 * k, 0.088 * k, hair, 1, 0.058 * k)
        if back:    # chair back
            for i in range(5):
                L.line((sx - 0.2 * k + i * 0.1 * k, sy - 0.45 * k), (sx - 0.2 * k + i * 0.1 * k, sy - 0.88 * k), fog(rgb("4f2f17"), zz), max(0.7, 0.028 * k))
            L.line((sx - 0.24 * k, sy - 0.88 * k), (sx + 0.24 * k, sy - 0.88 * k), fog(rgb("8a5a30"), zz), max(1, 0.055 * k))
            for s in (-1, 1):
                L.line((sx + s * 0.22 * k, sy), (sx + s * 0.22 * k, sy - 0.88 * k), fog(rgb("4f2f17"), zz), max(1, 0.04 * k))
            L.line((sx - 0.22 * k, sy - 0.45 * k), (sx + 0.22 * k, sy - 0.45 * k), fog(rgb("5c371c"), zz), max(1, 0.06 * k))

    for px in (x - 0.62, x + 0.62):
        if g.random() < 0.8:
            reader(px, z + d + 0.25, False)
    pa = CAM(x, h, z)[1]
    pb = CAM(x, h, z + d)[1]
    quad(L, [(x - w, h, z), (x - w, h, z + d), (x + w, h, z + d), (x + w, h, z)], linear(0, pa, 0, pb, [(0, top * 0.75), (1, np.clip(top * 1.25, 0, 1))]))
    quad(L, [(x - w, h - 0.09, z), (x - w, h, z), (x + w, h, z), (x + w, h - 0.09, z)], top * 0.5)
    for _ in range(9):     # open books and papers
        bx, bz = x + g.uniform(-w + 0.25, w - 0.4), z + g.uniform(0.15, d - 0.35)
        a = g.uniform(-0.08, 0.08)
        paper = fog(rgb("f7efd8"), z)
        if g.random() < 0.7:
            quad(L, [(bx - 0.2, h + 0.01, bz + a), (bx - 0.19, h + 0.02, bz + 0.28 + a), (bx, h + 0.01, bz + 0.28), (bx, h + 0.01, bz)], paper * 0.92)
            quad(L, [(bx, h + 0.01, bz), (bx, h + 0.01, bz + 0.28), (bx + 0.19, h + 0.02, bz + 0.28 - a), (bx + 0.2, h + 0.01, bz - a)], paper)
        else:
            c = fog(rgb(SPINES[int(g.integers(len(SPINES)))]), z)
            for q in range(int(g.integers(1, 4))):
                yy = h + q * 0.045
                quad(L, [(bx - 0.13, yy, bz), (bx - 0.13, yy + 0.04, bz), (bx + 0.13, yy + 0.04, bz), (bx + 0.13, yy, bz)], c * 0.7)
                quad(L, [(bx - 0.13, yy + 0.04, bz), (bx - 0.13, yy + 0.04, bz + 0.2), (bx + 0.13, yy + 0.04, bz + 0.2), (bx + 0.13, yy + 0.04, bz)], c)
    for lx in (x - 0.6, x + 0.6):     # brass lamps with green shades
        k = CAM.f / (z + d / 2)
        px, py = CAM(lx, h, z + d / 2)
        glow = radial(px, py - 0.06 * k, 0.62 * k, [(0, rgb("fff0b8"), 0.75), (0.4, rgb("ffe2a0"), 0.28), (1, rgb("ffe2a0"), 0)])
        L.c.save()
        L.c.translate(0, py * 0.62)
        L.c.scale(1, 0.38)
        L.c.set_source(radial(px, py, 0.66 * k, [(0, rgb("fff3c4"), 0.8), (1, rgb("ffe2a0"), 0)]))
        L.c.arc(px, py, 0.66 * k, 0, 6.283)
        L.c.fill()
        L.c.restore()
        L.line((px, py), (px, py - 0.36 * k), fog(rgb("a97a2c"), z), max(1, 0.03 * k))
        L.disc(px, py, 0.08 * k, fog(rgb("8d6424"), z), 1, 0.025 * k)
        c = L.c
        c.move_to(px - 0.24 * k, py - 0.33 * k)
        c.curve_to(px - 0.2 * k, py - 0.48 * k, px + 0.2 * k, py - 0.48 * k, px + 0.24 * k, py - 0.33 * k)
        c.close_path()
        gr = fog(rgb("1f7a52"), z)
        c.set_source(linear(0, py - 0.47 * k, 0, py - 0.33 * k, [(0, np.clip(gr * 1.5 + 0.1, 0, 1)), (1, gr * 0.7)]))
        c.fill()
        L.line((px - 0.23 * k, py - 0.325 * k), (px + 0.23 * k, py - 0.325 * k), (1.0, 0.95, 0.74), max(1, 0.03 * k))
        c.set_source(glow)
        c.arc(px, py - 0.2 * k, 0.62 * k, 0, 6.283)
        c.fill()
    for px in (x - 0.62, x + 0.62):
        if g.random() < 0.72:
            reader(px, z - 0.32, True)


def paint():
    L = Layer(W, H)
    shell(L)
    for s in (-1, 1):
        shelves(L, s)
    img = L.onto(np.zeros((H, W, 3), np.float32))
    x, y = grid(W, H)
    # floor shine before the furniture
    base_y = CAM(0, 0, END)[1]
    refl = sample(img, x, np.clip(2 * base_y - y, 0, H - 1))
    fl = step(base_y, base_y + 10, y) * (np.abs(x - 750) < (y - 430) * 2.62)
    img = mix(img, blur(refl, 4, 14), 0.22 * fl)
    F = Layer(W, H)
    k = 0
    for z in np.arange(36, 4, -3.9):
        for tx in (-2.55, 2.55):
            k += 1
            table(F, tx, float(z), 300 + k)
        if 0 < z:
            for px, pz, c, t, sd in ((0.35, 33, "6b5b7a", "2b2a33", 1), (-0.3, 26, "93402f", "2b2c36", 2), (0.25, 17.2, "3e5c78", "2f2b2a", 4), (-4.6, 14, "7d6a43", "26262c", 5), (4.65, 10.5, "5a2f3a", "2a2a30", 7), (-0.15, 9.4, "c2a670", "3a3f4c", 10)):
                if z <= pz < z + 3.9:
                    person(F, CAM, fog, px, pz, c, t, sd, sd % 2 == 1, cast=(0.15, 0.22), walk=1.0, rim=0.2)
    img = F.onto(img)
    # two rows of globe lamps
    G = Layer(W, H)
    for z in np.arange(42, 3.5, -4.0):
        for gx in (-2.6, 2.6):
            px, py = CAM(gx, 5.5, z)
            k = CAM.f / z
            G.line((px, py), CAM(gx, 9.6, z), fog(rgb("4b3420"), z), max(0.7, 0.03 * k))
            G.c.set_source(radial(px, py, 1.5 * k, [(0, rgb("fff0c4"), 0.85), (0.2, rgb("ffe0a0"), 0.35), (1, rgb("ffd890"), 0)]))
            G.c.arc(px, py, 1.5 * k, 0, 6.2832)
            G.c.fill()
            G.disc(px, py, 0.24 * k, (1.0, 0.97, 0.86))
            G.disc(px, py - 0.25 * k, 0.09 * k, fog(rgb("8d6424"), z), 1, 0.05 * k)
    img = G.onto(img)
    dust = 0.8 + 0.4 * (Tex(86, 1.6)(x / 900, y / 700) - 0.2)
    img = img + (np.exp(-((y - 300) / 210) ** 2) * 0.10 * dust)[..., None] * np.array([1.0, 0.74, 0.36], np.float32)
    return finish(img, 87, bloom=0.30, threshold=0.80, radius=18, grain=0.012, vignette=0.34, contrast=0.45)
