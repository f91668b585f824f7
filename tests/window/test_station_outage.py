"""The station when things go wrong in the middle of packing: InPost is away, or the program is killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from tests.simulator_process import Simulator
from tests.window import order_files
from tests.window.packer import Packer, packing
from tests.window.screen import Screen

# Of each kind: bought beforehand, and not bought yet.
ORDERS = 12
_BEFORE = 2
# The button that buys without printing.
_ONLY_BUY = (958, -65)
# InPost acts, and its answer does not come before the program is gone.
_LOST = {"do": "hang", "act": True, "method": "POST", "path": "*/shipments", "nth": 1}
_NO_LABEL = {"do": "hang", "method": "GET", "path": "*/label"}


def test_an_outage_in_the_middle_of_a_series(
    screen: Screen, start_simulator: Callable[..., Simulator], tmp_path: Path
) -> None:
    inpost = start_simulator(state=tmp_path / "shipx")
    with packing(screen, tmp_path, inpost) as packer:
        bought, new = _half_of_them_bought(packer)
        before = [*bought[:_BEFORE], *new[:_BEFORE]]
        packer.scan(*before)
        packer.came(*before)

        # Meanwhile InPost goes away: what lies on the disk prints in turn, all else waits in turn.
        inpost.kill()
        here, away = bought[_BEFORE:], new[_BEFORE:]
        packer.scan(*chain.from_iterable(zip(away, here, strict=True)), pause=0.1)
        packer.desk.until(lambda: packer.waiting("awaited") == away, "all that waits")
        packer.desk.until(lambda: len(packer.labels()) == len(before + here), "the labels")
        assert packer.waiting("ready") == []
        assert packer.desk.count("SELECT count(*) FROM scans WHERE rule = 'offline'") == len(away)

        # It comes back: nothing prints by itself, and then all of it as one block behind a separator.
        screen.rest()
        inpost.restart()
        # Try again: nobody waits for the next attempt.
        screen.press("F4")
        packer.desk.until(lambda: packer.waiting("ready") == away, "what waits is there")
        packer.came(*before, *here)
        packer.show("F8")
        packer.came(*before, *here, "", *away)
        packer.desk.until(lambda: packer.waiting("printed") == away, "nothing waits any more")
        assert Counter(packer.labels()) == Counter([*packer.bought().values(), ""])
        assert sorted(packer.bought()) == [*bought, *new]

        # Each of them has been: neither by a scan nor by the key is there another label.
        packer.scan(away[0])
        packer.desk.until(lambda: packer.heard("duplicate") == 1, "JUŻ BYŁA")
        packer.show("Escape", "F8")
        packer.came(*before, *here, "", *away)


def _half_of_them_bought(packer: Packer) -> tuple[list[str], list[str]]:
    """Order numbers: of those that are bought and fetched, and of those that are not bought yet."""
    first, second = packer.folder / "morning.csv", packer.folder / "noon.csv"
    bought = order_files.lockers(first, ORDERS)
    new = order_files.lockers(second, ORDERS, first=ORDERS + 1)
    packer.start(page="ctrl+2")
    packer.hand_over(first, orders=ORDERS)
    desk = packer.desk
    desk.screen.click(desk.window, *_ONLY_BUY)
    desk.until(lambda: desk.count("SELECT count(*) FROM labels") == ORDERS, "the labels")
    desk.until(lambda: desk.runs_ended() == 1, "the end of the run")
    packer.hand_over(second, orders=2 * ORDERS)
    assert packer.zebra.labels == []
    return bought, new


def test_killed_after_a_scan_that_buys(
    screen: Screen, simulator: Simulator, tmp_path: Path
) -> None:
    file = tmp_path / "zamowienia.csv"
    lost, unlabelled, printing = orders = order_files.lockers(file, 3)
    with packing(screen, tmp_path, simulator) as packer:
        desk = packer.desk
        packer.start(page="ctrl+2")
        packer.hand_over(file, orders=3)

        # InPost has it, and nobody here has heard so: found out beside, and offered.
        simulator.faults(_LOST)
        packer.scan(lost)
        desk.until(simulator.shipments, "the shipment at InPost")
        _killed_and_started_again(packer)
        packer.scan(lost)
        desk.until(lambda: packer.waiting("ready") == [lost], "its label")
        assert packer.labels() == []
        packer.show("F8")
        packer.came("", lost)

        # It is bought, and its label has not come.
        simulator.faults(_NO_LABEL)
        packer.scan(unlabelled)
        desk.until(lambda: desk.count(_BOUGHT) == 2, "the shipment")
        _killed_and_started_again(packer)
        packer.scan(unlabelled)
        packer.came("", lost, unlabelled)

        # Its label has just come out, and perhaps nobody has noted that: it is said, and not printed again.
        packer.scan(printing)
        packer.came("", lost, unlabelled, printing)
        _killed_and_started_again(packer)
        packer.scan(printing)
        screen.rest()
        packer.came("", lost, unlabelled, printing)
        assert sorted(packer.bought()) == orders


def _killed_and_started_again(packer: Packer) -> None:
    """InPost answers again, too."""
    packer.desk.kill()
    packer.inpost.faults()
    packer.start(orders=3)


_BOUGHT = "SELECT count(*) FROM shipments WHERE status = 'confirmed'"
