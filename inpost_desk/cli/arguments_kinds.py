"""Kinds of values that several commands take: numbers and days that the ledger and InPost can deal with."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

# What a database keeps as a number.
_LARGEST: Final = 2**63 - 1
# Before the first parcel, and after the last anybody here will send; at its ends a calendar cannot count on.
_YEARS: Final = range(2000, 2101)
_AS_WRITTEN_HERE: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def number(text: str) -> int:
    """A number from 0 on that something may have. Raises ValueError."""
    found = int(text)
    if not 0 <= found <= _LARGEST:
        raise ValueError(text)
    return found


def day(text: str) -> date:
    """A day as YYYY-MM-DD, or D.M.YYYY as people write it. Raises ValueError."""
    written = _AS_WRITTEN_HERE.fullmatch(text)
    found = date(*map(int, reversed(written.groups()))) if written else date.fromisoformat(text)
    if found.year not in _YEARS:
        raise ValueError(text)
    return found
