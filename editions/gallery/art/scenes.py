"""Draws pictures of the later editions out of the scenes of editions/yanjiang, each at another hour, in other weather or from
another place, and some of its own: python scenes.py [name …]  (needs numpy, pillow, pycairo, Noto Sans CJK SC)."""
import io
import pathlib
import sys
import types

import numpy as np
from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
EDITIONS = HERE.parent.parent
sys.path.append(str(EDITIONS / "yanjiang" / "art"))
import kit  # noqa: E402
from kit import Layer, Tex, blur, finish, grid, linear, mix, radial, rgb, srgb_profile, step, water  # noqa: E402

LAMPS = {"ffdf9a", "fff2c8", "ff5a3c", "ffe2a0", "ffca78", "ffe3a8", "fff2c0", "ffd27a"}


def scene(name, changes=(), tone=None, **names):
    """The module of a scene with lines of its source changed, its colours (but lamps) toned and names replaced."""
    source = (EDITIONS / "yanjiang" / "art" / "scenes" / f"{name}.py").read_text()
    for old, new in changes:
        assert old in source, (name, old)
        source = source.replace(old, new)
    module = types.ModuleType("changed_" + name)
    exec(compile(source, name, "exec"), module.__dict__)
    if tone:
        toned = lambda s: rgb(s) if s in LAMPS else tone(rgb(s)).astype(np.float32)
        def ramp(stops, t):
            p, c, t = [s[0] for s in stops], np.array([toned(s[1]) for s in stops]), np.asarray(t)
            return np.stack([np.interp(t, p, c[:, i]) for i in range(3)], -1).astype(np.float32)
        module.rgb, module.ramp = toned, ramp
    module.__dict__.update(names)
    return module.paint()


def grey(c, to=(0.93, 0.99, 1.06), keep=0.22, lift=0.0):
    light = float(c @ np.array([0.3, 0.59, 0.11], np.float32))
    return np.clip((c * keep + light * (1 - keep)) * np.array(to) + lift, 0, 1)


def night(c):
    return np.clip(grey(c, (0.55, 0.74, 1.12), 0.3) ** 1.35 * 0.72 + np.array([0.015, 0.02, 0.045]), 0, 1)


NO_SUN = [("SUN = (955, 508)", "SUN = (-4000, 508)"), ("return mix(img, np.array([1.5, 1.32, 0.98], np.float32), disc)", "return img")]
NO_WAKE = [("for i in range(7):   # wake", "for i in ():")]


def still(*_):
    pass


def night_bridge():                     # 凌晨的三桥
    return scene("lead", NO_SUN + NO_WAKE + [("Camera((0, 9, 0), 800, 640, HZ, 0.12)", "Camera((-10, 7, 40), 760, 520, HZ, 0.02)"), ("range(11):  # gulls", "():")],
                 night, boat=still)[:, ::-1][40:900]


def grey_bridge():                      # 雨后的三桥
    return scene("lead", NO_SUN + NO_WAKE + [("Camera((0, 9, 0), 800, 640, HZ, 0.12)", "Camera((-34, 16, 10), 830, 560, HZ, 0.08)"), ("sky(11), 12), 13", "sky(211), 212), 213")],
                 lambda c: grey(c, (0.97, 1.0, 1.04), 0.42), boat=still)[:, ::-1]


def sunset_bridge():                    # 夕阳里的三桥
    return scene("lead", NO_WAKE + [("SUN = (955, 508)", "SUN = (1150, 548)"), ("sky(11), 12), 13", "sky(311), 312), 313"), ("Camera((0, 9, 0), 800, 640, HZ, 0.12)", "Camera((10, 12, 30), 780, 600, HZ, 0.10)")],
                 lambda c: np.clip(c * np.array([1.06, 0.80, 0.74]), 0, 1), boat=still)[:, ::-1][170:880]


