"""When Paczka w Weekend can be made: from Thursday evening to Friday evening, Warsaw time (API §5.4).

The hours are a setting, because InPost has moved them before. No clock here: the time is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

WARSAW: Final = ZoneInfo("Europe/Warsaw")
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether the window is open, and when that changes; `left` is how long until then."""

    open: bool
    changes_at: datetime
    left: timedelta


@dataclass(frozen=True, slots=True)
class WeekendWindow:
    """Days count from Monday as 0. A window may reach into the next week; it is never shut where it opens
    at the moment it closes."""

    opens_on: int = 3
    opens_at: time = time(20)
    closes_on: int = 4
    closes_at: time = time(18)

    @property
    def possible(self) -> bool:
        """Whether these are days of the week and times of the day, as Warsaw's clocks show them."""
        days = {self.opens_on, self.closes_on} <= set(range(7))
        return days and self.opens_at.tzinfo is None and self.closes_at.tzinfo is None

    @property
    def always(self) -> bool:
        """Whether nobody ever has to wait for it."""
        return (self.opens_on, self.opens_at) == (self.closes_on, self.closes_at)

    def at(self, now: datetime) -> Opening:
        """How the window stands at a moment with a time zone."""
        today = now.astimezone(WARSAW).date()
        monday = today - timedelta(days=today.weekday()) - _WEEK
        while True:
            opens, closes = self._week(monday)
            if now < opens:
                return Opening(open=False, changes_at=opens, left=_until(opens, now))
            if now < closes:
                return Opening(open=True, changes_at=closes, left=_until(closes, now))
            monday += _WEEK

    def _week(self, monday: date) -> tuple[datetime, datetime]:
        opens = _moment(monday, self.opens_on, self.opens_at)
        closes = _moment(monday, self.closes_on, self.closes_at)
        if closes <= opens:
            closes = _moment(monday + _WEEK, self.closes_on, self.closes_at)
        return opens, closes


ALWAYS: Final = WeekendWindow(
    closes_on=WeekendWindow().opens_on, closes_at=WeekendWindow().opens_at
)
"""Nobody waits for it: the demo takes one whatever the day."""


def _moment(monday: date, day: int, at: time) -> datetime:
    return datetime.combine(monday + timedelta(days=day), at, tzinfo=WARSAW)


def _until(moment: datetime, now: datetime) -> timedelta:
    """Elapsed time: a clock put back in between makes an hour more."""
    return timedelta(seconds=moment.timestamp() - now.timestamp())
