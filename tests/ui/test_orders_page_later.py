"""The Orders page when a run is over: refused rows once more, a pile of yesterday, what may be on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.stage import Stage
from inpost_desk.ledger import prints
from inpost_desk.ui.desk import Notice
from inpost_desk.ui.look import State
from inpost_desk.ui.orders import run_end
from inpost_desk.ui.orders.maybe import MaybeDialog
from inpost_desk.ui.orders.page import OrdersPage
from inpost_desk.ui.orders.table_menu import rows_menu
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.status import CONNECTION, StatusText
from tests.cli.conftest import locker
from tests.simulator_process import MONDAY, Simulator
from tests.ui.orders_desk import CTRL, Window, lockers, window
from tests.weekend_hours import ALWAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OFFLINE = "InPost cannot be reached; I keep trying."
Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path, weekend_window=ALWAYS) as made:
        yield made


def said(desk: Window) -> str:
    return " | ".join(one.text() for one in desk.bar.findChildren(QLabel) if one.isVisible())


def with_a_refused_row(desk: Window) -> None:
    """Weekend parcels are taken from Thursday evening on; that is InPost's own clock to judge."""
    desk.simulator.control("clock", {"set": MONDAY})
    weekend = locker("R-02").removesuffix("NIE") + "TAK"
    desk.take(locker("R-01"), weekend, locker("R-03"))
    desk.create_and_print()


def restarted(desk: Window) -> None:
    """As after a start of the program: nothing is known but what the ledger says."""
    page = desk.page
    page.closing()
    page.hide()
    desk.page = OrdersPage(desk.desk)
    desk.page.resize(1366, 768)
    desk.page.runner.started.connect(desk._began)
    with desk.qtbot.waitExposed(desk.page):
        desk.page.show()
    page.deleteLater()
    desk.until(desk.shown)
    desk.rest()


def tell(desk: Window, text: str, shape: Shape, state: State) -> None:
    desk.desk.told.emit(CONNECTION, StatusText(text, shape, state))


def test_without_a_connection_the_bar_says_so_until_it_is_back(desk: Window) -> None:
    desk.take(*lockers(2))
    tell(desk, "No connection", Shape.CUT, State.WARNING)
    assert OFFLINE in said(desk)
    assert desk.has_button("Create and print (2)")
    tell(desk, "Connecting", Shape.ARC, State.INFORMATION)
    assert OFFLINE in said(desk)
    restarted(desk)
    tell(desk, "No connection", Shape.CUT, State.WARNING)
    tell(desk, "Connected", Shape.CONNECTED, State.DONE)
    assert OFFLINE not in said(desk)


def test_a_page_that_is_built_later_knows_that_there_is_no_connection(desk: Window) -> None:
    desk.take(*lockers(1))
    tell(desk, "No connection", Shape.CUT, State.WARNING)
    restarted(desk)
    assert OFFLINE in said(desk)
    desk.create_and_print()
    assert desk.stages() == [Stage.PRINTED]
    assert not desk.page.guide._offline


