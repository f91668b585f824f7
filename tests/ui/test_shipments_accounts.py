"""The Shipments page when the account is exchanged or the window closes in the middle of something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inpost_desk.background import FETCH, PAPER, TABLE, Lanes
from inpost_desk.ledger import history
from inpost_desk.session import Session
from inpost_desk.ui.shop_columns import ShopColumnsDialog
from tests.simulator_process import Simulator
from tests.ui.orders_desk import opened
from tests.ui.shipments_desk import CTRL, Window, line, put, window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


@pytest.fixture
def other(desk: Window, simulator: Simulator, tmp_path: Path) -> Iterator[Session]:
    """Another account, whose first shipment has the number that ours has."""
    folder = tmp_path / "other"
    folder.mkdir()
    with opened(folder, simulator, desk.desk.settings, prepaid=True) as doors:
        put(doors.ledger, [line(9, "missing", reference="OBCY")])
        yield doors
        assert desk.desk.lanes.stop()


def kept_busy(desk: Window, lane: str) -> Event:
    """Nothing else is done on that lane until this is set."""
    free = Event()
    for _ in range(2):
        desk.desk.lanes.start(lane, lambda: free.wait(20))
    return free


def test_an_answer_of_the_account_before_is_not_shown(desk: Window, other: Session) -> None:
    desk.put(line(1))
    free = kept_busy(desk, TABLE)
    desk.page.refresh()
    desk.key(Key.Key_F5)
    desk.desk.use(other)
    assert desk.page.panel.whole is None
    assert desk.page.table.count() == 0
    free.set()
    desk.rest()
    assert desk.references() == ["OBCY"]
    assert desk.page.panel.head.reference.text() == "OBCY"


def test_taking_back_is_about_the_account_it_was_offered_in(desk: Window, other: Session) -> None:
    desk.put(line(1, "missing"))
    desk.key(Key.Key_M, CTRL)
    desk.until(lambda: "shipments.handled" in desk.notices)
    take_back = desk.notices["shipments.handled"].pressed
    desk.desk.use(other)
    desk.rest()
    history.set_handled(other.ledger, [1], handled=True)
    assert take_back is not None
    take_back()
    desk.rest()
    assert history.rows(other.ledger, [1])[0].handled


def test_a_file_named_too_late_is_not_written_of_the_other_account(
    desk: Window, other: Session, tmp_path: Path
) -> None:
    desk.put(line(1))
    desk.key(Key.Key_E, CTRL)
    menu = desk.menu()
    assert menu.actions()[0].text() == "All shipments of the list: 1"
    menu.actions()[1].trigger()
    menu.close()
    desk.until(lambda: desk.page.findChildren(QFileDialog))
    desk.desk.use(other)
    desk.save_as(tmp_path / "all.csv")
    desk.rest()
    assert not (tmp_path / "all.csv").exists()


def test_closing_in_the_middle_of_an_export_leaves_neither_file_nor_notice(
    desk: Window, tmp_path: Path
) -> None:
    desk.put(*(line(number) for number in range(1, 30)))
    free = kept_busy(desk, PAPER)
    desk.key(Key.Key_E, CTRL)
    menu = desk.menu()
    menu.actions()[1].trigger()
    menu.close()
    desk.save_as(tmp_path / "all.csv")
    assert "shipments.export" in desk.notices
    desk.page.closing()
    assert "shipments.export" not in desk.notices
    free.set()
    desk.rest()
    assert list(tmp_path.glob("*.csv")) == []


def test_closing_before_the_labels_are_there_prints_nothing(desk: Window) -> None:
    (number,) = desk.bought("OBCA-1")
    desk.go(number)
    free = kept_busy(desk, FETCH)
    desk.key(Key.Key_P, CTRL)
    desk.page.closing()
    free.set()
    desk.rest()
    assert list((desk.folder / "paper").iterdir()) == []


def test_the_shops_columns_are_set_up_from_the_menu_of_exports(desk: Window) -> None:
    desk.key(Key.Key_E, CTRL)
    menu = desk.menu()
    menu.actions()[4].trigger()
    menu.close()
    desk.until(lambda: desk.page.findChildren(ShopColumnsDialog))
    (dialog,) = desk.page.findChildren(ShopColumnsDialog)
    assert dialog.isVisible()
    dialog.reject()
    desk.until(lambda: not desk.page.findChildren(ShopColumnsDialog))
