"""A draft's pages, its way to disk and back, and the shipments it becomes."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.draft import (
    Draft,
    DraftParcel,
    Mode,
    Step,
    from_json,
    shipments_wanted,
    step_of,
    steps,
    to_json,
)
from inpost_desk.domain.draft_checks import review
from inpost_desk.domain.draft_shipments import orders_of, shipments_of, suited
from inpost_desk.domain.order import Address, Field, Kind, Person, Size
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.service import COURIER, COURIER_C2C, LOCKER, PARCEL_POINT
from inpost_desk.domain.shipment import Dimensions
from tests.domain.drafts import ADDRESSED, MEASURED, PERSON

CHOICES = Choices("dispatch_order", sender=Person(company="Lampy"))
TO_LOCKER = replace(PERSON, service=LOCKER, point="kra010", reference="ZAM/1")
BY_COURIER = replace(ADDRESSED, service=COURIER, parcels=(MEASURED,), reference="ZAM/2")

TEXTS = st.text(max_size=30)
DRAFTS = st.builds(
    Draft,
    mode=st.sampled_from(Mode),
    service=st.sampled_from(["", LOCKER, COURIER, COURIER_C2C, PARCEL_POINT]) | TEXTS,
    to_point=st.booleans(),
    parcels=st.lists(
        st.builds(
            DraftParcel, st.sampled_from(["", "small", "xlarge"]), TEXTS, TEXTS, TEXTS, TEXTS
        ),
        max_size=3,
    ).map(tuple),
    count=st.integers(-3, 20),
    additional_services=st.lists(TEXTS, max_size=3).map(tuple),
    weekend=st.booleans(),
    sender=st.none() | st.builds(Person, TEXTS, address=st.builds(Address, *[TEXTS] * 4)),
    **dict.fromkeys(
        ("phone", "email", "first_name", "last_name", "company", "street", "building_number"), TEXTS
    ),
    **dict.fromkeys(("city", "post_code", "point", "dropoff_point", "cod", "insurance"), TEXTS),
    **dict.fromkeys(("reference", "comments", "mpk", "product", "sending_method"), TEXTS),
)


def test_offers_stand_in_for_the_summary() -> None:
    assert steps(TO_LOCKER) == (
        Step.MODE,
        Step.RECEIVER,
        Step.DELIVERY,
        Step.PARCELS,
        Step.EXTRAS,
        Step.SUMMARY,
        Step.DONE,
    )
    compared = steps(replace(TO_LOCKER, mode=Mode.OFFERS))
    assert compared[-2:] == (Step.OFFERS, Step.DONE)
    assert Step.SUMMARY not in compared


def test_with_one_service_there_is_nothing_to_choose() -> None:
    one = frozenset({LOCKER, PARCEL_POINT})
    assert steps(TO_LOCKER, one)[0] is Step.RECEIVER
    assert steps(replace(TO_LOCKER, service=""), one)[0] is Step.MODE
    assert steps(replace(TO_LOCKER, mode=Mode.OFFERS), one)[0] is Step.MODE
    assert steps(TO_LOCKER, frozenset({LOCKER, COURIER}))[0] is Step.MODE


@pytest.mark.parametrize("field", set(Field) - {Field.ROW})
def test_every_field_is_on_a_page_of_the_draft(field: Field) -> None:
    found = {step_of(field)}
    assert found <= set(steps(TO_LOCKER)) | {Step.OFFERS}
    assert found & {Step.SUMMARY, Step.DONE} == set()


def test_what_no_page_has_is_told_at_the_end() -> None:
    assert step_of("receiver.shoe_size") is Step.SUMMARY


@given(DRAFTS)
def test_a_draft_survives(draft: Draft) -> None:
    assert from_json(to_json(draft)) == draft


def test_a_draft_of_another_version_is_read() -> None:
    kept = json.loads(to_json(TO_LOCKER))
    kept["tomorrow"] = [1, {"a": None}]
    kept["parcels"][0]["colour"] = "red"
    del kept["mpk"]
    assert from_json(json.dumps(kept).encode()) == TO_LOCKER


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"mode": "later"}', b'{"count": "x"}', b"[" * 9000]
)
def test_a_damaged_draft_is_none(content: bytes) -> None:
    assert from_json(content) is None


def test_a_damaged_character_costs_only_itself() -> None:
    kept = from_json(to_json(replace(TO_LOCKER, comments="a\ud800b")))
    assert kept == replace(TO_LOCKER, comments="a?b")


@given(DRAFTS, st.integers(1, 9))
def test_no_draft_makes_a_check_raise(draft: Draft, count: int) -> None:
    found = review(replace(draft, count=count))
    order = list(Step)
    places = [order.index(one.step) for one in found.findings]
    assert places == sorted(places)
    if found.stops:
        return
    wanted = shipments_wanted(draft)
    assert len(shipments_of(draft, ["k"] * wanted, CHOICES)) == wanted


def test_a_locker_shipment() -> None:
    (new,) = shipments_of(TO_LOCKER, ["k"], CHOICES)
    assert (new.service, new.target_point, new.key) == (LOCKER, "KRA010", "k")
    assert new.parcel.template == "small"
    assert new.receiver.address is None
    assert new.sender == CHOICES.sender
    assert new.sending_method == "dispatch_order"


def test_the_drafts_own_choices_win() -> None:
    sender = Person(company="Inna")
    draft = replace(TO_LOCKER, sending_method="pop", sender=sender, service=PARCEL_POINT)
    (new,) = shipments_of(draft, ["k"], CHOICES)
    assert (new.sending_method, new.sender, new.service) == ("pop", sender, LOCKER)


@pytest.mark.parametrize("count", [2, 3, 9])
def test_lockers_times_n_ask_for_the_money_once(count: int) -> None:
    draft = replace(TO_LOCKER, count=count, cod="129,90", insurance="200")
    keys = [f"k{number}" for number in range(count)]
    made = shipments_of(draft, keys, CHOICES)
    orders = orders_of(draft, CHOICES)
    assert [one.key for one in made] == keys
    assert [one.reference for one in made] == [f"ZAM/1-{n}/{count}" for n in range(1, count + 1)]
    for each in (made, orders):
        assert sum(one.cod or 0 for one in each) == Decimal("129.90")
        assert sum(one.insurance or 0 for one in each) == Decimal(200)
        assert each[0].cod == Decimal("129.90")
    assert [one.reference for one in orders] == [one.reference for one in made]


def test_without_a_reference_none_is_made_up() -> None:
    made = shipments_of(replace(TO_LOCKER, reference="", count=3), ["a", "b", "c"], CHOICES)
    assert {one.reference for one in made} == {""}


def test_couriers_take_all_parcels_in_one_shipment() -> None:
    draft = replace(BY_COURIER, parcels=(MEASURED, replace(MEASURED, weight="7")), cod="10")
    (new,) = shipments_of(draft, ["k"], CHOICES)
    assert [one.weight for one in new.parcels] == [Decimal("2.5"), Decimal(7)]
    assert new.parcel_ids == ("k", "k/2")
    assert (new.cod, new.insurance) == (Decimal(10), Decimal(10))
    assert new.target_point == ""


def test_offers_are_asked_for_without_a_service() -> None:
    draft = replace(TO_LOCKER, mode=Mode.OFFERS, only_choice_of_offer=True)
    (new,) = shipments_of(draft, ["k"], CHOICES)
    assert new.asks_for_offers
    assert not new.only_choice_of_offer


def test_pass_thru_starts_where_it_ends() -> None:
    draft = replace(TO_LOCKER, service="inpost_locker_pass_thru", sending_method="")
    (new,) = shipments_of(draft, ["k"], CHOICES)
    assert (new.dropoff_point, new.target_point) == ("KRA010", "KRA010")
    assert new.sending_method == "parcel_locker"


def test_leftovers_of_another_service_are_not_sent() -> None:
    draft = replace(
        TO_LOCKER,
        allegro_transaction="TX",
        allegro_user="7",
        product="K",
        dropoff_point="KRA011",
        street="Lipowa",
        city="!",
    )
    (new,) = shipments_of(draft, ["k"], CHOICES)
    assert (new.allegro_transaction, new.allegro_user) == ("", "")
    assert (new.commercial_product_identifier, new.dropoff_point) == ("", "")


@pytest.mark.parametrize(
    ("draft", "keys"),
    [
        (replace(TO_LOCKER, phone="12"), ["k"]),
        (replace(TO_LOCKER, parcels=()), ["k"]),
        (TO_LOCKER, []),
        (TO_LOCKER, ["a", "b"]),
    ],
)
def test_mistakes_make_no_shipment(draft: Draft, keys: list[str]) -> None:
    with pytest.raises(ValueError, match=r"mistakes|keys"):
        shipments_of(draft, keys, CHOICES)


def test_orders_for_the_ledger() -> None:
    (order,) = orders_of(BY_COURIER, CHOICES)
    assert (order.kind, order.size, order.reference) == (Kind.COURIER, Size.B, "ZAM/2")
    long = replace(BY_COURIER, parcels=(replace(MEASURED, length="1300", non_standard=True),))
    assert orders_of(long, CHOICES)[0].size is Size.N
    (locker,) = orders_of(replace(TO_LOCKER, parcels=(DraftParcel("large"),), weekend=True))
    assert (locker.kind, locker.size, locker.weekend) == (Kind.LOCKER, Size.C, True)


def test_another_service_keeps_what_it_can() -> None:
    courier = suited(replace(TO_LOCKER, service=COURIER, count=3))
    assert courier.count == 1
    assert len(courier.parcels) == 3
    assert courier.parcels[0] == DraftParcel("", "640", "380", "80", "5")
    back = suited(replace(courier, service=LOCKER))
    assert (len(back.parcels), back.count) == (1, 3)
    same = replace(TO_LOCKER, service=COURIER_C2C)
    assert suited(same) == same
    letter = suited(replace(TO_LOCKER, service="inpost_letter_allegro"))
    assert letter.parcels == (DraftParcel("letter_a"),)
    new = shipments_of(replace(courier, **_address()), ["k"], CHOICES)[0]
    assert new.parcels[2].dimensions == Dimensions(640, 380, 80)


def _address() -> dict[str, Any]:
    names = ("first_name", "last_name", "street", "building_number", "city", "post_code")
    return {name: getattr(ADDRESSED, name) for name in names}
