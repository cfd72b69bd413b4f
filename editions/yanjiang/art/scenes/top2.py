"""A light-rail train arriving at an elevated station."""
import math

import numpy as np

from kit import *
from people import person

W, H = 1500, 880
CAM = Camera((-1.4, 1.75, 0), 820, 650, 410)      # platform is y = 0, its edge x = 1.0; rails at y = -1.1


def fog(c, z, far=170.0):
    return mix(np.asarray(c, np.float32), rgb("dfe3e2"), np.float32(1 - math.exp(-max(z - 6, 0) / far)))


def quad(L, pts, col, a=1.0):
    L.poly([CAM(*p) for p in pts], col, a)


def sky():
    x, y = grid(W, H)
    t = np.clip((470 - y) / 470, 0, 1)
    img = ramp([(0, "f3e6cf"), (0.25, "d9e2e2"), (0.6, "9fc0d8"), (1, "5e93c4")], t)
    tex, t2 = Tex(61, 1.9), Tex(62, 1.6)
    d = sky_clouds(W, H, 430, tex, 0.3, 0.14, (0.3, 0.2)) * 0.65 + sky_clouds(W, H, 430, t2, 0.7, 0.16) * 0.35
    m = step(0.47, 0.70, d)
    edge = np.clip((d - np.roll(d, -8, 0)) * 7 + 0.5, 0, 1)
    img = mix(img, mix(rgb("c4d0da"), rgb("fff8ea"), edge), m * 0.9 * step(0, 0.2, t))
    sun = np.exp(-np.hypot(x - 1120, y - 330) / 240)
    return img + sun[..., None] * np.array([0.25, 0.19, 0.09], np.float32)


def city(img):
    g = np.random.default_rng(63)
    t = Tex(64, 2.4)
    x, y = grid(W, H)
    ridge = 372 - 60 * (t(np.arange(W) / W * 0.7 + 0.2, np.full(W, 0.4)) - 0.3)
    img = mix(img, rgb("b4c6cd"), np.clip(y - ridge[None], 0, 1) * 0.75)
    for z, n in ((420, 50), (260, 40), (150, 30), (85, 24)):
        L = Layer(W, H)
        for _ in range(n):
            bx, w, h = g.uniform(-2, 0.95) * z + 12, g.uniform(9, 24), g.uniform(4, 40) * (1 if z > 120 else 0.42) - 8
            if bx > -6 and bx < 16 and z < 200:
                bx += 26
            x0, yt = CAM(bx, h, z)
            x1, yb = CAM(bx + w, -14, z)
            tone = rgb(["c9c2b4", "b9bfc4", "a9b4bd", "c4b3a2", "8fa0ac"][int(g.integers(5))])
            c = fog(tone, z, 210)
            L.poly([(x0, yb), (x0, yt), (x1, yt), (x1, yb)], linear(x0, 0, x1, 0, [(0, c * 0.80), (1, c)]))
            st = max(3.0, 820 / z * 1.6)
            for wy in np.arange(yt + st * 0.7, min(yb, H), st):
                L.line((x0 + 2, wy), (x1 - 2, wy), fog(rgb("5f7384"), z, 190), max(0.6, st * 0.36), 0.7)
            for wx in np.arange(x0 + st, x1 - 1, st * 1.1):
                L.line((wx, yt), (wx, yb), c * 0.96, max(0.7, st * 0.3), 0.9)
            if z < 120:
                L.poly([(x0 - 2, yt), (x0 + (x1 - x0) * 0.1, yt - st), (x1 - (x1 - x0) * 0.1, yt - st), (x1 + 2, yt)], fog(rgb("8a5a48"), z))
        img = L.onto(img)
        haze = step(300, 520, y) * 0.16
        img = mix(img, rgb("eee6d6"), haze)
    L = Layer(W, H)
    for _ in range(480):     # tree tops beside the line
        z = g.uniform(14, 130)
        tx, ty = CAM(g.uniform(8.2, 22), g.uniform(-9, -3.6), z)
        r = 820 / z * g.uniform(0.5, 1.3)
        L.disc(tx, ty, r, fog(mix(rgb("2c4a2e"), rgb("8fae58"), np.float32(g.random())), z), 0.85, r * 0.8)
    return L.onto(img)


