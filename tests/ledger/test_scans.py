"""What is written down of scans, and the figures made of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from inpost_desk.domain.station import Counters
from inpost_desk.ledger import journal, scans
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.scans import What
from inpost_desk.ledger.schema import shipments
from tests.actions.shop import ledger_in
from tests.ledger.pile import a_shipment, entered

# Half past midnight in Warsaw, in summer.
NIGHT = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as opened:
        entered(opened, ["ZAM-1", "ZAM-2"])
        yield opened


def test_the_last_lines_come_newest_first(ledger: Ledger) -> None:
    for place in range(12):
        at = NIGHT + timedelta(seconds=place)
        scans.note(ledger, What.STOP, now=at, reference=f"ZAM-{place}", rule="held", operator="Ola")
    lines = scans.last_lines(ledger)
    assert [one.reference for one in lines] == [f"ZAM-{place}" for place in range(11, 1, -1)]
    assert (lines[0].at, lines[0].what) == (NIGHT + timedelta(seconds=11), What.STOP)
    assert (lines[0].rule, lines[0].by) == ("held", "Ola")
    assert len(scans.last_lines(ledger, limit=3)) == 3


def test_the_day_is_the_one_in_warsaw(ledger: Ledger) -> None:
    before = NIGHT - timedelta(minutes=31)
    scans.note(ledger, What.PRINTED, now=before)
    assert scans.counters(ledger, now=before).parcels == 1
    assert scans.counters(ledger, now=NIGHT) == Counters()
    scans.note(ledger, What.PRINTED, now=NIGHT)
    assert scans.counters(ledger, now=NIGHT).parcels == 1


def test_figures_leave_out_breaks_and_count_the_last_hour(ledger: Ledger) -> None:
    morning = NIGHT + timedelta(hours=8)
    for seconds in (0, 20, 60, 60 + 301, 60 + 301 + 30):
        scans.note(ledger, What.PRINTED, now=morning + timedelta(seconds=seconds))
    for what in (What.REPRINTED, What.STOP, What.STOP, What.UNKNOWN, What.SIGNED_ON):
        scans.note(ledger, what, now=morning + timedelta(seconds=400))
    now = morning + timedelta(hours=1, seconds=10)
    figures = scans.counters(ledger, now=now)
    assert figures == Counters(parcels=5, per_hour=4, seconds=30.0, reprints=1, stops=2)


def test_each_station_has_its_own_last_label(ledger: Ledger) -> None:
    assert scans.last_printed(ledger, "A") is None
    scans.note(ledger, What.PRINTED, now=NIGHT, shipment_id=1, station="A")
    scans.note(ledger, What.ANOTHER, now=NIGHT, shipment_id=2, station="B")
    scans.note(ledger, What.STOP, now=NIGHT, shipment_id=2, station="A")
    assert (scans.last_printed(ledger, "A"), scans.last_printed(ledger, "B")) == (1, 2)
    scans.note(ledger, What.LATE_BLOCK, now=NIGHT, shipment_id=2, station="A")
    assert scans.last_printed(ledger, "A") == 2


def test_a_label_printed_again_is_to_be_paired_again(ledger: Ledger) -> None:
    assert not scans.paired(ledger, 1)
    for what, after in ((What.PRINTED, False), (What.PAIRED, True), (What.STOP, True)):
        scans.note(ledger, what, now=NIGHT, shipment_id=1)
        assert scans.paired(ledger, 1) is after
    scans.note(ledger, What.REPRINTED, now=NIGHT, shipment_id=1)
    assert not scans.paired(ledger, 1)
    assert not scans.paired(ledger, 2)


def test_who_did_what_to_a_parcel(ledger: Ledger) -> None:
    scans.note(ledger, What.PRINTED, now=NIGHT, shipment_id=1, operator="Ola")
    scans.note(ledger, What.PRINTED, now=NIGHT, shipment_id=2, operator="Jan")
    scans.note(ledger, What.REPRINTED, now=NIGHT, shipment_id=1, operator="Ewa")
    assert [(one.what, one.by) for one in scans.who_did(ledger, 1)] == [
        (What.PRINTED, "Ola"),
        (What.REPRINTED, "Ewa"),
    ]


def test_a_scan_keeps_no_shipment_from_its_owner(ledger: Ledger) -> None:
    """One noted as made elsewhere, and scanned, goes once it is known to be ours."""
    with ledger.write() as connection:
        connection.execute(insert(shipments).values(id=77, shipx_id=900, reference="ZAM-1"))
    scans.note(ledger, What.PRINTED, now=NIGHT, reference="ZAM-1", shipment_id=77)
    claim = journal.claim(ledger, 1, limit=1, now=NIGHT)
    assert claim is not None
    made = a_shipment(900, key=claim.rows[0].key, status="confirmed")
    assert journal.made(ledger, [(claim.rows[0].step_id, made)], now=NIGHT) == []
    assert scans.who_did(ledger, 77) == []
    assert [one.reference for one in scans.last_lines(ledger)] == ["ZAM-1"]
