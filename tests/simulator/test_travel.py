"""Parcels on their way: what makes them leave, the stops, the troubles, thousands at once, a restart."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.simulator.shop import KIELCE, Shop, courier, locker, money
from tests.simulator_process import MONDAY, Simulator

Start = Callable[..., Simulator]
DAY = 86_400.0
LOCKER_TRACK = [
    "confirmed",
    "collected_from_sender",
    "adopted_at_source_branch",
    "sent_from_source_branch",
    "adopted_at_source_branch",
    "out_for_delivery",
    "ready_to_pickup",
    "delivered",
]


@pytest.fixture
def monday(shop: Shop) -> Shop:
    """A Monday at ten."""
    shop.simulator.control("clock", {"set": MONDAY})
    return shop


def way(shop: Shop, shipment_id: int) -> dict[str, Any]:
    [found] = shop.simulator.look(f"travel?id={shipment_id}")
    return dict(found)


def stops(shop: Shop, shipment_id: int) -> list[str]:
    return [scan["status"] for scan in way(shop, shipment_id)["scans"]]


def gone(shop: Shop, body: dict[str, Any], name: str = "delivered") -> int:
    """A parcel that leaves now; its way ends within two weeks."""
    id_: int = shop.bought(body)["id"]
    shop.simulator.control("collect", {"ids": [id_], "way": name})
    return id_


def test_a_label_that_nobody_uses_stays_confirmed_and_is_cancelled_after_45_days(
    monday: Shop,
) -> None:
    id_ = monday.bought(locker())["id"]
    monday.simulator.advance(44 * DAY)
    assert monday.read(id_)["status"] == "confirmed"
    monday.simulator.advance(1.1 * DAY)
    assert monday.read(id_)["status"] == "canceled"
    assert monday.ids() == []


def test_a_locker_parcel_is_there_by_noon_and_taken_some_hours_later(monday: Shop) -> None:
    id_ = monday.bought(locker())["id"]
    monday.simulator.control("clock", {"set": "2026-03-02T16:30:00+01:00"})
    assert monday.simulator.control("collect")["collected"] == [id_]
    assert monday.read(id_)["status"] == "collected_from_sender"
    monday.simulator.control("clock", {"set": "2026-03-03T12:00:00+01:00"})
    body = monday.read(id_)
    assert body["status"] == "ready_to_pickup"
    assert body["updated_at"].startswith("2026-03-03T")
    assert monday.ids(status="ready_to_pickup") == [id_]
    monday.simulator.advance(DAY)
    assert stops(monday, id_) == LOCKER_TRACK
    scans = [datetime.fromisoformat(one["at"]) for one in way(monday, id_)["scans"]]
    assert scans == sorted(set(scans))
    days = [scan.date().isoformat() for scan in scans]
    assert days == ["2026-03-02"] * 4 + ["2026-03-03"] * 4
    assert 7 <= scans[5].hour <= 8


def test_the_courier_of_a_sent_order_collects_in_the_afternoon(monday: Shop) -> None:
    ordered, other = monday.bought(locker())["id"], monday.bought(courier())["id"]
    order = {
        "shipments": [ordered],
        "name": "Magazyn",
        "phone": "500600702",
        "email": "mag@example.test",
        "address": KIELCE,
    }
    answer = monday.http.post(f"{monday.path}/dispatch_orders", json=order)
    assert answer.status_code == 201, answer.text
    monday.simulator.control("clock", {"set": "2026-03-02T14:55:00+01:00"})
    assert monday.read(ordered)["status"] == "confirmed"
    monday.simulator.control("clock", {"set": "2026-03-02T17:35:00+01:00"})
    assert stops(monday, ordered)[1] == "collected_from_sender"
    monday.simulator.advance(3 * DAY)
    assert monday.read(ordered)["status"] == "delivered"
    assert monday.read(other)["status"] == "confirmed"


@pytest.mark.parametrize("missing", ["courier", "order"])
def test_without_courier_or_order_parcels_stay(monday: Shop, missing: str) -> None:
    monday.simulator.faults(courier_comes=missing != "courier")
    id_ = monday.bought(locker())["id"]
    order = {"shipments": [id_], "phone": "500600702", "address": KIELCE}
    made = monday.http.post(f"{monday.path}/dispatch_orders", json=order).json()
    monday.simulator.advance(5)
    if missing == "order":
        answer = monday.http.delete(f"/v1/dispatch_orders/{made['id']}")
        assert answer.status_code == 204
    monday.simulator.advance(3 * DAY)
    assert monday.read(id_)["status"] == "confirmed"
    monday.simulator.advance(43 * DAY)
    assert monday.read(id_)["status"] == "canceled"


def test_a_standing_collection_needs_no_order(monday: Shop) -> None:
    monday.simulator.faults(standing_collection=True)
    posted = {"target_point": "POP-WAW364", "sending_method": "parcel_locker"}
    ids = [monday.bought(body)["id"] for body in (courier(), locker(custom_attributes=posted))]
    monday.simulator.control("clock", {"set": "2026-03-02T17:40:00+01:00"})
    first = [stops(monday, id_)[1] for id_ in ids]
    assert first == ["collected_from_sender", "dispatched_by_sender"]
    monday.simulator.advance(3 * DAY)
    assert [monday.read(id_)["status"] for id_ in ids] == ["delivered", "delivered"]
    assert "out_for_delivery_to_address" in stops(monday, ids[0])
    assert "ready_to_pickup_from_pok" in stops(monday, ids[1])


def test_nothing_is_delivered_on_a_weekend_but_weekend_parcels(monday: Shop) -> None:
    monday.simulator.control("clock", {"set": "2026-03-06T10:00:00+01:00"})
    usual = gone(monday, locker())
    weekend = gone(monday, locker(end_of_week_collection=True))
    monday.simulator.control("clock", {"set": "2026-03-08T10:00:00+01:00"})
    assert monday.read(usual)["status"] == "sent_from_source_branch"
    assert monday.read(weekend)["status"] == "delivered"
    monday.simulator.control("clock", {"set": "2026-03-09T12:00:00+01:00"})
    assert monday.read(usual)["status"] == "ready_to_pickup"


@pytest.mark.parametrize(
    ("body", "name", "last"),
    [
        (
            locker(),
            "uncollected",
            ["pickup_reminder_sent", "pickup_time_expired", "avizo", "returned_to_sender"],
        ),
        (locker(), "reminded", ["ready_to_pickup", "pickup_reminder_sent", "delivered"]),
        (locker(), "stored", ["unstack_from_box_machine", "ready_to_pickup", "delivered"]),
        (locker(), "missing", ["delay_in_delivery", "missing"]),
        (courier(), "refused", ["rejected_by_receiver", "avizo", "returned_to_sender"]),
        (courier(), "wrong_address", ["undelivered_wrong_address", "avizo", "returned_to_sender"]),
        (courier(), "absent", ["avizo", "out_for_delivery_to_address", "delivered"]),
        (courier(), "undeliverable", ["undelivered_incomplete_address", "undelivered"]),
    ],
)
def test_troubles_end_as_they_should(
    monday: Shop, body: dict[str, Any], name: str, last: list[str]
) -> None:
    id_ = gone(monday, body, name)
    monday.simulator.advance(14 * DAY)
    assert stops(monday, id_)[-len(last) :] == last
    shown = monday.read(id_)
    assert (shown["return_tracking_number"] is not None) == (last[-1] == "returned_to_sender")
    assert shown["return_tracking_number"] != shown["tracking_number"]


def test_a_parcel_waits_48_hours_before_it_goes_back(monday: Shop) -> None:
    id_ = gone(monday, locker(), "uncollected")
    monday.simulator.advance(14 * DAY)
    at = {one["status"]: datetime.fromisoformat(one["at"]) for one in way(monday, id_)["scans"]}
    waited = at["pickup_time_expired"] - at["ready_to_pickup"]
    assert waited == timedelta(hours=48)
    assert at["pickup_reminder_sent"] - at["ready_to_pickup"] == timedelta(hours=24)


def test_the_way_can_be_chosen_while_it_travels_but_not_any_way(monday: Shop) -> None:
    id_ = gone(monday, courier())
    monday.simulator.control("clock", {"set": "2026-03-03T09:00:00+01:00"})
    monday.simulator.control("way", {"id": id_, "way": "refused"})
    before = stops(monday, id_)
    monday.simulator.advance(14 * DAY)
    after = stops(monday, id_)
    assert after[: len(before)] == before
    assert after[-1] == "returned_to_sender"
    with pytest.raises(AssertionError, match="unknown way"):
        monday.simulator.control("way", {"id": id_, "way": "stored"})


def test_a_share_of_troubles_is_the_same_every_time(monday: Shop) -> None:
    monday.simulator.faults(troubles=0.3, standing_collection=True)
    rows = [{"id": str(number), **locker()} for number in range(200)]
    assert monday.batch(rows).status_code == 201
    monday.simulator.advance(30 * DAY)
    ended = [one["status"] for one in monday.simulator.shipments()]
    assert 110 < ended.count("delivered") < 190
    assert 5 < ended.count("returned_to_sender") < 60
    assert set(ended) <= {"delivered", "returned_to_sender", "missing"}


def test_a_forced_status_stays(monday: Shop) -> None:
    id_ = gone(monday, locker())
    monday.simulator.control("status", {"id": id_, "status": "oversized"})
    monday.simulator.advance(5 * DAY)
    assert monday.read(id_)["status"] == "oversized"


def test_it_travels_on_after_a_restart(start_simulator: Start, tmp_path: Path) -> None:
    simulator = start_simulator("--clock", MONDAY, state=tmp_path / "state")
    with Shop(simulator) as shop:
        id_ = gone(shop, locker(), "redirected")
        planned = way(shop, id_)
        simulator.kill()
        simulator.restart()
        assert way(shop, id_) == planned
        simulator.advance(7 * DAY)
        assert stops(shop, id_)[-4:] == [
            "redirect_to_box",
            "out_for_delivery",
            "ready_to_pickup",
            "delivered",
        ]


def test_thousands_settle_in_a_moment(monday: Shop) -> None:
    monday.simulator.faults(troubles=0.1, seconds_per_row=0.0)
    for start in (0, 2500):
        rows = [
            {"id": str(number), **courier(cod=money(10), insurance=money(10))}
            for number in range(start, start + 2500)
        ]
        assert monday.batch(rows).status_code == 201
    monday.simulator.advance(60)
    started = time.perf_counter()
    assert len(monday.simulator.control("collect")["collected"]) == 5000
    monday.simulator.advance(20 * DAY)
    took = time.perf_counter() - started
    everything = monday.simulator.look("travel")
    assert all(one["next"] is None for one in everything)
    assert took < 5, took
