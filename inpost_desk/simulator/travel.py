"""A parcel's way from the label to the door: leaves, travels from stop to stop, or is never used (API §4).

Every step changes the record and says what falls due next; when it runs is the engine's business. What
happens to a parcel depends on its id alone: the same shipment always goes the same way at the same hours.
"""

from __future__ import annotations

import zlib
from datetime import datetime

from inpost_desk.simulator.behaviour import Behaviour
from inpost_desk.simulator.catalogue import PARCEL_POINT, SERVICES
from inpost_desk.simulator.clock import WARSAW
from inpost_desk.simulator.points import Points
from inpost_desk.simulator.records import DispatchOrder, Scan, Shipment
from inpost_desk.simulator.statuses import CANCELED
from inpost_desk.simulator.ways import (
    COLLECTED,
    COURIER,
    HOUR,
    LATEST,
    LOCKER,
    PLAIN,
    POINT,
    POSTED,
    SAME_LOCKER,
    TROUBLES,
    WAYS,
    Leg,
    reached,
)

CONFIRMED = "confirmed"
# Steps of `Shipment.next_step`: leaves, leaves if a courier really comes, next stop, label never used.
COLLECT, COURIER_CALLED, TRAVEL, UNUSED = "collect", "courier", "travel", "unused"
STEPS = frozenset({COLLECT, COURIER_CALLED, TRAVEL, UNUSED})
UNUSED_AFTER = 45 * 86_400.0
LAST_ORDER_HOUR = 14
COURIER_COMES = Leg(COLLECTED, 15.0, 17.5, 0)


def confirm(shipment: Shipment, *, at: float, behaviour: Behaviour) -> None:
    """The label is paid: it waits to be used, or leaves by itself where that is the habit."""
    shipment.scans.append(Scan(CONFIRMED, at))
    if behaviour.standing_collection:
        wait(shipment, until=leaves_at(shipment, ordered=at))
    else:
        keep(shipment)


def wait(shipment: Shipment, *, until: float) -> None:
    """It is handed in or fetched at this time."""
    shipment.next_step, shipment.next_at = COLLECT, until


def await_courier(shipment: Shipment, order: DispatchOrder) -> None:
    """The courier of an order that has just been sent comes for it, if he does."""
    if shipment.status == CONFIRMED:
        shipment.next_step = COURIER_CALLED
        shipment.next_at = leaves_at(shipment, ordered=order.updated_at)


def keep(shipment: Shipment) -> None:
    """Nobody comes for it: it stays `confirmed` until the label is cancelled for not being used."""
    shipment.next_step = UNUSED
    shipment.next_at = shipment.scans[0].at + UNUSED_AFTER if shipment.scans else 0.0


def leaves_at(shipment: Shipment, *, ordered: float) -> float:
    """In the afternoon, of the next working day if ordered after 14; two to four hours later if handed in."""
    share = _share(shipment, "leaves")
    if shipment.custom_attributes.get("sending_method") in POSTED:
        return float(round(ordered + (2 + 2 * share) * HOUR))
    late = datetime.fromtimestamp(ordered, WARSAW).hour >= LAST_ORDER_HOUR
    after = ordered + 6 * HOUR if late else ordered
    return reached(COURIER_COMES, after=after, share=share, saturdays=False)


def step(
    shipment: Shipment,
    *,
    at: float,
    behaviour: Behaviour,
    points: Points,
    order: DispatchOrder | None,
) -> None:
    """What of `STEPS` is due. `order` is the living order for a pickup that the shipment is in."""
    if shipment.next_step == TRAVEL:
        _stop(shipment, Scan(shipment.ahead.pop(0).status, at))
        _next(shipment)
    elif shipment.next_step == UNUSED:
        _expire(shipment, at=at)
    elif shipment.next_step == COURIER_CALLED and not (
        behaviour.courier_comes and order is not None and order.status == "sent"
    ):
        keep(shipment)
    else:
        _collect(shipment, at=at, behaviour=behaviour, points=points)


def send(shipment: Shipment, way: str, points: Points) -> None:
    """Chooses the way, before it leaves or what is left of it. Raises ValueError for one it cannot go."""
    if way not in WAYS[_kind(shipment)]:
        raise ValueError(f"unknown way of a {_kind(shipment)} parcel: {way}")
    shipment.way = way
    if shipment.ahead:
        _plan(shipment, points, start=shipment.scans[1].at)


