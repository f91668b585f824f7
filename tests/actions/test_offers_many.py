"""Many offers at once: calls of a hundred, one bad row, the rule `cheapest`, waves for a person."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from inpost_desk.actions import offers
from inpost_desk.actions.buying import prepared_since
from inpost_desk.actions.changing import Bought, Expired, Failed
from inpost_desk.actions.offers import Offered, Selected
from inpost_desk.actions.settle import KEYS, PROVEN
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.domain.order import Address, Kind, Order
from inpost_desk.domain.shipment import Offer, OfferId, Shipment, ShipmentId
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger import journal
from tests.actions.offer_shop import Shop
from tests.actions.shop import enter, order

HORIZON = Horizon.shortened(2)


def _offered(shop: Shop, count: int) -> tuple[Offered, ...]:
    """A file of so many lockers whose offers a person is to choose from."""
    shop.ledger.learn(KEYS, PROVEN)
    orders = [order(f"ZAM/{number}", phone=f"5012{number:05}") for number in range(count)]
    return shop.prepare(enter(shop.ledger, *orders), choose=offers.ASK)


def _first(one: Offered) -> OfferId:
    return next(offer.id for offer in one.offers if offer.status == "available")


def _choices(found: tuple[Offered, ...]) -> dict[int, OfferId]:
    return {one.shipment_id: _first(one) for one in found}


def _by_courier(number: int) -> Order:
    one = order(f"ZAM/{number}", phone=f"5012{number:05}", point="")
    address = Address("Lipowa", "4", "Kielce", "25-001")
    receiver = replace(one.receiver, address=address)
    return replace(one, kind=Kind.COURIER, receiver=receiver)


def test_all_are_bought_by_one_call(shop: Shop) -> None:
    found = _offered(shop, 5)
    ends = offers.buy_many(shop.ledger, shop.client, _choices(found), horizon=HORIZON)
    assert all(isinstance(end, Bought) for end in ends.values())
    assert len(ends) == 5
    assert shop.calls("/bulk_buy") == 1
    assert {one["payments"] for one in shop.truth()} == {1}
    again = offers.buy_many(shop.ledger, shop.client, _choices(found), horizon=HORIZON)
    assert {type(end) for end in again.values()} == {Bought}
    assert shop.calls("/bulk_buy") == 1


def test_more_than_a_hundred_take_two_calls(by_invoice: Shop) -> None:
    shop = by_invoice
    shop.ledger.learn(KEYS, PROVEN)
    run_id = enter(shop.ledger, *(_by_courier(number) for number in range(103)))
    # No rule can choose where several services cost nobody knows what.
    found = shop.prepare(run_id, choose=offers.CHEAPEST)
    assert len(found) == 103
    ends = offers.buy_many(shop.ledger, shop.client, _choices(found), horizon=HORIZON)
    assert {type(end) for end in ends.values()} == {Bought}
    assert shop.calls("/bulk_buy") == 2


def test_one_bad_row_is_read_back_and_the_others_go_on(shop: Shop) -> None:
    found = _offered(shop, 4)
    choices = _choices(found)
    bad, first, elsewhere, last = (one.shipment_id for one in found)
    truth = {one["reference"]: one["id"] for one in shop.truth()}
    choices[bad] = OfferId(12)
    shop.client.buy(truth[found[2].reference], choices[elsewhere])
    ends = offers.buy_many(shop.ledger, shop.client, choices, horizon=HORIZON)
    assert ends[bad] == Failed(bad, "offer_id", "offer_unavailable")
    assert {type(ends[one]) for one in (first, elsewhere, last)} == {Bought}
    assert {one["payments"] for one in shop.truth()} == {0, 1}
    # The first call was refused as a whole, for the row somebody else had bought.
    assert shop.calls("/bulk_buy") == 2


def test_rows_that_only_inpost_finds_too_old_are_told_of_and_left_out(shop: Shop) -> None:
    found = _offered(shop, 2)
    shop.simulator.advance(301)
    ends = offers.buy_many(shop.ledger, shop.client, _choices(found), horizon=HORIZON)
    assert {type(end) for end in ends.values()} == {Expired}
    assert {one["payments"] for one in shop.truth()} == {0}
    assert journal.open_steps(shop.ledger) == []


@pytest.mark.parametrize("acts", [True, False])
def test_a_lost_answer_to_buying_many_is_found_out(shop: Shop, acts: bool) -> None:
    found = _offered(shop, 3)
    shop.simulator.faults(
        {"do": "cut", "act": acts, "path": "*/bulk_buy", "nth": 1}, confirm_after=0.05, list_lag=0.0
    )
    horizon = Horizon.shortened(0.5)
    ends = offers.buy_many(shop.ledger, shop.client, _choices(found), horizon=horizon)
    if not acts:
        assert {one.rule for one in ends.values() if isinstance(one, Failed)} == {
            "payment_not_taken"
        }
        ends = offers.buy_many(shop.ledger, shop.client, _choices(found), horizon=horizon)
    assert {type(end) for end in ends.values()} == {Bought}
    assert {one["payments"] for one in shop.truth()} == {1}


def test_an_empty_account_says_so_for_each(shop: Shop) -> None:
    shop.simulator.control("balance", {"amount": 20})
    found = _offered(shop, 3)
    ends = offers.buy_many(shop.ledger, shop.client, _choices(found), horizon=HORIZON)
    rules = [end.rule for end in ends.values() if isinstance(end, Failed)]
    assert rules == ["debt_collection"] * 2
    assert sum(one["payments"] for one in shop.truth()) == 1


def test_many_are_selected_by_one_call(shop: Shop) -> None:
    found = _offered(shop, 3)
    choices = _choices(found) | {99: OfferId(1)}
    ends = offers.select_many(shop.ledger, shop.client, choices, horizon=HORIZON)
    assert {type(ends[one.shipment_id]) for one in found} == {Selected}
    assert ends[99] == Failed(99, "row", "resource_not_found")
    assert shop.calls("/select_offers") == 1
    assert {one["payments"] for one in shop.truth()} == {0}
    again = offers.select_many(shop.ledger, shop.client, _choices(found), horizon=HORIZON)
    assert {type(end) for end in again.values()} == {Selected}
    assert shop.calls("/select_offers") == 1


def test_the_cheapest_is_bought_for_a_whole_file(shop: Shop) -> None:
    shop.ledger.learn(KEYS, PROVEN)
    run_id = enter(shop.ledger, *(order(f"ZAM/{n}", phone=f"50123456{n}") for n in range(4)))
    assert shop.prepare(run_id, choose=offers.CHEAPEST) == ()
    assert {(one["status"], one["payments"]) for one in shop.truth()} == {("confirmed", 1)}
    assert shop.calls("/bulk_buy") == 1
    assert {row.price for row in shop.standing(run_id)} != {None}


def test_an_empty_account_stops_the_rule_too(shop: Shop) -> None:
    shop.simulator.control("balance", {"amount": 0})
    run_id = enter(shop.ledger, order("ZAM/1"), order("ZAM/2", phone="501234568"))
    shop.prepare(run_id, choose=offers.CHEAPEST)
    assert {row.outcome for row in shop.standing(run_id)} == {Outcome.UNPAID, Outcome.WAITING}


def test_a_person_is_asked_in_waves_of_twenty(shop: Shop) -> None:
    found = _offered(shop, 25)
    assert len(found) == 20
    assert len(shop.truth()) == 20
    waiting = [row for row in shop.standing() if row.rule == "not_sent"]
    assert len(waiting) == 5
    assert len(shop.prepare(1, choose=offers.ASK)) == 20
    offers.buy_many(shop.ledger, shop.client, _choices(found[:18]), horizon=HORIZON)
    assert len(shop.prepare(1, choose=offers.ASK)) == 7
    assert len(shop.truth()) == 25
    assert sum(one["payments"] for one in shop.truth()) == 18


def test_renewed_offers_count_once_all_of_them_are_there() -> None:
    def made(*statuses: str) -> Shipment:
        young = (Offer(OfferId(number), status) for number, status in enumerate(statuses, start=8))
        return Shipment(ShipmentId(1), "offers_prepared", offers=tuple(young))

    assert prepared_since(made("expired", "available", "unavailable"), 8)
    assert not prepared_since(made("expired", "available", "in_preparation"), 8)
    assert not prepared_since(made("expired"), 8)


def test_the_cheapest_needs_prices_unless_there_is_only_one() -> None:
    dear, cheap = (
        Offer(OfferId(number), "available", rate=Decimal(rate))
        for number, rate in ((1, 20), (2, 9))
    )
    unpriced = Offer(OfferId(3), "available")
    gone = Offer(OfferId(4), "unavailable")
    assert offers.cheapest([dear, cheap, gone]) == cheap
    assert offers.cheapest([dear, unpriced]) is None
    assert offers.cheapest([unpriced, gone]) == unpriced
    assert offers.cheapest([gone]) is None
