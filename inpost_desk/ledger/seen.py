"""What InPost last said of shipments, ours and those made elsewhere, and the labels stored for them.

How those made elsewhere come into the ledger is the business of `mirrored`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Exists,
    Row,
    Select,
    bindparam,
    exists,
    insert,
    or_,
    select,
    update,
)

from inpost_desk.domain import stage
from inpost_desk.domain.shipment import Shipment, ShipmentId
from inpost_desk.ledger.history_columns import PERSONAL, history_columns
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import labels, order_shipments, run_rows, shipments, steps, stops
from inpost_desk.ledger.stored_labels import NO_NUMBER, PDF, numbers_in

# What an answer is put beside. All prepared once, because a run writes its shipments a hundred at a time.
_KNOWN: Final = (
    "id", "key", "reference", "phone", "point", "status", "status_at", "made_at", "transaction_id", "offer_id",
    "price", "refused_field", "refused_rule", "parcel_numbers", "receiver", "city", "size", "sending_method",
    "return_number", "returned_at", "concern", "handled", "forgotten_at",
)  # fmt: skip
_BY_ID: Final = select(*(shipments.c[name] for name in _KNOWN)).where(
    shipments.c.shipx_id == bindparam("id")
)
_CHANGE: Final = update(shipments).where(shipments.c.id == bindparam("row"))
_STOP: Final = insert(stops)
_STOP_REPLACED: Final = (
    update(shipments).where(shipments.c.replaced_by == bindparam("row")).values(do_not_send=True)
)

A6: Final = "A6"
A4: Final = "A4"
"""The paper of a PDF label: A4 only where InPost has no A6 (API §5.5)."""


def record(connection: Connection, shipment: Shipment, *, now: datetime) -> bool:
    """Write a shipment's present state to the row that has its id; False when there is none.

    What is known to be paid never becomes unpaid, no payment attempt older than the one known counts, and no
    status from before the one known: another process may have read InPost before us and write after us.
    """
    row = connection.execute(_BY_ID, {"id": shipment.id}).first()
    if row is None:
        return False
    if _is_older(row, shipment):
        return True
    values = _columns(row, shipment, now=now) | history_columns(row, shipment, now=now)
    if row.forgotten_at is not None:
        values = {name: value for name, value in values.items() if name not in PERSONAL}
    connection.execute(_CHANGE, {"row": row.id, **values})
    if shipment.status and shipment.status != row.status:
        stop = {"shipment_id": row.id, "status": shipment.status[:64], "at": shipment.updated_at}
        connection.execute(_STOP, stop)
    if stage.is_paid(shipment):
        # In the same commit as the purchase: there is no moment at which both may leave.
        connection.execute(_STOP_REPLACED, {"row": row.id})
    return True


def _is_older(row: Any, shipment: Shipment) -> bool:
    last = shipment.last_transaction
    if shipment.status in stage.UNPAID_STATUSES and (
        row.status not in {"", stage.CANCELED, *stage.UNPAID_STATUSES}
        or (row.transaction_id or 0) > (last.id if last else 0)
    ):
        return True
    at = shipment.updated_at
    before = at is not None and row.status_at is not None and at < row.status_at
    return before and shipment.status != row.status


def _columns(row: Any, shipment: Shipment, *, now: datetime) -> dict[str, object]:
    """How its purchase stands."""
    last, offer = shipment.last_transaction, shipment.selected_offer
    field, rule = row.refused_field, row.refused_rule
    if reasons := stage.unavailable_reasons(shipment):
        field, rule = "service", reasons[0][:96]
    if shipment.status == stage.CANCELED:
        field, rule = "status", stage.CANCELED
    numbers = row.parcel_numbers
    if len(shipment.parcels) > 1:
        numbers = " ".join(one.tracking_number or NO_NUMBER for one in shipment.parcels)
    rate = None if offer is None else offer.rate
    return {
        "service": shipment.service,
        "status": shipment.status,
        "tracking_number": shipment.tracking_number,
        "transaction_id": last.id if last else None,
        "transaction_status": last.status if last else "",
        "payment_error": stage.payment_failed(shipment)[:64],
        "seen_at": now,
        "offer_id": row.offer_id if offer is None else offer.id,
        "price": row.price if rate is None else rate,
        "parcel_numbers": numbers,
        "refused_field": field,
        "refused_rule": rule,
    }


def saw(ledger: Ledger, seen: Collection[Shipment], *, now: datetime) -> None:
    """Update shipments that are in the ledger already."""
    with ledger.write() as connection:
        for shipment in seen:
            record(connection, shipment, now=now)


def our_keys(ledger: Ledger) -> frozenset[str]:
    """Every key that was ever given to a parcel here."""
    with ledger.read() as connection:
        return frozenset(
            key for key in connection.scalars(select(shipments.c.key)) if key is not None
        )


def owned(ledger: Ledger, ids: Collection[ShipmentId]) -> frozenset[ShipmentId]:
    """Which of these InPost ids belong to a parcel of ours already."""
    query = select(shipments.c.shipx_id).where(
        shipments.c.shipx_id.in_(ids), shipments.c.key.is_not(None)
    )
    with ledger.read() as connection:
        return frozenset(ShipmentId(one) for one in connection.scalars(query) if one is not None)


def made_between(ledger: Ledger, since: datetime, until: datetime) -> frozenset[ShipmentId]:
    """Ids of shipments that a list over that time must show, unless they were cancelled."""
    query = select(shipments.c.shipx_id).where(
        shipments.c.shipx_id.is_not(None),
        shipments.c.made_at >= since,
        shipments.c.made_at <= until,
        shipments.c.status != stage.CANCELED,
    )
    with ledger.read() as connection:
        return frozenset(ShipmentId(one) for one in connection.scalars(query) if one is not None)


@dataclass(frozen=True, slots=True)
class Known:
    """A shipment of a run that InPost has."""

    shipment_id: int
    shipx_id: ShipmentId
    status: str
    tracking_number: str
    transaction_status: str
    payment_error: str
    refused_rule: str
    made_at: datetime | None
    seen_at: datetime | None
    has_label: bool
    open_step: bool
    mode: str = ""
    do_not_send: bool = False
    superseded: bool = False
    """Another shipment is bought, or about to be, in its place: nobody pays for this one by a rule."""
    parcel_numbers: tuple[str, ...] = ()
    """All the numbers its labels carry, where it has several parcels."""
    parcels: int = 1

    @property
    def paid(self) -> bool:
        """Whether a label can be asked for."""
        return bool(self.tracking_number) and self.status not in stage.UNPAID_STATUSES

    @property
    def numbers(self) -> tuple[str, ...]:
        """What stands on its labels."""
        return self.parcel_numbers or (self.tracking_number,)

    @property
    def numbered(self) -> bool:
        """Whether each of its parcels has its number: InPost may confirm a shipment before."""
        return len(self.numbers) == self.parcels

    @property
    def offered(self) -> bool:
        """Whether somebody has to choose an offer before anything more happens."""
        return stage.awaits_choice(self.mode, self.status, self.transaction_status)

    @property
    def to_be_paid(self) -> bool:
        """Whether it is our turn to pay for the offer that InPost chose."""
        return stage.awaits_our_call(self.mode, self.status, self.transaction_status)

    @property
    def known(self) -> bool:
        """Whether what became of its purchase is known, for good or for now."""
        return self.paid or bool(self.payment_error or self.refused_rule)


def of_run(ledger: Ledger, run_id: int) -> list[Known]:
    """The shipments of a run that InPost has, in pile order."""
    with ledger.read() as connection:
        return _read_known(connection, _OF_RUN, {"run": run_id})


def known_shipments(ledger: Ledger, ids: Collection[int]) -> list[Known]:
    """Those of these (the ledger's own numbers, few enough for one question) that InPost has."""
    query = _known().where(shipments.c.id.in_(ids), shipments.c.shipx_id.is_not(None))
    with ledger.read() as connection:
        found = {one.shipment_id: one for one in _read_known(connection, query)}
    return [found[one] for one in ids if one in found]


def _known() -> Select[Any]:
    """The columns in the order of `Known`, and no others: a run asks for all its rows again and again."""
    has = shipments.c
    busy = exists().where(steps.c.shipment_id == has.id, steps.c.outcome.is_(None))
    after = shipments.alias()
    successor = exists().where(after.c.id == has.replaced_by, after.c.refused_rule == "")
    bought = (has.tracking_number, has.transaction_status, has.payment_error, has.refused_rule)
    times = (has.made_at, has.seen_at)
    asked = (good_label(), busy, has.mode, has.do_not_send, or_(has.do_not_send, successor))
    return select(has.id, has.shipx_id, has.status, *bought, *times, *asked, has.parcel_numbers)


def _read_known(
    connection: Connection, query: Select[Any], values: dict[str, int] | None = None
) -> list[Known]:
    # Rows of a file that share a parcel all name it.
    unique = {one[0]: one for one in connection.execute(query, values).all()}
    return [_one_known(one) for one in unique.values()]


def _one_known(one: Row[Any]) -> Known:
    numbers = one[-1]
    facts: list[Any] = [*one[:-1], numbers_in(numbers), len(numbers.split()) or 1]
    return Known(*facts)


def good_label() -> Exists:
    """Whether a shipment has a label that may be printed; in commands alone it has none."""
    return exists().where(
        labels.c.shipment_id == shipments.c.id, labels.c.format == PDF, labels.c.finding == ""
    )


_OF_RUN: Final = (
    _known()
    .join(order_shipments, order_shipments.c.shipment_id == shipments.c.id)
    .join(run_rows, run_rows.c.order_id == order_shipments.c.order_id)
    .where(run_rows.c.run_id == bindparam("run"), shipments.c.shipx_id.is_not(None))
    .order_by(run_rows.c.row)
)


def label_finding(ledger: Ledger, shipment_id: int) -> str | None:
    """What the read-back found on a shipment's PDF label, "" for a good one; None where none was fetched."""
    query = select(labels.c.finding).where(
        labels.c.shipment_id == shipment_id, labels.c.format == PDF
    )
    with ledger.read() as connection:
        found: str | None = connection.scalar(query)
    return found


@dataclass(frozen=True, slots=True)
class LabelFile:
    """A stored label: `file` relative to the ledger's label folder, `finding` "" when it may be printed.

    `format` is ShipX's word for it, `paper` of a PDF A6 or A4, of printer commands their resolution.
    """

    shipment_id: int
    file: str
    size: int
    sha256: str
    pages: int
    finding: str
    format: str = PDF
    paper: str = A6


def store_labels(ledger: Ledger, files: Sequence[LabelFile], *, now: datetime) -> None:
    """Note label files that are on the disk. A label that another process stored first stays.

    A shipment has one PDF, whatever its paper, and beside it one file of each language and resolution.
    """
    if not files:
        return
    with ledger.write() as connection:
        query = select(labels).where(labels.c.shipment_id.in_([file.shipment_id for file in files]))
        before = {_place(one): one for one in connection.execute(query)}
        fresh = [file for file in files if _place(file) not in before]
        if fresh:
            connection.execute(
                insert(labels), [asdict(file) | {"stored_at": now} for file in fresh]
            )
        for file in files:
            old = before.get(_place(file))
            # What cannot be fetched now takes no stored file from anybody who wants to look at it.
            if old is not None and old.finding and (file.file or not old.file):
                values = asdict(file) | {"stored_at": now}
                connection.execute(update(labels).where(labels.c.id == old.id).values(values))


def _place(label: LabelFile | Row[Any]) -> tuple[int, str, str]:
    """What a shipment has one of."""
    return label.shipment_id, label.format, "" if label.format == PDF else label.paper


def command_files(
    ledger: Ledger, wanted: Collection[int], *, language: str, paper: str
) -> dict[int, LabelFile]:
    """What is stored in a printer's language for these shipments, by the ledger's own number of each."""
    query = select(*(labels.c[one.name] for one in fields(LabelFile))).where(
        labels.c.shipment_id.in_(wanted), labels.c.format == language, labels.c.paper == paper
    )
    with ledger.read() as connection:
        found = connection.execute(query).mappings().all()
    return {one["shipment_id"]: LabelFile(**one) for one in found}
