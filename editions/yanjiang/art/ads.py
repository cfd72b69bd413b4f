"""Draws the edition's six advertisements at the exact size of their slots: python ads.py [name …]
Needs pycairo, numpy, pillow, fonttools; fonts Noto Sans/Serif CJK SC and LXGW WenKai. PDF: vector, fonts embedded. PNG: 220 ppi."""
import fonts  # noqa: F401  (first: small fonts make small PDFs)

import math
import pathlib
import sys

import cairo
import numpy as np
from PIL import Image

OUT = pathlib.Path(__file__).resolve().parent.parent / "ads"
EM = 9.2
PPI = 220
HEI, BLACK, LIGHT = "Noto Sans CJK SC", "Noto Sans CJK SC Black", "Noto Sans CJK SC Light"
SONG, SONGBLACK, KAI = "Noto Serif CJK SC", "Noto Serif CJK SC Black", "LXGW WenKai"


def slot(columns, lines):
    """A slot of the 6 × 17 字 grid in points."""
    return round((columns * 18 - 1) * EM, 1), round((lines - 1) * 12 + EM, 1)


def col(s):
    return tuple(int(s[i:i + 2], 16) / 255 for i in (0, 2, 4))


class Art:
    def __init__(self, ctx, w, h):
        self.c, self.w, self.h = ctx, w, h
        ctx.set_line_cap(cairo.LINE_CAP_ROUND)
        ctx.set_line_join(cairo.LINE_JOIN_ROUND)

    def ink(self, s, a=1.0):
        if isinstance(s, str):
            self.c.set_source_rgba(*col(s), a) if a < 1 else self.c.set_source_rgb(*col(s))
        else:
            self.c.set_source(s)

    def fade(self, x0, y0, x1, y1, *stops):
        p = cairo.LinearGradient(x0, y0, x1, y1)
        for i, s in enumerate(stops):
            p.add_color_stop_rgb(i / (len(stops) - 1), *col(s))
        return p

    def rect(self, x, y, w, h, s, a=1.0, r=0.0, line=None):
        c = self.c
        if r:
            c.new_sub_path()
            c.arc(x + w - r, y + r, r, -math.pi / 2, 0)
            c.arc(x + w - r, y + h - r, r, 0, math.pi / 2)
            c.arc(x + r, y + h - r, r, math.pi / 2, math.pi)
            c.arc(x + r, y + r, r, math.pi, 1.5 * math.pi)
            c.close_path()
        else:
            c.rectangle(x, y, w, h)
        self.ink(s, a)
        if line:
            c.set_line_width(line)
            c.stroke()
        else:
            c.fill()

    def poly(self, pts, s, a=1.0, line=None, close=True):
        c = self.c
        c.move_to(*pts[0])
        for p in pts[1:]:
            c.line_to(*p)
        if close:
            c.close_path()
        self.ink(s, a)
        if line:
            c.set_line_width(line)
            c.stroke()
        else:
            c.fill()

    def curve(self, start, *segs, s, a=1.0, line=None):
        c = self.c
        c.move_to(*start)
        for g in segs:
            c.line_to(*g) if len(g) == 2 else c.curve_to(*g)
        self.ink(s, a)
        if line:
            c.set_line_width(line)
            c.stroke()
        else:
            c.close_path()
            c.fill()

    def disc(self, x, y, r, s, a=1.0, line=None, a0=0.0, a1=2 * math.pi):
        self.c.new_sub_path()
        self.c.arc(x, y, r, a0, a1)
        self.ink(s, a)
        if line:
            self.c.set_line_width(line)
            self.c.stroke()
        else:
            self.c.fill()

    def width(self, t, size, face, bold=False, track=0.0):
        self.c.select_font_face(face, cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL)
        self.c.set_font_size(size)
        return sum(self.c.text_extents(ch).x_advance + track for ch in t) - track

    def text(self, x, y, t, size, s, face=HEI, bold=False, track=0.0, align="l"):
        """One line on baseline y; track is extra space between characters in points."""
        w = self.width(t, size, face, bold, track)
        x -= {"l": 0, "c": w / 2, "r": w}[align]
        self.ink(s)
        if not track:
            self.c.move_to(x, y)
            self.c.show_text(t)
            return w
        for ch in t:
            self.c.move_to(x, y)
            self.c.show_text(ch)
            x += self.c.text_extents(ch).x_advance + track
        return w

    def vertical(self, x, y, t, size, s, face=SONG, bold=False, step=1.16):
        for i, ch in enumerate(t):
            self.text(x, y + size * (0.88 + i * step), ch, size, s, face, bold, align="c")

    def clip(self, x, y, w, h, r=0.0):
        self.c.save()
        if r:
            self.c.arc(x + w / 2, y + h / 2, r, 0, 2 * math.pi)
        else:
            self.c.rectangle(x, y, w, h)
        self.c.clip()


