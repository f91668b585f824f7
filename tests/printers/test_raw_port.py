"""The printer on port 9100, against sockets that behave like a Zebra, and like one that does not."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from inpost_desk.domain.printer import host_and_port
from inpost_desk.errors import PaperTrouble, PrinterTrouble
from inpost_desk.printers import raw_port
from inpost_desk.printers.printer import Document, Form, Job, JobState, PrinterState, Readiness
from inpost_desk.printers.raw_port import RawPortPrinter
from tests.printers.following import until
from tests.zebra_listener import ZebraListener

LABELS = [b"^XA^FD%d^FS^GFA,\x00\xff,^XZ\r\n" % place for place in range(5)]
JOB = Document(b"".join(LABELS), Form.ZPL, pages=5)
BIG = Document(b"^XA" + b"x" * 8_000_000 + b"^XZ", Form.ZPL)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short limits, for where nothing comes however long one waits."""
    monkeypatch.setattr(raw_port, "BLOCK_SECONDS", 0.4)
    monkeypatch.setattr(raw_port, "READ_SECONDS", 0.4)
    monkeypatch.setattr(raw_port, "QUESTION_SECONDS", 0.4)


@pytest.fixture
def zebra() -> Iterator[ZebraListener]:
    with ZebraListener() as one:
        yield one


def printer(zebra: ZebraListener, *, asks: bool = True) -> RawPortPrinter:
    where = host_and_port(zebra.address)
    assert where is not None
    return RawPortPrinter(*where, asks=asks)


def refused(one: RawPortPrinter, document: Document = JOB) -> PrinterTrouble:
    with pytest.raises(PrinterTrouble) as trouble:
        one.send(document, title="x")
    assert trouble.value.place == one.name
    return trouble.value


def test_labels_arrive_byte_by_byte_and_in_order_over_one_connection(zebra: ZebraListener) -> None:
    one = printer(zebra)
    job = one.send(JOB, title="x")
    assert zebra.labels == LABELS
    # The first connection was the question.
    assert zebra.connections == 2
    assert one.job(job) == Job(job, JobState.DONE)
    assert one.send(JOB, title="x") != job
    assert zebra.jobs == [JOB.content] * 2
    assert one.state() == PrinterState(Readiness.READY)


def test_many_megabytes_go_through(zebra: ZebraListener) -> None:
    printer(zebra).send(BIG, title="x")
    assert zebra.labels == [BIG.content]


def test_paper_out_in_the_middle_holds_the_job_until_there_is_new_paper(
    zebra: ZebraListener,
) -> None:
    zebra.change(paper=3)
    one = printer(zebra)
    job = one.send(JOB, title="x")
    assert zebra.labels == LABELS[:3]
    assert one.job(job) == Job(job, JobState.HELD, "media-empty")
    assert one.state() == PrinterState(Readiness.STOPPED, ("media-empty",))
    zebra.change(paper=100)
    assert one.job(job) == Job(job, JobState.DONE)
    assert zebra.labels == LABELS


def test_a_pause_and_an_open_cover_are_told(zebra: ZebraListener) -> None:
    one = printer(zebra)
    zebra.change(paused=True)
    assert one.state() == PrinterState(Readiness.PAUSED, ("paused",))
    zebra.change(head_open=True, ribbon_out=True)
    reasons = ("cover-open", "marker-supply-empty", "paused")
    assert one.state() == PrinterState(Readiness.STOPPED, reasons)
    job = one.send(JOB, title="x")
    assert one.job(job) == Job(job, JobState.HELD, ", ".join(reasons))
    zebra.change(paused=False, head_open=False, ribbon_out=False)
    assert one.job(job).state == JobState.DONE


def test_a_label_cut_short_is_not_done(zebra: ZebraListener) -> None:
    one = printer(zebra)
    job = one.send(Document(LABELS[0] + b"^XA^FD", Form.ZPL), title="x")
    assert one.job(job).state == JobState.PRINTING


def test_a_printer_that_does_not_answer_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_port, "QUESTION_SECONDS", 0.2)
    with ZebraListener(answers=False) as silent:
        one = printer(silent)
        assert not one.can_tell
        assert one.send(JOB, title="x") == ""
        assert one.job("") == Job("", JobState.UNKNOWN)
        assert one.state() == PrinterState(Readiness.READY)
        assert (silent.questions, silent.jobs) == (1, [JOB.content])


def test_epl_is_not_asked(zebra: ZebraListener) -> None:
    one = printer(zebra, asks=False)
    assert one.send(Document(b"N\r\nP1\r\n", Form.EPL), title="x") == ""
    assert not one.can_tell
    assert one.state() == PrinterState(Readiness.READY)
    assert (zebra.questions, zebra.jobs) == (0, [b"N\r\nP1\r\n"])


