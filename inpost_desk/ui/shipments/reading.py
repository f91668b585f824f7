"""Asks the ledger on a lane for what the table shows: at most one question at a time, the newest one next.

Typing is never waited for: what was asked before the last letter is not even answered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from inpost_desk.background import TABLE
from inpost_desk.domain.history import HistoryRow, Query
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.shipments import jobs
from inpost_desk.ui.shipments.jobs import Facts, Found


class Reading(QObject):
    """The questions of one page."""

    found = Signal(object, bool)
    """A `Found`, and whether it is the same question asked again."""
    counted = Signal(object)
    """`Facts` about the last question."""
    rows_read = Signal(object)
    failed = Signal()
    """The ledger could not be read; why has been told."""

    def __init__(self, desk: Desk, seen: Callable[[], Sequence[int]], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._seen = seen
        self._query: Query | None = None
        self._answered: Query | None = None
        self._finding = self._counting = self._reading = False
        self._again = self._recount = False
        self._wanted: list[int] = []

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._finding or self._counting or self._reading or self._query != self._answered

    def reset(self) -> None:
        """Another account: what is under way is about the one before, and is never told."""
        self._query = self._answered = None
        self._finding = self._counting = self._reading = False
        self._again = self._recount = False
        self._wanted = []

    def ask(self, query: Query) -> None:
        """Find these."""
        if query != self._query:
            self._query = query
            self._recount = True
            self._find()

    def refresh(self) -> None:
        """The same question once more: rows may stand otherwise."""
        if self._query is not None:
            self._again = self._recount = True
            self._find()

    def want(self, ids: Sequence[int]) -> None:
        """Read these rows; those wanted before are not waited for any more."""
        self._wanted = list(ids)
        if self._wanted and not self._reading:
            self._read()

    def _find(self) -> None:
        query = self._query
        if self._finding or query is None:
            return
        self._again = False
        work = partial(jobs.find, query=query, seen=self._seen())
        self._finding = self._jobs.start(
            work, lane=TABLE, done=self._on_found, failed=self._on_failed
        )

    def _on_found(self, found: Found) -> None:
        self._finding = False
        if found.query != self._query:
            self._find()
            return
        again = found.query == self._answered
        self._answered = found.query
        # Rows asked for before belong to another list.
        self._wanted = []
        self.found.emit(found, again)
        if self._again:
            self._find()
        elif self._recount:
            self._count()

    def _count(self) -> None:
        if self._counting or self._query is None:
            return
        self._recount = False
        work = partial(jobs.facts, query=self._query)
        self._counting = self._jobs.start(
            work, lane=TABLE, done=self._on_counted, failed=self._on_failed
        )

    def _on_counted(self, facts: Facts) -> None:
        self._counting = False
        self.counted.emit(facts)
        if self._recount and not self._finding:
            self._count()

    def _read(self) -> None:
        ids, self._wanted = self._wanted, []
        work = partial(jobs.read, ids=ids)
        self._reading = self._jobs.start(
            work, lane=TABLE, done=self._on_read, failed=self._on_failed
        )

    def _on_read(self, rows: list[HistoryRow]) -> None:
        self._reading = False
        self.rows_read.emit(rows)
        if self._wanted:
            self._read()

    def _on_failed(self, error: Exception) -> None:
        self._finding = self._counting = self._reading = False
        self._answered = self._query
        self.failed.emit()
        self._desk.report(error)
