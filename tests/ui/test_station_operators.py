"""Who works at the station: badges, who did what, and the PIN before what costs money."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk.actions.operators import pin_digest
from inpost_desk.background import Lanes
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.station import Operator, State, StationRules
from inpost_desk.ledger import scans
from inpost_desk.ui.station.pin import PinDialog
from tests.simulator_process import Simulator
from tests.ui.orders_desk import lockers
from tests.ui.station_desk import Station, station

Key = Qt.Key
OLA = Operator("Ola", "DESKBOLAOLAOLA", pin_digest("2468"))
JAN = Operator("Jan", "DESKBJANJANJAN")
RULES = StationRules(
    name="Two", sign_on=True, operators=(OLA, JAN), guarded=("another", "replace")
)  # fmt: skip


@pytest.fixture
def at(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Station]:
    with station(qtbot, lanes, simulator, tmp_path, station=RULES) as made:
        yield made


def dialog(at: Station) -> PinDialog:
    at.until(lambda: isinstance(QApplication.activeModalWidget(), PinDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, PinDialog)
    return found


def type_pin(at: Station, pin: str) -> PinDialog:
    found = dialog(at)
    QTest.keyClicks(found.field, pin)
    QTest.keyClick(found.field, Key.Key_Return)
    return found


def test_nobody_prints_before_a_badge_was_scanned(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    for code in ("R-01", Command.REPRINT_LAST, Command.MORE, Command.PRINT_LATE):
        assert at.scan_until(code, State.TOLD).rule == "sign_on_first"
    assert at.scan_until("DESKBNOBODY", State.TOLD).rule == "badge_unknown"
    shown = at.scan_until(OLA.badge.lower(), State.TOLD)
    assert (shown.rule, shown.value) == ("signed_on", "Ola")
    at.scan_until("R-01", State.PRINTED)
    assert at.labels == 1


def test_who_did_what_is_kept(at: Station) -> None:
    at.buy(at.put(*lockers(2)))
    at.scan_until(OLA.badge, State.TOLD)
    at.scan_until("R-01", State.PRINTED)
    at.scan_until(JAN.badge, State.TOLD)
    shown = at.scan_until("R-01", State.ALREADY)
    assert shown.by == "Ola"
    at.scan(Command.AGAIN)
    at.until(lambda: at.labels == 2)
    shown = at.scan_until(Command.SIGN_OFF, State.TOLD)
    assert (shown.rule, shown.value) == ("signed_off", "Jan")
    assert at.scan_until("R-02", State.TOLD).rule == "sign_on_first"
    at.rest()
    parcel = at.box("R-01").shipment_id or 0
    told = [(one.what, one.by) for one in scans.who_did(at.session.ledger, parcel)]
    assert told == [("printed", "Ola"), ("reprinted", "Jan")]
    people = [
        (one.what, one.by) for one in scans.last_lines(at.session.ledger) if not one.reference
    ]
    assert people[::-1] == [("signed_on", "Ola"), ("signed_on", "Jan"), ("signed_off", "Jan")]


def test_nobody_signs_off_over_a_question(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    at.scan_until(JAN.badge, State.TOLD)
    at.scan_until("R-01", State.PRINTED)
    at.scan_until("R-01", State.ALREADY)
    at.page.sign_off_asked.emit()
    at.scan(OLA.badge)
    assert at.table.clerk.shown.state is State.ALREADY
    assert (at.flashes, at.table.clerk.operator) == (["closed", "closed"], "Jan")


def test_one_more_parcel_needs_a_pin(at: Station) -> None:
    at.put(*lockers(1))
    at.scan_until(JAN.badge, State.TOLD)
    at.scan_until("R-01", State.PRINTED)
    at.scan_until("R-01", State.ALREADY)
    at.key(Key.Key_N)
    asked = type_pin(at, "1357")
    at.until(asked.finding.text)
    at.scan("R-01")
    assert at.flashes == ["dialog"]
    QTest.keyClick(asked.field, Key.Key_Escape)
    at.rest()
    assert at.table.clerk.shown.state is State.ALREADY
    assert at.bought() == ["R-01"]
    at.key(Key.Key_N)
    type_pin(at, "2468")
    at.until(lambda: at.labels == 2)
    assert at.bought() == ["R-01", "R-01-2/2"]


def test_who_leaves_the_pin_while_it_is_checked_gets_nothing(at: Station) -> None:
    at.put(*lockers(1))
    at.scan_until(JAN.badge, State.TOLD)
    at.scan_until("R-01", State.PRINTED)
    at.scan_until("R-01", State.ALREADY)
    at.key(Key.Key_N)
    type_pin(at, "2468").reject()
    at.rest()
    assert at.bought() == ["R-01"]


def test_several_parcels_at_once_need_the_pin_too(at: Station) -> None:
    at.put(*lockers(1))
    at.scan_until(JAN.badge, State.TOLD)
    at.scan(Command.TIMES_2)
    QTest.keyClick(dialog(at).field, Key.Key_Escape)
    assert not at.table.clerk.armed
    at.scan(Command.TIMES_2)
    type_pin(at, "2468")
    at.shows(State.READY, "armed")
    at.scan("R-01")
    at.until(lambda: at.labels == 2)
    assert at.bought() == ["R-01", "R-01-2/2"]


def test_where_nobody_has_a_pin_nothing_is_guarded(at: Station) -> None:
    at.change(station=StationRules(operators=(JAN,), guarded=("another",)))
    at.put(*lockers(1))
    at.scan_until("R-01", State.PRINTED)
    at.scan(Command.MORE)
    at.until(lambda: at.labels == 2)
    assert QApplication.activeModalWidget() is None
