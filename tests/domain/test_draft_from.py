"""Again with the same data: the draft of a shipment asks for the very same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.draft import Draft, DraftParcel, Mode
from inpost_desk.domain.draft_from import draft_of_shipment
from inpost_desk.domain.draft_shipments import shipments_of
from inpost_desk.domain.order import Address, Field, Person
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.service import COURIER, LOCKER, PARCEL_POINT, Service
from inpost_desk.domain.shipment import (
    Dimensions,
    NewShipment,
    Parcel,
    Shipment,
    ShipmentId,
    ShipmentParcel,
)
from tests.domain.drafts import SENDABLE, good

CHOICES = Choices("dispatch_order")
JAN = Person(
    phone="501234567",
    email="jan@example.test",
    first_name="Jan",
    last_name="Kos",
    address=Address("Lipowa", "4/2", "Kielce", "25-001"),
)
AMOUNTS = st.none() | st.integers(100, 500_000).map(lambda grosz: Decimal(grosz) / 100)
WEIGHTS = st.integers(10, 5_000_000).map(lambda grams: Decimal(grams) / 1000)
SIZES = st.builds(Dimensions, *[st.integers(1, 20_000)] * 3)
PARCELS = st.builds(
    lambda size, weight, odd: Parcel(dimensions=size, weight=weight, non_standard=odd),
    SIZES,
    WEIGHTS,
    st.booleans(),
)


def as_described(new: NewShipment) -> Shipment:
    """The shipment as InPost would describe it."""
    parcels = tuple(
        ShipmentParcel(
            template=one.template,
            dimensions=one.dimensions,
            weight=one.weight,
            non_standard=one.non_standard,
        )
        for one in new.parcels
    )
    return Shipment(
        ShipmentId(1),
        "confirmed",
        service=new.service,
        reference=new.reference,
        target_point=new.target_point,
        sending_method=new.sending_method,
        receiver=new.receiver,
        cod=new.cod,
        insurance=new.insurance,
        parcels=parcels,
        sender=new.sender or Person(),
        dropoff_point=new.dropoff_point,
        allegro_transaction=new.allegro_transaction,
        allegro_user=new.allegro_user,
        weekend=new.weekend,
        comments=new.comments,
        mpk=new.mpk,
        additional_services=new.additional_services,
    )


def asked(draft: Draft, choices: Choices = CHOICES) -> NewShipment:
    (new,) = shipments_of(draft, ["k"], choices)
    return new


@pytest.mark.parametrize("service", SENDABLE, ids=lambda one: one.id)
def test_a_shipment_of_every_service_is_asked_for_again(service: Service) -> None:
    draft = replace(
        good(service),
        comments="rampa 2",
        mpk="M-1",
        insurance="1 299,90" if service.insurable else "",
        sender=Person(company="Lampy"),
    )
    first = asked(draft)
    again = draft_of_shipment(as_described(first))
    if Field.PRODUCT in service.required:
        # InPost does not give it back.
        again = replace(again, product=draft.product)
    assert asked(again) == first


@given(cod=AMOUNTS, insurance=AMOUNTS, parcel=PARCELS)
def test_money_and_measures_come_back_to_the_grosz_and_gram(
    cod: Decimal | None, insurance: Decimal | None, parcel: Parcel
) -> None:
    cover = max(filter(None, (cod, insurance)), default=None)
    first = NewShipment(
        "k", COURIER, JAN, (parcel, parcel), "dispatch_order", "R-01", cod=cod, insurance=cover
    )
    assert asked(draft_of_shipment(as_described(first))) == first


def test_a_parcel_for_a_paczkopunkt_is_asked_for_as_a_locker_parcel() -> None:
    said = Shipment(
        ShipmentId(1),
        "confirmed",
        service=PARCEL_POINT,
        target_point="POP-KRA1",
        sending_method="dispatch_order",
        receiver=JAN,
        parcels=(ShipmentParcel(template="small", dimensions=Dimensions(1, 2, 3)),),
    )
    new = asked(draft_of_shipment(said))
    assert (new.service, new.target_point, new.parcel) == (LOCKER, "POP-KRA1", Parcel("small"))


def test_one_that_waits_for_a_choice_asks_for_offers_again() -> None:
    said = Shipment(ShipmentId(1), "offers_prepared", receiver=JAN, sending_method="dispatch_order")
    draft = draft_of_shipment(said)
    assert (draft.mode, draft.to_point, draft.parcels) == (
        Mode.OFFERS,
        False,
        (DraftParcel("small"),),
    )
