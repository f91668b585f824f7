"""Printing on Windows: its queues, raw documents and drawn pages, jobs and their states.

The spooler is asked for everything (`windows_spooler`), so that nothing here needs Windows. A PDF is never
handed over: Windows cannot print one.
"""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from inpost_desk.domain.printer import Sheet
from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers import windows_states as states
from inpost_desk.printers.printer import (
    ENDED,
    Document,
    Form,
    Job,
    JobState,
    PrinterState,
    Readiness,
)
from inpost_desk.printers.windows_names import found_again
from inpost_desk.printers.windows_pixels import (
    Grid,
    begins,
    canvas_for,
    fitted,
    grid_of,
    images_of,
    paper_of,
)
from inpost_desk.printers.windows_spooler import (
    NO_SUCH_JOB,
    NO_SUCH_NAME,
    Handle,
    Queue,
    Spooler,
    SpoolerError,
)

log = logging.getLogger(__name__)

BLOCK: Final = 1 << 16
_LONGEST_TITLE: Final = 200
_XPS_DESIGN: Final = 4
_XPS_FILE: Final = "mxdwdrv.dll"


@dataclass(frozen=True, slots=True)
class FoundQueue:
    """A queue to choose. `dpi` and `paper` are what its driver is set to, 0 and None where it does not say.

    `is_default`: Windows may change that by itself to the printer used last.
    """

    name: str
    driver: str
    port: str
    description: str
    state: PrinterState
    is_default: bool
    dpi: int = 0
    paper: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """How a job was last seen, and whether it was its turn then."""

    job: Job
    at_turn: bool


_seen: Final[dict[tuple[str, str], Seen]] = {}


def this_spooler() -> Spooler:
    """This computer's. Raises PrinterTrouble `unreachable` where it is no Windows computer."""
    if sys.platform != "win32":
        raise PrinterTrouble("unreachable", place="Windows", detail=sys.platform)
    from inpost_desk.printers.windows_pywin32 import spooler

    return spooler()


def queues(spooler: Spooler | None = None) -> list[FoundQueue]:
    """This computer's queues and this user's connections, by name. Raises PrinterTrouble."""
    asked = spooler or this_spooler()
    try:
        listed, usual = asked.queues(), asked.default()
    except SpoolerError as error:
        raise error.trouble("Windows") from error
    found = [
        FoundQueue(
            name=one.name,
            driver=one.driver,
            port=one.port,
            description=one.comment or one.name,
            state=states.state_of(one),
            is_default=one.name == usual,
            dpi=one.dpi,
            paper=one.paper,
        )
        for one in listed
    ]
    return sorted(found, key=lambda one: one.name.casefold())


