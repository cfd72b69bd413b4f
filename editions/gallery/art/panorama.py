"""The picture over the fold: a river full of lanterns under two bridge towers. Nothing that matters stands in the fold."""
import math
import random

import cairo


def glow(A, x, y, r, colour, strength):
    p = cairo.RadialGradient(x, y, 0, x, y, r)
    c = tuple(int(colour[i:i + 2], 16) / 255 for i in (0, 2, 4))
    for at, share in ((0, 1), (0.22, 0.5), (0.5, 0.16)):
        p.add_color_stop_rgba(at, *c, strength * share)
    p.add_color_stop_rgba(1, *c, 0)
    A.disc(x, y, r, p)


def sky(A, dice, shore):
    A.rect(0, 0, A.w, shore, A.fade(0, 0, 0, shore, "0d1633", "1d2a57", "4a3f72", "c9775a"))
    for _ in range(260):
        x, y = dice.uniform(0, A.w), dice.uniform(0, shore * 0.6)
        A.disc(x, y, dice.uniform(0.4, 1.3), "f7ecc8", dice.uniform(0.3, 0.9))
    for i, (top, tint) in enumerate(((64, "3a3563"), (42, "2b2a52"))):
        points, x = [(0, shore)], 0.0
        while x <= A.w + 40:
            points.append((x, shore - top * (0.55 + 0.45 * math.sin(x / 170 + i * 2.2) * math.sin(x / 71 + i))))
            x += 20
        A.poly(points + [(A.w, shore)], tint)