def before_rain():                      # 雨前的江面，一条小船
    return scene("lead", NO_SUN + [("sky(11), 12), 13", "sky(411), 412), 413"), ("step(0.50, 0.80, c * 0.68", "step(0.36, 0.66, c * 0.68"), ("range(11):  # gulls", "():")],
                 lambda c: grey(c, (0.86, 0.96, 1.08), 0.18) * 0.86, bridge=still)[:, ::-1][230:]


def morning_river():                    # 天亮以后的江面
    return scene("lead", [("SUN = (955, 508)", "SUN = (430, 540)"), ("sky(11), 12), 13", "sky(511), 512), 513"), ("range(11):  # gulls", "():")],
                 lambda c: np.clip(grey(c, (1.05, 1.0, 0.92), 0.6) * 1.08, 0, 1), bridge=still)[330:900]


def dusk_boat():                        # 日の暮れた入り江
    return scene("lead", NO_SUN + [("sky(11), 12), 13", "sky(611), 612), 613"), ("range(11):  # gulls", "():")],
                 lambda c: np.clip(grey(c, (0.72, 0.80, 1.12), 0.5) ** 1.25 * 0.72, 0, 1), bridge=still, skyline=lambda img, _: img)[440:900, 380:1240]


def grey_harbour():                     # 雨前的渔港
    return scene("photo_story", [("SUN = (770, 560)", "SUN = (-4000, 560)"), ("img = mix(img, np.array([1.5, 1.28, 0.82], np.float32), disc)", "pass"), ("Tex(41, 1.9, stretch=1.6), Tex(42, 1.7)", "Tex(241, 1.9, stretch=1.6), Tex(242, 1.7)"), ("step(0.47, 0.72, dens)", "step(0.34, 0.62, dens)"), ("range(15):\n        gx", "():\n        gx")],
                 lambda c: grey(c, (0.88, 0.97, 1.07), 0.2))[:, ::-1][230:1130]


def sunset_harbour():                   # 春分傍晚的渔港
    return scene("photo_story", [("SUN = (770, 560)", "SUN = (690, 588)"), ("Tex(41, 1.9, stretch=1.6), Tex(42, 1.7)", "Tex(341, 1.9, stretch=1.6), Tex(342, 1.7)"), ("Boat(470, 660, 0.40", "Boat(580, 660, 0.40")],
                 lambda c: np.clip(c * np.array([1.04, 0.97, 0.86]), 0, 1))[:, ::-1]


def rail():                             # 早高峰的镜塘站
    return scene("top2", [("people = [(-2.6, 34", "people = [(-0.2, 8.6, \"3c5a7c\", \"2a2a30\", 21), (-1.6, 10.4, \"8a3a34\", \"24262e\", 22), (-4.6, 11.2, \"a88a5a\", \"33343c\", 23), (-2.6, 34"),
                          ("(-3.7, 9.4, \"5b5f6a\", \"1f2128\", 9), (-2.35, 7.2, \"2f5a72\", \"2b2a30\", 10), (-0.75, 6.6, \"c49a4a\", \"2e3644\", 11)", "(-3.2, 6.8, \"5b5f6a\", \"1f2128\", 9), (-0.35, 7.4, \"6a4a5a\", \"2b2a30\", 10)"),
                          ("z0, x0, x1, b, t = 10.5", "z0, x0, x1, b, t = 16.5"), ("Tex(61, 1.9), Tex(62, 1.6)", "Tex(261, 1.9), Tex(262, 1.6)"), ("default_rng(63)", "default_rng(263)")],
                 lambda c: np.clip(c * np.array([1.03, 1.0, 0.95]), 0, 1))


def tea():                              # 上午的茶园，竖幅
    return scene("picture", [("Tex(31, 4.6), Tex(32, 1.2), Tex(35, 2.3)", "Tex(31, 4.6), Tex(232, 1.2), Tex(235, 2.3)"), ("default_rng(33)", "default_rng(233)"),
                             ("W, H, SS = 1500, 840, 2", "W, H, SS = 1040, 1190, 2"), ("HZ, F, CAM = 205, 1200, 62.0", "HZ, F, CAM = 330, 1250, 60.0")])[:, ::-1]


