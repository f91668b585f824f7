"""The huge counter of a hand-over: so many of so many, and what is left, to be read from two metres."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import Station, station_font
from inpost_desk.wording.speech import translate

_BAR = 16
_DIGITS = 4


class Counter(QWidget):
    """Graphite in both looks, as the station's band."""

    def __init__(self) -> None:
        super().__init__()
        self._handed, self._expected = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0, 0)

    def show_count(self, handed: int, expected: int) -> None:
        """So many of so many."""
        self._handed, self._expected = handed, expected
        self.setAccessibleName(f"{handed} {self._of()}, {self._left()}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The figures, the bar, and air."""
        big = QFontMetricsF(station_font(Station.ORDER, bold=True))
        wide = big.averageCharWidth() * _DIGITS * 3
        return QSize(round(wide), round(big.capHeight() + 3 * look.EDGE + _BAR))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Both figures."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint figures and bar."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(worn.rail))
        big, small = station_font(Station.ORDER, bold=True), station_font(Station.CAPTION)
        base = round(look.EDGE + QFontMetricsF(big).capHeight())
        room = self.width() - 2 * look.EDGE
        painter.setFont(big)
        painter.setPen(QColor(worn.rail_text_selected))
        handed = str(self._handed)
        painter.drawText(QPointF(look.EDGE, base), handed)
        left = look.EDGE + QFontMetricsF(big).horizontalAdvance(handed) + 12
        painter.setFont(station_font(Station.READ) if self._fits(left, room) else small)
        painter.setPen(QColor(worn.rail_text))
        painter.drawText(QPointF(left, base), self._of())
        strong = station_font(Station.CAPTION, bold=True)
        strong.setPointSizeF(strong.pointSizeF() * 1.2)
        metrics = QFontMetricsF(strong)
        painter.setFont(strong)
        painter.setPen(QColor(worn.accent))
        words = self._left()
        painter.drawText(QPointF(look.EDGE + room - metrics.horizontalAdvance(words), base), words)
        self._paint_bar(painter, room)
        painter.end()

    def _fits(self, left: float, room: float) -> bool:
        figures = QFontMetricsF(station_font(Station.READ)).horizontalAdvance(self._of())
        words = QFontMetricsF(station_font(Station.CAPTION, bold=True))
        return left + figures + words.horizontalAdvance(self._left()) * 1.3 < room

    def _paint_bar(self, painter: QPainter, room: int) -> None:
        worn = look.colours()
        place = QRectF(look.EDGE, self.height() - look.EDGE - _BAR, room, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.rail_selected))
        painter.drawRoundedRect(place, look.RADIUS, look.RADIUS)
        share = self._handed / self._expected if self._expected else 0
        if share > 0:
            place.setWidth(max(float(_BAR), room * min(1.0, share)))
            painter.setBrush(QColor(worn.accent))
            painter.drawRoundedRect(place, look.RADIUS, look.RADIUS)

    def _of(self) -> str:
        return translate("ui", "of {count}").format(count=self._expected)

    def _left(self) -> str:
        left = self._expected - self._handed
        return translate("ui", "left: {count}").format(count=left)
