"""The Shipments page: the whole history, found and narrowed, and one shipment beside it.

Only puts the parts together: `reading` asks the ledger, `table` and `panel` show, `deeds` does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.background import PAPER, TABLE
from inpost_desk.domain.history import Sort
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.kit import Ground, Stack
from inpost_desk.ui.shipments import jobs
from inpost_desk.ui.shipments.acts import DONE_KEY, KEYS
from inpost_desk.ui.shipments.asking import Asking
from inpost_desk.ui.shipments.choices import Choices, keep, kept_choices
from inpost_desk.ui.shipments.deeds import Deeds
from inpost_desk.ui.shipments.empty import NothingHere, no_history, nothing_found
from inpost_desk.ui.shipments.filters import Filters
from inpost_desk.ui.shipments.header import HistoryHeader
from inpost_desk.ui.shipments.jobs import Facts, Found, Whole
from inpost_desk.ui.shipments.page_keys import page_keys
from inpost_desk.ui.shipments.panel import ShipmentPanel
from inpost_desk.ui.shipments.reading import Reading
from inpost_desk.ui.shipments.saving import Wanted
from inpost_desk.ui.shipments.table import HistoryTable
from inpost_desk.ui.window_page import LeastHigh
from inpost_desk.ui.window_regions import focus_into
from inpost_desk.wording.journey import day_words
from inpost_desk.wording.sentences import WARSAW
from inpost_desk.wording.speech import translate

REST = 60
"""Milliseconds: an arrow key held down passes many rows, and the panel follows when it comes to rest."""
LETTERS_BESIDE = 64
"""A table narrower than that beside the panel says too little: where the text is large, the panel folds."""


class ShipmentsPage(LeastHigh, Ground):
    """Everything about all shipments of the account."""

    settings_asked = Signal(str)
    pickup_asked = Signal(object)
    """The ledger's own numbers of shipments that a courier is to fetch."""
    wizard_asked = Signal(object)
    """A `Beginning`, None for a new shipment."""
    badge_changed = Signal(int)

    def __init__(self, desk: Desk, *, kept: QSettings | None = None) -> None:
        super().__init__("window")
        self._desk = desk
        self._kept = kept
        self._jobs = Jobs(desk, self)
        self.header = HistoryHeader()
        self.filters = Filters(kept_choices(kept))
        self.table = HistoryTable(kept=kept)
        self.panel = ShipmentPanel()
        self.asking = Asking(desk, self.table)
        self.deeds = Deeds(desk, self.table, self.panel)
        self.reading = Reading(desk, self.table.seen, self)
        self.none = no_history()
        self.nothing = nothing_found()
        # None: where there is room for it.
        self._side_wanted: bool | None = None
        self._narrow = False
        self._stale = True
        self._after_finding: int | None = None
        self._focus_wanted = False
        self._pictured: tuple[int, bool] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()
        self._set_keys()
        self._fold()
        if desk.session is not None:
            self._account_changed()

    # What the window asks of a page

    def keys(self) -> Sequence[tuple[str, str]]:
        """For F1."""
        return page_keys()

    def regions(self) -> Sequence[QWidget]:
        """Parts that F6 goes to."""
        return (self.header, self.filters, self._body, self.panel)

    def closing(self) -> None:
        """The window is about to close."""
        self._rest.stop()
        self.deeds.close()

    def refresh(self) -> None:
        """Rows may stand otherwise: after a purchase, a pickup, a look at InPost."""
        self._stale = True
        if self.isVisible():
            self._read_again()

    def show_shipment(self, number: int) -> None:
        """Go to a shipment by the ledger's own number, whatever is chosen and typed."""
        if not self.table.go_to(number):
            self.clear_choices()
            self._after_finding = number
            # It may have been made since the list was read.
            self.reading.refresh()

    @property
    def busy(self) -> bool:
        """Whether something is still to be read."""
        return self.reading.busy or self._rest.isActive() or self.asking.number is not None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was missed while another page showed."""
        super().showEvent(event)
        if not self.header.search.hasFocus() or not self.header.search.text():
            self._focus_body()
        if self._stale:
            self._read_again()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The side panel folds where there is no room."""
        super().resizeEvent(event)
        self._fold()

    # Putting together

    def _lay_out(self) -> None:
        self._body = Stack()
        for one in (self.table, self.nothing, self.none):
            self._body.addWidget(one)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.filters)
        left.addWidget(self._body, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left, 1)
        middle.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)

    def _connect(self) -> None:
        self._desk.session_changed.connect(self._account_changed)
        self._desk.settings_changed.connect(self._show_soon)
        self.header.search_changed.connect(self._search)
        self.header.search_left.connect(self._focus_body)
        self.header.new_asked.connect(lambda: self.wizard_asked.emit(None))
        self.header.details.clicked.connect(self._toggle_side)
        self.filters.changed.connect(self._chosen)
        self.filters.export_asked.connect(self._export)
        self.table.sort_asked.connect(self._sort)
        self.table.rows_wanted.connect(self.reading.want)
        self.table.current_changed.connect(lambda _: self._rest.start())
        self._rest.timeout.connect(self._show_current)
        self.reading.found.connect(self._found)
        self.reading.counted.connect(self._counted)
        self.reading.rows_read.connect(self.table.take)
        self.reading.failed.connect(self._not_read)
        self.panel.way.refresh_asked.connect(self.asking.ask)
        self.asking.changed.connect(self._show_current)
        self.asking.answered.connect(self._asked)
        self.panel.replaced_asked.connect(self.show_shipment)
        self.deeds.changed.connect(self.refresh)
        self.deeds.pickup_asked.connect(self.pickup_asked)
        self.deeds.wizard_asked.connect(self.wizard_asked)
        self.deeds.panel_wanted.connect(self._show_side)
        self.none.pressed.connect(lambda: self.wizard_asked.emit(None))
        self.nothing.pressed.connect(self.clear_choices)

    def _set_keys(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+F", self.header.focus_search),
            ("Ctrl+E", lambda: self._export(self.filters.below_export())),
            ("Ctrl+C", self.deeds.copy),
            ("F5", self.asking.ask),
            ("F9", self._toggle_side),
            (DONE_KEY, self.deeds.handle_or_not),
            ("Esc", self._escape),
        ]
        keys += [(key, partial(self.deeds.do, act)) for act, key in KEYS.items()]
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    # What is asked for

    @Slot()
    def _account_changed(self) -> None:
        self.reading.reset()
        self.table.clear()
        self.panel.show_nothing()
        self.deeds.show_whole(None)
        self.asking.reset()
        self._pictured = self._after_finding = None
        self._stale = True
        if self.filters.choices().run_id is not None:
            # Runs of another account have the same numbers.
            self.filters.show_choices(replace(self.filters.choices(), run_id=None))
        self._read_again()

    def _read_again(self) -> None:
        self._stale = False
        self._ask()
        self.reading.refresh()

    def _ask(self) -> None:
        query = self.filters.choices().query(datetime.now(WARSAW).date())
        self.table.show_sorted(query)
        self.reading.ask(query)

    @Slot(object)
    def _chosen(self, choices: Choices) -> None:
        keep(self._kept, choices)
        self._ask()

    @Slot(str)
    def _search(self, words: str) -> None:
        self.filters.show_choices(replace(self.filters.choices(), words=words))
        self._ask()

    @Slot(object, bool)
    def _sort(self, sort: Sort, descending: bool) -> None:  # noqa: FBT001 - a slot
        choices = replace(self.filters.choices(), sort=sort, descending=descending)
        self.filters.show_choices(choices)
        self._chosen(choices)

    @Slot()
    def clear_choices(self) -> None:
        """Show all shipments again."""
        choices = self.filters.choices().cleared()
        self.filters.show_choices(choices)
        # What was typed is asked for no more, before the field says so.
        self.header.search.clear()
        self._chosen(choices)
        # The button that was pressed goes as soon as the rows are there again.
        self._focus_wanted = self._body.currentWidget() is not self.table
        self._focus_body()

    def _escape(self) -> None:
        if not self.panel.question.isHidden():
            self.panel.question.drop()
        elif self.filters.choices().narrows:
            self.clear_choices()

    def _export(self, place: object) -> None:
        selected = self.table.selected()
        chosen = tuple(selected) if len(selected) > 1 else None
        count = len(selected) if chosen else self.table.count()
        query = self.filters.choices().query(datetime.now(WARSAW).date())
        self.deeds.saver.show_menu(place, Wanted(query, count, chosen))  # type: ignore[arg-type]

    @Slot(object)
    def _asked(self, whole: Whole | None) -> None:
        self._read_again()
        if whole is not None and whole.detail.row.id == self.table.current():
            self._show_whole(whole)

    # What comes of it

    @Slot(object, bool)
    def _found(self, found: Found, again: bool) -> None:  # noqa: FBT001 - a slot
        self.table.show_found(found, again=again)
        if self._after_finding is not None:
            number, self._after_finding = self._after_finding, None
            self.table.go_to(number)
        narrows = self.filters.choices().narrows
        empty = self.nothing if narrows else self.none
        body = self.table if found.ids else empty
        self._show_body(body)
        self._show_soon()

    def _show_body(self, body: QWidget) -> None:
        before, focus = self._body.currentWidget(), QApplication.focusWidget()
        had = before is not None and (before is focus or before.isAncestorOf(focus))  # type: ignore[arg-type]
        self._body.setCurrentWidget(body)
        if had or self._focus_wanted:
            self._focus_wanted = False
            self._focus_body()

    @Slot()
    def _focus_body(self) -> None:
        """The table, or what stands in its place: the page's keys work where the focus is on it."""
        body = self._body.currentWidget()
        (body.button if isinstance(body, NothingHere) else self.table).setFocus()

    @Slot()
    def _not_read(self) -> None:
        self._stale = True
        words = translate("ui", "The history cannot be read just now. Open this page again later.")
        self.table.say_when_empty(words)

    @Slot(object)
    def _counted(self, facts: Facts) -> None:
        self.filters.show_facts(facts)
        self.badge_changed.emit(facts.badge)
        if facts.since is None:
            self.header.set_since((translate("ui", "no history yet"), ""))
        else:
            day = day_words(facts.since.astimezone(WARSAW).date())
            whole = translate("ui", "the whole history since {day}").format(day=day)
            self.header.set_since((whole, translate("ui", "since {day}").format(day=day), ""))

    @Slot()
    def _show_soon(self) -> None:
        self._rest.start()

    @Slot()
    def _show_current(self) -> None:
        number = self.table.current()
        if number is None:
            self.panel.show_nothing()
            self.deeds.show_whole(None)
            return
        work = partial(jobs.whole, shipment=number)
        self._jobs.start(work, lane=TABLE, done=partial(self._read, number))

    def _read(self, number: int, whole: Whole | None) -> None:
        if number != self.table.current():
            return
        if whole is None:
            self.panel.show_nothing()
            self.deeds.show_whole(None)
        else:
            self._show_whole(whole)

    def _show_whole(self, whole: Whole) -> None:
        row = whole.detail.row
        printer, asking = self.deeds.has_printer(), self.asking.number == row.id
        self.panel.show_whole(whole, printer=printer, asking=asking)
        self.deeds.show_whole(whole)
        wanted = (row.id, whole.detail.label)
        if wanted == self._pictured:
            return
        self._pictured = wanted
        self.panel.show_picture(None)
        if whole.detail.label:
            work = partial(jobs.picture, shipment=row.id)
            done = partial(self._drawn, row.id)
            self._jobs.start(work, lane=PAPER, done=done, failed=lambda _: None)

    def _drawn(self, number: int, image: QImage | None) -> None:
        if number == self.table.current():
            self.panel.show_picture(image)

    # What shows

    @Slot()
    def _show_side(self) -> None:
        self._side_wanted = True
        self._fold()

    @Slot()
    def _toggle_side(self) -> None:
        self._side_wanted = self.panel.isHidden()
        self._fold()
        if not (self._side_wanted and focus_into(self.panel)):
            self._focus_body()

    def _fold(self) -> None:
        beside = self.width() - self.panel.minimumSizeHint().width()
        few = beside < LETTERS_BESIDE * self.fontMetrics().averageCharWidth()
        narrow = few or self.width() < look.NARROW_BELOW - look.RAIL
        wide = self.width() >= look.WIDE_FROM - look.RAIL
        if narrow != self._narrow:
            # What somebody chose was about the room there was.
            self._narrow, self._side_wanted = narrow, None
        shown = not narrow if self._side_wanted is None else self._side_wanted
        self.panel.setVisible(shown)
        # Where both do not fit, the panel takes the place of the table until F9 is pressed again.
        alone = shown and few
        self._left.setHidden(alone)
        self.panel.stand_alone(alone)
        self.header.show_details(narrow or not shown)
        self.table.set_details(wide=wide)
