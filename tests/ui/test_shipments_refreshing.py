"""Shipments are followed while the window is open, whichever page shows, and it is told how they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from inpost_desk.background import Lanes
from inpost_desk.ledger import history
from inpost_desk.ledger.schema import shipments
from inpost_desk.ui.shipments.refreshing import Refreshing
from inpost_desk.ui.status import WORK, StatusText
from tests.simulator_process import Simulator
from tests.ui.shipments_desk import Window, line, window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def looked(desk: Window, following: Refreshing) -> None:
    following.look()
    desk.until(lambda: not following.busy)


def due_now(desk: Window) -> None:
    with desk.ledger.write() as connection:
        early = history.first_day(desk.ledger)
        connection.execute(update(shipments).values(due_at=early))


def test_a_change_is_noted_told_and_shown(desk: Window) -> None:
    (number,) = desk.bought("OBCA-1")
    following = Refreshing(desk.desk)
    following.changed.connect(desk.page.refresh)
    badges: list[int] = []
    following.badge_changed.connect(badges.append)
    desk.scanned(number, "rejected_by_receiver")
    due_now(desk)
    looked(desk, following)
    desk.rest()
    said = desk.desk.last_told[WORK]
    assert isinstance(said, StatusText)
    assert said.text.startswith("Statuses: 1 on their way, refreshed ")
    assert said.text.endswith("requests")
    assert badges[-1] == 1
    assert desk.page.table.current_row().status == "rejected_by_receiver"  # type: ignore[union-attr]
    following.stop()


def test_shipments_made_elsewhere_come_by_themselves(desk: Window) -> None:
    desk.bought("OBCA-1")
    with desk.ledger.write() as connection:
        connection.execute(shipments.delete())
    desk.ledger.learn("mirrored until", "")
    following = Refreshing(desk.desk)
    following.changed.connect(desk.page.refresh)
    looked(desk, following)
    desk.rest()
    assert desk.references() == ["OBCA-1"]
    following.stop()


def test_nothing_is_asked_once_it_is_stopped(desk: Window) -> None:
    following = Refreshing(desk.desk)
    following.stop()
    before = len(desk.simulator.log())
    following.look()
    assert not following.busy
    assert len(desk.simulator.log()) == before


def test_the_exceptions_are_counted_without_asking_anybody(desk: Window) -> None:
    desk.put(line(1, "missing"))
    badges: list[int] = []
    following = Refreshing(desk.desk)
    following.badge_changed.connect(badges.append)
    desk.until(lambda: badges == [1])
    following.stop()
    before = len(desk.simulator.log())
    desk.desk.use(None)
    assert badges == [1, 0]
    assert len(desk.simulator.log()) == before


def test_a_figure_is_told_again_though_it_is_the_same_as_after_the_last_look(
    desk: Window,
) -> None:
    desk.put(line(1, "missing"))
    following = Refreshing(desk.desk)
    badges: list[int] = []
    following.badge_changed.connect(badges.append)
    looked(desk, following)
    # The page has said otherwise meanwhile.
    looked(desk, following)
    assert badges[-2:] == [1, 1]
    following.stop()
