"""order hold|release|update: kept back or corrected before it is bought, on the desk or at InPost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Desk, courier, locker

METHOD = ("--sending-method", "dispatch_order")


def command(desk: Desk, *arguments: object) -> int:
    return desk.run(*arguments, *desk.address(), "--pace", 100, "--horizon", 6)


@pytest.fixture
def file(desk: Desk) -> Path:
    return desk.file(locker("ZAM/1"), locker("ZAM/2", phone="502222222"))


def references(desk: Desk) -> list[str]:
    return sorted(str(one["reference"]) for one in desk.simulator.shipments())


def test_an_order_is_held_and_let_go_again(desk: Desk, file: Path) -> None:
    assert command(desk, "order", "hold", "ZAM/2", "--file", file) == 0
    assert "held back" in desk.out
    assert desk.ship(file, *METHOD) == 5
    assert references(desk) == ["ZAM/1"]
    assert desk.result(file)[1]["rule"] == "held"
    assert command(desk, "order", "release", "ZAM/2", "--json") == 0
    told = desk.json()
    assert (told["outcome"], told["rows"], told["file"]) == ("released", [2], "orders.csv")
    assert desk.ship(file) == 0
    assert references(desk) == ["ZAM/1", "ZAM/2"]


def test_an_order_is_corrected_before_it_is_sent(desk: Desk, file: Path) -> None:
    given = ("--size", "b", "--phone", "503 333 333", "--cod", "20")
    assert command(desk, "order", "update", "ZAM/2", "--file", file, *given) == 0
    assert "corrected on the desk" in desk.out
    assert desk.ship(file, *METHOD) == 0
    made = {one["reference"]: desk.at_inpost(one["id"]) for one in desk.simulator.shipments()}
    assert made["ZAM/2"]["receiver"]["phone"] == "503333333"
    assert made["ZAM/2"]["parcels"][0]["template"] == "medium"
    assert made["ZAM/1"]["parcels"][0]["template"] == "small"


def test_a_correction_that_is_a_mistake_is_named(desk: Desk, file: Path) -> None:
    assert command(desk, "order", "update", "ZAM/2", "--file", file, "--phone", "12", "--json") == 1
    assert [one["field"] for one in desk.json()["problems"]] == ["phone"]
    assert "telephone: “12”" in desk.err
    assert command(desk, "order", "update", "ZAM/2", "--phone", "503333333") == 0
    assert command(desk, "order", "update", "ZAM/2", "--point", "XXX999") == 1
    assert "XXX999" in desk.err
    assert command(desk, "order", "update", "ZAM/2", "--point", "KRA010") == 0


def test_a_mistake_of_the_file_is_corrected(desk: Desk) -> None:
    path = desk.file(locker("ZAM/1"), locker("ZAM/2", phone="1"))
    assert desk.ship(path, *METHOD) == 1
    assert command(desk, "order", "update", "ZAM/2", "--file", path, "--phone", "503333333") == 0
    assert desk.ship(path) == 0
    assert references(desk) == ["ZAM/1", "ZAM/2"]


def test_without_a_token_the_desk_can_be_changed(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INPOST_DESK_TOKEN")
    assert command(desk, "order", "update", "ZAM/2", "--file", file, "--size", "C") == 0
    assert command(desk, "order", "hold", "ZAM/2") == 0
    assert desk.simulator.shipments() == []


def test_what_is_bought_is_not_changed(desk: Desk, file: Path) -> None:
    desk.ship(file, *METHOD)
    for given in (("hold", "ZAM/1"), ("update", "ZAM/1", "--size", "B")):
        assert command(desk, "order", *given) == 1
        assert "inpost-desk replace ZAM/1" in desk.err
    assert command(desk, "order", "hold", "ZAM/1", "--file", file) == 1
    assert "InPost has it already" in desk.err


def test_an_order_nobody_knows(desk: Desk, file: Path) -> None:
    assert command(desk, "order", "hold", "ZAM/9") == 1
    assert "--file" in desk.err
    assert command(desk, "order", "hold", "ZAM/9", "--file", file) == 1
    assert command(desk, "order", "update", "ZAM/1") == 2
    assert "say what is to be different" in desk.err


def test_an_unpaid_shipment_is_corrected_at_inpost(prepaid: Desk) -> None:
    path = prepaid.file(courier("ZAM/1"))
    prepaid.ship(path, *METHOD, "--mode", "offer")
    assert command(prepaid, "order", "hold", "ZAM/1") == 1
    assert "inpost-desk cancel ZAM/1" in prepaid.err
    given = ("--street", "Polna 7", "--phone", "503333333")
    assert command(prepaid, "order", "update", "ZAM/1", *given) == 0
    assert "corrected at InPost" in prepaid.out
    (made,) = prepaid.simulator.shipments()
    assert prepaid.at_inpost(made["id"])["receiver"]["address"]["street"] == "Polna"
    assert command(prepaid, "order", "update", "ZAM/1", "--phone", "1") == 2
    assert "telephone: “1”" in prepaid.err
    assert command(prepaid, "order", "update", "ZAM/1", "--size", "B", "--json") == 0
    assert prepaid.json()["outcome"] == "updated"
    assert command(prepaid, "buy", "ZAM/1", "--offer", "cheapest") == 0
    assert [one["payments"] for one in prepaid.simulator.shipments()] == [1]


def test_correcting_at_inpost_needs_a_token(prepaid: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    prepaid.ship(prepaid.file(courier("ZAM/1")), *METHOD, "--mode", "offer")
    monkeypatch.delenv("INPOST_DESK_TOKEN")
    assert command(prepaid, "order", "update", "ZAM/1", "--size", "C") == 3
    assert "token" in prepaid.err
