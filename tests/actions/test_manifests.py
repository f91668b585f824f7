"""Manifests from the real simulator: how few calls they take, and what InPost does not print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from inpost_desk.actions.manifests import of_pickup, of_shipments
from inpost_desk.domain.pickup import PickupState
from inpost_desk.errors import NotFound, QuestionOpen
from inpost_desk.labels.sheet import page_count
from inpost_desk.ledger import schema
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from tests.actions.sent_parcels import COURIER, known, new, paid, picked_up
from tests.actions.shop import client_of, ledger_in
from tests.simulator_process import Simulator
from tests.waiting import until


@pytest.fixture
def client(simulator: Simulator) -> Iterator[Client]:
    with client_of(simulator) as one:
        yield one


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as one:
        yield one


def calls(simulator: Simulator) -> list[dict[str, Any]]:
    return [one for one in simulator.log() if "printout" in one["path"]]


def test_450_parcels_take_five_calls(simulator: Simulator, client: Client, ledger: Ledger) -> None:
    # Of two services, so that ZIPs come back.
    ids = paid(
        simulator,
        client,
        ledger,
        [new(n, COURIER if n % 3 else "inpost_locker_standard") for n in range(450)],
    )
    picked_up(client, ledger, ids[200:350])
    simulator.control("log", method="DELETE")
    made = of_shipments(ledger, client, ids)
    assert len(calls(simulator)) == len(simulator.log()) == 5
    assert made.shipments == (*ids[200:350], *ids[:200], *ids[350:])
    assert not made.left_out
    assert made.pages == page_count(made.pdf) > 5


def test_the_same_is_made_of_the_same(simulator: Simulator, client: Client, ledger: Ledger) -> None:
    ids = paid(simulator, client, ledger, [new(1), new(2, COURIER)])
    twice, once = (of_shipments(ledger, client, wanted) for wanted in ([*ids, ids[0]], ids))
    # The paper itself says when it was made, to the second.
    assert replace(twice, pdf=b"") == replace(once, pdf=b"")


def test_what_inpost_refuses_is_left_out_and_said(
    simulator: Simulator, client: Client, ledger: Ledger
) -> None:
    ids = paid(simulator, client, ledger, [new(n) for n in range(20)])
    (foreign,) = from_elsewhere(simulator, client, ledger)
    cancelled_meanwhile, gone = ids[3], ids[7]
    simulator.control("status", {"id": shipx(ledger, cancelled_meanwhile), "status": "canceled"})
    with ledger.write() as connection:
        table = schema.shipments
        connection.execute(update(table).where(table.c.id == gone).values(shipx_id=99))
        connection.execute(
            update(table).where(table.c.id == ids[9]).values(status="offer_selected")
        )
    made = of_shipments(ledger, client, [*ids, foreign, 4711])
    assert dict(made.left_out) == {
        # Lists do not show what is cancelled.
        cancelled_meanwhile: "not_there",
        gone: "not_there",
        ids[9]: "not_paid",
        foreign: "printout_generation_failed",
    }
    assert set(made.shipments) == {*ids, foreign} - dict(made.left_out).keys()
    assert page_count(made.pdf) == made.pages
    assert len(calls(simulator)) < 20


def test_nothing_that_can_be_printed_is_no_file(
    simulator: Simulator, client: Client, ledger: Ledger
) -> None:
    ids = from_elsewhere(simulator, client, ledger)
    made = of_shipments(ledger, client, ids)
    assert (made.pdf, made.pages, made.shipments) == (b"", 0, ())
    assert made.left_out == ((ids[0], "printout_generation_failed"),)
    assert of_shipments(ledger, client, []).pdf == b""


def test_a_pickup_ordered_elsewhere_is_sorted_out_by_reading(
    simulator: Simulator, client: Client, ledger: Ledger
) -> None:
    ids = paid(simulator, client, ledger, [new(n) for n in range(8)])
    picked_up(client, ledger, ids[:4], noted=False)
    simulator.control("log", method="DELETE")
    made = of_shipments(ledger, client, ids)
    assert sorted(made.shipments) == sorted(ids)
    assert len(calls(simulator)) == 3
    assert len(simulator.log()) == 4


def test_a_pickup_has_its_own_printout(
    simulator: Simulator, client: Client, ledger: Ledger
) -> None:
    ids = paid(simulator, client, ledger, [new(n) for n in range(3)])
    pickup = picked_up(client, ledger, ids[:2])
    simulator.control("log", method="DELETE")
    made = of_pickup(ledger, client, pickup)
    assert sorted(made.shipments) == sorted(ids[:2])
    assert page_count(made.pdf) == made.pages == 1
    assert [one["path"].rpartition("/")[2] for one in simulator.log()] == ["printout"]


def test_a_pickup_that_inpost_has_ended_is_printed_by_its_parcels(
    simulator: Simulator, client: Client, ledger: Ledger
) -> None:
    ids = paid(simulator, client, ledger, [new(n) for n in range(2)])
    pickup = picked_up(client, ledger, ids)
    (order,) = simulator.look("pickups")
    simulator.control("pickup", {"id": order["id"], "status": "canceled"})
    assert sorted(of_pickup(ledger, client, pickup).shipments) == sorted(ids)


def test_a_pickup_nobody_is_sure_of_has_no_manifest_yet(client: Client, ledger: Ledger) -> None:
    with ledger.write() as connection:
        values = {"id": 7, "state": PickupState.UNSURE, "sent_at": client.now()}
        connection.execute(schema.pickups.insert().values(values))
    with pytest.raises(QuestionOpen) as caught:
        of_pickup(ledger, client, 7)
    assert (caught.value.rule, caught.value.detail) == ("pickup_unsure", "7")
    with pytest.raises(NotFound):
        of_pickup(ledger, client, 8)


def shipx(ledger: Ledger, id_: int) -> int:
    with ledger.read() as connection:
        table = schema.shipments
        found = connection.execute(table.select().where(table.c.id == id_)).one()
    return int(found.shipx_id)


def from_elsewhere(simulator: Simulator, client: Client, ledger: Ledger) -> list[int]:
    """A paid shipment that Manager Paczek made."""
    asked = {
        "service": "inpost_locker_standard",
        "receiver": {"phone": "501234567", "email": "ala@example.test"},
        "parcels": [{"template": "small"}],
        "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
        "reference": "PANEL/1",
    }
    there = simulator.control("elsewhere", {"shipment": asked})
    until(lambda: all(one["tracking_number"] for one in simulator.shipments()))
    return known(client, ledger, [there["id"]])
