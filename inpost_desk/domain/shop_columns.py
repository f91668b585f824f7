"""A shop's own columns for importing tracking numbers: chosen once, used at every export."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cell(StrEnum):
    """What can stand in a column of an export."""

    REFERENCE = "reference"
    NUMBER = "number"
    NAME = "name"
    SERVICE = "service"
    SIZE = "size"
    POINT = "point"
    CITY = "city"
    STATUS = "status"
    STATUS_WORDS = "status_words"
    MADE = "made"
    STATUS_AT = "status_at"
    COD = "cod"
    INSURANCE = "insurance"
    PRICE = "price"
    MPK = "mpk"
    RETURN_NUMBER = "return_number"
    TRACKING_PAGE = "tracking_page"
    SHIPX_ID = "shipx_id"
    CARRIER = "carrier"
    """The word "InPost": some shops want the carrier's name in a column."""
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class ShopColumns:
    """`columns` are headings with what stands under them; `separator` and `encoding` are the CSV's."""

    columns: tuple[tuple[str, Cell], ...] = (
        ("order_number", Cell.REFERENCE),
        ("tracking_number", Cell.NUMBER),
        ("carrier", Cell.CARRIER),
    )
    separator: str = ","
    encoding: str = "utf-8"

    def __post_init__(self) -> None:
        if not self.columns or self.separator not in {",", ";", "\t"}:
            raise ValueError("columns")
