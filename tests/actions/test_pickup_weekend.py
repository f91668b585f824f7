"""A courier ordered on a Friday comes on Monday: until then InPost may call him off, and that is noticed."""

from __future__ import annotations

from inpost_desk.actions import pickup
from inpost_desk.domain.pickup import PickupState
from tests.actions.pickup_shop import PickupShop

DAY = 86_400


def _reads(couriers: PickupShop) -> int:
    return couriers.calls("GET")


def test_called_off_over_the_weekend(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    number = couriers.sent(ids)
    couriers.client.cancel_pickup(couriers.truth()[0]["id"])
    couriers.simulator.advance(2 * DAY)
    couriers.client.account()
    assert pickup.follow(couriers.ledger, couriers.client) == 1
    assert couriers.state(number) is PickupState.CANCELLED
    assert couriers.ready() == ids


def test_after_the_first_day_once_an_hour_is_enough(couriers: PickupShop) -> None:
    couriers.sent(couriers.buy("ZAM/1"))
    before = _reads(couriers)
    for hours, reads in ((2, 1), (0.3, 2), (23, 3), (0.3, 3), (1, 4)):
        couriers.simulator.advance(hours * 3600)
        couriers.client.account()
        pickup.follow(couriers.ledger, couriers.client)
        assert _reads(couriers) == before + reads


def test_not_followed_for_ever(couriers: PickupShop) -> None:
    couriers.sent(couriers.buy("ZAM/1"))
    couriers.simulator.advance(6 * DAY)
    couriers.client.account()
    before = _reads(couriers)
    assert pickup.follow(couriers.ledger, couriers.client) == 0
    assert _reads(couriers) == before
