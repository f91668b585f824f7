"""Trouble in the middle: the window closed, the printer gone, a question left open, a small screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.actions.order_specimens import HEADER, csv_text, locker_row
from tests.simulator_process import Simulator
from tests.window import order_files, paper
from tests.window.conftest import Printer, Start, at
from tests.window.program import Program
from tests.window.screen import Screen, until

ORDERS = 40


def test_a_window_closed_in_the_middle_of_a_run_ends_it_cleanly(
    program: Start, printer: Printer, start_simulator: Callable[..., Simulator], tmp_path: Path
) -> None:
    inpost = start_simulator("--latency", "100", "--confirm-after", "0.3")
    names = order_files.lockers(tmp_path / "zamowienia.csv", ORDERS)
    desk = program(*at(inpost), token=inpost.token, sending_method="dispatch_order")
    desk.start(str(tmp_path / "zamowienia.csv"))
    desk.run()
    desk.until(inpost.shipments, "something bought")
    assert desk.close() == 0
    # Whatever was asked of InPost by then was heard to the end.
    assert desk.count("SELECT count(*) FROM steps WHERE outcome IS NULL") == 0
    assert desk.runs_ended() == 1

    desk.start()
    desk.press_until(["ctrl+Return"], lambda: desk.printed() == ORDERS, "all labels", patience=5)
    assert desk.close() == 0
    bought = {one["reference"]: one["tracking_number"] for one in inpost.shipments()}
    assert len(inpost.shipments()) == ORDERS
    assert sorted(bought) == names
    assert Counter(paper.numbers(printer.tray)) == Counter(bought.values())


def test_a_printer_that_goes_away_costs_no_label(
    desk: Program, printer: Printer, simulator: Simulator, tmp_path: Path
) -> None:
    order_files.lockers(tmp_path / "zamowienia.csv", ORDERS)
    desk.start(str(tmp_path / "zamowienia.csv"))
    desk.run()
    desk.until(lambda: desk.printed() > 0, "the first label")
    printer.cups.stop()
    desk.until(lambda: desk.runs_ended() == 1, "the end of the run")
    desk.until(lambda: len(simulator.shipments()) == ORDERS, "all of them bought")
    desk.screen.rest()
    printer.cups.start()
    until(printer.cups.idle, "an idle printer")
    desk.press_until(["ctrl+Return"], lambda: desk.printed() == ORDERS, "all labels", patience=5)
    assert desk.close() == 0
    bought = [one["tracking_number"] for one in simulator.shipments()]
    assert len(bought) == ORDERS
    assert Counter(paper.numbers(printer.tray)) == Counter(bought)


def test_a_question_left_open_is_asked_again_at_the_next_start(
    screen: Screen, desk: Program, printer: Printer, simulator: Simulator, tmp_path: Path
) -> None:
    file = tmp_path / "zamowienia.csv"
    rows = [locker_row(reference) for reference in ("ZAM/1", "ZAM/2", "ZAM/2", "ZAM/3")]
    file.write_text(csv_text([HEADER, *rows]), "utf-8")
    desk.start(str(file))
    desk.until(lambda: desk.count(_ASKED) == 2, "the question")
    screen.rest()
    screen.press("ctrl+Return")
    assert desk.close() == 0
    assert desk.count(_ASKED) == 2
    assert simulator.shipments() == []

    desk.start()
    screen.rest()
    # The second answer: every row is a parcel of its own.
    desk.press_until(["alt+2"], lambda: desk.count(_ASKED) == 0, "the answer")
    desk.run()
    desk.until(lambda: desk.printed() == 4, "the labels")
    desk.until(lambda: desk.runs_ended() == 1, "the end of the run")
    assert desk.close() == 0
    assert len(simulator.shipments()) == len(paper.numbers(printer.tray)) == 4


@pytest.fixture
def small() -> Iterator[Screen]:
    with Screen(1024, 768) as screen:
        yield screen


def test_everything_can_be_reached_on_a_small_screen(
    small: Screen, program: Start, simulator: Simulator, tmp_path: Path
) -> None:
    order_files.lockers(tmp_path / "zamowienia.csv", 3)
    desk = program(*at(simulator), on=small, token=simulator.token, sending_method="dispatch_order")
    desk.start(str(tmp_path / "zamowienia.csv"))
    desk.until(lambda: desk.count("SELECT count(*) FROM pile_rows") == 3, "the orders")
    wide, high = small.size(desk.window)
    assert wide <= small.width
    assert high <= small.height
    before = small.rest()
    small.press("F9")
    with_panel = small.changed(before)
    small.press("F9")
    assert small.changed(with_panel) == before
    # The one button that spends money, by mouse, where it always is.
    small.click(desk.window, -120, -64)
    desk.until(lambda: desk.printed() == 3, "the labels")
    desk.until(lambda: desk.runs_ended() == 1, "the end of the run")
    assert len(simulator.shipments()) == 3
    assert desk.close() == 0


_ASKED = "SELECT count(*) FROM pile_rows WHERE rule = 'repeated'"
