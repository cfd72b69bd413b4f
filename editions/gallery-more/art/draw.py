"""Draws the edition's advertisements, label, cover and smaller pictures: python draw.py [name …]
Needs pycairo, numpy, pillow, fonttools; fonts Noto Sans/Serif CJK SC and LXGW WenKai. PDF: vector, fonts embedded."""
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent.parent / "yanjiang" / "art"))
import fonts  # noqa: E402, F401  (before cairo: small fonts make small PDFs)

import cairo  # noqa: E402
from PIL import Image  # noqa: E402

from ads import BLACK, HEI, KAI, SONG, SONGBLACK, Art  # noqa: E402
import ferry  # noqa: E402
from cover import kites  # noqa: E402
from kit import save_jpeg  # noqa: E402


def nursery(A):
    """花木市场: 322 × 225.2"""
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "fbf6e4", "e4efcf"))
    A.rect(5, 5, w - 10, h - 10, "4b7a3a", line=0.8)
    A.curve((0, h), (0, h - 46), (60, h - 66, 120, h - 40, 170, h - 52), (230, h - 66, 280, h - 44, w, h - 58), (w, h), s="9cc27a")
    A.curve((0, h), (0, h - 26), (80, h - 42, 160, h - 20, 230, h - 32), (280, h - 40, 300, h - 26, w, h - 34), (w, h), s="5c8f45")
    for x, y, k, leaf in ((236, 176, 1.0, "3f7a3a"), (282, 182, 0.8, "5f9a45"), (208, 190, 0.52, "6fa850")):
        A.poly([(x, y), (x, y - 62 * k)], "7a5233", line=4.4 * k, close=False)
        for i, (dx, dy, r) in enumerate(((0, -92, 26), (-19, -76, 21), (20, -78, 22), (-6, -66, 20), (12, -104, 17))):
            A.disc(x + dx * k, y + dy * k, r * k, leaf)
        for i in range(11):
            a = i * 2.4
            A.disc(x + math.cos(a) * (4 + i * 1.9) * k, y - 84 * k + math.sin(a) * (3 + i * 1.7) * k, 3.1 * k, ("f3a9b8", "ffffff", "e2697f")[i % 3])
        A.poly([(x - 15 * k, y - 4), (x + 15 * k, y - 4), (x + 11 * k, y + 18 * k), (x - 11 * k, y + 18 * k)], "b5622f")
        A.rect(x - 17 * k, y - 8 * k, 34 * k, 6 * k, "cf7d44", r=1.5)
    A.text(20, 34, "南浦花木市场", 17, "2f5a2a", SONG, True, 2)
    A.text(20, 49, "第十二届春季苗木节　3月28日—4月6日", 9.5, "4b7a3a", HEI, True)
    A.text(19, 92, "带一棵树", 33, "2f5a2a", SONGBLACK, track=1)
    A.text(19, 130, "回家过春天", 33, "2f5a2a", SONGBLACK, track=1)
    A.rect(20, 142, 146, 17, "c8452d", r=8.5)
    A.text(93, 154.6, "盆栽晚樱　28元起", 10.5, "ffffff", HEI, True, align="c")
    A.text(20, 176, "满200元送土送盆　教到会栽为止", 9.5, "2f5a2a", HEI, True)
    A.text(20, 205, "南浦区花溪路66号（11路花木市场站）", 8.4, "ffffff", HEI, True)
    A.text(20, 216, "0000-8846 1212　7:00—18:00", 8.4, "ffffff", HEI, True)


