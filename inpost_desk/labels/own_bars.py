"""Bar codes as dark runs on a page: exact module widths, so that a scanner reads the paper. No layout."""

from __future__ import annotations

import itertools
from typing import Any, Final

import zxingcpp
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.labels.own_text import one_line

DOT: Final = mm / 8
"""Of a 203 dpi head, in points."""

# Bars of four dots and matrix cells of eight at most; two and four are the least that reads well.
_BARS: Final = (4, 3, 2)
_CELLS: Final = (8, 6, 5, 4)
# Modules of white at both sides of a code together.
QUIET: Final = 10

_Rows = list[list[tuple[int, int]]]


def bar_code(
    canvas: Canvas, text: str, corner: tuple[float, float], room: tuple[float, float]
) -> None:
    """As lines where they fit, else as a matrix, else not at all: the text stands beside it."""
    rows, size, tall = _fitting(one_line(text), room)
    _fill(canvas, rows, corner, (size, tall))


def bars_of(
    canvas: Canvas,
    text: str,
    corner: tuple[float, float],
    *,
    module: float,
    room: tuple[float, float],
) -> bool:
    """Code 128 with bars of just this width, in points; False, and nothing drawn, where it has no room."""
    width, height = room
    rows = _modules(one_line(text), zxingcpp.BarcodeFormat.Code128)[:1] if text.isascii() else []
    if not rows or (_length(rows) + QUIET) * module > width:
        return False
    _fill(canvas, rows, corner, (module, height))
    return True


def _fill(
    canvas: Canvas, rows: _Rows, corner: tuple[float, float], cell: tuple[float, float]
) -> None:
    path = canvas.beginPath()
    x, y = (round(one / DOT) * DOT for one in corner)
    size, tall = cell
    for place, runs in enumerate(reversed(rows)):
        for start, width in runs:
            path.rect(x + start * size, y + place * tall, width * size, tall)
    canvas.drawPath(path, stroke=0, fill=1)


def _fitting(text: str, room: tuple[float, float]) -> tuple[_Rows, float, float]:
    """Rows of dark runs, the width of a module and the height of a row."""
    width, height = room
    # Other letters it can say in a way that few scanners understand.
    lines = _modules(text, zxingcpp.BarcodeFormat.Code128)[:1] if text.isascii() else []
    for dots in _BARS if lines else ():
        if (_length(lines) + QUIET) * dots * DOT <= width:
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
