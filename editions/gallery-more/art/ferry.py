"""The ground of the long read: the last ferry under the lit bridge, painted with the kit of editions/yanjiang/art. The
lower half is dark water, evenly enough for white type."""
import io
import math

import numpy as np
from PIL import Image

from kit import Layer, Tex, blur, finish, grid, linear, mix, radial, ramp, rgb, sky_clouds, srgb_profile, step

W, H, HZ = 1720, 2200, 700
DECK = HZ - 78                                  # 桥面


def sky():
    x, y = grid(W, H)
    img = ramp([(0, "050b1c"), (0.45, "0c1c3c"), (0.75, "223a66"), (0.92, "5d5a7c"), (1, "b0785f")], np.clip(y / HZ + 0.05 * np.cos((x - 1180) / 700) - 0.04, 0, 1))
    cloud = sky_clouds(W, H, HZ, Tex(91, 2.2), scale=0.5, depth=0.16, off=(0.21, 0.4))
    band = step(0.5, 0.82, cloud) * step(HZ * 0.2, HZ * 0.7, y) * step(HZ + 20, HZ * 0.8, y)
    img = mix(img, ramp([(0, "0a1530"), (1, "6d4f5c")], np.clip(y / HZ, 0, 1)), 0.75 * band)
    g = np.random.default_rng(92)
    L = Layer(W, H)
    for _ in range(150):
        sx, sy = g.uniform(0, W), g.uniform(0, HZ * 0.62) ** 1.0
        L.disc(sx, sy, g.uniform(0.6, 1.7), rgb("dfe8ff"), g.uniform(0.25, 0.8) * (1 - sy / HZ))
    img = L.onto(img)
    M = Layer(W, H)
    M.disc(330, 210, 44, rgb("f4ecd2"), 1)
    M.disc(347, 203, 40, rgb("0b1734"), 0.93)   # 弯月
    glow = np.exp(-np.hypot(x - 318, y - 212) / 170)
    return M.onto(img) + glow[..., None] * np.array([0.10, 0.10, 0.09], np.float32)


def hills(img):
    x, y = grid(W, H)
    tex = Tex(93, 2.2)
    for k, (height, colour) in enumerate(((190, "243454"), (118, "16233f"), (60, "0d1830"))):
        ridge = HZ + 4 - height * (0.3 + 0.95 * np.abs(tex(x[0] / (2100 - k * 420) + k * 0.33, 0.17 + k * 0.21) - 0.3))
        img = mix(img, rgb(colour), step(0, 3, y - ridge[None, :]) * step(HZ + 8, HZ, y))
    return img


def town(L, g):
    """Houses of the far bank with their windows."""
    for i in range(120):
        bx, bw = i * 14.6 + g.uniform(-6, 6), g.uniform(12, 30)
        bh = g.uniform(12, 46) * (1.5 if 1050 < bx < 1500 else 0.9)
        L.poly([(bx, HZ + 3), (bx, HZ - bh), (bx + bw, HZ - bh), (bx + bw, HZ + 3)], mix(rgb("0b1529"), rgb("1a2944"), np.float32(g.random())))
        for wy in np.arange(HZ - bh + 5, HZ - 4, 7.5):
            for wx in np.arange(bx + 3, bx + bw - 3, 6):
                if g.random() < 0.42:
                    L.poly([(wx, wy), (wx + 2.8, wy), (wx + 2.8, wy + 3.6), (wx, wy + 3.6)], rgb(("ffd68a", "ffe9b8", "f2b45c", "bcd6ff")[int(g.integers(4))]), g.uniform(0.55, 1))


