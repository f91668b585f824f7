"""An order for a courier whose answer was lost: found out, never repeated, never a second courier."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import Asked, Unsure, Wrong
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.domain.pickup import OPEN, NewPickup, NotReady, PickupState
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import Trouble
from inpost_desk.ledger import pickups, schema
from inpost_desk.ledger.ledger import Ledger, local_now
from tests.actions.pickup_shop import HERE, PATH, PickupShop


def _lost(couriers: PickupShop, ids: list[int], *, act: bool) -> int:
    couriers.simulator.faults({"do": "cut", "act": act, "method": "POST", "path": PATH})
    done = couriers.order(ids)
    couriers.simulator.faults()
    assert isinstance(done, Unsure)
    return done.pickup_id


def test_inpost_has_it(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    number = _lost(couriers, ids, act=True)
    assert couriers.state(number) is PickupState.UNSURE
    assert couriers.ready() == []
    assert couriers.settle() == 0
    assert couriers.state(number) in OPEN
    assert couriers.calls("POST") == 1
    assert len(couriers.truth()) == 1


def test_inpost_does_not_have_it(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    number = _lost(couriers, ids, act=False)
    # One look proves nothing, and neither do two at once: the list may lag.
    usual = Horizon()
    for _ in range(3):
        left = pickup.settle_pickups(couriers.ledger, couriers.client, horizon=usual)
        assert left == 1
    assert couriers.ready() == []
    couriers.long_ago(number)
    assert pickup.settle_pickups(couriers.ledger, couriers.client, horizon=usual) == 0
    assert couriers.state(number) is PickupState.REFUSED
    (line,) = pickup.listed(couriers.ledger)
    assert line.rule == "absent"
    assert couriers.ready() == sorted(ids)
    assert isinstance(couriers.order(ids), Asked)
    assert len(couriers.truth()) == 1


def test_one_look_is_not_enough_however_late(couriers: PickupShop) -> None:
    number = _lost(couriers, couriers.buy("ZAM/1"), act=False)
    couriers.long_ago(number)
    assert couriers.settle() == 1
    assert couriers.settle() == 0


def test_the_parcels_of_an_unsure_order_are_in_no_other(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    number = _lost(couriers, ids[:1], act=False)
    assert couriers.order(ids) == Wrong("not_ready", (ids[0],), (NotReady.ORDERED,))
    assert couriers.state(number) is PickupState.UNSURE
    assert couriers.calls("POST") == 1


def test_ordering_again_finds_the_lost_order_first(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    number = _lost(couriers, ids, act=True)
    assert couriers.order(ids) == Wrong("not_ready", (ids[0],), (NotReady.ORDERED,))
    assert couriers.state(number) in OPEN


def test_an_order_that_was_there_before_is_not_ours(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    first = couriers.sent(ids)
    pickup.cancel(couriers.ledger, couriers.client, first)
    number = _lost(couriers, ids, act=False)
    couriers.settle()
    couriers.settle()
    assert couriers.state(number) is PickupState.REFUSED
    assert [one["status"] for one in couriers.truth()] == ["canceled"]


def test_another_order_is_not_taken_for_ours(couriers: PickupShop) -> None:
    """Made in Manager Paczek meanwhile: with other parcels, or with ours among others."""
    ids = couriers.buy("ZAM/1", "ZAM/2", "ZAM/3")
    numbers = [ShipmentId(one["id"]) for one in couriers.simulator.shipments()]
    number = _lost(couriers, ids[:1], act=False)
    couriers.client.order_pickup(HERE.of([numbers[1]]))
    assert couriers.settle() == 1
    couriers.client.order_pickup(HERE.of([numbers[0], numbers[2]]))
    assert couriers.settle() == 0
    (line,) = pickup.listed(couriers.ledger)
    assert line.id == number
    assert line.state in OPEN
    assert line.order == couriers.truth()[1]["id"]


def test_an_order_that_had_ended_before_is_not_ours(couriers: PickupShop) -> None:
    """Somebody called one off in Manager Paczek a moment earlier; ours is not in the list yet."""
    ids = couriers.buy("ZAM/1")
    (shipment,) = couriers.simulator.shipments()
    theirs = couriers.client.order_pickup(HERE.of([ShipmentId(shipment["id"])]))
    couriers.client.cancel_pickup(theirs.id)
    couriers.simulator.advance(120)
    couriers.client.account()
    number = _lost(couriers, ids, act=False)
    assert couriers.settle() == 1
    assert couriers.state(number) is PickupState.UNSURE


def test_a_list_that_lags_frees_nothing(couriers: PickupShop) -> None:
    """It hides an order we know of, so that it proves nothing by hiding another."""
    ids = couriers.buy("ZAM/1", "ZAM/2")
    couriers.asked(ids[:1])
    number = _lost(couriers, ids[1:], act=False)
    couriers.simulator.faults(list_lag=3600.0)
    with couriers.ledger.write() as connection:
        early = couriers.client.now() - timedelta(minutes=1)
        connection.execute(update(schema.pickups).values(sent_at=early))
    for _ in range(3):
        assert couriers.settle() == 1
    assert couriers.state(number) is PickupState.UNSURE


def test_offline_nothing_is_decided(couriers: PickupShop) -> None:
    number = _lost(couriers, couriers.buy("ZAM/1"), act=True)
    couriers.simulator.faults({"do": "text_404", "path": PATH})
    with pytest.raises(Trouble):
        couriers.settle()
    assert couriers.state(number) is PickupState.UNSURE


def test_nobody_sends_what_another_process_is_sending(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    other = Ledger(couriers.ledger.folder)
    number = _claim(other, couriers, ids)
    assert couriers.state(number) is PickupState.SENDING
    assert couriers.order(ids) == Wrong("not_ready", (ids[0],), (NotReady.ORDERED,))
    # Its time is over, but it runs: whatever the clock says, it may still send.
    with couriers.ledger.write() as connection:
        over = local_now() - timedelta(seconds=1)
        connection.execute(update(schema.pickups).values(lease_until=over))
    for _ in range(3):
        assert couriers.settle() == 1
    other.close()
    assert couriers.settle() == 0
    assert couriers.ready() == ids


def _claim(ledger: Ledger, couriers: PickupShop, ids: list[int]) -> int:
    new = NewPickup((ShipmentId(1),), address=HERE.address)
    now = couriers.client.now()
    number = pickups.claim(ledger, ids, new, now=now, again=False, operator="Ala")
    assert isinstance(number, int)
    return number


def test_whoever_answers_late_is_not_believed(couriers: PickupShop) -> None:
    """Given up by one process, answered to another: the parcels are in the order that InPost has."""
    ids = couriers.buy("ZAM/1")
    number = couriers.sent(ids)
    order = couriers.client.pickup(couriers.truth()[0]["id"])
    pickup.missed(couriers.ledger, number)
    now = couriers.client.now()
    assert pickups.taken(couriers.ledger, number, order, now=now) is PickupState.MISSED
    assert couriers.ready() == ids
    pickups.let_go(couriers.ledger, number, now=now)
    pickups.refused(couriers.ledger, number, field="", rule="late", of_parcels={}, now=now)
    assert couriers.state(number) is PickupState.MISSED


def test_without_inpost_nothing_is_noted_as_ordered(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    couriers.change(ids[0], seen_at=None)
    couriers.simulator.faults({"do": "outage"})
    with pytest.raises(Trouble):
        couriers.order(ids)
    assert pickup.listed(couriers.ledger) == []
