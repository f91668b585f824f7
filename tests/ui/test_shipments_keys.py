"""The Shipments page by keyboard alone: quick keys, several rows, where the focus is, rows that vanish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.journey import Phase
from inpost_desk.ledger import history
from inpost_desk.ledger.schema import shipments
from inpost_desk.ui.shipments import deeds
from inpost_desk.ui.shipments.choices import EXCEPTIONS
from inpost_desk.ui.shipments.columns import Column
from inpost_desk.ui.shipments.header import HistoryHeader
from inpost_desk.ui.shipments.status_look import status_text
from tests.simulator_process import Simulator
from tests.ui.shipments_desk import CTRL, Window, line, window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
BAD = ("pickup_time_expired", "rejected_by_receiver", "undelivered", "missing", "claimed")


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def handled(desk: Window, ids: list[int]) -> list[bool]:
    return [row.handled for row in history.rows(desk.ledger, ids)]


def test_exceptions_are_dealt_with_one_after_the_other_as_quickly_as_keys_come(
    desk: Window,
) -> None:
    ids = desk.put(*(line(1 + at, status) for at, status in enumerate(BAD)))
    desk.key(Key.Key_M, CTRL)
    desk.key(Key.Key_Down)
    # The panel has not come after it yet.
    desk.key(Key.Key_M, CTRL)
    desk.rest()
    assert handled(desk, ids) == [True, True, False, False, False]
    desk.page.filters.chips.chip(EXCEPTIONS).click()
    desk.rest()
    desk.go(ids[3])
    assert desk.references() == ["ZK-00003", "ZK-00004", "ZK-00005"]
    desk.key(Key.Key_M, CTRL)
    desk.until(lambda: desk.page.table.count() == 2)
    desk.rest()
    # The next one has come into its place.
    assert desk.page.table.current() == ids[4]
    assert desk.page.table.hasFocus()
    desk.notices["shipments.handled"].pressed()  # type: ignore[misc]
    desk.rest()
    assert handled(desk, ids) == [True, True, False, False, False]


def test_all_numbers_that_are_selected_are_copied_also_of_rows_never_seen(desk: Window) -> None:
    desk.put(*(line(number) for number in range(1, 401)))
    desk.key(Key.Key_A, CTRL)
    desk.key(Key.Key_C, CTRL)
    desk.rest()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(set(copied)) == 400
    assert desk.notices["shipments.copied"].fact == "Copied numbers: 400."


def test_some_that_cannot_are_told_of_and_too_many_are_refused(
    desk: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = desk.put(line(1), line(2), line(3, "delivered"))
    desk.go(ids[2])
    desk.key(Key.Key_A, CTRL)
    with qtbot.waitSignal(desk.page.pickup_asked) as asked:
        desk.key(Key.Key_D, CTRL)
    assert asked.args == [ids[:2]]
    said = desk.notices["shipments.not_now"].fact
    assert said == "Add to pickup: left out 1 of 3. ZK-00003: already posted."
    monkeypatch.setattr(deeds, "MOST", 2)
    desk.key(Key.Key_D, CTRL)
    said = desk.notices["shipments.not_now"].fact
    assert said == "Add to pickup: at most 2 at once, selected: 3."


def test_the_focus_is_where_the_pages_keys_work(desk: Window) -> None:
    assert desk.page.none.button.hasFocus()
    ids = desk.put(line(1), line(2, "delivered"))
    assert desk.page.table.hasFocus()
    desk.key(Key.Key_F, CTRL)
    QTest.keyClicks(desk.page.header.search, "xyz")
    desk.rest()
    QTest.keyClick(desk.page.header.search, Key.Key_Return)
    assert desk.page.nothing.button.hasFocus()
    QTest.keyClick(desk.page.nothing.button, Key.Key_Space)
    desk.rest()
    assert desk.page.table.hasFocus()
    desk.go(ids[0])
    refresh = desk.page.panel.way.refresh
    refresh.setFocus()
    QTest.keyClick(refresh, Key.Key_Space)
    desk.rest()
    assert refresh.hasFocus()
    desk.page.resize(900, 600)
    desk.until(desk.page.panel.isHidden)
    desk.key(Key.Key_F9)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.page.panel.isAncestorOf(focused)
    QTest.keyClick(focused, Key.Key_F9)
    assert desk.page.table.hasFocus()


def test_where_the_text_is_large_the_panel_takes_the_tables_place_and_nothing_is_cut(
    desk: Window,
) -> None:
    desk.put(line(1))
    desk.page.resize(575, 640)
    desk.until(desk.page.panel.isHidden)
    header = desk.page.header
    assert header.details.geometry().right() < header.width()
    desk.key(Key.Key_F9)
    desk.until(lambda: desk.page.panel.width() == desk.page.width())
    assert not desk.page.table.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_F9)
    assert desk.page.table.hasFocus()
    desk.page.resize(1278, 736)
    desk.until(desk.page.header.new.isVisible)
    assert desk.page.table.isVisible()
    assert desk.page.panel.isVisible()


def test_f9_hides_the_panel_where_there_is_room_for_it_and_brings_it_back(desk: Window) -> None:
    desk.put(line(1))
    page = desk.page
    assert not page.panel.isHidden()
    desk.key(Key.Key_F9)
    assert page.panel.isHidden()
    # The way back can be seen.
    assert not page.header.details.isHidden()
    desk.key(Key.Key_F9)
    assert not page.panel.isHidden()
    assert page.header.details.isHidden()


def test_the_pages_keys_work_while_somebody_is_searching(desk: Window) -> None:
    desk.put(line(1))
    desk.key(Key.Key_F, CTRL)
    search = desk.page.header.search
    assert search.hasFocus()
    search.setText("ZK-00001")
    search.setCursorPosition(0)
    desk.rest()
    QGuiApplication.clipboard().clear()
    QTest.keyClick(search, Key.Key_K, CTRL)
    desk.until(lambda: "00000001" in QGuiApplication.clipboard().text())
    # Nothing was cut off behind the cursor.
    assert search.text() == "ZK-00001"


def test_a_parcel_scanned_at_the_truck_says_so_until_inpost_has_it(desk: Window) -> None:
    (one,) = desk.put(line(1))
    with desk.ledger.write() as connection:
        connection.execute(
            shipments.update().where(shipments.c.id == one).values(handed_at=datetime.now(UTC))
        )
    (row,) = history.rows(desk.ledger, [one])
    assert status_text(row) == "Handed to the courier"
    assert status_text(replace(row, phase=Phase.ON_ITS_WAY)) != "Handed to the courier"


def test_the_header_leaves_out_what_the_rail_has_too(qtbot: QtBot) -> None:
    inside = QWidget()
    qtbot.addWidget(inside)
    header = HistoryHeader()
    header.setParent(inside)
    inside.show()
    for room, there in ((0, False), (400, True)):
        header.resize(header.minimumSizeHint().width() + room, header.height())
        assert header.new.isVisible() is there


def test_a_column_that_is_not_sorted_by_says_so_in_its_menu(desk: Window) -> None:
    desk.put(line(1))
    sorting = {
        column: [one.isEnabled() for one in desk.page.table.column_menu(column).actions()]
        for column in (Column.PRICE, Column.NAME)
    }
    place = len(Column) + 1
    assert sorting[Column.PRICE][place : place + 3] == [False, False, True]
    assert sorting[Column.NAME][place : place + 3] == [True, True, True]


def test_a_shipment_that_is_gone_is_not_shown_any_more(desk: Window) -> None:
    first, second = desk.put(line(1), line(2))
    with desk.ledger.write() as connection:
        connection.execute(shipments.delete().where(shipments.c.id == first))
    desk.key(Key.Key_F5)
    desk.rest()
    assert desk.page.table.current() == second
    assert desk.page.panel.head.reference.text() == "ZK-00002"
    with desk.ledger.write() as connection:
        connection.execute(shipments.delete())
    desk.refresh()
    assert desk.page.none.isVisible()
    assert desk.page.panel.whole is None


def test_a_shipment_made_since_is_gone_to(desk: Window) -> None:
    desk.put(line(1))
    desk.page.filters.chips.chip(Phase.DELIVERED).click()
    desk.rest()
    (late,) = desk.put(line(2))
    desk.page.show_shipment(late)
    desk.rest()
    assert desk.page.table.current() == late


def test_what_inpost_left_out_or_invented_is_shown_as_far_as_it_goes(desk: Window) -> None:
    numbers = " ".join(f"6209990000000000{number:08}" for number in range(40))
    empty = dict.fromkeys(("reference", "receiver", "phone", "city", "point", "service"), "")
    ids = desk.put(
        line(1, "teleported", **empty, tracking_number="", status_at=None),
        line(2, service="inpost_rocket", receiver="Ż" * 120, parcel_numbers=numbers),
        line(3, "", size="", price=None, seen_at=None, status_at=None),
    )
    for number in ids:
        desk.go(number)
        assert desk.page.panel.whole is not None
        assert desk.page.panel.whole.detail.row.id == number
        assert desk.page.panel.head.reference.text()
    desk.go(ids[0])
    assert desk.page.panel.way.texts() == ["teleported"]
    assert desk.page.panel.head.reference.text() == "14000001"
    desk.go(ids[1])
    facts = dict(desk.page.panel.facts.pairs())
    assert facts["Service"].startswith("inpost_rocket")
    assert facts["Parcels"].count("6209") == 40
