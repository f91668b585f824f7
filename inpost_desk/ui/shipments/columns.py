"""The columns of the Shipments table: what stands in a cell, in words and weights. They paint nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import IntEnum
from typing import Final

from inpost_desk.domain.history import HistoryRow, Sort
from inpost_desk.domain.service import COURIER, COURIER_C2C
from inpost_desk.ui.orders.columns import NARROW_SPACE, amount_text, kind_words, phone_text
from inpost_desk.ui.shipments.status_look import status_text
from inpost_desk.ui.table_ink import Piece, Pieces, Weight
from inpost_desk.wording.journey import brief_moment
from inpost_desk.wording.sentences import service_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

DASH: Final = "–"


class Column(IntEnum):
    """The columns, in the order they have until the user moves one."""

    MADE = 0
    REFERENCE = 1
    NAME = 2
    SERVICE = 3
    SIZE = 4
    TARGET = 5
    PHONE = 6
    COD = 7
    PRICE = 8
    STATUS = 9
    NUMBER = 10


HEADINGS: Final[Mapping[int, str]] = {
    Column.MADE: QT_TRANSLATE_NOOP("ui", "Made"),
    Column.REFERENCE: QT_TRANSLATE_NOOP("ui", "Order no."),
    Column.NAME: QT_TRANSLATE_NOOP("ui", "Receiver"),
    Column.SERVICE: QT_TRANSLATE_NOOP("ui", "Service"),
    Column.SIZE: QT_TRANSLATE_NOOP("ui", "Size"),
    Column.TARGET: QT_TRANSLATE_NOOP("ui", "Destination"),
    Column.PHONE: QT_TRANSLATE_NOOP("ui", "Telephone"),
    Column.COD: QT_TRANSLATE_NOOP("ui", "COD"),
    Column.PRICE: QT_TRANSLATE_NOOP("ui", "Price"),
    Column.STATUS: QT_TRANSLATE_NOOP("ui", "Status"),
    Column.NUMBER: QT_TRANSLATE_NOOP("ui", "Number"),
}
FULL_HEADINGS: Final[Mapping[int, str]] = {
    Column.REFERENCE: QT_TRANSLATE_NOOP("ui", "Order number"),
    Column.SIZE: QT_TRANSLATE_NOOP("ui", "Parcel size"),
    Column.COD: QT_TRANSLATE_NOOP("ui", "Cash on delivery"),
    Column.NUMBER: QT_TRANSLATE_NOOP("ui", "Shipment number"),
}
RIGHT: Final[frozenset[int]] = frozenset({Column.COD, Column.PRICE, Column.NUMBER})
CENTRED: Final[frozenset[int]] = frozenset({Column.SIZE})
SORTS: Final[Mapping[int, Sort]] = {
    Column.MADE: Sort.MADE,
    Column.REFERENCE: Sort.REFERENCE,
    Column.NAME: Sort.NAME,
    Column.SERVICE: Sort.SERVICE,
    Column.TARGET: Sort.TARGET,
    Column.STATUS: Sort.STATUS,
    Column.NUMBER: Sort.NUMBER,
}
"""What the ledger sorts by; the other columns are not sorted."""


def name_of(row: HistoryRow) -> str:
    """What a shipment is called: by its order, else by a number of InPost's."""
    return row.reference or row.tracking_number or str(row.shipx_id)


def heading(column: int) -> str:
    """What stands over the column."""
    return translate("ui", HEADINGS[column])


def full_heading(column: int) -> str:
    """The column's name where there is room for it."""
    return translate("ui", FULL_HEADINGS.get(column, HEADINGS[column]))


def pieces(row: HistoryRow, column: int) -> Pieces:
    """The cell's text in pieces of one weight each; a missing value is a dash."""
    return _CELLS[column](row) or _NOTHING


def cell_text(row: HistoryRow, column: int) -> str:
    """The cell's text as it is shown."""
    return "".join(piece.text for piece in pieces(row, column))


def copied_text(row: HistoryRow, column: int) -> str:
    """What the clipboard gets: numbers whole and without spaces, nothing for a missing value."""
    if column == Column.NUMBER:
        return row.tracking_number
    if column == Column.PHONE:
        return row.phone
    shown = cell_text(row, column)
    return "" if shown == DASH else shown.replace(NARROW_SPACE, "")


def sentence(row: HistoryRow, column: int) -> str:
    """A cell for those who hear the table."""
    text = row.tracking_number if column == Column.NUMBER else cell_text(row, column)
    words = translate("ui", "{reference}, {heading}: {text}.")
    said = translate("ui", "nothing") if text in (DASH, "") else text
    return words.format(reference=name_of(row), heading=full_heading(column), text=said)


def service_text(row: HistoryRow) -> str:
    """The service as short as it is unmistakable."""
    if row.is_return:
        return translate("ui", "Return")
    if row.weekend:
        return translate("ui", "Weekend")
    if row.service in (COURIER, COURIER_C2C):
        return kind_words("courier")
    words = service_words(row.service)
    return words[:1].upper() + words[1:] if words != row.service else words


def target_pieces(row: HistoryRow) -> Pieces:
    """Where it goes: the point, or the town."""
    if not row.point:
        return (Piece(row.city, Weight.SOFT),) if row.city else ()
    if not row.city:
        return (Piece(row.point, Weight.STRONG),)
    return Piece(row.point, Weight.STRONG), Piece(f" {row.city}", Weight.SOFT)


def _made(row: HistoryRow) -> Pieces:
    if row.made_at is None:
        return ()
    return (Piece(brief_moment(row.made_at, year=datetime.now(UTC).year), Weight.SOFT),)


def _number(row: HistoryRow) -> Pieces:
    number = row.tracking_number
    return (Piece("…", Weight.FAINT), Piece(number[-4:], Weight.STRONG)) if number else ()


def _plain(text: str) -> Pieces:
    return (Piece(text),) if text else ()


def _strong(text: str) -> Pieces:
    return (Piece(text, Weight.STRONG),) if text else ()


def _amount(amount: object) -> Pieces:
    return () if amount is None else (Piece(amount_text(str(amount))),)


_NOTHING: Final = (Piece(DASH, Weight.FAINT),)
_CELLS: Final[Mapping[int, Callable[[HistoryRow], Pieces]]] = {
    Column.MADE: _made,
    Column.REFERENCE: lambda row: _strong(row.reference),
    Column.NAME: lambda row: _plain(row.name),
    Column.SERVICE: lambda row: _plain(service_text(row)),
    Column.SIZE: lambda row: _strong(row.size),
    Column.TARGET: target_pieces,
    Column.PHONE: lambda row: _plain(phone_text(row.phone)),
    Column.COD: lambda row: _amount(row.cod),
    Column.PRICE: lambda row: _amount(row.price),
    Column.STATUS: lambda row: (Piece(status_text(row)),),
    Column.NUMBER: _number,
}
