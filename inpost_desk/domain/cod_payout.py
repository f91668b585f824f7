"""InPost's report of cash on delivery, read leniently: which parcels were paid out, how much, and when.

No sample of it is known (API §3.11), so its columns are found by their words, in Polish or in English. No
I/O; what the ledger says of the parcels is not known here.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from inpost_desk.domain.folding import fold
from inpost_desk.errors import FileTrouble

# Words of a heading, folded, the most telling first: a column is the first that has one of them.
_NUMBER: Final = ("numer przesylki", "numer paczki", "numer nadania", "list przewozow", "tracking", "parcel",
                  "shipment", "przesylk", "paczk", "numer", "number")  # fmt: skip
_AMOUNT: Final = (
    "kwota pobran",
    "wartosc pobran",
    "cod amount",
    "pobran",
    "kwota",
    "cod",
    "amount",
    "wartosc",
)
_PAID: Final = ("data wyplat", "data przelew", "data wykonan", "payout", "transfer date", "paid", "wyplat",
                "przelew", "data", "date")  # fmt: skip
# Headings that have such a word and say something else.
_OTHER: Final = ("konto", "konta", "rachun", "account", "iban", "walut", "currency", "tytul", "title",
                 "referen", "status", "nadawc", "odbiorc", "organiz")  # fmt: skip
_SEPARATORS: Final = ";,\t|"
_NUMBERS: Final = re.compile(r"\d{10,24}|[A-Z]{1,4}\d{8,20}(?:[A-Z]{2})?", re.ASCII)
_DAYS: Final = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y/%m/%d", "%Y.%m.%d")
_DAY: Final = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}", re.ASCII)
_MONEY: Final = re.compile(r"-?\d+(?:\.\d{1,2})?", re.ASCII)
_CENTS: Final = re.compile(r"[.,](\d{2})$", re.ASCII)
# Thousands or three decimals: never guessed.
_AMBIGUOUS: Final = re.compile(r"-?\d{1,3}[.,]\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Payout:
    """One parcel of the report; what could not be read is None."""

    number: str
    amount: Decimal | None = None
    day: date | None = None


def read_payouts(content: bytes) -> tuple[Payout, ...]:
    """The parcels of a report in its order. Raises FileTrouble `cod_report` for what is no such report."""
    lines = _lines(_text(content))
    for at, heading in enumerate(lines):
        columns = _columns(heading)
        if columns is not None:
            found = (_payout(line, columns) for line in lines[at + 1 :])
            return tuple(one for one in found if one is not None)
    raise FileTrouble("cod_report")


def amount_of(text: str) -> Decimal | None:
    """`1 299,00 zł`, `1.299,00`, `1299.00` or `1299`; None for anything else, also for `1.299`."""
    bare = re.sub(r"[\s\u00a0\u202f]|zł|pln", "", text, flags=re.IGNORECASE)
    if bare.count(",") + bare.count(".") == 1 and not _AMBIGUOUS.fullmatch(bare):
        bare = bare.replace(",", ".")
    elif sign := _CENTS.search(bare):
        bare = re.sub(r"[.,]", "", bare[: sign.start()]) + "." + sign[1]
    return Decimal(bare) if _MONEY.fullmatch(bare) else None


def _text(content: bytes) -> str:
    for code in ("utf-8-sig", "cp1250"):
        try:
            return content.decode(code)
        except UnicodeDecodeError:
            continue
    raise FileTrouble("cod_report")


def _lines(text: str) -> list[list[str]]:
    """The separator is the one that the most headings agree on."""
    text = re.sub(r"\A\s*sep=.\r?\n", "", text, flags=re.IGNORECASE)
    separator = max(
        _SEPARATORS,
        key=lambda one: max((_width(line, one) for line in text.splitlines()[:20]), default=0),
    )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [[cell.strip() for cell in line] for line in reader]
    except csv.Error as error:
        raise FileTrouble("cod_report") from error


def _width(line: str, separator: str) -> int:
    """How many parts of the line are headings of the report."""
    return sum(bool(_which(part)) for part in line.split(separator)) if separator in line else 0


def _which(heading: str) -> str:
    folded = _plain(heading)
    kinds = {"number": _NUMBER, "amount": _AMOUNT, "paid": _PAID}
    return next((name for name, words in kinds.items() if any(one in folded for one in words)), "")


def _columns(heading: Sequence[str]) -> tuple[int, int, int | None] | None:
    """Where number, amount and day stand; None where this line is not the heading."""
    folded = [_plain(one) for one in heading]
    amount = _column(folded, _AMOUNT, ("data", "date", "numer", "number"))
    paid = _column(folded, _PAID, ("numer", "number", "kwota", "amount"))
    taken = {amount, paid}
    number = _column(
        [("" if at in taken else one) for at, one in enumerate(folded)], _NUMBER, ("data", "date")
    )
    return None if number is None or amount is None else (number, amount, paid)


def _plain(heading: str) -> str:
    return " ".join(re.split(r"[\s_/-]+", fold(heading)))


def _column(headings: Sequence[str], words: Sequence[str], never: Sequence[str]) -> int | None:
    for word in words:
        for at, one in enumerate(headings):
            if word in one and not any(other in one for other in (*_OTHER, *never)):
                return at
    return None


def _payout(line: Sequence[str], columns: tuple[int, int, int | None]) -> Payout | None:
    """A line without a parcel's number is a total or an empty one."""
    number, amount, paid = (
        (line[at] if at is not None and at < len(line) else "") for at in columns
    )
    # Spreadsheets keep long numbers whole behind an apostrophe or as a formula.
    bare = re.sub(r"[\s'\"=]", "", number).upper()
    if not _NUMBERS.fullmatch(bare):
        return None
    return Payout(bare, amount_of(amount), _day(paid))


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    for form in _DAYS if found else ():
        try:
            return datetime.strptime(found[0] if found else "", form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None
