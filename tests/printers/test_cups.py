"""The CUPS printer against a real CUPS: what comes out of the printer, and every way one is not there."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inpost_desk.errors import FileTrouble, PaperTrouble, PrinterTrouble
from inpost_desk.labels.readback import read_pages
from inpost_desk.printers import cups
from inpost_desk.printers.cups import CupsPrinter, Server
from inpost_desk.printers.printer import ENDED, Job, JobState, PrinterState, Readiness
from tests.cups import PrivateCups
from tests.labels.specimen_labels import NUMBER, locker, lockers, number


@pytest.fixture(scope="module")
def server() -> Iterator[PrivateCups]:
    with PrivateCups() as one:
        yield one


@pytest.fixture(autouse=True)
def _here(server: PrivateCups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", server.url)


@pytest.fixture
def label(tmp_path: Path) -> Path:
    file = tmp_path / "label.pdf"
    file.write_bytes(locker())
    return file


def until(ready: Callable[[], bool], *, seconds: float = 15) -> bool:
    end = time.monotonic() + seconds
    while not ready() and time.monotonic() < end:
        time.sleep(0.02)
    return ready()


def ended(printer: CupsPrinter, job: str) -> Job:
    assert until(lambda: printer.job(job).state in ENDED), printer.job(job)
    return printer.job(job)


def test_a_label_arrives_at_true_size_and_readable(
    server: PrivateCups, label: Path, tmp_path: Path
) -> None:
    server.add_pdf_queue("Label", tmp_path / "paper")
    printer = CupsPrinter("Label")
    job = printer.send(label, title="InPost Desk – żółte", pages=1)
    assert ended(printer, job).state == JobState.DONE
    paper = tmp_path / "paper/001.pdf"
    assert until(paper.exists)
    (page,) = read_pages(paper.read_bytes())
    assert set(page.codes) == {NUMBER}
    assert (page.width_mm, page.height_mm) == pytest.approx((105, 148), abs=0.6)


def test_the_bytes_are_not_touched_by_us(server: PrivateCups, label: Path, tmp_path: Path) -> None:
    server.add_raw_queue("Untouched", tmp_path / "paper")
    CupsPrinter("Untouched").send(label, title="x", pages=1)
    paper = tmp_path / "paper/001.pdf"
    assert until(paper.exists)
    assert paper.read_bytes() == label.read_bytes()


def test_a_printer_without_a_driver_gets_the_label(
    server: PrivateCups, label: Path, tmp_path: Path
) -> None:
    server.add_ipp_queue("Driverless", tmp_path / "paper")
    printer = CupsPrinter("Driverless")
    assert ended(printer, printer.send(label, title="x", pages=1)).state == JobState.DONE
    (paper,) = (tmp_path / "paper").glob("*.pdf")
    (page,) = read_pages(paper.read_bytes())
    assert set(page.codes) == {NUMBER}
    assert (page.width_mm, page.height_mm) == pytest.approx((105, 148), abs=0.6)


def test_a_document_of_many_megabytes_goes_through(server: PrivateCups, tmp_path: Path) -> None:
    server.add_raw_queue("Large", tmp_path / "paper")
    large = tmp_path / "large.pdf"
    large.write_bytes(locker() + b"%" + b"x" * 20_000_000)
    CupsPrinter("Large").send(large, title="x", pages=1)
    paper = tmp_path / "paper/001.pdf"
    assert until(paper.exists)
    assert paper.stat().st_size == large.stat().st_size


def test_pages_come_in_their_order(server: PrivateCups, tmp_path: Path) -> None:
    server.add_pdf_queue("Order", tmp_path / "paper")
    numbers = [number(place) for place in range(5)]
    document = tmp_path / "labels.pdf"
    document.write_bytes(lockers(numbers))
    CupsPrinter("Order").send(document, title="x", pages=5)
    assert until((tmp_path / "paper/001.pdf").exists)
    pages = read_pages((tmp_path / "paper/001.pdf").read_bytes(), expected=numbers)
    assert [page.codes[0] for page in pages] == numbers


def test_a_paused_queue_waits_and_goes_on(
    server: PrivateCups, label: Path, tmp_path: Path
) -> None:  # fmt: skip
    server.add_pdf_queue("Paused", tmp_path / "paper")
    server.pause("Paused")
    printer = CupsPrinter("Paused")
    assert printer.state().readiness == Readiness.PAUSED
    job = printer.send(label, title="x", pages=1)
    assert printer.job(job).state == JobState.WAITING
    server.resume("Paused")
    assert ended(printer, job).state == JobState.DONE
    assert printer.state() == PrinterState(Readiness.READY)


def test_a_waiting_job_is_taken_back(server: PrivateCups, label: Path, tmp_path: Path) -> None:
    server.add_pdf_queue("Cancel", tmp_path / "paper")
    server.pause("Cancel")
    printer = CupsPrinter("Cancel")
    job = printer.send(label, title="x", pages=1)
    for _ in range(2):
        printer.cancel(job)
        assert printer.job(job).state == JobState.CANCELLED


def test_a_strict_queue_believes_the_system_who_we_are(
    server: PrivateCups, label: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.add_pdf_queue("Strict", tmp_path / "paper")
    server.be_strict("Strict")
    server.pause("Strict")
    printer = CupsPrinter("Strict")
    with pytest.raises(PrinterTrouble) as trouble:
        printer.send(label, title="x", pages=1)
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("not_allowed", False)
    monkeypatch.setenv("CUPS_SERVER", str(server.socket))
    job = printer.send(label, title="x", pages=1)
    assert printer.job(job).state == JobState.WAITING
    printer.cancel(job)
    assert printer.job(job).state == JobState.CANCELLED


def test_a_rejecting_queue_says_so(server: PrivateCups, label: Path, tmp_path: Path) -> None:
    server.add_pdf_queue("Rejecting", tmp_path / "paper")
    server.reject("Rejecting")
    printer = CupsPrinter("Rejecting")
    with pytest.raises(PrinterTrouble) as trouble:
        printer.send(label, title="x", pages=1)
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("rejecting", False)
    assert printer.state() == PrinterState(Readiness.STOPPED, ("rejecting",))


@pytest.mark.parametrize("name", ["Nobody", "Żółta drukarka", "a/b", "x" * 200])
def test_an_unknown_queue_says_so(label: Path, name: str) -> None:
    printer = CupsPrinter(name)
    with pytest.raises(PrinterTrouble) as trouble:
        printer.send(label, title="x", pages=1)
    assert (trouble.value.rule, trouble.value.place) == ("no_such_printer", name)
    assert printer.state() == PrinterState(Readiness.MISSING, ("no_such_printer",))


def test_a_printer_that_is_pulled_out_says_why(
    server: PrivateCups, label: Path, tmp_path: Path
) -> None:  # fmt: skip
    server.add_ipp_queue("Pulled", tmp_path / "paper")
    server.pull_out("Pulled")
    printer = CupsPrinter("Pulled")
    job = printer.send(label, title="x", pages=1)
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
    label: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no.sock"))
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(label, title="x", pages=1)
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("unreachable", False)
    assert CupsPrinter("Zebra").state() == PrinterState(Readiness.MISSING, ("unreachable",))
    with pytest.raises(PrinterTrouble):
        cups.queues()


@pytest.mark.parametrize("content", [b"", b"\x89PNG", b"%!PS-Adobe", b" %PDF-1.4"])
def test_what_is_no_pdf_is_not_sent(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "label.pdf"
    file.write_bytes(content)
    with pytest.raises(PaperTrouble) as trouble:
        CupsPrinter("Nobody").send(file, title="x", pages=1)
    assert trouble.value.rule == "damaged"


def test_a_missing_document_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as trouble:
        CupsPrinter("Nobody").send(tmp_path / "gone.pdf", title="x", pages=1)
    assert trouble.value.rule == "missing"


class Answering:
    """Listens where CUPS should be, takes a request and answers with these bytes, or (None) keeps silent."""

    def __init__(self, answer: bytes | None) -> None:
        self.answer = answer
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"127.0.0.1:{self.socket.getsockname()[1]}"
        self.closed = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        connection, _address = self.socket.accept()
        with connection:
            connection.recv(1_000_000)
            if self.answer is None:
                self.closed.wait(10)
            else:
                connection.sendall(self.answer)
                connection.shutdown(socket.SHUT_WR)
                self.closed.wait(1)

    def close(self) -> None:
        self.closed.set()
        self.socket.close()


def http_answer(status: str, body: bytes = b"") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        (b"", "no_answer"),
        (b"HTTP/1.1 200", "no_answer"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "no_answer"),
        (http_answer("200 OK", b"not ipp"), "no_answer"),
        (http_answer("200 OK", b"\x01\x01\x00\x00\x00\x00\x00\x01\x03"), "no_answer"),
        (http_answer("500 Internal Server Error"), "no_answer"),
        (http_answer("302 Found"), "no_answer"),
        (http_answer("401 Unauthorized"), "not_allowed"),
        (http_answer("403 Forbidden"), "not_allowed"),
        (http_answer("426 Upgrade Required"), "failed"),
        (http_answer("200 OK", b"\x01\x01\x04\x0a\x00\x00\x00\x01\x03"), "no_pdf"),
        (http_answer("200 OK", b"\x01\x01\x05\x00\x00\x00\x00\x01\x03"), "failed"),
    ],
)
def test_an_answer_that_is_lost_may_have_printed(
    label: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes, rule: str
) -> None:
    other = Answering(answer)
    monkeypatch.setenv("CUPS_SERVER", other.url)
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(label, title="x", pages=1)
    other.close()
    assert trouble.value.rule == rule
    assert trouble.value.may_have_acted == (rule == "no_answer")


def test_silence_has_an_end(label: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups, "ANSWER_SECONDS", 0.2)
    other = Answering(None)
    monkeypatch.setenv("CUPS_SERVER", other.url)
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(label, title="x", pages=1)
    other.close()
    assert trouble.value.may_have_acted


def test_a_refusal_before_the_end_of_the_document_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Answering(http_answer("403 Forbidden"))
    monkeypatch.setenv("CUPS_SERVER", other.url)
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-" + bytes(30_000_000))
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(large, title="x", pages=1)
    other.close()
    assert trouble.value.rule in ("not_allowed", "no_answer")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("/run/cups/cups.sock", Server(path="/run/cups/cups.sock")),
        ("print.example.test", Server(host="print.example.test")),
        ("print.example.test:8631", Server(host="print.example.test", port=8631)),
        ("print.example.test:8631/version=1.1", Server(host="print.example.test", port=8631)),
        ("[::1]:8631", Server(host="::1", port=8631)),
        ("[::1]", Server(host="::1")),
    ],
)
def test_cups_server_is_read_as_cups_reads_it(
    monkeypatch: pytest.MonkeyPatch, given: str, found: Server
) -> None:
    monkeypatch.setenv("CUPS_SERVER", given)
    assert cups.server() == found


def test_without_a_word_it_is_this_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CUPS_SERVER")
    monkeypatch.setattr(cups, "_SOCKETS", ())
    assert cups.server() == Server(host="localhost")
    monkeypatch.setattr(cups, "_SOCKETS", (Path("/"),))
    assert cups.server() == Server(path="/")
