"""Pages of our own beside InPost's labels: specimen warning, test label, packing slips and packing list.

Words are given by the caller. A bar code's lines are whole dots of a 203 dpi head wide, so that a scanner
reads the paper; what does not fit as lines becomes a Data Matrix.
"""

from __future__ import annotations

import bisect
import io
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import zxingcpp
from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.paths import resource

A6: Final = (105 * mm, 148 * mm)
A4: Final = (210 * mm, 297 * mm)
DOT: Final = mm / 8

_PLAIN, _BOLD = "Own", "OwnBold"
_EDGE: Final = 5 * mm
# Bars of four dots and matrix cells of eight at most; two and four are the least that reads well.
_BARS: Final = (4, 3, 2)
_CELLS: Final = (8, 6, 5, 4)
_QUIET: Final = 10
# Points.
_SMALLEST: Final = 6.5
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


def separator(lines: Sequence[str]) -> bytes:
    """A loud A6 page that comes before labels nobody may send; the first line is the largest."""

    def draw(canvas: Canvas) -> None:
        for y in (0.0, A6[1] - 16 * mm):
            _stripes(canvas, y, 16 * mm)
        canvas.setLineWidth(1.2 * mm)
        canvas.rect(4 * mm, 20 * mm, A6[0] - 8 * mm, A6[1] - 40 * mm)
        y = A6[1] - 27 * mm
        for place, line in enumerate(lines):
            size = 30 if place == 0 else 14
            y = _paragraph(canvas, line, (9 * mm, y), 87 * mm, size=size, bold=place == 0)
            y -= 5 * mm

    return _document(A6, [draw])


def test_label(code: str, lines: Sequence[str]) -> bytes:
    """An A6 page that shows whether the printer is set up: a frame 2 mm from the edge, rulers, a bar code."""

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.25 * mm)
        canvas.rect(2 * mm, 2 * mm, A6[0] - 4 * mm, A6[1] - 4 * mm)
        y = A6[1] - 8 * mm
        for place, line in enumerate(lines):
            size = 18 if place == 0 else 10
            y = _paragraph(canvas, line, (14 * mm, y), 84 * mm, size=size, bold=place == 0)
            y -= 2 * mm
        _bar_code(canvas, code, (14 * mm, 44 * mm), (84 * mm, 24 * mm))
        _text(canvas, code, (14 * mm, 36 * mm), size=16, bold=True, width=84 * mm)
        _ruler(canvas, 80)
        canvas.saveState()
        canvas.translate(2 * mm, 30 * mm)
        canvas.rotate(90)
        canvas.scale(1, -1)
        _ruler_marks(canvas, 100)
        canvas.restoreState()

    return _document(A6, [draw])


def packing_slip(slip: Slip, headings: Headings) -> bytes:
    """As `packing_slips` of one."""
    return packing_slips([slip], headings)


def packing_slips(slips: Sequence[Slip], headings: Headings) -> bytes:
    """An A6 page for each order, with its reference large and as a bar code; long contents are cut."""
    return _document(A6, [_slip_page(slip, headings) for slip in slips])


def packing_list(slips: Sequence[Slip], headings: Headings) -> bytes:
    """A4 pages with a line for each order and a small bar code in it, in the order given."""
    pages = [slips[start : start + _LINES] for start in range(0, len(slips), _LINES)] or [slips]

    def page(place: int) -> Callable[[Canvas], None]:
        numbered = list(enumerate(pages[place], start=place * _LINES + 1))
        return lambda canvas: _list_page(canvas, numbered, headings, f"{place + 1}/{len(pages)}")

    return _document(A4, [page(place) for place in range(len(pages))])


_LINES: Final = 15
_LINE: Final = 17 * mm


def _list_page(
    canvas: Canvas, numbered: Sequence[tuple[int, Slip]], headings: Headings, page: str
) -> None:
    top = A4[1] - 14 * mm
    _text(canvas, headings.title, (12 * mm, top), size=14, bold=True, width=160 * mm)
    canvas.setFont(_PLAIN, 10)
    canvas.drawRightString(A4[0] - 12 * mm, top, page)
    for place, (number, slip) in enumerate(numbered):
        bottom = top - 6 * mm - (place + 1) * _LINE
        canvas.setLineWidth(0.3)
        canvas.line(12 * mm, bottom, A4[0] - 12 * mm, bottom)
        _list_line(canvas, bottom, number, slip)


