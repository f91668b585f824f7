"""Large words in a given room: they get smaller before they are cut. Sizes and colours are in `look`."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from inpost_desk.ui import look

# Below that part of its size a name rather takes several lines.
LARGE: Final = 0.6
_STEPS: Final = 6
_SPARE: Final = 0.99
_TRIES: Final = 3
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_BREAK: Final = int(Qt.TextFlag.TextWordWrap)


def line_font(text: str, font: QFont, wide: float, tall: float, *, least: float = 0.0) -> QFont:
    """That font, or smaller so that the text fits in one line; for its width not below `least` points."""
    # Metrics of a smaller font are not quite as much smaller, so once is not always enough.
    for _ in range(_TRIES):
        metrics = QFontMetricsF(font)
        needed = max(metrics.horizontalAdvance(text), 1.0), max(metrics.height(), 1.0)
        by_width = min(1.0, max(wide / needed[0], least / font.pointSizeF()))
        factor = min(by_width, tall / needed[1])
        if factor >= 1:
            break
        font = _scaled(font, factor * _SPARE)
    return font


def paint_line(
    painter: QPainter,
    text: str,
    place: QRectF,
    *,
    font: QFont,
    ink: str,
    align: Qt.AlignmentFlag = _LEFT,
) -> float:
    """Paint one line in the middle of the height of `place`; returns how wide it is.

    What is too long even at its smallest ends in "…".
    """
    used = line_font(text, font, place.width(), place.height(), least=look.STATION_LEAST)
    metrics = QFontMetricsF(used)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
    wide = metrics.horizontalAdvance(shown)
    left = place.left()
    if align & Qt.AlignmentFlag.AlignRight:
        left = place.right() - wide
    elif align & Qt.AlignmentFlag.AlignHCenter:
        left = place.center().x() - wide / 2
    base = place.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.setFont(used)
    painter.setPen(QColor(ink))
    painter.drawText(QPointF(round(left), round(base)), shown)
    return wide


def paint_whole(painter: QPainter, text: str, place: QRectF, *, font: QFont, ink: str) -> float:
    """One line where that stays large, else several small ones: a long name is never cut.

    Returns how wide it is.
    """
    used = line_font(text, font, place.width(), place.height())
    if used.pointSizeF() >= font.pointSizeF() * LARGE or " " not in text:
        return paint_line(painter, text, place, font=font, ink=ink)
    paint_block(painter, text, place, font=font, ink=ink)
    return place.width()


def block_font(text: str, font: QFont, wide: float, tall: float) -> QFont:
    """That font, or smaller so that the text fits in several lines; no word is broken."""
    if _fits(text, font, wide, tall):
        return font
    small, large = 0.1, 1.0
    for _ in range(_STEPS):
        middle = (small + large) / 2
        if _fits(text, _scaled(font, middle), wide, tall):
            small = middle
        else:
            large = middle
    return _scaled(font, small)


def paint_block(
    painter: QPainter,
    text: str,
    place: QRectF,
    *,
    font: QFont,
    ink: str,
    align: Qt.AlignmentFlag = _LEFT | Qt.AlignmentFlag.AlignVCenter,
) -> QFont:
    """Paint a text in as many lines as it needs; returns the font it took."""
    used = block_font(text, font, place.width(), place.height())
    painter.setFont(used)
    painter.setPen(QColor(ink))
    painter.drawText(place, int(align) | _BREAK, text)
    return used


def word_font(text: str, font: QFont, wide: float, tall: float) -> QFont:
    """For the state word: in one line, or in two where that makes it larger."""
    one = line_font(text, font, wide, tall)
    if " " not in text or one.pointSizeF() >= font.pointSizeF() * 0.8:
        return one
    two = block_font(text, font, wide, tall)
    return two if two.pointSizeF() > one.pointSizeF() * 1.1 else one


def lines(text: str, font: QFont, wide: float) -> int:
    """One or two: how many lines it takes in full size."""
    return 1 if QFontMetricsF(font).horizontalAdvance(text) <= wide else 2


def _fits(text: str, font: QFont, wide: float, tall: float) -> bool:
    room = QRectF(0, 0, wide, 100_000)
    needed = QFontMetricsF(font).boundingRect(room, _BREAK, text)
    return needed.width() <= wide and needed.height() <= tall


def _scaled(font: QFont, factor: float) -> QFont:
    made = QFont(font)
    made.setPointSizeF(max(1.0, font.pointSizeF() * factor))
    return made
