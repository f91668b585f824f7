"""Which rows of the pile show, and in which order: short piles at once, long ones on a lane.

The newest wish wins: what was asked before is broken off. Nothing here touches a widget; the table is told
the indices.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from inpost_desk.background import Lanes
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.columns import Column
from inpost_desk.ui.orders.columns_sort import order_by
from inpost_desk.ui.orders.search import (
    SEARCHED_AT_ONCE,
    Rest,
    Texts,
    in_stage,
    query,
    slices,
)

SMALL: Final = 2_000
"""Rows that are searched and sorted on the spot: it takes less than a frame."""
# Long enough that the window, waiting for the interpreter, gets it.
BREATH: Final = 0.0002

Counts = Counter[Stage]


class Superseded(Exception):
    """Something else is wanted by now."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown. No column: the order of the pile."""

    stage: Stage | None = None
    words: str = ""
    column: Column | None = None
    descending: bool = False

    @property
    def filters(self) -> bool:
        """Whether some rows may not show."""
        return self.stage is not None or bool(self.words.strip())

    @property
    def order(self) -> tuple[Column | None, bool]:
        """What it is sorted by."""
        return self.column, self.descending


class Pile:
    """The rows and what was worked out about them. Work on it is done by one thread at a time."""

    def __init__(self, rows: list[PileRow]) -> None:
        self.rows = rows
        self.texts = Texts(rows)
        self.stale: set[int] = set()
        self.order: Sequence[int] = range(len(rows))
        self.ordered_by: tuple[Column | None, bool] = (None, False)

    def arranged(self, wanted: Wanted, rest: Rest) -> Sequence[int]:
        """The indices to be shown."""
        if wanted.order != self.ordered_by:
            self.sort(wanted, rest)
        if not wanted.filters:
            return self.order
        looked_for = query(wanted.words)
        if looked_for.terms:
            self.bring_up_to_date(rest)
        shown: list[int] = []
        for part in slices(len(self.order), SEARCHED_AT_ONCE):
            rest()
            among = self.order[part.start : part.stop]
            if wanted.stage is not None:
                among = in_stage(self.rows, wanted.stage, among)
            shown.extend(self.texts.find(looked_for, among))
        # The order itself is known to be the one that shows already.
        return self.order if len(shown) == len(self.order) else shown

    def sort(self, wanted: Wanted, rest: Rest) -> None:
        """Put the whole pile into that order; what is filtered later stays in it."""
        if wanted.column is None:
            self.order = range(len(self.rows))
        else:
            self.order = order_by(self.rows, wanted.column, descending=wanted.descending, rest=rest)
        self.ordered_by = wanted.order

    def bring_up_to_date(self, rest: Rest) -> None:
        """Have every row's search text as the row is now."""
        self.texts.build(rest)
        self.texts.renew(self.stale, rest)


class Arranger:
    """Asks the lane for what the table wants to show, and tells the table once it is there."""

    def __init__(
        self,
        lanes: Lanes,
        lane: str,
        *,
        arranged: Callable[[Sequence[int]], None],
        counted: Callable[[Counts], None],
    ) -> None:
        self._lanes = lanes
        self._lane = lane
        self._arranged = arranged
        self._counted = counted
        self._pile = Pile([])
        self._wanted = Wanted()
        self._asked = 0
        self._job = 0
        self._counting = 0
        self._answered = True

    @property
    def busy(self) -> bool:
        """Whether what is wanted is still being worked out."""
        return not self._answered

    def load(self, rows: list[PileRow], wanted: Wanted) -> None:
        """Another pile. Its counts come by themselves; a long one's search texts are made ahead."""
        self.stop()
        self._pile = Pile(rows)
        if len(rows) <= SMALL:
            self._counted(count_stages(rows))
        else:
            # The rows change while they are counted; their changes are counted apart.
            work = partial(count_stages, tuple(rows))
            self._counting = self._lanes.start(self._lane, work, done=self._counted)
        self.want(wanted)

    def want(self, wanted: Wanted) -> None:
        """Have this shown instead of whatever was wanted before."""
        self._wanted = wanted
        self._asked += 1
        pile = self._pile
        at_hand = not wanted.filters and wanted.order in (pile.ordered_by, (None, False))
        self._answered = False
        if self._job:
            if at_hand and wanted.column is None:
                # Nothing need be worked out, and the lane's work is broken off.
                self._answer(range(len(pile.rows)))
            return
        if at_hand or len(pile.rows) <= SMALL:
            self._answer(pile.arranged(wanted, _no_rest))
            self._prepare()
            return
        self._start()

    def changed(self, indices: set[int]) -> None:
        """Those rows are others now; they are looked at again with the next wish."""
        self._pile.stale.update(indices)

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._asked += 1
        for job in (self._job, self._counting):
            if job:
                self._lanes.forget(job)
        self._job = self._counting = 0

    def _answer(self, shown: Sequence[int]) -> None:
        self._answered = True
        self._arranged(shown)

    def _start(self) -> None:
        pile, wanted = self._pile, self._wanted
        self._run(lambda rest: pile.arranged(wanted, rest), self._done)

    def _prepare(self) -> None:
        """Make the search texts before somebody searches."""
        pile = self._pile
        if len(pile.rows) > SMALL and not pile.texts.complete:
            self._run(pile.bring_up_to_date, self._done)

    def _run(self, work: Callable[[Rest], object], done: Callable[[object], None]) -> None:
        asked = self._asked

        def rest() -> None:
            if asked != self._asked:
                raise Superseded
            time.sleep(BREATH)

        def job() -> object:
            try:
                return asked, work(rest)
            except Superseded:
                return None

        self._job = self._lanes.start(self._lane, job, done=done, failed=self._failed)

    def _done(self, result: object) -> None:
        self._job = 0
        if isinstance(result, tuple) and result[0] == self._asked and result[1] is not None:
            self._answer(result[1])
        if not self._answered:
            self._start()
        else:
            self._prepare()

    def _failed(self, error: Exception) -> None:
        self._job = 0
        self._answered = True
        raise error


def count_stages(rows: Sequence[PileRow]) -> Counts:
    """How many rows there are of each stage."""
    counts: Counts = Counter()
    for part in slices(len(rows), SEARCHED_AT_ONCE):
        counts.update(row.stage for row in rows[part.start : part.stop])
        if len(rows) > SMALL:
            time.sleep(BREATH)
    return counts


def _no_rest() -> None:
    pass
