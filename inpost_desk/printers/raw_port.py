"""A printer on the network that takes commands of its own language as they come, on port 9100 as a rule.

No system stands between: what it has taken it prints, and only a Zebra tells how far it is (`~HS`).
"""

from __future__ import annotations

import logging
import secrets
import socket
import time
from dataclasses import dataclass, field
from typing import Final

from inpost_desk.errors import PaperTrouble, PrinterTrouble
from inpost_desk.printers import zebra_status
from inpost_desk.printers.printer import Document, Form, Job, JobState, PrinterState, Readiness
from inpost_desk.printers.zebra_status import ZebraStatus

log = logging.getLogger(__name__)

CONNECT_SECONDS: Final = 5.0
# A printer whose memory is full takes more when it has printed a label.
BLOCK_SECONDS: Final = 30.0
# From the last byte until the printer has read it and closes, too.
READ_SECONDS: Final = 10.0
QUESTION_SECONDS: Final = 1.5
# Looks further apart than this may have a power cycle between them, which takes a Zebra longer.
UNSEEN_SECONDS: Final = 10.0
RESTARTED: Final = "restarted"

_BLOCK: Final = 8192
_LONGEST_ANSWER: Final = 4096
_FORMS: Final = (Form.ZPL, Form.EPL)
# When a printer last answered that has a job of ours, by printer and job, in seconds that only grow. A job
# is dropped when its printer falls silent: switched off, it forgets the labels it has not printed.
_seen: Final[dict[tuple[str, str], float]] = {}


@dataclass(slots=True)
class RawPortPrinter:
    """`asks` says whether it may understand the question how it is (EPL has none).

    A printer that does not answer the first question is not asked again.
    """

    host: str
    port: int
    asks: bool = True
    _answers: bool | None = field(default=None, init=False)

    @property
    def name(self) -> str:
        """Its address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def can_tell(self) -> bool:
        """Asks the printer where that is not known yet, for at most 1.5 s once there is a connection."""
        try:
            return self._answering()
        except PrinterTrouble:
            return False

    def send(self, document: Document, *, title: str) -> str:
        """All labels over one connection; returns when the printer has read them.

        Raises PrinterTrouble `unreachable` (surely nothing printed), `no_answer` (some may be printed),
        `wrong_form`, PaperTrouble `damaged` for nothing.
        """
        del title
        if document.form not in _FORMS:
            raise PrinterTrouble("wrong_form", place=self.name, detail=document.form)
        if not document.content:
            raise PaperTrouble("damaged", detail="empty")
        can_tell = self._answering()
        with self._connected() as connection:
            try:
                self._write(connection, document.content)
                has_closed = _closed(connection)
            except OSError as error:
                detail = type(error).__name__
                raise PrinterTrouble("no_answer", place=self.name, detail=detail) from error
        if not (has_closed or self._lives()):
            raise PrinterTrouble("no_answer", place=self.name, detail="not read to the end")
        log.info("%s took %d pages, %d bytes", self.name, document.pages, len(document.content))
        if not can_tell:
            return ""
        job_id = secrets.token_hex(4)
        _forget_old()
        _seen[self.name, job_id] = time.monotonic()
        return job_id

    def job(self, job_id: str) -> Job:
        """How far all is that the printer has: it knows labels, not documents.

        One that has nothing left after a stretch in which nobody saw it may have been switched off with its
        labels: that is FAILED, `restarted`. Raises PrinterTrouble `unreachable`.
        """
        if not (self.asks and job_id):
            return Job(job_id, JobState.UNKNOWN)
        # It answered when it got the job, so silence is no reason to stop asking.
        status = self._status()
        if status is None:
            return Job(job_id, JobState.HELD, "no_answer")
        always_seen = _still_seen((self.name, job_id))
        if status.reasons:
            return Job(job_id, JobState.HELD, ", ".join(status.reasons))
        if status.waiting:
            return Job(job_id, JobState.PRINTING)
        if always_seen:
            return Job(job_id, JobState.DONE)
        return Job(job_id, JobState.FAILED, RESTARTED, begun=True)

    def state(self) -> PrinterState:
        """One that answered before and is silent now may lack paper: some Zebras keep silent then."""
        try:
            if not self.asks or self._answers is False:
                self._connected().close()
                return PrinterState(Readiness.READY)
            status = self._status()
        except PrinterTrouble as trouble:
            return PrinterState(Readiness.MISSING, (trouble.rule,))
        if status is None:
            if self._answers:
                return PrinterState(Readiness.STOPPED, ("no_answer",))
            return PrinterState(Readiness.READY)
        if not status.reasons:
            return PrinterState(Readiness.READY)
        only_paused = status.reasons == ("paused",)
        return PrinterState(Readiness.PAUSED if only_paused else Readiness.STOPPED, status.reasons)

    def cancel(self, job_id: str) -> None:
        """Nothing: to clear the printer's memory would take what other computers sent to it, too."""

    def _answering(self) -> bool:
        """Raises PrinterTrouble `unreachable`."""
        if self.asks and self._answers is None:
            self._status()
        return bool(self._answers)

    def _connected(self) -> socket.socket:
        """Raises PrinterTrouble `unreachable`."""
        try:
            return socket.create_connection((self.host, self.port), timeout=CONNECT_SECONDS)
        except (OSError, UnicodeError) as error:
            self._lose_sight()
            detail = type(error).__name__
            raise PrinterTrouble("unreachable", place=self.name, detail=detail) from error

    def _write(self, connection: socket.socket, content: bytes) -> None:
        connection.settimeout(BLOCK_SECONDS)
        for place in range(0, len(content), _BLOCK):
            connection.sendall(content[place : place + _BLOCK])
        connection.shutdown(socket.SHUT_WR)

    def _lives(self) -> bool:
        """Some never close. One that answers now has not stopped half-way."""
        try:
            return self.asks and self._answers is not False and self._status() is not None
        except PrinterTrouble:
            return False

    def _status(self) -> ZebraStatus | None:
        """None where it does not answer. Raises PrinterTrouble `unreachable`."""
        with self._connected() as connection:
            found = _asked(connection)
        if found is None:
            self._lose_sight()
        self._answers = self._answers or found is not None
        return found

    def _lose_sight(self) -> None:
        for key in [one for one in list(_seen) if one[0] == self.name]:
            _seen.pop(key, None)


def _still_seen(key: tuple[str, str]) -> bool:
    """Whether that printer was seen often enough ever since it got the job; it is now."""
    now = time.monotonic()
    last = _seen.get(key)
    if last is None or now - last > UNSEEN_SECONDS:
        _seen.pop(key, None)
        return False
    _seen[key] = now
    return True


def _forget_old() -> None:
    """What nobody looks at any more has ended."""
    now = time.monotonic()
    for key, last in list(_seen.items()):
        if now - last > UNSEEN_SECONDS:
            _seen.pop(key, None)


def _closed(connection: socket.socket) -> bool:
    """Whether the printer has read everything and said so by closing; it may say other things before."""
    connection.settimeout(READ_SECONDS)
    try:
        while connection.recv(_BLOCK):
            pass
    except TimeoutError:
        return False
    return True


def _asked(connection: socket.socket) -> ZebraStatus | None:
    answer = b""
    connection.settimeout(QUESTION_SECONDS)
    try:
        connection.sendall(zebra_status.QUESTION)
        while (found := zebra_status.status(answer)) is None:
            block = connection.recv(_BLOCK)
            if not block or len(answer) > _LONGEST_ANSWER:
                return None
            answer += block
    except OSError:
        return None
    return found
