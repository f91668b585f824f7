"""Labels printed beside a run: in the order of the pile, each once, and none that is late by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from inpost_desk.actions import pile as rows
from inpost_desk.actions.press import Press
from inpost_desk.actions.print_line import Printed
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import Pile
from inpost_desk.domain.printer import PaperKind, Profile, Reach
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import FileTrouble
from inpost_desk.labels.readback import read_pages
from inpost_desk.ledger import prints
from inpost_desk.ledger.prints import PrintState
from inpost_desk.printers.folder import FolderPrinter
from tests.actions.paper import now, outlet, outlets
from tests.actions.shop import client_of, ledger_in
from tests.actions.test_pile import RULES, Table
from tests.cli.conftest import locker
from tests.simulator_process import Simulator
from tests.waiting import until

COUNT = 5


@dataclass
class Beside:
    """A press at work on a thread of its own, as the window has it on a lane."""

    table: Table
    pile: Pile
    paper: Path
    stop: Stop = field(default_factory=Stop)
    ended: threading.Event = field(default_factory=threading.Event)
    news: threading.Event = field(default_factory=threading.Event)
    awaited: set[int] = field(default_factory=lambda: set(range(1, COUNT + 1)))
    result: list[Printed | None] = field(default_factory=list)
    late: list[int] = field(default_factory=list)
    trouble: list[Exception] = field(default_factory=list)
    profile: Profile | None = None
    _thread: threading.Thread | None = None

    def press(self) -> Press:
        return Press(
            self.table.ledger,
            outlets(outlet(FolderPrinter(self.paper), self.profile)),
            self.pile,
            range(1, COUNT + 1),
            now=now,
            stop=self.stop,
            told=lambda _: None,
            awaited=self.awaited,
            ended=self.ended,
            news=self.news,
            late=self.late,
        )

    def begin(self) -> None:
        def work() -> None:
            try:
                self.result.append(self.press().work())
            except FileTrouble as trouble:
                self.trouble.append(trouble)

        self._thread = threading.Thread(target=work)
        self._thread.start()

    def buy(self, *places: int) -> None:
        self.table.send(self.pile, list(places))
        self.news.set()

    def end(self) -> None:
        """The run is over; whatever is left is printed."""
        self.ended.set()
        self.news.set()
        assert self._thread is not None
        self._thread.join(30)
        assert not self._thread.is_alive()

    def out(self) -> list[str]:
        """The references on paper, in the order they came."""
        names = {row.tracking_number: row.reference for row in self.table.rows(self.pile)}
        files = sorted(self.paper.glob("*.pdf"))
        pages = [page for file in files for page in read_pages(file.read_bytes())]
        return [names[code] for page in pages for code in page.codes]

    def stages(self) -> list[Stage]:
        return self.table.stages(self.pile)


@pytest.fixture
def beside(tmp_path: Path, simulator: Simulator) -> Iterator[Beside]:
    paper = tmp_path / "paper"
    paper.mkdir()
    with ledger_in(tmp_path) as ledger, client_of(simulator) as client:
        table = Table(tmp_path, ledger, client)
        made = Beside(table, table.put(*(locker(f"R-{n}") for n in range(1, COUNT + 1))), paper)
        yield made
        made.stop.event.set()


def test_a_label_waits_for_those_before_it(beside: Beside) -> None:
    beside.begin()
    beside.buy(2, 3)
    beside.buy(1)
    until(lambda: len(beside.out()) == 3)
    beside.buy(4, 5)
    beside.end()
    assert beside.out() == ["R-1", "R-2", "R-3", "R-4", "R-5"]
    assert beside.late == []
    assert beside.stages() == [Stage.PRINTED] * COUNT


def test_what_is_not_awaited_holds_nothing_up_and_is_late_when_it_comes(beside: Beside) -> None:
    beside.awaited.discard(2)
    beside.begin()
    beside.buy(1, 3)
    until(lambda: len(beside.out()) == 2)
    beside.buy(2)
    beside.buy(4, 5)
    beside.end()
    assert beside.out() == ["R-1", "R-3", "R-4", "R-5"]
    assert beside.late == [2]
    assert beside.stages()[1] is Stage.LABEL


def test_a_row_that_is_given_up_while_others_wait_for_it(beside: Beside) -> None:
    beside.begin()
    beside.buy(2, 3)
    rows.edit(beside.table.ledger, beside.pile.id, {1: {Field.PHONE: "601111222"}}, RULES)
    assert beside.out() == []
    beside.awaited.discard(1)
    until(lambda: len(beside.out()) == 2)
    beside.end()
    assert beside.out() == ["R-2", "R-3"]


def test_when_the_run_is_over_nothing_waits_any_more(beside: Beside) -> None:
    beside.buy(3, 5)
    beside.begin()
    beside.end()
    assert beside.out() == ["R-3", "R-5"]
    (done,) = beside.result
    assert done is not None
    assert (done.printed, done.left) == (2, 0)


def test_two_presses_print_each_label_once(beside: Beside) -> None:
    beside.buy(1, 2, 3, 4, 5)
    others = [Beside(beside.table, beside.pile, beside.paper) for _ in range(2)]
    for one in others:
        one.ended.set()
        one.begin()
    for one in others:
        one.end()
    assert sorted(beside.out()) == ["R-1", "R-2", "R-3", "R-4", "R-5"]


def test_what_another_process_prints_is_left_to_it(beside: Beside) -> None:
    beside.buy(1, 2, 3)
    ledger = beside.table.ledger
    second = beside.table.rows(beside.pile)[1].local_id or 0
    job = prints.claim(ledger, [second], printer="elsewhere", reason="", now=now())
    assert job is not None
    beside.begin()
    beside.end()
    assert beside.out() == ["R-1", "R-3"]
    prints.ended(ledger, job, PrintState.FAILED, now=now())
    assert beside.stages()[1] is Stage.LABEL


def test_a_folder_that_goes_ends_it_and_leaves_the_rest_to_the_next(beside: Beside) -> None:
    beside.buy(1, 2)
    beside.paper.rmdir()
    beside.begin()
    beside.end()
    assert [str(one.rule) for one in beside.trouble if isinstance(one, FileTrouble)]
    assert beside.stages()[:2] == [Stage.LABEL] * 2
    beside.paper.mkdir()
    again = Beside(beside.table, beside.pile, beside.paper)
    again.begin()
    again.end()
    assert beside.out() == ["R-1", "R-2"]


def test_a_stop_begins_no_further_document(beside: Beside) -> None:
    beside.buy(1, 2)
    beside.stop.event.set()
    beside.begin()
    beside.end()
    assert beside.out() == []
    assert beside.result == [None]


def test_sheets_that_labels_share_are_filled_before_they_leave(beside: Beside) -> None:
    """Five labels, four on a sheet: one full sheet while the run goes on, the fifth when it is over."""
    beside.profile = Profile.at(Reach.FOLDER, str(beside.paper), paper=PaperKind.A4_FOUR)
    beside.begin()
    beside.buy(1, 2, 3)
    until(lambda: beside.stages()[:3] == [Stage.LABEL] * 3)
    assert list(beside.paper.iterdir()) == []
    beside.buy(4, 5)
    until(lambda: beside.stages() == [Stage.PRINTED] * 4 + [Stage.LABEL])
    beside.end()
    assert beside.stages() == [Stage.PRINTED] * 5
    assert sorted(beside.out()) == [f"R-{n}" for n in range(1, 6)]
