"""`ship` with Paczka w Weekend while InPost takes none."""

from __future__ import annotations

import pytest

from inpost_desk.domain.shipment import ShipmentId
from tests.actions.shop import client_of
from tests.cli.conftest import Desk, locker
from tests.simulator_process import MONDAY
from tests.weekend_hours import THURSDAY_NIGHT

METHOD = ("--sending-method", "parcel_locker")


def weekend(reference: str) -> str:
    return locker(reference).removesuffix("NIE") + "TAK"


@pytest.fixture
def monday(desk: Desk) -> Desk:
    desk.simulator.control("clock", {"set": MONDAY})
    return desk


def test_without_an_answer_nothing_is_bought(monday: Desk) -> None:
    path = monday.file(locker("R-01"), weekend("R-02"))
    assert monday.ship(path, *METHOD) == 2
    assert "--weekend wait" in monday.err
    assert monday.simulator.shipments() == []


def test_rows_that_wait_go_when_the_window_is_open(monday: Desk) -> None:
    path = monday.file(locker("R-01"), weekend("R-02"))
    assert monday.ship(path, *METHOD, "--weekend", "wait") == 5
    assert monday.outcomes(path) == ["done", "waiting"]
    assert monday.result(path)[1]["rule"] == "weekend_shut"
    monday.simulator.control("clock", {"set": THURSDAY_NIGHT})
    assert monday.ship(path, *METHOD) == 0
    assert monday.outcomes(path) == ["done", "done"]
    assert bought(monday) == {"R-01": False, "R-02": True}


def test_rows_may_go_as_standard_parcels(monday: Desk) -> None:
    path = monday.file(locker("R-01"), weekend("R-02"))
    assert monday.ship(path, *METHOD, "--weekend", "standard") == 0
    assert "TAK → NIE" in monday.out
    assert bought(monday) == {"R-01": False, "R-02": False}


def test_a_file_of_nothing_else_waits_as_a_whole(monday: Desk) -> None:
    path = monday.file(weekend("R-01"))
    assert monday.ship(path, *METHOD, "--weekend", "wait") == 5
    assert (monday.outcomes(path), bought(monday)) == (["waiting"], {})


def bought(desk: Desk) -> dict[str, bool]:
    """What InPost has: whether each reference is a Paczka w Weekend."""
    with client_of(desk.simulator) as client:
        found = [client.shipment(ShipmentId(one["id"])) for one in desk.simulator.shipments()]
    return {one.reference: one.weekend for one in found}
