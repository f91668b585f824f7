"""Labels on paper in the order of the pile: joined, journalled, given to a printer, followed to the end.

A label is noted before its document leaves, so that one cut off half-way is asked about and never printed
twice by itself. What is wrong with a label is found out before (`actions.labels`), not here.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from inpost_desk.actions.waiting import Stop, growing
from inpost_desk.errors import FileTrouble, Trouble
from inpost_desk.labels.sheet import join, page_count
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import TAKEN, PrintState
from inpost_desk.paths import disk_rule
from inpost_desk.printers.printer import A6, ENDED, Job, JobState, Printer, PrinterState

log = logging.getLogger(__name__)

# Few enough that little is on its way when something goes wrong, enough that a printer never waits.
AT_ONCE: Final = 25
FIRST_LOOK: Final = 0.15
LATER_LOOKS: Final = 2.0
# Looks after which a job takes so long that the printer is asked why.
_PATIENCE: Final = 2

REASONS: Final = ("bad_print", "lost", "wrong_order", "other")

_ENDS: Final = {
    JobState.DONE: PrintState.DONE,
    JobState.FAILED: PrintState.FAILED,
    JobState.CANCELLED: PrintState.CANCELLED,
    # Its printer has forgotten it, so nothing more will be told.
    JobState.UNKNOWN: PrintState.SENT,
}


@dataclass(frozen=True, slots=True)
class Label:
    """A stored label: `shipment_id` is the ledger's own number, not InPost's."""

    shipment_id: int
    file: Path
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Printing:
    """How far it is, for whoever shows it, in labels of this call: all, given to the printer, printed.

    `job` and `detail` are of the document the printer has now; `printer` is there when that takes long.
    """

    total: int
    given: int = 0
    printed: int = 0
    job: JobState | None = None
    detail: str = ""
    printer: PrinterState | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of it, in labels (of a document: 1). `skipped` were printed before or may have been.

    `open` are with the printer, which had not finished when this was stopped; `left` were not sent at all,
    because of a stop or of a job that failed or was cancelled.
    """

    printed: int = 0
    skipped: int = 0
    failed: int = 0
    cancelled: int = 0
    open: int = 0
    left: int = 0
    detail: str = ""


Told = Callable[[Printing], None]


def print_labels(
    ledger: Ledger,
    printer: Printer,
    labels: Sequence[Label],
    *,
    now: Callable[[], datetime],
    stop: Stop,
    reason: str = "",
    before: bytes | None = None,
    told: Told = lambda _printing: None,
) -> Printed:
    """Print these labels in this order, those printed before only for a reason (see REASONS).

    `before` is a page in front of the first label, such as the specimen's warning. The next document leaves
    when the printer is done with the one before. Raises PrinterTrouble, FileTrouble, PaperTrouble,
    LedgerTrouble; what was printed until then is in the ledger.
    """
    line = _Line(ledger, printer, now, stop, told)
    wanted = _wanted(ledger, labels, reason)
    line.progress = Printing(len(wanted))
    result = Printed(skipped=len(labels) - len(wanted))
    front = before
    while wanted and not stop.asked and not (result.failed or result.cancelled or result.open):
        some = wanted[:AT_ONCE]
        with _folder() as folder:
            document = _document(folder, some, front)
            job = prints.claim(
                ledger,
                [one.shipment_id for one in some],
                printer=printer.name,
                reason=reason,
                now=now(),
            )
            if job is None:
                # Another process was faster with one of them.
                left = _wanted(ledger, wanted, reason)
                result = replace(result, skipped=result.skipped + len(wanted) - len(left))
                wanted = left
                continue
            pages = len(some) + (front is not None)
            first = line.progress.given + 1
            title = f"InPost Desk {first}-{first + len(some) - 1}"
            result = _counted(result, line.print(job, document, title=title, pages=pages, of=some))
        wanted, front = wanted[len(some) :], None
    return replace(result, left=len(wanted))


