"""Small pure parts, with properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.simulator.barcodes import code128, code128_length, data_matrix
from inpost_desk.simulator.clock import iso, moment, weekend_window
from inpost_desk.simulator.fields import number
from inpost_desk.simulator.refusals import nested

KEYS = st.sampled_from(["required", "invalid", "too_big"])
NAMES = st.sampled_from(["receiver", "address", "parcels", "0", "phone"])


@given(st.integers(0, 4_000_000_000_000))
def test_times_read_back_to_the_millisecond(milliseconds: int) -> None:
    seconds = round(milliseconds / 1000, 3)
    assert moment(iso(seconds)) == seconds


def test_times_without_a_zone_are_warsaws() -> None:
    assert moment("2026-03-02T09:00:00") == moment("2026-03-02T08:00:00Z")
    assert moment("1772438400") == 1772438400


@given(st.integers(0, 7 * 24 * 60 - 1))
def test_the_weekend_window_is_thursday_evening_to_friday_evening(minute: int) -> None:
    monday = moment("2026-03-02T00:00:00")
    opens, closes = (3 * 24 + 20) * 60, (4 * 24 + 18) * 60
    assert weekend_window(monday + minute * 60) == (opens <= minute < closes)


@given(st.one_of(st.integers(-(10**12), 10**12), st.floats(allow_nan=False, allow_infinity=False)))
def test_numbers_and_numeric_texts_are_the_same(value: float) -> None:
    assert number(value) == number(str(value)) == float(value)


@pytest.mark.parametrize("value", [None, True, "x", "", "nan", "inf", "1,5", [], {}])
def test_what_is_no_number(value: object) -> None:
    assert number(value) is None


@given(st.lists(st.tuples(st.lists(NAMES, min_size=1, max_size=4).map(tuple), KEYS)))
def test_details_are_lists_all_the_way(findings: list[tuple[tuple[str, ...], str]]) -> None:
    def check(tree: object, *, items: bool) -> None:
        assert isinstance(tree, dict)
        for name, value in tree.items():
            if isinstance(value, dict):
                assert items
                check(value, items=False)
            elif value and isinstance(value[0], dict):
                assert len(value) == 1
                check(value[0], items=name in ("parcels", "shipments"))
            else:
                assert all(isinstance(key, str) for key in value)
                assert len(set(value)) == len(value)

    check(nested(findings), items=False)


@given(st.from_regex(r"[0-9]{24}", fullmatch=True))
def test_codes_of_24_digits_have_the_known_sizes(digits: str) -> None:
    bars = code128(digits)
    assert code128_length(digits) == 167
    assert bars[0] == (0, 2)
    assert len(bars) == 13 * 3 + 3 + 4
    assert len(data_matrix(digits)) == 16
