"""Which of the shipments a notification names the ledger has: nobody else's are ever asked about."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import and_, or_, select

from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import shipments


def known(
    ledger: Ledger, ids: Collection[int], numbers: Collection[str]
) -> dict[int | str, ShipmentId]:
    """InPost's ids of those that are here, by the id or tracking number they were named by."""
    named = or_(
        shipments.c.shipx_id.in_(ids),
        and_(shipments.c.tracking_number != "", shipments.c.tracking_number.in_(numbers)),
    )
    query = select(shipments.c.shipx_id, shipments.c.tracking_number).where(
        shipments.c.shipx_id.is_not(None), named
    )
    found: dict[int | str, ShipmentId] = {}
    with ledger.read() as connection:
        for shipx_id, number in connection.execute(query):
            found |= {one: ShipmentId(shipx_id) for one in (shipx_id, number) if one}
    return found
