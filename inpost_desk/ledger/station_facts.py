"""What the ledger has of a few parcels that a scan led to: shipments, labels, prints, scans. Only reads.

Only what concerns these: there may be a hundred thousand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, and_, bindparam, select

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.point import Point
from inpost_desk.domain.stage import CANCELED, Stage
from inpost_desk.domain.station import Box
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.points import points_named
from inpost_desk.ledger.prints import TAKEN, PrintState, not_in_vain
from inpost_desk.ledger.report import RowStanding
from inpost_desk.ledger.scans import SCANNED, What
from inpost_desk.ledger.schema import labels, order_shipments, orders, prints, scans, shipments
from inpost_desk.ledger.stored_labels import PDF

_MOST_SUCCESSORS: Final = 9
# The questions are put together once: that takes longer than asking them, and a scan asks each.
_IDS: Final[BindParameter[Any]] = bindparam("ids", expanding=True)
_ORDER: Final = (
    "first_name", "last_name", "company", "street", "building_number", "city", "size",
)  # fmt: skip
_STORED: Final = and_(labels.c.shipment_id == shipments.c.id, labels.c.format == PDF)
_SHIPMENTS: Final = (
    select(shipments, *(orders.c[name] for name in _ORDER), labels.c.finding)
    .outerjoin(order_shipments, order_shipments.c.shipment_id == shipments.c.id)
    .outerjoin(orders, orders.c.id == order_shipments.c.order_id)
    .outerjoin(labels, _STORED)
    .where(shipments.c.id.in_(_IDS))
)
_PRINTS: Final = (
    select(
        prints.c.shipment_id,
        prints.c.state,
        prints.c.detail,
        prints.c.noted_at,
        prints.c.ended_at,
        not_in_vain().label("counts"),
    )
    .where(prints.c.shipment_id.in_(_IDS))
    .order_by(prints.c.id)
)
_SCANS: Final = (
    select(scans.c.shipment_id, scans.c.what, scans.c.at, scans.c.operator)
    .where(scans.c.shipment_id.in_(_IDS), scans.c.what.in_(SCANNED))
    .order_by(scans.c.id)
)


@dataclass(frozen=True, slots=True)
class Found:
    """A parcel that a code may mean, with how it stands. Ids without a word are the ledger's own.

    `pile_id` and `row` are where it is bought and edited, None where no pile has it; `box.reference` is the
    one that led here. `successor` is what was made in its place, the newest. `label`: a good one is stored.
    `printed_by` is "" where nobody scanned it. `paired_at` is None again once its label was printed again.
    """

    box: Box
    stage: Stage
    service: str = ""
    field: str = ""
    rule: str = ""
    value: str = ""
    pile_id: int | None = None
    row: int | None = None
    open_pile: bool = False
    do_not_send: bool = False
    successor: Box | None = None
    canceled: bool = False
    seen_at: datetime | None = None
    """When InPost last said how it stands."""
    shipx_id: int | None = None
    label: bool = False
    printed_at: datetime | None = None
    printed_by: str = ""
    scanned: bool = False
    """Its label was printed because the order was scanned, or was scanned onto it."""
    paired_at: datetime | None = None
    order_id: int | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a parcel stands: in a row of a pile, or only in the ledger."""

    reference: str
    stage: Stage
    standing: RowStanding | None
    shown: PileRow | None = None
    pile_id: int | None = None
    open: bool = False


