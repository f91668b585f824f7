"""The body of a shipment, to the letter, and read back by our own reader."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.order import Address, Person
from inpost_desk.domain.shipment import Dimensions, NewShipment, Parcel
from inpost_desk.shipx.reading import read_shipment
from inpost_desk.shipx.transport import encoded
from inpost_desk.shipx.writing import write_batch, write_shipment

LOCKER = NewShipment(
    key="k-1",
    service="inpost_locker_standard",
    receiver=Person(phone="500600700", email="ala@example.test"),
    parcels=(Parcel(template="small"),),
    sending_method="any_point",
    reference="ZAM/1",
    target_point="GDY044",
)
COURIER = NewShipment(
    key="k-2",
    service="inpost_courier_standard",
    receiver=Person(
        phone="500600701",
        email="jan@example.test",
        first_name="Jan",
        last_name="Kos",
        company="Kos i S-ka",
        address=Address("Lipowa", "4/2", "Kielce", "25-001"),
    ),
    parcels=(
        Parcel(dimensions=Dimensions(400, 300, 150), weight=Decimal("2.5"), non_standard=True),
    ),
    sending_method="dispatch_order",
    reference="",
    sender=Person(phone="500600702", company="Lampy"),
    cod=Decimal("129.9"),
    insurance=Decimal(200),
    weekend=True,
    comments="rampa 2",
)


def test_a_locker_parcel() -> None:
    assert json.loads(encoded(write_shipment(LOCKER))) == {
        "service": "inpost_locker_standard",
        "receiver": {"phone": "500600700", "email": "ala@example.test"},
        "parcels": [{"id": "k-1", "template": "small"}],
        "custom_attributes": {"target_point": "GDY044", "sending_method": "any_point"},
        "reference": "ZAM/1",
        "external_customer_id": "k-1",
    }


def test_a_courier_parcel_with_everything() -> None:
    written = encoded(write_shipment(COURIER))
    assert json.loads(written, parse_float=Decimal) == {
        "service": "inpost_courier_standard",
        "receiver": {
            "company_name": "Kos i S-ka",
            "first_name": "Jan",
            "last_name": "Kos",
            "email": "jan@example.test",
            "phone": "500600701",
            "address": {
                "street": "Lipowa",
                "building_number": "4/2",
                "city": "Kielce",
                "post_code": "25-001",
                "country_code": "PL",
            },
        },
        "sender": {"company_name": "Lampy", "phone": "500600702"},
        "parcels": [
            {
                "id": "k-2",
                "dimensions": {"length": 400, "width": 300, "height": 150, "unit": "mm"},
                "weight": {"amount": Decimal("2.5"), "unit": "kg"},
                "is_non_standard": True,
            }
        ],
        "custom_attributes": {"sending_method": "dispatch_order"},
        "cod": {"amount": Decimal("129.90"), "currency": "PLN"},
        "insurance": {"amount": Decimal("200.00"), "currency": "PLN"},
        "comments": "rampa 2",
        "external_customer_id": "k-2",
        "end_of_week_collection": True,
    }
    assert b'"amount":129.90' in written


def test_offers_are_asked_for_without_a_service() -> None:
    new = replace(LOCKER, service="", only_choice_of_offer=True)
    body = json.loads(encoded(write_shipment(new)))
    assert body == {
        name: value
        for name, value in json.loads(encoded(write_shipment(LOCKER))).items()
        if name != "service"
    }
    assert new.asks_for_offers


def test_everything_else_api_2_3_knows() -> None:
    new = replace(
        LOCKER,
        service="inpost_locker_allegro",
        dropoff_point="KRA010",
        additional_services=("sms", "rod"),
        mpk="SKLEP",
        allegro_transaction="TX-1",
        allegro_user="77",
        commercial_product_identifier="K-1",
        only_choice_of_offer=True,
    )
    body = json.loads(encoded(write_shipment(new)))
    assert body["custom_attributes"] == {
        "target_point": "GDY044",
        "dropoff_point": "KRA010",
        "sending_method": "any_point",
        "allegro_transaction_id": "TX-1",
        "allegro_user_id": "77",
    }
    assert body["additional_services"] == ["sms", "rod"]
    assert (body["mpk"], body["commercial_product_identifier"]) == ("SKLEP", "K-1")
    assert body["only_choice_of_offer"] is True


def test_several_parcels_have_ids_of_their_own_and_one_key() -> None:
    new = replace(COURIER, parcels=COURIER.parcels * 3)
    body = json.loads(encoded(write_shipment(new)))
    assert [one["id"] for one in body["parcels"]] == ["k-2", "k-2/2", "k-2/3"]
    for one in body["parcels"]:
        one["identify_number"] = one.pop("id")
    assert read_shipment({"id": 1, **body}).keys == {"k-2"}
    # Also where the account does not give the customer's id back.
    assert read_shipment({"id": 1, "parcels": body["parcels"]}).keys == {"k-2"}


def test_rows_of_a_batch_carry_our_keys() -> None:
    body = json.loads(encoded(write_batch([LOCKER, COURIER])))
    assert list(body) == ["shipments"]
    assert [row["id"] for row in body["shipments"]] == ["k-1", "k-2"]


@pytest.mark.parametrize("amount", ["12.505", "0.001", "NaN"])
def test_an_amount_is_never_rounded(amount: str) -> None:
    with pytest.raises(ValueError, match="grosz"):
        write_shipment(
            NewShipment(
                key="k",
                service="s",
                receiver=Person(),
                parcels=(Parcel(template="small"),),
                sending_method="pop",
                reference="",
                cod=Decimal(amount),
            )
        )


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), max_size=20)
AMOUNTS = st.none() | st.decimals(min_value=1, max_value=9_999_999, places=2)
SHIPMENTS = st.builds(
    NewShipment,
    key=st.uuids().map(str),
    service=st.sampled_from(["inpost_locker_standard", "inpost_courier_standard"]),
    receiver=st.builds(
        Person,
        phone=st.from_regex(r"[1-9][0-9]{8}", fullmatch=True),
        email=WORDS,
        first_name=WORDS,
        last_name=WORDS,
        company=WORDS,
        address=st.none() | st.builds(Address, WORDS.filter(bool), WORDS, WORDS, WORDS),
    ),
    parcels=st.just((Parcel(template="small"),)),
    sending_method=st.sampled_from(["pop", "any_point"]),
    reference=WORDS,
    target_point=WORDS,
    cod=AMOUNTS,
    insurance=AMOUNTS,
    weekend=st.booleans(),
)


@given(SHIPMENTS)
def test_what_is_written_is_read_back(new: NewShipment) -> None:
    body = json.loads(encoded(write_shipment(new)))
    body["parcels"][0]["identify_number"] = body["parcels"][0].pop("id")
    found = read_shipment({"id": 1, **body})
    assert found.keys == {new.key}
    assert (found.cod, found.insurance) == (new.cod, new.insurance)
    assert found.receiver == new.receiver
    assert (found.reference, found.target_point, found.sending_method, found.service) == (
        new.reference,
        new.target_point,
        new.sending_method,
        new.service,
    )
