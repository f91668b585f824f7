"""The courier did not come while a hand-over was open: its parcels go with the next one."""

from __future__ import annotations

from inpost_desk.actions import hand_over, pickup
from inpost_desk.actions.pickup import Asked
from inpost_desk.domain.hand_over import Scanned
from tests.actions.pickup_shop import PickupShop


def test_the_next_courier_is_expected_to_take_them(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    first = couriers.sent(ids)
    forgotten = hand_over.begin(couriers.ledger, pickup_id=first)
    assert forgotten.expected == 2
    pickup.missed(couriers.ledger, first)
    couriers.client.cancel_pickup(couriers.truth()[0]["id"])
    done = couriers.order(ids, again=True)
    assert isinstance(done, Asked)
    over = hand_over.begin(couriers.ledger, pickup_id=done.pickup_id)
    assert [one.shipment_id for one in over.parcels] == ids
    assert hand_over.scan(couriers.ledger, over.id, "ZAM/1").what is Scanned.HANDED
    # What a living order has is expected in its hand-over only.
    other = hand_over.begin(couriers.ledger, pickup_id=None, ids=ids)
    assert other.parcels == ()
