"""The labels of a shipment just bought, onto the chosen printer: printed once, and again when asked to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import PRINT
from inpost_desk.errors import Trouble
from inpost_desk.settings import Environment
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.shipment import buying_jobs
from inpost_desk.ui.shipment.purchase import Made, Paper
from inpost_desk.ui.status import WORK, StatusText
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.session import Session

# A printer without paper must not hold its lane for ever: after that the label is left with it.
WATCHED_FOR: Final = 60_000
AGAIN: Final = "bad_print"


class LabelPress(QObject):
    """At most one job at a time; `paper` says how it stands."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.paper = Paper()
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._stop = Stop()
        self._watch = QTimer(self, interval=WATCHED_FOR, singleShot=True)
        self._watch.timeout.connect(self.let_go)

    def let_go(self) -> None:
        """Leave what the printer has with it."""
        self._stop.event.set()

    def wait(self) -> None:
        """The labels are being fetched."""
        self._take(Paper(under_way=True))

    def fail(self, error: Exception) -> None:
        """They could not be fetched, or not be printed."""
        self._take(Paper(trouble=error if isinstance(error, Trouble) else None, left=1))
        if not isinstance(error, Trouble):
            self._desk.report(error)

    def print(
        self,
        made: tuple[Made, ...],
        *,
        again: bool = False,
        overruled: frozenset[int] = frozenset(),
    ) -> None:
        """Those that are stored; with `again` also what is on paper already.

        `overruled` are those that print although something is wrong with their label.
        """
        session = self._desk.session
        missing = sum(not one.label for one in made)
        if session is None or missing == len(made):
            self._take(Paper(missing=missing, left=len(made) - missing))
            return
        self._stop = Stop()
        work = partial(
            buying_jobs.print_made,
            session,
            self._desk.settings,
            made,
            reason=AGAIN if again and self.paper.printed else "",
            front=_front(session),
            stop=self._stop,
            told=lambda _: None,
            overruled=overruled,
        )
        self._take(Paper(under_way=True))
        bold = translate("ui", "Printing the label")
        self._desk.told.emit(WORK, StatusText("", Shape.ARC, State.INFORMATION, bold=bold))
        self._watch.start()
        self._desk.lanes.start(
            PRINT,
            work,
            done=self._jobs.lasting(self._take),
            failed=self._jobs.lasting(self.fail),
        )

    def _take(self, paper: Paper) -> None:
        self.paper = paper
        if not paper.under_way:
            self._watch.stop()
        self.changed.emit()


def _front(session: Session) -> tuple[str, ...]:
    """The words of the page ahead of labels nobody may send."""
    if session.account.environment not in (Environment.DEMO, Environment.SANDBOX):
        return ()
    return (
        translate("ui", "SPECIMEN – DO NOT SEND"),
        translate("ui", "The labels behind this page are samples."),
    )