def bus(A):
    """公交祭扫专线: 322 × 177.2"""
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "dfeef2", "f6f4e6"))
    A.curve((0, 122), (50, 84, 96, 104, 140, 92), (190, 76, 240, 108, w, 80), (w, 150), (0, 150), s="a9c9c4")
    A.curve((0, 134), (70, 108, 130, 128, 190, 116), (240, 106, 280, 124, w, 112), (w, 150), (0, 150), s="7daaa0")
    A.rect(0, 144, w, h - 144, "21484d")
    A.rect(0, 144, w, 1.6, "f0c766")
    A.rect(196, 98, 106, 42, "1f8a8a", r=6)
    A.rect(196, 122, 106, 4, "f7f2dd")
    for i in range(5):
        A.rect(202 + i * 17.5, 104, 14.5, 13, "e8f6f7", r=2)
    A.rect(290, 103, 9, 24, "e8f6f7", r=2)
    for x in (218, 280):
        A.disc(x, 140, 7.4, "222222"); A.disc(x, 140, 3.2, "c9c9c9")
    A.text(18, 34, "渡口公交", 14, "1c5a60", SONG, True, 2)
    A.text(88, 34, "清明祭扫专线", 14, "c0392b", BLACK, track=1)
    A.text(17, 74, "送一程思念", 30, "173d42", SONGBLACK, track=1)
    A.text(18, 94, "3月28日—4月6日　6:00—16:00", 10, "173d42", HEI, True)
    A.text(18, 110, "四个站点上车　2元一票", 10, "173d42", HEI, True)
    A.text(18, 126, "70岁以上老人免费", 10, "173d42", HEI, True)
    A.text(18, 161, "市民广场　镜塘站　青石客运站　北埠渡口", 10.4, "ffffff", HEI, True, track=0.4)
    A.text(18, 172, "乘车服务 0000-96011　请勿携带火种、花炮上车", 7.4, "dfeef2", HEI)


def clocks(A):
    """修钟表: 156.4 × 177.2"""
    w, h = A.w, A.h
    A.rect(0, 0, w, h, "22293a")
    A.rect(5, 5, w - 10, h - 10, "c8a45c", line=0.7)
    cx, cy, r = w / 2, 62, 40
    A.disc(cx, cy, r + 4, "c8a45c"); A.disc(cx, cy, r, "f7f0dc")
    for i in range(60):
        a = math.radians(i * 6)
        q = r - (7 if i % 5 == 0 else 4)
        A.poly([(cx + math.sin(a) * q, cy - math.cos(a) * q), (cx + math.sin(a) * (r - 2), cy - math.cos(a) * (r - 2))], "22293a", line=1.5 if i % 5 == 0 else 0.5, close=False)
    A.text(cx, cy - 12, "青石", 8, "22293a", SONG, True, align="c")
    A.disc(cx, cy + 17, 8, "22293a", line=0.5)
    A.poly([(cx, cy + 17), (cx + 4, cy + 12)], "b5161f", line=0.7, close=False)
    A.poly([(cx, cy), (cx - 19, cy - 12)], "22293a", line=3, close=False)
    A.poly([(cx, cy), (cx + 16, cy - 27)], "22293a", line=2, close=False)
    A.disc(cx, cy, 2.6, "b5161f")
    A.text(cx, 128, "青石修表铺", 19, "f7f0dc", SONGBLACK, align="c", track=1)
    A.text(cx, 144, "机械表 · 座钟 · 老怀表", 8.6, "e2c98d", HEI, True, align="c")
    A.text(cx, 157, "修不好不收钱", 9.4, "ffffff", HEI, True, align="c", track=1)
    A.text(cx, 168, "红砖街9号　0000-8835 0917", 7, "e2c98d", HEI, align="c")


def cinema(A):
    """影院: 156.4 × 129.2"""
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, 0, h, "8f2a1e", "5e170f"))
    for y in (0, h - 11):
        A.rect(0, y, w, 11, "2a0d09")
        for i in range(13):
            A.rect(4 + i * 12, y + 3, 7, 5, "f3e6cc", r=1)
    A.text(w / 2, 34, "红砖艺术影院", 15, "f3e6cc", SONGBLACK, align="c", track=1)
    A.rect(14, 41, w - 28, 0.6, "f3e6cc")
    for n, (time, film) in enumerate((("14:20", "纸鸢"), ("16:40", "渡口的冬天"), ("19:00", "石头会唱歌"), ("21:10", "雨巷（修复版）"))):
        A.text(18, 57 + n * 14, time, 9.4, "f6c667", BLACK)
        A.text(54, 57 + n * 14, film, 9.8, "ffffff", HEI, True)
    A.text(w / 2, 113, "今天四部　通票50元　0000-8833 2020", 7, "f3e6cc", HEI, True, align="c")


