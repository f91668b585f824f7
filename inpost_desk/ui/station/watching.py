"""What goes on beside the scans: labels followed to the printer's end, what waits worked off, labels fetched.

Keeps the figures on screen true. Never prints anything by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import BUYING, FETCH, PAPER, POLL, PRINT, STATION, TABLE
from inpost_desk.domain.station import Box, Shown, State
from inpost_desk.errors import NotAllowed, Trouble
from inpost_desk.ui.desk import DONE, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.station.clerk import CHECKING, Clerk
from inpost_desk.ui.station.room import Facts, Picture, Room
from inpost_desk.wording import station as station_words
from inpost_desk.wording.sentences import rule_words, trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.printing import Given
    from inpost_desk.actions.station.decide import Asked
    from inpost_desk.actions.station.late import Block, Worked
    from inpost_desk.actions.station.scanning import Outcome
    from inpost_desk.ledger.prints import PrintState

LOOK_EVERY: Final = 200
SOON: Final = 500
# Labels of what was bought are fetched so often while nothing else is done.
FETCH_EVERY: Final = 20_000
WORK_EVERY: Final = 3_000
LATE_NOTICE: Final = "station.late"
_OF_THE_STATION: Final = frozenset({"not_bought", "unknown_at_inpost"})


@dataclass(frozen=True, slots=True)
class _Followed:
    """A label that is with its printer, and the scan that it is there for.

    `late`: it was said that it is overdue, and that this printer does not give it back.
    """

    given: Given
    shown: Shown
    asked: Asked
    late: bool = False


class Watching(QObject):
    """Timers and what they have done on lanes."""

    facts_changed = Signal(object)
    rows_changed = Signal()
    """Orders stand otherwise: one was printed to its end, bought later, given up."""
    picture_changed = Signal(object)

    def __init__(self, desk: Desk, clerk: Clerk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._clerk = desk, clerk
        self._jobs = Jobs(desk, self)
        self._followed: list[_Followed] = []
        self._looking = self._reading = self._again = False
        self._fetching = self._working = self._printing = self._refused = False
        self._pictured: Box | None = None
        self._drawing = False
        self._facts: Facts | None = None
        self._stop, self._round = Stop(), Stop()
        self._look = self._timer(LOOK_EVERY, self._look_at_printers)
        self._fetch = self._timer(FETCH_EVERY, self.fetch)
        self._work = self._timer(WORK_EVERY, self._work_off)
        self._pause = self._timer(SOON, self.refresh)
        self._pause.setSingleShot(True)
        self._fetch.start()
        self._work.start()
        clerk.given.connect(self._given)
        clerk.done.connect(self.refresh)
        clerk.buying.connect(self._make_way)
        desk.session_changed.connect(self._account_changed)

    def _timer(self, milliseconds: int, called: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=milliseconds)
        timer.timeout.connect(called)
        return timer

    def stop(self) -> None:
        """The window closes."""
        self._stop.event.set()
        self._round.event.set()
        for timer in (self._look, self._fetch, self._work, self._pause):
            timer.stop()

    def take_over(self, before: Self) -> None:
        """The labels that are with their printers."""
        self._followed = list(before._followed)
        if self._followed:
            self._look.start()

    @Slot()
    def _account_changed(self) -> None:
        self._stop.event.set()
        self._round.event.set()
        self._stop = Stop()
        self._followed.clear()
        self._facts = None
        # Of what is under way for the other account nothing is told any more.
        self._looking = self._reading = self._again = self._drawing = False
        self._fetching = self._working = self._printing = self._refused = False
        self.refresh()
        QTimer.singleShot(0, self, self.fetch)

    # Printers

    @Slot(object, object)
    def _given(self, given: Given, shown: Shown) -> None:
        room = self._clerk.room
        if room is None:
            return
        self.draw(shown.box)
        if not given.printer.can_tell:
            self._came_out(shown, told=False)
            return
        asked = self._clerk.asked
        if asked is not None:
            self._followed.append(_Followed(given, shown, asked))
        self._look.start()

    @Slot()
    def _look_at_printers(self) -> None:
        room = self._clerk.room
        if self._looking or room is None or not self._followed:
            return
        self._looking = True
        some = list(self._followed)
        self._jobs.start(
            lambda _session: [_ended(room, one) for one in some],
            lane=POLL,
            done=partial(self._looked, some),
            failed=self._not_looked,
        )

    def _looked(self, some: list[_Followed], ends: list[PrintState | None]) -> None:
        from inpost_desk.ledger.prints import PrintState

        self._looking = False
        for one, end in zip(some, ends, strict=True):
            if end is not None and one in self._followed:
                self._followed.remove(one)
                self._ended(one, end)
                if end is PrintState.SENDING:
                    # Once it comes out, the ledger has to know.
                    self._followed.append(replace(one, late=True))
        if not self._followed:
            self._look.stop()
        if any(ends):
            self._moved()

    def _not_looked(self, error: Exception) -> None:
        # The printer system does not answer just now; it is asked again.
        self._looking = False
        if not isinstance(error, Trouble):
            raise error

    def _ended(self, one: _Followed, end: PrintState) -> None:
        from inpost_desk.ledger.prints import PrintState

        if end in (PrintState.DONE, PrintState.SENT):
            self._came_out(one.shown, told=end is PrintState.DONE)
            return
        room = self._clerk.room
        if room is not None:
            self._jobs.start(
                lambda _session: room.unprinted(one.given, one.asked, end),
                lane=STATION,
                done=self._unprinted,
            )

    def _unprinted(self, outcome: Outcome) -> None:
        self._clerk.flow(outcome.shown)
        self._moved()

    def _came_out(self, shown: Shown, *, told: bool) -> None:
        from inpost_desk.actions.station.scanning import printed

        room = self._clerk.room
        if room is None:
            return
        end = printed(shown, room.known.station)
        if end.state is State.PRINTED and not told:
            end = replace(end, state=State.SENT)
        if end != shown:
            self._clerk.flow(end)

    # Pictures and figures

    def draw(self, box: Box | None) -> None:
        """Show that parcel's label; of many asked for at once the newest."""
        self._pictured = box
        room = self._clerk.room
        if box is None or room is None or self._drawing:
            return
        self._drawing = True
        self._jobs.start(
            lambda _session: room.picture(box),
            lane=PAPER,
            done=partial(self._drawn, box),
            failed=self._not_drawn,
        )

    def _drawn(self, box: Box, picture: Picture | None) -> None:
        self._drawing = False
        if box == self._pictured:
            self.picture_changed.emit(picture)
        else:
            self.draw(self._pictured)

    def _not_drawn(self, error: Exception) -> None:
        self._drawing = False
        self._desk.report(error)

    def _moved(self) -> None:
        self.rows_changed.emit()
        self.refresh()

    @Slot()
    def soon(self, *_: object) -> None:
        """Something changed elsewhere; many changes are read once."""
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def refresh(self) -> None:
        """Read the figures; one reading at a time, and once more where something changed meanwhile."""
        room = self._clerk.room
        if room is None:
            return
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        self._jobs.start(
            lambda _session: room.facts(), lane=TABLE, done=self._read, failed=self._not_read
        )

    def _read(self, facts: Facts) -> None:
        self._reading = False
        self._facts = facts
        self.facts_changed.emit(facts)
        if self._again:
            self.refresh()

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        self._desk.report(error)

    # What is bought and what waits

    @Slot()
    def fetch(self) -> None:
        """Fetch labels of what is bought, and see that it is still good."""
        room = self._clerk.room
        if room is None or self._fetching or not room.session.may_ask:
            return
        self._fetching = True
        stop = self._stop
        self._jobs.start(
            lambda _session: room.prefetch(stop),
            lane=FETCH,
            done=self._fetched,
            failed=self._not_fetched,
        )

    def _fetched(self, _result: None) -> None:
        self._fetching = False
        self._moved()

    def _not_fetched(self, error: Exception) -> None:
        self._fetching = False
        _next_round(error)

    @Slot()
    def _work_off(self) -> None:
        room, facts = self._clerk.room, self._facts
        if room is None or facts is None or not facts.coming:
            return
        if self._working or self._refused or self._clerk.busy:
            return
        outage = room.session.client.outage
        if outage is not None and outage.next_probe_in > 0:
            return
        self._working = True
        stop = self._round = Stop()
        self._jobs.start(
            lambda _session: room.work_off(stop),
            lane=BUYING,
            done=self._worked,
            failed=self._not_worked,
        )

    @Slot()
    def _make_way(self) -> None:
        """A packer waits for a purchase: what waits anyway goes on in the next round."""
        self._round.event.set()

    def _worked(self, worked: Worked) -> None:
        self._working = False
        self._say_given_up(worked.given_up)
        self._moved()

    def _say_given_up(self, some: Sequence[tuple[str, str]]) -> None:
        for reference, rule in some:
            words = translate("ui", "{reference}: it waits no more, because it needs a person.")
            fact = words.format(reference=reference)
            self._desk.notify(Notice(f"{LATE_NOTICE}.{reference}", WARNING, fact, _why(rule)))

    def _not_worked(self, error: Exception) -> None:
        self._working = False
        if isinstance(error, NotAllowed):
            # Told once: the next rounds would say the same until there is another token.
            self._refused = True
            self._desk.report(error)
            return
        _next_round(error)

    @Slot()
    def print_late(self) -> None:
        """What waits, as one block behind a separator; never over a STOP or a question."""
        room = self._clerk.room
        if room is None or self._printing or not self._clerk.signed_on():
            return
        if self._clerk.shown.closed:
            self._clerk.refuse("closed")
            return
        if self._clerk.mode == CHECKING:
            self._clerk.tell(Shown(State.TOLD, "mode_checking"))
            return
        self._printing = True
        operator, stop = self._clerk.operator, self._stop
        self._jobs.start(
            lambda _session: room.print_late(operator, stop),
            lane=PRINT,
            done=self._late_came,
            failed=self._late_failed,
        )

    def _late_came(self, block: Block) -> None:
        self._printing = False
        self._say_given_up(block.stopped)
        done = block.printed
        if not block.waited:
            if not (self._clerk.busy or self._clerk.shown.closed):
                self._clerk.tell(Shown(State.TOLD, "nothing_late"))
            return
        words = translate("ui", "Labels that had waited: {count} printed.")
        fact = words.format(count=done.printed)
        state = DONE if done.printed and not done.broken_off else WARNING
        self._desk.notify(Notice(LATE_NOTICE, state, fact))
        self._moved()

    def _late_failed(self, error: Exception) -> None:
        self._printing = False
        if not isinstance(error, Trouble):
            raise error
        self._desk.notify(Notice(LATE_NOTICE, WARNING, trouble_words(error)))
        self.refresh()


def _why(rule: str) -> str:
    """Why one waits no more, where the station alone has words for it in those."""
    if rule not in _OF_THE_STATION:
        return rule_words(rule)
    fact, remedy = station_words.rule_words(Shown(State.STOP, rule))
    return f"{fact.rstrip('.')}. {remedy}"


def _next_round(error: Exception) -> None:
    """The outage line says that InPost does not answer; the next round tries again."""
    if not isinstance(error, Trouble):
        raise error


def _ended(room: Room, one: _Followed) -> PrintState | None:
    try:
        return room.follow(one.given, None if one.late else one.asked.at)
    except Trouble:
        # Asked again with the next look: the printer system may be back by then.
        return None
