"""Draws the gallery's own advertisements, cartoon and pictures: python draw.py [name …]
Needs pycairo, numpy, pillow, fonttools; fonts Noto Sans/Serif CJK SC and LXGW WenKai. PDF: vector, fonts embedded."""
import io
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent.parent / "yanjiang" / "art"))
import fonts  # noqa: E402, F401  (before cairo: small fonts make small PDFs)

import cairo  # noqa: E402
from PIL import Image  # noqa: E402

from ads import BLACK, HEI, KAI, SONG, SONGBLACK, Art  # noqa: E402
from panorama import river_of_lanterns  # noqa: E402


def person(A, x, y, k, coat, bag=None, face=1):
    """A small walking figure, feet at y."""
    A.disc(x, y - 46 * k, 8 * k, "f3cfa6")
    A.disc(x, y - 49 * k, 8 * k, "2c2a33", a0=math.pi, a1=2 * math.pi)
    A.curve((x - 11 * k, y - 14 * k), (x - 12 * k, y - 40 * k, x + 12 * k, y - 40 * k, x + 11 * k, y - 14 * k), s=coat)
    for d in (-4, 5):
        A.poly([(x + d * k * 0.6, y - 15 * k), (x + d * k * 1.3, y)], "2c2a33", line=4 * k, close=False)
    if bag:
        A.rect(x - face * 17 * k, y - 25 * k, 9 * k, 12 * k, bag, r=1.5 * k)