def test_one_that_answered_and_is_silent_now_has_a_reason(
    zebra: ZebraListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = printer(zebra)
    job = one.send(JOB, title="x")
    monkeypatch.setattr(raw_port, "QUESTION_SECONDS", 0.2)
    zebra.answers = False
    assert one.can_tell
    assert one.job(job) == Job(job, JobState.HELD, "no_answer")
    assert one.state() == PrinterState(Readiness.STOPPED, ("no_answer",))


@pytest.mark.usefixtures("impatient")
def test_a_job_of_an_earlier_start_is_open_while_the_printer_is_silent() -> None:
    with ZebraListener(answers=False) as silent:
        assert printer(silent).job("4f2a") == Job("4f2a", JobState.HELD, "no_answer")


def test_labels_that_were_lost_with_the_power_are_not_done() -> None:
    with ZebraListener(paper=3) as before:
        one = printer(before)
        job = one.send(JOB, title="x")
        assert one.job(job) == Job(job, JobState.HELD, "media-empty")
    with pytest.raises(PrinterTrouble):
        one.job(job)
    with ZebraListener(port=before.port) as after:
        # Another way to the same printer knows it, too.
        lost = Job(job, JobState.FAILED, "restarted", begun=True)
        assert [printer(after).job(job), one.job(job)] == [lost, lost]
        fresh = one.send(JOB, title="x")
        assert one.job(fresh) == Job(fresh, JobState.DONE)


def test_what_nobody_saw_for_long_is_not_done(
    zebra: ZebraListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = printer(zebra)
    job = one.send(JOB, title="x")
    monkeypatch.setattr(raw_port, "UNSEEN_SECONDS", 0.0)
    assert one.job(job) == Job(job, JobState.FAILED, "restarted", begun=True)
    assert one.job("of an earlier start").state is JobState.FAILED
    zebra.change(paused=True)
    job = one.send(JOB, title="x")
    assert one.job(job).state is JobState.HELD


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("document", [JOB, BIG], ids=["fits the line", "does not"])
@pytest.mark.parametrize("asks", [True, False])
def test_one_that_hangs_after_half_a_label_may_have_printed(
    document: Document, *, asks: bool
) -> None:
    with ZebraListener(hangs_after=40) as hanging:
        trouble = refused(printer(hanging, asks=asks), document)
        assert (trouble.rule, trouble.may_have_acted) == ("no_answer", True)
        assert until(lambda: hanging.labels == (LABELS[:1] if document is JOB else []))


@pytest.mark.parametrize("document", [JOB, BIG], ids=["fits the line", "does not"])
def test_one_that_hangs_up_half_way_may_have_printed(document: Document) -> None:
    with ZebraListener(hangs_up_after=40) as leaving:
        assert refused(printer(leaving), document).may_have_acted


def test_one_that_never_hangs_up_but_lives_has_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_port, "READ_SECONDS", 0.2)
    with ZebraListener(closes=False) as open_end:
        assert printer(open_end).send(JOB, title="x")
        assert open_end.labels == LABELS
        assert refused(printer(open_end, asks=False)).may_have_acted


def test_where_nobody_listens_nothing_is_printed() -> None:
    with ZebraListener() as gone:
        one = printer(gone)
        job = one.send(JOB, title="x")
    fresh = printer(gone)
    for trouble in (refused(one), refused(fresh)):
        assert (trouble.rule, trouble.may_have_acted) == ("unreachable", False)
    assert not fresh.can_tell
    assert one.state() == PrinterState(Readiness.MISSING, ("unreachable",))
    for asked in (one, fresh):
        with pytest.raises(PrinterTrouble):
            asked.job(job)


@pytest.mark.parametrize("host", ["printer.invalid", "x" * 70 + ".invalid", "ż..pl"])
def test_an_unknown_name_says_so(host: str) -> None:
    assert refused(RawPortPrinter(host, 9100)).rule == "unreachable"
    assert RawPortPrinter(host, 9100, asks=False).state().readiness == Readiness.MISSING


def test_what_is_no_command_is_not_sent(zebra: ZebraListener) -> None:
    one = printer(zebra)
    for form in (Form.PDF, Form.IMAGES):
        assert refused(one, Document(b"%PDF-1.4", form)).rule == "wrong_form"
    with pytest.raises(PaperTrouble):
        one.send(Document(b"", Form.ZPL), title="x")
    assert zebra.connections == 0


def test_what_a_printer_has_is_not_taken_back(zebra: ZebraListener) -> None:
    zebra.change(paused=True)
    one = printer(zebra)
    one.cancel(one.send(JOB, title="x"))
    zebra.change(paused=False)
    assert zebra.labels == LABELS


def test_a_printer_is_known_by_its_address() -> None:
    assert RawPortPrinter("zebra", 9100).name == "zebra:9100"
    assert RawPortPrinter("fe80::1", 9100).name == "[fe80::1]:9100"


def test_one_that_talks_without_end_is_no_zebra() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        talked = threading.Event()

        def talk() -> None:
            connection, _address = listening.accept()
            with connection:
                connection.sendall(b"hello\r\n" * 2000)
                talked.wait(5)

        threading.Thread(target=talk, daemon=True).start()
        assert not RawPortPrinter("127.0.0.1", listening.getsockname()[1]).can_tell
        talked.set()
    assert until(talked.is_set)
