"""The Orders page: files come in, rows are looked through and corrected, one button buys and prints them.

Only puts the parts together. What is done with a pile is `piling`'s, a run is `running`'s, what the side
shows is `side`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inpost_desk.background import TABLE
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.errors import FileTrouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import ERROR, Desk, Notice
from inpost_desk.ui.kit import ChipBar, Ground, KeyButton, Stack
from inpost_desk.ui.orders.action_bar import ActionBar
from inpost_desk.ui.orders.bar_guide import BarGuide
from inpost_desk.ui.orders.by_itself import ByItself
from inpost_desk.ui.orders.column_map import ColumnMap
from inpost_desk.ui.orders.elsewhere import beside
from inpost_desk.ui.orders.empty import EmptyPage, ErrorPage, LoadingPage
from inpost_desk.ui.orders.files import FileChoices
from inpost_desk.ui.orders.header import PageHeader
from inpost_desk.ui.orders.importing import NOT_READ, Importer, known_notice, tell_busy
from inpost_desk.ui.orders.page_keys import CHIPS, OF_THE_MAP, page_keys
from inpost_desk.ui.orders.papers import Papers
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.running import Runner
from inpost_desk.ui.orders.runs import RunsPanel
from inpost_desk.ui.orders.side import Side
from inpost_desk.ui.orders.table import PileTable
from inpost_desk.ui.orders.watching import Watching
from inpost_desk.ui.window_page import LeastHigh
from inpost_desk.wording.sentences import moment_words, trouble_words
from inpost_desk.wording.speech import translate


class OrdersPage(LeastHigh, Ground):
    """Everything about one pile of orders."""

    go_beside = beside
    settings_asked = Signal(str)
    """A section of the settings page."""

    def __init__(self, desk: Desk, *, kept: QSettings | None = None) -> None:
        super().__init__("window")
        self._desk = desk
        self.piling = Piling(desk, self)
        self.runner = Runner(desk, self)
        self.importer = Importer(desk, self)
        self.header = PageHeader()
        self.table = PileTable(desk.lanes, kept=kept, lane=TABLE)
        self.chips = ChipBar(CHIPS)
        self.bar = ActionBar()
        self.runs = RunsPanel(desk)
        self.side = Side(desk, self.piling, self.runner, self.table)
        self.guide = BarGuide(desk, self.piling, self.runner, self.table, self.bar)
        self.side.lead(self.guide)
        self.watching = Watching(desk, self.piling, self.runner, self.importer, self)
        parts = (self.piling, self.runner, self.guide, self.importer, self.table)
        self.by_itself = ByItself(desk, *parts)
        self.files = FileChoices(desk, self)
        self.papers = Papers(desk, self.piling, self.table, self)
        self.empty = EmptyPage()
        self.loading = LoadingPage()
        self.error = ErrorPage()
        self.mapping = ColumnMap(desk)
        self._details = KeyButton(translate("ui", "Details"), key="F9", kind="header")
        self._side_wanted = False
        self._refused: Path | None = None
        self._before_drag: QWidget | None = None
        self._not_in_map: list[QShortcut] = []
        self._lay_out()
        self._connect()
        self._set_keys()
        if desk.session is not None:
            self._account_changed()

    # What the window asks of a page

    def keys(self) -> Sequence[tuple[str, str]]:
        """For F1."""
        return page_keys()

    def regions(self) -> Sequence[QWidget]:
        """Parts that F6 goes to."""
        body = self.table if self._with_pile() else self._body
        return (self.header, self.chips, body, self._aside, self.bar)

    def take_files(self, paths: list[Path]) -> None:
        """Read these files."""
        if self.runner.running:
            tell_busy(self._desk)
            return
        self.importer.take(paths)

    def drag_entered(self, paths: list[Path]) -> None:
        """Show where the file would go."""
        self.empty.set_dragging([path.name for path in paths])
        self._before_drag = self._body.currentWidget()
        self._body.setCurrentWidget(self.empty)

    def drag_left(self) -> None:
        """Back to what was shown."""
        self.empty.set_dragging(None)
        if self._before_drag is not None and self._body.currentWidget() is self.empty:
            self._body.setCurrentWidget(self._before_drag)
        self._before_drag = None

    def closing(self) -> None:
        """The window is about to close: a run ends after its present request."""
        self.guide.close()
        self.papers.close()
        self.importer.stop()
        self.watching.close()
        self.by_itself.close()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The side panel folds where there is no room."""
        super().resizeEvent(event)
        self._fold()

    # Putting together

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setContentsMargins(0, 0, look.PAD, 0)
        chips.addWidget(self.chips, 1)
        chips.addWidget(self._details)
        self._pile_view = QWidget()
        left = QVBoxLayout(self._pile_view)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(chips)
        left.addWidget(self.table, 1)
        self._body = Stack()
        for one in (self.empty, self.loading, self.error, self.mapping, self._pile_view):
            self._body.addWidget(one)
        self._aside = QStackedWidget()
        self._aside.addWidget(self.side.panel)
        self._aside.addWidget(self.runs)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._body, 1)
        middle.addWidget(self._aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        self._show_body(self.loading)

    def _connect(self) -> None:
        self._desk.session_changed.connect(self._account_changed)
        self._connect_header()
        self._connect_pile()
        self._connect_files()
        self.runs.run_chosen.connect(self.piling.open_of_run)
        self.runs.pile_chosen.connect(self.piling.open)
        self.runs.labels_asked.connect(self.papers.save_labels_of_run)
        self.runs.result_asked.connect(self.guide.end.open_file)
        self.bar.result_asked.connect(self.guide.open_result)
        self.bar.stop_asked.connect(self.papers.stop)
        self.bar.print_again_asked.connect(self.papers.print_again_from_here)
        self.bar.new_file_asked.connect(self.files.choose)
        self.bar.later_asked.connect(self.table.setFocus)
        self.guide.ran.connect(self.runs.refresh_if_seen)
        self.guide.ran.connect(self.papers.open_jobs.look)
        self.papers.follow(self.runner)
        self.side.deeds.label_asked.connect(self.papers.held.open_for)
        self.guide.end.late_asked.connect(self.papers.print_rows)
        self.guide.settings_asked.connect(self.settings_asked)
        self.guide.doubts_asked.connect(self.papers.ask_about_doubts)
        self.side.again_asked.connect(self.guide.send_again)
        self.side.deeds.panel_wanted.connect(self._show_panel)

    def _connect_header(self) -> None:
        below = self.header.below_columns
        self.header.search_changed.connect(self.table.set_search)
        self.header.search_left.connect(self.table.setFocus)
        self.header.import_asked.connect(self.files.choose)
        self.header.columns_asked.connect(self._show_columns)
        self.header.runs_toggled.connect(self._show_runs)
        self.header.packing_asked.connect(lambda: self.papers.show_menu(below()))
        self._details.clicked.connect(self._toggle_side)

    def _connect_pile(self) -> None:
        self.chips.chosen.connect(self.table.set_stage)
        self.table.counts_changed.connect(self.chips.set_counts)
        self.table.filter_cleared.connect(self._filter_cleared)
        self.table.edit_asked.connect(self._edit)
        self.table.hold_asked.connect(lambda rows, held: self.piling.hold(rows, held=held))
        self.table.remove_asked.connect(self.piling.remove)
        self.piling.opened.connect(self._opened)
        self.piling.loaded.connect(self._loaded)
        self.piling.changed.connect(self.table.push)
        self.runner.rows_changed.connect(self._ran_on)

    def _connect_files(self) -> None:
        self.empty.open_asked.connect(self.files.choose)
        self.empty.template_asked.connect(self.files.save_template)
        self.empty.sample_asked.connect(self.files.take_sample)
        self.error.again_asked.connect(self._try_again)
        self.error.other_file_asked.connect(self.files.choose)
        self.files.chosen.connect(self.take_files)
        self.importer.started.connect(self._reading)
        self.importer.taken.connect(self._taken)
        self.importer.refused.connect(self._not_read)
        self.importer.mapping_asked.connect(self._ask_for_columns)
        self.watching.columns_asked.connect(self.take_files)
        self.watching.taken.connect(self.by_itself.take)
        self.watching.taken.connect(self.runs.refresh_if_seen)
        self.by_itself.settings_asked.connect(self.settings_asked)
        self.mapping.accepted.connect(self._mapped)
        self.mapping.cancelled.connect(self._not_mapped)

    def _set_keys(self) -> None:
        for keys, act in (
            ("Ctrl+O", self.files.choose),
            ("Ctrl+F", self.header.focus_search),
            ("Ctrl+Return", self._press_main),
            ("Ctrl+Enter", self._press_main),
            ("F8", partial(self.side.next_problem, 1)),
            ("Shift+F8", partial(self.side.next_problem, -1)),
            ("Ctrl+Z", self.piling.undo),
            ("Esc", self._escape),
            ("F9", self._toggle_side),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # A key still held down when a run ends would open its result, or pay once more.
            shortcut.setAutoRepeat("F8" in keys)
            shortcut.activated.connect(act)
            if keys in OF_THE_MAP:
                self._not_in_map.append(shortcut)

    # What happens

    @Slot()
    def _account_changed(self) -> None:
        self._show_body(self.loading)
        self.table.set_rows([])
        self.runs.refresh()
        self.piling.open_newest()

    @Slot(object)
    def _opened(self, pile: Pile | None) -> None:
        # Keys must not mean rows of the pile before, which have the same numbers.
        self.table.set_rows([])
        self.runs.leave_out(pile)
        if pile is not None:
            words = translate("ui", "rows: {count}").format(count=pile.rows)
            self.header.set_subtitle((pile.file_name, words, moment_words(pile.imported_at)))
            self._show_runs(False)
            return
        self.header.set_subtitle((translate("ui", "nothing on the desk"),))
        # A file may have been refused before it was known that nothing is on the desk.
        refused = self._body.currentWidget() is self.error
        if not (self.importer.reading or refused or self.files.take_first_sample()):
            self._show_body(self.empty)
            self._show_runs(True)

    @Slot(object, bool)
    def _loaded(self, rows: list[PileRow], again: bool) -> None:  # noqa: FBT001 - a slot
        self.table.set_rows(rows, keep_place=again)
        # The next file is being read, or waits for its columns to be named: that stays in view.
        if not again and not self.importer.reading:
            self._show_body(self._pile_view)
            self.table.setFocus()

    def _edit(self, row: int, field: str, text: str) -> None:
        self.piling.edit({row: {Field(field): text}})

    @Slot(object)
    def _ran_on(self, rows: list[PileRow]) -> None:
        # Another pile may have been opened to look at: its rows have the same numbers.
        if self.runner.is_about(self.piling.pile):
            self.table.push(rows)
            self.piling.take_rows(rows)

    @Slot(str)
    def _reading(self, name: str) -> None:
        self._desk.withdraw(NOT_READ)
        self.loading.begin(name)
        self._show_body(self.loading)

    @Slot(object, bool)
    def _taken(self, pile: Pile, known: bool) -> None:  # noqa: FBT001 - a slot
        if known:
            self._desk.notify(known_notice(NOT_READ, pile.file_name))
        self.piling.open(pile)

    @Slot(object, object)
    def _not_read(self, path: Path, trouble: FileTrouble) -> None:
        self._refused = path
        if self.piling.pile is None:
            self.error.set_error(trouble_words(trouble), "")
            self._show_body(self.error)
            return
        # The pile on the desk stays: one bad file is a line in the strip.
        self._show_body(self._pile_view)
        self._desk.notify(Notice(NOT_READ, ERROR, trouble_words(trouble)))

    def _try_again(self) -> None:
        self.take_files([] if self._refused is None else [self._refused])

    @Slot(object)
    def _ask_for_columns(self, path: Path) -> None:
        self.mapping.show_file(path)
        self._show_body(self.mapping)
        self.mapping.setFocus()

    @Slot(object)
    def _mapped(self, sources: dict[str, str]) -> None:
        if self.mapping.path is not None:
            named = {Field(field): text for field, text in sources.items()}
            self.importer.take_with(self.mapping.path, named, self.mapping.layout_digest)

    def _not_mapped(self) -> None:
        self._show_body(self._pile_view if self.piling.pile else self.empty)
        self.importer.skip()

    def _press_main(self) -> None:
        # What stands in an open cell counts: leaving the cell hands it over.
        if self.table.state() is PileTable.State.EditingState:
            self.table.setFocus()
        # Nobody means a button that does not show, such as while another file is being read.
        if self.bar.isVisible():
            self.bar.press_main()

    def _escape(self) -> None:
        if self.runner.running:
            self.bar.press_stop()
        else:
            self.table.clear_filter()

    def _filter_cleared(self) -> None:
        self.chips.choose(None)
        self.header.search.clear()

    # What shows

    def _show_body(self, widget: QWidget) -> None:
        self._body.setCurrentWidget(widget)
        with_pile = widget is self._pile_view
        self._desk.met.emit("orders.pile" if with_pile else "orders.empty")
        self.bar.setVisible(with_pile)
        for shortcut in self._not_in_map:
            shortcut.setEnabled(widget is not self.mapping)
        self.header.set_with_table(with_pile)
        self._fold()

    def _with_pile(self) -> bool:
        return self._body.currentWidget() is self._pile_view

    def _show_columns(self) -> None:
        self.table.column_menu().popup(self.header.below_columns())

    @Slot(bool)
    def _show_runs(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self.header.set_runs_shown(shown)
        if shown:
            self.runs.refresh()
        self._aside.setCurrentWidget(self.runs if shown else self.side.panel)
        self._side_wanted = self._side_wanted or (shown and self._with_pile())
        self._fold()

    @Slot()
    def _show_panel(self) -> None:
        self._side_wanted = True
        self._show_runs(False)

    @Slot()
    def _toggle_side(self) -> None:
        self._side_wanted = self._aside.isHidden()
        self._fold()
        # A panel that goes would leave the keyboard to the next button, which buys.
        (self._aside if self._side_wanted else self.table).setFocus()

    def _fold(self) -> None:
        narrow = self.width() < look.NARROW_BELOW - look.RAIL
        wide = self.width() >= look.WIDE_FROM - look.RAIL
        busy = self._body.currentWidget() in (self.mapping, self.loading)
        self._aside.setVisible(not busy and (not narrow or self._side_wanted))
        self._aside.setFixedWidth(look.PANEL_WIDE if wide else look.PANEL)
        self.side.panel.set_wide(wide=wide)
        self._details.setVisible(narrow)
        self.table.set_details(wide)
