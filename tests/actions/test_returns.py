"""Return labels from the real simulator: whose there are, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inpost_desk.actions.returns import may_return, return_labels
from inpost_desk.domain.history import HistoryRow
from inpost_desk.domain.journey import phase_of
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.labels.sheet import page_count
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from tests.actions.sent_parcels import COURIER, LOCKER, new, paid
from tests.actions.shop import client_of, ledger_in
from tests.simulator_process import Simulator


@pytest.fixture
def client(simulator: Simulator) -> Iterator[Client]:
    with client_of(simulator) as one:
        yield one


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as one:
        yield one


def test_those_of_couriers_are_made_and_the_others_said(
    simulator: Simulator, client: Client, ledger: Ledger
) -> None:
    wanted = [new(1, COURIER), new(2), new(3, COURIER), new(4, COURIER)]
    first, locker, cancelled, last = paid(simulator, client, ledger, wanted)
    there = simulator.shipments()[2]["id"]
    simulator.control("status", {"id": there, "status": "canceled"})
    made = return_labels(ledger, client, [last, first, locker, cancelled, first, 4711])
    assert made.shipments == (last, first)
    assert page_count(made.pdf) == made.pages == 2
    assert dict(made.left_out) == {
        locker: "return_only_courier",
        cancelled: "not_there",
        4711: "not_at_inpost",
    }


def test_none_is_no_file(client: Client, ledger: Ledger) -> None:
    made = return_labels(ledger, client, [])
    assert (made.pdf, made.pages, made.left_out) == (b"", 0, ())


@pytest.mark.parametrize(
    ("service", "status", "rule"),
    [
        (COURIER, "confirmed", ""),
        (COURIER, "delivered", ""),
        (COURIER, "offer_selected", "not_paid"),
        (COURIER, "canceled", "cancelled"),
        (LOCKER, "delivered", "return_only_courier"),
        ("inpost_courier_allegro", "confirmed", "return_not_allegro"),
        ("inpost_courier_allegro_new", "confirmed", "return_not_allegro"),
        ("inpost_courier_of_next_year", "confirmed", ""),
    ],
)
def test_who_has_one(service: str, status: str, rule: str) -> None:
    row = HistoryRow(
        id=1,
        shipx_id=ShipmentId(501),
        reference="ZAM/1",
        name="",
        phone="",
        service=service,
        size="",
        point="",
        city="",
        status=status,
        phase=phase_of(status),
        concern=None,
        tracking_number="",
        made_at=None,
        status_at=None,
        cod=None,
        price=None,
        printed=False,
        ours=True,
    )
    assert may_return(row) == rule
