"""What became of the newest runs in figures, for the list of earlier runs. Only reads.

Counted by the database, because twenty runs may have a hundred thousand rows. `report` says how each single
row stands; a test sees to it that the two agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Select, and_, case, distinct, exists, func, select

from inpost_desk.domain.shipment import BatchId
from inpost_desk.domain.stage import (
    CANCELED,
    OFFER_SELECTED,
    OFFERS_PREPARED,
    UNPAID_STATUSES,
    Mode,
    Outcome,
)
from inpost_desk.ledger import journal
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import (
    batches,
    labels,
    order_shipments,
    orders,
    piles,
    prints,
    run_rows,
    runs,
    shipments,
    steps,
)
from inpost_desk.ledger.stored_labels import PDF

ON_PAPER = ("sent", "done")


@dataclass(frozen=True, slots=True)
class RunTotals:
    """A run in figures. `outcomes` counts input rows that have no parcel, and parcels otherwise.

    `parcels` is how many parcels the run was for, `printed` how many of them were last printed without
    trouble. `file_path` is where the order file lay, "" where nobody noted it; `reference` its first row's.
    """

    id: int
    file_name: str
    file_path: str
    started_at: datetime
    ended_at: datetime | None
    stopped_by: str
    batches: tuple[BatchId, ...]
    outcomes: Mapping[Outcome, int]
    parcels: int
    printed: int
    reference: str = ""


def newest_runs(ledger: Ledger, *, most: int) -> list[RunTotals]:
    """The newest first."""
    living = {one.id: one.living for one in journal.open_steps(ledger)}
    with ledger.read() as connection:
        found = connection.execute(_runs(most)).all()
        ids = [run.id for run in found]
        batch_ids = _batches(connection, ids)
        groups: dict[int, list[Row[tuple[object, ...]]]] = {one: [] for one in ids}
        for group in connection.execute(_groups(ids)):
            groups[group.run_id].append(group)
    return [_totals(run, groups[run.id], batch_ids.get(run.id, ()), living) for run in found]


def _runs(most: int) -> Select[tuple[object, ...]]:
    first = (
        select(run_rows.c.reference)
        .where(run_rows.c.run_id == runs.c.id)
        .order_by(run_rows.c.row)
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            runs,
            func.coalesce(piles.c.file_path, "").label("file_path"),
            func.coalesce(first, "").label("first_reference"),
        )
        .outerjoin(piles, piles.c.file_digest == runs.c.file_digest)
        .order_by(runs.c.id.desc())
        .limit(most)
    )


def _batches(connection: Connection, ids: list[int]) -> dict[int, tuple[BatchId, ...]]:
    found: dict[int, tuple[BatchId, ...]] = {}
    query = select(batches.c.run_id, batches.c.shipx_id).where(batches.c.run_id.in_(ids))
    for run_id, batch_id in connection.execute(query.order_by(batches.c.sent_at)):
        found[run_id] = (*found.get(run_id, ()), BatchId(batch_id))
    return found


def _groups(ids: list[int]) -> Select[tuple[object, ...]]:
    """Rows that stand alike, counted: everything `_outcome` looks at."""
    first = and_(order_shipments.c.order_id == orders.c.id, order_shipments.c.part == 1)
    pdf = and_(labels.c.shipment_id == shipments.c.id, labels.c.format == PDF)
    asked = and_(
        steps.c.shipment_id == shipments.c.id,
        steps.c.outcome.is_(None),
        steps.c.kind.in_(journal.CREATING),
    )
    changed = steps.alias("changed")
    last_print = (
        select(prints.c.state)
        .where(prints.c.shipment_id == shipments.c.id)
        .order_by(prints.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    alike = {
        "run_id": run_rows.c.run_id,
        "outcome": run_rows.c.outcome,
        "replaced": shipments.c.do_not_send,
        "offered": and_(
            shipments.c.mode == Mode.OFFERS,
            shipments.c.status.in_({OFFERS_PREPARED, OFFER_SELECTED}),
            shipments.c.transaction_status == "",
            ~exists().where(changed.c.shipment_id == shipments.c.id, changed.c.outcome.is_(None)),
        ),
        "paid": and_(
            shipments.c.tracking_number != "",
            shipments.c.status.not_in({*UNPAID_STATUSES, CANCELED}),
        ),
        "good_label": and_(labels.c.file != "", labels.c.finding == ""),
        "refused": shipments.c.refused_rule != "",
        "step_id": steps.c.id,
        "made": shipments.c.shipx_id.is_not(None),
        "payment_failed": shipments.c.payment_error != "",
    }
    columns = [column.label(name) for name, column in alike.items()]
    return (
        select(
            *columns,
            func.count(run_rows.c.row).label("rows"),
            func.count(distinct(orders.c.id)).label("parcels"),
            func.count(distinct(case((last_print.in_(ON_PAPER), shipments.c.id)))).label("printed"),
        )
        .select_from(run_rows)
        .outerjoin(orders, orders.c.id == run_rows.c.order_id)
        .outerjoin(order_shipments, first)
        .outerjoin(shipments, shipments.c.id == order_shipments.c.shipment_id)
        .outerjoin(labels, pdf)
        .outerjoin(steps, asked)
        .where(run_rows.c.run_id.in_(ids))
        .group_by(*alike.values())
    )


def _totals(
    run: Row[tuple[object, ...]],
    groups: Iterable[Row[tuple[object, ...]]],
    batch_ids: tuple[BatchId, ...],
    living: Mapping[int, bool],
) -> RunTotals:
    outcomes: Counter[Outcome] = Counter()
    parcels = printed = 0
    for group in groups:
        outcomes[_outcome(group, living)] += group.rows if group.outcome else group.parcels
        if not group.outcome:
            parcels += group.parcels
            printed += group.printed
    return RunTotals(
        id=run.id,
        file_name=run.file_name,
        file_path=run.file_path,
        started_at=run.started_at,
        ended_at=run.ended_at,
        stopped_by=run.stopped_by,
        batches=batch_ids,
        outcomes=dict(outcomes),
        parcels=parcels,
        printed=printed,
        reference=run.first_reference,
    )


def _outcome(group: Row[tuple[object, ...]], living: Mapping[int, bool]) -> Outcome:
    """As in `report`, where the reasons are told too."""
    if group.outcome:
        return Outcome(group.outcome)
    if group.replaced:
        return Outcome.REPLACED
    if group.paid:
        return Outcome.DONE if group.good_label else Outcome.WAITING
    if group.refused:
        return Outcome.REFUSED
    if group.step_id is not None:
        # A step that was closed since the first look is no longer anybody's worry.
        return Outcome.WAITING if living.get(group.step_id, True) else Outcome.UNSURE
    if group.offered:
        return Outcome.OFFERED
    unpaid = group.made and group.payment_failed
    return Outcome.UNPAID if unpaid else Outcome.WAITING
