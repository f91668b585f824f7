"""One run over a pile, from the window: buying on one lane, printing on another, figures for who shows them.

Knows no widgets. However a run ends, what was bought is in the ledger and the next run goes on with it.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.actions.progress import Progress
from inpost_desk.actions.waiting import Stop
from inpost_desk.background import FETCH, PRINT, RUN
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.time_left import Sample, seconds_left
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import run_jobs
from inpost_desk.ui.orders.run_jobs import Pressed, PressParts, Sending

if TYPE_CHECKING:
    from inpost_desk.actions.desk_run import Sent
    from inpost_desk.actions.print_line import Printed
    from inpost_desk.actions.ready import Held
    from inpost_desk.session import Session
    from inpost_desk.settings import Settings

# How often the table hears of a run's rows, in milliseconds.
REFRESH = 400
# Rows that a run is for: parcels to buy, to finish or to print.
WANTED = frozenset(
    {
        Stage.READY,
        Stage.UNDER_WAY,
        Stage.UNSURE,
        Stage.UNPAID,
        Stage.BOUGHT,
        Stage.BAD_LABEL,
        Stage.LABEL,
    }
)
PRINTED = frozenset({Stage.PRINTED})
CHECKED = PRINTED | {Stage.LABEL, Stage.PRINTING, Stage.MAYBE_PRINTED}
BOUGHT = CHECKED | {Stage.BOUGHT, Stage.BAD_LABEL}


@dataclass(frozen=True, slots=True)
class Figures:
    """How far a run is. `left` is seconds, None while nobody can tell."""

    stage: str = ""
    total: int = 0
    bought: int = 0
    checked: int = 0
    printed: int = 0
    unsure: int = 0
    left: float | None = None
    stopping: bool = False
    printing: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: what stopped it (a rule), what went wrong, labels that came too late to print.

    `held` are labels that the read-back kept from the printer.
    """

    stopped_by: str = ""
    troubles: tuple[Exception, ...] = ()
    late: tuple[int, ...] = ()
    stopped: bool = False
    sent: bool = False
    last_job: Printed | None = None
    held: tuple[Held, ...] = ()


