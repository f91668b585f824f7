"""A courier pickup as InPost describes it (API §3.6). No I/O."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from inpost_desk.domain.shipment import ShipmentId

DispatchOrderId = NewType("DispatchOrderId", int)


@dataclass(frozen=True, slots=True)
class DispatchOrder:
    """`new` is not acceptance: it becomes `sent`, or `rejected` with reasons."""

    id: DispatchOrderId
    status: str
    shipments: tuple[ShipmentId, ...] = ()
    created_at: datetime | None = None
