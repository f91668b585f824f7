"""Czeka na wydruk: each order waits once, in the order of the scans, also over a restart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inpost_desk.domain.station import Armed
from inpost_desk.ledger import piles, waiting_labels
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import PileFile, StoredRow
from inpost_desk.ledger.waiting_labels import Reason, Scanned, Wait
from tests.actions.shop import ledger_in
from tests.ledger.pile import entered

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ROW = StoredRow(1, 2, {})


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as opened:
        entered(opened, ["ZAM-1", "ZAM-2", "ZAM-3"])
        piles.enter_pile(opened, PileFile("a.csv", "", "file", "", "", {}), [ROW], now=NOW)
        yield opened


def wait(ledger: Ledger, scanned: Scanned, seconds: int = 0) -> tuple[int, bool]:
    now = NOW + timedelta(seconds=seconds)
    return waiting_labels.put(ledger, scanned, Reason.OFFLINE, now=now)


def test_what_waits_survives_a_restart_in_the_order_of_the_scans(tmp_path: Path) -> None:
    asked = Armed("B", 2, "on")
    with ledger_in(tmp_path) as first:
        for place, name in enumerate(("ZAM-2", "ZAM-1")):
            wait(first, Scanned(name, "Nowak", asked=asked, operator="Ola", station="A"), place)
    with ledger_in(tmp_path) as second:
        found = waiting_labels.awaited(second)
        assert waiting_labels.counts(second) == (0, 2)
        assert waiting_labels.counts(second, "A") == (0, 2)
        assert waiting_labels.counts(second, "") == (0, 0)
    assert [one.scanned.reference for one in found] == ["ZAM-2", "ZAM-1"]
    assert found[0].scanned == Scanned("ZAM-2", "Nowak", asked=asked, operator="Ola", station="A")
    assert (found[0].scanned_at, found[0].state) == (NOW, Wait.AWAITED)
    assert found[0].reason is Reason.OFFLINE


def test_a_second_scan_changes_nothing(ledger: Ledger) -> None:
    first, fresh = wait(ledger, Scanned("ZAM-1", pile_id=1, row=1, asked=Armed("A")))
    assert fresh
    again = Scanned("ZAM-1", pile_id=1, row=1, asked=Armed("C"))
    assert wait(ledger, again, 5) == (first, False)
    assert wait(ledger, Scanned("zam-1")) == (first, False)
    (entry,) = waiting_labels.awaited(ledger)
    assert (entry.scanned.asked, entry.scanned_at) == (Armed("A"), NOW)
    # Another part of the order is another parcel.
    assert wait(ledger, Scanned("ZAM-1", pile_id=1, row=2))[1]


def test_two_parcels_with_one_reference_both_wait(ledger: Ledger) -> None:
    first, _ = wait(ledger, Scanned("ZAM-1", shipment_id=1))
    second, fresh = wait(ledger, Scanned("ZAM-1", shipment_id=2))
    assert fresh
    assert wait(ledger, Scanned("", shipment_id=1)) == (first, False)
    assert second != first


def test_a_label_that_comes_late_is_offered_and_printed_once(ledger: Ledger) -> None:
    first, _ = wait(ledger, Scanned("ZAM-1"))
    second, _ = wait(ledger, Scanned("ZAM-2"))
    waiting_labels.planned(ledger, second, 2)
    assert waiting_labels.made_ready(ledger, second, 2)
    assert not waiting_labels.made_ready(ledger, second, 2)
    assert waiting_labels.counts(ledger) == (1, 1)
    (entry,) = waiting_labels.ready(ledger)
    assert (entry.id, entry.scanned.shipment_id, entry.reason) == (second, 2, Reason.LATE)
    waiting_labels.done(ledger, [second], Wait.PRINTED)
    # Whoever drops the block afterwards drops nothing that is on paper.
    waiting_labels.done(ledger, [first, second], Wait.DROPPED)
    assert waiting_labels.counts(ledger) == (0, 0)
    assert not waiting_labels.made_ready(ledger, first, 1)
    assert wait(ledger, Scanned("ZAM-1"))[1]


def test_a_label_without_paper_waits_as_ready(ledger: Ledger) -> None:
    scanned = Scanned("ZAM-3", shipment_id=3)
    waiting_labels.put(ledger, scanned, Reason.PAPER, now=NOW, state=Wait.READY)
    assert waiting_labels.awaited(ledger) == []
    assert [one.scanned for one in waiting_labels.ready(ledger)] == [scanned]
