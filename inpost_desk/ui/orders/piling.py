"""The pile on the desk, as the Orders page works with it: every change on a lane, what came of it by signals.

Knows no widgets. Changes are made one after the other, so that none undoes another and none is lost when the
window closes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inpost_desk.actions.progress import Progress
from inpost_desk.background import CHANGE, FETCH, Garbage
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.point import Point
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import INFORMATION, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import pile_jobs as pile_work
from inpost_desk.ui.orders.pile_facts import PileFacts, pile_facts
from inpost_desk.ui.orders.pile_jobs import Again, Points, Work, compared
from inpost_desk.ui.orders.terms import weekend_shut
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Before, Rules
    from inpost_desk.session import Session

# From here on Python's collector would notice the rows.
LARGE = 2000
# Changes that can be taken back.
KEPT = 50
TOO_LATE = "too_late"

Read = tuple[Pile, list[PileRow]]
Then = Callable[[], None]


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
    touched = Signal(object)
    """Rows that somebody changed: a run under way leaves them to the next one."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self.lock = desk.pile_lock
        self._undo: list[Before] = []
        # Never changed in place: a lane compares with them.
        self._rows: Mapping[int, PileRow] = {}
        self._points: dict[str, Point | None] = {}
        self._rules: Rules | None = None
        self._session: Session | None = None
        self._asked = self._shown = 0
        self._reading: set[int] = set()
        self._after_reading: list[Then] = []
        self._changing: set[object] = set()
        self._waiting: Callable[[], None] | None = None
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
        self._jobs.start(pile_work.newest, done=self._opened)

    def open(self, pile: Pile) -> None:
        """Show that pile."""
        self._forget()
        self._opened(pile)

    def open_of_run(self, run_id: int) -> None:
        """Show the pile that a run was made from; nothing happens where its rows are not kept."""
        self._jobs.start(partial(pile_work.of_run, run_id), done=self._opened_of_run)

    def close(self) -> None:
        """Put the pile away."""
        if self.pile is not None:
            away = partial(pile_work.put_away, self.pile.id)
            self._jobs.start(away, lane=CHANGE, done=lambda _: self.open_newest())

    def check(self) -> None:
        """Ask InPost about the contract and the points, then judge every row by that."""
        pile = self.pile
        if pile is None:
            return
        self.checking.emit(Progress("points"))
        show = self._jobs.relay(self.checking.emit)
        work = partial(pile_work.ask_and_check, self._desk.settings, pile.id, self.lock, show)
        self._jobs.start(work, done=self._checked, failed=self._not_checked)

    def refresh(self) -> None:
        """Read all rows again."""
        self.refresh_then(lambda: None)

    def refresh_then(
        self, done: Callable[[], None], *, failed: Callable[[], None] = lambda: None
    ) -> None:
        """Read all rows again, then call `done`, or `failed`; neither where another pile is open by then."""
        pile = self.pile
        if pile is None:
            return
        self._asked += 1
        number = self._asked

        def read(found: Again) -> None:
            if self.pile is None or self.pile.id != pile.id:
                return
            # Two threads read: what was asked for earlier must not take the place of what is newer.
            if number > self._shown:
                self._shown = number
                self._read(found)
            self._read_ended(number)
            done()

        def not_read(error: Exception) -> None:
            if self.pile is not None and self.pile.id == pile.id:
                self._read_ended(number)
                failed()
            self._desk.report(error)

        work = partial(pile_work.read_again, self._rows, pile)
        if self._jobs.start(work, done=read, failed=not_read):
            self._reading.add(number)

    def when_read(self, go: Then) -> None:
        """Call it as soon as no row of this pile is being read again, or when the pile is put away."""
        if self._reading:
            self._after_reading.append(go)
        else:
            go()

    def tell_facts(self) -> None:
        """Gather what the side panel says of the pile."""
        pile = self.pile
        if pile is not None:
            self._jobs.start(partial(pile_facts, pile=pile, rows=self._rows), done=self._told)

    def when_settled(self, go: Callable[[], None]) -> None:
        """Call it as soon as no change is on its way; never where one fails or another pile is opened.

        A run must not begin with a row that was just held back.
        """
        if self._changing:
            self._waiting = go
        else:
            go()

    def edit(self, cells: Mapping[int, Mapping[Field, str]]) -> None:
        """New texts for cells of rows; points they name are looked up."""
        named = any(Field.POINT in texts for texts in cells.values())
        then = partial(self._look_up, tuple(cells)) if named else lambda: None
        self._change(partial(pile_work.edit, cells=cells), then=then)

    def hold(self, rows: Collection[int], *, held: bool) -> None:
        """Hold rows back or let them go."""
        self._change(partial(pile_work.mark, rows=rows, held=held))

    def remove(self, rows: Collection[int]) -> None:
        """Take rows off the desk."""
        self._change(partial(pile_work.mark, rows=rows, removed=True))

    def undo(self) -> None:
        """Take back the last change."""
        if self._undo:
            before = self._undo.pop()
            self._change(partial(pile_work.restore, before=before), undoable=False)

    def answer_repeated(self, answer: str) -> None:
        """What rows with the same reference are; kept for this layout."""
        session, pile = self._desk.session, self.pile
        if session is None or pile is None:
            return
        self._change(partial(pile_work.answer, repeated=answer), undoable=False)
        self._desk.lanes.start(
            CHANGE,
            partial(pile_work.keep_answer, session, pile.id, answer),
            done=self._desk.take_settings,
            failed=self._desk.report,
        )

    def answer_duplicates(self, answer: str) -> None:
        """Whether what was sent before is left out or sent again."""
        self._change(partial(pile_work.answer, duplicates=answer), undoable=False)

    def answer_weekend(self, answer: str) -> None:
        """Whether Paczka w Weekend waits for its window or goes as standard."""
        self._change(partial(pile_work.answer, weekend=answer), undoable=False)

    def judge_again(self) -> None:
        """Judge every row by the time that it is now."""
        self._change(pile_work.judge, undoable=False)

    def join(self, rows: Collection[int], *, apart: bool) -> None:
        """Put orders into one box, or each into its own again."""
        self._change(partial(pile_work.join, rows=rows, apart=apart))

    def rules(self) -> Rules:
        """What the account allows, as far as it is known, at this time."""
        from inpost_desk.actions.pile import Rules

        session, known = self._desk.session, self._desk.settings
        rules = self._rules or Rules(frozenset(), known.sending_method)
        shut = session is not None and weekend_shut(session, known)
        return replace(rules, weekend_shut=shut)

    def take_rows(self, changed: Collection[PileRow]) -> None:
        """Rows that a run has changed."""
        known = {one.row: one for one in changed if one.row in self._rows}
        self._rows = {**self._rows, **known}

    def _forget(self) -> None:
        if self._session is not self._desk.session:
            # Another account may have another contract, and its points may be the sandbox's.
            self._session, self._rules, self._points = self._desk.session, None, {}
        self._undo.clear()
        self._rows = {}
        self._changing.clear()
        self._waiting = None
        self.pile = None
        self._reading.clear()
        self._go_on()
        self.checking.emit(None)
        self.undone_changed.emit(False)

    def _look_up(self, rows: Collection[int]) -> None:
        # InPost may be slow: the next change does not wait for it, but a run does.
        work = partial(pile_work.look_up, rows=rows)
        self._change(work, lane=FETCH, undoable=False)

    def _change(
        self,
        work: Callable[[Work], Before | None],
        *,
        lane: str = CHANGE,
        undoable: bool = True,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        session, pile = self._desk.session, self.pile
        if session is None or pile is None:
            return
        change = object()
        parts = Work(session, pile, self.rules(), dict(self._points), self.lock)
        self._changing.add(change)

        def done(before: Before | None) -> None:
            self._points.update(parts.points)
            if change in self._changing:
                self._changing.remove(change)
                then()
                self._changed(before, undoable=undoable)

        def failed(error: Exception) -> None:
            self._changing.discard(change)
            self._waiting = None
            self.refresh()
            self._desk.report(error)

        self._jobs.start(lambda _: work(parts), lane=lane, done=done, failed=failed)

    def _changed(self, before: Before | None, *, undoable: bool) -> None:
        if before is not None:
            if undoable and before.rows:
                self._undo = [*self._undo, before][-KEPT:]
            if before.late:
                self._tell_late(len(before.late))
            self.touched.emit(frozenset(one.row for one in before.rows))
        self.undone_changed.emit(bool(self._undo))
        if self._changing or self._waiting is None:
            self.refresh()
            return
        go, self._waiting = self._waiting, None
        self.refresh_then(go)

    def _tell_late(self, count: int) -> None:
        words = translate("ui", "At InPost already: {count}").format(count=count)
        told = translate("ui", "These rows stay as they were sent.")
        self._desk.notify(Notice(TOO_LATE, INFORMATION, words, told))

    def _opened(self, pile: Pile | None) -> None:
        self.pile = pile
        self.opened.emit(pile)
        if pile is None:
            return
        read = partial(pile_work.read, pile)
        if pile.rows > 2 * pile_work.FIRST:
            first = partial(pile_work.first, pile)
            self._jobs.start(first, done=partial(self._first_read, pile))
        else:
            self._jobs.start(read, done=partial(self._all_read, pile))

    def _opened_of_run(self, pile: Pile | None) -> None:
        if pile is not None and (self.pile is None or pile.id != self.pile.id):
            self.open(pile)

    def _first_read(self, pile: Pile, read: Read) -> None:
        if self.pile is None or pile.id != self.pile.id:
            return
        self.loaded.emit(read[1], False)
        self._jobs.start(partial(pile_work.read, pile), done=partial(self._all_read, pile))

    def _all_read(self, pile: Pile, read: Read) -> None:
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

    def _read(self, read: Again) -> None:
        self.pile = read.pile
        if len(read.rows) > LARGE:
            Garbage.loaded()
        if read.before is not self._rows:
            # A run has brought rows meanwhile.
            read = compared(read.pile, read.rows, self._rows)
        self._rows = read.found
        if read.fresh is None:
            self.loaded.emit(read.rows, True)
        else:
            self.changed.emit(read.fresh)
        self.tell_facts()

    def _read_ended(self, number: int) -> None:
        self._reading.discard(number)
        if not self._reading:
            self._go_on()

    def _go_on(self) -> None:
        waiting, self._after_reading = self._after_reading, []
        for go in waiting:
            go()

    def _told(self, facts: PileFacts) -> None:
        if self.pile is not None and facts.pile_id == self.pile.id:
            self.facts_changed.emit(facts)

    def _checked(self, found: tuple[int, Rules, Points]) -> None:
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
