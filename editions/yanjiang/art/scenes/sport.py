"""Running track lanes from above, runners with long shadows."""
import math

import numpy as np

from kit import *

W, H = 1500, 716
M = 64.0                      # pixels per metre at the middle of the picture
CX, CY, R0 = 640.0, 4452.0, 3810.0   # centre of the bend, inner radius in pixels
LANE = 1.12 * M
SUNDIR = (1.0, 0.36)          # shadows fall towards lower right
SHLEN = 2.3                   # shadow length per metre of height


def track(seed):
    x, y = grid(W, H)
    r = np.hypot(x - CX, y - CY)
    a = np.arctan2(x - CX, CY - y)
    t1, t2 = Tex(seed, 1.2), Tex(seed + 1, 0.3)
    lane = (r - R0) / LANE
    i = np.floor(lane)
    g = np.random.default_rng(seed)
    grain = g.normal(size=(H, W)).astype(np.float32)
    base = ramp([(0, "8f2f20"), (0.5, "b9472e"), (1, "d56a45")], np.clip(0.5 + 0.45 * (t1(x / 900, y / 900) - 0.5) + 0.10 * grain + 0.22 * (t2(a * 9, r / 260) - 0.5) + 0.03 * np.sin(i * 2.1), 0, 1))
    wear = np.exp(-((lane - i - 0.5) / 0.2) ** 2) * step(0.4, 0.8, t1(a * 2.2 + i * 0.31, r / 3000))
    base = mix(base, rgb("7b3a2c"), wear * 0.28)
    d = np.abs(lane - np.round(lane)) * LANE
    chip = step(0.12, 0.3, t2(x / 300, y / 300))
    on = (np.round(lane) >= 0) & (np.round(lane) <= 8)
    img = mix(base, np.array([0.95, 0.92, 0.86], np.float32), np.where(on, step(2.2, 1.0, d) * (0.72 + 0.28 * chip), 0))
    # grass outside both edges
    stripe = 0.5 + 0.5 * np.tanh(5 * np.sin(a * 46))
    lawn = ramp([(0, "1f4a22"), (0.5, "3c7a31"), (1, "79a84a")], np.clip(0.40 + 0.20 * (stripe - 0.5) + 0.16 * grain + 0.5 * (t2(x / 200, y / 200) - 0.5), 0, 1))
    img = np.where((lane < -0.10)[..., None], lawn, img)
    img = np.where((lane > 8.08)[..., None], lawn * 0.94, img)
    kerb = (lane > -0.10) & (lane < -0.02)
    img = np.where(kerb[..., None], np.array([0.90, 0.88, 0.84], np.float32) * (0.9 + 0.06 * grain[..., None]), img)
    return img, lane, a


def lane_point(lane, a):
    r = R0 + lane * LANE
    return CX + math.sin(a) * r, CY - math.cos(a) * r


def numbers(L):
    """Lane numbers and the staggered start line, painted on the ground."""
    L.c.select_font_face("Noto Sans CJK SC", 0, 1)
    L.c.set_font_size(52)
    for n in range(1, 9):
        x, y = lane_point(n - 0.5, -0.098)
        L.c.save()
        L.c.translate(x, y)
        L.c.rotate(-0.098 + math.pi / 2)
        e = L.c.text_extents(str(n))
        L.c.move_to(-e.width / 2 - e.x_bearing, e.height / 2)
        L.c.set_source_rgba(0.96, 0.93, 0.87, 0.86)
        L.c.show_text(str(n))
        L.c.restore()
    for d, w in ((-0.122, 5), (0.186, 3)):
        L.line(lane_point(0, d), lane_point(8, d), (0.96, 0.93, 0.87), w, 0.85)


