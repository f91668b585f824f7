"""The Shipments table over many rows: only what is seen is read, and nobody loses their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from inpost_desk.background import Lanes
from inpost_desk.domain.history import HistoryRow, Query, Sort
from inpost_desk.ledger.schema import shipments
from inpost_desk.ui.shipments.columns import Column
from inpost_desk.ui.shipments.jobs import FIRST, Found
from inpost_desk.ui.shipments.model import AHEAD, KEPT, HistoryModel
from inpost_desk.ui.shipments.table import HistoryTable
from tests.simulator_process import Simulator
from tests.ui.shipments_desk import CTRL, Window, line, window
from tests.ui.test_shipments_acts import row

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MANY = 5_000


def rows(*numbers: int) -> list[HistoryRow]:
    return [row(id=number, reference=f"ZK-{number:05}") for number in numbers]


@pytest.fixture
def table(qtbot: QtBot) -> HistoryTable:
    table = HistoryTable()
    qtbot.addWidget(table)
    table.resize(900, 480)
    with qtbot.waitExposed(table):
        table.show()
    return table


def found(numbers: list[int], read: int = FIRST) -> Found:
    return Found(Query(), numbers, rows(*numbers[:read]))


def test_only_rows_that_are_seen_are_asked_for(table: HistoryTable) -> None:
    table.show_found(found(list(range(MANY))), again=False)
    asked = QSignalSpy(table.rows_wanted)
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    table.viewport().repaint()
    wanted = asked.at(0)[0]
    seen = table.seen()
    assert set(seen[:-1]) <= set(wanted)
    assert len(wanted) <= len(seen) + 2 * AHEAD
    table.take(rows(*wanted))
    before = asked.count()
    table.viewport().repaint()
    assert asked.count() == before
    assert table.model().index(seen[0], Column.REFERENCE).data() == f"ZK-{seen[0]:05}"


def test_the_model_keeps_no_more_rows_than_it_may() -> None:
    model = HistoryModel()
    model.arrange(range(3 * KEPT), ())
    for first in range(0, 3 * KEPT, 500):
        model.keep(rows(*range(first, first + 500)))
    assert sum(model.row_of(number) is not None for number in range(3 * KEPT)) == KEPT
    assert model.row_of(3 * KEPT - 1) is not None


def test_place_and_selection_survive_rows_that_come_on_top(table: HistoryTable) -> None:
    table.show_found(found(list(range(100, MANY))), again=False)
    assert table.go_to(1_000)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    top = table.seen()[0]
    table.show_found(found(list(range(90, MANY))), again=True)
    assert table.selected() == [1_000, 1_001]
    assert table.current() == 1_001
    assert table.seen()[0] == top


def test_a_current_row_that_is_gone_gives_way_to_the_first(table: HistoryTable) -> None:
    table.show_found(found([1, 2, 3]), again=False)
    table.go_to(3)
    table.show_found(found([1, 2]), again=False)
    assert table.current() == 1


def test_a_changed_row_is_told_in_its_place(table: HistoryTable) -> None:
    table.show_found(found([1, 2, 3]), again=False)
    told = QSignalSpy(table.model().dataChanged)
    table.take([replace(rows(2)[0], status="delivered")])
    assert told.count() == 1
    assert table.model().index(1, Column.STATUS).data() == "Delivered"


def test_a_click_on_a_heading_asks_for_another_order(qtbot: QtBot, table: HistoryTable) -> None:
    table.show_found(found([1, 2, 3]), again=False)
    header = table.horizontalHeader()
    with qtbot.waitSignal(table.sort_asked) as asked:
        x = header.sectionViewportPosition(Column.NAME) + 10
        QTest.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(x, 8)
        )
    assert asked.args == [Sort.NAME, False]


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    many = [line(number) for number in range(1, MANY + 1)]
    with window(qtbot, lanes, simulator, tmp_path, rows=many) as made:
        yield made


def test_five_thousand_rows_are_scrolled_searched_and_refreshed(desk: Window) -> None:
    table = desk.page.table
    assert table.count() == MANY
    desk.key(Qt.Key.Key_End, CTRL)
    desk.rest()
    assert table.current_row() is not None
    assert table.current_row().reference == f"ZK-{MANY:05}"  # type: ignore[union-attr]
    last = table.current()
    with desk.ledger.write() as connection:
        moved = {"status": "delivered", "phase": "delivered"}
        connection.execute(update(shipments).where(shipments.c.id == last).values(moved))
    desk.refresh()
    assert table.current() == last
    assert table.current_row().status == "delivered"  # type: ignore[union-attr]
    QTest.keyClick(table, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(desk.page.header.search, "zk-0123")
    desk.rest()
    assert sorted(desk.references()) == [f"ZK-0123{digit}" for digit in range(10)]
    assert desk.page.panel.whole is not None


def test_letters_typed_quickly_are_answered_once(desk: Window) -> None:
    answered = QSignalSpy(desk.page.reading.found)
    QTest.keyClick(desk.page.table, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(desk.page.header.search, "zk-00012")
    desk.rest()
    assert answered.count() < len("zk-00012")
    assert desk.page.table.count() == 1