def cartoon(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "243352", "4a5a80"))
    A.disc(62, 46, 20, "f7e7b0"); A.disc(71, 41, 17, "2c3b5c")
    for i, (x, y) in enumerate(((120, 30), (150, 62), (300, 24), (352, 54), (30, 96), (372, 110))):
        A.disc(x, y, 1.3 + i % 2 * 0.5, "f7e7b0")
    A.c.save()
    A.c.translate(0, 50)
    h -= 50
    for x, hh in ((0, 70), (34, 96), (74, 60), (306, 88), (344, 66)):
        A.rect(x, h - 40 - hh, 38, hh, "1c2740")
        for i in range(2):
            for j in range(int(hh // 20)):
                if (i + j + x) % 3:
                    A.rect(x + 7 + i * 15, h - 34 - hh + j * 18, 8, 9, "f0c766", 0.75)
    A.rect(0, h - 40, w, 40, "8d7f74"); A.rect(0, h - 40, w, 3, "c9bba8")
    cx, cy, r = 205, 138, 92
    for s in (-1, 1):
        A.poly([(cx + s * 46, cy + 76), (cx + s * 58, h - 30)], "5b3a24", line=11, close=False)
        A.rect(cx + s * 58 - 18 + s * 6, h - 37, 36, 11, "2c2a33", r=5)
    A.disc(cx, cy, r + 10, "7a4a28"); A.disc(cx, cy, r + 4, "d9a441"); A.disc(cx, cy, r, "fbf5e2")
    for i in range(12):
        a = i * math.pi / 6 - math.pi / 2
        A.poly([(cx + math.cos(a) * (r - 12), cy + math.sin(a) * (r - 12)), (cx + math.cos(a) * (r - 3), cy + math.sin(a) * (r - 3))], "2c2a33", line=4 if i % 3 == 0 else 2, close=False)
    for n, a in (("12", -90), ("3", 0), ("6", 90), ("9", 180)):
        A.text(cx + math.cos(math.radians(a)) * (r - 25), cy + math.sin(math.radians(a)) * (r - 25) + 6, n, 16, "2c2a33", SONGBLACK, align="c")
    for s in (-1, 1):                           # 眉眼
        A.disc(cx + s * 26, cy - 18, 11, "ffffff"); A.disc(cx + s * 26, cy - 18, 11, "2c2a33", line=1.5)
        A.disc(cx + s * 26 + 5, cy - 13, 4.6, "2c2a33")
        A.poly([(cx + s * 14, cy - 34), (cx + s * 40, cy - 40 + s * 4)], "2c2a33", line=4, close=False)
    A.curve((cx - 24, cy + 34), (cx - 10, cy + 22, cx + 12, cy + 22, cx + 26, cy + 38), s="2c2a33", line=3)
    A.disc(cx, cy, 6, "b5161f")
    A.poly([(cx, cy), (cx - 36, cy + 40)], "b5161f", line=6, close=False)
    A.poly([(cx, cy), (cx + 70, cy + 40)], "b5161f", line=4, close=False)
    A.rect(cx - 46, cy - r - 32, 92, 24, "b5161f", r=4)
    A.text(cx, cy - r - 14, "时刻表", 16, "fff5dd", BLACK, align="c", track=3)
    # 梯子上推指针的人
    lx = 318
    for d in (0, 20):
        A.poly([(lx + d, h - 38), (lx - 22 + d, 170)], "c98f4e", line=4, close=False)
    for i in range(5):
        y = h - 52 - i * 15
        A.poly([(lx - (h - 38 - y) * 0.21, y), (lx + 20 - (h - 38 - y) * 0.21, y)], "c98f4e", line=3, close=False)
    person(A, 306, 214, 1.0, "3c8580")
    A.poly([(300, 180), (cx + 73, cy + 42)], "3c8580", line=6, close=False)
    A.poly([(310, 180), (cx + 76, cy + 37)], "3c8580", line=5, close=False)
    person(A, 60, h - 18, 1.15, "d96c47", "2f6f6b")
    person(A, 100, h - 12, 1.05, "e6bd68", "8b5a35", -1)
    person(A, 360, h - 14, 1.1, "7b8fc0", "b5161f")
    A.c.restore()


def ear(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "0f5a4c", "0a3d35"))
    A.rect(4, 4, w - 8, h - 8, "d9b96a", line=0.8)
    A.disc(w / 2, 46, 30, "f0d79a")
    for i in range(5):
        A.curve((w / 2 - 30 + i * 2, 50 + i * 6), (w / 2 - 14, 44 + i * 6, w / 2 - 4, 56 + i * 6, w / 2 + 6, 50 + i * 6), (w / 2 + 14, 46 + i * 6, w / 2 + 22, 52 + i * 6, w / 2 + 30 - i * 2, 49 + i * 6), s="0f5a4c", line=2.2)
    A.text(w / 2, 97, "青石中医院", 19, "fff5dd", SONGBLACK, align="c", track=1)
    A.text(w / 2, 114, "春季膏方门诊　周六照常", 10, "f0d79a", HEI, True, align="c")
    A.rect(22, 121, w - 44, 14, "d9b96a", r=7)
    A.text(w / 2, 131.5, "预约 0000-8820 6677", 9, "0a3d35", BLACK, align="c")
    A.text(w / 2, 146, "（青）医广〔2026〕第011号", 6.2, "cfe3d3", HEI, align="c")


def water(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "eaf6fa", "bfe3ef"))
    for n, (c2, base) in enumerate((("9fd3e4", 198), ("6db9d3", 218), ("3f98ba", 240), ("236f94", 260))):
        ys = lambda x: base - 9 * math.sin(x / 52 + n * 1.7) - 5 * math.sin(x / 23 + n)
        A.poly([(0, h)] + [(x, ys(x)) for x in range(0, int(w) + 8, 6)] + [(w, h)], c2)
    cx, cy = 474, 108                             # 水滴与龙头
    A.curve((cx, cy - 62), (cx + 14, cy - 30, cx + 44, cy - 8, cx + 44, cy + 20), (cx + 44, cy + 46, cx + 22, cy + 62, cx, cy + 62), (cx - 22, cy + 62, cx - 44, cy + 46, cx - 44, cy + 20), (cx - 44, cy - 8, cx - 14, cy - 30, cx, cy - 62), s="2f8fb8")
    A.curve((cx - 44, cy + 20), (cx - 20, cy + 8, cx + 10, cy + 34, cx + 44, cy + 18), (cx + 44, cy + 46, cx + 22, cy + 62, cx, cy + 62), (cx - 22, cy + 62, cx - 44, cy + 46, cx - 44, cy + 20), s="1b6a91")
    A.curve((cx - 30, cy + 14), (cx - 28, cy - 4, cx - 16, cy - 16, cx - 8, cy - 26), s="d7f0f7", line=4)
    A.curve((cx + 2, cy + 50), (cx + 2, cy + 30, cx + 4, cy + 20, cx + 4, cy + 6), s="bfe3b0", line=3)
    A.curve((cx + 4, cy + 22), (cx + 20, cy + 18, cx + 24, cy + 6, cx + 24, cy - 2), (cx + 10, cy, cx + 4, cy + 10, cx + 4, cy + 22), s="a9d98f")
    A.curve((cx + 4, cy + 30), (cx - 12, cy + 28, cx - 18, cy + 16, cx - 18, cy + 8), (cx - 4, cy + 10, cx + 3, cy + 18, cx + 4, cy + 30), s="8fc978")
    A.rect(0, 0, w, h, "236f94", line=1.6)
    A.text(30, 40, "3月22日　世界水日", 15, "1b5a7c", HEI, True, track=1)
    A.rect(30, 48, 250, 1, "1b5a7c")
    A.text(28, 108, "拧紧一只龙头", 38, "12486a", SONGBLACK, track=1)
    A.text(28, 156, "留住半江春水", 38, "12486a", SONGBLACK, track=1)
    A.text(30, 256, "砚江市节约用水办公室　砚江日报公益广告", 10, "ffffff", HEI, True, track=0.4)


