"""From the first start to labels on paper, by keyboard alone."""

from __future__ import annotations

import csv
import json

from tests.simulator_process import Simulator
from tests.window import paper
from tests.window.conftest import Printer, Start
from tests.window.program import Program
from tests.window.screen import Screen

ORDERS = 21
WRONG = {
    "ZAM/2026/1108": "too_short",
    "ZAM/2026/1111": "does_not_exist",
    "ZAM/2026/1115": "invalid_amount",
}


def test_the_demo_goes_from_the_first_start_to_the_paper(
    screen: Screen, program: Start, printer: Printer
) -> None:
    desk = program("--language", "pl")
    desk.start()
    kept = desk.data / "settings.json"
    desk.press_until(
        ["alt+d"], lambda: json.loads(kept.read_text()).get("account") == "demo", "the demo"
    )
    desk.until(lambda: desk.count("SELECT count(*) FROM pile_rows") >= ORDERS, "the sample orders")
    desk.run()
    desk.until(lambda: desk.runs_ended() == 1 and desk.printed() == ORDERS, "all labels printed")
    assert screen.title(desk.window).startswith("InPost Desk – ")
    screen.rest()
    assert desk.close() == 0
    assert desk.processes() == []

    (state,) = desk.data.rglob("simulator.jsonl")
    with Simulator(state=state) as inpost:
        bought = {one["reference"]: one["tracking_number"] for one in inpost.shipments()}
    specimen, *labels = paper.numbers(printer.tray)
    assert specimen == ""
    assert len(labels) == len(set(labels)) == ORDERS
    assert labels == [bought[reference] for reference in _pile(desk)]
    (file,) = (desk.data / "samples").glob("*-result.csv")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        result = {row["row"]: row for row in csv.DictReader(lines)}
    assert [row["tracking_number"] for row in result.values() if row["outcome"] == "done"] == labels
    wrong = {
        row["reference"]: row["rule"] for row in result.values() if row["outcome"] == "invalid"
    }
    assert wrong == WRONG


def _pile(desk: Program) -> list[str]:
    rows = desk.ask(
        "SELECT o.reference FROM orders o JOIN order_shipments s ON s.order_id = o.id ORDER BY o.row"
    )
    return [row["reference"] for row in rows]
