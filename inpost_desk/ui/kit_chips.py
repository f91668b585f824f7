"""Chips: shape, word and count of a stage. They filter; they never start anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look, shapes
from inpost_desk.ui.kit_flow import FlowLayout
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import STAGE_LOOK, Shape
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

_WORDS: Final = {
    Stage.READY: QT_TRANSLATE_NOOP("ui", "Ready"),
    Stage.TO_FIX: QT_TRANSLATE_NOOP("ui", "To be fixed"),
    Stage.QUESTION: QT_TRANSLATE_NOOP("ui", "Repeated"),
    Stage.DUPLICATE: QT_TRANSLATE_NOOP("ui", "Sent before"),
    Stage.HELD: QT_TRANSLATE_NOOP("ui", "Held"),
    Stage.SAME_PARCEL: QT_TRANSLATE_NOOP("ui", "Same parcel"),
    Stage.UNDER_WAY: QT_TRANSLATE_NOOP("ui", "Under way"),
    Stage.UNSURE: QT_TRANSLATE_NOOP("ui", "Unsure"),
    Stage.OFFERED: QT_TRANSLATE_NOOP("ui", "Offers"),
    Stage.UNPAID: QT_TRANSLATE_NOOP("ui", "Not paid"),
    Stage.REFUSED: QT_TRANSLATE_NOOP("ui", "Refused"),
    Stage.REPLACED: QT_TRANSLATE_NOOP("ui", "Replaced"),
    Stage.BOUGHT: QT_TRANSLATE_NOOP("ui", "Bought"),
    Stage.BAD_LABEL: QT_TRANSLATE_NOOP("ui", "Bad label"),
    Stage.LABEL: QT_TRANSLATE_NOOP("ui", "Label ready"),
    Stage.PRINTING: QT_TRANSLATE_NOOP("ui", "Printing"),
    Stage.MAYBE_PRINTED: QT_TRANSLATE_NOOP("ui", "Maybe printed"),
    Stage.PRINTED: QT_TRANSLATE_NOOP("ui", "Printed"),
}
ALWAYS: Final = frozenset({Stage.READY, Stage.TO_FIX, Stage.UNDER_WAY, Stage.PRINTED})
"""Their chips stay when nothing is in that stage; the others come with their first row."""

_PADDING: Final = 10
_SHAPE: Final = 14
_BETWEEN: Final = 6


def stage_word(stage: Stage) -> str:
    """The word for a stage, as chips and table show it."""
    return translate("ui", _WORDS[stage])


class Chip(QPushButton):
    """A pill with shape, word and count that can be chosen."""

    def __init__(self, word: str, shape: Shape | None = None, state: State = State.QUIET) -> None:
        super().__init__(word.replace("&", "&&"))
        self._word, self._shape, self._state = word, shape, state
        self._count: int | None = None
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFont(look.font(Role.BODY))
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        frame_outside(self, radius=look.CHIP // 2)

    def count(self) -> int | None:
        """The count it shows."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show that count."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self._word} {count}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its parts."""
        metrics = QFontMetricsF(self.font())
        wide = metrics.horizontalAdvance(self._word)
        if self._shape is not None:
            wide += _SHAPE + _BETWEEN
        if self._count is not None:
            figures = QFontMetricsF(self._bold()).horizontalAdvance(_figures(self._count))
            wide += figures + _BETWEEN
        tall = max(float(look.CHIP), metrics.height() + 8)
        return QSizeF(round(wide) + 2 * _PADDING, tall).toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: it is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the pill; chosen, its colours are inverted."""
        del event
        ground, border, ink, mark = self._tones()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left, middle = float(_PADDING), self.height() / 2
        if self._shape is not None:
            place = QRectF(left, round(middle - _SHAPE / 2), _SHAPE, _SHAPE)
            shapes.paint(painter, self._shape, place, mark)
            left += _SHAPE + _BETWEEN
        base = round(middle + QFontMetricsF(self.font()).capHeight() / 2)
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        painter.drawText(QPointF(left, base), self._word)
        if self._count is not None:
            left += QFontMetricsF(self.font()).horizontalAdvance(self._word) + _BETWEEN
            painter.setFont(self._bold() if self._count else self.font())
            painter.drawText(QPointF(left, base), _figures(self._count))
        painter.end()

    def _tones(self) -> tuple[str, str, str, str]:
        worn = look.colours()
        if self.isChecked():
            return worn.text, worn.text, worn.surface, worn.surface
        if not self.isEnabled():
            return worn.window, worn.line, worn.text3, worn.text3
        ground = worn.quiet if self.underMouse() else worn.surface
        if self._count == 0:
            ground = worn.quiet if self.underMouse() else worn.window
            return ground, worn.line, worn.text3, worn.ink(self._state)
        return ground, worn.control_border, worn.text, worn.ink(self._state)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class ChipBar(QWidget):
    """All rows, then one chip a stage. A second line opens where one is too short."""

    chosen = Signal(object)

    def __init__(self, stages: Iterable[Stage] = tuple(Stage), *, all_word: str = "") -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        layout = FlowLayout(self, gap=look.GAP - 2)
        edge = (look.CHIPS - look.CHIP) // 2
        layout.setContentsMargins(look.EDGE, edge, look.PAD, edge)
        self._chips: dict[Stage | None, Chip] = {None: Chip(all_word or translate("ui", "All"))}
        for stage in stages:
            self._chips[stage] = Chip(stage_word(stage), *STAGE_LOOK[stage])
        for chosen, chip in self._chips.items():
            self._group.addButton(chip)
            layout.addWidget(chip)
            chip.toggled.connect(
                lambda taken, chosen=chosen: self.chosen.emit(chosen) if taken else None
            )
        self._chips[None].setChecked(True)
        self.set_counts({})

    def value(self) -> Stage | None:
        """The stage chosen; None is all."""
        return next((stage for stage, chip in self._chips.items() if chip.isChecked()), None)

    def chip(self, stage: Stage | None) -> Chip:
        """The chip of that stage."""
        return self._chips[stage]

    def choose(self, stage: Stage | None) -> None:
        """Choose a stage as a click does."""
        self._chips[stage].setVisible(True)
        self._chips[stage].setChecked(True)

    def set_counts(self, counts: Mapping[Stage, int]) -> None:
        """Show how many rows are in which stage."""
        for stage, chip in self._chips.items():
            count = sum(counts.values()) if stage is None else counts.get(stage, 0)
            chip.set_count(count)
            chip.setVisible(bool(count) or stage is None or stage in ALWAYS or chip.isChecked())


def _figures(count: int) -> str:
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
