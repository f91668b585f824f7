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

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stop = Stop()
        self._news: threading.Event | None = None
        self._bought_all = threading.Event()
        self._wanted: frozenset[int] = frozenset()
        self._pile: Pile | None = None
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
    ) -> None:
        """Buy these rows (all there are, without `rows`) and print their labels as they come.

        `front` are the words of a page that goes ahead of them: the specimen's warning.
        """
        session = self._desk.session
        if self.running or session is None:
            return
        self._pile = pile
        self._stop = Stop()
        self._snapshot = {one.row: one for one in known}
        takes = WANTED if rows is None else WANTED | {Stage.REFUSED}
        self._wanted = frozenset(
            one.row for one in known if one.stage in takes and (rows is None or one.row in rows)
        )
        self._samples = []
        self._outcome = Outcome()
        self._figures = Figures("looking", len(self._wanted), printing=printing)
        self._news = None
        self._bought_all = threading.Event()
        self._open = 1
        if printing:
            self._start_press(session, pile, rows, front=front)
        show = self._desk.lanes.relay(self._progressed)
        self._desk.lanes.start(
            RUN,
            partial(_send, session, self._desk.settings, pile.id, rows, show, self._stop),
            done=self._sent,
            failed=self._failed,
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

    def _start_press(
        self, session: Session, pile: Pile, rows: Collection[int] | None, *, front: tuple[str, ...]
    ) -> None:
        self._open += 1
        self._news = threading.Event()
        parts = _PressParts(
            pile,
            frozenset(self._snapshot if rows is None else rows),
            self._stop,
            self._desk.lanes.relay(self.press_told.emit),
            front,
            self._bought_all,
            self._news,
        )
        self._desk.lanes.start(
            PRINT,
            partial(_print, session, self._desk.settings, parts),
            done=self._pressed,
            failed=self._press_failed,
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
        session, pile = self._desk.session, self._pile
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
            done=self._looked,
            failed=self._not_looked,
        )

    def _looked(self, changed: list[PileRow]) -> None:
        self._reading = False
        if not changed:
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


def _send(
    session: Session,
    known: Settings,
    pile_id: int,
    rows: Collection[int] | None,
    show: Shower,
    stop: Stop,
) -> Sent:
    from inpost_desk.actions import desk_run
    from inpost_desk.ui.orders.terms import terms_of

    terms = terms_of(session, known)
    return desk_run.send(
        session.ledger, session.client, pile_id, terms=terms, rows=rows, show=show, stop=stop
    )


@dataclass(frozen=True, slots=True)
class _PressParts:
    """What a `Press` is made of, on its lane."""

    pile: Pile
    rows: frozenset[int]
    stop: Stop
    told: Callable[[Printing], None]
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
