"""What the side panel is about, and what comes of the answers given there.

A run comes first, then the row one stands on: its problem, its doubt, or all of it; without one, the pile.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from inpost_desk.domain.order import Field, Problem
from inpost_desk.domain.pile import Fix, Pile, PileRow, RowDetail
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import side_jobs as jobs
from inpost_desk.ui.orders.bar_guide import BarGuide
from inpost_desk.ui.orders.bar_parts import sum_words
from inpost_desk.ui.orders.panel import SidePanel
from inpost_desk.ui.orders.panel_cards import ProblemCard, QuestionCard, RowCard
from inpost_desk.ui.orders.panel_detail import AGAIN_KEY
from inpost_desk.ui.orders.panel_together import KEY as JOIN_KEY
from inpost_desk.ui.orders.panel_together import TogetherCard
from inpost_desk.ui.orders.pile_facts import WEEKEND_RULES, PileFacts, ToFix
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.prices import Prices
from inpost_desk.ui.orders.row_acts import RowAction
from inpost_desk.ui.orders.row_deeds import RowDeeds
from inpost_desk.ui.orders.running import Runner
from inpost_desk.ui.orders.story import Story
from inpost_desk.ui.orders.table import PileTable
from inpost_desk.ui.orders.unsure import Unsure
from inpost_desk.ui.orders.weekend_clock import WeekendClock
from inpost_desk.wording.speech import translate

# Stages whose rows are about the whole pile's questions.
ASKED = frozenset({Stage.QUESTION, Stage.DUPLICATE})
# A problem like that is answered in all lines of the order.
AS_LINE = "as_line"
REST = 50


class Side(QObject):
    """Leads the side panel."""

    again_asked = Signal(object)
    """Rows that InPost has refused are to be sent once more as they are."""

    def __init__(self, desk: Desk, piling: Piling, runner: Runner, table: PileTable) -> None:
        super().__init__(table)
        self._jobs = Jobs(desk, self)
        self._piling = piling
        self._runner = runner
        self._table = table
        self._facts: PileFacts | None = None
        self._fixes: dict[tuple[int, Problem], tuple[Fix, ...]] = {}
        self._asked: set[tuple[int, Problem]] = set()
        self._fresh = True
        self._answered: int | None = None
        self._prices: Prices | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self.panel = SidePanel()
        self.unsure = Unsure(desk, piling, self.panel, self)
        self.story = Story(desk, runner, self.panel, self)
        self.weekend = WeekendClock(desk, piling, self)
        self.deeds = RowDeeds(desk, piling, table, self.panel.acts, self)
        self._connect()

    def lead(self, guide: BarGuide) -> None:
        """Share with the bar what both say of the pile as a whole."""
        self._prices = guide.prices
        guide.prices.changed.connect(self._show_soon)
        guide.follow(self.weekend)
        self.deeds.settings_asked.connect(guide.settings_asked)

    def next_problem(self, step: int) -> None:
        """F8: the next row that needs somebody."""
        self._table.next_problem(step)

    def press(self, digit: int) -> None:
        """A digit typed in the table: it means the row one stands on, even if the panel lags behind."""
        if self._rest.isActive():
            self._rest.stop()
            self.show()
        row, card = self._table.row_at_current(), self.panel.problem.card()
        if self.panel.problem.isHidden() or card is None or row is None or card.row == row.row:
            self.panel.press(digit)

    def _connect(self) -> None:
        self._piling.opened.connect(self._forget)
        self._piling.facts_changed.connect(self._told)
        self._piling.undone_changed.connect(lambda _: self.show())
        # An arrow key held down passes many rows; the panel follows when it comes to rest.
        self._rest.timeout.connect(self.show)
        self._table.current_changed.connect(lambda _: self._rest.start())
        all_like_it = QShortcut(QKeySequence("0"), self._table)
        all_like_it.setContext(Qt.ShortcutContext.WidgetShortcut)
        all_like_it.setAutoRepeat(False)
        all_like_it.activated.connect(partial(self.press, 0))
        self._table.fix_asked.connect(self.press)
        self._runner.figures_changed.connect(lambda _: self._show_soon())
        self._runner.ended.connect(lambda _: self.show())
        self.panel.fix_chosen.connect(self._fix)
        self.panel.fix_all_chosen.connect(self._fix_all)
        self.panel.other_asked.connect(self._edit)
        self.panel.skip_asked.connect(self._skip)
        self.panel.problem_chosen.connect(self._go_to)
        self.panel.repeated_answered.connect(self._piling.answer_repeated)
        self.panel.duplicates_answered.connect(self._piling.answer_duplicates)
        self.panel.weekend_answered.connect(self._piling.answer_weekend)
        self.weekend.ticked.connect(self._show_soon)
        self.panel.together_asked.connect(self._join)
        join = QShortcut(QKeySequence(JOIN_KEY), self._table)
        join.setContext(Qt.ShortcutContext.WidgetShortcut)
        join.setAutoRepeat(False)
        join.activated.connect(self._press_join)
        self.panel.undo_asked.connect(self._piling.undo)
        again = RowAction(translate("ui", "Send again"), AGAIN_KEY, self._table)
        # The rows' menu shows it where a row was refused.
        self._table.addAction(again)
        for asked in (again.triggered, self.panel.again_asked):
            asked.connect(self._send_again)
        self.deeds.pay_asked.connect(self.again_asked)

    @Slot(object)
    def _forget(self, _pile: object) -> None:
        self._facts = None
        self._fixes.clear()
        self._asked.clear()
        self._fresh, self._answered = True, None
        self.show()

    @Slot(object)
    def _told(self, facts: PileFacts) -> None:
        before, self._facts = self._facts, facts
        first = self._next_to_fix()
        if self._fresh or self._answered is not None:
            self._fresh, self._answered = False, None
            if self._runner.running:
                pass
            elif first is not None:
                self._table.go_to(first.row, first.problem.field)
            elif facts.question is not None:
                # Where the question stands, so that it is seen.
                self._table.next_problem(1)
        elif _asks_anew(before, facts) and self._at_top() and not self._runner.running:
            # The table is told of the same rows a moment later.
            rows = self._piling.rows.values()
            self._go_to(next((one.row for one in rows if one.rule in WEEKEND_RULES), 0))
        self.show()

    def _at_top(self) -> bool:
        """Whether nobody has begun to look through the rows."""
        row = self._table.row_at_current()
        return row is None or row.row == next(iter(self._piling.rows), 0)

    def _next_to_fix(self) -> ToFix | None:
        """The problem after the one just answered, round the end."""
        to_fix = self._facts.to_fix if self._facts else ()
        after = [one for one in to_fix if one.row >= (self._answered or 0)]
        return next(iter((*after, *to_fix)), None)

    def _show_soon(self) -> None:
        """Figures come in bursts; the bar has them at once, here they may wait for a pause of the rest."""
        if not self._rest.isActive():
            self._rest.start()

    def show(self) -> None:
        """Show what there is to say now."""
        row = self._table.row_at_current()
        if row is not None and row.stage is Stage.UNSURE and not self._runner.running:
            self.unsure.show(row)
            return
        self.unsure.leave()
        if self._runner.running:
            self.story.show()
        elif row is None or row.stage is Stage.TO_FIX or _asked(row):
            self._show_problems(row)
        else:
            self._show_row(row)

    def _show_problems(self, row: PileRow | None) -> None:
        facts = self._facts
        if facts is None:
            self.panel.show_nothing()
            return
        current = next((one for one in facts.to_fix if row and one.row == row.row), None)
        others = [
            self._piling.rows[one.row]
            for one in facts.to_fix
            if one is not current and one.row in self._piling.rows
        ]
        self.panel.show_problems(
            self._card(current) if current else None,
            others,
            mended=facts.mended,
            reimported=facts.reimported,
            warnings=facts.warned,
            questions=self._questions(facts.question),
            undo=self._undo_words(),
            notes=self._notes(),
        )

    def _notes(self) -> list[str]:
        total = self._prices.sum if self._prices else None
        words = translate("ui", "What would be bought now costs {sum}")
        price = "" if total is None else words.format(sum=sum_words(total))
        return [one for one in (price, self.weekend.countdown()) if one]

    def _questions(self, card: QuestionCard | None) -> QuestionCard | None:
        """The card with the time that it is now; nothing of Paczka w Weekend while it is taken."""
        if card is None or card.weekend is None:
            return card
        opening = self.weekend.opening()
        if opening is None or opening.open:
            return replace(card, weekend=None)
        timed = replace(card.weekend, opens_at=opening.changes_at, left=opening.left)
        return replace(card, weekend=timed)

    def _undo_words(self) -> str:
        return translate("ui", "the last change") if self._piling.can_undo else ""

    def _card(self, one: ToFix) -> ProblemCard:
        from inpost_desk.domain.fixes import alike

        key = (one.row, one.problem)
        if key not in self._asked:
            self._asked.add(key)
            self._look_for_fixes(one)
        others = self._facts.to_fix if self._facts else ()
        like = sum(other is not one and alike(one.problem, other.problem) for other in others)
        return ProblemCard(
            one.row,
            one.reference,
            one.name,
            one.problem,
            self._fixes.get(key, ()),
            alike=like,
            looking=key not in self._fixes and jobs.asks_points(one.problem),
            more=one.more,
        )

    def _look_for_fixes(self, one: ToFix) -> None:
        pile = self._piling.pile
        if pile is None:
            return
        key = (one.row, one.problem)

        def found(fixes: tuple[Fix, ...]) -> None:
            if self._is_open(pile):
                self._fixes[key] = fixes
                self.show()

        self._jobs.start(partial(jobs.find_fixes, pile_id=pile.id, one=one), done=found)

    def _is_open(self, pile: Pile) -> bool:
        """Whether what was found out of that pile is about the one on the desk."""
        return self._piling.pile is not None and self._piling.pile.id == pile.id

    def _show_row(self, row: PileRow) -> None:
        pile = self._piling.pile
        if pile is None:
            return

        def read(found: tuple[RowDetail | None, TogetherCard | None]) -> None:
            detail, together = found
            there = self._is_open(pile) and self._table.row_at_current() == row
            if detail is not None and there and not self._runner.running:
                card = RowCard(detail, row.stage, row.tracking_number, row=row)
                self.panel.show_detail(card, together)

        alike, rules = self._alike(row), self._piling.rules()
        head = self._piling.rows.get(row.same_parcel_as or row.row, row)
        work = partial(jobs.read_row, pile_id=pile.id, row=row, head=head, alike=alike, rules=rules)
        self._jobs.start(work, done=read)

    def _alike(self, row: PileRow) -> Sequence[int]:
        """Rows whose orders may share a box with this one, or do."""
        facts = self._facts
        if facts is None:
            return ()
        shares = row.same_parcel_as is not None or row.row in facts.heads
        return facts.alike.get(row.row) or ((row.row,) if shares else ())

    @Slot(int, object)
    def _fix(self, row: int, fix: Fix) -> None:
        known = self._piling.rows.get(row)
        if known is None:
            return
        self._answered = row
        rows = [row]
        if fix.rule == AS_LINE:
            reference = known.reference
            rows = [one.row for one in self._piling.rows.values() if one.reference == reference]
        self._piling.edit(dict.fromkeys(rows, fix.cells))

    @Slot(int, object)
    def _fix_all(self, row: int, fix: Fix) -> None:
        pile, facts = self._piling.pile, self._facts
        one = next((one for one in facts.to_fix if one.row == row), None) if facts else None
        if pile is None or facts is None or one is None:
            return
        self._answered = row

        def found(cells: Mapping[int, Mapping[Field, str]]) -> None:
            # Rows of another pile have the same numbers.
            if self._is_open(pile):
                self._piling.edit(cells)

        work = partial(jobs.fix_all, pile_id=pile.id, one=one, fix=fix, to_fix=facts.to_fix)
        self._jobs.start(work, done=found)

    @Slot(int)
    def _edit(self, row: int) -> None:
        self._go_to(row)
        self._table.setFocus()
        self._table.edit_current()

    @Slot(object, bool)
    def _join(self, rows: Collection[int], apart: bool) -> None:  # noqa: FBT001 - a slot
        self._piling.join(rows, apart=apart)

    @Slot()
    def _press_join(self) -> None:
        # The panel may lag behind the row that one stands on.
        row, box = self._table.row_at_current(), self.panel.together
        if row is not None and box.isVisibleTo(self.panel) and row.row in box.rows():
            box.press()

    @Slot()
    def _send_again(self) -> None:
        """The selected rows, else the one that one stands on, as far as InPost has refused them."""
        current = self._table.row_at_current()
        several = self._table.selection_count() > 1
        chosen = self._table.selected_rows() if several else [current.row] if current else []
        rows = self._piling.rows
        refused = {row for row in chosen if row in rows and rows[row].stage is Stage.REFUSED}
        if refused:
            self.again_asked.emit(frozenset(refused))

    @Slot(int)
    def _skip(self, row: int) -> None:
        self._answered = row
        self._piling.remove([row])

    @Slot(int)
    def _go_to(self, row: int) -> None:
        found = self._piling.rows.get(row)
        self._table.go_to(row, found.field if found else "")


def _asks_anew(before: PileFacts | None, facts: PileFacts) -> bool:
    """Whether only InPost's clock has told what is asked now."""
    asked = facts.question.weekend if facts.question else None
    known = before is None or bool(before.question and before.question.weekend)
    return asked is not None and not asked.answer and not known


def _asked(row: PileRow) -> bool:
    """Whether a question about the file keeps the row."""
    return row.stage in ASKED or (row.stage is Stage.HELD and row.rule in WEEKEND_RULES)
