"""Labels drawn for the tests: laid out as the real ones are, with invented data.

Each function gives PDF bytes. Sizes are points, bar code modules are millimetres.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import zxingcpp
from PIL import Image
from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

A6 = (297.0, 421.0)
A4 = (595.0, 842.0)
NUMBER = "602222018610049000000917"


@dataclass(frozen=True, slots=True)
class Look:
    """How one locker label is drawn; the defaults are a good one."""

    module: float = 0.33
    bars: bool = True
    matrix: bool = True
    damaged_bars: bool = False
    damaged_matrix: bool = False
    scale: float = 1.0


def number(place: int) -> str:
    """A tracking number of the right form: 24 digits."""
    return f"6{place:023d}"


def pdf(pages: Iterable[Callable[[Canvas], None]], *, size: tuple[float, float] = A6) -> bytes:
    """A document with one page for each drawing."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=True)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def locker(
    tracking: str = NUMBER, look: Look | None = None, *, size: tuple[float, float] = A6
) -> bytes:
    """One locker label on a page of its own."""
    return lockers([tracking], look, size=size)


def lockers(
    numbers: Iterable[str], look: Look | None = None, *, size: tuple[float, float] = A6
) -> bytes:
    """Locker labels, one a page, as ShipX answers for several shipments of one service."""
    return pdf([_locker(one, look or Look()) for one in numbers], size=size)


def courier(tracking: str = NUMBER, *, turned: int = 0) -> bytes:
    """A label with a level Code 128 alone, as couriers print it; the drawing turned by so many degrees."""
    return pdf([_courier(tracking, turned)])


def blank(pages: int = 1) -> bytes:
    """Pages with nothing on them."""
    return pdf([_nothing] * pages)


def heavy(tracking: str, *, noise: bytes) -> bytes:
    """A locker label with a picture of `noise` in it, which cannot be packed: as large as a real one."""

    def draw(canvas: Canvas) -> None:
        _locker(tracking, Look())(canvas)
        side = int(len(noise) ** 0.5)
        picture = Image.frombytes("L", (side, side), noise[: side * side])
        canvas.drawImage(ImageReader(picture), 120, 350, 50, 50)

    return pdf([draw])


def encrypted(tracking: str = NUMBER) -> bytes:
    """A locker label that asks for a password."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A6, encrypt="word")
    _locker(tracking, Look())(canvas)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _nothing(_canvas: Canvas) -> None:
    pass


def _locker(tracking: str, look: Look) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.scale(look.scale, look.scale)
        _frame(canvas)
        if look.bars:
            _upright_bars(canvas, tracking, look)
        if look.matrix:
            _matrix(canvas, tracking, damaged=look.damaged_matrix)

    return draw


def _frame(canvas: Canvas) -> None:
    canvas.roundRect(6, 6, 285, 409, 5)
    canvas.line(6, 335, 291, 335)
    canvas.line(90, 335, 90, 415)
    canvas.line(205, 335, 205, 415)
    canvas.line(6, 90, 291, 90)
    canvas.setFont("Helvetica", 20)
    canvas.drawString(30, 360, "P37")
    canvas.drawString(228, 360, "OLS")
    canvas.setFont("Helvetica", 8)
    for line, text in enumerate(
        ("Nadawca:", "Sklep Testowy", "", "Odbiorca:", "OLS00T", "Polna 7")
    ):
        canvas.drawString(130, 290 - 12 * line, text)
    canvas.rect(130, 172, 95, 18)
    canvas.drawString(140, 178, "GABARYT  A")
    canvas.drawString(12, 78, "Uwagi nadawcy:")
    canvas.drawString(145, 78, "Nr ref: zamowienie/2026/1")


def _upright_bars(canvas: Canvas, tracking: str, look: Look) -> None:
    bars = Code128(tracking, barWidth=look.module * mm, barHeight=70, quiet=False)
    canvas.saveState()
    canvas.translate(110, 104)
    canvas.rotate(90)
    bars.drawOn(canvas, 0, 0)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(0, 76, tracking)
    if look.damaged_bars:
        canvas.rect(40, 0, 12, 70, fill=1)
    canvas.restoreState()


def _matrix(canvas: Canvas, tracking: str, *, damaged: bool) -> None:
    code = zxingcpp.create_barcode(tracking, zxingcpp.BarcodeFormat.DataMatrix)
    drawn = Image.fromarray(code.to_image(add_quiet_zones=False))
    side, dots = drawn.width, drawn.tobytes()
    module = 58 / side
    for row in range(side):
        for column in range(side):
            if dots[row * side + column] == 0:
                canvas.rect(
                    170 + column * module, 98 + (side - row) * module, module, -module, 0, 1
                )
    if damaged:
        canvas.rect(166, 94, 40, 40, fill=1)


def _courier(tracking: str, turned: int) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.rect(6, 6, 285, 409)
        canvas.translate(A6[0] / 2, A6[1] / 2)
        canvas.rotate(turned)
        canvas.translate(-A6[0] / 2, -A6[1] / 2)
        canvas.setFont("Helvetica", 14)
        canvas.drawString(20, 380, "KURIER STANDARD")
        Code128(tracking, barWidth=0.5 * mm, barHeight=80, quiet=False).drawOn(canvas, 30, 60)
        canvas.drawString(60, 40, tracking)

    return draw
