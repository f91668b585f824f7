"""What one scan at the truck means, judged and noted in one commit, so that stations do not count twice.

A code that is no parcel's number is not kept: it may be a badge, or a person's data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, exists, func, insert, select, update

from inpost_desk.domain.hand_over import Left, ScanLine, Scanned
from inpost_desk.domain.journey import COMING_BACK, Concern, Phase, phase_of
from inpost_desk.domain.pickup import NotReady
from inpost_desk.ledger import history
from inpost_desk.ledger.hand_overs import GIVEN, count_number, parts_in
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.pickup_ready import in_living_pickup, not_to_be_sent, reason_of
from inpost_desk.ledger.schema import (
    hand_over_parcels,
    hand_over_scans,
    hand_overs,
    prints,
    shipments,
)
from inpost_desk.ledger.stored_labels import numbers_in

EACH_NUMBER: Final = "each_number"
NOT_SENT: Final = "not_sent"
CLOSED: Final = "closed"
# Why one of ours must not leave with anybody; any other reason keeps it out of this hand-over only.
_STOPPED: Final = frozenset({NotReady.UNPAID, NotReady.CANCELLED, NotReady.GONE, NotReady.REPLACED})


@dataclass(frozen=True, slots=True)
class Code:
    """A scanned text, and the order references that it may stand for.

    `is_number`: by its looks it is a parcel's number, of whomever.
    """

    text: str
    references: tuple[str, ...] = ()
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class _Meant:
    """Which shipment a code led to. `number` is that of one of its parcels, "" by an order's reference."""

    shipment_id: int
    number: str = ""
    coming_back: bool = False


@dataclass(frozen=True, slots=True)
class _Judged:
    what: Scanned
    rule: str = ""
    part: int = 0
    parts: int = 0


def scan(ledger: Ledger, hand_over_id: int, code: Code, *, operator: str = "") -> ScanLine:
    """Count a parcel, or say why it is not counted. Raises LookupError for an unknown hand-over."""
    now = local_now()
    meant = _meant(ledger, hand_over_id, code)
    what = Scanned.FOREIGN if code.is_number else Scanned.UNKNOWN
    line = ScanLine(at=now, what=what, number=code.text, operator=operator)
    with ledger.write() as connection:
        over = connection.execute(select(hand_overs).where(hand_overs.c.id == hand_over_id)).first()
        if over is None:
            raise LookupError(f"no hand-over {hand_over_id}")
        if over.ended_at is not None:
            # Another station has closed it: its parcels may be in another order by now.
            return replace(line, what=Scanned.FOREIGN, rule=CLOSED)
        if isinstance(meant, _Meant):
            line = _of_shipment(connection, over, meant, line)
        elif meant:
            line = replace(line, rule=EACH_NUMBER)
        _note(connection, hand_over_id, line, operator=operator)
    return line


def take_back(
    ledger: Ledger, hand_over_id: int, shipment_id: int, number: str, *, operator: str = ""
) -> ScanLine | None:
    """A counted scan was wrong: its parcel is here again. Both stay in the record.

    None where it does not count, or the hand-over was closed. Raises LookupError for an unknown hand-over.
    """
    now = local_now()
    with ledger.write() as connection:
        over = connection.execute(select(hand_overs).where(hand_overs.c.id == hand_over_id)).first()
        if over is None:
            raise LookupError(f"no hand-over {hand_over_id}")
        counted = _counted(connection, hand_over_id, shipment_id)
        if over.ended_at is not None or number[:64] not in counted:
            return None
        row = _shipment(connection, shipment_id)
        line = ScanLine(at=now, what=Scanned.TAKEN_BACK, number=number, operator=operator)
        _take_from_courier(connection, hand_over_id, shipment_id)
        line = _known(line, row)
        _note(connection, hand_over_id, line, operator=operator)
    parts = parts_in(row.parcel_numbers)
    if parts > 1:
        line = replace(line, part=len(counted) - 1, parts=parts)
    return line


def receive(ledger: Ledger, code: Code) -> ScanLine:
    """A parcel that came back: marked as received, by its own number or the one it returned under."""
    now = local_now()
    line = ScanLine(at=now, what=Scanned.UNKNOWN, number=code.text)
    shipment_id = history.by_return_number(ledger, code.text) or history.by_number(
        ledger, code.text
    )
    if shipment_id is None:
        return line
    with ledger.write() as connection:
        row = _shipment(connection, shipment_id)
        known = _known(line, row)
        stays = phase_of(row.status) in (Phase.UNPAID, Phase.PREPARED, Phase.CANCELLED)
        if stays and not row.is_return and row.return_number != code.text:
            return replace(known, what=Scanned.FOREIGN, rule=NOT_SENT)
        return replace(known, what=_received(connection, row, now=now))


