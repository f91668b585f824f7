"""The columns of the Orders table: what stands in a cell, in words and weights, and what can be edited there.

Nothing is painted here and nothing kept: `table_paint` paints, `columns_kept` remembers the choice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Final, NamedTuple

from inpost_desk.domain.order import Field, Kind
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.service import COURIER, COURIER_C2C
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.table_words import NEEDS_SOMEBODY, stage_words
from inpost_desk.ui.table_ink import Piece, Pieces, Weight
from inpost_desk.wording.sentences import field_words, money_words, service_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

DASH: Final = "–"
NARROW_SPACE: Final = "\N{NO-BREAK SPACE}"
WHOLE_NUMBER: Final = 12
"""Digits of a shipment number that are shown whole; a longer one is cut in the middle."""


class Column(IntEnum):
    """The columns, in the order they have until the user moves one."""

    POSITION = 0
    STAGE = 1
    REFERENCE = 2
    NAME = 3
    SERVICE = 4
    SIZE = 5
    TARGET = 6
    PHONE = 7
    COD = 8
    INSURANCE = 9
    EXTRAS = 10
    NUMBER = 11


class Wrong(NamedTuple):
    """The cell that says why a row cannot go as it is, the shortest words for it, and shorter ones."""

    column: Column
    text: str
    value: str


HEADINGS: Final[Mapping[Column, str]] = {
    Column.POSITION: QT_TRANSLATE_NOOP("ui", "No."),
    Column.STAGE: QT_TRANSLATE_NOOP("ui", "Stage"),
    Column.REFERENCE: QT_TRANSLATE_NOOP("ui", "Order no."),
    Column.NAME: QT_TRANSLATE_NOOP("ui", "Receiver"),
    Column.SERVICE: QT_TRANSLATE_NOOP("ui", "Service"),
    Column.SIZE: QT_TRANSLATE_NOOP("ui", "Size"),
    Column.TARGET: QT_TRANSLATE_NOOP("ui", "Destination"),
    Column.PHONE: QT_TRANSLATE_NOOP("ui", "Telephone"),
    Column.COD: QT_TRANSLATE_NOOP("ui", "COD"),
    Column.INSURANCE: QT_TRANSLATE_NOOP("ui", "Protection"),
    Column.EXTRAS: QT_TRANSLATE_NOOP("ui", "Extras"),
    Column.NUMBER: QT_TRANSLATE_NOOP("ui", "Shipment number"),
}
# Where the heading is short for want of room; menus and screen readers say it in full.
FULL_HEADINGS: Final[Mapping[Column, str]] = {
    Column.POSITION: QT_TRANSLATE_NOOP("ui", "Position in the pile"),
    Column.REFERENCE: QT_TRANSLATE_NOOP("ui", "Order number"),
    Column.SIZE: QT_TRANSLATE_NOOP("ui", "Parcel size"),
    Column.COD: QT_TRANSLATE_NOOP("ui", "Cash on delivery"),
    Column.INSURANCE: QT_TRANSLATE_NOOP("ui", "Extra protection"),
}
RIGHT: Final = frozenset({Column.POSITION, Column.COD, Column.INSURANCE})
CENTRED: Final = frozenset({Column.SIZE})

EDITED_AS: Final[Mapping[Column, Field]] = {
    Column.REFERENCE: Field.REFERENCE,
    Column.NAME: Field.NAME,
    Column.SERVICE: Field.KIND,
    Column.SIZE: Field.SIZE,
    Column.TARGET: Field.POINT,
    Column.PHONE: Field.PHONE,
    Column.COD: Field.COD,
    Column.INSURANCE: Field.INSURANCE,
}
EDITABLE_STAGES: Final = frozenset(
    {Stage.READY, Stage.TO_FIX, Stage.HELD, Stage.QUESTION, Stage.REFUSED}
)
_STANDS_IN: Final[Mapping[str, Column]] = {
    **{field: column for column, field in EDITED_AS.items()},
    Field.COMPANY: Column.NAME,
    Field.EMAIL: Column.NAME,
    Field.STREET: Column.TARGET,
    Field.POST_CODE: Column.TARGET,
    Field.CITY: Column.TARGET,
    Field.WEEKEND: Column.SERVICE,
    Field.SERVICE: Column.SERVICE,
    Field.COMMENTS: Column.REFERENCE,
    Field.MPK: Column.REFERENCE,
}
_SHORT_REASONS: Final[Mapping[str, str]] = {
    "point_closed": QT_TRANSLATE_NOOP("ui", "{value} closed"),
    "point.does_not_exist": QT_TRANSLATE_NOOP("ui", "{value} unknown"),
    "invalid_box_machine_function": QT_TRANSLATE_NOOP("ui", "{value} takes no parcels"),
    "size_not_for_service": QT_TRANSLATE_NOOP("ui", "{value} not for this"),
}
_AMOUNT: Final = re.compile(r"[0-9]+(?:\.[0-9]{1,2})?")


def heading(column: Column) -> str:
    """What stands over the column."""
    return translate("ui", HEADINGS[column])


def full_heading(column: Column) -> str:
    """The column's name where there is room for it."""
    return translate("ui", FULL_HEADINGS.get(column, HEADINGS[column]))