def bridge(L):
    """A cable-stayed bridge, its deck strung with lamps."""
    for tx in (560, 1290):
        L.poly([(tx - 14, HZ + 8), (tx - 5, HZ - 470), (tx + 5, HZ - 470), (tx + 14, HZ + 8)], rgb("31405f"))
        L.poly([(tx - 4, HZ + 8), (tx - 2, HZ - 468), (tx + 5, HZ - 470), (tx + 14, HZ + 8)], rgb("55658a"))
        for k in range(1, 19):
            for d in (-1, 1):
                L.line((tx, HZ - 462 + k * 13), (tx + d * k * 19.6, DECK - 3), rgb("9fb2d6"), 1.3, 0.5)
        L.disc(tx, HZ - 478, 4.4, rgb("ff5a4a"))
    L.line((-20, DECK + 6), (W + 20, DECK + 6), rgb("18233d"), 13)
    L.line((-20, DECK), (W + 20, DECK), rgb("6f80a6"), 2.6)
    for px in (130, 925, 1650):
        L.poly([(px - 9, DECK + 8), (px + 9, DECK + 8), (px + 11, HZ + 8), (px - 11, HZ + 8)], rgb("18233d"))
    for i in range(58):
        lx = 8 + i * 30
        L.line((lx, DECK), (lx, DECK - 15), rgb("8794b4"), 1.2, 0.8)
        L.disc(lx, DECK - 16, 3.1, rgb("fff0c4"))


def lamps(g):
    """What shines in the water: places, strength, warmth."""
    out = [(8 + i * 30, 0.34, (1.0, 0.86, 0.55)) for i in range(58)]
    out += [(float(g.uniform(0, W)), float(g.uniform(0.2, 0.55)), ((1.0, 0.78, 0.45), (0.75, 0.85, 1.0))[int(g.integers(2))]) for _ in range(46)]
    return out


def water(img, g):
    """Dark water: streaks of light that end where the type begins."""
    x, y = grid(W, H)
    below = np.clip((y - HZ) / (H - HZ), 0, 1)
    base = ramp([(0, "3a3f5e"), (0.06, "1c2b4a"), (0.2, "0e1c36"), (0.34, "0a152a"), (1, "071021")], below)
    fine, swell = Tex(95, 1.5), Tex(96, 2.0)
    scale = 26 + 520 * below
    ripple = fine(x / (scale * 14), (y - HZ) / (scale * 1.5)) - 0.5
    wave = swell(x / (scale * 30) + 0.3, (y - HZ) / (scale * 3.4)) - 0.5
    calm = 1 - step(0.1, 0.34, below)
    base = base * (1 + (0.18 + 0.75 * calm) * (ripple + 0.6 * wave))[..., None]
    shine = np.zeros_like(base)
    for lx, strength, colour in lamps(g):
        drift = 9 * np.sin((y - HZ) / 23 + lx) * below * 3 + ripple * 34
        width = 3.2 + 30 * below
        streak = np.exp(-((x - lx - drift) / width) ** 2) * np.exp(-below * 15) * (0.55 + 1.3 * np.clip(ripple + 0.25, 0, 1))
        shine += (strength * streak)[..., None] * np.array(colour, np.float32)
    return np.where((y > HZ)[..., None], base + shine, img)


FX, FY, FS = 1010, 960, 1.0                     # 渡船：船身中线、水线


