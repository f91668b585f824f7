"""The report of cash on delivery, `reports/cod` (API §3.11): what was paid out to the account, by day.

Only path, parameters and `application/csv` are documented. Our guess is the rest: a line for each parcel
whose cash was transferred on one of the days, `;` between these columns, UTF-8::

    numer_przesylki;numer_referencyjny;kwota;waluta;data_doreczenia;data_wyplaty;tytul_przelewu
    520999…;ZAM/2032;129.90;PLN;2026-03-03;2026-03-05;POBRANIA 1002/2026-03-05

The cash of a parcel is paid out one to four working days after its delivery; some is held back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from inpost_desk.simulator.clock import WARSAW
from inpost_desk.simulator.records import Account, Shipment
from inpost_desk.simulator.refusals import Finding, invalid
from inpost_desk.simulator.ways import Leg, reached

COLUMNS = (
    "numer_przesylki",
    "numer_referencyjny",
    "kwota",
    "waluta",
    "data_doreczenia",
    "data_wyplaty",
    "tytul_przelewu",
)
PAID = COLUMNS.index("data_wyplaty")
DELIVERED = "delivered"
PAYOUT_HOUR = 10.0


@dataclass(frozen=True, slots=True)
class Days:
    since: date
    until: date


def days_asked(query: Mapping[str, str]) -> Days:
    """Both days included. Raises `Refusal`."""
    found: list[Finding] = []
    since, until = _day(query, "start_date", found), _day(query, "end_date", found)
    if since and until and until < since:
        found.append((("end_date",), "invalid"))
    if query.get("format", "csv").lower() != "csv":
        found.append((("format",), "invalid"))
    if found or since is None or until is None:
        raise invalid(found)
    return Days(since, until)


def report(shipments: Iterable[Shipment], account: Account, days: Days, *, now: float) -> bytes:
    """The file, in the order of payment."""
    since, until = days.since.isoformat(), days.until.isoformat()
    lines = [
        line
        for shipment in shipments
        for line in _line(shipment, account, now=now)
        if since <= line[PAID] <= until
    ]
    lines.sort(key=lambda line: line[PAID])
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(lines)
    return buffer.getvalue().encode()


def _line(shipment: Shipment, account: Account, *, now: float) -> Iterator[tuple[str, ...]]:
    """None unless its cash has been paid out by now."""
    delivered = [scan.at for scan in shipment.scans if scan.status == DELIVERED]
    if not shipment.cod or shipment.cod_held or not delivered or shipment.status != DELIVERED:
        return
    later = Leg("", PAYOUT_HOUR, PAYOUT_HOUR, 1 + shipment.id % 3)
    paid = reached(later, after=delivered[-1], share=0, saturdays=False)
    if paid <= now:
        day = _date(paid).isoformat()
        yield (
            shipment.tracking_number or "",
            shipment.reference or "",
            f"{shipment.cod:.2f}",
            "PLN",
            _date(delivered[-1]).isoformat(),
            day,
            f"POBRANIA {account.id}/{day}",
        )


def _day(query: Mapping[str, str], name: str, found: list[Finding]) -> date | None:
    text = query.get(name, "")
    try:
        return date.fromisoformat(text)
    except ValueError:
        found.append(((name,), "invalid" if text else "required"))
        return None


def _date(seconds: float) -> date:
    return datetime.fromtimestamp(seconds, WARSAW).date()
