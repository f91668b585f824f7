"""The clerk of the station: takes scans in turn, has them done on lanes, and says what the screen shows.

Knows no widgets but whether a dialog is open. What a scan means is decided in `actions/station`; answers to
what is shown are in `answers`, printing is watched by `watching`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import BUYING, STATION
from inpost_desk.domain.scan import Bounce, Scan
from inpost_desk.domain.scan_code import Code, read_code, repaired
from inpost_desk.domain.station import Armed, Shown, State
from inpost_desk.errors import Trouble
from inpost_desk.ui import sounds
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.station.room import Room
from inpost_desk.ui.station.screen import Screen, stop_of

if TYPE_CHECKING:
    from inpost_desk.actions.station.decide import Asked, Buy, Fetch
    from inpost_desk.actions.station.scanning import Outcome
    from inpost_desk.ledger.station_find import Found

SHIPPING: Final = "shipping"
CHECKING: Final = "checking"
_ARMED_STILL: Final = frozenset({State.TOLD, State.ASK, State.ALREADY})
_AWAITED_STILL: Final = frozenset({"wrong_label", "foreign_label"})


@dataclass(frozen=True, slots=True)
class Taken:
    """A code that waits for its turn. `at` is by InPost's clock, `armed` what was said before about it."""

    code: Code
    at: datetime
    armed: Armed