# ---------------------------------------------------------------- 报眼：银行
def ear(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, w, h, "b5161f", "8f0d17"))
    A.clip(0, 0, w, h)
    for row in range(7):                      # 水纹
        for i in range(4, 12):
            x = 117 + i * 22 + (row % 2) * 11
            y = h + 4 - row * 9
            for k, r in enumerate((12.5, 9, 5.5)):
                A.disc(x, y, r, "a31a22" if k % 2 else "8a0c16")
                A.disc(x, y, r, "d9a441", 0.34 * (1 - row / 8), line=0.5, a0=math.pi, a1=2 * math.pi)
    x, y = 252, 84                            # 渡船
    A.disc(x + 8, y - 26, 33, "f0c766")
    A.disc(x + 8, y - 26, 33, "fbe3a2", line=0.7)
    A.curve((x - 48, y + 2), (x - 25, y + 22, x + 30, y + 22, x + 52, y - 3), (x + 25, y + 8, x - 20, y + 9, x - 48, y + 2), s="fff5dd")
    A.curve((x - 24, y + 6), (x - 20, y - 18, x + 12, y - 18, x + 15, y + 6), s="7d0a13")
    for i in range(5):
        A.poly([(x - 20 + i * 7.4, y + 5), (x - 17 + i * 6, y - 10)], "f0c766", line=0.7, close=False)
    A.poly([(x + 22, y + 5), (x + 21, y - 14), (x + 26, y - 21), (x + 31, y - 13), (x + 31, y + 5)], "7d0a13")
    A.poly([(x + 16, y - 20), (x + 26, y - 29), (x + 36, y - 19)], "fff5dd")
    A.poly([(x + 27, y - 12), (x + 50, y + 16)], "fff5dd", line=1.6, close=False)
    A.c.restore()
    A.rect(5, 5, w - 10, h - 10, "e6bd68", line=0.7)
    A.disc(25, 27, 10, "f0c766")
    A.curve((17.5, 28), (20, 24, 22.5, 24, 25, 28), (27.5, 32, 30, 32, 32.5, 28), s="a5121b", line=2)
    A.text(40, 32.6, "渡口银行", 15.5, "fff5dd", SONG, True, 1.2)
    A.text(41, 41.5, "DUKOU BANK", 5.6, "f0c766", HEI, track=1.55)
    A.text(17, 77, "小额急用", 29, "ffffff", SONGBLACK, track=1)
    A.text(17, 109, "一按就到", 29, "ffffff", SONGBLACK, track=1)
    A.rect(17, 117.5, 116, 14, "f0c766", r=7)
    A.text(75, 127.7, "随借随还　用一天算一天", 8.4, "8a0c16", HEI, True, align="c")
    A.text(17, 143, "客服热线 0000-95127　额度与利率以审批结果为准", 6.2, "ffe9bd", HEI)


