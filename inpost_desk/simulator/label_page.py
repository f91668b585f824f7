"""Draws labels as PDF: the locker label after a real one (without InPost's logo), courier labels our own way.

A courier label of InPost has not been seen by us; only its content follows the API.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.paths import resource
from inpost_desk.simulator.barcodes import code128, code128_length, data_matrix
from inpost_desk.simulator.label_facts import SPECIMEN, LabelFacts

A6 = (297, 421)
A4 = (595, 842)
PLAIN, BOLD = "Label", "LabelBold"
MODULE = 0.33 * mm
CELL = 1.1 * mm
LEFT, RIGHT, TOP, BOTTOM = 9, 288, 412, 9


def pdf(labels: Sequence[LabelFacts], *, a4: bool) -> bytes:
    """A page for each label: A6, or A4 with the label in its upper left quarter. PDF 1.4."""
    register_fonts()
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=A4 if a4 else A6, pageCompression=1, pdfVersion=(1, 4), invariant=1
    )
    canvas.setTitle("ShipX simulator")
    for label in labels:
        if a4:
            canvas.translate(0, A4[1] - A6[1])
        _frame(canvas, label)
        if label.to_point:
            _locker(canvas, label)
        else:
            _courier(canvas, label)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@cache
def register_fonts() -> None:
    """`PLAIN` and `BOLD` are there afterwards."""
    # Its text armour of streams took a fifth of the time and of the size.
    rl_config.useA85 = 0
    pdfmetrics.registerFont(TTFont(PLAIN, resource("fonts/DejaVuSans.ttf")))
    pdfmetrics.registerFont(TTFont(BOLD, resource("fonts/DejaVuSans-Bold.ttf")))


def _frame(canvas: Canvas, label: LabelFacts) -> None:
    canvas.setLineWidth(0.8)
    canvas.roundRect(LEFT, BOTTOM, RIGHT - LEFT, TOP - BOTTOM, 4)
    for height in (334, 92):
        canvas.line(LEFT, height, RIGHT, height)
    for place in (91, 205):
        canvas.line(place, 334, place, TOP)
    _text(canvas, "Rejon kurierski:", x=13, y=401, size=7)
    _text(canvas, label.region, x=50, y=358, size=20, centred=True)
    _text(canvas, "Destynacja:", x=209, y=401, size=7)
    _text(canvas, label.destination, x=246, y=358, size=19, centred=True)
    _text(canvas, label.title, x=148, y=372, size=15, bold=True, centred=True)
    _text(canvas, label.service, x=148, y=358, size=7, width=108, centred=True)
    _text(canvas, SPECIMEN, x=148, y=12, size=6.5, bold=True, centred=True)
    _lines(canvas, "Uwagi nadawcy:", label.comments, x=13, width=128)
    _lines(canvas, "Nr ref:", label.reference, x=146, width=138)


def _locker(canvas: Canvas, label: LabelFacts) -> None:
    top = 322
    _vertical_code(canvas, label.number, x=45, top=top, width=68)
    x, width = 132, 150
    _text(canvas, "Nadawca:", x=x, y=312, size=7)
    _text(canvas, label.sender[0] if label.sender else "", x=x, y=301, size=8, width=width)
    _text(canvas, "Odbiorca:", x=x, y=282, size=7)
    name, *address = label.receiver
    _text(canvas, name, x=x, y=263, size=15, width=width)
    for index, line in enumerate(address):
        _text(canvas, line, x=x, y=247 - index * 12, size=8.5, width=width)
    _text(canvas, f"tel.  {label.phone}", x=x, y=220, size=8.5)
    _size_box(canvas, label.size, x=x, y=193)
    _matrix(canvas, label.number, x=x + 50, y=134)
    _text(canvas, _extras(label), x=x, y=108, size=8, bold=True, width=width)


def _courier(canvas: Canvas, label: LabelFacts) -> None:
    _text(canvas, "Nadawca:", x=15, y=323, size=7)
    for index, line in enumerate(label.sender[:4]):
        _text(canvas, line, x=15, y=313 - index * 9, size=7, width=120)
    _text(canvas, "Odbiorca:", x=142, y=323, size=7)
    for index, line in enumerate(label.receiver[:4]):
        _text(canvas, line, x=142, y=309 - index * 12, size=9, bold=index == 0, width=142)
    _text(canvas, f"tel. {label.phone}", x=142, y=260, size=8.5)
    canvas.line(LEFT, 252, RIGHT, 252)
    size = f"Gabaryt: {label.size}" if len(label.size) == 1 else f"Wymiary [cm]: {label.size}"
    _text(canvas, size, x=15, y=240, size=8)
    _text(canvas, f"Waga: {label.weight}", x=15, y=228, size=8)
    _text(canvas, _extras(label), x=15, y=213, size=9, bold=True, width=180)
    _matrix(canvas, label.number, x=222, y=196)
    length = code128_length(label.number) * MODULE
    _bars(canvas, label.number, x=(A6[0] - length) / 2, y=122, height=62)
    _text(canvas, label.number[:-4], x=190, y=104, size=9, ends=True)
    _text(canvas, label.number[-4:], x=192, y=104, size=14, bold=True)


def _extras(label: LabelFacts) -> str:
    parts = (f"POBRANIE {label.cod}" if label.cod else "", label.place and f"paczka {label.place}")
    return "  ".join(part for part in parts if part)


def _size_box(canvas: Canvas, size: str, *, x: float, y: float) -> None:
    canvas.rect(x, y, 68, 19)
    canvas.setFillGray(0.8)
    canvas.rect(x + 68, y, 32, 19, fill=1)
    canvas.setFillGray(0)
    _text(canvas, "GABARYT", x=x + 34, y=y + 6.5, size=8, centred=True)
    _text(canvas, size, x=x + 84, y=y + 5, size=13, width=30, centred=True)


def _vertical_code(canvas: Canvas, number: str, *, x: float, top: float, width: float) -> None:
    """Bars lie flat, the code runs downwards; the number stands beside it, its last four enlarged."""
    canvas.saveState()
    canvas.translate(x, top)
    canvas.rotate(-90)
    _bars(canvas, number, x=0, y=0, height=width)
    _text(canvas, number[:-4], x=26, y=-12, size=8)
    start = 26 + pdfmetrics.stringWidth(number[:-4], PLAIN, 8)
    _text(canvas, number[-4:], x=start + 1, y=-12, size=14)
    canvas.restoreState()


def _bars(canvas: Canvas, number: str, *, x: float, y: float, height: float) -> None:
    path = canvas.beginPath()
    for start, width in code128(number):
        path.rect(x + start * MODULE, y, width * MODULE, height)
    canvas.drawPath(path, stroke=0, fill=1)


def _matrix(canvas: Canvas, number: str, *, x: float, y: float) -> None:
    rows = data_matrix(number)
    path = canvas.beginPath()
    for index, row in enumerate(reversed(rows)):
        for start, width in row:
            path.rect(x + start * CELL, y + index * CELL, width * CELL, CELL)
    canvas.drawPath(path, stroke=0, fill=1)


def _lines(canvas: Canvas, title: str, text: str, *, x: float, width: float) -> None:
    _text(canvas, title, x=x, y=80, size=8)
    for index, line in enumerate(simpleSplit(text, PLAIN, 8, width)[:5]):
        _text(canvas, line, x=x, y=69 - index * 10, size=8, width=width)


def _text(
    canvas: Canvas,
    text: str,
    *,
    x: float,
    y: float,
    size: float,
    bold: bool = False,
    width: float = 0,
    centred: bool = False,
    ends: bool = False,
) -> None:
    """`width` makes a longer text smaller until it fits."""
    font = BOLD if bold else PLAIN
    needed = pdfmetrics.stringWidth(text, font, size)
    if width and needed > width:
        size *= width / needed
    canvas.setFont(font, size)
    draw = (
        canvas.drawCentredString
        if centred
        else canvas.drawRightString
        if ends
        else canvas.drawString
    )
    draw(x, y, text)
