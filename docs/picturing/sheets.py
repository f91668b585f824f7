"""All pictures of one combination on a few sheets with their names, to be looked through at one go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

ACROSS: Final = 3
DOWN: Final = 4
WIDE: Final = 640
TITLE: Final = 18
GROUND: Final = "#808080"


def make_sheets(folder: Path, target: Path) -> list[Path]:
    """Sheets beside `target` (its name with the combination and a number) of each folder of pictures."""
    made = []
    for place in sorted(one for one in folder.iterdir() if one.is_dir()):
        pictures = sorted(place.glob("*.png"))
        for number, at in enumerate(range(0, len(pictures), ACROSS * DOWN), 1):
            made.append(target.with_stem(f"{target.stem}-{place.name}-{number}"))
            _sheet(pictures[at : at + ACROSS * DOWN]).save(made[-1])
    return made


def _sheet(pictures: Sequence[Path]) -> Image.Image:
    small = [_small(one) for one in pictures]
    high = TITLE + max(one.height for one in small)
    rows = -(-len(small) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * WIDE, rows * high), GROUND)
    pen = ImageDraw.Draw(sheet)
    for at, (place, picture) in enumerate(zip(pictures, small, strict=True)):
        left, top = at % ACROSS * WIDE, at // ACROSS * high
        pen.text((left + 4, top + 3), place.stem, fill="#FFFFFF")
        sheet.paste(picture, (left, top + TITLE))
    return sheet


def _small(place: Path) -> Image.Image:
    with Image.open(place) as picture:
        size = (WIDE - 4, round(picture.height * (WIDE - 4) / picture.width))
        return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