class Clerk(Screen):
    """One station: at most one scan is worked on at a time, so that labels come in the order of scans."""

    flashed = Signal(str)
    """A scan was refused aloud: the rule of why."""
    came = Signal()
    """Something was scanned: the station's page is wanted on screen."""
    done = Signal()
    """Figures, the last ten and what waits may have changed."""
    given = Signal(object, object)
    """A label that is with its printer (`Given`), and what the screen said of it."""
    buying = Signal()
    """A purchase is about to begin that a packer waits for."""
    exchange_asked = Signal(object, str)
    """Wymień: the `Found` and the size it is wanted in."""
    another_asked = Signal(object)
    """One more parcel for the order of that `Box`."""
    fixes_wanted = Signal(object)
    """The `Found` whose row has a problem that may have answers."""
    command = Signal(object)
    """A command code that is not about the scan alone."""
    badge = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._jobs = Jobs(desk, self)
        self.mode = SHIPPING
        self.room: Room | None = None
        self.found: Found | None = None
        """What a question on screen is about."""
        self.asked: Asked | None = None
        self._queue: deque[Taken] = deque()
        self._ahead: deque[tuple[Callable[[], Outcome], Asked]] = deque()
        self._further = 0
        self._bounce = Bounce(desk.settings.scanner.bounce)
        self._number = 0
        self._buying: Stop | None = None
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._too_slow)
        self._further_patience = QTimer(self, singleShot=True)
        self._further_patience.timeout.connect(self._further_too_slow)
        desk.session_changed.connect(self._renew)
        desk.settings_changed.connect(self._renew_settings)
        self._renew()

    # Scans

    @Slot(object)
    def scanned(self, scan: Scan) -> None:
        """A code from the scanner."""
        if self.room is None:
            self.tell(Shown(State.TOLD, "not_ready"))
            return
        if QApplication.activeModalWidget() is not None:
            self.refuse("dialog")
            return
        self.came.emit()
        rules = self._desk.settings.scanner
        code = read_code(repaired(scan.code, rules), rules)
        if code.command is not None:
            self.command.emit(code.command)
        elif code.badge:
            self.badge.emit(code.text)
        elif self.shown.closed:
            self.refuse("closed")
        elif self._bounce.again(code.text, scan.at):
            self.flashed.emit("bounced")
        elif self.signed_on():
            # What is said from now on is about the order after it, however long this one waits.
            armed, self.armed = (Armed(), self.armed) if code.number else (self.armed, Armed())
            self._queue.append(Taken(code, self.room.session.client.now(), armed))
            self.sounds.play(sounds.TAKEN)
            self.next()

    def signed_on(self) -> bool:
        """Whether somebody is at the station, or nobody needs to be; says so where not."""
        if self.operator or not self._desk.settings.station.sign_on:
            return True
        if not self.shown.closed:
            self.tell(Shown(State.TOLD, "sign_on_first"))
        return False

    def refuse(self, why: str) -> None:
        """A scan is refused aloud."""
        self.sounds.play(sounds.STOP)
        self.flashed.emit(why)
        if self.room is not None:
            from inpost_desk.ledger.scans import What

            note = partial(self.room.note, What.REFUSED_SCAN, self.operator, why)
            self._desk.lanes.start(STATION, note, failed=self._desk.report)

    @property
    def waiting(self) -> int:
        """How many scans wait."""
        return len(self._queue)

    @property
    def undecided(self) -> bool:
        """Whether a scan is under way or waits, so that nobody can say yet which order was the last."""
        return self._working or bool(self._queue and not self._verifies)

    @property
    def busy(self) -> bool:
        """Whether something is being worked on that a packer waits for."""
        return self._working or self._further > 0

    def next(self) -> None:
        """Take up what comes next, where nothing is under way and nothing has to be answered first."""
        super().next()
        if self._working or self.shown.closed or self.room is None:
            return
        if self._ahead and not self._verifies:
            self.work(*self._ahead.popleft())
            return
        if self._further or (taken := self._next_taken()) is None:
            return
        from inpost_desk.actions.station.decide import Asked

        asked = Asked(
            taken.code,
            taken.at,
            checking=self.mode == CHECKING,
            armed=taken.armed,
            operator=self.operator,
            awaited=self._pair.box if self._pair is not None else None,
        )
        self._show(Shown(State.BUSY, "looking", code=taken.code.text, armed=taken.armed))
        self.work(partial(self.room.scan, asked), asked)

    def _next_taken(self) -> Taken | None:
        """The first scan; where every label is verified, the awaited one's goes ahead of the next order."""
        queue = self._queue
        if not self._verifies:
            return queue.popleft() if queue else None
        one = next((one for one in queue if one.code.number), None)
        if one is not None:
            queue.remove(one)
        return one

    @property
    def _verifies(self) -> bool:
        return self._pair is not None and self._pair.rule == "verify"

    def work(self, job: Callable[[], Outcome], asked: Asked) -> None:
        """Have that done now; what came of it goes to the screen."""
        self._working, self._number = True, self._number + 1
        number, self.asked = self._number, asked
        self._desk.lanes.start(
            STATION,
            job,
            done=self._jobs.lasting(partial(self._came_of_it, number)),
            failed=self._jobs.lasting(partial(self._failed, number)),
        )

    def have_done(self, job: Callable[[], Outcome], asked: Asked) -> None:
        """The same in its turn, ahead of scans: what is under way or asked comes to its end before."""
        self._ahead.append((job, asked))
        self.next()

    # Further parcels of an order

    def expect(self) -> None:
        """A further parcel is being bought: the next scan waits for it, so that labels come in order."""
        self._further += 1
        self._further_patience.start(int(self._desk.settings.station.late_after * 1_000))

    def expected(self) -> None:
        """It came, or will not come."""
        self._further = max(0, self._further - 1)
        if not self._further:
            self._further_patience.stop()

    @Slot()
    def _further_too_slow(self) -> None:
        self._further = 0
        if self.shown.state is State.BUSY and not self._working:
            self.rest()
        self.next()

    # What came of it

    def _came_of_it(self, number: int, outcome: Outcome) -> None:
        if number != self._number or self.asked is None:
            return
        self._working = False
        self.found = outcome.found
        shown = outcome.shown
        if outcome.wanted is not None:
            self._go_on(outcome, self.asked)
            return
        if shown.state is State.TOLD and self._queue:
            self._queue[0] = replace(self._queue[0], armed=self._queue[0].armed or self.asked.armed)
        elif shown.state in _ARMED_STILL:
            # Not used up: a question still needs it.
            self.armed = self.armed or self.asked.armed
        self._await(outcome)
        self.tell(shown)
        if outcome.given is not None:
            self.given.emit(outcome.given, shown)
            for _ in range(outcome.further):
                self.another_asked.emit(shown.box)
        if shown.state is State.STOP and shown.rule == "problem" and outcome.found is not None:
            self.fixes_wanted.emit(outcome.found)
        self.done.emit()
        self.next()

    def _await(self, outcome: Outcome) -> None:
        """Which label is to be scanned next, if any."""
        shown = outcome.shown
        if shown.state is State.PAIR:
            self._pair = shown
        elif outcome.given is not None:
            from inpost_desk.actions.station.scanning import printed

            end = printed(shown, self._desk.settings.station)
            self._pair = end if end.state is State.PAIR else None
        elif shown.state is not State.TOLD and shown.rule not in _AWAITED_STILL:
            self._pair = None

    def _go_on(self, outcome: Outcome, asked: Asked) -> None:
        from inpost_desk.actions.station.decide import Exchange, key_of

        if isinstance(wanted := outcome.wanted, Exchange):
            self.exchange_asked.emit(wanted.found, wanted.size)
            self.rest()
            self.next()
        elif wanted is not None:
            self._show(replace(outcome.shown, armed=asked.armed))
            self._buy(wanted, asked)
            # Should it take too long: of an order's parcels it is this one that waits.
            self.asked = replace(asked, chosen=key_of(wanted.found))

    def _buy(self, wanted: Buy | Fetch, asked: Asked) -> None:
        """On a lane of its own: what is bought already must not wait for InPost."""
        if (room := self.room) is None:
            return
        self._working, self._number = True, self._number + 1
        number = self._number
        self._buying = stop = Stop()
        self.buying.emit()
        self._desk.lanes.start(
            BUYING,
            partial(room.buy, wanted, stop),
            done=self._jobs.lasting(partial(self._bought, number, asked)),
            failed=self._jobs.lasting(partial(self._not_bought, number)),
        )
        passed = (room.session.client.now() - asked.at).total_seconds()
        left = max(0.0, self._desk.settings.station.late_after - passed)
        self._patience.start(int(left * 1_000))

    def _bought(self, number: int, asked: Asked, why: str) -> None:
        if number != self._number or self.room is None:
            self.done.emit()
            return
        self._patience.stop()
        tried = replace(asked, tried=why)
        self.work(partial(self.room.scan, tried), tried)

    def _not_bought(self, number: int, error: Exception) -> None:
        if number == self._number:
            self._patience.stop()
        self._failed(number, error)

    @Slot()
    def _too_slow(self) -> None:
        """The packer goes on; the purchase ends beside, and its label will be offered."""
        if self.room is None or self.asked is None:
            return
        if self._buying is not None:
            self._buying.event.set()
        self.work(partial(self.room.put_off, self.shown, self.asked, "slow"), self.asked)

    def _failed(self, number: int, error: Exception) -> None:
        if number != self._number:
            return
        self._working = False
        self.armed = self.armed or (self.asked.armed if self.asked else Armed())
        if not isinstance(error, Trouble):
            self.rest()
        self.fail(error)

    @Slot(object)
    def fail(self, error: Exception) -> None:
        """Something went wrong that nobody else shows: it is said in its turn."""
        if not isinstance(error, Trouble):
            raise error
        self._alarms.append(stop_of(error, self.shown))
        self.done.emit()
        self.next()

    # What a person says

    def rest(self) -> None:
        """Nothing is to be answered any more; what is awaited still is."""
        self.found = None
        super().rest()

    def prefer(self, printer: str) -> None:
        """Labels go to that printer from now on, by its profile's id."""
        if self.room is not None:
            self.room = Room(self.room.session, self._desk.settings, self._desk.pile_lock, printer)

    def give_up(self) -> None:
        """Esc: whatever was asked for, nothing is done. What is under way comes to its end."""
        self.armed = Armed()
        if self.busy and not self.shown.closed:
            self._show(replace(self.shown, armed=self.armed))
            return
        self._pair = None
        self.rest()
        self.next()

    # Account and settings

    def take_over(self, before: Self) -> None:
        """See `Screen`; nothing may be under way."""
        super().take_over(before)
        self.mode, self.operator, self.room = before.mode, before.operator, before.room
        self.asked, self.found = before.asked, before.found
        self._queue, self._ahead = before._queue.copy(), before._ahead.copy()

    @Slot()
    def _renew(self) -> None:
        if self._queue or self._ahead or self._working:
            # None is dropped in silence.
            self.sounds.play(sounds.STOP)
            self.flashed.emit("account")
        if self._buying is not None:
            self._buying.event.set()
        self._queue.clear()
        self._ahead.clear()
        self._alarms.clear()
        self._patience.stop()
        self._further_patience.stop()
        self._working, self._further = False, 0
        self._number += 1
        self._pair, self.armed, self.asked, self.room = None, Armed(), None, None
        if (session := self._desk.session) is not None:
            self.room = Room(session, self._desk.settings, self._desk.pile_lock)
        self.rest()
        self.done.emit()

    @Slot()
    def _renew_settings(self) -> None:
        self._bounce = Bounce(self._desk.settings.scanner.bounce)
        if self.room is not None and self.room.known != self._desk.settings:
            self.prefer(self.room.preferred)
