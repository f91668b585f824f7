"""The steps of the wizard down its left side: done, present, to come; a done one can be gone back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from inpost_desk.domain.draft import Step
from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, paint
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

WORDS: Final[Mapping[Step, str]] = {
    Step.MODE: QT_TRANSLATE_NOOP("ui", "Service"),
    Step.RECEIVER: QT_TRANSLATE_NOOP("ui", "Receiver"),
    Step.DELIVERY: QT_TRANSLATE_NOOP("ui", "Delivery"),
    Step.PARCELS: QT_TRANSLATE_NOOP("ui", "Parcels"),
    Step.EXTRAS: QT_TRANSLATE_NOOP("ui", "Extras"),
    Step.OFFERS: QT_TRANSLATE_NOOP("ui", "Offers"),
    Step.SUMMARY: QT_TRANSLATE_NOOP("ui", "Summary"),
    Step.DONE: QT_TRANSLATE_NOOP("ui", "Done"),
}
WIDTH: Final = 216
ITEM: Final = 64
_BOX: Final = 24


def step_word(step: Step) -> str:
    """The name of a step."""
    return translate("ui", WORDS[step])


class StepList(QAbstractButton):
    """Up, down and Enter, or a click, lead to another step."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self._present = Step.MODE
        self._notes: Mapping[Step, str] = {}
        self._wrong: frozenset[Step] = frozenset()
        self._marked = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(WIDTH)

    def show_steps(
        self,
        steps: Sequence[Step],
        present: Step,
        *,
        notes: Mapping[Step, str],
        wrong: frozenset[Step],
    ) -> None:
        """Which there are, where we are, a word on each, and on which something is to be put right."""
        shown = tuple(one for one in steps if one is not Step.DONE)
        self._steps, self._present = shown, present
        self._notes, self._wrong = notes, wrong
        if present in shown:
            self._marked = shown.index(present)
        self.setAccessibleName(self._said())
        told = ((step_word(one), notes.get(one, "")) for one in shown)
        # Of the notes some have too little room.
        self.setToolTip("\n".join(": ".join(filter(None, pair)) for pair in told))
        self.setMinimumHeight(ITEM * len(shown))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and down mark, Enter or Space goes there."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in moves:
            self._marked = max(0, min(self._marked + moves[key], len(self._steps) - 1))
            self.setAccessibleName(self._said())
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._steps:
            self.chosen.emit(self._steps[self._marked])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The one under the mouse."""
        at = int(event.position().y()) // ITEM
        if 0 <= at < len(self._steps):
            self._marked = at
            self.chosen.emit(self._steps[at])

    def sizeHint(self) -> QSize:  # noqa: N802
        """As tall as its steps."""
        return QSize(WIDTH, ITEM * max(1, len(self._steps)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the steps from above."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(look.colours().quiet))
        for at, step in enumerate(self._steps):
            self._paint_step(painter, at, step)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(look.colours().line))
        painter.end()

    def _paint_step(self, painter: QPainter, at: int, step: Step) -> None:
        worn, top = look.colours(), at * ITEM
        if step is self._present:
            painter.fillRect(0, top, self.width(), ITEM, QColor(worn.surface))
            painter.fillRect(0, top, 4, ITEM, QColor(worn.accent))
        self._paint_mark(painter, at, step)
        left, width = 52, self.width() - 60
        painter.setFont(look.font(Role.BODY, bold=True))
        painter.setPen(QColor(worn.text))
        high = QFontMetricsF(painter.font()).height()
        first = QRectF(left, top + ITEM / 2 - high, width, high)
        painter.drawText(
            first, Qt.AlignmentFlag.AlignVCenter, _fitting(painter, step_word(step), width)
        )
        painter.setFont(look.font(Role.CAPTION))
        painter.setPen(QColor(worn.text2))
        under = QRectF(left, top + ITEM / 2, width, high)
        painter.drawText(
            under,
            Qt.AlignmentFlag.AlignVCenter,
            _fitting(painter, self._notes.get(step, ""), width),
        )
        if self.hasFocus() and at == self._marked:
            painter.setPen(QPen(QColor(worn.focus), look.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(8, top + 5, self.width() - 17, ITEM - 10)
            painter.drawRoundedRect(around, look.RADIUS, look.RADIUS)

    def _paint_mark(self, painter: QPainter, at: int, step: Step) -> None:
        worn = look.colours()
        box = QRectF(16.5, at * ITEM + (ITEM - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        present = self._steps.index(self._present) if self._present in self._steps else at + 1
        if at < present:
            wrong = step in self._wrong
            shape, state = (Shape.OCTAGON, State.ERROR) if wrong else (Shape.TICK, State.DONE)
            paint(painter, shape, box, worn.ink(state))
            return
        here = step is self._present
        painter.setPen(QPen(QColor(worn.accent_border if here else worn.control_border), 1))
        painter.setBrush(QColor(worn.accent if here else worn.surface))
        painter.drawRoundedRect(box, look.RADIUS, look.RADIUS)
        painter.setPen(QColor(worn.on_accent if here else worn.text2))
        painter.setFont(look.font(Role.BODY, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(at + 1))

    def _said(self) -> str:
        marked = self._steps[self._marked] if self._marked < len(self._steps) else self._present
        return translate("ui", "Step {number} of {all}: {name}").format(
            number=self._marked + 1, all=len(self._steps), name=step_word(marked)
        )


def _fitting(painter: QPainter, text: str, width: float) -> str:
    metrics = QFontMetricsF(painter.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