def _list_line(canvas: Canvas, bottom: float, number: int, slip: Slip) -> None:
    canvas.setFont(_PLAIN, 9)
    canvas.drawRightString(20 * mm, bottom + 7 * mm, str(number))
    _text(canvas, slip.reference, (23 * mm, bottom + 10 * mm), size=11, bold=True, width=68 * mm)
    facts = "  ".join(one for one in (slip.point, slip.size, slip.cod) if one)
    _text(canvas, facts, (23 * mm, bottom + 5.8 * mm), size=8.5, width=68 * mm)
    contents = "; ".join((*((slip.receiver,) if slip.receiver else ()), *slip.lines))
    _text(canvas, contents, (23 * mm, bottom + 2 * mm), size=7.5, width=175 * mm, cut=True)
    _bar_code(canvas, slip.reference, (96 * mm, bottom + 5.5 * mm), (102 * mm, 10 * mm))


def _slip_page(slip: Slip, headings: Headings) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        width = A6[0] - 2 * _EDGE
        _text(canvas, slip.reference, (_EDGE, 134 * mm), size=26, bold=True, width=width)
        _bar_code(canvas, slip.reference, (_EDGE, 110 * mm), (width, 19 * mm))
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
                _text(canvas, heading, (_EDGE, y), size=8, width=28 * mm)
                _text(canvas, text, (34 * mm, y), size=13, bold=True, width=66 * mm)
                y -= 7.5 * mm
        if slip.lines:
            _contents(canvas, headings.contents, slip.lines, y + 2 * mm)

    return draw


def _contents(canvas: Canvas, heading: str, lines: Sequence[str], y: float) -> None:
    canvas.line(_EDGE, y, A6[0] - _EDGE, y)
    y -= 5 * mm
    _text(canvas, heading, (_EDGE, y), size=8)
    step = 5 * mm
    room = max(1, int((y - _EDGE) / step))
    # Wrapping takes long where contents are: no more of them than could be seen.
    wrapped = list(itertools.islice(_wrapped(lines), room + 1))
    if len(wrapped) > room:
        wrapped = [*wrapped[: room - 1], ("…", 0)]
    for place, (part, indent) in enumerate(wrapped, start=1):
        _text(canvas, part, (_EDGE + indent, y - place * step), size=10, width=95 * mm - indent)


