"""From this program to one printer: a document that was noted is sent and followed to its end.

Which labels are on it and what is wrong with them is not known here; `printing` puts it together.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from inpost_desk.actions.ready import Held
from inpost_desk.actions.waiting import Stop, growing
from inpost_desk.errors import Trouble
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import TAKEN, PrintState
from inpost_desk.printers.printer import ENDED, Document, Job, JobState, Printer, PrinterState

log = logging.getLogger(__name__)

FIRST_LOOK: Final = 0.15
LATER_LOOKS: Final = 2.0
# Looks after which a job takes so long that the printer is asked why.
_PATIENCE: Final = 2

_ENDS: Final = {
    JobState.DONE: PrintState.DONE,
    JobState.FAILED: PrintState.FAILED,
    JobState.CANCELLED: PrintState.CANCELLED,
    # Its printer has forgotten it, so nothing more will be told.
    JobState.UNKNOWN: PrintState.SENT,
}


@dataclass(frozen=True, slots=True)
class Printing:
    """How far it is, for whoever shows it, in labels of this call: all, given to the printer, printed.

    `name` is the printer's, as the user calls it; `job` and `detail` are of the document it has now, and
    `printer` is how it stands, there when that takes long.
    `stand_in` is the printer that took over for `away`. `shared` says that somebody else's labels come out of
    the same printer meanwhile. `smallest` is below 1 where a label had to be made smaller to fit its paper,
    `plain` counts labels drawn by us because InPost has no commands for them.
    """

    total: int
    given: int = 0
    printed: int = 0
    job: JobState | None = None
    detail: str = ""
    printer: PrinterState | None = None
    stand_in: str = ""
    away: str = ""
    shared: bool = False
    smallest: float = 1.0
    plain: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of it, in labels (of a document: 1). `skipped` were printed before or may have been.

    `open` are with the printer, which had not finished when this was stopped; `left` were not sent at all,
    because of a stop or of a job that failed or was cancelled; `held` were kept back by the read-back.
    """

    printed: int = 0
    skipped: int = 0
    failed: int = 0
    cancelled: int = 0
    open: int = 0
    left: int = 0
    detail: str = ""
    held: tuple[Held, ...] = ()

    @property
    def broken_off(self) -> bool:
        """Whether somebody has to see to the printer first."""
        return bool(self.failed or self.cancelled or self.open)


Told = Callable[[Printing], None]


@dataclass(frozen=True, slots=True)
class End:
    """How the printing of one document ended: `state` is None when it was left with the printer."""

    labels: int
    state: PrintState | None
    detail: str


@dataclass(slots=True)
class Line:
    """For one call of somebody who prints; the printer may change from document to document."""

    ledger: Ledger
    now: Callable[[], datetime]
    stop: Stop
    told: Told
    progress: Printing = Printing(total=0)

    def print(
        self, printer: Printer, job: str, document: Document, *, title: str, labels: int = 1
    ) -> End:
        """Send a claimed document and follow it."""
        printer_job = self.send(printer, job, document, title=title)
        self.say(given=self.progress.given + labels)
        if not printer.can_tell:
            self.say(printed=self.progress.printed + labels)
            return End(labels, PrintState.SENT, "")
        found, begun = self._follow(printer, printer_job)
        if found.state not in ENDED:
            return End(labels, None, found.detail)
        state = note_end(self.ledger, job, found, now=self.now(), begun=begun)
        if state in TAKEN:
            self.say(printed=self.progress.printed + labels)
        return End(labels, state, found.detail)

    def send(self, printer: Printer, job: str, document: Document, *, title: str) -> str:
        """Send a claimed document and note that; returns the printer's number of it.

        Whatever breaks on the way: what surely did not get there may be printed again, of all else a person
        is asked.
        """
        may_be_there = False
        try:
            self.say(job=None, detail="", printer=None)
            may_be_there = True
            try:
                printer_job = printer.send(document, title=title)
            except Trouble as trouble:
                may_be_there = trouble.may_have_acted
                raise
            prints.sent(self.ledger, job, printer_job, can_tell=printer.can_tell, now=self.now())
        except BaseException as error:
            if may_be_there:
                prints.let_go(self.ledger, job)
            else:
                why = short(error) if isinstance(error, Trouble) else ""
                prints.ended(self.ledger, job, PrintState.FAILED, detail=why, now=self.now())
            raise
        return printer_job

    def say(self, **changed: object) -> None:
        """Tell how far it is."""
        self.progress = replace(self.progress, **changed)  # type: ignore[arg-type]
        self.told(self.progress)

    def _follow(self, printer: Printer, printer_job: str) -> tuple[Job, bool]:
        """Look until it has ended or we are to stop, and whether printing had begun by then.

        A printer system that is silent is asked again.
        """
        looks = 0
        begun = False
        while True:
            try:
                job = printer.job(printer_job)
                over = job.state in ENDED
            except Trouble as trouble:
                job, over = Job(printer_job, JobState.WAITING, short(trouble)), False
            begun = begun or job.begun or job.state is JobState.PRINTING
            state = None if over or looks < _PATIENCE else printer.state()
            self.say(job=job.state, detail=job.detail, printer=state)
            if over or self.stop.asked:
                return job, begun
            self.stop.wait(growing(looks, first=FIRST_LOOK, most=LATER_LOOKS))
            looks += 1


def note_end(ledger: Ledger, job: str, found: Job, *, now: datetime, begun: bool) -> PrintState:
    """What a job came to. One that had begun and ended badly may have left some of its labels on paper."""
    state = _ENDS[found.state]
    if (begun or found.begun) and state in (PrintState.FAILED, PrintState.CANCELLED):
        prints.doubt(ledger, job)
    else:
        prints.ended(ledger, job, state, detail=found.detail, now=now)
    if state in (PrintState.FAILED, PrintState.CANCELLED):
        log.warning("job %s: %s", found.id, state)
    return state


def counted(result: Printed, end: End) -> Printed:
    """The result with one more document."""
    match end.state:
        case None:
            changed = {"open": result.open + end.labels}
        case PrintState.FAILED:
            changed = {"failed": result.failed + end.labels}
        case PrintState.CANCELLED:
            changed = {"cancelled": result.cancelled + end.labels}
        case _:
            changed = {"printed": result.printed + end.labels}
    return replace(result, detail=end.detail, **changed)  # type: ignore[arg-type]


def short(trouble: Trouble) -> str:
    """Its rule, as the journal keeps it."""
    return str(getattr(trouble, "rule", "") or trouble.detail)