class Runner:
    """A jointed figure in metres: x forward, y left, z up."""

    def __init__(self, lane, a, phase, shirt, shorts, skin, hair):
        self.lane, self.a, self.shirt, self.shorts, self.skin, self.hair = lane, a, rgb(shirt), rgb(shorts), rgb(skin), rgb(hair)
        s, c = math.sin(phase), math.cos(phase)
        P = {}
        P["hip"], P["chest"], P["neck"], P["head"] = (0, 0, 0.98), (0.14, 0, 1.38), (0.19, 0, 1.50), (0.26, 0, 1.66)
        for side, q in ((1, s), (-1, -s)):
            k = "l" if side > 0 else "r"
            P[k + "hip"] = (0, side * 0.12, 0.95)
            P[k + "knee"] = (0.44 * q, side * 0.13, 0.60 + 0.22 * max(q, 0))
            back = max(-q, 0)
            P[k + "foot"] = (0.44 * q - 0.06 - 0.52 * back + 0.18 * max(q, 0), side * 0.12, 0.07 + 0.42 * back)
            P[k + "toe"] = (P[k + "foot"][0] + 0.17, side * 0.12, P[k + "foot"][2] - 0.04)
            P[k + "sho"] = (0.13, side * 0.22, 1.40)
            P[k + "elb"] = (0.10 - 0.30 * q, side * 0.33, 1.14)
            P[k + "hand"] = (0.10 - 0.30 * q + 0.27, side * (0.24 if q < 0 else 0.31), 1.16 + 0.16 * (-q))
        self.P = P

    def ground(self, p):
        x0, y0 = lane_point(self.lane - 0.5, self.a)
        c, s = math.cos(self.a), math.sin(self.a)
        fx, fy = p[0] * M, -p[1] * M                 # running to the right along the bend
        return x0 + fx * c - fy * s, y0 + fx * s + fy * c

    def view(self, p):
        """Camera high above the middle: taller things lean outwards a little."""
        x, y = self.ground(p)
        k = 1 + p[2] * 0.045
        return W / 2 + (x - W / 2) * k, H * 0.52 + (y - H * 0.52) * k - p[2] * 7

    def shadow(self, p):
        x, y = self.ground(p)
        return x + SUNDIR[0] * p[2] * M * SHLEN, y + SUNDIR[1] * p[2] * M * SHLEN

    BONES = (("lhip", "lknee", 0.085), ("lknee", "lfoot", 0.062), ("lfoot", "ltoe", 0.05), ("rhip", "rknee", 0.085), ("rknee", "rfoot", 0.062), ("rfoot", "rtoe", 0.05),
             ("hip", "chest", 0.17), ("chest", "neck", 0.12), ("lsho", "rsho", 0.09), ("lsho", "lelb", 0.05), ("lelb", "lhand", 0.042), ("rsho", "relb", 0.05), ("relb", "rhand", 0.042))

    def cast(self, L):
        for a, b, r in self.BONES:
            L.line(self.shadow(self.P[a]), self.shadow(self.P[b]), (0, 0, 0), 2 * r * M * 1.05)
        x, y = self.shadow(self.P["head"])
        ang = math.atan2(SUNDIR[1], SUNDIR[0])
        L.c.save()
        L.c.translate(x, y)
        L.c.rotate(ang)
        L.disc(0, 0, 0.15 * M * 1.7, (0, 0, 0), 1, 0.105 * M)
        L.c.restore()

    def limb(self, L, a, b, w, col, w2=None):
        """A shaded tapering limb: dark side to the lower right, light to the upper left."""
        (x0, y0), (x1, y1) = self.view(a), self.view(b)
        n = 7
        for k, (off, tone) in enumerate(((0.0, 0.50), (-0.16, 0.86), (-0.30, 1.12))):
            for i in range(n):
                u = (i + 0.5) / n
                ww = (w + ((w2 or w) - w) * u) * M * (1 - k * 0.29)
                L.disc(x0 + (x1 - x0) * u + off * w * M, y0 + (y1 - y0) * u + off * w * M * 0.6, ww, np.clip(col * tone, 0, 1))
            L.poly([(x0 + off * w * M, y0 + off * w * M * 0.6), (x1 + off * w * M, y1 + off * w * M * 0.6)], np.clip(col * tone, 0, 1), close=False, width=2 * min(w, w2 or w) * M * (1 - k * 0.29))

    def draw(self, L):
        P = self.P
        for k in ("l", "r"):
            self.limb(L, P[k + "foot"], P[k + "toe"], 0.055, np.array([0.93, 0.92, 0.88]) if self.lane % 2 else rgb("e8e23c"))
            self.limb(L, P[k + "knee"], P[k + "foot"], 0.062, self.skin, 0.048)
            self.limb(L, P[k + "hip"], P[k + "knee"], 0.088, self.skin, 0.068)
            h, n = P[k + "hip"], P[k + "knee"]
            self.limb(L, h, tuple(h[i] + (n[i] - h[i]) * 0.55 for i in range(3)), 0.105, self.shorts)
        for k in ("l", "r"):
            self.limb(L, P[k + "elb"], P[k + "hand"], 0.045, self.skin, 0.038)
            self.limb(L, P[k + "sho"], P[k + "elb"], 0.055, self.skin, 0.045)
        # trunk
        self.limb(L, P["hip"], P["chest"], 0.15, self.shirt, 0.17)
        self.limb(L, P["lsho"], P["rsho"], 0.095, self.shirt)
        mid = [self.view(P[k]) for k in ("lsho", "rsho")]
        bx, by = self.view((0.02, 0, 1.24))
        L.c.save()
        L.c.translate(bx, by)
        L.c.rotate(self.a)
        L.poly([(-9, -11), (8, -11), (8, 11), (-9, 11)], (0.97, 0.96, 0.93), 0.95)
        L.c.rotate(math.pi / 2)
        L.c.select_font_face("Noto Sans CJK SC", 0, 1)
        L.c.set_font_size(11)
        L.c.move_to(-9.5, 4)
        L.c.set_source_rgb(0.1, 0.1, 0.12)
        L.c.show_text(f"{317 + self.lane * 83 % 600:03d}")
        L.c.restore()
        self.limb(L, P["chest"], P["neck"], 0.065, self.skin)
        x, y = self.view(P["head"])
        r = 0.118 * M
        L.disc(x + 1.5, y + 1, r * 1.06, self.hair * 0.5)
        L.disc(x, y, r, self.hair * 0.9)
        L.disc(x - r * 0.25, y - r * 0.25, r * 0.66, np.clip(self.hair * 1.5 + 0.03, 0, 1))
        L.disc(x - r * 0.36, y - r * 0.36, r * 0.3, np.clip(self.hair * 2.2 + 0.10, 0, 1))
        fx, fy = self.view((P["head"][0] + 0.11, 0, 1.62))
        L.disc(fx, fy, r * 0.42, self.skin)
        del mid


