"""What the papers that follow the label need of the ledger: pickups, numbers, cash on delivery.

Only reads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import or_, select

from inpost_desk.domain.journey import Phase, phase_of
from inpost_desk.domain.pickup import DispatchOrderId, PickupState
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.earlier import base_of
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import pickup_parcels, pickups, shipments
from inpost_desk.ledger.stored_labels import numbers_in

# SQLite takes a limited number of parameters.
_MOST: Final = 900


@dataclass(frozen=True, slots=True)
class Paper:
    """A shipment as a printout sees it. `id` is the ledger's own number of it."""

    id: int
    shipx_id: ShipmentId | None
    phase: Phase
    in_pickup: bool


@dataclass(frozen=True, slots=True)
class PickupPapers:
    """A pickup with the ledger's numbers of its parcels."""

    order: DispatchOrderId | None
    state: PickupState
    shipments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Collected:
    """A shipment that a report of cash on delivery may name."""

    id: int
    reference: str
    cod: Decimal | None


@dataclass(frozen=True, slots=True)
class Comeback:
    """A shipment that comes back. `received_at` is when it was received here."""

    id: int
    reference: str
    number: str
    return_number: str
    status: str
    status_at: datetime | None
    received_at: datetime | None


def papers(ledger: Ledger, ids: Collection[int]) -> list[Paper]:
    """These shipments in the order given; those that are not known are left out."""
    living = select(pickup_parcels.c.shipment_id).where(pickup_parcels.c.living)
    query = select(
        shipments.c.id,
        shipments.c.shipx_id,
        shipments.c.status,
        shipments.c.id.in_(living).label("in_pickup"),
    )
    found: dict[int, Paper] = {}
    with ledger.read() as connection:
        for part in _parts(ids):
            for one in connection.execute(query.where(shipments.c.id.in_(part))):
                given = None if one.shipx_id is None else ShipmentId(one.shipx_id)
                found[one.id] = Paper(one.id, given, phase_of(one.status), bool(one.in_pickup))
    return [found[one] for one in ids if one in found]


def pickup_papers(ledger: Ledger, pickup_id: int) -> PickupPapers | None:
    """A pickup by the ledger's own number, None where there is none."""
    parcels = select(pickup_parcels.c.shipment_id).where(pickup_parcels.c.pickup_id == pickup_id)
    with ledger.read() as connection:
        one = connection.execute(select(pickups).where(pickups.c.id == pickup_id)).one_or_none()
        if one is None:
            return None
        ids = tuple(connection.scalars(parcels.order_by(pickup_parcels.c.shipment_id)))
    order = None if one.shipx_id is None else DispatchOrderId(one.shipx_id)
    return PickupPapers(order, PickupState(one.state), ids)


def named(ledger: Ledger, name: str) -> list[int]:
    """The shipments that InPost has with that reference, its parts, or that number; newest first.

    Of an order that was sent again only what is to leave.
    """
    several = shipments.c.reference.startswith(f"{name}-", autoescape=True)
    query = (
        select(shipments.c.id, shipments.c.reference, shipments.c.tracking_number)
        .where(
            or_(shipments.c.reference == name, shipments.c.tracking_number == name, several),
            shipments.c.shipx_id.is_not(None),
            shipments.c.do_not_send.is_(False),
        )
        .order_by(shipments.c.id.desc())
    )
    with ledger.read() as connection:
        found = connection.execute(query).all()
    return [
        one.id
        for one in found
        if name in (base_of(one.reference), one.reference, one.tracking_number)
    ]


def coming_back(ledger: Ledger) -> list[Comeback]:
    """Shipments that came back, come back, or were made for coming back; the newest news first."""
    columns = (
        "id",
        "reference",
        "tracking_number",
        "return_number",
        "status",
        "status_at",
        "returned_at",
    )
    query = (
        select(*(shipments.c[name] for name in columns))
        .where(
            or_(
                shipments.c.return_number != "",
                shipments.c.phase == Phase.RETURNED,
                shipments.c.is_return,
                shipments.c.returned_at.is_not(None),
            )
        )
        .order_by(shipments.c.status_at.desc(), shipments.c.id.desc())
    )
    with ledger.read() as connection:
        return [Comeback(*one) for one in connection.execute(query)]


def cod_delivered(ledger: Ledger, since: datetime, until: datetime) -> list[int]:
    """Shipments with cash on delivery that were delivered from `since` to before `until`, oldest first."""
    query = (
        select(shipments.c.id)
        .where(
            shipments.c.cod.is_not(None),
            shipments.c.phase == Phase.DELIVERED,
            shipments.c.status_at >= since,
            shipments.c.status_at < until,
        )
        .order_by(shipments.c.status_at, shipments.c.id)
    )
    with ledger.read() as connection:
        return list(connection.scalars(query))


def collected(ledger: Ledger, numbers: Collection[str]) -> dict[str, Collected]:
    """The shipment of each of these parcel numbers that is known here."""
    query = select(
        shipments.c.id,
        shipments.c.reference,
        shipments.c.cod,
        shipments.c.tracking_number,
        shipments.c.parcel_numbers,
    )
    rows: list[Any] = []
    with ledger.read() as connection:
        for part in _parts(numbers):
            rows += connection.execute(query.where(shipments.c.tracking_number.in_(part)))
        # A report may name any parcel of a shipment that has several; they are few.
        several = query.where(shipments.c.parcel_numbers != "", shipments.c.cod.is_not(None))
        rows += connection.execute(several)
    wanted = set(numbers)
    return {
        number: Collected(one.id, one.reference, one.cod)
        for one in rows
        for number in (one.tracking_number, *numbers_in(one.parcel_numbers))
        if number in wanted
    }


def _parts(values: Iterable[Any]) -> Iterator[Sequence[Any]]:
    whole = list(dict.fromkeys(values))
    for start in range(0, len(whole), _MOST):
        yield whole[start : start + _MOST]
