#!/usr/bin/env python3
"""Writes the benchmark's editions: random simplified-Chinese text with a fixed seed, nothing of it a
real article.

    workload.py PAGES FOLDER    FOLDER/edition (for banxin) and FOLDER/edition.typ (for Typst)

A page is 390 × 540 mm in six columns of 18 characters and 116 lines, about 9,000 Han characters in
articles of 600 to 2,500 with a headline of 10 to 24. The text is drawn from 2,500 characters by a
Zipf-like frequency, with ordinary punctuation and about 5 % of Latin letters and digits.
"""
import math
import os
import random
import sys

# The head of the frequency curve, most frequent first; the tail comes from GB 2312's first level.
HEAD = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
    "面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去"
    "把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但"
    "质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式"
    "活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回"
    "则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己"
)
LATIN = [
    "GDP", "AI", "5G", "WTO", "CEO", "App", "Wi-Fi", "PM2.5", "LED", "GPS", "CPI", "IPO", "DNA",
    "VR", "Linux", "Unicode", "HarfBuzz", "Swift", "Ottawa", "Geneva", "Oslo", "New York",
    "OpenType", "NGO", "B2B",
]
UNITS = [
    "年", "月", "日", "亿元", "万人", "公里", "吨", "个", "项", "家", "%", "号", "时", "平方米",
]
HAN_PER_PAGE = 9000


def han_count(text):
    return sum(0x4E00 <= ord(c) <= 0x9FFF for c in text)


class Text:
    def __init__(self, seed):
        self.random = random.Random(seed)
        level1 = []
        for high in range(0xB0, 0xD8):
            for low in range(0xA1, 0xFF):
                try:
                    level1.append(bytes([high, low]).decode("gb2312"))
                except UnicodeDecodeError:
                    pass
        head = list(dict.fromkeys(HEAD))
        rest = [c for c in level1 if c not in set(head)]
        self.random.shuffle(rest)
        self.characters = (head + rest)[:2500]
        # A power law with its tail cut: 43 % on the first 100, 91 % on the first 1,000.
        self.weights, total = [], 0.0
        for rank in range(len(self.characters)):
            total += (rank + 1) ** -0.6 * math.exp(-rank / 850)
            self.weights.append(total)

    def han(self, count):
        return "".join(self.random.choices(self.characters, cum_weights=self.weights, k=count))

    def number(self):
        r = self.random
        kind = r.random()
        if kind < 0.3:
            return str(r.randint(1980, 2030)) + "年"
        if kind < 0.5:
            return f"{r.randint(1, 12)}月{r.randint(1, 28)}日"
        if kind < 0.75:
            return f"{r.random() * 100:.1f}" + r.choice(["%", "亿元", "万人", "公里"])
        return str(r.randint(2, 9999)) + r.choice(UNITS)

    def clause(self):
        r = self.random
        text = self.han(r.randint(4, 13))
        kind = r.random()
        if kind < 0.03:
            text += r.choice(LATIN) + self.han(r.randint(2, 5))
        elif kind < 0.15:
            text += self.number() + self.han(r.randint(1, 5))
        elif kind < 0.23:
            text += "“" + self.han(r.randint(2, 9)) + "”"
            text += self.han(r.randint(1, 4)) if r.random() < 0.7 else ""
        elif kind < 0.26:
            text += "《" + self.han(r.randint(3, 8)) + "》" + self.han(r.randint(1, 4))
        elif kind < 0.29:
            text += "（" + self.han(r.randint(2, 8)) + "）"
        elif kind < 0.30:
            text += "——" + self.han(r.randint(3, 8))
        elif kind < 0.306:
            text += "……"
        elif kind < 0.32:
            text += self.han(2) + "、" + self.han(2) + "、" + self.han(2)
        return text

    def sentence(self):
        r = self.random
        parts = []
        for number in range(r.randint(1, 5)):
            if number:
                parts.append(r.choices("，、；：", weights=[84, 6, 5, 5])[0])
            parts.append(self.clause())
        end = r.choices("。！？", weights=[92, 3, 5])[0]
        text = "".join(parts)
        if r.random() < 0.05:
            return self.han(r.randint(1, 3)) + "：“" + text + end + "”"
        return text + end

    def paragraph(self, target):
        text = ""
        while len(text) < target:
            text += self.sentence()
        return text[:300] if len(text) <= 300 else text[:299].rstrip("，、；：“《（—…") + "。"

    def article(self, han):
        paragraphs, got = [], 0
        while han - got > 60:
            text = self.paragraph(self.random.randint(80, min(280, max(81, han - got))))
            paragraphs.append(text)
            got += han_count(text)
        headline = self.han(self.random.randint(10, 24))
        kind = self.random.random()
        if kind < 0.2:
            headline = headline[:5] + "“" + headline[5:9] + "”" + headline[9:22]
        elif kind < 0.35:
            headline = headline[:6] + "：" + headline[6:23]
        elif kind < 0.45:
            headline = headline[:4] + "2025" + headline[4:20]
        return (headline, paragraphs), got

    def page(self):
        while True:
            lengths, left = [], HAN_PER_PAGE
            while left > 2500:
                length = self.random.randint(600, 2500)
                lengths.append(length)
                left -= length
            if left >= 600:
                lengths.append(left)
                break
        articles, carried = [], 0
        for length in lengths:
            article, got = self.article(max(300, length - carried))
            carried += got - length
            articles.append(article)
        return articles