def gold(A):
    """银行: 984.4 × 69.2"""
    w, h = A.w, A.h
    A.rect(0, 0, w, h, A.fade(0, 0, w, 0, "1d2f4d", "2f4c78"))
    A.clip(0, 0, w, h)
    for i in range(6):
        x = 610 + i * 21
        A.poly([(x, 54 - i * 6), (x + 44, 54 - i * 6), (x + 52, 64 - i * 6), (x - 8, 64 - i * 6)], ("f0c766", "d9a441")[i % 2])
        A.poly([(x, 54 - i * 6), (x + 44, 54 - i * 6), (x + 41, 50 - i * 6), (x + 4, 50 - i * 6)], "fbe3a2")
    A.c.restore()
    A.disc(40, 35, 19, "f0c766")
    A.curve((25, 37), (30, 29, 35, 29, 40, 37), (45, 45, 50, 45, 55, 37), s="1d2f4d", line=3.4)
    A.text(70, 32, "渡口银行", 19, "fff5dd", SONG, True, 1.2)
    A.text(70, 50, "积存金 · 一克起存", 11, "f0c766", HEI, True)
    A.text(240, 45, "一点一滴，攒成一块金", 30, "ffffff", SONGBLACK, track=1)
    A.text(241, 61, "价格随市场波动，存金有风险，请按自己的承受能力选择", 7.4, "dbe6f5", HEI)
    A.rect(790, 16, 176, 38, "f0c766", r=19)
    A.text(878, 41, "0000-95127", 18, "1d2f4d", BLACK, align="c")


def label(A):
    """栏目题花“民生直通”: 一行波纹、一叶渡船"""
    A.rect(0, 0, 22, 22, "b5161f", r=3)
    A.curve((4, 12), (7, 17, 15, 17, 18, 11.5), (14, 13.6, 8, 13.6, 4, 12), s="ffffff")
    A.curve((8, 12.6), (8.4, 7.4, 13, 7.4, 13.6, 12.6), s="ffffff")
    for y in (16.6, 19):
        A.curve((3, y), (5.5, y - 1.6, 8.5, y + 1.6, 11, y), (13.5, y - 1.6, 16.5, y + 1.6, 19, y), s="ffffff", line=0.7)
    A.text(27, 17, "民生直通", 16, "b5161f", SONGBLACK, track=1)


DRAWINGS = {
    "nursery": ("ads/nursery.pdf", 322, 225.2, nursery), "bus": ("ads/bus.pdf", 322, 177.2, bus), "clocks": ("ads/clocks.pdf", 156.4, 177.2, clocks),
    "cinema": ("ads/cinema.pdf", 156.4, 129.2, cinema), "gold": ("ads/gold.pdf", 984.4, 69.2, gold), "label": ("photos/label.svg", 98, 22, label),
}
# Cut from the pictures of editions/gallery: file, the part to keep (x, y, width, height of one), pixels wide, quality.
CUTS = {
    "library": ("library.jpg", (0.06, 0.0, 0.88, 1.0), 860, 58),
    "market-thumb": ("market.jpg", (0.2, 0.25, 0.56, 0.6), 300, 52), "library-thumb": ("library.jpg", (0.16, 0.03, 0.68, 0.868), 300, 52),
    "harbour-thumb": ("harbour.jpg", (0.04, 0.24, 0.86, 0.653), 300, 52),
}


def draw(name):
    file, w, h, paint = DRAWINGS[name]
    out = str(HERE.parent / file)
    s = cairo.SVGSurface(out, w, h) if file.endswith(".svg") else cairo.PDFSurface(out, w, h)
    if file.endswith(".pdf"):
        s.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2026-03-27T18:00:00Z")
    paint(Art(cairo.Context(s), w, h))
    s.finish()


def cut(name):
    file, (x, y, w, h), wide, quality = CUTS[name]
    im = Image.open(HERE.parent.parent / "gallery" / "photos" / file).convert("RGB")
    im = im.crop((round(x * im.width), round(y * im.height), round((x + w) * im.width), round((y + h) * im.height)))
    im = im.resize((wide, round(im.height * wide / im.width)), Image.Resampling.LANCZOS)
    im.save(HERE.parent / f"photos/{name}.jpg", quality=quality, optimize=True)


for name in sys.argv[1:] or [*DRAWINGS, *CUTS, "cover", "ferry"]:
    if name == "cover":
        save_jpeg(kites(), HERE.parent / "photos/cover.jpg", 148_000)
    elif name == "ferry":
        ferry.save(HERE.parent / "photos/ferry.jpg")
    else:
        draw(name) if name in DRAWINGS else cut(name)
