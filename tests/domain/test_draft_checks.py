"""What is found wrong with a draft, on which page, and what is mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from inpost_desk.domain.draft import Draft, DraftParcel, Mode, Step
from inpost_desk.domain.draft_checks import Circumstances, findings, review
from inpost_desk.domain.order import Field
from inpost_desk.domain.point import Point
from inpost_desk.domain.service import COURIER, COURIER_C2C, LOCKER
from tests.domain.drafts import ADDRESSED, MEASURED, PERSON, SENDABLE, good

TO_LOCKER = replace(PERSON, service=LOCKER, point="KRA010")
BY_COURIER = replace(ADDRESSED, service=COURIER, parcels=(MEASURED,))
LETTER = good(next(one for one in SENDABLE if one.id == "inpost_letter_allegro"))
PASS_THRU = good(next(one for one in SENDABLE if one.id == "inpost_locker_pass_thru"))
OPEN = {"KRA010": Point("KRA010", "Operating", functions=frozenset({"parcel_collect"}))}
SUNDAY = datetime(2026, 3, 8, 12, tzinfo=UTC)
FRIDAY = datetime(2026, 3, 6, 12, tzinfo=UTC)


def found(draft: Draft, known: Circumstances | None = None) -> set[tuple[str, str]]:
    """What stops the draft."""
    return {
        (one.problem.field.value, one.problem.rule) for one in findings(draft, known) if one.stops
    }


def warned(draft: Draft, known: Circumstances | None = None) -> set[str]:
    return {one.problem.rule for one in findings(draft, known) if not one.stops}


@pytest.mark.parametrize("draft", [TO_LOCKER, BY_COURIER, LETTER, PASS_THRU])
def test_nothing_is_wrong(draft: Draft) -> None:
    assert findings(draft, Circumstances(points=OPEN, mpks=(), now=SUNDAY)) == ()


CASES: list[tuple[Draft, dict[str, Any], str, str]] = [
    (TO_LOCKER, {"service": ""}, "service", "required"),
    (TO_LOCKER, {"phone": "123"}, "phone", "too_short"),
    (TO_LOCKER, {"email": ""}, "email", "required"),
    (TO_LOCKER, {"email": "a@b"}, "email", "invalid_format"),
    (TO_LOCKER, {"point": ""}, "point", "required"),
    (TO_LOCKER, {"parcels": ()}, "size", "required"),
    (TO_LOCKER, {"parcels": (DraftParcel("xlarge"),)}, "size", "size_not_for_service"),
    (TO_LOCKER, {"parcels": (MEASURED, MEASURED)}, "count", "one_parcel_for_service"),
    (TO_LOCKER, {"parcels": (DraftParcel(),)}, "weight", "required"),
    (TO_LOCKER, {"count": 0}, "count", "too_small"),
    (TO_LOCKER, {"count": 10}, "count", "too_big"),
    (TO_LOCKER, {"cod": "5000,01"}, "cod", "too_big"),
    (TO_LOCKER, {"cod": "dużo"}, "cod", "invalid_amount"),
    (TO_LOCKER, {"insurance": "0,50"}, "insurance", "too_small"),
    (TO_LOCKER, {"reference": "ab"}, "reference", "too_short"),
    (TO_LOCKER, {"reference": "x" * 97, "count": 2}, "reference", "too_long"),
    (TO_LOCKER, {"comments": "x" * 101}, "comments", "too_long"),
    (TO_LOCKER, {"mpk": "x" * 256}, "mpk", "too_long"),
    (TO_LOCKER, {"additional_services": ("sms",)}, "additional_services", "extra_not_for_service"),
    (TO_LOCKER, {"sending_method": ""}, "sending_method", "required"),
    (TO_LOCKER, {"sending_method": "pok"}, "dropoff_point", "required"),
    (TO_LOCKER, {"first_name": "x" * 300}, "given_name", "too_long"),
    (BY_COURIER, {"first_name": ""}, "given_name", "name_or_company_required"),
    (BY_COURIER, {"last_name": ""}, "surname", "name_or_company_required"),
    (BY_COURIER, {"street": ""}, "street", "required"),
    (BY_COURIER, {"street": "12"}, "street", "street_required"),
    (BY_COURIER, {"building_number": ""}, "building_number", "building_number_required"),
    (BY_COURIER, {"building_number": "a"}, "building_number", "invalid_format"),
    (BY_COURIER, {"post_code": "3"}, "post_code", "invalid_format"),
    (BY_COURIER, {"post_code": "3000"}, "post_code", "invalid_format"),
    (BY_COURIER, {"city": "7"}, "city", "invalid_format"),
    (BY_COURIER, {"count": 2}, "count", "copies_not_for_service"),
    (BY_COURIER, {"parcels": (MEASURED,) * 1001}, "count", "too_big"),
    (BY_COURIER, {"parcels": (DraftParcel("small"),)}, "size", "size_not_for_service"),
    (BY_COURIER, {"cod": "15000,01"}, "cod", "too_big"),
    (BY_COURIER, {"sending_method": "parcel_locker"}, "sending_method", "method_not_for_service"),
    (BY_COURIER, {"weekend": True}, "weekend", "weekend_not_for_service"),
    (
        BY_COURIER,
        {"service": "inpost_courier_express_1000", "additional_services": ("forhour_9", "forhour_10")},
        "additional_services",
        "one_delivery_hour",
    ),
    (BY_COURIER, {"email": "", "additional_services": ("email",)}, "email", "required"),
    (BY_COURIER, {"service": "inpost_courier_alcohol", "insurance": "5"}, "insurance", "insurance_not_for_service"),
    (TO_LOCKER, {"service": "inpost_locker_standard_smart", "cod": "5"}, "cod", "cod_not_for_service"),
    (TO_LOCKER, {"service": "inpost_locker_economy"}, "commercial_product_identifier", "required"),
    (
        TO_LOCKER,
        {"service": "inpost_locker_allegro", "weekend": True},
        "weekend",
        "invalid_allegro_for_end_of_week_collection",
    ),
    (LETTER, {"parcels": (MEASURED,)}, "size", "required"),
    (LETTER, {"allegro_user": ""}, "allegro_user_id", "required"),
    (LETTER, {"allegro_user": "", "allegro_transaction": "", "email": ""}, "email", "allegro_buyer_required"),
    (PASS_THRU, {"point": "POP-WAW364"}, "point", "parcel_point_not_for_service"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "changes", "field", "rule"), CASES)
def test_what_stops_a_draft(draft: Draft, changes: dict[str, Any], field: str, rule: str) -> None:
    assert (field, rule) in found(replace(draft, **changes))


def test_findings_stand_on_their_pages() -> None:
    draft = replace(BY_COURIER, phone="", city="", cod="x", parcels=(MEASURED, DraftParcel()))
    shown = [(one.step, one.parcel) for one in findings(draft)]
    assert shown == [
        (Step.RECEIVER, None),
        (Step.DELIVERY, None),
        *[(Step.PARCELS, 1)] * 4,
        (Step.EXTRAS, None),
    ]


@pytest.mark.parametrize(
    ("parcel", "rule"),
    [
        (replace(MEASURED, length="1201"), "non_standard_needed"),
        (replace(MEASURED, length="3600", non_standard=True), "parcel_too_large"),
        (replace(MEASURED, weight="51"), "parcel_too_heavy"),
    ],
)
def test_measures_of_one_parcel(parcel: DraftParcel, rule: str) -> None:
    (one,) = findings(replace(BY_COURIER, parcels=(MEASURED, parcel)))
    assert (one.problem.rule, one.parcel, one.stops) == (rule, 1, True)


def test_a_heavy_parcel_has_to_be_arranged() -> None:
    draft = replace(BY_COURIER, parcels=(replace(MEASURED, weight="31"),))
    assert (found(draft), warned(draft)) == (set(), {"weight_to_arrange"})


def test_the_contract_decides() -> None:
    known = Circumstances(allowed=frozenset({COURIER}))
    assert found(TO_LOCKER, known) == {("service", "service_not_in_contract")}
    assert found(replace(TO_LOCKER, mode=Mode.OFFERS), known) == set()
    assert found(BY_COURIER, known) == set()


def test_inpost_says_how_a_service_is_posted() -> None:
    known = Circumstances(methods={COURIER: frozenset({"parcel_locker"})})
    assert found(BY_COURIER, known) == {("sending_method", "method_not_for_service")}
    assert found(replace(BY_COURIER, sending_method="parcel_locker"), known) == set()
    assert found(replace(TO_LOCKER, sending_method=""), Circumstances(method="pop")) == set()


@pytest.mark.parametrize(
    ("point", "rules"),
    [
        (None, {"does_not_exist"}),
        (Point("KRA010", "NonOperating"), {"point_closed"}),
        (Point("KRA010", functions=frozenset({"parcel_send"})), {"invalid_box_machine_function"}),
        (Point("KRA010", payment=False), {"cod_not_payable_at_point"}),
        (Point("KRA010", open_247=False), {"invalid_target_point_247_for_end_of_week_collection"}),
        (Point("KRA010", payment=True, open_247=True), set()),
    ],
)
def test_points(point: Point | None, rules: set[str]) -> None:
    draft = replace(TO_LOCKER, cod="10", weekend=True)
    known = Circumstances(points={"KRA010": point}, now=FRIDAY)
    assert {rule for _, rule in found(draft, known)} == rules


def test_the_point_of_posting() -> None:
    draft = replace(TO_LOCKER, sending_method="pok", dropoff_point="kra011")
    closed = Point("KRA011", "Disabled")
    assert found(draft) == set()
    assert found(draft, Circumstances(points={"KRA011": None})) == {
        ("dropoff_point", "does_not_exist")
    }
    assert found(draft, Circumstances(points={"KRA011": closed})) == {
        ("dropoff_point", "point_closed")
    }


def test_paczkopunkt_is_said_beforehand() -> None:
    draft = replace(TO_LOCKER, point="POP-WAW364")
    assert (found(draft), warned(draft)) == (set(), {"becomes_parcel_point"})
    (finding,) = findings(replace(draft, weekend=True))[1:]
    assert finding.problem.rule == "invalid_target_point_for_end_of_week_collection"


def test_weekend_parcels_wait_for_thursday_night() -> None:
    draft = replace(TO_LOCKER, weekend=True)
    closed = {("weekend", "invalid_end_of_week_collection")}
    assert found(draft, Circumstances(now=SUNDAY)) == closed
    assert found(draft, Circumstances(now=FRIDAY)) == set()
    assert found(draft) == set()


def test_cost_centres() -> None:
    draft = replace(TO_LOCKER, mpk="SKLEP")
    assert found(draft) == set()
    assert found(draft, Circumstances(mpks=("SKLEP",))) == set()
    assert found(draft, Circumstances(mpks=("BIURO",))) == {("mpk", "does_not_exist")}


def test_couriers_insure_what_they_collect() -> None:
    raised = review(replace(BY_COURIER, cod="100", insurance="50"))
    (change,) = raised.changes
    assert (change.field, change.after, change.rule) == (
        Field.INSURANCE,
        "100.00",
        "insurance_raised_to_cod",
    )
    assert not raised.stops
    assert review(replace(TO_LOCKER, cod="100")).changes == ()


def test_much_insurance_is_only_warned_of() -> None:
    draft = replace(TO_LOCKER, insurance="20001")
    assert (found(draft), warned(draft)) == (set(), {"insurance_beyond_usual"})
    assert warned(replace(BY_COURIER, insurance="50000")) == set()


def test_an_allegro_buyer_by_e_mail() -> None:
    draft = replace(LETTER, allegro_user="", allegro_transaction="")
    assert warned(draft) == {"allegro_email_invalid"}
    assert findings(replace(draft, email="abc+1@allegromail.pl")) == ()
    assert findings(replace(draft, email="abc@user.allegro.pl")) == ()


def test_offers_for_an_address_take_sizes_and_measures() -> None:
    draft = replace(ADDRESSED, mode=Mode.OFFERS, to_point=False)
    for parcel in (DraftParcel("xlarge"), MEASURED):
        assert findings(replace(draft, parcels=(parcel,))) == ()
    assert findings(replace(draft, service=COURIER_C2C)) == ()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Олена", "Olena"),
        ("Юлія", "Yuliia"),
        ("Сергій Шевченко", "Serhii Shevchenko"),
        ("Наталія Гончар", "Nataliia Honchar"),
        ("Объект", "Obieekt"),
        ("ИРИНА Крыжовая", "IRINA Kryzhovaia"),
        ("Żółw “Jan” O'Neil", "Żółw “Jan” O'Neil"),
        ('Jan "Jaś" Kos', 'Jan "Jaś" Kos'),
    ],
)
def test_names_are_written_in_latin_letters(typed: str, printed: str) -> None:
    said = review(replace(TO_LOCKER, company=typed))
    changes = [(one.field, one.after, one.rule) for one in said.changes]
    expected = [(Field.COMPANY, printed, "written_in_latin")] if typed != printed else []
    assert changes == expected
    assert not said.stops


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("Ala 😀", "invalid_characters"),
        ("👍🏽", "invalid_characters"),
        ("Ελένη", "not_latin_script"),
        ("東京", "not_latin_script"),
        ("a\x00b", "invalid_characters"),
        ("x" * 300, "too_long"),
    ],
)
def test_what_no_label_can_print_is_refused(typed: str, rule: str) -> None:
    for name, field in (
        ("first_name", "given_name"),
        ("last_name", "surname"),
        ("company", "company"),
        ("street", "street"),
        ("comments", "comments"),
    ):
        changes: dict[str, Any] = {name: typed}
        assert (field, rule) in found(replace(BY_COURIER, **changes))


def test_a_long_name_is_cut_on_the_label() -> None:
    draft = replace(TO_LOCKER, first_name="Maria Magdalena", last_name="Wiśniewska")
    assert (found(draft), warned(draft)) == (set(), {"too_long_for_label"})


def test_a_number_typed_behind_the_street_is_found() -> None:
    draft = replace(BY_COURIER, street="ul. 3 Maja 5 m. 7", building_number="")
    assert found(draft) == set()
