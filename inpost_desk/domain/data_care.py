"""What the user decides about the data: how long receivers are kept, and where each day's copy goes.

Only the rules. What is deleted and copied is the business of `actions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

FEWEST_DAYS: Final = 30
"""InPost settles complaints and cash on delivery within a month: less would delete what is still needed."""
MOST_DAYS: Final = 3_650
FEWEST_COPIES: Final = 2
MOST_COPIES: Final = 365
_WARSAW: Final = ZoneInfo("Europe/Warsaw")


@dataclass(frozen=True, slots=True)
class DataRules:
    """`keep_days` until receivers and labels are deleted, 0 for never; without a `backup_folder` no copies.

    `copies` is how many days' copies of the ledger stand in the backup folder before the oldest one goes.
    Raises ValueError on figures nobody can use.
    """

    keep_days: int = 0
    backup_folder: str = ""
    copies: int = 14

    def __post_init__(self) -> None:
        bad = next((name for name, good in self._judged() if not good), "")
        if bad:
            raise ValueError(bad)

    def kept_since(self, now: datetime) -> datetime | None:
        """Receivers of parcels made before that midnight in Warsaw are deleted; None where none are."""
        if not self.keep_days:
            return None
        day = now.astimezone(_WARSAW).date() - timedelta(days=self.keep_days)
        return datetime(day.year, day.month, day.day, tzinfo=_WARSAW)

    def _judged(self) -> Iterator[tuple[str, bool]]:
        yield "keep_days", self.keep_days == 0 or FEWEST_DAYS <= self.keep_days <= MOST_DAYS
        yield "copies", FEWEST_COPIES <= self.copies <= MOST_COPIES
