"""Dispatch orders: what is taken, what becomes of it, lists, comments, prices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.simulator.shop import KIELCE, Body, Shop, courier, locker
from tests.simulator_process import MONDAY, Simulator

IN_LOCKER = {"target_point": "KRA010", "sending_method": "parcel_locker"}
SAID = "status should be Prepared, but is CustomerDelivering"


@pytest.fixture(autouse=True)
def monday(simulator: Simulator) -> None:
    simulator.control("clock", {"set": MONDAY})


def parcels(shop: Shop, *bodies: Body) -> list[int]:
    """Paid ones; a locker parcel if none is named."""
    ids = [shop.create(body)["id"] for body in bodies or (locker(),)]
    shop.simulator.advance(1)
    return ids


def order(shop: Shop, ids: Any, **changes: Any) -> httpx.Response:
    body = {"shipments": ids, "address": KIELCE, **changes}
    given = {name: value for name, value in body.items() if value is not None}
    return shop.http.post(f"{shop.path}/dispatch_orders", json=given)


def ordered(shop: Shop, ids: list[int], **changes: Any) -> Body:
    answer = order(shop, ids, **changes)
    assert answer.status_code == 201, answer.text
    taken: Body = answer.json()
    return taken


def read(shop: Shop, order_id: int) -> Body:
    answer = shop.http.get(f"/v1/dispatch_orders/{order_id}")
    assert answer.status_code == 200, answer.text
    found: Body = answer.json()
    return found


def ids_listed(shop: Shop, **query: Any) -> list[int]:
    answer = shop.http.get(f"{shop.path}/dispatch_orders", params=query)
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


def refused(answer: httpx.Response) -> Any:
    assert answer.status_code == 400, answer.text
    body = answer.json()
    return body["details"] if body["error"] == "validation_failed" else body["error"]


def test_an_order_is_new_and_two_seconds_later_sent(shop: Shop) -> None:
    ids = parcels(shop, locker(), courier())
    answer = order(shop, ids, comment="rampa 2")
    new = answer.json()
    assert answer.headers["location"].startswith("http://")
    assert answer.headers["location"].endswith(f"/v1/dispatch_orders/{new['id']}")
    assert (new["status"], new["errors"], new["price"]) == ("new", None, None)
    assert [one["id"] for one in new["shipments"]] == ids
    assert new["shipments"][0]["tracking_number"].startswith("620999")
    assert new["comments"][0]["comment"] == "rampa 2"
    assert new["address"]["city"] == "Kielce"
    shop.simulator.advance(2)
    sent = read(shop, new["id"])
    assert sent["status"] == "sent"
    assert [one["status"] for one in sent["statuses"]] == ["new", "sent"]
    assert sent["updated_at"] > sent["created_at"]


def test_what_a_locker_takes_rejects_the_order(shop: Shop) -> None:
    good, bad, gone = parcels(shop, locker(), locker(custom_attributes=IN_LOCKER), locker())
    taken = ordered(shop, [good, bad, gone])
    shop.simulator.control("status", {"id": gone, "status": "collected_from_sender"})
    shop.simulator.advance(2)
    rejected = read(shop, taken["id"])
    assert rejected["status"] == "rejected"
    sent = "status should be Prepared, but is Sent"
    wrong = {str(bad): [SAID], str(gone): [sent]}
    assert rejected["errors"]["details"] == {"shipments": [wrong]}
    assert order(shop, [good]).status_code == 201


def test_rejected_for_a_reason_of_the_plan(shop: Shop) -> None:
    [parcel] = parcels(shop)
    shop.simulator.faults(reject_pickups="address_not_served", pickup_after=5.0)
    taken = ordered(shop, [parcel])
    shop.simulator.advance(3)
    assert read(shop, taken["id"])["status"] == "new"
    shop.simulator.advance(2)
    details = read(shop, taken["id"])["errors"]["details"]
    assert details == {"dispatch_order": ["address_not_served"]}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"shipments": None}, {"shipments": ["required"]}),
        ({"shipments": []}, {"shipments": ["required"]}),
        ({"shipments": ["x"]}, {"shipments": ["invalid"]}),
        ({"shipments": [1]}, {"shipments": ["does_not_exist"]}),
        ({"address": None}, {"address": ["required"]}),
        ({"address": "Lipowa 4"}, {"address": ["invalid"]}),
        (
            {"address": KIELCE | {"post_code": "25"}},
            {"address": [{"post_code": ["invalid_format"]}]},
        ),
        ({"dispatch_point_id": 3011}, "dispatch_point_and_address_cannot_be_mixed"),
        ({"address": None, "dispatch_point_id": 3001}, {"dispatch_point_id": ["does_not_exist"]}),
        ({"address": None, "dispatch_point_id": 3013}, {"dispatch_point_id": ["invalid"]}),
        ({"comment": "x" * 101}, {"comment": ["too_long"]}),
        ({"phone": "+48500"}, {"phone": ["invalid_format"]}),
    ],
)
def test_bad_orders_are_refused(shop: Shop, changes: Body, found: Any) -> None:
    [parcel] = parcels(shop)
    body = {"shipments": [parcel], "address": KIELCE, **changes}
    given = {name: value for name, value in body.items() if value is not None}
    assert refused(shop.http.post(f"{shop.path}/dispatch_orders", json=given)) == found
    assert shop.simulator.look("pickups") == []


def test_only_own_paid_parcels_that_nobody_comes_for(shop: Shop, prepaid: Shop) -> None:
    [parcel], [theirs] = parcels(shop), parcels(prepaid)
    shop.simulator.faults(confirm_after=1100.0)
    unpaid = shop.create(locker())["id"]
    assert refused(order(shop, [theirs])) == {"shipments": ["does_not_exist"]}
    assert refused(order(shop, [unpaid])) == {"shipments": ["invalid_status"]}
    ordered(shop, [parcel])
    assert refused(order(shop, [parcel])) == {"shipments": ["Już nadane."]}
    assert order(prepaid, [theirs]).status_code == 201


def test_a_missed_courier_can_be_ordered_again_on_the_next_day(shop: Shop) -> None:
    shop.simulator.faults(courier_comes=False)
    [parcel] = parcels(shop)
    first = ordered(shop, [parcel])
    shop.simulator.advance(12 * 3600)
    assert refused(order(shop, [parcel])) == {"shipments": ["Już nadane."]}
    shop.simulator.advance(3 * 3600)
    second = ordered(shop, [parcel])
    assert second["id"] > first["id"]
    assert shop.read(parcel)["status"] == "confirmed"


def test_cancelling_frees_the_parcels(shop: Shop) -> None:
    [parcel] = parcels(shop)
    taken = ordered(shop, [parcel])
    shop.simulator.advance(2)
    path = f"/v1/dispatch_orders/{taken['id']}"
    assert shop.http.delete(path).status_code == 204
    assert read(shop, taken["id"])["status"] == "canceled"
    again = shop.http.delete(path).json()
    assert (again["error"], again["details"]["dispatch_order_status"]) == (
        "invalid_action",
        "canceled",
    )
    fresh = ordered(shop, [parcel])
    shop.simulator.advance(2)
    shop.simulator.control("status", {"id": parcel, "status": "collected_from_sender"})
    assert refused(shop.http.delete(f"/v1/dispatch_orders/{fresh['id']}")) == "invalid_action"
    assert shop.http.delete("/v1/dispatch_orders/1").status_code == 404


def test_another_accounts_orders_stay_hidden(shop: Shop, prepaid: Shop) -> None:
    taken = ordered(shop, parcels(shop))
    assert prepaid.http.get(f"/v1/dispatch_orders/{taken['id']}").status_code == 403
    assert prepaid.http.delete(f"/v1/dispatch_orders/{taken['id']}").status_code == 403
    assert ids_listed(prepaid) == []
    assert prepaid.http.get(f"{shop.path}/dispatch_orders").status_code == 403


def test_lists_filter_sort_and_page(shop: Shop) -> None:
    a, b = parcels(shop, locker(), courier())
    first = ordered(shop, [a])["id"]
    shop.simulator.advance(60)
    second = ordered(shop, [b], address=None, dispatch_point_id=3011)["id"]
    number = shop.read(b)["tracking_number"]
    assert ids_listed(shop) == [second, first]
    assert ids_listed(shop, sort_order="asc") == [first, second]
    assert ids_listed(shop, sort_by="post_code", sort_order="asc") == [first, second]
    assert ids_listed(shop, page=2, per_page=1) == [first]
    for query, found in (
        ({"status": "sent"}, [first]),
        ({"status": "new,sent"}, [second, first]),
        ({"shipment_id": a}, [first]),
        ({"tracking_number": number}, [second]),
        ({"shipment_service": "locker"}, [first]),
        ({"city": "Kraków"}, [second]),
        ({"address": "Lipowa 4/2"}, [first]),
        ({"created_at_gteq": "2026-03-02T10:00:30+01:00"}, [second]),
        ({"created_at_lteq": "2026-03-02T10:00:30+01:00"}, [first]),
        ({"colour": "red"}, [second, first]),
    ):
        assert ids_listed(shop, **query) == found, query
    page = shop.http.get(f"{shop.path}/dispatch_orders", params={"status": "sent", "x": "y"})
    body = page.json()
    assert (body["count"], body["page"], body["per_page"]) == (1, 1, 30)
    assert body["href"].startswith("http://")
    assert "status=sent" in body["href"]
    assert "owner_id=" in body["href"]
    assert "x=y" not in body["href"]
    bad = shop.http.get(f"{shop.path}/dispatch_orders", params={"created_at": "yesterday"})
    assert refused(bad) == {"created_at": ["invalid"]}


def test_a_new_order_is_missing_from_lists_for_a_while(shop: Shop) -> None:
    ids = parcels(shop)
    shop.simulator.faults(list_lag=30.0)
    taken = ordered(shop, ids)["id"]
    assert ids_listed(shop) == []
    assert ids_listed(shop, id=taken) == [taken]
    shop.simulator.advance(31)
    assert ids_listed(shop) == [taken]


def test_comments(shop: Shop) -> None:
    taken = ordered(shop, parcels(shop))
    path = f"{shop.path}/dispatch_orders/{taken['id']}/comment"
    added = shop.http.post(path, json={"comment": "dzwonek przy bramie"})
    assert added.status_code == 201
    [comment] = added.json()["comments"]
    changed = shop.http.put(path, json={"id": comment["id"], "comment": "brama"}).json()
    assert changed["comments"][0]["comment"] == "brama"
    assert refused(shop.http.post(path, json={})) == {"comment": ["required"]}
    assert refused(shop.http.put(path, json={"id": 1, "comment": "x"})) == {
        "id": ["does_not_exist"]
    }
    gone = shop.http.request("DELETE", path, json={"comment_ids": [comment["id"]]})
    assert gone.status_code == 204
    assert read(shop, taken["id"])["comments"] == []


def test_prices_and_charges_of_a_prepaid_account(prepaid: Shop) -> None:
    a, b = parcels(prepaid, locker(), locker())
    path = f"{prepaid.path}/dispatch_orders/calculate"
    told = prepaid.http.post(path, json={"shipments": [a, b, 7]}).json()
    assert (told["total_success_count"], told["total_error_count"]) == (2, 1)
    assert (told["total_price"], len(told["price_list"])) == (3.0, 2)
    assert told["invalid_shipments"][0]["id"] == 7
    assert prepaid.simulator.look("pickups") == []
    prepaid.simulator.control("balance", {"amount": 10})
    taken = ordered(prepaid, [a, b])["id"]
    prepaid.simulator.advance(2)
    assert read(prepaid, taken)["price"] == 3.0
    assert _balance(prepaid) == 7
    prepaid.http.delete(f"/v1/dispatch_orders/{taken}")
    assert _balance(prepaid) == 10
    prepaid.simulator.control("balance", {"amount": 1})
    poor = ordered(prepaid, [a])["id"]
    prepaid.simulator.advance(2)
    assert read(prepaid, poor)["errors"]["details"] == {"dispatch_order": ["debt_collection"]}


def test_a_postpaid_account_learns_no_price(shop: Shop) -> None:
    answer = shop.http.post(f"{shop.path}/dispatch_orders/calculate", json={"shipments": [1]})
    assert refused(answer) == "Action available only for prepaid users"


def _balance(shop: Shop) -> float:
    accounts = shop.simulator.look("accounts")
    return next(float(one["balance"]) for one in accounts if one["id"] == shop.id)


def test_an_address_finds_or_makes_a_dispatch_point(shop: Shop) -> None:
    a, b = parcels(shop, locker(), locker())
    path = f"{shop.path}/dispatch_points"
    assert shop.http.get(path).json()["count"] == 3
    ordered(shop, [a], name="Filia", phone="500600702")
    made = shop.http.get(path, params={"city": "Kielce"}).json()["items"]
    assert [(one["name"], one["status"]) for one in made] == [("Filia", "created")]
    ordered(shop, [b], address=KIELCE | {"street": " LIPOWA "})
    shop.simulator.advance(2)
    body = shop.http.get(path).json()
    assert body["count"] == 4
    assert body["items"][0]["status"] == "activated"


def test_dispatch_points_are_read_and_never_written(shop: Shop, prepaid: Shop) -> None:
    path = f"{shop.path}/dispatch_points"
    items = shop.http.get(path, params={"sort_by": "name", "sort_order": "asc"}).json()["items"]
    assert [one["name"] for one in items] == ["Magazyn główny", "Sklep", "Stary magazyn"]
    assert [one["status"] for one in items] == ["activated", "activated", "suspended"]
    one = shop.http.get(f"/v1/dispatch_points/{items[0]['id']}").json()
    assert one == items[0]
    assert (one["office_hours"], one["phone"]) == ("8-16", "500000010")
    assert prepaid.http.get(f"/v1/dispatch_points/{one['id']}").status_code == 403
    assert shop.http.get("/v1/dispatch_points/1").status_code == 404
    posted = shop.http.post(path, json={"name": "x"})
    assert (posted.status_code, posted.json()["error"]) == (404, "routing_not_found")


@pytest.mark.parametrize("act", [False, True])
def test_a_lost_answer(shop: Shop, *, act: bool) -> None:
    ids = parcels(shop)
    rule = {"do": "cut", "act": act, "method": "POST", "path": "*/dispatch_orders", "nth": 1}
    shop.simulator.faults(rule)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        order(shop, ids)
    assert len(ids_listed(shop, shipment_id=ids[0])) == act
    assert order(shop, ids).status_code == (400 if act else 201)


def test_orders_survive_a_kill(tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    with Simulator("--clock", MONDAY, state=state) as simulator, Shop(simulator) as shop:
        sent, new = parcels(shop, locker(), courier())
        first = ordered(shop, [sent], comment="rampa 2")["id"]
        shop.simulator.advance(2)
        second = ordered(shop, [new])["id"]
        before = read(shop, first)
        simulator.restart()
        assert read(shop, first) == before
        assert refused(order(shop, [sent])) == {"shipments": ["Już nadane."]}
        assert shop.http.get(f"{shop.path}/dispatch_points").json()["count"] == 4
        simulator.advance(2)
        assert read(shop, second)["status"] == "sent"


def test_the_control_api_knows_and_moves_orders(shop: Shop) -> None:
    taken = ordered(shop, parcels(shop))
    [truth] = shop.simulator.look("pickups")
    assert (truth["id"], truth["organization"], truth["status"]) == (taken["id"], shop.id, "new")
    moved = shop.simulator.control("pickup", {"id": taken["id"], "status": "accepted"})
    assert moved["status"] == "accepted"
    shop.simulator.advance(5)
    assert read(shop, taken["id"])["status"] == "accepted"
