"""Cuts the fonts the ads use down to the characters of the program that draws them, without subroutines, in a temporary folder.
cairo embeds a CJK font's whole subroutine table in every PDF; from these small copies it embeds a few kilobytes."""
import os
import pathlib
import subprocess
import sys
import tempfile

from fontTools import subset
from fontTools.ttLib import TTFont

CHARS = set(pathlib.Path(sys.modules["__main__"].__file__).read_text(encoding="utf-8")) | {chr(i) for i in range(32, 127)}
FACES = [("Noto Sans CJK SC", "Regular"), ("Noto Sans CJK SC", "Bold"), ("Noto Sans CJK SC", "Black"), ("Noto Serif CJK SC", "Bold"), ("Noto Serif CJK SC", "Black"), ("LXGW WenKai", "Bold")]

folder = tempfile.TemporaryDirectory()
for i, (family, style) in enumerate(FACES):
    found = subprocess.run(["fc-match", "-f", "%{file}|%{index}", f"{family}:style={style}"], capture_output=True, text=True, check=True).stdout
    path, index = found.split("|")
    font = TTFont(path, fontNumber=int(index) if path.endswith((".ttc", ".otc")) else -1)
    options = subset.Options(desubroutinize=True, hinting=False, layout_features=[], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(c) for c in CHARS])
    cutter.subset(font)
    font.recalcTimestamp = False
    font.save(f"{folder.name}/{i}.otf")
conf = pathlib.Path(folder.name, "fonts.conf")
conf.write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder.name}</dir><cachedir>{folder.name}/cache</cachedir></fontconfig>')
os.environ["FONTCONFIG_FILE"] = str(conf)
