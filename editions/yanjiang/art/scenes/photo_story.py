"""A harbour with fishing boats at sunset."""
import math

import numpy as np

from kit import *

W, H = 1400, 1240
HZ = 640
SUN = (770, 560)


def sky():
    x, y = grid(W, H)
    t = np.clip((HZ - y) / HZ, 0, 1)
    img = ramp([(0, "ffb85c"), (0.10, "ff9a4a"), (0.24, "f0714a"), (0.42, "b9526a"), (0.62, "6d4478"), (0.82, "3a3668"), (1, "222a55")], t)
    d = np.hypot((x - SUN[0]) / 1.35, y - SUN[1])
    img = mix(img, rgb("ffd989"), 0.85 * np.exp(-d / 130))
    tex, t2 = Tex(41, 1.9, stretch=1.6), Tex(42, 1.7)
    c = sky_clouds(W, H, HZ, tex, 0.24, 0.10, (0.34, 0.55))
    c2 = sky_clouds(W, H, HZ, t2, 0.6, 0.12, (0.1, 0.2))
    dens = c * 0.66 + c2 * 0.34
    m = step(0.47, 0.72, dens)
    edge = np.clip((dens - np.roll(dens, -9, 0)) * 11 + 0.42, 0, 1)
    near = np.exp(-d / 420)
    col = mix(rgb("3f3560"), rgb("8a4a63"), near)
    col = mix(col, rgb("ff8a4d"), np.clip(edge * (0.35 + 0.9 * near), 0, 1))
    col = mix(col, rgb("ffe09a"), np.clip(edge * near ** 2 * 1.2, 0, 1))
    img = mix(img, col, m * 0.9 * step(0.01, 0.10, t))
    disc = step(47, 44, np.hypot(x - SUN[0], y - SUN[1]))
    img = mix(img, np.array([1.5, 1.28, 0.82], np.float32), disc)
    # the distant shore
    for i, (base, amp, c, f) in enumerate([(52, 54, "b4586a", 0.9), (26, 34, "77405f", 1.5)]):
        ridge = HZ - base - amp * (Tex(43, 2.6)(np.arange(W) / W * f + 0.3 * i, np.full(W, 0.4 * i)) - 0.5) * 2
        mm = np.clip(y - ridge[None], 0, 1) * (y <= HZ)
        glow = np.exp(-np.abs(x - SUN[0]) / 300) * 0.55
        fade = np.clip((y - ridge[None]) / (HZ - ridge[None] + 1), 0, 1) * 0.55
        img = mix(img, mix(rgb(c), rgb("ff9c58"), np.clip(glow + fade, 0, 0.9)), mm)
    return img


