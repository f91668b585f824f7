"""A run stopped by hand, cut off by SIGKILL and taken up again: nothing is bought or printed twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.simulator_process import Simulator
from tests.window import order_files, paper
from tests.window.conftest import Printer, Start, at
from tests.window.program import Program
from tests.window.screen import Screen, until

ORDERS = 150
QUESTION = "Did these labels come out"


def test_a_run_stopped_then_killed_is_finished(
    program: Start, printer: Printer, start_simulator: Callable[..., Simulator], tmp_path: Path
) -> None:
    inpost = start_simulator("--latency", "100", "--confirm-after", "0.5")
    names = order_files.lockers(tmp_path / "zamowienia.csv", ORDERS)
    desk = program(*at(inpost), token=inpost.token, sending_method="dispatch_order")
    desk.start(str(tmp_path / "zamowienia.csv"))
    desk.until(lambda: desk.count("SELECT count(*) FROM pile_rows") == ORDERS, "the orders")
    desk.run()
    desk.until(inpost.shipments, "something bought")
    desk.press_until(["Escape"], lambda: desk.runs_ended() == 1, "the end of the run", patience=60)
    assert len(inpost.shipments()) < ORDERS

    desk.run()
    desk.until(lambda: 25 <= desk.printed() < ORDERS, "some of the labels")
    desk.kill()
    assert desk.printed() < ORDERS
    _printer_idle(printer)
    before = Counter(paper.numbers(printer.tray))

    desk.start()
    _answer_doubts(desk, printer)
    _go_on(desk, ORDERS)
    assert desk.close() == 0
    bought = {one["reference"]: one["tracking_number"] for one in inpost.shipments()}
    assert len(inpost.shipments()) == ORDERS
    assert sorted(bought) == names
    assert before.most_common(1)[0][1] == 1
    assert sorted(paper.numbers(printer.tray)) == sorted(bought.values())


def test_what_came_out_while_nobody_watched_is_not_printed_again(
    desk: Program, printer: Printer, simulator: Simulator, tmp_path: Path
) -> None:
    order_files.lockers(tmp_path / "zamowienia.csv", 5)
    printer.cups.pause(printer.name)
    desk.start(str(tmp_path / "zamowienia.csv"))
    desk.run()
    desk.until(lambda: desk.count("SELECT count(*) FROM prints WHERE state = 'sent'"), "a job")
    desk.until(lambda: desk.count(_BOUGHT) == 5, "all of them bought")
    desk.kill()
    printer.cups.resume(printer.name)
    _printer_idle(printer)

    desk.start()
    _go_on(desk, 5)
    assert desk.close() == 0
    bought = {one["reference"]: one["tracking_number"] for one in simulator.shipments()}
    assert len(simulator.shipments()) == 5
    assert paper.numbers(printer.tray) == [bought[f"ZAM/{n:03}"] for n in range(1, 6)]


def test_labels_that_may_be_on_paper_are_asked_about(
    screen: Screen, desk: Program, printer: Printer, simulator: Simulator, tmp_path: Path
) -> None:
    order_files.lockers(tmp_path / "zamowienia.csv", 5)
    desk.start(str(tmp_path / "zamowienia.csv"))
    desk.until(lambda: desk.count("SELECT count(*) FROM pile_rows") == 5, "the orders")
    printer.cups.freeze()
    desk.run()
    desk.until(lambda: desk.count(_DOUBTED), "a label on its way")
    desk.until(lambda: desk.count(_BOUGHT) == 5, "all of them bought")
    desk.kill()
    printer.cups.thaw()
    _printer_idle(printer)

    desk.start()
    assert desk.count(_DOUBTED) > 0
    _answer_doubts(desk, printer)
    assert desk.count(_DOUBTED) == 0
    screen.rest()
    _go_on(desk, 5)
    assert desk.close() == 0
    bought = {one["tracking_number"] for one in simulator.shipments()}
    assert len(simulator.shipments()) == len(bought) == 5
    assert Counter(paper.numbers(printer.tray)) == Counter(bought)


_DOUBTED = "SELECT count(*) FROM prints WHERE state = 'sending'"
_BOUGHT = "SELECT count(*) FROM shipments WHERE status = 'confirmed'"
_DOUBTED_NUMBERS = (
    "SELECT tracking_number FROM shipments s JOIN prints p ON p.shipment_id = s.id "
    "WHERE p.state = 'sending'"
)


def _printer_idle(printer: Printer) -> None:
    until(printer.cups.idle, "an idle printer")


def _answer_doubts(desk: Program, printer: Printer) -> None:
    """Look at the paper, then say that they all came out, or that none did: a job is one document."""
    doubted = {row["tracking_number"] for row in desk.ask(_DOUBTED_NUMBERS)}
    if not doubted:
        return
    out = doubted & set(paper.numbers(printer.tray))
    assert out in (set(), doubted)
    screen = desk.screen
    desk.press_until(["F4"], lambda: screen.windows(title=QUESTION), "the question")
    screen.rest()
    # From the list: the last good label, later, none, all.
    screen.press(*(["Tab"] * (4 if out else 3)), "space")
    desk.until(lambda: desk.count(_DOUBTED) == 0, "the answer")


def _go_on(desk: Program, orders: int) -> None:
    """Run once more where something is left, until every label came out."""
    desk.screen.rest()

    def done() -> bool:
        return desk.printed() == orders

    desk.press_until(["ctrl+Return"], done, "all labels", patience=3)
    desk.until(lambda: desk.runs_ended() >= desk.runs() - 1, "the end of the run")