def track(L):
    quad(L, [(1.0, -1.3, 1.2), (1.0, -1.3, 400), (7.4, -1.3, 400), (7.4, -1.3, 1.2)], linear(0, 900, 0, 420, [(0, rgb("6b6862")), (1, rgb("c3bfb5"))]))
    for z in np.arange(40, 1.6, -0.7):
        for cx in (2.3, 5.6):
            quad(L, [(cx - 1.15, -1.22, z), (cx - 1.15, -1.22, z + 0.28), (cx + 1.15, -1.22, z + 0.28), (cx + 1.15, -1.22, z)], fog(rgb("8d8880"), z, 60))
    for rx in (1.58, 3.02, 4.88, 6.32):
        quad(L, [(rx - 0.05, -1.12, 1.5), (rx - 0.05, -1.12, 300), (rx + 0.05, -1.12, 300), (rx + 0.05, -1.12, 1.5)], rgb("575a5e"))
        quad(L, [(rx - 0.02, -1.1, 1.5), (rx - 0.02, -1.1, 300), (rx + 0.02, -1.1, 300), (rx + 0.02, -1.1, 1.5)], rgb("eef1f0"))
    # parapet on the far side, then overhead line masts
    quad(L, [(7.4, -1.3, 1.2), (7.4, -0.15, 1.2), (7.4, -0.15, 400), (7.4, -1.3, 400)], linear(1500, 0, 700, 0, [(0, rgb("a5a49c")), (1, rgb("d8d6cc"))]))
    quad(L, [(7.4, -0.15, 1.2), (7.6, -0.15, 1.2), (7.6, -0.15, 400), (7.4, -0.15, 400)], rgb("efeadc"))
    for z in np.arange(120, 3, -3.0):
        L.line(CAM(7.4, -1.25, z), CAM(7.4, -0.2, z), fog(rgb("8b8a84"), z), max(0.6, 26 / z), 0.6)
    for z in (150, 122, 96, 72, 50, 32):
        w = 820 / z * 0.14
        c = fog(rgb("58656c"), z, 110)
        L.line(CAM(7.7, -0.2, z), CAM(7.7, 6.4, z), c, max(1, w))
        L.line(CAM(7.7, 5.9, z), CAM(1.6, 5.9, z), c, max(0.8, w * 0.6))
    for wx in (2.3, 5.6):
        L.line(CAM(wx, 5.1, 3), CAM(wx, 5.1, 300), rgb("3d4a52"), 1.6, 0.8)
        L.line(CAM(wx, 5.7, 3), CAM(wx, 5.7, 300), rgb("3d4a52"), 1.2, 0.6)


