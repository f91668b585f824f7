"""Printing a pile's labels in its order while they come, and never one that is late by itself.

A label waits for those before it in the pile, unless they will not come in this run. One that comes after its
place has passed is left to a person: the box it belongs to may have gone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.print_line import Printed, Printing
from inpost_desk.actions.printing import Ahead, print_labels
from inpost_desk.actions.ready import Held, Label
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ledger.desk import shown_rows
from inpost_desk.ledger.ledger import Ledger

# Rows that may still get a label in the run that is under way.
COMING = frozenset({Stage.READY, Stage.UNDER_WAY, Stage.BOUGHT})
# One job, so that little is lost with a jam, and enough that the printer never waits.
AT_ONCE = 25
READ_AT_ONCE = 4 * AT_ONCE
LOOK_EVERY = 0.5


@dataclass(slots=True)
class Press:
    """Prints one pile from a given place on, as its labels come.

    `awaited` are the rows that the run is for: a label waits for no other, such as one that was corrected
    meanwhile and goes with the next run. `ended` says that the run is over, `news` that there is something to
    look at; `before` is a page ahead of each printer's first label.
    """

    ledger: Ledger
    outlets: Outlets
    pile: Pile
    rows: Collection[int]
    now: Callable[[], datetime]
    stop: Stop
    told: Callable[[Printing], None]
    awaited: Collection[int]
    before: Ahead | None = None
    ended: threading.Event = field(default_factory=threading.Event)
    news: threading.Event = field(default_factory=threading.Event)
    late: list[int] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    printed: int = 0
    _passed: int = 0
    _left: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Rows that are on paper are not looked at again."""
        self._left = sorted(self.rows)

    def work(self) -> Printed | None:
        """Print until the run has ended and nothing is left; what the last job came to.

        Raises `PrinterTrouble`, `FileTrouble`, `PaperTrouble` and `LedgerTrouble`.
        """
        last: Printed | None = None
        while not self.stop.asked:
            # Asked before looking: what came meanwhile is seen by the next look.
            over = self.ended.is_set()
            ready = self._next(over=over)
            if ready:
                last = self._print(ready)
                if last.broken_off:
                    # Whoever stands at the printer decides how it goes on.
                    break
            elif over:
                break
            else:
                self.news.wait(LOOK_EVERY)
                self.news.clear()
        return last

    def _next(self, *, over: bool) -> list[PileRow]:
        """The labels that come next in the pile, as far as nothing before them is still to come."""
        ready: list[PileRow] = []
        for row in self._rows_left():
            if row.stage is Stage.LABEL:
                if row.row < self._passed:
                    self._note_late(row)
                    continue
                ready.append(row)
            elif row.stage in COMING and row.row in self.awaited and not over:
                break
            if len(ready) == AT_ONCE:
                break
        if over:
            return ready
        # The rest of a sheet that labels share is kept for those that come.
        return ready[: self.outlets.whole_sheets(len(ready))]

    def _rows_left(self) -> Iterator[PileRow]:
        """Read as far as they are asked for: all of them, every half second, would hold up the window."""
        left = self._left
        for start in range(0, len(left), READ_AT_ONCE):
            part = left[start : start + READ_AT_ONCE]
            rows = shown_rows(self.ledger, self.pile, part)
            printed = {one.row for one in rows if one.stage is Stage.PRINTED}
            self._left = [row for row in self._left if row not in printed]
            yield from rows

    def _note_late(self, row: PileRow) -> None:
        held = any(one.label.shipment_id == row.local_id for one in self.held)
        if row.row not in self.late and not held:
            self.late.append(row.row)

    def _print(self, ready: list[PileRow]) -> Printed:
        self._passed = ready[-1].row + 1
        done = print_labels(
            self.ledger,
            self.outlets,
            [label_of(one) for one in ready],
            now=self.now,
            stop=self.stop,
            before=self.before,
            told=self.told,
        )
        self.held += done.held
        self.printed += len(ready) - len(done.held)
        return done


def label_of(row: PileRow) -> Label:
    """The label of a row that has one."""
    return Label(row.local_id or 0, row.reference)
