"""What an offer picker, a failed payment and *again with the same data* need of a shipment."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from inpost_desk.domain.order import Person
from inpost_desk.domain.shipment import Dimensions, OfferId, Parcel
from inpost_desk.shipx.reading import read_offer, read_shipment

OFFER: dict[str, Any] = {
    "id": 901,
    "status": "available",
    "expires_at": "2026-03-02T09:20:04.375+01:00",
    "rate": 14.99,
    "currency": "PLN",
    "additional_services": ["email", "sms"],
    "carrier": {"id": "inpost_courier", "name": "InPost Kurier", "description": "x"},
    "service": {"id": "inpost_courier_standard", "name": "Kurier standard", "description": "x"},
    "unavailability_reasons": None,
    "invented_later": {"a": 1},
}


def test_an_offer() -> None:
    offer = read_offer(OFFER)
    assert (offer.id, offer.status, offer.rate) == (901, "available", Decimal("14.99"))
    assert (offer.service, offer.service_name) == ("inpost_courier_standard", "Kurier standard")
    assert (offer.carrier, offer.currency) == ("inpost_courier", "PLN")
    assert offer.additional_services == ("email", "sms")
    assert offer.expires_at == datetime(2026, 3, 2, 8, 20, 4, 375_000, tzinfo=UTC)
    assert offer.reasons == ()


def test_an_offer_on_an_account_paid_by_invoice_and_one_that_cannot_be_had() -> None:
    postpaid = read_offer({**OFFER, "rate": None, "expires_at": None})
    assert (postpaid.rate, postpaid.expires_at, postpaid.status) == (None, None, "available")
    reasons = [
        {"key": "sending_method_required", "message": "translation missing: keys.x"},
        {"key": "parcels_size_invalid", "message": "Parcel is too large or too heavy."},
    ]
    gone = read_offer({**OFFER, "status": "unavailable", "unavailability_reasons": reasons})
    assert gone.reasons == ("sending_method_required", "parcels_size_invalid")


@pytest.mark.parametrize("odd", [None, 7, "x", [], {}, {"id": None, "name": None}])
def test_an_offer_of_odd_members_is_still_one(odd: object) -> None:
    offer = read_offer({"id": 5, "carrier": odd, "currency": odd, "additional_services": odd})
    assert offer.id == 5
    assert offer.currency
    assert "" not in offer.additional_services


def test_a_transaction_names_its_offer_and_time() -> None:
    details = {"status": 422, "error": "company_data_missing", "message": "a@example.test"}
    shipment = read_shipment(
        {
            "id": 1,
            "transactions": [
                {
                    "id": 40,
                    "status": "failure",
                    "offer_id": 901,
                    "details": details,
                    "created_at": "2026-03-02T09:15:05.000+01:00",
                    "updated_at": "2026-03-02T09:15:06.000+01:00",
                },
                {"id": 39, "status": "success"},
            ],
        }
    )
    last = shipment.last_transaction
    assert last is not None
    assert (last.error, last.offer) == ("company_data_missing", OfferId(901))
    assert last.created_at == datetime(2026, 3, 2, 8, 15, 5, tzinfo=UTC)
    assert last.updated_at == datetime(2026, 3, 2, 8, 15, 6, tzinfo=UTC)
    assert "example" not in repr(shipment)
    assert shipment.transactions[1].offer == 0


def test_parcels_as_they_would_be_asked_for_again() -> None:
    size = {"length": 380, "width": 640, "height": 80, "unit": "mm"}
    own = {"length": "400.0", "width": 300.2, "height": 150, "unit": "mm"}
    shipment = read_shipment(
        {
            "id": 1,
            "parcels": [
                {"template": "small", "dimensions": size, "weight": {"amount": 25, "unit": "kg"}},
                {
                    "identify_number": "k-1/2",
                    "tracking_number": "520999000000000000000002",
                    "template": None,
                    "dimensions": own,
                    "weight": {"amount": "2.50", "unit": "kg"},
                    "is_non_standard": True,
                },
                {"dimensions": {"length": 1, "width": 0, "height": 3}, "weight": "invalid"},
            ],
        }
    )
    first, second, third = shipment.parcels
    assert (first.dimensions, first.weight) == (Dimensions(380, 640, 80), Decimal(25))
    assert first.parcel == Parcel(template="small")
    assert second.tracking_number == "520999000000000000000002"
    assert second.parcel == Parcel(
        dimensions=Dimensions(400, 301, 150), weight=Decimal("2.50"), non_standard=True
    )
    assert (third.dimensions, third.weight) == (None, None)


def test_what_else_a_shipment_says() -> None:
    shipment = read_shipment(
        {
            "id": 1,
            "comments": "rampa 2",
            "mpk": {"id": 3, "name": "Lampy"},
            "additional_services": ["email", "sms", "email"],
            "end_of_week_collection": True,
            "return_tracking_number": "520107000000000000000001",
            "sender": {"company_name": "Sklep", "phone": "500000009", "address": None},
            "custom_attributes": {
                "dropoff_point": "KRA010",
                "allegro_transaction_id": "t-1",
                "allegro_user_id": 77,
                "customer_delivering_code": "123456",
            },
            "updated_at": "2026-03-02T09:15:06.000+01:00",
        }
    )
    assert (shipment.comments, shipment.mpk, shipment.weekend) == ("rampa 2", "Lampy", True)
    assert shipment.additional_services == ("email", "sms")
    assert shipment.return_tracking_number == "520107000000000000000001"
    assert shipment.sender == Person(company="Sklep", phone="500000009")
    assert (shipment.dropoff_point, shipment.allegro_transaction) == ("KRA010", "t-1")
    assert shipment.allegro_user == "77"
    assert shipment.updated_at == datetime(2026, 3, 2, 8, 15, 6, tzinfo=UTC)
    assert "123456" not in repr(shipment)


@pytest.mark.parametrize(
    ("given", "name"), [("Lampy", "Lampy"), (None, ""), ({"id": 3}, ""), ([], "")]
)
def test_a_cost_centre_in_any_form(given: object, name: str) -> None:
    assert read_shipment({"id": 1, "mpk": given}).mpk == name
