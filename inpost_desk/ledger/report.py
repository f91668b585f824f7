"""How each row of a run stands, for result files, the `status` command and the window. Only reads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Select, and_, cast, or_, select

from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import BatchId
from inpost_desk.domain.stage import UNPAID_STATUSES, Outcome, awaits_choice
from inpost_desk.ledger import journal
from inpost_desk.ledger.earlier import base_of
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import (
    batches,
    labels,
    order_shipments,
    orders,
    run_rows,
    runs,
    shipments,
)
from inpost_desk.ledger.stored_labels import PDF

# As many rows as a statement takes; whoever wants more asks for all.
MOST_ROWS = 900


@dataclass(frozen=True, slots=True)
class RowStanding:
    """One input row: `field` and `rule` say why where the outcome is not `done`; `label` is a stored file.

    Shipment and number of a `duplicate` are those of the parcel that exists already, made here or elsewhere.
    """

    row: int
    reference: str
    outcome: Outcome
    shipment_id: int | None = None
    tracking_number: str = ""
    service: str = ""
    field: str = ""
    rule: str = ""
    value: str = ""
    label: str = ""
    order_id: int | None = None
    local_id: int | None = None
    """The ledger's own number of the shipment."""
    price: Decimal | None = None
    """What the chosen offer costs in PLN, None on accounts paid by invoice."""

    @property
    def names(self) -> frozenset[str]:
        """The references it is found under: its own, and that of the order it is a part of."""
        return frozenset({self.reference, base_of(self.reference)})


@dataclass(frozen=True, slots=True)
class RunStanding:
    """A run as a whole."""

    id: int
    file_name: str
    started_at: datetime
    ended_at: datetime | None
    stopped_by: str
    batches: tuple[BatchId, ...]


def _rows() -> Select[Any]:
    first = and_(order_shipments.c.order_id == orders.c.id, order_shipments.c.part == 1)
    pdf = and_(labels.c.shipment_id == shipments.c.id, labels.c.format == PDF)
    successor = shipments.alias("successor")
    existing = shipments.alias("existing")
    # Behind a comma may stand the day on which its data was deleted: SQLite reads the figures before it.
    sent_before = and_(
        run_rows.c.outcome == Outcome.DUPLICATE.value,
        existing.c.shipx_id == cast(run_rows.c.value, BigInteger),
    )
    return (
        select(
            run_rows.c.run_id,
            run_rows.c.row,
            run_rows.c.reference,
            run_rows.c.outcome,
            run_rows.c.field,
            run_rows.c.rule,
            run_rows.c.value,
            orders.c.id.label("order_id"),
            orders.c.held,
            orders.c.taken_over,
            shipments.c.id.label("local_id"),
            shipments.c.shipx_id,
            shipments.c.status,
            shipments.c.tracking_number,
            shipments.c.service,
            shipments.c.payment_error,
            shipments.c.transaction_status,
            shipments.c.mode,
            shipments.c.price,
            shipments.c.do_not_send,
            successor.c.shipx_id.label("successor"),
            existing.c.tracking_number.label("existing_number"),
            existing.c.service.label("existing_service"),
            shipments.c.refused_field,
            shipments.c.refused_rule,
            labels.c.file,
            labels.c.finding,
        )
        .outerjoin(orders, orders.c.id == run_rows.c.order_id)
        .outerjoin(order_shipments, first)
        .outerjoin(shipments, shipments.c.id == order_shipments.c.shipment_id)
        .outerjoin(successor, successor.c.id == shipments.c.replaced_by)
        .outerjoin(existing, sent_before)
        .outerjoin(labels, pdf)
    )


def _open_by_shipment(ledger: Ledger, run_id: int | None = None) -> dict[int, journal.OpenStep]:
    return {step.shipment_id: step for step in journal.open_steps(ledger, run_id=run_id)}


def standing_of_run(ledger: Ledger, run_id: int) -> list[RowStanding]:
    """Every input row of a run, in the order of its file."""
    query = _rows().where(run_rows.c.run_id == run_id).order_by(run_rows.c.row)
    open_by_shipment = _open_by_shipment(ledger, run_id)
    with ledger.read() as connection:
        found = connection.execute(query).all()
        stopped_by = connection.scalar(select(runs.c.stopped_by).where(runs.c.id == run_id)) or ""
    return [_standing(one, open_by_shipment.get(one.local_id), stopped_by) for one in found]


def standing_of_file(ledger: Ledger, digest: str) -> list[RowStanding]:
    """Every row of the newest run of that file; nothing where it was never entered."""
    newest = select(runs.c.id).where(runs.c.file_digest == digest).order_by(runs.c.id.desc())
    with ledger.read() as connection:
        run_id = connection.scalar(newest.limit(1))
    return [] if run_id is None else standing_of_run(ledger, run_id)


