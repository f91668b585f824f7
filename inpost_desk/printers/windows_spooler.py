"""What is asked of the Windows spooler and what it answers, as facts without Windows.

The real one is `windows_pywin32`; everything above it runs, and is tested, on any system.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from inpost_desk.domain.printer import Sheet
from inpost_desk.errors import PrinterTrouble

if TYPE_CHECKING:
    from PIL.Image import Image

Handle = object
"""An open queue or a page to draw on: only the spooler that gave it knows what it is."""

NO_SUCH_NAME: Final = 1801
NO_SUCH_JOB: Final = 87
# Windows' own numbers (winerror.h).
_RULES: Final = {
    5: "not_allowed",
    39: "spool_full",
    53: "unreachable",
    61: "spool_full",
    62: "spool_full",
    67: "no_such_printer",
    112: "spool_full",
    1722: "unreachable",
    1723: "unreachable",
    1726: "unreachable",
    1753: "unreachable",
    NO_SUCH_NAME: "no_such_printer",
    1802: "no_such_printer",
    1804: "no_raw",
    1905: "no_such_printer",
}


class SpoolerError(Exception):
    """A call that Windows refused: its number (winerror.h) and the call's name."""

    def __init__(self, code: int, call: str) -> None:
        super().__init__(f"{call}: {code}")
        self.code = code
        self.call = call

    @property
    def rule(self) -> str:
        """The rule of a `PrinterTrouble`; `failed` for what has no sentence of its own."""
        return _RULES.get(self.code, "failed")

    def trouble(self, place: str) -> PrinterTrouble:
        """For a call before which nothing was given to the printer."""
        return PrinterTrouble(self.rule, place=place, detail=str(self))


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue as Windows describes it (PRINTER_INFO_2).

    `dpi` and `paper` are what its driver is set to, 0 and None where it does not say. `attributes` and
    `status` are Windows' bits.
    """

    name: str
    driver: str = ""
    port: str = ""
    comment: str = ""
    attributes: int = 0
    status: int = 0
    dpi: int = 0
    paper: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Driver:
    """An installed driver: `version` 3 or 4 as Windows counts its designs, `file` what draws its pages."""

    name: str
    version: int
    file: str


@dataclass(frozen=True, slots=True)
class QueuedJob:
    """A document in a queue: `status` bits, `position` from 1, `said` the driver's own words or ""."""

    status: int
    position: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A driver's page in its own dots: all of the paper, and where on it the printable part begins."""

    dpi_across: int
    dpi_down: int
    width: int
    height: int
    left: int = 0
    top: int = 0


class Spooler(Protocol):
    """The calls; every one raises SpoolerError."""

    def queues(self) -> Sequence[Queue]:
        """Local ones and this user's connections to others' (EnumPrinters)."""

    def default(self) -> str:
        """The default printer's name, "" where there is none."""

    def session(self) -> int:
        """The number of this remote desktop session, which redirected queues have in their names."""

    def driver(self, name: str) -> Driver | None:
        """An installed driver by its name."""

    def open(self, name: str) -> Handle:
        """NO_SUCH_NAME where there is no such queue."""

    def close(self, queue: Handle) -> None:
        """Let it go."""

    def queue(self, queue: Handle) -> Queue:
        """How it stands."""

    def job(self, queue: Handle, number: int) -> QueuedJob:
        """NO_SUCH_JOB where it is not there (any more)."""

    def cancel(self, queue: Handle, number: int) -> None:
        """Take a document out of the queue."""

    def start(self, queue: Handle, title: str, *, datatype: str) -> int:
        """Begin a document of raw bytes; returns its number."""

    def start_page(self, queue: Handle) -> None:
        """Begin its page."""

    def write(self, queue: Handle, content: bytes) -> int:
        """Returns how many bytes were taken."""

    def end_page(self, queue: Handle) -> None:
        """The page is complete."""

    def end(self, queue: Handle) -> None:
        """The document is complete."""

    def abort(self, queue: Handle) -> None:
        """Throw away what was written and is not printed."""

    def canvas(self, queue: Handle, paper: Sheet, *, number: int) -> Handle:
        """The driver's pages on this paper, which Windows knows by this number."""

    def page(self, canvas: Handle) -> Page:
        """Their measures."""

    def start_drawing(self, canvas: Handle, title: str) -> int:
        """Begin a document of drawn pages; returns its number."""

    def draw(self, canvas: Handle, image: Image, *, left: int, top: int) -> None:
        """A whole page with this image on it, dot for dot."""

    def end_drawing(self, canvas: Handle) -> None:
        """The document is complete."""

    def abort_drawing(self, canvas: Handle) -> None:
        """Throw it away."""

    def forget(self, canvas: Handle) -> None:
        """Let it go."""
