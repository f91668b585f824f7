"""Codes scanned while something else is under way or waits: for the right order, and never paid twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk.actions import pile
from inpost_desk.background import Lanes
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.station import Armed, State, StationRules
from inpost_desk.ledger import waiting_labels
from inpost_desk.ui.station import watching
from inpost_desk.ui.station.table import PackingTable
from tests.cli.conftest import locker
from tests.simulator_process import Simulator
from tests.ui.orders_desk import lockers
from tests.ui.station_desk import Station, station

Key = Qt.Key
SLOW = {"do": "slow", "seconds": 1.5, "method": "POST", "path": "*/shipments"}


@pytest.fixture
def at(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Station]:
    monkeypatch.setattr(watching, "WORK_EVERY", 50)
    with station(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def test_three_parcels_that_wait_are_not_bought_again_by_another_scan(at: Station) -> None:
    at.put(*lockers(1))
    at.table.watching._work.stop()
    at.simulator.faults({"do": "outage"})
    at.scan(Command.TIMES_3)
    at.scan_until("R-01", State.WAITING)
    at.simulator.faults()
    client = at.session.client
    at.until(lambda: client.outage is None or client.knock(now=True))
    at.scan(Command.TIMES_3)
    at.scan_until("R-01", State.PRINTED)
    at.rest()
    assert at.bought() == ["R-01"]
    at.table.watching._work.start()
    at.until(lambda: waiting_labels.counts(at.session.ledger) == (2, 0))
    at.rest()
    assert at.bought() == ["R-01", "R-01-2/2", "R-01-3/3"]


def test_a_size_said_while_an_order_is_bought_is_for_the_next_one(at: Station) -> None:
    at.put(*lockers(3))
    at.scan(Command.SIZE_B)
    at.scan("R-01")
    at.scan(Command.SIZE_C)
    at.scan("R-02")
    at.scan("R-03")
    at.until(lambda: at.labels == 3)
    at.rest()
    assert [at.box(one).size for one in ("R-01", "R-02", "R-03")] == ["B", "C", "A"]
    assert not at.table.clerk.armed


def test_a_code_nobody_knows_leaves_the_size_to_the_order_after_it(at: Station) -> None:
    at.put(*lockers(3))
    at.scan("R-01")
    at.scan(Command.SIZE_C)
    for code in ("NOBODYS-CODE", "R-02", "R-03"):
        at.scan(code)
    at.until(lambda: at.labels == 3)
    at.rest()
    assert [at.box(one).size for one in ("R-01", "R-02", "R-03")] == ["A", "C", "A"]


def test_one_more_parcel_is_never_for_another_order_than_that_on_screen(at: Station) -> None:
    at.put(*lockers(2))
    at.scan_until("R-01", State.PRINTED)
    at.scan("R-02")
    at.scan(Command.MORE)
    at.until(lambda: at.labels == 2)
    at.rest()
    assert (at.flashes, at.bought()) == (["busy"], ["R-01", "R-02"])


def test_the_last_label_is_not_printed_again_once_it_was_replaced(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    at.scan_until("R-01", State.PRINTED)
    at.replace("R-01", point="KRA02APP")
    assert at.scan_until(Command.REPRINT_LAST, State.STOP).rule == "replaced"
    assert at.labels == 1


def test_of_an_orders_parcels_the_one_that_takes_long_waits(at: Station) -> None:
    pile_id = at.put(locker("R-01"), locker("R-01"))
    pile.answer(at.session.ledger, pile_id, at.rules(), repeated="parcels")
    at.scan_until("R-01", State.PRINTED)
    at.rest()
    at.change(station=StationRules(late_after=1))
    at.simulator.faults(SLOW)
    assert at.scan_until("R-01", State.WAITING).rule == "slow"
    at.until(lambda: waiting_labels.counts(at.session.ledger) == (1, 0))
    (one,) = waiting_labels.ready(at.session.ledger)
    assert one.scanned.reference == "R-01-2/2"


def test_another_window_goes_on_where_the_one_before_stood(at: Station) -> None:
    pile_id = at.put(*lockers(2))
    pile.mark(at.session.ledger, pile_id, [1], at.rules(), held=True)
    at.scan(Command.SIZE_C)
    at.scan(Command.CHECKING)
    at.scan(Command.SIZE_C)
    at.scan_until("R-01", State.STOP)
    at.rest()
    other = PackingTable(at.desk)
    try:
        other.take_over(at.table)
        assert other.clerk.shown == at.table.clerk.shown
        assert (other.clerk.mode, other.clerk.room) == ("checking", at.table.clerk.room)
        assert other.clerk.asked is not None
        assert other.clerk.asked.armed == Armed("C")
        at.rest()
    finally:
        other.stop()
        other.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