# ---------------------------------------------------------------- 通栏：家居广场
def strip(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, "f6ead6")
    x0 = 430
    A.clip(0, 0, w, h)
    A.rect(x0, 0, w - x0, h, "e3c39d")
    A.poly([(x0, 0), (x0 + 46, 0), (x0 - 14, h), (x0, h)], "f6ead6")
    A.poly([(x0 - 60, 0), (x0 + 46, 0), (x0 - 14, h), (x0 - 60, h)], "f6ead6")
    for i in range(13):                       # 墙裙
        A.poly([(x0 + 20 + i * 44, 0), (x0 + 20 + i * 44, h)], "d9b68d", line=0.7, close=False)
    A.rect(x0 - 8, 124, w - x0 + 8, h - 124, "b98457")
    A.rect(x0 - 8, 121, w - x0 + 8, 3.4, "f3dfc2")
    for i in range(14):
        A.poly([(x0 + i * 46, 124), (x0 - 26 + i * 48, h)], "a67145", line=0.8, close=False)
    # 窗
    wx, wy, ww, wh = 690, 12, 128, 82
    A.rect(wx - 5, wy - 5, ww + 10, wh + 10, "fff8ea")
    A.clip(wx, wy, ww, wh)
    A.rect(wx, wy, ww, wh, A.fade(0, wy, 0, wy + wh, "a9d5da", "fdf0cf"))
    A.disc(wx + 94, wy + 28, 13, "fff4c4")
    A.curve((wx, wy + 62), (wx + 26, wy + 30, wx + 44, wy + 44, wx + 66, wy + 54), (wx + 88, wy + 34, wx + 108, wy + 46, wx + ww, wy + 50), (wx + ww, wy + wh), (wx, wy + wh), s="8fb59a")
    A.curve((wx, wy + 72), (wx + 36, wy + 52, wx + 66, wy + 66, wx + ww, wy + 60), (wx + ww, wy + wh), (wx, wy + wh), s="5f9277")
    A.c.restore()
    for k in (1, 2):
        A.rect(wx + ww * k / 3 - 1.3, wy, 2.6, wh, "fff8ea")
    A.rect(wx, wy + 40, ww, 2.2, "fff8ea")
    for s in (-1, 1):                          # 窗帘
        cx = wx - 8 if s < 0 else wx + ww + 8
        A.curve((cx - s * 14, wy - 9), (cx - s * 8, wy + 40, cx + s * 2, wy + 80, cx + s * 12, 118), (cx + s * 18, 118), (cx + s * 20, 60, cx + s * 18, 20, cx + s * 16, wy - 9), s="d96c47")
        A.curve((cx + s * 1, wy - 9), (cx + s * 5, wy + 40, cx + s * 10, wy + 80, cx + s * 15, 118), s="b9512f", line=1)
    A.rect(wx - 30, wy - 11, ww + 60, 3, "8b5a35", r=1.5)
    # 沙发
    sx, sy = 652, 76
    A.c.save(); A.c.translate(sx + 98, 141); A.c.scale(128, 5); A.disc(0, 0, 1, "7a4a28", 0.5); A.c.restore()
    A.rect(sx, sy, 196, 44, "2f6f6b", r=10)
    A.rect(sx + 14, sy + 30, 168, 26, "3c8580", r=5)
    A.poly([(sx + 98, sy + 31), (sx + 98, sy + 55)], "2a625e", line=1.2, close=False)
    A.rect(sx - 12, sy + 17, 28, 44, "276460", r=9)
    A.rect(sx + 180, sy + 17, 28, 44, "276460", r=9)
    for k in (6, 182):
        A.poly([(sx + k, sy + 60), (sx + k + 2, sy + 67)], "6b4326", line=3, close=False)
    for dx, c2, an in ((30, "f0b04a", -0.16), (134, "f4e2c2", 0.14), (154, "d96c47", 0.3)):
        A.c.save(); A.c.translate(sx + dx, sy + 18); A.c.rotate(an)
        A.rect(-13, -13, 27, 27, c2, r=4)
        A.c.restore()
    # 茶几、地毯、落地灯、柜、绿植、挂画
    A.c.save(); A.c.translate(748, 147); A.c.scale(92, 4.6); A.disc(0, 0, 1, "f2dcb4"); A.c.restore()
    A.rect(700, 128, 92, 5, "8b5a35", r=2.5)
    for k in (708, 784):
        A.poly([(k, 132), (k + (4 if k > 750 else -4), 148)], "6b4326", line=2.4, close=False)
    A.rect(728, 118, 12, 10, "fff8ea", r=2)
    A.disc(741.5, 123, 3.2, "fff8ea", line=1.4)
    A.rect(752, 124, 26, 4, "d96c47"); A.rect(754, 120.5, 22, 3.6, "2f6f6b")
    lx = 884
    A.poly([(lx, 146), (lx, 40)], "54402c", line=2.2, close=False)
    A.rect(lx - 13, 144, 26, 3.6, "54402c", r=1.8)
    A.poly([(lx - 34, 144), (lx - 20, 46), (lx + 20, 46), (lx + 34, 144)], "fff3c4", 0.25)
    A.poly([(lx - 13, 22), (lx + 13, 22), (lx + 23, 48), (lx - 23, 48)], A.fade(0, 22, 0, 48, "fbd98a", "fff2c8"))
    A.rect(918, 92, 56, 50, "8b5a35", r=2); A.rect(921, 95, 50, 20, "a06c42"); A.rect(921, 118, 50, 20, "a06c42")
    A.disc(946, 105, 1.8, "f0d59c"); A.disc(946, 128, 1.8, "f0d59c")
    for k in (924, 966):
        A.poly([(k, 142), (k, 148)], "6b4326", line=2.6, close=False)
    A.rect(922, 84, 6, 8, "d96c47"); A.rect(929, 80, 5, 12, "2f6f6b"); A.rect(935, 82, 6, 10, "f4e2c2")
    A.disc(959, 88, 4.5, "fff8ea"); A.curve((959, 86), (954, 74, 950, 70, 949, 64), s="5f9277", line=1.4); A.curve((959, 86), (961, 74, 966, 70, 969, 66), s="5f9277", line=1.4)
    A.rect(920, 22, 24, 32, "fff8ea"); A.rect(923, 25, 18, 26, "f0b04a"); A.disc(932, 36, 6, "d96c47")
    A.rect(950, 28, 22, 22, "fff8ea"); A.curve((952.5, 47.5), (957, 36, 962, 38, 969.5, 47.5), s="5f9277")
    px, py = 612, 142
    A.poly([(px - 15, py - 26), (px + 15, py - 26), (px + 11, py + 4), (px - 11, py + 4)], "f4e2c2"); A.rect(px - 16.5, py - 29, 33, 5, "fff8ea", r=2)
    g = np.random.default_rng(3)
    for i in range(17):
        an = -math.pi / 2 + (i - 8) * 0.15 + g.normal() * 0.05
        ln = 74 - abs(i - 8) * 4 + g.uniform(-8, 6)
        ex, ey = px + math.cos(an) * ln * 0.8, py - 28 + math.sin(an) * ln
        nx, ny = -math.sin(an) * 6.5, math.cos(an) * 6.5
        mx, my = (px + ex) / 2, (py - 28 + ey) / 2
        A.curve((px, py - 28), (mx + nx, my + ny, ex + nx * 0.5, ey + ny * 0.5, ex, ey), (ex - nx * 0.5, ey - ny * 0.5, mx - nx, my - ny, px, py - 28), s=("3f7f5f", "5f9d72", "2f6a50")[i % 3])
    # 餐椅与吊灯（左侧过渡）
    A.poly([(520, 0), (520, 34)], "54402c", line=1.2, close=False)
    A.disc(520, 50, 18, "d96c47", a0=math.pi, a1=2 * math.pi); A.disc(520, 50.5, 5, "fff2c8")
    A.poly([(500, 52), (540, 52), (566, 104), (474, 104)], "fff3c4", 0.25)
    A.rect(470, 104, 102, 5, "8b5a35", r=2.5)
    for k in (480, 562):
        A.poly([(k, 108), (k, 146)], "6b4326", line=3, close=False)
    A.curve((508, 104), (506, 98, 500, 96, 498, 90), (542, 90), (540, 96, 534, 98, 532, 104), s="fff8ea")
    for dx in (506, 516, 526, 534):
        A.disc(dx, 87.5, 5, ("d96c47", "f0b04a", "c4442e", "8fb04e")[int(dx) % 4])
    A.c.restore()
    A.rect(0, 0, w, h, "9a4a2b", line=1.6)
    A.text(24, 33, "栖木家居广场", 19, "9a4a2b", SONG, True, 1.5)
    A.text(161, 32.4, "第九届春季焕新节　3月20日—4月6日", 9.6, "6b4326", HEI, True)
    A.text(22, 83, "春天，从客厅开始", 42, "9a3f22", SONGBLACK, track=0.4)
    for i, (a, b) in enumerate((("满5000减600", "全场家具可用"), ("旧家具折300", "送新时上门收旧"), ("量房设计0元", "先看图再下单"))):
        bx = 24 + i * 126
        A.rect(bx, 97, 118, 32, "9a4a2b" if i != 1 else "2f6f6b", r=3)
        A.text(bx + 59, 112.5, a, 13.2, "fff8ea", BLACK, align="c")
        A.text(bx + 59, 123.6, b, 7.4, "fbe3c2", HEI, align="c")
    A.text(24, 144, "南浦区栖木路88号（轻轨1号线市民广场站向东300米）　10:00—21:30　0000-8866 2020", 7.4, "6b4326", HEI)


