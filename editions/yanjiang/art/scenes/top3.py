"""An old-town street market under awnings, early morning."""
import math

import numpy as np

from kit import *
from people import person

W, H = 1500, 940
CAM = Camera((0.1, 1.85, 0), 860, 745, 470)


def fog(c, z):
    return mix(np.asarray(c, np.float32), rgb("ffdfa8"), np.float32(1 - math.exp(-max(z - 4, 0) / 34.0)))


def quad(L, pts, col, a=1.0):
    L.poly([CAM(*p) for p in pts], col, a)


def sky_and_far():
    x, y = grid(W, H)
    t = np.clip((470 - y) / 470, 0, 1)
    img = ramp([(0, "fff0c8"), (0.3, "ffe2b0"), (0.65, "e6d8c4"), (1, "a9c0cf")], t)
    c = sky_clouds(W, H, 470, Tex(91, 1.9), 0.4, 0.2)
    img = mix(img, rgb("fff6e4"), step(0.5, 0.75, c) * 0.6)
    d = np.hypot((x - 790) / 1.1, y - 330)
    return img + np.exp(-d / 150)[..., None] * np.array([0.40, 0.30, 0.12], np.float32)


def house(L, side, z0, z1, seed):
    """Timber front, tiled eaves, upstairs windows."""
    g = np.random.default_rng(seed)
    X, eave, ridge = 4.9 * side, g.uniform(5.0, 5.8), g.uniform(7.0, 8.2)
    wall = mix(rgb("cdbf9f"), rgb("a8977a"), np.float32(g.random()))
    zm = (z0 + z1) / 2
    quad(L, [(X, 0, z0), (X, eave, z0), (X, eave, z1), (X, 0, z1)], linear(CAM(X, 0, z0)[0], 0, CAM(X, 0, z1)[0], 0, [(0, fog(wall * 0.55, z0)), (1, fog(wall * 0.78, z1))]))
    quad(L, [(X, 2.7, z0), (X, 2.95, z0), (X, 2.95, z1), (X, 2.7, z1)], fog(rgb("4a2f1d"), zm))
    quad(L, [(X, 0, z0), (X, 2.7, z0), (X, 2.7, z1), (X, 0, z1)], fog(rgb("3a261a"), zm), 0.82)
    n = 4
    for i in range(n):
        a, b = z0 + (z1 - z0) * (i + 0.14) / n, z0 + (z1 - z0) * (i + 0.86) / n
        quad(L, [(X, 3.3, a), (X, 4.6, a), (X, 4.6, b), (X, 3.3, b)], fog(rgb("5c3820"), zm))
        lit = rgb("ffcf80") if g.random() < 0.35 else rgb("6d7f86")
        quad(L, [(X, 3.38, a + 0.06), (X, 4.52, a + 0.06), (X, 4.52, b - 0.06), (X, 3.38, b - 0.06)], fog(lit, zm))
        for k in range(1, 4):
            zz = a + (b - a) * k / 4
            L.line(CAM(X, 3.35, zz), CAM(X, 4.55, zz), fog(rgb("4a2c18"), zm), max(0.6, 32 / zm))
        for yy in (3.75, 4.15):
            L.line(CAM(X, yy, a), CAM(X, yy, b), fog(rgb("4a2c18"), zm), max(0.6, 28 / zm))
    ex = (4.9 - 0.9) * side
    quad(L, [(ex, eave, z0 - 0.1), (X + 2.2 * side, ridge, z0 - 0.1), (X + 2.2 * side, ridge, z1 + 0.1), (ex, eave, z1 + 0.1)], fog(rgb("4d5052"), zm))
    for zz in np.arange(z0, z1, 0.24):     # tile rows
        L.line(CAM(ex, eave, zz), CAM(X + 2.2 * side, ridge, zz), fog(rgb("75797a"), zz), max(0.6, 60 / zz), 0.8)
        px, py = CAM(ex, eave, zz)
        L.disc(px, py, max(0.7, 70 / zz), fog(rgb("35383a"), zz))
    quad(L, [(ex, eave - 0.12, z0), (ex, eave, z0), (ex, eave, z1), (ex, eave - 0.12, z1)], fog(rgb("3a2a1e"), zm))
    quad(L, [(ex, eave - 0.1, z0), (X, eave - 0.25, z0), (X, eave - 0.25, z1), (ex, eave - 0.1, z1)], fog(rgb("2a1c13"), zm), 0.9)


