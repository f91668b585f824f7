"""The catalogue: what InPost's two tables of services say, row by row."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.order import Field
from inpost_desk.domain.service import (
    CATALOGUE,
    COURIER,
    COURIER_C2C,
    LOCKER,
    PARCEL_POINT,
    Label,
    Limits,
    Target,
    TooMuch,
    asked_service,
    offered,
    service_named,
)
from inpost_desk.domain.shipment import Dimensions

PREPAID = {
    LOCKER,
    "inpost_locker_allegro",
    "inpost_locker_pass_thru",
    "inpost_letter_allegro",
    "inpost_courier_allegro",
    COURIER_C2C,
}
POSTPAID = PREPAID | {
    COURIER,
    "inpost_courier_express_1000",
    "inpost_courier_express_1200",
    "inpost_courier_express_1700",
    "inpost_courier_palette",
}
SIDES = st.integers(1, 5000)


def test_both_tables_of_the_seed_are_sold() -> None:
    prepaid = {one.id for one in offered(frozenset(), prepaid=True)}
    postpaid = {one.id for one in offered(frozenset(), prepaid=False)}
    # The account itself says which Smart services it has; InPost's tables leave them out.
    smart = {one for one in CATALOGUE if one.endswith("_smart")}
    assert prepaid - smart == PREPAID
    assert postpaid - smart == POSTPAID | {"inpost_locker_economy", "inpost_courier_alcohol"}


def test_the_contract_decides_what_is_offered() -> None:
    allowed = frozenset({COURIER, LOCKER, "inpost_courier_drone", PARCEL_POINT})
    assert [one.id for one in offered(allowed)] == [LOCKER, COURIER, "inpost_courier_drone"]
    assert PARCEL_POINT not in {one.id for one in offered(frozenset())}
    assert asked_service(PARCEL_POINT) == LOCKER
    assert asked_service(COURIER) == COURIER


@pytest.mark.parametrize("row", CATALOGUE.values(), ids=CATALOGUE)
def test_a_row_agrees_with_itself(row: object) -> None:
    service = service_named(getattr(row, "id", ""))
    assert service is row
    assert (service.target is Target.POINT) == service.id.startswith("inpost_locker")
    assert service.templates or service.by_dimensions
    assert service.methods
    assert Label.A6 in service.labels
    assert not (service.several_parcels and service.target is Target.POINT)
    assert not service.weekend or service.target is Target.POINT
    assert not {"insurance", "cod"} & set(service.additional)


@pytest.mark.parametrize(
    ("service", "labels"),
    [
        (LOCKER, set(Label)),
        (COURIER_C2C, set(Label)),
        (COURIER, {Label.A6, Label.ZPL_203, Label.EPL}),
    ],
)
def test_label_formats(service: str, labels: set[Label]) -> None:
    assert CATALOGUE[service].labels == labels


def test_what_single_services_ask_for() -> None:
    assert Field.PRODUCT in CATALOGUE["inpost_locker_economy"].required
    assert CATALOGUE["inpost_locker_pass_thru"].same_point
    assert {one.id for one in CATALOGUE.values() if one.allegro} == {
        one for one in CATALOGUE if "allegro" in one or one.endswith("_smart")
    }
    assert {one.id for one in CATALOGUE.values() if one.weekend} == {
        LOCKER,
        "inpost_locker_pass_thru",
    }
    express = CATALOGUE["inpost_courier_express_1200"].additional
    assert [one for one in express if one.startswith("forhour")] == ["forhour_11", "forhour_12"]


@pytest.mark.parametrize(
    ("service", "sides", "weight", "found"),
    [
        (LOCKER, (640, 380, 410), 25, TooMuch.NOTHING),
        (LOCKER, (410, 640, 380), 25, TooMuch.NOTHING),
        (LOCKER, (641, 380, 410), 25, TooMuch.LARGE),
        (LOCKER, (100, 100, 100), "25.01", TooMuch.HEAVY),
        (COURIER_C2C, (500, 800, 500), 25, TooMuch.NOTHING),
        (COURIER_C2C, (501, 501, 100), 25, TooMuch.LARGE),
        (COURIER, (1200, 500, 500), 50, TooMuch.NOTHING),
        (COURIER, (1201, 300, 300), 10, TooMuch.NON_STANDARD),
        (COURIER, (900, 700, 601), 10, TooMuch.NON_STANDARD),
        (COURIER, (2600, 800, 800), 48, TooMuch.LARGE),
        (COURIER, (2100, 200, 200), 31, TooMuch.LARGE),
        (COURIER, (100, 100, 100), 51, TooMuch.HEAVY),
        ("inpost_courier_palette", (1200, 1800, 800), 700, TooMuch.NOTHING),
        ("inpost_courier_alcohol", (800, 500, 499), 25, TooMuch.NOTHING),
        ("inpost_courier_alcohol", (800, 500, 500), 25, TooMuch.LARGE),
        ("inpost_courier_drone", (9000, 9000, 9000), 900, TooMuch.NOTHING),
    ],
)
def test_measures(
    service: str, sides: tuple[int, int, int], weight: object, found: TooMuch
) -> None:
    row = service_named(service)
    assert row.too_much(Dimensions(*sides), Decimal(str(weight))) is found


def test_a_surcharge_buys_more_room_but_not_any() -> None:
    courier = CATALOGUE[COURIER]
    long, longer = Dimensions(1300, 500, 500), Dimensions(3600, 200, 200)
    assert courier.too_much(long, Decimal(20), non_standard=True) is TooMuch.NOTHING
    assert courier.too_much(longer, Decimal(20), non_standard=True) is TooMuch.LARGE


@given(SIDES, SIDES, SIDES)
def test_a_parcel_may_be_turned(one: int, two: int, three: int) -> None:
    for row in CATALOGUE.values():
        turned = {
            row.too_much(Dimensions(*sides), Decimal(1))
            for sides in ((one, two, three), (three, one, two), (two, three, one))
        }
        assert len(turned) == 1


@given(SIDES, SIDES, SIDES, st.integers(0, 100))
def test_a_smaller_parcel_fits_too(one: int, two: int, three: int, less: int) -> None:
    limits = Limits(box=(800, 500, 400), longest=700, sum=1500)
    if limits.hold(Dimensions(one, two, three)):
        assert limits.hold(Dimensions(max(1, one - less), two, three))


def test_sending_methods_are_inposts_own_where_it_answered() -> None:
    locker, courier = CATALOGUE[LOCKER], CATALOGUE[COURIER]
    assert locker.takes_method("any_point")
    assert not courier.takes_method("any_point")
    assert not courier.takes_method("parcel_locker")
    assert courier.takes_method("parcel_locker", frozenset({"parcel_locker"}))
    assert not locker.takes_method("any_point", frozenset({"parcel_locker"}))
    assert locker.takes_method("pop", frozenset())


def test_a_service_of_tomorrow_has_the_general_form() -> None:
    assert service_named("inpost_locker_moon").target is Target.POINT
    drone = service_named("inpost_courier_drone")
    assert (drone.id, drone.target) == ("inpost_courier_drone", Target.ADDRESS)
