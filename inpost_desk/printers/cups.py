"""Printing through CUPS: its queues, jobs and their states, spoken to in IPP.

A label goes out as it is, at true size: `media` is named and nothing is ever scaled, because a bar code that
was made to fit is not readable. Every call has a connection and time limits of its own.
"""

from __future__ import annotations

import contextlib
import http.client
import logging
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from inpost_desk.errors import FileTrouble, PaperTrouble, PrinterTrouble
from inpost_desk.paths import disk_rule
from inpost_desk.printers import ipp
from inpost_desk.printers.ipp import Answer, Attribute, Operation, Tag, Value
from inpost_desk.printers.printer import A6, Job, JobState, PrinterState, Readiness

log = logging.getLogger(__name__)

CONNECT_SECONDS: Final = 5.0
ANSWER_SECONDS: Final = 15.0
PDF: Final = "application/pdf"

_SOCKETS: Final = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"))
_PORT: Final = 631

_NOT_FOUND: Final = 0x0406
_STATUSES: Final = {
    0x0401: "not_allowed",
    0x0402: "not_allowed",
    0x0403: "not_allowed",
    _NOT_FOUND: "no_such_printer",
    0x040A: "no_pdf",
    0x0506: "rejecting",
}
_NOT_POSSIBLE: Final = 0x0404
_JOB_STATES: Final = {
    3: JobState.WAITING,
    4: JobState.HELD,
    5: JobState.PRINTING,
    6: JobState.HELD,
    7: JobState.CANCELLED,
    8: JobState.FAILED,
    9: JobState.DONE,
}
# What is said of every job, and so says nothing.
_ORDINARY: Final = (
    "none",
    "job-incoming",
    "job-printing",
    "job-completed-successfully",
    "processing-to-stop-point",
)
_STOPPED: Final = 5
_DEFAULT_PRINTER: Final = 0x20000
_SEVERITIES: Final = ("-report", "-warning", "-error")
_STATE_NAMES: Final = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs")
_QUEUE_NAMES: Final = (
    *_STATE_NAMES,
    "printer-name",
    "printer-info",
    "printer-make-and-model",
    "printer-type",
    "document-format-supported",
)

_Group = Mapping[str, list[Value]]


@dataclass(frozen=True, slots=True)
class Server:
    """A print server: a socket of this machine, or a host."""

    path: str = ""
    host: str = ""
    port: int = _PORT

    def __str__(self) -> str:
        return self.path or f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """A queue. One that is `raw` hands bytes on as they are, and most printers make nothing of a PDF."""

    name: str
    description: str
    model: str
    state: PrinterState
    accepts_pdf: bool
    raw: bool
    is_default: bool


def server() -> Server:
    """The one that CUPS_SERVER names as CUPS itself reads it, else this machine's."""
    given = os.environ.get("CUPS_SERVER", "").strip()
    if given.startswith("/"):
        return Server(path=given)
    if given:
        # What may follow a slash is the protocol's version, which we choose ourselves.
        host, _, port = given.partition("/")[0].rpartition(":")
        if host and port.isdecimal():
            return Server(host=host.strip("[]"), port=int(port))
        return Server(host=given.partition("/")[0].strip("[]"))
    path = next((one for one in _SOCKETS if one.exists()), None)
    return Server(path=str(path)) if path else Server(host="localhost")


