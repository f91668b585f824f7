"""Prices of shipments that do not exist, and cost centres."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.shop import Shop, courier, locker, money, parcel


def calculate(shop: Shop, *rows: dict[str, Any]) -> Any:
    return shop.http.post(f"{shop.path}/shipments/calculate", json={"shipments": list(rows)})


def test_the_calculated_price_is_the_price_paid(prepaid: Shop) -> None:
    body = locker(cod=money(100), insurance=money(100))
    [row] = calculate(prepaid, {"id": "A", **body}).json()
    assert row == {
        "id": "A",
        "calculated_charge_amount": "21.49",
        "fuel_charge_amount": "0.00",
        "notification_charge_amount": "0.00",
        "cod_charge_amount": "3.50",
        "insurance_charge_amount": "1.50",
        "calculated_charge_amount_non_commission": "16.49",
    }
    assert prepaid.simulator.shipments() == []
    prepaid.bought(body)
    assert prepaid.simulator.shipments()[0]["charged"] == 21.49


@pytest.mark.parametrize(
    ("body", "total"),
    [
        (courier(), "22.39"),
        (courier(parcels=[parcel("1"), parcel("2")]), "44.78"),
        (courier(additional_services=["sms", "saturday"]), "37.84"),
        (courier(service="inpost_courier_express_1200"), "44.79"),
        (courier(service="inpost_courier_palette"), "211.68"),
        (
            courier(
                parcels=[parcel("1", dimensions={"length": 1300, "width": 500, "height": 500})]
            ),
            "117.59",
        ),
        (courier(service="inpost_courier_c2c"), "20.99"),
        (locker(parcels=[parcel("1")]), "18.49"),
    ],
)
def test_prices(prepaid: Shop, body: dict[str, Any], total: str) -> None:
    services = prepaid.http.get(prepaid.path).json()["services"]
    more = ["inpost_courier_standard", "inpost_courier_express_1200", "inpost_courier_palette"]
    prepaid.simulator.control("account", {"services": [*services, *more]})
    assert calculate(prepaid, body).json()[0]["calculated_charge_amount"] == total


def test_postpaid_learns_no_prices(shop: Shop) -> None:
    rows = calculate(shop, {"id": "A", **locker()}, {"id": "B", **courier()}).json()
    assert [row.pop("id") for row in rows] == ["A", "B"]
    assert {value for row in rows for value in row.values()} == {None}


def test_rows_that_cannot_be_calculated(prepaid: Shop) -> None:
    bad = {"id": "ZŁY", **locker(custom_attributes={"target_point": "NIE01"})}
    assert calculate(prepaid, {"id": "A", **locker()}, bad).json()["details"] == {
        "shipments": [{"ZŁY": {"custom_attributes": [{"target_point": ["does_not_exist"]}]}}]
    }
    assert calculate(prepaid, locker(), locker()).json()["details"] == {
        "shipments": [{"0": {"id": ["required"]}, "1": {"id": ["required"]}}]
    }
    assert calculate(prepaid, locker(service=None)).json()["details"] == {
        "shipments": [{"0": {"service": ["required"]}}]
    }
    refused = calculate(prepaid, locker(additional_services=["sms"]))
    assert refused.status_code == 400
    assert refused.json() == {
        "status": 400,
        "unavailability_reasons": [{"shipment": "additional_service_sms_unavailable"}],
    }


def test_cost_centres_are_kept_and_named_by_shipments(shop: Shop) -> None:
    path = f"{shop.path}/mpks"
    answer = shop.http.post(path, json={"name": "Lampy", "description": "Dział lamp"})
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"].endswith(f"/v1/mpks/{made['id']}")
    assert list(made) == ["href", "id", "name", "description", "created_at", "updated_at"]
    assert shop.http.get(f"/v1/mpks/{made['id']}").json() == made
    listed = shop.http.get(path)
    assert [one["name"] for one in listed.json()["items"]] == ["Lampy", "SKLEP", "MAGAZYN"]
    assert (listed.json()["count"], listed.json()["per_page"]) == (3, 30)
    assert 'rel="last"' in listed.headers["link"]
    changed = shop.http.put(f"/v1/mpks/{made['id']}", json={"name": "Żarówki"}).json()
    assert (changed["name"], changed["description"]) == ("Żarówki", "Dział lamp")
    created = shop.create(locker(mpk="Żarówki"))
    assert created["mpk"] == {"id": made["id"], "name": "Żarówki"}
    assert shop.details(locker(mpk="Lampy")) == {"mpk": ["does_not_exist"]}
    assert shop.details(locker(mpk="x" * 256)) == {"mpk": ["too_long"]}


def test_cost_centres_are_refused_and_others_unseen(shop: Shop, prepaid: Shop) -> None:
    path = f"{shop.path}/mpks"
    for body, key in (
        ({}, "required"),
        ({"name": "SKLEP"}, "invalid"),
        ({"name": "x" * 256}, "too_long"),
    ):
        assert shop.http.post(path, json=body).json()["details"] == {"name": [key]}
    assert prepaid.http.get(path).status_code == 403
    made = shop.http.post(path, json={"name": "Lampy"}).json()
    assert prepaid.http.get(f"/v1/mpks/{made['id']}").status_code == 404
    assert shop.http.get(f"{shop.path}/services").json()["error"] == "routing_not_found"
