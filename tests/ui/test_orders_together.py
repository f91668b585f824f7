"""Razem: two orders for the same person and place in one box, only where a person says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.stage import Stage
from tests.cli.conftest import locker
from tests.simulator_process import Simulator
from tests.ui.orders_desk import CTRL, Window, window

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def offered(desk: Window) -> str:
    box = desk.page.side.panel.together
    return " | ".join(one.text() for one in box.findChildren(QLabel) if one.isVisible())


def test_one_key_puts_two_orders_into_one_box_and_one_takes_it_back(desk: Window) -> None:
    desk.take(locker("R-01"), locker("R-02"), locker("R-03", phone="501000003"))
    desk.page.table.go_to(2)
    desk.until(lambda: "Same receiver, same place: R-01, R-02" in offered(desk))
    assert desk.stages() == [Stage.READY] * 3, "never by itself"
    desk.key(Key.Key_J, CTRL)
    desk.until(lambda: desk.stages() == [Stage.READY, Stage.SAME_PARCEL, Stage.READY])
    desk.until(lambda: "In one box: R-01, R-02" in offered(desk))
    desk.key(Key.Key_Z, CTRL)
    desk.until(lambda: desk.stages() == [Stage.READY] * 3)
    desk.until(lambda: desk.has_button("Together"))
    desk.click("Together")
    desk.until(lambda: desk.stages()[1] is Stage.SAME_PARCEL)
    desk.rest()
    desk.create_and_print()
    assert desk.bought() == {"R-01": 1, "R-03": 1}
    assert len(desk.on_paper()) == 2
    for row in (1, 2):
        desk.page.table.go_to(row)
        desk.until(lambda: offered(desk) and not desk.has_button("Apart"))
        assert "In one box: R-01, R-02" in offered(desk)


def test_it_comes_apart_again(desk: Window) -> None:
    desk.take(locker("R-01"), locker("R-02"))
    desk.page.table.go_to(1)
    desk.until(lambda: desk.has_button("Together"))
    desk.click("Together")
    desk.until(lambda: desk.has_button("Apart"))
    desk.click("Apart")
    desk.until(lambda: desk.stages() == [Stage.READY] * 2)
    desk.create_and_print()
    assert desk.bought() == {"R-01": 1, "R-02": 1}


def test_money_on_both_is_a_reason_not_to(desk: Window) -> None:
    desk.take(locker("R-01", cod="10,00"), locker("R-02", cod="5,00"))
    desk.page.table.go_to(1)
    desk.until(lambda: "I add up no money" in offered(desk))
    desk.key(Key.Key_J, CTRL)
    desk.rest()
    assert not desk.has_button("Together")
    assert desk.stages() == [Stage.READY] * 2


def test_orders_for_others_are_not_offered(desk: Window) -> None:
    desk.take(locker("R-01"), locker("R-02", phone="501000002"), locker("R-03", point="KRA012"))
    desk.page.table.go_to(1)
    panel = desk.page.side.panel
    desk.until(panel.detail.isVisible)
    desk.rest()
    assert not panel.together.isVisible()
