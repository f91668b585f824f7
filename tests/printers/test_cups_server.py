"""The way to CUPS: which server it is, and every answer that is none."""

from __future__ import annotations

import contextlib
import socket
import threading
from pathlib import Path

import pytest

from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers import cups_server
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.printers.cups_server import Server
from inpost_desk.printers.printer import Document, Form
from tests.labels.specimen_labels import locker


def http_answer(status: str, body: bytes = b"") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


NICE_QUEUE = http_answer("200 OK", b"\x01\x01\x00\x00\x00\x00\x00\x01\x01\x04\x03")


@pytest.fixture
def label() -> Document:
    return Document(locker())


class Answering:
    """Listens where CUPS should be, and answers a document with these bytes, or (None) keeps silent.

    Asked what a queue is like, it says `queue`.
    """

    def __init__(self, answer: bytes | None, *, queue: bytes | None = NICE_QUEUE) -> None:
        self.answer = answer
        self.queue = queue
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"127.0.0.1:{self.socket.getsockname()[1]}"
        self.closed = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            for answer in (self.queue, self.answer):
                connection, _address = self.socket.accept()
                with connection:
                    connection.recv(1_000_000)
                    if answer is None:
                        self.closed.wait(10)
                    else:
                        connection.sendall(answer)
                        connection.shutdown(socket.SHUT_WR)
                        if answer is self.answer:
                            self.closed.wait(1)

    def close(self) -> None:
        self.closed.set()
        self.socket.close()


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
        (http_answer("413 Request Entity Too Large"), "spool_full"),
        (http_answer("200 OK", b"\x01\x01\x04\x0a\x00\x00\x00\x01\x03"), "no_pdf"),
        (http_answer("200 OK", b"\x01\x01\x05\x00\x00\x00\x00\x01\x03"), "failed"),
    ],
)
def test_an_answer_that_is_lost_may_have_printed(
    label: Document, monkeypatch: pytest.MonkeyPatch, answer: bytes, rule: str
) -> None:
    other = Answering(answer)
    monkeypatch.setenv("CUPS_SERVER", other.url)
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(label, title="x")
    other.close()
    assert trouble.value.rule == rule
    assert trouble.value.may_have_acted == (rule == "no_answer")


@pytest.mark.parametrize("question", [None, b"", http_answer("500 Internal Server Error")])
def test_before_the_document_left_nothing_is_printed(
    label: Document, monkeypatch: pytest.MonkeyPatch, question: bytes | None
) -> None:
    monkeypatch.setattr(cups_server, "ANSWER_SECONDS", 0.2)
    other = Answering(None, queue=question)
    monkeypatch.setenv("CUPS_SERVER", other.url)
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(label, title="x")
    other.close()
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("unreachable", False)


def test_a_queue_that_takes_no_raw_bytes_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    other = Answering(http_answer("200 OK", b"\x01\x01\x04\x0a\x00\x00\x00\x01\x03"))
    monkeypatch.setenv("CUPS_SERVER", other.url)
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(Document(b"^XA^XZ", Form.ZPL), title="x")
    other.close()
    assert (trouble.value.rule, trouble.value.may_have_acted) == ("no_raw", False)


def test_silence_has_an_end(label: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups_server, "ANSWER_SECONDS", 0.2)
    other = Answering(None)
    monkeypatch.setenv("CUPS_SERVER", other.url)
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(label, title="x")
    other.close()
    assert trouble.value.may_have_acted


def test_a_refusal_before_the_end_of_the_document_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = Answering(http_answer("403 Forbidden"))
    monkeypatch.setenv("CUPS_SERVER", other.url)
    large = Document(b"%PDF-" + bytes(30_000_000))
    with pytest.raises(PrinterTrouble) as trouble:
        CupsPrinter("Zebra").send(large, title="x")
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
    assert cups_server.server() == found


def test_without_a_word_it_is_this_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    monkeypatch.setattr(cups_server, "_SOCKETS", ())
    assert cups_server.server() == Server(host="localhost")
    monkeypatch.setattr(cups_server, "_SOCKETS", (Path("/"),))
    assert cups_server.server() == Server(path="/")