def classified(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, w, 0, "1d3f73", "27568f"))
    A.rect(5, 5, w - 10, h - 10, "f0d79a", line=0.8)
    for i in range(5):                           # 铅字盘
        for j in range(3):
            x, y = 40 + i * 40, 22 + j * 38
            A.rect(x, y, 34, 33, "f6ecd4", r=2)
            A.rect(x + 3, y + 3, 28, 27, "e2d2a8", r=1)
            A.text(x + 17, y + 24, "租售聘寻失告修搬教换招领祝启事"[j * 5 + i], 20, "1d3f73", SONGBLACK, align="c")
    A.text(272, 66, "小启事　大用处", 44, "ffffff", SONGBLACK, track=2)
    A.text(274, 92, "砚江日报分类广告　每周二、四、六见报　当日16时前收件，次日见报", 13, "f0d79a", HEI, True)
    A.rect(274, 103, 408, 0.7, "f0d79a")
    A.text(274, 124, "声明挂失每则90元起　房屋招聘每行48元　连登三次免一次", 12, "ffffff", HEI)
    A.text(274, 143, "北埠区埠前路1号报社大厅　周日照常", 10.5, "dbe6f5", HEI)
    A.rect(720, 24, 240, 108, "f0d79a", r=5)
    A.text(840, 60, "刊登热线", 18, "1d3f73", BLACK, align="c", track=4)
    A.text(840, 96, "0000-8812 0321", 25, "b5161f", BLACK, align="c")
    A.text(840, 119, "报纸摊、邮局、轻轨各站代办", 10.5, "1d3f73", HEI, True, align="c")


def weather_map(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, "eef5ee")
    A.c.save()
    A.c.scale(1, 1.28)
    h = h / 1.28
    A.poly([(0, 0), (w, 0), (w, 44), (150, 62), (60, 50), (0, 70)], "dfe9d6")
    zones = (("栖霜区", 62, 42, "小雨", 10), ("北埠区", 150, 60, "中雨", 12), ("青石区", 236, 46, "中雨", 12), ("镜塘区", 92, 104, "中雨", 12),
             ("柳堤区", 238, 102, "小雨", 11), ("南浦区", 130, 158, "小雨", 12), ("望江新区", 228, 160, "小雨", 12))
    for i, (cx, cy, r) in enumerate(((60, 44, 62), (150, 64, 50), (240, 50, 60), (90, 108, 48), (262, 110, 52), (128, 164, 48), (230, 166, 56))):
        A.disc(cx, cy, r, ("dcead0", "e6efd9", "d5e6cb", "e2edd6", "d9e8cf", "e4eed8", "d7e7cd")[i])
    river = ((-5, 128), (60, 140, 100, 88, 160, 108), (220, 128, 250, 76, 330, 92))
    A.curve(*river, s="7db9d9", line=15)
    A.curve(*river, s="a9d3e8", line=9)
    A.c.restore()
    h *= 1.28
    A.c.translate(0, 28)
    A.poly([(150, 96), (166, 122)], "b5161f", line=2.4, close=False)
    A.text(172, 126, "三桥", 7.5, "b5161f", HEI, True)
    A.text(20, 124, "砚 江", 9, "1d5f86", SONG, True, track=5)
    for n, x, y, wx, t in zones:
        A.disc(x - 5, y - 4, 8, "8fa3b5"); A.disc(x + 5, y - 6, 9.5, "8fa3b5"); A.disc(x + 14, y - 3, 7, "8fa3b5"); A.rect(x - 6, y - 3, 21, 8, "8fa3b5", r=4)
        for k in range(3 if wx == "中雨" else 2):
            A.poly([(x - 1 + k * 6, y + 7), (x - 4 + k * 6, y + 13)], "2f7fb0", line=1.6, close=False)
        A.text(x + 26, y - 1, n, 9, "222222", HEI, True)
        A.text(x + 26, y + 11, f"{wx} {t}℃", 8, "b5161f", HEI, True)
    A.c.translate(0, -28)
    A.text(w - 12, 20, "N", 10, "555555", BLACK, align="r")
    A.poly([(w - 15.5, 24), (w - 19, 36), (w - 12, 36)], "555555")
    A.c.translate(0, 62)
    for k in range(3):
        A.curve((18 + k * 12, 172), (26 + k * 12, 178, 18 + k * 12, 184, 26 + k * 12, 192), s="5a8fb5", line=1.3)
    A.text(18, 168, "北风4级", 8, "3b6f95", HEI, True)
    A.c.translate(0, -62)
    A.rect(0.5, 0.5, w - 1, h - 1, "9bb0a2", line=1)


