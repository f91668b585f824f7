"""Points are found by code, town, street, post code and distance; only those that will do can be chosen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.points import network
from inpost_desk.domain.folding import fold
from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import CLOSED, Answer, Wish, distance, place_of
from inpost_desk.domain.point_search import MOST, PointIndex

SMALL = list(network(600))
INDEX = PointIndex(SMALL)
NAMES = [one.name for one in SMALL]


def point(name: str, street: str, city: str, code: str, **more: object) -> Point:
    given: dict[str, object] = {
        "status": "Operating",
        "functions": frozenset({"parcel_collect"}),
        "open_247": True,
        "payment": True,
        "street": street,
        "city": city,
        "post_code": code,
        "latitude": 50.0 + len(name) / 1000,
        "longitude": 20.0,
    }
    return Point(name, **(given | more))  # type: ignore[arg-type]


TOWN = PointIndex(
    [
        point("KRA010", "Lipska 14", "Kraków", "30-721", latitude=50.04, longitude=19.99),
        point("KRA0101", "Saska 9", "Kraków", "30-720", latitude=50.05, longitude=19.99),
        point("KRA02", "Łąkowa 3", "Kraków", "30-001", latitude=50.08, longitude=19.99),
        point("KRA03", "Lipska 140", "Kraków", "30-722", status="Disabled", latitude=50.041),
        point("POP-KRA4", "Nowa 1", "Kraków", "30-723", open_247=False, payment=False),
        point("LOD01", "Krakowska 5", "Łódź", "90-001", latitude=51.77, longitude=19.46),
        point("LIP01", "Rynek 1", "Lipno", "87-600", latitude=52.84, longitude=19.17),
        point("NOW01", "Lwowska 7", "Nowy Sącz", "33-300", latitude=49.62, longitude=20.7),
    ]
)


def names(answer: Answer) -> list[str]:
    return [one.point.name for one in answer.found]


def choices(answer: Answer) -> list[str]:
    return [one.point.name for one in answer.choices]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("KRA010", "KRA010"),
        ("kra 010", "KRA010"),
        ("kra02", "KRA02"),
        ("lodz", "LOD01"),
        ("ŁÓDŹ", "LOD01"),
        ("lakowa", "KRA02"),
        ("nowy sa", "NOW01"),
        ("33-300", "NOW01"),
        ("33300", "NOW01"),
        ("87-", "LIP01"),
        ("krakow lipska", "KRA010"),
        ("lipska 14, kraków", "KRA010"),
        ("ul. Lwowska 7", "NOW01"),
        ("30-720 saska", "KRA0101"),
    ],
)
def test_what_a_person_means(typed: str, first: str) -> None:
    assert choices(TOWN.find(typed))[0] == first


def test_a_code_comes_before_its_longer_ones_a_town_before_a_street() -> None:
    assert names(TOWN.find("KRA01"))[:2] == ["KRA010", "KRA0101"]
    assert choices(TOWN.find("krak"))[-1] == "LOD01"
    assert choices(TOWN.find("lip"))[:2] == ["LIP01", "KRA010"]


def test_a_house_number_is_meant_in_full() -> None:
    assert choices(TOWN.find("lipska 14")) == ["KRA010"]


def test_closed_ones_stand_in_the_list_and_cannot_be_chosen() -> None:
    answer = TOWN.find("30-722")
    shown = {one.point.name: one.rule for one in answer.found}
    assert shown["KRA03"] == "point_closed"
    assert "KRA03" not in choices(answer)


def test_in_place_of_a_closed_one_the_three_nearest() -> None:
    answer = TOWN.find("kra03")
    assert (answer.instead_of, answer.rule) == ("KRA03", "point_closed")
    assert names(answer)[0] == "KRA03"
    assert len(answer.choices) == 3
    assert answer.origin is not None
    assert answer.origin.name == "KRA03"


def test_in_place_of_an_unknown_one_those_nearly_the_same_or_near_the_receiver() -> None:
    assert TOWN.find("KRAO10").rule == "does_not_exist"
    assert "KRA010" in choices(TOWN.find("KRAO10"))
    far = TOWN.find("WAW999", near="33-300")
    assert (far.instead_of, choices(far)[0]) == ("WAW999", "NOW01")
    assert far.choices[0].metres == 0


@pytest.mark.parametrize(
    ("wish", "rule"),
    [
        (Wish(payment=True), "cod_not_payable_at_point"),
        (Wish(weekend=True), "invalid_target_point_for_end_of_week_collection"),
        (Wish(parcel_points=False), "parcel_point_not_for_service"),
        (Wish(open_247=True), "not_open_247"),
    ],
)
def test_what_a_shipment_needs(wish: Wish, rule: str) -> None:
    answer = TOWN.find("POP-KRA4", wish)
    assert answer.rule == rule
    assert "POP-KRA4" not in choices(TOWN.find("kraków", wish))
    assert "POP-KRA4" not in names(TOWN.find("kraków", wish))


def test_weekend_only_in_lockers_open_day_and_night() -> None:
    day = point("KRA9", "Nowa 2", "Kraków", "30-001", open_247=False)
    rule = "invalid_target_point_247_for_end_of_week_collection"
    assert Wish(weekend=True).refuses(day) == rule


def test_nothing_typed_is_what_is_nearest_to_the_receiver() -> None:
    assert choices(TOWN.find("", near="30-721"))[0] == "KRA010"
    assert TOWN.find("") == Answer()
    assert TOWN.find("zzzz qqqq") == Answer(origin=None)


@given(st.text(max_size=40), st.booleans(), st.booleans(), st.sampled_from(["", "30-721", "Łódź"]))
def test_any_text_is_answered(typed: str, payment: bool, pops: bool, near: str) -> None:
    wish = Wish(payment=payment, parcel_points=pops)
    answer = INDEX.find(typed, wish, near=near)
    assert len(answer.choices) <= MOST
    assert len({one.point.name for one in answer.found}) == len(answer.found)
    assert all(one.rule == wish.refuses(one.point) for one in answer.found)
    assert all(one.rule in CLOSED or not one.rule for one in answer.found[1:])


@given(st.sampled_from(SMALL), st.booleans())
def test_every_point_is_found_by_its_code(one: Point, upper: bool) -> None:
    typed = one.name if upper else one.name.lower()
    answer = INDEX.find(typed)
    assert answer.found[0].point == one
    assert bool(answer.instead_of) == bool(Wish().refuses(one))


@given(st.sampled_from([one for one in SMALL if not Wish().refuses(one)]))
def test_every_open_point_is_found_by_its_street_in_its_town(one: Point) -> None:
    answer = INDEX.find(f"{fold(one.city)} {one.street}", most=600)
    assert one in [found.point for found in answer.choices]


@given(st.sampled_from(SMALL))
def test_the_nearest_are_nearest(one: Point) -> None:
    answer = INDEX.find(one.post_code, most=10)
    assert answer.origin is not None
    metres = [found.metres for found in answer.choices if found.metres is not None]
    assert metres == sorted(metres)
    others = [
        distance(answer.origin.place, place)
        for other in SMALL
        if (place := place_of(other)) and not Wish().refuses(other)
    ]
    # Flat country: within a hundredth.
    assert metres[-1] <= sorted(others)[len(metres) - 1] * 1.01 + 1