def test_a_finished_pile_is_shown_as_such_after_a_restart(
    desk: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(run_end, "open_file", lambda _desk, path: opened.append(path))
    desk.take(*lockers(3))
    desk.create_and_print()
    restarted(desk)
    assert "Done: 3 of 3 labels" in said(desk)
    assert desk.has_button("Print again from…")
    desk.click("Open the result")
    desk.until(lambda: opened)
    result = desk.folder / "orders-result.xlsx"
    result.unlink()
    desk.click("Open the result")
    desk.until(lambda: len(opened) == 2)
    assert opened == [result, result]
    assert result.is_file()


def test_the_result_of_an_older_pile_does_not_take_the_place_of_a_newer_one(
    desk: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(run_end, "open_file", lambda _desk, path: opened.append(path))
    desk.take(*lockers(1))
    desk.create_and_print()
    older = desk.page.piling.pile
    assert older is not None
    desk.page.take_files([desk.file(locker("S-1", phone="501299999"))])
    desk.until(lambda: [row.reference for row in desk.rows()] == ["S-1"])
    desk.rest()
    desk.create_and_print()
    newer = (desk.folder / "orders-result.csv").read_bytes()
    desk.page.piling.open(older)
    desk.until(lambda: [row.reference for row in desk.rows()] == ["R-01"])
    desk.rest()
    desk.click("Open the result")
    desk.until(lambda: opened)
    assert opened[0].parent == desk.desk.data_dir / "results"
    assert (desk.folder / "orders-result.csv").read_bytes() == newer


def test_labels_in_doubt_are_asked_about_again_after_the_notice_is_closed(desk: Window) -> None:
    desk.take(*lockers(2))
    desk.create_and_print()
    session = desk.desk.session
    assert session is not None
    ids = [row.local_id for row in desk.rows() if row.local_id is not None]
    now = session.client.now()
    job = prints.claim(session.ledger, ids[:1], printer="paper", reason="x", now=now)
    assert job is not None
    prints.doubt(session.ledger, job)
    prints.let_go(session.ledger, job)
    desk.page.piling.refresh()
    desk.until(lambda: "maybe" in desk.notices)
    desk.desk.withdraw("maybe")
    desk.click("Did these labels come out?")
    (dialog,) = desk.page.findChildren(MaybeDialog)
    assert dialog.isVisible()
    dialog.all.click()
    desk.until(lambda: desk.stages() == [Stage.PRINTED] * 2)
    assert not desk.has_button("Did these labels come out?")


def test_a_refused_row_is_sent_again_as_it_is(desk: Window) -> None:
    with_a_refused_row(desk)
    assert desk.stages() == [Stage.PRINTED, Stage.REFUSED, Stage.PRINTED]
    desk.page.table.go_to(2)
    desk.until(lambda: desk.has_button("Send again"))
    words = [one.text() for one in rows_menu(desk.page.table).actions()]
    assert "Send again" in words
    before = desk.runs
    desk.key(Key.Key_R, CTRL)
    desk.until(lambda: desk.runs > before)
    desk.run_ended()
    assert desk.page.runner.wanted == {2}
    desk.page.table.go_to(1)
    desk.key(Key.Key_R, CTRL)
    assert desk.runs == before + 1
    assert "Send again" not in [one.text() for one in rows_menu(desk.page.table).actions()]


def test_where_nothing_can_be_bought_sending_again_says_why(desk: Window) -> None:
    with_a_refused_row(desk)
    runs = desk.runs
    desk.desk.change_settings(sending_method="")
    desk.rest()
    desk.page.table.go_to(2)
    desk.key(Key.Key_R, CTRL)
    told: Notice = desk.notices["send_again"]
    assert (told.fact, told.button) == ("Nobody has said yet how the parcels leave.", "Say how")
    assert desk.runs == runs


def test_a_pile_that_was_not_sent_is_found_again_in_the_list(desk: Window) -> None:
    desk.take(*lockers(3), name="first.csv")
    desk.page.table.go_to(1)
    desk.key(Key.Key_H)
    desk.until(lambda: Stage.HELD in desk.stages())
    desk.take(locker("S-1", phone="501299999"), name="second.csv")
    desk.click("Runs")
    desk.until(lambda: len(desk.page.runs.piles()) == 1)
    (item,) = desk.page.runs.piles()
    assert (item.unsent.pile.file_name, item.unsent.rows) == ("first.csv", 2)
    item.setFocus()
    QTest.keyClick(item, Key.Key_Return)
    desk.until(lambda: desk.shown() == "first.csv")
    desk.rest()
    desk.create_and_print()
    desk.page.runs.refresh()
    desk.until(
        lambda: [one.unsent.pile.file_name for one in desk.page.runs.piles()] == ["second.csv"]
    )
    assert len(desk.bought()) == 2