def column_of(field: str) -> Column | None:
    """Where a field, and what is wrong with it, stands."""
    return _STANDS_IN.get(field)


def pieces(row: PileRow, column: Column) -> Pieces:
    """The cell's text in pieces of one weight each; a missing value is a dash."""
    return _CELLS[column](row) or _NOTHING


def cell_text(row: PileRow, column: Column) -> str:
    """The cell's text as it is shown."""
    return "".join(piece.text for piece in pieces(row, column))


def copied_text(row: PileRow, column: Column) -> str:
    """What the clipboard gets: numbers whole and without spaces, nothing for a missing value."""
    if column is Column.NUMBER:
        return row.tracking_number
    if column is Column.PHONE:
        return row.phone
    shown = cell_text(row, column)
    return "" if shown == DASH else shown.replace(NARROW_SPACE, "")


def wrong(row: PileRow) -> Wrong | None:
    """The row's problem cell, where one of the columns has what is wrong."""
    if not row.field or row.stage not in NEEDS_SOMEBODY:
        return None
    column = _STANDS_IN.get(row.field)
    return None if column is None else Wrong(column, *_wrong_texts(row, column))


def editable_field(row: PileRow, column: Column) -> Field | None:
    """What an edit of that cell changes; None where it cannot be edited now."""
    if row.stage not in EDITABLE_STAGES:
        return None
    field = EDITED_AS.get(column)
    if row.field and _STANDS_IN.get(row.field) is column and _given(row):
        return Field(row.field)
    if field is Field.POINT and row.kind == Kind.COURIER:
        # The address is several fields: the panel has them.
        return None
    return field


def edited_text(row: PileRow, field: Field) -> str:
    """The text an editor opens with: as given."""
    if row.field == field and _given(row) and row.value:
        return row.value
    own = {
        Field.REFERENCE: row.reference,
        Field.NAME: row.name,
        Field.KIND: row.kind,
        Field.SIZE: row.size,
        Field.POINT: row.point,
        Field.PHONE: row.phone,
        Field.COD: money_words(row.cod),
        Field.INSURANCE: money_words(row.insurance),
    }
    return own.get(field, "")


def amount_text(amount: str) -> str:
    """1 299,00; what is no amount is shown as it was read."""
    if not _AMOUNT.fullmatch(amount):
        return amount
    whole, _, part = amount.partition(".")
    return f"{int(whole):,}".replace(",", NARROW_SPACE) + f",{part:0<2}"


def phone_text(phone: str) -> str:
    """501 234 567; anything but nine digits is shown as it was read."""
    if len(phone) != 9 or not phone.isdigit():
        return phone
    return NARROW_SPACE.join((phone[:3], phone[3:6], phone[6:]))


def fours(number: str) -> str:
    """A shipment number in groups of four."""
    return NARROW_SPACE.join(number[at : at + 4] for at in range(0, len(number), 4))


def _given(row: PileRow) -> bool:
    """Whether `value` is the text of the cell itself, and not that of another one or a key."""
    if row.field not in _STANDS_IN or row.field in (Field.SERVICE, Field.WEEKEND):
        return False
    return row.rule not in ("cod_not_payable_at_point", "service_not_in_contract", "sent_before")


