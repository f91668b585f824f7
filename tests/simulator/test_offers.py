"""Offer mode: offers with prices and reasons, selecting, expiry, the errors of buying."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.simulator.shop import KIELCE, Shop, courier, locker, money, parcel
from tests.simulator_process import Simulator

Start = Callable[..., Simulator]
BUYER = {**locker()["receiver"], "address": KIELCE}


def offered(shop: Shop, body: Any) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """The shipment with its offers prepared, and these by service."""
    prepared = shop.bought({name: part for name, part in body.items() if name != "service"})
    assert prepared["status"] == "offers_prepared"
    return prepared, {one["service"]["id"]: one for one in prepared["offers"]}


def reasons(offer: dict[str, Any]) -> list[str]:
    return [one["key"] for one in offer["unavailability_reasons"] or []]


def select(shop: Shop, shipment: Any, offer_id: object) -> Any:
    return shop.http.post(
        f"/v1/shipments/{shipment['id']}/select_offer", json={"offer_id": offer_id}
    )


def test_every_service_of_the_contract_is_offered_or_says_why_not(shop: Shop) -> None:
    prepared, offers = offered(shop, locker(receiver=BUYER))
    assert prepared["service"] is None
    assert list(offers) == shop.http.get(shop.path).json()["services"]
    assert offers["inpost_locker_standard"]["status"] == "available"
    assert offers["inpost_courier_c2c"]["status"] == "available"
    assert reasons(offers["inpost_locker_allegro"]) == ["allegro_email_invalid"]
    assert reasons(offers["inpost_courier_standard"]) == ["parcels_size_invalid"]
    refused = offers["inpost_locker_pass_thru"]
    assert reasons(refused) == ["dropoff_and_target_points_must_be_equal", "sending_method_invalid"]
    assert (refused["currency"], refused["rate"], refused["expires_at"]) == (None, None, None)


def test_a_receiver_without_address_is_not_for_couriers(shop: Shop) -> None:
    _, offers = offered(shop, locker())
    assert "receiver_address_required" in reasons(offers["inpost_courier_c2c"])
    _, offers = offered(shop, courier())
    assert "target_point_required" in reasons(offers["inpost_locker_standard"])


def test_in_offer_mode_a_parcel_point_changes_the_offers_service(shop: Shop) -> None:
    target = {"target_point": "POP-WAW364", "sending_method": "parcel_locker"}
    _, offers = offered(shop, locker(custom_attributes=target))
    assert "inpost_locker_standard" not in offers
    assert offers["inpost_locker_customer_service_point"]["status"] == "available"
    assert "target_point_invalid" in reasons(offers["inpost_locker_pass_thru"])


def test_prepaid_sees_prices_and_postpaid_none(shop: Shop, prepaid: Shop) -> None:
    _, priced = offered(prepaid, locker(receiver=BUYER, cod=money(100)))
    assert priced["inpost_locker_standard"]["rate"] == 19.99
    assert priced["inpost_courier_c2c"]["rate"] == 22.49
    _, unpriced = offered(shop, locker(receiver=BUYER))
    assert {one["rate"] for one in unpriced.values()} == {None}


@pytest.mark.parametrize(
    ("changes", "service", "reason"),
    [
        ({"cod": money(50)}, "inpost_courier_standard", "insurance_required"),
        ({"cod": money(6000)}, "inpost_courier_c2c", "cod_amount_too_big"),
        (
            {"parcels": [parcel("1"), parcel("2")]},
            "inpost_courier_c2c",
            "multiple_parcels_unavailable",
        ),
        (
            {"parcels": [parcel("1", weight={"amount": 400, "unit": "kg"})]},
            "inpost_courier_standard",
            "parcels_size_invalid",
        ),
        (
            {"additional_services": ["saturday"]},
            "inpost_courier_palette",
            "additional_service_saturday_unavailable",
        ),
    ],
)
def test_reasons(shop: Shop, changes: dict[str, Any], service: str, reason: str) -> None:
    _, offers = offered(shop, courier(**changes))
    assert reason in reasons(offers[service])


def test_a_pallet_is_heavier_than_a_parcel(shop: Shop) -> None:
    heavy = [parcel("1", weight={"amount": 400, "unit": "kg"})]
    _, offers = offered(shop, courier(parcels=heavy))
    assert offers["inpost_courier_palette"]["status"] == "available"


def test_allegro_wants_to_know_its_buyer(shop: Shop) -> None:
    buyer = BUYER | {"email": "x1y2+abc@user.allegromail.pl"}
    _, offers = offered(shop, locker(receiver=buyer))
    assert offers["inpost_locker_allegro"]["status"] == "available"
    ids = {"allegro_user_id": "7", "allegro_transaction_id": "t-1"}
    target = locker()["custom_attributes"]
    body = locker(service="inpost_locker_allegro", custom_attributes=target | ids)
    assert shop.bought(body)["status"] == "confirmed"
    half = target | {"allegro_user_id": "7"}
    assert shop.details(locker(service="inpost_locker_allegro", custom_attributes=half)) == {
        "custom_attributes": [{"allegro_transaction_id": ["required"]}]
    }


def test_selecting_is_refused_with_reasons(shop: Shop, prepaid: Shop) -> None:
    prepared, offers = offered(shop, locker(receiver=BUYER))
    good = offers["inpost_locker_standard"]["id"]
    assert select(shop, prepared, None).json()["details"] == {"offer_id": ["required"]}
    assert select(shop, prepared, "1.5").json()["details"] == {"offer_id": ["not_an_integer"]}
    refused = select(shop, prepared, offers["inpost_locker_allegro"]["id"])
    assert (refused.status_code, refused.json()["error"]) == (400, "offer_unavailable")
    assert select(shop, prepared, 1).json()["error"] == "offer_unavailable"
    for answer in (
        select(prepaid, prepared, good),
        prepaid.buy(prepared["id"], good),
        shop.buy(1, good),
    ):
        assert (answer.status_code, answer.json()["error"]) == (404, "resource_not_found")
    assert select(shop, prepared, good).json()["status"] == "offer_selected"
    again = select(shop, prepared, good).json()
    assert (again["error"], again["details"]["action"]) == ("invalid_action", "select_offer")


def test_expired_offers_read_as_before_and_are_renewed_by_editing(start_simulator: Start) -> None:
    simulator = start_simulator("--offer-life", "60")
    with Shop(simulator) as shop:
        prepared, offers = offered(shop, locker(receiver=BUYER))
        simulator.advance(61)
        assert shop.read(prepared["id"])["offers"] == prepared["offers"]
        old = offers["inpost_locker_standard"]["id"]
        for answer in (select(shop, prepared, old), shop.buy(prepared["id"], old)):
            assert (answer.status_code, answer.json()["error"]) == (400, "offer_expired")
        shop.http.put(f"/v1/shipments/{prepared['id']}", json={})
        simulator.advance(1)
        fresh = shop.read(prepared["id"])
        assert (fresh["status"], len(fresh["offers"])) == ("offers_prepared", len(offers))
        assert old not in {one["id"] for one in fresh["offers"]}
        good = next(one["id"] for one in fresh["offers"] if one["status"] == "available")
        assert shop.buy(prepared["id"], good).status_code == 200
        simulator.advance(1)
        assert shop.read(prepared["id"])["status"] == "confirmed"


def test_a_payment_may_be_refused_in_the_answer(prepaid: Shop) -> None:
    prepaid.simulator.faults(fail_at_once=True)
    prepaid.simulator.control("balance", {"amount": 0})
    prepared, offers = offered(prepaid, locker())
    good = offers["inpost_locker_standard"]["id"]
    answer = prepaid.buy(prepared["id"], good)
    assert (answer.status_code, answer.json()["error"]) == (400, "transaction_failed")
    failed = prepaid.read(prepared["id"])
    assert failed["status"] == "offer_selected"
    assert failed["transactions"][0]["details"]["error"] == "debt_collection"
    prepaid.simulator.control("balance", {"amount": 100})
    assert prepaid.buy(prepared["id"], good).status_code == 200
    prepaid.simulator.advance(1)
    assert prepaid.read(prepared["id"])["status"] == "confirmed"


def test_missing_company_data_gives_the_owner_away(shop: Shop) -> None:
    shop.simulator.control("account", {"organization": shop.id, "company_data": False})
    failed = shop.bought(locker(cod=money(50)))
    assert failed["transactions"][0]["details"]["details"] == {"email": "wlasciciel@example.test"}


def test_only_some_say_that_a_chosen_offer_can_be_cancelled(shop: Shop) -> None:
    chosen = shop.bought(locker(only_choice_of_offer=True))
    path = f"/v1/shipments/{chosen['id']}"
    assert shop.http.delete(path).json()["error"] == "invalid_action"
    shop.simulator.faults(cancel_selected=True)
    assert shop.http.delete(path).status_code == 204
    assert shop.read(chosen["id"])["status"] == "canceled"
    offer = chosen["selected_offer"]["id"]
    assert shop.buy(chosen["id"], offer).json()["error"] == "invalid_action"


def test_offer_mode_can_be_cancelled_for_good(shop: Shop) -> None:
    prepared, _ = offered(shop, locker())
    assert shop.http.delete(f"/v1/shipments/{prepared['id']}").status_code == 204
    shop.simulator.advance(60)
    assert shop.read(prepared["id"])["status"] == "canceled"