def queues() -> list[FoundPrinter]:
    """Every queue of the print server, by name. Raises PrinterTrouble `unreachable`, `no_answer`, …"""
    wanted = Attribute(Tag.KEYWORD, "requested-attributes", _QUEUE_NAMES)
    answer = _ask(server(), "/", ipp.request(Operation.CUPS_GET_PRINTERS, [_user(), wanted]))
    if answer.status == _NOT_FOUND:
        return []
    _check(answer, str(server()))
    found = [_found(group) for group in answer.groups if group.get("printer-name")]
    return sorted(found, key=lambda one: one.name.casefold())


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """One queue."""

    name: str
    can_tell: bool = True

    def send(self, document: Path, *, title: str, pages: int, paper: str = A6) -> str:
        """Spool a PDF as one job; returns its number.

        Raises FileTrouble, PaperTrouble `damaged` for what is no PDF, PrinterTrouble.
        """
        content = _pdf(document)
        head = ipp.request(
            Operation.PRINT_JOB,
            [
                *self._self(),
                Attribute(Tag.NAME, "job-name", (ipp.name(title),)),
                Attribute(Tag.MIME, "document-format", (PDF,)),
            ],
            job_attributes=[
                Attribute(Tag.KEYWORD, "media", (paper,)),
                Attribute(Tag.KEYWORD, "print-scaling", ("none",)),
                Attribute(Tag.INTEGER, "copies", (1,)),
            ],
        )
        answer = _ask(server(), f"/printers/{quote(self.name, safe='')}", head + content)
        job_id = _first(answer.groups, "job-id")
        if not job_id:
            _check(answer, self.name)
            # Accepted, and no number for it.
            raise PrinterTrouble("no_answer", place=self.name)
        log.info("job %s on %s: %d pages, %d bytes", job_id, self.name, pages, len(content))
        return str(job_id)

    def job(self, job_id: str) -> Job:
        """Raises PrinterTrouble where CUPS cannot be asked."""
        wanted = ("job-state", "job-state-reasons", "job-printer-state-message")
        answer = _ask(
            server(),
            "/jobs/",
            ipp.request(
                Operation.GET_JOB_ATTRIBUTES,
                [*_job(job_id), Attribute(Tag.KEYWORD, "requested-attributes", wanted)],
            ),
        )
        if answer.status == _NOT_FOUND:
            return Job(job_id, JobState.UNKNOWN)
        _check(answer, self.name)
        state = _JOB_STATES.get(int(_first(answer.groups, "job-state") or 0), JobState.UNKNOWN)
        reasons = [str(one) for one in _all(answer.groups, "job-state-reasons")]
        said = str(_first(answer.groups, "job-printer-state-message") or "")
        return Job(job_id, state, said or ", ".join(one for one in reasons if one not in _ORDINARY))

    def state(self) -> PrinterState:
        """A queue that is not there, and a CUPS that is not, are states too."""
        wanted = Attribute(Tag.KEYWORD, "requested-attributes", _STATE_NAMES)
        try:
            answer = _ask(
                server(),
                f"/printers/{quote(self.name, safe='')}",
                ipp.request(Operation.GET_PRINTER_ATTRIBUTES, [*self._self(), wanted]),
            )
            _check(answer, self.name)
        except PrinterTrouble as trouble:
            return PrinterState(Readiness.MISSING, (trouble.rule,))
        return _state(answer.groups[0] if answer.groups else {})

    def cancel(self, job_id: str) -> None:
        """Raises PrinterTrouble `not_allowed` where CUPS wants to know for sure whose job it is."""
        answer = _ask(server(), "/jobs/", ipp.request(Operation.CANCEL_JOB, _job(job_id)))
        if answer.status not in (_NOT_FOUND, _NOT_POSSIBLE):
            _check(answer, self.name)

    def _self(self) -> tuple[Attribute, Attribute]:
        # The host in it says nothing: the connection and the path do.
        address = f"ipp://localhost/printers/{quote(self.name, safe='')}"
        return Attribute(Tag.URI, "printer-uri", (address,)), _user()


def _job(job_id: str) -> tuple[Attribute, Attribute]:
    return Attribute(Tag.URI, "job-uri", (f"ipp://localhost/jobs/{quote(job_id)}",)), _user()


def _user() -> Attribute:
    return Attribute(Tag.NAME, "requesting-user-name", (ipp.name(_user_name()),))


def _user_name() -> str:
    try:
        # What the environment says may be another's name, as after `su`.
        import pwd

        return pwd.getpwuid(os.geteuid()).pw_name
    except (ImportError, KeyError):
        # Windows, or an account without a name, as in a container.
        return "anonymous"


def _pdf(document: Path) -> bytes:
    try:
        content = document.read_bytes()
    except FileNotFoundError as error:
        raise FileTrouble("missing", place=str(document)) from error
    except OSError as error:
        raise FileTrouble("unreadable", place=str(document), detail=disk_rule(error)) from error
    if not content.startswith(b"%PDF-"):
        raise PaperTrouble("damaged", detail="not a PDF")
    return content


