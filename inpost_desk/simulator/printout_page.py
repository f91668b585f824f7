"""Draws a printout as PDF: A4 pages of parcels, lines to sign on the last one, pages counted.

InPost's own has not been seen by us; only what it is for follows the API.
"""

from __future__ import annotations

import io
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from inpost_desk.simulator.label_facts import SPECIMEN
from inpost_desk.simulator.label_page import A4, BOLD, PLAIN, register_fonts
from inpost_desk.simulator.printouts import Sheet, SheetRow

LEFT, RIGHT = 40, A4[0] - 40
TABLE_TOP, BOTTOM = 690, 60
ROW = 16
SIGNATURES = 90
PER_PAGE = (TABLE_TOP - BOTTOM) // ROW - 1
TEXT, SMALL, TITLE = 7.5, 7, 16


class Column(NamedTuple):
    title: str
    x: float
    width: float


COLUMNS = (
    Column("Lp.", 40, 22),
    Column("Numer przesyłki", 64, 122),
    Column("Miejscowość", 190, 88),
    Column("Usługa", 282, 112),
    Column("Gabaryt", 398, 56),
    Column("Nr ref.", 458, 97),
)


def pdf(sheet: Sheet) -> bytes:
    """As many pages as the parcels and the lines to sign need."""
    register_fonts()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=1, pdfVersion=(1, 4), invariant=1)
    canvas.setTitle("Potwierdzenie nadania")
    pages = _pages(sheet.rows)
    for index, rows in enumerate(pages):
        _head(canvas, sheet)
        end = _table(canvas, rows, first=index * PER_PAGE + 1)
        if index == len(pages) - 1:
            _signatures(canvas, top=end)
        _foot(canvas, f"Strona {index + 1} z {len(pages)}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _pages(rows: tuple[SheetRow, ...]) -> list[tuple[SheetRow, ...]]:
    """The last one has room for the signatures, if with no row of its own."""
    pages = [rows[start : start + PER_PAGE] for start in range(0, len(rows), PER_PAGE)]
    if len(pages[-1]) * ROW + SIGNATURES > PER_PAGE * ROW:
        pages.append(())
    return pages


def _head(canvas: Canvas, sheet: Sheet) -> None:
    _text(canvas, "Potwierdzenie nadania", x=LEFT, y=790, size=TITLE, font=BOLD)
    _text(canvas, f"Nadawca: {sheet.organisation}", x=LEFT, y=766, size=10)
    orders = ", ".join(str(one) for one in sheet.orders) or "brak"
    _text(canvas, f"Zlecenie odbioru: {orders}", x=LEFT, y=750, size=10)
    day, time = sheet.made_at[:10], sheet.made_at[11:16]
    _text(canvas, f"Wydrukowano: {day} {time}", x=LEFT, y=734, size=10)
    _text(canvas, f"Liczba paczek: {len(sheet.rows)}", x=LEFT, y=718, size=10)


def _table(canvas: Canvas, rows: tuple[SheetRow, ...], *, first: int) -> float:
    """Where it ends."""
    y = float(TABLE_TOP)
    if not rows:
        return y
    canvas.setLineWidth(0.5)
    for column in COLUMNS:
        _text(canvas, column.title, x=column.x, y=y - 11, size=TEXT, font=BOLD)
    for number, row in enumerate(rows, start=first):
        y -= ROW
        canvas.line(LEFT, y, RIGHT, y)
        cells = (str(number), row.number, row.town, row.service, row.size, row.reference)
        for column, cell in zip(COLUMNS, cells, strict=True):
            _text(canvas, cell, x=column.x, y=y - 11, size=TEXT, width=column.width)
    y -= ROW
    canvas.line(LEFT, y, RIGHT, y)
    return y


def _signatures(canvas: Canvas, *, top: float) -> None:
    for title, x in (("Podpis nadawcy", LEFT), ("Data i podpis kuriera", 330)):
        canvas.line(x, top - 60, x + 225, top - 60)
        _text(canvas, title, x=x, y=top - 72, size=SMALL)


def _foot(canvas: Canvas, page: str) -> None:
    _text(canvas, SPECIMEN, x=LEFT, y=36, size=SMALL)
    canvas.setFont(PLAIN, SMALL)
    canvas.drawRightString(RIGHT, 36, page)


def _text(
    canvas: Canvas,
    text: str,
    *,
    x: float,
    y: float,
    size: float,
    font: str = PLAIN,
    width: float = RIGHT - LEFT,
) -> None:
    """What is too long ends with an ellipsis."""
    shown = text
    while pdfmetrics.stringWidth(shown, font, size) > width:
        text = text[:-1]
        shown = f"{text}…"
    canvas.setFont(font, size)
    canvas.drawString(x, y, shown)
