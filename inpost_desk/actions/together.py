"""Orders that a person put into one box: one parcel, and every reference leads to it.

The same as lines of one order from here on: the further rows name the first one's parcel. Never done by
itself; what was sent stays as it was sent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from inpost_desk.actions.import_file import ImportedFile, ImportedRow
from inpost_desk.domain.order import Change, Field, Order
from inpost_desk.domain.together import in_one_box, may_share, same_receiver

TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Gone:
    """What went to InPost already: rows as parcels of their own, rows in another row's parcel."""

    alone: Collection[int] = ()
    along: Collection[int] = ()


def joined(imported: ImportedFile, links: Mapping[int, int], gone: Gone) -> ImportedFile:
    """The file with these rows in the parcels a person put them into, as far as that still fits.

    Rows that were corrected to go elsewhere, or have money as the other does, are parcels of their own again.
    """
    if not links:
        return imported
    by_row = {one.row: one for one in imported.rows}
    groups: dict[int, list[int]] = defaultdict(list)
    for row, leader in sorted(links.items()):
        if row in by_row and leader in by_row:
            groups[leader].append(row)
    for leader, rows in groups.items():
        _join(by_row, leader, rows, gone)
    return replace(imported, rows=tuple(by_row.values()))


def _join(by_row: dict[int, ImportedRow], leader: int, rows: Sequence[int], gone: Gone) -> None:
    first = by_row[leader]
    taken: list[Order] = [first.order] if first.order else []
    for row in rows:
        one = by_row[row]
        if not _fits(first, one, gone) or one.order is None or not may_share([*taken, one.order]):
            continue
        taken.append(one.order)
        for other in by_row.values():
            if row in (other.row, other.same_parcel_as):
                by_row[other.row] = replace(other, same_parcel_as=leader)
    if len(taken) > 1:
        by_row[leader] = _with_others(first, in_one_box(taken))


def _fits(first: ImportedRow, one: ImportedRow, gone: Gone) -> bool:
    if first.order is None or one.order is None or first.row >= one.row:
        return False
    if first.same_parcel_as is not None or one.same_parcel_as is not None or one.row in gone.alone:
        return False
    too_late = first.row in gone.alone and one.row not in gone.along
    return not too_late and same_receiver(first.order, one.order)


def _with_others(first: ImportedRow, order: Order) -> ImportedRow:
    before = first.order or order
    found = (
        (Field.SIZE, before.size.value, order.size.value),
        (Field.COD, _text(before.cod), _text(order.cod)),
        (Field.INSURANCE, _text(before.insurance), _text(order.insurance)),
    )
    changes = tuple(Change(field, was, now, TOGETHER) for field, was, now in found if was != now)
    return replace(first, order=order, changes=(*first.changes, *changes))


def _text(amount: object) -> str:
    return "" if amount is None else str(amount)
