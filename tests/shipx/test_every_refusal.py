"""Every validation key of ShipX on every field of a creation, in every shape seen (API §1.6, §1.8)."""

from __future__ import annotations

import pytest

from inpost_desk.domain.order import Field
from inpost_desk.errors import Reason, Refused
from inpost_desk.shipx.refusals import reasons_of
from inpost_desk.wording.sentences import field_words, rule_words, trouble_words

KEYS = (
    "required",
    "invalid",
    "invalid_format",
    "too_short",
    "too_long",
    "too_small",
    "too_big",
    "not_a_number",
    "not_an_integer",
    "does_not_exist",
    "invalid_box_machine_function",
    "not_an_email",
    "not_found",
    "too_many_characters",
    "already_bought",
    "id_0_does_not_exist",
    "you_can_not_generate_labels_for_unpaid_shipments",
    "sending_method_required",
)
FIELDS: dict[str, Field | str] = {
    "receiver": "receiver",
    "receiver.name": Field.NAME,
    "receiver.company_name": Field.COMPANY,
    "receiver.first_name": Field.FIRST_NAME,
    "receiver.last_name": Field.LAST_NAME,
    "receiver.email": Field.EMAIL,
    "receiver.phone": Field.PHONE,
    "receiver.address": Field.STREET,
    "receiver.address.street": Field.STREET,
    "receiver.address.building_number": Field.BUILDING_NUMBER,
    "receiver.address.line1": Field.STREET,
    "receiver.address.line2": Field.STREET,
    "receiver.address.city": Field.CITY,
    "receiver.address.post_code": Field.POST_CODE,
    "receiver.address.country_code": "receiver.address.country_code",
    "sender": Field.SENDER,
    "sender.phone": Field.SENDER,
    "sender.address.post_code": Field.SENDER,
    "parcels": Field.SIZE,
    "custom_attributes.target_point": Field.POINT,
    "custom_attributes.dropoff_point": Field.DROPOFF_POINT,
    "custom_attributes.sending_method": Field.SENDING_METHOD,
    "custom_attributes.allegro_transaction_id": Field.ALLEGRO_TRANSACTION,
    "custom_attributes.allegro_user_id": Field.ALLEGRO_USER,
    "cod": Field.COD,
    "cod.amount": Field.COD,
    "cod.currency": Field.COD,
    "insurance": Field.INSURANCE,
    "insurance.amount": Field.INSURANCE,
    "service": Field.SERVICE,
    "reference": Field.REFERENCE,
    "comments": Field.COMMENTS,
    "mpk": Field.MPK,
    "additional_services": Field.ADDITIONAL_SERVICES,
    "end_of_week_collection": Field.WEEKEND,
    "commercial_product_identifier": Field.PRODUCT,
    "offer_id": Field.OFFER,
    "shipment": "shipment",
    "something.invented.later": "something.invented.later",
}
OF_A_PARCEL: dict[str, Field | str] = {
    "id": "parcels.id",
    "template": Field.SIZE,
    "is_non_standard": Field.SIZE,
    "dimensions": Field.DIMENSIONS,
    "dimensions.length": Field.LENGTH,
    "dimensions.width": Field.WIDTH,
    "dimensions.height": Field.HEIGHT,
    "dimensions.unit": Field.DIMENSIONS,
    "weight": Field.WEIGHT,
    "weight.amount": Field.WEIGHT,
    "weight.unit": Field.WEIGHT,
}


def nested(path: str, key: str) -> dict[str, object]:
    """Objects in lists of one, as recorded."""
    first, _, rest = path.partition(".")
    return {first: [nested(rest, key)] if rest else [key]}


def found(details: object) -> tuple[Reason, ...]:
    return reasons_of({"status": 400, "error": "validation_failed", "details": details})


@pytest.mark.parametrize(("path", "field"), FIELDS.items())
def test_every_key_on_every_field(path: str, field: str) -> None:
    for key in KEYS:
        for details in (nested(path, key), {path: [key]}, {path: key}):
            assert found(details) == (Reason(str(field), key),)
        in_a_row = {"shipments": [{"ZAM.7/A": nested(path, key)}]}
        assert found(in_a_row) == (Reason(str(field), key, "ZAM.7/A"),)


@pytest.mark.parametrize(("path", "field"), OF_A_PARCEL.items())
def test_every_key_on_every_field_of_a_parcel(path: str, field: str) -> None:
    for key in KEYS:
        one = nested(path, key)
        for details in (
            {"parcels": [{"2": one}]},
            {"parcels": {"2": one}},
            {"parcels": [{}, {}, one]},
            {f"parcels.2.{path}": [key]},
        ):
            assert found(details) == (Reason(str(field), key, parcel=2),)
        in_a_row = {"shipments": [{"3": {"parcels": [{"0": one}]}}]}
        assert found(in_a_row) == (Reason(str(field), key, "3", parcel=0),)
        by_our_id = {"parcels": [{"k-1/2": one}]}
        assert found(by_our_id) == (Reason(str(field), key),)


def test_each_parcel_has_its_own_reasons() -> None:
    details = {"parcels": [{"0": nested("weight", "required"), "3": nested("weight", "required")}]}
    assert found(details) == (
        Reason(Field.WEIGHT, "required", parcel=0),
        Reason(Field.WEIGHT, "required", parcel=3),
    )
    assert found({"parcels": ["required"]}) == (Reason(Field.SIZE, "required"),)
    assert found({"parcels": {"1": ["invalid"]}}) == (Reason(Field.SIZE, "invalid", parcel=1),)


@pytest.mark.parametrize("shape", [{"0": ["invalid"]}, [{"sms": ["invalid"]}], ["invalid"]])
def test_an_additional_service_by_place_or_name(shape: object) -> None:
    assert found({"additional_services": shape}) == (Reason(Field.ADDITIONAL_SERVICES, "invalid"),)


@pytest.mark.parametrize("field", sorted({*map(str, FIELDS.values()), *OF_A_PARCEL.values()}))
def test_there_are_words_for_every_key_and_field(field: str) -> None:
    for key in KEYS:
        words = rule_words(key, field=field)
        assert key not in words.split()
        assert words.endswith(".")
        said = trouble_words(Refused(status=400, reasons=(Reason(field, key),)))
        assert said.casefold().startswith(field_words(field).casefold())


def test_what_is_not_known_is_shown_as_it_is() -> None:
    refusal = Refused(status=400, reasons=found({"moon": [{"phase": ["not_full"]}]}))
    assert trouble_words(refusal) == "Moon.phase: InPost answered “not_full”."
