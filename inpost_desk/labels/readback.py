"""Reads a label back from its pixels before it prints: size of the page, and what its bar codes say.

What is read is a fact of the page; `check` compares it with what must be on it. Whether to stop for a
mismatch is the caller's business.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2
import zxingcpp
from PIL import Image

from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.pdfium import PDFIUM, count, opened
from inpost_desk.labels.render import render, size_mm

DOTS_PER_MM: Final = 8
INK: Final = 127
"""The darkest grey that a thermal head leaves white is above this."""

# A4 and a little: a larger page is no label, and drawing it could take all the memory there is.
_LARGEST_SIDE: Final = 310.0
_TOLERANCE: Final = 1.0
_BARS: Final = zxingcpp.BarcodeFormat.Code128
_MATRIX: Final = zxingcpp.BarcodeFormat.DataMatrix
# Bars that are too fine for a head are found at this.
_FINE: Final = 4 * DOTS_PER_MM


@dataclass(frozen=True, slots=True)
class Paper:
    """Millimetres, upright."""

    width: float
    height: float


A6: Final = Paper(105, 148)


@dataclass(frozen=True, slots=True)
class PageReading:
    """What one page says. `index` counts from 0; sizes in millimetres; `codes` in the order found.

    Of a page larger than any label only the size is known.
    """

    index: int
    width_mm: float
    height_mm: float
    blank: bool
    codes: tuple[str, ...]
    bars_lost: bool = False
    """Its bars are there and too fine for a 203 dpi head; the number was read elsewhere on the page."""


def read_pages(document: bytes, *, expected: Collection[str] = ()) -> Iterator[PageReading]:
    """Every page of a PDF in order, drawn as a 203 dpi head would and decoded (Code 128, Data Matrix).

    With `expected` (the tracking numbers asked for) a page is done as soon as one of them is found on it: a
    locker label carries its number twice and either is enough (API §7). A page that does not satisfy is drawn
    again more finely before it counts as unreadable. Raises PaperTrouble `damaged` or `encrypted`.
    """
    wanted = frozenset(expected)
    with opened(document) as pages:
        for index in range(count(pages)):
            yield _read_page(pages, index, wanted)


def read_image(image: Image.Image, *, expected: Collection[str] = ()) -> tuple[str, ...]:
    """What the bar codes of a drawn label say (Code 128, Data Matrix), in the order found.

    `image` is in mode "L", or "1" where the head's threshold was applied already. With `expected` it is done
    as soon as one of them is found.
    """
    return _decoded(image, frozenset(expected))


def read_bars(image: Image.Image) -> tuple[str, ...]:
    """What the Code 128 bars of a drawn label say, which is all that some scanners of InPost's read."""
    return _decoded_as(_BARS, image)


def numbers_on(image: Image.Image, wanted: Collection[str]) -> frozenset[str]:
    """Those of these numbers that stand on a drawn page with several labels, in bars or in a Data Matrix."""
    left = set(wanted)
    for symbology in (_BARS, _MATRIX):
        if left:
            left.difference_update(_decoded_as(symbology, image))
    return frozenset(wanted) - left


def wanted_on(document: bytes, wanted: Sequence[Collection[str]]) -> frozenset[str]:
    """Those of the numbers wanted on each page of a PDF that stand there, all of them looked for.

    A page where one is missing is drawn again more finely. Raises PaperTrouble `damaged` or `encrypted`.
    """
    found: set[str] = set()
    with opened(document) as pages:
        for index, numbers in enumerate(wanted):
            left = set(numbers)
            for oversample in (1, 4):
                if left:
                    _width, _height, image = _drawn(pages, index, oversample=oversample)
                    left -= numbers_on(image, left) if image else set()
            found.update(set(numbers) - left)
    return frozenset(found)


def is_blank(image: Image.Image) -> bool:
    """Whether a head would leave the paper white: no dot of the image (mode "L" or "1") is dark enough."""
    darkest, _lightest = image.getextrema()
    return isinstance(darkest, int | float) and darkest > INK


