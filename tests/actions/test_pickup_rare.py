"""What seldom happens to an order for a courier: denied, stopped, answered with another's number."""

from __future__ import annotations

import pytest

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import Unsure
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.pickup import OPEN, DispatchOrder, NewPickup, PickupState
from inpost_desk.errors import TooFast
from inpost_desk.shipx.client import Client
from tests.actions.pickup_shop import PATH, PickupShop

ONE = "/v1/dispatch_orders/*"


def test_an_order_that_inpost_denies_stays(couriers: PickupShop) -> None:
    number = couriers.asked(couriers.buy("ZAM/1"))
    for fault in ({"do": "not_found"}, {"do": "error", "status": 500}):
        couriers.simulator.faults(fault | {"method": "GET", "path": ONE})
        assert pickup.follow(couriers.ledger, couriers.client) == 0
        assert couriers.state(number) in OPEN


def test_an_order_that_is_gone_after_its_end_was_asked_for(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    number = couriers.sent(ids)
    couriers.simulator.faults(
        {"do": "cut", "act": True, "method": "DELETE"},
        {"do": "not_found", "method": "GET", "path": ONE},
    )
    assert pickup.cancel(couriers.ledger, couriers.client, number) is PickupState.CANCELLED
    assert couriers.ready() == ids


def test_calling_off_before_anything_could_be_done(couriers: PickupShop) -> None:
    number = couriers.sent(couriers.buy("ZAM/1"))
    couriers.simulator.faults({"do": "too_many", "retry_after": 1, "method": "DELETE"})
    with pytest.raises(TooFast):
        pickup.cancel(couriers.ledger, couriers.client, number)
    (line,) = pickup.listed(couriers.ledger)
    assert (line.state, line.ending) == (PickupState.SENT, False)


def test_following_is_stopped(couriers: PickupShop) -> None:
    number = couriers.asked(couriers.buy("ZAM/1"))
    couriers.simulator.advance(5)
    stop = Stop()
    stop.event.set()
    assert pickup.follow(couriers.ledger, couriers.client, stop=stop) == 0
    assert couriers.state(number) in OPEN


def test_a_lost_order_is_found_by_waiting_or_calling_off(couriers: PickupShop) -> None:
    lost = {"do": "cut", "act": True, "method": "POST", "path": PATH}
    couriers.simulator.faults(lost, pickup_after=0.1)
    first, second = (couriers.order(couriers.buy(f"ZAM/{number}")) for number in (1, 2))
    assert isinstance(first, Unsure)
    assert isinstance(second, Unsure)
    ledger, client = couriers.ledger, couriers.client
    assert pickup.wait(ledger, client, first.pickup_id, stop=Stop()) is PickupState.SENT
    assert pickup.cancel(ledger, client, second.pickup_id) is PickupState.CANCELLED
    assert len(couriers.truth()) == 2


def test_stopped_by_force_it_is_unsure(
    couriers: PickupShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_client: Client, _new: NewPickup) -> DispatchOrder:
        raise KeyboardInterrupt

    ids = couriers.buy("ZAM/1")
    monkeypatch.setattr(Client, "order_pickup", stopped)
    with pytest.raises(KeyboardInterrupt):
        couriers.order(ids)
    assert [one.state for one in pickup.listed(couriers.ledger)] == [PickupState.UNSURE]
    assert couriers.ready() == []


def test_an_answer_that_is_another_order(
    couriers: PickupShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = couriers.asked(couriers.buy("ZAM/1"))
    known = couriers.client.pickup(couriers.truth()[0]["id"])
    monkeypatch.setattr(Client, "order_pickup", lambda _client, _new: known)
    done = couriers.order(couriers.buy("ZAM/2"))
    assert isinstance(done, Unsure)
    assert done.pickup_id != first
