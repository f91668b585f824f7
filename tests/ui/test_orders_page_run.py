"""Runs from the Orders page: buying and printing by one key, stopped, gone on with, never twice."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inpost_desk.background import FETCH, Lanes
from inpost_desk.domain.order import Field
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.bar_modes import Ended, PaymentStop
from inpost_desk.ui.orders.running import Figures
from tests.cli.conftest import locker
from tests.simulator_process import MONDAY, Simulator
from tests.ui.orders_desk import CTRL, NONE, Window, lockers, opened, references, window
from tests.weekend_hours import ALWAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BATCHES = {"method": "POST", "path": "/v1/organizations/*/batches"}
LABELS = {"path": "/v1/organizations/*/shipments/labels"}
Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path, weekend_window=ALWAYS) as made:
        yield made


def slow(desk: Window, seconds: float = 0.6) -> None:
    """InPost takes its time over a batch: somebody can do something meanwhile."""
    desk.simulator.faults({"do": "slow", "seconds": seconds, **BATCHES})


def buying(desk: Window) -> None:
    """Until the first parcel is bought, which goes alone, and the others are on their way."""
    desk.until(desk.bought)


def test_ctrl_enter_buys_and_prints_in_the_order_of_the_pile(desk: Window) -> None:
    desk.take(*lockers(7))
    assert desk.stages() == [Stage.READY] * 7
    desk.create_and_print()
    assert desk.stages() == [Stage.PRINTED] * 7
    assert desk.bought() == Counter(references(7))
    assert desk.on_paper() == desk.numbers()
    assert desk.page.guide.end.result == desk.folder / "orders-result.csv"
    assert desk.has_button("Open the result")


def test_a_key_held_down_starts_one_run_and_presses_nothing_after_it(desk: Window) -> None:
    desk.take(*lockers(3))
    asked: list[str] = []
    desk.bar.result_asked.connect(lambda: asked.append("result"))
    desk.page.runner.started.connect(lambda: asked.append("run"))
    desk.hold_down(Key.Key_Return, CTRL, times=5)
    desk.run_ended()
    desk.repeat(Key.Key_Return, CTRL, times=5)
    desk.repeat(Key.Key_Escape, times=2)
    assert asked == ["run"]
    assert desk.bought() == Counter(references(3))


def test_no_key_of_the_page_but_f8_repeats_itself(desk: Window) -> None:
    page = desk.page
    own = [one for one in page.findChildren(QShortcut) if one.parent() is page]
    repeating = {one.key().toString() for one in own if one.autoRepeat()}
    assert repeating == {"F8", "Shift+F8"}


def test_the_main_button_pressed_twice_quickly_starts_one_run(desk: Window) -> None:
    desk.take(*lockers(3))
    started: list[object] = []
    desk.page.runner.started.connect(lambda: started.append(1))
    main = desk.button("Create and print")
    QTest.mouseClick(main, Qt.MouseButton.LeftButton)
    QTest.mouseClick(main, Qt.MouseButton.LeftButton)
    desk.go()
    desk.run_ended()
    assert started == [1]
    assert desk.bought() == Counter(references(3))


def test_a_double_click_does_not_stop_the_run_it_starts(desk: Window) -> None:
    desk.take(*lockers(3))
    main = desk.button("Create and print")
    place = main.mapTo(desk.page, main.rect().center())
    handle = desk.page.windowHandle()
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, NONE, place)
    assert desk.page.runner.running
    desk.run_ended()
    assert desk.stages() == [Stage.PRINTED] * 3


def test_only_buying_prints_nothing_and_printing_comes_later(desk: Window) -> None:
    desk.take(*lockers(3))
    desk.click("Only buy")
    desk.run_ended()
    assert desk.stages() == [Stage.LABEL] * 3
    assert desk.printed() == []
    desk.create_and_print()
    assert desk.bought() == Counter(references(3))
    assert desk.on_paper() == desk.numbers()


def test_only_the_selected_rows_are_bought(desk: Window) -> None:
    desk.take(*lockers(5))
    desk.select(2, 3)
    assert desk.has_button("Create and print selected (2)")
    desk.go()
    desk.run_ended()
    assert desk.bought() == Counter(["R-02", "R-03"])
    assert desk.stages() == [Stage.READY, Stage.PRINTED, Stage.PRINTED, Stage.READY, Stage.READY]


def test_esc_stops_and_the_same_key_goes_on(desk: Window) -> None:
    desk.take(*lockers(6))
    slow(desk)
    desk.go()
    buying(desk)
    desk.key(Key.Key_Escape)
    desk.run_ended()
    assert "left" in desk.notices
    assert desk.notices["left"].button == ""
    assert desk.has_button("Create and print (")
    desk.simulator.faults()
    desk.create_and_print()
    assert desk.bought() == Counter(references(6))
    assert Counter(desk.on_paper()) == Counter(desk.numbers())
    assert "left" not in desk.notices


def test_the_figures_of_a_run(desk: Window) -> None:
    desk.take(*lockers(4))
    figures: list[Figures] = []
    desk.page.runner.figures_changed.connect(figures.append)
    slow(desk, 1.0)
    desk.create_and_print()
    assert {one.total for one in figures} == {4}
    assert figures[0].bought == 0
    assert max(one.bought for one in figures) >= 1


# Money that InPost does not take


def test_a_payment_stop_is_paid_again_for_its_own_rows_only(desk: Window) -> None:
    desk.take(*lockers(5))
    desk.select(1, 2, 3)
    desk.simulator.faults(refuse_payment="debt_collection")
    desk.click("Create and print selected (3)")
    desk.run_ended()
    assert isinstance(desk.page.guide._after, PaymentStop)
    assert desk.stages()[0] is Stage.UNPAID
    assert sum(desk.bought().values()) == 1
    # The stop button's place: whoever holds a key or presses twice pays nothing.
    desk.repeat(Key.Key_Return, CTRL, times=3)
    assert not desk.page.runner.running
    desk.simulator.faults()
    desk.page.table.go_to(5)
    assert desk.has_button("Pay again (3)")
    desk.go()
    desk.run_ended()
    assert desk.bought() == Counter(references(3))
    assert {one["payments"] for one in desk.simulator.shipments()} == {1}
    assert desk.stages() == [Stage.PRINTED] * 3 + [Stage.READY] * 2


def test_paying_again_after_buying_only_prints_nothing(desk: Window) -> None:
    desk.take(*lockers(2))
    desk.simulator.faults(refuse_payment="debt_collection")
    desk.click("Only buy")
    desk.run_ended()
    desk.simulator.faults()
    desk.click("Pay again")
    desk.run_ended()
    assert desk.stages() == [Stage.LABEL] * 2
    assert desk.printed() == []


def test_a_payment_stop_is_put_off(desk: Window) -> None:
    desk.take(*lockers(2))
    desk.simulator.faults(refuse_payment="debt_collection")
    desk.create_and_print()
    desk.click("Later")
    assert desk.has_button("Create and print (2)")
    assert desk.stages()[0] is Stage.UNPAID


# Rows changed while something is under way


def test_a_row_held_and_the_run_started_at_once(desk: Window) -> None:
    """Both lanes are busy when the row is held: the run waits until that is in the ledger."""
    desk.take(*lockers(3))
    gate = blocked(desk, FETCH, threads=2)
    desk.page.table.go_to(2)
    desk.key(Key.Key_H)
    desk.go()
    assert not desk.page.runner.running
    gate.set()
    desk.until(lambda: desk.page.runner.running)
    desk.run_ended()
    assert desk.bought() == Counter(["R-01", "R-03"])
    assert desk.stages() == [Stage.PRINTED, Stage.HELD, Stage.PRINTED]


def test_another_file_opened_meanwhile_is_not_bought(desk: Window) -> None:
    """What was pressed was about the file that stood there."""
    desk.take(*lockers(1), name="first.csv")
    first = desk.page.piling.pile
    assert first is not None
    desk.take(locker("S-1"), name="second.csv")
    gate = blocked(desk, FETCH, threads=2)
    desk.page.table.go_to(1)
    desk.key(Key.Key_H)
    desk.go()
    desk.page.piling.open(first)
    gate.set()
    desk.until(lambda: desk.shown() == "first.csv")
    desk.rest()
    assert not desk.page.runner.running
    assert desk.bought() == Counter()


def test_a_row_edited_during_the_run_goes_with_the_next(desk: Window) -> None:
    """Never with its old text, and the labels behind it do not wait for it."""
    desk.take(*lockers(4))
    desk.simulator.faults({"do": "slow", "seconds": 4.0, "path": "*/shipments", "method": "POST"})
    desk.go()
    desk.until(lambda: any(one["method"] == "POST" for one in desk.simulator.log()))
    desk.until(lambda: desk.rows()[2].order_id is not None or desk.page.runner.running)
    desk.type_in(3, "phone", "601111222")
    desk.run_ended()
    assert desk.bought() == Counter(["R-01", "R-02", "R-04"])
    assert desk.stages() == [Stage.PRINTED, Stage.PRINTED, Stage.READY, Stage.PRINTED]
    desk.simulator.faults()
    desk.create_and_print()
    assert desk.at_inpost("R-03").receiver.phone == "601111222"
    assert desk.bought() == Counter(references(4))


def test_a_row_mended_during_the_run_does_not_hold_up_the_others(desk: Window) -> None:
    rows = lockers(3)
    desk.take(locker("R-00", phone="12"), *rows)
    slow(desk, 1.5)
    desk.go()
    buying(desk)
    desk.type_in(1, "phone", "601111222")
    desk.until(desk.printed)
    desk.run_ended()
    assert desk.stages() == [Stage.READY] + [Stage.PRINTED] * 3
    assert desk.has_button("Create and print (1)") or isinstance(desk.page.guide._after, Ended)
    desk.create_and_print()
    assert desk.bought() == Counter(["R-00", *references(3)])


def test_what_went_to_inpost_is_neither_edited_nor_removed_nor_undone(desk: Window) -> None:
    desk.take(*lockers(2))
    desk.type_in(1, "phone", "601111222")
    desk.rest()
    desk.create_and_print()
    desk.page.table.go_to(1)
    desk.key(Key.Key_Delete)
    desk.rest()
    assert desk.stages() == [Stage.PRINTED] * 2
    assert "too_late" in desk.notices
    desk.key(Key.Key_Z, CTRL)
    desk.rest()
    assert desk.rows()[0].phone == "601111222"


def test_a_row_removed_during_the_run_is_not_bought(desk: Window) -> None:
    desk.take(*lockers(4))
    desk.simulator.faults({"do": "slow", "seconds": 4.0, "path": "*/shipments", "method": "POST"})
    desk.go()
    desk.until(lambda: any(one["method"] == "POST" for one in desk.simulator.log()))
    desk.page.table.go_to(4)
    desk.key(Key.Key_Delete)
    desk.run_ended()
    assert desk.bought() == Counter(references(3))
    assert desk.stages() == [Stage.PRINTED] * 3


def test_a_refused_row_is_edited_and_sent_again(desk: Window) -> None:
    """Weekend parcels are taken from Thursday evening on; that is InPost's own clock to judge."""
    desk.simulator.control("clock", {"set": MONDAY})
    weekend = locker("R-02").removesuffix("NIE") + "TAK"
    desk.take(locker("R-01"), weekend, locker("R-03"))
    desk.create_and_print()
    assert desk.stages() == [Stage.PRINTED, Stage.REFUSED, Stage.PRINTED]
    assert isinstance(desk.page.guide._after, Ended)
    desk.page.piling.edit({2: {Field.WEEKEND: "NIE"}})
    desk.rest()
    assert desk.stages()[1] is Stage.READY
    desk.create_and_print()
    assert desk.bought() == Counter(references(3))