GOODS = [["d8452e", "c2331f", "e8693a"], ["f09a2e", "e07d18", "f6b64e"], ["5f9a3a", "3f7a2c", "86b84e"], ["e9d9a4", "d8c07c", "f4ead0"], ["7a3f6a", "5b2c52", "9a5a86"], ["c8d66a", "a4bb44", "e2e896"], ["efe9dc", "dcd2bd", "fbf7ee"], ["b5652e", "8a4a22", "d48a4a"], ["2f6a3a", "1f4d2b", "4d8a4a"]]
CLOTH = [("c4442e", "f0e2c4"), ("2f6f86", "efe6d0"), ("d9912e", "f5ead0"), ("3f7a4e", "efe6cf"), ("a83848", "f3dcc0"), ("e6d6b0", "c8b68c"), ("4d6a9a", "eee4d0")]


def stall(L, side, z0, z1, seed):
    g = np.random.default_rng(seed)
    a, b = 1.95 * side, 3.6 * side
    front, back = CLOTH[int(g.integers(len(CLOTH)))]
    zm = (z0 + z1) / 2
    # seller behind the counter
    if g.random() < 0.85:
        zz = zm + g.uniform(-0.3, 0.4)
        k = CAM.f / zz
        px, py = CAM(side * 3.3, 0, zz)
        coat = fog(rgb(["3a5a72", "7c3a34", "4a5c40", "8c7448", "54465c"][int(g.integers(5))]), zz)
        L.c.move_to(px - 0.25 * k, py - 0.7 * k)
        L.c.curve_to(px - 0.30 * k, py - 1.3 * k, px - 0.18 * k, py - 1.42 * k, px, py - 1.44 * k)
        L.c.curve_to(px + 0.18 * k, py - 1.42 * k, px + 0.30 * k, py - 1.3 * k, px + 0.25 * k, py - 0.7 * k)
        L.c.set_source(linear(px - side * 0.26 * k, 0, px + side * 0.2 * k, 0, [(0, np.clip(coat * 1.2 + 0.1, 0, 1)), (1, coat * 0.5)]))
        L.c.fill()
        L.disc(px, py - 1.58 * k, 0.10 * k, fog(rgb("cd9a72"), zz), 1, 0.13 * k)
        L.disc(px, py - 1.64 * k, 0.11 * k, fog(rgb("281d17"), zz), 1, 0.09 * k)
        L.poly([(px - 0.15 * k, py - 1.2 * k), (px - 0.17 * k, py - 0.7 * k), (px + 0.17 * k, py - 0.7 * k), (px + 0.15 * k, py - 1.2 * k)], fog(rgb("e9e0ca"), zz), 0.85)
    # counter: sloping crates of goods
    quad(L, [(a, 0, z0), (a, 0.72, z0), (a, 0.72, z1), (a, 0, z1)], linear(CAM(a, 0, z0)[0], 0, CAM(a, 0, z1)[0], 0, [(0, fog(rgb("5a3c24"), z0)), (1, fog(rgb("8a6238"), z1))]))
    quad(L, [(a, 0, z0), (a, 0.72, z0), (b, 1.12, z0), (b, 0, z0)], fog(rgb("3c2818"), z0))
    for i in range(8):
        L.line(CAM(a, 0.05 + i * 0.09, z0), CAM(b, (0.05 + i * 0.09) * 1.5, z0), fog(rgb("20150d"), z0), max(0.6, 16 / z0), 0.8)
        L.line(CAM(a, 0.065 + i * 0.09, z0), CAM(b, (0.065 + i * 0.09) * 1.5, z0), fog(rgb("7a5532"), z0), max(0.5, 5 / z0), 0.5)
    for i in range(7):
        yy = 0.1 + i * 0.095
        L.line(CAM(a, yy, z0), CAM(a, yy, z1), fog(rgb("3a2415"), zm), max(0.5, 14 / zm), 0.6)
    quad(L, [(a, 0.72, z0), (a, 0.72, z1), (b, 1.12, z1), (b, 1.12, z0)], fog(rgb("6e4a2a"), zm))
    n = 4
    for i in range(n - 1, -1, -1):
        za, zb = z0 + (z1 - z0) * (i + 0.06) / n, z0 + (z1 - z0) * (i + 0.94) / n
        for j in (1, 0):
            cols = GOODS[int(g.integers(len(GOODS)))]
            leafy = g.random() < 0.35
            u0, u1 = j * 0.5 + 0.04, j * 0.5 + 0.46
            cnt = int(np.clip(700 / zm, 14, 130))
            pts = sorted(((g.uniform(za, zb), g.uniform(u0, u1)) for _ in range(cnt)), reverse=True)
            for zz, u in pts:
                pile = 0.10 * math.sin(math.pi * (zz - za) / (zb - za)) * math.sin(math.pi * (u - u0) / (u1 - u0)) + 0.04
                px, py = CAM(a + (b - a) * u, 0.74 + 0.40 * u + pile, zz)
                r = CAM.f / zz * (0.052 if not leafy else 0.06)
                col = fog(rgb(cols[int(g.integers(3))]) * g.uniform(0.75, 1.05), zz)
                if leafy:
                    ang = g.uniform(0, 3.14)
                    L.line((px - math.cos(ang) * r * 1.6, py - math.sin(ang) * r), (px + math.cos(ang) * r * 1.6, py + math.sin(ang) * r), col, max(0.7, r * 0.6))
                else:
                    L.disc(px, py, r, col * 0.62)
                    L.disc(px - side * r * 0.18, py - r * 0.2, r * 0.78, col)
                    L.disc(px - side * r * 0.3, py - r * 0.42, r * 0.28, np.clip(col + 0.25, 0, 1), 0.8)
            if g.random() < 0.5:     # price card
                px, py = CAM(a + (b - a) * (u1 - 0.05), 0.74 + 0.4 * u1 + 0.25, (za + zb) / 2)
                k = CAM.f / zm
                L.line((px, py), (px, py + 0.18 * k), fog(rgb("8a6a3a"), zm), max(0.6, 0.015 * k))
                L.poly([(px - 0.13 * k, py + 0.04 * k), (px - 0.13 * k, py - 0.11 * k), (px + 0.13 * k, py - 0.11 * k), (px + 0.13 * k, py + 0.04 * k)], fog(rgb("f6ecd0"), zm))
                for q in range(2):
                    L.line((px - 0.08 * k, py - (0.065 - q * 0.05) * k), (px + (0.08 - q * 0.05) * k, py - (0.065 - q * 0.05) * k), fog(rgb("b33a2a"), zm), max(0.6, 0.018 * k))
    # posts and the awning: striped cloth sagging a little, scalloped edge
    for zz in (z1, z0):
        L.line(CAM(a, 0, zz), CAM(a, 2.66, zz), fog(rgb("5a4630"), zz), max(1, 34 / zz))
    m, stripes = 8, 9
    for i in range(stripes):
        za, zb = z0 - 0.15 + (z1 - z0 + 0.3) * i / stripes, z0 - 0.15 + (z1 - z0 + 0.3) * (i + 1) / stripes
        c = rgb(front if i % 2 == 0 else back)
        up, low = [], []
        for q in range(m + 1):
            u = q / m
            sag = -0.16 * math.sin(math.pi * u)
            xx = (1.35 + 3.2 * u) * side
            yy = 2.62 + 0.34 * u + sag * 0.6
            up.append(CAM(xx, yy, zb))
            low.append(CAM(xx, yy, za))
        glow = linear(low[0][0], 0, low[-1][0], 0, [(0, np.clip(fog(c * 1.05, zm) + 0.06, 0, 1)), (0.5, fog(c * 0.82, zm)), (1, fog(c * 0.52, zm))])
        L.poly(up + low[::-1], glow)
        e0, e1, em = CAM(1.35 * side, 2.62, za), CAM(1.35 * side, 2.62, zb), CAM(1.35 * side, 2.26, (za + zb) / 2)
        L.c.move_to(*e0)
        L.c.curve_to(e0[0], em[1] + 2, e1[0], em[1] + 2, *e1)
        L.c.close_path()
        L.c.set_source_rgb(*[float(v) for v in np.clip(fog(c * 0.95, zm), 0, 1)])
        L.c.fill()
    # lamp and hanging things
    px, py = CAM(2.4 * side, 2.2, zm)
    k = CAM.f / zm
    L.c.set_source(radial(px, py, 0.6 * k, [(0, rgb("fff2c4"), 0.9), (0.14, rgb("ffe09a"), 0.6), (1, rgb("ffd88a"), 0)]))
    L.c.arc(px, py, 0.6 * k, 0, 6.283)
    L.c.fill()
    L.disc(px, py, 0.06 * k, (1, 0.98, 0.86))
    for i in range(5):
        if g.random() < 0.6:
            hx, hy = CAM(1.9 * side, 2.25, z0 + (z1 - z0) * (i + 0.5) / 5)
            col = fog(rgb(["8a2f22", "c98a3a", "5f7a34", "e8d8b0"][int(g.integers(4))]), zm)
            L.line((hx, hy), (hx, hy + 0.14 * k), fog(rgb("4a3a28"), zm), 1)
            for q in range(6):
                L.disc(hx + g.uniform(-0.05, 0.05) * k, hy + (0.16 + q * 0.05) * k, 0.05 * k, col * g.uniform(0.75, 1.1))
    # baskets and boxes in front
    if g.random() < 0.8:
        zz = z0 + g.uniform(0.2, 0.8) * (z1 - z0)
        k = CAM.f / zz
        bx, by = CAM(1.55 * side, 0, zz)
        L.disc(bx + 0.1 * k, by, 0.42 * k, (0.14, 0.10, 0.09), 0.4, 0.07 * k)
        L.poly([(bx - 0.25 * k, by), (bx - 0.33 * k, by - 0.36 * k), (bx + 0.33 * k, by - 0.36 * k), (bx + 0.25 * k, by)], linear(bx - 0.3 * k, 0, bx + 0.3 * k, 0, [(0, fog(rgb("6b4724"), zz)), (0.5, fog(rgb("c4935a"), zz)), (1, fog(rgb("7d5730"), zz))]))
        for q in range(4):
            L.line((bx - (0.26 + q * 0.02) * k, by - (0.06 + q * 0.085) * k), (bx + (0.26 + q * 0.02) * k, by - (0.06 + q * 0.085) * k), fog(rgb("5a3a1e"), zz), max(0.6, 0.02 * k), 0.7)
        cols = GOODS[int(g.integers(len(GOODS)))]
        for q in range(40):
            r = g.random() ** 0.5
            an = g.uniform(0, 6.28)
            px, py = bx + math.cos(an) * 0.28 * k * r, by - 0.38 * k + math.sin(an) * 0.07 * k * r - 0.06 * k * (1 - r)
            col = fog(rgb(cols[q % 3]) * g.uniform(0.75, 1.05), zz)
            L.disc(px, py, 0.055 * k, col * 0.65)
            L.disc(px - 0.008 * k, py - 0.012 * k, 0.042 * k, col)