def bank_tag(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, w, 0, "8f0d17", "b5161f"))
    A.clip(0, 0, w, h)
    for i in range(9):
        A.disc(700 + i * 34, 60 + (i % 2) * 12, 26 + i * 3, "f0c766", 0.16, line=1)
    A.c.restore()
    A.disc(40, 35, 19, "f0c766")
    A.curve((25, 37), (30, 29, 35, 29, 40, 37), (45, 45, 50, 45, 55, 37), s="a5121b", line=3.4)
    A.text(70, 32, "渡口银行", 19, "fff5dd", SONG, True, 1.2)
    A.text(70, 50, "鲜叶贷 · 商户贷 · 夜市贷", 11, "f0c766", HEI, True)
    A.text(300, 46, "早上要用钱，早上就到账", 33, "ffffff", SONGBLACK, track=1)
    A.rect(726, 14, 236, 42, "f0c766", r=21)
    A.text(844, 41, "0000-95127　线上三分钟", 15, "8f0d17", BLACK, align="c")
    A.text(300, 62, "额度与利率以审批结果为准　贷款有风险，借款需量力", 7, "ffe9bd", HEI)


def tofu(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "fdf6e3", "f3e2bd"))
    A.rect(4, 4, w - 8, h - 8, "7a4a28", line=1.2)
    A.rect(7, 7, w - 14, h - 14, "7a4a28", line=0.4)
    A.text(w / 2, 42, "老骆豆腐坊", 27, "7a2e14", SONGBLACK, align="c", track=2)
    A.text(w / 2, 60, "桐油巷37号摊　清晨五点半开板", 9.5, "5b3a24", HEI, True, align="c")
    A.poly([(46, 128), (46, 96), (108, 86), (170, 96), (170, 128), (108, 142)], "ffffff")
    A.poly([(46, 96), (108, 86), (170, 96), (108, 108)], "fffaf0")
    A.poly([(46, 96), (108, 108), (170, 96)], "d8c8a8", line=0.8, close=False)
    A.poly([(108, 108), (108, 142)], "d8c8a8", line=0.8, close=False)
    A.poly([(46, 96), (46, 128), (108, 142), (170, 128), (170, 96), (108, 86)], "b99b6a", line=1)
    for k in range(3):
        x = 84 + k * 22
        A.curve((x, 82), (x - 6, 76, x + 6, 72, x, 66), s="b99b6a", line=1.3)
    A.rect(28, 152, w - 56, 17, "7a2e14", r=8)
    A.text(w / 2, 164.5, "嫩豆腐 3元　老豆腐 4元　豆花 5元", 9.5, "fff5dd", HEI, True, align="c")
    A.text(w / 2, 186, "自带碗，添一勺　0000-8833 0370", 9, "5b3a24", KAI, True, align="c")


