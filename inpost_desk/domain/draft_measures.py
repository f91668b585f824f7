"""Sides and weights of a parcel as people type them: `640`, `64 cm`, `0,64 m`; `2,5`, `2.5 kg`, `500 g`.

Only what can be read in one way is read. What a service takes is the catalogue's business.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal
from typing import Final

from inpost_desk.domain.checks import Checked, mended, tidy
from inpost_desk.domain.order import Field, Problem
from inpost_desk.domain.service import LIGHTEST

LONGEST_SIDE: Final = 20_000
HEAVIEST: Final = Decimal(5000)

_MEASURE = re.compile(r"([0-9]{1,7})(?:[.,]([0-9]{1,3}))? ?([a-z]{0,2})", re.IGNORECASE)
_SIDES = {"": 1, "mm": 1, "cm": 10, "m": 1000}
_WEIGHTS = {"": Decimal(1), "kg": Decimal(1), "g": Decimal("0.001")}


def side(field: Field, text: str) -> Checked[int | None]:
    """A side in whole millimetres, rounded up: a parcel is never smaller than it was said to be."""
    clean = tidy(text)
    if not clean:
        return Checked(None, Problem(field, "required"))
    read = _number(clean)
    if read is None or read[1] not in _SIDES:
        return Checked(None, Problem(field, "not_a_number", clean))
    number, unit = read
    length = int((number * _SIDES[unit]).to_integral_value(ROUND_CEILING))
    if not 1 <= length <= LONGEST_SIDE:
        rule = "too_small" if length < 1 else "too_big"
        return Checked(None, Problem(field, rule, clean))
    return Checked(length, change=mended(field, text, str(length)))


def weight(text: str) -> Checked[Decimal | None]:
    """A weight in kilograms, at least 10 g (API §1.8)."""
    clean = tidy(text)
    if not clean:
        return Checked(None, Problem(Field.WEIGHT, "required"))
    read = _number(clean)
    if read is None or read[1] not in _WEIGHTS:
        return Checked(None, Problem(Field.WEIGHT, "not_a_number", clean))
    number, unit = read
    kilograms = number * _WEIGHTS[unit]
    if not LIGHTEST <= kilograms <= HEAVIEST:
        rule = "too_small" if kilograms < LIGHTEST else "too_big"
        return Checked(None, Problem(Field.WEIGHT, rule, clean))
    # 2,50 and 2.5 are the same weight: nothing was mended.
    change = mended(Field.WEIGHT, text, _plain(kilograms)) if unit not in ("", "kg") else None
    return Checked(kilograms, change=change)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(text: str) -> tuple[Decimal, str] | None:
    """The number and its unit; 1,234 may be a thousand or one, so three decimals need a unit."""
    match = _MEASURE.fullmatch(text)
    if not match:
        return None
    whole, decimals, unit = match[1], match[2] or "", match[3].casefold()
    if len(decimals) == 3 and not unit and whole != "0":
        return None
    return Decimal(f"{whole}.{decimals or 0}"), unit
