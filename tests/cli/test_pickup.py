"""`pickup`: a courier ordered, followed, called off, and everything else said in words."""

from __future__ import annotations

import os

import httpx
import pytest

from inpost_desk import settings
from inpost_desk.domain.order import Address
from inpost_desk.domain.pickup import PickupRules
from tests.cli.conftest import Desk, locker

METHOD = ("--sending-method", "dispatch_order")
HERE = ("--street", "Polna 7", "--post-code", "25-002", "--city", "Kielce", "--phone", "500600702")
PATH = "/v1/organizations/*/dispatch_orders"


@pytest.fixture
def shop(desk: Desk) -> Desk:
    """Two parcels are paid; couriers answer quickly."""
    desk.simulator.faults(pickup_after=0.2)
    assert desk.ship(desk.file(locker("R-01"), locker("R-02", phone="502345678")), *METHOD) == 0
    return desk


def _pickup(desk: Desk, *arguments: object) -> int:
    return desk.run("pickup", *arguments, *desk.address(), "--pace", 100)


def _orders(desk: Desk) -> int:
    return len(desk.simulator.look("pickups"))


def test_a_courier_is_ordered_and_called_off(shop: Desk) -> None:
    assert _pickup(shop, "order", "--all", *HERE, "--hours", "8-16", "--dry-run") == 0
    assert "R-01, R-02" in shop.out
    assert _orders(shop) == 0
    assert _pickup(shop, "order", "r-01", "R-02", *HERE, "--hours", "8-16") == 0
    assert "courier ordered; parcels: 2; Polna 7, 25-002 Kielce" in shop.out
    assert _orders(shop) == 1
    assert _pickup(shop, "list", "--json") == 0
    (told,) = shop.json()
    assert (told["state"], told["parcels"]) == ("sent", ["R-01", "R-02"])
    assert _pickup(shop, "list") == 0
    assert "courier ordered" in shop.out
    assert _pickup(shop, "show", 1) == 0
    assert _pickup(shop, "cancel", 1) == 0
    assert "called off" in shop.out
    assert _pickup(shop, "missed", 1) == 1
    assert "no courier was to come" in shop.err
    assert _pickup(shop, "list", "R-02") == 0
    assert "called off" in shop.out
    assert _pickup(shop, "list", "R-77") == 0
    assert "There is no such order" in shop.out
    assert _pickup(shop, "show", 9) == 1
    assert "9" in shop.err


def test_a_courier_who_did_not_come(shop: Desk) -> None:
    assert _pickup(shop, "order", "R-01", "--point", 3011) == 0
    assert _pickup(shop, "missed", 1) == 0
    assert "did not come" in shop.out
    for more in ((), ("--dry-run",)):
        assert _pickup(shop, "order", "R-01", "--point", 3011, *more) == 1
        assert "--again" in shop.err
    assert _pickup(shop, "order", "R-01", "--point", 3011, "--again", "--dry-run") == 0
    assert _orders(shop) == 1
    # InPost still has the first one; it names the parcel, and nothing else is to blame.
    assert _pickup(shop, "order", "R-01", "--point", 3011, "--again") == 1
    assert "R-01: it is in another pickup order" in shop.err
    assert "of the order:" not in shop.err
    assert _pickup(shop, "cancel", 1) == 0
    assert _pickup(shop, "order", "R-01", "--point", 3011, "--again") == 0


def test_a_courier_ordered_elsewhere(shop: Desk) -> None:
    # Looked around a moment ago, so that only InPost's refusal tells.
    assert _pickup(shop, "list") == 0
    made = httpx.post(
        f"{shop.simulator.url}/v1/organizations/{shop.simulator.organization}/dispatch_orders",
        headers={"Authorization": f"Bearer {os.environ['INPOST_DESK_TOKEN']}"},
        json={
            "shipments": [one["id"] for one in shop.simulator.shipments()],
            "dispatch_point_id": 3011,
            "name": "M",
            "phone": "500600702",
            "office_hours": "8-16",
        },
    )
    number = made.json()["id"]
    assert _pickup(shop, "order", "--all", *HERE) == 1
    for reference in ("R-01", "R-02"):
        words = f"{reference}: InPost has it in order {number} already; a courier comes for it."
        assert words in shop.err
    assert "No courier comes" not in shop.err
    assert _orders(shop) == 1
    assert _pickup(shop, "show", 2) == 0
    assert f"({number})" in shop.out
    assert "parcels: 2; found at InPost." in shop.out
    assert _pickup(shop, "order", "--all", *HERE) == 1
    assert "No parcel is ready" in shop.err


