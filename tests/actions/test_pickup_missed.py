"""A courier who did not come: only what is still here is ready again, and nothing where he did come."""

from __future__ import annotations

import pytest

from inpost_desk.actions import hand_over, pickup
from inpost_desk.actions.pickup import Missed
from inpost_desk.domain.pickup import PickupState
from tests.actions.pickup_shop import PickupShop


def test_what_inpost_has_is_not_ready_again(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    number = couriers.sent(ids)
    couriers.change(ids[0], status="collected_from_sender", phase="on_its_way")
    done = pickup.missed(couriers.ledger, number)
    assert done == Missed(PickupState.MISSED, gone=(ids[0],))
    assert couriers.ready() == [ids[1]]
    assert pickup.missed(couriers.ledger, number) == done


def test_where_all_are_gone_he_did_come(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    number = couriers.sent(ids)
    over = hand_over.begin(couriers.ledger, pickup_id=number)
    hand_over.scan(couriers.ledger, over.id, "ZAM/1")
    couriers.change(ids[1], status="canceled", phase="cancelled")
    done = pickup.missed(couriers.ledger, number)
    assert done == Missed(PickupState.SENT, "all_gone", (ids[0],))
    assert couriers.state(number) is PickupState.SENT


def test_inpost_is_asked_where_they_are(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    number = couriers.sent(ids)
    forced = {"id": couriers.simulator.shipments()[0]["id"], "status": "collected_from_sender"}
    couriers.simulator.control("status", forced)
    couriers.simulator.advance(1200)
    couriers.client.account()
    done = pickup.missed(couriers.ledger, number, client=couriers.client)
    assert done == Missed(PickupState.SENT, "all_gone", tuple(ids))


def test_what_nobody_comes_for_is_not_written_off(couriers: PickupShop) -> None:
    number = couriers.sent(couriers.buy("ZAM/1"))
    pickup.cancel(couriers.ledger, couriers.client, number)
    assert pickup.missed(couriers.ledger, number) == Missed(PickupState.CANCELLED, "not_open")
    with pytest.raises(LookupError):
        pickup.missed(couriers.ledger, 99)
