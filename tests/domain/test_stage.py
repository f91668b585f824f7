"""What ShipX's statuses, transactions and offers mean for us."""

from __future__ import annotations

import pytest

from inpost_desk.domain.point import Point
from inpost_desk.domain.shipment import (
    Offer,
    OfferId,
    Shipment,
    ShipmentId,
    ShipmentParcel,
    Transaction,
)
from inpost_desk.domain.stage import is_paid, payment_failed, unavailable_reasons


def shipment(status: str, *transactions: Transaction, offers: tuple[Offer, ...] = ()) -> Shipment:
    return Shipment(ShipmentId(1), status, transactions=transactions, offers=offers)


@pytest.mark.parametrize("status", ["created", "offers_prepared", "offer_selected", "canceled", ""])
def test_not_paid(status: str) -> None:
    assert not is_paid(shipment(status))


@pytest.mark.parametrize("status", ["confirmed", "delivered", "a_status_invented_tomorrow"])
def test_paid(status: str) -> None:
    assert is_paid(shipment(status))


def test_only_the_last_payment_counts() -> None:
    failed = Transaction(1, "failure", "debt_collection")
    again = Transaction(2, "initiated")
    assert payment_failed(shipment("offer_selected", failed)) == "debt_collection"
    assert payment_failed(shipment("offer_selected", again, failed)) == ""
    assert payment_failed(shipment("confirmed", failed)) == ""
    assert payment_failed(shipment("offer_selected", Transaction(3, "failure"))) == (
        "transaction_failed"
    )
    assert payment_failed(shipment("offer_selected")) == ""


def test_offers_are_unavailable_only_together() -> None:
    bad = Offer(OfferId(1), "unavailable", reasons=("parcels_size_invalid",))
    good = Offer(OfferId(2), "available")
    assert unavailable_reasons(shipment("offers_prepared", offers=(bad,))) == (
        "parcels_size_invalid",
    )
    assert unavailable_reasons(shipment("offers_prepared", offers=(bad, good))) == ()
    assert unavailable_reasons(shipment("offers_prepared")) == ()
    assert unavailable_reasons(shipment("offer_selected", offers=(bad,))) == ()
    silent = Offer(OfferId(3), "unavailable")
    assert unavailable_reasons(shipment("offers_prepared", offers=(silent,))) == (
        "offer_unavailable",
    )


def test_a_key_may_come_back_in_two_places() -> None:
    parcels = (ShipmentParcel(identify_number="k-2"), ShipmentParcel())
    made = Shipment(ShipmentId(1), "created", key="k-1", parcels=parcels)
    assert made.keys == {"k-1", "k-2"}


def test_points() -> None:
    assert Point("POP-WAW364").parcel_point
    assert Point("X1", types=frozenset({"pop"})).parcel_point
    assert not Point("KRA010", types=frozenset({"parcel_locker", "pop"})).parcel_point
    assert Point("KRA010").operating
    assert not Point("KRA010", status="NonOperating").operating
    assert Point("KRA010").receives
    assert not Point("KRA010", functions=frozenset({"parcel_send"})).receives