def tea_evening():                      # 雨后傍晚的茶园
    img = scene("picture", [("Tex(32, 1.2), Tex(35, 2.3)", "Tex(332, 1.2), Tex(335, 2.3)"), ("default_rng(33)", "default_rng(333)"), ("W, H, SS = 1500, 840, 2", "W, H, SS = 1160, 870, 2"), ("HZ, F, CAM = 205, 1200, 62.0", "HZ, F, CAM = 215, 1250, 64.0")])
    x, y = grid(img.shape[1], img.shape[0])
    cool = img * np.array([0.76, 0.82, 0.90], np.float32)
    glow = np.exp(-np.hypot((x / img.shape[1] - 0.86) * 1.2, y / img.shape[0] * 1.5) / 0.4)[..., None]
    return np.clip(cool + glow * np.array([0.34, 0.20, 0.07], np.float32), 0, 1)


def scroll():                           # 《砚江图》：旧绢，无日，左柳右岸
    return scene("essay", [("Tex(51, 2.3), Tex(52, 1.5), Tex(53, 0.6)", "Tex(151, 2.3), Tex(152, 1.5), Tex(153, 0.6)"), ("qx, qy = 842, 690", "qx, qy = 700, 706"),
                           ("disc * np.exp(-ink * 2)", "0 * disc"), ("0.42 * sunglow", "0 * sunglow"), ("[0.955, 0.935, 0.885]", "[0.885, 0.800, 0.640]"),
                           ("(0.22, 260, 0.13), (0.34, 190, 0.09), (0.47, 110, 0.11)", "(0.30, 230, 0.10), (0.42, 300, 0.07), (0.53, 130, 0.10)"),
                           ("(0.70, 120, 0.09), (0.80, 92, 0.07), (0.60, 74, 0.08)", "(0.62, 150, 0.05), (0.74, 190, 0.06), (0.86, 92, 0.07)"),
                           ("(0.93, 330, 0.12), (0.80, 200, 0.08), (0.66, 90, 0.08)", "(0.97, 300, 0.08), (0.85, 170, 0.06), (0.70, 60, 0.08)"),
                           ("S = Layer(W, H) ", "img = img[:, ::-1]\n    S = Layer(W, H) "), ("sx, sy, n = 1386, 742, 58", "sx, sy, n = 62, 760, 58")])


