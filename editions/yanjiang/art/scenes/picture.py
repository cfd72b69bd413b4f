"""Terraced tea hill in spring mist: a height field seen in perspective."""
import numpy as np

from kit import *

W, H, SS = 1500, 840, 2
HZ, F, CAM = 205, 1200, 62.0


def terrain(tex, x, z):
    """Height in metres over the ground plan."""
    big = tex(x / 900 + 0.13, z / 900 + 0.52) - 0.5
    mid = tex(x / 420 + 0.4, z / 420 + 0.1) - 0.5
    h = 60 * big + 16 * mid
    h += 40 * np.exp(-(((x + 175) / 120) ** 2 + ((z - 330) / 120) ** 2))        # left hill
    h += 58 * np.exp(-(((x - 170) / 135) ** 2 + ((z - 480) / 150) ** 2))        # right hill
    h += 50 * np.exp(-(((x + 60) / 190) ** 2 + ((z - 760) / 150) ** 2))         # back hill
    h += 24 * np.exp(-(((x - 40) / 100) ** 2 + ((z - 150) / 60) ** 2))          # near knoll
    h += 105 * np.clip((z - 900) / 900, 0, 1) * (0.55 + 1.0 * (tex(x / 1500 + 0.7, z / 1500) - 0.3))
    return h


def ground(tex, x, z):
    """1 where tea is planted."""
    return np.maximum(step(0.24, 0.28, tex(x / 620 + 0.61, z / 620 + 0.27)), step(420, 330, z)) * step(1050, 900, z)


def tea(h, x, z, tex):
    """Row phase along contours, with some drift; returns bump 0..1 and mask of planted ground."""
    drift = (tex(x / 160 + 0.2, z / 160 + 0.8) - 0.5) * 5
    p = (h + drift + 0.17 * z) / 1.35
    b = np.abs(np.sin(np.pi * p))
    planted = ground(tex, x, z)
    lane = np.abs(((x * 0.8 + z * 0.35 + 40 * (tex(x / 300, z / 300 + 0.4) - 0.5)) % 95) - 47.5)
    planted = planted * step(0.5, 1.1, lane)
    return np.sqrt(np.clip(b, 0, 1)), planted, np.floor(p)


