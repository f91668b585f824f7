"""The station in a real window: a scanner's keys, wherever the focus is, and the right label on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inpost_desk.ui.look import State
from tests.simulator_process import Simulator
from tests.window import order_files
from tests.window.packer import RAIL, Packer, packing
from tests.window.screen import Screen
from tests.window.test_in_front import two_windows

# Where the search of the Orders page stands; the middle of the window below its title.
_SEARCH = (590, 36, 815, 78)
_PAGE = (110, 90, 1340, 720)


@pytest.fixture
def packer(screen: Screen, simulator: Simulator, tmp_path: Path) -> Iterator[Packer]:
    with packing(screen, tmp_path, simulator) as packer:
        yield packer


def orders_on_the_desk(packer: Packer, count: int) -> list[str]:
    """So many orders, none of them bought, on the Orders page."""
    file = packer.folder / "zamowienia.csv"
    names = order_files.lockers(file, count)
    packer.start(page="ctrl+2")
    packer.hand_over(file, orders=count)
    return names


def _typed_into_the_settings(packer: Packer) -> set[int]:
    """How the page looks with a field that is not saved yet: its cursor blinks."""
    screen = packer.desk.screen
    before = screen.part(*_PAGE)
    packer.show("ctrl+5", "Down", "Tab")
    screen.type("Kos")
    # A page that is made for the first time takes a busy machine longer than any usual rest.
    packer.desk.until(lambda: screen.part(*_PAGE) != before, "the settings")
    # A notice, such as that InPost was slow, would push the page down.
    packer.show("shift+F4")
    return {screen.part(*_PAGE) for _ in range(6) if screen.rest()}


def test_a_scan_prints_wherever_the_focus_is(screen: Screen, packer: Packer) -> None:
    orders = orders_on_the_desk(packer, 7)
    desk, printed = packer.desk, list[str]()
    packer.show("ctrl+1")
    station = screen.part(*RAIL)

    def scan(order: str, suffix: str, delay: int) -> None:
        packer.scan(order, suffix=suffix, delay=delay)
        printed.append(order)
        packer.came(*printed)
        desk.until(lambda: screen.part(*RAIL) == station, "the page of the station")

    # In a field with a text in it.
    packer.show("ctrl+2", "ctrl+f")
    screen.type("Jan")
    packer.show("End")
    search = screen.part(*_SEARCH)
    scan(orders[0], "Return", 20)
    packer.show("ctrl+2", "ctrl+f", "End")
    desk.until(lambda: screen.part(*_SEARCH) == search, "the search as it was")

    # In the table: the row stays, and it is still the one that keys mean.
    packer.show("Down", "ctrl+Home", "Down", "Down")
    scan(orders[1], "Tab", 12)
    packer.show("ctrl+2", "h")
    desk.until(lambda: _held(packer) == [3], "the third row held")

    # In an open menu, on something that Enter would do.
    packer.show("shift+F10", "Down")
    assert len(screen.windows(desk.pid)) > 1
    scan(orders[3], "Return", 5)
    desk.until(lambda: screen.windows(desk.pid) == [desk.window], "no menu any more")

    # In the settings, in a field that is not saved yet.
    sender = _typed_into_the_settings(packer)
    settings = (desk.data / "settings.json").read_text("utf-8")
    scan(orders[4], "Linefeed", 8)
    packer.show("ctrl+5")
    # A notice may come late, on a slow machine.
    closed = ["shift+F4"]
    desk.press_until(closed, lambda: screen.part(*_PAGE) in sender, "the settings as they were")
    assert (desk.data / "settings.json").read_text("utf-8") == settings

    # In the wizard, opened from another page and from the station.
    packer.show("ctrl+n")
    desk.press_until(["1"], lambda: "inpost_locker" in _draft(packer), "a service")
    packer.show("Return")
    screen.type("Ala")
    desk.until(lambda: '"Ala"' in _draft(packer), "the draft on the disk")
    draft = _draft(packer)
    scan(orders[5], "Return", 16)
    packer.show("ctrl+1", "ctrl+n")
    scan(orders[6], "Return", 5)
    assert _draft(packer) == draft

    # No button was pressed and no row changed: only what was scanned is at InPost.
    assert sorted(packer.bought()) == printed
    assert desk.runs() == len(printed)
    assert _held(packer) == [3]
    assert desk.count("SELECT count(*) FROM pile_rows WHERE removed") == 0
    assert packer.scans() == [("printed", one) for one in printed]


def _held(packer: Packer) -> list[int]:
    rows = packer.desk.ask("SELECT row FROM pile_rows WHERE held ORDER BY row")
    return [one["row"] for one in rows]


def _draft(packer: Packer) -> str:
    return "".join(one["content"] for one in packer.desk.ask("SELECT content FROM drafts"))


def test_twenty_scans_at_once_then_again_and_a_stop(screen: Screen, packer: Packer) -> None:
    orders = orders_on_the_desk(packer, 23)
    twenty, held, new, last = orders[:20], *orders[20:]
    packer.scan(*twenty)
    packer.came(*twenty)
    assert sorted(packer.bought()) == twenty
    packer.sees(State.DONE)

    # JUŻ BYŁA: no other scan is taken, nothing comes out but by R.
    packer.scan(twenty[4])
    packer.sees(State.WARNING)
    assert packer.heard("duplicate") == 1
    packer.scan(new)
    packer.noted("refused_scan", "closed")
    assert packer.labels() == packer.labels()[:20]
    screen.press("r")
    packer.came(*twenty, twenty[4])
    packer.noted("reprinted", twenty[4])

    # STOP: neither Enter nor a scan makes it go, Space does.
    packer.show("ctrl+2")
    packer.show("ctrl+End", "Up", "Up", "h")
    packer.desk.until(lambda: _held(packer) == [21], "the order held")
    packer.scan(held)
    packer.sees(State.ERROR)
    packer.noted("stop", held)
    screen.press("Return", "Return")
    packer.scan(new)
    packer.noted("refused_scan", "closed", times=2)
    packer.sees(State.ERROR)
    assert packer.heard("stop") >= 1
    screen.press("space")
    packer.sees(State.QUIET)
    packer.scan(new, last, delay=20)
    packer.came(*twenty, twenty[4], new, last)
    assert sorted(packer.bought()) == [*twenty, new, last]


def test_another_window_in_front_hears_the_scans(screen: Screen, packer: Packer) -> None:
    first, second = orders_on_the_desk(packer, 2)
    packer.show("ctrl+1")
    packer.scan(first)
    packer.came(first)
    with two_windows(screen):
        packer.sees_deafness()
        assert packer.heard("deaf") == 1
        packer.scan(second)
        screen.rest()
        assert packer.scans() == [("printed", first)]
    screen.bring(packer.desk.window)
    packer.sees(State.QUIET)
    packer.scan(second)
    packer.came(first, second)
    assert sorted(packer.bought()) == [first, second]
