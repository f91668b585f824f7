"""Words on our own pages, and a document of such pages: fonts, fitting, cutting. Nothing about labels."""

from __future__ import annotations

import bisect
import io
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from reportlab import rl_config
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.paths import resource

PLAIN: Final = "Own"
BOLD: Final = "OwnBold"
# Points.
_SMALLEST: Final = 6.5


def document(size: tuple[float, float], pages: Sequence[Callable[[Canvas], None]]) -> bytes:
    """A page for each drawing, all of one size in points; the same drawings give the same bytes."""
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
    pdfmetrics.registerFont(TTFont(PLAIN, resource("fonts/DejaVuSans.ttf")))
    pdfmetrics.registerFont(TTFont(BOLD, resource("fonts/DejaVuSans-Bold.ttf")))


def paragraph(
    canvas: Canvas,
    text: str,
    at: tuple[float, float],
    width: float,
    *,
    size: float,
    bold: bool,
    foot: float,
) -> float:
    """Wrapped, below a height and as far as `foot`; returns the height it reaches down to."""
    x, y = at
    for line in simpleSplit(one_line(text), BOLD if bold else PLAIN, size, width):
        if y - size < foot:
            return foot
        text_at(canvas, line, (x, y - size), size=size, bold=bold, width=width)
        y -= size * 1.25
    return y


def paragraph_height(text: str, width: float, *, size: float, bold: bool) -> float:
    """What a paragraph takes up."""
    parts = simpleSplit(one_line(text), BOLD if bold else PLAIN, size, width)
    return len(parts) * size * 1.25


def text_at(
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
    font = BOLD if bold else PLAIN
    text = one_line(text)
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


def one_line(text: str) -> str:
    """One line; what cannot be printed becomes a blank."""
    return "".join(one if one.isprintable() else " " for one in text).strip()
