"""Notifications as ShipX words them: the envelope and the three events of API §3.12. Sends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from inpost_desk.simulator.answers import offer_json, return_number
from inpost_desk.simulator.clock import WARSAW
from inpost_desk.simulator.records import Account, Shipment
from inpost_desk.simulator.statuses import UNPAID

OFFERS, CONFIRMED, CHANGED = "offers_prepared", "shipment_confirmed", "shipment_status_changed"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification on its way to an account's URL; `body` is sent as JSON, a text as it is."""

    url: str
    body: Any
    headers: dict[str, str] = field(default_factory=dict)


def nobody_listens(_: list[Notice]) -> None:
    """Until there is a sender."""


def notices_of(
    shipment: Shipment, account: Account, *, step: str, before: str, at: float
) -> Iterator[Notice]:
    """What a step of a shipment, from the status `before`, makes known; nothing without a URL."""
    if not account.notify_url:
        return
    if step == "prepare":
        yield notice(account, OFFERS, payload_of(shipment, OFFERS), at=at)
    elif shipment.status != before and shipment.status not in UNPAID:
        event = CONFIRMED if step == "complete" else CHANGED
        yield notice(account, event, payload_of(shipment, event), at=at)


def notice(account: Account, event: str, payload: Any, *, at: float) -> Notice:
    """In its envelope. `created_by_id` comes sometimes; here always, as null."""
    moment = datetime.fromtimestamp(at, WARSAW).strftime("%Y-%m-%d %H:%M:%S %z")
    envelope = {
        "event_ts": moment,
        "event": event,
        "organization_id": account.id,
        "created_by_id": None,
        "payload": payload,
    }
    return Notice(account.notify_url, envelope)


def payload_of(shipment: Shipment, event: str) -> dict[str, Any]:
    """What an event says of a shipment as it is now."""
    named = {"shipment_id": shipment.id}
    if event == OFFERS:
        return {**named, "offers": [offer_json(offer) for offer in shipment.offers]}
    if event == CONFIRMED:
        return {**named, "tracking_number": shipment.tracking_number}
    changed = {
        **named,
        "status": shipment.status,
        "tracking_number": shipment.tracking_number,
    }
    back = return_number(shipment)
    return {**changed, "return_tracking_number": back} if back else changed
