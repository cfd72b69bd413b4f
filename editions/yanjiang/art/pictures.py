"""Draws the edition's pictures: python pictures.py [name …]  (needs numpy, pillow, pycairo; Noto Sans CJK SC)."""
import importlib
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
NAMES = ["lead", "picture", "top2", "top3", "photo-story", "right3", "essay", "sport"]

from kit import save_jpeg  # noqa: E402

for name in sys.argv[1:] or NAMES:
    img = importlib.import_module("scenes." + name.replace("-", "_")).paint()
    out = HERE.parent / "photos" / f"{name}.jpg"
    quality, size = save_jpeg(img, out)
    print(f"{name}.jpg quality {quality}, {size // 1000} KB")
