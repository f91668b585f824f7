"""What was scanned at the stations and what came of it: the last ten, today's figures, who did what.

Kept for people to read. What is on paper is in `prints`, what waits for its label in `waiting_labels`. Codes
are never kept, only the references they led to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, insert, select

from inpost_desk.domain.station import Counters, Line
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import scans

WARSAW: Final = ZoneInfo("Europe/Warsaw")
# A longer gap between two labels is a break or a delivery, and says nothing about how fast packing goes.
BREAK: Final = timedelta(minutes=5)


class What(StrEnum):
    """What came of a scan."""

    PRINTED = "printed"
    REPRINTED = "reprinted"
    PAIRED = "paired"
    STOP = "stop"
    UNKNOWN = "unknown"
    WAITING = "waiting"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    ANOTHER = "another"
    """One more parcel of the same order was printed."""
    LATE_BLOCK = "late_block"
    """One of the labels that waited was printed."""
    REFUSED_SCAN = "refused_scan"
    """Scanned while a STOP or a question showed: not taken."""
    SIGNED_ON = "signed_on"
    SIGNED_OFF = "signed_off"


# A parcel's label that came out for the first time.
LABELS: Final = (What.PRINTED, What.ANOTHER, What.LATE_BLOCK)
# After one of these a parcel's label is, or was, in a packer's hand.
SCANNED: Final = (*LABELS, What.REPRINTED, What.PAIRED)


def note(
    ledger: Ledger,
    what: What,
    *,
    now: datetime,
    reference: str = "",
    name: str = "",
    shipment_id: int | None = None,
    rule: str = "",
    operator: str = "",
    station: str = "",
) -> None:
    """Write down what came of a scan. `shipment_id` is the ledger's own number, `rule` says why."""
    with ledger.write() as connection:
        connection.execute(
            insert(scans).values(
                at=now,
                what=what,
                reference=reference[:255],
                name=name[:255],
                shipment_id=shipment_id,
                rule=rule[:96],
                operator=operator[:64],
                station=station[:64],
            )
        )


def last_lines(ledger: Ledger, limit: int = 10) -> list[Line]:
    """The newest of all stations, newest first."""
    return _lines(ledger, select(scans).order_by(scans.c.id.desc()).limit(limit))


def who_did(ledger: Ledger, shipment_id: int) -> list[Line]:
    """All that was done about a parcel, oldest first; the ledger's own number of it."""
    return _lines(
        ledger, select(scans).where(scans.c.shipment_id == shipment_id).order_by(scans.c.id)
    )


def counters(ledger: Ledger, *, now: datetime) -> Counters:
    """The figures of the day in Warsaw up to `now`, over all stations."""
    query = (
        select(scans.c.what, scans.c.at)
        .where(scans.c.at >= midnight(now), scans.c.at <= now)
        .order_by(scans.c.at)
    )
    with ledger.read() as connection:
        found = connection.execute(query).all()
    labels = [one.at for one in found if one.what in LABELS]
    said = [one.what for one in found]
    return Counters(
        parcels=len(labels),
        per_hour=sum(1 for at in labels if at > now - timedelta(hours=1)),
        seconds=_mean(labels),
        reprints=said.count(What.REPRINTED),
        stops=said.count(What.STOP),
    )


def last_printed(ledger: Ledger, station: str) -> int | None:
    """The parcel whose label was printed last there, by the ledger's own number; None for none."""
    query = select(func.max(scans.c.id)).where(
        scans.c.station == station,
        scans.c.what.in_([*LABELS, What.REPRINTED]),
        scans.c.shipment_id.is_not(None),
    )
    with ledger.read() as connection:
        newest = query.scalar_subquery()
        found: int | None = connection.scalar(
            select(scans.c.shipment_id).where(scans.c.id == newest)
        )
    return found


def paired(ledger: Ledger, shipment_id: int) -> bool:
    """Whether its label was scanned onto its parcel, and not printed again since."""
    query = (
        select(scans.c.what)
        .where(
            scans.c.shipment_id == shipment_id,
            scans.c.what.in_(SCANNED),
        )
        .order_by(scans.c.id.desc())
        .limit(1)
    )
    with ledger.read() as connection:
        return connection.scalar(query) == What.PAIRED


def midnight(now: datetime) -> datetime:
    """When the day of that moment began in Warsaw."""
    return datetime.combine(now.astimezone(WARSAW).date(), time.min, tzinfo=WARSAW)


def _mean(moments: Sequence[datetime]) -> float | None:
    gaps = [after - before for before, after in pairwise(moments)]
    counted = [one.total_seconds() for one in gaps if one <= BREAK]
    return sum(counted) / len(counted) if counted else None


def _lines(ledger: Ledger, query: Select[Any]) -> list[Line]:
    with ledger.read() as connection:
        return [
            Line(one.at, one.what, one.reference, one.name, one.rule, one.operator)
            for one in connection.execute(query)
        ]