def _meant(ledger: Ledger, hand_over_id: int, code: Code) -> _Meant | bool | None:
    """The shipment; True where several could be meant, None where none is.

    What is expected comes before everything else, a number before a reference.
    """
    expected = _among(ledger, hand_over_id, code)
    if expected is not None:
        return expected
    if (shipment_id := history.by_number(ledger, code.text)) is not None:
        return _Meant(shipment_id, code.text)
    if (shipment_id := history.by_return_number(ledger, code.text)) is not None:
        return _Meant(shipment_id, code.text, coming_back=True)
    called = _called(ledger, code.references)
    if len(called) > 1:
        return True
    return _Meant(called[0]) if called else None


def _among(ledger: Ledger, hand_over_id: int, code: Code) -> _Meant | bool | None:
    """As `_meant`, of the expected parcels only."""
    query = (
        select(
            shipments.c.id,
            shipments.c.tracking_number,
            shipments.c.parcel_numbers,
            shipments.c.reference,
        )
        .join(hand_over_parcels, hand_over_parcels.c.shipment_id == shipments.c.id)
        .where(hand_over_parcels.c.hand_over_id == hand_over_id)
    )
    with ledger.read() as connection:
        rows = connection.execute(query).all()
    for row in rows:
        numbers = (row.tracking_number, *numbers_in(row.parcel_numbers))
        if code.text and code.text in numbers:
            return _Meant(row.id, code.text)
    names = {one.casefold() for one in code.references}
    called = [row for row in rows if row.reference and row.reference.casefold() in names]
    if len(called) > 1:
        return True
    if not called:
        return None
    # Which of several parcels it is, a reference does not say.
    return True if parts_in(called[0].parcel_numbers) > 1 else _Meant(called[0].id)


def _called(ledger: Ledger, references: Sequence[str]) -> list[int]:
    """Parcels of these references; replaced ones only where no other has it."""
    names = {form for one in references for form in (one, one.lower())}
    if not names:
        return []
    query = select(shipments.c.id, shipments.c.do_not_send).where(
        func.lower(shipments.c.reference).in_(names),
        shipments.c.reference != "",
        shipments.c.shipx_id.is_not(None),
    )
    with ledger.read() as connection:
        rows = connection.execute(query.order_by(shipments.c.id.desc())).all()
    alive = [row.id for row in rows if not row.do_not_send]
    return alive or [row.id for row in rows[:1]]


def _shipment(connection: Connection, shipment_id: int) -> Any:
    query = select(
        shipments,
        in_living_pickup().label("ordered"),
        not_to_be_sent().label("kept"),
    )
    return connection.execute(query.where(shipments.c.id == shipment_id)).one()


def _known(line: ScanLine, row: Any) -> ScanLine:
    return replace(line, reference=row.reference, name=row.receiver, shipment_id=row.id)


def _of_shipment(connection: Connection, over: Any, meant: _Meant, line: ScanLine) -> ScanLine:
    row = _shipment(connection, meant.shipment_id)
    inside = connection.execute(
        select(hand_over_parcels).where(
            hand_over_parcels.c.hand_over_id == over.id,
            hand_over_parcels.c.shipment_id == row.id,
        )
    ).first()
    line = _known(line, row)
    if inside is None and (meant.coming_back or _comes_back(row)):
        return replace(line, what=_received(connection, row, now=line.at))
    if inside is None:
        refused = _joins(connection, over, row)
        if refused is not None:
            return replace(line, what=refused.what, rule=refused.rule)
    judged = _expected(connection, over.id, row, inside, meant)
    if judged.what is Scanned.HANDED:
        _hand(connection, over.id, row.id, now=line.at)
    return replace(line, what=judged.what, rule=judged.rule, part=judged.part, parts=judged.parts)


def _comes_back(row: Any) -> bool:
    back = phase_of(row.status) is Phase.RETURNED or row.concern in COMING_BACK
    return bool(row.is_return) or back


def _joins(connection: Connection, over: Any, row: Any) -> _Judged | None:
    """Why a parcel that is not expected is not taken. Where a courier comes by himself, what was packed since
    the beginning joins."""
    reason = reason_of(row)
    if reason in _STOPPED:
        return _Judged(Scanned.NOT_READY, reason)
    late = exists().where(
        prints.c.shipment_id == row.id,
        prints.c.state.in_(GIVEN),
        prints.c.noted_at > over.started_at,
    )
    if reason is not None or over.pickup_id is not None or not connection.scalar(select(late)):
        return _Judged(Scanned.FOREIGN, reason or "")
    connection.execute(insert(hand_over_parcels).values(hand_over_id=over.id, shipment_id=row.id))
    return None


