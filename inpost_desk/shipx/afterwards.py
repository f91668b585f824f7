"""One short typed method per ShipX endpoint for what follows the label (API §3.5 to §3.9, §3.11).

Pickups and their places, printouts, return labels, tracking, the report of cash on delivery. Raises as
`client` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import quote

from inpost_desk.domain.pickup import (
    DispatchOrder,
    DispatchOrderId,
    DispatchPoint,
    NewPickup,
    PickupPrice,
)
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.tracking import ServiceChange, Tracking
from inpost_desk.errors import NotFound
from inpost_desk.shipx import queries
from inpost_desk.shipx.calls import Calls
from inpost_desk.shipx.catalogues import read_service_history, read_tracking
from inpost_desk.shipx.pickups import (
    read_dispatch_order,
    read_dispatch_point,
    read_pickup_price,
    write_pickup,
)
from inpost_desk.shipx.reading import Page, read_page
from inpost_desk.shipx.understood import LabelFile

MOST_IN_A_FILE = 100


class Afterwards(Calls):
    """Everything that is asked of InPost once labels are printed."""

    def order_pickup(self, new: NewPickup) -> DispatchOrder:
        """Orders a courier. The answer is not acceptance: look at it again later (§3.6)."""
        return self._change(f"{self._home}/dispatch_orders", write_pickup(new), read_dispatch_order)

    def pickup(self, order: DispatchOrderId) -> DispatchOrder:
        """One order for a pickup as it stands (§3.6)."""
        return self._read(f"/v1/dispatch_orders/{order}", read_dispatch_order, held=True)

    def pickups(
        self,
        *,
        shipment: ShipmentId | None = None,
        created_from: datetime | None = None,
        status: str = "",
        page: int = 1,
        per_page: int = 30,
    ) -> Page[DispatchOrder]:
        """A page of orders, newest first; compare `Page.kept` with what was asked for (§1.5, §3.6)."""
        query = queries.of_pickups(
            shipment=shipment,
            created_from=created_from,
            status=status,
            page=page,
            per_page=per_page,
        )
        return self._read(
            f"{self._home}/dispatch_orders",
            lambda values: read_page(values, read_dispatch_order, page=page),
            query=query,
            held=True,
        )

    def cancel_pickup(self, order: DispatchOrderId) -> None:
        """Cancels an order for a pickup (§3.6)."""
        self._end(f"/v1/dispatch_orders/{order}")

    def price_of_pickup(self, new: NewPickup) -> PickupPrice:
        """What this pickup would cost; orders nothing. Prepaid accounts only (§3.6)."""
        return self._read(
            f"{self._home}/dispatch_orders/calculate",
            read_pickup_price,
            question=write_pickup(new),
        )

    def dispatch_points(self) -> tuple[DispatchPoint, ...]:
        """Every place of the organisation that couriers know (§3.8)."""
        return self._every(f"{self._home}/dispatch_points", read_dispatch_point)

    def manifest_of_pickup(self, order: DispatchOrderId) -> LabelFile:
        """The printout of one order for a pickup (§3.7)."""
        return self._file(f"/v1/dispatch_orders/{order}/printout", query=[("format", "Pdf")])

    def manifest(self, ids: Sequence[ShipmentId]) -> LabelFile:
        """The printout of up to 100 shipments, all in pickups or none (§3.7). ValueError for none or more.

        Who asks for several halves what was not found, so that a 404 is only then asked again where it is
        about a single one.
        """
        return self._file(
            f"{self._home}/dispatch_orders/printouts",
            query=[*_chosen(ids), ("format", "Pdf")],
            held=len(ids) == 1,
        )

    def return_labels(
        self,
        ids: Sequence[ShipmentId],
        *,
        type: str = "A6",  # noqa: A002
    ) -> LabelFile:
        """Labels for sending up to 100 parcels back; couriers' services (§3.5). ValueError as `manifest`."""
        return self._file(
            f"{self._home}/shipments/return_labels",
            query=[*_chosen(ids), ("format", "Pdf"), ("type", type)],
            held=len(ids) == 1,
        )

    def tracking(self, number: str) -> Tracking:
        """The public tracking of a number, asked without the token.

        Raises `NotFound` for an unknown number, also before its first scan and 45 days after (§3.9).
        """
        return self._read(_tracked(number), read_tracking, signed=False)

    def service_history(self, number: str) -> tuple[ServiceChange, ...]:
        """Which service the parcel travelled by since when, oldest first, without the token (§3.9)."""
        path = f"{_tracked(number)}/service_history"
        return self._read(path, read_service_history, signed=False)

    def cod_report(self, since: date, until: date) -> bytes:
        """InPost's report of cash on delivery for these days, both included: a CSV as it came (§3.11)."""
        query = [
            ("start_date", since.isoformat()),
            ("end_date", until.isoformat()),
            ("format", "csv"),
        ]
        return self._file(f"{self._home}/reports/cod", query=query).content


def _chosen(ids: Sequence[ShipmentId]) -> list[tuple[str, str]]:
    if not 0 < len(ids) <= MOST_IN_A_FILE:
        raise ValueError(f"a file of {len(ids)} shipments")
    return [("shipment_ids[]", str(one)) for one in ids]


def _tracked(number: str) -> str:
    """Nothing but dots would be another path."""
    if not number.strip(". "):
        raise NotFound(status=404, error="resource_not_found")
    return f"/v1/tracking/{quote(number.strip(), safe='')}"
