"""What was sent before: by this very file, by other files, or elsewhere; also where its data was deleted.

A second purchase is prevented here as far as it can be seen: by reference, by the reference a numbered part
came from, and for rows without a reference by what is in them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, exists, or_, select

from inpost_desk.domain.order import Order
from inpost_desk.ledger import remembered, restored
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import (
    order_shipments,
    orders,
    run_rows,
    runs,
    shipments,
    steps,
)
from inpost_desk.ledger.seen import good_label

# The outcome of a step about which a person said that InPost does not have it.
DECIDED_ABSENT = "person_absent"
# What a part of an order has behind its reference, and a day number, which looks as if it had that.
_PART = re.compile(r"-\d+/\d+$")
_DAY_NUMBER = re.compile(r"\d\d-\d\d/\d{3,}")


@dataclass(frozen=True, slots=True)
class Sought:
    """A row of a file that might have been sent before.

    `base` is the reference that a numbered part came from. A row without a reference is sought by its order;
    `lost_only`: only among what was made between a copy and its restore.
    """

    row: int
    reference: str
    order: Order
    base: str = ""
    lost_only: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The references under which it may stand, in a form that can be compared."""
        return frozenset(_folded(one) for one in (self.reference, self.base) if one.strip())


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was sent before: by us (`order_id`) or elsewhere (None).

    `finished` is False where our own parcel still lacks its payment, its label or the certainty that it was
    made: such a one is finished, never bought anew. `forgotten_at` is when its data was deleted here.
    """

    order_id: int | None
    shipx_id: int | None
    finished: bool
    forgotten_at: datetime | None = None

    @property
    def number(self) -> str:
        """InPost's number of it as text, "" where it has none yet; behind a comma the day it was deleted."""
        if self.forgotten_at is not None:
            return f"{self.shipx_id}, {self.forgotten_at:%Y-%m-%d}"
        return "" if self.shipx_id is None else str(self.shipx_id)


def sent_before(ledger: Ledger, sought: Sequence[Sought], *, digest: str) -> dict[int, Earlier]:
    """The rows that InPost may already have from somewhere else than this very file."""
    with ledger.read() as connection:
        return find_earlier(connection, sought, digest=digest)


def find_earlier(
    connection: Connection, sought: Sequence[Sought], *, digest: str
) -> dict[int, Earlier]:
    """`sent_before` inside a transaction of the caller's."""
    if not sought:
        return {}
    known = _known(connection, digest)
    found = {row.row: one for row in sought if (one := known.of(row)) is not None}
    left = [row for row in sought if row.row not in found and not row.lost_only]
    return found | _deleted(connection, left)