def _expected(
    connection: Connection, hand_over_id: int, row: Any, inside: Any, meant: _Meant
) -> _Judged:
    """How the scan of an expected parcel counts.

    InPost may have it already: the courier scans at the same truck.
    """
    stopped = _stopped(row, inside)
    if stopped is not None:
        return _Judged(Scanned.NOT_READY, stopped)
    if inside is not None and inside.handed_at is not None:
        return _Judged(Scanned.AGAIN)
    parts = parts_in(row.parcel_numbers)
    if parts == 1:
        return _Judged(Scanned.HANDED)
    if not meant.number:
        return _Judged(Scanned.UNKNOWN, EACH_NUMBER)
    before = _counted(connection, hand_over_id, row.id)
    if meant.number in before:
        return _Judged(Scanned.AGAIN)
    part = len(before) + 1
    what = Scanned.PART if part < parts else Scanned.HANDED
    return _Judged(what, part=part, parts=parts)


def _counted(connection: Connection, hand_over_id: int, shipment_id: int) -> set[str]:
    """The numbers of a shipment that were scanned, but for those that were taken back."""
    query = (
        select(hand_over_scans.c.what, hand_over_scans.c.number)
        .where(
            hand_over_scans.c.hand_over_id == hand_over_id,
            hand_over_scans.c.shipment_id == shipment_id,
        )
        .order_by(hand_over_scans.c.id)
    )
    numbers: set[str] = set()
    for row in connection.execute(query):
        count_number(numbers, row)
    return numbers


def _stopped(row: Any, inside: Any) -> NotReady | None:
    """Why an expected parcel must not leave after all."""
    if row.do_not_send:
        return NotReady.REPLACED
    if inside is not None and inside.left == Left.CANCELLED:
        return NotReady.CANCELLED
    phase = phase_of(row.status)
    if phase in (Phase.PREPARED, Phase.ON_ITS_WAY):
        return None
    early = {Phase.UNPAID: NotReady.UNPAID, Phase.CANCELLED: NotReady.CANCELLED}
    handed = inside is not None and inside.handed_at is not None
    return early.get(phase, None if handed else NotReady.GONE)


def _hand(connection: Connection, hand_over_id: int, shipment_id: int, *, now: datetime) -> None:
    connection.execute(
        update(hand_over_parcels)
        .where(
            hand_over_parcels.c.hand_over_id == hand_over_id,
            hand_over_parcels.c.shipment_id == shipment_id,
        )
        .values(handed_at=now, left="")
    )
    own = shipments.c.id == shipment_id
    connection.execute(update(shipments).where(own).values(handed_at=now))
    behind = own & (shipments.c.concern == Concern.LEFT_BEHIND)
    connection.execute(update(shipments).where(behind).values(concern=""))


def _take_from_courier(connection: Connection, hand_over_id: int, shipment_id: int) -> None:
    """It is here again; what an earlier hand-over said of it holds."""
    of_shipment = hand_over_parcels.c.shipment_id == shipment_id
    connection.execute(
        update(hand_over_parcels)
        .where(hand_over_parcels.c.hand_over_id == hand_over_id, of_shipment)
        .values(handed_at=None)
    )
    earlier = select(func.max(hand_over_parcels.c.handed_at)).where(of_shipment).scalar_subquery()
    connection.execute(
        update(shipments).where(shipments.c.id == shipment_id).values(handed_at=earlier)
    )


def _received(connection: Connection, row: Any, *, now: datetime) -> Scanned:
    done = connection.execute(
        update(shipments)
        .where(shipments.c.id == row.id, shipments.c.returned_at.is_(None))
        .values(returned_at=now, handled=True)
    )
    return Scanned.RETURN if done.rowcount else Scanned.RETURN_AGAIN


def _note(connection: Connection, hand_over_id: int, line: ScanLine, *, operator: str) -> None:
    known = line.shipment_id is not None or line.what is Scanned.FOREIGN
    connection.execute(
        insert(hand_over_scans).values(
            hand_over_id=hand_over_id,
            at=line.at,
            what=line.what,
            number=line.number[:64] if known else "",
            shipment_id=line.shipment_id,
            rule=line.rule[:32],
            operator=operator[:64],
        )
    )
