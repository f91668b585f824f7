"""Ordering a courier: who may be in an order, InPost's later yes or no, and what a person does about it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import Asked, NotAsked, Where, Wrong
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.pickup import (
    OPEN,
    DispatchPointId,
    Missed,
    NotReady,
    PickupState,
    TurnedDown,
)
from inpost_desk.errors import NotAllowed, Refused, TooFast
from inpost_desk.ledger import schema
from tests.actions.pickup_shop import ADDRESS, HERE, PATH, PickupShop
from tests.simulator_process import Simulator

SHOULD_BE = "status should be Prepared, but is CustomerDelivering"


def test_an_order_is_followed_until_a_courier_comes(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    assert couriers.ready() == sorted(ids)
    assert pickup.waiting_count(couriers.ledger, comes_by_itself=False) == 2
    number = couriers.asked(ids)
    assert couriers.state(number) in OPEN
    assert couriers.ready() == []
    couriers.simulator.advance(5)
    assert pickup.follow(couriers.ledger, couriers.client) == 1
    (line,) = pickup.listed(couriers.ledger)
    assert (line.state, line.parcels, line.rejections) == (PickupState.SENT, 2, ())
    assert line.place == "Magazyn, Polna 7, 25-002 Kielce"
    assert line.order == couriers.truth()[0]["id"]
    assert pickup.follow(couriers.ledger, couriers.client) == 0
    assert [one.pickup.id for one in pickup.candidates(couriers.ledger) if one.pickup] == [1, 1]


def test_waiting_ends_with_inposts_answer(couriers: PickupShop) -> None:
    couriers.simulator.faults(pickup_after=0.3)
    number = couriers.asked(couriers.buy("ZAM/1"))
    state = pickup.wait(couriers.ledger, couriers.client, number, stop=Stop())
    assert state is PickupState.SENT
    stop = Stop()
    stop.event.set()
    couriers.simulator.faults(pickup_after=60)
    number = couriers.asked(couriers.buy("ZAM/2"))
    state = pickup.wait(couriers.ledger, couriers.client, number, stop=stop)
    assert state is PickupState.NEW


def test_nobody_is_chosen(couriers: PickupShop) -> None:
    assert couriers.order([]) == Wrong("none_chosen")
    with pytest.raises(ValueError, match="one place"):
        Where()
    with pytest.raises(ValueError, match="one place"):
        Where(point=DispatchPointId(1), address=ADDRESS)
    assert couriers.calls("POST") == 0


def test_parcels_of_another_way_are_refused_here_by_name(couriers: PickupShop) -> None:
    (good,) = couriers.buy("ZAM/1")
    (locker,) = couriers.buy("ZAM/2", method="parcel_locker")
    (counter,) = couriers.buy("ZAM/3", method="any_point")
    assert couriers.order([good, locker, counter]) == Wrong(
        "not_ready", (locker, counter), (NotReady.IN_LOCKER, NotReady.AT_POINT)
    )
    assert couriers.calls("POST") == 0
    assert couriers.ready() == [good]
    assert couriers.order([good, 999]) == Wrong("not_ready", (999,), (NotReady.UNPAID,))


def test_a_parcel_is_in_one_order_only(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    couriers.asked(ids[:1])
    assert couriers.order(ids) == Wrong("not_ready", (ids[0],), (NotReady.ORDERED,))
    assert isinstance(couriers.order(ids[1:]), Asked)
    assert len(couriers.truth()) == 2


def test_what_was_seen_long_ago_is_looked_at_again(couriers: PickupShop) -> None:
    (here,) = couriers.buy("ZAM/1")
    (shipment,) = couriers.simulator.shipments()
    forced = {"id": shipment["id"], "status": "collected_from_sender"}
    couriers.simulator.control("status", forced)
    couriers.simulator.advance(1200)
    couriers.client.account()
    assert couriers.order([here]) == Wrong("not_ready", (here,), (NotReady.GONE,))


def test_one_order_takes_three_hundred(couriers: PickupShop) -> None:
    ids = couriers.buy_many(300)
    assert len(ids) == 300
    number = couriers.sent(ids)
    (order,) = couriers.truth()
    assert len(order["shipments"]) == 300
    (line,) = pickup.listed(couriers.ledger)
    assert (line.id, line.parcels) == (number, 300)


def test_a_dispatch_point_instead_of_an_address(couriers: PickupShop) -> None:
    done = couriers.order(couriers.buy("ZAM/1"), couriers.point)
    assert isinstance(done, Asked)
    assert couriers.truth()[0]["dispatch_point"] == 3011


def test_rejected_for_one_parcel_the_others_are_ordered_anew(couriers: PickupShop) -> None:
    good = couriers.buy("ZAM/1", "ZAM/2")
    (bad,) = couriers.buy("ZAM/3", method="parcel_locker")
    # Somebody changed it in Manager Paczek after it was seen here.
    couriers.change(bad, sending_method="dispatch_order")
    number = couriers.asked([*good, bad])
    couriers.simulator.advance(5)
    pickup.follow(couriers.ledger, couriers.client)
    (line,) = pickup.listed(couriers.ledger)
    assert line.state is PickupState.REJECTED
    assert line.rejections == (TurnedDown(bad, "ZAM/3", SHOULD_BE),)
    assert pickup.reorder_without(couriers.ledger, number) == good
    again = couriers.sent(good)
    assert couriers.state(again) is PickupState.SENT


def test_rejected_as_a_whole(couriers: PickupShop) -> None:
    couriers.simulator.faults(reject_pickups="address_not_served")
    couriers.asked(ids := couriers.buy("ZAM/1"))
    couriers.simulator.advance(5)
    pickup.follow(couriers.ledger, couriers.client)
    (line,) = pickup.listed(couriers.ledger, state=PickupState.REJECTED)
    assert (line.rule, line.rejections) == ("address_not_served", ())
    assert couriers.ready() == ids


def test_refused_at_once_names_the_parcel(couriers: PickupShop) -> None:
    (one,) = couriers.buy("ZAM/1")
    couriers.asked([one])
    with couriers.ledger.write() as connection:
        connection.execute(schema.pickup_parcels.update().values(living=False))
    done = couriers.order([one])
    assert done == NotAsked(
        2, "shipments", "already_sent", (TurnedDown(one, "ZAM/1", "already_sent"),)
    )
    assert couriers.state(2) is PickupState.REFUSED
    assert len(couriers.truth()) == 1


@pytest.mark.parametrize(
    ("details", "named"),
    [
        ({"shipments": [{"{1}": ["does_not_exist"]}]}, [1]),
        ({"shipments": {"1": ["invalid"]}}, [1]),
        ({"shipments": ["invalid"]}, []),
        ({"office_hours": ["too_long"]}, []),
    ],
)
def test_refusals_by_number_or_place(
    couriers: PickupShop, details: dict[str, object], named: list[int]
) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    numbers = [one["id"] for one in couriers.simulator.shipments()]
    shipments = details.get("shipments")
    if isinstance(shipments, list) and isinstance(shipments[0], dict):
        details = {"shipments": [{str(numbers[1]): ["does_not_exist"]}]}
    fault = {"do": "error", "status": 400, "error": "validation_failed", "details": details}
    couriers.simulator.faults(fault | {"method": "POST", "path": PATH})
    done = couriers.order(ids)
    assert isinstance(done, NotAsked)
    assert [one.shipment_id for one in done.reasons] == [ids[place] for place in named]
    assert couriers.ready() == sorted(ids)


@pytest.mark.parametrize(
    ("fault", "trouble", "rule"),
    [
        ({"do": "too_many", "retry_after": 1}, TooFast, "not_sent"),
        ({"do": "error", "status": 403, "error": "access_forbidden"}, NotAllowed, "not_allowed"),
    ],
)
def test_nothing_was_done(
    couriers: PickupShop, fault: dict[str, object], trouble: type[Exception], rule: str
) -> None:
    ids = couriers.buy("ZAM/1")
    couriers.simulator.faults(fault | {"method": "POST", "path": PATH})
    with pytest.raises(trouble):
        couriers.order(ids)
    (line,) = pickup.listed(couriers.ledger)
    assert (line.state, line.rule) == (PickupState.REFUSED, rule)
    couriers.simulator.faults()
    assert isinstance(couriers.order(ids), Asked)
    assert len(couriers.truth()) == 1


def test_a_courier_is_called_off(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    number = couriers.sent(ids)
    assert pickup.cancel(couriers.ledger, couriers.client, number) is PickupState.CANCELLED
    assert [one["status"] for one in couriers.truth()] == ["canceled"]
    assert couriers.ready() == ids
    assert pickup.cancel(couriers.ledger, couriers.client, number) is PickupState.CANCELLED
    assert couriers.calls("DELETE") == 1
    with pytest.raises(LookupError):
        pickup.cancel(couriers.ledger, couriers.client, 77)


@pytest.mark.parametrize("act", [True, False])
def test_a_lost_answer_to_calling_off_is_read(couriers: PickupShop, *, act: bool) -> None:
    ids = couriers.buy("ZAM/1")
    number = couriers.sent(ids)
    couriers.simulator.faults({"do": "cut", "act": act, "method": "DELETE"})
    ended = pickup.cancel(couriers.ledger, couriers.client, number)
    assert ended is (PickupState.CANCELLED if act else PickupState.SENT)
    (line,) = pickup.listed(couriers.ledger)
    assert line.ending is not act
    couriers.simulator.advance(180)
    couriers.client.account()
    pickup.follow(couriers.ledger, couriers.client)
    (line,) = pickup.listed(couriers.ledger)
    assert (line.state, line.ending) == (ended, False)
    assert couriers.calls("DELETE") == 1


def test_a_refused_end_is_told(couriers: PickupShop) -> None:
    number = couriers.sent(couriers.buy("ZAM/1"))
    (shipment,) = couriers.simulator.shipments()
    forced = {"id": shipment["id"], "status": "collected_from_sender"}
    couriers.simulator.control("status", forced)
    with pytest.raises(Refused):
        pickup.cancel(couriers.ledger, couriers.client, number)
    (line,) = pickup.listed(couriers.ledger)
    assert (line.state, line.ending) == (PickupState.SENT, False)


def test_a_courier_who_did_not_come(couriers: PickupShop) -> None:
    couriers.simulator.faults(courier_comes=False)
    ids = couriers.buy("ZAM/1", "ZAM/2")
    number = couriers.sent(ids[:1])
    calls = len(couriers.simulator.log())
    assert pickup.missed(couriers.ledger, number) == Missed(PickupState.MISSED)
    assert len(couriers.simulator.log()) == calls
    assert couriers.ready() == ids
    # It may cost once more: only who says so orders again.
    assert couriers.order(ids) == Wrong("ordered_before", (ids[0],), pickups=(number,))
    couriers.simulator.advance(86_400)
    assert isinstance(couriers.order(ids, again=True), Asked)
    assert pickup.missed(couriers.ledger, number) == Missed(PickupState.MISSED)


def test_prices_of_both_kinds_of_account(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    assert pickup.price(couriers.ledger, couriers.client, ids, HERE).total is None
    assert pickup.price(couriers.ledger, couriers.client, [], HERE).total is None


def test_a_prepaid_account_pays_for_a_courier(prepaid_couriers: PickupShop) -> None:
    ids = prepaid_couriers.buy("ZAM/1", "ZAM/2")
    told = pickup.price(prepaid_couriers.ledger, prepaid_couriers.client, ids, HERE)
    assert told.total == Decimal("3.00")
    prepaid_couriers.sent(ids)
    (line,) = pickup.listed(prepaid_couriers.ledger)
    assert line.price == Decimal("3.00")


def test_the_list_is_searched(couriers: PickupShop, simulator: Simulator) -> None:
    first = couriers.asked(couriers.buy("ZAM/1"))
    simulator.advance(3600)
    couriers.client.account()
    between = couriers.client.now()
    second = couriers.asked(couriers.buy("ZAM/2"))
    assert [one.id for one in pickup.listed(couriers.ledger)] == [second, first]
    assert [one.id for one in pickup.listed(couriers.ledger, words="zam/1 KIELCE")] == [first]
    assert [one.id for one in pickup.listed(couriers.ledger, since=between)] == [second]
    assert pickup.listed(couriers.ledger, words="nikt") == []
    assert pickup.waiting_count(couriers.ledger, comes_by_itself=True) == 0
    assert pickup.one_line(couriers.ledger, 99) is None
