from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.domain.working_days import (
    holidays,
    is_working,
    missed_from,
    pickup_day,
    working_days_after,
)

CUT_OFF = time(15)


@pytest.mark.parametrize(
    ("year", "easter"),
    [(2000, "04-23"), (2008, "03-23"), (2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2038, "04-25")],
)  # fmt: skip
def test_easter_is_where_the_moon_puts_it(year: int, easter: str) -> None:
    assert date.fromisoformat(f"{year}-{easter}") in holidays(year)


def test_a_year_of_holidays() -> None:
    assert {f"{day:%m-%d}" for day in holidays(2026)} == {
        "01-01", "01-06", "04-05", "04-06", "05-01", "05-03", "05-24", "06-04", "08-15", "11-01", "11-11",
        "12-24", "12-25", "12-26",
    }  # fmt: skip
    assert date(2024, 12, 24) not in holidays(2024)


def test_saturdays_only_where_the_courier_comes_then() -> None:
    saturday = date(2026, 3, 7)
    assert not is_working(saturday)
    assert is_working(saturday, days=range(6))
    # An empty wish is the usual week, a holiday is one whatever the wish.
    assert is_working(date(2026, 3, 6), days=())
    assert not is_working(date(2026, 4, 6), days=range(7))


def test_working_days_skip_weekends_and_holidays() -> None:
    assert working_days_after(date(2026, 4, 2), 1) == date(2026, 4, 3)
    # Over Easter.
    assert working_days_after(date(2026, 4, 3), 1) == date(2026, 4, 7)
    assert working_days_after(date(2026, 12, 23), 2) == date(2026, 12, 29)


@pytest.mark.parametrize(
    ("ready", "day"),
    [
        ("2026-03-02T14:59", "2026-03-02"),
        ("2026-03-02T15:01", "2026-03-03"),
        ("2026-03-06T15:01", "2026-03-09"),
        ("2026-04-03T16:00", "2026-04-07"),
        ("2026-12-23T18:00", "2026-12-28"),
    ],
)
def test_the_first_pickup_that_takes_a_parcel_along(ready: str, day: str) -> None:
    moment = datetime.fromisoformat(ready).replace(tzinfo=WARSAW).astimezone(UTC)
    assert pickup_day(moment, cut_off=CUT_OFF) == date.fromisoformat(day)


def test_a_courier_that_comes_on_two_days_only() -> None:
    monday_evening = datetime(2026, 3, 2, 17, tzinfo=UTC)
    assert pickup_day(monday_evening, days=(0, 3), cut_off=CUT_OFF) == date(2026, 3, 5)


def test_missed_only_on_the_next_morning() -> None:
    # Summer time began that night.
    assert missed_from(date(2026, 3, 28)) == datetime(2026, 3, 29, 6, tzinfo=UTC)