def night_bus(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "1b2547", "3a4a80"))
    A.clip(0, 0, w, h)
    for i in range(26):
        A.disc(300 + i * 15.1 % 370, 8 + (i * 37) % 44, 0.8 + i % 3 * 0.3, "f7e7b0")
    for i in range(15):
        hh = 24 + (i * 29) % 34
        A.rect(300 + i * 26, 92 - hh, 23, hh, "141c38")
        for k in range(3):
            if (i + k) % 2:
                A.rect(304 + i * 26 + k * 6, 97 - hh, 3.4, 4.5, "f0c766", 0.8)
    A.rect(0, 92, w, h - 92, "10162c")
    for i in range(14):
        A.rect(290 + i * 30, 103, 16, 2, "f7e7b0", 0.6)
    A.rect(430, 56, 150, 40, "2fa084", r=6)
    A.rect(430, 78, 150, 5, "fff5dd")
    for i in range(6):
        A.rect(438 + i * 22, 61, 18, 14, "fff2b8", r=2)
    A.rect(566, 60, 12, 26, "d7f0f7", r=2)
    A.poly([(580, 84), (667, 76), (667, 104), (580, 94)], "fff2b8", 0.35)
    for x in (456, 552):
        A.disc(x, 97, 8, "222222"); A.disc(x, 97, 3.5, "c9c9c9")
    A.c.restore()
    A.text(24, 46, "夜色再深，也有一班车", 28, "ffffff", SONGBLACK)
    A.text(25, 68, "渡口公交夜班线　N1·N3·K7　每晚22:30—次日1:00", 10.5, "f0c766", HEI, True)
    A.text(25, 88, "在车站按一下绿灯，司机就知道有人在等", 9.5, "dbe6f5", HEI)
    A.text(25, 107, "乘车服务 0000-96011　手机刷码同价", 8.5, "dbe6f5", HEI)


def theatre_ear(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "3b0d14", "7c1420"))
    for s_ in (0, 1):
        for i in range(4):
            x = i * 11 if not s_ else w - 11 - i * 11
            A.rect(x, 0, 10, h - 8 - i * 14, ("a31a28", "8a1420")[i % 2], r=3)
    A.text(w / 2, 38, "春江四季", 27, "f7e7b0", SONGBLACK, align="c", track=3)
    A.text(w / 2, 57, "大型民乐音乐会", 11.5, "ffffff", HEI, True, align="c")
    A.text(w / 2, 77, "3月21日 19:30　砚江大剧院", 9, "f7e7b0", HEI, True, align="c")
    A.rect(60, 86, w - 120, 14, "f0c766", r=7)
    A.text(w / 2, 96.5, "学生票20元", 9, "7c1420", BLACK, align="c")
    A.text(w / 2, 111, "购票 0000-8810 1930", 7.4, "f2d9c0", HEI, align="c")


def optic(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, w, 0, "e8f1f4", "cfe3ea"))
    for cx in (86, 176):
        A.disc(cx, 46, 34, "ffffff", 0.7)
        A.disc(cx, 46, 34, "1f4a5c", line=4)
    A.curve((120, 44), (126, 34, 136, 34, 142, 44), s="1f4a5c", line=4)
    A.text(86, 56, "春", 30, "2f8f6b", SONGBLACK, align="c")
    A.text(176, 56, "江", 30, "2f7fb0", SONGBLACK, align="c")
    A.text(236, 46, "看清远处的桥，也看清近处的字", 24, "16384a", SONGBLACK)
    A.text(237, 66, "望江眼镜　学生验光免费　渐进镜片三月直降300元", 10.5, "1f4a5c", HEI, True)
    A.text(237, 83, "望江新区听雨路15号　轻轨市民广场站2号口　0000-8855 2020", 8, "1f4a5c", HEI)
    A.rect(0, 0, w, h, "1f4a5c", line=1.4)


def seeds(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "f7f3df", "e3edc5"))
    A.rect(0, 92, w, h - 92, "6b4a2e")
    for i in range(6):
        x = 214 + i * 20
        k = 0.6 + (i * 7 % 5) * 0.12
        A.curve((x, 93), (x - 1, 80, x + 1, 72, x, 93 - 42 * k), s="4f8f3f", line=2)
        A.curve((x, 93 - 38 * k), (x + 12, 88 - 50 * k, x + 15, 84 - 40 * k, x, 93 - 30 * k), s="6fb04e")
        A.curve((x, 93 - 30 * k), (x - 12, 84 - 40 * k, x - 14, 80 - 30 * k, x, 93 - 22 * k), s="4f8f3f")
    A.text(16, 42, "春分一把籽", 26, "3d5a23", SONGBLACK, track=1)
    A.text(17, 62, "秧苗 · 花籽 · 有机肥　阳台也能种", 10, "5b3a24", HEI, True)
    A.text(17, 81, "进店送葱苗一盆", 11, "b5402a", BLACK)
    A.text(16, 109, "栖霜种苗　鲜叶市场东门　0000-8845 0520", 8.4, "f7f3df", HEI)
    A.rect(0, 0, w, h, "3d5a23", line=1.4)


