"""One run over a pile, from the window: buying on one lane, printing on another, figures for who shows them.

Knows no widgets. However a run ends, what was bought is in the ledger and the next run goes on with it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.actions.progress import Progress, Shower
from inpost_desk.actions.waiting import Stop
from inpost_desk.background import FETCH, PRINT, RUN
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.time_left import Sample, seconds_left
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.orders.jobs import Jobs

if TYPE_CHECKING:
    from inpost_desk.actions.desk_run import Sent
    from inpost_desk.actions.printing import Printed, Printing
    from inpost_desk.session import Session

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
    """What a run came to: what stopped it (a rule), what went wrong, labels that came too late to print."""

    stopped_by: str = ""
    troubles: tuple[Exception, ...] = ()
    late: tuple[int, ...] = ()
    stopped: bool = False
    sent: bool = False
    last_job: Printed | None = None


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
        self._snapshot: dict[int, PileRow] = {}
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
        self._open = 1
        if printing:
            self._start_press(session, pile, rows, front=front)
        show = self._desk.lanes.relay(self._jobs.lasting(self._progressed))
        sending = _Sending(pile.id, rows, show, self._stop, alone)
        self._desk.lanes.start(
            RUN,
            partial(_send, session, self._desk.settings, sending),
            done=self._jobs.lasting(self._sent),
            failed=self._jobs.lasting(self._failed),
        )
        self._watch.start()
        self.started.emit()
        self.figures_changed.emit(self._figures)

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

    def _start_press(
        self, session: Session, pile: Pile, rows: Collection[int] | None, *, front: tuple[str, ...]
    ) -> None:
        self._open += 1
        self._news = threading.Event()
        parts = _PressParts(
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
            partial(_print, session, self._desk.settings, parts),
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

    def _count(self) -> None:
        stages = [self._snapshot[row].stage for row in self._wanted if row in self._snapshot]
        bought, checked, printed = (
            sum(stage in these for stage in stages) for these in (BOUGHT, CHECKED, PRINTED)
        )
        now = time.monotonic()
        done = printed if self._figures.printing else checked
        self._samples.append(Sample(now, done))
        left = seconds_left(self._samples, len(stages), now=now)
        self._figures = replace(
            self._figures, bought=bought, checked=checked, printed=printed, left=left
        )
        self.figures_changed.emit(self._figures)

    @Slot()
    def _look(self) -> None:
        """Read the rows that may have changed, on a lane; one look at a time."""
        session, pile = self._session, self._pile
        if session is None or pile is None or self._reading:
            return
        rows = [
            row
            for row in self._wanted
            if row not in self._snapshot or self._snapshot[row].stage not in PRINTED
        ]
        self._reading = True
        self._desk.lanes.start(
            FETCH,
            partial(_changed, session, pile, rows, self._snapshot),
            done=self._jobs.lasting(partial(self._looked, self._number)),
            failed=self._jobs.lasting(self._not_looked),
        )

    def _looked(self, number: int, changed: list[PileRow]) -> None:
        self._reading = False
        # After the end somebody has read all rows, and newer than these.
        if not changed or not self.running or number != self._number:
            return
        self._snapshot = self._snapshot | {one.row: one for one in changed}
        self.rows_changed.emit(changed)
        self._count()

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

    def _pressed(self, pressed: _Pressed) -> None:
        self._outcome = replace(self._outcome, late=pressed.late, last_job=pressed.last)
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
class _Sending:
    """What is bought, and who is told."""

    pile_id: int
    rows: Collection[int] | None
    show: Shower
    stop: Stop
    alone: threading.Lock | None


def _send(session: Session, known: Settings, what: _Sending) -> Sent:
    from inpost_desk.actions import desk_run
    from inpost_desk.ui.orders.terms import terms_of

    return desk_run.send(
        session.ledger,
        session.client,
        what.pile_id,
        terms=terms_of(session, known),
        rows=what.rows,
        show=what.show,
        stop=what.stop,
        alone=what.alone,
    )


@dataclass(frozen=True, slots=True)
class _PressParts:
    """What a `Press` is made of, on its lane."""

    pile: Pile
    rows: frozenset[int]
    stop: Stop
    told: Callable[[Printing], None]
    awaited: Collection[int]
    front: tuple[str, ...]
    ended: threading.Event
    news: threading.Event


@dataclass(frozen=True, slots=True)
class _Pressed:
    """What came of the printing beside a run."""

    late: tuple[int, ...] = ()
    last: Printed | None = None


def _print(session: Session, known: Settings, parts: _PressParts) -> _Pressed:
    """Print as labels come."""
    from inpost_desk.actions.press import Press
    from inpost_desk.labels.own_pages import separator
    from inpost_desk.ui.orders.terms import printer_for_session

    press = Press(
        session.ledger,
        printer_for_session(session, known),
        parts.pile,
        parts.rows,
        now=session.client.now,
        stop=parts.stop,
        told=parts.told,
        awaited=parts.awaited,
        before=separator(parts.front) if parts.front else None,
        ended=parts.ended,
        news=parts.news,
    )
    last = press.work()
    return _Pressed(tuple(press.late), last)


def _changed(
    session: Session, pile: Pile, rows: Collection[int], before: dict[int, PileRow]
) -> list[PileRow]:
    from inpost_desk.ledger.desk import shown_rows

    return [one for one in shown_rows(session.ledger, pile, rows) if before.get(one.row) != one]