def inkstone():                         # 片头：青石上磨墨
    w, h, flat = 1200, 520, 0.743         # 斜看过去，砚是扁的
    x, y = grid(w, h)
    y = y / flat
    t1, t2, t3 = Tex(701, 2.2), Tex(702, 1.4), Tex(703, 0.8)
    wood = ramp2(t1(x / 2600, y / 190) * 0.6 + t2(x / 1500, y / 60) * 0.4, "1c120c", "5a3a22")
    img = wood * (0.55 + 0.6 * np.exp(-np.hypot((x - 300) / 900, (y - 60) / 560)))[..., None]
    cx, cy = 560, 372

    def oval(rx, ry, dx=0, dy=0, wob=0.0):
        a = np.arctan2(y - cy - dy, x - cx - dx)
        rr = np.hypot((x - cx - dx) / rx, (y - cy - dy) / ry)
        return rr - wob * (t1(a / 6.283 + 0.5, np.full_like(a, 0.3)) - 0.5)

    img = img * (1 - 0.75 * step(1.16, 0.9, oval(430, 255, 22, 34, 0.10)))[..., None]
    body = step(1.0, 0.985, oval(420, 245, 0, 0, 0.10))
    grain = t2(x / 420, y / 300) * 0.5 + t3(x / 90, y / 70) * 0.5
    stone = ramp2(grain, "2c3a40", "64777a") * (0.62 + 0.55 * np.exp(-np.hypot((x - 300) / 520, (y - 160) / 380)))[..., None]
    img = mix(img, stone, body)
    rim = np.exp(-((oval(420, 245, 0, 0, 0.10) - 0.965) / 0.02) ** 2)
    img = img + (rim * step(0.2, -0.9, (x - cx) / 420 + (y - cy) / 245 * 0.8))[..., None] * np.array([0.34, 0.38, 0.36], np.float32)
    well = oval(330, 180, -10, 0, 0.06)
    img = mix(img, stone * 0.62, step(1.0, 0.93, well))
    pool = step(0.92, 0.88, oval(315, 165, 0, 6, 0.12) + 0.22 * (x - cx) / 330)
    ink = ramp2(np.clip(t1(x / 700 + 0.2, y / 500), 0, 1), "06080b", "161c22")
    ring = np.hypot((x - 660) / 1.35, y - 330)
    ripple = np.sin(ring / 7.5) * np.exp(-ring / 130)
    ink = ink + (np.clip(ripple, 0, 1) * 0.16)[..., None] * np.array([0.8, 0.95, 1.05], np.float32)
    shine = np.exp(-(((x - 430) / 120) ** 2 + ((y - 300 - 0.2 * (x - 430)) / 17) ** 2)) * (0.7 + 0.6 * (t2(x / 300, y / 60) - 0.5))
    ink = ink + shine[..., None] * np.array([0.62, 0.70, 0.74], np.float32)
    img = mix(img, ink, pool)
    S = Layer(w, h)
    S.c.scale(1, flat)
    S.poly([(640, 352), (900, 36), (972, 74), (716, 386)], (0, 0, 0), 0.55)
    img = S.onto(img, 14)
    L = Layer(w, h)                     # 墨锭
    L.c.scale(1, flat)
    L.poly([(632, 322), (872, 8), (948, 50), (706, 362)], linear(632, 322, 720, 372, [(0, rgb("15161a")), (0.55, rgb("2b2d33")), (1, rgb("0b0c0f"))]))
    L.poly([(632, 322), (706, 362), (702, 376), (628, 336)], rgb("050608"))
    L.line((640, 324), (880, 10), rgb("6c7078"), 2.4, 0.75)
    for a, b in (((744, 262), (772, 225)), ((784, 209), (812, 172)), ((824, 156), (852, 119))):
        L.poly([(a[0] - 8, a[1] - 5), (b[0] - 8, b[1] - 5), (b[0] + 16, b[1] + 9), (a[0] + 16, a[1] + 9)], rgb("b98f3e"), 0.85, width=2.4)
    img = L.onto(img, 1)
    return finish(img, 704, bloom=0.16, threshold=0.6, radius=18, grain=0.016, vignette=0.42, contrast=0.3)


def ramp2(t, a, b):
    return mix(rgb(a), rgb(b), np.clip(t, 0, 1).astype(np.float32)[..., None] * np.ones(3, np.float32))


