"""`POST …/shipments/calculate`: prices of shipments that do not exist (API §3.10)."""

from __future__ import annotations

from typing import Any

from inpost_desk.simulator.catalogue import SERVICES
from inpost_desk.simulator.fields import Body
from inpost_desk.simulator.offers import reasons_against
from inpost_desk.simulator.points import Points
from inpost_desk.simulator.prices import price_of
from inpost_desk.simulator.records import Account, Shipment
from inpost_desk.simulator.refusals import Unavailable, invalid
from inpost_desk.simulator.validation import rows_findings, services_missing

# What a reason is about, where it has a name of its own.
PLACES = {
    "parcels_size_invalid": "parcels",
    "multiple_parcels_unavailable": "parcels",
    "sending_method_required": "sending_method",
    "sending_method_invalid": "sending_method",
    "dropoff_and_target_points_must_be_equal": "dropoff_point",
    "allegro_email_invalid": "receiver",
}


def rows_to_price(rows: Any, account: Account, *, points: Points, now: float) -> list[Body]:
    """The rows if nothing is wrong with them; ids are needed where there are several. Raises `Refusal`."""
    several = isinstance(rows, list) and len(rows) > 1
    found = rows_findings(rows, account, points=points, now=now, ids_needed=several)
    if not found and isinstance(rows, list):
        found = services_missing(rows)
    if found or not isinstance(rows, list):
        raise invalid(found)
    return rows


def calculated(shipment: Shipment, account: Account, *, row: Any) -> dict[str, Any]:
    """The answer's row, amounts as texts; a postpaid account learns none. Raises `Unavailable`."""
    service = SERVICES[shipment.service or ""]
    reasons = reasons_against(shipment, service)
    if reasons:
        raise Unavailable([(PLACES.get(reason, "shipment"), reason) for reason in reasons])
    price = price_of(shipment, service)
    charges = {
        "calculated_charge_amount": price.total,
        "fuel_charge_amount": price.fuel,
        "notification_charge_amount": price.notification,
        "cod_charge_amount": price.cod,
        "insurance_charge_amount": price.insurance,
        "calculated_charge_amount_non_commission": price.transport,
    }
    told = {
        name: f"{grosz / 100:.2f}" if account.prepaid else None for name, grosz in charges.items()
    }
    return {"id": row, **told}
