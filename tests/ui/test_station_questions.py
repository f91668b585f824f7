"""What the station asks and where it stops: answers by key and by code, and nothing done without one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inpost_desk.actions import pile
from inpost_desk.background import Lanes
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.station import Act, BuyAt, State, StationRules
from tests.cli.conftest import courier, locker
from tests.simulator_process import MONDAY, Simulator
from tests.ui.orders_desk import lockers
from tests.ui.station_desk import Station, sizeless, station

Key = Qt.Key


@pytest.fixture
def at(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Station]:
    with station(qtbot, lanes, simulator, tmp_path) as made:
        yield made


# The size


def test_an_order_without_a_size_is_asked_about(at: Station) -> None:
    at.put(sizeless("R-01"), sizeless("R-02"))
    shown = at.scan_until("R-01", State.ASK)
    assert shown.rule == "size"
    assert [one.key for one in shown.answers] == ["A", "B", "C", "Esc"]
    at.key(Key.Key_B)
    at.shows(State.PRINTED)
    at.scan_until("R-02", State.ASK)
    at.scan(Command.SIZE_C)
    at.until(lambda: at.labels == 2)
    assert [at.box(one).size for one in ("R-01", "R-02")] == ["B", "C"]
    assert at.bought() == ["R-01", "R-02"]


def test_nothing_is_bought_before_the_size_is_said(at: Station) -> None:
    at.put(sizeless("R-01"))
    at.scan_until("R-01", State.ASK)
    at.key(Key.Key_Return)
    at.key(Key.Key_D)
    assert at.table.clerk.shown.state is State.ASK
    at.key(Key.Key_Escape)
    assert at.shows(State.READY)
    assert at.bought() == []


def test_the_stations_own_size_is_taken_without_asking(at: Station) -> None:
    at.change(station=StationRules(size="C"))
    at.put(sizeless("R-01"), locker("R-02"))
    at.scan_until("R-01", State.PRINTED)
    at.scan_until("R-02", State.PRINTED)
    assert [at.box(one).size for one in ("R-01", "R-02")] == ["C", "A"]


# What is not bought


def test_a_station_that_never_buys_stops(at: Station) -> None:
    at.change(station=StationRules(buy_at=BuyAt.NEVER))
    pile_id = at.put(*lockers(2))
    at.buy(pile_id, [1])
    assert at.scan_until("R-02", State.STOP).rule == "not_bought"
    at.key(Key.Key_Space)
    at.scan_until("R-01", State.PRINTED)
    assert at.bought() == ["R-01"]


def test_a_held_order_is_let_go_by_its_key(at: Station) -> None:
    pile_id = at.put(*lockers(2))
    pile.mark(at.session.ledger, pile_id, [1], at.rules(), held=True)
    shown = at.scan_until("R-01", State.STOP)
    assert (shown.rule, [one.act for one in shown.answers]) == (
        "held",
        [Act.RELEASE, Act.ACKNOWLEDGE],
    )
    at.key(Key.Key_Space)
    assert at.shows(State.READY)
    at.scan_until("R-01", State.STOP)
    at.key(Key.Key_1)
    at.until(lambda: at.labels == 1)
    assert at.bought() == ["R-01"]


def test_a_mistake_is_mended_by_the_key_on_it(at: Station) -> None:
    at.put(locker("R-01", phone="0501 234 567"))
    shown = at.scan_until("R-01", State.STOP)
    assert shown.rule == "problem"
    at.until(lambda: any(one.act is Act.FIX for one in at.table.clerk.shown.answers))
    at.key(Key.Key_1)
    at.shows(State.PRINTED)
    assert at.labels == 1
    assert at.simulator.shipments()[0]["reference"] == "R-01"


def test_a_mistake_that_nobody_can_mend_here_is_acknowledged(at: Station) -> None:
    at.put(courier("R-01", street=""))
    assert at.scan_until("R-01", State.STOP).rule == "problem"
    at.rest()
    at.scan(Command.CONFIRM)
    assert at.shows(State.READY)
    assert at.bought() == []


def test_what_inpost_refuses_stops(at: Station) -> None:
    at.simulator.control("clock", {"set": MONDAY})
    at.put(locker("R-01").removesuffix("NIE") + "TAK")
    shown = at.scan_until("R-01", State.STOP)
    assert shown.rule == "refused"
    assert shown.value
    at.key(Key.Key_Space)
    assert at.shows(State.READY)
    assert at.labels == 0


def test_what_is_not_paid_stops(at: Station) -> None:
    at.simulator.faults(refuse_payment="debt_collection")
    at.put(*lockers(1))
    assert at.scan_until("R-01", State.STOP).rule == "unpaid"
    at.simulator.faults()
    at.key(Key.Key_Space)
    at.scan_until("R-01", State.PRINTED)
    assert at.simulator.shipments()[0]["payments"] == 1


# Sent before, and several


def test_what_was_sent_before_is_not_sent_again(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    at.put(locker("R-01"), locker("R-02"), name="again.csv")
    at.scan_until("R-01", State.PRINTED)
    assert at.scan_until("R-01", State.ALREADY)
    assert at.bought() == ["R-01"]


def test_two_files_with_the_same_reference_are_never_guessed(at: Station) -> None:
    at.put(locker("R-01", point="KRA010"), name="one.csv")
    at.put(locker("R-01", point="KRA02APP", phone="602000111"), name="two.csv")
    shown = at.scan_until("R-01", State.ASK)
    assert shown.rule == "which"
    assert [one.key for one in shown.answers] == ["1", "2", "Esc"]
    points = [one.words.split(", ")[2] for one in shown.answers[:2]]
    at.key(Key.Key_2)
    at.until(lambda: at.labels == 1)
    at.shows(State.PRINTED)
    assert [one.rule for one in at.history if one.state is State.ASK] == ["which"]
    (made,) = at.simulator.shipments()
    assert points[1] in str(at.session.client.shipment(made["id"]))


def test_an_order_of_two_parcels_prints_one_with_each_scan(at: Station) -> None:
    pile_id = at.put(locker("R-01"), locker("R-01"))
    assert at.scan_until("R-01", State.STOP).rule == "question"
    at.key(Key.Key_Space)
    pile.answer(at.session.ledger, pile_id, at.rules(), repeated="parcels")
    at.scan_until("R-01", State.PRINTED)
    at.scan_until("R-01", State.PRINTED)
    at.scan_until("R-01", State.ALREADY)
    assert (at.labels, at.bought()) == (2, ["R-01-1/2", "R-01-2/2"])


def test_which_of_two_is_asked_before_its_size(at: Station) -> None:
    at.put(sizeless("R-01"), name="one.csv")
    at.put(locker("R-01", point="KRA02APP", phone="602000111"), name="two.csv")
    shown = at.scan_until("R-01", State.ASK)
    lacking = next(one for one in shown.answers if "KRA010" in one.words)
    at.key(Key(ord(lacking.key)))
    at.shows(State.ASK, "size")
    at.key(Key.Key_A)
    at.shows(State.PRINTED)
    assert at.labels == 1


# Labels


def test_a_label_says_whose_it_is_and_is_printed_again(at: Station) -> None:
    at.buy(at.put(*lockers(2)))
    at.scan_until("R-01", State.PRINTED)
    shown = at.scan_until(at.number("R-01"), State.SHOWN)
    assert shown.rule == "number"
    assert not shown.closed
    assert shown.box is not None
    assert shown.box.reference == "R-01"
    at.key(Key.Key_R)
    at.until(lambda: at.labels == 2)
    assert at.shows(State.PRINTED).rule == "reprinted"
    at.rest()
    assert at.lines()[0] == ("reprinted", "R-01")
    assert at.printed() == 1


def test_the_label_of_a_replaced_shipment_alarms(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    at.scan_until("R-01", State.PRINTED)
    old = at.number("R-01")
    at.replace("R-01", point="KRA02APP")
    shown = at.scan_until(old, State.STOP)
    assert shown.rule == "replaced"
    assert shown.box is not None
    assert shown.box.number == old
    assert shown.other is not None
    assert shown.other.number not in ("", old)
    at.key(Key.Key_Space)
    at.scan_until("R-01", State.PRINTED)
    assert at.labels == 2


def test_what_was_cancelled_at_inpost_does_not_print(at: Station) -> None:
    at.buy(at.put(*lockers(2)))
    at.cancel("R-01")
    at.grow_old(minutes=11)
    shown = at.scan_until("R-01", State.STOP)
    assert shown.rule == "cancelled_at_inpost"
    at.key(Key.Key_Space)
    at.scan_until("R-02", State.PRINTED)
    assert at.labels == 1
    assert at.scan_until("R-01", State.STOP).rule == "cancelled_at_inpost"


def test_an_outage_does_not_keep_a_label_on_the_disk(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    at.grow_old(minutes=11)
    at.simulator.faults({"do": "outage"})
    at.scan_until("R-01", State.PRINTED)
    assert at.labels == 1
