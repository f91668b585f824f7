"""Paper from the Orders page: never twice by itself, again for a reason, lists and slips, the result file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QRadioButton
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.stage import Stage
from inpost_desk.labels.readback import read_pages
from inpost_desk.ledger import prints
from inpost_desk.ledger.prints import PrintState
from inpost_desk.ui.orders import paper_jobs
from inpost_desk.ui.orders.again import AgainDialog
from inpost_desk.ui.orders.maybe import MaybeDialog
from tests.cli.conftest import locker
from tests.simulator_process import Simulator
from tests.ui.orders_desk import Window, lockers, references, window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BATCHES = {"method": "POST", "path": "/v1/organizations/*/batches"}
Key = Qt.Key
# Claims labels for printing in a process of its own and dies before they are sent.
DIES = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]))
ids = [int(one) for one in sys.argv[2:]]
assert prints.claim(ledger, ids, printer="paper", reason="", now=datetime.now(UTC))
os._exit(1)
"""


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def bought(desk: Window, count: int) -> None:
    desk.take(*lockers(count))
    desk.click("Only buy")
    desk.run_ended()
    assert desk.stages() == [Stage.LABEL] * count


def claimed_by_a_dead_process(desk: Window, *rows: int) -> None:
    session = desk.desk.session
    assert session is not None
    ids = [str(row.local_id) for row in desk.rows() if row.row in rows]
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(session.ledger.folder), *ids], check=False, cwd=Path.cwd()
    )
    assert done.returncode == 1
    desk.page.piling.refresh()
    desk.rest()


def dialog(desk: Window, kind: type[QDialog]) -> QDialog:
    desk.until(lambda: any(one.isVisible() for one in desk.page.findChildren(kind)))
    found = next(one for one in desk.page.findChildren(kind) if one.isVisible())
    found.activateWindow()
    desk.until(found.isActiveWindow)
    return found


def reasons(desk: Window) -> list[str]:
    session = desk.desk.session
    assert session is not None
    return [job.reason for job in reversed(prints.last_jobs(session.ledger))]


def test_a_folder_that_is_gone_is_told_and_printing_is_taken_up_again(desk: Window) -> None:
    desk.take(*lockers(4))
    shutil.rmtree(desk.paper)
    desk.create_and_print()
    assert desk.stages() == [Stage.LABEL] * 4
    assert desk.notices["run"].state == "error"
    assert desk.notices["run"].button == ""
    desk.paper.mkdir()
    desk.create_and_print()
    assert desk.stages() == [Stage.PRINTED] * 4
    assert desk.on_paper() == desk.numbers()
    assert desk.bought() == Counter(references(4))