class Boat:
    """A wooden trawler seen from the side, in boat units; drawn up or mirrored."""

    def __init__(self, x, y, k, flip, hull, house, seed):
        self.x, self.y, self.k, self.f, self.hull, self.house, self.seed = x, y, k, flip, hull, house, seed

    def draw(self, L, s):
        g = np.random.default_rng(self.seed)
        k, f = self.k, self.f

        def p(a, b):
            return self.x + f * a * k, self.y - s * b * k

        dark = rgb("1a1626")
        hull, house = rgb(self.hull), rgb(self.house)
        rim = rgb("ffb066")
        toward = 1 if (SUN[0] - self.x) * f > 0 else -1     # which end faces the sun
        # hull
        c = L.c
        c.move_to(*p(-100, 30))
        c.curve_to(*p(-60, 20), *p(30, 18), *p(112, 50))
        c.curve_to(*p(104, 26), *p(96, 8), *p(88, -6))
        c.line_to(*p(-92, -6))
        c.curve_to(*p(-98, 6), *p(-101, 18), *p(-100, 30))
        c.close_path()
        a0, a1 = p(-100 * toward, 0), p(100 * toward, 0)
        c.set_source(linear(*a0, *a1, [(0, hull * 0.45), (0.7, hull * 0.85), (1, mix(hull, rim, np.float32(0.35)))]))
        c.fill()
        for lvl, wd, cc in ((22, 2.2, mix(hull, rgb("e8c9a0"), np.float32(0.6))), (2, 2.6, rgb("8f3430") * 0.75), (12, 0.8, hull * 0.4)):
            c.move_to(*p(-99, lvl + 6))
            c.curve_to(*p(-60, lvl - 4), *p(30, lvl - 6), *p(104, lvl + 20 * (lvl / 24)))
            c.set_source_rgba(*[float(v) for v in cc], 0.9)
            c.set_line_width(wd * k)
            c.stroke()
        for i in range(6):     # tyres along the side
            tx, ty = p(-78 + i * 29, 9 + i * 1.1)
            c.set_source_rgba(0.06, 0.05, 0.08, 0.95)
            c.set_line_width(2.6 * k)
            c.arc(tx, ty, 5.2 * k, 0, 6.283)
            c.stroke()
        # rail
        for i in range(20):
            q = -96 + i * 10.6
            lift = 25 + max(0, (q - 10) / 100) ** 2 * 27
            L.line(p(q, lift - 1), p(q, lift + 9), dark, 1.1 * k, 0.9)
        for up in (5, 9):
            for i in range(19):
                q0, q1 = -96 + i * 10.6, -96 + (i + 1) * 10.6
                L.line(p(q0, 25 + up + max(0, (q0 - 10) / 100) ** 2 * 27), p(q1, 25 + up + max(0, (q1 - 10) / 100) ** 2 * 27), dark, 0.9 * k, 0.9)
        # wheel house
        e0, e1 = p(-70 * toward + -45, 40), p(70 * toward - 45, 40)
        shade = linear(*e0, *e1, [(0, house * 0.42), (0.6, house * 0.7), (1, mix(house, rim, np.float32(0.5)))])
        L.poly([p(-76, 22), p(-76, 52), p(-8, 52), p(-4, 22)], shade)
        L.poly([p(-64, 52), p(-62, 80), p(-18, 80), p(-14, 52)], shade)
        L.poly([p(-69, 80), p(-69, 84), p(-10, 84), p(-12, 80)], dark)
        L.poly([p(-80, 52), p(-80, 55), p(-2, 55), p(-2, 52)], dark)
        for i in range(4):
            L.poly([p(-59 + i * 10.4, 62), p(-59 + i * 10.4, 75), p(-51 + i * 10.4, 75), p(-51 + i * 10.4, 62)], rgb("ffca78") if i % 3 else rgb("ffe3a8"), 0.92)
        for i in range(4):
            wx, wy = p(-66 + i * 16, 39)
            L.disc(wx, wy, 4.2 * k, rgb("ffc474"), 0.85)
            c.set_source_rgba(0.1, 0.08, 0.12, 1)
            c.set_line_width(1.2 * k)
            c.arc(wx, wy, 4.2 * k, 0, 6.283)
            c.stroke()
        # masts, booms, rigging, nets
        mast = [(-40, 84, 172), (44, 26, 150)]
        for mx, b0, b1 in mast:
            L.line(p(mx, b0), p(mx, b1), dark, 3 * k)
            L.line(p(mx - 9, b1 - 18), p(mx + 9, b1 - 18), dark, 1.6 * k)
            for dx in (-26, 26):
                L.line(p(mx, b1 - 4), p(mx + dx, max(b0 - 4, 26)), dark, 0.7 * k, 0.85)
        L.line(p(-40, 166), p(44, 146), dark, 0.7 * k, 0.9)
        L.line(p(44, 146), p(108, 52), dark, 0.7 * k, 0.9)
        L.line(p(-40, 166), p(-99, 34), dark, 0.7 * k, 0.9)
        L.line(p(44, 60), p(-4, 124), dark, 2.2 * k)
        L.line(p(-4, 124), p(44, 144), dark, 0.7 * k)
        L.line(p(-4, 124), p(-2, 60), dark, 0.6 * k)
        L.line(p(44, 62), p(88, 112), dark, 2.0 * k)
        L.line(p(88, 112), p(44, 144), dark, 0.6 * k)
        for i in range(30):     # hanging net
            u = g.random()
            n0 = (44 + 40 * u, 66 + 44 * u)
            L.line(p(*n0), p(n0[0] + g.normal(0, 5), n0[1] - g.uniform(12, 40) * (0.4 + u)), rgb("3b4a5a") * 0.8, 0.7 * k, 0.55)
        # flags, lamps, floats, crates
        L.poly([p(-40, 172), p(-40, 162), p(-24, 165), p(-28, 168), p(-23, 171)], rgb("d8392b"), 0.95)
        L.poly([p(44, 150), p(44, 142), p(57, 145), p(54, 147), p(57, 149)], rgb("e2762e"), 0.95)
        lx, ly = p(-40, 150)
        L.c.set_source(radial(lx, ly, 16 * k, [(0, rgb("fff2c0"), 0.9), (0.25, rgb("ffd27a"), 0.5), (1, rgb("ffd27a"), 0)]))
        L.c.arc(lx, ly, 16 * k, 0, 6.283)
        L.c.fill()
        for i in range(10):
            bx, by = p(2 + g.uniform(0, 34), 24 + g.uniform(0, 10))
            L.disc(bx, by, g.uniform(2.4, 4) * k, rgb(["d8622c", "e8a63a", "b8432e", "3b6b72"][i % 4]) * 0.8)
        for i in range(4):
            L.poly([p(60 + i * 8, 28 + i * 2), p(60 + i * 8, 35 + i * 2), p(67 + i * 8, 36 + i * 2), p(67 + i * 8, 29 + i * 2)], rgb(["2e5a6b", "86422e"][i % 2]) * 0.8)
        # man on deck
        mx = 22 if self.seed % 2 else 30
        L.poly([p(mx - 3, 24), p(mx - 4, 42), p(mx + 4, 43), p(mx + 3.5, 24)], dark)
        hx, hy = p(mx, 47)
        L.disc(hx, hy, 3.2 * k, dark)
        L.line(p(mx + 3, 40), p(mx + 10, 32), dark, 2 * k)


