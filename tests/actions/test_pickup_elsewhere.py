"""Orders for a courier that were not asked for here, or came late: found, so that nobody orders another."""

from __future__ import annotations

from datetime import timedelta

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import NotAsked, Unsure
from inpost_desk.actions.pickup_elsewhere import EVERY
from inpost_desk.domain.pickup import OPEN, DispatchOrder, DispatchOrderId, PickupState, TurnedDown
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger import pickup_lines, pickups_found
from tests.actions.pickup_shop import HERE, PATH, PickupShop


def _theirs(couriers: PickupShop, *places: int) -> int:
    """An order made in Manager Paczek for the parcels bought at these places; InPost's number of it."""
    numbers = [ShipmentId(one["id"]) for one in couriers.simulator.shipments()]
    return couriers.client.order_pickup(HERE.of([numbers[place] for place in places])).id


def _looked_long_ago(couriers: PickupShop) -> None:
    long_ago = couriers.client.now() - EVERY
    couriers.ledger.learn("pickups_looked_around_at", long_ago.isoformat())


def test_an_order_that_came_after_it_was_given_up(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    fault = {"do": "cut", "act": False, "method": "POST", "path": PATH}
    couriers.simulator.faults(fault)
    lost = couriers.order(ids)
    couriers.simulator.faults()
    assert isinstance(lost, Unsure)
    couriers.settle()
    couriers.settle()
    assert couriers.state(lost.pickup_id) is PickupState.REFUSED
    late = _theirs(couriers, 0, 1)
    done = couriers.order(ids)
    assert isinstance(done, NotAsked)
    named = tuple(
        TurnedDown(one, f"ZAM/{place}", f"in_order:{late}") for place, one in enumerate(ids, 1)
    )
    assert (done.rule, done.reasons) == ("already_sent", named)
    found = pickup.listed(couriers.ledger)[0]
    assert (found.order, found.elsewhere) == (late, True)
    assert found.state in OPEN
    assert (found.parcels, found.operator, found.place) == (2, "", "")
    assert couriers.ready() == []
    assert len(couriers.truth()) == 1
    # From now on it is as any other.
    couriers.simulator.advance(5)
    assert pickup.follow(couriers.ledger, couriers.client) == 1
    assert couriers.state(found.id) is PickupState.SENT
    assert pickup.cancel(couriers.ledger, couriers.client, found.id) is PickupState.CANCELLED
    assert couriers.ready() == ids


def test_only_some_of_the_parcels_are_in_it(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    theirs = _theirs(couriers, 0)
    done = couriers.order(ids)
    assert isinstance(done, NotAsked)
    assert done.reasons == (TurnedDown(ids[0], "ZAM/1", f"in_order:{theirs}"),)
    assert pickup.reorder_without(couriers.ledger, done.pickup_id) == ids[1:]
    assert couriers.ready() == ids[1:]


def test_an_old_order_is_found_by_its_parcels(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    couriers.simulator.faults(pickup_after=30 * 86_400.0)
    theirs = _theirs(couriers, 0)
    couriers.simulator.advance(7 * 86_400)
    couriers.client.account()
    assert pickup.look_around(couriers.ledger, couriers.client) == 0
    done = couriers.order(ids)
    assert isinstance(done, NotAsked)
    assert done.reasons == (TurnedDown(ids[0], "ZAM/1", f"in_order:{theirs}"),)


def test_orders_made_elsewhere_are_followed(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    pickup.follow(couriers.ledger, couriers.client)
    theirs = _theirs(couriers, 0)
    assert pickup.look_around(couriers.ledger, couriers.client) == 0
    _looked_long_ago(couriers)
    assert pickup.look_around(couriers.ledger, couriers.client) == 1
    (line,) = pickup.listed(couriers.ledger, words=str(theirs))
    assert line.references == ("ZAM/1",)
    assert pickup_lines.waiting_count(couriers.ledger, comes_by_itself=False) == 1
    assert couriers.ready() == ids[1:]
    _looked_long_ago(couriers)
    assert pickup.look_around(couriers.ledger, couriers.client) == 0


def test_without_parcels_or_an_answer_nothing_happens(couriers: PickupShop) -> None:
    asked = len(couriers.simulator.log())
    assert pickup.look_around(couriers.ledger, couriers.client) == 0
    assert len(couriers.simulator.log()) == asked
    couriers.buy("ZAM/1")
    couriers.simulator.faults({"do": "error", "status": 403, "error": "forbidden", "path": PATH})
    assert pickup.look_around(couriers.ledger, couriers.client) == 0


def test_an_order_whose_answer_is_out_is_left_to_settling(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    couriers.simulator.faults({"do": "cut", "act": True, "method": "POST", "path": PATH})
    lost = couriers.order(ids[:1])
    assert isinstance(lost, Unsure)
    assert pickup.look_around(couriers.ledger, couriers.client) == 0
    assert couriers.settle() == 0
    assert couriers.state(lost.pickup_id) in OPEN
    assert [one.elsewhere for one in pickup.listed(couriers.ledger)] == [False]


def test_what_has_ended_or_left_is_not_noted(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    (shipment,) = couriers.simulator.shipments()
    now = couriers.client.now()
    made = (ShipmentId(shipment["id"]), ShipmentId(1))
    ended = DispatchOrder(DispatchOrderId(9), "canceled", made, now - timedelta(hours=1))
    assert pickups_found.adopt(couriers.ledger, ended, now=now) is None
    couriers.change(ids[0], phase="on_its_way")
    sent = DispatchOrder(DispatchOrderId(9), "sent", made, now - timedelta(hours=1))
    assert pickups_found.adopt(couriers.ledger, sent, now=now) is None
    couriers.change(ids[0], phase="prepared")
    found = pickups_found.adopt(couriers.ledger, sent, now=now)
    assert found is not None
    assert found.parcels == tuple(ids)
    assert pickups_found.adopt(couriers.ledger, sent, now=now) is None
