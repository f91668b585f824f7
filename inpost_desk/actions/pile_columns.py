"""What the Orders table shows of a row that was read: texts and amounts, short enough for the ledger."""

from __future__ import annotations

from collections.abc import Mapping

from inpost_desk.actions.import_file import ImportedRow
from inpost_desk.domain.checks import tidy
from inpost_desk.domain.order import Field, Order
from inpost_desk.domain.order_row import meaning
from inpost_desk.domain.point import Point


def shown_columns(row: ImportedRow, points: Mapping[str, Point | None]) -> dict[str, object]:
    """The table's columns by name: as read where the row could be read, else as given. Money with a dot."""
    order = row.order
    if order is None:
        return _as_given(row)
    point = points.get(order.point)
    return {
        "reference": row.reference[:255],
        "name": _name(order),
        "kind": order.kind.value,
        "size": order.size.value,
        "point": order.point,
        "place": _address(order) if point is None else _place(point),
        "phone": order.receiver.phone,
        "cod": "" if order.cod is None else str(order.cod),
        "insurance": "" if order.insurance is None else str(order.insurance),
        "weekend": order.weekend,
    }


def _as_given(row: ImportedRow) -> dict[str, object]:
    def text(field: Field) -> str:
        return tidy(row.cells.get(field, ""))

    kind = meaning(Field.KIND, text(Field.KIND)) if Field.KIND in row.cells else "locker"
    size = meaning(Field.SIZE, text(Field.SIZE))
    address = ", ".join(filter(None, (text(Field.CITY), text(Field.STREET))))
    return {
        "reference": row.reference[:255],
        "name": (text(Field.COMPANY) or text(Field.NAME))[:255],
        "kind": str(kind)[:16] if kind else "",
        "size": str(size or text(Field.SIZE)).upper()[:4],
        "point": text(Field.POINT).upper()[:32],
        "place": address[:255],
        "phone": text(Field.PHONE)[:32],
        "cod": text(Field.COD).replace(",", ".")[:20],
        "insurance": text(Field.INSURANCE).replace(",", ".")[:20],
        "weekend": meaning(Field.WEEKEND, text(Field.WEEKEND)) is True,
    }


def _name(order: Order) -> str:
    person = order.receiver
    full = f"{person.first_name} {person.last_name}".strip()
    return (person.company or full)[:255]


def _address(order: Order) -> str:
    address = order.receiver.address
    if address is None:
        return ""
    return f"{address.city}, {address.street} {address.building_number}".strip(" ,")[:255]


def _place(point: Point) -> str:
    return ", ".join(filter(None, (point.city, point.street)))[:255]
