"""`select_offers` and `bulk_buy`: all or nothing, then one by one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.shop import Shop, locker

Row = dict[str, Any]


def rows(shop: Shop, count: int) -> list[Row]:
    """Rows for as many fresh shipments, each with its cheapest offer prepared."""
    made = [shop.create(locker(service=None))["id"] for _ in range(count)]
    shop.simulator.advance(2)
    return [
        {"id": f"R{index}", "shipment_id": id_, "offer_id": available(shop, id_)}
        for index, id_ in enumerate(made)
    ]


def available(shop: Shop, shipment_id: int) -> int:
    offers = shop.read(shipment_id)["offers"]
    offer: int = next(one["id"] for one in offers if one["status"] == "available")
    return offer


def call(shop: Shop, name: str, given: object) -> Any:
    return shop.http.post(f"{shop.path}/shipments/{name}", json={"shipments": given})


def statuses(shop: Shop) -> list[str]:
    return [one["status"] for one in shop.simulator.shipments()]


def test_selecting_many_and_buying_them_one_by_one(shop: Shop) -> None:
    shop.simulator.faults(seconds_per_row=1000.0, offer_life=10_000.0)
    given = rows(shop, 3)
    answer = call(shop, "select_offers", given)
    assert (answer.status_code, answer.content) == (204, b"")
    assert statuses(shop) == ["offer_selected"] * 3
    assert call(shop, "bulk_buy", given).status_code == 204
    seen = []
    for _ in range(3):
        shop.simulator.advance(500)
        seen.append(statuses(shop).count("confirmed"))
        shop.simulator.advance(500)
    assert seen == [1, 2, 3]
    assert [one["payments"] for one in shop.simulator.shipments()] == [1, 1, 1]


def test_buying_many_without_selecting(shop: Shop) -> None:
    given = rows(shop, 2)
    assert call(shop, "bulk_buy", given).status_code == 204
    again = call(shop, "bulk_buy", given[:1]).json()
    assert again["details"] == {"shipments": [{"R0": {"shipment": ["already_bought"]}}]}
    shop.simulator.advance(5)
    assert statuses(shop) == ["confirmed", "confirmed"]


@pytest.mark.parametrize("name", ["select_offers", "bulk_buy"])
def test_one_bad_row_refuses_them_all(shop: Shop, prepaid: Shop, name: str) -> None:
    good, other, late = *rows(shop, 2), rows(prepaid, 1)[0]
    bad = [
        good,
        {"id": "brak", "shipment_id": 1, "offer_id": 1},
        {"id": "obcy", "shipment_id": late["shipment_id"], "offer_id": late["offer_id"]},
        other | {"id": 7, "offer_id": 1},
        {"id": "pusty"},
        {"id": "słowo", "shipment_id": "x", "offer_id": 1},
        {"shipment_id": 1, "offer_id": 1},
        good | {"id": "znowu"},
    ]
    answer = call(shop, name, bad)
    assert (answer.status_code, answer.json()["error"]) == (400, "validation_failed")
    assert answer.json()["details"] == {
        "shipments": [
            {
                "brak": {"shipment_id": ["resource_not_found"]},
                "obcy": {"shipment_id": ["resource_not_found"]},
                "7": {"offer_id": ["offer_unavailable"]},
                "pusty": {"shipment_id": ["required"]},
                "słowo": {"shipment_id": ["not_an_integer"]},
                "6": {"id": ["required"], "shipment_id": ["resource_not_found"]},
                "znowu": {"shipment_id": ["invalid"]},
            }
        ]
    }
    shop.simulator.advance(5)
    assert set(statuses(shop)) == {"offers_prepared"}


@pytest.mark.parametrize("name", ["select_offers", "bulk_buy"])
def test_limits_and_expiry(shop: Shop, name: str) -> None:
    given = rows(shop, 1)
    assert call(shop, name, []).json()["details"] == {"shipments": ["required"]}
    assert call(shop, name, given * 101).json()["details"] == {"shipments": ["too_long"]}
    shop.simulator.advance(301)
    late = call(shop, name, given).json()
    assert late["details"] == {"shipments": [{"R0": {"offer_id": ["offer_expired"]}}]}


def test_an_offer_that_expires_in_the_queue_is_a_failed_payment(shop: Shop) -> None:
    shop.simulator.faults(seconds_per_row=400.0)
    given = rows(shop, 2)
    call(shop, "bulk_buy", given)
    shop.simulator.advance(500)
    assert statuses(shop) == ["confirmed", "offers_prepared"]
    [failure] = shop.read(given[1]["shipment_id"])["transactions"]
    assert (failure["status"], failure["details"]["error"]) == ("failure", "offer_expired")


def test_what_waits_to_be_bought_can_be_cancelled_but_not_edited(shop: Shop) -> None:
    shop.simulator.faults(seconds_per_row=100.0)
    given = rows(shop, 2)
    call(shop, "bulk_buy", given)
    path = f"/v1/shipments/{given[1]['shipment_id']}"
    assert shop.http.put(path, json={"comments": "x"}).json()["error"] == "invalid_action"
    assert shop.http.delete(path).status_code == 204
    shop.simulator.advance(200)
    assert statuses(shop) == ["confirmed", "canceled"]


def test_failures_of_a_bulk_purchase_are_transactions(prepaid: Shop) -> None:
    given = rows(prepaid, 2)
    prepaid.simulator.control("balance", {"amount": 20})
    assert call(prepaid, "bulk_buy", given).status_code == 204
    prepaid.simulator.advance(5)
    assert statuses(prepaid) == ["confirmed", "offer_selected"]
    prepaid.simulator.control("balance", {"amount": 20})
    assert call(prepaid, "bulk_buy", given[1:]).status_code == 204
    prepaid.simulator.advance(5)
    assert statuses(prepaid) == ["confirmed", "confirmed"]


def test_other_organisations_are_forbidden(shop: Shop, prepaid: Shop) -> None:
    for name in ("select_offers", "bulk_buy", "calculate"):
        answer = prepaid.http.post(f"{shop.path}/shipments/{name}", json={"shipments": []})
        assert (answer.status_code, answer.json()["error"]) == (403, "forbidden")
