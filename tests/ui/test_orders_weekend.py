"""Paczka w Weekend on the Orders page: asked once, waited for, or sent as standard."""

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
from tests.simulator_process import MONDAY, Simulator
from tests.ui.orders_desk import Window, window
from tests.weekend_hours import THURSDAY_NIGHT

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    simulator.control("clock", {"set": MONDAY})
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def weekend(reference: str, **changes: str) -> str:
    return locker(reference, **changes).removesuffix("NIE") + "TAK"


def answers(desk: Window) -> list[str]:
    return [one.words()[0] for one in desk.page.side.panel.questions.buttons if one.isVisible()]


def said(desk: Window) -> str:
    labels = (*desk.bar.findChildren(QLabel), *desk.page.side.panel.findChildren(QLabel))
    return " | ".join(one.text() for one in labels if one.isVisible())


def weekends(desk: Window) -> dict[str, bool]:
    """What InPost has: whether each reference is a Paczka w Weekend."""
    found = [desk.at_inpost(one["reference"]) for one in desk.simulator.shipments()]
    return {one.reference: one.weekend for one in found}


def clock(desk: Window, moment: str) -> None:
    """InPost's clock, which the next answer shows."""
    desk.simulator.control("clock", {"set": moment})
    desk.page.piling.check()
    desk.rest()


def test_it_is_asked_once_and_the_others_go_meanwhile(desk: Window) -> None:
    desk.take(locker("R-01"), weekend("R-02", phone="501000002"))
    assert desk.stages() == [Stage.READY, Stage.QUESTION]
    desk.until(lambda: answers(desk) == ["Wait until Thursday 20:00", "Send as standard now"])
    assert "Open again: Thursday 20:00, in 3 d 10 h." in said(desk)
    desk.create_and_print()
    assert weekends(desk) == {"R-01": False}


def test_a_row_that_waits_is_ready_when_the_window_is_open(desk: Window) -> None:
    desk.take(locker("R-01"), weekend("R-02", phone="501000002"))
    desk.page.table.go_to(2)
    desk.until(lambda: answers(desk))
    desk.key(Key.Key_1)
    desk.until(lambda: desk.stages() == [Stage.READY, Stage.HELD])
    desk.create_and_print()
    assert weekends(desk) == {"R-01": False}
    clock(desk, THURSDAY_NIGHT)
    desk.until(lambda: desk.stages() == [Stage.PRINTED, Stage.READY])
    assert weekends(desk) == {"R-01": False}, "nothing goes by itself"
    desk.until(lambda: "until Friday 18:00, 21 h 0 min left" in said(desk))
    desk.create_and_print()
    assert weekends(desk) == {"R-01": False, "R-02": True}


def test_it_goes_as_standard_where_a_person_says_so(desk: Window) -> None:
    desk.take(locker("R-01"), weekend("R-02", phone="501000002"))
    desk.page.table.go_to(2)
    desk.until(lambda: answers(desk))
    desk.key(Key.Key_2)
    desk.until(lambda: desk.stages() == [Stage.READY] * 2)
    desk.until(lambda: "Without Paczka w Weekend, as standard: 1" in mended(desk))
    desk.create_and_print()
    assert weekends(desk) == {"R-01": False, "R-02": False}


def mended(desk: Window) -> list[str]:
    desk.page.table.setCurrentIndex(desk.page.table.model().index(-1, -1))
    return desk.page.side.panel.mended.mended.texts()


def test_the_answer_is_kept_with_the_file(desk: Window) -> None:
    desk.take(weekend("R-01"))
    desk.until(lambda: answers(desk))
    desk.page.side.panel.questions.buttons[4].click()
    desk.until(lambda: desk.stages() == [Stage.HELD])
    desk.page.piling.open_newest()
    desk.rest()
    assert desk.stages() == [Stage.HELD]
    pile = desk.page.piling.pile
    assert pile is not None
    assert pile.weekend == "wait"


def test_the_window_that_opens_while_one_looks_makes_rows_ready(desk: Window) -> None:
    desk.take(weekend("R-01"))
    desk.until(lambda: answers(desk))
    session = desk.desk.session
    assert session is not None
    desk.simulator.control("clock", {"set": THURSDAY_NIGHT})
    session.client.account()
    desk.page.side.weekend.look()
    desk.until(lambda: desk.stages() == [Stage.READY])
    assert desk.bought() == {}
