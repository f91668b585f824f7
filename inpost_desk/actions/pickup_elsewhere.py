"""Orders for a courier that were made elsewhere or found late, so that nobody orders one beside them.

Manager Paczek, another program, or an order of ours that reached InPost after it was given up. Only reads at
InPost; what it finds is noted in the ledger, and ours from then on.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from inpost_desk.actions.pickup_settling import made_since, of_nobody, told_whole
from inpost_desk.domain.pickup import ALREADY_SENT, DispatchOrder
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import NoAnswer, NotAllowed, Offline, Refused, TooFast
from inpost_desk.ledger import pickup_lines, pickups, pickups_found
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.pickups_found import Found
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)

# One small question, and only while parcels wait: somebody may just have ordered in Manager Paczek.
EVERY: Final = timedelta(hours=1)
# Older orders are found by their parcels, once InPost refuses these.
SINCE: Final = timedelta(days=5)
# So many parcels are asked about one by one; an order mostly holds many of them.
MOST_ASKED: Final = 20
SHIPMENTS: Final = "shipments"
_FACT: Final = "pickups_looked_around_at"
_TROUBLES: Final = (NoAnswer, NotAllowed, Offline, Refused, TooFast)


def look_around(ledger: Ledger, client: Client) -> int:
    """Note orders made elsewhere that hold parcels waiting here, once an hour; how many were found.

    Raises nothing of InPost's: whatever is wrong, the next look is an hour later.
    """
    now = client.now()
    if not _is_due(ledger.fact(_FACT), now=now):
        return 0
    if not pickup_lines.waiting_count(ledger, comes_by_itself=False):
        return 0
    ledger.learn(_FACT, now.isoformat())
    try:
        return len(_adopted_lately(ledger, client))
    except _TROUBLES as trouble:
        log.warning("orders made elsewhere were not read: %s", type(trouble).__name__)
        return 0


def adopt_since(ledger: Ledger, client: Client, since: datetime) -> int | None:
    """Note every order made since then that nobody here knows and that holds parcels waiting here.

    How many; None where InPost's list, or what is in one of its orders, could not be read whole. Raises what
    reading raises.
    """
    orders, whole = made_since(client, since)
    found = 0
    for order in reversed(of_nobody(ledger, orders, after=0)):
        told = told_whole(client, order)
        if told is None:
            return None
        found += pickups_found.adopt(ledger, told, now=client.now()) is not None
    return found if whole else None


def seek(ledger: Ledger, client: Client, pickup_id: int, rules: Collection[str]) -> None:
    """Find the order that has the parcels InPost did not take into this one, as far as that can be read.

    `rules` are why it did not; each parcel found is named with that order's number. Raises nothing of
    InPost's.
    """
    line = pickup_lines.line(ledger, pickup_id)
    if line is None or not ALREADY_SENT & set(rules):
        return
    left = set(pickup_lines.parcels_of(ledger, pickup_id))
    left = {one.shipment_id for one in line.rejections if one.rule in ALREADY_SENT} or left
    try:
        for found in _adopted_lately(ledger, client):
            pickups_found.name(ledger, pickup_id, found)
            left -= set(found.parcels)
        _seek_each(ledger, client, pickup_id, left)
    except _TROUBLES as trouble:
        log.warning("the order of refused parcels was not found: %s", type(trouble).__name__)


def of_parcels(refusal: Refused, ids: Sequence[ShipmentId]) -> dict[ShipmentId, str]:
    """Which parcels a refusal is about: by their number, by their place, or the only one there is."""
    numbered = {str(one): one for one in ids}
    found: dict[ShipmentId, str] = {}
    for reason in refusal.reasons:
        names = [reason.row or "", *reason.field.split(".")]
        meant = next((numbered[name] for name in names if name in numbered), None)
        if meant is None and (reason.row is not None or reason.field.startswith(SHIPMENTS)):
            places = [int(name) for name in names if name.isascii() and name.isdigit()]
            meant = next((ids[place] for place in places if place < len(ids)), None)
            if meant is None and len(ids) == 1:
                meant = ids[0]
        if meant is not None:
            found.setdefault(meant, reason.rule)
    return found


def _is_due(last: str, *, now: datetime) -> bool:
    """Also where the last look was by a clock that was fast."""
    return not last or abs(now - datetime.fromisoformat(last)) >= EVERY


def _adopted_lately(ledger: Ledger, client: Client) -> list[Found]:
    orders, _ = made_since(client, client.now() - SINCE)
    return _adopted(ledger, client, orders)


def _adopted(ledger: Ledger, client: Client, orders: Sequence[DispatchOrder]) -> list[Found]:
    """Those that nobody here knew, newest first: of two the younger one has the parcels."""
    found = []
    for order in reversed(of_nobody(ledger, orders, after=0)):
        whole = told_whole(client, order)
        noted = whole and pickups_found.adopt(ledger, whole, now=client.now())
        if noted:
            found.append(noted)
    return found


def _seek_each(ledger: Ledger, client: Client, pickup_id: int, left: set[int]) -> None:
    """By the parcels themselves: their order may be old."""
    one = pickups.one_open(ledger, pickup_id)
    asked = 0
    for shipment, parcel in one.parcels.items() if one else ():
        if parcel not in left:
            continue
        if asked == MOST_ASKED:
            return
        asked += 1
        for found in _adopted(ledger, client, client.pickups(shipment=shipment).items):
            pickups_found.name(ledger, pickup_id, found)
            left -= set(found.parcels)
