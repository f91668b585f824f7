"""Printing through CUPS: its queues, jobs and their states.

A label goes out as it is, at true size: `media` is named and nothing is ever scaled, because a bar code that
was made to fit is not readable. Commands of a printer's own language go out byte by byte.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from inpost_desk.errors import PaperTrouble, PrinterTrouble
from inpost_desk.printers import ipp, media
from inpost_desk.printers.cups_server import ask, server, user_name
from inpost_desk.printers.ipp import Answer, Attribute, Operation, Tag, Value
from inpost_desk.printers.printer import Document, Form, Job, JobState, PrinterState, Readiness

log = logging.getLogger(__name__)

PDF: Final = "application/pdf"
# CUPS hands this on as it is, past every filter.
RAW: Final = "application/vnd.cups-raw"
_FORMATS: Final = {Form.PDF: PDF, Form.ZPL: RAW, Form.EPL: RAW}

_NOT_FOUND: Final = 0x0406
_NO_FORMAT: Final = 0x040A
_STATUSES: Final = {
    0x0401: "not_allowed",
    0x0402: "not_allowed",
    0x0403: "not_allowed",
    _NOT_FOUND: "no_such_printer",
    _NO_FORMAT: "no_pdf",
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
# Printing, stopped on the way, broken off: some of it may be on paper.
_BEGUN_STATES: Final = (5, 6, 8)
_BEGUN_AT: Final = "time-at-processing"
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
    "device-uri",
    "printer-resolution-default",
    "media-default",
    "media-supported",
)

_Group = Mapping[str, list[Value]]


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue as CUPS describes it; "" and 0 for what it does not say.

    One that is `raw` hands bytes on as they are, and most printers make nothing of a PDF. One that is
    `driverless` speaks with its printer in pages, never in the printer's own commands. `default_paper` and
    `papers` are names of papers, `device` is where the printer is.
    """

    name: str
    description: str
    model: str
    state: PrinterState
    accepts_pdf: bool
    raw: bool
    is_default: bool
    device: str = ""
    dpi: int = 0
    default_paper: str = ""
    papers: tuple[str, ...] = ()

    @property
    def driverless(self) -> bool:
        """Whether CUPS prints there without a driver (IPP Everywhere)."""
        return any(word in self.model for word in ("IPP Everywhere", "driverless"))