def train(L):
    z0, x0, x1, b, t = 10.5, 1.12, 3.62, -0.95, 2.55
    white, blue, teal = rgb("eef0ee"), rgb("1f5f9c"), rgb("2fa39a")
    # platform side wall in car lengths
    for car in range(4, -1, -1):
        za, zb = z0 + 0.9 + car * 19, z0 + 0.9 + car * 19 + 18.5
        def s(y0, y1, z1, z2, c, a=1.0):
            quad(L, [(x0, y0, z1), (x0, y1, z1), (x0, y1, z2), (x0, y0, z2)], c, a)
        m = (za + zb) / 2
        s(b, t - 0.35, za, zb, fog(white * 0.80, m))
        s(t - 0.35, t, za, zb, fog(white * 0.92, m))
        s(b, 0.30, za, zb, fog(blue * 0.85, m))
        s(0.30, 0.42, za, zb, fog(teal, m))
        s(0.95, 1.95, za + 0.3, zb - 0.3, fog(rgb("26343f"), m))
        s(1.55, 1.95, za + 0.3, zb - 0.3, fog(rgb("7f9db0"), m), 0.55)
        g = np.random.default_rng(65 + car)
        for k in range(12):         # lit interior and passengers behind glass
            zz = za + 0.8 + k * 1.45
            s(1.02, 1.9, zz, zz + 1.1, fog(rgb("e9dfc2"), m), 0.30)
            if g.random() < 0.75:
                s(1.0, 1.0 + g.uniform(0.3, 0.6), zz + 0.2, zz + 0.65, fog(rgb("1c242c"), m), 0.7)
        for d in range(4):          # doors
            zd = za + 1.9 + d * 4.6
            s(b + 0.15, 2.1, zd, zd + 1.5, fog(rgb("dfe4e4") * 0.82, zd))
            s(0.75, 1.95, zd + 0.12, zd + 0.68, fog(rgb("33444f"), zd))
            s(0.75, 1.95, zd + 0.82, zd + 1.38, fog(rgb("33444f"), zd))
            s(b + 0.15, 2.1, zd + 0.73, zd + 0.77, fog(rgb("55626a"), zd))
            s(2.14, 2.22, zd + 0.5, zd + 1.0, fog(rgb("ffd27a"), zd))
        s(b, t, zb, zb + 0.5, fog(rgb("2b3238"), zb))
        quad(L, [(x0, t, za), (x1, t, za), (x1, t + 0.02, zb), (x0, t + 0.02, zb)], fog(rgb("b8bfc2"), m))
        quad(L, [(x0 + 0.5, t, za + 4), (x0 + 0.5, t + 0.35, za + 4), (x1 - 0.5, t + 0.35, za + 4), (x1 - 0.5, t, za + 4)], fog(rgb("8d979c"), m))
    # nose: faceted, slightly raked
    zf, zm = z0, z0 + 0.9
    quad(L, [(x0, b, zm), (x0, t, zm), (x0 + 0.22, t - 0.25, zf + 0.25), (x0 + 0.16, b, zf)], white * 0.88)
    quad(L, [(x0, b, zm), (x0, 0.35, zm), (x0 + 0.18, 0.35, zf), (x0 + 0.16, b, zf)], blue * 0.92)
    quad(L, [(x0, t, zm), (x1, t, zm), (x1 - 0.22, t - 0.25, zf + 0.25), (x0 + 0.22, t - 0.25, zf + 0.25)], white)
    fx0, fx1 = x0 + 0.17, x1 - 0.17
    p0, p1 = CAM(fx0, t - 0.2, zf), CAM(fx1, b, zf)
    quad(L, [(fx0, b, zf), (fx0 + 0.05, t - 0.25, zf + 0.25), (fx1 - 0.05, t - 0.25, zf + 0.25), (fx1, b, zf)], linear(p0[0], p0[1], p1[0], p1[1], [(0, white), (1, white * 0.84)]))
    quad(L, [(fx0, b, zf), (fx0 + 0.02, 0.35, zf), (fx1 - 0.02, 0.35, zf), (fx1, b, zf)], linear(0, CAM(0, 0.35, zf)[1], 0, p1[1], [(0, blue), (1, blue * 0.6)]))
    quad(L, [(fx0 + 0.02, 0.35, zf), (fx0 + 0.02, 0.46, zf), (fx1 - 0.02, 0.46, zf), (fx1 - 0.02, 0.35, zf)], teal)
    a, c = CAM(fx0 + 0.12, 1.95, zf + 0.2), CAM(fx1 - 0.12, 0.75, zf)
    quad(L, [(fx0 + 0.10, 0.72, zf), (fx0 + 0.14, 1.98, zf + 0.2), (fx1 - 0.14, 1.98, zf + 0.2), (fx1 - 0.10, 0.72, zf)],
         linear(a[0], a[1], c[0], c[1], [(0, rgb("aac8da")), (0.35, rgb("4a6478")), (0.36, rgb("2a3c4a")), (1, rgb("16222c"))]))
    cx, cy = CAM((fx0 + fx1) / 2 - 0.15, 1.1, zf)     # driver
    L.disc(cx, cy - 10, 9, rgb("3a3230"), 0.9)
    L.poly([(cx - 18, cy + 26), (cx - 13, cy + 2), (cx + 13, cy + 2), (cx + 18, cy + 26)], rgb("20384e"), 0.9)
    L.line(CAM(fx0 + 1.0, 0.74, zf), CAM(fx0 + 0.55, 1.5, zf + 0.1), rgb("0d1216"), 2.2)
    quad(L, [(fx0 + 0.45, 2.03, zf + 0.2), (fx0 + 0.45, 2.22, zf + 0.22), (fx1 - 0.45, 2.22, zf + 0.22), (fx1 - 0.45, 2.03, zf + 0.2)], rgb("12161a"))
    L.c.select_font_face("Noto Sans CJK SC", 0, 1)
    L.c.set_font_size(13)
    sx, sy = CAM((fx0 + fx1) / 2, 2.085, zf + 0.2)
    e = L.c.text_extents("1号线  埠前")
    L.c.move_to(sx - e.width / 2, sy + 1)
    L.c.set_source_rgb(1, 0.72, 0.28)
    L.c.show_text("1号线  埠前")
    for hx in (fx0 + 0.35, fx1 - 0.35):
        x, y = CAM(hx, 0.02, zf)
        L.c.set_source(radial(x, y, 70, [(0, rgb("fffbe8"), 0.95), (0.12, rgb("fff3c8"), 0.8), (0.35, rgb("ffe9b0"), 0.22), (1, rgb("ffe9b0"), 0)]))
        L.c.arc(x, y, 70, 0, 6.283)
        L.c.fill()
        L.disc(x, y, 12, (1.0, 1.0, 0.97), 1, 8)
    quad(L, [(fx0 + 0.7, -0.9, zf - 0.05), (fx0 + 0.7, -0.62, zf - 0.05), (fx1 - 0.7, -0.62, zf - 0.05), (fx1 - 0.7, -0.9, zf - 0.05)], rgb("1a1e22"))
    quad(L, [(x0 + 0.2, -1.25, zf + 0.3), (x0 + 0.2, b, zf + 0.1), (x1 - 0.2, b, zf + 0.1), (x1 - 0.2, -1.25, zf + 0.3)], rgb("15181b"))
    quad(L, [(x0 - 0.1, -1.28, zf - 2.2), (x0, -1.28, 100), (x1 + 0.4, -1.28, 100), (x1 + 0.5, -1.28, zf - 2.2)], (0.08, 0.08, 0.09), 0.5)


