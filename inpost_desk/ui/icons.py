"""The icons: one set of line drawings in one colour, that of the text beside them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inpost_desk.paths import resource
from inpost_desk.ui import look

_SIZES = (16, 20, 24, 32, 40, 48)


def icon(name: str, colour: str | None = None) -> QIcon:
    """An icon for Qt's own controls, in the text's colour of the look in use now."""
    made = QIcon()
    for mode, tone in (
        (QIcon.Mode.Normal, colour or look.colours().text),
        (QIcon.Mode.Disabled, look.colours().text3),
    ):
        for size in _SIZES:
            made.addPixmap(_pixmap(name, size, tone), mode)
    return made


def app_icon() -> QIcon:
    """The program's mark, for the window and the task bar."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_pixmap("app", size, "#000000"))
    return made


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: str) -> None:
    """Paint an icon into `rect`."""
    _renderer(name, colour).render(painter, rect)


def _pixmap(name: str, size: int, colour: str) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = resource(f"icons/{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