def _wrapped(lines: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Each part of a line with its indent."""
    for line in lines:
        parts = simpleSplit(_plain(line[:_SEEN]), _PLAIN, 10, 91 * mm)
        for place, part in enumerate(parts):
            yield part, 4 * mm if place else 0


def _document(size: tuple[float, float], pages: Sequence[Callable[[Canvas], None]]) -> bytes:
    _register_fonts()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, pageCompression=1, pdfVersion=(1, 4), invariant=1)
    canvas.setTitle("InPost Desk")
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    # Its text armour of streams takes a fifth of the time and of the size; the switch is one for all.
    armoured, rl_config.useA85 = rl_config.useA85, 0
    try:
        canvas.save()
    finally:
        rl_config.useA85 = armoured
    return buffer.getvalue()


@cache
def _register_fonts() -> None:
    pdfmetrics.registerFont(TTFont(_PLAIN, resource("fonts/DejaVuSans.ttf")))
    pdfmetrics.registerFont(TTFont(_BOLD, resource("fonts/DejaVuSans-Bold.ttf")))


def _stripes(canvas: Canvas, y: float, height: float) -> None:
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(0, y, A6[0], height)
    canvas.clipPath(frame, stroke=0)
    canvas.setLineWidth(4 * mm)
    for place in range(-2, 12):
        x = place * 11 * mm
        canvas.line(x, y - 2 * mm, x + height + 4 * mm, y + height + 2 * mm)
    canvas.restoreState()


def _ruler(canvas: Canvas, length: int) -> None:
    """Along the lower edge, from 14 mm of the left one."""
    canvas.saveState()
    canvas.translate(14 * mm, 2 * mm)
    _ruler_marks(canvas, length)
    canvas.setFont(_PLAIN, 7)
    for place in range(0, length + 1, 10):
        canvas.drawCentredString(place * mm, 8 * mm, str(place))
    canvas.drawString((length + 2.5) * mm, 8 * mm, "mm")
    canvas.restoreState()


def _ruler_marks(canvas: Canvas, length: int) -> None:
    canvas.setLineWidth(0.125 * mm)
    for place in range(length + 1):
        height = 7 if place % 10 == 0 else 5 if place % 5 == 0 else 3
        canvas.line(place * mm, 0, place * mm, height * mm)


def _bar_code(
    canvas: Canvas, text: str, corner: tuple[float, float], room: tuple[float, float]
) -> None:
    """As lines where they fit, else as a matrix, else not at all: the text stands beside it."""
    rows, size, tall = _fitting(_plain(text), room)
    path = canvas.beginPath()
    x, y = (round(one / DOT) * DOT for one in corner)
    for place, runs in enumerate(reversed(rows)):
        for start, width in runs:
            path.rect(x + start * size, y + place * tall, width * size, tall)
    canvas.drawPath(path, stroke=0, fill=1)


_Rows = list[list[tuple[int, int]]]


def _fitting(text: str, room: tuple[float, float]) -> tuple[_Rows, float, float]:
    """Rows of dark runs, the width of a module and the height of a row."""
    width, height = room
    # Other letters it can say in a way that few scanners understand.
    lines = _modules(text, zxingcpp.BarcodeFormat.Code128)[:1] if text.isascii() else []
    for dots in _BARS if lines else ():
        if (_length(lines) + _QUIET) * dots * DOT <= width:
            return lines, dots * DOT, height
    matrix = _modules(text, zxingcpp.BarcodeFormat.DataMatrix)
    for dots in _CELLS if matrix else ():
        if len(matrix) * dots * DOT <= height and _length(matrix) * dots * DOT <= width:
            return matrix, dots * DOT, dots * DOT
    return [], 0, 0


def _length(rows: _Rows) -> int:
    return max(start + width for row in rows for start, width in row)


def _modules(text: str, kind: zxingcpp.BarcodeFormat) -> _Rows:
    """Nothing where that kind cannot say the text (too long, or letters it does not know)."""
    try:
        code = zxingcpp.create_barcode(text, kind)
    except (ValueError, RuntimeError):
        return []
    picture: Any = code.to_image(scale=1, add_quiet_zones=False)
    image = memoryview(picture)
    height, width = image.shape or (0, 0)
    pixels = image.tobytes()
    return [_runs(pixels[row * width : (row + 1) * width]) for row in range(height)]


def _runs(row: bytes) -> list[tuple[int, int]]:
    runs, place = [], 0
    for value, group in itertools.groupby(row):
        width = len(list(group))
        if value == 0:
            runs.append((place, width))
        place += width
    return runs


def _paragraph(
    canvas: Canvas, text: str, at: tuple[float, float], width: float, *, size: float, bold: bool
) -> float:
    """Wrapped, below a height; returns the height it reaches down to."""
    x, y = at
    for line in simpleSplit(_plain(text), _BOLD if bold else _PLAIN, size, width):
        _text(canvas, line, (x, y - size), size=size, bold=bold, width=width)
        y -= size * 1.25
    return y


def _text(
    canvas: Canvas,
    text: str,
    at: tuple[float, float],
    *,
    size: float,
    bold: bool = False,
    width: float = 0,
    cut: bool = False,
) -> None:
    """A longer text than `width` is made smaller as far as it can be read (not with `cut`), then cut."""
    font = _BOLD if bold else _PLAIN
    text = _plain(text)
    needed = pdfmetrics.stringWidth(text, font, size)
    if width and needed > width:
        if not cut:
            size = max(_SMALLEST, size * width / needed)
        text = _cut(text, font, size, width)
    canvas.setFont(font, size)
    canvas.drawString(at[0], at[1], text)


def _cut(text: str, font: str, size: float, width: float) -> str:
    # A hair more, because what was made to fit must not be cut for a rounding.
    if pdfmetrics.stringWidth(text, font, size) <= width + 0.01:
        return text
    fitting = bisect.bisect_right(
        range(len(text)),
        width,
        key=lambda length: pdfmetrics.stringWidth(f"{text[:length]}…", font, size),
    )
    return f"{text[: max(fitting - 1, 0)].rstrip()}…"


def _plain(text: str) -> str:
    """One line; what cannot be printed becomes a blank."""
    return "".join(one if one.isprintable() else " " for one in text).strip()
