"""Windows' spooler: raw documents, jobs followed to their end, states, and what is refused.

The spooler is a stand-in that keeps state (`windows_stand_in`): Windows itself cannot be had here, so this
one part is not tested on the real thing.
"""

from __future__ import annotations

import sys

import pytest

from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers.printer import Document, Form, Job, JobState, PrinterState, Readiness
from inpost_desk.printers.windows import BLOCK, WindowsPrinter, queues
from inpost_desk.printers.windows_spooler import Driver, Spooler, SpoolerError
from tests.printers.windows_stand_in import DISK_FULL, PRINTED, PRINTING, StandIn

NAME = "Zebra"
LABEL = Document(b"^XA^FDlabel^FS^XZ", form=Form.ZPL)
LONG = Document(b"^XA^XZ" * BLOCK, form=Form.ZPL, pages=BLOCK)


@pytest.fixture
def spooler() -> StandIn:
    one = StandIn()
    one.install(NAME)
    return one


def printer(spooler: Spooler, name: str = NAME) -> WindowsPrinter:
    return WindowsPrinter(name, spooler, {})


def test_raw_commands_arrive_as_they_are(spooler: StandIn) -> None:
    job = printer(spooler).send(LONG, title="Łóżka")
    given = spooler.jobs[NAME, int(job)]
    assert (given.content, given.datatype, given.title) == (LONG.content, "RAW", "Łóżka")
    assert (given.pages, given.complete) == (1, True)
    assert spooler.handles == 0


def test_what_is_taken_in_pieces_arrives_whole(spooler: StandIn) -> None:
    spooler.takes = 7
    job = printer(spooler).send(LABEL, title="x")
    assert spooler.jobs[NAME, int(job)].content == LABEL.content


@pytest.mark.parametrize(
    ("version", "file", "datatype"),
    [
        (3, r"C:\x64\3\ZDNC.DLL", "RAW"),
        (4, r"C:\x64\3\ZPL.DLL", "XPS_PASS"),
        (3, r"C:\x64\3\MxdwDrv.dll", "XPS_PASS"),
    ],
)
def test_an_xps_driver_passes_raw_bytes_on_under_another_name(
    spooler: StandIn, version: int, file: str, datatype: str
) -> None:
    spooler.drivers = {"Zebra ZD421": Driver("Zebra ZD421", version, file)}
    spooler.change(NAME, driver="Zebra ZD421")
    job = printer(spooler).send(LABEL, title="x")
    assert spooler.jobs[NAME, int(job)].datatype == datatype


def test_a_driver_nobody_knows_gets_raw_bytes(spooler: StandIn) -> None:
    spooler.drivers = {}
    job = printer(spooler).send(LABEL, title="x")
    assert spooler.jobs[NAME, int(job)].datatype == "RAW"


def test_a_pdf_is_not_for_windows(spooler: StandIn) -> None:
    with pytest.raises(PrinterTrouble) as caught:
        printer(spooler).send(Document(b"%PDF-1.4"), title="x")
    assert caught.value.rule == "no_pdf"
    assert not spooler.jobs


@pytest.mark.parametrize(
    ("call", "code", "rule"),
    [
        ("OpenPrinter", 5, "not_allowed"),
        ("OpenPrinter", 1722, "unreachable"),
        ("OpenPrinter", 1802, "no_such_printer"),
        ("StartDocPrinter", 1804, "no_raw"),
        ("StartDocPrinter", DISK_FULL, "spool_full"),
        ("StartPagePrinter", 39, "spool_full"),
        ("WritePrinter", DISK_FULL, "spool_full"),
        ("WritePrinter", 4711, "failed"),
    ],
)
def test_before_the_first_byte_nothing_is_printed(
    spooler: StandIn, call: str, code: int, rule: str
) -> None:
    spooler.refusals = {call: code}
    with pytest.raises(PrinterTrouble) as caught:
        printer(spooler).send(LABEL, title="x")
    assert (caught.value.rule, caught.value.place) == (rule, NAME)
    assert not caught.value.may_have_acted
    assert not spooler.jobs
    assert spooler.handles == 0


def test_a_document_that_breaks_off_may_be_printed_in_part(spooler: StandIn) -> None:
    spooler.refusals, spooler.after = {"WritePrinter": DISK_FULL}, {"WritePrinter": 1}
    with pytest.raises(PrinterTrouble) as caught:
        printer(spooler).send(LONG, title="x")
    assert caught.value.may_have_acted
    assert caught.value.detail == "spool_full (WritePrinter: 112)"