# ---------------------------------------------------------------- 半通栏左：书店
def half_left(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, "f4efe2")
    A.rect(4, 4, w - 8, h - 8, "1f3d36", line=1.6)
    A.rect(7.5, 7.5, w - 15, h - 15, "1f3d36", line=0.4)
    A.clip(8, 8, 150, h - 16)
    A.rect(8, 8, 150, h - 16, "1f3d36")
    A.disc(83, 60, 34, "e9c877")
    for i, (base, amp, c2) in enumerate(((80, 20, "2f564b"), (92, 15, "28493f"))):
        A.curve((8, base), (40, base - amp * 1.4, 60, base + amp * 0.2, 84, base - amp * 0.4), (104, base - amp * 1.5, 130, base - amp * 0.2, 158, base - amp), (158, h), (8, h), s=c2)
    # 摊开的书，书页化作江水
    cx, cy = 83, 128
    for s in (-1, 1):
        A.curve((cx, cy), (cx + s * 20, cy - 14, cx + s * 42, cy - 13, cx + s * 62, cy - 5), (cx + s * 62, cy + 17), (cx + s * 42, cy + 9, cx + s * 20, cy + 8, cx, cy + 21), s="caa45a")
        A.curve((cx, cy - 3), (cx + s * 20, cy - 17, cx + s * 42, cy - 16, cx + s * 60, cy - 8), (cx + s * 60, cy + 13), (cx + s * 42, cy + 5, cx + s * 20, cy + 4, cx, cy + 17), s="f9f3e4")
        for k in range(5):
            yy = cy + 1 + k * 3
            A.curve((cx + s * 6, yy - 2.5 + k * 0.2), (cx + s * 20, yy - 11, cx + s * 40, yy - 11, cx + s * 54, yy - 5.5), s="8fa79c", line=0.7)
    A.poly([(cx, cy - 3), (cx, cy + 19)], "1f3d36", line=1, close=False)
    A.curve((cx - 26, cy - 27), (cx - 12, cy - 16, cx + 14, cy - 16, cx + 28, cy - 29), (cx + 12, cy - 23, cx - 10, cy - 22, cx - 26, cy - 27), s="f9f3e4")
    A.poly([(cx, cy - 24), (cx, cy - 66)], "f9f3e4", line=1.3, close=False)
    A.curve((cx + 2, cy - 64), (cx + 20, cy - 54, cx + 24, cy - 40, cx + 22, cy - 30), (cx + 14, cy - 28), (cx + 2, cy - 27), s="f9f3e4")
    A.curve((cx - 2, cy - 58), (cx - 12, cy - 48, cx - 16, cy - 38, cx - 15, cy - 31), (cx - 2, cy - 28), s="d9cdae")
    for gx, gy in ((30, 34), (40, 29), (52, 33), (130, 40)):
        A.curve((gx - 4, gy - 2), (gx - 2, gy - 3, gx - 1, gy - 1, gx, gy), (gx + 1, gy - 1, gx + 2, gy - 3, gx + 4, gy - 2), s="f9f3e4", line=0.8)
    A.c.restore()
    A.text(174, 52, "一城春色半城书", 34, "1f3d36", SONGBLACK, track=1.5)
    A.text(175, 70, "江岸书店 · 三月读书月　周末到店，留一个下午给自己", 9.8, "7a5a24", KAI, True, 0.2)
    A.rect(174, 77, 296, 0.8, "1f3d36")
    rows = (("3月21日 14:30", "诗人下午茶", "读诗、抄诗，备有笔墨"), ("3月22日 10:00", "小小读书会", "6至10岁，绘本《江边的石头》"),
            ("3月28日 19:00", "地图里的老城", "一百年的街名，看图说话"), ("3月29日 15:00", "旧书换新茶", "三本旧书换一杯春茶"))
    for i, (d, t, n) in enumerate(rows):
        y = 90.5 + i * 13
        A.text(175, y, d, 8.2, "7a5a24", HEI, True)
        A.text(238, y, t, 9.6, "1f3d36", SONG, True)
        A.text(310, y, n, 8.2, "3c3a34", HEI)
    A.rect(174, 136.5, 296, 0.4, "1f3d36")
    A.text(175, 150, "北埠区桐油巷口　每日9:00—21:30　会员日全场八五折　0000-8830 1616", 7.9, "1f3d36", HEI)


