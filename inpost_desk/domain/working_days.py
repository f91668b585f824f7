"""Days on which couriers come: no Sundays, no Polish public holidays, computed for any year. No clock here.

Saturdays count only where a warehouse says that its courier comes then.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from inpost_desk.domain.weekend_window import WARSAW

WEEKDAYS: Final = frozenset(range(5))
_DAY: Final = timedelta(days=1)
_FIXED: Final = ((1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26))
# Christmas Eve has been one since then.
_CHRISTMAS_EVE_SINCE: Final = 2025
# Easter, its Monday, Pentecost and Corpus Christi, in days after Easter.
_AFTER_EASTER: Final = (0, 1, 49, 60)
# Overnight InPost takes in what its couriers fetched.
_GRACE: Final = time(8)


@lru_cache(maxsize=16)
def holidays(year: int) -> frozenset[date]:
    """The public holidays of a year in Poland, by the law as it is now."""
    easter = _easter(year)
    found = {date(year, month, day) for month, day in _FIXED}
    found |= {easter + timedelta(days=days) for days in _AFTER_EASTER}
    if year >= _CHRISTMAS_EVE_SINCE:
        found.add(date(year, 12, 24))
    return frozenset(found)


def is_working(day: date, *, days: Collection[int] = WEEKDAYS) -> bool:
    """Whether couriers come on that day; `days` are the weekdays they come on (Monday is 0)."""
    return day.weekday() in (days or WEEKDAYS) and day not in holidays(day.year)


def working_days_after(day: date, count: int) -> date:
    """The day that many working days later; the next working day for 1."""
    while count > 0:
        day += _DAY
        count -= is_working(day)
    return day


def pickup_day(ready: datetime, *, days: Collection[int] = (), cut_off: time) -> date:
    """The first day on which a courier takes what was ready at that moment.

    `cut_off` is Warsaw's time after which nothing goes along on the same day.
    """
    there = ready.astimezone(WARSAW)
    day = there.date() if there.time() <= cut_off else there.date() + _DAY
    while not is_working(day, days=days):
        day += _DAY
    return day


def missed_from(day: date) -> datetime:
    """From when on a parcel that was to go on that day should be known to InPost."""
    return datetime.combine(day + _DAY, _GRACE, WARSAW)


def _easter(year: int) -> date:
    """The Gregorian computus (Meeus, Jones, Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