RUNNERS = [
    Runner(8, -0.066, 0.9, "e9e4da", "22304a", "c98f68", "1c1614"),
    Runner(7, -0.018, -1.1, "1f5fa8", "16233a", "d39a72", "201815"),
    Runner(6, 0.030, 1.35, "f0b52c", "1c1c22", "c78a60", "1a1413"),
    Runner(5, 0.004, -0.7, "d2342e", "f0ece4", "d6a078", "241a16"),
    Runner(4, 0.062, 1.0, "2b8a63", "13241d", "c48b64", "17120f"),
    Runner(3, 0.036, -1.35, "f2efe8", "b3262a", "cf976e", "211815"),
    Runner(2, -0.030, 0.6, "6a3d94", "1b1526", "d09a74", "1d1513"),
    Runner(1, 0.016, -0.95, "ee7a2a", "20242c", "c98f68", "191312"),
]


def paint():
    img, lane, a = track(71)
    L = Layer(W, H)
    numbers(L)
    c, al = L.read()
    wear = 0.62 + 0.38 * step(0.3, 0.55, Tex(73, 0.3)(grid(W, H)[0] / 260, grid(W, H)[1] / 260))[..., None]
    img = img * (1 - al * wear) + c * wear
    S = Layer(W, H)
    for r in RUNNERS:
        r.cast(S)
    al = S.read()[1][..., 0]
    soft = blur(al, 2.2) * 0.55 + al * 0.45
    img = img * (1 - soft[..., None] * np.array([0.70, 0.62, 0.52], np.float32))
    B = Layer(W, H)
    for r in RUNNERS:                        # contact shade
        for k in ("lfoot", "rfoot"):
            p = r.P[k]
            gx, gy = r.ground((p[0], p[1], 0))
            B.disc(gx + 3, gy + 2, 13, (0, 0, 0), 0.55 * max(0, 1 - p[2] * 1.6))
    img = img * (1 - blur(B.read()[1], 4) * 0.8)
    D = Layer(W, H)
    for r in RUNNERS:
        r.draw(D)
    img = D.onto(img)
    x, y = grid(W, H)
    sun = np.clip(1.10 - 0.26 * (x / W) - 0.16 * (y / H), 0, 2)
    img = img * sun[..., None] * np.array([1.06, 1.0, 0.90], np.float32)
    flare = np.exp(-np.hypot(x / W * 1.2, y / H * 0.7) / 0.5)
    img = img + flare[..., None] * np.array([0.26, 0.17, 0.07], np.float32)
    cloud = blur(step(0.55, 0.8, Tex(74, 2.4)(x / 1900 + 0.2, y / 1900)), 20)
    img = img * (1 - 0.16 * cloud)[..., None]
    return finish(img, 75, bloom=0.10, threshold=0.85, radius=16, grain=0.012, vignette=0.3, contrast=0.4)