def force(shipment: Shipment, status: str, *, at: float) -> None:
    """Puts it where it never was; it stays there."""
    shipment.next_step, shipment.ahead = "", []
    _stop(shipment, Scan(status, at))


def _collect(shipment: Shipment, *, at: float, behaviour: Behaviour, points: Points) -> None:
    """It leaves; nothing happens to what is no longer `confirmed`."""
    shipment.next_step = ""
    if shipment.status != CONFIRMED:
        return
    shipment.way = shipment.way or _drawn_way(shipment, behaviour.troubles)
    held = _share(shipment, "cod") < behaviour.cod_held
    shipment.cod_held = shipment.cod_held or held
    method = shipment.custom_attributes.get("sending_method", "")
    _stop(shipment, Scan(POSTED.get(method, COLLECTED), at))
    _plan(shipment, points, start=at)


def _expire(shipment: Shipment, *, at: float) -> None:
    """An unused label is cancelled by InPost itself (API §4.1)."""
    shipment.next_step = ""
    if shipment.status == CONFIRMED:
        _stop(shipment, Scan(CANCELED, at))


def _plan(shipment: Shipment, points: Points, *, start: float) -> None:
    """Every stop that still lies ahead, counted from leaving."""
    kind = _kind(shipment)
    saturdays = shipment.weekend or "saturday" in shipment.additional_services
    at, ahead = start, []
    for index, leg in enumerate(WAYS[kind][shipment.way]):
        share = _share(shipment, f"{index}{leg.status}")
        at = reached(_in_time(leg, shipment), after=at, share=share, saturdays=saturdays)
        ahead.append(Scan(leg.status, at))
    now = shipment.scans[-1].at
    shipment.ahead = [scan for scan in ahead if scan.at > now]
    if shipment.way == "redirected" and not shipment.redirected_to:
        shipment.redirected_to = _other_locker(shipment, points)
    _next(shipment)


def _in_time(leg: Leg, shipment: Shipment) -> Leg:
    latest = LATEST.get(shipment.service or "")
    if leg.status != "delivered" or latest is None or leg.days is None:
        return leg
    return Leg(leg.status, 8.6, latest, leg.days)


def _stop(shipment: Shipment, scan: Scan) -> None:
    shipment.scans.append(scan)
    shipment.status, shipment.updated_at = scan.status, scan.at


def _next(shipment: Shipment) -> None:
    shipment.next_step = TRAVEL if shipment.ahead else ""
    shipment.next_at = shipment.ahead[0].at if shipment.ahead else 0.0


def _kind(shipment: Shipment) -> str:
    service = SERVICES[shipment.service or ""]
    if service.id == "inpost_locker_pass_thru":
        return SAME_LOCKER
    if not service.to_point:
        return COURIER
    at_partner = service.id == PARCEL_POINT or shipment.to_parcel_point
    return POINT if at_partner else LOCKER


def _drawn_way(shipment: Shipment, troubles: float) -> str:
    share = _share(shipment, "trouble")
    if share >= troubles:
        return PLAIN
    names = TROUBLES[_kind(shipment)]
    way = names[int(_share(shipment, "which") * len(names))]
    return "refused" if way == "unpaid" and not shipment.cod else way


def _share(shipment: Shipment, what: str) -> float:
    """A figure from 0 to below 1 that is always the same."""
    return zlib.crc32(f"{shipment.id}/{what}".encode()) / 2**32


def _other_locker(shipment: Shipment, points: Points) -> str:
    """A locker in the same town, or near the address; any one where there is none."""
    target = shipment.custom_attributes.get("target_point", "")
    point = points.get(target)
    post_code = str((shipment.receiver["address"] or {}).get("post_code") or "")[:2]
    open_ones = [
        one
        for one in points.by_name.values()
        if one["status"] == "Operating" and "parcel_locker" in one["type"] and one["name"] != target
    ]
    near = [
        one
        for one in open_ones
        if one["agency"] == (point or {}).get("agency")
        or (point is None and one["address_details"]["post_code"][:2] == post_code)
    ]
    chosen = near or open_ones
    name: str = chosen[int(_share(shipment, "locker") * len(chosen))]["name"]
    return name