@dataclass(slots=True)
class _Known:
    """What was sent and still stands here, by what a row may be recognised by."""

    by_name: dict[str, Earlier] = field(default_factory=dict)
    by_content: dict[tuple[object, ...], list[Earlier]] = field(
        default_factory=lambda: defaultdict(list)
    )
    by_receiver: dict[tuple[str, str], list[Earlier]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def of(self, row: Sought) -> Earlier | None:
        """What this row may have been sent as. As many as there were: one more of the same is a new one."""
        if row.names and not row.lost_only:
            return next((self.by_name[name] for name in row.names if name in self.by_name), None)
        receiver = _receiver(row.order.receiver.phone, row.order.point)
        same = None if row.lost_only else self.by_content.get(_content(row.order))
        alike = same or self.by_receiver.get(receiver)
        return alike.pop(0) if alike else None


def _was_lost(one: RowMapping, lost: range) -> bool:
    """Whether a row without a reference was made here between a copy and its restore.

    Nothing is left of it but what InPost says.
    """
    return one["shipx_id"] in lost and _DAY_NUMBER.fullmatch(base_of(one["reference"])) is not None


def _known(connection: Connection, digest: str) -> _Known:
    known = _Known()
    lost = restored.lost_between(connection)
    for one in connection.execute(_sent()).mappings().all():
        if one["order_id"] is not None and one["file_digest"] == digest:
            continue
        done = one["order_id"] is None or bool(one["tracking_number"] and one["has_label"])
        earlier = Earlier(one["order_id"], one["shipx_id"], done)
        known.by_name.update(dict.fromkeys(names_of(one["reference"]), earlier))
        if one["nameless"]:
            known.by_content[content_of_row(one)].append(earlier)
        elif one["order_id"] is None and _was_lost(one, lost):
            known.by_receiver[_receiver(one["sent_to"], one["sent_at"])].append(earlier)
    for one in connection.execute(_alongside(digest)).mappings().all():
        done = bool(one["tracking_number"] and one["has_label"])
        earlier = Earlier(one["order_id"], one["shipx_id"], done)
        known.by_name[_folded(one["reference"])] = earlier
    return known


def _deleted(connection: Connection, sought: Sequence[Sought]) -> dict[int, Earlier]:
    """Those that were sent and whose data was deleted since."""
    digests = remembered.digests(connection)
    if not (digests and sought):
        return {}
    wanted = {row.row: _digests_of(row, digests) for row in sought}
    known = remembered.find(connection, [one for some in wanted.values() for one in some])
    found = {}
    for row in sought:
        left = next((known[one] for one in wanted[row.row] if known.get(one)), None)
        if left:
            # A name stands for whatever has it; of rows without one there are as many as there were.
            one = left[-1] if row.names else left.pop(0)
            found[row.row] = Earlier(
                None, one.shipx_id, finished=True, forgotten_at=one.forgotten_at
            )
    return found


def _digests_of(row: Sought, digests: remembered.Digests) -> list[str]:
    if row.names:
        return [digests.of_name(name) for name in sorted(row.names)]
    return [digests.of_content(_content(row.order))]


def names_of(reference: str) -> frozenset[str]:
    """Under what a sent parcel is found: its reference and that of the order it is a part of."""
    name = _folded(reference)
    return frozenset({name, base_of(name)} - {""})


def _receiver(phone: str, point: str) -> tuple[str, str]:
    """As InPost gives it back: it rewrites telephones."""
    return "".join(sign for sign in phone if sign.isdigit())[-9:], point


def _sent() -> Select[Any]:
    open_step = exists().where(steps.c.shipment_id == shipments.c.id, steps.c.outcome.is_(None))
    good = good_label()
    return (
        select(
            shipments.c.reference,
            shipments.c.shipx_id,
            shipments.c.tracking_number,
            shipments.c.phone.label("sent_to"),
            shipments.c.point.label("sent_at"),
            good.label("has_label"),
            orders.c.id.label("order_id"),
            orders.c.file_digest,
            orders.c.nameless,
            *(orders.c[name] for name in CONTENT),
        )
        .outerjoin(order_shipments, order_shipments.c.shipment_id == shipments.c.id)
        .outerjoin(orders, orders.c.id == order_shipments.c.order_id)
        .where(or_(shipments.c.shipx_id.is_not(None), open_step), shipments.c.status != "canceled")
        .order_by(shipments.c.id)
    )


def _alongside(digest: str) -> Select[Any]:
    """Rows of other files that went in another order's box, each under its own reference."""
    open_step = exists().where(steps.c.shipment_id == shipments.c.id, steps.c.outcome.is_(None))
    good = good_label()
    return (
        select(
            run_rows.c.reference,
            run_rows.c.order_id,
            shipments.c.shipx_id,
            shipments.c.tracking_number,
            good.label("has_label"),
        )
        .join(orders, orders.c.id == run_rows.c.order_id)
        .join(order_shipments, order_shipments.c.order_id == orders.c.id)
        .join(shipments, shipments.c.id == order_shipments.c.shipment_id)
        .where(
            run_rows.c.row != orders.c.row,
            run_rows.c.reference != "",
            run_rows.c.reference != orders.c.reference,
            orders.c.file_digest != digest,
            or_(shipments.c.shipx_id.is_not(None), open_step),
            shipments.c.status != "canceled",
        )
        .order_by(shipments.c.id)
    )


CONTENT = ("phone", "point", "size", "cod", "last_name", "company", "street", "building_number")


def content_of_row(row: RowMapping) -> tuple[object, ...]:
    """What a row without a reference is recognised by, of a row of `orders`."""
    return tuple(row[name] or "" for name in CONTENT)


def _content(order: Order) -> tuple[object, ...]:
    receiver, address = order.receiver, order.receiver.address
    return (
        receiver.phone,
        order.point,
        order.size.value,
        order.cod or "",
        receiver.last_name,
        receiver.company,
        address.street if address else "",
        address.building_number if address else "",
    )


def base_of(reference: str) -> str:
    """The reference of the order that a part (`ZAM/1-2/3`) is of; of what is no part its own."""
    return reference if _DAY_NUMBER.fullmatch(reference) else _PART.sub("", reference)


def _folded(reference: str) -> str:
    return reference.strip().casefold()


def rows_before(ledger: Ledger, digest: str) -> dict[int, bool]:
    """The rows of that file which went to InPost, or may have; whether their newest parcel is bought.

    Those a person has decided to send all the same count too: nobody asks about them once more.
    """
    went = exists().where(
        steps.c.shipment_id == shipments.c.id,
        or_(steps.c.outcome.is_(None), steps.c.outcome == DECIDED_ABSENT),
    )
    query = (
        select(
            orders.c.row,
            orders.c.copy,
            shipments.c.shipx_id,
            shipments.c.tracking_number,
            went.label("went"),
        )
        .join(order_shipments, order_shipments.c.order_id == orders.c.id)
        .join(shipments, shipments.c.id == order_shipments.c.shipment_id)
        .where(orders.c.file_digest == digest)
        # What was made anew counts, not the cancelled one behind it.
        .order_by(orders.c.copy, order_shipments.c.part.desc())
    )
    before: dict[int, bool] = {}
    with ledger.read() as connection:
        for one in connection.execute(query).all():
            # A further copy stands for a decision to send the row again, whether it has left or not.
            if one.shipx_id is not None or one.went or one.copy:
                before[one.row] = bool(one.tracking_number)
    return before


def ended_whole(ledger: Ledger, digest: str) -> bool:
    """Whether the newest run of that file came to its end instead of being cut short."""
    newest = (
        select(runs.c.ended_at, runs.c.stopped_by)
        .where(runs.c.file_digest == digest)
        .order_by(runs.c.id.desc())
        .limit(1)
    )
    with ledger.read() as connection:
        one = connection.execute(newest).first()
    return one is not None and one.ended_at is not None and not one.stopped_by
