"""What every printer can do, and the words for how a job and a printer stand. How it is done is elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

A6: Final = "iso_a6_105x148mm"
A4: Final = "iso_a4_210x297mm"


class Form(StrEnum):
    """What the bytes of a document are."""

    PDF = "pdf"
    ZPL = "zpl"
    EPL = "epl"
    IMAGES = "images"
    """Pages of dots, for a driver that takes no PDF."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a printer gets: `content` in its form, or `images`, each a 1-bit PNG that is a whole page.

    `media` is the paper's name (PWG 5101.1), `dots` those of an image's millimetre.
    """

    content: bytes
    form: Form = Form.PDF
    pages: int = 1
    media: str = A6
    images: tuple[bytes, ...] = ()
    dots: int = 8


class JobState(StrEnum):
    """How far a document is."""

    WAITING = "waiting"
    PRINTING = "printing"
    HELD = "held"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    """The printer system does not know the job (any more)."""


ENDED: Final = frozenset(
    {JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.UNKNOWN}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Job:
    """A document given to a printer. `detail` is the printer system's own word for why, or "".

    `begun` says that some of it may be on paper, also where it has ended badly since; not every system tells.
    """

    id: str
    state: JobState
    detail: str = ""
    begun: bool = False


class Readiness(StrEnum):
    """Whether a printer prints what it is given."""

    READY = "ready"
    PAUSED = "paused"
    STOPPED = "stopped"
    MISSING = "missing"


# What somebody has to see to first; low paper and the like only warn (RFC 8011 §5.4.12).
_KEEPS_FROM_PRINTING: Final = (
    "media-empty",
    "media-needed",
    "media-jam",
    "cover-open",
    "door-open",
    "interlock-open",
    "offline",
    "paused",
    "moving-to-paused",
    "shutdown",
    "rejecting",
    "marker-supply-empty",
    "timed-out",
)


@dataclass(frozen=True, slots=True)
class PrinterState:
    """`reasons` are IPP's keywords, such as `media-empty` or `offline`, and ours.

    Ours: `rejecting` takes no jobs, `unreachable` is its print server, `no_such_printer`, `no_answer` from
    one that did answer before, and the rules of a `FileTrouble` for a folder.
    """

    readiness: Readiness
    reasons: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """The reasons that keep it from printing, with commas between."""
        return ", ".join(one for one in self.reasons if one.startswith(_KEEPS_FROM_PRINTING))

    @property
    def prints(self) -> bool:
        """Whether a label given to it now would come out now."""
        return self.readiness is Readiness.READY and not self.why


class Printer(Protocol):
    """Takes whole documents, in order."""

    @property
    def name(self) -> str:
        """What the user knows it by."""

    @property
    def can_tell(self) -> bool:
        """Whether the end of a job is told."""

    def send(self, document: Document, *, title: str) -> str:
        """Give it a document, all of it; returns the job's id, "" where the system gives none.

        A trouble with `may_have_acted` means that it may print all the same.
        """

    def job(self, job_id: str) -> Job:
        """How far a document is. Raises PrinterTrouble where that cannot be asked just now."""

    def state(self) -> PrinterState:
        """Whether it prints; never raises for what is wrong with the printer."""

    def cancel(self, job_id: str) -> None:
        """Take back what has not been printed yet; a job that has ended is left as it is."""
