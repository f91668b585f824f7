"""Wymień: the new shipment is bought, the old one must not leave, and what becomes of the money is said."""

from __future__ import annotations

from dataclasses import replace

from inpost_desk.actions import offers
from inpost_desk.actions.replace import (
    CANCELLED,
    NO_CHARGE_BACK,
    Replaced,
    enter_replacement,
    replace_shipment,
)
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import Draft
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger import changes, run_totals, seen
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


def test_an_unknown_one_is_not_replaced(shop: Shop) -> None:
    assert _replace(shop) is None
    assert shop.truth() == []
