"""Amounts in złoty as people type them: `1 299,00 zł`, `1.299,00`, `1299.00`.

Only what can be read in one way is read: `1.299` and `12,5,0` are refused, never guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal

from inpost_desk.domain.checks import Checked, is_scientific, mended, tidy
from inpost_desk.domain.order import Change, Field, Kind, Problem

# API §2.5 form limits: at least 1 PLN, insurance below 10 000 000 PLN.
SMALLEST = Decimal(1)
INSURANCE_LIMIT = Decimal("9999999.99")
# API §5.2: InPost's own shop plugin hides cash on delivery above these.
COD_LIMITS = {Kind.LOCKER: Decimal(5000), Kind.COURIER: Decimal(15000)}

_CURRENCY = re.compile(r"^pln ?| ?(?:zł\.?|zl|pln)$", re.IGNORECASE)
_PLAIN = re.compile(r"([0-9]{1,15})(?:[.,]([0-9]{1,2}))?")
_SPACED = re.compile(r"([0-9]{1,3}(?: [0-9]{3}){1,4})(?:[.,]([0-9]{1,2}))?")
_DOTTED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3}){1,4}),([0-9]{1,2})")
_COMMAS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,4})\.([0-9]{1,2})")
_NOTHING = frozenset({"", "nie", "-", "–", "brak"})


def cod(text: str, *, kind: Kind) -> Checked[Decimal | None]:
    """Cash on delivery in PLN, or None for an empty cell, 0 and NIE."""
    return _amount(Field.COD, text, COD_LIMITS[kind])


def insurance(text: str) -> Checked[Decimal | None]:
    """Extra protection in PLN, or None for an empty cell, 0 and NIE."""
    return _amount(Field.INSURANCE, text, INSURANCE_LIMIT)


def raised_insurance(
    insured: Decimal | None, cash: Decimal | None
) -> tuple[Decimal | None, Change | None]:
    """A courier parcel is insured for at least its cash on delivery (API §5.1)."""
    if cash is None or (insured is not None and insured >= cash):
        return insured, None
    before = "" if insured is None else str(insured)
    return cash, Change(Field.INSURANCE, before, str(cash), "insurance_raised_to_cod")


def _amount(field: Field, text: str, largest: Decimal) -> Checked[Decimal | None]:
    clean = tidy(text)
    bare = _CURRENCY.sub("", clean).strip()
    if bare.casefold() in _NOTHING:
        return Checked(None)
    if is_scientific(bare):
        return Checked(None, Problem(field, "scientific_notation", clean))
    value = _parsed(bare.removeprefix("-").strip())
    if value is None:
        return Checked(None, Problem(field, "invalid_amount", clean))
    if value == 0:
        return Checked(None)
    if bare.startswith("-") or value < SMALLEST:
        return Checked(None, Problem(field, "too_small", clean, str(SMALLEST)))
    if value > largest:
        return Checked(None, Problem(field, "too_big", clean, str(largest)))
    # 1299 and 129,9 are as good as 1299.00: nothing was mended.
    plain = _PLAIN.fullmatch(clean)
    return Checked(value, change=None if plain else mended(field, text, str(value)))


def _parsed(text: str) -> Decimal | None:
    for shape in (_PLAIN, _SPACED, _DOTTED, _COMMAS):
        match = shape.fullmatch(text)
        if match:
            whole = re.sub(r"[ .,]", "", match[1])
            return Decimal(f"{whole}.{(match[2] or '').ljust(2, '0')}")
    return None