def test_no_printer_only_buys(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with window(qtbot, lanes, simulator, tmp_path, printers=()) as desk:
        desk.take(*lockers(2))
        desk.go()
        assert not desk.runs
        desk.click("Only buy")
        desk.run_ended()
        assert desk.stages() == [Stage.LABEL] * 2
        desk.desk.change_settings(printers=(Profile.at(Reach.FOLDER, str(desk.paper)),))
        desk.create_and_print()
        assert desk.on_paper() == desk.numbers()


def test_a_label_that_comes_late_waits_for_a_person(desk: Window) -> None:
    """Its place in the pile has passed: it is printed by a key, not by itself."""
    desk.take(*lockers(5))
    # The second batch's rows come first: the first one's answer is lost for a while.
    desk.simulator.faults({"do": "cut", "act": True, "nth": 1, **BATCHES})
    desk.create_and_print()
    assert desk.bought() == Counter(references(5))
    if Stage.LABEL in desk.stages():
        desk.notices["late"].pressed()  # type: ignore[misc]
        desk.rest()
    assert Counter(desk.on_paper()) == Counter(desk.numbers())


def test_late_labels_of_another_file_are_not_printed_by_the_old_notice(desk: Window) -> None:
    bought(desk, 3)
    printing = desk.page.guide.end._print_late
    desk.take(*(locker(name) for name in ("S-1", "S-2")), name="second.csv")
    desk.click("Only buy")
    desk.run_ended()
    first_numbers = desk.numbers()
    printing((1, 2))
    desk.rest()
    assert desk.on_paper() == first_numbers
    desk.page.piling.open_newest()
    desk.take(locker("T-1"), name="third.csv")
    printing((1, 2))
    desk.rest()
    assert len(desk.on_paper()) == 2


def test_what_may_be_on_paper_is_asked_and_never_printed_by_itself(desk: Window) -> None:
    bought(desk, 4)
    claimed_by_a_dead_process(desk, 2, 3)
    assert desk.stages() == [Stage.LABEL, Stage.MAYBE_PRINTED, Stage.MAYBE_PRINTED, Stage.LABEL]
    desk.create_and_print()
    assert desk.stages() == [
        Stage.PRINTED,
        Stage.MAYBE_PRINTED,
        Stage.MAYBE_PRINTED,
        Stage.PRINTED,
    ]
    desk.notices["maybe"].pressed()  # type: ignore[misc]
    asked = dialog(desk, MaybeDialog)
    assert isinstance(asked, MaybeDialog)
    asked.list.setFocus()
    asked.list.setCurrentRow(1)
    QTest.keyClick(asked.list, Key.Key_Space)
    QTest.mouseClick(asked.ticked, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.stages()[1] is Stage.LABEL)
    desk.rest()
    assert desk.stages()[2] is Stage.PRINTED
    assert "maybe" not in desk.notices
    desk.create_and_print()
    assert desk.stages() == [Stage.PRINTED] * 4
    numbers = desk.numbers()
    assert desk.on_paper() == [numbers[0], numbers[3], numbers[1]]


def test_what_another_process_is_printing_is_left_to_it(desk: Window) -> None:
    bought(desk, 3)
    session = desk.desk.session
    assert session is not None
    # Ours is alive: to every other it is somebody who is at it.
    held = prints.claim(
        session.ledger,
        [desk.rows()[1].local_id or 0],
        printer="elsewhere",
        reason="",
        now=session.client.now(),
    )
    assert held
    desk.page.piling.refresh()
    desk.rest()
    assert desk.stages() == [Stage.LABEL, Stage.PRINTING, Stage.LABEL]
    desk.create_and_print()
    numbers = desk.numbers()
    assert desk.on_paper() == [numbers[0], numbers[2]]
    prints.ended(session.ledger, held, PrintState.DONE, now=session.client.now())
    desk.page.piling.refresh()
    desk.rest()
    assert desk.stages() == [Stage.PRINTED] * 3


def test_printed_again_from_here_with_a_reason(desk: Window) -> None:
    desk.take(*lockers(4))
    desk.create_and_print()
    desk.page.table.go_to(3)
    desk.click("Print again from")
    asked = dialog(desk, AgainDialog)
    assert isinstance(asked, AgainDialog)
    for name in ("from_here", "lost"):
        (choice,) = asked.findChildren(QRadioButton, name)
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    QTest.keyClick(asked, Key.Key_Return)
    desk.until(lambda: len(desk.printed()) == 2)
    desk.rest()
    assert desk.printed()[-1] == desk.numbers()[2:]
    assert reasons(desk)[-1] == "lost"
    assert desk.stages() == [Stage.PRINTED] * 4
    assert desk.bought() == Counter(references(4))


def test_printing_again_is_broken_off_by_esc(desk: Window) -> None:
    desk.take(*lockers(2))
    desk.create_and_print()
    desk.click("Print again from")
    asked = dialog(desk, AgainDialog)
    QTest.keyClick(asked, Key.Key_Escape)
    desk.rest()
    assert len(desk.on_paper()) == 2
    desk.until(lambda: not desk.page.findChildren(AgainDialog))


def test_closing_while_documents_are_printed(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    """Every document still waiting is stopped, not only the newest."""
    with window(qtbot, lanes, simulator, tmp_path) as desk:
        bought(desk, 2)
        desk.page.papers.print_rows([1])
        desk.page.papers.print_rows([1, 2])
        desk.page.papers.stop()
        desk.rest()
        out = desk.on_paper()
    assert len(out) == len(set(out))


@pytest.mark.parametrize("kind", [paper_jobs.SLIPS, paper_jobs.LIST])
def test_slips_and_list_carry_the_references_as_bar_codes(desk: Window, kind: str) -> None:
    desk.take(*lockers(3), locker("R-99", phone="12"))
    place = desk.folder / "made.pdf"
    desk.page.papers._save_packing(kind)
    chosen = dialog(desk, QDialog)
    chosen.fileSelected.emit(str(place))  # type: ignore[attr-defined]
    chosen.close()
    desk.until(lambda: "packing" in desk.notices)
    codes = [code for page in read_pages(place.read_bytes()) for code in page.codes]
    assert codes == references(3)
    assert desk.notices["packing"].consequence == str(place)


def test_slips_are_printed(desk: Window) -> None:
    desk.take(*lockers(2))
    desk.page.papers._print_slips()
    desk.until(lambda: "press" in desk.notices)
    desk.rest()
    assert desk.printed() == [references(2)]
    assert desk.bought() == Counter()


def test_nothing_to_pack_is_said(desk: Window) -> None:
    desk.take(locker("R-01", phone="12"))
    desk.page.papers._print_slips()
    desk.page.papers._save_packing(paper_jobs.LIST)
    desk.page.papers._save_labels()
    desk.rest()
    assert desk.notices["packing"].state == "information"
    assert desk.printed() == []


def test_labels_as_one_file_in_the_order_of_the_pile(desk: Window) -> None:
    bought(desk, 3)
    place = desk.folder / "labels.pdf"
    desk.page.papers._save_labels()
    chosen = dialog(desk, QDialog)
    chosen.fileSelected.emit(str(place))  # type: ignore[attr-defined]
    chosen.close()
    desk.until(place.exists)
    desk.rest()
    pages = read_pages(place.read_bytes())
    assert [next(iter(page.codes)) for page in pages] == desk.numbers()


def test_the_result_goes_elsewhere_where_the_files_folder_is_closed(desk: Window) -> None:
    folder = desk.folder / "stick"
    folder.mkdir()
    path = desk.file(*lockers(2)).rename(folder / "orders.csv")
    desk.page.take_files([path])
    desk.until(desk.shown)
    desk.rest()
    shutil.rmtree(folder)
    desk.create_and_print()
    result = desk.page.guide.end.result
    assert result == desk.desk.data_dir / "results" / "orders-result.csv"
    assert result.read_text(encoding="utf-8").count("done") == 2
