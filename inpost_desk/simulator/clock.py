"""The simulator's own clock: it runs like a real one, and can be set or moved forward.

Seconds since 1970 inside, Warsaw time on the wire. Nothing else in the package reads the system's clock.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")


class Clock:
    """Ticks with the system's clock, `offset` seconds away from it."""

    def __init__(self, *, start: float | None = None, offset: float = 0.0) -> None:
        self.offset = offset if start is None else start - time.time()

    def now(self) -> float:
        """Seconds since 1970, simulated; whole milliseconds, because that is all the answers can say."""
        return round(time.time() + self.offset, 3)

    def advance(self, seconds: float) -> None:
        self.offset += seconds

    def set(self, moment: float) -> None:
        self.offset = moment - time.time()


def moment(text: str) -> float:
    """Seconds since 1970 of an ISO 8601 text or a Unix timestamp (API §1.5). Without a zone: Warsaw.

    Raises ValueError.
    """
    try:
        return round(float(text), 3)
    except ValueError:
        parsed = datetime.fromisoformat(text)
    return round((parsed if parsed.tzinfo else parsed.replace(tzinfo=WARSAW)).timestamp(), 3)


def iso(seconds: float) -> str:
    """As ShipX writes times: milliseconds and Warsaw's offset (API §2.2)."""
    return datetime.fromtimestamp(seconds, WARSAW).isoformat(timespec="milliseconds")


def http_date(seconds: float) -> str:
    """For the `Date` header."""
    return format_datetime(datetime.fromtimestamp(seconds, UTC), usegmt=True)


class _Week:
    """Whether this simulator knows the days of the week."""

    every_day_counts = False


def take_weekend_parcels_every_day() -> None:
    """For a demo, which shows one whatever the day: this process has no window from now on."""
    _Week.every_day_counts = True


def weekend_window(seconds: float) -> bool:
    """Whether a weekend parcel may be created: Thursday 20:00 to Friday 18:00 in Warsaw (API §5.4)."""
    if _Week.every_day_counts:
        return True
    local = datetime.fromtimestamp(seconds, WARSAW)
    thursday, friday = 3, 4
    if local.weekday() == thursday:
        return local.hour >= 20
    return local.weekday() == friday and local.hour < 18