def platform(L):
    quad(L, [(-9, 0, 0.9), (-9, 0, 200), (1.0, 0, 200), (1.0, 0, 0.9)], linear(0, 900, 0, 415, [(0, rgb("8e8b86")), (0.4, rgb("b5b1a8")), (1, rgb("d9d4c8"))]))
    for z in np.concatenate([np.arange(1.6, 30, 0.9), np.arange(30, 120, 3)]):
        L.line(CAM(-9, 0, z), CAM(1.0, 0, z), rgb("7b7872"), max(0.4, 4 / z), 0.5)
    for x in np.arange(-9, 0.4, 0.9):
        L.line(CAM(x, 0, 0.9), CAM(x, 0, 150), rgb("7b7872"), 0.8, 0.4)
    quad(L, [(0.06, 0.003, 0.9), (0.06, 0.003, 200), (0.42, 0.003, 200), (0.42, 0.003, 0.9)], linear(0, 900, 0, 415, [(0, rgb("c98f18")), (1, rgb("f3d080"))]))
    for z in np.arange(1.4, 26, 0.22):
        for x in (0.13, 0.24, 0.35):
            px, py = CAM(x, 0.004, z)
            L.disc(px, py, max(0.5, 16 / z), rgb("e9bb4a") if z < 9 else rgb("f2d27e"), 0.8, max(0.3, 6 / z))
    quad(L, [(0.85, 0.003, 0.9), (0.85, 0.003, 200), (1.0, 0.003, 200), (1.0, 0.003, 0.9)], rgb("f2eee2"))
    quad(L, [(1.0, 0, 0.9), (1.0, -0.35, 0.9), (1.0, -0.35, 200), (1.0, 0, 200)], rgb("6f6d69"))
    # sun patches falling in from the open side
    for z in np.arange(4, 70, 6.0):
        quad(L, [(-0.2, 0.004, z), (-5.2, 0.004, z - 1.3), (-5.2, 0.004, z + 1.9), (-0.2, 0.004, z + 3.2)], rgb("fff0cc"), 0.20 * math.exp(-z / 60))


