"""What a claimed parcel asks of InPost: as its draft says, or as a file's row becomes a shipment."""

from __future__ import annotations

from dataclasses import replace

from inpost_desk.domain.draft import Draft, from_json
from inpost_desk.domain.draft_shipments import shipments_of
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.shipment import NewShipment
from inpost_desk.domain.stage import Mode
from inpost_desk.ledger.journal import Claimed


def asked_for(one: Claimed, *, contract: frozenset[str], choices: Choices) -> NewShipment | None:
    """The shipment to be asked for; None where its draft cannot be sent as the settings are now."""
    if one.wish:
        draft = from_json(one.wish.encode())
        if draft is None:
            return None
        return new_from(draft, key=one.key, reference=one.order.reference, choices=choices)
    new = as_shipment(one.order, key=one.key, contract=contract, choices=choices)
    return replace(new, service="") if one.mode == Mode.OFFERS else new


def new_from(draft: Draft, *, key: str, reference: str, choices: Choices) -> NewShipment | None:
    """The one shipment of a draft under the reference its order has; None for a draft with mistakes."""
    try:
        (new,) = shipments_of(replace(draft, count=1), [key], choices)
    except ValueError:
        return None
    return replace(new, reference=reference or new.reference)