def print_document(
    ledger: Ledger,
    printer: Printer,
    content: bytes,
    *,
    document: str,
    title: str,
    now: Callable[[], datetime],
    stop: Stop,
    paper: str = A6,
    told: Told = lambda _printing: None,
) -> Printed:
    """Print a PDF that is no label: `document` names it in the journal (slip, list, test).

    Raises as `print_labels`. Nothing keeps it from being printed again.
    """
    line = _Line(ledger, printer, now, stop, told)
    line.progress = Printing(total=1)
    pages = page_count(content)
    with _folder() as folder:
        file = folder / "document.pdf"
        _write(file, content)
        job = prints.claim_document(ledger, document, printer=printer.name, now=now())
        end = line.print(job, file, title=title, pages=pages, paper=paper)
    return _counted(Printed(), end)


def give_document(
    ledger: Ledger,
    printer: Printer,
    content: bytes,
    *,
    document: str,
    title: str,
    now: Callable[[], datetime],
) -> str:
    """Give a PDF that is no label to the printer without waiting for it; returns its job, for `end_of`.

    Raises as `print_labels`.
    """
    line = _Line(ledger, printer, now, Stop(), lambda _printing: None)
    pages = page_count(content)
    with _folder() as folder:
        file = folder / "document.pdf"
        _write(file, content)
        job = prints.claim_document(ledger, document, printer=printer.name, now=now())
        line.send(job, file, title=title, pages=pages, paper=A6)
    return job


def end_of(
    ledger: Ledger, printer: Printer, job: str, *, now: Callable[[], datetime]
) -> PrintState | None:
    """How a document that was given away ended, None while the printer has it. Raises PrinterTrouble."""
    one = prints.job_named(ledger, job)
    if one is None or one.ended_at is not None:
        return one.state if one else PrintState.FAILED
    if one.state is PrintState.SENDING:
        # Somebody else saw that it had begun and ended badly.
        return PrintState.FAILED
    found = printer.job(one.printer_job)
    if found.state not in ENDED:
        return None
    return _note_end(ledger, job, found, now=now(), begun=True)


def look_again(ledger: Ledger, printer: Printer, *, now: Callable[[], datetime]) -> int:
    """Ask once after every job whose end was not seen, as after a start; returns how many are still open.

    Raises PrinterTrouble.
    """
    still_open = 0
    for one in prints.open_jobs(ledger, printer=printer.name):
        job = printer.job(one.printer_job)
        if job.state in ENDED:
            # Nobody watched it: it may have begun.
            _note_end(ledger, one.job, job, now=now(), begun=True)
        else:
            still_open += 1
    return still_open


@dataclass(frozen=True, slots=True)
class _End:
    """How the printing of one document ended: `state` is None when it was left with the printer."""

    labels: int
    state: PrintState | None
    detail: str


