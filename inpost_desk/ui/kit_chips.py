"""Chips: shape, word and count, such as of a stage. They filter; they never start anything."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look, shapes
from inpost_desk.ui.kit_button import EnterButton
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


class Chip(EnterButton):
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
            figures = QFontMetricsF(self._bold()).horizontalAdvance(count_words(self._count))
            wide += figures + _BETWEEN
        tall = max(float(look.CHIP), metrics.height() + 8)
        return QSizeF(round(wide) + 2 * _PADDING, tall).toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: it is never cut."""
        return self.sizeHint()

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
            painter.drawText(QPointF(left, base), count_words(self._count))
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


class Chips(QWidget):
    """Chips of which one is chosen, at first the first. A second line opens where one is too short."""

    chosen = Signal(object)

    def __init__(self, chips: Mapping[Hashable, Chip], *, always: Collection[Hashable]) -> None:
        """The keys of `always` stay when there is nothing of theirs."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._always = frozenset(always)
        layout = FlowLayout(self, gap=look.GAP - 2)
        edge = (look.CHIPS - look.CHIP) // 2
        layout.setContentsMargins(look.EDGE, edge, look.PAD, edge)
        self._chips = dict(chips)
        for chosen, chip in self._chips.items():
            self._group.addButton(chip)
            layout.addWidget(chip)
            chip.toggled.connect(
                lambda taken, chosen=chosen: self.chosen.emit(chosen) if taken else None
            )
        next(iter(self._chips.values())).setChecked(True)

    def value(self) -> Any:
        """The key of the chip that is chosen."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), None)

    def chip(self, key: Any) -> Chip:
        """The chip of that key."""
        return self._chips[key]

    def choose(self, key: Any) -> None:
        """Choose one as a click does."""
        self._chips[key].setVisible(True)
        self._chips[key].setChecked(True)

    def show_counts(self, counts: Mapping[Any, int]) -> None:
        """Show how many there are of each; nothing said means none."""
        for key, chip in self._chips.items():
            count = counts.get(key, 0)
            chip.set_count(count)
            chip.setVisible(bool(count) or key in self._always or chip.isChecked())


class ChipBar(Chips):
    """All rows, then one chip a stage."""

    def __init__(self, stages: Iterable[Stage] = tuple(Stage), *, all_word: str = "") -> None:
        chips: dict[Hashable, Chip] = {None: Chip(all_word or translate("ui", "All"))}
        for stage in stages:
            chips[stage] = Chip(stage_word(stage), *STAGE_LOOK[stage])
        super().__init__(chips, always={None, *ALWAYS})
        self.set_counts({})

    def set_counts(self, counts: Mapping[Stage, int]) -> None:
        """Show how many rows are in which stage."""
        self.show_counts({None: sum(counts.values()), **counts})


def count_words(count: int) -> str:
    """A count with its thousands apart."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