GUTTER = 12
TYPE_WIDTH = 1032

TYPST_HEAD = """#set page(width: 390mm, height: 540mm, margin: (x: {x:.3f}pt, y: {y:.3f}pt), columns: {columns})
#set columns(gutter: 12pt)
#set text(font: "Noto Serif CJK SC", lang: "zh", region: "cn", size: 9pt, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 3.5pt, spacing: 3.5pt, first-line-indent: (amount: 2em, all: true))
#let hl(b) = block(above: 10pt, below: 10pt, sticky: true, text(font: "Noto Sans CJK SC", weight: "bold", size: 18pt, par(leading: 7pt, justify: false, first-line-indent: 0pt, b)))
"""


def columns_of(measure):
    """How many columns of so many characters of 9 pt the page holds."""
    return (TYPE_WIDTH + GUTTER) // (measure * 9 + GUTTER)


def type_width(measure):
    """Of all columns with their gutters, in points."""
    columns = columns_of(measure)
    return columns * measure * 9 + (columns - 1) * GUTTER


def typst(pages, measure=18):
    # A hair wider than its characters a column, or rounding turns 18 of them into 17.
    columns = columns_of(measure)
    head = TYPST_HEAD.replace("{columns}", str(columns)).format(
        x=(390 / 25.4 * 72 - type_width(measure)) / 2 - 0.015 * columns,
        y=(540 / 25.4 * 72 - 1450) / 2 - 0.05,
    )
    escape = str.maketrans({c: "\\" + c for c in "#$*_`<>@\\[]~/"})
    lines = [head]
    for number, page in enumerate(pages):
        if number:
            lines.append("#pagebreak()\n")
        for headline, paragraphs in page:
            lines.append("#hl[" + headline.translate(escape) + "]\n")
            lines += [text.translate(escape) + "\n" for text in paragraphs]
    return "\n".join(lines)


LAYOUT = """layout: full
page: {width: 390mm, height: 540mm}
grid: {columns: COLUMNS, chars: MEASURE, gutter: 12pt, lines: 116, size: 9pt, pitch: 12.5pt}
frames:
  - {id: body, kind: article, columns: 1-COLUMNS, lines: 1-116}
"""


def edition(pages, measure=18):
    """The files of an edition folder: one story a page, its headlines as subheads."""
    codes = [f"{number:03d}" for number in range(1, len(pages) + 1)]
    layout = LAYOUT.replace("COLUMNS", str(columns_of(measure))).replace("MEASURE", str(measure))
    files = {"layouts/full.yaml": layout}
    files["edition.yaml"] = (
        'banxin: 1\npaper: 测速日报\ndate: "2026-01-05"\nlang: zh-Hans\npages:\n'
        + "".join(f'  - {{code: "{c}", name: 测速, layout: layouts/full.yaml}}\n' for c in codes)
        + "articles: articles/*.md\noutput: {formats: [pdf]}\npolicy: {overset: warn}\n"
    )
    for code, page in zip(codes, pages):
        text = [f'---\nid: page-{code}\npage: "{code}"\nslot: body\n---\n']
        for headline, paragraphs in page:
            text.append("### " + headline + "\n\n" + "\n\n".join(paragraphs) + "\n")
        files[f"articles/{code}.md"] = "\n".join(text)
    return files


def write(count, folder, measure=18):
    text = Text(20250101)
    pages = [text.page() for _ in range(count)]
    files = {"edition/" + name: content for name, content in edition(pages, measure).items()}
    files["edition.typ"] = typst(pages, measure)
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
