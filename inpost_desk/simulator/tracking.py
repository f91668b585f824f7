"""The public tracking of a number, and the services it travelled by (API §3.9). Needs no token.

There is nothing to see before the first scan and 45 days after the last. The shape of the service history is
a guess: the documentation only names it.
"""

from __future__ import annotations

from typing import Any

from inpost_desk.simulator.catalogue import LOCKER, SERVICES
from inpost_desk.simulator.clock import iso
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.points import Point
from inpost_desk.simulator.records import Parcel, Scan, Shipment
from inpost_desk.simulator.sizes import smallest_box
from inpost_desk.simulator.statuses import CANCELED

KEPT = 45 * 86_400.0
LETTERS = {"small": "A", "medium": "B", "large": "C", "xlarge": "D"}
REDIRECTED = "redirect_to_box"
# Those recorded (C*), then our guesses in their manner.
ORIGINS = {
    "confirmed": "PPN",
    "dispatched_by_sender": "NWP",
    "adopted_at_source_branch": "PWO",
    "sent_from_source_branch": "WZO",
    "out_for_delivery": "PDD_2",
    "ready_to_pickup": "UWP",
    "delivered": "DOR",
    "returned_to_sender": "ZDN",
    "collected_from_sender": "OKL",
    "dispatched_by_sender_to_pok": "NPP",
    "adopted_at_sorting_center": "PWS",
    "sent_from_sorting_center": "WZS",
    "adopted_at_target_branch": "PWD",
    "out_for_delivery_to_address": "PDD",
    "ready_to_pickup_from_pok": "UPP",
    "pickup_reminder_sent": "PRZ",
    "pickup_time_expired": "UTO",
    "avizo": "AWI",
    "redirect_to_box": "PKB",
    "rejected_by_receiver": "ODM",
    "delay_in_delivery": "OPD",
    "missing": "ZAG",
}


class Tracking:
    """`find` looks a number up; where it was found the last time is remembered."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[str, int] = {}

    def find(self, number: str) -> tuple[Shipment, Parcel] | None:
        """The parcel of a number that can be tracked now."""
        found = self._parcel(number)
        if found is None:
            self._known = {
                parcel.tracking_number: shipment.id
                for shipment in self._engine.shipments.values()
                for parcel in shipment.parcels
                if parcel.tracking_number
            }
            found = self._parcel(number)
        if found is None or not _shows(found[0], now=self._engine.clock.now()):
            return None
        return found

    def _parcel(self, number: str) -> tuple[Shipment, Parcel] | None:
        shipment = self._engine.shipments.get(self._known.get(number, 0))
        parcels = shipment.parcels if shipment is not None else []
        parcel = next((one for one in parcels if one.tracking_number == number), None)
        return (shipment, parcel) if shipment is not None and parcel is not None else None

    def shown(self, shipment: Shipment, parcel: Parcel) -> dict[str, Any]:
        """Fields as recorded; only parcels of points have `custom_attributes`."""
        attributes = self._attributes(shipment, parcel)
        return {
            "tracking_number": parcel.tracking_number,
            "service": _services(shipment)[-1][0],
            "type": shipment.asked_service or shipment.service,
            "status": shipment.status,
            **({"custom_attributes": attributes} if attributes else {}),
            "tracking_details": [_detail(scan) for scan in reversed(shipment.scans)],
            "expected_flow": [],
            "created_at": iso(shipment.scans[0].at),
            "updated_at": iso(shipment.scans[-1].at),
        }

    def _attributes(self, shipment: Shipment, parcel: Parcel) -> dict[str, Any]:
        redirected = len(_services(shipment)) > 1
        target = shipment.custom_attributes.get("target_point", "")
        point = self._engine.points.get(shipment.redirected_to if redirected else target)
        if point is None:
            return {}
        dropoff = self._engine.points.get(shipment.custom_attributes.get("dropoff_point", ""))
        return {
            "size": _size(parcel),
            "target_machine_id": point["name"],
            "target_machine_detail": _machine(point),
            **(
                {
                    "dropoff_machine_id": dropoff["name"],
                    "dropoff_machine_detail": _machine(dropoff),
                }
                if dropoff is not None
                else {}
            ),
            "end_of_week_collection": shipment.weekend,
        }


def service_history(shipment: Shipment, number: str) -> dict[str, Any]:
    changes = [{"service": name, "datetime": iso(at)} for name, at in _services(shipment)]
    return {"tracking_number": number, "service_history": changes}


def not_found(number: str) -> dict[str, Any]:
    """As recorded: `description`, where others have `message`."""
    return {
        "status": 404,
        "error": "resource_not_found",
        "description": (
            f"Tracking information about {number} InPost Locker shipment has not been found."
        ),
        "details": None,
    }


def _shows(shipment: Shipment, *, now: float) -> bool:
    """That it was confirmed is part of its history but no scan."""
    if len(shipment.scans) < 2 or shipment.status == CANCELED:
        return False
    return now - shipment.scans[-1].at <= KEPT


def _services(shipment: Shipment) -> list[tuple[str, float]]:
    """Each service with the time it began: a redirected parcel goes on as one for a locker."""
    services = [(shipment.service or "", shipment.scans[0].at)]
    if shipment.redirected_to:
        redirected = (scan.at for scan in shipment.scans if scan.status == REDIRECTED)
        services += [(LOCKER, at) for at in redirected]
    return services


def _detail(scan: Scan) -> dict[str, Any]:
    return {
        "origin_status": ORIGINS.get(scan.status, "INN"),
        "status": scan.status,
        "agency": None,
        "location": None,
        "datetime": iso(int(scan.at)),
    }


def _machine(point: Point) -> dict[str, Any]:
    return {
        "name": point["name"],
        "opening_hours": point["opening_hours"],
        "location_description": point["location_description"],
        "location": point["location"],
        "address": point["address"],
        "type": point["type"],
        "location247": point["location_247"],
    }


def _size(parcel: Parcel) -> str | None:
    box = parcel.template or smallest_box(parcel, SERVICES[LOCKER])
    return LETTERS.get(box or "")