def canopy(L):
    y0, y1 = 4.7, 3.9
    quad(L, [(-9, y0 + 0.4, 0.9), (-9, y0 + 0.4, 110), (1.6, y1 + 0.25, 110), (1.6, y1 + 0.25, 0.9)], linear(0, -500, 0, 400, [(0, rgb("6d7478")), (0.6, rgb("8a9194")), (1, rgb("c9cdca"))]))
    for z in np.arange(106, 1.5, -2.1):
        quad(L, [(-9, y0 + 0.4, z), (-9, y0 + 0.1, z), (1.6, y1 + 0.1, z), (1.6, y1 + 0.25, z)], fog(rgb("596268"), z, 60))
    for x in (-6.4, -4.0, -1.6, 0.4):
        yy = y1 + (y0 - y1) * (1.6 - x) / 10.6 + 0.15
        quad(L, [(x - 0.06, yy, 0.9), (x - 0.06, yy, 110), (x + 0.06, yy, 110), (x + 0.06, yy, 0.9)], rgb("4b545a"), 0.9)
    for z in np.arange(100, 2.5, -3.4):     # light strips
        for x in (-2.8, -0.6):
            yy = y1 + (y0 - y1) * (1.6 - x) / 10.6
            quad(L, [(x - 0.07, yy, z), (x - 0.07, yy, z + 1.8), (x + 0.07, yy, z + 1.8), (x + 0.07, yy, z)], (1.0, 0.98, 0.90))
    quad(L, [(1.6, y1 + 0.25, 0.9), (1.6, y1 - 0.15, 0.9), (1.6, y1 - 0.15, 110), (1.6, y1 + 0.25, 110)], rgb("dfe3e2"))
    quad(L, [(1.6, y1 - 0.12, 0.9), (1.6, y1 - 0.02, 0.9), (1.6, y1 - 0.02, 110), (1.6, y1 - 0.12, 110)], rgb("2a7fae"))
    for z in np.arange(96, 5, -8.0):        # columns
        c = fog(rgb("d7d9d6"), z, 70)
        w = 0.2
        xa, yb = CAM(-4.2 - w, 0, z)
        xb, yt = CAM(-4.2 + w, 4.5, z)
        L.poly([(xa, yb), (xa, yt), (xb, yt), (xb, yb)], linear(xa, 0, xb, 0, [(0, c * 0.58), (0.55, c * 0.8), (0.9, c * 1.05), (1, c)]))
        quad(L, [(-4.2 - w, 0.9, z - 0.01), (-4.2 - w, 1.15, z - 0.01), (-4.2 + w, 1.15, z - 0.01), (-4.2 + w, 0.9, z - 0.01)], fog(rgb("2a7fae"), z, 70))
        L.line(CAM(-4.2, 4.4, z), CAM(-1.8, 4.35, z), c * 0.8, max(1, 90 / z))
    # back wall: glass bays
    for z in np.arange(94, 3, -4.0):
        for lo, hi, c, a in ((0.1, 1.0, "c9d3d4", 0.75), (1.05, 2.7, "dfe9ea", 0.38)):
            quad(L, [(-8.9, lo, z), (-8.9, hi, z), (-8.9, hi, z + 3.9), (-8.9, lo, z + 3.9)], fog(rgb(c), z), a)
        L.line(CAM(-8.9, 0, z), CAM(-8.9, 4.9, z), fog(rgb("55626a"), z), max(0.8, 70 / z))
    # hanging sign
    z = 9.0
    quad(L, [(-3.3, 2.85, z), (-3.3, 3.42, z), (-0.3, 3.42, z), (-0.3, 2.85, z)], rgb("17324a"))
    quad(L, [(-3.3, 2.85, z), (-3.3, 2.90, z), (-0.3, 2.90, z), (-0.3, 2.85, z)], rgb("2fa39a"))
    for x in (-3.0, -0.6):
        L.line(CAM(x, 3.42, z), CAM(x, 4.3, z), rgb("596268"), 3)
    L.c.select_font_face("Noto Sans CJK SC", 0, 1)
    L.c.set_font_size(25)
    L.c.set_source_rgb(0.97, 0.98, 0.97)
    L.c.move_to(*CAM(-2.72, 3.13, z))
    L.c.show_text("镜塘　往 埠前")
    L.c.set_font_size(12)
    sx, sy = CAM(-2.72, 2.985, z)
    L.c.move_to(sx + 2, sy + 6)
    L.c.show_text("Jingtang    for Buqian")
    sx, sy = CAM(-3.02, 3.14, z)
    L.disc(sx, sy, 18, rgb("2fa39a"))
    L.c.set_font_size(24)
    L.c.set_source_rgb(1, 1, 1)
    L.c.move_to(sx - 7, sy + 9)
    L.c.show_text("1")


