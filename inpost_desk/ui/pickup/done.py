"""HANDED OVER in large print, for the moment after the last scan: to be read from two metres."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import State, Station, station_font
from inpost_desk.ui.shapes import Shape, paint
from inpost_desk.wording.speech import translate

_SHAPE = 96


class Done(QWidget):
    """One word and a count; of one that was closed with parcels missing in the colour of a warning."""

    def __init__(self) -> None:
        super().__init__()
        self._word, self._count, self._whole = "", "", True
        self.say(0, 0)

    def say(self, handed: int, expected: int) -> None:
        """So many of so many are with the courier."""
        self._whole = handed == expected
        self._word = translate("ui", "HANDED OVER") if self._whole else translate("ui", "CLOSED")
        words = translate("ui", "{handed} of {count}")
        self._count = words.format(handed=handed, count=expected)
        self.setAccessibleName(f"{self._word}, {self._count}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The shape and two lines."""
        return QSize(240, 3 * _SHAPE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It paints as large as there is room."""
        return QSize(160, _SHAPE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint shape, word and count."""
        del event
        worn = look.colours()
        state = State.DONE if self._whole else State.WARNING
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(worn.tint(state)))
        room = self.width() - 2 * look.EDGE
        shape = min(_SHAPE, self.height() // 3)
        top = (self.height() - 2 * shape) / 2
        paint(
            painter,
            Shape.TICK if self._whole else Shape.TRIANGLE,
            QRectF((self.width() - shape) / 2, top - shape / 2, shape, shape),
            worn.ink(state),
        )
        painter.setPen(QColor(worn.ink(state)))
        top += shape / 2 + look.GAP
        lines = ((self._word, Station.LONG_WORD), (self._count, Station.DECIDE))
        fonts = [_fitting(text, role, room) for text, role in lines]
        high = sum(QFontMetricsF(font).height() for font in fonts)
        # On a low screen as large as the rest of the height allows.
        share = min(1.0, max(0.1, (self.height() - top - look.GAP) / high))
        for (text, _), font in zip(lines, fonts, strict=True):
            font.setPointSizeF(font.pointSizeF() * share)
            painter.setFont(font)
            tall = QFontMetricsF(painter.font()).height()
            place = QRectF(look.EDGE, top, room, tall)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            top += tall
        painter.end()


def _fitting(text: str, role: Station, room: float) -> QFont:
    """As large as its role has it, or as the width allows."""
    font = station_font(role, bold=True)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > room > 0:
        font.setPointSizeF(font.pointSizeF() * room / wide)
    return font
