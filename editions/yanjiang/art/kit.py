"""Painting kit: noise, ramps, cairo layers, a pinhole camera, water, film finish, JPEG writing."""
import io
import math

import cairo
import numpy as np
from PIL import Image, ImageCms


class Tex:
    """A tileable cloud texture in 0..1 (spectral noise), sampled bilinearly anywhere."""

    def __init__(self, seed, beta=1.7, n=512, stretch=1.0):
        g = np.random.default_rng(seed)
        fy = np.fft.fftfreq(n)[:, None] * stretch
        fx = np.fft.rfftfreq(n)[None, :]
        f = np.hypot(fx, fy)
        f[0, 0] = 1
        spec = (g.normal(size=f.shape) + 1j * g.normal(size=f.shape)) / f ** (beta / 2 + 0.5)
        spec[0, 0] = 0
        a = np.fft.irfft2(spec, (n, n))
        a = a / (a.std() * 2.6)
        self.a, self.n = (np.clip(a, -1, 1) * 0.5 + 0.5).astype(np.float32), n

    def __call__(self, u, v):
        n = self.n
        u, v = np.asarray(u, np.float64) * n, np.asarray(v, np.float64) * n
        iu, iv = np.floor(u), np.floor(v)
        fu, fv = (u - iu).astype(np.float32), (v - iv).astype(np.float32)
        iu, iv = iu.astype(np.int64) % n, iv.astype(np.int64) % n
        ju, jv = (iu + 1) % n, (iv + 1) % n
        a = self.a
        return (a[iv, iu] * (1 - fu) + a[iv, ju] * fu) * (1 - fv) + (a[jv, iu] * (1 - fu) + a[jv, ju] * fu) * fv


def rgb(s):
    return np.array([int(s[i:i + 2], 16) for i in (0, 2, 4)], np.float32) / 255


def mix(a, b, t):
    t = np.asarray(t, np.float32)
    if np.ndim(a) and np.ndim(t) and np.shape(a)[-1] == 3 and t.shape[-1:] != (3,):
        t = t[..., None]
    return a + (b - a) * t


def step(a, b, x):
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def ramp(stops, t):
    """stops: [(position, 'rrggbb')…] → colours for t."""
    p = [s[0] for s in stops]
    c = np.array([rgb(s[1]) for s in stops])
    t = np.asarray(t)
    return np.stack([np.interp(t, p, c[:, i]) for i in range(3)], -1).astype(np.float32)


def grid(w, h):
    return np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))


def blur(a, r, ry=None):
    """Gaussian-like blur: three box passes on each axis."""
    ry = r if ry is None else ry
    a = a.astype(np.float32)
    for axis, rad in ((0, ry), (1, r)):
        k = int(round(rad))
        if k < 1:
            continue
        for _ in range(3):
            pad = [(0, 0)] * a.ndim
            pad[axis] = (k + 1, k)
            c = np.cumsum(np.pad(a, pad, mode="edge"), axis=axis, dtype=np.float64)
            n = a.shape[axis]
            hi = np.take(c, np.arange(2 * k + 1, 2 * k + 1 + n), axis=axis)
            lo = np.take(c, np.arange(0, n), axis=axis)
            a = ((hi - lo) / (2 * k + 1)).astype(np.float32)
    return a


