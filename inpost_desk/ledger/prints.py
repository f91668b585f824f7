"""What was sent to a printer: noted before the document leaves, followed to the job's end.

A label's newest row says how it stands. One that is `sending` though nobody is at it any more may be on paper
or not: only a person who looks at the paper can say.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, not_, select, update

from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import prints

LABEL: Final = "label"
HELD: Final = "held"
"""The reason of a row that says why a label was not printed; like a print in vain it changes nothing."""
# SQLite takes a limited number of parameters; of very many ids all states are read and picked from.
_MOST_PARAMETERS: Final = 900
_MOST_IN_PARTS: Final = 9_000


class PrintState(StrEnum):
    """How a label that went to a printer stands."""

    SENDING = "sending"
    SENT = "sent"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


_STATES: Final = {str(one): one for one in PrintState}
# What is, or may be, on paper: not printed again without a reason.
TAKEN: Final = frozenset({PrintState.SENDING, PrintState.SENT, PrintState.DONE})


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One document that went to a printer. `shipments` is empty for a slip, a list or a test label."""

    job: str
    document: str
    printer: str
    printer_job: str
    reason: str
    state: PrintState
    detail: str
    shipments: tuple[int, ...]
    noted_at: datetime
    ended_at: datetime | None


def claim(
    ledger: Ledger, shipments: Sequence[int], *, printer: str, reason: str, now: datetime
) -> str | None:
    """Note that these labels are about to be sent, in this order; returns the job, ours to send.

    Without a reason, None where any of them was sent meanwhile: nothing is noted then.
    """
    with ledger.write() as connection:
        if not reason and TAKEN.intersection(_newest(connection, shipments).values()):
            return None
        return _note(
            connection, ledger, shipments, printer=printer, reason=reason, document=LABEL, now=now
        )


def claim_document(ledger: Ledger, document: str, *, printer: str, now: datetime) -> str:
    """Note that a document other than labels is about to be sent; returns the job."""
    with ledger.write() as connection:
        return _note(
            connection, ledger, [None], printer=printer, reason="", document=document, now=now
        )


def sent(
    ledger: Ledger, job: str, printer_job: str, *, can_tell: bool, now: datetime
) -> None:  # fmt: skip
    """The printer has the document; where its end is not told, that is all there will be to say."""
    values = {"state": PrintState.SENT, "printer_job": printer_job[:64], "detail": ""}
    _set(ledger, job, **values, ended_at=None if can_tell else now)


def held_back(
    ledger: Ledger, shipment: int, rule: str, *, printer: str, now: datetime
) -> None:  # fmt: skip
    """A label was not given to the printer, because of what the read-back found on it."""
    with ledger.write() as connection:
        job = _note(
            connection, ledger, [shipment], printer=printer, reason=HELD, document=LABEL, now=now
        )
        values = {"state": PrintState.FAILED, "detail": rule[:255], "ended_at": now}
        connection.execute(update(prints).where(prints.c.job == job).values(**values))


def shared(ledger: Ledger, printer: str, *, but: Collection[str] = ()) -> bool:
    """Whether somebody else is printing there: a document that is no one of these has not ended yet."""
    query = select(prints.c.job, prints.c.state, prints.c.detail).where(
        prints.c.printer == printer,
        prints.c.ended_at.is_(None),
        prints.c.state.in_([PrintState.SENDING, PrintState.SENT]),
    )
    with ledger.read() as connection:
        others = [one for one in connection.execute(query) if one.job not in but]
    return any(one.state == PrintState.SENT or ledger.owner.lives(one.detail) for one in others)


def ended(ledger: Ledger, job: str, state: PrintState, *, detail: str = "", now: datetime) -> None:
    """What became of a job in the end."""
    _set(ledger, job, state=state, detail=detail[:255], ended_at=now)


def let_go(ledger: Ledger, job: str) -> None:
    """Nobody is at it any more and whether it got to the printer is not known."""
    _set(ledger, job, detail="")


def doubt(ledger: Ledger, job: str) -> None:
    """The job ended badly after it had begun: which of its labels came out, only a person can see."""
    _set(ledger, job, state=PrintState.SENDING, detail="", ended_at=None)


def at_printer(ledger: Ledger) -> frozenset[int]:
    """Shipments whose label a printer has and whose job has not ended."""
    query = select(prints.c.shipment_id).where(
        prints.c.state == PrintState.SENT,
        prints.c.ended_at.is_(None),
        prints.c.shipment_id.is_not(None),
    )
    with ledger.read() as connection:
        return frozenset(connection.scalars(query))


def open_printers(ledger: Ledger) -> list[str]:
    """Printers with documents whose end was not seen."""
    query = (
        select(prints.c.printer)
        .where(
            prints.c.state == PrintState.SENT,
            prints.c.printer_job != "",
            prints.c.ended_at.is_(None),
        )
        .distinct()
    )
    with ledger.read() as connection:
        return sorted(connection.scalars(query))


def maybe_printed(ledger: Ledger) -> list[int]:
    """Shipments whose label was being sent when that was cut off, in the order they were sent."""
    with ledger.read() as connection:
        return list(_doubtful(connection, ledger))


def decide(ledger: Ledger, shipments: Collection[int], *, printed: bool, now: datetime) -> None:
    """A person looked at the paper. Only what is in doubt is changed."""
    state = PrintState.DONE if printed else PrintState.FAILED
    with ledger.write() as connection:
        doubtful = _doubtful(connection, ledger)
        for shipment in doubtful.keys() & set(shipments):
            connection.execute(
                update(prints)
                .where(prints.c.id == doubtful[shipment])
                .values(state=state, detail="decided", ended_at=now)
            )


