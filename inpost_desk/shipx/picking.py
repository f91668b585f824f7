"""Picks values out of decoded JSON whose types cannot be relied on (API §8, gotchas 28 and 29).

Nothing here raises: what is missing or of an odd type is empty. What a value means is the readers' affair.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")
LARGEST_ID = 2**63 - 1

_LOOSE_OFFSET = re.compile(r"\s+(?=[+-]\d{2}:?\d{2}$)")
_TRUE = frozenset({"true", "1", "yes", "t"})
_FALSE = frozenset({"false", "0", "no", "f"})


def mapping(value: object) -> Mapping[str, object]:
    """An object, or an empty one for anything else. JSON keys are always strings."""
    return value if isinstance(value, dict) else {}


def several(value: object) -> list[object]:
    """A list; null is none, and anything else counts as a list of one."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def first(value: Mapping[str, object], *names: str) -> object:
    """The first of these members that is there and not null."""
    return next((value[name] for name in names if value.get(name) is not None), None)


def text(value: object) -> str:
    """A trimmed string; numbers are written out, everything else is empty."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**64:
        return str(value)
    return ""


def whole(value: object) -> int | None:
    """A whole number given as one, as 12.0 or as "12"."""
    found = amount(value)
    if found is None or found != found.to_integral_value() or abs(found) > LARGEST_ID:
        return None
    return int(found)


def identifier(value: object) -> int | None:
    """A usable id: a positive number of at most 63 bits, also as a string."""
    found = whole(value)
    return found if found is not None and found > 0 else None


def amount(value: object) -> Decimal | None:
    """A finite number, also as a string with a point or a comma."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, int) and abs(value) >= 10**64:
        return None
    written = str(value).strip().replace(",", ".") if isinstance(value, str) else str(value)
    try:
        found = Decimal(written)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < 64 else None


def money(value: object) -> Decimal | None:
    """`{amount, currency}` or a bare amount. ShipX knows only PLN (API §2.6)."""
    return amount(value["amount"] if isinstance(value, dict) and "amount" in value else value)


def number(value: object) -> float | None:
    """A coordinate or the like."""
    found = amount(value)
    return None if found is None else float(found)


def truth(value: object) -> bool | None:
    """A flag given as a boolean, 0 or 1, or a word."""
    if isinstance(value, bool):
        return value
    word = text(value).lower()
    if word in _TRUE:
        return True
    return False if word in _FALSE else None


def words(value: object) -> frozenset[str]:
    """A set of names: strings, or objects that carry an `id` or a `name`."""
    return frozenset(named(value))


def named(value: object) -> tuple[str, ...]:
    """The same in their order, each once."""
    return tuple(dict.fromkeys(filter(None, map(id_of, several(value)))))


def id_of(value: object) -> str:
    """What a thing is called by: a string, or the `id` or `name` of an object."""
    return text(first(value, "id", "name") if isinstance(value, dict) else value)


def name_of(value: object) -> str:
    """A name: a string, or the `name` of an object."""
    return text(value.get("name") if isinstance(value, dict) else value)


def moment(value: object) -> datetime | None:
    """An aware time in UTC, from every form seen: ISO 8601, `2026-03-02 09:15:06 +0100`, Unix seconds or ms.

    A time without an offset is Polish time.
    """
    try:
        if isinstance(value, str):
            return _written(value.strip())
        found = amount(value)
        if found is None:
            return None
        return datetime.fromtimestamp(float(found / 1000 if found > 10**11 else found), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _written(value: str) -> datetime:
    if value.isascii() and value.isdigit() and len(value) >= 10:
        seconds = int(value) / (1000 if len(value) >= 13 else 1)
        return datetime.fromtimestamp(seconds, UTC)
    found = datetime.fromisoformat(_LOOSE_OFFSET.sub("", value))
    return (found if found.tzinfo else found.replace(tzinfo=WARSAW)).astimezone(UTC)