def lantern_close():                    # 水灯特写
    w, h, hz = 1200, 760, 150
    g = np.random.default_rng(801)
    x, y = grid(w, h)
    img = ramp2(y / h, "10162f", "070a18")
    far = Layer(w, h)
    for _ in range(90):
        px, py = g.uniform(0, w), hz + g.uniform(-4, 130) ** 1.0
        r = g.uniform(5, 17)
        far.disc(px, py, r, rgb(("ffb347", "ff8f5a", "ffcf6b", "f7a8b8", "9fd8c9")[int(g.integers(5))]), g.uniform(0.18, 0.5))
    img = far.onto(img, 4)

    def lamp(L, cx, cy, k, s):
        q = lambda a, b: (cx + a * k, cy - s * b * k)
        glow = radial(*q(0, 42), 250 * k, [(0, rgb("ffb45c"), 0.55), (0.3, rgb("ff9a48"), 0.22), (1, rgb("ff8a40"), 0)])
        L.c.set_source(glow)
        L.c.arc(*q(0, 42), 250 * k, 0, 6.2832)
        L.c.fill()
        L.poly([q(-86, 0), q(-74, -16), q(74, -16), q(86, 0)], linear(*q(0, 0), *q(0, -16), [(0, rgb("8a6236")), (1, rgb("3a2617"))]))
        for i in range(13):
            L.line(q(-80 + i * 13, -2), q(-77 + i * 12.6, -15), rgb("d2a760"), 1.4 * k, 0.6)
        L.poly([q(-62, 0), q(-54, 104), q(54, 104), q(62, 0)], radial(*q(0, 30), 120 * k, [(0, rgb("fffbe0")), (0.35, rgb("ffe09a")), (0.75, rgb("ffae58")), (1, rgb("d9763a"))]))
        for a in (-62, -20, 20, 62):
            L.line(q(a, 0), q(a * 0.87, 104), rgb("8a4f26"), 2.2 * k, 0.75)
        for b in (2, 52, 103):
            f = 1 - 0.13 * b / 104
            L.line(q(-62 * f, b), q(62 * f, b), rgb("8a4f26"), (2.6 if b != 52 else 1.2) * k, 0.7)
        L.c.save()
        L.c.move_to(*q(0, 62))
        L.c.curve_to(*q(14, 40), *q(9, 22), *q(0, 20))
        L.c.curve_to(*q(-9, 22), *q(-14, 40), *q(0, 62))
        L.c.set_source_rgba(1, 1, 0.94, 0.95)
        L.c.fill()
        L.c.restore()

    spots = [(240, 236, 0.42), (930, 250, 0.46), (1120, 330, 0.62), (560, 282, 0.55), (90, 380, 0.8), (800, 420, 0.98), (360, 520, 1.5)]
    D, U = Layer(w, h), Layer(w, h)
    for sx, sy, k in spots:
        lamp(D, sx, sy + 16 * k, k, -1)
    mirror = D.onto(img)
    wtr, _ = water(mirror, hz, 6, 900, Tex(802, 1.3), 0.34, (0.03, 0.04, 0.10), 0.35, 0.02)
    img = np.where((y > hz)[..., None], wtr, img)
    for sx, sy, k in spots:
        lamp(U, sx, sy, k, 1)
    img = U.onto(img)
    return finish(img, 803, bloom=0.32, threshold=0.72, radius=20, grain=0.014, vignette=0.35, contrast=0.2)


