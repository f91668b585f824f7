"""The Orders table: a pile's rows with their stages, to be looked through, corrected, held and removed.

It changes nothing itself: what is asked for leaves by signals and comes back as changed rows (`push`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu

from inpost_desk.background import FETCH, Lanes
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.columns import (
    EDITABLE_STAGES,
    Column,
    column_of,
    copied_text,
    editable_field,
)
from inpost_desk.ui.orders.columns_kept import needed_widths
from inpost_desk.ui.orders.table_edit import CellEditor
from inpost_desk.ui.orders.table_live import Inbox
from inpost_desk.ui.orders.table_menu import pile_columns_menu, rows_menu
from inpost_desk.ui.orders.table_order import Arranger, Counts, Wanted
from inpost_desk.ui.orders.table_view import PileView
from inpost_desk.ui.orders.table_words import NEEDS_SOMEBODY
from inpost_desk.ui.table_place import (
    Place,
    place_of,
    restore,
    selected_positions,
    selected_runs,
)

COUNTED_EVERY: Final = 100
FILTERED_EVERY: Final = 500

Flag = QItemSelectionModel.SelectionFlag
Key = Qt.Key
_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class PileTable(PileView):
    """Shows a pile. Rows are named by their numbers (`PileRow.row`), which rise from first to last."""

    current_changed = Signal(object)
    """The current PileRow, or None; also when that row is another than it was."""
    edit_asked = Signal(int, str, str)
    """Row number, field, new text."""
    hold_asked = Signal(object, bool)
    """Row numbers, and whether to hold them or to let them go."""
    remove_asked = Signal(object)
    """Row numbers."""
    fix_asked = Signal(int)
    """The number of an answer to the current row's problem."""
    counts_changed = Signal(object)
    """How many rows of the pile there are of each stage: dict[Stage, int]."""
    selection_count_changed = Signal(int)
    shown_changed = Signal(int)
    """How many rows show."""
    filter_cleared = Signal()
    """Stage and search were given up here, by Esc or because a hidden row was gone to."""

    def __init__(self, lanes: Lanes, *, kept: QSettings | None = None, lane: str = FETCH) -> None:
        super().__init__(kept=kept)
        self._inbox = Inbox(self._take, self)
        self._arranger = Arranger(lanes, lane, arranged=self._arranged, counted=self._counted)
        self._rows: list[PileRow] = []
        self._wanted = Wanted()
        self._place: Place | None = None
        self._stays = False
        self._counts = Counts()
        self._counts_wait = self._all_counted = False
        self._selected = 0
        self._current: PileRow | None = None
        self._count_beat = self._timer(COUNTED_EVERY, self._tell_counts)
        self._filter_beat = self._timer(FILTERED_EVERY, self._filter_again)
        self._keys = self._key_table()
        self._connect()

    def set_rows(self, rows: list[PileRow], *, keep_place: bool = False) -> None:
        """Show a pile, in the order of its numbers. `keep_place` where it is the same one, read again.

        Stage, search and sort order stay as they are.
        """
        place = place_of(self._model, self.selectionModel(), self.verticalScrollBar().value())
        before = self._rows
        self._inbox.clear()
        self._rows = list(rows)
        self._counts, self._all_counted = Counts(), False
        self._place, self._stays = None, keep_place
        if not keep_place:
            self._layout.measure(needed_widths(self._rows, self._painter))
        self._model.arrange(self._rows, range(0), rising=True)
        if keep_place:
            self._place = place.moved(lambda index: self._model.index_of(before[index].row))
        else:
            self._place = Place()
        self._arranger.load(self._rows, self._wanted)

    def push(self, rows: Iterable[PileRow]) -> None:
        """Rows that are others now. Any thread may call this; unknown numbers are passed over."""
        self._inbox.push(rows)

    def rows(self) -> list[PileRow]:
        """The pile as it is now, in its own order."""
        return list(self._rows)

    def row_at_current(self) -> PileRow | None:
        """The row with the focus frame."""
        current = self.currentIndex()
        return self._model.row_at(current.row()) if current.isValid() else None

    def selected_rows(self) -> list[int]:
        """The numbers of the selected rows, in the order of the pile."""
        return [row.row for row in self._picked()]

    def selection_count(self) -> int:
        """How many rows are selected."""
        return sum(run.height() for run in selected_runs(self.selectionModel()))

    def go_to(self, row: int, field: str = "") -> bool:
        """Make a row the current one, in the cell of that field. Whether there is such a row.

        A row that stage or search hide brings all rows back.
        """
        index = self._model.index_of(row)
        if index is None:
            return False
        if self._model.position_of(index) is None:
            self.clear_filter()
        position = self._model.position_of(index)
        if position is None:
            return False
        column = column_of(field)
        if column is None or column not in self._layout.shown:
            column = self._current_column()
        found = self._model.index(position, column)
        self.selectionModel().setCurrentIndex(found, Flag.ClearAndSelect | Flag.Rows)
        self.scrollTo(found)
        return True

    def next_problem(self, step: int = 1) -> int | None:
        """Go to the next row (-1: the one before) that needs somebody, round the end; its number."""
        shown, rows = self._model.shown, self._rows
        current = self.currentIndex().row()
        if step > 0:
            others = chain(range(current + 1, len(shown)), range(current + 1))
        else:
            last = len(shown) - 1
            others = chain(range(current - 1, -1, -1), range(last, max(current, 0) - 1, -1))
        for position in others:
            row = rows[shown[position]]
            if row.stage in NEEDS_SOMEBODY:
                self.go_to(row.row, row.field)
                return row.row
        return None

    def set_stage(self, stage: Stage | None) -> None:
        """Show the rows of one stage; None for all."""
        self._want(replace(self._wanted, stage=stage))

    def set_search(self, words: str) -> None:
        """Show the rows with those words: order, receiver, telephone, destination, shipment number."""
        self._want(replace(self._wanted, words=words))

    def clear_filter(self) -> None:
        """Show all rows again, and say so."""
        if self._wanted.filters:
            self._want(replace(self._wanted, stage=None, words=""))
            self.filter_cleared.emit()

    def sort_by(self, column: Column | None, *, descending: bool = False) -> None:
        """Sort once; rows that change later stay where they are. None: the order of the pile."""
        self._header.set_sorted(column, descending=descending)
        self._layout.fit(self.viewport().width())
        self._want(replace(self._wanted, column=column, descending=descending))

    def set_details(self, wide: bool) -> None:  # noqa: FBT001
        """There is room for more columns, or there is not."""
        self._layout.set_details(wide=wide)

    def column_menu(self, column: Column | None = None) -> QMenu:
        """Which columns show, and what the header does by mouse to `column` (None: the current cell's)."""
        return pile_columns_menu(self, self._layout, column or self._current_column())

    def _is_empty(self) -> bool:
        # While the lane works, nobody knows yet.
        return super()._is_empty() and not self._arranger.busy

    def _current_column(self) -> Column:
        return Column(max(self.currentIndex().column(), 0))

    # What can be done with rows, by key and by menu

    def may_edit(self) -> bool:
        """Whether the current cell can be edited."""
        row = self.row_at_current()
        column = self._current_column()
        return row is not None and editable_field(row, column) is not None

    def edit_current(self) -> None:
        """Open an editor in the current cell."""
        if self.may_edit():
            self.edit(self.currentIndex())

    def holdable_rows(self) -> list[PileRow]:
        """Those of the selected rows that can be held or let go."""
        return [row for row in self._picked() if row.stage in EDITABLE_STAGES]

    def all_held(self) -> bool:
        """Whether holding the selected rows would be letting them go."""
        rows = self.holdable_rows()
        return bool(rows) and all(row.stage is Stage.HELD for row in rows)

    def ask_hold(self) -> None:
        """Ask for the selected rows to be held, or let go where all are held."""
        rows = self.holdable_rows()
        if rows:
            self.hold_asked.emit([row.row for row in rows], not self.all_held())

    def ask_removal(self) -> None:
        """Ask for the selected rows to be removed."""
        rows = self.selected_rows()
        if rows:
            self.remove_asked.emit(rows)

    def copy(self) -> None:
        """The current column of the selected rows, a line for each."""
        column = self._current_column()
        texts = [copied_text(row, column) for row in self._picked()]
        if texts:
            QGuiApplication.clipboard().setText("\n".join(texts))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys of the table; the arrows and the rest are Qt's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        done = self._keys.get((Key(event.key()), modifiers))
        if event.matches(QKeySequence.StandardKey.Copy):
            done = self.copy
        elif event.key() == Key.Key_Escape and self._wanted.filters:
            done = self.clear_filter
        if done is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or event.key() == Key.Key_F8:
            # Held down, an answer or a removal must not reach the row that comes next.
            done()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """The rows' menu: by mouse where it is, by key at the current cell."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._menu_at_cell()
        else:
            self._open(rows_menu(self), event.globalPos())

    def _connect(self) -> None:
        editor = CellEditor(self._model, self)
        editor.typed.connect(self.edit_asked)
        self.setItemDelegate(editor)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        selection = self.selectionModel()
        selection.currentRowChanged.connect(self._tell_current)
        selection.selectionChanged.connect(self._tell_selection)
        self._header.sectionClicked.connect(self._header_clicked)
        self._header.customContextMenuRequested.connect(self._header_menu)
        # Qt's own object is gone by then; what still comes from the lane must not reach it.
        self.destroyed.connect(self._arranger.stop)

    def _key_table(self) -> Mapping[tuple[int, Qt.KeyboardModifier], Callable[[], object]]:
        digits = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4)
        keys: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (Key.Key_Delete, _PLAIN): self.ask_removal,
            (Key.Key_H, _PLAIN): self.ask_hold,
            (Key.Key_F10, _SHIFT): self._menu_at_cell,
            (Key.Key_F8, _PLAIN): self.next_problem,
            (Key.Key_F8, _SHIFT): partial(self.next_problem, -1),
        }
        for number, key in enumerate(digits, 1):
            keys[key, _PLAIN] = partial(self._ask_fix, number)
        return keys

    def _header_clicked(self, section: int) -> None:
        """Upwards, downwards, the order of the pile again."""
        column, wanted = Column(section), self._wanted
        if wanted.column is not column:
            self.sort_by(column)
        elif not wanted.descending:
            self.sort_by(column, descending=True)
        else:
            self.sort_by(None)

    def _header_menu(self, at: QPoint) -> None:
        column = self._header.logicalIndexAt(at)
        menu = self.column_menu(Column(column) if column >= 0 else None)
        self._open(menu, self._header.mapToGlobal(at))

    def _menu_at_cell(self) -> None:
        # Where the system itself takes Shift+F10 for the menu key, it is open by now.
        if QApplication.activePopupWidget() is None:
            cell = self.visualRect(self.currentIndex())
            self._open(rows_menu(self), self.viewport().mapToGlobal(cell.bottomLeft()))

    def _open(self, menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    # What shows

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._stays = False
            self._arranger.want(wanted)

    def _filter_again(self) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            self._filter_beat.start()
        elif not self._arranger.busy:
            self._stays = True
            self._arranger.want(self._wanted)

    def _arranged(self, shown: Sequence[int]) -> None:
        model, selection = self._model, self.selectionModel()
        if self._place is None and shown == model.shown:
            return
        place = self._place or place_of(model, selection, self.verticalScrollBar().value())
        self._place = None
        model.arrange(self._rows, shown, rising=self._wanted.column is None)
        restore(place, model, selection)
        self.executeDelayedItemsLayout()
        current = self.currentIndex()
        self.verticalScrollBar().setValue(place.scroll if self._stays else 0)
        if not self._stays and current.isValid():
            self.scrollTo(current)
        self._tell_current()
        self._tell_selection()
        self.shown_changed.emit(len(shown))

    def _take(self, batch: list[PileRow]) -> None:
        changed, counts = self._model.replace(batch)
        self._arranger.changed(changed)
        self._counts.update(counts)
        shown = self._model.shown
        self._model.tell([at for at in self._visible() if shown[at] in changed])
        current = self.currentIndex()
        if current.isValid() and shown[current.row()] in changed:
            self._tell_current()
        if any(counts.values()):
            self._counts_wait = True
            if not self._count_beat.isActive():
                self._tell_counts()
        if self._wanted.filters and not self._filter_beat.isActive():
            self._filter_beat.start()

    # What is told

    def _counted(self, counts: Counts) -> None:
        self._all_counted = True
        self._counts.update(counts)
        self._counts_wait = True
        self._tell_counts()

    def _tell_counts(self) -> None:
        if self._counts_wait and self._all_counted:
            self._counts_wait = False
            self._count_beat.start()
            self.counts_changed.emit({stage: self._counts[stage] for stage in Stage})

    def _tell_current(self) -> None:
        row = self.row_at_current()
        if row is not self._current:
            self._current = row
            self.current_changed.emit(row)

    def _tell_selection(self) -> None:
        count = self.selection_count()
        if count != self._selected:
            self._selected = count
            self.selection_count_changed.emit(count)

    def _picked(self) -> list[PileRow]:
        shown, rows = self._model.shown, self._rows
        picked = sorted(shown[at] for at in selected_positions(self.selectionModel()))
        return [rows[index] for index in picked]

    def _ask_fix(self, number: int) -> None:
        if self.currentIndex().isValid():
            self.fix_asked.emit(number)
