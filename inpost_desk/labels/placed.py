"""PDF pages laid on another paper without being redrawn: only the window on the page is moved.

Text and bars stay as InPost drew them. Where that is not enough (turned, made smaller), the dots that
`labels.bitmap` has drawn take the page's place.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

import pypdfium2

from inpost_desk.domain.printer import Profile, Sheet
from inpost_desk.labels.bitmap import Drawn, image_pdf
from inpost_desk.labels.fit import Cut, Fit
from inpost_desk.labels.pdfium import PDFIUM, count, opened
from inpost_desk.labels.render import POINTS_PER_MM, size_mm
from inpost_desk.labels.sheet import keep_to

# Points and inches are not millimetres: a page that differs by so much is meant for the paper.
_SAME_MM: Final = 1.0


def fits_as_it_is(document: bytes, profile: Profile) -> bool:
    """Whether every page is the paper's size and the printer wants it neither moved nor turned.

    Raises PaperTrouble `damaged` or `encrypted`.
    """
    moved = profile.right or profile.down or profile.rotation
    if moved or profile.printable < profile.sheet.width:
        return False
    return is_of_size(document, profile.sheet)


def is_of_size(document: bytes, sheet: Sheet) -> bool:
    """Whether every page is as large as this paper. Raises PaperTrouble `damaged` or `encrypted`."""
    with opened(document) as pages:
        return all(_is(size, sheet) for size in _sizes(pages))


def placed(document: bytes, drawn: Sequence[Drawn], profile: Profile) -> bytes:
    """The document's pages as they lie on the profile's paper; `drawn` are the same pages as dots.

    Raises PaperTrouble `damaged` or `encrypted`.
    """
    with opened(document) as pages:
        if any(one.fit.cut is Cut.SCALED for one in drawn) or _turned(pages, profile):
            return image_pdf(drawn, profile)
        target = io.BytesIO()
        with PDFIUM:
            for index, one in enumerate(drawn):
                _move(pages[index], one.fit, profile)
            pages.save(target)
        return target.getvalue()


def _move(page: pypdfium2.PdfPage, fit: Fit, profile: Profile) -> None:
    """Everything counts from the upper left corner of what is seen of the page now."""
    # Not the CropBox: it may reach beyond the page.
    seen = page.get_bbox()
    keep_to(page, seen)
    left, _bottom, _right, top = seen
    left += (fit.part.left - fit.place.left) * POINTS_PER_MM
    top -= (fit.part.top - fit.place.top) * POINTS_PER_MM
    width, height = (
        side / 10 * POINTS_PER_MM for side in (profile.sheet.width, profile.sheet.height)
    )
    window = (left, top - height, left + width, top)
    page.set_mediabox(*window)
    page.set_cropbox(*window)
    page.close()


def _turned(pages: pypdfium2.PdfDocument, profile: Profile) -> bool:
    if profile.rotation:
        return True
    with PDFIUM:
        return any(pages[index].get_rotation() for index in range(len(pages)))


def _sizes(pages: pypdfium2.PdfDocument) -> list[tuple[float, float]]:
    sizes = []
    for index in range(count(pages)):
        with PDFIUM:
            page = pages[index]
            sizes.append(size_mm(page))
            page.close()
    return sizes


def _is(size: tuple[float, float], sheet: Sheet) -> bool:
    return (
        abs(size[0] - sheet.width / 10) <= _SAME_MM and abs(size[1] - sheet.height / 10) <= _SAME_MM
    )