def night_port():                       # 夜航班轮
    w, h, hz = 1293, 862, 520
    g = np.random.default_rng(901)
    x, y = grid(w, h)
    tex = Tex(902, 2.0)
    img = kit.ramp([(0, "6b5664"), (0.14, "3c4468"), (0.45, "1b2a4c"), (1, "0a1228")], np.clip((hz - y) / hz, 0, 1))
    cl = kit.sky_clouds(w, h, hz, tex, 0.4, 0.14, (0.2, 0.3))
    img = mix(img, rgb("2a2f4a"), step(0.45, 0.75, cl) * 0.6)
    for i, (base, amp, c) in enumerate(((46, 60, "1c2744"), (20, 34, "121b34"))):
        ridge = hz - base - amp * (Tex(903, 2.5)(np.arange(w) / w * (0.9 + i * 0.6), np.full(w, 0.3 * i)) - 0.45) * 2
        img = mix(img, rgb(c), np.clip(y - ridge[None], 0, 1))
    boxes = ("9a3f35", "2d5f7d", "b5803a", "4a6b52", "7d8894", "6b3f5c", "a85a32")

    def things(L, s):
        g = np.random.default_rng(904)
        q = lambda a, b: (a, hz + (26 if s > 0 else 34) - s * b)
        for _ in range(90):                                  # 对岸灯火
            px = g.uniform(0, w)
            L.disc(px, hz - s * g.uniform(2, 16), g.uniform(1, 2.2), rgb(("ffd68a", "ffe9b8", "bcd6ff")[int(g.integers(3))]), g.uniform(0.4, 0.95))
        L.poly([q(0, -6), q(0, 10), q(560, 10), q(560, -6)], linear(0, q(0, 10)[1], 0, q(0, -6)[1], [(0, rgb("6a6a72")), (0.3, rgb("33353f")), (1, rgb("1b1d27"))]))
        for cx in (150, 410):                                # 龙门吊
            for dx in (-58, 58):
                L.poly([q(cx + dx - 6, 0), q(cx + dx - 4, 246), q(cx + dx + 4, 246), q(cx + dx + 6, 0)], rgb("8c4a2c"))
            L.poly([q(cx - 120, 240), q(cx - 120, 256), q(cx + 250, 256), q(cx + 250, 240)], rgb("a5582f"))
            L.poly([q(cx - 10, 256), q(cx, 318), q(cx + 10, 256)], rgb("8c4a2c"))
            L.line(q(cx, 316), q(cx + 240, 256), rgb("c07a4c"), 2)
            L.line(q(cx, 316), q(cx - 116, 256), rgb("c07a4c"), 2)
            L.line(q(cx + 170, 240), q(cx + 170, 178), rgb("d8c8a8"), 1.5)
            L.poly([q(cx + 148, 178), q(cx + 148, 168), q(cx + 192, 168), q(cx + 192, 178)], rgb("c9a24a"))
            for dx in (-100, -20, 70, 160, 236):
                L.c.set_source(radial(*q(cx + dx, 236), 42, [(0, rgb("fff4d0"), 0.9), (0.15, rgb("ffdf9a"), 0.4), (1, rgb("ffdf9a"), 0)]))
                L.c.arc(*q(cx + dx, 236), 42, 0, 6.2832)
                L.c.fill()
            px, py = q(cx, 320)
            L.disc(px, py, 3, rgb("ff5a3c"))
        x0, x1 = 300, 1170                                   # 班轮
        for col in range(9):
            for row in range(3 if col in (0, 8) else 4 if col % 3 else 3):
                bx, by = x0 + 66 + col * 68, 62 + row * 31
                c = rgb(boxes[int(g.integers(len(boxes)))]) * (0.62 + 0.1 * row)
                L.poly([q(bx, by), q(bx, by + 29), q(bx + 65, by + 29), q(bx + 65, by)], linear(*q(bx, by + 29), *q(bx, by), [(0, np.minimum(c * 1.35, 1)), (1, c * 0.75)]))
                for k in range(1, 8):
                    L.line(q(bx + k * 8.1, by + 3), q(bx + k * 8.1, by + 26), c * 0.5, 1, 0.6)
        hull = [q(x0 - 26, 64), q(x0 + 16, 0), q(x1 - 64, 0), q(x1 + 40, 84), q(x1 - 30, 60), q(x0 + 60, 58)]
        L.poly(hull, linear(*q(0, 84), *q(0, 0), [(0, rgb("34506e")), (0.7, rgb("1c2f49")), (0.72, rgb("7a2f2b")), (1, rgb("4a1d1c"))]))
        L.line(q(x0 - 20, 57), q(x1 - 24, 57), rgb("c8d2da"), 2, 0.7)
        for k, (a, b, wd) in enumerate(((64, 100, 108), (100, 134, 96), (134, 168, 84), (168, 200, 70))):   # 驾驶楼
            bx = x1 - 150 + k * 4
            L.poly([q(bx, a), q(bx, b), q(bx + wd, b), q(bx + wd, a)], linear(bx, 0, bx + wd, 0, [(0, rgb("d9d6cb")), (1, rgb("8f97a0"))]))
            for i in range(int(wd // 15)):
                L.poly([q(bx + 6 + i * 15, a + 12), q(bx + 6 + i * 15, a + 24), q(bx + 15 + i * 15, a + 24), q(bx + 15 + i * 15, a + 12)], rgb("ffd27a" if (i + k) % 3 else "3a4658"), 0.95)
        L.line(q(x1 - 96, 200), q(x1 - 96, 262), rgb("c8ccd0"), 3)
        for px, py, c, r in ((x1 - 96, 264, "fff2c8", 30), (x1 + 30, 92, "7dffb0", 22), (x0 - 16, 76, "fff2c8", 24)):
            L.c.set_source(radial(*q(px, py), r, [(0, rgb(c), 1), (0.16, rgb(c), 0.5), (1, rgb(c), 0)]))
            L.c.arc(*q(px, py), r, 0, 6.2832)
            L.c.fill()
        for px, r in ((70, 4), (1240, 6)):                   # 发光浮标
            L.c.set_source(radial(*q(px, -40), r * 7, [(0, rgb("8dffb4"), 0.95), (0.2, rgb("6df0a0"), 0.4), (1, rgb("6df0a0"), 0)]))
            L.c.arc(*q(px, -40), r * 7, 0, 6.2832)
            L.c.fill()

    D, U = Layer(w, h), Layer(w, h)
    things(D, -1)
    mirror = D.onto(kit.sample(img, x, np.clip(2 * hz - y, 0, h - 1)) * 0.85)
    wtr, _ = water(mirror, hz, 7, 900, Tex(905, 1.3), 0.4, (0.05, 0.08, 0.17), 0.4, 0.016)
    img = np.where((y > hz)[..., None], wtr, img)
    things(U, 1)
    img = U.onto(img)
    return finish(img, 906, bloom=0.3, threshold=0.72, radius=20, grain=0.014, vignette=0.28, contrast=0.25)


def night_ferry():                      # 三桥灯下的渡船
    im = Image.open(EDITIONS / "gallery-more" / "photos" / "ferry.jpg").convert("RGB")
    return np.asarray(im.crop((330, 290, 1720, 1010))).astype(np.float32)[:, ::-1] / 255


# name: (picture, file, width in pixels, bytes at the most)
PICTURES = {
    "rail": (rail, "gallery/photos/rail.jpg", 1400, 90_000), "tea": (tea, "gallery/photos/tea.jpg", 1000, 80_000),
    "night-ferry": (night_ferry, "gallery/photos/night-ferry.jpg", 1000, 50_000), "harbour": (sunset_harbour, "gallery/photos/harbour.jpg", 1000, 94_000),
    "inkstone": (inkstone, "gallery/photos/inkstone.jpg", 1100, 70_000), "ink": (scroll, "gallery/photos/ink.jpg", 1500, 112_000),
    "before-rain": (before_rain, "gallery/photos/before-rain.jpg", 1000, 70_000), "grey-harbour": (grey_harbour, "gallery/photos/grey-harbour.jpg", 900, 70_000),
    "night-bridge": (night_bridge, "gallery/photos/night-bridge.jpg", 1100, 70_000), "lantern": (lantern_close, "gallery/photos/lantern.jpg", 1000, 60_000),
    "morning-river": (morning_river, "gallery/photos/morning-river.jpg", 1200, 76_000),
    "grey-bridge": (grey_bridge, "gallery-vertical/photos/bridge.jpg", 1497, 110_000), "port": (night_port, "gallery-vertical/photos/port.jpg", 1293, 108_000),
    "tea-evening": (tea_evening, "gallery-vertical/photos/tea.jpg", 1100, 72_000), "sunset-bridge": (sunset_bridge, "gallery-more/photos/bridge.jpg", 1100, 60_000),
    "dusk-boat": (dusk_boat, "gallery-ja/photos/ferry.jpg", 760, 44_000),
}


def save(img, path, width, limit):
    im = Image.fromarray((np.clip(img, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")
    if im.width > width:
        im = im.resize((width, round(im.height * width / im.width)), Image.Resampling.LANCZOS)
    for quality in range(90, 30, -3):
        b = io.BytesIO()
        im.save(b, "JPEG", quality=quality, optimize=True, dpi=(200, 200), icc_profile=srgb_profile(), subsampling=2)
        if len(b.getvalue()) <= limit:
            break
    path.write_bytes(b.getvalue())
    return quality, len(b.getvalue()), im.size


if __name__ == "__main__":
    for name in sys.argv[1:] or PICTURES:
        paint, file, width, limit = PICTURES[name]
        print(name, *save(paint(), EDITIONS / file, width, limit))