def test_nothing_is_ordered_without_parcels_or_a_place(shop: Desk) -> None:
    assert _pickup(shop, "order", *HERE) == 2
    assert _pickup(shop, "order", "R-01", "--all", *HERE) == 2
    assert _pickup(shop, "order", "R-77", *HERE) == 1
    assert "R-77" in shop.err
    assert _pickup(shop, "order", "R-01") == 2
    assert "--point" in shop.err
    assert _pickup(shop, "order", "R-01", "--point", 3011, *HERE) == 2
    assert _pickup(shop, "order", "R-01", "--street", "Polna", "--city", "Kielce") == 2
    assert "--street: “Polna”" in shop.err
    assert "--post-code: " in shop.err
    assert _pickup(shop, "order", "R-01", *HERE, "--comment", "x" * 101) == 2
    assert _pickup(shop, "order", "R-01", *HERE[:-1], "12") == 2
    assert _pickup(shop, "list") == 0
    assert "No courier" in shop.out
    assert _orders(shop) == 0


def test_the_settings_know_the_usual_place(shop: Desk) -> None:
    rules = PickupRules(address=Address("Polna", "7", "Kielce", "25-002"), name="Magazyn")
    settings.change(shop.folder / "data", pickup=rules)
    assert _pickup(shop, "order", "--all", "--json") == 0
    assert shop.json()["place"] == "Magazyn, Polna 7, 25-002 Kielce"
    assert _pickup(shop, "order", "--all") == 1
    assert "No parcel is ready" in shop.err


def test_the_parts_of_an_order_go_together(desk: Desk) -> None:
    desk.simulator.faults(pickup_after=0.1)
    file = desk.file(locker("R-01"), locker("R-01"))
    assert desk.ship(file, *METHOD, "--repeated", "parcels") == 0
    assert _pickup(desk, "order", "r-01", *HERE, "--json") == 0
    assert desk.json()["parcels"] == ["R-01-1/2", "R-01-2/2"]


def test_parcels_that_cannot_go_are_named(shop: Desk) -> None:
    file = shop.file(locker("R-03", phone="503456789"), name="more.csv")
    assert shop.ship(file, "--sending-method", "parcel_locker") == 0
    for more in ((), ("--dry-run",)):
        assert _pickup(shop, "order", "R-01", "R-03", *HERE, *more) == 1
        assert "R-03: posted in a Paczkomat" in shop.err
    assert _pickup(shop, "order", "R-03", *HERE, "--json") == 1
    assert shop.json()["parcels"] == [{"reference": "R-03", "rule": "in_locker"}]
    assert _orders(shop) == 0


def test_an_order_that_is_turned_down(shop: Desk) -> None:
    shop.simulator.faults(reject_pickups="address_not_served", pickup_after=0.1)
    assert _pickup(shop, "order", "--all", *HERE) == 1
    assert "turned down" in shop.err
    assert "without the parcels named here" not in shop.err
    assert _pickup(shop, "cancel", 1) == 1
    assert "nothing to call off" in shop.err
    assert _pickup(shop, "order", "--all", "--point", 99) == 1
    assert "InPost does not take this place" in shop.err
    assert _pickup(shop, "order", "--all", *HERE, "--email", "x") == 1
    assert "e-mail: " in shop.err
    shop.simulator.faults({"do": "too_many", "method": "POST", "path": PATH})
    assert _pickup(shop, "order", "--all", *HERE) == 4
    assert _pickup(shop, "show", 4) == 0
    assert "could not be sent" in shop.out


def test_a_lost_answer_is_still_unsure(shop: Desk) -> None:
    shop.simulator.faults({"do": "cut", "method": "POST", "path": PATH})
    assert _pickup(shop, "order", "--all", *HERE, "--no-wait") == 5
    assert "to be settled" in shop.err
    assert _pickup(shop, "list") == 5
    shop.simulator.faults({"do": "slow", "seconds": 0.1}, pickup_after=60)
    assert _pickup(shop, "show", 1) == 5
    assert _pickup(shop, "cancel", 1) == 5


def test_an_end_that_inpost_refuses(shop: Desk) -> None:
    assert _pickup(shop, "order", "R-01", *HERE) == 0
    first = shop.simulator.shipments()[0]["id"]
    forced = {"id": first, "status": "collected_from_sender"}
    shop.simulator.control("status", forced)
    assert _pickup(shop, "cancel", 1) == 1
    assert shop.err


def test_the_places_couriers_know(shop: Desk) -> None:
    assert _pickup(shop, "points") == 0
    assert "Magazyn główny" in shop.out
    assert _pickup(shop, "points", "--json") == 0
    assert [one["id"] for one in shop.json()] == [3013, 3012, 3011]


def test_a_price_beforehand(prepaid: Desk) -> None:
    prepaid.simulator.faults(pickup_after=0.1)
    assert prepaid.ship(prepaid.file(locker("R-01")), *METHOD) == 0
    assert _pickup(prepaid, "order", "--all", *HERE, "--dry-run", "--json") == 0
    assert prepaid.json()["price"] == "1.50"
    assert _pickup(prepaid, "order", "--all", *HERE) == 0
    assert "1,50 zł" in prepaid.out
    assert _pickup(prepaid, "missed", 1) == 0
    assert _pickup(prepaid, "order", "--all", *HERE) == 1
    assert "Another courier costs about 1,50 zł." in prepaid.err