# ---------------------------------------------------------------- 半通栏右：茶业（位图）
def half_right(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "f3f0dd", "dbe6c8", "b6cf9b"))
    A.disc(330, 42, 25, "fbe6b0")
    A.disc(330, 42, 18, "fdf3cf")
    hills = (("c9dbbe", 82, 22, 0.4, 230), ("a5c598", 98, 20, 1.7, 190), ("7ead72", 114, 18, 3.1, 215), ("56924f", 132, 15, 4.6, 260))
    for n, (c2, base, amp, ph, wl) in enumerate(hills):
        ys = lambda x: base - amp * (0.6 * math.sin(x / wl * 6.28 + ph) + 0.4 * math.sin(x / wl * 11 + ph * 2.3))
        A.poly([(0, h)] + [(x, ys(x)) for x in range(0, int(w) + 9, 8)] + [(w, h)], c2)
        if n >= 1:                              # 茶垄
            for k in range(1, 16):
                pts = [(x, ys(x) + k * (2.6 + n * 1.1) + 2.0 * math.sin(x / 70 + k * 0.35 + ph)) for x in range(0, int(w) + 9, 8)]
                A.poly(pts, ("8fb685", "6a9d60", "437c40")[n - 1], line=0.9 + n * 0.35, close=False)
    # 盖碗与热气
    cx, cy = 402, 101
    A.c.save(); A.c.translate(cx, cy + 32); A.c.scale(52, 6.5); A.disc(0, 0, 1, "2f5a30"); A.c.restore()
    A.c.save(); A.c.translate(cx, cy + 28); A.c.scale(48, 7); A.disc(0, 0, 1, "fffdf4"); A.c.restore()
    A.c.save(); A.c.translate(cx, cy + 27); A.c.scale(40, 4.6); A.disc(0, 0, 1, "e2e3d3"); A.c.restore()
    A.curve((cx - 38, cy - 14), (cx - 34, cy + 12, cx - 20, cy + 26, cx - 14, cy + 27), (cx + 14, cy + 27), (cx + 20, cy + 26, cx + 34, cy + 12, cx + 38, cy - 14), s="fffdf4")
    A.curve((cx + 12, cy - 12), (cx + 12, cy + 10, cx + 8, cy + 22, cx + 5, cy + 27), (cx + 14, cy + 27), (cx + 20, cy + 26, cx + 34, cy + 12, cx + 38, cy - 14), s="e6e7d8")
    A.c.save(); A.c.translate(cx, cy - 14); A.c.scale(38, 7.5); A.disc(0, 0, 1, "f1f0e2"); A.c.restore()
    A.c.save(); A.c.translate(cx, cy - 13); A.c.scale(33.5, 5.6); A.disc(0, 0, 1, "b9c24a"); A.c.restore()
    for dx, dy, an in ((-12, -13.5, 0.3), (3, -12, -0.4), (14, -14, 0.7)):
        A.c.save(); A.c.translate(cx + dx, cy + dy); A.c.rotate(an); A.c.scale(6, 1.7); A.disc(0, 0, 1, "5f8f3a"); A.c.restore()
    A.curve((cx - 24, cy + 2), (cx - 14, cy - 3, cx - 6, cy + 8, cx - 14, cy + 14), s="6fa05e", line=1.3)
    A.curve((cx - 20, cy + 8), (cx - 10, cy + 2, cx - 2, cy + 6, cx + 2, cy + 1), s="6fa05e", line=1.0)
    for dx, k in ((-11, 0), (3, 1), (15, 0)):
        A.curve((cx + dx, cy - 24), (cx + dx - 8, cy - 35, cx + dx + 8, cy - 43, cx + dx, cy - 55 - k * 6), s="ffffff", a=0.75, line=2.2)
    # 文字
    A.rect(18, 18, 19, 19, "a8362a", r=2)
    A.text(27.5, 33, "茶", 13.5, "fff5e2", SONG, True, align="c")
    A.text(44, 33, "栖霜山茶业", 15, "24492a", SONG, True, 1.4)
    A.text(17, 79, "头采春茶　今日到店", 31, "1f4526", SONGBLACK, track=0.6)
    A.text(19, 97, "海拔六百米　晨雾里采　当晚炒　次日到", 11.4, "24492a", KAI, True, 0.5)
    A.rect(18, 106, 166, 21, "a8362a", r=3)
    A.text(101, 120.6, "明前尝鲜　每袋50克　68元起", 10.6, "fff5e2", HEI, True, align="c")
    A.rect(0, h - 23, w, 23, "1f4526")
    A.text(18, h - 8.3, "砚江城区12家门店　渡口路总店 0000-8817 0600　可代寄，满三袋免运费", 8.6, "eef3d8", HEI)
    A.rect(0, 0, w, h, "1f4526", line=2)


