"""The door to the demo: what it is, and a label as it prints them, drawn small."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, KeyButton, ShapeLabel, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

DEMO_POINTS: Final = (
    QT_TRANSLATE_NOOP("ui", "24 sample orders, three with mistakes"),
    QT_TRANSLATE_NOOP("ui", "bought in a simulator, labels marked SPECIMEN"),
    QT_TRANSLATE_NOOP("ui", "a printer that writes PDF files"),
)

# An A6 label, a unit to the millimetre.
_WIDE, _TALL = 105, 148
# Bars and the gaps between them, in half millimetres: a picture of a code, not one.
_BARS = (3, 1, 1, 2, 1, 1, 4, 2, 1, 3, 2, 1, 1, 1, 3, 2, 1, 4, 1, 2, 2, 1, 1, 3, 1, 1, 2, 3, 1, 2)
_TEXTS = ((54, 44, 34), (54, 52, 28), (54, 60, 38), (54, 68, 24), (8, 130, 30), (54, 130, 26))


class DemoDoor(Card):
    """What the demo shows, and the button that starts it."""

    def __init__(self, start: KeyButton) -> None:
        super().__init__()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        inside.setSpacing(12)
        inside.addWidget(Text(translate("ui", "Try the demo"), Role.HEADING))
        inside.addWidget(
            Text(
                translate("ui", "Without account and internet, step by step as in earnest."),
                tone="text2",
                wrap=True,
            )
        )
        for point in DEMO_POINTS:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(ShapeLabel(Shape.TICK, State.QUIET), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(translate("ui", point), wrap=True), 1)
            inside.addLayout(row)
        inside.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(start, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(SpecimenPicture(), 0, Qt.AlignmentFlag.AlignBottom)
        inside.addLayout(row)


class SpecimenPicture(QWidget):
    """Only a picture: it says nothing that the words beside it do not."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A little larger than a stamp."""
        return QSize(118, 166)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint paper, fields, bars and the word across."""
        del event
        paper = look.LIGHT
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.colours().control_border), 1))
        painter.setBrush(QColor(paper.surface))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.scale(self.width() / _WIDE, self.height() / _TALL)
        ink = QColor(paper.text)
        painter.setPen(QPen(ink, 0.7))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(4, 4, 97, 140), 3, 3)
        for line in ((4, 24, 101, 24), (4, 118, 101, 118), (34, 4, 34, 24), (70, 4, 70, 24)):
            painter.drawLine(QPointF(*line[:2]), QPointF(*line[2:]))
        self._paint_bars(painter, ink)
        for x, y, wide in _TEXTS:
            painter.fillRect(QRectF(x, y, wide, 3), ink)
        for x in (9, 39, 75):
            painter.fillRect(QRectF(x, 13, 20, 5), ink)
        painter.fillRect(QRectF(54, 82, 22, 22), ink)
        painter.fillRect(QRectF(60, 88, 10, 10), QColor(paper.surface))
        self._paint_word(painter)
        painter.end()

    def _paint_bars(self, painter: QPainter, ink: QColor) -> None:
        top = 32.0
        for place, width in enumerate(_BARS):
            tall = width * 1.4
            if place % 2 == 0:
                painter.fillRect(QRectF(12, top, 30, tall), ink)
            top += tall

    def _paint_word(self, painter: QPainter) -> None:
        colour = QColor(look.LIGHT.not_real)
        painter.translate(_WIDE / 2, _TALL / 2)
        painter.rotate(-32)
        box = QRectF(-46, -10, 92, 20)
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(QColor(look.LIGHT.surface))
        painter.drawRect(box)
        font = look.font(Role.BODY, bold=True)
        font.setPixelSize(16)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "SPECIMEN")