class Layer:
    """A transparent cairo drawing over the picture."""

    def __init__(self, w, h):
        self.s = cairo.ImageSurface(cairo.FORMAT_ARGB32, w, h)
        self.c = cairo.Context(self.s)
        self.c.set_line_cap(cairo.LINE_CAP_ROUND)
        self.c.set_line_join(cairo.LINE_JOIN_ROUND)

    def poly(self, pts, col, a=1.0, close=True, width=None):
        c = self.c
        c.move_to(*pts[0])
        for p in pts[1:]:
            c.line_to(*p)
        if isinstance(col, cairo.Pattern):
            c.set_source(col)
        else:
            c.set_source_rgba(*[float(v) for v in col], a)
        if width is None:
            c.close_path()
            c.fill()
        else:
            if close:
                c.close_path()
            c.set_line_width(width)
            c.stroke()

    def line(self, a, b, col, width, alpha=1.0):
        self.poly([a, b], col, alpha, close=False, width=width)

    def disc(self, x, y, r, col, alpha=1.0, ry=None):
        c = self.c
        c.save()
        c.translate(x, y)
        c.scale(max(r, 1e-3), max(ry or r, 1e-3))
        c.arc(0, 0, 1, 0, 2 * math.pi)
        c.restore()
        c.set_source_rgba(*[float(v) for v in col], alpha)
        c.fill()

    def read(self):
        """premultiplied rgb, alpha"""
        self.s.flush()
        w, h = self.s.get_width(), self.s.get_height()
        a = np.frombuffer(self.s.get_data(), np.uint8).reshape(h, self.s.get_stride() // 4, 4)[:, :w].astype(np.float32) / 255
        return a[..., 2::-1], a[..., 3:4]

    def onto(self, img, soft=0):
        c, a = self.read()
        if soft:
            c, a = blur(c, soft), blur(a, soft)
        return img * (1 - a) + c


def linear(x0, y0, x1, y1, stops):
    p = cairo.LinearGradient(x0, y0, x1, y1)
    for t, col, *a in stops:
        p.add_color_stop_rgba(t, *[float(v) for v in col], a[0] if a else 1)
    return p


def radial(x, y, r, stops):
    p = cairo.RadialGradient(x, y, 0, x, y, r)
    for t, col, *a in stops:
        p.add_color_stop_rgba(t, *[float(v) for v in col], a[0] if a else 1)
    return p


class Camera:
    """Pinhole: x right, y up, z forward; the horizon lies at row cy when pitch is 0."""

    def __init__(self, pos, f, cx, cy, yaw=0.0):
        self.p, self.f, self.cx, self.cy = np.array(pos, float), f, cx, cy
        self.cos, self.sin = math.cos(yaw), math.sin(yaw)

    def __call__(self, x, y, z):
        dx, dy, dz = x - self.p[0], y - self.p[1], z - self.p[2]
        rx, rz = dx * self.cos - dz * self.sin, dx * self.sin + dz * self.cos
        rz = max(rz, 0.05)
        return self.cx + self.f * rx / rz, self.cy - self.f * dy / rz

    def depth(self, x, z):
        return (x - self.p[0]) * self.sin + (z - self.p[2]) * self.cos


def sample(img, x, y):
    """Bilinear picture lookup with clamped edges."""
    h, w = img.shape[:2]
    x, y = np.clip(x, 0, w - 1.001), np.clip(y, 0, h - 1.001)
    ix, iy = x.astype(np.int32), y.astype(np.int32)
    fx, fy = (x - ix)[..., None], (y - iy)[..., None]
    return (img[iy, ix] * (1 - fx) + img[iy, ix + 1] * fx) * (1 - fy) + (img[iy + 1, ix] * (1 - fx) + img[iy + 1, ix + 1] * fx) * fy


def sky_clouds(w, h, horizon, tex, scale=0.5, depth=0.12, off=(0.0, 0.0)):
    """Cloud density 0..1 seen in perspective above the horizon row."""
    x, y = grid(w, h)
    e = np.maximum((horizon - y) / h, 0) + depth
    return tex((x / w - 0.5) * scale / e + off[0], scale * 0.55 / e + off[1])


def water(mirror, horizon, cam_h, f, tex, wave=1.0, tint=(0.1, 0.15, 0.2), depth_tint=0.35, scale=0.02):
    """Rippled reflection of `mirror` (already upside down in place) below the horizon; returns picture and ripple field."""
    h, w = mirror.shape[:2]
    x, y = grid(w, h)
    below = np.maximum(y - horizon, 0.5)
    d = cam_h * f / below
    wx = (x - w / 2) * d / f
    n = tex(wx * scale * 0.35, d * scale) - 0.5
    n2 = tex(wx * scale * 1.7 + 0.3, d * scale * 4.1 + 0.7) - 0.5
    n3 = tex(wx * scale * 6 + 0.1, d * scale * 15 + 0.2) - 0.5
    near = np.clip(below / (h - horizon), 0, 1)
    r = n * 0.55 + n2 * 0.5 + n3 * 0.35 * step(0.05, 0.5, near)
    dy = wave * r * (14 + 120 * near)
    out = sample(mirror, x + r * wave * 18 * near, np.maximum(y + dy, horizon + 1))
    out = mix(out, np.array(tint, np.float32), depth_tint * (0.35 + 0.65 * near) * np.clip(0.8 + r, 0, 1.4))
    return out.astype(np.float32), r


def finish(img, seed, bloom=0.25, threshold=0.72, radius=26, grain=0.016, vignette=0.22, contrast=0.12, warmth=0.0):
    """Bloom, curve, vignette and a little film grain."""
    h, w = img.shape[:2]
    img = np.clip(img, 0, 1.6)
    glow = blur(np.maximum(img - threshold, 0), radius) + 0.6 * blur(np.maximum(img - threshold, 0), radius * 3)
    img = img + bloom * 2.2 * glow
    img = np.where(img > 0.78, 0.78 + 0.22 * (1 - np.exp(-(img - 0.78) / 0.22)), img)
    img = mix(img, img * img * (3 - 2 * img), contrast * np.ones((h, w), np.float32))
    x, y = grid(w, h)
    r = np.hypot((x / w - 0.5) * 1.1, y / h - 0.5)
    img = img * (1 - vignette * step(0.3, 0.85, r))[..., None]
    img = img * np.array([1 + warmth, 1, 1 - warmth], np.float32)
    g = np.random.default_rng(seed).normal(size=(h, w)).astype(np.float32)
    lum = img.mean(-1)
    return np.clip(img + (g * grain * (0.5 + 2 * lum * (1 - lum)))[..., None], 0, 1)


def srgb_profile():
    p = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    p[24:36] = b"\x07\xea\x00\x01\x00\x01" + b"\x00" * 6  # a fixed date: same bytes on every run
    return bytes(p)


def save_jpeg(img, path, limit=126_000):
    """The best quality that stays under the limit; sRGB, 200 ppi."""
    im = Image.fromarray((np.clip(img, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")
    k = (1_480_000 / (im.width * im.height)) ** 0.5
    if k < 1:
        im = im.resize((round(im.width * k), round(im.height * k)), Image.Resampling.LANCZOS)
    lo, hi, best = 30, 93, b""
    while lo <= hi:
        q = (lo + hi) // 2
        b = io.BytesIO()
        im.save(b, "JPEG", quality=q, optimize=True, dpi=(200, 200), icc_profile=srgb_profile(), subsampling=2)
        if len(b.getvalue()) <= limit:
            best, lo, bestq = b.getvalue(), q + 1, q
        else:
            hi = q - 1
    with open(path, "wb") as f:
        f.write(best)
    return bestq, len(best)