def _found(group: _Group) -> FoundPrinter:
    model = str(_first([group], "printer-make-and-model") or "")
    name = str(_first([group], "printer-name"))
    return FoundPrinter(
        name=name,
        description=str(_first([group], "printer-info") or name),
        model=model,
        state=_state(group),
        accepts_pdf=PDF in group.get("document-format-supported", ()),
        raw=model.endswith("Raw Printer"),
        is_default=bool(int(_first([group], "printer-type") or 0) & _DEFAULT_PRINTER),
    )


def _state(group: _Group) -> PrinterState:
    reasons = [
        next((text.removesuffix(one) for one in _SEVERITIES if text.endswith(one)), text)
        for text in map(str, group.get("printer-state-reasons", ()))
        if text != "none"
    ]
    accepting = _first([group], "printer-is-accepting-jobs") != 0
    if _first([group], "printer-state") == _STOPPED:
        readiness = Readiness.PAUSED if "paused" in reasons else Readiness.STOPPED
    else:
        readiness = Readiness.READY if accepting else Readiness.STOPPED
    return PrinterState(readiness, (*reasons, *(() if accepting else ("rejecting",))))


def _first(groups: tuple[_Group, ...] | list[_Group], name: str) -> Value | None:
    return next(iter(_all(groups, name)), None)


def _all(groups: tuple[_Group, ...] | list[_Group], name: str) -> list[Value]:
    return [value for group in groups for value in group.get(name, ())]


def _check(answer: Answer, place: str) -> None:
    """Anything but a success is a refusal: CUPS has made no job of it."""
    if answer.status >= 0x0100:
        detail = answer.message or f"IPP {answer.status:#06x}"
        raise PrinterTrouble(_STATUSES.get(answer.status, "failed"), place=place, detail=detail)


def _ask(place: Server, path: str, body: bytes) -> Answer:
    """One request, and once more with our name on it where CUPS on this machine wants proof of who we are."""
    response, content = _post(place, path, body, {})
    if response.status == 401 and place.path:
        proof = {"Authorization": f"PeerCred {_user_name()}"}
        response, content = _post(place, path, body, proof)
    if response.status in (401, 403):
        raise PrinterTrouble("not_allowed", place=str(place), detail=f"HTTP {response.status}")
    if 400 <= response.status < 500:
        raise PrinterTrouble("failed", place=str(place), detail=f"HTTP {response.status}")
    if response.status != 200:
        raise PrinterTrouble("no_answer", place=str(place), detail=f"HTTP {response.status}")
    try:
        return ipp.answer(content)
    except ipp.Damaged as error:
        raise PrinterTrouble("no_answer", place=str(place), detail="not IPP") from error


def _post(
    place: Server, path: str, body: bytes, headers: dict[str, str]
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = _Connection(place)
    try:
        try:
            connection.connect()
        except (OSError, UnicodeError) as error:
            raise PrinterTrouble(
                "unreachable", place=str(place), detail=type(error).__name__
            ) from error
        try:
            # A refusal may come before all of the document is sent: its answer is there to be read.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.request(
                    "POST", path, body, {"Content-Type": "application/ipp", **headers}
                )
            response = connection.getresponse()
            return response, response.read()
        except (OSError, http.client.HTTPException) as error:
            raise PrinterTrouble(
                "no_answer", place=str(place), detail=type(error).__name__
            ) from error
    finally:
        connection.close()


class _Connection(http.client.HTTPConnection):
    """To a socket of this machine or to a host, with a shorter limit for connecting than for an answer."""

    def __init__(self, place: Server) -> None:
        super().__init__("localhost" if place.path else place.host, place.port)
        self._path = place.path
        self.timeout = CONNECT_SECONDS

    def connect(self) -> None:
        """Called by `request` too, where there is no connection yet."""
        if self._path:
            self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self.sock.settimeout(CONNECT_SECONDS)
            self.sock.connect(self._path)
        else:
            super().connect()
        self.sock.settimeout(ANSWER_SECONDS)