BOATS = [
    Boat(1130, 668, 0.62, -1, "5a4a66", "b39a90", 1), Boat(960, 662, 0.46, -1, "6b4458", "a58a86", 2),
    Boat(250, 664, 0.52, 1, "4e5670", "b5978c", 3), Boat(470, 660, 0.40, 1, "644a62", "a88a84", 4),
    Boat(1215, 742, 1.05, -1, "2d5263", "c9b8a4", 5), Boat(330, 772, 1.42, 1, "3a6278", "d8c4a8", 7),
    Boat(90, 736, 0.95, 1, "7a3b38", "c4ab98", 9),
]


def far_things(L, s):
    g = np.random.default_rng(44)
    c = rgb("4d2f4d")
    y0 = HZ + 2
    L.poly([(560, y0 - s * 0), (575, y0 - s * 11), (705, y0 - s * 9), (720, y0)], c)      # mole
    for i in range(26):
        L.disc(562 + i * 6, y0 - s * g.uniform(1, 8), g.uniform(3, 6), c)
    L.poly([(676, y0 - s * 8), (679, y0 - s * 62), (689, y0 - s * 62), (692, y0 - s * 8)], linear(676, 0, 692, 0, [(0, rgb("5a3450")), (1, rgb("ffb36a"))]))
    for i in range(3):
        L.poly([(677 + i * 0.5, y0 - s * (20 + i * 14)), (677.4 + i * 0.5, y0 - s * (27 + i * 14)), (690.6 - i * 0.5, y0 - s * (27 + i * 14)), (691 - i * 0.5, y0 - s * (20 + i * 14))], rgb("8e2f38"))
    L.poly([(678, y0 - s * 62), (678, y0 - s * 72), (690, y0 - s * 72), (690, y0 - s * 62)], rgb("fff0b8"))
    L.poly([(675, y0 - s * 72), (684, y0 - s * 82), (693, y0 - s * 72)], c)
    for _ in range(60):    # town lights and masts along the shore
        bx = g.uniform(0, W)
        L.line((bx, y0), (bx, y0 - s * g.uniform(6, 26)), c, 1.1, 0.8)
        if g.random() < 0.5:
            L.disc(bx, y0 - s * g.uniform(3, 12), 1.5, rgb("ffe2a0"), 0.9)