def paint():
    img = city(sky())
    L = Layer(W, H)
    track(L)
    img = L.onto(img)
    T = Layer(W, H)
    train(T)
    img = T.onto(img)
    P = Layer(W, H)
    platform(P)
    img = P.onto(img)
    K = Layer(W, H)
    canopy(K)
    people = [(-2.6, 34, "6a4a5a", "2b2f3a", 1), (-1.2, 30, "3c5a7c", "2a2a30", 2), (-3.3, 24, "a88a5a", "33343c", 3), (-0.55, 22, "8a3a34", "24262e", 4), (-1.7, 19, "48604a", "2c2c34", 5),
              (-0.35, 15, "d0c8ba", "2b3648", 6), (-2.9, 13.5, "3a4a66", "22242a", 7), (-0.7, 11.8, "b4523a", "2a2c34", 8), (-3.7, 9.4, "5b5f6a", "1f2128", 9), (-2.35, 7.2, "2f5a72", "2b2a30", 10), (-0.75, 6.6, "c49a4a", "2e3644", 11)]
    for x, z, a, b, s in people:
        person(K, CAM, fog, x, z, a, b, s, s % 3 != 0)
    # reflection of everything above on the polished floor
    c, a = K.read()
    img = img * (1 - a) + c
    x, y = grid(W, H)
    pc, pa = P.read()
    floor = pa[..., 0] * step(430, 520, y)
    refl = sample(img, x, np.clip(2 * 470 - y + 60 * (y - 470) / 430, 0, H - 1))
    img = mix(img, blur(refl, 3, 16), floor * 0.16 * (1 - a[..., 0]))
    sun = np.exp(-np.hypot((x - 1130) / 1.2, y - 330) / 330)
    img = img + sun[..., None] * np.array([0.24, 0.18, 0.09], np.float32)
    img = mix(img, rgb("f7e8cc"), 0.25 * np.exp(-((y - 420) / 46) ** 2) * np.exp(-np.abs(x - 660) / 330))
    return finish(img, 66, bloom=0.24, threshold=0.82, radius=18, grain=0.012, vignette=0.28, contrast=0.5, warmth=0.012)
