"""Printing that breaks off, here or at the printer: nothing is lost, nothing is printed twice by itself."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from inpost_desk.actions.print_line import Printed, Printing
from inpost_desk.actions.printing import print_document
from inpost_desk.actions.ready import Label
from inpost_desk.actions.waiting import Stop
from inpost_desk.errors import FileTrouble, PaperTrouble, PrinterTrouble
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.printer import Document, Job, JobState, Printer, PrinterState, Readiness
from tests.actions.paper import label_file, now, numbers, on_paper, outlet, pile, put, states


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


class Deaf:
    """Its system loses the answer, or breaks; the paper comes all the same, from the printer `within`."""

    name = "Deaf"
    can_tell = True

    def __init__(self, error: BaseException, within: Printer | None = None) -> None:
        self.error, self.within = error, within

    def send(self, document: Document, *, title: str) -> str:
        if self.within:
            self.within.send(document, title=title)
        raise self.error

    def job(self, job_id: str) -> Job:
        return Job(job_id, JobState.UNKNOWN)

    def state(self) -> PrinterState:
        return PrinterState(Readiness.READY)

    def cancel(self, job_id: str) -> None:
        del job_id


@pytest.mark.parametrize("error", [PrinterTrouble("no_answer"), RuntimeError("a bug")])
def test_a_lost_answer_is_never_printed_twice_by_itself(
    ledger: Ledger, paper: Path, error: Exception
) -> None:
    labels = pile(ledger, 3)
    folder = FolderPrinter(paper)
    with pytest.raises(type(error)):
        put(ledger, Deaf(error, folder), labels[:2])
    ids = [one.shipment_id for one in labels]
    assert prints.maybe_printed(ledger) == ids[:2]
    assert put(ledger, folder, labels) == Printed(printed=1, skipped=2)
    prints.decide(ledger, ids[:1], printed=True, now=now())
    prints.decide(ledger, ids[1:2], printed=False, now=now())
    assert put(ledger, folder, labels) == Printed(printed=1, skipped=2)
    assert on_paper(paper, jobs=3) == [numbers(0, 1), numbers(2), numbers(1)]


DYING = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.printing import print_labels
from inpost_desk.actions.ready import Label
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.printers.folder import FolderPrinter

moment, place, paper, *rest = sys.argv[1:]
class Dying(FolderPrinter):
    def send(self, document, **more):
        if moment == "waits":
            print("sending", flush=True)
            sys.stdin.readline()
        if moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        name = super().send(document, **more)
        if moment == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return name

labels = [Label(int(one)) for one in rest]
profile = Profile.at(Reach.FOLDER, paper)
outlets = Outlets((profile,), _made={profile.id: Dying(Path(paper))})
print_labels(Ledger(Path(place)), outlets, labels, now=lambda: datetime.now(UTC), stop=Stop())
"""


def process(moment: str, ledger: Ledger, paper: Path, labels: Sequence[Label]) -> list[str]:
    ids = [str(one.shipment_id) for one in labels]
    return [sys.executable, "-c", DYING, moment, str(ledger.folder), str(paper), *ids]


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_while_sending_it_is_asked_about_and_not_printed_twice(
    ledger: Ledger, paper: Path, moment: str
) -> None:
    labels = pile(ledger, 30)
    done = subprocess.run(process(moment, ledger, paper, labels), timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    doubtful = [one.shipment_id for one in labels[:25]]
    assert prints.maybe_printed(ledger) == doubtful
    assert put(ledger, FolderPrinter(paper), labels) == Printed(printed=5, skipped=25)
    prints.decide(ledger, doubtful, printed=moment == "after", now=now())
    put(ledger, FolderPrinter(paper), labels)
    pages = [page for document in on_paper(paper, jobs=2) for page in document]
    assert sorted(pages) == numbers(*range(30))


def test_what_another_process_is_sending_is_left_to_it(ledger: Ledger, paper: Path) -> None:
    labels = pile(ledger, 3)
    other = subprocess.Popen(
        process("waits", ledger, paper, labels[:2]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout
    assert other.stdin
    assert other.stdout.readline() == "sending\n"
    assert prints.maybe_printed(ledger) == []
    assert put(ledger, FolderPrinter(paper), labels) == Printed(printed=1, skipped=2)
    other.communicate("\n", timeout=30)
    assert other.returncode == 0
    assert on_paper(paper, jobs=2) == [numbers(2), numbers(0, 1)]
    assert states(ledger, labels) == ["done"] * 3


def test_two_at_once_print_each_label_once(ledger: Ledger, paper: Path) -> None:
    labels = pile(ledger, 60)
    other = Ledger(ledger.folder)
    results: list[Printed] = []

    def run(one: Ledger, some: list[Label]) -> None:
        results.append(put(one, FolderPrinter(paper), some))

    threads = [
        threading.Thread(target=run, args=(ledger, labels)),
        threading.Thread(target=run, args=(other, labels[10:] + labels[:10])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    other.close()
    assert sum(one.printed for one in results) == 60
    pages = [page for document in on_paper(paper, jobs=1) for page in document]
    assert sorted(pages) == numbers(*range(60))


def test_a_label_file_that_changed_or_is_gone_is_held_back_and_the_rest_prints(
    ledger: Ledger, paper: Path
) -> None:
    labels = pile(ledger, 4)
    label_file(ledger, labels[1]).write_bytes(b"%PDF-1.4 damaged")
    label_file(ledger, labels[2]).unlink()
    done = put(ledger, FolderPrinter(paper), labels)
    assert [(one.label, one.rule) for one in done.held] == [
        (labels[1], "damaged"),
        (labels[2], "missing"),
    ]
    assert on_paper(paper, jobs=1) == [numbers(0, 3)]
    assert states(ledger, labels) == ["done", "", "", "done"]
    assert prints.maybe_printed(ledger) == []


def test_a_folder_that_is_gone_fails_what_was_not_printed(ledger: Ledger, tmp_path: Path) -> None:
    labels = pile(ledger, 1)
    with pytest.raises(FileTrouble) as trouble:
        put(ledger, FolderPrinter(tmp_path / "stick"), labels)
    assert trouble.value.rule == "missing"
    assert states(ledger, labels) == ["failed"]
    assert prints.maybe_printed(ledger) == []


def test_nothing_of_the_labels_is_left_in_the_temporary_folder(
    ledger: Ledger, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = pile(ledger, 2)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    put(ledger, FolderPrinter(paper), labels)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_document_that_is_no_pdf_is_refused(ledger: Ledger, paper: Path) -> None:
    with pytest.raises(PaperTrouble):
        print_document(
            ledger,
            outlet(FolderPrinter(paper)),
            b"PNG",
            document="slip",
            title="x",
            now=now,
            stop=Stop(),
        )
    assert prints.last_jobs(ledger) == []


def test_the_folder_is_where_journeys_look(ledger: Ledger, paper: Path) -> None:
    labels = pile(ledger, 30)
    told: list[Printing] = []
    assert put(ledger, FolderPrinter(paper), labels, told=told.append) == Printed(printed=30)
    assert on_paper(paper, jobs=2) == [numbers(*range(25)), numbers(*range(25, 30))]
    assert told[-1].printed == 30
    files = [file.name for file in sorted(paper.iterdir())]
    assert [one.printer_job for one in prints.last_jobs(ledger)[::-1]] == files
