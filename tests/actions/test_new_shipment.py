"""Typed by hand: a draft becomes orders of its own run, bought as any; entered twice, made once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from inpost_desk.actions import new_shipment, ship
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import DraftParcel, Mode
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import QuestionOpen
from inpost_desk.ledger import drafts, report
from tests.actions.offer_shop import BY_COURIER, TO_LOCKER, Shop


def _work(shop: Shop, run_id: int) -> tuple[report.RowStanding, ...]:
    done = ship.work(
        shop.ledger, shop.client, run_id, terms=shop.terms, show=lambda _: None, stop=Stop()
    )
    assert done.trouble is None
    return done.rows


def test_one_locker_is_bought_with_its_label(shop: Shop) -> None:
    rows = _work(shop, shop.enter(TO_LOCKER))
    assert [(one.reference, one.outcome) for one in rows] == [("ZAM/1", Outcome.DONE)]
    (truth,) = shop.truth()
    assert (truth["reference"], truth["payments"]) == ("ZAM/1", 1)


def test_three_lockers_are_three_shipments_with_the_money_on_the_first(shop: Shop) -> None:
    draft = replace(TO_LOCKER, count=3, cod="100", insurance="200")
    rows = _work(shop, shop.enter(draft))
    assert [one.reference for one in rows] == ["ZAM/1-1/3", "ZAM/1-2/3", "ZAM/1-3/3"]
    assert {one.outcome for one in rows} == {Outcome.DONE}
    made = [shop.client.shipment(ShipmentId(one.shipment_id)) for one in rows if one.shipment_id]
    assert [one.cod for one in made] == [Decimal(100), None, None]
    assert [one.insurance for one in made] == [Decimal(200), None, None]
    assert sum(one.cod or 0 for one in made) == 100
    found = report.standing_of_references(shop.ledger, ["ZAM/1"])
    assert [one.reference for one in found] == ["ZAM/1-1/3", "ZAM/1-2/3", "ZAM/1-3/3"]
    assert {"ZAM/1"} <= found[0].names


def test_a_like_reference_is_no_part(shop: Shop) -> None:
    shop.enter(replace(TO_LOCKER, reference="ZAM/1-B"))
    assert report.standing_of_references(shop.ledger, ["ZAM/1"]) == []


def test_another_parcel_takes_the_next_number_and_no_money(shop: Shop) -> None:
    _work(shop, shop.enter(replace(TO_LOCKER, count=2, cod="100")))
    for number in (3, 4):
        more = new_shipment.another_parcel(
            shop.ledger, "ZAM/1-1/2", replace(TO_LOCKER, cod="100", insurance="100")
        )
        assert (more.reference, more.cod, more.insurance) == (f"ZAM/1-{number}/{number}", "", "")
        _work(shop, shop.enter(more, again=True))
    found = report.standing_of_references(shop.ledger, ["ZAM/1"])
    assert len(found) == 4
    made = [shop.client.shipment(ShipmentId(one.shipment_id)) for one in found if one.shipment_id]
    assert sum(one.cod or 0 for one in made) == 100


def test_another_parcel_of_a_single_one_is_the_second(shop: Shop) -> None:
    _work(shop, shop.enter(TO_LOCKER))
    more = new_shipment.another_parcel(shop.ledger, "ZAM/1", TO_LOCKER)
    assert more.reference == "ZAM/1-2/2"


def test_a_day_number_is_no_part_of_anything(shop: Shop) -> None:
    (row,) = _work(shop, shop.enter(replace(TO_LOCKER, reference="")))
    more = new_shipment.another_parcel(shop.ledger, row.reference, TO_LOCKER)
    assert more.reference == f"{row.reference}-2/2"
    day = row.reference[:2]
    assert report.standing_of_references(shop.ledger, [day]) == []
    assert row.names == {row.reference}


def test_a_courier_takes_all_parcels_in_one_shipment_with_a_label_each(by_invoice: Shop) -> None:
    parcels = (DraftParcel("", "400", "300", "150", "2"), DraftParcel("", "300", "200", "100", "1"))
    draft = replace(
        BY_COURIER, mode=Mode.SERVICE, service="inpost_courier_standard", parcels=parcels
    )
    (row,) = _work(by_invoice, by_invoice.enter(draft))
    assert row.outcome is Outcome.DONE
    (truth,) = by_invoice.truth()
    made = by_invoice.client.shipment(truth["id"])
    assert len({one.tracking_number for one in made.parcels}) == 2
    target = by_invoice.ledger.folder / "joined.pdf"
    assert ship.join_labels(by_invoice.ledger, [row], target) == 1
    assert _pages(target) == 2


def _pages(path: Path) -> int:
    from pypdf import PdfReader

    return len(PdfReader(path).pages)


def test_entered_twice_it_is_made_once(shop: Shop) -> None:
    first = shop.enter(TO_LOCKER, draft_id="same")
    second = shop.enter(replace(TO_LOCKER, last_name="Nowak"), draft_id="same")
    _work(shop, second)
    _work(shop, first)
    (truth,) = shop.truth()
    assert shop.client.shipment(truth["id"]).receiver.last_name == "Nowak"
    _work(shop, shop.enter(TO_LOCKER, draft_id="same"))
    assert len(shop.truth()) == 1


def test_a_reference_sent_before_is_asked_about(shop: Shop) -> None:
    _work(shop, shop.enter(TO_LOCKER))
    with pytest.raises(QuestionOpen) as question:
        shop.enter(TO_LOCKER)
    assert (question.value.rule, question.value.detail) == (
        "sent_before",
        str(shop.truth()[0]["id"]),
    )
    assert new_shipment.sent_before(shop.ledger, TO_LOCKER, shop.terms) is not None
    _work(shop, shop.enter(TO_LOCKER, again=True))
    assert len(shop.truth()) == 2


def test_parts_without_a_reference_share_a_day_number(shop: Shop) -> None:
    draft = replace(TO_LOCKER, reference="", count=2)
    rows = _work(shop, shop.enter(draft, draft_id="nameless"))
    assert [one.reference for one in rows] == ["02-03/001-1/2", "02-03/001-2/2"]
    again = report.standing_of_run(shop.ledger, shop.enter(draft, draft_id="nameless"))
    assert [one.reference for one in again] == ["02-03/001-1/2", "02-03/001-2/2"]


def test_one_without_a_reference_gets_a_day_number(shop: Shop) -> None:
    rows = _work(shop, shop.enter(replace(TO_LOCKER, reference="")))
    assert [one.reference for one in rows] == ["02-03/001"]


def test_a_draft_with_mistakes_is_not_entered(shop: Shop) -> None:
    with pytest.raises(ValueError, match="mistakes"):
        shop.enter(replace(TO_LOCKER, phone="1"))
    assert report.recent_runs(shop.ledger) == []


def test_a_draft_that_cannot_be_sent_any_more_is_refused_in_words(shop: Shop) -> None:
    run_id = shop.enter(TO_LOCKER)
    with shop.ledger.write() as connection:
        connection.exec_driver_sql("UPDATE orders SET wish = '{}'")
    shop.prepare(run_id)
    (row,) = shop.standing(run_id)
    assert (row.outcome, row.rule) == (Outcome.REFUSED, "draft_not_ready")
    assert shop.truth() == []


def test_what_inpost_refuses_is_corrected_and_sent(shop: Shop) -> None:
    wrong = replace(TO_LOCKER, point="KRA999")
    (row,) = _work(shop, shop.enter(wrong, draft_id="one"))
    assert (row.outcome, row.field, row.rule) == (Outcome.REFUSED, "point", "does_not_exist")
    (row,) = _work(shop, shop.enter(TO_LOCKER, draft_id="one"))
    assert row.outcome is Outcome.DONE


def test_a_draft_survives(shop: Shop) -> None:
    now = shop.client.now()
    assert drafts.newest(shop.ledger) is None
    one = drafts.keep(shop.ledger, TO_LOCKER, now=now)
    changed = replace(TO_LOCKER, city="Łódź")
    assert drafts.keep(shop.ledger, changed, now=now, draft_id=one) == one
    kept = drafts.newest(shop.ledger)
    assert kept is not None
    assert (kept.id, kept.draft) == (one, changed)
    drafts.forget(shop.ledger, one)
    assert drafts.newest(shop.ledger) is None
