"""Amounts: read in one way or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain import amounts
from inpost_desk.domain.order import Field, Kind

NBSP = "\u00a0"
SENSIBLE = st.decimals("1", "4999.99", places=2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 299,00 zł", "1299.00"),
        (f"1{NBSP}299,00{NBSP}zł", "1299.00"),
        ("1.299,00", "1299.00"),
        ("1,299.00", "1299.00"),
        ("1299.00", "1299.00"),
        ("1299", "1299.00"),
        ("PLN 12,5", "12.50"),
        ("12.5 pln", "12.50"),
        ("3000zł", "3000.00"),
        ("1 234", "1234.00"),
    ],
)
def test_reads(text: str, value: str) -> None:
    assert amounts.cod(text, kind=Kind.LOCKER).value == Decimal(value)


@pytest.mark.parametrize("text", ["", " ", "0", "0,00 zł", "NIE", "nie", "-", "brak"])
def test_nothing(text: str) -> None:
    checked = amounts.cod(text, kind=Kind.LOCKER)
    assert (checked.value, checked.problem, checked.change) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("12,5,0", "invalid_amount"),
        ("1.299", "invalid_amount"),
        ("12,345", "invalid_amount"),
        ("12 99", "invalid_amount"),
        ("TAK", "invalid_amount"),
        ("12 EUR", "invalid_amount"),
        ("١٢", "invalid_amount"),
        ("-5", "too_small"),
        ("0,99", "too_small"),
        ("5000,01", "too_big"),
        ("1,3E+03", "scientific_notation"),
    ],
)
def test_refuses(text: str, rule: str) -> None:
    problem = amounts.cod(text, kind=Kind.LOCKER).problem
    assert problem is not None
    assert (problem.field, problem.rule, problem.value) == (Field.COD, rule, text)


def test_limits_depend_on_the_way_of_delivery() -> None:
    assert amounts.cod("15000", kind=Kind.COURIER).problem is None
    assert amounts.cod("15000.01", kind=Kind.COURIER).problem is not None
    assert amounts.cod("5000", kind=Kind.LOCKER).problem is None
    assert amounts.insurance("9999999.99").problem is None
    assert amounts.insurance("10000000").problem is not None


def test_only_what_was_mended_is_shown() -> None:
    assert amounts.insurance("1299").change is None
    assert amounts.insurance("129,90").change is None
    change = amounts.insurance("1 299,00 zł").change
    assert change is not None
    assert (change.before, change.after) == ("1 299,00 zł", "1299.00")


@pytest.mark.parametrize(
    ("insured", "cash", "raised", "rule"),
    [
        (None, None, None, ""),
        (None, "100", "100", "insurance_raised_to_cod"),
        ("50", "100", "100", "insurance_raised_to_cod"),
        ("100", "100", "100", ""),
        ("200", "100", "200", ""),
        ("200", None, "200", ""),
    ],
)
def test_insurance_is_at_least_the_cash(
    insured: str | None, cash: str | None, raised: str | None, rule: str
) -> None:
    value, change = amounts.raised_insurance(
        Decimal(insured) if insured else None, Decimal(cash) if cash else None
    )
    assert value == (Decimal(raised) if raised else None)
    assert (change.rule if change else "") == rule


@given(
    st.one_of(st.text(max_size=40), st.text(st.sampled_from("0123456789., złPLN-E+"), max_size=20))
)
def test_any_text_is_read_or_refused(text: str) -> None:
    checked = amounts.insurance(text)
    if checked.value is not None:
        assert checked.problem is None
        assert checked.value >= 1
        again = amounts.insurance(str(checked.value))
        assert (again.value, again.problem, again.change) == (checked.value, None, None)


@given(SENSIBLE)
def test_polish_and_plain_writing_agree(value: Decimal) -> None:
    plain = amounts.cod(f"{value}", kind=Kind.LOCKER).value
    polish = f"{value:,}".replace(",", " ").replace(".", ",") + " zł"
    assert plain == value
    assert amounts.cod(polish, kind=Kind.LOCKER).value == value
