"""manifest, track and returns: files, words and facts of what follows the label."""

from __future__ import annotations

from typing import Any

import pytest

from inpost_desk.labels.sheet import page_count
from tests.cli.conftest import Desk, courier, locker
from tests.simulator_process import MONDAY

METHOD = ("--sending-method", "dispatch_order")


def command(desk: Desk, *given: object) -> int:
    return desk.run(*given, *desk.address(), "--pace", 100, "--horizon", 6)


@pytest.fixture
def shipped(desk: Desk) -> list[dict[str, Any]]:
    """A locker parcel and one by courier, paid."""
    assert desk.ship(desk.file(locker("ZAM/1"), courier("ZAM/2")), *METHOD) == 0
    return desk.simulator.shipments()


@pytest.mark.usefixtures("shipped")
def test_a_manifest_as_a_file(desk: Desk) -> None:
    output = desk.folder / "manifest.pdf"
    assert command(desk, "manifest", "ZAM/1", "ZAM/2", "--output", output, "--json") == 0
    assert desk.json()["parcels"] == 2
    assert page_count(output.read_bytes()) == desk.json()["pages"]
    assert command(desk, "manifest", "--today", "--output", output) == 0
    assert "shipments: 2" in desk.out


@pytest.mark.usefixtures("shipped")
def test_a_manifest_that_is_not_clear(desk: Desk) -> None:
    output = desk.folder / "manifest.pdf"
    assert command(desk, "manifest", "--output", output) == 2
    assert command(desk, "manifest", "ZAM/1", "--today", "--output", output) == 2
    assert command(desk, "manifest", "ZAM/1") == 2
    for number in (0, 9):
        assert command(desk, "manifest", "--pickup", number, "--output", output) == 1
        assert f"There is no pickup {number}" in desk.err
    assert command(desk, "manifest", "ZAM/1", "--print") == 1
    assert "No printer for documents prints A4" in desk.err
    assert not output.exists()
    assert command(desk, "manifest", "ZAM/1", "ZAM/9", "--output", output) == 1
    assert "ZAM/9: not known here" in desk.err
    assert output.exists()


def test_where_a_parcel_of_somebody_else_is(
    desk: Desk, shipped: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.simulator.control("collect", {"ids": [one["id"] for one in shipped], "way": "delivered"})
    desk.simulator.advance(6 * 86_400)
    number = shipped[0]["tracking_number"]
    # Another desk, which has not heard of it and may not ask for more than anybody may see.
    monkeypatch.delenv("INPOST_DESK_TOKEN")
    assert desk.run("track", number, *desk.address(), "--json", folder="elsewhere") == 0
    (told,) = desk.json()
    assert (told["reference"], told["status"]) == ("", "delivered")
    assert [one["service"] for one in told["services"]] == ["inpost_locker_standard"]


def test_where_a_parcel_is(desk: Desk, shipped: list[dict[str, Any]]) -> None:
    number = shipped[0]["tracking_number"]
    desk.simulator.control("collect", {"ids": [one["id"] for one in shipped], "way": "delivered"})
    desk.simulator.advance(6 * 86_400)
    assert command(desk, "track", "ZAM/1", "--json") == 0
    (told,) = desk.json()
    assert (told["status"], told["tracking_number"]) == ("delivered", number)
    assert told["way"][0]["status"] == "delivered"
    assert len(told["way"]) > 2
    assert command(desk, "track", number) == 0
    assert "ZAM/1" in desk.out
    assert desk.out.count("\n") > 3
    assert command(desk, "track", "ZAM/1", "520999999999999999999999") == 1
    assert "no such number" in desk.err
    assert "ZAM/1" in desk.out


@pytest.mark.usefixtures("shipped")
def test_without_a_line_the_last_that_is_known_is_told(desk: Desk) -> None:
    desk.simulator.faults({"do": "outage"})
    assert command(desk, "track", "ZAM/1", "ZAM/2") == 4
    assert "ZAM/1" in desk.out
    assert "ZAM/2" in desk.out
    assert "what was last known here" in desk.err


def test_everything_is_read_again(desk: Desk, shipped: list[dict[str, Any]]) -> None:
    assert command(desk, "track", "--refresh", "--json") == 0
    assert desk.json()["left"] == 0
    assert command(desk, "track") == 2
    desk.simulator.control("collect", {"ids": [one["id"] for one in shipped], "way": "delivered"})
    desk.simulator.advance(6 * 86_400)
    assert command(desk, "track", "--refresh", "--json") == 0
    assert (desk.json()["looked"], desk.json()["changed"]) == (2, 2)


@pytest.mark.usefixtures("shipped")
def test_return_labels(desk: Desk) -> None:
    output = desk.folder / "returns.pdf"
    assert command(desk, "returns", "label", "ZAM/2", "--output", output) == 0
    assert page_count(output.read_bytes()) == 1
    assert command(desk, "returns", "label", "ZAM/1", "ZAM/2", "--output", output, "--json") == 1
    assert desk.json()["left_out"] == [{"reference": "ZAM/1", "rule": "return_only_courier"}]
    assert "courier services only" in desk.err


def test_what_came_back(desk: Desk, shipped: list[dict[str, Any]]) -> None:
    assert command(desk, "returns", "list") == 0
    assert "Nothing comes back" in desk.out
    desk.simulator.control("collect", {"ids": [shipped[0]["id"]], "way": "uncollected"})
    desk.simulator.advance(30 * 86_400)
    assert command(desk, "track", "ZAM/1") == 0
    assert command(desk, "returns", "list", "--json") == 0
    (one,) = desk.json()
    assert (one["reference"], one["received_at"]) == ("ZAM/1", None)
    number = one["return_number"] or one["tracking_number"]
    assert command(desk, "returns", "received", number, "nothing", "--json") == 1
    assert [line["outcome"] for line in desk.json()][1] == "unknown"


def test_cash_on_delivery(desk: Desk) -> None:
    desk.simulator.control("clock", {"set": MONDAY})
    rows = [locker(f"ZAM/{n}", cod="50") for n in (1, 2)]
    assert desk.ship(desk.file(*rows), *METHOD) == 0
    ids = [one["id"] for one in desk.simulator.shipments()]
    desk.simulator.control("way", {"id": ids[0], "way": "delivered", "cod_held": True})
    desk.simulator.control("collect", {"ids": ids, "way": "delivered"})
    desk.simulator.advance(20 * 86_400)
    assert command(desk, "track", "ZAM/1", "ZAM/2") == 0
    days = ("--since", "2026-03-02", "--until", "2026-03-20")
    output = desk.folder / "cod.csv"
    assert command(desk, "returns", "cod", *days, "--output", output, "--json") == 1
    assert [one["reference"] for one in desk.json()["not_paid_out"]] == ["ZAM/1"]
    assert [one["amount"] for one in desk.json()["lines"]] == ["50.00"]
    assert output.read_bytes().startswith(b"numer_przesylki")
    assert command(desk, "returns", "cod", *days) == 1
    assert "50,00 zł not paid out" in desk.err
    assert command(desk, "returns", "cod", "--since", "2026-03-02", "--until", "2026-03-01") == 2
    with pytest.raises(SystemExit) as caught:
        command(desk, "returns", "cod", "--since", "2026-03-02", "--until", "soon")
    assert caught.value.code == 2