def city(A, dice, shore):
    for near in (False, True):
        x = -10.0
        while x < A.w:
            wide = dice.uniform(20, 46)
            # The middle of the town stands back from the river.
            away = min(1.0, abs(x - A.w / 2) / 520)
            high = (dice.uniform(26, 88) if near else dice.uniform(40, 120)) * (0.35 + 0.65 * away)
            A.rect(x, shore - high, wide, high, "131a37" if near else "1e2447")
            for row in range(int(high // 9)):
                for column in range(int(wide // 8)):
                    if dice.random() < 0.42:
                        A.rect(x + 3 + column * 8, shore - high + 4 + row * 9, 3.2, 4, "f3c969", dice.uniform(0.35, 0.95))
            x += wide + dice.uniform(1, 9)


def bridge(A, shore):
    deck = shore - 30
    for tower in (1290, 1700):
        for side in (-1, 1):
            for k in range(1, 15):
                A.poly([(tower, shore - 200 + k * 5), (tower + side * k * 14, deck)], "d8cba8", 0.55, line=0.8, close=False)
        for dx in (-9, 9):
            A.poly([(tower, shore - 214), (tower + dx, shore + 6)], "e9dcb8", line=5, close=False)
        A.disc(tower, shore - 216, 2.6, "ff6a4d")
        glow(A, tower, shore - 216, 22, "ff6a4d", 0.6)
    A.rect(1040, deck, 960, 6, "2b2f52")
    A.rect(1040, deck, 960, 1.4, "e9dcb8")
    for x in range(1060, 2000, 23):
        A.disc(x, deck - 2, 1.5, "ffe9a8")
        glow(A, x, deck - 2, 9, "ffe9a8", 0.55)


def river(A, dice, shore):
    A.rect(0, shore, A.w, A.h - shore, A.fade(0, shore, 0, A.h, "8f5a5c", "33305c", "141a3a", "0a0f24"))
    for _ in range(900):
        y = shore + (A.h - shore) * dice.random() ** 1.6
        near = (y - shore) / (A.h - shore)
        A.rect(dice.uniform(0, A.w), y, dice.uniform(10, 46) * (0.4 + near), 0.5 + near, "f0c98a", dice.uniform(0.04, 0.16))
    for tower in (1290, 1700):
        for i in range(26):
            A.rect(tower - 7 + dice.uniform(-4, 4), shore + 6 + i * 5, 14, 1.6, "e9dcb8", 0.22 - i * 0.007)


def lantern(A, x, y, size, colour):
    glow(A, x, y, size * 4.4, colour, 0.85)
    A.rect(x - size * 0.55, y - size * 0.7, size * 1.1, size * 1.2, A.fade(0, y - size * 0.7, 0, y + size * 0.5, "fff3c4", colour), r=size * 0.25)
    A.rect(x - size * 0.75, y + size * 0.5, size * 1.5, size * 0.22, "5b3a24", r=size * 0.1)
    for i in range(5):
        A.rect(x - size * (0.5 - i * 0.06), y + size * (0.9 + i * 0.36), size * (1.0 - i * 0.12), size * 0.12, colour, 0.38 - i * 0.06)


def lanterns(A, dice, shore):
    tints = ("ffb347", "ff8f5a", "ffcf6b", "ff7a6b", "f7a8b8", "9fd8c9")
    spots = []
    for _ in range(330):
        near = dice.random() ** 1.35
        y = shore + 14 + (A.h - shore - 90) * near
        lane = A.w * 0.5 + math.sin(near * 3.1) * 240
        spots.append((y, lane + dice.gauss(0, 240 + 520 * near)))
    for y, x in sorted(spots):
        lantern(A, x, y, 3 + 11 * (y - shore) / (A.h - shore), dice.choice(tints))
    for _ in range(46):                     # those that rise
        x, y = dice.uniform(60, A.w - 60), dice.uniform(24, shore * 0.72)
        size = dice.uniform(2.2, 5.2)
        glow(A, x, y, size * 4.5, "ffb347", 0.8)
        A.curve((x - size, y - size), (x - size * 0.9, y - size * 2, x + size * 0.9, y - size * 2, x + size, y - size), (x + size * 0.7, y + size), (x - size * 0.7, y + size), s="ffc873")


def boat(A, x, y, k, face):
    A.curve((x - 60 * k, y - 8 * k), (x - 30 * k, y + 14 * k, x + 30 * k, y + 14 * k, x + 62 * k, y - 10 * k), (x + 40 * k, y - 2 * k), (x - 40 * k, y - 2 * k), s="0b0d1c")
    A.curve((x - 26 * k, y - 3 * k), (x - 24 * k, y - 26 * k, x + 22 * k, y - 26 * k, x + 24 * k, y - 3 * k), s="1c1a2e")
    person(A, x + face * 42 * k, y - 4 * k, k * 0.9, "0b0d1c")
    A.poly([(x + face * 46 * k, y - 26 * k), (x + face * 84 * k, y + 20 * k)], "0b0d1c", line=2 * k, close=False)
    lantern(A, x - face * 36 * k, y - 14 * k, 5 * k, "ff8f5a")


def person(A, x, y, k, coat, child=False):
    k = k * (0.66 if child else 1)
    A.disc(x, y - 42 * k, 6 * k, coat)
    A.curve((x - 10 * k, y), (x - 13 * k, y - 40 * k, x + 13 * k, y - 40 * k, x + 10 * k, y), s=coat)


def bank(A, dice):
    ground = [(0, A.h)]
    for x in range(0, int(A.w) + 21, 20):
        rise = 54 * max(0.0, abs(x - A.w / 2) / (A.w / 2) - 0.24) ** 0.8
        ground.append((x, A.h - rise - 3 * math.sin(x / 37)))
    A.poly(ground + [(A.w, A.h)], "070a18")
    for x in list(range(40, 640, 34)) + list(range(1440, 2050, 33)):
        x += dice.uniform(-9, 9)
        foot = A.h - 40 * max(0.1, abs(x - A.w / 2) / (A.w / 2) - 0.24) + 8
        child = dice.random() < 0.3
        person(A, x, foot, 1.25, "05070f", child)
        if dice.random() < 0.55:
            lantern(A, x + dice.choice((-17, 17)), foot - (20 if child else 34), 5.5, dice.choice(("ff8f5a", "ffcf6b", "ff7a6b")))


def river_of_lanterns(A):
    dice, shore = random.Random(26), A.h * 0.46
    sky(A, dice, shore)
    city(A, dice, shore)
    bridge(A, shore)
    river(A, dice, shore)
    lanterns(A, dice, shore)
    boat(A, 760, A.h * 0.72, 1.0, 1)
    boat(A, 1500, A.h * 0.66, 0.8, -1)
    bank(A, dice)