class Facts:
    """What the ledger has of some shipments: themselves, their prints, their scans."""

    def __init__(self, ledger: Ledger, ids: Collection[int]) -> None:
        self._ledger = ledger
        self.printed: dict[int, PrintState] = {}
        self.maybe: frozenset[int] = frozenset()
        self.at_printer: frozenset[int] = frozenset()
        self._printed_at: dict[int, datetime] = {}
        self._scans: dict[int, list[Any]] = defaultdict(list)
        with ledger.read() as connection:
            self.shipments = _shipments(connection, ids)
            if ids:
                self._read_prints(connection, ids)
                self._read_scans(connection, ids)

    def _read_prints(self, connection: Connection, ids: Collection[int]) -> None:
        found = connection.execute(_PRINTS, {"ids": ids}).all()
        newest = {one.shipment_id: one for one in found if one.counts}
        self.printed = {key: PrintState(one.state) for key, one in newest.items()}
        self._printed_at = {key: one.noted_at for key, one in newest.items() if one.state in TAKEN}
        self.at_printer = frozenset(
            one.shipment_id
            for one in found
            if one.state == PrintState.SENT and one.ended_at is None
        )
        # While a job is being sent its detail is the process that does it.
        lives = self._ledger.owner.lives
        self.maybe = frozenset(
            key
            for key, one in newest.items()
            if one.state == PrintState.SENDING and not (one.detail and lives(one.detail))
        )

    def _read_scans(self, connection: Connection, ids: Collection[int]) -> None:
        for one in connection.execute(_SCANS, {"ids": ids}).all():
            self._scans[one.shipment_id].append(one)

    def found(self, seats: Sequence[Seat]) -> list[Found]:
        """These parcels in full."""
        after = self._successors()
        known = self.shipments | after
        names = {one.point for one in known.values() if one.point}
        elsewhere = any(one.shown is None for one in seats)
        points = points_named(self._ledger, names) if names and (elsewhere or after) else {}
        return [self._found(one, after, points) for one in seats]

    def _successors(self) -> dict[int, Any]:
        """What was made in the place of any of them, and in the place of that, by number."""
        found: dict[int, Any] = {}
        last = self.shipments
        for _ in range(_MOST_SUCCESSORS):
            wanted = {one.replaced_by for one in last.values()} - {None} - found.keys()
            if not wanted:
                break
            with self._ledger.read() as connection:
                last = _shipments(connection, wanted)
            found |= last
        return found

    def _found(self, seat: Seat, after: Mapping[int, Any], points: Mapping[str, Point]) -> Found:
        why = seat.shown or seat.standing
        local_id = seat.standing.local_id if seat.standing else None
        one = self.shipments.get(local_id) if local_id else None
        found = Found(
            _box_of_row(seat, one) if seat.shown else _box(one, points),
            seat.stage,
            pile_id=seat.pile_id,
            row=seat.shown.row if seat.shown else None,
            open_pile=seat.open,
            order_id=seat.standing.order_id if seat.standing else None,
        )
        if why is not None:
            found = replace(found, field=why.field, rule=why.rule, value=why.value)
        return found if one is None else self._with_shipment(found, one, after, points)

    def _with_shipment(
        self, found: Found, one: Any, after: Mapping[int, Any], points: Mapping[str, Point]
    ) -> Found:
        said = self._scans[one.id]
        out = [scan for scan in said if scan.what != What.PAIRED]
        newest = said[-1] if said else None
        last = _last(one, after)
        return replace(
            found,
            service=one.service,
            do_not_send=bool(one.do_not_send),
            successor=_box(last, points) if last is not None else None,
            canceled=one.status == CANCELED,
            seen_at=one.seen_at,
            shipx_id=one.shipx_id,
            label=one.finding == "",
            printed_at=self._printed_at.get(one.id),
            printed_by=out[-1].operator if out else "",
            scanned=bool(said),
            paired_at=newest.at if newest and newest.what == What.PAIRED else None,
        )


def _last(one: Any, after: Mapping[int, Any]) -> Any:
    """The end of the chain of shipments made in each other's place."""
    last = None
    for _ in range(_MOST_SUCCESSORS):
        one = after.get(one.replaced_by)
        if one is None:
            break
        last = one
    return last


def _shipments(connection: Connection, ids: Collection[int]) -> dict[int, Any]:
    """Shipments with their orders and their labels' findings (None where no label is stored)."""
    return (
        {one.id: one for one in connection.execute(_SHIPMENTS, {"ids": list(ids)})} if ids else {}
    )


def _box_of_row(seat: Seat, one: Any) -> Box:
    shown = seat.shown
    assert shown is not None
    local_id = one.id if one is not None else None
    number = shown.tracking_number
    return Box(seat.reference, shown.name, shown.place, shown.point, shown.size, number, local_id)


def _box(one: Any, points: Mapping[str, Point]) -> Box:
    name = one.company or f"{one.first_name or ''} {one.last_name or ''}".strip()
    point = points.get(one.point)
    street = f"{one.street or ''} {one.building_number or ''}".strip()
    where = (one.city, street) if point is None else (point.city, point.street)
    place = ", ".join(filter(None, where))
    number = one.tracking_number
    return Box(one.reference, name, place, one.point, one.size or "", number, one.id)
