"""Codes that are no order, scans at the wrong moment, and what changes under a packer's hands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from inpost_desk.actions import pile, ship
from inpost_desk.background import Lanes
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.station import Pattern, ScannerRules, State, StationRules
from inpost_desk.ui import sounds
from tests.cli.conftest import locker
from tests.simulator_process import Simulator
from tests.sound_player import SoundPlayers
from tests.ui.orders_desk import lockers, opened, references
from tests.ui.station_desk import Station, station

Key = Qt.Key


@pytest.fixture
def at(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Station]:
    with station(qtbot, lanes, simulator, tmp_path) as made:
        yield made


# Codes


def test_a_label_that_cannot_be_stored_is_no_outage(at: Station) -> None:
    at.put(*lockers(1))
    (at.session.ledger.folder / ship.LABEL_FOLDER).write_bytes(b"")
    shown = at.scan_until("R-01", State.STOP, State.WAITING)
    assert (shown.state, shown.rule) == (State.STOP, "trouble")


def test_a_code_that_is_no_order_is_said(at: Station) -> None:
    at.put(*lockers(1))
    for code, rule in {
        "NOBODYS-CODE": "unknown",
        "5901234123457": "product",
        "KRA010": "point",
        "62099900000000004187": "partial",
        "620999000000000041875106": "unknown",
    }.items():
        shown = at.scan_until(code, State.TOLD)
        assert (shown.rule, shown.code) == (rule, code)
    at.scan_until("R-01", State.PRINTED)
    assert at.labels == 1


def test_an_order_with_three_digits(at: Station) -> None:
    at.put(locker("101"), locker("1011"))
    at.table.watching.refresh()
    at.until(lambda: at.table.knows("101"))
    shown = at.scan_until("101", State.PRINTED)
    assert shown.box is not None
    assert (shown.box.reference, at.bought()) == ("101", ["101"])


def test_a_shops_own_code_leads_to_its_order(at: Station) -> None:
    rules = ScannerRules(patterns=(Pattern("Shop", r"https://shop\.example/o/(.+)"),))
    at.change(scanner=rules)
    at.put(*lockers(2))
    at.scan_until("https://shop.example/o/R-02", State.PRINTED)
    assert at.bought() == ["R-02"]


# The wrong moment


def test_while_stop_shows_a_scan_is_refused_and_only_space_or_its_code_answers(at: Station) -> None:
    pile_id = at.put(*lockers(2))
    pile.mark(at.session.ledger, pile_id, [1], at.rules(), held=True)
    for answer in (Key.Key_Space, Command.CONFIRM):
        at.scan_until("R-01", State.STOP)
        at.scan("R-02")
        at.scan(Command.REPRINT_LAST)
        at.key(Key.Key_Return)
        at.key(Key.Key_Enter)
        at.key(Key.Key_F8)
        assert at.table.clerk.shown.state is State.STOP
        if isinstance(answer, Command):
            at.scan(answer)
        else:
            at.key(answer)
        assert at.shows(State.READY)
    assert at.flashes == ["closed"] * 4
    at.rest()
    assert ("refused_scan", "") in at.lines()
    assert (at.labels, at.bought()) == (0, [])


def test_five_scans_at_once_print_in_their_order(at: Station) -> None:
    at.buy(at.put(*lockers(5)), [1, 3, 5])
    for reference in ("R-04", "R-01", "R-05", "R-02", "R-03"):
        at.scan(reference)
    at.until(lambda: at.labels == 5)
    at.rest()
    printed = [reference for _what, reference in at.lines()[::-1]]
    assert printed == ["R-04", "R-01", "R-05", "R-02", "R-03"]
    assert at.bought() == references(5)


def test_a_question_holds_what_waits_and_loses_nothing(at: Station) -> None:
    at.buy(at.put(*lockers(3)))
    at.scan_until("R-01", State.PRINTED)
    for reference in ("R-02", "R-01", "R-03"):
        at.scan(reference)
    at.shows(State.ALREADY)
    assert at.table.clerk.waiting == 1
    at.key(Key.Key_Escape)
    at.until(lambda: at.labels == 3)
    assert at.flashes == []


def test_the_same_code_twice_in_a_row_counts_once(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    at.scan("R-01")
    at.scan("R-01", after=1.4)
    at.shows(State.PRINTED)
    at.rest()
    assert (at.flashes, at.labels) == (["bounced"], 1)
    at.scan("R-01", after=1.6)
    assert at.shows(State.ALREADY)


def test_a_scan_while_a_dialog_is_open_is_refused_aloud(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    dialog = QDialog(at.page)
    dialog.open()
    at.scan("R-01")
    at.scan(Command.SIZE_B)
    dialog.close()
    at.rest()
    assert at.flashes == ["dialog", "dialog"]
    assert (at.labels, at.table.clerk.armed) == (0, at.table.clerk.shown.armed)
    assert at.lines()[0] == ("refused_scan", "")
    at.scan_until("R-01", State.PRINTED)


def test_before_an_account_is_open(at: Station) -> None:
    session = at.desk.session
    at.desk.use(None)
    assert at.scan_until("R-01", State.TOLD).rule == "not_ready"
    at.desk.use(session)
    assert at.shows(State.READY)


# What changes meanwhile


def test_another_account_gets_no_scans_of_this_one(at: Station) -> None:
    at.put(*lockers(3))
    at.simulator.faults({"do": "slow", "seconds": 0.5, "method": "POST", "path": "*/shipments"})
    at.scan("R-01")
    at.scan("R-02")
    at.shows(State.BUSY, "buying")
    with opened(at.desk.data_dir, at.simulator, at.desk.settings, prepaid=True) as other:
        at.desk.use(other)
        assert at.shows(State.READY)
        assert at.flashes == ["account"]
        at.rest()
        assert at.table.clerk.shown.state is State.READY
        assert at.scan_until("R-02", State.TOLD).rule == "unknown"
        at.desk.use(at.session)
        at.rest()
    assert at.labels == 0
    at.scan_until("R-02", State.PRINTED)
    at.scan_until("R-01", State.PRINTED)
    assert (at.labels, at.bought()) == (2, ["R-01", "R-02"])


def test_settings_that_change_while_scans_wait(at: Station) -> None:
    at.put(*lockers(3))
    at.simulator.faults({"do": "slow", "seconds": 0.3, "method": "POST", "path": "*/shipments"})
    for reference in references(3):
        at.scan(reference)
    at.shows(State.BUSY, "buying")
    at.change(station=StationRules(name="Two", size="C"), scanner=ScannerRules(bounce=0))
    at.until(lambda: at.labels == 3)
    at.rest()
    assert at.bought() == references(3)
    assert [reference for _what, reference in at.lines()] == references(3)[::-1]


def test_a_file_that_is_imported_while_scans_wait(at: Station) -> None:
    at.buy(at.put(*lockers(2)))
    at.scan("R-01")
    at.put(locker("Z-1"), name="more.csv")
    at.scan("Z-1")
    at.scan("R-02")
    at.until(lambda: at.labels == 3)
    assert at.bought() == ["R-01", "R-02", "Z-1"]


def test_another_window_has_the_keyboard(at: Station) -> None:
    at.buy(at.put(*lockers(1)))
    at.table.clerk.heard(False)
    at.scan("R-01")
    at.shows(State.PRINTED)
    assert [one.state for one in at.history[1:]] == [State.DEAF]
    at.table.clerk.heard(True)
    assert at.page.shown.state is State.PRINTED


# Sounds


def test_each_outcome_has_its_sound(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "bin").mkdir()
    players = SoundPlayers(tmp_path / "bin")
    players.add("paplay")
    monkeypatch.setenv("PATH", str(players.folder))
    with station(qtbot, lanes, simulator, tmp_path) as at:
        pile_id = at.put(*lockers(2))
        at.buy(pile_id, [1])
        pile.mark(at.session.ledger, pile_id, [2], at.rules(), held=True)
        at.rest()

        def heard(name: str, count: int) -> bool:
            return players.heard[count:].count(f"paplay {name}") == 1

        steps = (
            ("R-01", State.PRINTED, sounds.PRINTED),
            ("R-01", State.ALREADY, sounds.DUPLICATE),
            (Command.ABORT, State.READY, ""),
            ("5901234123457", State.TOLD, sounds.WARNING),
            ("R-02", State.STOP, sounds.STOP),
        )
        for code, state, name in steps:
            before = len(players.heard)
            at.scan_until(code, state)
            if name:
                at.until(lambda: heard(name, before))  # noqa: B023 - waited for at once
        assert set(players.heard) == {
            f"paplay {name}"
            for name in (
                sounds.TAKEN,
                sounds.PRINTED,
                sounds.DUPLICATE,
                sounds.WARNING,
                sounds.STOP,
            )
        }