def _wrong_texts(row: PileRow, column: Column) -> tuple[str, str]:
    own = EDITED_AS[column] == row.field
    value = (_given_amount(row) or _own_text(row, column) if own else "") or row.value
    short = _SHORT_REASONS.get(f"{row.field}.{row.rule}") or _SHORT_REASONS.get(row.rule)
    if short and value:
        return translate("ui", short).format(value=value), value
    if own or row.field in (Field.SERVICE, Field.WEEKEND):
        value = value or _own_text(row, column) or "?"
        return value, value
    name = field_words(row.field)
    value = value or "?"
    return f"{name[:1].upper()}{name[1:]} {value}", value


def _given_amount(row: PileRow) -> str:
    """What the file says where it is no amount: read, it may look like another mistake."""
    amount = {Field.COD.value: row.cod, Field.INSURANCE.value: row.insurance}.get(row.field, "")
    return row.value if amount and not _AMOUNT.fullmatch(amount) else ""


def _own_text(row: PileRow, column: Column) -> str:
    if column is Column.TARGET:
        return row.point
    shown = cell_text(row, column)
    return "" if shown == DASH else shown


def _target(row: PileRow) -> Pieces:
    if not row.point or row.kind == Kind.COURIER:
        return (Piece(row.place, Weight.SOFT),) if row.place else ()
    if not row.place:
        return (Piece(row.point, Weight.STRONG),)
    return Piece(row.point, Weight.STRONG), Piece(f" {row.place}", Weight.SOFT)


def _service(row: PileRow) -> Pieces:
    if row.weekend:
        words = translate("ui", "Weekend")
    elif row.kind == Kind.COURIER and row.service in ("", COURIER, COURIER_C2C):
        words = kind_words(Kind.COURIER)
    elif row.service:
        words = service_words(row.service)
    elif row.kind == Kind.LOCKER:
        # A PaczkoPunkt's name begins so, before InPost has said which service it is.
        pop = row.point.startswith("POP-")
        words = (
            service_words("inpost_locker_customer_service_point") if pop else kind_words("locker")
        )
    else:
        words = row.kind
    return _plain(words)


def kind_words(kind: str) -> str:
    """How a parcel goes, in one word."""
    if kind == Kind.COURIER:
        return translate("ui", "Courier")
    return service_words("inpost_locker_standard")


def _extras(row: PileRow) -> Pieces:
    said = []
    if row.weekend:
        said.append(translate("ui", "weekend"))
    if row.edited:
        said.append(translate("ui", "changed by hand"))
    # Most rows have none: a column of dashes would be louder than what stands in it.
    return (Piece(", ".join(said), Weight.SOFT),)


def _number(row: PileRow) -> Pieces:
    number = row.tracking_number
    if not number:
        return ()
    last = Piece(number[-4:], Weight.STRONG)
    if len(number) <= WHOLE_NUMBER:
        return Piece(fours(number[:-4]) + NARROW_SPACE, Weight.SOFT), last
    ends = fours(number[:8]), number[-8:-4]
    return Piece(f"{ends[0]} … {ends[1]}{NARROW_SPACE}", Weight.SOFT), last


def _plain(text: str) -> Pieces:
    return (Piece(text),) if text else ()


def _strong(text: str) -> Pieces:
    return (Piece(text, Weight.STRONG),) if text else ()


def _stage(row: PileRow) -> Pieces:
    return (Piece(stage_words(row.stage, row.same_parcel_as)),)


_NOTHING: Final = (Piece(DASH, Weight.FAINT),)
_CELLS: Final[Mapping[Column, Callable[[PileRow], Pieces]]] = {
    Column.POSITION: lambda row: (Piece(str(row.row), Weight.SOFT),),
    Column.STAGE: _stage,
    Column.REFERENCE: lambda row: _strong(row.reference),
    Column.NAME: lambda row: _plain(row.name),
    Column.SERVICE: _service,
    Column.SIZE: lambda row: _strong(row.size),
    Column.TARGET: _target,
    Column.PHONE: lambda row: _plain(phone_text(row.phone)),
    Column.COD: lambda row: _plain(amount_text(row.cod)),
    Column.INSURANCE: lambda row: _plain(amount_text(row.insurance)),
    Column.EXTRAS: _extras,
    Column.NUMBER: _number,
}
