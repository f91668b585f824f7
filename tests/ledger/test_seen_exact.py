"""What a look at InPost writes over what was known, and what it never does: found by the mutation run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from inpost_desk.domain.shipment import Offer, OfferId, Shipment, ShipmentId, ShipmentParcel
from inpost_desk.ledger import journal, schema, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.seen import LabelFile
from tests.ledger.pile import NOW, a_shipment, entered

LATER = NOW + timedelta(minutes=9)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """With one parcel of ours, which InPost has as number 7."""
    ledger = Ledger(tmp_path / "ledger")
    claimed = journal.claim(ledger, entered(ledger, ["A"]), limit=1, now=NOW)
    assert claimed is not None
    journal.made(ledger, [(claimed.rows[0].step_id, a_shipment(7))], now=NOW)
    yield ledger
    ledger.close()


def _row(ledger: Ledger) -> Any:
    with ledger.read() as connection:
        return connection.execute(select(schema.shipments)).one()


def _saw(ledger: Ledger, shipment: Shipment) -> Any:
    seen.saw(ledger, [shipment], now=LATER)
    return _row(ledger)


def test_what_is_bought_stays_bought_whatever_an_older_answer_says(ledger: Ledger) -> None:
    _saw(ledger, a_shipment(7, status="confirmed"))
    late = a_shipment(7, status="offer_selected", transactions=["failure"])
    row = _saw(ledger, late)
    assert (row.status, row.transaction_id, row.payment_error) == ("confirmed", None, "")


def test_the_newest_payment_is_noted_by_its_number(ledger: Ledger) -> None:
    row = _saw(ledger, a_shipment(7, status="offer_selected", transactions=["failure", "failure"]))
    assert (row.transaction_id, row.transaction_status) == (71, "failure")
    row = _saw(ledger, a_shipment(7, status="offer_selected", transactions=["failure"]))
    assert row.transaction_id == 71


def test_an_answer_without_a_time_counts_and_an_older_one_only_with_the_same_status(
    ledger: Ledger,
) -> None:
    bought = a_shipment(7, status="confirmed")
    on_its_way = replace(bought, status="adopted_at_source_branch")
    assert _saw(ledger, replace(bought, updated_at=NOW)).status == "confirmed"
    assert _saw(ledger, on_its_way).status == "adopted_at_source_branch"
    assert _saw(ledger, replace(on_its_way, updated_at=LATER)).status_at == LATER
    assert _saw(ledger, replace(bought, updated_at=NOW)).status == "adopted_at_source_branch"
    same = replace(on_its_way, service="inpost_courier_c2c", updated_at=NOW)
    assert _saw(ledger, same).service == "inpost_courier_c2c"
    newer = replace(bought, status="collected_from_sender", updated_at=LATER)
    assert _saw(ledger, newer).status == "collected_from_sender"


def test_why_no_offer_can_be_bought(ledger: Ledger) -> None:
    offer = Offer(OfferId(1), "unavailable", reasons=("r" * 100,))
    row = _saw(ledger, replace(a_shipment(7, status="offers_prepared"), offers=(offer,)))
    assert (row.refused_field, row.refused_rule) == ("service", "r" * 96)


def test_only_several_parcels_have_several_numbers(ledger: Ledger) -> None:
    bought = a_shipment(7, status="confirmed")
    one = replace(bought, parcels=(ShipmentParcel(tracking_number=bought.tracking_number),))
    assert _saw(ledger, one).parcel_numbers == ""
    two = replace(bought, parcels=(*one.parcels, ShipmentParcel(tracking_number="62")))
    assert _saw(ledger, two).parcel_numbers == f"{bought.tracking_number} 62"


def test_the_list_must_show_what_was_made_in_that_time(ledger: Ledger) -> None:
    for since, until, shown in (
        (NOW, NOW, {7}),
        (NOW - timedelta(hours=1), NOW - timedelta(seconds=1), set()),
        (NOW + timedelta(seconds=1), LATER, set()),
    ):
        assert seen.made_between(ledger, since, until) == shown
    assert seen.owned(ledger, [ShipmentId(7), ShipmentId(8)]) == {7}


def test_the_finding_is_that_of_the_label_asked_for(ledger: Ledger) -> None:
    shipment = _row(ledger).id
    assert seen.label_finding(ledger, shipment) is None
    file = LabelFile(shipment, "7.zpl", 1, "", 1, "unreadable", format="Zpl", paper="dpi203")
    seen.store_labels(ledger, [file], now=NOW)
    assert seen.label_finding(ledger, shipment) is None
    seen.store_labels(ledger, [LabelFile(shipment, "7.pdf", 1, "", 1, "")], now=NOW)
    assert seen.label_finding(ledger, shipment) == ""
    assert seen.label_finding(ledger, shipment + 1) is None
