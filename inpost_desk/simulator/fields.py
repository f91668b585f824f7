"""Reads single fields of a request body as leniently as ShipX: numbers may be strings, texts numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from inpost_desk.simulator.refusals import Finding, Path

PHONE = re.compile(r"[1-9]\d{8}")
POST_CODE = re.compile(r"\d{2}-\d{3}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
Body = dict[str, Any]


def part(body: Any, name: str) -> Body:
    """The object under `name`, empty where there is none."""
    value = body.get(name) if isinstance(body, dict) else None
    return value if isinstance(value, dict) else {}


def text(body: Body, name: str) -> str:
    """The text under `name`, stripped, "" where there is none."""
    value = body.get(name)
    return str(value).strip() if isinstance(value, (str, int, float)) else ""


def number(value: Any) -> float | None:
    """A JSON number or a numeric string; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        read = float(value)
    except ValueError:
        return None
    return read if math.isfinite(read) else None


def flag(body: Body, name: str) -> bool:
    return str(body.get(name, "")).lower() in {"true", "1"}


def parcels(body: Body) -> list[Any]:
    """ShipX takes a single object for one parcel (API §2.3)."""
    value = body.get("parcels")
    if isinstance(value, dict):
        return [value]
    return value if isinstance(value, list) else []


def check_number(
    body: Body, name: str, *, path: Path, least: float, most: float = float("inf")
) -> Iterator[Finding]:
    """Findings for a required number within limits."""
    value = body.get(name)
    read = number(value)
    if value is None or value == "":
        yield (*path, name), "required"
    elif read is None:
        yield (*path, name), "not_a_number"
    elif read < least:
        yield (*path, name), "too_small"
    elif read > most:
        yield (*path, name), "too_big"


def check_length(
    body: Body, name: str, *, path: Path, most: int, least: int = 0
) -> Iterator[Finding]:
    """Findings for an optional text; an empty one is always allowed."""
    length = len(text(body, name))
    if length > most:
        yield (*path, name), "too_long"
    elif 0 < length < least:
        yield (*path, name), "too_short"


def check_money(body: Body, name: str, *, most: float) -> Iterator[Finding]:
    """Findings for `cod` and `insurance`: at least 1 PLN (API §1.8)."""
    money = body.get(name)
    if money is None:
        return
    if not isinstance(money, dict):
        yield (name,), "invalid"
        return
    if money.get("amount") is None and money.get("currency") is None:
        return
    yield from check_number(money, "amount", path=(name,), least=1, most=most)
    if money.get("currency") not in (None, "", "PLN"):
        yield (name, "currency"), "invalid"


def amount(body: Body, name: str) -> float | None:
    """PLN of `cod` or `insurance`."""
    return number(part(body, name).get("amount"))
