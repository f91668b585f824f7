"""Values of every type in the place of every other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.errors import NoAnswer
from inpost_desk.shipx.picking import amount, identifier, moment, money, text, truth, words
from inpost_desk.shipx.reading import read_offer, read_page, read_shipment

WHEN = datetime(2026, 3, 2, 8, 15, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (501, 501),
        ("501", 501),
        (501.0, 501),
        (2**63 - 1, 2**63 - 1),
        (2**63, None),
        (0, None),
        (-1, None),
        (True, None),
        ("5e2", 500),
        ("ship_1", None),
        (1.5, None),
        ([], None),
        (10**70, None),
    ],
)
def test_ids(value: object, expected: int | None) -> None:
    assert identifier(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (12.5, Decimal("12.5")),
        ("12,50", Decimal("12.50")),
        ("", None),
        ("nan", None),
        (float("inf"), None),
        ({}, None),
        (None, None),
    ],
)
def test_amounts(value: object, expected: Decimal | None) -> None:
    assert amount(value) == expected
    assert money({"amount": value, "currency": "PLN"}) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(True, True), (0, False), ("TRUE", True), ("no", False), ("perhaps", None), (None, None)],
)
def test_flags(value: object, expected: bool | None) -> None:
    assert truth(value) is expected


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-02T09:15:06.000+01:00",
        "2026-03-02 09:15:06 +0100",
        "2026-03-02 09:15:06 +01:00",
        "2026-03-02T08:15:06Z",
        "2026-03-02T09:15:06",
        1772439306,
        1772439306000,
        "1772439306",
        "1772439306000",
    ],
)
def test_moments(value: object) -> None:
    assert moment(value) == WHEN


@pytest.mark.parametrize("value", [None, "", "someday", [], True, 1e300, "9" * 5000, "0001-01-01"])
def test_what_is_no_moment(value: object) -> None:
    assert moment(value) is None


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_any_offset_is_understood(when: datetime, minutes: int) -> None:
    aware = when.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert moment(aware.isoformat()) == aware
    assert moment(aware.strftime("%Y-%m-%d %H:%M:%S.%f %z")) == aware


def test_text_and_words() -> None:
    assert (text(" a "), text(5), text(True), text(None), text(10**70)) == ("a", "5", "", "", "")
    assert words(["a", {"id": "b"}, {"name": "c"}, None, 7]) == {"a", "b", "c", "7"}


@pytest.mark.parametrize("values", [{}, [{"id": 0}], {"items": None, "count": 3}, "x"])
def test_a_page_that_hides_something_is_no_answer(values: object) -> None:
    with pytest.raises(NoAnswer):
        read_page(values, read_shipment)


def test_an_empty_page_is_a_page() -> None:
    assert read_page({"items": None, "count": 0}, read_shipment).items == ()
    assert read_page([], read_shipment, page=4).page == 4


def test_an_href_that_is_no_address_kept_nothing() -> None:
    assert read_page({"items": [], "href": "http://[?page=1"}, read_shipment).kept == frozenset()


def test_reasons_of_an_offer_may_be_plain_keys() -> None:
    assert read_offer({"unavailability_reasons": ["a", "a", None]}).reasons == ("a",)