def blood(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, w, h, "fdf0ee", "f6d2cd"))
    cx, cy = 274, 56
    A.curve((cx, cy - 40), (cx + 9, cy - 18, cx + 28, cy - 4, cx + 28, cy + 14), (cx + 28, cy + 30, cx + 15, cy + 42, cx, cy + 42), (cx - 15, cy + 42, cx - 28, cy + 30, cx - 28, cy + 14), (cx - 28, cy - 4, cx - 9, cy - 18, cx, cy - 40), s="c8202f")
    A.poly([(cx - 21, cy + 14), (cx - 9, cy + 14), (cx - 4, cy + 2), (cx + 3, cy + 26), (cx + 8, cy + 14), (cx + 21, cy + 14)], "ffffff", line=2.6, close=False)
    A.text(16, 44, "你的一刻钟", 25, "8f1420", SONGBLACK, track=1)
    A.text(16, 74, "他的一辈子", 25, "8f1420", SONGBLACK, track=1)
    A.text(17, 94, "雨天库存告急　A型、O型尤缺　今明两天照常采血", 8.8, "5b1a20", HEI, True)
    A.text(17, 109, "砚江市中心血站　三桥南广场献血屋　0000-8812 9999", 7.8, "5b1a20", HEI)
    A.rect(0, 0, w, h, "8f1420", line=1.4)


def night_street(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "141b38", "2b2f57"))
    A.rect(0, 14, 86, h, "232a4d"); A.rect(86, 30, 50, h, "1c2344")
    for i in range(5):
        for j in range(6):
            A.rect(8 + i * 16, 22 + j * 19, 8, 11, "f0c766" if (i * 3 + j * 5) % 7 < 2 else "323a63")
    A.rect(136, 20, w - 136, h, "4a3430")
    for j in range(9):
        for i in range(12):
            A.rect(136 + i * 15 - (j % 2) * 7, 22 + j * 10, 13, 8, "54403a" if (i + j) % 3 else "5d463d")
    A.rect(0, h - 34, w, 34, "2a2730")
    for i in range(9):
        A.rect(i * 38, h - 30, 34, 3, "3a3642")
    A.curve((0, 30), (80, 54, 200, 54, w, 24), s="8d7f74", line=0.8)
    for i in range(13):
        t = i / 12
        x, y = w * t, 30 * (1 - t) ** 3 + 3 * 54 * t * (1 - t) ** 2 + 3 * 54 * t * t * (1 - t) + 24 * t ** 3
        A.disc(x, y + 5, 10, "f0c766", 0.18); A.disc(x, y + 5, 3.4, "ffe7a3")
    for i, (c2, n) in enumerate((("d96c47", "烤饼"), ("2f8f6b", "馄饨"), ("c8202f", "糖水"))):
        x = 142 + i * 50
        A.disc(x + 21, h - 66, 34, "ffcf7a", 0.16)
        A.rect(x, h - 58, 42, 30, "8b5a35", r=1.5); A.rect(x, h - 58, 42, 4, "c98f4e")
        A.poly([(x - 3, h - 86), (x + 45, h - 86), (x + 49, h - 74), (x - 7, h - 74)], c2)
        for k in range(4):
            A.poly([(x + 3 + k * 12, h - 86), (x + 9 + k * 12, h - 86), (x + 8 + k * 13 - 2, h - 74), (x + 1 + k * 13 - 2, h - 74)], "fff5dd", 0.85)
        for d in (0, 41):
            A.poly([(x + d, h - 76), (x + d, h - 30)], "5b3a24", line=1.8, close=False)
        A.text(x + 21, h - 38, n, 11, "fff5dd", BLACK, align="c")
        A.curve((x + 14, h - 60), (x + 9, h - 65, x + 19, h - 68, x + 14, h - 73), s="ffffff", a=0.6, line=1.2)
        A.curve((x + 26, h - 60), (x + 21, h - 65, x + 31, h - 68, x + 26, h - 73), s="ffffff", a=0.6, line=1.2)
    for x, k, c2 in ((104, 0.8, "d9a441"), (124, 0.72, "7b8fc0"), (66, 0.85, "3c8580")):
        person(A, x, h - 8, k, c2)
    A.poly([(40, 54), (40, 118)], "e6d3a8", line=0.8, close=False)
    A.rect(34, 118, 12, 8, "c98f4e", r=2)


