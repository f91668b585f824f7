"""Three mistakes of an order file put right from the keyboard alone; each order is then shipped once."""

from __future__ import annotations

import json
from pathlib import Path

from tests.actions.order_specimens import HEADER, csv_text, locker_row
from tests.simulator_process import Simulator
from tests.window import paper
from tests.window.conftest import Printer
from tests.window.program import Program
from tests.window.screen import Screen

ROWS = (
    locker_row("ZAM/1", telefon="501200001"),
    locker_row("ZAM/2", telefon="501200002", e_mail="anna@gmail,com"),
    locker_row("ZAM/3", telefon="501200003"),
    locker_row("ZAM/4", telefon="501200004", rozmiar="średnia paczka"),
    locker_row("ZAM/5", telefon="50120000"),
)


def test_three_mistakes_are_mended_from_the_keyboard(
    screen: Screen, desk: Program, printer: Printer, simulator: Simulator, tmp_path: Path
) -> None:
    file = tmp_path / "zamowienia.csv"
    file.write_text(csv_text([HEADER, *ROWS]), "utf-8")
    desk.start(str(file))
    desk.until(lambda: len(_wrong(desk)) == 3, "the orders")
    assert _wrong(desk) == {2: "email", 4: "size", 5: "phone"}
    screen.rest()
    # The first problem has the keyboard; round the end, F8 comes back to it.
    for _ in range(3):
        screen.press("F8")
    screen.rest()
    desk.press_until(["1"], lambda: 2 not in _wrong(desk), "the first answer for the e-mail")
    screen.rest()
    desk.press_until(["1"], lambda: 4 not in _wrong(desk), "the first answer for the size")
    screen.rest()
    _mend_telephone(desk, "501200005")
    # Undone, it is wrong again; then it is put right once more.
    desk.press_until(["ctrl+z"], lambda: 5 in _wrong(desk), "the last change taken back")
    assert set(_wrong(desk)) == {5}
    screen.rest()
    screen.press("F8")
    screen.rest()
    _mend_telephone(desk, "501200009")

    desk.run()
    desk.until(lambda: desk.printed() == len(ROWS), "the labels")
    desk.until(lambda: desk.runs_ended() == 1, "the end of the run")
    assert desk.close() == 0
    bought = {one["reference"]: one["tracking_number"] for one in simulator.shipments()}
    assert len(simulator.shipments()) == len(bought) == len(ROWS)
    assert paper.numbers(printer.tray) == [bought[f"ZAM/{number}"] for number in range(1, 6)]
    assert json.loads(desk.cells(2))["email"] == "anna@gmail.com"
    assert json.loads(desk.cells(5))["phone"] == "501200009"


def test_a_digit_means_the_row_one_stands_on(screen: Screen, desk: Program, tmp_path: Path) -> None:
    file = tmp_path / "zamowienia.csv"
    rows = [locker_row(f"ZAM/{n}", e_mail=f"anna{n}@gmail,com") for n in range(1, 41)]
    file.write_text(csv_text([HEADER, *rows]), "utf-8")
    desk.start(str(file))
    desk.until(lambda: len(_wrong(desk)) == 40, "the orders")
    screen.rest()
    # Faster than any panel can follow.
    screen.press("Down", "Down", "F8", "1")
    screen.rest()
    desk.press_until(["1"], lambda: len(_wrong(desk)) < 40, "an answer")
    assert set(range(1, 41)) - set(_wrong(desk)) == {4}
    assert desk.close() == 0


def _mend_telephone(desk: Program, number: str) -> None:
    """F2 opens the cell with its text chosen; what is typed takes its place."""
    desk.screen.press("F2")
    desk.screen.rest(0.1)
    desk.screen.type(number)
    desk.screen.press("Return")
    desk.until(lambda: 5 not in _wrong(desk), "the telephone")
    desk.screen.rest()


def _wrong(desk: Program) -> dict[int, str]:
    rows = desk.ask("SELECT row, field FROM pile_rows WHERE rule != '' ORDER BY row")
    return {row["row"]: row["field"] for row in rows}
