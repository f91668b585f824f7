"""Wymień: the new shipment is bought, the old one must not leave, and what becomes of the money is said."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update

from inpost_desk.actions import offers
from inpost_desk.actions.changing import Failed
from inpost_desk.actions.replace import (
    CANCELLED,
    NO_CHARGE_BACK,
    Replaced,
    enter_replacement,
    replace_shipment,
)
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import Draft
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger import changes, earlier, run_totals, schema, seen
from tests.actions.offer_shop import BY_COURIER, TO_LOCKER, Shop

ELSEWHERE = replace(TO_LOCKER, point="KRA02APP", reference="")


def _replace(shop: Shop, draft: Draft = ELSEWHERE, *, name: str = "new") -> Replaced | None:
    run_id = enter_replacement(shop.ledger, shop.client, 1, draft, shop.terms, draft_id=name)
    if run_id is None:
        return None
    return replace_shipment(shop.ledger, shop.client, 1, run_id, terms=shop.terms, stop=Stop())


def _old(shop: Shop) -> changes.Ours:
    found = changes.find(shop.ledger, 1)
    assert found is not None
    return found


def test_the_new_one_is_bought_and_the_old_one_must_not_leave(shop: Shop) -> None:
    shop.prepare(shop.enter(TO_LOCKER))
    done = _replace(shop)
    assert done is not None
    assert (done.old, done.new.reference) == (NO_CHARGE_BACK, "ZAM/1")
    old, new = shop.truth()
    assert (old["status"], new["status"]) == ("confirmed", "confirmed")
    assert shop.client.shipment(new["id"]).target_point == "KRA02APP"
    assert _old(shop).do_not_send
    assert _old(shop).replaced_by == done.new.local_id
    (row,) = shop.standing(1)
    assert (row.outcome, row.rule, row.value, row.label) == (
        Outcome.REPLACED,
        "replaced",
        str(new["id"]),
        "",
    )
    totals = {one.id: one.outcomes for one in run_totals.newest_runs(shop.ledger, most=5)}
    assert totals[1] == {Outcome.REPLACED: 1}


def test_repeated_it_buys_nothing_twice(shop: Shop) -> None:
    shop.prepare(shop.enter(TO_LOCKER))
    assert _replace(shop) == _replace(shop)
    assert len(shop.truth()) == 2
    assert _replace(shop, name="another draft") is None
    assert len(shop.truth()) == 2


def test_a_refused_replacement_leaves_the_old_one_good(shop: Shop) -> None:
    shop.prepare(shop.enter(TO_LOCKER))
    done = _replace(shop, replace(ELSEWHERE, point="KRA999"))
    assert done is not None
    assert (done.new.outcome, done.new.field, done.old) == (Outcome.REFUSED, "point", "")
    assert not _old(shop).do_not_send
    mended = _replace(shop, name="another draft")
    assert mended is not None
    assert mended.old == NO_CHARGE_BACK
    assert len(shop.truth()) == 2


def test_an_unpaid_one_is_cancelled(shop: Shop) -> None:
    found = shop.offered(BY_COURIER)
    done = _replace(shop, replace(TO_LOCKER, reference=""))
    assert done is not None
    assert done.old == CANCELLED
    assert {one["status"] for one in shop.truth()} == {"canceled", "confirmed"}
    assert isinstance(offers.offers_of(shop.ledger, shop.client, found.shipment_id), offers.Offered)


def test_what_is_replaced_before_it_is_paid_is_never_paid(shop: Shop) -> None:
    shop.simulator.control("balance", {"amount": 0})
    shop.prepare(shop.enter(TO_LOCKER))
    shop.simulator.control("balance", {"amount": 1000})
    done = _replace(shop)
    assert done is not None
    shop.prepare(1)
    paid = [one["payments"] for one in shop.truth()]
    assert paid == [0, 1]
    assert [one.do_not_send for one in seen.of_run(shop.ledger, 1)] == [True]


def test_nobody_pays_by_a_rule_for_what_is_about_to_be_replaced(shop: Shop) -> None:
    shop.simulator.control("balance", {"amount": 0})
    shop.prepare(shop.enter(TO_LOCKER))
    shop.simulator.control("balance", {"amount": 1000})
    planned = enter_replacement(
        shop.ledger, shop.client, 1, ELSEWHERE, shop.terms, draft_id="planned"
    )
    shop.prepare(1)
    assert planned is not None
    assert [one["payments"] for one in shop.truth()] == [0]


def test_an_unknown_one_is_not_replaced(shop: Shop) -> None:
    assert _replace(shop) is None
    assert shop.truth() == []


def test_a_replacement_made_anew_stops_the_old_one_too(shop: Shop) -> None:
    shop.prepare(shop.enter(TO_LOCKER))
    draft = replace(BY_COURIER, reference="")
    run_id = enter_replacement(shop.ledger, shop.client, 1, draft, shop.terms, draft_id="new")
    assert run_id is not None
    (first,) = shop.prepare(run_id)
    offers.cancel(shop.ledger, shop.client, first.shipment_id, horizon=Horizon.shortened(1))
    fresh = offers.make_anew(shop.ledger, shop.client, first.shipment_id)
    (again,) = shop.prepare(run_id)
    assert (again.shipment_id, _old(shop).replaced_by) == (fresh, fresh)
    assert not _old(shop).do_not_send
    shop.choose(again.shipment_id, again.offers[0].id)
    assert _old(shop).do_not_send
    # A bought one counts for its row, not the cancelled one behind it.
    assert earlier.rows_before(shop.ledger, "typed:new") == {1: True}


def test_nobody_buys_what_was_replaced(shop: Shop) -> None:
    found = shop.offered(BY_COURIER)
    shipment = shop.client.shipment(ShipmentId(shop.truth()[0]["id"]))
    offer_id = found.offers[0].id
    with shop.ledger.write() as connection:
        connection.execute(update(schema.shipments).values(do_not_send=True))
    refused = Failed(found.shipment_id, "status", "replaced")
    assert shop.choose(found.shipment_id, offer_id) == refused
    ends = offers.buy_many(shop.ledger, shop.client, {found.shipment_id: offer_id})
    assert ends == {found.shipment_id: refused}
    wanted = [changes.Change(shipment, offer_id)]
    now = shop.client.now()
    assert changes.claim_change(shop.ledger, changes.BUY, wanted, now=now) is None
    assert changes.claim_change(shop.ledger, changes.CANCEL, wanted, now=now) is not None
    assert shop.calls("buy") == 0
