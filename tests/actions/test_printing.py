"""Labels of a pile on a real CUPS: in order, each once, followed to the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inpost_desk.actions import printing
from inpost_desk.actions.print_line import Printed, Printing
from inpost_desk.actions.printing import Ahead, print_document
from inpost_desk.actions.waiting import Stop
from inpost_desk.errors import PrinterTrouble
from inpost_desk.labels import own_pages
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import PrintState
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.printers.printer import Job, JobState, Readiness
from tests.actions.paper import now, numbers, on_paper, outlet, pile, put, states
from tests.cups import PrivateCups
from tests.waiting import until


@pytest.fixture(scope="module")
def server() -> Iterator[PrivateCups]:
    with PrivateCups() as one:
        yield one


@pytest.fixture(autouse=True)
def _here(server: PrivateCups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", server.url)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    one = Ledger(tmp_path / "ledger")
    yield one
    one.close()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    folder = tmp_path / "paper"
    folder.mkdir()
    return folder


@pytest.fixture
def queue(server: PrivateCups, paper: Path) -> CupsPrinter:
    """A queue of this test's own whose printer writes into `paper`."""
    name = f"Q{len(list(server.folder.glob('etc/ppd/*.ppd')))}"
    server.add_pdf_queue(name, paper)
    return CupsPrinter(name)


def test_sixty_labels_are_three_documents_in_the_pile_s_order(
    ledger: Ledger, queue: CupsPrinter, paper: Path
) -> None:
    labels = pile(ledger, 60)
    told: list[Printing] = []
    assert put(ledger, queue, labels, told=told.append) == Printed(printed=60)
    assert on_paper(paper, jobs=3) == [
        numbers(*range(25)),
        numbers(*range(25, 50)),
        numbers(*range(50, 60)),
    ]
    assert states(ledger, labels) == ["done"] * 60
    jobs = prints.last_jobs(ledger)[::-1]
    assert [len(one.shipments) for one in jobs] == [25, 25, 10]
    assert sorted(int(one.printer_job) for one in jobs) == [int(one.printer_job) for one in jobs]
    assert [one.printed for one in told] == sorted(one.printed for one in told)
    done = Printing(60, given=60, printed=60, job=JobState.DONE, name=queue.name)
    assert told[-1] == done


def test_what_was_printed_is_printed_again_for_a_reason_only(
    ledger: Ledger, queue: CupsPrinter, paper: Path
) -> None:
    labels = pile(ledger, 4)
    put(ledger, queue, labels[:2])
    assert put(ledger, queue, [*labels, labels[0]]) == Printed(printed=2, skipped=3)
    assert put(ledger, queue, labels) == Printed(skipped=4)
    # From here on once more.
    assert put(ledger, queue, labels[1:], reason="wrong_order") == Printed(printed=3)
    assert on_paper(paper, jobs=3) == [numbers(0, 1), numbers(2, 3), numbers(1, 2, 3)]
    assert [one.reason for one in prints.last_jobs(ledger)] == ["wrong_order", "", ""]


def test_a_warning_page_comes_before_the_first_label_only(
    ledger: Ledger, queue: CupsPrinter, paper: Path
) -> None:
    labels = pile(ledger, 26)
    warning = Ahead(own_pages.separator(["WZÓR – NIE NADAWAĆ", "(SPECIMEN)"]))
    assert put(ledger, queue, labels, before=warning).printed == 26
    assert on_paper(paper, jobs=2) == [["", *numbers(*range(25))], numbers(25)]
    assert put(ledger, queue, labels, before=warning) == Printed(skipped=26)
    assert len(list(paper.glob("*.pdf"))) == 2


def test_a_paused_printer_is_told_and_goes_on(
    server: PrivateCups, ledger: Ledger, queue: CupsPrinter, paper: Path
) -> None:
    labels = pile(ledger, 30)
    server.pause(queue.name)
    told: list[Printing] = []

    def tell(one: Printing) -> None:
        told.append(one)
        if one.printer and one.printer.readiness == Readiness.PAUSED:
            server.resume(queue.name)

    assert put(ledger, queue, labels, told=tell) == Printed(printed=30)
    paused = next(one for one in told if one.printer)
    assert (paused.given, paused.printed, paused.job) == (25, 0, JobState.WAITING)
    assert on_paper(paper, jobs=2) == [numbers(*range(25)), numbers(*range(25, 30))]


def test_a_stop_leaves_the_rest_and_a_later_look_finds_the_end(
    server: PrivateCups, ledger: Ledger, queue: CupsPrinter, paper: Path
) -> None:
    labels = pile(ledger, 30)
    server.pause(queue.name)
    stop = Stop()

    def tell(one: Printing) -> None:
        if one.job == JobState.WAITING:
            stop.event.set()

    assert put(ledger, queue, labels, stop=stop, told=tell) == Printed(open=25, left=5)
    assert states(ledger, labels) == ["sent"] * 25 + [""] * 5
    assert printing.look_again(ledger, queue, now=now) == 1
    server.resume(queue.name)
    on_paper(paper, jobs=1)
    until(lambda: printing.look_again(ledger, queue, now=now) == 0)
    assert states(ledger, labels) == ["done"] * 25 + [""] * 5
    assert put(ledger, queue, labels) == Printed(printed=5, skipped=25)


