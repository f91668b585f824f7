"""Orders for a courier by a machine whose clock is wrong: nothing is given up while InPost may have it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import Unsure
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.clock import steady_now
from inpost_desk.domain.pickup import PickupState
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.ledger import pickups
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.transport import Transport
from tests.actions.pickup_shop import HERE, PATH, PickupShop


@contextmanager
def _started_anew(couriers: PickupShop, wrong: timedelta) -> Iterator[Client]:
    """A program that has not heard of InPost yet, on a machine whose clock is wrong by that."""
    right = couriers.client.now() - steady_now()
    simulator = couriers.simulator
    transport = Transport(
        simulator.url, simulator.token, clock=lambda: steady_now() + right + wrong
    )
    try:
        yield Client(transport, OrganizationId(simulator.organization))
    finally:
        transport.close()


@pytest.mark.parametrize("wrong", [timedelta(hours=-1), timedelta(hours=1)], ids=["slow", "fast"])
def test_a_wrong_clock_gives_no_order_up(couriers: PickupShop, wrong: timedelta) -> None:
    ids = couriers.buy("ZAM/1")
    fresh = couriers.client.now() + wrong
    couriers.change(ids[0], seen_at=fresh)
    couriers.simulator.faults(
        {"do": "cut", "act": True, "method": "POST", "path": PATH}, list_lag=5.4
    )
    with _started_anew(couriers, wrong) as client:
        done = pickup.order(couriers.ledger, client, ids, HERE)
    assert isinstance(done, Unsure)
    for _ in range(3):
        pickup.settle_pickups(couriers.ledger, couriers.client, horizon=Horizon())
    assert couriers.ready() == []
    couriers.simulator.advance(2 * 3600)
    for _ in range(3):
        pickup.settle_pickups(couriers.ledger, couriers.client, horizon=Horizon())
    assert couriers.state(done.pickup_id) is PickupState.SENT


def test_a_wrong_clock_dates_no_end(couriers: PickupShop) -> None:
    number = couriers.sent(couriers.buy("ZAM/1"))
    couriers.simulator.faults({"do": "cut", "act": False, "method": "DELETE"})
    with _started_anew(couriers, timedelta(hours=1)) as client:
        assert pickup.cancel(couriers.ledger, client, number) is PickupState.SENT
    one = pickups.one_open(couriers.ledger, number)
    assert one is not None
    assert one.ending
    assert one.looked_at is not None
    assert one.looked_at <= couriers.client.now()
