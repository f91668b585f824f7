"""Command codes at the station: for the next order only, about the last one, and about the station itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.station import Armed, State, StationRules
from inpost_desk.ledger.station_find import Found
from tests.cli.conftest import courier
from tests.simulator_process import Simulator
from tests.ui.orders_desk import lockers
from tests.ui.station_desk import Station, station
from tests.weekend_hours import ALWAYS, THURSDAY_NIGHT
from tests.zebra_listener import ZebraListener

Key = Qt.Key


@pytest.fixture
def at(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Station]:
    with station(qtbot, lanes, simulator, tmp_path, weekend_window=ALWAYS) as made:
        yield made


# For the next order


def test_a_size_is_for_the_next_order_only(at: Station) -> None:
    at.put(*lockers(2))
    at.scan(Command.SIZE_C)
    shown = at.shows(State.READY, "armed")
    assert shown.armed == Armed(size="C")
    assert at.page.armed.isVisible()
    assert not at.scan_until("R-01", State.PRINTED).armed
    at.scan_until("R-02", State.PRINTED)
    assert [at.box(one).size for one in ("R-01", "R-02")] == ["C", "A"]
    assert not at.page.armed.isVisible()


def test_esc_takes_back_what_was_armed(at: Station) -> None:
    at.put(*lockers(1))
    for command in (Command.SIZE_C, Command.TIMES_3, Command.WEEKEND_ON):
        at.scan(command)
    assert at.table.clerk.shown.armed == Armed("C", 3, "on")
    at.key(Key.Key_Escape)
    assert at.shows(State.READY, "")
    at.scan_until("R-01", State.PRINTED)
    at.rest()
    assert (at.box("R-01").size, at.labels, at.bought()) == ("A", 1, ["R-01"])


def test_an_unknown_code_does_not_use_up_what_was_armed(at: Station) -> None:
    at.put(*lockers(1))
    at.scan(Command.SIZE_B)
    assert at.scan_until("NOBODYS-CODE", State.TOLD).armed == Armed("B")
    at.scan_until("R-01", State.PRINTED)
    assert at.box("R-01").size == "B"


def test_an_order_that_stops_uses_up_what_was_armed(at: Station) -> None:
    at.put(courier("R-01", street=""), *lockers(2)[1:])
    at.scan(Command.TIMES_3)
    at.scan_until("R-01", State.STOP)
    at.key(Key.Key_Space)
    assert not at.shows(State.READY).armed
    at.scan_until("R-02", State.PRINTED)
    at.rest()
    assert at.bought() == ["R-02"]


def test_three_times_is_three_shipments_with_numbered_references(at: Station) -> None:
    at.put(*lockers(2))
    at.scan(Command.TIMES_3)
    at.scan("R-01")
    at.scan("R-02")
    at.until(lambda: at.labels == 4)
    at.rest()
    assert at.bought() == ["R-01", "R-01-2/2", "R-01-3/3", "R-02"]
    assert at.lines()[::-1] == [
        ("printed", "R-01"),
        ("another", "R-01-2/2"),
        ("another", "R-01-3/3"),
        ("printed", "R-02"),
    ]


def test_an_order_of_three_parcels_was_already_printed(at: Station) -> None:
    at.put(*lockers(1))
    at.scan(Command.TIMES_3)
    at.scan("R-01")
    at.until(lambda: at.labels == 3)
    at.rest()
    shown = at.scan_until("R-01", State.ALREADY, State.ASK)
    assert (shown.state, shown.rule) == (State.ALREADY, "")
    assert shown.box is not None
    assert shown.box.reference == "R-01"


def test_printing_again_buys_no_further_parcels(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    at.scan_until("R-01", State.PRINTED)
    at.scan(Command.TIMES_3)
    at.scan_until("R-01", State.ALREADY)
    at.key(Key.Key_R)
    at.until(lambda: at.labels == 2)
    at.rest()
    assert at.bought() == ["R-01"]


def test_weekend_is_for_the_next_order_only(at: Station) -> None:
    at.simulator.control("clock", {"set": THURSDAY_NIGHT})
    at.put(*lockers(2))
    at.scan(Command.WEEKEND_ON)
    at.shows(State.READY, "armed")
    at.scan_until("R-01", State.PRINTED)
    at.scan_until("R-02", State.PRINTED)
    client, made = at.session.client, at.simulator.shipments()
    weekend = {one["reference"]: client.shipment(one["id"]).weekend for one in made}
    assert weekend == {"R-01": True, "R-02": False}


def test_a_bought_order_in_another_size_is_exchanged(at: Station) -> None:
    asked: list[tuple[Found, str]] = []
    at.table.clerk.exchange_asked.connect(lambda found, size: asked.append((found, size)))
    begun: list[object] = []
    at.table.wizard_asked.connect(begun.append)
    at.buy(at.put(*lockers(2)))
    at.scan(Command.SIZE_A)
    at.scan_until("R-01", State.PRINTED)
    assert asked == []
    at.scan(Command.SIZE_B)
    at.scan("R-02")
    at.until(lambda: begun)
    assert [(found.box.reference, size) for found, size in asked] == [("R-02", "B")]
    assert at.shows(State.READY, "")
    at.scan_until("R-01", State.ALREADY)
    at.scan(Command.SIZE_C)
    at.until(lambda: len(begun) == 2)
    assert (at.labels, at.bought()) == (1, ["R-01", "R-02"])


# About the last order


def test_one_more_parcel_for_the_last_order(at: Station) -> None:
    at.put(*lockers(2))
    at.scan_until("R-01", State.PRINTED)
    at.scan(Command.MORE)
    at.until(lambda: at.labels == 2)
    assert at.shows(State.PRINTED, "another")
    assert at.bought() == ["R-01", "R-01-2/2"]


def test_one_more_parcel_by_the_key_of_the_question(at: Station) -> None:
    at.put(*lockers(1))
    at.scan_until("R-01", State.PRINTED)
    at.scan_until("R-01", State.ALREADY)
    at.scan(Command.NEW)
    at.until(lambda: at.labels == 2)
    assert at.shows(State.PRINTED, "another")
    assert at.bought() == ["R-01", "R-01-2/2"]


def test_the_last_label_again(at: Station) -> None:
    at.put(*lockers(2))
    assert at.scan_until(Command.REPRINT_LAST, State.TOLD).rule == "nothing_last"
    assert at.scan_until(Command.MORE, State.TOLD).rule == "nothing_last"
    at.scan_until("R-01", State.PRINTED)
    at.scan_until(Command.REPRINT_LAST, State.PRINTED)
    at.rest()
    assert at.labels == 2
    assert at.lines()[0] == ("reprinted", "R-01")
    assert at.bought() == ["R-01"]


# About the station


def test_the_next_printer(at: Station) -> None:
    at.put(*lockers(2))
    assert at.scan_until(Command.NEXT_PRINTER, State.TOLD).rule == "no_other_printer"
    with ZebraListener() as other:
        here = at.desk.settings.printers[0]
        there = Profile.at(Reach.SOCKET, other.address, name="Other")
        at.change(printers=(here, there))
        shown = at.scan_until(Command.NEXT_PRINTER, State.TOLD)
        assert (shown.rule, shown.value) == ("printer_changed", "Other")
        assert at.scan_until("R-01", State.PRINTED).printer == "Other"
        assert (len(other.labels), at.labels) == (1, 0)
        at.scan(Command.NEXT_PRINTER)
        at.scan_until("R-02", State.PRINTED)
        assert (len(other.labels), at.labels) == (1, 1)


def test_checking_neither_prints_nor_buys(at: Station) -> None:
    pile_id = at.put(*lockers(3))
    at.buy(pile_id, [1, 2])
    at.scan_until("R-01", State.PRINTED)
    at.key(Key.Key_F3)
    assert at.shows(State.TOLD, "mode_checking")
    for reference in ("R-02", "R-03"):
        at.scan_until(reference, State.STOP)
        at.key(Key.Key_Space)
    for command in (Command.MORE, Command.REPRINT_LAST, Command.PRINT_LATE):
        assert at.scan_until(command, State.TOLD).rule == "mode_checking"
    shown = at.scan_until(at.number("R-01"), State.SHOWN)
    assert [one.key for one in shown.answers] == ["Esc"]
    at.key(Key.Key_Escape)
    at.scan_until("R-01", State.PAIR)
    at.scan_until(at.number("R-01"), State.PAIRED)
    assert (at.labels, at.bought()) == (1, ["R-01", "R-02"])
    at.scan(Command.SHIPPING)
    at.shows(State.TOLD, "mode_shipping")
    at.scan_until("R-02", State.PRINTED)


def test_every_label_is_verified_where_the_owner_wants_it(at: Station) -> None:
    at.change(station=StationRules(verify=True))
    at.buy(at.put(*lockers(2)))
    assert at.scan_until("R-01", State.PAIR).rule == "verify"
    at.scan("R-02")
    assert at.table.clerk.waiting == 1
    assert at.scan_until(at.number("R-02"), State.STOP).rule == "wrong_label"
    at.key(Key.Key_Space)
    assert at.shows(State.PAIR, "verify").box == at.box("R-01")
    at.scan_until(at.number("R-01"), State.PAIRED)
    shown = at.shows(State.PAIR, "verify")
    assert (shown.box, at.labels) == (at.box("R-02"), 2)
    at.scan(Command.REPRINT_LAST)
    at.until(lambda: at.labels == 3)
    at.shows(State.PAIR, "verify")
    at.scan_until(at.number("R-02"), State.PAIRED)
    assert at.scan_until("R-01", State.ALREADY).rule == "paired"