# Other programs, other accounts, no connection


def test_a_command_line_that_buys_the_same_file_meanwhile(desk: Window) -> None:
    path = desk.take(*lockers(8))
    slow(desk, 0.8)
    desk.go()
    given = [
        *("ship", str(path), "--sending-method", "dispatch_order", "--duplicates", "skip"),
        *("--repeated", "lines", "--api-url", desk.simulator.url, "--pace", "100"),
        *("--organization", str(desk.simulator.organization), "--language", "en"),
        *("--data-dir", str(desk.desk.data_dir)),
    ]
    other = subprocess.Popen(
        [sys.executable, "-m", "inpost_desk", *given],
        env={"INPOST_DESK_TOKEN": desk.simulator.token, "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    desk.run_ended()
    said, _ = other.communicate(timeout=60)
    assert other.returncode in (0, 5), said
    desk.page.piling.refresh()
    desk.rest()
    assert desk.bought() == Counter(references(8))
    if desk.stages() != [Stage.PRINTED] * 8:
        desk.create_and_print()
    assert desk.bought() == Counter(references(8))
    assert Counter(desk.on_paper()) == Counter(desk.numbers())


def test_duplicates_sent_again_are_sent_again_once(desk: Window) -> None:
    desk.take(*lockers(2), name="first.csv")
    desk.create_and_print()
    desk.take(*lockers(3), name="second.csv")
    assert desk.stages() == [Stage.DUPLICATE, Stage.DUPLICATE, Stage.READY]
    desk.page.piling.answer_duplicates("again")
    desk.go()
    desk.until(lambda: desk.page.runner.running)
    desk.go()
    desk.run_ended()
    desk.go()
    desk.rest()
    assert desk.bought() == Counter({"R-01": 2, "R-02": 2, "R-03": 1})
    assert desk.stages() == [Stage.PRINTED] * 3


def test_duplicates_said_to_be_left_out_after_all(desk: Window) -> None:
    """The run waits for the answer given right before it."""
    desk.take(*lockers(2), name="first.csv")
    desk.create_and_print()
    desk.take(*lockers(3), name="second.csv")
    desk.page.piling.answer_duplicates("again")
    desk.rest()
    gate = blocked(desk, FETCH, threads=2)
    desk.page.piling.answer_duplicates("skip")
    desk.go()
    gate.set()
    desk.until(lambda: desk.page.runner.running)
    desk.run_ended()
    assert desk.bought() == Counter(references(3))


def test_offline_and_back(desk: Window) -> None:
    desk.take(*lockers(3))
    port = desk.simulator.port
    desk.simulator.kill()
    desk.create_and_print()
    assert "run" in desk.notices
    assert desk.notices["run"].button == ""
    assert desk.stages() == [Stage.READY] * 3
    desk.simulator.start(port)
    desk.create_and_print()
    assert desk.bought() == Counter(references(3))
    assert "run" not in desk.notices


def test_another_account_in_the_middle_of_a_load(desk: Window) -> None:
    """What was read for the old one never shows up in the new one."""
    desk.take(*lockers(3))
    data = desk.desk.data_dir
    with opened(data, desk.simulator, desk.desk.settings, prepaid=True) as other:
        gate = blocked(desk, FETCH, threads=2)
        desk.page.piling.refresh()
        desk.page.piling.edit({1: {Field.PHONE: "601111222"}})
        desk.page.take_files([desk.file(locker("S-1"), name="late.csv")])
        desk.desk.use(other)
        gate.set()
        desk.rest()
        assert desk.page.piling.pile is None
        assert desk.page.piling.rows == {}
        assert not desk.page.piling.can_undo
        assert not desk.page.importer.reading
        assert not desk.page.bar.isVisible()
        assert desk.page.empty.isVisible()


def test_a_run_goes_on_while_another_file_is_looked_at(desk: Window) -> None:
    desk.take(locker("S-1"), locker("S-2"), name="first.csv")
    first = desk.page.piling.pile
    assert first is not None
    desk.take(*lockers(4), name="second.csv")
    slow(desk, 1.5)
    desk.go()
    buying(desk)
    desk.page.piling.open(first)
    desk.until(lambda: desk.shown() == "first.csv")
    desk.run_ended()
    assert desk.stages() == [Stage.READY] * 2
    assert [row.reference for row in desk.page.table.rows()] == ["S-1", "S-2"]
    assert desk.bought() == Counter(references(4))
    assert (desk.folder / "second-result.csv").exists()
    assert desk.has_button("Create and print (2)")


def test_no_account(desk: Window) -> None:
    desk.take(*lockers(2))
    before = desk.desk.session
    desk.desk.use(None)
    desk.go()
    desk.page.piling.check()
    desk.page.papers.print_again_from_here()
    desk.page.take_files([desk.file(locker("S-1"), name="later.csv")])
    desk.rest()
    assert desk.bought() == Counter()
    desk.desk.use(before)
    desk.until(lambda: desk.shown() == "later.csv")
    desk.rest()
    assert [row.reference for row in desk.rows()] == ["S-1"]


def test_closing_in_the_middle_of_everything(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with window(qtbot, lanes, simulator, tmp_path) as desk:
        desk.take(*lockers(6), locker("R-99", phone="12"))
        slow(desk, 0.5)
        desk.go()
        buying(desk)
        page = desk.page
        page.take_files([desk.file(locker("S-1"), name="second.csv")])
        page.piling.check()
        page.piling.refresh()
        page.piling.hold([7], held=True)
        page.closing()
        page.deleteLater()
        gone: list[object] = []
        page.destroyed.connect(lambda: gone.append(1))
        desk.until(lambda: gone)
        desk.until(lambda: not lanes.busy())
        desk.desk.take_settings(desk.desk.settings)
        desk.desk.use(None)
    assert set(desk.bought().values()) == {1}


def blocked(desk: Window, lane: str, *, threads: int) -> threading.Event:
    """Keep all threads of a lane busy until the event returned is set."""
    gate = threading.Event()
    begun = threading.Semaphore(0)

    def wait() -> None:
        begun.release()
        gate.wait(30)

    for _ in range(threads):
        desk.desk.lanes.start(lane, wait)
    for _ in range(threads):
        assert begun.acquire(timeout=30)
    return gate
