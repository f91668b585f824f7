"""The Shipments table: any number of rows, of which only those that are seen are read.

It changes nothing and asks nobody: what is wanted leaves by signals and comes back by `show_found` and
`take`. Current row, selection and what is seen survive both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu

from inpost_desk.domain.history import HistoryRow, Query, Sort
from inpost_desk.ui.shipments.columns import (
    CENTRED,
    RIGHT,
    SORTS,
    Column,
    full_heading,
    heading,
    pieces,
)
from inpost_desk.ui.shipments.jobs import Found
from inpost_desk.ui.shipments.model import HistoryModel
from inpost_desk.ui.shipments.table_paint import HistoryInk, history_plan, needed_widths
from inpost_desk.ui.table_columns import ColumnLayout
from inpost_desk.ui.table_header import Headings, TableHeader
from inpost_desk.ui.table_ink import CELL_PAD, SHAPE, SHAPE_GAP, Scene
from inpost_desk.ui.table_menu import add_to, columns_menu
from inpost_desk.ui.table_painted import PaintedTable
from inpost_desk.ui.table_place import (
    Place,
    place_of,
    restore,
    selected_positions,
    selected_runs,
)
from inpost_desk.wording.speech import translate

Flag = QItemSelectionModel.SelectionFlag
Key = Qt.Key
_COLUMNS: Final = {sort: column for column, sort in SORTS.items()}


class HistoryTable(PaintedTable):
    """Shows what was found. Shipments are named by the ledger's own numbers."""

    current_changed = Signal(object)
    """The number of the current shipment, or None; also when its row is another than it was."""
    selection_changed = Signal()
    rows_wanted = Signal(object)
    """Numbers of rows that are seen and not known."""
    copy_asked = Signal()
    """The numbers of the selected shipments are wanted."""
    sort_asked = Signal(object, bool)
    """A `Sort`, and whether downwards."""

    def __init__(self, *, kept: QSettings | None = None) -> None:
        super().__init__()
        self._model: HistoryModel = HistoryModel()
        self._painter: HistoryInk = HistoryInk()
        self._header = TableHeader(self, Headings(heading, RIGHT, CENTRED))
        self._current: tuple[int | None, HistoryRow | None] = (None, None)
        self._measured = False
        self._words = ""
        self.setModel(self._model)
        self.setHorizontalHeader(self._header)
        self._layout = ColumnLayout(self._header, history_plan(self._painter), kept=kept)
        self._set_up(translate("ui", "Shipments"))
        self._made = True
        self._measure()
        self._layout.load()
        self.show_sorted(Query())
        selection = self.selectionModel()
        selection.currentRowChanged.connect(self._tell_current)
        selection.selectionChanged.connect(self._selection_changed)
        self._header.sectionClicked.connect(self._header_clicked)
        self._header.customContextMenuRequested.connect(self._header_menu)

    # What shows

    def show_found(self, found: Found, *, again: bool) -> None:
        """Show these; `again` where they are the answer to the same question, asked once more."""
        model = self._model
        if again and list(model.shown) == found.ids:
            model.forget(found.rows)
            self.viewport().update()
            self._tell_current()
            return
        bar = self.verticalScrollBar()
        place = place_of(model, self.selectionModel(), bar.value())
        top = self._top() if again else None
        # Looked for one by one as long as they are few: a set of all the numbers takes longer than the rest.
        wanted = place.selected if place.current is None else place.selected | {place.current}
        known = _those_in(found.ids, wanted)
        kept = place.current if place.current in known else None
        place = replace(place, selected=place.selected & known, current=kept)
        if not again and kept is None:
            place = Place()
        model.arrange(found.ids, found.rows)
        if not self._measured and found.rows:
            self._measured = True
            self._fit()
        restore(place, model, self.selectionModel())
        self.executeDelayedItemsLayout()
        bar.setValue(self._scroll_for(top, place))
        if not self.currentIndex().isValid() and found.ids:
            # The next one takes the place of a row that is gone: who sees to one after the other goes on.
            self._stand_at(min(place.position, len(found.ids) - 1) if again else 0)
        self._tell_current()
        self.selection_changed.emit()
        self.viewport().update()

    def take(self, rows: Sequence[HistoryRow]) -> None:
        """Rows that were read, or that are others now."""
        changed = self._model.keep(rows)
        if not self._measured and rows:
            self._measured = True
            self._fit()
        shown = self._model.shown
        self._model.tell(at for at in self._visible() if shown[at] in changed)
        self._tell_current()

    def clear(self) -> None:
        """Nothing, until something is found."""
        self._model.arrange((), ())
        self._measured = False
        self._tell_current()

    def show_sorted(self, query: Query) -> None:
        """Where the arrow stands."""
        column, descending = _COLUMNS[query.sort], query.descending
        if (column, descending) == (self._header.sorted_column(), self._header.descending()):
            # Asked with every letter of a search, and measuring all headings takes milliseconds.
            return
        self._header.set_sorted(column, descending=descending)
        self._layout.fit(self.viewport().width())

    def say_when_empty(self, words: str) -> None:
        """What stands where rows would."""
        self._words = words
        self.viewport().update()

    def set_details(self, *, wide: bool) -> None:
        """There is room for more columns, or there is not."""
        self._layout.set_details(wide=wide)

    def seen(self) -> list[int]:
        """The numbers of the rows that are seen, and the current one."""
        shown = self._model.shown
        found = [shown[at] for at in self._visible()]
        number = self.current()
        return found if number is None or number in found else [*found, number]

    # Where somebody is

    def current(self) -> int | None:
        """The number of the shipment with the focus frame."""
        index = self.currentIndex()
        return self._model.shown[index.row()] if index.isValid() else None

    def current_row(self) -> HistoryRow | None:
        """Its row, as far as it was read."""
        number = self.current()
        return None if number is None else self._model.row_of(number)

    def selected(self) -> list[int]:
        """The numbers of the selected rows, in the order shown; the current one where none is selected."""
        shown = self._model.shown
        found = [shown[at] for at in sorted(selected_positions(self.selectionModel()))]
        number = self.current()
        return found or ([] if number is None else [number])

    def count(self) -> int:
        """How many rows show."""
        return len(self._model.shown)

    def go_to(self, number: int) -> bool:
        """Make a shipment the current one. Whether it shows."""
        position = self._model.position_of(number)
        if position is None:
            return False
        column = max(self.currentIndex().column(), int(Column.REFERENCE))
        index = self._model.index(position, column)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
        self.scrollTo(index)
        return True

    def several(self) -> bool:
        """Whether more than one row is selected; cheap, however many there are."""
        return sum(run.height() for run in selected_runs(self.selectionModel())) > 1

    def column_menu(self, column: int | None = None) -> QMenu:
        """Which columns show, how they are sorted and placed."""
        current = max(self.currentIndex().column(), 0) if column is None else column
        return columns_menu(
            self,
            self._layout,
            current,
            words=full_heading,
            sort=self._sort_chosen,
            usual=translate("ui", "The newest first"),
            sortable=SORTS.__contains__,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Copying, and the menu by its key; the arrows and the rest are Qt's."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() == Key.Key_F10 and shift:
            if QApplication.activePopupWidget() is None:
                self._menu_at_cell()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """The rows' menu: by mouse where it is, by key at the current cell."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._menu_at_cell()
        else:
            self._open(self.rows_menu(), event.globalPos())

    def rows_menu(self) -> QMenu:
        """What can be done with the current row: the page's actions that are enabled."""
        menu = QMenu(self)
        for action in self.actions():
            menu.addAction(action)
        menu.addSeparator()
        add_to(menu, translate("ui", "Select all"), "Ctrl+A", self.selectAll)
        menu.addMenu(self.column_menu())
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The columns share the room."""
        super().resizeEvent(event)
        self._layout.fit(self.viewport().width())

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802
        """What the rows that are seen need; a double click on a column's edge asks for it."""
        widths = [self._header.heading_width(column)]
        for row in self._known():
            width = self._painter.width_of(pieces(row, column))
            extra = SHAPE + 2 * SHAPE_GAP if column == Column.STATUS else 0
            widths.append(width + extra + 2 * CELL_PAD)
        return max(widths)

    def _shown_columns(self) -> Iterable[int]:
        return self._layout.shown

    def _empty_words(self) -> str:
        return self._words

    def _fit(self) -> None:
        self._layout.measure(needed_widths(self._known(), self._painter))
        self._layout.fit(self.viewport().width())

    def _known(self) -> list[HistoryRow]:
        found = (self._model.row_at(at) for at in self._visible())
        return [row for row in found if row is not None]

    def _painted(self, scene: Scene[HistoryRow | None]) -> None:
        if any(line.row is None for line in scene.lines):
            self.rows_wanted.emit(self._model.wanting(self._visible()))

    def _stand_at(self, position: int) -> None:
        """Make the row there the current one; what is still selected stays so."""
        rows = Flag.ClearAndSelect | Flag.Rows
        flag = Flag.NoUpdate if self.selectionModel().hasSelection() else rows
        index = self._model.index(position, int(Column.REFERENCE))
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def _top(self) -> tuple[int, int] | None:
        """The first row that is seen and how far it is scrolled out; None at the very top."""
        offset = self.verticalScrollBar().value()
        height, shown = self._painter.row_height, self._model.shown
        if not offset or not shown:
            return None
        return shown[min(offset // height, len(shown) - 1)], offset % height

    def _scroll_for(self, top: tuple[int, int] | None, place: Place) -> int:
        """So that the rows that are seen stay where they are, or the current one is seen."""
        height = self._painter.row_height
        if top is not None:
            position = self._model.position_of(top[0])
            return place.scroll if position is None else position * height + top[1]
        current = self.currentIndex()
        if not current.isValid():
            return 0
        bottom = (current.row() + 1) * height
        return 0 if bottom <= self.viewport().height() else bottom - self.viewport().height() // 2

    def _tell_current(self) -> None:
        now = self.current(), self.current_row()
        if now != self._current:
            self._current = now
            self.current_changed.emit(now[0])

    def _selection_changed(self) -> None:
        self.selection_changed.emit()

    def _header_clicked(self, section: int) -> None:
        """Upwards, downwards; the day first downwards."""
        sort = SORTS.get(section)
        if sort is None:
            return
        at = self._header.sorted_column()
        descending = not self._header.descending() if at == section else sort is Sort.MADE
        self.sort_asked.emit(sort, descending)

    def _sort_chosen(self, column: int | None, descending: bool) -> None:  # noqa: FBT001
        sort = Sort.MADE if column is None else SORTS.get(column)
        if sort is not None:
            self.sort_asked.emit(sort, descending or column is None)

    def _header_menu(self, at: QPoint) -> None:
        column = self._header.logicalIndexAt(at)
        menu = self.column_menu(column if column >= 0 else None)
        self._open(menu, self._header.mapToGlobal(at))

    def _menu_at_cell(self) -> None:
        cell = self.visualRect(self.currentIndex())
        self._open(self.rows_menu(), self.viewport().mapToGlobal(cell.bottomLeft()))

    def _open(self, menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def _those_in(ids: Sequence[int], wanted: frozenset[int]) -> frozenset[int]:
    """Those of the wanted numbers that are among these."""
    if len(wanted) <= 1:
        return frozenset(one for one in wanted if one in ids)
    return wanted.intersection(ids)