def queues() -> list[Queue]:
    """Every queue of the print server, by name. Raises PrinterTrouble `unreachable`, `no_answer`, …"""
    wanted = Attribute(Tag.KEYWORD, "requested-attributes", _QUEUE_NAMES)
    answer = ask(server(), "/", ipp.request(Operation.CUPS_GET_PRINTERS, [_user(), wanted]))
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

    def send(self, document: Document, *, title: str) -> str:
        """Spool a document as one job; returns its number.

        Raises PaperTrouble `damaged` for what is no PDF, PrinterTrouble: `no_such_paper` and `no_raw` where
        CUPS would take it and print nonsense, `wrong_form`, `spool_full`, `no_answer`, …
        """
        self._check(document)
        head = ipp.request(
            Operation.PRINT_JOB,
            [
                *self._self(),
                Attribute(Tag.NAME, "job-name", (ipp.name(title),)),
                Attribute(Tag.MIME, "document-format", (_FORMATS[document.form],)),
            ],
            job_attributes=_job_attributes(document),
        )
        answer = ask(server(), self._path, head + document.content)
        job_id = _first(answer.groups, "job-id")
        if not job_id:
            _check(answer, self.name, raw=document.form is not Form.PDF)
            # Accepted, and no number for it.
            raise PrinterTrouble("no_answer", place=self.name)
        size = len(document.content)
        log.info("job %s on %s: %d pages, %d bytes", job_id, self.name, document.pages, size)
        return str(job_id)

    def job(self, job_id: str) -> Job:
        """Raises PrinterTrouble where CUPS cannot be asked."""
        wanted = ("job-state", "job-state-reasons", "job-printer-state-message", _BEGUN_AT)
        answer = ask(
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
        number = int(_first(answer.groups, "job-state") or 0)
        state = _JOB_STATES.get(number, JobState.UNKNOWN)
        # A short stretch of printing falls between two looks; the time it began at stays.
        begun = number in _BEGUN_STATES or _first(answer.groups, _BEGUN_AT) is not None
        reasons = [str(one) for one in _all(answer.groups, "job-state-reasons")]
        said = str(_first(answer.groups, "job-printer-state-message") or "")
        detail = said or ", ".join(one for one in reasons if one not in _ORDINARY)
        return Job(job_id, state, detail, begun)

    def state(self) -> PrinterState:
        """A queue that is not there, and a CUPS that is not, are states too."""
        wanted = Attribute(Tag.KEYWORD, "requested-attributes", _STATE_NAMES)
        try:
            answer = ask(
                server(),
                self._path,
                ipp.request(Operation.GET_PRINTER_ATTRIBUTES, [*self._self(), wanted]),
            )
            _check(answer, self.name)
        except PrinterTrouble as trouble:
            return PrinterState(Readiness.MISSING, (trouble.rule,))
        return _state(answer.groups[0] if answer.groups else {})

    def cancel(self, job_id: str) -> None:
        """Raises PrinterTrouble `not_allowed` where CUPS wants to know for sure whose job it is."""
        answer = ask(server(), "/jobs/", ipp.request(Operation.CANCEL_JOB, _job(job_id)))
        if answer.status not in (_NOT_FOUND, _NOT_POSSIBLE):
            _check(answer, self.name)

    def _check(self, document: Document) -> None:
        """What CUPS would find out too late or never: that this is no document for this queue."""
        if document.form not in _FORMATS:
            raise PrinterTrouble("wrong_form", place=self.name, detail=document.form)
        raw = document.form is not Form.PDF
        if not document.content or not (raw or document.content.startswith(b"%PDF-")):
            raise PaperTrouble("damaged", detail="not a PDF")
        queue = self._queue()
        if raw and queue.driverless:
            raise PrinterTrouble("no_raw", place=self.name, detail=queue.model)
        sheet = media.size(document.media)
        if not (raw or sheet is None or not queue.papers or media.known(sheet, queue.papers)):
            raise PrinterTrouble("no_such_paper", place=self.name, detail=document.media)

    def _queue(self) -> Queue:
        wanted = Attribute(Tag.KEYWORD, "requested-attributes", _QUEUE_NAMES)
        body = ipp.request(Operation.GET_PRINTER_ATTRIBUTES, [*self._self(), wanted])
        try:
            answer = ask(server(), self._path, body)
        except PrinterTrouble as trouble:
            if trouble.rule != "no_answer":
                raise
            # Nothing was sent yet, so nothing can be printed.
            raise PrinterTrouble(
                "unreachable", place=trouble.place, detail=trouble.detail
            ) from trouble
        _check(answer, self.name)
        return _found(answer.groups[0] if answer.groups else {})

    @property
    def _path(self) -> str:
        return f"/printers/{quote(self.name, safe='')}"

    def _self(self) -> tuple[Attribute, Attribute]:
        # The host in it says nothing: the connection and the path do.
        address = f"ipp://localhost{self._path}"
        return Attribute(Tag.URI, "printer-uri", (address,)), _user()


def _job_attributes(document: Document) -> list[Attribute]:
    copies = Attribute(Tag.INTEGER, "copies", (1,))
    if document.form is not Form.PDF:
        return [copies]
    return [
        Attribute(Tag.KEYWORD, "media", (document.media,)),
        Attribute(Tag.KEYWORD, "print-scaling", ("none",)),
        copies,
    ]


def _job(job_id: str) -> tuple[Attribute, Attribute]:
    return Attribute(Tag.URI, "job-uri", (f"ipp://localhost/jobs/{quote(job_id)}",)), _user()


def _user() -> Attribute:
    return Attribute(Tag.NAME, "requesting-user-name", (ipp.name(user_name()),))


def _found(group: _Group) -> Queue:
    model = str(_first([group], "printer-make-and-model") or "")
    name = str(_first([group], "printer-name"))
    return Queue(
        name=name,
        description=str(_first([group], "printer-info") or name),
        model=model,
        state=_state(group),
        accepts_pdf=PDF in group.get("document-format-supported", ()),
        raw=model.endswith("Raw Printer"),
        is_default=bool(int(_first([group], "printer-type") or 0) & _DEFAULT_PRINTER),
        device=str(_first([group], "device-uri") or ""),
        dpi=int(_first([group], "printer-resolution-default") or 0),
        default_paper=str(_first([group], "media-default") or ""),
        papers=tuple(map(str, group.get("media-supported", ()))),
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


def _check(answer: Answer, place: str, *, raw: bool = False) -> None:
    """Anything but a success is a refusal: CUPS has made no job of it."""
    if answer.status >= 0x0100:
        detail = answer.message or f"IPP {answer.status:#06x}"
        rule = _STATUSES.get(answer.status, "failed")
        if raw and answer.status == _NO_FORMAT:
            rule = "no_raw"
        raise PrinterTrouble(rule, place=place, detail=detail)
