"""The ring that counts down how long offers are valid. It paints; when it is redrawn is the picker's."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.wording.speech import translate

SIZE: Final = 136
LINE: Final = 8
# InPost's offers live five minutes; the last of them is a warning.
WHOLE: Final = 300
ENDING: Final = 60


class OfferRing(QWidget):
    """Clockwise from twelve; a warning below a minute, hollow at zero."""

    def __init__(self) -> None:
        super().__init__()
        self.left = WHOLE
        self.whole = WHOLE
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_left(WHOLE, WHOLE)

    @property
    def expired(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0

    def set_left(self, seconds: int, whole: int = WHOLE) -> None:
        """Show that so many seconds of `whole` are left."""
        self.left, self.whole = max(0, seconds), max(1, whole)
        self.setAccessibleName(f"{self.figure()} {self.word()}".strip())
        self.update()

    def figure(self) -> str:
        """What stands in the middle."""
        return f"{self.left // 60}:{self.left % 60:02}"

    def word(self) -> str:
        """What stands under it."""
        if self.expired:
            return translate("ui", "expired")
        if self.left < ENDING:
            return translate("ui", "ending")
        return translate("ui", "still valid")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Larger where the words need it."""
        words = QFontMetricsF(look.font(Role.CAPTION)).horizontalAdvance(self.word())
        size = max(SIZE, int(words) + 4 * LINE + look.PAD)
        return QSize(size, size)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ring, figure and word."""
        del event
        worn = look.colours()
        size = min(self.width(), self.height())
        box = QRectF((self.width() - size) / 2, 0, size, size)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = worn.text
        if self.left < ENDING:
            ink = worn.text2 if self.expired else worn.ink(State.WARNING)
        self._paint_ring(painter, box, ink)
        self._paint_words(painter, box, ink)
        painter.end()

    def _paint_ring(self, painter: QPainter, box: QRectF, ink: str) -> None:
        worn = look.colours()
        half = LINE / 2
        line = box.adjusted(half, half, -half, -half)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.expired:
            painter.setPen(QPen(QColor(worn.control_border), 1))
            painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.drawEllipse(box.adjusted(LINE, LINE, -LINE, -LINE))
            return
        painter.setPen(QPen(QColor(worn.desk), LINE))
        painter.drawEllipse(line)
        pen = QPen(QColor(ink), LINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        part = min(1.0, self.left / self.whole)
        # Qt counts sixteenths of a degree, against the clock.
        painter.drawArc(line, 90 * 16, round(-360 * 16 * part))

    def _paint_words(self, painter: QPainter, box: QRectF, ink: str) -> None:
        worn = look.colours()
        figure = look.font(Role.PROGRESS)
        metrics = QFontMetricsF(figure)
        painter.setFont(figure)
        painter.setPen(QColor(ink))
        middle = box.center()
        high = metrics.height()
        painter.drawText(
            QRectF(box.left(), middle.y() - high * 0.72, box.width(), high),
            Qt.AlignmentFlag.AlignCenter,
            self.figure(),
        )
        painter.setFont(look.font(Role.CAPTION))
        painter.setPen(QColor(worn.text2 if ink == worn.text else ink))
        painter.drawText(
            QRectF(box.left(), middle.y() + high * 0.2, box.width(), high),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
            self.word(),
        )
