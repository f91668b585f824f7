"""What stands in each column of an export: texts, amounts and Warsaw's times, and how a CSV shows them.

Numbers that only look like figures (telephones, tracking numbers) are texts, and no cell is a formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from inpost_desk.domain.history import HistoryRow
from inpost_desk.domain.shop_columns import Cell
from inpost_desk.ledger.export_facts import Facts

WARSAW: Final = ZoneInfo("Europe/Warsaw")
TRACKING_PAGE: Final = "https://inpost.pl/sledzenie-przesylek?number="
CARRIER: Final = "InPost"
# The carrier's name is the same in each line: for shops that want it.
ALL_CELLS: Final = tuple(one for one in Cell if one is not Cell.CARRIER)

Value = str | Decimal | datetime | int | None
"""A datetime is Warsaw's, without a zone."""
Words = Callable[[str], str]
"""Names things in the user's language by keys such as `column.name`, `service.…`, `status.…`."""

# What a spreadsheet takes for the beginning of a formula, and what is none all the same.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_NUMBER: Final = re.compile(r"[+-]\d[\d ]*([.,]\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Line:
    """One shipment with what only exports need of it."""

    row: HistoryRow
    facts: Facts


def cell_of(line: Line, cell: Cell, words: Words) -> Value:
    """What stands in that column."""
    named = _NAMED.get(cell)
    if named is not None:
        return named(line, words)
    return _PLAIN[cell](line)


def warsaw(moment: datetime | None) -> datetime | None:
    """As clocks in Warsaw showed it, to the second."""
    if moment is None:
        return None
    return moment.astimezone(WARSAW).replace(tzinfo=None, microsecond=0)


def shown(value: Value, point: str) -> str:
    """As text, amounts with that decimal point."""
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", point)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    return "" if value is None else str(value)


def guarded(text: str) -> str:
    """The text so that a spreadsheet opening a CSV runs nothing: an apostrophe before what could be run."""
    if text.startswith(_FORMULA) and _NUMBER.fullmatch(text) is None:
        return f"'{text}"
    return text


_NAMED: Final[dict[Cell, Callable[[Line, Words], Value]]] = {
    Cell.SERVICE: lambda line, words: words(f"service.{line.row.service}"),
    Cell.STATUS_WORDS: lambda line, words: words(f"status.{line.row.status}"),
}
_PLAIN: Final[dict[Cell, Callable[[Line], Value]]] = {
    Cell.REFERENCE: lambda line: line.row.reference,
    Cell.NUMBER: lambda line: line.row.tracking_number,
    Cell.NAME: lambda line: line.row.name,
    Cell.SIZE: lambda line: line.row.size,
    Cell.POINT: lambda line: line.row.point,
    Cell.CITY: lambda line: line.row.city,
    Cell.STATUS: lambda line: line.row.status,
    Cell.MADE: lambda line: warsaw(line.row.made_at),
    Cell.STATUS_AT: lambda line: warsaw(line.row.status_at),
    Cell.COD: lambda line: line.row.cod,
    Cell.INSURANCE: lambda line: line.facts.insurance,
    Cell.PRICE: lambda line: line.row.price,
    Cell.MPK: lambda line: line.facts.mpk,
    Cell.RETURN_NUMBER: lambda line: line.facts.return_number,
    Cell.TRACKING_PAGE: lambda line: _page(line.row.tracking_number),
    Cell.SHIPX_ID: lambda line: str(line.row.shipx_id or ""),
    Cell.CARRIER: lambda _: CARRIER,
    Cell.PHONE: lambda line: line.row.phone,
}


def _page(number: str) -> str:
    return f"{TRACKING_PAGE}{number}" if number else ""
