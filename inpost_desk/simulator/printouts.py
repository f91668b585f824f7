"""Printouts for the courier to sign ("potwierdzenie nadania"): for which shipments, with what rows (§3.7).

Only shipments made through ShipX, paid and not cancelled, all of them with a dispatch order or all without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import Response

from inpost_desk.simulator.catalogue import SERVICES
from inpost_desk.simulator.clock import iso
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.label_facts import size_of
from inpost_desk.simulator.label_requests import MOST_IDS, LabelDesk
from inpost_desk.simulator.pickup_rules import ids_given
from inpost_desk.simulator.pickups import REJECTED
from inpost_desk.simulator.points import Points
from inpost_desk.simulator.records import Account, DispatchOrder, Shipment
from inpost_desk.simulator.refusals import Refusal, invalid
from inpost_desk.simulator.statuses import CANCELED, UNPAID

if TYPE_CHECKING:
    from inpost_desk.simulator.documents import Document

MIXED = "cannot_mix_shipments_with_and_without_dispatch_order"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A parcel."""

    number: str
    town: str
    service: str
    size: str
    reference: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file. `orders` are dispatch orders' ids, `made_at` is ISO 8601."""

    organisation: str
    orders: tuple[int, ...]
    made_at: str
    rows: tuple[SheetRow, ...]


class PrintoutDesk:
    """Shares the label desk's thread."""

    def __init__(self, engine: Engine, labels: LabelDesk) -> None:
        self._engine = engine
        self._labels = labels

    async def of_order(
        self, account: Account, order: DispatchOrder, query: Mapping[str, str]
    ) -> Response:
        """Raises `Refusal`."""
        _only_pdf(query)
        if order.status in (REJECTED, CANCELED):
            raise Refusal("printout_generation_failed")
        shipments = [self._engine.shipments[one] for one in order.shipments]
        return await self._printed(account, shipments)

    async def many(
        self, account: Account, ids: Sequence[str], query: Mapping[str, str]
    ) -> Response:
        """`ids` as they came; a dispatch order's id may stand in `query` instead. Raises `Refusal`."""
        _only_pdf(query)
        order = query.get("dispatch_order_id", "")
        if not ids and order:
            if not (order.isascii() and order.isdigit()):
                raise invalid([(("dispatch_order_id",), "invalid")])
            return await self.of_order(
                account, self._engine.pickups.find(account, int(order)), query
            )
        if len(ids) > MOST_IDS:
            raise Refusal("invalid_range")
        found = [
            self._engine.shipments.get(one)
            for one in sorted(ids_given(list(ids), field="shipment_ids"))
        ]
        shipments = [one for one in found if one is not None and one.account == account.id]
        if len(shipments) < len(found):
            raise Refusal("does_not_exist")
        return await self._printed(account, shipments)

    async def _printed(self, account: Account, shipments: list[Shipment]) -> Response:
        if any(one.status in UNPAID or one.status == CANCELED for one in shipments):
            raise Refusal("invalid_status")
        if any(one.made_elsewhere for one in shipments):
            raise Refusal("printout_generation_failed")
        orders = [self._engine.pickups.order_of(one.id) for one in shipments]
        if any(orders) and not all(orders):
            raise Refusal(MIXED)
        sheets = {
            service: self._sheet(account, [one for one in shipments if one.service == service])
            for service in sorted({one.service or "" for one in shipments})
        }
        return await self._labels.drawn(lambda: _draw(sheets))

    def _sheet(self, account: Account, shipments: list[Shipment]) -> Sheet:
        orders = (self._engine.pickups.order_of(one.id) for one in shipments)
        points = self._engine.points
        return Sheet(
            organisation=account.name,
            orders=tuple(sorted({order.id for order in orders if order is not None})),
            made_at=iso(self._engine.clock.now()),
            rows=tuple(row for one in shipments for row in _rows(one, points)),
        )


def _rows(shipment: Shipment, points: Points) -> list[SheetRow]:
    service = SERVICES[shipment.service or ""]
    return [
        SheetRow(
            number=parcel.tracking_number or "",
            town=_town(shipment, points),
            service=service.name,
            size=size_of(parcel),
            reference=shipment.reference or "",
        )
        for parcel in shipment.parcels
    ]


def _town(shipment: Shipment, points: Points) -> str:
    """The receiver's, or that of the point it goes to."""
    point = points.get(shipment.custom_attributes.get("target_point", ""))
    address = point["address_details"] if point else shipment.receiver["address"] or {}
    return str(address.get("city") or "")


def _draw(sheets: Mapping[str, Sheet]) -> Document:
    # Imported with the first printout, like the labels' own.
    from inpost_desk.simulator.documents import CONTENT_TYPES, of_services
    from inpost_desk.simulator.printout_page import pdf

    files = {f"{service}.pdf": pdf(sheet) for service, sheet in sheets.items()}
    return of_services(files, CONTENT_TYPES["pdf"], archive="printouts.zip")


def _only_pdf(query: Mapping[str, str]) -> None:
    if query.get("format", "pdf").lower() != "pdf":
        raise invalid([(("format",), "invalid")])