def printed_states(
    ledger: Ledger, shipments: Collection[int] | None = None
) -> dict[int, PrintState]:
    """How the label of each shipment stands that ever went to a printer, of these or of all."""
    with ledger.read() as connection:
        return _newest(connection, shipments)


def last_jobs(ledger: Ledger, *, limit: int = 20) -> list[PrintJob]:
    """The newest documents, newest first."""
    newest = (
        select(func.max(prints.c.id))
        .group_by(prints.c.job)
        .order_by(func.max(prints.c.id).desc())
        .limit(limit)
    )
    with ledger.read() as connection:
        jobs = select(prints.c.job).where(prints.c.id.in_(newest))
        return _jobs(connection, select(prints).where(prints.c.job.in_(jobs)))


def job_named(ledger: Ledger, job: str) -> PrintJob | None:
    """One document that was noted before."""
    with ledger.read() as connection:
        return next(iter(_jobs(connection, select(prints).where(prints.c.job == job))), None)


def open_jobs(ledger: Ledger, *, printer: str) -> list[PrintJob]:
    """Documents that this printer got and whose end was not seen, oldest first."""
    query = select(prints).where(
        prints.c.printer == printer,
        prints.c.state == PrintState.SENT,
        prints.c.printer_job != "",
        prints.c.ended_at.is_(None),
    )
    with ledger.read() as connection:
        return _jobs(connection, query)[::-1]


def _note(
    connection: Connection,
    ledger: Ledger,
    shipments: Sequence[int | None],
    *,
    printer: str,
    reason: str,
    document: str,
    now: datetime,
) -> str:
    job = str(uuid.uuid4())
    connection.execute(
        insert(prints),
        [
            {
                "job": job,
                "place": place,
                "shipment_id": shipment,
                "document": document[:16],
                "printer": printer[:255],
                "reason": reason[:32],
                "state": PrintState.SENDING,
                "detail": ledger.owner.id,
                "noted_at": now,
            }
            for place, shipment in enumerate(shipments)
        ],
    )
    return job


def _set(ledger: Ledger, job: str, **values: Any) -> None:
    """Of its labels that a person has decided on, who follows the job knows nothing better."""
    rows = and_(prints.c.job == job, prints.c.ended_at.is_(None))
    with ledger.write() as connection:
        connection.execute(update(prints).where(rows).values(**values))


def _doubtful(connection: Connection, ledger: Ledger) -> dict[int, int]:
    """The row of each shipment that is being sent by nobody, in the order they were sent."""
    query = (
        select(prints.c.shipment_id, prints.c.id, prints.c.detail)
        .where(prints.c.state == PrintState.SENDING, prints.c.id.in_(newest_ids()))
        .order_by(prints.c.id)
    )
    found = connection.execute(query).all()
    # While a job is being sent its detail is the process that does it.
    owners = {one.detail for one in found}
    living = {owner for owner in owners if owner and ledger.owner.lives(owner)}
    return {one.shipment_id: one.id for one in found if one.detail not in living}


def not_in_vain() -> ColumnElement[bool]:
    """A label printed again in vain is on paper all the same, if it was before."""
    lost = prints.c.state.in_([PrintState.FAILED, PrintState.CANCELLED])
    return not_(and_(prints.c.reason != "", lost))


def newest_ids() -> Select[tuple[int]]:
    """The row of each shipment that says how its label stands."""
    return (
        select(func.max(prints.c.id))
        .where(prints.c.shipment_id.is_not(None), not_in_vain())
        .group_by(prints.c.shipment_id)
    )


def _newest(connection: Connection, shipments: Collection[int] | None) -> dict[int, PrintState]:
    newest = newest_ids()
    if shipments is not None and len(shipments) > _MOST_IN_PARTS:
        wanted = frozenset(shipments)
        every = _states(connection, newest)
        return {shipment: state for shipment, state in every.items() if shipment in wanted}
    if shipments is None:
        return _states(connection, newest)
    wanted_ids = sorted(set(shipments))
    found: dict[int, PrintState] = {}
    for start in range(0, len(wanted_ids), _MOST_PARAMETERS):
        part = wanted_ids[start : start + _MOST_PARAMETERS]
        found |= _states(connection, newest.where(prints.c.shipment_id.in_(part)))
    return found


def _states(connection: Connection, newest: Select[tuple[int]]) -> dict[int, PrintState]:
    query = select(prints.c.shipment_id, prints.c.state).where(prints.c.id.in_(newest))
    return {one.shipment_id: _STATES[one.state] for one in connection.execute(query).all()}


def _jobs(connection: Connection, query: Select[Any]) -> list[PrintJob]:
    """Rows as jobs, newest job first, each with its labels in their order."""
    found: dict[str, list[Any]] = {}
    for row in connection.execute(query.order_by(prints.c.id)):
        found.setdefault(row.job, []).append(row)
    return [_job(rows) for rows in reversed(found.values())]


def _job(rows: Sequence[Any]) -> PrintJob:
    first = rows[0]
    sending = first.state == PrintState.SENDING
    return PrintJob(
        job=first.job,
        document=first.document,
        printer=first.printer,
        printer_job=first.printer_job,
        reason=first.reason,
        state=PrintState(first.state),
        detail="" if sending else first.detail,
        shipments=tuple(row.shipment_id for row in rows if row.shipment_id is not None),
        noted_at=first.noted_at,
        ended_at=first.ended_at,
    )
