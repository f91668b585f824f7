"""Batches: all or nothing, keyed by row, processed one by one."""

from __future__ import annotations

from tests.simulator.shop import Shop, courier, locker


def test_a_batch_is_processed_row_by_row(shop: Shop) -> None:
    shop.simulator.faults(seconds_per_row=1000.0)
    answer = shop.batch([{"id": f"R{n}", **locker(reference=f"ZAM/{n}")} for n in range(3)])
    assert answer.status_code == 201
    assert answer.headers["location"].endswith(f"/v1/batches/{answer.json()['id']}")
    path = f"/v1/batches/{answer.json()['id']}"
    seen = []
    for _ in range(4):
        batch = shop.http.get(path).json()
        seen.append((batch["status"], len(batch["shipments"]), len(shop.ids())))
        shop.simulator.advance(1000)
    assert seen == [
        ("in_progress", 1, 1),
        ("in_progress", 2, 2),
        ("in_progress", 3, 3),
        ("done", 3, 3),
    ]
    [last] = [one for one in shop.simulator.shipments() if one["reference"] == "ZAM/2"]
    assert last["status"] == "confirmed"
    assert last["batch"] == answer.json()["id"]


def test_a_row_that_is_not_processed_yet_cannot_be_read(shop: Shop) -> None:
    shop.simulator.faults(seconds_per_row=1000.0)
    first = shop.batch([{"id": str(n), **locker()} for n in range(2)]).json()["shipments"][0]["id"]
    assert shop.http.get(f"/v1/shipments/{first + 1}").status_code == 404
    assert shop.ids(id=f"{first},{first + 1}") == [first]


def test_one_bad_row_refuses_the_whole_batch(shop: Shop) -> None:
    rows = [
        {"id": "DOBRY", **locker()},
        {"id": "ZŁY", **courier(receiver=None)},
        {"id": "PUNKT", **locker(custom_attributes={"target_point": "NIE01"})},
    ]
    answer = shop.batch(rows)
    assert answer.status_code == 400
    assert answer.json()["details"] == {
        "shipments": [
            {
                "ZŁY": {"receiver": ["required"]},
                "PUNKT": {"custom_attributes": [{"target_point": ["does_not_exist"]}]},
            }
        ]
    }
    assert shop.simulator.shipments() == []


def test_rows_need_ids_of_their_own(shop: Shop) -> None:
    assert shop.batch([]).json()["details"] == {"shipments": ["required"]}
    assert shop.batch([{"id": "a", **locker()}] * 2501).json()["details"] == {
        "shipments": ["too_long"]
    }
    rows = [{"id": "a", **locker()}, {"id": "a", **locker()}, locker()]
    assert shop.batch(rows).json()["details"] == {
        "shipments": [{"a": {"id": ["invalid"]}, "2": {"id": ["required"]}}]
    }


def test_a_batch_may_stop_at_the_choice_of_offers(shop: Shop) -> None:
    body = {"only_choice_of_offer": True, "shipments": [{"id": "a", **locker()}]}
    shop.http.post(f"{shop.path}/batches", json=body)
    shop.simulator.advance(5)
    assert [one["status"] for one in shop.simulator.shipments()] == ["offer_selected"]


def test_batches_of_others_are_forbidden(shop: Shop, prepaid: Shop) -> None:
    id_ = shop.batch([{"id": "a", **locker()}]).json()["id"]
    assert prepaid.http.get(f"/v1/batches/{id_}").status_code == 403
    assert prepaid.http.get("/v1/batches/1").status_code == 404
