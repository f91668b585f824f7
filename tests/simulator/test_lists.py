"""Lists: filters, order, pages, lag, the echoed address."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.shop import Shop, courier, locker, money


@pytest.fixture
def filled(shop: Shop) -> Shop:
    """A locker parcel with a key, and a courier parcel with cash on delivery a minute later."""
    shop.create(locker(external_customer_id="klucz-1"))
    shop.simulator.advance(60)
    shop.create(courier(cod=money(120), insurance=money(120)))
    shop.simulator.advance(60)
    return shop


def references(shop: Shop, **query: Any) -> list[str]:
    return [item["reference"] for item in shop.listed(**query)["items"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["ZAM/2032", "ZAM/2031"]),
        ({"sort_order": "asc"}, ["ZAM/2031", "ZAM/2032"]),
        ({"sort_by": "cod_amount", "sort_order": "desc"}, ["ZAM/2032", "ZAM/2031"]),
        ({"sort_by": "reference"}, ["ZAM/2032", "ZAM/2031"]),
        ({"service": "inpost_locker_standard"}, ["ZAM/2031"]),
        ({"service": "inpost_locker_standard,inpost_courier_standard"}, ["ZAM/2032", "ZAM/2031"]),
        ({"status": "confirmed", "carrier": "inpost_courier"}, ["ZAM/2032"]),
        ({"status": "created"}, []),
        ({"external_customer_id": "klucz-1"}, ["ZAM/2031"]),
        ({"receiver_phone": "500600701"}, ["ZAM/2032"]),
        ({"receiver_city": "Kielce"}, ["ZAM/2032"]),
        ({"receiver_email": "ala@example.test"}, ["ZAM/2031"]),
        ({"sender_post_code": "30-001"}, ["ZAM/2032", "ZAM/2031"]),
        ({"cod_amount_gteq": "120"}, ["ZAM/2032"]),
        ({"cod_amount_gteq": "120.01"}, []),
        ({"insurance_amount_lteq": "120"}, ["ZAM/2032"]),
        ({"sending_method": "dispatch_order"}, ["ZAM/2032", "ZAM/2031"]),
        ({"end_of_week_collection": "true"}, []),
        ({"offers_status": "bought"}, ["ZAM/2032", "ZAM/2031"]),
        ({"tracking_number_cont": "520999"}, ["ZAM/2032"]),
        ({"reference": "ZAM/2031"}, ["ZAM/2032", "ZAM/2031"]),
        ({"page": "2", "per_page": "1"}, ["ZAM/2031"]),
        ({"page": "9"}, []),
        ({"page": "0", "per_page": "500"}, ["ZAM/2032", "ZAM/2031"]),
    ],
)
def test_filters(filled: Shop, query: dict[str, str], found: list[str]) -> None:
    assert references(filled, **query) == found


def test_times_filter_to_the_millisecond(filled: Shop) -> None:
    newest, oldest = filled.listed()["items"]
    assert references(filled, created_at_gteq=newest["created_at"]) == ["ZAM/2032"]
    assert references(filled, created_at_lteq=oldest["created_at"]) == ["ZAM/2031"]
    assert references(filled, created_at=oldest["created_at"]) == ["ZAM/2031"]
    assert references(filled, created_at_gteq="4102444800") == []
    refused = filled.http.get(f"{filled.path}/shipments?created_at_gteq=wczoraj")
    assert refused.json()["details"] == {"created_at_gteq": ["invalid"]}


def test_the_echo_keeps_only_what_was_understood(filled: Shop) -> None:
    answer = filled.http.get(
        f"{filled.path}/shipments", params={"status": "confirmed", "nonsense": "1", "per_page": "1"}
    )
    body = answer.json()
    assert body["href"] == (
        f"http://127.0.0.1:{filled.simulator.port}{filled.path}/shipments"
        "?owner_id=2002&page=1&per_page=1&sort_by=id&sort_order=desc&status=confirmed"
    )
    assert (body["count"], body["page"], body["per_page"]) == (2, 1, 1)
    for relation in ("next", "last", "previous", "first"):
        assert f'rel="{relation}"' in answer.headers["link"]
    assert "page=2" in answer.links["next"]["url"]


def test_ids_are_found_at_once_and_bad_ones_refuse_the_call(shop: Shop) -> None:
    shop.simulator.faults(list_lag=5.0)
    id_ = shop.create(locker())["id"]
    assert shop.ids(id=id_) == [id_]
    assert shop.ids(id=f"{id_},999") == [id_]
    assert shop.ids() == []
    assert shop.ids(created_at_gteq="2020-01-01") == []
    shop.simulator.advance(6)
    assert shop.ids() == [id_]
    for bad in ("0", "abc", str(2**63 + 1), f"{id_},-1"):
        answer = shop.http.get(f"{shop.path}/shipments", params={"id": bad})
        key = f"id_{bad.split(',')[-1]}_does_not_exist"
        assert answer.json()["details"] == {"shipment": [key]}


def test_cancelled_shipments_leave_lists(shop: Shop) -> None:
    shop.simulator.faults(confirm_after=1000.0)
    id_ = shop.create(locker())["id"]
    shop.http.delete(f"/v1/shipments/{id_}")
    assert shop.ids() == shop.ids(id=id_) == []
    assert shop.read(id_)["status"] == "canceled"


def test_some_accounts_do_not_give_keys_back(shop: Shop) -> None:
    shop.simulator.faults(return_keys=False, key_filter=False)
    body = locker(external_customer_id="k", parcels=[{"id": "k", "template": "small"}])
    created = shop.create(body)
    assert created["external_customer_id"] is None
    assert created["parcels"][0]["identify_number"] is None
    found = shop.listed(external_customer_id="inny")
    assert found["count"] == 1
    assert "external_customer_id" not in found["href"]
    [truth] = shop.simulator.shipments()
    assert (truth["external_customer_id"], truth["identify_numbers"]) == ("k", ["k"])


def test_lists_of_others_are_forbidden(shop: Shop, prepaid: Shop) -> None:
    id_ = shop.create(locker())["id"]
    for path in (f"{shop.path}/shipments", f"/v1/shipments/{id_}", f"{shop.path}/shipments/{id_}"):
        answer = prepaid.http.get(path)
        assert answer.status_code == 403
        assert answer.json() == {
            "status": 403,
            "error": "forbidden",
            "message": "Access forbidden for this token.",
            "details": {},
        }
    assert shop.http.get(f"{shop.path}/shipments/{id_}").json()["id"] == id_
    assert prepaid.ids() == prepaid.ids(id=id_) == []