def quay(L):
    """Foreground: stone edge, bollard, rope, crates and floats in shadow."""
    g = np.random.default_rng(45)
    L.poly([(0, 1128), (560, 1150), (1400, 1112), (1400, H), (0, H)], linear(0, 1110, 0, H, [(0, rgb("5a3d4c")), (0.2, rgb("2d2233")), (1, rgb("130f1c"))]))
    L.poly([(0, 1128), (560, 1150), (1400, 1112), (1400, 1122), (560, 1162), (0, 1140)], rgb("c87a56"), 0.75)
    for i in range(16):
        u = i / 15 * W
        L.line((u, 1140), (u + (u - 700) * 0.12, H), rgb("0d0a14"), 2, 0.8)
    for _ in range(160):
        px, py = g.uniform(0, W), g.uniform(1155, H)
        L.line((px, py), (px + g.uniform(6, 46), py), rgb("a8654f"), 1, g.uniform(0.05, 0.22))

    def bollard(bx, by, k):
        L.poly([(bx - 26 * k, by), (bx - 19 * k, by - 50 * k), (bx + 19 * k, by - 50 * k), (bx + 26 * k, by)], linear(bx - 26 * k, 0, bx + 26 * k, 0, [(0, rgb("17121f")), (0.6, rgb("33263a")), (0.85, rgb("d98350")), (1, rgb("5a3540"))]))
        L.c.save()
        L.c.translate(bx, by - 54 * k)
        L.c.scale(31 * k, 13 * k)
        L.c.arc(0, 0, 1, 0, 6.283)
        L.c.restore()
        L.c.set_source(linear(bx - 30 * k, 0, bx + 30 * k, 0, [(0, rgb("1c1524")), (0.7, rgb("6a4046")), (1, rgb("f2a060"))]))
        L.c.fill()
        for j in range(4):
            L.c.move_to(bx - 24 * k, by - (12 + j * 7) * k)
            L.c.curve_to(bx - 8 * k, by - (6 + j * 7) * k, bx + 8 * k, by - (6 + j * 7) * k, bx + 24 * k, by - (12 + j * 7) * k)
            L.c.set_source_rgb(0.62, 0.42, 0.29)
            L.c.set_line_width(5 * k)
            L.c.stroke()

    for (x0, y0), (x1, y1), sag in (((604, 1148), (440, 794), 70), ((604, 1142), (1105, 760), 120)):
        L.c.move_to(x0, y0)
        L.c.curve_to(x0 + (x1 - x0) * 0.3, y0 - (y0 - y1) * 0.2 + sag, x0 + (x1 - x0) * 0.7, y1 + (y0 - y1) * 0.3 + sag, x1, y1)
        L.c.set_source_rgba(0.16, 0.11, 0.15, 0.95)
        L.c.set_line_width(3.4)
        L.c.stroke()
    bollard(604, 1196, 1.0)
    for i in range(5):      # fish crates
        for j in range(2 if i in (1, 2) else 1):
            cx, cy = 1120 + i * 54 - j * 8, 1196 - j * 36 + (i % 2) * 4
            base = rgb(["2f6377", "8a3c33", "b98a3a", "375a54", "6b3a52"][(i + j) % 5])
            L.poly([(cx, cy), (cx, cy - 33), (cx + 50, cy - 33), (cx + 50, cy)], linear(cx, 0, cx + 50, 0, [(0, base * 0.35), (1, base * 0.62)]))
            L.line((cx, cy - 33), (cx + 50, cy - 33), rgb("ffae6a"), 2, 0.8)
            for q in range(4):
                L.line((cx + 8 + q * 11, cy - 8), (cx + 8 + q * 11, cy - 24), rgb("0f0b14"), 3, 0.7)
    for i in range(70):     # heap of net with floats
        a, r = g.uniform(0, math.pi), g.uniform(0, 1)
        px, py = 175 + math.cos(a) * 150 * r, 1200 - math.sin(a) * 62 * r
        L.c.arc(px, py, g.uniform(14, 34), g.uniform(2.6, 3.6), g.uniform(5.2, 6.6))
        c = mix(rgb("1f2d38"), rgb("b0764f"), np.float32(g.random() ** 2 * 0.55))
        L.c.set_source_rgba(*[float(v) for v in c], 0.8)
        L.c.set_line_width(g.uniform(1.5, 4))
        L.c.stroke()
    for i in range(16):
        a, r = g.uniform(0.1, math.pi - 0.1), g.uniform(0.5, 1.02)
        px, py = 175 + math.cos(a) * 150 * r, 1202 - math.sin(a) * 62 * r
        L.disc(px, py, 9, rgb("7d3322"))
        L.disc(px + 2, py - 2.5, 5.5, rgb("f08a48"), 0.9)


