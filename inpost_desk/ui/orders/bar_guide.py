"""What the bottom bar says, and what its buttons start: a run, its stop, its payment, its result file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from inpost_desk.background import FETCH
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.printer import FOLDER
from inpost_desk.domain.stage import STOPPING_ERRORS, Stage
from inpost_desk.domain.time_left import rounded
from inpost_desk.errors import QuestionOpen, Trouble
from inpost_desk.settings import Environment
from inpost_desk.ui.desk import DONE, ERROR, WARNING, Desk, Notice
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.action_bar import ActionBar
from inpost_desk.ui.orders.bar_modes import Block, Ended, Idle, PaymentStop, Running
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.results import write_pile_result
from inpost_desk.ui.orders.running import CHECKED, PRINTED, WANTED, Figures, Outcome, Runner
from inpost_desk.ui.orders.table import PileTable
from inpost_desk.ui.orders.terms import printer_of
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.status import WORK, StatusText
from inpost_desk.wording.sentences import rule_words, service_words, trouble_words
from inpost_desk.wording.speech import translate

# What a run would take up by itself; what is unsure is settled, not bought.
TAKES = WANTED - {Stage.UNSURE}
LEFT_OUT = (
    Stage.TO_FIX,
    Stage.QUESTION,
    Stage.DUPLICATE,
    Stage.HELD,
    Stage.REFUSED,
    Stage.UNSURE,
    Stage.MAYBE_PRINTED,
)
# What keeps a row from its label after a run.
TROUBLE = (
    Stage.REFUSED,
    Stage.UNPAID,
    Stage.UNSURE,
    Stage.BAD_LABEL,
    Stage.BOUGHT,
    Stage.UNDER_WAY,
)
RUN, PRESS, LATE, RESULT = "run", "press", "late", "result"


class BarGuide(QObject):
    """Leads the bar."""

    ran = Signal(object)
    settings_asked = Signal(str)
    """A section of the settings page: what is missing is set there."""
    late_asked = Signal(object)
    """Row numbers whose label came too late to be printed by itself."""

    def __init__(
        self, desk: Desk, piling: Piling, runner: Runner, table: PileTable, bar: ActionBar
    ) -> None:
        super().__init__()
        self._desk = desk
        self._piling = piling
        self._runner = runner
        self._table = table
        self._bar = bar
        self._checking = False
        self._after: Ended | PaymentStop | None = None
        self._started: frozenset[int] = frozenset()
        self._result: Path | None = None
        self._connect()

    def open_result(self) -> None:
        """Open the result file with whatever the system has for it."""
        if self._result is not None:
            table = self._result.with_suffix(".xlsx")
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(table)))

    @property
    def result(self) -> Path | None:
        """The result file of the last run."""
        return self._result

    def _connect(self) -> None:
        self._bar.create_and_print_asked.connect(partial(self._run, printing=True))
        self._bar.buy_only_asked.connect(partial(self._run, printing=False))
        self._bar.stop_asked.connect(self._runner.stop)
        self._bar.pay_again_asked.connect(partial(self._run, printing=True))
        self._bar.later_asked.connect(self._to_idle)
        self._bar.blocked_link_asked.connect(self._mend_block)
        self._runner.figures_changed.connect(self._figures)
        self._runner.ended.connect(self._ended)
        self._piling.opened.connect(lambda _: self._to_idle())
        self._piling.loaded.connect(lambda *_: self.show())
        self._piling.changed.connect(self._changed)
        self._piling.checking.connect(self._check)
        self._table.selection_count_changed.connect(lambda _: self.show())
        self._desk.settings_changed.connect(self.show)

    # Before a run

    @Slot()
    def show(self) -> None:
        """Show what fits now."""
        if self._runner.running:
            return
        if isinstance(self._after, PaymentStop):
            self._bar.show_payment(self._after)
        elif isinstance(self._after, Ended):
            self._bar.show_ended(self._after)
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
        self.show()

    def _idle(self) -> Idle:
        rows = self._piling.rows.values()
        counts = Counter(one.stage for one in rows)
        return Idle(
            ready=sum(counts[stage] for stage in TAKES),
            skipped={stage: counts[stage] for stage in LEFT_OUT if counts[stage]},
            selected=self._selected(),
            note=self._note(),
            blocked=self._block(counts),
        )

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

    def _note(self) -> str:
        known = self._desk.settings
        parts = []
        if known.sending_method:
            parts.append(service_words(known.sending_method))
        session = self._desk.session
        printer = printer_of(session, known) if session else None
        if printer is not None:
            to_folder = printer.kind == FOLDER
            words = (
                translate("ui", "A6 labels into the folder {name}")
                if to_folder
                else translate("ui", "A6 labels on {name}")
            )
            name = Path(printer.name).name if to_folder else printer.name
            parts.append(words.format(name=name))
        return " · ".join(parts)

    def _block(self, counts: Counter[Stage]) -> Block | None:
        session, known = self._desk.session, self._desk.settings
        if session is None or not session.may_ask:
            return Block.NO_ACCOUNT
        if counts[Stage.QUESTION]:
            return Block.QUESTION
        if self._checking and not self._piling.checked:
            return Block.CHECKING
        demo = session.account.environment == Environment.DEMO
        if not known.sending_method and not demo:
            return Block.NO_METHOD
        return Block.NO_PRINTER if printer_of(session, known) is None else None

    @Slot()
    def _mend_block(self) -> None:
        block = self._idle().blocked
        if block is Block.QUESTION:
            self._table.set_stage(Stage.QUESTION)
            self._table.next_problem()
            return
        places = {Block.NO_ACCOUNT: "account", Block.NO_METHOD: "sending"}
        self.settings_asked.emit(places.get(block, "printer") if block else "printer")

    @Slot(object)
    def _check(self, progress: object) -> None:
        self._checking = progress is not None
        self.show()

    # A run

    def _run(self, *, printing: bool) -> None:
        pile = self._piling.pile
        if pile is None or self._runner.running:
            return
        self._after = None
        self._result = None
        chosen = self._chosen()
        known = self._piling.rows
        self._started = frozenset(known if chosen is None else chosen)
        for key in (RUN, PRESS, LATE, RESULT):
            self._desk.withdraw(key)
        self._runner.start(pile, chosen, known.values(), printing=printing, front=self._front())

    def _front(self) -> tuple[str, ...]:
        """The words of the page ahead of labels nobody may send."""
        session = self._desk.session
        if session is None or session.account.environment not in (
            Environment.DEMO,
            Environment.SANDBOX,
        ):
            return ()
        return (
            translate("ui", "SPECIMEN – DO NOT SEND"),
            translate("ui", "The labels behind this page are samples."),
        )

    @Slot(object)
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
        self._tell_status()
        self._tell_troubles(outcome)
        pile, session = self._piling.pile, self._desk.session
        if pile is None or session is None:
            return
        # The last look of the table may be older than the end of the run.
        self._piling.refresh_then(partial(self._summed_up, outcome))
        spare = self._desk.data_dir / "results"
        self._desk.lanes.start(
            FETCH,
            lambda: write_pile_result(session.ledger, pile, self._piling.rules(), spare=spare),
            done=self._written,
            failed=self._not_written,
        )

    def _summed_up(self, outcome: Outcome) -> None:
        rows = [row for number, row in self._piling.rows.items() if number in self._started]
        counts = Counter(one.stage for one in rows)
        figures = self._runner.figures
        unpaid = counts[Stage.UNPAID]
        if unpaid and outcome.stopped_by in STOPPING_ERRORS | {"", "transaction_failed"}:
            reason = outcome.stopped_by or next(
                one.rule for one in rows if one.stage is Stage.UNPAID
            )
            self._after = PaymentStop(_sentence(rule_words(reason)), unpaid)
        elif figures.total:
            takes = PRINTED if figures.printing else CHECKED
            done = sum(
                self._piling.rows[row].stage in takes
                for row in self._runner.wanted
                if row in self._piling.rows
            )
            self._after = Ended(
                done=done,
                total=figures.total,
                trouble={stage: counts[stage] for stage in TROUBLE if counts[stage]},
                note=translate("ui", "stopped by you") if outcome.stopped else "",
                printed=figures.printing and done > 0,
                result=True,
            )
        self.show()
        self.ran.emit(outcome)

    def _tell_status(self) -> None:
        self._desk.told.emit(WORK, StatusText(translate("ui", "Nothing runs in the background")))

    def _tell_troubles(self, outcome: Outcome) -> None:
        for error in outcome.troubles:
            if isinstance(error, QuestionOpen) and error.rule == "sending_method":
                self.settings_asked.emit("sending")
            elif isinstance(error, Trouble):
                again = translate("ui", "Go on")
                told = translate("ui", "Nothing is lost or bought twice.")
                go_on = partial(self._run, printing=True)
                # F4 never spends money: it goes on only where nothing is left to be bought.
                more = any(one.stage is Stage.READY for one in self._piling.rows.values())
                self._desk.notify(
                    Notice(
                        RUN,
                        ERROR,
                        trouble_words(error),
                        told,
                        "" if more else again,
                        None if more else go_on,
                    )
                )
            else:
                self._desk.report(error)
        job = outcome.last_job
        if job is not None and (job.failed or job.cancelled or job.open):
            self._desk.notify(
                Notice(
                    PRESS,
                    WARNING,
                    translate("ui", "The printer stopped."),
                    translate("ui", "Labels that did not come out: {count}. See to the printer.")
                    .format(count=job.failed + job.cancelled + job.open + job.left),
                )
            )  # fmt: skip
        if outcome.late:
            self._desk.notify(
                Notice(
                    LATE,
                    WARNING,
                    translate("ui", "Labels that came too late: {count}").format(
                        count=len(outcome.late)
                    ),
                    translate("ui", "Their place in the pile has passed, so they wait for you."),
                    translate("ui", "Print them now"),
                    partial(self.late_asked.emit, outcome.late),
                )
            )

    def _written(self, place: Path) -> None:
        self._result = place
        self._desk.notify(
            Notice(
                RESULT,
                DONE,
                translate("ui", "The result file is written."),
                str(place),
                translate("ui", "Open"),
                self.open_result,
            )
        )

    def _not_written(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._desk.notify(Notice(RESULT, WARNING, trouble_words(error)))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
