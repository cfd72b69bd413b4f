"""Small standing and walking figures seen from behind, lit from one side."""
import cairo
import numpy as np

from kit import linear, mix, rgb


def person(L, cam, fog, x, z, coat, trouser, seed, bag=True, light=1, cast=(1.5, 0.26), walk=0.0, rim=0.14, hat=None):
    """light = 1: light from the right; cast = (slant, darkness) of the shadow on the floor."""
    g = np.random.default_rng(seed)
    px, py = cam(x, 0, z)
    h = g.uniform(1.54, 1.78) * cam.f / z
    coat, trouser = fog(rgb(coat), z), fog(rgb(trouser), z)
    c = L.c
    c.save()
    c.translate(px, py)
    c.transform(cairo.Matrix(1, 0, cast[0], 0.32, 0, 0))
    L.poly([(-0.07 * h, 0), (-0.09 * h, -0.75 * h), (-0.03 * h, -0.98 * h), (0.03 * h, -0.98 * h), (0.09 * h, -0.75 * h), (0.07 * h, 0)], (0.12, 0.11, 0.13), cast[1])
    c.restore()

    def lit(col):
        a, b = px - light * 0.12 * h, px + light * 0.12 * h
        return linear(a, 0, b, 0, [(0, col * 0.45), (0.55, col * 0.75), (0.84, col), (1, np.clip(col * 1.25 + rim, 0, 1))])

    for s in (-1, 1):
        foot = py - max(0, s * walk) * 0.05 * h
        L.poly([(px + s * 0.008 * h, py - 0.5 * h), (px + s * 0.074 * h, py - 0.5 * h), (px + s * 0.062 * h, py - 0.25 * h), (px + s * 0.056 * h, foot), (px + s * 0.02 * h, foot)], lit(trouser))
        L.disc(px + s * 0.040 * h, foot, 0.027 * h, fog(rgb("1c1b1e"), z), 1, 0.014 * h)
    c.move_to(px - 0.082 * h, py - 0.44 * h)
    c.curve_to(px - 0.085 * h, py - 0.62 * h, px - 0.125 * h, py - 0.79 * h, px - 0.035 * h, py - 0.825 * h)
    c.line_to(px + 0.035 * h, py - 0.825 * h)
    c.curve_to(px + 0.125 * h, py - 0.79 * h, px + 0.085 * h, py - 0.62 * h, px + 0.082 * h, py - 0.44 * h)
    c.close_path()
    c.set_source(lit(coat))
    c.fill()
    for s in (-1, 1):
        L.poly([(px + s * 0.088 * h, py - 0.77 * h), (px + s * 0.108 * h, py - 0.62 * h), (px + s * (0.096 + 0.02 * walk) * h, py - 0.47 * h)], lit(coat * 0.88), close=False, width=0.042 * h)
        L.disc(px + s * (0.096 + 0.02 * walk) * h, py - 0.445 * h, 0.016 * h, fog(rgb("c2916f"), z))
    if bag:
        b = fog(rgb(["6a2b28", "2d4a52", "9a7434", "3b3a44"][seed % 4]), z)
        x0, x1, y0, y1, r = px - 0.065 * h, px + 0.065 * h, py - 0.76 * h, py - 0.57 * h, 0.03 * h
        c.new_sub_path()
        c.arc(x1 - r, y0 + r, r, -1.571, 0)
        c.arc(x1 - r, y1 - r, r, 0, 1.571)
        c.arc(x0 + r, y1 - r, r, 1.571, 3.142)
        c.arc(x0 + r, y0 + r, r, 3.142, 4.712)
        c.close_path()
        c.set_source(lit(b))
        c.fill()
        L.line((x0 + r, y1 - 0.06 * h), (x1 - r, y1 - 0.06 * h), b * 0.5, max(0.5, 0.006 * h))
    L.poly([(px - 0.024 * h, py - 0.81 * h), (px - 0.022 * h, py - 0.87 * h), (px + 0.022 * h, py - 0.87 * h), (px + 0.024 * h, py - 0.81 * h)], lit(fog(rgb("bd8e6e"), z)))
    hair = fog(rgb(["231b18", "2d231d", "1d1818", "6e6a66"][seed % 4]), z)
    if seed % 3 == 1:
        c.move_to(px - 0.05 * h, py - 0.92 * h)
        c.curve_to(px - 0.062 * h, py - 0.86 * h, px - 0.055 * h, py - 0.80 * h, px - 0.046 * h, py - 0.78 * h)
        c.line_to(px + 0.046 * h, py - 0.78 * h)
        c.curve_to(px + 0.055 * h, py - 0.80 * h, px + 0.062 * h, py - 0.86 * h, px + 0.05 * h, py - 0.92 * h)
        c.set_source(lit(hair))
        c.fill()
    c.save()
    c.translate(px, py - 0.922 * h)
    c.scale(0.049 * h, 0.062 * h)
    c.arc(0, 0, 1, 0, 6.2832)
    c.restore()
    c.set_source(lit(mix(hair, rgb("4a3a30"), np.float32(0.2))))
    c.fill()
    if hat is not None:
        L.poly([(px - 0.105 * h, py - 0.925 * h), (px, py - 1.02 * h), (px + 0.105 * h, py - 0.925 * h)], lit(fog(rgb(hat), z)))
