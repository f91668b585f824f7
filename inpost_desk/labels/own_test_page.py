"""The test label's drawing: frames, two rulers, stairs at the four edges, an arrow, three bar codes.

Every number on it is a distance in millimetres from the left or the top edge of the page; what follows from
the numbers a person reads stands in `domain.test_label`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.domain.calibration import RULER_FROM, Page, bar_codes
from inpost_desk.labels.own_bars import bars_of
from inpost_desk.labels.own_text import BOLD, PLAIN, paragraph, text_at

# Lengths are millimetres unless they say points. A line is two dots of a 203 dpi head, three at 300 dpi.
_LINE: Final = 0.25
_FRAMES: Final = (0.0, 2.0)
# Stairs lead six millimetres inwards, half a millimetre a step; each step so long beside and above the paper.
_STEPS: Final = 13
_STEP: Final = {True: 1.3, False: 2.4}
# The rulers lie so far from the edge, and what is inside the page begins behind them.
_RULER: Final = 13
_INSIDE: Final = 25
_MARGIN: Final = 11
_BARS_HIGH: Final = 12
_BLOCK: Final = 18
_ARROW: Final = 18
# Words stand beside the codes where less than this is left above them.
_WORDS_HIGH: Final = 40
_WORDS_WIDE: Final = 45
_CODES_WIDE: Final = 52
# Points.
_SMALL: Final = 6.5


@dataclass(frozen=True, slots=True)
class _Direction:
    """Across or along the page: a place on it by its distances from the two edges that numbers count from."""

    page: Page
    across: bool

    @property
    def length(self) -> float:
        return self.page.width if self.across else self.page.height

    def point(self, value: float, beside: float) -> tuple[float, float]:
        """In points, from the lower left corner; `beside` counts from the other edge."""
        x, depth = (value, beside) if self.across else (beside, value)
        return x * mm, (self.page.height - depth) * mm


def draw_test_page(canvas: Canvas, page: Page, code: str, lines: Sequence[str], top: str) -> None:
    """Draw it; what has no room on a small page is left out, and nothing where the head does not reach."""
    canvas.saveState()
    reach = canvas.beginPath()
    # A dot less than the head reaches, because a dot that is drawn in part may be drawn whole.
    side, end = (one + 0.125 if one else 0 for one in (page.clear, page.clear_ends))
    reach.rect(side * mm, end * mm, (page.width - 2 * side) * mm, (page.height - 2 * end) * mm)
    canvas.clipPath(reach, stroke=0, fill=0)
    canvas.setLineWidth(_LINE * mm)
    for inset in _FRAMES:
        _frame(canvas, page, inset + _LINE / 2)
    across, along = page.rulers
    for direction, measured in (
        (_Direction(page, across=True), across),
        (_Direction(page, across=False), along),
    ):
        _ruler(canvas, direction, measured)
        _stairs(canvas, direction, far=False)
        _stairs(canvas, direction, far=True)
    _inside(canvas, page, code, lines, top)
    canvas.restoreState()


def _frame(canvas: Canvas, page: Page, inset: float) -> None:
    width, height = page.width - 2 * inset, page.height - 2 * inset
    canvas.rect(inset * mm, inset * mm, width * mm, height * mm)


def _ruler(canvas: Canvas, direction: _Direction, measured: int) -> None:
    """From where the two rulers meet to the far edge, and in it the stretch to be measured."""
    canvas.line(*direction.point(0, _RULER), *direction.point(direction.length, _RULER))
    for place in range(_RULER, math.ceil(direction.length)):
        high = 4 if place % 10 == 0 else 3 if place % 5 == 0 else 2
        canvas.line(*direction.point(place, _RULER), *direction.point(place, _RULER - high))
        if place % 10 == 0 and place < direction.length - 4:
            _number(canvas, str(place), direction.point(place, _RULER + 2.5))
    _measured(canvas, direction, measured)


def _measured(canvas: Canvas, direction: _Direction, length: int) -> None:
    """A line with a bar at each end and its length in the middle."""
    start, end, depth = RULER_FROM, RULER_FROM + length, _RULER + 7
    middle = (start + end) / 2
    if length < 20:
        return
    for place in (start, end):
        canvas.line(*direction.point(place, depth - 1.5), *direction.point(place, depth + 1.5))
    for first, last in ((start, middle - 6), (middle + 6, end)):
        canvas.line(*direction.point(first, depth), *direction.point(last, depth))
    canvas.saveState()
    canvas.translate(*direction.point(middle, depth))
    canvas.rotate(0 if direction.across else 90)
    _number(canvas, f"{length} mm", (0, 0), bold=True)
    canvas.restoreState()


def _stairs(canvas: Canvas, direction: _Direction, *, far: bool) -> None:
    """The first step to be seen at an edge tells how much of the page is cut off there."""
    step = _STEP[direction.across]
    begin = _stairs_begin(direction, length=_STEPS * step)
    if begin < 0:
        return
    edge = math.floor(direction.length * 2) / 2 if far else 0.0
    # So that the whole line is on the page where its place is the page's edge.
    inward = -_LINE / 2 if far else _LINE / 2
    canvas.setFillGray(1)
    _white(
        canvas, direction, (edge + 6 * inward, edge + 66 * inward), (begin, begin + _STEPS * step)
    )
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for place in range(_STEPS):
        value = edge - place / 2 if far else edge + place / 2
        first, last = (
            direction.point(value + inward, begin + (place + end) * step) for end in (0, 1)
        )
        (path.lineTo if place else path.moveTo)(*first)
        path.lineTo(*last)
        if value.is_integer():
            beside = begin + (place + 0.5) * step
            _step_number(canvas, direction, (value + inward, beside), edge, far=far)
    canvas.drawPath(path, stroke=1, fill=0)


def _step_number(
    canvas: Canvas, direction: _Direction, at: tuple[float, float], edge: float, *, far: bool
) -> None:
    """All numbers of an edge stand in one row: whether one is there says nothing, only its step does."""
    value, beside = at
    sign = -1 if far else 1
    canvas.line(*direction.point(value, beside), *direction.point(edge + sign * 6.5, beside))
    # Three digits beside each other take more room than one.
    row = 9.2 if direction.across and far else 7.8
    _number(canvas, f"{round(value)}", direction.point(edge + sign * row, beside))


def _stairs_begin(direction: _Direction, *, length: float) -> float:
    """Where the stairs of an edge begin, from the other two edges: in the middle; -1 for no room."""
    sides = _Direction(direction.page, across=not direction.across).length
    room = sides - _INSIDE - _MARGIN
    return _INSIDE + (room - length) / 2 if room >= length else -1


def _white(
    canvas: Canvas, direction: _Direction, values: tuple[float, float], sides: tuple[float, float]
) -> None:
    (left, upper), (right, lower) = (
        direction.point(value, side) for value, side in zip(values, sides, strict=True)
    )
    canvas.rect(left, upper, right - left, lower - upper, stroke=0, fill=1)


def _number(canvas: Canvas, text: str, middle: tuple[float, float], *, bold: bool = False) -> None:
    canvas.setFont(BOLD if bold else PLAIN, _SMALL)
    canvas.drawCentredString(middle[0], middle[1] - _SMALL * 0.36, text)


def _inside(canvas: Canvas, page: Page, code: str, lines: Sequence[str], top: str) -> None:
    """The codes at the foot; the words above them, or beside them on a low page."""
    width, height = page.width - _INSIDE - _MARGIN, page.height - _INSIDE - _MARGIN
    blocks = int(height // _BLOCK)
    y = float(_MARGIN)
    for module, text in reversed(bar_codes(code)[:blocks]):
        at = (_INSIDE + 3) * mm, (y + 6) * mm
        bars_of(canvas, text, at, module=module * mm, room=(width * mm, _BARS_HIGH * mm))
        text_at(canvas, text, (at[0], (y + 1.5) * mm), size=10, bold=True, width=(width - 3) * mm)
        y += _BLOCK
    above = page.height - _INSIDE - y - 1
    if above < _WORDS_HIGH and width > _CODES_WIDE + _WORDS_WIDE:
        corner, room = (_INSIDE + _CODES_WIDE, _INSIDE), (width - _CODES_WIDE, height)
    else:
        corner, room = (_INSIDE, _INSIDE), (width, above)
    if room[1] >= _ARROW / 2:
        at = corner[0] * mm, (page.height - corner[1]) * mm
        _words(canvas, at, (room[0] * mm, room[1] * mm), [(9, top), *_sized(lines)])


def _sized(lines: Sequence[str]) -> list[tuple[int, str]]:
    return [(10 if place else 16, line) for place, line in enumerate(lines)]


def _words(
    canvas: Canvas,
    at: tuple[float, float],
    room: tuple[float, float],
    lines: Sequence[tuple[int, str]],
) -> None:
    """An arrow to the upper edge, and the lines beside it as far as there is room; all in points."""
    (left, y), (width, height) = at, room
    foot = y - height
    _arrow(canvas, (left + 5 * mm, y), min(_ARROW * mm, height))
    left, width = left + 11 * mm, width - 11 * mm
    for place, (size, line) in enumerate(lines):
        y = paragraph(canvas, line, (left, y), width, size=size, bold=place < 2, foot=foot)
        y -= 1.5 * mm if line else 0


def _arrow(canvas: Canvas, tip: tuple[float, float], length: float) -> None:
    x, y = tip
    path = canvas.beginPath()
    path.moveTo(x, y)
    for right, down in (
        (4, 6),
        (1.5, 6),
        (1.5, length / mm),
        (-1.5, length / mm),
        (-1.5, 6),
        (-4, 6),
    ):
        path.lineTo(x + right * mm, y - down * mm)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
