"""Pages of our own beside InPost's labels: separator, test label, command codes, packing slips and list.

Words are given by the caller. How words, bar codes and the test label are drawn stands in `own_text`,
`own_bars` and `own_test_page`, which nobody else needs.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.domain.calibration import page_for
from inpost_desk.domain.printer import A6 as LABEL
from inpost_desk.domain.printer import Profile, Sheet
from inpost_desk.labels.own_bars import DOT, bar_code, bars_of
from inpost_desk.labels.own_test_page import draw_test_page
from inpost_desk.labels.own_text import (
    PLAIN,
    document,
    one_line,
    paragraph,
    paragraph_height,
    text_at,
)

A6: Final = (105 * mm, 148 * mm)
A4: Final = (210 * mm, 297 * mm)

_EDGE: Final = 5 * mm
# More letters of one line of the contents than a page has room for.
_SEEN: Final = 2500


@dataclass(frozen=True, slots=True)
class Slip:
    """One order for whoever packs it; empty texts are left out. `lines` are its contents."""

    reference: str
    point: str = ""
    size: str = ""
    cod: str = ""
    receiver: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headings:
    """The words over a slip's facts, and `title` over a list, in the user's language."""

    title: str
    point: str
    size: str
    cod: str
    receiver: str
    contents: str


def separator(lines: Sequence[str], *, sheet: Sheet = LABEL) -> bytes:
    """A loud page that comes before labels nobody may send; the first line is the largest."""
    width, height = sheet.width / 10 * mm, sheet.height / 10 * mm
    # A head may be five millimetres narrower than the paper: nothing stands at the very edge.
    left, band = 3 * mm, min(16 * mm, height / 8)

    def draw(canvas: Canvas) -> None:
        for y in (left, height - left - band):
            _stripes(canvas, (left, y), (width - 2 * left, band))
        canvas.setLineWidth(1.2 * mm)
        foot = left + band + 3 * mm
        canvas.rect(5 * mm, foot, width - 10 * mm, height - 2 * foot)
        corner, room = (
            (9 * mm, height - foot - 4 * mm),
            (width - 18 * mm, height - 2 * foot - 6 * mm),
        )
        _warning(canvas, corner, room, lines)

    return document((width, height), [draw])


def _warning(
    canvas: Canvas, corner: tuple[float, float], room: tuple[float, float], lines: Sequence[str]
) -> None:
    """As large as all of it can be: a part of a warning may say the opposite."""
    (left, y), (width, height) = corner, room
    foot, gap = y - height, width / 20
    for share in (1.0, 0.85, 0.7, 0.55, 0.4):
        sizes = [share * width / (18 if place else 8.5) for place in range(len(lines))]
        needed = [
            gap + paragraph_height(line, width, size=size, bold=place == 0)
            for place, (line, size) in enumerate(zip(lines, sizes, strict=True))
        ]
        if sum(needed) <= height:
            break
    for place, (line, size) in enumerate(zip(lines, sizes, strict=True)):
        y = paragraph(canvas, line, (left, y), width, size=size, bold=place == 0, foot=foot) - gap


def test_label(
    code: str,
    lines: Sequence[str],
    *,
    profile: Profile | None = None,  # noqa: PT028 - no test
    top: str = "",  # noqa: PT028
) -> bytes:
    """A page that shows whether a printer is set up, on its paper (A6 for none): rulers, frames, bar codes.

    What its numbers and codes say is known to `domain.test_label`. `top` are words at the arrow that points
    to the upper edge. Its ink ends where the head does, so that it is never made smaller.
    """
    page = page_for(profile)
    size = (page.width * mm, page.height * mm)
    return document(size, [lambda canvas: draw_test_page(canvas, page, code, lines, top)])


def command_codes(entries: Sequence[tuple[str, str]], *, title: str = "") -> bytes:
    """A4 pages of bar codes to be scanned instead of keys: each a code and the words for what it does.

    They stand far enough apart for a scanner to see one at a time. A code that Code 128 cannot say, or that
    is too long for a card, has no bars.
    """
    pages = [entries[start : start + _CARDS] for start in range(0, len(entries), _CARDS)] or [()]
    return document(A4, [partial(_cards, entries=page, title=title) for page in pages])


_CARDS: Final = 14
_CARD: Final = 36 * mm


def _cards(canvas: Canvas, *, entries: Sequence[tuple[str, str]], title: str) -> None:
    top = A4[1] - 18 * mm
    text_at(canvas, title, (14 * mm, top), size=16, bold=True, width=180 * mm)
    for place, (code, words) in enumerate(entries):
        row, column = divmod(place, 2)
        x, y = (14 + column * 95) * mm, top - 6 * mm - (row + 1) * _CARD
        canvas.setLineWidth(0.3)
        canvas.rect(x - 3 * mm, y, 92 * mm, _CARD - 4 * mm)
        text_at(canvas, words, (x, y + 23.5 * mm), size=20, bold=True, width=85 * mm)
        bars_of(canvas, code, (x + 3 * mm, y + 7 * mm), module=3 * DOT, room=(85 * mm, 14 * mm))
        text_at(canvas, code, (x + 3 * mm, y + 2.5 * mm), size=8, width=80 * mm)


def packing_slips(slips: Sequence[Slip], headings: Headings) -> bytes:
    """An A6 page for each order, with its reference large and as a bar code; long contents are cut."""
    return document(A6, [_slip_page(slip, headings) for slip in slips])


def packing_list(slips: Sequence[Slip], headings: Headings) -> bytes:
    """A4 pages with a line for each order and a small bar code in it, in the order given."""
    pages = [slips[start : start + _LINES] for start in range(0, len(slips), _LINES)] or [slips]

    def page(place: int) -> Callable[[Canvas], None]:
        numbered = list(enumerate(pages[place], start=place * _LINES + 1))
        return lambda canvas: _list_page(canvas, numbered, headings, f"{place + 1}/{len(pages)}")

    return document(A4, [page(place) for place in range(len(pages))])


_LINES: Final = 15
_LINE: Final = 17 * mm


def _list_page(
    canvas: Canvas, numbered: Sequence[tuple[int, Slip]], headings: Headings, page: str
) -> None:
    top = A4[1] - 14 * mm
    text_at(canvas, headings.title, (12 * mm, top), size=14, bold=True, width=160 * mm)
    canvas.setFont(PLAIN, 10)
    canvas.drawRightString(A4[0] - 12 * mm, top, page)
    for place, (number, slip) in enumerate(numbered):
        bottom = top - 6 * mm - (place + 1) * _LINE
        canvas.setLineWidth(0.3)
        canvas.line(12 * mm, bottom, A4[0] - 12 * mm, bottom)
        _list_line(canvas, bottom, number, slip)


def _list_line(canvas: Canvas, bottom: float, number: int, slip: Slip) -> None:
    canvas.setFont(PLAIN, 9)
    canvas.drawRightString(20 * mm, bottom + 7 * mm, str(number))
    text_at(canvas, slip.reference, (23 * mm, bottom + 10 * mm), size=11, bold=True, width=68 * mm)
    facts = "  ".join(one for one in (slip.point, slip.size, slip.cod) if one)
    text_at(canvas, facts, (23 * mm, bottom + 5.8 * mm), size=8.5, width=68 * mm)
    contents = "; ".join((*((slip.receiver,) if slip.receiver else ()), *slip.lines))
    text_at(canvas, contents, (23 * mm, bottom + 2 * mm), size=7.5, width=175 * mm, cut=True)
    bar_code(canvas, slip.reference, (96 * mm, bottom + 5.5 * mm), (102 * mm, 10 * mm))


def _slip_page(slip: Slip, headings: Headings) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        width = A6[0] - 2 * _EDGE
        text_at(canvas, slip.reference, (_EDGE, 134 * mm), size=26, bold=True, width=width)
        bar_code(canvas, slip.reference, (_EDGE, 110 * mm), (width, 19 * mm))
        canvas.setLineWidth(0.5)
        canvas.line(_EDGE, 106 * mm, A6[0] - _EDGE, 106 * mm)
        y = 100 * mm
        facts = [
            (headings.point, slip.point),
            (headings.size, slip.size),
            (headings.cod, slip.cod),
            (headings.receiver, slip.receiver),
        ]
        for heading, text in facts:
            if text:
                text_at(canvas, heading, (_EDGE, y), size=8, width=28 * mm)
                text_at(canvas, text, (34 * mm, y), size=13, bold=True, width=66 * mm)
                y -= 7.5 * mm
        if slip.lines:
            _contents(canvas, headings.contents, slip.lines, y + 2 * mm)

    return draw


def _contents(canvas: Canvas, heading: str, lines: Sequence[str], y: float) -> None:
    canvas.line(_EDGE, y, A6[0] - _EDGE, y)
    y -= 5 * mm
    text_at(canvas, heading, (_EDGE, y), size=8)
    step = 5 * mm
    room = max(1, int((y - _EDGE) / step))
    # Wrapping takes long where contents are: no more of them than could be seen.
    wrapped = list(itertools.islice(_wrapped(lines), room + 1))
    if len(wrapped) > room:
        wrapped = [*wrapped[: room - 1], ("…", 0)]
    for place, (part, indent) in enumerate(wrapped, start=1):
        text_at(canvas, part, (_EDGE + indent, y - place * step), size=10, width=95 * mm - indent)


def _wrapped(lines: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Each part of a line with its indent."""
    for line in lines:
        parts = simpleSplit(one_line(line[:_SEEN]), PLAIN, 10, 91 * mm)
        for place, part in enumerate(parts):
            yield part, 4 * mm if place else 0


def _stripes(canvas: Canvas, at: tuple[float, float], size: tuple[float, float]) -> None:
    (left, y), (width, height) = at, size
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(left, y, width, height)
    canvas.clipPath(frame, stroke=0)
    canvas.setLineWidth(4 * mm)
    for place in range(-2, int(width / (11 * mm)) + 3):
        x = place * 11 * mm
        canvas.line(x, y - 2 * mm, x + height + 4 * mm, y + height + 2 * mm)
    canvas.restoreState()
