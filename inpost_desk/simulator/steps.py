"""One step of a shipment that has fallen due, whether of its purchase or of its way. No rule lives here."""

from __future__ import annotations

from collections.abc import Callable

from inpost_desk.simulator import purchase, travel
from inpost_desk.simulator.behaviour import Behaviour
from inpost_desk.simulator.points import Points
from inpost_desk.simulator.records import Account, DispatchOrder, Shipment


def take(
    shipment: Shipment,
    account: Account,
    *,
    at: float,
    behaviour: Behaviour,
    points: Points,
    order: DispatchOrder | None,
    next_id: Callable[[], int],
) -> None:
    """`order` is the living order for a pickup that the shipment is in."""
    name = shipment.next_step
    if name in travel.STEPS:
        travel.step(shipment, at=at, behaviour=behaviour, points=points, order=order)
        return
    purchase.step(shipment, account, at=at, behaviour=behaviour, next_id=next_id)
    if name == "complete" and shipment.status == travel.CONFIRMED:
        travel.confirm(shipment, at=at, behaviour=behaviour)
