"""A client, a ledger and a run of simple orders, for tests of actions against the real simulator."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from inpost_desk.domain.order import Kind, Order, Person, Size
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.orders import Row, RunFile, enter_run
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.simulator_process import Simulator


@contextmanager
def client_of(simulator: Simulator) -> Iterator[Client]:
    """A quick client for the postpaid account."""
    pace = Pace(per_second=200, in_flight=4)
    transport = Transport(simulator.url, simulator.token, pace=pace)
    try:
        yield Client(transport, OrganizationId(simulator.organization))
    finally:
        transport.close()


@contextmanager
def ledger_in(folder: Path) -> Iterator[Ledger]:
    """An open ledger."""
    ledger = Ledger(folder / "ledger")
    try:
        yield ledger
    finally:
        ledger.close()


def order(reference: str, *, point: str = "KRA010", phone: str = "501234567") -> Order:
    """A simple locker order."""
    receiver = Person(phone=phone, email="ala@example.test", first_name="Ala", last_name="Nowak")
    return Order(reference, Kind.LOCKER, Size.A, receiver, point=point)


def enter(ledger: Ledger, *orders: Order, digest: str = "file") -> int:
    """A run of these orders."""
    rows = [Row(number, one.reference, one) for number, one in enumerate(orders, start=1)]
    run_id = enter_run(
        ledger,
        RunFile("orders.csv", digest),
        rows,
        now=datetime.now(UTC),
        day="21-11",
        new_key=(f"{digest}-key-{number}" for number in count()),
    )
    assert run_id is not None
    return run_id
