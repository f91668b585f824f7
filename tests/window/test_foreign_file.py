"""A file of another shop system: its columns are named once, from the keyboard, and then remembered."""

from __future__ import annotations

from pathlib import Path

import httpx

from inpost_desk import settings
from tests.simulator_process import Simulator
from tests.window import order_files, paper
from tests.window.conftest import Printer
from tests.window.program import Program
from tests.window.screen import Screen

HEADER = (
    "Nr zamówienia", "Data", "Klient", "Telefon klienta", "E-mail klienta", "Odbiór w", "Uwagi do zamówienia",
    "Do zapłaty",
)  # fmt: skip
FIRST = (
    ("1001", "2026-03-01", "Łucja Żółć", "501 234 567", "l.zolc@example.test", "KRA010", "", ""),
    (
        "1002",
        "2026-03-01",
        "Paweł Święcicki",
        "+48502234567",
        "p@example.test",
        "WAW123A",
        "pilne",
        "",
    ),
)
SECOND = (("1003", "2026-03-02", "Gęśla Jaźń", "503234567", "g@example.test", "GDA01M", "", ""),)


def test_foreign_columns_are_named_once(
    screen: Screen, desk: Program, printer: Printer, simulator: Simulator, tmp_path: Path
) -> None:
    first, second = tmp_path / "baselinker 1.csv", tmp_path / "baselinker 2.csv"
    order_files.foreign(first, HEADER, FIRST)
    order_files.foreign(second, HEADER, SECOND)
    desk.start()
    desk.until(lambda: "GET /v1/organizations" in desk.log(), "the account")
    before = screen.rest()
    assert desk.launch(str(first)).wait() == 0
    screen.changed(before)
    # The field that is missing has the keyboard: all rows are gabaryt A.
    screen.press("Down")
    desk.press_until(
        ["ctrl+Return"], lambda: desk.count("SELECT count(*) FROM pile_rows") == 2, "the orders"
    )
    kept = settings.load(desk.data).settings.columns
    assert len(kept) == 1
    assert next(iter(kept.values()))["point"] == "Odbiór w"
    _ship(desk, 2)

    assert desk.launch(str(second)).wait() == 0
    desk.until(lambda: desk.count("SELECT count(*) FROM piles") == 2, "the second file")
    _ship(desk, 3)
    assert desk.close() == 0
    bought = {one["reference"]: one for one in simulator.shipments()}
    assert sorted(bought) == ["1001", "1002", "1003"]
    assert _receiver(simulator, bought["1001"]["id"]) == ("Łucja", "Żółć", "KRA010")
    assert _receiver(simulator, bought["1003"]["id"]) == ("Gęśla", "Jaźń", "GDA01M")
    assert paper.numbers(printer.tray) == [
        bought[name]["tracking_number"] for name in ("1001", "1002", "1003")
    ]


def _ship(desk: Program, printed: int) -> None:
    desk.run()
    desk.until(lambda: desk.printed() == printed, "the labels")
    desk.until(lambda: desk.runs_ended() == desk.runs(), "the end of the run")


def _receiver(simulator: Simulator, number: int) -> tuple[str, str, str]:
    answer = httpx.get(
        f"{simulator.url}/v1/shipments/{number}",
        headers={"Authorization": f"Bearer {simulator.token}"},
    ).json()
    one = answer["receiver"]
    return one["first_name"], one["last_name"], answer["custom_attributes"]["target_point"]