def ferry(L):
    c = L.c
    c.save()
    c.translate(FX, FY)
    c.scale(FS, FS)
    hull = [(-330, -44), (330, -44), (372, -62), (330, 4), (-318, 4), (-352, -52)]
    L.poly(hull, linear(0, -60, 0, 6, [(0, rgb("2c4f6c")), (0.55, rgb("1b344c")), (1, rgb("0a1526"))]))
    L.poly([(-344, -46), (352, -46), (346, -36), (-342, -36)], rgb("d8dde2"))
    L.poly([(-300, -122), (268, -122), (268, -46), (-300, -46)], linear(0, -122, 0, -46, [(0, rgb("e7e2d2")), (1, rgb("b7ae98"))]))
    for i in range(13):                         # 客舱的窗
        wx = -286 + i * 42
        L.poly([(wx, -110), (wx + 33, -110), (wx + 33, -70), (wx, -70)], linear(0, -110, 0, -70, [(0, rgb("fff3c9")), (1, rgb("f3b65a"))]))
    g = np.random.default_rng(97)
    for i in range(17):                         # 窗里的人
        px, ph = -274 + i * 31 + g.uniform(-9, 9), g.uniform(21, 30)
        if g.random() < 0.62:
            L.disc(px, -70 - ph, 5.2, rgb("2a2320"))
            L.poly([(px - 9, -70), (px - 6, -64 - ph), (px + 6, -64 - ph), (px + 9, -70)], rgb("2a2320"))
    L.poly([(-318, -132), (286, -132), (286, -122), (-318, -122)], rgb("f4efe0"))
    L.poly([(60, -190), (196, -190), (210, -132), (50, -132)], rgb("d9d3c2"))     # 驾驶室
    L.poly([(70, -182), (190, -182), (197, -154), (64, -154)], linear(0, -182, 0, -154, [(0, rgb("cfe6ee")), (1, rgb("f6d28a"))]))
    L.poly([(130, -182), (133, -182), (133, -154), (130, -154)], rgb("d9d3c2"))
    L.disc(108, -168, 6.4, rgb("20242e"))
    L.poly([(97, -154), (101, -161), (115, -161), (119, -154)], rgb("20242e"))
    L.poly([(44, -200), (206, -200), (202, -190), (48, -190)], rgb("f4efe0"))
    L.poly([(-190, -196), (-142, -196), (-138, -132), (-194, -132)], rgb("b5323a"))  # 烟囱
    L.poly([(-191, -182), (-141, -182), (-140, -168), (-192, -168)], rgb("f4efe0"))
    L.line((128, -200), (128, -272), rgb("cfd6e2"), 4)
    L.disc(128, -275, 6, rgb("ffffff"))
    L.disc(340, -70, 5, rgb("58e08a"))
    L.disc(-342, -60, 5, rgb("ff5a4a"))
    for i in range(25):                         # 船尾甲板的栏杆与灯串
        L.line((-296 + i * 23.4, -132), (-296 + i * 23.4, -150), rgb("cfd6e2"), 1.8, 0.9)
    L.line((-298, -150), (48, -150), rgb("cfd6e2"), 2.4, 0.9)
    c.restore()


def glow_under(img):
    """The cabin's light on the water, and the wake."""
    x, y = grid(W, H)
    tex = Tex(98, 1.5)
    down = np.clip((y - FY) / 330, 0, 1)
    ripple = tex(x / 620, y / 46) - 0.5
    spread = 300 + 50 * down
    cabin = np.exp(-(np.abs(x - FX + 15 + ripple * 60) / spread) ** 6) * np.exp(-down * 5.2) * (y > FY)
    rows = 0.35 + 0.65 * (0.5 + 0.5 * np.sin((x - FX) / 42 * 2 * math.pi + ripple * 5))
    img = img + (cabin * rows * np.clip(0.3 + 1.7 * (ripple + 0.32), 0, 1.4) * 0.62)[..., None] * np.array([1.0, 0.72, 0.34], np.float32)
    shade = np.exp(-((y - FY - 8) / 12.0) ** 2) * (np.abs(x - FX) < 350)
    img = img * (1 - 0.6 * shade)[..., None]
    wake = np.exp(-((y - FY - 4 - np.abs(x - FX + 350) * 0.02) / (5 + np.clip(FX - 330 - x, 0, 900) * 0.022)) ** 2) * (x < FX - 320) * np.exp(-np.clip(FX - 330 - x, 0, 2000) / 420)
    return img + (wake * (0.4 + ripple))[..., None] * np.array([0.5, 0.56, 0.66], np.float32)


def night_ferry():
    g = np.random.default_rng(94)
    img = hills(sky())
    L = Layer(W, H)
    town(L, g)
    bridge(L)
    img = water(L.onto(img), g)
    img = glow_under(img)
    B = Layer(W, H)
    ferry(B)
    img = B.onto(img)
    return finish(img, 99, bloom=0.2, threshold=0.7, radius=20, grain=0.004, vignette=0.12, contrast=0.12, warmth=0.01)


def save(path, quality=70):
    """Larger than kit's pictures: it bleeds off a whole tabloid page."""
    im = Image.fromarray((np.clip(night_ferry(), 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")
    out = io.BytesIO()
    im.save(out, "JPEG", quality=quality, optimize=True, dpi=(200, 200), icc_profile=srgb_profile(), subsampling=2)
    path.write_bytes(out.getvalue())
