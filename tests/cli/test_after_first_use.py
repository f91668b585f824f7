"""What somebody who had never used the commands after the label stumbled over."""

from __future__ import annotations

from typing import Any

import pytest

from inpost_desk.domain.pickup import PickupState
from inpost_desk.ledger import schema
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from tests.cli.conftest import Desk, locker
from tests.simulator_process import MONDAY

METHOD = ("--sending-method", "dispatch_order")
ORDER = ("pickup", "order", "--all", "--point", 3011)


def command(desk: Desk, *given: object) -> int:
    return desk.run(*given, *desk.address(), "--pace", 100, "--horizon", 6)


def gone(desk: Desk, *places: int, status: str = "collected_from_sender") -> None:
    """A courier took these."""
    made = desk.simulator.shipments()
    for place in places:
        desk.simulator.control("status", {"id": made[place]["id"], "status": status})


@pytest.fixture
def shop(desk: Desk) -> Desk:
    """Two parcels are paid on a Monday morning; couriers answer quickly."""
    desk.simulator.control("clock", {"set": MONDAY})
    desk.simulator.faults(pickup_after=0.1)
    assert desk.ship(desk.file(locker("R-01"), locker("R-02", phone="502345678")), *METHOD) == 0
    return desk


def test_a_courier_who_did_come_is_not_written_off(shop: Desk) -> None:
    assert command(shop, *ORDER) == 0
    gone(shop, 0)
    shop.simulator.advance(1200)
    assert command(shop, "pickup", "missed", 1, "--json") == 0
    assert shop.json()["gone"] == ["R-01"]
    assert shop.json()["place"] == "Magazyn główny"
    assert (
        "InPost or a courier has some parcels of order 1: R-01. The others are ready again."
        in shop.err
    )
    assert "“inpost-desk pickup cancel 1”" in shop.err
    shop.simulator.advance(3 * 86_400)
    assert command(shop, "pickup", "missed", 1) == 0
    assert "pickup cancel" not in shop.err


def test_where_every_parcel_is_gone_nothing_changes(shop: Desk) -> None:
    assert command(shop, *ORDER) == 0
    gone(shop, 0, 1)
    shop.simulator.advance(1200)
    assert command(shop, "pickup", "missed", 1) == 1
    assert "Nothing was changed: a courier did come" in shop.err
    assert command(shop, "pickup", "show", 1, "--json") == 0
    assert shop.json()["state"] == "sent"


def test_orders_are_listed_by_day_and_state(shop: Desk) -> None:
    assert command(shop, *ORDER) == 0
    days = (("--since", "2026-03-02"), ("--state", "sent"), ("Magazyn", "--state", "sent"))
    for given in days:
        assert command(shop, "pickup", "list", *given, "--json") == 0
        assert [one["id"] for one in shop.json()] == [1]
    for given in (("--since", "2026-03-03"), ("--state", "missed")):
        assert command(shop, "pickup", "list", *given) == 0
        assert shop.out == "There is no such order for a courier.\n"


def test_a_manifest_of_an_order_nobody_comes_for(shop: Desk) -> None:
    output = shop.folder / "manifest.pdf"
    assert command(shop, *ORDER) == 0
    assert command(shop, "manifest", "--pickup", 1, "--output", output) == 0
    assert shop.err == ""
    assert command(shop, "pickup", "cancel", 1) == 0
    assert command(shop, "manifest", "--pickup", 1, "--output", output) == 0
    assert "Pickup 1: called off. No courier comes by it" in shop.err
    assert output.exists()


def test_a_price_that_leaves_parcels_out_says_so(prepaid: Desk) -> None:
    rows = (locker("R-01"), locker("R-02", phone="502345678"))
    assert prepaid.ship(prepaid.file(*rows), *METHOD) == 0
    gone(prepaid, 1)
    assert command(prepaid, *ORDER, "--dry-run", "--json") == 0
    assert prepaid.json()["not_in_price"] == ["R-02"]
    assert prepaid.json()["price"] == "1.50"
    assert "the price is without them: R-02." in prepaid.err


def test_what_is_still_on_its_way_has_not_come_back(shop: Desk) -> None:
    gone(shop, 0)
    number = shop.simulator.shipments()[0]["tracking_number"]
    assert command(shop, "returns", "received", number, "--json") == 1
    assert shop.json() == [{"number": number, "reference": "R-01", "outcome": "on_its_way"}]
    assert "still on its way to the receiver" in shop.err
    assert command(shop, "returns", "list", "--json") == 0
    assert shop.json() == []
    gone(shop, 1, status="pickup_time_expired")
    back = shop.simulator.shipments()[1]["tracking_number"]
    assert command(shop, "returns", "received", back) == 0
    assert command(shop, "returns", "received", number, "--anyway") == 0
    assert command(shop, "returns", "list", "--json") == 0
    assert {one["reference"] for one in shop.json()} == {"R-01", "R-02"}


def test_cash_that_may_still_come_is_no_alarm(desk: Desk) -> None:
    desk.simulator.control("clock", {"set": MONDAY})
    assert desk.ship(desk.file(locker("R-01", cod="50")), *METHOD) == 0
    (made,) = desk.simulator.shipments()
    desk.simulator.control("way", {"id": made["id"], "way": "delivered", "cod_held": True})
    gone(desk, 0, status="delivered")
    assert command(desk, "track", "R-01") == 0
    days = ("--since", "2026-03-02", "--until", "2026-03-31")
    assert command(desk, "returns", "cod", *days) == 0
    assert "1, 50,00 zł. Not in time from 2026-03-10 on." in desk.out
    desk.simulator.advance(7 * 86_400)
    assert command(desk, "returns", "cod", *days, "--json") == 0
    assert desk.json()["alarm_from"] == "2026-03-10"
    desk.simulator.advance(86_400)
    assert command(desk, "returns", "cod", *days) == 1


def test_what_was_left_behind_is_noted_and_listed(shop: Desk) -> None:
    assert command(shop, "track", "--exceptions") == 0
    assert "no exception" in shop.out
    shop.simulator.faults(courier_comes=False, pickup_after=0.1)
    assert command(shop, *ORDER) == 0
    shop.simulator.advance(2 * 86_400)
    assert command(shop, "track", "--refresh", "--json") == 0
    facts: dict[str, Any] = shop.json()
    assert (facts["left_behind"], facts["mirrored"]) == (2, True)
    gone(shop, 0, status="rejected_by_receiver")
    assert command(shop, "track", "R-01") == 0
    assert command(shop, "track", "--exceptions", "--json") == 0
    told = {one["reference"]: one["concern"] for one in shop.json()}
    assert told == {"R-01": "refused", "R-02": "left_behind"}
    assert command(shop, "track", "--exceptions") == 0
    assert "look for it on the shelf" in shop.out
    assert command(shop, "track", "R-01", "--exceptions") == 2


def test_the_name_of_the_usual_place_is_kept(shop: Desk) -> None:
    assert command(shop, *ORDER, "--name", "Rampa 2") == 0
    url, organization = shop.simulator.url, shop.simulator.organization
    ledger = Ledger(ledger_folder(shop.folder / "data", api_url=url, organization=organization))
    with ledger.read() as connection:
        (row,) = connection.execute(schema.pickups.select())
    ledger.close()
    assert row.state == PickupState.SENT
    assert "Rampa 2" in row.asked
