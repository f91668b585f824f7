"""Lists of orders that say less than they might: nothing is given up for that, and nothing stuck for ever."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import Unsure
from inpost_desk.domain.pickup import CANCELED, OPEN, DispatchOrder, PickupState
from inpost_desk.ledger import pickup_lines
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.reading import Page
from tests.actions.pickup_shop import PATH, PickupShop

ONE = "/v1/dispatch_orders/*"


def _lost(couriers: PickupShop, ids: list[int], *, act: bool) -> int:
    couriers.simulator.faults({"do": "cut", "act": act, "method": "POST", "path": PATH})
    done = couriers.order(ids)
    couriers.simulator.faults()
    assert isinstance(done, Unsure)
    return done.pickup_id


def test_an_order_whose_parcels_cannot_be_read_may_be_ours(
    couriers: PickupShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = _lost(couriers, couriers.buy("ZAM/1"), act=True)
    whole = Client.pickups

    def bare(client: Client, **asked: Any) -> Page[DispatchOrder]:
        page = whole(client, **asked)
        return replace(page, items=tuple(replace(one, shipments=()) for one in page.items))

    monkeypatch.setattr(Client, "pickups", bare)
    couriers.simulator.faults({"do": "not_found", "method": "GET", "path": ONE})
    for _ in range(3):
        assert couriers.settle() == 1
    assert couriers.ready() == []
    couriers.simulator.faults()
    assert couriers.settle() == 0
    assert couriers.state(number) in OPEN


@pytest.mark.parametrize("gone", [False, True])
def test_an_order_that_ended_behind_our_back_keeps_no_other_unsure(
    couriers: PickupShop, monkeypatch: pytest.MonkeyPatch, *, gone: bool
) -> None:
    """Called off in Manager Paczek, or deleted there; lists leave out what has ended."""
    ids = couriers.buy("ZAM/1", "ZAM/2")
    first = couriers.asked(ids[:1])
    couriers.simulator.advance(10)
    couriers.client.cancel_pickup(couriers.truth()[0]["id"])
    second = _lost(couriers, ids[1:], act=False)
    whole = Client.pickups

    def living(client: Client, **asked: Any) -> Page[DispatchOrder]:
        page = whole(client, **asked)
        return replace(page, items=tuple(one for one in page.items if one.status != CANCELED))

    monkeypatch.setattr(Client, "pickups", living)
    if gone:
        couriers.simulator.faults({"do": "not_found", "method": "GET", "path": ONE})
    couriers.settle()
    couriers.settle()
    assert couriers.state(second) is PickupState.REFUSED
    assert ids[1] in couriers.ready()
    assert pickup.listed(couriers.ledger)[1].id == first


def test_what_is_looked_for_is_not_cut_off_by_newer_orders(
    couriers: PickupShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pickup_lines, "MOST_LINES", 1)
    ids = couriers.buy("ZAM/Łódź-1", "ZAM/2")
    first = couriers.sent(ids[:1])
    couriers.simulator.faults({"do": "cut", "act": False, "method": "POST", "path": PATH})
    second = couriers.order(ids[1:])
    assert isinstance(second, Unsure)

    def found(**asked: Any) -> list[int]:
        return [one.id for one in pickup.listed(couriers.ledger, **asked)]

    assert found() == found(state=PickupState.UNSURE) == [second.pickup_id]
    assert found(state=PickupState.SENT) == [first]
    assert found(words="łódź-1 polna") == found(words=str(couriers.truth()[0]["id"])) == [first]
    assert found(words="polna", state=PickupState.SENT) == [first]
    assert found(words="łódź-1", state=PickupState.UNSURE) == []
    # In the receiver's name, which is no part of an order for a courier.
    assert found(words="nowak") == []
