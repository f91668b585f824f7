"""Records as ShipX writes them: shipments, offers, transactions, batches (API §2, C* shapes)."""

from __future__ import annotations

from typing import Any

from inpost_desk.simulator.behaviour import Behaviour
from inpost_desk.simulator.catalogue import SERVICES, carrier_json
from inpost_desk.simulator.clock import iso
from inpost_desk.simulator.records import Batch, Offer, Parcel, Shipment, Transaction

APPLICATION = 7742
MANAGER = 1
REASONS = {
    "parcels_size_invalid": "Parcel is too large or too heavy.",
    "dropoff_and_target_points_must_be_equal": (
        "Dropoff point and target point must be equal for selected service."
    ),
}
# The failed payment that gives the owner away (C*: API §8, gotcha 24).
OWNER = {"email": "wlasciciel@example.test"}


def shipment_json(shipment: Shipment, host: str, behaviour: Behaviour) -> dict[str, Any]:
    selected = shipment.selected_offer
    return {
        "href": f"https://{host}/v1/shipments/{shipment.id}",
        "id": shipment.id,
        "status": shipment.status,
        "tracking_number": shipment.tracking_number,
        "return_tracking_number": return_number(shipment),
        "service": shipment.service,
        "reference": shipment.reference,
        "is_return": shipment.is_return,
        "application_id": MANAGER if shipment.made_elsewhere else APPLICATION,
        "created_by_id": None,
        "external_customer_id": shipment.external_customer_id if behaviour.return_keys else None,
        "sending_method": shipment.custom_attributes.get("sending_method"),
        "end_of_week_collection": shipment.weekend,
        "comments": shipment.comments,
        "mpk": {"id": shipment.mpk_id, "name": shipment.mpk} if shipment.mpk else None,
        "additional_services": shipment.additional_services,
        "custom_attributes": shipment.custom_attributes,
        "cod": _money(shipment.cod),
        "insurance": _money(shipment.insurance),
        "sender": shipment.sender,
        "receiver": shipment.receiver,
        "selected_offer": offer_json(selected) if selected is not None else None,
        "offers": [offer_json(offer) for offer in shipment.offers],
        "transactions": [_transaction_json(one) for one in shipment.transactions],
        "parcels": [_parcel_json(one, with_key=behaviour.return_keys) for one in shipment.parcels],
        "created_at": iso(shipment.created_at),
        "updated_at": iso(shipment.updated_at),
    }


def offer_json(offer: Offer) -> dict[str, Any]:
    service = SERVICES[offer.service]
    reasons = [{"key": key, "message": _reason_text(key)} for key in offer.reasons]
    return {
        "id": offer.id,
        "status": offer.status,
        "expires_at": iso(offer.expires_at) if offer.expires_at is not None else None,
        "rate": offer.rate / 100 if offer.rate is not None else None,
        "currency": None if reasons else "PLN",
        "additional_services": offer.additional_services,
        "carrier": carrier_json(service.carrier),
        "service": service.described(),
        "unavailability_reasons": reasons or None,
    }


def batch_json(
    batch: Batch, shipments: dict[int, Shipment], *, host: str, now: float
) -> dict[str, Any]:
    """Shipments appear as they are made; `done` when the last one has (API §3.4)."""
    made = [shipments[one] for one in batch.shipments if shipments[one].created_at <= now]
    done = now >= batch.done_at
    return {
        "href": f"https://{host}/v1/batches/{batch.id}",
        "id": batch.id,
        "status": "done" if done else "in_progress",
        "shipments": [
            {
                "href": f"https://{host}/v1/shipments/{one.id}",
                "id": one.id,
                "status": one.status,
                "tracking_number": one.tracking_number,
            }
            for one in made
        ],
        "created_at": iso(batch.created_at),
        "updated_at": iso(min(now, batch.done_at)),
    }


def _reason_text(key: str) -> str:
    """As recorded: few have a sentence."""
    if key.startswith("additional_service_"):
        return f"translation missing: keys.errors.messages.{key}"
    return REASONS.get(key, key)


def return_number(shipment: Shipment) -> str | None:
    """Under which a parcel comes back; a courier's own number begins with 520999."""
    number = shipment.tracking_number
    return f"521999{number[6:]}" if number and shipment.status == "returned_to_sender" else None


def _money(amount: float | None) -> dict[str, Any]:
    """Both members are null where unused, never the object (C*: API §2.2)."""
    return {"amount": amount, "currency": None if amount is None else "PLN"}


def _transaction_json(transaction: Transaction) -> dict[str, Any]:
    details: dict[str, Any] = {}
    if transaction.error:
        details = {
            "status": 422,
            "error": transaction.error,
            "message": transaction.message,
            "details": OWNER if transaction.error == "company_data_missing" else {},
        }
    return {
        "id": transaction.id,
        "status": transaction.status,
        "offer_id": transaction.offer_id,
        "details": details,
        "created_at": iso(transaction.created_at),
        "updated_at": iso(transaction.updated_at),
    }


def _parcel_json(parcel: Parcel, *, with_key: bool) -> dict[str, Any]:
    return {
        "id": parcel.id,
        "identify_number": parcel.identify_number if with_key else None,
        "tracking_number": parcel.tracking_number,
        "is_non_standard": parcel.is_non_standard,
        "template": parcel.template,
        "dimensions": {**parcel.dimensions, "unit": "mm"},
        "weight": {"amount": parcel.weight, "unit": "kg"},
    }
