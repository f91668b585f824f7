"""Sides and weights as they are typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.draft_measures import HEAVIEST, LONGEST_SIDE, side, weight
from inpost_desk.domain.draft_script import in_latin, script_rule
from inpost_desk.domain.order import Field
from inpost_desk.domain.service import LIGHTEST


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("640", 640),
        (" 640 mm ", 640),
        ("64cm", 640),
        ("64,5 cm", 645),
        ("64.55 CM", 646),
        ("0,64 m", 640),
        ("1.234 m", 1234),
        ("640,2", 641),
    ],
)
def test_sides(text: str, length: int) -> None:
    assert side(Field.LENGTH, text).value == length


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "required"),
        ("0", "too_small"),
        ("-5", "not_a_number"),
        ("20001", "too_big"),
        ("64 kg", "not_a_number"),
        ("1.234", "not_a_number"),
        ("6e2", "not_a_number"),
        ("64x38", "not_a_number"),
        ("٦٤", "not_a_number"),
    ],
)
def test_sides_that_are_none(text: str, rule: str) -> None:
    problem = side(Field.WIDTH, text).problem
    assert problem is not None
    assert (problem.field, problem.rule) == (Field.WIDTH, rule)


@pytest.mark.parametrize(
    ("text", "kilograms"),
    [("2,5", "2.5"), ("25 kg", "25"), ("500 g", "0.5"), ("0,125", "0.125"), ("2.50kg", "2.5")],
)
def test_weights(text: str, kilograms: str) -> None:
    assert weight(text).value == Decimal(kilograms)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "required"),
        ("0", "too_small"),
        ("9 g", "too_small"),
        ("5001", "too_big"),
        ("1 200", "not_a_number"),
        ("2,500", "not_a_number"),
        ("3 mm", "not_a_number"),
        ("dużo", "not_a_number"),
    ],
)
def test_weights_that_are_none(text: str, rule: str) -> None:
    problem = weight(text).problem
    assert problem is not None
    assert problem.rule == rule


@given(st.text(max_size=20) | st.from_regex(r"[0-9]{1,5}([.,][0-9]{0,4})? ?(mm|cm|m|kg|g)?"))
def test_whatever_is_typed(text: str) -> None:
    length, heavy = side(Field.HEIGHT, text), weight(text)
    assert (length.value is None) == (length.problem is not None)
    assert (heavy.value is None) == (heavy.problem is not None)
    if length.value is not None:
        assert 1 <= length.value <= LONGEST_SIDE
        again = side(Field.HEIGHT, str(length.value))
        assert (again.value, again.change) == (length.value, None)
    if heavy.value is not None:
        assert LIGHTEST <= heavy.value <= HEAVIEST


@given(st.integers(1, LONGEST_SIDE))
def test_units_say_the_same(length: int) -> None:
    centimetres = f"{Decimal(length) / 10} cm"
    assert side(Field.LENGTH, centimetres).value == length
    assert side(Field.LENGTH, centimetres).change is not None


@given(st.text(max_size=40))
def test_latin_stays_as_it_is(text: str) -> None:
    latin = in_latin(text)
    assert in_latin(latin) == latin
    if not any("Ѐ" <= char <= "ӿ" for char in text):
        assert latin == text


@given(st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяўыэёъ АБВГДЄЖЩЬЮЯ'’", min_size=1))
def test_cyrillic_leaves_no_letter_behind(text: str) -> None:
    assert script_rule(in_latin(text)) == ""
