"""Cash on delivery by days: what InPost paid out, and what it has delivered without paying out.

InPost's report is compared with the ledger; nothing is changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from inpost_desk.domain.cod_payout import Payout, read_payouts
from inpost_desk.domain.history import HistoryRow
from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.domain.working_days import working_days_after
from inpost_desk.ledger import history, papers
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

# How soon InPost pays out is documented nowhere; four working days after a delivery late in the day are our
# guess. One day more, for a false alarm costs trust and a late one nothing.
GRACE: Final = 5
"""Working days that InPost may take to pay out before anybody is alarmed."""
LATER: Final = timedelta(days=21)
"""Parcels delivered at the end of the days asked about are paid out after them."""


@dataclass(frozen=True, slots=True)
class CodLine:
    """A parcel that InPost paid out. `shipment` is the ledger's number of it, None where it is not known.

    `asked` is what the receiver had to pay as far as is known here.
    """

    number: str
    amount: Decimal | None
    day: date | None
    shipment: int | None = None
    reference: str = ""
    asked: Decimal | None = None

    @property
    def differs(self) -> bool:
        """Whether another amount was paid out than was asked for."""
        return None not in (self.amount, self.asked) and self.amount != self.asked


@dataclass(frozen=True, slots=True)
class CodReport:
    """What was paid out in those days, and what was delivered in them and should have been paid out by now.

    `total` is the sum of `lines` in PLN, `file` InPost's report as it came. `in_time` were delivered in those
    days and may still be paid out in time: the first of them is missing from `alarm_from` on.
    """

    lines: tuple[CodLine, ...]
    not_paid_out: tuple[HistoryRow, ...]
    total: Decimal
    file: bytes
    in_time: tuple[HistoryRow, ...] = ()
    alarm_from: date | None = None

    @property
    def missing(self) -> Decimal:
        """The sum of what was not paid out, in PLN."""
        return sum((one.cod or Decimal() for one in self.not_paid_out), Decimal())


def cod_report(
    ledger: Ledger, client: Client, *, since: date, until: date, grace: int = GRACE
) -> CodReport:
    """The days are Warsaw's, both included; `grace` is in working days.

    Raises ValueError for days in the wrong order, FileTrouble `cod_report` for a report that cannot be read,
    and what `Client` raises.
    """
    if until < since:
        raise ValueError("the days are in the wrong order")
    file = client.cod_report(since, until)
    today = client.now().astimezone(WARSAW).date()
    paid = read_payouts(file)
    unpaid = _without(ledger, _delivered(ledger, since, until), paid)
    if unpaid and until < today:
        more = client.cod_report(until + timedelta(days=1), min(today, until + LATER))
        unpaid = _without(ledger, unpaid, read_payouts(more))
    alarms = {one.id: _alarm_from(one, grace) for one in unpaid}
    in_time = [one for one in unpaid if alarms[one.id] > today]
    lines = _lines(ledger, paid)
    return CodReport(
        lines=lines,
        not_paid_out=tuple(one for one in unpaid if alarms[one.id] <= today),
        total=sum((one.amount or Decimal() for one in lines), Decimal()),
        file=file,
        in_time=tuple(in_time),
        alarm_from=min((alarms[one.id] for one in in_time), default=None),
    )


def _lines(ledger: Ledger, paid: tuple[Payout, ...]) -> tuple[CodLine, ...]:
    known = papers.collected(ledger, [one.number for one in paid])
    found = []
    for one in paid:
        ours = known.get(one.number)
        line = CodLine(one.number, one.amount, one.day)
        if ours is not None:
            line = CodLine(one.number, one.amount, one.day, ours.id, ours.reference, ours.cod)
        found.append(line)
    return tuple(found)


def _delivered(ledger: Ledger, since: date, until: date) -> list[HistoryRow]:
    ids = papers.cod_delivered(ledger, _midnight(since), _midnight(until + timedelta(days=1)))
    return [one for one in history.rows(ledger, ids) if one.status_at is not None]


def _alarm_from(one: HistoryRow, grace: int) -> date:
    """The first day on which its cash should have been paid out."""
    assert one.status_at is not None
    return working_days_after(one.status_at.astimezone(WARSAW).date(), grace) + timedelta(days=1)


def _without(ledger: Ledger, rows: list[HistoryRow], paid: tuple[Payout, ...]) -> list[HistoryRow]:
    known = papers.collected(ledger, [one.number for one in paid])
    done = {one.id for one in known.values()}
    return [one for one in rows if one.id not in done]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), WARSAW).astimezone(UTC)
