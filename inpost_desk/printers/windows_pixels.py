"""Pages of dots at their true size on a driver's page: which paper, how many dots, and where they begin.

A label's dots go out one for one. Only where a driver has others are they counted anew here, once and in
whole dots, so that no driver smooths a bar code.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inpost_desk.domain.printer import A4, A6, Sheet
from inpost_desk.errors import PaperTrouble, PrinterTrouble
from inpost_desk.printers.printer import Document
from inpost_desk.printers.windows_spooler import Handle, Page, Spooler

if TYPE_CHECKING:
    from PIL.Image import Image

OWN_SIZE: Final = 256
_NUMBERS: Final = {A4: 9, A6: 70}
_MEDIA: Final = re.compile(r".*?(?P<width>[\d.]+)x(?P<height>[\d.]+)(?P<unit>mm|in)")
_TENTHS: Final = {"mm": 10.0, "in": 254.0}
_TENTHS_PER_INCH: Final = 254
# Drivers call a head of 12 dots a millimetre 300 dpi, or 304.8: those are the same dots, and one left out of
# four spoils a bar. At 600 dpi one of nine does no harm, and the size counts.
_SAME_DPI: Final = 5.0
# A head is up to a millimetre narrower than its paper, and drivers round.
_NARROWER: Final = 20


@dataclass(frozen=True, slots=True)
class Grid:
    """How a driver's dots lie: `across` and `down` an inch; `same` where an image's are its own."""

    across: int
    down: int
    same: bool


def paper_of(media: str) -> Sheet:
    """What a paper's name says (PWG 5101.1). Raises PaperTrouble `wrong_size` for one without a size."""
    found = _MEDIA.fullmatch(media)
    if found is None:
        raise PaperTrouble("wrong_size", detail=media)
    unit = _TENTHS[found["unit"]]
    return Sheet(round(float(found["width"]) * unit), round(float(found["height"]) * unit))


def images_of(document: Document) -> list[Image]:
    """Every page, read before anything is sent. Raises PaperTrouble `empty` or `damaged`."""
    from PIL import Image, UnidentifiedImageError

    if not document.images:
        raise PaperTrouble("empty")
    try:
        return [Image.open(io.BytesIO(one)).convert("1", dither=None) for one in document.images]
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise PaperTrouble("damaged", detail=type(error).__name__) from error


def canvas_for(spooler: Spooler, queue: Handle, *, paper: Sheet, place: str) -> Handle:
    """The driver's pages on this paper, by its number first, then by its size.

    Raises PrinterTrouble `wrong_paper` where the driver keeps to a smaller one, SpoolerError.
    """
    measured = ""
    for number in dict.fromkeys((_NUMBERS.get(paper, OWN_SIZE), OWN_SIZE)):
        canvas = spooler.canvas(queue, paper, number=number)
        page = spooler.page(canvas)
        if _fits(page, paper):
            return canvas
        spooler.forget(canvas)
        measured = f"{_tenths(page.width, page.dpi_across) / 10:g}"
        measured += f" x {_tenths(page.height, page.dpi_down) / 10:g} mm"
    raise PrinterTrouble("wrong_paper", place=place, detail=measured)


def grid_of(page: Page, dots: int) -> Grid:
    """What becomes of an image with so many dots a millimetre."""
    mine = dots * 25.4
    same = max(abs(page.dpi_across - mine), abs(page.dpi_down - mine)) < _SAME_DPI
    return Grid(page.dpi_across, page.dpi_down, same)


def fitted(image: Image, grid: Grid, *, dots: int) -> Image:
    """The image in the driver's dots, at true size; as it is where those are its own."""
    if grid.same:
        return image
    from PIL import Image as Pillow

    width = max(1, round(image.width * grid.across / (dots * 25.4)))
    height = max(1, round(image.height * grid.down / (dots * 25.4)))
    grey = image.convert("L").resize((width, height), Pillow.Resampling.BOX)
    return grey.point(lambda level: 255 if level >= 128 else 0).convert("1", dither=None)


def begins(page: Page, paper: Sheet, image: Image) -> int:
    """Where an image's left edge is drawn, in dots from where the driver can print.

    What a head reaches lies in the middle of its paper; the paper lies in the page's corner.
    """
    width = min(page.width, round(paper.width * page.dpi_across / _TENTHS_PER_INCH))
    return round((width - image.width) / 2) - page.left


def _fits(page: Page, paper: Sheet) -> bool:
    return (
        _tenths(page.width, page.dpi_across) >= paper.width - _NARROWER
        and _tenths(page.height, page.dpi_down) >= paper.height - _NARROWER
    )


def _tenths(dots: int, dpi: int) -> int:
    return round(dots * _TENTHS_PER_INCH / dpi)
