"""Left on the Pickup page: the parcels that are ready, ticked for the courier or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.domain.pickup import NotReady
from inpost_desk.ui import look
from inpost_desk.ui.kit import Ground, Heading, KeyButton, Stack, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.panel_parts import Lines
from inpost_desk.ui.pickup.ready_model import (
    HEADINGS,
    NAME,
    REFERENCE,
    SERVICE,
    SIZE,
    TICK,
    ReadyModel,
)
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.pickups import not_ready_sum
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.ledger.pickup_lines import Candidate

_EDGE: Final = 14
_MEASURED: Final = 500
_BELOW: Final = (
    NotReady.IN_LOCKER,
    NotReady.AT_POINT,
    NotReady.METHOD_UNKNOWN,
    NotReady.UNPAID,
    NotReady.REPLACED,
)


class ReadyColumn(QWidget):
    """Heading, table, and what is to be done with those that cannot go."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = ReadyModel()
        self.table = ReadyTable(self.model)
        self.title = Heading(translate("ui", "Ready for pickup"))
        self.count = Text("", Role.SECTION, tone="text2")
        self.ticked = Text("", tone="text2")
        self.all_button = KeyButton(translate("ui", "All"), key="Ctrl+A", kind="header")
        self.all_button.setAccessibleName(translate("ui", "Tick all parcels, or none"))
        self.all_button.clicked.connect(self.model.tick_all)
        self.empty = Text("", tone="text2", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        self.told = Lines()
        self._lay_out()
        self.model.ticked.connect(self._show)
        self.show_empty(translate("ui", "Reading the parcels…"))
        self._show()

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show these."""
        self.model.set_candidates(candidates)
        nothing = translate("ui", "Nothing waits for a courier. Parcels come here once paid for.")
        self.show_empty("" if self.model.rowCount() else nothing)
        self._show()

    def show_empty(self, words: str) -> None:
        """Say that in the table's place; "" shows the table."""
        self.empty.setText(words)
        self._stack.setCurrentWidget(self.empty if words else self.table)

    def tick_only(self, ids: Iterable[int]) -> None:
        """Tick these and no others."""
        self.model.tick_only(ids)

    def chosen(self) -> list[int]:
        """The parcels that are ticked."""
        return self.model.chosen()

    def _lay_out(self) -> None:
        head = Ground("surface", lines=(Qt.Edge.BottomEdge,))
        head.setMinimumHeight(look.CHIPS + look.GAP)
        row = QHBoxLayout(head)
        row.setContentsMargins(look.EDGE, 4, look.PAD, 4)
        row.setSpacing(look.GAP)
        for part in (self.title, self.count):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.ticked)
        row.addWidget(self.all_button)
        self._stack = Stack()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._foot = Ground("surface", lines=(Qt.Edge.TopEdge,))
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(look.EDGE, look.GAP, look.PAD, look.GAP)
        foot.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)

    def _show(self) -> None:
        ready, chosen = self.model.ready_count(), len(self.model.chosen())
        self.count.setText(str(ready))
        words = translate("ui", "ticked: {count}")
        self.ticked.setText(words.format(count=chosen) if ready else "")
        self.all_button.setEnabled(ready > 0)
        reasons = self.model.reasons()
        lines = [
            (not_ready_sum(why, reasons[why]), Shape.PAUSE, State.QUIET, "")
            for why in _BELOW
            if reasons[why]
        ]
        self.told.say(lines)
        self._foot.setVisible(bool(lines))
        self.chosen_changed.emit()


class _Box(QStyledItemDelegate):
    """The check box, level with the page's edge."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        moved = QStyleOptionViewItem(option)
        moved.rect = option.rect.adjusted(_EDGE, 0, 0, 0)
        super().paint(painter, moved, index)


class ReadyTable(QTableView):
    """Space ticks the rows that are selected."""

    def __init__(self, model: ReadyModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(translate("ui", "Ready for pickup"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFont(look.font(Role.TABLE))
        self._box = _Box(self)
        self.setItemDelegateForColumn(TICK, self._box)
        self.clicked.connect(self._clicked)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(24)
        self.setSortingEnabled(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        model.modelReset.connect(self._measure)
        self._measure()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the mock-up has it; rows give way."""
        return QSize(470, 240)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Reference and receiver."""
        return QSize(220, 3 * look.TABLE_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space ticks all selected rows alike; Ctrl+A ticks all there are."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and not control:
            rows = sorted({one.row() for one in self.selectedIndexes()})
            current = self.currentIndex()
            self._model.turn(rows or ([current.row()] if current.isValid() else []))
        elif event.key() == Qt.Key.Key_A and control:
            self._model.tick_all()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The receiver takes the room that is left."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another font is another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == TICK:
            self._model.turn([index.row()])

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        head = self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(max(look.TABLE_ROW, metrics.height() + 8))
        head.setFixedHeight(max(look.TABLE_HEADER, metrics.height() + 10))
        widths = {column: self._wanted(column) for column in (REFERENCE, SERVICE, SIZE)}
        widths[TICK] = _EDGE + look.EDGE
        name = metrics.averageCharWidth() * 8
        left = self.viewport().width() - sum(widths.values()) - name
        if left < 0:
            # The sum below the table says the reason in full.
            least = metrics.averageCharWidth() * 12
            widths[SERVICE] = max(least, widths[SERVICE] + left)
        widths[NAME] = name + max(0, left)
        for column, width in widths.items():
            head.resizeSection(column, width)

    def _wanted(self, column: int) -> int:
        """By the longest text, up to a part of the table."""
        metrics = QFontMetrics(look.font(Role.TABLE, bold=True))
        texts = {
            str(self._model.index(row, column).data() or "")
            for row in range(min(self._model.rowCount(), _MEASURED))
        }
        texts.add(translate("ui", HEADINGS[column]))
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        return min(widest + 14, metrics.averageCharWidth() * 30)