class Runner(QObject):
    """At most one run at a time."""

    started = Signal()
    figures_changed = Signal(object)
    rows_changed = Signal(object)
    press_told = Signal(object)
    ended = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._stop = Stop()
        self._news: threading.Event | None = None
        self._bought_all = threading.Event()
        self._wanted: frozenset[int] = frozenset()
        # The press reads it on its lane.
        self._awaited: set[int] = set()
        self._pile: Pile | None = None
        self._session: Session | None = None
        self._number = 0
        self._snapshot: Mapping[int, PileRow] = {}
        self._figures = Figures()
        self._samples: list[Sample] = []
        self._open = 0
        self._outcome = Outcome()
        self._reading = False
        self._watch = QTimer(self, interval=REFRESH)
        self._watch.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._open > 0

    @property
    def wanted(self) -> frozenset[int]:
        """The rows that this run, or the last one, was for."""
        return self._wanted

    @property
    def pile(self) -> Pile | None:
        """The pile that this run, or the last one, was for."""
        return self._pile

    @property
    def session(self) -> Session | None:
        """The account that this run, or the last one, was for."""
        return self._session

    def is_about(self, pile: Pile | None) -> bool:
        """Whether this run, or the last one, is for the rows of that pile of the open account."""
        return (
            pile is not None
            and self._pile is not None
            and pile.id == self._pile.id
            and self._session is self._desk.session
        )

    @property
    def figures(self) -> Figures:
        """How far it is."""
        return self._figures

    def start(
        self,
        pile: Pile,
        rows: Collection[int] | None,
        known: Collection[PileRow],
        *,
        printing: bool,
        front: tuple[str, ...] = (),
        alone: threading.Lock | None = None,
    ) -> None:
        """Buy these rows (all there are, without `rows`) and print their labels as they come.

        `front` are the words of a page that goes ahead of them: the specimen's warning. While `alone` is held
        nobody changes rows.
        """
        session = self._desk.session
        if self.running or session is None:
            return
        self._pile, self._session = pile, session
        self._number += 1
        self._stop = Stop()
        self._snapshot = {one.row: one for one in known}
        takes = WANTED if rows is None else WANTED | {Stage.REFUSED}
        self._wanted = frozenset(
            one.row for one in known if one.stage in takes and (rows is None or one.row in rows)
        )
        self._awaited = set(self._wanted)
        self._samples = []
        self._outcome = Outcome()
        self._figures = Figures("looking", len(self._wanted), printing=printing)
        self._news = None
        self._bought_all = threading.Event()
        self._open = 1 + printing
        show = self._desk.lanes.relay(self._jobs.lasting(self._progressed))
        sending = Sending(pile.id, rows, show, self._stop, alone)
        self.started.emit()
        self.figures_changed.emit(self._figures)
        # After the window has painted that: it would have to share the interpreter with the lanes.
        go = partial(self._begin, session, self._desk.settings, sending, pile=pile, front=front)
        QTimer.singleShot(0, self, go)

    def stop(self) -> None:
        """End after the present request and the present label; nothing of either is lost."""
        if not self.running or self._stop.asked:
            return
        self._stop.event.set()
        self._outcome = replace(self._outcome, stopped=True)
        self._figures = replace(self._figures, stopping=True)
        self.figures_changed.emit(self._figures)

    @Slot(object)
    def leave_out(self, rows: Collection[int]) -> None:
        """These rows are changed by somebody: this run leaves them, and no label waits for theirs."""
        if self.running and self._session is self._desk.session:
            self._wanted -= frozenset(rows)
            self._awaited.difference_update(rows)
            self._figures = replace(self._figures, total=len(self._wanted))

    def _begin(
        self,
        session: Session,
        known: Settings,
        sending: Sending,
        *,
        pile: Pile,
        front: tuple[str, ...],
    ) -> None:
        if self._figures.printing:
            self._start_press(session, known, pile, rows=sending.rows, front=front)
        self._desk.lanes.start(
            RUN,
            partial(run_jobs.send, session, known, sending),
            done=self._jobs.lasting(self._sent),
            failed=self._jobs.lasting(self._failed),
        )
        self._watch.start()

    def _start_press(
        self,
        session: Session,
        known: Settings,
        pile: Pile,
        *,
        rows: Collection[int] | None,
        front: tuple[str, ...],
    ) -> None:
        self._news = threading.Event()
        parts = PressParts(
            pile,
            frozenset(self._snapshot if rows is None else rows),
            self._stop,
            self._desk.lanes.relay(self._jobs.lasting(self.press_told.emit)),
            self._awaited,
            front,
            self._bought_all,
            self._news,
        )
        self._desk.lanes.start(
            PRINT,
            partial(run_jobs.print_labels, session, known, parts),
            done=self._jobs.lasting(self._pressed),
            failed=self._jobs.lasting(self._press_failed),
        )

    def _progressed(self, progress: Progress) -> None:
        self._figures = replace(self._figures, stage=progress.stage, unsure=progress.unsure)
        self._tell_press()
        self.figures_changed.emit(self._figures)

    def _tell_press(self) -> None:
        if self._news is not None:
            self._news.set()

    def _count(self, seen: _Seen) -> None:
        now = time.monotonic()
        done = seen.printed if self._figures.printing else seen.checked
        self._samples.append(Sample(now, done))
        left = seconds_left(self._samples, len(self._wanted), now=now)
        self._figures = replace(
            self._figures,
            bought=seen.bought,
            checked=seen.checked,
            printed=seen.printed,
            left=left,
        )
        self.figures_changed.emit(self._figures)

    @Slot()
    def _look(self) -> None:
        """Read the rows that may have changed, on a lane; one look at a time."""
        session, pile = self._session, self._pile
        if session is None or pile is None or self._reading:
            return
        self._reading = True
        self._desk.lanes.start(
            FETCH,
            partial(_look, session, pile, self._wanted, self._snapshot),
            done=self._jobs.lasting(partial(self._looked, self._number)),
            failed=self._jobs.lasting(self._not_looked),
        )

    def _looked(self, number: int, seen: _Seen) -> None:
        self._reading = False
        # After the end somebody has read all rows, and newer than these.
        if not seen.changed or not self.running or number != self._number:
            return
        self._snapshot = {**self._snapshot, **seen.changed}
        self.rows_changed.emit(list(seen.changed.values()))
        self._count(seen)

    def _not_looked(self, error: Exception) -> None:
        self._reading = False
        self._desk.report(error)

    def _sent(self, sent: Sent) -> None:
        self._bought_all.set()
        finished = sent.finished
        if finished is not None:
            troubles = (finished.trouble,) if finished.trouble is not None else ()
            self._outcome = replace(
                self._outcome,
                stopped_by=finished.stopped_by,
                troubles=(*self._outcome.troubles, *troubles),
                sent=True,
            )
        self._part_ended()

    def _failed(self, error: Exception) -> None:
        self._bought_all.set()
        self._outcome = replace(self._outcome, troubles=(*self._outcome.troubles, error))
        self._part_ended()

    def _pressed(self, pressed: Pressed) -> None:
        self._outcome = replace(
            self._outcome, late=pressed.late, last_job=pressed.last, held=pressed.held
        )
        self._part_ended()

    def _press_failed(self, error: Exception) -> None:
        # Buying goes on: labels are stored, and printing can be taken up again.
        self._outcome = replace(self._outcome, troubles=(*self._outcome.troubles, error))
        self._part_ended()

    def _part_ended(self) -> None:
        self._open -= 1
        self._tell_press()
        if not self.running:
            self._watch.stop()
            self.ended.emit(self._outcome)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of a run's rows by one look, and how far the run is by that."""

    changed: dict[int, PileRow]
    bought: int = 0
    checked: int = 0
    printed: int = 0


def _look(
    session: Session, pile: Pile, wanted: frozenset[int], before: Mapping[int, PileRow]
) -> _Seen:
    """The window must not count a thousand rows."""
    from inpost_desk.ledger.desk import shown_rows

    rows = [row for row in wanted if row not in before or before[row].stage not in PRINTED]
    read = shown_rows(session.ledger, pile, rows)
    changed = {one.row: one for one in read if before.get(one.row) != one}
    known = {**before, **changed}
    counts = Counter(known[row].stage for row in wanted if row in known)
    bought, checked, printed = (
        sum(counts[stage] for stage in these) for these in (BOUGHT, CHECKED, PRINTED)
    )
    return _Seen(changed, bought, checked, printed)
