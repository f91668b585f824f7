"""What the station has done on lanes, with one account's doors: scans, purchases, prints. No Qt here.

One `Room` lives as long as account and settings stay the same; what is slow to make is made by its first job.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.pile import Fix
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.station import Act, Answer, Box, BuyAt, Counters, Line, Shown
from inpost_desk.settings import Environment, Settings
from inpost_desk.wording.sentences import moment_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.outlets import Outlets
    from inpost_desk.actions.printing import Ahead, Given
    from inpost_desk.actions.send import Terms
    from inpost_desk.actions.ship import Haste
    from inpost_desk.actions.station.buying import Till
    from inpost_desk.actions.station.decide import Asked, Buy, Fetch
    from inpost_desk.actions.station.late import Block, Worked
    from inpost_desk.actions.station.scanning import Outcome, Station
    from inpost_desk.ledger.prints import PrintState
    from inpost_desk.ledger.scans import What
    from inpost_desk.ledger.station_find import Found
    from inpost_desk.session import Session

log = logging.getLogger(__name__)

# How long what InPost said of the account (its contract) is believed, in seconds.
TERMS_LAST: Final = 600.0


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands beside the state: today's figures, the last ten, the next order, what waits."""

    counters: Counters
    lines: Sequence[Line]
    next: Box | None
    left: int
    ready: int
    coming: int
    short: frozenset[str] = frozenset()
    """References, in lower case, that are too short to be told from typing."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A label as its printer got it."""

    png: bytes
    width_mm: float
    height_mm: float
    number: str


