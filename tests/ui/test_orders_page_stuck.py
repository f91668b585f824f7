"""What is stuck or on its way: a printer that does not go on, a key held down, a change while closing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.background import FETCH, Lanes
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger import piles
from inpost_desk.printers.printer import Document, Job, JobState, PrinterState, Readiness
from inpost_desk.ui.orders.again import AgainDialog
from inpost_desk.ui.orders.results import write_pile_result
from inpost_desk.ui.stopping import Stopping
from tests.simulator_process import Simulator
from tests.ui.orders_desk import NONE, Window, lockers, window
from tests.ui.test_orders_page_run import blocked

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key


class Stuck:
    """Takes documents and says the same of each until told otherwise."""

    name = "Stuck"
    can_tell = True

    def __init__(self) -> None:
        self.now = JobState.WAITING
        self.documents = 0
        self.stands = PrinterState(Readiness.READY)

    def send(self, document: Document, *, title: str) -> str:
        del document, title
        self.documents += 1
        return str(self.documents)

    def job(self, job: str) -> Job:
        return Job(job, self.now)

    def state(self) -> PrinterState:
        return self.stands

    def cancel(self, job: str) -> None:
        del job


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Stuck:
    printer = Stuck()
    monkeypatch.setattr("inpost_desk.actions.outlets.printer_for", lambda _: printer)
    return printer


def test_labels_at_the_printer_when_the_run_is_stopped_have_not_failed(
    desk: Window, stuck: Stuck
) -> None:
    desk.take(*lockers(2))
    desk.go()
    desk.until(lambda: stuck.documents)
    desk.key(Key.Key_Escape)
    desk.until(lambda: not desk.page.runner.running)
    desk.until(lambda: "at_printer" in desk.notices)
    assert "press" not in desk.notices
    stuck.now = JobState.DONE
    desk.until(lambda: "at_printer" not in desk.notices)
    desk.until(lambda: Stage.PRINTED in desk.stages())
    assert "press" not in desk.notices


def test_stopping_a_run_lets_go_of_the_slips_its_labels_wait_for(
    desk: Window, stuck: Stuck
) -> None:
    desk.take(*lockers(1))
    desk.page.papers._print_slips()
    desk.until(lambda: stuck.documents)
    desk.go()
    desk.until(lambda: desk.stages() == [Stage.LABEL])
    assert desk.page.runner.running
    desk.key(Key.Key_Escape)
    desk.until(lambda: not desk.page.runner.running)
    assert desk.stages() == [Stage.LABEL]
    # What is asked for after that is printed.
    stuck.now = JobState.DONE
    desk.create_and_print()
    assert desk.stages() == [Stage.PRINTED]


def test_slips_are_stopped_where_they_are_told_of(desk: Window, stuck: Stuck) -> None:
    desk.take(*lockers(1))
    desk.page.papers._print_slips()
    desk.until(lambda: stuck.documents and "press" in desk.notices)
    stop = desk.notices["press"].pressed
    assert stop is not None
    stop()
    desk.until(lambda: "at_printer" in desk.notices)
    assert "press" not in desk.notices


def test_a_printer_without_paper_is_named_and_the_reason_said_in_words(
    desk: Window, stuck: Stuck
) -> None:
    desk.take(*lockers(1))
    stuck.stands = PrinterState(Readiness.READY, ("media-empty", "cutter-sulks"))
    desk.page.papers._print_slips()
    desk.until(lambda: "press" in desk.notices and desk.notices["press"].state == "warning")
    told = desk.notices["press"]
    assert desk.desk.settings.printers[0].name in told.fact
    assert told.fact.endswith(": out of labels.")
    assert "0 of 1" in told.consequence
    assert "when there is paper" in told.consequence
    assert "media" not in told.fact + told.consequence
    stuck.stands = PrinterState(Readiness.PAUSED, ("moving-to-paused",))
    desk.until(lambda: desk.notices["press"].fact.endswith(": printing paused."))
    stuck.stands = PrinterState(Readiness.READY)
    desk.until(lambda: desk.notices["press"].state == "information")
    stuck.now = JobState.DONE
    desk.until(lambda: desk.notices["press"].state == "done")


def test_enter_held_down_prints_nothing_again(desk: Window) -> None:
    desk.take(*lockers(2))
    desk.create_and_print()
    desk.page.papers.print_again_from_here()
    dialog = desk.page.findChild(AgainDialog)
    assert dialog is not None
    desk.until(dialog.isVisible)
    for widget in (dialog, dialog.print, dialog.which.buttons()[0]):
        QTest.simulateEvent(widget, True, Key.Key_Return.value, NONE, "", True)
    assert dialog.isVisible()
    dialog.reject()
    desk.rest()
    assert len(desk.on_paper()) == 2


def test_a_change_on_its_way_is_not_lost_when_the_window_closes(desk: Window) -> None:
    desk.take(*lockers(2))
    gate = blocked(desk, FETCH, threads=2)
    piling = desk.page.piling
    piling.lock.acquire()
    piling.hold([1], held=True)
    piling.edit({2: {}})
    over = QWidget()
    desk.qtbot.addWidget(over)
    stopping = Stopping(desk.desk.lanes, over)
    assert stopping.still_busy()
    # Ctrl+Enter right before: what waits for a change is not bought any more.
    desk.go()
    desk.page.closing()
    piling.lock.release()
    with desk.qtbot.waitSignal(stopping.finished, timeout=20_000):
        stopping.begin()
        gate.set()
    session, pile = desk.desk.session, piling.pile
    assert session is not None
    assert pile is not None
    held = [row.held for row in piles.stored_rows(session.ledger, pile.id)]
    assert held == [True, False]
    assert not desk.runs


def test_a_folder_for_results_that_cannot_be_made_is_a_trouble(desk: Window) -> None:
    desk.take(*lockers(1))
    session, pile = desk.desk.session, desk.page.piling.pile
    assert session is not None
    assert pile is not None
    in_the_way = desk.folder / "file"
    in_the_way.write_text("")
    nowhere = replace(pile, file_path=str(desk.folder / "gone" / "orders.csv"))
    with pytest.raises(FileTrouble) as caught:
        write_pile_result(session.ledger, nowhere, None, spare=in_the_way / "results")
    assert caught.value.rule == "not_a_folder"
