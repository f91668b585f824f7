"""A Windows spooler for a computer without Windows: queues, documents, pages, and what goes wrong with them.

Written by hand, and the one exception to "real parts only": there is no Windows here. It keeps state as the
spooler does, so that a test asks what lies in the queue, not which calls were made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from inpost_desk.domain.printer import Sheet
from inpost_desk.printers.windows_spooler import (
    NO_SUCH_JOB,
    NO_SUCH_NAME,
    Driver,
    Handle,
    Page,
    Queue,
    QueuedJob,
    SpoolerError,
)

if TYPE_CHECKING:
    from PIL.Image import Image

PRINTING: Final = 0x10
PRINTED: Final = 0x80
DISK_FULL: Final = 112
ZEBRA: Final = Driver("ZDesigner ZD421-203dpi ZPL", 3, r"C:\spool\x64\3\ZDNC.DLL")


@dataclass
class Document:
    """What was given: `complete` once it was ended, gone from its queue once it was aborted."""

    title: str
    datatype: str = ""
    content: bytes = b""
    pages: int = 0
    images: list[tuple[Image, int, int]] = field(default_factory=list)
    status: int = 0
    said: str = ""
    complete: bool = False


@dataclass
class OpenQueue:
    """A handle; `document` is the one being written."""

    name: str
    document: Document | None = None


@dataclass
class Canvas:
    """A device context."""

    queue: OpenQueue
    page: Page
    forgotten: bool = False


@dataclass
class StandIn:
    """`refusals` are numbers of errors by call: the call raises it; `after` lets so many of them through.

    A `fast` printer has a document the moment it is complete.
    """

    installed: dict[str, Queue] = field(default_factory=dict)
    drivers: dict[str, Driver] = field(default_factory=lambda: {ZEBRA.name: ZEBRA})
    usual: str = ""
    own_session: int = 1
    dots: Page = field(default_factory=lambda: Page(203, 203, 839, 1183))
    papers: dict[int, Page] = field(default_factory=dict)
    jobs: dict[tuple[str, int], Document] = field(default_factory=dict)
    refusals: dict[str, int] = field(default_factory=dict)
    after: dict[str, int] = field(default_factory=dict)
    takes: int = 1 << 30
    fast: bool = False
    handles: int = 0
    canvases: list[Canvas] = field(default_factory=list)
    wished: list[tuple[Sheet, int]] = field(default_factory=list)
    last: int = 0

    def install(self, name: str, **facts: object) -> None:
        """A queue more."""
        known = Queue(name, driver=ZEBRA.name, port="USB001")
        self.installed[name] = replace(known, **facts)  # type: ignore[arg-type]

    def change(self, name: str, **facts: object) -> None:
        """What the queue tells of itself."""
        self.installed[name] = replace(self.installed[name], **facts)  # type: ignore[arg-type]

    def take_away(self, name: str, number: str) -> None:
        """The job is printed, or somebody deleted it: both leave nothing."""
        del self.jobs[name, int(number)]

    def queues(self) -> Sequence[Queue]:
        self._pass("EnumPrinters")
        return list(self.installed.values())

    def default(self) -> str:
        return self.usual

    def session(self) -> int:
        return self.own_session

    def driver(self, name: str) -> Driver | None:
        return self.drivers.get(name)

    def open(self, name: str) -> Handle:
        self._pass("OpenPrinter")
        if name not in self.installed:
            raise SpoolerError(NO_SUCH_NAME, "OpenPrinter")
        self.handles += 1
        return OpenQueue(name)

    def close(self, queue: Handle) -> None:
        assert isinstance(queue, OpenQueue)
        self.handles -= 1

    def queue(self, queue: Handle) -> Queue:
        self._pass("GetPrinter")
        assert isinstance(queue, OpenQueue)
        return self.installed[queue.name]

    def job(self, queue: Handle, number: int) -> QueuedJob:
        self._pass("GetJob")
        assert isinstance(queue, OpenQueue)
        found = self._found(queue, number)
        waiting = [one for name, one in self.jobs if name == queue.name]
        return QueuedJob(found.status, waiting.index(number) + 1, found.said)

    def cancel(self, queue: Handle, number: int) -> None:
        self._pass("SetJob")
        assert isinstance(queue, OpenQueue)
        self._found(queue, number)
        del self.jobs[queue.name, number]

    def start(self, queue: Handle, title: str, *, datatype: str) -> int:
        self._pass("StartDocPrinter")
        assert isinstance(queue, OpenQueue)
        return self._begin(queue, Document(title, datatype))

    def start_page(self, queue: Handle) -> None:
        self._pass("StartPagePrinter")
        self._document(queue).pages += 1

    def write(self, queue: Handle, content: bytes) -> int:
        self._pass("WritePrinter")
        taken = content[: self.takes]
        self._document(queue).content += taken
        return len(taken)

    def end_page(self, queue: Handle) -> None:
        self._pass("EndPagePrinter")
        assert self._document(queue).pages

    def end(self, queue: Handle) -> None:
        self._pass("EndDocPrinter")
        self._document(queue).complete = True
        if self.fast:
            self._throw_away(queue)

    def abort(self, queue: Handle) -> None:
        self._pass("AbortPrinter")
        self._throw_away(queue)

    def canvas(self, queue: Handle, paper: Sheet, *, number: int) -> Handle:
        self._pass("CreateDC")
        assert isinstance(queue, OpenQueue)
        self.wished.append((paper, number))
        self.canvases.append(Canvas(queue, self.papers.get(number, self.dots)))
        return self.canvases[-1]

    def page(self, canvas: Handle) -> Page:
        assert isinstance(canvas, Canvas)
        return canvas.page

    def start_drawing(self, canvas: Handle, title: str) -> int:
        self._pass("StartDoc")
        assert isinstance(canvas, Canvas)
        return self._begin(canvas.queue, Document(title))

    def draw(self, canvas: Handle, image: Image, *, left: int, top: int) -> None:
        self._pass("StartPage")
        assert isinstance(canvas, Canvas)
        document = self._document(canvas.queue)
        document.images.append((image, left, top))
        document.pages += 1

    def end_drawing(self, canvas: Handle) -> None:
        self._pass("EndDoc")
        assert isinstance(canvas, Canvas)
        self._document(canvas.queue).complete = True

    def abort_drawing(self, canvas: Handle) -> None:
        self._pass("AbortDoc")
        assert isinstance(canvas, Canvas)
        self._throw_away(canvas.queue)

    def forget(self, canvas: Handle) -> None:
        assert isinstance(canvas, Canvas)
        canvas.forgotten = True

    def _begin(self, queue: OpenQueue, document: Document) -> int:
        self.last += 1
        queue.document = document
        self.jobs[queue.name, self.last] = document
        return self.last

    def _document(self, queue: Handle) -> Document:
        assert isinstance(queue, OpenQueue)
        assert queue.document is not None
        return queue.document

    def _throw_away(self, queue: Handle) -> None:
        document = self._document(queue)
        self.jobs = {key: one for key, one in self.jobs.items() if one is not document}

    def _found(self, queue: OpenQueue, number: int) -> Document:
        found = self.jobs.get((queue.name, number))
        if found is None:
            raise SpoolerError(NO_SUCH_JOB, "GetJob")
        return found

    def _pass(self, call: str) -> None:
        if call in self.refusals:
            if self.after.get(call, 0) <= 0:
                raise SpoolerError(self.refusals[call], call)
            self.after[call] -= 1
