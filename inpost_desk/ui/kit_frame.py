"""The loud frame round everything that is not real: demo and sandbox. Production has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF, QRegion
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit_button import ButtonTones, KeyButton
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.kit_text import Text
from inpost_desk.ui.look import Role

_WORDS: Final = {"demo": "DEMO", "sandbox": "SANDBOX"}
_STRIPE: Final = 20
_UPRIGHT: Final = 8


class EnvironmentFrame(QWidget):
    """Holds the window's content; in demo and sandbox with stripes round it and the way out on top."""

    pressed = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.kind = "production"
        self._word = Text("", Role.SECTION, tone="on_not_real", bold=True)
        font = self._word.font()
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 0.5)
        self._word.setFont(font)
        self._sentence = Text("", Role.FIELD, tone="on_not_real", wrap=True)
        self.button = _WayOut()
        self.button.clicked.connect(self.pressed)
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(look.EDGE - look.FRAME, 4, 0, 4)
        top.setSpacing(12)
        top.addWidget(self._word)
        top.addWidget(self._sentence, 1)
        top.addWidget(self.button)
        self._around = QVBoxLayout(self)
        self._around.setSpacing(0)
        self._around.addWidget(self._top)
        self._around.addWidget(content, 1)
        self.set_environment("production", "", "")

    def set_environment(self, kind: str, sentence: str, button: str) -> None:
        """Show "production", "demo" or "sandbox", what that means, and the button that leads out of it."""
        self.kind = kind
        real = kind not in _WORDS
        self._word.setText(_WORDS.get(kind, ""))
        self._sentence.setText(sentence)
        self.button.set_text(button)
        self.button.setVisible(bool(button))
        self._top.setVisible(not real)
        self._top.setMinimumHeight(look.FRAME_TOP)
        edge = 0 if real else look.FRAME
        self._around.setContentsMargins(edge, 0, edge, edge)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint plum and stripes."""
        del event
        if self.kind not in _WORDS:
            return
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(worn.not_real))
        painter.setClipRegion(self._striped())
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(worn.not_real_stripe))
        for stripe in self._stripes():
            painter.drawPolygon(stripe)
        painter.end()

    def _striped(self) -> QRegion:
        """Not behind words: those stand on plain plum."""
        words = QRect(0, 0, self._top.x() + self._sentence_end() + look.PAD, self._top.height())
        region = QRegion(self.rect()).subtracted(QRegion(words))
        if not self.button.isHidden():
            way_out = self.button.geometry().translated(self._top.pos())
            region = region.subtracted(QRegion(way_out.adjusted(-8, -8, 8, 8)))
        return region

    def _sentence_end(self) -> int:
        wide = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text())
        return self._sentence.x() + min(wide, self._sentence.width())

    def _stripes(self) -> Iterator[QPolygonF]:
        width, height = float(self.width()), float(self.height())
        if self.kind == "sandbox":
            for x in range(0, self.width(), 4 * _UPRIGHT):
                yield _polygon(x, x + _UPRIGHT, lean=0, height=height)
            return
        for x in range(0, int(width + height) + 2 * _STRIPE, 2 * _STRIPE):
            yield _polygon(x, x + _STRIPE, lean=height, height=height)


def _polygon(left: float, right: float, *, lean: float, height: float) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(left, 0),
            QPointF(right, 0),
            QPointF(right - lean, height),
            QPointF(left - lean, height),
        ]
    )


class _WayOut(KeyButton):
    """The white button on plum, the same in both looks."""

    def __init__(self) -> None:
        super().__init__("", kind="header")
        frame_outside(self, on_dark=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Lower than in a header: it lies in the frame."""
        size = super().sizeHint()
        return QSize(size.width() - 4, max(28, self.fontMetrics().height() + 8))

    def tones(self) -> ButtonTones:
        """White, its words in plum."""
        worn = look.colours()
        ground = worn.on_not_real
        return ButtonTones(ground, ground, worn.not_real, worn.not_real, worn.not_real)
