"""What of the receiver's name stands on the label, and how much of it fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.wording.speech import translate

_EDGE: Final = 12
_LINE: Final = 24


class LabelPreview(QWidget):
    """Lines of text with the most that fits of each; what is cut off is struck through."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("ui", "On the label"))

    def set_lines(self, lines: Sequence[tuple[str, int]]) -> None:
        """Each text with the number of characters that fit."""
        self._lines = tuple(lines)
        said = (f"{text}, {counted(text, limit)}" for text, limit in lines)
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A line each."""
        return QSize(look.PANEL // 2, look.FORM + _LINE * max(0, len(self._lines) - 1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dashed label and its lines."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn.control_border), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.RADIUS, look.RADIUS)
        top = (look.FORM - _LINE) / 2
        for at, (text, limit) in enumerate(self._lines):
            self._paint_line(painter, top + at * _LINE, text, limit)
        painter.end()

    def _paint_line(self, painter: QPainter, top: float, text: str, limit: int) -> None:
        worn, over = look.colours(), len(text) > limit
        count = counted(text, limit)
        painter.setFont(look.font(Role.CAPTION))
        small = QFontMetricsF(painter.font())
        right = self.width() - _EDGE - small.horizontalAdvance(count)
        base = round(top + _LINE / 2 + small.capHeight() / 2)
        painter.setPen(QColor(worn.ink(State.WARNING) if over else worn.text2))
        painter.drawText(QPointF(right, base), count)
        room = right - _EDGE * 2
        font = look.font(Role.BODY, bold=True)
        metrics = QFontMetricsF(font)
        kept = metrics.elidedText(text[:limit], Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(worn.text))
        painter.drawText(QPointF(_EDGE, base), kept)
        left = _EDGE + metrics.horizontalAdvance(kept)
        if over and left < right - _EDGE * 2:
            font.setStrikeOut(True)
            painter.setFont(font)
            painter.setPen(QColor(worn.text3))
            cut = metrics.elidedText(
                text[limit:], Qt.TextElideMode.ElideRight, right - _EDGE - left
            )
            painter.drawText(QPointF(left, base), cut)


def counted(text: str, limit: int) -> str:
    """How many characters there are, of how many that fit."""
    words = translate("ui", "{count} of {limit} characters")
    return words.format(count=len(text), limit=limit)