# ---------------------------------------------------------------- 窄条：学校
def tag(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, w, 0, "12315c", "1b4d86", "1f6f96"))
    A.clip(0, 0, w, h)
    for i in range(26):                        # 方格纸
        A.poly([(300 + i * 14, 0), (300 + i * 14, h)], "2f6498", line=0.3, close=False)
    for i in range(6):
        A.poly([(300, 5 + i * 12), (650, 5 + i * 12)], "2f6498", line=0.3, close=False)
    A.poly([(640, 0), (w, 0), (w, h), (608, h)], "f5b52e")
    A.poly([(628, 0), (640, 0), (608, h), (596, h)], "ffffff")
    A.c.restore()
    A.disc(36, h / 2, 22, "ffffff", line=1.6)
    A.disc(36, h / 2, 18.5, "ffffff", line=0.6)
    for i in range(12):                        # 齿轮与书
        a = i * math.pi / 6
        A.poly([(36 + math.cos(a) * 12, h / 2 + math.sin(a) * 12), (36 + math.cos(a) * 15.5, h / 2 + math.sin(a) * 15.5)], "f5b52e", line=3.2, close=False)
    A.disc(36, h / 2, 12, "f5b52e", line=1.6)
    A.curve((36, h / 2 - 3), (32, h / 2 - 7, 29, h / 2 - 6, 27, h / 2 - 5), (27, h / 2 + 4), (30, h / 2 + 3, 33, h / 2 + 3, 36, h / 2 + 6), s="ffffff")
    A.curve((36, h / 2 - 3), (40, h / 2 - 7, 43, h / 2 - 6, 45, h / 2 - 5), (45, h / 2 + 4), (42, h / 2 + 3, 39, h / 2 + 3, 36, h / 2 + 6), s="d5e3f0")
    A.text(68, 31, "青石工程技术学校", 19, "ffffff", SONG, True, 1)
    A.text(69, 49, "2026年春季校园开放日　3月28日（周六）9:00—16:00", 8.7, "d5e6f5", HEI)
    A.text(69, 61, "青石区学园路6号　招生热线 0000-8805 3366", 7.6, "a9c8e4", HEI)
    A.text(312, 43, "手上有活　心里有光", 29, "ffffff", SONGBLACK, track=0.6)
    A.text(313, 58.5, "进车间 · 摸机器 · 问师傅　学生作品当天展出", 8.8, "f9d88a", HEI, True)
    for i, (a, b) in enumerate((("轨道运维", "24人×3班"), ("数控加工", "32人×2班"), ("护理养老", "40人×2班"), ("园林茶艺", "30人×1班"))):
        x = 660 + i * 76
        A.rect(x, 14, 68, 41, "12315c", r=4)
        A.text(x + 34, 33, a, 13, "ffffff", HEI, True, align="c")
        A.text(x + 34, 47, b, 8.4, "f9d88a", HEI, align="c")


