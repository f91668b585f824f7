"""One picture of all labels of a file, small and numbered in their order: a run seen at a glance.

For looking at, never for printing: a bar code is not readable at this size.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.pdfium import PDFIUM, count, opened
from inpost_desk.labels.render import render, size_mm
from inpost_desk.labels.store import file_trouble
from inpost_desk.whole_file import whole_file

_LABEL_MM: Final = (105, 148)
_CAPTION_MM: Final = 8
_GAP_MM: Final = 4
_DOTS_PER_MM: Final = 2.4
# A thousand labels at full size would be 100 million: more memory than the run itself.
_MOST_PIXELS: Final = 24_000_000
_TABLE: Final = 230
_PAPER: Final = 255
_INK: Final = 0


@dataclass(frozen=True, slots=True)
class _Grid:
    """Lengths in pixels."""

    columns: int
    rows: int
    label: tuple[int, int]
    caption: int
    gap: int

    @property
    def size(self) -> tuple[int, int]:
        across, down = self._pitch
        return self.gap + self.columns * across, self.gap + self.rows * down

    def corner(self, index: int) -> tuple[int, int]:
        row, column = divmod(index, self.columns)
        across, down = self._pitch
        return self.gap + column * across, self.gap + row * down

    @property
    def _pitch(self) -> tuple[int, int]:
        return self.label[0] + self.gap, self.label[1] + self.caption + self.gap


def contact_sheet(pdf: Path, png: Path, *, columns: int = 6, captions: Sequence[str] = ()) -> None:
    """Draw all pages of `pdf` as numbered thumbnails into one PNG, which replaces `png` when complete.

    `captions` follow the numbers, one a page; missing ones are empty. Raises PaperTrouble `damaged`,
    `encrypted`, and FileTrouble as `store.file_trouble` and `whole_file` have it.
    """
    try:
        content = pdf.read_bytes()
    except OSError as error:
        raise file_trouble(error, pdf) from error
    with opened(content) as pages:
        sheet = _drawn(pages, columns, captions)
    with whole_file(png) as whole:
        sheet.save(whole.file, "PNG")


def _drawn(pages: pypdfium2.PdfDocument, columns: int, captions: Sequence[str]) -> Image.Image:
    total = count(pages)
    grid = _grid(total, min(columns, total))
    sheet = Image.new("L", grid.size, _TABLE)
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(max(6, grid.caption * 0.6))
    for index, caption in zip(range(total), chain(captions, repeat("")), strict=False):
        left, top = grid.corner(index)
        sheet.paste(_PAPER, (left, top, left + grid.label[0], top + grid.label[1]))
        sheet.paste(_thumbnail(pages, index, grid.label), (left, top))
        words = _fitting(f"{index + 1} {_plain(caption)}".strip(), font, grid.label[0])
        pen.text((left, top + grid.label[1]), words, fill=_INK, font=font)
    return sheet


def _grid(total: int, columns: int) -> _Grid:
    rows = math.ceil(total / columns)
    wanted = _at_scale(_DOTS_PER_MM, columns, rows)
    pixels = math.prod(wanted.size)
    if pixels <= _MOST_PIXELS:
        return wanted
    return _at_scale(_DOTS_PER_MM * math.sqrt(_MOST_PIXELS / pixels), columns, rows)


def _at_scale(dots_per_mm: float, columns: int, rows: int) -> _Grid:
    width, height, caption, gap = (
        max(1, round(length * dots_per_mm)) for length in (*_LABEL_MM, _CAPTION_MM, _GAP_MM)
    )
    return _Grid(columns, rows, (width, height), caption, gap)


def _thumbnail(pages: pypdfium2.PdfDocument, index: int, box: tuple[int, int]) -> Image.Image:
    with PDFIUM:
        try:
            page = pages[index]
        except pypdfium2.PdfiumError as error:
            raise PaperTrouble("damaged") from error
        try:
            width, height = size_mm(page)
            image = render(page, dots_per_mm=min(box[0] / width, box[1] / height))
        finally:
            page.close()
    # PDFium rounds up: a pixel too many would cover the caption.
    return image.crop((0, 0, min(image.width, box[0]), min(image.height, box[1])))


def _fitting(words: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int) -> str:
    while words and font.getlength(words) > width:
        words = words[:-1]
    return words


def _plain(caption: str) -> str:
    """Without accents: the built-in font of Pillow has no Polish letters."""
    parts = unicodedata.normalize("NFKD", caption.translate({ord("ł"): "l", ord("Ł"): "L"}))
    return "".join(one for one in parts if not unicodedata.combining(one))