@dataclass(frozen=True, slots=True)
class WindowsPrinter:
    """One queue, by the name it had when it was chosen.

    `given` is the spooler, this computer's where there is none; `seen` is what is known of its jobs, as the
    spooler forgets one once it is printed.
    """

    name: str
    given: Spooler | None = None
    seen: dict[tuple[str, str], Seen] = field(default_factory=lambda: _seen)
    can_tell: bool = True

    @property
    def spooler(self) -> Spooler:
        """Raises PrinterTrouble `unreachable` on a computer without Windows."""
        return self.given or this_spooler()

    def send(self, document: Document, *, title: str) -> str:
        """Spool a document as one job; returns its number.

        Raises PrinterTrouble: `no_pdf`, `no_such_printer`, `not_allowed`, `unreachable`, `spool_full`,
        `no_raw`, `wrong_paper`, `failed`; `no_answer` where a part of it may be printed. PaperTrouble for
        pages that are none.
        """
        if document.form is Form.PDF:
            raise PrinterTrouble("no_pdf", place=self.name)
        shown = title[:_LONGEST_TITLE]
        with self._opened() as queue:
            if document.form is Form.IMAGES:
                number = self._draw(queue, document, shown)
            else:
                number = self._write(queue, document.content, shown)
            job_id = str(number)
            log.info("job %s on %s: %d pages", job_id, self.name, document.pages)
            self.seen.pop((self.name, job_id), None)  # numbers come again
            self._look_at(queue, job_id)
        return job_id

    def job(self, job_id: str) -> Job:
        """Raises PrinterTrouble where the spooler cannot be asked."""
        unseen = Job(job_id, JobState.UNKNOWN, states.NEVER_SEEN)
        with self._opened() as queue:
            try:
                queued = self.spooler.job(queue, int(job_id))
            except SpoolerError as error:
                if error.code != NO_SUCH_JOB:
                    raise
                last = self.seen.get((self.name, job_id))
                return states.gone(job_id, last.job, at_turn=last.at_turn) if last else unseen
            found = states.job_of(job_id, queued)
            ready = states.state_of(self.spooler.queue(queue))
        if found.state not in ENDED and ready.readiness is not Readiness.READY:
            # Many drivers tell of missing paper at the queue only.
            found = Job(job_id, JobState.HELD, found.detail or ", ".join(ready.reasons))
        turn = found.state not in (JobState.HELD, *ENDED) and states.next_in_line(queued)
        self.seen[self.name, job_id] = Seen(found, turn)
        return found

    def state(self) -> PrinterState:
        """A queue that is not there, and a spooler that is not, are states too."""
        try:
            with self._opened() as queue:
                return states.state_of(self.spooler.queue(queue))
        except PrinterTrouble as trouble:
            return PrinterState(Readiness.MISSING, (trouble.rule,))

    def cancel(self, job_id: str) -> None:
        """Raises PrinterTrouble `not_allowed` where it is somebody else's."""
        with self._opened() as queue:
            try:
                self.spooler.cancel(queue, int(job_id))
            except SpoolerError as error:
                if error.code != NO_SUCH_JOB:
                    raise
            else:
                self.seen[self.name, job_id] = Seen(Job(job_id, JobState.CANCELLED), at_turn=False)

    def grid(self, document: Document) -> Grid:
        """Whether the dots of a document's images are the driver's own. Raises as `send` does."""
        with self._opened() as queue:
            paper = paper_of(document.media)
            canvas = canvas_for(self.spooler, queue, paper=paper, place=self.name)
            try:
                return grid_of(self.spooler.page(canvas), document.dots)
            finally:
                _done(self.spooler.forget, canvas)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[Handle]:
        try:
            queue = self._open()
            try:
                yield queue
            finally:
                _done(self.spooler.close, queue)
        except SpoolerError as error:
            raise error.trouble(self.name) from error

    def _open(self) -> Handle:
        try:
            return self.spooler.open(self.name)
        except SpoolerError as error:
            if error.code != NO_SUCH_NAME:
                raise
            names = [one.name for one in self.spooler.queues()]
            again = found_again(self.name, names, session=self.spooler.session())
            if not again:
                raise
            log.info("%s is called %s now", self.name, again)
            return self.spooler.open(again)

    def _look_at(self, queue: Handle, job_id: str) -> None:
        """Small documents are printed before anybody asks: one that is gone at once was taken at once."""
        try:
            queued = self.spooler.job(queue, int(job_id))
        except SpoolerError as error:
            if error.code == NO_SUCH_JOB:
                self.seen[self.name, job_id] = Seen(Job(job_id, JobState.DONE), at_turn=True)
            return
        turn = states.next_in_line(queued)
        self.seen[self.name, job_id] = Seen(states.job_of(job_id, queued), turn)

    def _write(self, queue: Handle, content: bytes, title: str) -> int:
        """Raw bytes, which an XPS driver passes on under another name."""
        facts = self.spooler.queue(queue)
        number = self.spooler.start(queue, title, datatype=_datatype(self.spooler, facts))
        taken = 0
        try:
            self.spooler.start_page(queue)
            while taken < len(content):
                taken += self._put(queue, content[taken : taken + BLOCK])
            self.spooler.end_page(queue)
            self.spooler.end(queue)
        except SpoolerError as error:
            aborted = _done(self.spooler.abort, queue)
            whole = taken == len(content)
            raise self._given_up(
                error, facts, begun=bool(taken), sure=aborted and not whole
            ) from error
        return number

    def _put(self, queue: Handle, block: bytes) -> int:
        count = self.spooler.write(queue, block)
        if count <= 0:
            raise SpoolerError(0, "WritePrinter")
        return count

    def _draw(self, queue: Handle, document: Document, title: str) -> int:
        """Each image on a page of its own."""
        images, paper = images_of(document), paper_of(document.media)
        facts = self.spooler.queue(queue)
        canvas = canvas_for(self.spooler, queue, paper=paper, place=self.name)
        try:
            page = self.spooler.page(canvas)
            pages = [
                fitted(one, grid_of(page, document.dots), dots=document.dots) for one in images
            ]
            number, drawn = self.spooler.start_drawing(canvas, title), 0
            try:
                for one in pages:
                    left = begins(page, paper, one)
                    self.spooler.draw(canvas, one, left=left, top=-page.top)
                    drawn += 1
                self.spooler.end_drawing(canvas)
            except SpoolerError as error:
                aborted = _done(self.spooler.abort_drawing, canvas)
                sure = aborted and drawn < len(pages)
                raise self._given_up(error, facts, begun=drawn > 0, sure=sure) from error
        finally:
            _done(self.spooler.forget, canvas)
        return number

    def _given_up(
        self, error: SpoolerError, queue: Queue, *, begun: bool, sure: bool
    ) -> PrinterTrouble:
        """What became of a document that broke off; `sure` where its rest was thrown away."""
        # Unless it waits for the end of a document, a queue prints what it has while it gets the rest.
        printing = begun and not queue.attributes & states.PRINTS_AT_END
        if sure and not printing:
            return error.trouble(self.name)
        return PrinterTrouble("no_answer", place=self.name, detail=f"{error.rule} ({error})")


def _done(call: Callable[[Handle], None], what: Handle) -> bool:
    try:
        call(what)
    except SpoolerError:
        return False
    return True


def _datatype(spooler: Spooler, queue: Queue) -> str:
    """XPS drivers, all those of design 4 and some of 3, make nothing of RAW: an empty document."""
    driver = spooler.driver(queue.driver)
    if driver is None:
        return "RAW"
    file = driver.file.replace("\\", "/").rpartition("/")[2].casefold()
    return "XPS_PASS" if driver.version >= _XPS_DESIGN or file == _XPS_FILE else "RAW"