def test_a_queue_that_waits_for_the_end_has_printed_nothing_of_it(spooler: StandIn) -> None:
    spooler.change(NAME, attributes=0x1)
    spooler.refusals, spooler.after = {"WritePrinter": DISK_FULL}, {"WritePrinter": 1}
    with pytest.raises(PrinterTrouble) as caught:
        printer(spooler).send(LONG, title="x")
    assert caught.value.rule == "spool_full"
    assert not spooler.jobs


@pytest.mark.parametrize("calls", [("WritePrinter", "AbortPrinter"), ("EndDocPrinter",)])
def test_what_cannot_be_taken_back_may_be_printed(spooler: StandIn, calls: tuple[str, ...]) -> None:
    spooler.refusals = dict.fromkeys(calls, 1726)
    with pytest.raises(PrinterTrouble) as caught:
        printer(spooler).send(LABEL, title="x")
    assert caught.value.rule == "no_answer"


def test_nothing_taken_is_an_error_not_a_loop(spooler: StandIn) -> None:
    spooler.takes = 0
    with pytest.raises(PrinterTrouble) as caught:
        printer(spooler).send(LABEL, title="x")
    assert caught.value.rule == "failed"


@pytest.mark.parametrize(
    ("status", "state", "detail"),
    [
        (0, JobState.WAITING, ""),
        (0x8, JobState.WAITING, ""),
        (PRINTING, JobState.PRINTING, ""),
        (PRINTING | 0x40 | 0x2, JobState.HELD, "media-empty"),
        (0x20, JobState.HELD, "offline"),
        (0x1, JobState.HELD, "paused"),
        (0x2, JobState.HELD, "other"),
        (0x4, JobState.CANCELLED, ""),
        (0x100, JobState.CANCELLED, ""),
        (PRINTED, JobState.DONE, ""),
        (PRINTED | 0x4, JobState.DONE, ""),
        (0x1000, JobState.DONE, ""),
    ],
)
def test_a_job_s_bits(spooler: StandIn, status: int, state: JobState, detail: str) -> None:
    one = printer(spooler)
    job = one.send(LABEL, title="x")
    spooler.jobs[NAME, int(job)].status = status
    assert one.job(job) == Job(job, state, detail)


def test_the_driver_s_own_words_say_more(spooler: StandIn) -> None:
    one = printer(spooler)
    job = one.send(LABEL, title="x")
    spooler.jobs[NAME, int(job)].status = 0x40
    spooler.jobs[NAME, int(job)].said = "Brak etykiet"
    assert one.job(job).detail == "Brak etykiet"


def test_missing_paper_that_only_the_queue_tells_of(spooler: StandIn) -> None:
    one = printer(spooler)
    job = one.send(LABEL, title="x")
    spooler.change(NAME, status=0x10)
    assert one.job(job) == Job(job, JobState.HELD, "media-empty")
    spooler.change(NAME, status=0)
    spooler.jobs[NAME, int(job)].status = PRINTING
    assert one.job(job).state is JobState.PRINTING
    spooler.take_away(NAME, job)
    assert one.job(job) == Job(job, JobState.DONE)
    assert one.job(job) == Job(job, JobState.DONE), "whoever asks again is told the same"


def test_a_job_that_was_printing_and_is_gone_is_done(spooler: StandIn) -> None:
    one = printer(spooler)
    first, second = one.send(LABEL, title="x"), one.send(LABEL, title="x")
    spooler.take_away(NAME, first)
    assert one.job(first).state is JobState.DONE
    assert one.job(second).state is JobState.WAITING
    spooler.take_away(NAME, second)
    assert one.job(second).state is JobState.DONE


def test_a_job_that_was_not_at_its_turn_and_is_gone_is_not_known(spooler: StandIn) -> None:
    one = printer(spooler)
    one.send(LABEL, title="x")
    second = one.send(LABEL, title="x")
    spooler.take_away(NAME, second)
    assert one.job(second) == Job(second, JobState.UNKNOWN, "gone: waiting")


def test_a_job_that_was_held_and_is_gone_is_not_known(spooler: StandIn) -> None:
    one = printer(spooler)
    job = one.send(LABEL, title="x")
    spooler.jobs[NAME, int(job)].status = 0x40 | PRINTING
    assert one.job(job).state is JobState.HELD
    spooler.take_away(NAME, job)
    assert one.job(job) == Job(job, JobState.UNKNOWN, "gone: media-empty")


def test_a_job_of_an_earlier_start_that_is_gone_is_not_known(spooler: StandIn) -> None:
    assert printer(spooler).job("77") == Job("77", JobState.UNKNOWN, "gone-unseen")


