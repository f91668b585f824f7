"""What the bottom bar says, and what its buttons start: a run, its stop, its payment, its result file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import STOPPING_ERRORS, Stage
from inpost_desk.domain.time_left import rounded
from inpost_desk.session_printers import printer_of
from inpost_desk.settings import Environment
from inpost_desk.ui.desk import INFORMATION, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.action_bar import ActionBar
from inpost_desk.ui.orders.bar_idle import block_words
from inpost_desk.ui.orders.bar_modes import Block, Ended, Idle, PaymentStop, Running
from inpost_desk.ui.orders.bar_notes import note_of
from inpost_desk.ui.orders.bar_standing import LEFT_OUT, TAKES, TROUBLE, standing
from inpost_desk.ui.orders.pile_facts import REPEATED
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.prices import Prices
from inpost_desk.ui.orders.results import pile_result
from inpost_desk.ui.orders.run_end import LATE, RunEnd
from inpost_desk.ui.orders.running import CHECKED, PRINTED, Figures, Outcome, Runner
from inpost_desk.ui.orders.specimen import specimen_words
from inpost_desk.ui.orders.table import PileTable
from inpost_desk.ui.orders.weekend_clock import WeekendClock
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.status import CONNECTION, WORK, StatusText
from inpost_desk.wording.sentences import rule_words
from inpost_desk.wording.speech import translate

# What ends a run, or does not, where InPost took no payment.
MONEY = STOPPING_ERRORS | {"", "transaction_failed"}
# A refused row that is sent once more, and cannot be now.
AGAIN = "send_again"


class BarGuide(QObject):
    """Leads the bar."""

    ran = Signal(object)
    settings_asked = Signal(str)
    """A section of the settings page: what is missing is set there."""
    doubts_asked = Signal()
    """Which labels came out is to be said."""

    def __init__(
        self, desk: Desk, piling: Piling, runner: Runner, table: PileTable, bar: ActionBar
    ) -> None:
        super().__init__(bar)
        self._desk = desk
        self._piling = piling
        self._runner = runner
        self._table = table
        self._bar = bar
        self.end = RunEnd(desk, piling, runner, self)
        self._jobs = Jobs(desk, self)
        self.prices = Prices(desk, piling, self._chosen, self)
        self._countdown: Callable[[], str] = str
        self._checking = self._closing = self._offline = False
        self._after: Ended | PaymentStop | None = None
        self._chosen_then: frozenset[int] | None = None
        self._started: frozenset[int] = frozenset()
        self._connect()
        self._hear(CONNECTION, desk.last_told.get(CONNECTION))

    def _connect(self) -> None:
        self._bar.create_and_print_asked.connect(partial(self._asked, printing=True))
        self._bar.buy_only_asked.connect(partial(self._asked, printing=False))
        self._bar.stop_asked.connect(self._runner.stop)
        self._bar.pay_again_asked.connect(self._pay_again)
        self._bar.later_asked.connect(self._to_idle)
        self._bar.blocked_link_asked.connect(self._mend_block)
        self._runner.figures_changed.connect(self._figures)
        self._runner.ended.connect(self._ended)
        self._piling.touched.connect(self._runner.leave_out)
        self.end.settings_asked.connect(self.settings_asked)
        self._piling.opened.connect(lambda _: self._to_idle())
        self._piling.loaded.connect(lambda *_: self.show())
        self._piling.changed.connect(self._changed)
        self._piling.checking.connect(self._check)
        self._table.selection_count_changed.connect(lambda _: self._selected_anew())
        self.prices.changed.connect(self.show)
        self._desk.settings_changed.connect(self.show)
        self._desk.told.connect(self._hear)
        self._bar.doubts_asked.connect(self.doubts_asked)

    def follow(self, clock: WeekendClock) -> None:
        """Note how long Paczka w Weekend can be made still."""
        self._countdown = clock.countdown
        clock.ticked.connect(self.show)

    def close(self) -> None:
        """The window closes: the run ends, and none begins that waits for a change."""
        self._closing = True
        self._runner.stop()
        # Their buttons lead to this page; what there is to ask still, another window's page asks anew.
        for key in (LATE, AGAIN):
            self._desk.withdraw(key)

    # Before a run

    @Slot()
    def show(self) -> None:
        """Show what fits now."""
        if self._runner.running:
            return
        after = self._after or standing(self._piling.rows.values())
        if isinstance(after, PaymentStop):
            self._bar.show_payment(after)
        elif isinstance(after, Ended) and not self._chosen_anew():
            self._bar.show_ended(replace(after, doubted=self._doubted()))
        else:
            self._bar.show_idle(self._idle())

    @Slot()
    def _to_idle(self) -> None:
        self._after = None
        self.show()

    def _changed(self, rows: Collection[PileRow]) -> None:
        # Somebody goes on with the pile: the last run is history.
        if isinstance(self._after, Ended) and any(one.stage in TAKES for one in rows):
            self._after = None
        elif isinstance(self._after, PaymentStop):
            left = len(self._left())
            self._after = replace(self._after, count=left) if left else None
        self.show()

    def _idle(self) -> Idle:
        rows = self._piling.rows.values()
        counts = Counter(one.stage for one in rows)
        return Idle(
            ready=sum(counts[stage] for stage in TAKES),
            skipped={stage: counts[stage] for stage in LEFT_OUT if counts[stage]},
            selected=self._selected(),
            price=self.prices.sum,
            note=note_of(self._desk.session, self._desk.settings, self._countdown()),
            blocked=self._block(counts),
            doubted=counts[Stage.MAYBE_PRINTED],
        )

    def _repeated(self) -> bool:
        """Whether rows wait for an answer that decides how many parcels there are."""
        rows = self._piling.rows.values()
        return any(one.stage is Stage.QUESTION and one.rule == REPEATED for one in rows)

    def _doubted(self) -> int:
        return sum(one.stage is Stage.MAYBE_PRINTED for one in self._piling.rows.values())

    def _selected(self) -> int | None:
        chosen = self._chosen()
        if chosen is None:
            return None
        takes = TAKES | {Stage.REFUSED}
        rows = self._piling.rows
        return sum(row in rows and rows[row].stage in takes for row in chosen)

    def _chosen(self) -> frozenset[int] | None:
        """The selected rows, where that is more than the one that is current."""
        if self._table.selection_count() < 2:
            return None
        return frozenset(self._table.selected_rows())

    def _selected_anew(self) -> None:
        self.prices.look()
        self.show()

    def _chosen_anew(self) -> bool:
        """Whether rows that can be sent were selected since the run ended."""
        return self._chosen() != self._chosen_then and bool(self._selected())

    def _block(self, counts: Counter[Stage]) -> Block | None:
        session, known = self._desk.session, self._desk.settings
        if session is None or not session.may_ask:
            return Block.NO_ACCOUNT
        if counts[Stage.QUESTION] and self._repeated():
            return Block.QUESTION
        if self._checking and not self._piling.checked:
            return Block.CHECKING
        demo = session.account.environment == Environment.DEMO
        if not known.sending_method and not demo:
            return Block.NO_METHOD
        if printer_of(session, known) is None:
            return Block.NO_PRINTER
        return Block.OFFLINE if self._offline else None

    @Slot(str, object)
    def _hear(self, part: str, told: object) -> None:
        """Whether InPost is out of reach; while it is asked again, what was known counts."""
        if part == CONNECTION and isinstance(told, StatusText) and told.offline is not None:
            self._set_offline(told.offline)

    def _set_offline(self, offline: bool) -> None:  # noqa: FBT001
        if offline != self._offline:
            self._offline = offline
            self.show()

    @Slot()
    def _mend_block(self) -> None:
        block = self._idle().blocked
        if block is None:
            self.doubts_asked.emit()
            return
        if block is Block.QUESTION:
            self._table.set_stage(Stage.QUESTION)
            self._table.next_problem()
            return
        places = {Block.NO_ACCOUNT: "account", Block.NO_METHOD: "sending"}
        self.settings_asked.emit(places.get(block, "printer"))

    @Slot(object)
    def _check(self, progress: object) -> None:
        self._checking = progress is not None
        self.show()

    # A run

    def _asked(self, *, printing: bool) -> None:
        begin = partial(self._begin, self._chosen(), printing=printing)
        self._piling.when_settled(begin)

    @Slot(object)
    def send_again(self, rows: frozenset[int]) -> None:
        """Try once more what InPost has refused, as it is; where nothing can be bought now, say why."""
        block = self._idle().blocked
        if block in (None, Block.OFFLINE):
            self._desk.withdraw(AGAIN)
            self._piling.when_settled(partial(self._begin, rows, printing=True))
            return
        reason, link = block_words(block)
        self._desk.notify(Notice(AGAIN, INFORMATION, reason, "", link, self._mend_block))

    def buy(self, rows: frozenset[int]) -> None:
        """Buy these rows without printing, as the button does."""
        self._piling.when_settled(partial(self._begin, rows, printing=False))

    @Slot()
    def open_result(self) -> None:
        """The result file of the pile, be its run a week old."""
        pile = self._piling.pile
        if self._runner.is_about(pile) and self.end.result is not None:
            self.end.open_result()
        elif pile is not None:
            rules, spare = self._piling.rules(), self._desk.data_dir / "results"
            self._jobs.start(
                lambda session: pile_result(session.ledger, pile, rules, spare=spare),
                done=lambda place: self.end.open_file(place.with_suffix(".xlsx")),
            )

    @Slot()
    def _pay_again(self) -> None:
        """Go on with the rows of the run that stopped, and with no others."""
        left, printing = self._left(), self._runner.figures.printing
        if left:
            self._piling.when_settled(partial(self._begin, left, printing=printing))
        else:
            self._to_idle()

    def _begin(self, rows: frozenset[int] | None, *, printing: bool) -> None:
        pile = self._piling.pile
        if pile is None or self._runner.running or self._closing:
            return
        self._after = None
        known = self._piling.rows
        self._started = frozenset(known if rows is None else rows)
        self.end.begin()
        self._runner.start(
            pile,
            rows,
            known.values(),
            printing=printing,
            front=self._front(),
            alone=self._piling.lock,
        )

    def _left(self) -> frozenset[int]:
        """What the run that has just ended was for and the next one would take up."""
        if not self._runner.is_about(self._piling.pile):
            return frozenset()
        rows = self._piling.rows
        return frozenset(
            row for row in self._runner.wanted if row in rows and rows[row].stage in TAKES
        )

    def _front(self) -> tuple[str, ...]:
        """The words of the page ahead of labels nobody may send."""
        session = self._desk.session
        return specimen_words(session.account if session is not None else None)

    def _figures(self, figures: Figures) -> None:
        self._bar.show_running(
            Running(
                figures.total,
                figures.bought,
                figures.checked,
                figures.printed,
                figures.unsure,
                figures.left,
                stopping=figures.stopping,
                printing=figures.printing,
            )
        )
        done = figures.printed if figures.printing else figures.checked
        left = ""
        if figures.left is not None and figures.left > 0:
            left = translate("ui", "about {seconds} s").format(seconds=rounded(figures.left))
        words = (
            translate("ui", "Buying and printing")
            if figures.printing
            else translate("ui", "Buying")
        )
        status = StatusText(
            f"{done} / {figures.total}",
            Shape.ARC,
            State.INFORMATION,
            (done, figures.total),
            left,
            words,
        )
        self._desk.told.emit(WORK, status)

    @Slot(object)
    def _ended(self, outcome: Outcome) -> None:
        words = translate("ui", "Nothing runs in the background")
        self._desk.told.emit(WORK, StatusText(words))
        if outcome.sent and not outcome.troubles:
            self._set_offline(False)
        if self._runner.is_about(self._piling.pile):
            # The last look of the table may be older than the end of the run.
            sum_up = partial(self._sum_up, outcome)
            self._piling.refresh_then(sum_up, failed=sum_up)
        else:
            self._to_idle()
            self.ran.emit(outcome)
        self.end.tell(outcome)

    def _sum_up(self, outcome: Outcome) -> None:
        rows = [row for number, row in self._piling.rows.items() if number in self._started]
        counts = Counter(one.stage for one in rows)
        figures, left = self._runner.figures, self._left()
        self._after, self._chosen_then = None, self._chosen()
        if counts[Stage.UNPAID] and outcome.stopped_by in MONEY:
            reason = outcome.stopped_by or next(
                one.rule for one in rows if one.stage is Stage.UNPAID
            )
            self._after = PaymentStop(_sentence(rule_words(reason)), len(left))
        elif figures.total and any(one.stage in TAKES for one in rows):
            # The same button goes on: nobody has to look for another.
            self.end.tell_left(self._done(), figures.total, stopped=outcome.stopped)
        elif figures.total:
            self._after = self._summary(counts, stopped=outcome.stopped)
        self.show()
        self.ran.emit(outcome)

    def _summary(self, counts: Counter[Stage], *, stopped: bool) -> Ended:
        figures, done = self._runner.figures, self._done()
        return Ended(
            done=done,
            total=figures.total,
            trouble={stage: counts[stage] for stage in TROUBLE if counts[stage]},
            note=translate("ui", "stopped by you") if stopped else "",
            printed=figures.printing and done > 0,
            result=True,
        )

    def _done(self) -> int:
        takes = PRINTED if self._runner.figures.printing else CHECKED
        rows = self._piling.rows
        return sum(row in rows and rows[row].stage in takes for row in self._runner.wanted)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
