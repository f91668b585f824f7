"""What a courier would cost on a prepaid account; InPost is only asked, nothing is ordered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from inpost_desk.domain.pickup import PickupPrice, Wrong
from inpost_desk.errors import Refused
from inpost_desk.ledger import pickup_lines, pickup_ready
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

if TYPE_CHECKING:
    from inpost_desk.actions.pickup import Where


def price(ledger: Ledger, client: Client, ids: Sequence[int], where: Where) -> PickupPrice:
    """What a courier for these would cost; no price on accounts paid by invoice."""
    known = pickup_ready.standing(ledger, ids)
    parcels = [one.shipx_id for one in known.values() if one.shipx_id is not None]
    if not parcels:
        return PickupPrice(None)
    try:
        told = client.price_of_pickup(where.of(parcels))
    except Refused:
        return PickupPrice(None)
    # The sum of nothing is no price.
    return replace(told, total=None) if told.wrong and not told.counted else told


def price_again(ledger: Ledger, client: Client, wrong: Wrong, where: Where) -> Decimal | None:
    """What a second courier for `ordered_before` would cost, else what those who did not come cost.

    None on accounts paid by invoice.
    """
    told = price(ledger, client, wrong.ids, where)
    if told.total is not None:
        return told.total
    lines = [pickup_lines.line(ledger, number) for number in wrong.pickups]
    costs = [one.price for one in lines if one is not None and one.price is not None]
    return sum(costs, Decimal(0)) if costs else None
