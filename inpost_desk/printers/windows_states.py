"""Windows' bits of a job and of a queue, as our states and IPP's words. Asks nobody.

"Done" is the spooler's word: the printer has taken all of it. Whether it told Windows of missing paper is up
to its driver and port.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from inpost_desk.printers.printer import Job, JobState, PrinterState, Readiness
from inpost_desk.printers.windows_spooler import Queue, QueuedJob

PRINTS_AT_END: Final = 0x1
_WORK_OFFLINE: Final = 0x400

_PRINTING: Final = 0x10
_PRINTED: Final = 0x80 | 0x1000 | 0x2000
_DELETED: Final = 0x4 | 0x100
_JOB_REASONS: Final = {
    0x1: "paused",
    0x40: "media-empty",
    0x20: "offline",
    0x200: "blocked",
    0x400: "attention",
    0x2: "other",
}
_PAUSED: Final = 0x1
_REASONS: Final = {
    _PAUSED: "paused",
    0x4: "deleting",
    0x8: "media-jam",
    0x10: "media-empty",
    0x20: "media-needed",
    0x40: "media-needed",
    0x80: "offline",
    0x800: "output-area-full",
    0x1000: "offline",
    0x40000: "marker-supply-empty",
    0x100000: "attention",
    0x200000: "out-of-memory",
    0x400000: "cover-open",
    0x800000: "unreachable",
    0x2000000: "offline",
    0x2: "other",
}
_WARNINGS: Final = {0x20000: "marker-supply-low"}

GONE: Final = "gone"
NEVER_SEEN: Final = "gone-unseen"


def job_of(job_id: str, queued: QueuedJob) -> Job:
    """A job that is still in its queue. One that stands still for a fault is held: it goes on by itself."""
    status = queued.status
    reasons = _reasons(status, _JOB_REASONS)
    # One that is printed is deleted, too, at the end.
    if status & _PRINTED:
        return Job(job_id, JobState.DONE)
    if status & _DELETED:
        return Job(job_id, JobState.CANCELLED)
    if reasons:
        return Job(job_id, JobState.HELD, queued.said or ", ".join(reasons))
    return Job(job_id, JobState.PRINTING if status & _PRINTING else JobState.WAITING, queued.said)


def next_in_line(queued: QueuedJob) -> bool:
    """Whether the queue had come to it: printing, or nothing before it and no fault."""
    whole = job_of("", queued).state
    return whole is JobState.PRINTING or (whole is JobState.WAITING and queued.position == 1)


def gone(job_id: str, last: Job, *, at_turn: bool) -> Job:
    """A job that its queue does not have any more, by how it was last seen.

    Windows keeps no history: what was printed and what somebody deleted look alike then.
    """
    if last.state in (JobState.DONE, JobState.CANCELLED):
        return last
    if at_turn:
        return Job(job_id, JobState.DONE)
    return Job(job_id, JobState.UNKNOWN, f"{GONE}: {last.detail or last.state}")


def state_of(queue: Queue) -> PrinterState:
    """Whether a queue prints."""
    reasons = _reasons(queue.status, _REASONS)
    if queue.attributes & _WORK_OFFLINE and "offline" not in reasons:
        reasons = (*reasons, "offline")
    if queue.status & _PAUSED:
        readiness = Readiness.PAUSED
    else:
        readiness = Readiness.STOPPED if reasons else Readiness.READY
    return PrinterState(readiness, (*reasons, *_reasons(queue.status, _WARNINGS)))


def _reasons(status: int, words: Mapping[int, str]) -> tuple[str, ...]:
    told: Iterable[str] = (word for bit, word in words.items() if status & bit)
    every = tuple(dict.fromkeys(told))
    # "An error" says nothing beside what the error is.
    return tuple(one for one in every if one != "other") or every