def standing_of_pile(
    ledger: Ledger, digest: str, rows: Collection[int] | None = None
) -> dict[int, RowStanding]:
    """The newest standing of each row of that file, over all runs it had; these rows or all of them."""
    of_file = select(runs.c.id).where(runs.c.file_digest == digest)
    query = _rows().where(run_rows.c.run_id.in_(of_file)).order_by(run_rows.c.run_id)
    if rows is not None:
        query = query.where(run_rows.c.row.in_(sorted(rows)[:MOST_ROWS]))
    open_by_shipment = _open_by_shipment(ledger)
    with ledger.read() as connection:
        found = connection.execute(query).all()
        stops = select(runs.c.id, runs.c.stopped_by).where(runs.c.file_digest == digest)
        stopped_by = {one.id: one.stopped_by for one in connection.execute(stops)}
    newest = {one.row: one for one in found}
    return {
        row: _standing(one, open_by_shipment.get(one.local_id), stopped_by.get(one.run_id, ""))
        for row, one in newest.items()
    }


def standing_of_references(ledger: Ledger, references: list[str]) -> list[RowStanding]:
    """The newest row of each of these references, and of the parts (`-1/3`) they were sent in."""
    parts = [run_rows.c.reference.startswith(f"{one}-", autoescape=True) for one in references]
    query = (
        _rows()
        .where(or_(run_rows.c.reference.in_(references), *parts))
        .order_by(run_rows.c.run_id, run_rows.c.row)
    )
    open_by_shipment = _open_by_shipment(ledger)
    with ledger.read() as connection:
        found = connection.execute(query).all()
    wanted = set(references)
    newest = {
        (one.reference, one.order_id): one
        for one in found
        if one.reference in wanted or base_of(one.reference) in wanted
    }
    return [_standing(one, open_by_shipment.get(one.local_id), "") for one in newest.values()]


def _standing(one: Any, step: journal.OpenStep | None, stopped_by: str) -> RowStanding:
    outcome, field, rule = _judged(one, step, stopped_by)
    shipx_id = one.shipx_id
    value = one.value
    number = str(one.value).split(",")[0]
    if one.outcome == Outcome.DUPLICATE and number.isdigit():
        shipx_id = int(number)
    if outcome is Outcome.REPLACED:
        value = str(one.successor or "")
    return RowStanding(
        row=one.row,
        reference=one.reference,
        outcome=outcome,
        shipment_id=shipx_id,
        tracking_number=one.tracking_number or one.existing_number or "",
        service=one.service or one.existing_service or "",
        field=field,
        rule=rule,
        value=value,
        label=one.file or "" if outcome is Outcome.DONE else "",
        order_id=one.order_id,
        local_id=one.local_id,
        price=one.price,
    )


def _judged(one: Any, step: journal.OpenStep | None, stopped_by: str) -> tuple[Outcome, str, str]:
    if one.outcome:
        return Outcome(one.outcome), one.field, one.rule
    if one.do_not_send:
        return Outcome.REPLACED, "", "replaced"
    if one.tracking_number and one.status not in {*UNPAID_STATUSES, "canceled"}:
        if one.file and not one.finding:
            return Outcome.DONE, "", ""
        return Outcome.WAITING, "label", one.finding or "label_missing"
    if one.refused_rule:
        return Outcome.REFUSED, one.refused_field, one.refused_rule
    creating = step is not None and step.kind in journal.CREATING
    if step is not None and creating and not step.living:
        return Outcome.UNSURE, "", step.undecided or "answer_lost"
    if step is None and awaits_choice(one.mode or "", one.status or "", one.transaction_status):
        return Outcome.OFFERED, Field.OFFER.value, "choose_offer"
    return _unfinished(one, stopped_by, under_way=creating)


def _unfinished(one: Any, stopped_by: str, *, under_way: bool) -> tuple[Outcome, str, str]:
    if under_way:
        return Outcome.WAITING, "", "under_way"
    if one.shipx_id is None:
        kept_back = ("held" if one.held else "") or ("taken_over" if one.taken_over else "")
        return Outcome.WAITING, "", kept_back or stopped_by or "not_sent"
    if one.payment_error:
        return Outcome.UNPAID, "payment", one.payment_error
    return Outcome.WAITING, "payment", "payment_pending"


def run_named(ledger: Ledger, run_id: int) -> RunStanding | None:
    """A run with its ShipX batches."""
    with ledger.read() as connection:
        run = connection.execute(select(runs).where(runs.c.id == run_id)).first()
        if run is None:
            return None
        ids = connection.scalars(
            select(batches.c.shipx_id).where(batches.c.run_id == run_id).order_by(batches.c.sent_at)
        ).all()
    return RunStanding(
        id=run.id,
        file_name=run.file_name,
        started_at=run.started_at,
        ended_at=run.ended_at,
        stopped_by=run.stopped_by,
        batches=tuple(BatchId(one) for one in ids),
    )


def digest_of_run(ledger: Ledger, run_id: int) -> str:
    """The digest of the file a run was made from, "" where there is no such run."""
    with ledger.read() as connection:
        return connection.scalar(select(runs.c.file_digest).where(runs.c.id == run_id)) or ""


def recent_runs(ledger: Ledger, *, most: int = 20) -> list[RunStanding]:
    """The newest runs first."""
    with ledger.read() as connection:
        ids = connection.scalars(select(runs.c.id).order_by(runs.c.id.desc()).limit(most)).all()
    found = (run_named(ledger, one) for one in ids)
    return [one for one in found if one is not None]