def check(reading: PageReading, tracking_number: str, *, paper: Paper = A6) -> str:
    """What is wrong with a page for this parcel, or "".

    `blank_page`, `wrong_size` (more than 1 mm off), `unreadable` (no bar code), `wrong_number`,
    `bars_unreadable` (a scanner of InPost's that reads bars only will not read it).
    """
    if reading.blank:
        return "blank_page"
    if not _fits(reading, paper):
        return "wrong_size"
    if not reading.codes:
        return "unreadable"
    if tracking_number not in reading.codes:
        return "wrong_number"
    return "bars_unreadable" if reading.bars_lost else ""


def _fits(reading: PageReading, paper: Paper) -> bool:
    return (
        abs(reading.width_mm - paper.width) <= _TOLERANCE
        and abs(reading.height_mm - paper.height) <= _TOLERANCE
    )


def _read_page(pages: pypdfium2.PdfDocument, index: int, wanted: frozenset[str]) -> PageReading:
    width, height, image = _drawn(pages, index)
    if image is None:
        return PageReading(index, width, height, blank=False, codes=())
    if is_blank(image):
        return PageReading(index, width, height, blank=True, codes=())
    # Where a number is looked for, its bars are nearly always enough.
    codes = _decoded_as(_BARS, image) if wanted else _decoded(image, wanted)
    if not _enough(codes, wanted):
        _width, _height, fine = _drawn(pages, index, oversample=4)
        codes = _merged(codes, _decoded(fine, wanted) if fine else ())
        if wanted and _enough(codes, wanted) and not _enough(_bars_on(fine), wanted):
            lost = bool(_bars_on(_drawn(pages, index, dots=_FINE)[2]))
            return PageReading(index, width, height, blank=False, codes=codes, bars_lost=lost)
    return PageReading(index, width, height, blank=False, codes=codes)


def _bars_on(image: Image.Image | None) -> tuple[str, ...]:
    return _decoded_as(_BARS, image) if image else ()


def _drawn(
    pages: pypdfium2.PdfDocument, index: int, *, oversample: int = 1, dots: int = DOTS_PER_MM
) -> tuple[float, float, Image.Image | None]:
    with PDFIUM:
        try:
            page = pages[index]
        except pypdfium2.PdfiumError as error:
            raise PaperTrouble("damaged") from error
        try:
            width, height = size_mm(page)
            if max(width, height) > _LARGEST_SIDE:
                return width, height, None
            return width, height, render(page, dots_per_mm=dots, oversample=oversample)
        finally:
            page.close()


def _enough(codes: tuple[str, ...], wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(codes) if wanted else bool(codes)


def _decoded(image: Image.Image, wanted: frozenset[str]) -> tuple[str, ...]:
    # A fixed threshold is what a head does, and takes half the time of an adaptive one; one format at a time,
    # because Code 128 alone takes a third of the time of both and is nearly always enough.
    codes: tuple[str, ...] = ()
    for symbology in (_BARS, _MATRIX):
        codes = _merged(codes, _decoded_as(symbology, image))
        if wanted and _enough(codes, wanted):
            break
    return codes


def _decoded_as(symbology: zxingcpp.BarcodeFormat, image: Image.Image) -> tuple[str, ...]:
    found = zxingcpp.read_barcodes(
        _pixels(image),
        # Made anew each time: one that is kept for good is complained of at the program's end.
        zxingcpp.BarcodeFormats(symbology),
        try_downscale=False,
        try_invert=False,
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=zxingcpp.Binarizer.FixedThreshold,
    )
    return tuple(one.text.strip() for one in found)


def _pixels(image: Image.Image) -> memoryview:
    """A byte for each dot: where zxing has to ask Pillow for them, decoding takes a fifth longer."""
    return memoryview(image.tobytes("raw", "L")).cast("B", (image.height, image.width))


def _merged(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
