"""One shipment from POST to confirmed or not: shapes, steps on the clock, payment, cancelling, editing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.simulator.shop import Shop, courier, locker, money, parcel
from tests.simulator_process import Simulator

Start = Callable[..., Simulator]


@pytest.fixture
def slow(start_simulator: Start) -> Iterator[Shop]:
    """Payments take 1000 s, so that a test stands between two steps for as long as it likes."""
    simulator = start_simulator("--confirm-after", "1100")
    with Shop(simulator) as shop:
        yield shop


def test_a_new_shipment_looks_as_recorded(shop: Shop) -> None:
    answer = shop.post(
        locker(external_customer_id="k-1", parcels={"id": "k-1", "template": "small"})
    )
    body = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"].startswith("http://")
    assert answer.headers["location"].endswith(f"/v1/shipments/{body['id']}")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert body["href"].startswith("https://")
    assert (body["status"], body["offers"], body["transactions"]) == ("created", [], [])
    assert (body["tracking_number"], body["selected_offer"]) == (None, None)
    assert body["cod"] == body["insurance"] == {"amount": None, "currency": None}
    assert body["sender"]["id"] == 0
    assert body["custom_attributes"] == {
        "target_point": "KRA010",
        "sending_method": "dispatch_order",
    }
    assert body["external_customer_id"] == body["parcels"][0]["identify_number"] == "k-1"
    assert body["parcels"][0]["dimensions"] == {
        "length": 380,
        "width": 640,
        "height": 80,
        "unit": "mm",
    }
    assert body["parcels"][0]["weight"] == {"amount": 25, "unit": "kg"}


def test_steps_follow_the_clock(slow: Shop) -> None:
    id_ = slow.create(locker())["id"]
    seen = []
    for _ in range(4):
        now = slow.read(id_)
        seen.append((now["status"], [one["status"] for one in now["transactions"]]))
        slow.simulator.advance(390)
    assert seen == [
        ("created", []),
        ("offer_selected", []),
        ("offer_selected", ["initiated"]),
        ("confirmed", ["success"]),
    ]


def test_a_locker_parcel_is_confirmed_with_number_and_posting_code(shop: Shop) -> None:
    body = shop.bought(locker())
    assert body["status"] == "confirmed"
    assert body["tracking_number"] == body["parcels"][0]["tracking_number"]
    assert body["tracking_number"].startswith("620999")
    assert len(body["tracking_number"]) == 24
    assert len(body["custom_attributes"]["customer_delivering_code"]) == 6
    assert body["selected_offer"]["status"] == "bought"
    assert body["selected_offer"]["rate"] is None
    assert body["offers"] == [body["selected_offer"]]


def test_a_courier_shipment_of_two_parcels_has_two_numbers(shop: Shop) -> None:
    body = shop.bought(courier(parcels=[parcel("a"), parcel("b")]))
    numbers = [one["tracking_number"] for one in body["parcels"]]
    assert body["tracking_number"] == numbers[0] != numbers[1]
    assert all(number.startswith("520999") and len(number) == 24 for number in numbers)
    assert "customer_delivering_code" not in body["custom_attributes"]
    assert [one["identify_number"] for one in body["parcels"]] == ["a", "b"]


def test_a_parcel_point_changes_the_service(shop: Shop) -> None:
    created = shop.create(locker(custom_attributes={"target_point": "POP-WAW364"}))
    assert created["service"] == "inpost_locker_customer_service_point"
    shop.simulator.advance(2)
    bought = shop.read(created["id"])
    assert bought["selected_offer"]["service"]["id"] == bought["service"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (courier(custom_attributes={}), "sending_method_required"),
        (locker(additional_services=["sms"]), "additional_service_sms_unavailable"),
        (
            locker(
                service="inpost_locker_pass_thru",
                custom_attributes={"target_point": "KRA010", "sending_method": "parcel_locker"},
            ),
            "dropoff_and_target_points_must_be_equal",
        ),
        (
            courier(
                parcels=[
                    parcel("1", dimensions={"length": 2600, "width": 800, "height": 800})
                    | {"weight": {"amount": 48}}
                ]
            ),
            "parcels_size_invalid",
        ),
        (
            locker(parcels=[parcel("1", dimensions={"length": 900, "width": 80, "height": 80})]),
            "parcels_size_invalid",
        ),
    ],
)
def test_what_cannot_be_offered_stays_unpaid(shop: Shop, body: Any, reason: str) -> None:
    now = shop.bought(body)
    assert (now["status"], now["transactions"]) == ("offers_prepared", [])
    [offer] = now["offers"]
    assert (offer["status"], offer["expires_at"]) == ("unavailable", None)
    assert [one["key"] for one in offer["unavailability_reasons"]] == [reason]


def test_prepaid_pays_from_its_balance(prepaid: Shop) -> None:
    prepaid.simulator.control("balance", {"amount": 40})
    bought = prepaid.bought(locker())
    assert bought["selected_offer"]["rate"] == 16.49
    assert prepaid.simulator.look("accounts")[0]["balance"] == 23.51
    [truth] = prepaid.simulator.shipments()
    assert (truth["charged"], truth["payments"]) == (16.49, 1)


def test_too_little_money_fails_later_and_can_be_bought_again(prepaid: Shop) -> None:
    prepaid.simulator.control("balance", {"amount": 1})
    failed = prepaid.bought(locker())
    assert failed["status"] == "offer_selected"
    [transaction] = failed["transactions"]
    assert transaction["status"] == "failure"
    assert transaction["details"]["error"] == "debt_collection"
    assert transaction["details"]["status"] == 422
    prepaid.simulator.control("balance", {"amount": 100})
    prepaid.simulator.advance(60)
    assert prepaid.read(failed["id"])["status"] == "offer_selected"
    answer = prepaid.buy(failed["id"], failed["selected_offer"]["id"])
    assert (answer.status_code, answer.json()["status"]) == (200, "offer_selected")
    prepaid.simulator.advance(2)
    paid = prepaid.read(failed["id"])
    assert paid["status"] == "confirmed"
    assert [one["status"] for one in paid["transactions"]] == ["failure", "success"]


def test_cash_on_delivery_needs_company_data(shop: Shop) -> None:
    shop.simulator.control("account", {"organization": shop.id, "company_data": False})
    failed = shop.bought(locker(cod=money(50)))
    details = failed["transactions"][0]["details"]
    assert details["error"] == "company_data_missing"
    assert details["message"] == "customer_lack_of_address_data"


def test_buying_is_refused_with_reasons(shop: Shop, prepaid: Shop) -> None:
    bought = shop.bought(locker())
    again = shop.buy(bought["id"], bought["selected_offer"]["id"])
    assert again.status_code == 400
    assert again.json()["details"] == {"shipment": ["already_bought"]}
    prepaid.simulator.control("balance", {"amount": 0})
    failed = prepaid.bought(locker())
    missing = prepaid.http.post(f"/v1/shipments/{failed['id']}/buy", json={})
    assert missing.json()["details"] == {"offer_id": ["required"]}
    assert prepaid.buy(failed["id"], "x").json()["details"] == {"offer_id": ["not_an_integer"]}
    assert prepaid.buy(failed["id"], 1).json()["error"] == "offer_unavailable"
    prepaid.simulator.advance(301)
    late = prepaid.buy(failed["id"], failed["selected_offer"]["id"])
    assert (late.status_code, late.json()["error"]) == (400, "offer_expired")


def test_buying_while_the_automatic_purchase_runs_is_already_bought(slow: Shop) -> None:
    id_ = slow.create(locker())["id"]
    assert slow.buy(id_, 1).json()["error"] == "invalid_action"
    slow.simulator.advance(350)
    offer = slow.read(id_)["selected_offer"]["id"]
    assert slow.buy(id_, offer).json()["details"] == {"shipment": ["already_bought"]}


def test_only_choice_of_offer_waits_for_the_purchase(shop: Shop) -> None:
    chosen = shop.bought(locker(only_choice_of_offer=True))
    assert (chosen["status"], chosen["transactions"]) == ("offer_selected", [])
    assert shop.buy(chosen["id"], chosen["selected_offer"]["id"]).status_code == 200
    shop.simulator.advance(2)
    assert shop.read(chosen["id"])["status"] == "confirmed"


def test_offer_mode_offers_several_and_keeps_the_chosen_one(shop: Shop) -> None:
    prepared = shop.bought(courier(service=None))
    assert (prepared["status"], prepared["service"]) == ("offers_prepared", None)
    offers = {one["service"]["id"]: one for one in prepared["offers"]}
    assert offers["inpost_courier_standard"]["status"] == "available"
    wanted = offers["inpost_courier_express_1200"]["id"]
    chosen = shop.http.post(
        f"/v1/shipments/{prepared['id']}/select_offer", json={"offer_id": wanted}
    ).json()
    assert chosen["service"] == "inpost_courier_express_1200"
    assert [one["id"] for one in chosen["offers"]] == [wanted]
    shop.buy(prepared["id"], wanted)
    shop.simulator.advance(2)
    assert shop.read(prepared["id"])["status"] == "confirmed"


def test_an_expired_offer_is_renewed_by_editing(prepaid: Shop) -> None:
    prepaid.simulator.control("balance", {"amount": 0})
    failed = prepaid.bought(locker())
    prepaid.simulator.control("balance", {"amount": 100})
    prepaid.simulator.advance(400)
    edited = prepaid.http.put(
        f"/v1/shipments/{failed['id']}", json={"reference": "NOWY/1", "comments": None}
    )
    assert (edited.status_code, edited.json()["status"]) == (200, "created")
    prepaid.simulator.advance(2)
    fresh = prepaid.read(failed["id"])
    assert (fresh["status"], fresh["reference"]) == ("offer_selected", "NOWY/1")
    assert fresh["selected_offer"]["id"] != failed["selected_offer"]["id"]
    assert prepaid.buy(fresh["id"], fresh["selected_offer"]["id"]).status_code == 200
    prepaid.simulator.advance(2)
    assert prepaid.read(fresh["id"])["status"] == "confirmed"


def test_a_running_purchase_overtakes_a_late_cancellation(slow: Shop) -> None:
    early, late = slow.create(locker())["id"], slow.create(locker())["id"]
    assert slow.http.delete(f"/v1/shipments/{early}").status_code == 204
    slow.simulator.advance(200)
    answer = slow.http.delete(f"/v1/shipments/{late}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert slow.read(late)["status"] == "canceled"
    slow.simulator.advance(1100)
    assert slow.read(early)["status"] == "canceled"
    assert slow.read(late)["status"] == "confirmed"


def test_what_is_paid_cannot_be_cancelled(shop: Shop) -> None:
    bought = shop.bought(locker())
    answer = shop.http.delete(f"/v1/shipments/{bought['id']}")
    assert answer.status_code == 400
    assert answer.json() == {
        "status": 400,
        "error": "invalid_action",
        "message": "shipment_status_incorrect",
        "details": {
            "action": "cancel",
            "shipment_status": "confirmed",
            "shipment_id": bought["id"],
        },
    }


def test_a_status_can_be_advanced_from_behind(shop: Shop) -> None:
    bought = shop.bought(locker())
    shop.simulator.control("status", {"id": bought["id"], "status": "returned_to_sender"})
    now = shop.read(bought["id"])
    assert now["status"] == "returned_to_sender"
    assert now["return_tracking_number"].startswith("52")
