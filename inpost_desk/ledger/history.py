"""The whole history: its lines, and everything that is known of one shipment. Made elsewhere ones too.

Finding stands in `history_find`, what a person notes in `history_changes`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select, text

from inpost_desk.domain.history import Detail, HistoryRow, PickupOf, Print, Request, Stop
from inpost_desk.domain.journey import Concern, Phase, phase_of, place_on_way
from inpost_desk.domain.pickup import DispatchOrderId, PickupState
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.history_changes import (
    add_stops,
    in_parts,
    received_back,
    set_handled,
    set_left_behind,
)
from inpost_desk.ledger.history_find import (
    badge,
    counts,
    find,
    first_day,
    given,
    runs_of,
    services,
)
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import HELD
from inpost_desk.ledger.schema import (
    pickup_parcels,
    pickups,
    points,
    prints,
    shipments,
    steps,
    stops,
)
from inpost_desk.ledger.seen import good_label
from inpost_desk.ledger.stored_labels import numbers_in

__all__ = [
    "add_stops",
    "badge",
    "by_number",
    "by_reference",
    "by_return_number",
    "counts",
    "detail",
    "find",
    "first_day",
    "received_back",
    "rows",
    "runs_of",
    "services",
    "set_handled",
    "set_left_behind",
]

_SHOWN: Final = (
    "id", "shipx_id", "key", "reference", "receiver", "phone", "service", "size", "point", "city", "status",
    "concern", "tracking_number", "made_at", "status_at", "cod", "price", "weekend", "is_return", "do_not_send",
    "sending_method", "handled", "handed_at",
)  # fmt: skip
_MORE: Final = (
    "insurance", "mpk", "return_number", "returned_at", "seen_at", "parcel_numbers", "replaced_by",
    "transaction_status", "payment_error",
)  # fmt: skip


def rows(ledger: Ledger, ids: Sequence[int]) -> list[HistoryRow]:
    """The lines of these, in their order; those InPost does not have are left out."""
    found: dict[int, HistoryRow] = {}
    with ledger.read() as connection:
        for part in in_parts(ids):
            known = connection.execute(_rows(part)).all()
            found |= {one.id: _row(one) for one in known}
    return [found[one] for one in ids if one in found]


def detail(ledger: Ledger, shipment_id: int) -> Detail | None:
    """Everything about one; None where InPost does not have it."""
    label = good_label().label("label")
    more = (shipments.c[name] for name in _MORE)
    with ledger.read() as connection:
        one = connection.execute(_rows([shipment_id]).add_columns(*more, label)).first()
        if one is None:
            return None
        before = select(func.max(shipments.c.id)).where(shipments.c.replaced_by == shipment_id)
        return Detail(
            row=_row(one),
            insurance=one.insurance,
            mpk=one.mpk,
            return_number=one.return_number,
            returned_at=one.returned_at,
            handed_at=one.handed_at,
            seen_at=one.seen_at,
            parcel_numbers=numbers_in(one.parcel_numbers),
            way=_way(connection, shipment_id),
            requests=_requests(connection, shipment_id),
            prints=_prints(connection, shipment_id),
            pickup=_pickup(connection, shipment_id),
            replaced_by=one.replaced_by,
            replaces=connection.scalar(before),
            label=bool(one.label),
            transaction_status=one.transaction_status,
            payment_error=one.payment_error,
        )


def by_number(ledger: Ledger, number: str) -> int | None:
    """The newest shipment with that number; only if it is no shipment's first do other parcels' count."""
    if not number:
        return None
    several = select(shipments.c.id, shipments.c.parcel_numbers).where(
        # Said as in the index, which would not be used otherwise.
        shipments.c.parcel_numbers != text("''"),
        shipments.c.parcel_numbers.contains(number, autoescape=True),
    )
    first = select(func.max(shipments.c.id)).where(shipments.c.tracking_number == number)
    with ledger.read() as connection:
        found: int | None = connection.scalar(first)
        if found is not None:
            return found
        among = connection.execute(several).all()
    return max(
        (int(one.id) for one in among if number in numbers_in(one.parcel_numbers)), default=None
    )


def by_reference(ledger: Ledger, reference: str) -> list[int]:
    """Every shipment with that reference, whoever made it, oldest first; what must not leave is left out."""
    name = func.lower(shipments.c.reference)
    query = (
        select(shipments.c.id)
        .where(
            # SQLite's `lower` knows no Polish letters: those have to be as they were written.
            name == func.lower(reference.strip()),
            shipments.c.shipx_id.is_not(None),
            shipments.c.do_not_send.is_(False),
            shipments.c.phase != str(Phase.CANCELLED),
        )
        .order_by(shipments.c.id)
    )
    with ledger.read() as connection:
        return list(connection.scalars(query))


def by_return_number(ledger: Ledger, number: str) -> int | None:
    """The newest shipment whose parcel comes back under that number."""
    if not number:
        return None
    query = select(func.max(shipments.c.id)).where(
        shipments.c.return_number != text("''"), shipments.c.return_number == number
    )
    with ledger.read() as connection:
        found: int | None = connection.scalar(query)
    return found


def _rows(ids: Collection[int]) -> Select[Any]:
    return (
        select(
            *(shipments.c[name] for name in _SHOWN),
            points.c.city.label("town"),
            given().label("printed"),
        )
        .outerjoin(points, points.c.name == shipments.c.point)
        .where(shipments.c.id.in_(ids), shipments.c.shipx_id.is_not(None))
    )


def _row(one: Any) -> HistoryRow:
    return HistoryRow(
        id=one.id,
        shipx_id=ShipmentId(one.shipx_id),
        reference=one.reference,
        name=one.receiver,
        phone=one.phone,
        service=one.service,
        size=one.size,
        point=one.point,
        city=one.city or one.town or "",
        status=one.status,
        phase=phase_of(one.status),
        concern=Concern(one.concern) if one.concern else None,
        tracking_number=one.tracking_number,
        made_at=one.made_at,
        status_at=one.status_at,
        cod=one.cod,
        price=one.price,
        printed=bool(one.printed),
        ours=one.key is not None,
        weekend=bool(one.weekend),
        is_return=bool(one.is_return),
        do_not_send=bool(one.do_not_send),
        sending_method=one.sending_method,
        handled=bool(one.handled),
        handed=one.handed_at is not None,
    )


def _way(connection: Connection, shipment_id: int) -> tuple[Stop, ...]:
    """Newest first, of one time the later on the way; where InPost said no time, it is where it was seen."""
    query = select(stops).where(stops.c.shipment_id == shipment_id).order_by(stops.c.id)
    found: list[tuple[datetime, int, int, Stop]] = []
    latest = datetime.min.replace(tzinfo=UTC)
    for one in connection.execute(query):
        latest = one.at or latest
        place = place_on_way(one.status)
        found.append((latest, place, one.id, Stop(one.status, one.at, one.place, one.origin)))
    return tuple(one[-1] for one in sorted(found, key=lambda one: one[:3], reverse=True))


def _requests(connection: Connection, shipment_id: int) -> tuple[Request, ...]:
    query = select(steps).where(steps.c.shipment_id == shipment_id).order_by(steps.c.id.desc())
    return tuple(
        Request(one.kind, one.sent_at, one.outcome or "", one.ended_at)
        for one in connection.execute(query)
    )


def _prints(connection: Connection, shipment_id: int) -> tuple[Print, ...]:
    query = (
        select(prints)
        .where(prints.c.shipment_id == shipment_id, prints.c.reason != HELD)
        .order_by(prints.c.id.desc())
    )
    return tuple(
        Print(one.noted_at, one.printer, one.state, one.reason) for one in connection.execute(query)
    )


def _pickup(connection: Connection, shipment_id: int) -> PickupOf | None:
    query = (
        select(pickups.c.id, pickups.c.shipx_id, pickups.c.state)
        .join(pickup_parcels, pickup_parcels.c.pickup_id == pickups.c.id)
        .where(pickup_parcels.c.shipment_id == shipment_id)
        .order_by(pickups.c.id.desc())
    )
    one = connection.execute(query.limit(1)).first()
    if one is None:
        return None
    order = None if one.shipx_id is None else DispatchOrderId(one.shipx_id)
    return PickupOf(one.id, order, PickupState(one.state))