def ground(L):
    g = np.random.default_rng(93)
    quad(L, [(-5, 0, 1.2), (-5, 0, 120), (5, 0, 120), (5, 0, 1.2)], linear(0, H, 0, 480, [(0, rgb("4c453f")), (0.45, rgb("857566")), (1, rgb("ffe6b4"))]))
    z = 1.5
    while z < 46:        # flagstones
        d = g.uniform(0.42, 0.62)
        x = -5 + g.uniform(0, 0.5)
        while x < 5:
            w = g.uniform(0.6, 1.25)
            c = mix(rgb("4b443e"), rgb("a08e7a"), np.float32(g.random()))
            quad(L, [(x, 0, z), (x, 0, z + d * 0.95), (x + w * 0.97, 0, z + d * 0.95), (x + w * 0.97, 0, z)], fog(c, z), 0.45)
            L.line(CAM(x, 0, z), CAM(x + w, 0, z), fog(rgb("2d2825"), z), max(0.4, 9 / z), 0.6)
            L.line(CAM(x, 0, z), CAM(x, 0, z + d), fog(rgb("2d2825"), z), max(0.4, 7 / z), 0.6)
            x += w
        z += d


def paint():
    img = sky_and_far()
    L = Layer(W, H)
    ground(L)
    img = L.onto(img)
    U = Layer(W, H)
    # gate tower at the end of the street
    for lvl, (w, y0, y1) in enumerate(((6.0, 0, 5.2), (4.6, 5.2, 8.2))):
        quad(U, [(-w, y0, 62), (-w, y1, 62), (w, y1, 62), (w, y0, 62)], fog(rgb("6b5a4a"), 62))
        for r in range(2):
            e = w + 1.6
            U.poly([CAM(-e, y1 + 0.3, 61), CAM(-w * 0.55, y1 + 1.4, 61), CAM(w * 0.55, y1 + 1.4, 61), CAM(e, y1 + 0.3, 61), CAM(w, y1 - 0.1, 61), CAM(-w, y1 - 0.1, 61)], fog(rgb("4a4540"), 58))
    quad(U, [(-1.6, 0, 61), (-1.6, 3.2, 61), (1.6, 3.2, 61), (1.6, 0, 61)], rgb("fff2cc"))
    depth = [50, 46, 42, 38, 34.5, 31, 27.5, 24, 20.8, 17.6, 14.4, 11.4, 8.6, 6.0, 3.7]
    crowd = [(-0.7, 40, "6b4a5a", 1), (0.5, 36, "3f5a72", 2), (-0.2, 33, "8a5a3a", 3), (0.9, 29, "5a6a44", 4), (-0.95, 26, "9a3f34", 5), (0.3, 23.5, "4a4a66", 6), (-0.4, 20, "b08a4a", 7), (0.85, 18, "3b6470", 8),
             (-1.0, 15.6, "6a3d54", 9), (0.15, 13.5, "8c4a30", 10), (1.1, 12.2, "47583c", 12), (-0.62, 10.2, "3d5878", 13), (0.72, 8.3, "a2703a", 14), (-1.12, 7.0, "74342f", 15)]
    items = [(z, "house", s, i) for i, z in enumerate(depth[::2]) for s in (-1, 1)]
    items += [(z - 0.01, "stall", s, i) for i, z in enumerate(depth) for s in (-1, 1)]
    items += [(z, "man", i, 0) for i, (_, z, _, _) in enumerate(crowd)]
    for z, kind, a, i in sorted(items, key=lambda t: -t[0]):
        if kind == "house":
            house(U, a, z, z + 7.2 if z > 6 else z + 6.0, 500 + i * 2 + a)
        elif kind == "stall":
            stall(U, a, z, z + (2.3 if z < 8 else 2.7), 600 + i * 2 + a)
        else:
            x, zz, coat, sd = crowd[a]
            person(U, CAM, fog, x, zz, coat, ["2c2a2c", "33363e", "3f3a34"][sd % 3], sd, sd % 3 == 0, light=1 if x < 0 else -1, cast=(-x * 0.5, 0.45), walk=1.0, rim=0.42, hat="d9bb78" if sd % 5 == 0 else None)
            if sd % 2:       # shopping basket
                k = CAM.f / zz
                px, py = CAM(x + 0.24, 0, zz)
                col = fog(rgb("8a5f34"), zz)
                U.poly([(px - 0.16 * k, py - 0.62 * k), (px - 0.12 * k, py - 0.4 * k), (px + 0.12 * k, py - 0.4 * k), (px + 0.16 * k, py - 0.62 * k)], col)
                for q in range(6):
                    U.disc(px + (q - 2.5) * 0.045 * k, py - 0.64 * k, 0.05 * k, fog(rgb(["5f9a3a", "d8452e", "86b84e"][q % 3]), zz))
                U.c.set_source_rgb(*[float(v) for v in col * 0.7])
                U.c.set_line_width(max(0.8, 0.02 * k))
                U.c.arc(px, py - 0.62 * k, 0.13 * k, math.pi, 0)
                U.c.stroke()
    # strings of lanterns across the street
    for z in (34, 26, 19.5, 14, 9.6):
        pts = [CAM(x, 4.55 - 0.5 * (1 - (x / 3.9) ** 2), z) for x in np.linspace(-3.9, 3.9, 15)]
        U.poly(pts, fog(rgb("4a3626"), z), close=False, width=max(0.7, 9 / z))
        for j in range(1, 14, 2):
            px, py = pts[j]
            k = CAM.f / z
            U.line((px, py), (px, py + 0.12 * k), fog(rgb("4a3626"), z), 1)
            c = fog(rgb("d93a26"), z)
            U.c.save()
            U.c.translate(px, py + 0.32 * k)
            U.c.scale(0.19 * k, 0.2 * k)
            U.c.arc(0, 0, 1, 0, 6.283)
            U.c.restore()
            U.c.set_source(radial(px, py + 0.34 * k, 0.24 * k, [(0, mix(c, rgb("ffd08a"), np.float32(0.6))), (0.6, c), (1, c * 0.65)]))
            U.c.fill()
            for yy in (0.12, 0.52):
                U.line((px - 0.08 * k, py + yy * k), (px + 0.08 * k, py + yy * k), fog(rgb("d9a441"), z), max(0.8, 0.035 * k))
            U.line((px, py + 0.54 * k), (px, py + 0.70 * k), fog(rgb("d9a441"), z), max(0.8, 0.03 * k))
    c, a = U.read()
    x, y = grid(W, H)
    base = img
    img = base * (1 - a) + c
    # wet stones mirror the light and the colours
    mirror = sample(img, x + (Tex(94, 1.2)(x / 300, y / 90) - 0.5) * 16, np.clip(2 * 505 - y, 0, H - 1))
    mirror = blur(mirror, 4, 16)
    wet = step(500, 620, y) * (1 - a[..., 0]) * step(0.35, 0.68, Tex(95, 1.9)(x / 1100, y / 420 + 0.3))
    img = mix(img, mirror, wet * 0.42)
    # sun shafts through the gaps, steam and morning haze
    rays = np.zeros((H, W), np.float32)
    g = np.random.default_rng(96)
    for _ in range(26):
        R = Layer(W, H)
        ang, wd = g.uniform(0.15, 2.95), g.uniform(0.008, 0.035)
        ox, oy, ln = 790, 300, 1300
        R.poly([(ox, oy), (ox + math.cos(ang - wd) * ln, oy + math.sin(ang - wd) * ln), (ox + math.cos(ang + wd) * ln, oy + math.sin(ang + wd) * ln)], (1, 1, 1), g.uniform(0.3, 1))
        rays += R.read()[1][..., 0]
    rays = blur(rays, 6) * np.exp(-np.hypot(x - 790, y - 300) / 420)
    img = img + (rays * 0.10)[..., None] * np.array([1.0, 0.78, 0.42], np.float32)
    d = np.hypot((x - 790) / 1.2, y - 360)
    img = img + np.exp(-d / 170)[..., None] * np.array([0.42, 0.31, 0.13], np.float32)
    steam = step(0.5, 0.8, Tex(97, 2.0)(x / 900 + 0.3, y / 1100)) * np.exp(-((x - 330) / 150) ** 2 - ((y - 470) / 130) ** 2)
    img = mix(img, rgb("fff3dc"), steam * 0.5)
    return finish(img, 98, bloom=0.26, threshold=0.82, radius=18, grain=0.012, vignette=0.34, contrast=0.45)
