"""The hours of Paczka w Weekend, in Warsaw whatever the machine's clock says."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.weekend_window import WARSAW, WeekendWindow

USUAL = WeekendWindow()
MOMENTS = st.integers(0, 500_000_000).map(
    lambda seconds: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


def warsaw(day: int, hour: int, minute: int = 0) -> datetime:
    """In the first week of March 2026, whose Monday is the 2nd."""
    return datetime(2026, 3, day, hour, minute, tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("now", "opened", "changes_at"),
    [
        (warsaw(2, 0), False, warsaw(5, 20)),
        (warsaw(5, 19, 59), False, warsaw(5, 20)),
        (warsaw(5, 20), True, warsaw(6, 18)),
        (warsaw(6, 17, 59), True, warsaw(6, 18)),
        (warsaw(6, 18), False, warsaw(12, 20)),
        (warsaw(8, 23, 59), False, warsaw(12, 20)),
    ],
)
def test_from_thursday_night_to_friday_evening(
    now: datetime, opened: bool, changes_at: datetime
) -> None:
    found = USUAL.at(now.astimezone(UTC))
    assert (found.open, found.changes_at) == (opened, changes_at)
    assert found.left == changes_at - now


def test_the_clock_change_makes_an_hour_of_difference() -> None:
    # The last Sunday of March has 23 hours.
    found = USUAL.at(datetime(2026, 3, 28, 20, tzinfo=WARSAW))
    assert found.changes_at == datetime(2026, 4, 2, 20, tzinfo=WARSAW)
    assert found.left == timedelta(days=5) - timedelta(hours=1)


def test_the_hours_are_a_setting() -> None:
    older = WeekendWindow(closes_on=5, closes_at=time(13))
    assert older.at(warsaw(7, 12, 59)).open
    assert not older.at(warsaw(7, 13)).open
    over_sunday = WeekendWindow(opens_on=6, closes_on=0, closes_at=time(6))
    assert over_sunday.at(warsaw(2, 5)).open
    assert over_sunday.at(warsaw(8, 21)).open
    assert not over_sunday.at(warsaw(4, 5)).open


@given(MOMENTS)
def test_it_always_changes_within_a_week(now: datetime) -> None:
    found = USUAL.at(now)
    assert timedelta(0) < found.left <= timedelta(days=7)
    assert USUAL.at(found.changes_at).open is not found.open
    assert USUAL.at(found.changes_at - timedelta(seconds=1)).open is found.open


@given(now=MOMENTS, day=st.integers(0, 6), hour=st.integers(0, 23))
def test_a_window_that_opens_when_it_closes_is_never_shut(
    now: datetime, day: int, hour: int
) -> None:
    window = WeekendWindow(day, time(hour), day, time(hour))
    assert window.always
    assert window.at(now).open