# ---------------------------------------------------------------- 副刊半通栏：节水公益（单黑位图）
def foot_left(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, "ffffff")
    # 水龙头：左上
    A.rect(0, 26, 58, 20, A.fade(0, 26, 0, 46, "3a3a3a", "b8b8b8", "2a2a2a"))
    A.rect(54, 20, 34, 32, A.fade(0, 20, 0, 52, "2e2e2e", "c6c6c6", "222222"), r=4)
    A.rect(66, 8, 9, 14, "4a4a4a")
    A.rect(46, 3, 49, 8, A.fade(0, 3, 0, 11, "5a5a5a", "1c1c1c"), r=4)
    A.curve((86, 24), (122, 22, 138, 34, 138, 60), (117, 60), (117, 50, 110, 46, 86, 48), s=A.fade(86, 0, 138, 0, "8a8a8a", "4a4a4a", "161616"))
    A.rect(113, 58, 29, 7, "1a1a1a", r=2)
    # 水滴里的山与江
    cx, cy, r = 127.5, 108, 33
    def drop():
        A.c.move_to(cx, cy - 40)
        A.c.curve_to(cx + 10, cy - 26, cx + r, cy - 14, cx + r, cy + 6)
        A.c.arc(cx, cy + 6, r, 0, math.pi)
        A.c.curve_to(cx - r, cy - 14, cx - 10, cy - 26, cx, cy - 40)
        A.c.close_path()
    drop(); A.c.save(); A.c.clip()
    A.rect(cx - r, cy - 44, 2 * r, 90, A.fade(0, cy - 40, 0, cy + 40, "fafafa", "d0d0d0"))
    A.disc(cx + 13, cy - 8, 6, "ffffff")
    A.curve((cx - r, cy + 6), (cx - 20, cy - 16, cx - 12, cy - 6, cx - 4, cy + 2), (cx + 6, cy - 12, cx + 20, cy - 8, cx + r, cy + 4), (cx + r, cy + 40), (cx - r, cy + 40), s="9c9c9c")
    A.curve((cx - r, cy + 12), (cx - 16, cy, cx, cy + 12, cx + r, cy + 8), (cx + r, cy + 40), (cx - r, cy + 40), s="5c5c5c")
    A.curve((cx - 2, cy + 10), (cx + 8, cy + 16, cx - 24, cy + 20, cx - 12, cy + 27), (cx - 2, cy + 33, cx - 10, cy + 38, cx - 16, cy + 44), (cx + 20, cy + 44), (cx + 24, cy + 34, cx + 4, cy + 28, cx + 2, cy + 22), (cx + 2, cy + 17, cx + 8, cy + 14, cx - 2, cy + 10), s="f4f4f4")
    A.c.restore()
    drop(); A.ink("1a1a1a"); A.c.set_line_width(1.6); A.c.stroke()
    A.curve((cx - 22, cy - 4), (cx - 26, cy + 8, cx - 22, cy + 20, cx - 15, cy + 26), s="ffffff", line=2.6)
    # 文字
    x = 190
    A.text(x, 50, "拧紧一滴", 36, "111111", SONGBLACK, track=1)
    A.text(x + 76, 91, "留住一江", 36, "111111", SONGBLACK, track=1)
    A.rect(x + 170, 18, 15, 36, "111111")
    A.vertical(x + 177.5, 19.6, "公益广告", 8, "ffffff", HEI, True, 1.02)
    A.poly([(x, 71), (x + 66, 71)], "111111", line=0.6, close=False)
    A.poly([(x, 76), (x + 66, 76)], "111111", line=0.6, close=False)
    A.poly([(x, 81), (x + 66, 81)], "111111", line=0.6, close=False)
    A.text(x, 112, "一只没拧紧的水龙头，一年滴走约十吨水，", 9.8, "222222", KAI, True, 0.2)
    A.text(x, 125.5, "够一户人家用上一个月。3月22日，世界水日。", 9.8, "222222", KAI, True, 0.2)
    A.text(x, 143, "砚江市水务集团　报漏热线 0000-96116", 8.2, "111111", HEI, True)
    # 右侧水尺
    for i in range(27):
        y = 14 + i * 4.8
        A.rect(452, y, 20 if i % 5 == 0 else 11, 0.9 if i % 5 else 1.6, "111111")
    A.poly([(450, 12), (450, 141)], "111111", line=1.2, close=False)
    A.curve((418, 101), (426, 96, 434, 96, 440, 101), (446, 106, 454, 106, 462, 101), (468, 97, 474, 97, 480, 101), s="555555", line=1.5)
    A.curve((418, 109), (426, 104, 434, 104, 440, 109), (446, 114, 454, 114, 462, 109), (468, 105, 474, 105, 480, 109), s="999999", line=1.2)
    A.rect(0.8, 0.8, w - 1.6, h - 1.6, "111111", line=1.6)


