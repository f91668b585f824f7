"""Strips across the station: what the next order gets, what waits to be printed, a scan that was refused."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from inpost_desk.domain.station import Armed
from inpost_desk.ui import look, shapes
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import State as Tone
from inpost_desk.ui.look import Station
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.station.fitting import paint_line
from inpost_desk.wording.speech import translate
from inpost_desk.wording.station import armed_words

FLASH: Final = 1500
"""Milliseconds a refused scan is told."""
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


def strip_height(role: Station, room: int) -> int:
    """How high a strip with text of that size is, where the page is `room` high."""
    tall = QFontMetricsF(look.station_font(role)).height() * 1.4
    return round(min(tall, room * 0.13))


class ArmedStrip(QWidget):
    """What a command code said about the next order. Yellow, so that nobody scans on without seeing it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def arm(self, armed: Armed) -> None:
        """Show that; nothing armed hides it."""
        words = ""
        if armed:
            words = translate("ui", "NEXT ORDER: {armed}").format(armed=armed_words(armed))
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.update()
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the words on the accent."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.accent))
        place = QRectF(self.rect()).adjusted(look.EDGE, 2, -look.EDGE, -2)
        font = look.station_font(Station.DECIDE, bold=True)
        paint_line(painter, self._words, place, font=font, ink=worn.on_accent, align=_MIDDLE)
        painter.end()


class LateStrip(QAbstractButton):
    """Czeka na wydruk: how many labels came late, and the key that prints them as one block."""

    def __init__(self) -> None:
        super().__init__()
        self._ready = self._coming = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        frame_outside(self, radius=look.RADIUS_CARD)
        self.hide()

    @property
    def any(self) -> bool:
        """Whether anything waits."""
        return bool(self._ready or self._coming)

    def show_late(self, ready: int, coming: int) -> None:
        """So many can be printed now, so many are awaited."""
        self._ready, self._coming = ready, coming
        words = translate("ui", "Waits to be printed: {ready}").format(ready=ready)
        if coming:
            words += " · " + translate("ui", "still to come: {coming}").format(coming=coming)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription("F8")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Its usual size; the page decides."""
        return QSize(400, 56)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """All keys are the page's."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The same."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint shape, words and key."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn.line_of(Tone.WARNING)), 1))
        hover = self.underMouse() and self._ready
        painter.setBrush(QColor(worn.selected if hover else worn.tint(Tone.WARNING)))
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, look.RADIUS_CARD, look.RADIUS_CARD)
        ink = worn.ink(Tone.WARNING)
        size = self.height() * 0.56
        mark = QRectF(look.PAD, (self.height() - size) / 2, size, size)
        shapes.paint(painter, Shape.PAUSE, mark, ink)
        right = float(self.width() - look.PAD)
        if self._ready:
            right = self._paint_key(painter, ink)
        place = QRectF(mark.right() + look.PAD, 2, 0, self.height() - 4)
        place.setRight(right - look.PAD)
        font = look.station_font(Station.READ, bold=True)
        paint_line(painter, self.text(), place, font=font, ink=ink)
        painter.end()

    def _paint_key(self, painter: QPainter, ink: str) -> float:
        """Paint the cap and what it does at the right; returns where that begins."""
        font = look.station_font(Station.READ, bold=True)
        tall = self.height() - 12
        metrics = QFontMetricsF(font)
        wide = min(metrics.horizontalAdvance("F8") + 24, self.width() * 0.14)
        words = translate("ui", "Print")
        room = min(metrics.horizontalAdvance(words), self.width() * 0.2)
        cap = QRectF(self.width() - look.PAD - room - look.GAP - wide, 6, wide, tall)
        painter.setPen(QPen(QColor(ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, look.RADIUS, look.RADIUS)
        paint_line(painter, "F8", cap.adjusted(6, 0, -6, 0), font=font, ink=ink, align=_MIDDLE)
        place = QRectF(cap.right() + look.GAP, 6, room, tall)
        paint_line(painter, words, place, font=font, ink=ink)
        return cap.left()


class Flash(QWidget):
    """A line over everything for a moment: the scan just made was not taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ""
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def tell(self, words: str) -> None:
        """Show that for a moment."""
        self._words = words
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        self.update()
        self._over.start(FLASH)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the words on the dark of READY, framed in the accent: it lies on red and on orange."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.accent))
        inside = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.fillRect(inside, QColor(worn.fill(Tone.QUIET)))
        font = look.station_font(Station.READ, bold=True)
        place = inside.adjusted(look.PAD, 0, -look.PAD, 0)
        paint_line(painter, self._words, place, font=font, ink=worn.accent, align=_MIDDLE)
        painter.end()