@dataclass(slots=True)
class Room:
    """An account's packing table, for as long as nothing of it changes. Methods work on lanes."""

    session: Session
    known: Settings
    alone: threading.Lock
    preferred: str = ""
    """The printer that was chosen by a command code, by its profile's id."""
    _station: Station | None = None
    _terms: tuple[float, Terms] | None = None
    _haste: Haste | None = None
    _unknown: dict[ShipmentId, datetime] = field(default_factory=dict)
    _make: threading.Lock = field(default_factory=threading.Lock)

    def scan(self, asked: Asked) -> Outcome:
        """What a scanned code does."""
        return self._at().scan(self._with_leave(asked))

    def reprint(self, box: Box, asked: Asked) -> Outcome:
        """That label once more."""
        return self._at().reprint(box, asked)

    def reprint_last(self, asked: Asked) -> Outcome:
        """The last label of this station once more."""
        from inpost_desk.actions.station.scanning import Outcome
        from inpost_desk.domain.station import State

        last = self._at().last()
        if last is None:
            return Outcome(Shown(State.TOLD, "nothing_last"))
        return self._at().reprint(last, asked)

    def last(self) -> Box | None:
        """What was printed last here."""
        return self._at().last()

    def print_new(self, shipment_id: int, asked: Asked) -> Outcome:
        """The label of a further parcel."""
        return self._at().print_new(shipment_id, asked)

    def put_off(self, shown: Shown, asked: Asked, reason: str) -> Outcome:
        """The order waits."""
        return self._at().put_off(shown, asked, reason)

    def buy(self, wanted: Buy | Fetch, stop: Stop) -> str:
        """Buy, or fetch the label; why that may not have come to an end."""
        from inpost_desk.actions.station.buying import buy_row, fetch_label
        from inpost_desk.actions.station.decide import Buy

        found = wanted.found
        if isinstance(wanted, Buy) and found.pile_id is not None and found.row is not None:
            return buy_row(self._till(), found.pile_id, found.row, cells=wanted.cells, stop=stop)
        return fetch_label(self._till(), found.box.shipment_id or 0)

    def another(self, box: Box, name: str, stop: Stop) -> tuple[int | None, str]:
        """One more parcel for that order."""
        from inpost_desk.actions.station.buying import another

        return another(self._till(), box.shipment_id or 0, name=name, stop=stop)

    def follow(self, given: Given, since: datetime | None) -> PrintState | None:
        """How its printing ended, None while it goes on; late ones are taken back where `since` is given."""
        from inpost_desk.actions.station.scanning import follow

        return follow(
            self.session.ledger,
            given,
            now=self.session.client.now,
            since=since,
            late_after=self.known.station.late_after,
        )

    def unprinted(self, given: Given, asked: Asked, end: PrintState) -> Outcome:
        """A label did not come out of its printer."""
        return self._at().unprinted(given, asked, end)

    def confirm_paid(self) -> None:
        """A person said that this account may pay."""
        from inpost_desk.actions.station.first_paid import confirm_paid

        confirm_paid(self.session.ledger, now=self.session.client.now())

    def fixes(self, found: Found) -> tuple[Fix, ...]:
        """The answers to what is wrong with its row."""
        from inpost_desk.ui.orders.pile_facts import ToFix
        from inpost_desk.ui.orders.side_jobs import find_fixes, read_detail

        if found.pile_id is None or found.row is None:
            return ()
        detail = read_detail(self.session, found.pile_id, found.row)
        if detail is None or not detail.problems:
            return ()
        first, *more = detail.problems
        one = ToFix(found.row, found.box.reference, found.box.name, first, len(more))
        return find_fixes(self.session, found.pile_id, one)

    def mend(self, found: Found, fix: Fix) -> None:
        """Write an answer into its row."""
        from inpost_desk.actions import pile
        from inpost_desk.ui.orders.terms import rules_of

        if found.pile_id is not None and found.row is not None:
            rules = rules_of(self.session, self.known)
            with self.alone:
                pile.edit(self.session.ledger, found.pile_id, {found.row: fix.cells}, rules)

    def release(self, found: Found) -> None:
        """A held order may go."""
        from inpost_desk.actions import pile
        from inpost_desk.ui.orders.terms import rules_of

        if found.pile_id is not None and found.row is not None:
            rules = rules_of(self.session, self.known)
            with self.alone:
                pile.mark(self.session.ledger, found.pile_id, [found.row], rules, held=False)

    def facts(self) -> Facts:
        """What stands beside the state."""
        from inpost_desk.ledger import scans, station_find, waiting_labels

        ledger = self.session.ledger
        box, left = station_find.next_in_pile(ledger)
        ready, coming = waiting_labels.counts(ledger, self.known.station.name)
        counters = scans.counters(ledger, now=self.session.client.now())
        short = station_find.short_references(ledger, shorter=self.known.scanner.shortest)
        return Facts(counters, scans.last_lines(ledger), box, left, ready, coming, short)

    def picture(self, box: Box) -> Picture | None:
        """The label of that shipment."""
        from inpost_desk.actions.held_labels import preview
        from inpost_desk.actions.ready import Label
        from inpost_desk.errors import FileTrouble, PaperTrouble

        if box.shipment_id is None:
            return None
        try:
            label = Label(box.shipment_id, box.reference)
            page = preview(self.session.ledger, self.outlets(), label).pages[0]
        except (FileTrouble, PaperTrouble):
            # Nothing is printed by it.
            return None
        return Picture(page.png, page.width_mm, page.height_mm, box.number)

    def work_off(self, stop: Stop) -> Worked:
        """What waits, one step further."""
        from inpost_desk.actions.station.late import work_off

        # Packers wait for none of it: their scans go ahead.
        till = replace(self._till(), client=self.session.client)
        return work_off(till, stop=stop, may_buy=self._may_buy())

    def print_late(self, operator: str, stop: Stop) -> Block:
        """What waits, as one block."""
        from inpost_desk.actions.printing import Ahead
        from inpost_desk.actions.station.late import print_ready
        from inpost_desk.labels.own_pages import separator

        def before(count: int) -> Ahead:
            words = (
                translate("ui", "Labels that came late"),
                translate("ui", "Labels: {count}").format(count=count),
                moment_words(self.session.client.now()),
            )
            return Ahead(separator(words))

        return print_ready(
            self.session.ledger,
            self.outlets(),
            now=self.session.client.now,
            stop=stop,
            before=before,
            client=self.session.station if self._online() else None,
            operator=operator,
            station=self.known.station.name,
        )

    def note(self, what: What, operator: str, rule: str = "") -> None:
        """Keep what happened that is no scan of an order."""
        from inpost_desk.ledger import scans

        scans.note(
            self.session.ledger,
            what,
            now=self.session.client.now(),
            operator=operator,
            rule=rule,
            station=self.known.station.name,
        )

    def prefetch(self, stop: Stop) -> None:
        """Labels of what is bought, and how what is ready stands at InPost."""
        from inpost_desk.actions.station.prefetch import look_again, prefetch

        if self.session.may_ask:
            prefetch(self.session.ledger, self.session.client, stop=stop)
            look_again(self.session.ledger, self.session.client, unknown=self._unknown)

    def _online(self) -> bool:
        return self.session.may_ask and self.session.client.outage is None

    def outlets(self) -> Outlets:
        """The ways to the printers, the chosen one first."""
        return self._at().outlets

    def printers(self) -> tuple[tuple[str, str], ...]:
        """The printers that a command code goes through: id and name."""
        from inpost_desk.domain.printer import Purpose
        from inpost_desk.session_printers import profiles_of

        found = profiles_of(self.session, self.known)
        return tuple(
            (one.id, one.name)
            for one in found
            if one.printable and (not one.serves or Purpose.LOCKERS in one.serves)
        )

    def _with_leave(self, asked: Asked) -> Asked:
        return replace(asked, confirmed=self._confirmed())

    def _may_buy(self) -> bool:
        """Whether what waits may be bought without anybody looking on."""
        return self.known.station.buy_at is not BuyAt.NEVER and self._confirmed()

    def _confirmed(self) -> bool:
        """Whether this account may pay for what was scanned."""
        from inpost_desk.actions.station.first_paid import paid_confirmed

        if self.session.account.environment != Environment.PRODUCTION:
            return True
        return paid_confirmed(self.session.ledger)

    def _at(self) -> Station:
        with self._make:
            if self._station is None:
                self._station = self._new_station()
            return self._station

    def _new_station(self) -> Station:
        from inpost_desk.actions.station.scanning import Station
        from inpost_desk.session_printers import outlets_of

        outlets = outlets_of(self.session, self.known)
        if self.preferred:
            first = sorted(outlets.profiles, key=lambda one: one.id != self.preferred)
            outlets = replace(outlets, profiles=tuple(first))
        session = self.session
        return Station(
            session.ledger,
            session.station,
            outlets,
            self.known.station,
            self._specimen(),
            online=self._online,
        )

    def _specimen(self) -> Ahead | None:
        """The warning ahead of labels that nobody may send."""
        from inpost_desk.actions.printing import Ahead
        from inpost_desk.labels.own_pages import separator
        from inpost_desk.ui.orders.specimen import specimen_words

        words = specimen_words(self.session.account)
        return Ahead(separator(words)) if words else None

    def _till(self) -> Till:
        from inpost_desk.actions.ship import Haste
        from inpost_desk.actions.station.buying import Till
        from inpost_desk.ui.orders.terms import weekend_window

        weekend = weekend_window(self.session, self.known)
        client = self.session.station
        if self._haste is None:
            self._haste = Haste()
        return Till(self.session.ledger, client, self._agreed, self.alone, weekend, self._haste)

    def _agreed(self) -> Terms:
        import time

        from inpost_desk.ui.orders.terms import terms_of

        kept = self._terms
        if kept is None or time.monotonic() - kept[0] > TERMS_LAST:
            kept = self._terms = (time.monotonic(), terms_of(self.session, self.known))
        return kept[1]


def fix_answers(fixes: Sequence[Fix], words: Sequence[str]) -> tuple[Answer, ...]:
    """The tiles of what mends a row: keys 1 to 4."""
    return tuple(
        Answer(str(place), Act.FIX, str(place - 1), one)
        for place, one in enumerate(words[:4], start=1)
        if place <= len(fixes)
    )
