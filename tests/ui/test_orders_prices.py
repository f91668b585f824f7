"""What the main button would cost: with prepaid accounts only, and never in anybody's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.order import Field
from inpost_desk.domain.stage import Stage
from tests.cli.conftest import locker
from tests.simulator_process import Simulator
from tests.ui.orders_desk import Window, lockers, window

ONE_SMALL = "16,49"
CALCULATE = {"method": "POST", "path": "*/calculate"}


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path, prepaid=True) as made:
        yield made


@pytest.fixture
def postpaid(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def main_words(desk: Window) -> str:
    return desk.button("Create and print").text().replace("\N{NO-BREAK SPACE}", " ")


def asked(desk: Window) -> int:
    return sum(one["path"].endswith("/calculate") for one in desk.simulator.log())


def settled(desk: Window) -> None:
    """Until the rows have come to rest and nobody is asked any more."""
    desk.until(lambda: not desk.page.guide.prices._rest.isActive())
    desk.rest()


def test_the_sum_stands_on_the_button_and_in_the_panel(desk: Window) -> None:
    desk.take(*lockers(3))
    desk.until(lambda: main_words(desk) == "Create and print (3) · 49,47 zł")
    desk.page.table.setCurrentIndex(desk.page.table.model().index(-1, -1))
    notes = desk.page.side.panel.notes.lines
    desk.until(lambda: [one[-8:-3] for one in notes.texts()] == ["49,47"])
    assert asked(desk) == 1


def test_only_what_is_new_is_asked_about(desk: Window) -> None:
    desk.take(*lockers(3))
    desk.until(lambda: "49,47" in main_words(desk))
    desk.page.piling.edit({2: {Field.SIZE: "B"}})
    desk.until(lambda: "51,47" in main_words(desk))
    assert asked(desk) == 2
    desk.page.piling.undo()
    desk.until(lambda: "49,47" in main_words(desk))
    desk.page.piling.hold([3], held=True)
    desk.until(lambda: main_words(desk) == "Create and print (2) · 32,98 zł")
    assert asked(desk) == 2


def test_the_selection_has_its_own_sum(desk: Window) -> None:
    desk.take(*lockers(3))
    desk.until(lambda: "49,47" in main_words(desk))
    desk.select(1, 2)
    desk.until(lambda: main_words(desk) == "Create and print selected (2) · 32,98 zł")
    assert desk.stages() == [Stage.READY] * 3


def test_an_account_with_invoices_has_no_price_and_is_asked_once(postpaid: Window) -> None:
    postpaid.take(*lockers(2))
    settled(postpaid)
    postpaid.page.piling.edit({2: {Field.SIZE: "B"}})
    settled(postpaid)
    assert main_words(postpaid) == "Create and print (2)"
    assert (asked(postpaid), postpaid.notices) == (1, {})


@pytest.mark.parametrize("fault", [{"do": "error", "status": 500}, {"do": "cut"}])
def test_without_an_answer_there_is_no_price_and_no_complaint(
    desk: Window, fault: dict[str, object]
) -> None:
    desk.simulator.faults({**fault, **CALCULATE})
    desk.take(*lockers(2))
    settled(desk)
    desk.until(lambda: asked(desk))
    settled(desk)
    assert main_words(desk) == "Create and print (2)"
    assert desk.notices == {}
    desk.simulator.faults()
    desk.create_and_print()
    assert desk.stages() == [Stage.PRINTED] * 2


def test_a_hundred_at_a_time(desk: Window) -> None:
    rows = [locker(f"R-{number:03}", cod=f"{number + 1},00") for number in range(130)]
    desk.take(*rows)
    settled(desk)
    desk.until(lambda: asked(desk) == 2)
    settled(desk)
    bodies = [len(one["body"]["shipments"]) for one in desk.simulator.log() if "body" in one]
    assert not bodies or max(bodies) == 100
    assert asked(desk) == 2
