"""What the station wants to have before a box comes: labels not fetched yet, shipments not looked at lately.

Only reads, and in a few milliseconds however much the ledger holds: of the newest shipments alone, because
what is older was packed. Their numbers grow in the order of the piles.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, func, or_, select

from inpost_desk.domain import stage
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import TAKEN
from inpost_desk.ledger.schema import labels, order_shipments, prints, run_rows, shipments
from inpost_desk.ledger.seen import Known, of_run
from inpost_desk.ledger.stored_labels import PDF

# So many of the newest shipments are looked through.
NEWEST: Final = 3_000
_FLOOR: Final = select(func.max(shipments.c.id) - NEWEST).scalar_subquery()
_NOT_TO_PACK: Final = frozenset({"", stage.CANCELED, *stage.UNPAID_STATUSES})


def without_label(
    ledger: Ledger, *, since: datetime, tried: datetime, most: int
) -> list[Known]:  # fmt: skip
    """Paid shipments made after `since` without a stored label.

    One that InPost refused is among them again when that was before `tried`.
    """
    stored = select(labels.c.shipment_id).where(
        labels.c.shipment_id > _FLOOR,
        labels.c.format == PDF,
        or_(labels.c.file != "", labels.c.stored_at >= tried),
    )
    query = _to_pack(since).where(shipments.c.id.not_in(stored)).limit(most)
    with ledger.read() as connection:
        wanted = [one.id for one in connection.execute(query)]
        if not wanted:
            return []
        of_runs = (
            select(func.max(run_rows.c.run_id))
            .join(order_shipments, order_shipments.c.order_id == run_rows.c.order_id)
            .where(order_shipments.c.shipment_id.in_(wanted))
            .group_by(order_shipments.c.shipment_id)
        )
        those = sorted(set(connection.scalars(of_runs)))
    known = {one.shipment_id: one for run in those for one in of_run(ledger, run)}
    return [known[one] for one in wanted if one in known]


def long_unseen(
    ledger: Ledger, *, since: datetime, seen: datetime, most: int
) -> list[ShipmentId]:  # fmt: skip
    """Shipments made after `since` whose label is stored and not printed, not seen after `seen`."""
    printed = select(prints.c.shipment_id).where(
        prints.c.shipment_id > _FLOOR, prints.c.state.in_(TAKEN)
    )
    good = select(labels.c.shipment_id).where(
        labels.c.shipment_id > _FLOOR, labels.c.format == PDF, labels.c.finding == ""
    )
    query = (
        _to_pack(since)
        .where(or_(shipments.c.seen_at.is_(None), shipments.c.seen_at < seen))
        .where(shipments.c.id.not_in(printed), shipments.c.id.in_(good))
        .limit(most)
    )
    with ledger.read() as connection:
        return [ShipmentId(one.shipx_id) for one in connection.execute(query)]


def _to_pack(since: datetime) -> Select[Any]:
    """Bought by us after that, and to be packed."""
    return (
        select(shipments.c.id, shipments.c.shipx_id)
        .where(
            shipments.c.id > _FLOOR,
            shipments.c.key.is_not(None),
            shipments.c.shipx_id.is_not(None),
            shipments.c.tracking_number != "",
            shipments.c.status.not_in(_NOT_TO_PACK),
            shipments.c.do_not_send.is_(False),
            or_(shipments.c.made_at.is_(None), shipments.c.made_at >= since),
        )
        .order_by(shipments.c.id)
    )
