"""Offers from a real simulator: prepared, chosen, bought once, renewed; whatever InPost answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from inpost_desk.actions import new_shipment, offers, settle
from inpost_desk.actions.asking import asked_for
from inpost_desk.actions.changing import Bought, Busy, Cancelled, Expired, Failed, Pending
from inpost_desk.actions.offers import Offered, Selected
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import Mode
from inpost_desk.domain.shipment import OfferId
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger import changes, journal
from inpost_desk.ledger.changes import Change
from tests.actions.offer_shop import BY_COURIER, TO_LOCKER, Shop


def test_offers_are_prepared_and_nothing_is_bought(shop: Shop) -> None:
    found = shop.offered()
    had = [one for one in found.offers if one.status == "available"]
    assert had
    assert [one.rate for one in had] == sorted(one.rate for one in had if one.rate)
    (row,) = shop.standing()
    assert (row.outcome, row.field, row.rule) == (Outcome.OFFERED, "offer_id", "choose_offer")
    (truth,) = shop.truth()
    assert (truth["status"], truth["payments"]) == ("offers_prepared", 0)


def test_a_chosen_offer_is_bought_once(shop: Shop) -> None:
    found = shop.offered()
    offer = next(one for one in found.offers if one.status == "available")
    end = shop.choose(found.shipment_id, offer.id)
    assert isinstance(end, Bought)
    assert (end.offer_id, end.price, end.other) == (offer.id, offer.rate, False)
    assert end.tracking_number
    assert isinstance(shop.choose(found.shipment_id, offer.id), Bought)
    assert shop.calls("/buy") == 1
    assert shop.truth()[0]["payments"] == 1
    (row,) = shop.standing()
    assert (row.rule, row.price) == ("label_missing", offer.rate)
    assert journal.open_steps(shop.ledger) == []


def test_another_start_of_the_run_does_not_choose(shop: Shop) -> None:
    found = shop.offered()
    assert [one.shipment_id for one in shop.prepare(1)] == [found.shipment_id]
    assert shop.truth()[0]["payments"] == 0
    assert shop.calls("/shipments") == 1


def _had(found: Offered) -> list[int]:
    return [int(one.id) for one in found.offers if one.status == "available"]


def test_the_third_offer_may_be_chosen_too(by_invoice: Shop) -> None:
    found = by_invoice.offered()
    end = by_invoice.choose(found.shipment_id, _had(found)[2])
    assert isinstance(end, Bought)
    assert (end.offer_id, end.price) == (_had(found)[2], None)
    assert end.service == by_invoice.truth()[0]["service"]


def test_an_expired_offer_is_renewed_by_an_edit_and_bought_then(shop: Shop) -> None:
    found = shop.offered()
    shop.simulator.advance(301)
    shop.client.account()
    old = _had(found)[0]
    assert shop.choose(found.shipment_id, old) == Expired(found.shipment_id)
    renewed = offers.renew(
        shop.ledger, shop.client, found.shipment_id, horizon=Horizon.shortened(2)
    )
    assert isinstance(renewed, Offered)
    assert min(_had(renewed)) > max(_had(found))
    assert isinstance(shop.choose(found.shipment_id, _had(renewed)[0]), Bought)
    assert len(shop.truth()) == 1
    # Within the second only InPost can tell: it refused the first call.
    assert [shop.calls("/buy"), shop.calls("/shipments")] == [2, 1]


def test_what_was_bought_meanwhile_is_not_renewed(shop: Shop) -> None:
    found = shop.offered()
    bought = shop.choose(found.shipment_id, _had(found)[0])
    assert isinstance(bought, Bought)
    end = offers.renew(shop.ledger, shop.client, found.shipment_id)
    assert end == bought
    assert [one for one in shop.simulator.log() if one["method"] == "PUT"] == []


def test_what_has_surely_expired_is_not_even_asked_for(shop: Shop) -> None:
    found = shop.offered()
    shop.simulator.advance(400)
    shop.client.account()
    assert shop.choose(found.shipment_id, _had(found)[0]) == Expired(found.shipment_id)
    assert shop.calls("/buy") == 0


def test_an_unknown_offer_is_not_bought(shop: Shop) -> None:
    found = shop.offered()
    assert shop.choose(found.shipment_id, 77) == Failed(
        found.shipment_id, "offer_id", "offer_unavailable"
    )
    assert shop.calls("/buy") == 0


def test_a_refused_payment_says_why_and_is_paid_again_after_topping_up(shop: Shop) -> None:
    shop.simulator.control("balance", {"amount": 0})
    found = shop.offered()
    offer = _had(found)[0]
    assert shop.choose(found.shipment_id, offer) == Failed(
        found.shipment_id, "payment", "debt_collection"
    )
    assert shop.standing()[0].outcome is Outcome.UNPAID
    shop.prepare(1)
    assert shop.calls("/buy") == 1
    shop.simulator.control("balance", {"amount": 100})
    end = shop.choose(found.shipment_id, offer)
    assert isinstance(end, Bought)
    assert shop.calls("/buy") == 2
    assert shop.truth()[0]["payments"] == 1


def test_a_payment_refused_at_once_says_why(shop: Shop) -> None:
    found = shop.offered()
    shop.simulator.faults(
        fail_at_once=True, refuse_payment="company_data_missing", confirm_after=0.05, list_lag=0.0
    )
    assert shop.choose(found.shipment_id, _had(found)[0]) == Failed(
        found.shipment_id, "payment", "company_data_missing"
    )


def test_another_offer_that_was_bought_elsewhere_is_told_of(by_invoice: Shop) -> None:
    found = by_invoice.offered()
    ours, theirs = _had(found)[:2]
    (truth,) = by_invoice.truth()
    by_invoice.client.buy(truth["id"], OfferId(theirs))
    end = by_invoice.choose(found.shipment_id, ours)
    assert isinstance(end, Bought)
    assert (end.offer_id, end.other) == (theirs, True)
    assert by_invoice.calls("/buy") == 1


@pytest.mark.parametrize("acts", [True, False])
def test_a_lost_answer_to_buying_is_found_out(shop: Shop, acts: bool) -> None:
    found = shop.offered()
    shop.simulator.faults(
        {"do": "cut", "act": acts, "path": "*/buy", "nth": 1}, confirm_after=0.05, list_lag=0.0
    )
    end = shop.choose(found.shipment_id, _had(found)[0])
    if acts:
        assert isinstance(end, Bought)
    else:
        assert end == Failed(found.shipment_id, "payment", "payment_not_taken")
        assert isinstance(shop.choose(found.shipment_id, _had(found)[0]), Bought)
    assert shop.truth()[0]["payments"] == 1
    assert journal.open_steps(shop.ledger) == []


def test_nobody_buys_what_another_window_is_buying(shop: Shop) -> None:
    found = shop.offered()
    (truth,) = shop.truth()
    shipment = shop.client.shipment(truth["id"])
    claimed = changes.claim_change(
        shop.ledger, changes.EDIT, [Change(shipment)], now=shop.client.now()
    )
    assert claimed is not None
    assert shop.choose(found.shipment_id, _had(found)[0]) == Busy(found.shipment_id)
    assert shop.calls("/buy") == 0


def test_a_purchase_that_is_slow_stays_pending_and_is_not_asked_twice(shop: Shop) -> None:
    found = shop.offered()
    shop.simulator.faults(confirm_after=30.0, list_lag=0.0)
    stopped = Stop()
    stopped.event.set()
    end = offers.choose(
        shop.ledger, shop.client, found.shipment_id, OfferId(_had(found)[0]), stop=stopped
    )
    assert end == Pending(found.shipment_id)
    shop.simulator.advance(40)
    assert isinstance(shop.choose(found.shipment_id, _had(found)[0]), Bought)
    assert shop.calls("/buy") == 1


def test_selecting_pays_nothing_and_the_choice_can_be_bought(by_invoice: Shop) -> None:
    found = by_invoice.offered()
    wanted = OfferId(_had(found)[1])
    end = offers.select(by_invoice.ledger, by_invoice.client, found.shipment_id, wanted)
    assert isinstance(end, Selected)
    assert end.offer.id == wanted
    assert offers.select(by_invoice.ledger, by_invoice.client, found.shipment_id, wanted) == end
    assert by_invoice.calls("/select_offer") == 1
    assert by_invoice.standing()[0].outcome is Outcome.OFFERED
    assert by_invoice.truth()[0]["payments"] == 0
    assert isinstance(by_invoice.choose(found.shipment_id, wanted), Bought)


def test_a_lost_answer_to_selecting_is_read_back(shop: Shop) -> None:
    found = shop.offered()
    shop.simulator.faults(
        {"do": "cut", "act": True, "path": "*/select_offer", "nth": 1},
        confirm_after=0.05,
        list_lag=0.0,
    )
    end = offers.select(shop.ledger, shop.client, found.shipment_id, OfferId(_had(found)[0]))
    assert isinstance(end, Selected)
    assert shop.calls("/select_offer") == 1


def test_only_choice_of_offer_is_paid_by_our_call(shop: Shop) -> None:
    run_id = shop.enter(replace(TO_LOCKER, only_choice_of_offer=True))
    assert shop.prepare(run_id) == ()
    (truth,) = shop.truth()
    assert (truth["status"], truth["payments"]) == ("confirmed", 1)
    assert shop.calls("/buy") == 1


def test_simplified_mode_never_calls_buy(shop: Shop) -> None:
    shop.prepare(shop.enter(TO_LOCKER))
    assert shop.truth()[0]["payments"] == 1
    assert shop.calls("/buy") == 0


def test_what_was_not_made_has_no_offers(shop: Shop) -> None:
    shop.enter(BY_COURIER)
    assert offers.offers_of(shop.ledger, shop.client, 1) == Failed(1, "row", "resource_not_found")
    assert offers.offers_of(shop.ledger, shop.client, 99) == Failed(99, "row", "resource_not_found")


def test_a_cancelled_shipment_is_made_anew_only_then(shop: Shop) -> None:
    found = shop.offered()
    assert offers.make_anew(shop.ledger, shop.client, found.shipment_id) is None
    end = offers.cancel(shop.ledger, shop.client, found.shipment_id, horizon=Horizon.shortened(1))
    assert end == Cancelled(found.shipment_id)
    assert shop.choose(found.shipment_id, _had(found)[0]) == Cancelled(found.shipment_id)
    fresh = offers.make_anew(shop.ledger, shop.client, found.shipment_id)
    assert fresh is not None
    assert offers.make_anew(shop.ledger, shop.client, found.shipment_id) is None
    again = shop.prepare(1)
    assert [one.shipment_id for one in again] == [fresh]
    assert isinstance(shop.choose(fresh, _had(again[0])[0]), Bought)
    assert sorted(one["status"] for one in shop.truth()) == ["canceled", "confirmed"]
    assert settle.settle(shop.ledger, shop.client, horizon=Horizon()).open == 0


@pytest.mark.parametrize("acts", [True, False])
def test_a_lost_answer_to_cancelling_is_found_out(shop: Shop, acts: bool) -> None:
    found = shop.offered()
    shop.simulator.faults(
        {"do": "cut", "act": acts, "method": "DELETE", "nth": 1}, confirm_after=0.05, list_lag=0.0
    )
    end = offers.cancel(shop.ledger, shop.client, found.shipment_id, horizon=Horizon.shortened(1))
    done = Cancelled(found.shipment_id)
    assert end == (done if acts else Failed(found.shipment_id, "status", "not_cancelled"))


def test_a_purchase_that_overtakes_the_cancellation_is_told_of(shop: Shop) -> None:
    # Accepted from 1.2 s on it comes too late, from 2.4 s on it is refused: over a second for a slow machine.
    shop.simulator.faults(confirm_after=9.0, list_lag=0.0)
    run_id = shop.enter(TO_LOCKER)
    claimed = journal.claim(shop.ledger, run_id, limit=1, now=shop.client.now())
    assert claimed is not None
    new = new_shipment.parts_of(TO_LOCKER, shop.terms)[0]
    assert new.order.reference == "ZAM/1"
    asked = asked_for(claimed.rows[0], contract=frozenset(), choices=shop.terms.choices)
    assert asked is not None
    shipment = shop.client.create(asked)
    journal.made(shop.ledger, [(claimed.rows[0].step_id, shipment)], now=shop.client.now())
    shop.simulator.advance(1.3)
    patient = replace(Horizon.shortened(36), race=timedelta(seconds=12))
    end = offers.cancel(shop.ledger, shop.client, 1, horizon=patient)
    assert isinstance(end, Bought)
    assert shop.truth()[0]["status"] == "confirmed"
    assert shop.standing()[0].rule == "label_missing"


def test_a_bought_shipment_is_not_cancelled(shop: Shop) -> None:
    shop.prepare(shop.enter(TO_LOCKER))
    assert isinstance(offers.cancel(shop.ledger, shop.client, 1), Bought)
    assert sum(one["method"] == "DELETE" for one in shop.simulator.log()) == 0


def test_what_inpost_does_not_cancel_stays_as_it_is(shop: Shop) -> None:
    found = shop.offered()
    offers.select(shop.ledger, shop.client, found.shipment_id, OfferId(_had(found)[0]))
    assert offers.cancel(shop.ledger, shop.client, found.shipment_id) == Failed(
        found.shipment_id, "status", "cannot_be_cancelled"
    )
    assert shop.truth()[0]["status"] == "offer_selected"


def test_an_edit_makes_the_offers_anew(shop: Shop) -> None:
    found = shop.offered()
    edited = offers.edit(
        shop.ledger,
        shop.client,
        found.shipment_id,
        replace(BY_COURIER, city="Radom", cod="120"),
        shop.terms.choices,
    )
    assert isinstance(edited, Offered)
    assert min(one.id for one in edited.offers) > max(one.id for one in found.offers)
    now = shop.client.shipment(shop.truth()[0]["id"])
    assert now.receiver.address is not None
    assert (now.receiver.address.city, now.cod) == ("Radom", Decimal(120))
    ours = changes.find(shop.ledger, found.shipment_id)
    assert ours is not None
    assert "Radom" in ours.wish
    assert ours.key in now.keys
    assert isinstance(shop.choose(found.shipment_id, _had(edited)[0]), Bought)
    ended = offers.edit(shop.ledger, shop.client, found.shipment_id, BY_COURIER, shop.terms.choices)
    assert isinstance(ended, Bought)


def test_an_edit_with_mistakes_asks_nobody(shop: Shop) -> None:
    found = shop.offered()
    wrong = replace(BY_COURIER, phone="12")
    assert offers.edit(
        shop.ledger, shop.client, found.shipment_id, wrong, shop.terms.choices
    ) == Failed(found.shipment_id, "row", "draft_not_ready")
    assert sum(one["method"] == "PUT" for one in shop.simulator.log()) == 0


def test_an_edit_that_inpost_refuses_names_the_field(shop: Shop) -> None:
    run_id = shop.enter(replace(TO_LOCKER, mode=Mode.OFFERS))
    (found,) = shop.prepare(run_id)
    wrong = replace(TO_LOCKER, mode=Mode.OFFERS, point="KRA999")
    assert offers.edit(
        shop.ledger, shop.client, found.shipment_id, wrong, shop.terms.choices
    ) == Failed(found.shipment_id, "point", "does_not_exist")
    assert shop.standing()[0].outcome is Outcome.OFFERED


def test_an_edit_to_a_known_service_is_paid_by_the_next_run(shop: Shop) -> None:
    found = shop.offered(replace(TO_LOCKER, mode=Mode.OFFERS))
    edited = offers.edit(shop.ledger, shop.client, found.shipment_id, TO_LOCKER, shop.terms.choices)
    assert isinstance(edited, Offered)
    shop.prepare(1)
    (truth,) = shop.truth()
    assert (truth["status"], truth["payments"]) == ("confirmed", 1)
    assert shop.calls("/buy") == 1


def test_a_lost_answer_to_an_edit_is_read_from_its_offers(shop: Shop) -> None:
    found = shop.offered()
    shop.simulator.faults(
        {"do": "cut", "act": True, "method": "PUT", "nth": 1}, confirm_after=0.05, list_lag=0.0
    )
    edited = offers.edit(
        shop.ledger,
        shop.client,
        found.shipment_id,
        replace(BY_COURIER, city="Radom"),
        shop.terms.choices,
    )
    assert isinstance(edited, Offered)
    assert sum(one["method"] == "PUT" for one in shop.simulator.log()) == 1
    ours = changes.find(shop.ledger, found.shipment_id)
    assert ours is not None
    assert "Radom" in ours.wish