def nameplate(A):
    A.rect(0, 0, A.w, A.h, "ffffff")
    for i, ch in enumerate("砚江日报"):
        A.text(A.w / 2, 92 + i * 137, ch, 104, "d5232e", KAI, True, align="c")


def sudoku(A):
    w, h = A.w, A.h
    A.rect(0, 0, w, h, "ffffff")
    k, x0, y0 = 23.6, 4, 4
    rows = ("85 312   ", "9 7   5  ", "  3      ", " 4  3  1 ", "27 5 6 43", " 8  9  7 ", "      6  ", "  5   3 2", "   945 87")
    for i in range(3):
        for j in range(3):
            if (i + j) % 2:
                A.rect(x0 + i * 3 * k, y0 + j * 3 * k, 3 * k, 3 * k, "eef3f8")
    for i in range(10):
        lw = 1.6 if i % 3 == 0 else 0.5
        A.poly([(x0 + i * k, y0), (x0 + i * k, y0 + 9 * k)], "222222", line=lw, close=False)
        A.poly([(x0, y0 + i * k), (x0 + 9 * k, y0 + i * k)], "222222", line=lw, close=False)
    for j, row in enumerate(rows):
        for i, ch in enumerate(row):
            if ch != " ":
                A.text(x0 + (i + 0.5) * k, y0 + (j + 0.5) * k + 5, ch, 14, "222222", HEI, True, align="c")
    for n, t in enumerate(("规则", "每行、每列、", "每个九宫，1至", "9各填一次。", "", "昨日答案首行", "648 275 913", "", "难度　★★", "用时　15分钟")):
        A.text(226, 20 + n * 17, t, 10.5, "b5161f" if n in (0, 5) else "333333", HEI, n in (0, 5))


NAMES = {
    "lanterns": ("photos/lanterns.jpg", 2076, 750, river_of_lanterns),
    "sudoku": ("photos/sudoku.png", 313, 221, sudoku),
    "nameplate": ("../gallery-vertical/photos/nameplate.png", 102, 524, nameplate),
    "night-street": ("photos/night-street.png", 292, 166, night_street),
    "theatre-ear": ("ads/theatre-ear.pdf", 216.2, 117.4, theatre_ear), "optic": ("ads/optic.pdf", 667.4, 93.4, optic),
    "seeds": ("ads/seeds.pdf", 329, 117.4, seeds), "blood": ("ads/blood.pdf", 329, 117.4, blood),
    "tofu": ("ads/tofu.pdf", 216.2, 201.4, tofu),
    "night-bus": ("ads/night-bus.pdf", 667.4, 117.4, night_bus),
    "bank-tag": ("ads/bank-tag.pdf", 984.4, 69.2, bank_tag),
    "weather-map": ("photos/weather-map.png", 313, 264, weather_map),
    "classified": ("ads/classified.pdf", 992.3, 155.2, classified),
    "cartoon": ("photos/cartoon.png", 390, 360, cartoon), "ear": ("ads/qingshi-clinic.pdf", 156.4, 153.2, ear),
    "water": ("ads/water-day.pdf", 590, 276, water),
}


def draw(name):
    file, w, h, paint = NAMES[name]
    out = HERE.parent / file
    if file.endswith(".pdf"):
        s = cairo.PDFSurface(str(out), w, h)
        s.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2026-03-20T18:00:00Z")
        paint(Art(cairo.Context(s), w, h))
        s.finish()
        return
    is_photo = file.endswith(".jpg")
    k = 2.13 if is_photo else 3
    s = cairo.ImageSurface(cairo.FORMAT_RGB24, int(w * k), int(h * k))
    c = cairo.Context(s)
    c.scale(k, k)
    paint(Art(c, w, h))
    b = io.BytesIO()
    s.write_to_png(b)
    b.seek(0)
    picture = Image.open(b).convert("RGB")
    if is_photo:
        picture.save(out, quality=48, optimize=True, dpi=(153, 153))
    else:
        picture.quantize(96).save(out, optimize=True, dpi=(216, 216))


for name in sys.argv[1:] or NAMES:
    draw(name)