ADS = {
    "ear": (ear, slot(2, 13), "pdf"), "strip": (strip, slot(6, 13), "pdf"), "half-left": (half_left, slot(3, 14), "pdf"),
    "half-right": (half_right, slot(3, 14), "png"), "tag": (tag, slot(6, 6), "pdf"), "foot-left": (foot_left, slot(3, 13), "grey"),
}
FILES = {"ear": "dukou-bank", "strip": "qimu-home", "half-left": "jiangan-books", "half-right": "qishuang-tea", "tag": "qingshi-school", "foot-left": "water-saving"}

if __name__ == "__main__":
    for name in sys.argv[1:] or ADS:
        draw, (w, h), kind = ADS[name]
        if kind == "pdf":
            path = OUT / f"{FILES[name]}.pdf"
            s = cairo.PDFSurface(str(path), w, h)
            s.restrict_to_version(cairo.PDF_VERSION_1_4)
            s.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2026-03-17T12:00:00Z")
            s.set_metadata(cairo.PDF_METADATA_TITLE, FILES[name])
            draw(Art(cairo.Context(s), w, h))
            s.finish()
        else:
            path = OUT / f"{FILES[name]}.png"
            k = PPI / 72
            pw, ph = round(w * k), round(h * k)
            s = cairo.ImageSurface(cairo.FORMAT_RGB24, pw, ph)
            c = cairo.Context(s)
            o = cairo.FontOptions()
            o.set_antialias(cairo.ANTIALIAS_GRAY)
            o.set_hint_style(cairo.HINT_STYLE_NONE)
            c.set_font_options(o)
            c.scale(pw / w, ph / h)
            draw(Art(c, w, h))
            s.flush()
            px = np.ndarray((ph, pw, 4), np.uint8, s.get_data())[..., 2::-1].copy()
            im = Image.fromarray(px, "RGB")
            if kind == "grey":
                im = im.convert("L")
            else:
                im = im.quantize(200, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
            im.save(path, optimize=True, dpi=(PPI, PPI))
        print(path.name, f"{w}×{h} pt", path.stat().st_size // 1000, "KB")