@dataclass(slots=True)
class _Line:
    """From this program to one printer, for one call."""

    ledger: Ledger
    printer: Printer
    now: Callable[[], datetime]
    stop: Stop
    told: Told
    progress: Printing = Printing(total=0)

    def print(
        self,
        job: str,
        document: Path,
        *,
        title: str,
        pages: int,
        of: Sequence[Label] = (),
        paper: str = A6,
    ) -> _End:
        """Send a claimed document and follow it."""
        labels = len(of) or 1
        self._say(job=None, detail="", printer=None)
        printer_job = self.send(job, document, title=title, pages=pages, paper=paper)
        self._say(given=self.progress.given + labels)
        if not self.printer.can_tell:
            self._say(printed=self.progress.printed + labels)
            return _End(labels, PrintState.SENT, "")
        found, begun = self._follow(printer_job)
        if found.state not in ENDED:
            return _End(labels, None, found.detail)
        state = _note_end(self.ledger, job, found, now=self.now(), begun=begun)
        if state in TAKEN:
            self._say(printed=self.progress.printed + labels)
        return _End(labels, state, found.detail)

    def send(self, job: str, document: Path, *, title: str, pages: int, paper: str) -> str:
        """Send a claimed document and note that; returns the printer's number of it."""
        try:
            printer_job = self.printer.send(document, title=title, pages=pages, paper=paper)
        except Trouble as trouble:
            if trouble.may_have_acted:
                prints.let_go(self.ledger, job)
            else:
                why = _short(trouble)
                prints.ended(self.ledger, job, PrintState.FAILED, detail=why, now=self.now())
            raise
        except BaseException:
            # Whatever broke there: from now on a person is asked.
            prints.let_go(self.ledger, job)
            raise
        can_tell = self.printer.can_tell
        prints.sent(self.ledger, job, printer_job, can_tell=can_tell, now=self.now())
        return printer_job

    def _follow(self, printer_job: str) -> tuple[Job, bool]:
        """Look until it has ended or we are to stop, and whether printing had begun by then.

        A printer system that is silent is asked again.
        """
        looks = 0
        begun = False
        while True:
            try:
                job = self.printer.job(printer_job)
                over = job.state in ENDED
            except Trouble as trouble:
                job, over = Job(printer_job, JobState.WAITING, _short(trouble)), False
            begun = begun or job.state is JobState.PRINTING
            printer = None if over or looks < _PATIENCE else self.printer.state()
            self._say(job=job.state, detail=job.detail, printer=printer)
            if over or self.stop.asked:
                return job, begun
            self.stop.wait(growing(looks, first=FIRST_LOOK, most=LATER_LOOKS))
            looks += 1

    def _say(self, **changed: object) -> None:
        self.progress = replace(self.progress, **changed)  # type: ignore[arg-type]
        self.told(self.progress)


def _note_end(ledger: Ledger, job: str, found: Job, *, now: datetime, begun: bool) -> PrintState:
    """What a job came to. One that had begun and ended badly may have left some of its labels on paper."""
    state = _ENDS[found.state]
    if begun and state in (PrintState.FAILED, PrintState.CANCELLED):
        prints.doubt(ledger, job)
    else:
        prints.ended(ledger, job, state, detail=found.detail, now=now)
    if state in (PrintState.FAILED, PrintState.CANCELLED):
        log.warning("job %s: %s", found.id, state)
    return state


def _counted(result: Printed, end: _End) -> Printed:
    match end.state:
        case None:
            changed = {"open": result.open + end.labels}
        case PrintState.FAILED:
            changed = {"failed": result.failed + end.labels}
        case PrintState.CANCELLED:
            changed = {"cancelled": result.cancelled + end.labels}
        case _:
            changed = {"printed": result.printed + end.labels}
    return replace(result, detail=end.detail, **changed)


def _wanted(ledger: Ledger, labels: Sequence[Label], reason: str) -> list[Label]:
    """Each parcel's label once, and without a reason only those that are not on paper."""
    once: dict[int, Label] = {}
    for label in labels:
        once.setdefault(label.shipment_id, label)
    if reason:
        return list(once.values())
    states = prints.printed_states(ledger, once)
    return [label for shipment, label in once.items() if states.get(shipment) not in TAKEN]


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that nobody else can read, gone afterwards."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="inpost-desk-", ignore_cleanup_errors=True)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=tempfile.gettempdir()) from error
    with folder as place:
        yield Path(place)


def _document(folder: Path, labels: Sequence[Label], front: bytes | None) -> Path:
    files = [one.file for one in labels]
    if front is not None:
        _write(folder / "front.pdf", front)
        files.insert(0, folder / "front.pdf")
    join(files, folder / "labels.pdf")
    return folder / "labels.pdf"


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(file.parent)) from error


def _short(trouble: Trouble) -> str:
    return str(getattr(trouble, "rule", "") or trouble.detail)
