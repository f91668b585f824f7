"""The packing table: clerk, answers, what goes on beside, and the page that shows it, put together.

It lives as long as its window: scans are taken on every page, and the station's page comes up for them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.domain.scan import Scan
from inpost_desk.domain.station import Act, Shown, State
from inpost_desk.ui.awake import Awake
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.in_front import set_in_front
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.outage import OutageLine
from inpost_desk.ui.station.answers import Answers
from inpost_desk.ui.station.clerk import Clerk
from inpost_desk.ui.station.pin import Guard
from inpost_desk.ui.station.room import Facts, Picture
from inpost_desk.ui.station.sheets import Sheets
from inpost_desk.ui.station.watching import Watching
from inpost_desk.wording.station import refused_words

if TYPE_CHECKING:
    from inpost_desk.ledger.station_find import Found
    from inpost_desk.session import Session
    from inpost_desk.ui.shipment.beginning import Beginning
    from inpost_desk.ui.station.page import StationPage


# What is about a label that was printed before.
_PICTURED: Final = frozenset({State.SHOWN, State.ALREADY, State.PAIR})


class PackingTable(QObject):
    """One station in one window."""

    wanted = Signal()
    """Something was scanned: the page is to come up."""
    wizard_asked = Signal(object)
    """A `Beginning`: Wymień."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self.guard = Guard(desk, self)
        self.clerk = Clerk(desk, self)
        self.answers = Answers(desk, self.clerk, self.guard.ask, self)
        self.watching = Watching(desk, self.clerk, self)
        self.outage = OutageLine(desk, self)
        self.sheets = Sheets(desk, self)
        self._awake = Awake(desk)
        self._page: StationPage | None = None
        self._facts: Facts | None = None
        self.clerk.came.connect(self.wanted)
        self.clerk.exchange_asked.connect(self._exchange)
        self.clerk.shown_changed.connect(self._show)
        self.clerk.flashed.connect(self._flash)
        self.watching.facts_changed.connect(self._show_facts)
        self.watching.picture_changed.connect(self._show_picture)
        self.answers.late_asked.connect(self.watching.print_late)
        self.answers.mode_changed.connect(self._show_mode)
        self.answers.operator_changed.connect(self._show_operator)
        desk.settings_changed.connect(self._follow_rules)
        desk.session_changed.connect(self._follow_rules)

    @Slot(object)
    def scanned(self, scan: Scan) -> None:
        """A code from the scanner, wherever the focus is."""
        self.clerk.scanned(scan)

    def page(self) -> StationPage:
        """The page, made when it is first wanted."""
        from inpost_desk.ui.station.page import StationPage

        page = self._page = StationPage(self._desk)
        page.answered.connect(self.answers.answered)
        page.mode_chosen.connect(self.answers.choose_mode)
        page.late_asked.connect(self.watching.print_late)
        page.sign_off_asked.connect(self.answers.sign_off)
        page.show_mode(self.clerk.mode)
        page.show_operator(self.clerk.operator)
        page.show_state(self.clerk.shown)
        if self._facts is not None:
            self._show_facts(self._facts)
        QTimer.singleShot(0, self, self.watching.refresh)
        QTimer.singleShot(0, self, self._follow_rules)
        return page

    def take_over(self, before: PackingTable) -> None:
        """Go on where the table of the window before stood; before the page is made."""
        self.clerk.take_over(before.clerk)
        self.watching.take_over(before.watching)
        self._facts = before._facts
        shown, found = self.clerk.shown, self.clerk.found
        if shown.rule == "problem" and found is not None:
            # What mends it is looked up anew.
            left = tuple(one for one in shown.answers if one.act is not Act.FIX)
            self.clerk.amend(replace(shown, answers=left))
            self.clerk.fixes_wanted.emit(found)

    def knows(self, text: str) -> bool:
        """Whether it is one of the references that are shorter than what a scanner sends otherwise."""
        return self._facts is not None and text.casefold() in self._facts.short

    def stop(self) -> None:
        """The window closes."""
        self.watching.stop()
        self.outage.stop()
        self.clerk.sounds.stop()
        self._awake.set_wanted(False)

    @Slot()
    def _follow_rules(self) -> None:
        """The machine stays awake, the window in front."""
        rules = self._desk.settings.station
        self._awake.set_wanted(rules.awake and self._desk.session is not None)
        window = self._page.window() if self._page is not None else None
        if window is not None and window.isVisible():
            set_in_front(window, rules.in_front)

    @Slot(object)
    def _show(self, shown: Shown) -> None:
        if self._page is not None:
            self._page.show_state(shown)
        if shown.state in _PICTURED:
            self.watching.draw(shown.box)

    @Slot(str)
    def _flash(self, why: str) -> None:
        if self._page is not None:
            self._page.flash(refused_words(why))

    @Slot(object)
    def _show_facts(self, facts: Facts) -> None:
        self._facts = facts
        self.outage.set_waiting(facts.coming)
        if self._page is not None:
            self._page.show_counters(facts.counters)
            self._page.show_lines(facts.lines)
            self._page.show_next(facts.next, facts.left)
            self._page.show_late(facts.ready, facts.coming)

    @Slot(object)
    def _show_picture(self, picture: Picture | None) -> None:
        if self._page is None:
            return
        if picture is None:
            self._page.show_picture(b"", 0, 0, "")
        else:
            self._page.show_picture(
                picture.png, picture.width_mm, picture.height_mm, picture.number
            )

    @Slot(str)
    def _show_mode(self, mode: str) -> None:
        if self._page is not None:
            self._page.show_mode(mode)

    @Slot(str)
    def _show_operator(self, name: str) -> None:
        if self._page is not None:
            self._page.show_operator(name)

    @Slot(object, str)
    def _exchange(self, found: Found, size: str) -> None:
        """Wymień, with the size that was scanned."""
        ask = partial(_replacement, found=found, size=size)

        def begin() -> None:
            self._jobs.start(ask, done=self._begin)

        self.guard.ask("replace", begin)

    def _begin(self, beginning: Beginning | None) -> None:
        if beginning is not None:
            self.wizard_asked.emit(beginning)


def _replacement(session: Session, found: Found, size: str) -> Beginning | None:
    """Its shipment in another size, as a beginning for the wizard. Works on a lane."""
    from inpost_desk.domain.draft import DraftParcel
    from inpost_desk.domain.order import Size
    from inpost_desk.domain.pile import PileRow
    from inpost_desk.domain.service import TEMPLATES
    from inpost_desk.ui.orders.row_jobs import replacement

    row = PileRow(
        row=found.row or 0,
        line=0,
        reference=found.box.reference,
        stage=found.stage,
        tracking_number=found.box.number,
        local_id=found.box.shipment_id,
    )
    begun = replacement(session, row)
    if begun is None:
        return None
    parcels = (DraftParcel(TEMPLATES[Size(size)]), *begun.draft.parcels[1:])
    return replace(begun, draft=replace(begun.draft, parcels=parcels))
