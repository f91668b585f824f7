"""What is told of a run that has ended: troubles, labels to see to, the result file. Never spends money.

A notice's key may be pressed long after, with another file on the desk: it acts on the run's own rows or not
at all.
"""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inpost_desk.background import FETCH
from inpost_desk.domain.pile import Pile
from inpost_desk.errors import QuestionOpen, Trouble
from inpost_desk.ui.desk import DONE, ERROR, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.opening import open_file
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.press_notice import PRESS, tell_of_printer
from inpost_desk.ui.orders.results import write_pile_result
from inpost_desk.ui.orders.running import Outcome, Runner
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Rules
    from inpost_desk.session import Session

RUN, LATE, LEFT, RESULT = "run", "late", "left", "result"
# Seconds in which the window shows the end of the run, with the interpreter to itself.
SHOWN_FIRST = 0.25


class RunEnd(QObject):
    """Notices after a run, and its result file."""

    settings_asked = Signal(str)
    """A section of the settings page: what is missing is set there."""
    late_asked = Signal(object)
    """Row numbers whose label came too late to be printed by itself."""

    def __init__(self, desk: Desk, piling: Piling, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._piling = piling
        self._runner = runner
        self._jobs = Jobs(desk, self)
        self._result: Path | None = None
        piling.opened.connect(self._other_pile)

    @property
    def result(self) -> Path | None:
        """The result file of the last run."""
        return self._result

    @Slot()
    def open_result(self) -> None:
        """Open the result file with whatever the system has for it."""
        if self._result is not None:
            self.open_file(self._result.with_suffix(".xlsx"))

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a result file of whichever run."""
        open_file(self._desk, path)

    def begin(self) -> None:
        """Another run begins: what was said of the last one is history."""
        self._result = None
        self._withdraw(RUN, PRESS, LATE, LEFT, RESULT)

    def tell(self, outcome: Outcome) -> None:
        """Say what went wrong, and write the result file: the rows that are looked at are read before."""
        self._piling.when_read(partial(self._write_result, self._runner.pile, self._runner.session))
        self._tell_printing(outcome)
        bugs = []
        for error in outcome.troubles:
            if isinstance(error, QuestionOpen) and error.rule == "sending_method":
                self.settings_asked.emit("sending")
            elif isinstance(error, Trouble):
                told = translate("ui", "Nothing is lost or bought twice.")
                self._desk.notify(Notice(RUN, ERROR, trouble_words(error), told))
            else:
                bugs.append(error)
        for bug in bugs:
            self._desk.report(bug)

    def tell_left(self, done: int, total: int, *, stopped: bool) -> None:
        """Something of the run is left to be done by the next."""
        words = translate("ui", "Done: {done} of {total} labels").format(done=done, total=total)
        told = (
            translate("ui", "Stopped by you. The same button goes on; nothing is bought twice.")
            if stopped
            else translate("ui", "The same button goes on with the others.")
        )
        self._desk.notify(Notice(LEFT, INFORMATION, words, told))

    def _tell_printing(self, outcome: Outcome) -> None:
        if outcome.last_job is not None:
            tell_of_printer(self._desk, outcome.last_job)
        if outcome.late:
            words = translate("ui", "Labels that came too late: {count}")
            self._desk.notify(
                Notice(
                    LATE,
                    WARNING,
                    words.format(count=len(outcome.late)),
                    translate("ui", "Their place in the pile has passed, so they wait for you."),
                    translate("ui", "Print them now"),
                    partial(self._print_late, outcome.late),
                )
            )

    def _print_late(self, rows: tuple[int, ...]) -> None:
        if self._runner.is_about(self._piling.pile):
            self._withdraw(LATE)
            self.late_asked.emit(rows)

    def _write_result(self, pile: Pile | None, session: Session | None) -> None:
        if pile is None or session is None:
            return
        here = self._piling.pile is not None and self._piling.pile.id == pile.id
        rules = self._piling.rules() if here and self._desk.session is session else None
        spare = self._desk.data_dir / "results"
        self._desk.lanes.start(
            FETCH,
            partial(_write, session, pile, rules, spare=spare),
            done=self._jobs.lasting(self._written),
            failed=self._jobs.lasting(self._not_written),
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

    @Slot(object)
    def _other_pile(self, _pile: object) -> None:
        self._withdraw(RUN, PRESS, LATE, LEFT)

    def _withdraw(self, *keys: str) -> None:
        for key in keys:
            self._desk.withdraw(key)


def _write(session: Session, pile: Pile, rules: Rules | None, *, spare: Path) -> Path:
    """On its lane from the start, so that a window that closes now waits for the file."""
    time.sleep(SHOWN_FIRST)
    return write_pile_result(session.ledger, pile, rules, spare=spare)