def paint():
    tex, fine, veil = Tex(31, 4.6), Tex(32, 1.2), Tex(35, 2.3)
    w, h = W, H * SS
    hz, f = HZ * SS, F
    # one ray per column: project samples of growing depth, keep the visible horizon
    z = np.concatenate([np.linspace(46, 260, 1500), np.geomspace(260, 2600, 1700)[1:]])
    sx = (np.arange(w) - w / 2) / f
    X = sx[None, :] * z[:, None]
    Z = np.broadcast_to(z[:, None], X.shape)
    hh = terrain(tex, X, Z)
    b, m, _ = tea(hh, X, Z, tex)
    bump = 1.15 * b * m
    forest = (1 - m) * step(620, 900, Z) * 9 * fine(X / 60, Z / 60)
    top = hh + bump + forest
    py = (hz - (top - CAM) * f * SS / Z)
    vis = np.minimum.accumulate(py, axis=0)
    zi = np.full((h, w), -1.0, np.float32)
    rows = np.arange(h, dtype=np.float32)
    for i in range(w):
        k = np.searchsorted(-vis[:, i], -rows, side="left")
        zi[:, i] = np.where(k < len(z), k, -1)
    hit = zi >= 0
    k = np.clip(zi, 0, len(z) - 1).astype(np.int32)
    k0 = np.maximum(k - 1, 0)
    col = np.arange(w)[None, :]
    y0, y1 = vis[k0, col], vis[k, col]
    fr = np.clip((y0 - rows[:, None]) / np.maximum(y0 - y1, 1e-3), 0, 1)
    ZP = z[k0] + (z[k] - z[k0]) * fr
    XP = sx[None, :] * ZP
    hp = terrain(tex, XP, ZP)
    b, m, row = tea(hp, XP, ZP, tex)
    e = 0.7

    def tops(x, zz):
        q = terrain(tex, x, zz)
        bb, mm, _ = tea(q, x, zz, tex)
        return q + 1.15 * bb * mm

    t0 = tops(XP, ZP)
    gx, gz = (tops(XP + e, ZP) - t0) / e, (tops(XP, ZP + e) - t0) / e
    gxl, gzl = (terrain(tex, XP + 6, ZP) - hp) / 6, (terrain(tex, XP, ZP + 6) - hp) / 6

    def light(gx, gz):
        n = np.sqrt(gx * gx + gz * gz + 1)
        return np.clip((gx * 0.75 + 0.55 - gz * 0.25) / n, 0, 1.3)

    lit = 0.45 * light(gx, gz) + 0.65 * light(gxl, gzl)
    leaf = fine(XP / 9, ZP / 9) * 0.6 + fine(XP / 2.6 + 0.3, ZP / 2.6) * 0.4
    rowtone = np.mod(row * 0.6180339, 1.0)
    green = ramp([(0, "1d3a24"), (0.22, "35602f"), (0.45, "5f9138"), (0.7, "9dbd4d"), (1, "dbe48a")],
                 np.clip(0.08 + 0.50 * b ** 1.5 * lit + 0.34 * lit * leaf + 0.10 * (rowtone - 0.5), 0, 1))
    soil = ramp([(0, "3a3426"), (0.6, "7d7150"), (1, "b3a67c")], np.clip(0.25 + lit * 0.45 + 0.4 * (leaf - 0.5), 0, 1))
    land = mix(soil, green, step(0.10, 0.42, b) * m)
    wood = ramp([(0, "0f2218"), (0.5, "284a2c"), (1, "5c7f45")], np.clip(lit * 0.5 + (leaf - 0.4) * 0.9, 0, 1))
    grass = ramp([(0, "2a4a22"), (1, "88a24c")], np.clip(lit * 0.7 + (leaf - 0.5) * 0.7, 0, 1))
    land = mix(land, mix(grass, wood, step(380, 640, ZP)), 1 - ground(tex, XP, ZP))
    # air: distance haze + valley mist
    yy = rows[:, None] / SS
    xx = np.arange(w)[None, :] / w
    hazecol = ramp([(0, "e9efe9"), (0.5, "dfe9e6"), (1, "c9dadb")], np.clip(1 - (xx + 0 * yy) * 1.1, 0, 1))
    fog = 1 - np.exp(-np.maximum(ZP - 90, 0) / 900)
    low = np.exp(-np.maximum(hp - (-6 + 20 * tex(XP / 700 + 0.3, ZP / 700)), 0) / 13.0)
    wisp = veil(XP / 620 + 0.2, ZP / 420) * 0.75 + veil(XP / 210, ZP / 150) * 0.25
    mist = low * step(140, 420, ZP) * step(0.25, 0.75, wisp) * 0.92
    img = mix(land, hazecol, np.clip(fog, 0, 1))
    img = mix(img, np.array([0.95, 0.965, 0.955], np.float32), np.clip(mist, 0, 0.95))
    # sky
    sky = ramp([(0, "f4eee0"), (0.35, "e6ebe6"), (1, "b6cdd6")], np.clip((hz - rows[:, None]) / hz + 0 * xx, 0, 1))
    d = np.hypot((xx - 0.16) * 1.7, (rows[:, None] / h) - 0.02)
    sky = mix(sky, rgb("fff3d6"), 0.9 * np.exp(-d / 0.22))
    img = np.where(hit[..., None], img, sky)
    img = img.reshape(H, SS, W, 3).mean(1)
    ZI = np.where(hit, ZP, 9999).reshape(H, SS, W).mean(1)

    def place(x, zz):
        y = float(terrain(tex, np.array([x]), np.array([zz]))[0])
        return W / 2 + F * x / zz, HZ - (y - CAM) * F / zz, F / zz

    g = np.random.default_rng(33)
    air = np.array([0.88, 0.92, 0.90], np.float32)
    L = Layer(W, H)
    items = []
    for _ in range(420):
        zz = g.uniform(240, 900)
        x = g.uniform(-0.66, 0.66) * zz
        if float(ground(tex, np.array([x]), np.array([zz]))[0]) < 0.5 or g.random() < 0.12:
            items.append((zz, x, "tree"))
    for x, zz in ((27, 92), (32, 95), (21, 99), (37, 104), (-14, 112), (-8, 116), (-44, 122), (8, 84), (62, 136), (70, 142), (55, 190), (-70, 200), (-62, 206), (-10, 160), (-3, 165)):
        items.append((zz, x, "man"))
    for zz, x, kind in sorted(items, reverse=True):
        sx_, sy_, s = place(x, zz)
        iy, ix = int(np.clip(sy_ - 3 * s, 0, H - 1)), int(np.clip(sx_, 0, W - 1))
        if not 0 <= sx_ < W or ZI[iy, ix] < zz - 14 or sy_ > H + 40:
            continue
        k = np.float32(1 - np.exp(-max(zz - 90, 0) / 900))
        s *= 1.55 if kind == "man" else 1
        if kind == "tree":
            hgt = g.uniform(5, 11) * s
            for _ in range(70):
                a, r = g.uniform(0, 6.28), g.random() ** 0.5
                px, pyy = sx_ + np.cos(a) * r * hgt * 0.42, sy_ - hgt * 0.62 + np.sin(a) * r * hgt * 0.46
                tone = np.clip(0.5 - (px - sx_) / hgt * 0.7 - (pyy - sy_ + hgt * 0.6) / hgt * 0.8 + g.normal() * 0.12, 0, 1)
                c = mix(mix(rgb("15291b"), rgb("7f9c4c"), np.float32(tone)), air, np.float32(k))
                L.disc(px, pyy, hgt * g.uniform(0.05, 0.12), c, 0.85)
            L.line((sx_, sy_), (sx_, sy_ - hgt * 0.3), mix(rgb("2a2119"), air, k), max(0.8, 0.5 * s))
        else:
            coat = [rgb("2f5f8a"), rgb("a8433a"), rgb("d8d2c4"), rgb("3c6b58")][int(g.integers(4))]
            lift = 0.5 * s
            L.poly([(sx_ - 0.33 * s, sy_ - lift), (sx_ - 0.30 * s, sy_ - 1.25 * s), (sx_ + 0.26 * s, sy_ - 1.3 * s), (sx_ + 0.36 * s, sy_ - lift)], mix(coat, air, k))
            L.line((sx_ + 0.2 * s, sy_ - 1.1 * s), (sx_ + 0.62 * s, sy_ - 0.72 * s), mix(coat * 0.85, air, k), 0.17 * s)
            L.line((sx_ - 0.2 * s, sy_ - 1.1 * s), (sx_ + 0.35 * s, sy_ - 0.62 * s), mix(coat * 0.7, air, k), 0.17 * s)
            L.disc(sx_ + 0.04 * s, sy_ - 1.45 * s, 0.17 * s, mix(rgb("c79a78"), air, k))
            L.poly([(sx_ - 0.42 * s, sy_ - 1.46 * s), (sx_ + 0.05 * s, sy_ - 1.80 * s), (sx_ + 0.5 * s, sy_ - 1.42 * s)], mix(rgb("e2c67f"), air, k))
            L.poly([(sx_ - 0.42 * s, sy_ - 1.46 * s), (sx_ - 0.02 * s, sy_ - 1.5 * s), (sx_ + 0.5 * s, sy_ - 1.42 * s)], mix(rgb("8a6f3c"), air, k))
            L.disc(sx_ - 0.5 * s, sy_ - 0.85 * s, 0.32 * s, mix(rgb("96703f"), air, k), 1, 0.36 * s)
            L.disc(sx_ - 0.5 * s, sy_ - 1.12 * s, 0.30 * s, mix(rgb("9bbd4a"), air, k), 1, 0.12 * s)
    img = L.onto(img)
    # drifting mist banks and light from the upper left
    x, y = grid(W, H)
    for cy, th, u, a in ((196, 30, 0.0, 0.9), (262, 26, 0.37, 0.85), (352, 26, 0.71, 0.6), (452, 22, 0.2, 0.3)):
        n = veil(x / W * 0.7 + u, y / H * 1.5 + u) * 0.75 + veil(x / W * 1.9 + u, y / H * 4 + u) * 0.25
        m = np.exp(-((y - cy - 22 * np.sin(x / 260 + u * 9)) / th) ** 2) * step(0.32, 0.66, n)
        m *= step(110, 380, ZI)
        img = mix(img, np.array([0.97, 0.975, 0.96], np.float32), m * a)
    ray = np.exp(-np.hypot((x / W - 0.12) * 1.4, y / H * 1.1) / 0.42)
    img = img + ray[..., None] * np.array([0.26, 0.21, 0.09], np.float32)
    return finish(img, 34, bloom=0.12, threshold=0.8, grain=0.012, vignette=0.22, contrast=0.45, warmth=0.01)
