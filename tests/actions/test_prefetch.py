"""Labels and looks ahead of the boxes: a real ledger and the simulator over a socket."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from inpost_desk.actions.station import first_paid
from inpost_desk.actions.station.prefetch import (
    AGAIN_AFTER,
    ASK_ANEW,
    DAYS,
    Prefetched,
    look_again,
    look_before_printing,
    prefetch,
)
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.pile import Pile
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import Trouble
from inpost_desk.ledger import prints
from inpost_desk.ledger.schema import labels, shipments
from inpost_desk.ledger.seen import LabelFile, store_labels
from tests.actions.shop import client_of, ledger_in
from tests.actions.test_pile import Table
from tests.cli.conftest import locker
from tests.simulator_process import Simulator

LABELS = {"path": "/v1/organizations/*/shipments/labels"}
NOW = timedelta(0)


@pytest.fixture
def table(tmp_path: Path, simulator: Simulator) -> Iterator[Table]:
    with ledger_in(tmp_path) as ledger, client_of(simulator) as client:
        yield Table(tmp_path, ledger, client)


def bought(table: Table, count: int = 3) -> Pile:
    """A pile whose run has ended; its labels are taken away again."""
    one = table.put(*(locker(f"R-{row}", phone=f"50123456{row}") for row in range(count)))
    table.send(one)
    assert table.stages(one) == [Stage.LABEL] * count
    with table.ledger.write() as connection:
        connection.execute(delete(labels))
    assert table.stages(one) == [Stage.BOUGHT] * count
    return one


def numbers(table: Table) -> list[int]:
    with table.ledger.read() as connection:
        return list(connection.scalars(select(shipments.c.id).order_by(shipments.c.id)))


def asked(simulator: Simulator) -> list[str]:
    return [entry["path"] for entry in simulator.log()]


def test_labels_come_in_pile_order_and_then_nothing_is_asked(
    table: Table, simulator: Simulator
) -> None:
    one = bought(table)
    stopped = Stop()
    stopped.event.set()
    assert prefetch(table.ledger, table.client, stop=stopped) == Prefetched(3)
    assert table.stages(one) == [Stage.BOUGHT] * 3
    assert prefetch(table.ledger, table.client, stop=Stop(), most=2) == Prefetched(2, 2)
    assert table.stages(one) == [Stage.LABEL, Stage.LABEL, Stage.BOUGHT]
    assert prefetch(table.ledger, table.client, stop=Stop()) == Prefetched(1, 1)
    assert table.stages(one) == [Stage.LABEL] * 3
    before = len(asked(simulator))
    assert prefetch(table.ledger, table.client, stop=Stop()) == Prefetched()
    assert len(asked(simulator)) == before


def test_out_of_reach_it_says_so_and_goes_on_later(table: Table, simulator: Simulator) -> None:
    one = bought(table)
    simulator.faults({"do": "error", "status": 503, **LABELS})
    first = prefetch(table.ledger, table.client, stop=Stop())
    assert (first.wanted, first.stored) == (3, 0)
    assert first.trouble is not None
    simulator.faults()
    assert prefetch(table.ledger, table.client, stop=Stop()).stored == 3
    assert table.stages(one) == [Stage.LABEL] * 3
    simulator.faults({"do": "error", "status": 503})
    with pytest.raises(Trouble):
        look_again(table.ledger, table.client, older_than=NOW)


def test_a_refused_label_is_asked_for_again_after_a_while(table: Table) -> None:
    bought(table)
    first = numbers(table)[0]
    # What the label line notes of a label that InPost refuses.
    nothing = LabelFile(first, file="", size=0, sha256="", pages=0, finding="not_found")
    store_labels(table.ledger, [nothing], now=table.client.now())
    assert prefetch(table.ledger, table.client, stop=Stop()) == Prefetched(2, 2)
    at = table.client.now() - AGAIN_AFTER * 2
    with table.ledger.write() as connection:
        noted = update(labels).where(labels.c.shipment_id == first)
        connection.execute(noted.values(stored_at=at))
    assert prefetch(table.ledger, table.client, stop=Stop()) == Prefetched(1, 1)


def test_old_cancelled_and_replaced_ones_are_left(table: Table) -> None:
    bought(table)
    first, second, third = numbers(table)
    changes: dict[int, dict[str, object]] = {
        first: {"made_at": table.client.now() - DAYS * 2},
        second: {"status": "canceled"},
        third: {"do_not_send": True},
    }
    with table.ledger.write() as connection:
        for one, values in changes.items():
            connection.execute(update(shipments).where(shipments.c.id == one).values(**values))
    assert prefetch(table.ledger, table.client, stop=Stop()) == Prefetched()


def test_labels_that_wait_to_be_printed_are_looked_at_again(
    table: Table, simulator: Simulator
) -> None:
    bought(table)
    prefetch(table.ledger, table.client, stop=Stop())
    assert look_again(table.ledger, table.client) == 0
    before = len(asked(simulator))
    assert look_again(table.ledger, table.client, older_than=NOW) == 3
    assert len(asked(simulator)) == before + 1
    assert look_again(table.ledger, table.client) == 0
    # What is on paper is nobody's business any more.
    first, second, _ = numbers(table)
    assert prints.claim(table.ledger, [first], printer="P", reason="", now=table.client.now())
    assert look_again(table.ledger, table.client, older_than=NOW) == 2
    cancel(table, simulator, second)
    assert look_again(table.ledger, table.client, older_than=NOW) == 2
    assert status(table, second) == "canceled"
    assert look_again(table.ledger, table.client, older_than=NOW) == 1


def unknown_to_inpost(table: Table, one: int) -> ShipmentId:
    with table.ledger.write() as connection:
        connection.execute(update(shipments).where(shipments.c.id == one).values(shipx_id=4040404))
    return ShipmentId(4040404)


def test_one_that_inpost_does_not_know_is_asked_for_once_an_hour(
    table: Table, simulator: Simulator
) -> None:
    bought(table)
    prefetch(table.ledger, table.client, stop=Stop())
    gone = unknown_to_inpost(table, numbers(table)[0])
    alone = f"/v1/shipments/{gone}"
    unknown: dict[ShipmentId, datetime] = {}

    def look() -> int:
        return look_again(table.ledger, table.client, older_than=NOW, unknown=unknown)

    assert (look(), look(), list(unknown)) == (2, 2, [gone])
    assert asked(simulator).count(alone) == 1
    unknown[gone] -= ASK_ANEW
    look()
    assert asked(simulator).count(alone) == 2


def test_before_labels_print_each_is_read_and_one_that_is_gone_is_told(
    table: Table, simulator: Simulator
) -> None:
    bought(table)
    first, second, _third = numbers(table)
    gone = unknown_to_inpost(table, first)
    cancel(table, simulator, second)
    with table.ledger.read() as connection:
        ids = [ShipmentId(one) for one in connection.scalars(select(shipments.c.shipx_id))]
    assert look_before_printing(table.ledger, table.client, ids) == {gone}
    assert status(table, second) == "canceled"
    assert asked(simulator).count(f"/v1/shipments/{gone}") == 2
    # An outage is no reason not to print.
    simulator.faults({"do": "error", "status": 503})
    assert look_before_printing(table.ledger, table.client, ids) == frozenset()


def cancel(table: Table, simulator: Simulator, one: int) -> None:
    with table.ledger.read() as connection:
        found = connection.scalar(select(shipments.c.shipx_id).where(shipments.c.id == one))
    simulator.control("status", {"id": found, "status": "canceled"})


def status(table: Table, one: int) -> str | None:
    with table.ledger.read() as connection:
        return connection.scalar(select(shipments.c.status).where(shipments.c.id == one))


def test_paying_is_confirmed_once_for_an_account(tmp_path: Path) -> None:
    with ledger_in(tmp_path) as ledger:
        assert not first_paid.paid_confirmed(ledger)
        first_paid.confirm_paid(ledger, now=datetime.now(UTC))
        assert first_paid.paid_confirmed(ledger)