def test_a_job_cancelled_at_the_printer_ends_the_printing(
    server: PrivateCups, ledger: Ledger, queue: CupsPrinter, paper: Path
) -> None:
    labels = pile(ledger, 30)
    server.pause(queue.name)

    def tell(one: Printing) -> None:
        if one.job == JobState.WAITING:
            queue.cancel(prints.last_jobs(ledger)[0].printer_job)

    assert put(ledger, queue, labels, told=tell) == Printed(cancelled=25, left=5)
    server.resume(queue.name)
    assert states(ledger, labels) == ["cancelled"] * 25 + [""] * 5
    assert put(ledger, queue, labels) == Printed(printed=30)
    assert on_paper(paper, jobs=2) == [numbers(*range(25)), numbers(*range(25, 30))]


def test_a_printer_that_is_pulled_out_is_waited_for_until_a_stop(
    server: PrivateCups, ledger: Ledger, paper: Path
) -> None:
    server.add_ipp_queue("Pulled", paper)
    server.pull_out("Pulled")
    labels = pile(ledger, 2)
    stop = Stop()
    told: list[Printing] = []

    def tell(one: Printing) -> None:
        told.append(one)
        if "unavailable" in one.detail:
            stop.event.set()

    assert put(ledger, CupsPrinter("Pulled"), labels, stop=stop, told=tell).open == 2
    assert states(ledger, labels) == ["sent", "sent"]
    assert told[-1].printed == 0


def test_cups_that_is_gone_for_a_while_is_asked_again(
    ledger: Ledger, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = pile(ledger, 1)
    with PrivateCups() as other:
        monkeypatch.setenv("CUPS_SERVER", other.url)
        other.add_pdf_queue("Zebra", paper)
        other.pause("Zebra")
        told: list[Printing] = []

        def tell(one: Printing) -> None:
            told.append(one)
            if one.job == JobState.WAITING and not one.detail:
                other.stop()
            elif one.printer and one.printer.reasons == ("unreachable",):
                other.start()
                other.resume("Zebra")

        assert put(ledger, CupsPrinter("Zebra"), labels, told=tell) == Printed(printed=1)
    assert "unreachable" in [one.detail for one in told]
    assert on_paper(paper, jobs=1) == [numbers(0)]


def test_a_printer_that_takes_no_jobs_fails_what_was_not_sent(
    server: PrivateCups, ledger: Ledger, queue: CupsPrinter, paper: Path
) -> None:
    labels = pile(ledger, 2)
    server.reject(queue.name)
    with pytest.raises(PrinterTrouble) as trouble:
        put(ledger, queue, labels)
    assert trouble.value.rule == "rejecting"
    assert states(ledger, labels) == ["failed", "failed"]
    assert prints.last_jobs(ledger)[0].detail == "rejecting"
    server.accept(queue.name)
    assert put(ledger, queue, labels) == Printed(printed=2)
    assert on_paper(paper, jobs=1) == [numbers(0, 1)]


def test_a_printer_that_forgets_its_jobs_had_them(
    ledger: Ledger, queue: CupsPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = pile(ledger, 1)
    monkeypatch.setattr(CupsPrinter, "job", lambda _self, number: Job(number, JobState.UNKNOWN))
    assert put(ledger, queue, labels) == Printed(printed=1)
    assert states(ledger, labels) == ["sent"]
    assert prints.open_jobs(ledger, printer=queue.name) == []


def test_a_document_that_is_no_label_is_printed_and_noted(
    ledger: Ledger, queue: CupsPrinter, paper: Path
) -> None:
    content = own_pages.test_label("IPD-7KQ4", ["Etykieta próbna"])
    for _ in range(2):
        done = print_document(
            ledger, outlet(queue), content, document="test", title="x", now=now, stop=Stop()
        )
        assert done == Printed(printed=1)
    assert on_paper(paper, jobs=2) == [["IPD-7KQ4"], ["IPD-7KQ4"]]
    assert [(one.document, one.state) for one in prints.last_jobs(ledger)] == [
        ("test", PrintState.DONE),
        ("test", PrintState.DONE),
    ]
    assert prints.printed_states(ledger) == {}


def test_a_document_given_away_is_looked_after_until_its_end(
    server: PrivateCups, ledger: Ledger, queue: CupsPrinter
) -> None:
    content = own_pages.test_label("IPD-7KQ4", ["Etykieta próbna"])
    server.pause(queue.name)
    given = [
        printing.give_document(ledger, outlet(queue), content, document="test", title="x", now=now)
        for _ in range(2)
    ]
    ends = [printing.end_of(ledger, queue, one, now=now) for one in given]
    assert ends == [None, None]
    first = prints.job_named(ledger, given[0])
    assert first is not None
    queue.cancel(first.printer_job)
    server.resume(queue.name)
    until(lambda: printing.end_of(ledger, queue, given[1], now=now) is not None)
    ends = [printing.end_of(ledger, queue, one, now=now) for one in given]
    assert ends[1] is PrintState.DONE
    # Nobody can say of a cancelled one whether it had begun.
    until(lambda: printing.end_of(ledger, queue, given[0], now=now) is not None)
    assert printing.end_of(ledger, queue, given[0], now=now) is PrintState.FAILED
