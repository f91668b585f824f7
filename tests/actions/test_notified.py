"""Hints that shipments changed, with the real simulator: not believed, and never a flood of requests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inpost_desk.actions import notified
from inpost_desk.actions.listening import Listener
from inpost_desk.actions.notified import Hints
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.history import Query
from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.shipment import NewShipment, Parcel, Shipment, ShipmentId
from inpost_desk.domain.tracking import Notification
from inpost_desk.errors import NotAllowed
from inpost_desk.ledger import history, mirrored
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from tests.actions.exported import put
from tests.actions.shop import client_of, ledger_in, order
from tests.shipx.notified import SECRET, free_port
from tests.simulator_process import Simulator
from tests.waiting import until

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Time:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as one:
        yield one


@pytest.fixture
def client(simulator: Simulator) -> Iterator[Client]:
    with client_of(simulator) as one:
        yield one


def made(client: Client, number: int, *, service: str = "inpost_locker_standard") -> Shipment:
    one = order(f"ZAM/{number}")
    return client.create(
        NewShipment(
            key=f"key-{number}",
            service=service,
            receiver=one.receiver,
            parcels=(Parcel("small"),),
            sending_method="dispatch_order",
            reference=one.reference,
            target_point="KRA010",
        )
    )


def known(ledger: Ledger, client: Client, *shipments: Shipment) -> None:
    mirrored.mirror(ledger, shipments, ours=(), now=client.now())


def status_of(ledger: Ledger, shipment: ShipmentId) -> str:
    rows = history.rows(ledger, history.find(ledger, Query()))
    (status,) = [one.status for one in rows if one.shipx_id == shipment]
    return status


def event(shipment: int, status: str = "x") -> Notification:
    return Notification("shipment_status_changed", shipment=ShipmentId(shipment), status=status)


def reads(simulator: Simulator) -> int:
    return sum(one["method"] == "GET" for one in simulator.log())


def test_a_hint_is_read_and_its_own_words_are_not_believed(
    ledger: Ledger, client: Client, simulator: Simulator
) -> None:
    shipment = made(client, 1)
    known(ledger, client, shipment)
    until(lambda: client.shipment(shipment.id).status == "confirmed")
    hints = Hints(ledger, client)
    before = reads(simulator)
    assert hints.take(event(shipment.id, "delivered"))
    assert hints.work(stop=Stop()) == 1
    assert status_of(ledger, shipment.id) == "confirmed"
    assert reads(simulator) == before + 1
    # Sent again, and out of order: nothing more is asked.
    assert not hints.take(event(shipment.id, "delivered"))
    assert (hints.waits, hints.work(stop=Stop())) == (None, 0)
    assert reads(simulator) == before + 1


def test_what_happens_soon_after_is_put_together(ledger: Ledger, client: Client) -> None:
    shipment = made(client, 1)
    known(ledger, client, shipment)
    time = Time()
    hints = Hints(ledger, client, now=time)
    hints.take(event(shipment.id, "a"))
    assert hints.work(stop=Stop()) == 1
    for number in range(5):
        time.pass_by(1)
        hints.take(event(shipment.id, f"b{number}"))
        assert hints.work(stop=Stop()) == 0
    assert hints.waits == 5
    time.pass_by(5)
    assert hints.work(stop=Stop()) == 1
    assert hints.waits is None


def test_thousands_of_forged_ones_cost_nothing(
    ledger: Ledger, client: Client, simulator: Simulator
) -> None:
    put(ledger, 1)
    time = Time()
    hints = Hints(ledger, client, now=time)
    before = reads(simulator)
    for number in range(5_000):
        hints.take(event(9_000_000 + number))
    hints.take(Notification("x"))
    assert len(hints._due) == notified.MOST_WAITING
    for _ in range(2):
        while hints.waits == 0:
            assert hints.work(stop=Stop()) == 0
        time.pass_by(10)
    assert (reads(simulator), hints.waits) == (before, None)


def test_one_that_is_quicker_than_its_shipment_waits(ledger: Ledger, client: Client) -> None:
    shipment = made(client, 1)
    time = Time()
    hints = Hints(ledger, client, now=time)
    hints.take(event(shipment.id))
    assert hints.work(stop=Stop()) == 0
    known(ledger, client, shipment)
    time.pass_by(10)
    assert hints.work(stop=Stop()) == 1


def test_many_real_ones_are_a_list_and_a_pause(
    ledger: Ledger, client: Client, simulator: Simulator
) -> None:
    shipments = [made(client, number) for number in range(7)]
    known(ledger, client, *shipments)
    for number in range(200):
        put(ledger, 5_000 + number)
    time = Time()
    hints = Hints(ledger, client, now=time)
    before = reads(simulator)
    for one in shipments:
        hints.take(event(one.id))
    for number in range(200):
        # Known here, and InPost does not have them.
        hints.take(event(6_000 + number))
    assert hints.work(stop=Stop()) == 7
    # A list, and a few that were not in it: InPost denies what it has, so those are asked thrice.
    assert reads(simulator) <= before + 1 + notified.SINGLY * 4
    assert hints.work(stop=Stop()) == 0
    assert hints.waits == notified.BETWEEN.total_seconds()


def test_a_tracking_number_alone_is_enough(ledger: Ledger, client: Client) -> None:
    shipment = made(client, 1)
    until(lambda: bool(client.shipment(shipment.id).tracking_number))
    known(ledger, client, client.shipment(shipment.id))
    hints = Hints(ledger, client)
    number = client.shipment(shipment.id).tracking_number
    hints.take(Notification(tracking_number=number))
    hints.take(Notification(tracking_number="6209"))
    assert hints.work(stop=Stop()) == 1


def test_trouble_puts_it_off(ledger: Ledger, client: Client, simulator: Simulator) -> None:
    shipment = made(client, 1)
    known(ledger, client, shipment)
    time = Time()
    hints = Hints(ledger, client, now=time)
    hints.take(event(shipment.id))
    simulator.faults({"do": "error", "status": 401, "path": "/v1/shipments/*"})
    stop = Stop()
    with pytest.raises(NotAllowed):
        hints.work(stop=stop)
    simulator.faults()
    assert hints.waits == notified.LATER.total_seconds()
    time.pass_by(60)
    stop.event.set()
    assert hints.work(stop=stop) == 0
    assert hints.work(stop=Stop()) == 1


@contextmanager
def listening(
    ledger: Ledger, client: Client, heard: list[Notification]
) -> Iterator[tuple[Listener, str]]:
    began = threading.Event()
    rules = ListenRules(on=True, port=free_port(), secret=SECRET, only_inpost=False)
    listener = Listener(ledger, client, rules, heard=heard.append, began=began.set)
    thread = threading.Thread(target=listener.listen)
    thread.start()
    try:
        assert began.wait(20)
        yield listener, f"http://127.0.0.1:{rules.port}/{SECRET}"
    finally:
        listener.stop()
        thread.join(20)


def test_offers_appear_before_anybody_asks(
    ledger: Ledger, client: Client, simulator: Simulator
) -> None:
    heard: list[Notification] = []
    with listening(ledger, client, heard) as (listener, url):
        simulator.control("notifications", {"url": url})
        shipment = made(client, 1, service="")
        known(ledger, client, shipment)
        # The simulator's time goes on when somebody looks.
        until(lambda: bool(simulator.shipments()) and bool(heard))
        assert [one.event for one in heard] == ["offers_prepared"]
        until(lambda: listener.waits == 0 or listener.waits is None)
        listener.work()
        assert status_of(ledger, shipment.id) == "offers_prepared"
        # Forged and repeated ones change nothing.
        forged = {"event": "shipment_confirmed", "payload": {"shipment_id": shipment.id}}
        simulator.control("notifications/forge", {"body": forged})
        simulator.control("notifications/repeat")
        simulator.control("notifications/forge", {"body": "{broken"})
        until(lambda: simulator.look("notifications")["waiting"] == 0)
        sent = simulator.look("notifications")["sent"]
        assert {one["status"] for one in sent} == {200}
        listener.work()
    assert status_of(ledger, shipment.id) == "offers_prepared"
