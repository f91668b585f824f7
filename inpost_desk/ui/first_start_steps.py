"""The head of the first start: the mark, the welcome, the language, and the steps with the present one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.icons import paint_icon
from inpost_desk.ui.kit import Segmented, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, paint
from inpost_desk.wording.speech import translate

_BOX = 28
_MARK = 64


class WelcomeHead(QWidget):
    """Who we are, and in which language."""

    language_chosen = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.languages = Segmented(
            [("pl", "Polski"), ("en", "English")], name=translate("ui", "Language")
        )
        self.languages.set_value(language)
        self.languages.changed.connect(self.language_chosen)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(Text(translate("ui", "Welcome to InPost Desk"), Role.PROGRESS))
        words.addWidget(
            Text(
                translate("ui", "Drop your order file in, the labels come out in its order."),
                Role.FIELD,
                tone="text2",
                wrap=True,
            )
        )
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        layout.addWidget(_Mark())
        layout.addLayout(words, 1)
        layout.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignVCenter)


class Steps(QWidget):
    """The steps in a line: done, present, to come. What the present one is called is read out."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = list(names)
        self._present = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_present(0)

    def set_present(self, present: int) -> None:
        """Show another step as the one we are at."""
        self._present = present
        self.setAccessibleName(
            translate("ui", "Step {number} of {all}: {name}").format(
                number=present + 1, all=len(self._names), name=self._names[present]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Boxes and names, with short lines between."""
        return QSize(int(self._width(gap=40)), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Where that is too wide, only the present step keeps its name."""
        metrics = QFontMetricsF(look.font(Role.BODY, bold=True))
        longest = max(metrics.horizontalAdvance(name) for name in self._names)
        return QSize(int(len(self._names) * (_BOX + 24) + longest), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint boxes, names and the lines between."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        all_names = self._width(gap=24) <= self.width()
        shown = [
            name if all_names or at == self._present else "" for at, name in enumerate(self._names)
        ]
        taken = sum(self._step_width(at, name) for at, name in enumerate(shown))
        gap = (self.width() - taken) / max(1, len(shown) - 1)
        left = 0.0
        for at, name in enumerate(shown):
            self._paint_step(painter, at, left, name)
            left += self._step_width(at, name)
            if at < len(shown) - 1:
                painter.setPen(QPen(QColor(look.colours().line), 1))
                y = self.height() // 2 + 0.5
                painter.drawLine(QPointF(left + 8, y), QPointF(left + gap - 8, y))
            left += gap
        painter.end()

    def _paint_step(self, painter: QPainter, at: int, left: float, name: str) -> None:
        worn = look.colours()
        box = QRectF(left + 0.5, (self.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        present = at == self._present
        painter.setPen(QPen(QColor(worn.accent_border if present else worn.control_border), 1))
        painter.setBrush(QColor(worn.accent if present else worn.surface))
        painter.drawRoundedRect(box, look.RADIUS, look.RADIUS)
        if at < self._present:
            paint(painter, Shape.TICK, box.adjusted(6, 6, -6, -6), worn.ink(State.DONE))
        else:
            painter.setFont(look.font(Role.BODY, bold=True))
            painter.setPen(QColor(worn.on_accent if present else worn.text2))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(at + 1))
        font = look.font(Role.BODY, bold=present)
        painter.setFont(font)
        painter.setPen(QColor(worn.text if present else worn.text2))
        base = self.height() / 2 + QFontMetricsF(font).capHeight() / 2
        painter.drawText(QPointF(left + _BOX + 10, round(base)), name)

    def _step_width(self, at: int, name: str) -> float:
        metrics = QFontMetricsF(look.font(Role.BODY, bold=at == self._present))
        return _BOX + (10 + metrics.horizontalAdvance(name) if name else 0)

    def _width(self, *, gap: int) -> float:
        steps = sum(self._step_width(at, name) for at, name in enumerate(self._names))
        return steps + gap * (len(self._names) - 1)

    def _height(self) -> int:
        return max(_BOX, int(QFontMetricsF(look.font(Role.BODY)).height())) + 4


class _Mark(QWidget):
    """The program's mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_MARK, _MARK)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        del event
        painter = QPainter(self)
        paint_icon(painter, "app", QRectF(self.rect()), look.colours().on_accent)
        painter.end()