def paint():
    back = sky()
    x, y = grid(W, H)
    U = Layer(W, H)
    far_things(U, 1)
    back_up = U.onto(back)
    mirror = sample(back, x, np.clip(2 * HZ - y, 0, H - 1)) * 0.9
    D = Layer(W, H)
    far_things(D, -1)
    for b in BOATS:
        b.draw(D, -1)
    mirror = D.onto(mirror)
    wtr, r = water(mirror, HZ, 7, 900, Tex(46, 1.3), 0.42, rgb("2a2c55"), 0.42, 0.018)
    glint = step(0.05, 0.19, r) * np.exp(-np.abs(x - SUN[0]) / (44 + np.maximum(y - HZ, 0) * 0.30)) * step(0, 24, y - HZ)
    wtr = wtr + glint[..., None] * np.array([0.95, 0.55, 0.18], np.float32)
    img = np.where((y > HZ)[..., None], wtr, back_up)
    haze = np.exp(-((y - HZ) / 34) ** 2)
    img = mix(img, rgb("ff9c5c"), haze * (0.25 + 0.4 * np.exp(-np.abs(x - SUN[0]) / 320)))
    for b in BOATS:
        L = Layer(W, H)
        b.draw(L, 1)
        img = L.onto(img)
        if b.k < 0.8:
            m = np.exp(-((y - HZ) / 90) ** 2) * np.exp(-((x - b.x) / (130 * b.k + 60)) ** 2)
            img = mix(img, rgb("f58a58"), m * (0.34 if b.k < 0.55 else 0.24))
    L = Layer(W, H)
    g = np.random.default_rng(47)
    for i in range(15):
        gx, gy, k = g.uniform(520, 1120), g.uniform(190, 480), g.uniform(5, 13)
        L.c.move_to(gx - k, gy - k * 0.4)
        L.c.curve_to(gx - k * 0.5, gy - k * 0.75, gx - k * 0.1, gy - k * 0.1, gx, gy)
        L.c.curve_to(gx + k * 0.1, gy - k * 0.15, gx + k * 0.5, gy - k * 0.8, gx + k, gy - k * 0.25)
        L.c.set_source_rgba(0.16, 0.10, 0.18, 0.9)
        L.c.set_line_width(max(1.3, k * 0.2))
        L.c.stroke()
    quay(L)
    img = L.onto(img)
    return finish(img, 48, bloom=0.3, threshold=0.8, radius=22, grain=0.013, vignette=0.3, contrast=0.25)