def test_a_small_job_that_is_printed_before_anybody_looks(spooler: StandIn) -> None:
    spooler.fast = True
    one = printer(spooler)
    assert one.job(one.send(LABEL, title="x")).state is JobState.DONE


def test_a_job_is_taken_back(spooler: StandIn) -> None:
    one = printer(spooler)
    job = one.send(LABEL, title="x")
    one.cancel(job)
    assert not spooler.jobs
    assert one.job(job).state is JobState.CANCELLED
    one.cancel(job)
    spooler.refusals = {"SetJob": 5}
    with pytest.raises(PrinterTrouble) as caught:
        one.cancel(job)
    assert caught.value.rule == "not_allowed"


def test_a_silent_spooler_is_no_end_of_a_job(spooler: StandIn) -> None:
    one = printer(spooler)
    job = one.send(LABEL, title="x")
    spooler.refusals = {"GetJob": 1722}
    with pytest.raises(PrinterTrouble) as caught:
        one.job(job)
    assert caught.value.rule == "unreachable"


@pytest.mark.parametrize(
    ("status", "attributes", "readiness", "reasons"),
    [
        (0, 0, Readiness.READY, ()),
        (0x400, 0, Readiness.READY, ()),
        (0x1, 0, Readiness.PAUSED, ("paused",)),
        (0x10 | 0x2, 0, Readiness.STOPPED, ("media-empty",)),
        (0x400000, 0, Readiness.STOPPED, ("cover-open",)),
        (0x20000, 0, Readiness.READY, ("marker-supply-low",)),
        (0, 0x400, Readiness.STOPPED, ("offline",)),
        (0x80, 0x400, Readiness.STOPPED, ("offline",)),
    ],
)
def test_a_queue_s_bits(
    spooler: StandIn,
    status: int,
    attributes: int,
    readiness: Readiness,
    reasons: tuple[str, ...],
) -> None:
    spooler.change(NAME, status=status, attributes=attributes)
    assert printer(spooler).state() == PrinterState(readiness, reasons)


def test_a_queue_that_vanished_is_a_state(spooler: StandIn) -> None:
    gone = printer(spooler, "Citizen")
    assert gone.state() == PrinterState(Readiness.MISSING, ("no_such_printer",))
    with pytest.raises(PrinterTrouble) as caught:
        gone.send(LABEL, title="x")
    assert (caught.value.rule, caught.value.place) == ("no_such_printer", "Citizen")


def test_a_redirected_queue_is_found_again_after_a_new_login(spooler: StandIn) -> None:
    spooler.install("Zebra biuro (przekierowane 7)")
    one = printer(spooler, "Zebra biuro (przekierowane 3)")
    job = one.send(LABEL, title="x")
    assert spooler.jobs["Zebra biuro (przekierowane 7)", int(job)].complete
    assert one.name == "Zebra biuro (przekierowane 3)"
    assert one.job(job).state is JobState.WAITING


def test_windows_may_change_its_default_printer_under_us(spooler: StandIn) -> None:
    """A profile names its queue; "let Windows manage my default printer" is nothing to it."""
    spooler.install("Laser")
    for usual in (NAME, "Laser", ""):
        spooler.usual = usual
        job = printer(spooler).send(LABEL, title="x")
        assert spooler.jobs[NAME, int(job)].content == LABEL.content


def test_a_queue_that_was_renamed_is_not_replaced_by_the_default_one(spooler: StandIn) -> None:
    spooler.install("Zebra nowa")
    spooler.usual = "Zebra nowa"
    assert printer(spooler, "Zebra stara").state().readiness is Readiness.MISSING


def test_the_queues_of_this_computer(spooler: StandIn) -> None:
    spooler.install("biuro", driver="HP", comment="Laser w biurze", status=0x10)
    spooler.usual = NAME
    found = queues(spooler)
    assert [(one.name, one.is_default, one.port) for one in found] == [
        ("biuro", False, "USB001"),
        (NAME, True, "USB001"),
    ]
    assert (found[0].description, found[1].description) == ("Laser w biurze", NAME)
    assert found[0].state == PrinterState(Readiness.STOPPED, ("media-empty",))
    spooler.refusals = {"EnumPrinters": 1722}
    with pytest.raises(PrinterTrouble) as caught:
        queues(spooler)
    assert caught.value.rule == "unreachable"


def test_without_windows_there_is_no_such_spooler() -> None:
    assert sys.platform != "win32"
    here = WindowsPrinter(NAME)
    assert here.state() == PrinterState(Readiness.MISSING, ("unreachable",))
    with pytest.raises(PrinterTrouble):
        queues()
    assert SpoolerError(0, "x").rule == "failed"
