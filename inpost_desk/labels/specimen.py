"""A label that nobody can send: laid out as InPost's locker label is, for showing how a printer prints one.

Every name and number on it is invented, and it says that it is a specimen.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Final

import zxingcpp
from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.paths import resource

SIZE: Final = (105 * mm, 148 * mm)
NUMBER: Final = "620999000000000000005106"
MODULE: Final = 0.375 * mm
_PLAIN, _BOLD = "Specimen", "SpecimenBold"
# Heading, text, size, left and base in mm from the lower left corner. In Polish, as InPost's labels are.
_TEXTS: Final = (
    ("Rejon kurierski", 6, 6, 139),
    ("Destynacja", 6, 76, 139),
    ("Nadawca", 6, 46, 112),
    ("WZÓR Sp. z o.o.", 8, 46, 108),
    ("Odbiorca", 6, 46, 99),
    ("Lipowa 24", 8, 46, 85),
    ("15-427 Białystok", 8, 46, 80.5),
    ("tel. *** *** *41 318", 8, 46, 76),
    ("GABARYT", 7, 51, 64),
    ("Uwagi nadawcy", 6, 6, 22),
    ("Nr ref", 6, 58, 22),
)
_BOLD_TEXTS: Final = (
    ("R07", 18, 9, 129),
    ("PACZKOMAT", 11, 36, 131),
    ("PL/BIA", 16, 75, 130),
    ("BIA09M", 19, 46, 90),
    ("B", 13, 84, 63),
    ("WZÓR", 12, 58, 15),
)


@cache
def specimen_label() -> bytes:
    """One A6 page as PDF, the same bytes each time."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=SIZE, invariant=1)
    for name, file in ((_PLAIN, "DejaVuSans"), (_BOLD, "DejaVuSans-Bold")):
        pdfmetrics.registerFont(TTFont(name, resource(f"fonts/{file}.ttf")))
    _lines(canvas)
    for font, texts in ((_PLAIN, _TEXTS), (_BOLD, _BOLD_TEXTS)):
        for text, size, left, base in texts:
            canvas.setFont(font, size)
            canvas.drawString(left * mm, base * mm, text)
    _codes(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _lines(canvas: Canvas) -> None:
    canvas.setLineWidth(0.375 * mm)
    canvas.roundRect(3 * mm, 3 * mm, 99 * mm, 142 * mm, 3 * mm)
    for base in (124, 26):
        canvas.line(3 * mm, base * mm, 102 * mm, base * mm)
    for left in (34, 73):
        canvas.line(left * mm, 124 * mm, left * mm, 145 * mm)
    canvas.rect(46 * mm, 60 * mm, 46 * mm, 10 * mm)
    canvas.line(78 * mm, 60 * mm, 78 * mm, 70 * mm)


def _codes(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(40 * mm, 31 * mm)
    canvas.rotate(90)
    Code128(NUMBER, barWidth=MODULE, barHeight=26 * mm, quiet=0).drawOn(canvas, 0, 0)
    canvas.setFont(_PLAIN, 7)
    canvas.drawString(0, 27.5 * mm, NUMBER)
    canvas.restoreState()
    picture = zxingcpp.create_barcode(NUMBER, zxingcpp.BarcodeFormat.DataMatrix).to_image(scale=1)
    cells = memoryview(picture)  # type: ignore[arg-type]
    high, wide = cells.shape or (0, 0)
    pixels, size = cells.tobytes(), 1.125 * mm
    for place in range(high * wide):
        if pixels[place] == 0:
            row, column = divmod(place, wide)
            x, y = 62 * mm + column * size, 54 * mm - row * size
            canvas.rect(x, y, size, size, stroke=0, fill=1)
