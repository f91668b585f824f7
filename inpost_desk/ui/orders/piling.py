"""The pile on the desk, as the Orders page works with it: every change on a lane, what came of it by signals.

Knows no widgets. Changes are made one after the other, so that none undoes another.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from inpost_desk import settings
from inpost_desk.actions.progress import Progress
from inpost_desk.background import FETCH, Garbage
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.point import Point
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.orders import pile_jobs as jobs
from inpost_desk.ui.orders.pile_facts import PileFacts, pile_facts
from inpost_desk.ui.orders.pile_jobs import Points

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Before, Rules
    from inpost_desk.session import Session

T = TypeVar("T")

# From here on Python's collector would notice the rows.
LARGE = 2000
# Changes that can be taken back.
KEPT = 50


class Piling(QObject):
    """The one pile that is open."""

    opened = Signal(object)
    """A Pile, or None where there is none on the desk."""
    loaded = Signal(object, bool)
    """All rows of the pile; whether it is the same pile, read again."""
    changed = Signal(object)
    """Rows that are others now."""
    facts_changed = Signal(object)
    """What there is to say about the pile as a whole: `PileFacts`."""
    checking = Signal(object)
    """Progress of the look-up of points; None when that has ended."""
    undone_changed = Signal(bool)
    """Whether there is something to take back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lock = threading.Lock()
        self._undo: list[Before] = []
        self._rows: dict[int, PileRow] = {}
        self._points: dict[str, Point | None] = {}
        self._rules: Rules | None = None
        self.pile: Pile | None = None

    @property
    def rows(self) -> Mapping[int, PileRow]:
        """The rows as last read, by number."""
        return self._rows

    @property
    def checked(self) -> bool:
        """Whether InPost was asked about this account's contract and the pile's points."""
        return self._rules is not None

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo)

    def open_newest(self) -> None:
        """Show what was on the desk last; for an account that was just opened."""
        self._forget()
        self._start(jobs.newest, done=self._opened)

    def open(self, pile: Pile) -> None:
        """Show that pile."""
        self._forget()
        self._opened(pile)

    def open_of_run(self, run_id: int) -> None:
        """Show the pile that a run was made from; nothing happens where its rows are not kept."""
        self._start(partial(jobs.of_run, run_id), done=self._opened_of_run)

    def close(self) -> None:
        """Put the pile away."""
        if self.pile is not None:
            self._start(partial(jobs.put_away, self.pile.id), done=lambda _: self.open_newest())

    def check(self) -> None:
        """Ask InPost about the contract and the points, then judge every row by that."""
        pile = self.pile
        session = self._desk.session
        if pile is None or session is None:
            return
        show = self._desk.lanes.relay(self.checking.emit)
        self.checking.emit(Progress("points"))
        known, may_ask = self._desk.settings, session.may_ask
        work = partial(jobs.ask_and_check, session, known, pile.id, may_ask, self._lock, show)
        done = self._for(session, self._checked)
        self._desk.lanes.start(FETCH, work, done=done, failed=self._not_checked)

    def refresh(self, rows: Collection[int] | None = None) -> None:
        """Read rows again, all of them without `rows`."""
        pile = self.pile
        if pile is not None:
            self._start(partial(jobs.read, pile, rows), done=self._read)

    def refresh_then(self, done: Callable[[], None]) -> None:
        """Read all rows again, then call `done`."""
        pile = self.pile
        if pile is None:
            return

        def read(found: tuple[Pile, list[PileRow]]) -> None:
            self._read(found)
            done()

        self._start(partial(jobs.read, pile, None), done=read)

    def tell_facts(self) -> None:
        """Gather what the side panel says of the pile."""
        pile = self.pile
        if pile is not None:
            self._start(partial(pile_facts, pile=pile), done=self._told)

    def edit(self, cells: Mapping[int, Mapping[Field, str]]) -> None:
        """New texts for cells of rows; points they name are looked up."""
        self._change(partial(jobs.edit, cells=cells))

    def hold(self, rows: Collection[int], *, held: bool) -> None:
        """Hold rows back or let them go."""
        self._change(partial(jobs.mark, rows=rows, held=held))

    def remove(self, rows: Collection[int]) -> None:
        """Take rows off the desk."""
        self._change(partial(jobs.mark, rows=rows, removed=True))

    def undo(self) -> None:
        """Take back the last change."""
        if self._undo:
            before = self._undo.pop()
            self._change(partial(jobs.restore, before=before), undoable=False)

    def answer_repeated(self, answer: str) -> None:
        """What rows with the same reference are; kept for this layout."""
        pile = self.pile
        if pile is None:
            return
        self._change(partial(jobs.answer, repeated=answer), undoable=False)
        self._start(partial(jobs.layout, pile.id), done=partial(self._keep_answer, answer))

    def answer_duplicates(self, answer: str) -> None:
        """Whether what was sent before is left out or sent again."""
        self._change(partial(jobs.answer, duplicates=answer), undoable=False)

    def rules(self) -> Rules:
        """What the account allows, as far as it is known."""
        from inpost_desk.actions.pile import Rules

        return self._rules or Rules(frozenset(), self._desk.settings.sending_method)

    def take_rows(self, changed: Collection[PileRow]) -> None:
        """Rows that a run has changed."""
        self._rows = self._rows | {one.row: one for one in changed}

    def _forget(self) -> None:
        self._undo.clear()
        self._rows = {}
        self.pile = None
        self.undone_changed.emit(False)

    def _start(
        self, work: Callable[[Session], T], *, done: Callable[[T], None] | None = None
    ) -> None:
        session = self._desk.session
        if session is not None:
            self._desk.lanes.start(
                FETCH,
                partial(work, session),
                done=self._for(session, done) if done else None,
                failed=self._desk.report,
            )

    def _for(self, session: Session, done: Callable[[T], None]) -> Callable[[T], None]:
        """Told only while that account is still the open one."""

        def told(result: T) -> None:
            if self._desk.session is session:
                done(result)

        return told

    def _change(
        self,
        work: Callable[[Session, Pile, Rules, Points], Before | None],
        *,
        undoable: bool = True,
    ) -> None:
        session, pile = self._desk.session, self.pile
        if session is None or pile is None:
            return
        rules, points, lock = self.rules(), dict(self._points), self._lock

        def ordered() -> tuple[Before | None, dict[str, Point | None]]:
            with lock:
                return work(session, pile, rules, points), points

        def done(result: tuple[Before | None, dict[str, Point | None]]) -> None:
            before, found = result
            self._points.update(found)
            if undoable and before is not None:
                self._undo = [*self._undo, before][-KEPT:]
            self.undone_changed.emit(bool(self._undo))
            self.refresh()

        told = self._for(session, done)
        self._desk.lanes.start(FETCH, ordered, done=told, failed=self._desk.report)

    def _opened(self, pile: Pile | None) -> None:
        self.pile = pile
        self.opened.emit(pile)
        if pile is None:
            return
        if pile.rows > 2 * jobs.FIRST:
            self._start(partial(jobs.first, pile), done=partial(self._first_read, pile))
        else:
            self._start(partial(jobs.read, pile, None), done=partial(self._all_read, pile))

    def _opened_of_run(self, pile: Pile | None) -> None:
        if pile is not None and (self.pile is None or pile.id != self.pile.id):
            self.open(pile)

    def _first_read(self, pile: Pile, read: tuple[Pile, list[PileRow]]) -> None:
        if self.pile is None or pile.id != self.pile.id:
            return
        self.loaded.emit(read[1], False)
        self._start(partial(jobs.read, pile, None), done=partial(self._all_read, pile))

    def _all_read(self, pile: Pile, read: tuple[Pile, list[PileRow]]) -> None:
        if self.pile is None or pile.id != self.pile.id:
            return
        again = bool(self._rows)
        self.pile = read[0]
        self._rows = {one.row: one for one in read[1]}
        if len(read[1]) > LARGE:
            Garbage.loaded()
        self.loaded.emit(read[1], again)
        self.tell_facts()
        self.check()

    def _read(self, read: tuple[Pile, list[PileRow]]) -> None:
        pile, rows = read
        if self.pile is None or pile.id != self.pile.id:
            return
        self.pile = pile
        found = {one.row: one for one in rows}
        if found.keys() != self._rows.keys():
            self._rows = found
            self.loaded.emit(rows, True)
        else:
            fresh = [one for one in rows if self._rows[one.row] != one]
            self._rows = found
            self.changed.emit(fresh)
        self.tell_facts()

    def _told(self, facts: PileFacts) -> None:
        if self.pile is not None and facts.pile_id == self.pile.id:
            self.facts_changed.emit(facts)

    def _checked(self, found: tuple[int, Rules, dict[str, Point | None]]) -> None:
        pile_id, self._rules, points = found
        self._points.update(points)
        self.checking.emit(None)
        if self.pile is not None and self.pile.id == pile_id:
            self.refresh()

    def _not_checked(self, error: Exception) -> None:
        self._rules = self.rules()
        self.checking.emit(None)
        # Without a connection nothing more can be found out; the status bar says so.
        if not isinstance(error, Trouble):
            raise error

    def _keep_answer(self, answer: str, layout: str) -> None:
        data_dir = self._desk.data_dir
        self._desk.lanes.start(
            FETCH,
            lambda: settings.remember_repeated(data_dir, layout, answer),
            done=self._desk.take_settings,
            failed=self._desk.report,
        )
