"""What stands exactly at a limit, and every word a cell may say: found missing by the mutation run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from inpost_desk.domain import checks
from inpost_desk.domain.order import Address, Change, Field, Kind, Order, Person, Size
from inpost_desk.domain.point import Point

PERSON = Person("501234567", "a@example.test", "Jan", "Nowak")


def rule_of(checked: checks.Checked[Any]) -> str:
    return checked.problem.rule if checked.problem else ""


@pytest.mark.parametrize("word", ["tak", "T", "true", "Prawda", "1", "YES", "y"])
def test_words_for_yes(word: str) -> None:
    assert checks.weekend(word) == checks.Checked(value=True)


@pytest.mark.parametrize("word", ["", "Nie", "n", "FALSE", "fałsz", "0", "no", "-"])
def test_words_for_no(word: str) -> None:
    assert checks.weekend(word) == checks.Checked(value=False)


@pytest.mark.parametrize(
    ("word", "size"),
    [
        ("small", Size.A),
        ("Medium", Size.B),
        ("large", Size.C),
        ("XLARGE", Size.D),
        ("niestandardowa", Size.N),
    ],
)
def test_shipx_s_words_for_sizes(word: str, size: Size) -> None:
    checked = checks.size(word)
    assert (checked.value, checked.change) == (size, Change(Field.SIZE, word, size.value))


def test_the_longest_that_inpost_takes() -> None:
    assert rule_of(checks.company("C" * 255)) == ""
    assert rule_of(checks.company("C" * 256)) == "too_long"
    host = "@example.test"
    assert rule_of(checks.email("a" * (255 - len(host)) + host, required=True)) == ""
    assert rule_of(checks.email("a" * (256 - len(host)) + host, required=True)) == "too_long"
    assert rule_of(checks.point_name("K" * 32)) == ""
    assert rule_of(checks.point_name("K" * 33)) == "too_long"


def test_the_shortest_and_longest_reference() -> None:
    rules = [rule_of(checks.reference("x" * length)) for length in (2, 3, 100, 101)]
    assert rules == ["too_short", "", "", "too_long"]


@pytest.mark.parametrize(
    ("fits", "cut"),
    [
        (replace(PERSON, company="C" * 26), replace(PERSON, company="C" * 27)),
        (
            replace(PERSON, first_name="A" * 10, last_name="B" * 10),
            replace(PERSON, first_name="A" * 10, last_name="B" * 11),
        ),
        (
            replace(PERSON, address=Address("S" * 54, "1", "Kielce", "25-001")),
            replace(PERSON, address=Address("S" * 55, "1", "Kielce", "25-001")),
        ),
        (
            replace(PERSON, address=Address("Lipowa", "1", "K" * 23, "25-001")),
            replace(PERSON, address=Address("Lipowa", "1", "K" * 24, "25-001")),
        ),
    ],
)
def test_the_last_letter_that_fits_a_label(fits: Person, cut: Person) -> None:
    assert checks.label_warnings(fits) == ()
    (warning,) = checks.label_warnings(cut)
    assert warning.rule == "too_long_for_label"
    assert int(warning.hint) == len(warning.value) - 1


@pytest.mark.parametrize(
    "text",
    [
        "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#N/A", "#ADR!", "#N/D",
        "#DZIEL/0!", "#NAZWA?", "#LICZBA!", "#ZERO!", "#Err502", "Err:502",
    ],
)  # fmt: skip
def test_error_values_of_every_spreadsheet(text: str) -> None:
    problem = checks.cell_problem(Field.COMPANY, f" {text} ")
    assert problem is not None
    assert (problem.field, problem.rule, problem.value) == (Field.COMPANY, "formula", text)


def test_only_lockers_have_a_point_that_could_change_the_service() -> None:
    point = Point("POP-WAW364", "Operating", frozenset({"pop"}))
    order = Order("ZAM1", Kind.COURIER, Size.A, PERSON, "POP-WAW364")
    assert checks.point_change(order, point) is None
    assert checks.point_problems(order, None) == ()
    assert checks.point_change(replace(order, kind=Kind.LOCKER), point) == Change(
        Field.SERVICE,
        "inpost_locker_standard",
        "inpost_locker_customer_service_point",
        "service_becomes_parcel_point",
    )


def test_eleven_digits_are_no_polish_number_with_another_prefix() -> None:
    assert checks.phone("48501234567").value == "501234567"
    assert rule_of(checks.phone("49501234567")) == "too_long"
    # Nine digits that begin like the prefix are a whole number.
    assert checks.phone("481234567").value == "481234567"


@pytest.mark.parametrize(
    "check",
    [
        lambda: checks.phone(""),
        lambda: checks.phone("5,01E+08"),
        lambda: checks.phone("501"),
        lambda: checks.email("", required=True),
        lambda: checks.email("a" * 300, required=True),
        lambda: checks.email("anna", required=True),
        lambda: checks.post_code(""),
        lambda: checks.post_code("3,06E+04"),
        lambda: checks.post_code("12"),
        lambda: checks.city("30-624"),
        lambda: checks.company("C" * 256),
        lambda: checks.reference("12"),
        lambda: checks.reference("6.2E+23"),
        lambda: checks.reference("A\nB12"),
        lambda: checks.point_name(""),
        lambda: checks.point_name("6E+04"),
        lambda: checks.point_name("KRA010, Lipowa"),
        lambda: checks.point_name("K" * 33),
        lambda: checks.name("", full=True),
        lambda: checks.name("Jan", full=True),
        lambda: checks.street(""),
        lambda: checks.street("12"),
        lambda: checks.street("Lipowa"),
    ],
)
def test_what_is_wrong_has_no_value(check: Callable[[], checks.Checked[Any]]) -> None:
    checked = check()
    assert checked.problem is not None
    assert checked.change is None
    assert not any(checked.value)
