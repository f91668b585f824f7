"""The CUPS printer against a real CUPS: what comes out of the printer, and every way one is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from inpost_desk.errors import PaperTrouble, PrinterTrouble
from inpost_desk.labels.readback import read_pages
from inpost_desk.printers import cups
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.printers.printer import (
    ENDED,
    Document,
    Form,
    Job,
    JobState,
    PrinterState,
    Readiness,
)
from tests.cups import PrivateCups
from tests.labels.specimen_labels import NUMBER, locker, lockers, number
from tests.printers.following import ended, until
from tests.zebra_listener import ZebraListener

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def label() -> Document:
    return Document(locker())


def test_a_label_arrives_at_true_size_and_readable(
    server: PrivateCups, label: Document, tmp_path: Path
) -> None:
    server.add_pdf_queue("Label", tmp_path / "paper")
    printer = CupsPrinter("Label")
    job = printer.send(label, title="InPost Desk – żółte")
    assert ended(printer, job).state == JobState.DONE
    paper = tmp_path / "paper/001.pdf"
    assert until(paper.exists)
    (page,) = read_pages(paper.read_bytes())
    assert set(page.codes) == {NUMBER}
    assert (page.width_mm, page.height_mm) == pytest.approx((105, 148), abs=0.6)


def test_the_bytes_are_not_touched_by_us(
    server: PrivateCups, label: Document, tmp_path: Path
) -> None:
    server.add_raw_queue("Untouched", tmp_path / "paper")
    CupsPrinter("Untouched").send(label, title="x")
    paper = tmp_path / "paper/001.pdf"
    assert until(paper.exists)
    assert paper.read_bytes() == label.content


def test_a_printer_without_a_driver_gets_the_label(
    server: PrivateCups, label: Document, tmp_path: Path
) -> None:
    server.add_ipp_queue("Driverless", tmp_path / "paper")
    printer = CupsPrinter("Driverless")
    assert ended(printer, printer.send(label, title="x")).state == JobState.DONE
    (paper,) = (tmp_path / "paper").glob("*.pdf")
    (page,) = read_pages(paper.read_bytes())
    assert set(page.codes) == {NUMBER}
    assert (page.width_mm, page.height_mm) == pytest.approx((105, 148), abs=0.6)


def test_a_document_of_many_megabytes_goes_through(server: PrivateCups, tmp_path: Path) -> None:
    server.add_raw_queue("Large", tmp_path / "paper")
    large = Document(locker() + b"%" + b"x" * 20_000_000)
    CupsPrinter("Large").send(large, title="x")
    paper = tmp_path / "paper/001.pdf"
    assert until(paper.exists)
    assert paper.stat().st_size == len(large.content)


def test_pages_come_in_their_order(server: PrivateCups, tmp_path: Path) -> None:
    server.add_pdf_queue("Order", tmp_path / "paper")
    numbers = [number(place) for place in range(5)]
    CupsPrinter("Order").send(Document(lockers(numbers), pages=5), title="x")
    assert until((tmp_path / "paper/001.pdf").exists)
    pages = read_pages((tmp_path / "paper/001.pdf").read_bytes(), expected=numbers)
    assert [page.codes[0] for page in pages] == numbers


def test_a_paused_queue_waits_and_goes_on(
    server: PrivateCups, label: Document, tmp_path: Path
) -> None:  # fmt: skip
    server.add_pdf_queue("Paused", tmp_path / "paper")
    server.pause("Paused")
    printer = CupsPrinter("Paused")
    assert printer.state().readiness == Readiness.PAUSED
    job = printer.send(label, title="x")
    assert printer.job(job).state == JobState.WAITING
    server.resume("Paused")
    assert ended(printer, job).state == JobState.DONE
    assert printer.state() == PrinterState(Readiness.READY)


def test_a_waiting_job_is_taken_back(server: PrivateCups, label: Document, tmp_path: Path) -> None:
    server.add_pdf_queue("Cancel", tmp_path / "paper")
    server.pause("Cancel")
    printer = CupsPrinter("Cancel")
    job = printer.send(label, title="x")
    for _ in range(2):
        printer.cancel(job)
        assert printer.job(job).state == JobState.CANCELLED


def test_a_job_that_was_cancelled_says_whether_it_had_begun(server: PrivateCups) -> None:
    with ZebraListener(hangs_after=40) as zebra:
        server.add_socket_queue("Begun", zebra.port)
        printer = CupsPrinter("Begun")
        long = Document(b"^XA" + b"x" * 4_000_000 + b"^XZ", Form.ZPL)
        jobs = [printer.send(long, title="x") for _ in range(2)]
        # Nobody looks while it prints.
        assert until(lambda: zebra.connections == 1)
        for job in reversed(jobs):
            printer.cancel(job)
        found = [printer.job(one) for one in jobs]
    assert [one.state for one in found] == [JobState.CANCELLED] * 2
    assert [one.begun for one in found] == [True, False]


def test_a_strict_queue_believes_the_system_who_we_are(
    server: PrivateCups, label: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.add_pdf_queue("Strict", tmp_path / "paper")
    server.be_strict("Strict")
    server.pause("Strict")
    printer = CupsPrinter("Strict")
    with pytest.raises(PrinterTrouble) as trouble:
        printer.send(label, title="x")
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("not_allowed", False)
    monkeypatch.setenv("CUPS_SERVER", str(server.socket))
    job = printer.send(label, title="x")
    assert printer.job(job).state == JobState.WAITING
    printer.cancel(job)
    assert printer.job(job).state == JobState.CANCELLED


def test_a_rejecting_queue_says_so(server: PrivateCups, label: Document, tmp_path: Path) -> None:
    server.add_pdf_queue("Rejecting", tmp_path / "paper")
    server.reject("Rejecting")
    printer = CupsPrinter("Rejecting")
    with pytest.raises(PrinterTrouble) as trouble:
        printer.send(label, title="x")
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("rejecting", False)
    assert printer.state() == PrinterState(Readiness.STOPPED, ("rejecting",))


@pytest.mark.parametrize("name", ["Nobody", "Żółta drukarka", "a/b", "x" * 200])
def test_an_unknown_queue_says_so(label: Document, name: str) -> None:
    printer = CupsPrinter(name)
    with pytest.raises(PrinterTrouble) as trouble:
        printer.send(label, title="x")
    assert (trouble.value.rule, trouble.value.place) == ("no_such_printer", name)
    assert printer.state() == PrinterState(Readiness.MISSING, ("no_such_printer",))


def test_a_queue_that_vanished_takes_its_jobs_along(
    server: PrivateCups, label: Document, tmp_path: Path
) -> None:
    server.add_pdf_queue("Vanished", tmp_path / "paper")
    server.pause("Vanished")
    printer = CupsPrinter("Vanished")
    job = printer.send(label, title="x")
    server.remove("Vanished")
    assert printer.job(job).state == JobState.UNKNOWN
    assert printer.state() == PrinterState(Readiness.MISSING, ("no_such_printer",))
    with pytest.raises(PrinterTrouble) as trouble:
        printer.send(label, title="x")
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("no_such_printer", False)


def test_a_printer_that_is_pulled_out_says_why(
    server: PrivateCups, label: Document, tmp_path: Path
) -> None:  # fmt: skip
    server.add_ipp_queue("Pulled", tmp_path / "paper")
    server.pull_out("Pulled")
    printer = CupsPrinter("Pulled")
    job = printer.send(label, title="x")
    assert until(lambda: "unavailable" in printer.job(job).detail), printer.job(job)
    assert printer.job(job).state not in ENDED


def test_queues_are_found(server: PrivateCups, tmp_path: Path) -> None:
    server.add_pdf_queue("Found", tmp_path / "paper")
    server.add_raw_queue("FoundRaw", tmp_path / "raw")
    server.pause("FoundRaw")
    found = {one.name: one for one in cups.queues()}
    assert list(found) == sorted(found, key=str.casefold)
    assert (found["Found"].accepts_pdf, found["Found"].raw) == (True, False)
    assert found["Found"].state == PrinterState(Readiness.READY)
    assert found["FoundRaw"].raw
    assert found["FoundRaw"].state.readiness == Readiness.PAUSED


def test_a_server_without_queues_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with PrivateCups() as empty:
        monkeypatch.setenv("CUPS_SERVER", str(empty.socket))
        assert cups.queues() == []


def test_a_job_nobody_knows_is_unknown() -> None:
    assert CupsPrinter("Found").job("99999") == Job("99999", JobState.UNKNOWN)


def test_without_cups_nothing_was_printed(
    label: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no.sock"))
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(label, title="x")
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("unreachable", False)
    assert CupsPrinter("Zebra").state() == PrinterState(Readiness.MISSING, ("unreachable",))
    with pytest.raises(PrinterTrouble):
        cups.queues()


@pytest.mark.parametrize("content", [b"", b"\x89PNG", b"%!PS-Adobe", b" %PDF-1.4"])
def test_what_is_no_pdf_is_not_sent(content: bytes) -> None:
    with pytest.raises(PaperTrouble) as trouble:
        CupsPrinter("Nobody").send(Document(content), title="x")
    assert trouble.value.rule == "damaged"
