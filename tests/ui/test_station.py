"""Scan, label, next: what a scan does at the station, on real paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.station import State, StationRules
from tests.simulator_process import Simulator
from tests.ui.orders_desk import lockers
from tests.ui.station_desk import station


def test_a_scan_prints_the_label_that_lies_there(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with station(qtbot, lanes, simulator, tmp_path) as at:
        at.buy(at.put(*lockers(2)))
        shown = at.scan_until("R-02", State.PRINTED)
        assert shown.box is not None
        assert shown.box.reference == "R-02"
        assert at.labels == 1
        assert at.lines()[0] == ("printed", "R-02")


def test_a_scan_buys_what_is_not_bought_yet(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with station(qtbot, lanes, simulator, tmp_path) as at:
        at.put(*lockers(3))
        at.scan_until("r-02", State.PRINTED)
        assert at.bought() == ["R-02"]
        assert at.labels == 1


def test_the_second_scan_asks_and_nothing_is_printed_without_a_word(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with station(qtbot, lanes, simulator, tmp_path) as at:
        at.buy(at.put(*lockers(1)))
        at.scan_until("R-01", State.PRINTED)
        at.scan_until("R-01", State.ALREADY)
        at.scan("R-01")
        assert at.flashes == ["closed"]
        at.key(Qt.Key.Key_Return)
        assert at.table.clerk.shown.state is State.ALREADY
        at.key(Qt.Key.Key_R)
        at.until(lambda: at.labels == 2)
        at.shows(State.PRINTED)
        assert at.bought() == ["R-01"]


def test_a_command_code_answers_as_its_key_does(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with station(qtbot, lanes, simulator, tmp_path) as at:
        at.buy(at.put(*lockers(1)))
        at.scan_until("R-01", State.PRINTED)
        at.scan_until("R-01", State.ALREADY)
        at.scan(Command.ABORT)
        assert at.shows(State.READY)
        assert at.labels == 1


def test_a_pile_that_was_printed_beforehand_is_paired(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with station(qtbot, lanes, simulator, tmp_path, station=StationRules(verify=False)) as at:
        at.buy(at.put(*lockers(2)))
        from inpost_desk.actions.printing import print_labels
        from inpost_desk.actions.ready import Label
        from inpost_desk.actions.waiting import Stop

        room = at.table.clerk.room
        assert room is not None
        labels = [Label(at.box(one).shipment_id or 0, one) for one in ("R-01", "R-02")]
        now = at.session.client.now
        print_labels(at.session.ledger, room.outlets(), labels, now=now, stop=Stop())
        at.scan_until("R-01", State.PAIR)
        wrong = at.scan_until(at.number("R-02"), State.STOP)
        assert wrong.rule == "wrong_label"
        at.key(Qt.Key.Key_Space)
        at.shows(State.PAIR)
        at.scan_until(at.number("R-01"), State.PAIRED)
        assert at.scan_until("R-01", State.ALREADY).rule == "paired"
        assert at.labels == 2
