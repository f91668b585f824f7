"""Shipments made elsewhere: noted as the history shows them, and given to our row once that is known.

Manager Paczek, a shop's plugin, another ledger of ours: InPost has them all in one list.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update

from inpost_desk.domain.shipment import Shipment
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import (
    hand_over_parcels,
    hand_over_scans,
    labels,
    order_shipments,
    orders,
    pickup_parcels,
    prints,
    scans,
    shipments,
    steps,
    stops,
    waiting_labels,
)
from inpost_desk.ledger.seen import record

log = logging.getLogger(__name__)

# What may hang on a row: it goes along to the row that turns out to be the shipment's.
_HANGING: Final = (
    labels,
    prints,
    scans,
    waiting_labels,
    steps,
    stops,
    pickup_parcels,
    hand_over_parcels,
    hand_over_scans,
)
# What a row knows by itself, and no answer of InPost's says again.
_KNOWN: Final = (
    "status",
    "status_at",
    "phase",
    "concern",
    "handled",
    "size",
    "city",
    "receiver",
    "return_number",
    "returned_at",
    "handed_at",
    "offer_id",
    "price",
    "parcel_numbers",
    "transaction_id",
    "replaced_by",
    "do_not_send",
)
# Prepared once, as in `seen`: a run adopts its shipments a hundred at a time.
_NOTED: Final = select(shipments).where(
    shipments.c.shipx_id == bindparam("id"),
    shipments.c.id != bindparam("row"),
    shipments.c.key.is_(None),
)
_SIZE: Final = (
    select(orders.c.size)
    .join(order_shipments, order_shipments.c.order_id == orders.c.id)
    .where(order_shipments.c.shipment_id == bindparam("row"))
)
_OURS: Final = update(shipments).where(shipments.c.id == bindparam("row"))


def mirror(
    ledger: Ledger, seen: Collection[Shipment], *, ours: Collection[str], now: datetime
) -> None:
    """Note shipments made elsewhere, and take those that carry one of our keys (`ours`) to their rows.

    A key whose step is open is left to settling. One whose row has another shipment already was bought
    twice: that is noted as made elsewhere too, so that nothing hides it.
    """
    keys = frozenset(ours)
    with ledger.write() as connection:
        for shipment in seen:
            key = next(iter(shipment.keys & keys), None)
            if record(connection, shipment, now=now):
                continue
            if key is None or not _takes(connection, key, shipment, now=now):
                _note(connection, shipment, now=now)


def _note(connection: Connection, shipment: Shipment, *, now: datetime) -> None:
    made_at = shipment.created_at or now
    connection.execute(insert(shipments).values(shipx_id=shipment.id, made_at=made_at))
    # With everything else that InPost says of it.
    record(connection, shipment, now=now)


def _takes(connection: Connection, key: str, shipment: Shipment, *, now: datetime) -> bool:
    """Whether our row with that key is this shipment's, now or once its open step is settled.

    A row without a shipment and without an open step was thought not to be at InPost: a ledger restored
    from an older copy, or an answer that came later than anybody waited for.
    """
    row = connection.execute(
        select(shipments.c.id, shipments.c.shipx_id).where(shipments.c.key == key)
    ).one()
    if row.shipx_id is not None:
        log.error("shipment %d was bought beside %d under one key", shipment.id, row.shipx_id)
        return False
    busy = select(steps.c.id).where(steps.c.shipment_id == row.id, steps.c.outcome.is_(None))
    if connection.scalar(busy) is None:
        adopt(connection, row.id, shipment, now=now, refused_field="", refused_rule="")
    return True


def adopt(
    connection: Connection, shipment_id: int, shipment: Shipment, *, now: datetime, **more: object
) -> None:
    """Make our row (the ledger's own number) the shipment's; `more` are further columns of it.

    The mirror may have noted it as made elsewhere before its owner was found, and somebody may have printed
    it or ordered a courier for it meanwhile: all of that is ours then.
    """
    values: dict[str, object] = {"shipx_id": shipment.id, "made_at": shipment.created_at or now}
    noted = connection.execute(_NOTED, {"id": shipment.id, "row": shipment_id}).first()
    if noted is not None:
        known = {name: getattr(noted, name) for name in _KNOWN}
        values |= {name: value for name, value in known.items() if value}
        _move(connection, noted, to=shipment_id)
    # InPost says sizes of templates only; the order knows what was meant.
    size = connection.scalar(_SIZE, {"row": shipment_id})
    values["size"] = size or values.get("size", "")
    connection.execute(_OURS, {"row": shipment_id, **values, **more})
    record(connection, shipment, now=now)


def _move(connection: Connection, noted: Any, *, to: int) -> None:
    for table in _HANGING:
        hanging = update(table).where(table.c.shipment_id == noted.id)
        connection.execute(hanging.values(shipment_id=to))
    successor = update(shipments).where(shipments.c.replaced_by == noted.id)
    connection.execute(successor.values(replaced_by=to))
    connection.execute(shipments.delete().where(shipments.c.id == noted.id))
