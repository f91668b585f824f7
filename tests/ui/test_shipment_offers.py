"""Offers with real keys: asked for once, marked by a digit, bought by Enter, renewed, paid again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.draft import Step
from tests.simulator_process import Simulator
from tests.ui.wizard_desk import ALT, OFFERS, every_service, wizard

Key = Qt.Key


@pytest.fixture
def simulator(simulator: Simulator) -> Simulator:
    every_service(simulator)
    return simulator


def test_the_third_offer_is_bought_by_its_key(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        third = desk.offers.picker.rows[2].offer
        desk.key(Key.Key_3)
        assert desk.offers.picker.marked() == third
        assert third.rate is not None
        assert desk.main_words == f"Buy and print for {third.rate:.2f} zł".replace(".", ",")
        assert desk.shipments()[0]["payments"] == 0
        desk.enter()
        desk.enter()
        desk.ended()
        (made,) = desk.shipments()
        assert (made["service"], made["payments"]) == (third.service, 1)
        assert made["charged"] == float(third.rate)
        assert desk.on_paper() == [made["tracking_number"]]
        assert desk.calls() == {"POST shipments": 1, "POST buy": 1}


def test_a_service_left_over_from_before_the_offers_was_not_changed_by_inpost(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    left = replace(OFFERS, service="inpost_locker_standard")
    with wizard(qtbot, lanes, simulator, tmp_path, draft=left, prepaid=False) as desk:
        desk.offers_there()
        desk.enter()
        desk.ended()
        assert desk.done.notes.isHidden()


def test_arrows_mark_too_and_digits_that_are_not_there_do_nothing(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        rows = desk.offers.picker.rows
        assert desk.offers.picker.marked() == rows[0].offer
        desk.key(Key.Key_Down)
        assert desk.offers.picker.marked() == rows[1].offer
        desk.key(Key.Key_9)
        assert desk.offers.picker.marked() == rows[1].offer
        desk.key(Key.Key_Up)
        desk.key(Key.Key_Up)
        assert desk.offers.picker.marked() == rows[0].offer
        assert desk.calls() == {"POST shipments": 1}


def test_expired_offers_are_made_anew_and_the_choice_stays(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    simulator.faults(offer_life=3.0)
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        desk.key(Key.Key_2)
        chosen = desk.services()[1]
        desk.until(lambda: desk.main_words == "Ask for new offers")
        assert desk.offers.picker.aside.ring.word() == "expired"
        assert not any(row.isEnabled() for row in desk.offers.picker.rows)
        simulator.faults(offer_life=300.0)
        desk.enter()
        desk.until(lambda: desk.main_words.startswith("Buy and print for"))
        marked = desk.offers.picker.marked()
        assert marked is not None
        assert marked.service == chosen
        desk.enter()
        desk.ended()
        assert [one["service"] for one in desk.shipments()] == [chosen]
        assert desk.calls() == {"POST shipments": 1, "PUT": 1, "POST buy": 1}


def test_a_refused_payment_is_topped_up_and_paid_again(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    simulator.control("balance", {"amount": 1})
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        desk.enter()
        desk.until(lambda: desk.main_words == "Pay again")
        assert "Top up in Manager Paczek" in desk.offers.note.text.text()
        assert desk.on_paper() == []
        simulator.control("balance", {"amount": 500})
        desk.enter()
        desk.ended()
        (made,) = desk.shipments()
        assert made["payments"] == 1
        assert desk.on_paper() == [made["tracking_number"]]
        assert desk.calls() == {"POST shipments": 1, "POST buy": 2}


def test_company_data_that_is_missing_is_said_with_what_to_fill_in(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    simulator.control("account", {"company_data": False})
    draft = replace(OFFERS, cod="100", insurance="100")
    with wizard(qtbot, lanes, simulator, tmp_path, draft=draft) as desk:
        desk.offers_there()
        desk.enter()
        desk.until(lambda: desk.main_words == "Pay again")
        assert "bank account" in desk.offers.note.text.text()
        simulator.control("account", {"company_data": True})
        desk.enter()
        desk.ended()
        assert desk.shipments()[0]["payments"] == 1


def test_an_account_paid_by_invoice_sees_no_price(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path, prepaid=False) as desk:
        desk.offers_there()
        assert {row.price.text() for row in desk.offers.picker.rows} == {"by contract"}
        assert desk.main_words == "Buy and print"
        assert desk.drafting.prepaid is False
        desk.enter()
        desk.ended()
        assert desk.shipments()[0]["payments"] == 1
        assert len(desk.on_paper()) == 1


def test_a_changed_draft_edits_the_same_shipment(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        before = desk.offers.picker.rows[0].offer
        desk.key(Key.Key_Left, ALT)
        desk.at(Step.EXTRAS)
        desk.drafting.change(insurance="8000")
        desk.enter()
        desk.until(lambda: desk.buying.offers and not desk.buying.busy)
        desk.until(lambda: desk.offers.picker.rows[0].offer.id != before.id)
        desk.until(lambda: desk.main_words.startswith("Buy and print for"))
        desk.enter()
        desk.ended()
        assert len(desk.shipments()) == 1
        assert desk.calls() == {"POST shipments": 1, "PUT": 1, "POST buy": 1}


def test_a_step_back_without_a_change_asks_nothing(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        desk.key(Key.Key_Left, ALT)
        desk.at(Step.EXTRAS)
        desk.enter()
        desk.offers_there()
        desk.rest()
        assert desk.calls() == {"POST shipments": 1}


def test_a_notice_that_costs_the_offer_is_left_out_by_one_key(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    draft = replace(OFFERS, additional_services=("sms",))
    with wizard(qtbot, lanes, simulator, tmp_path, draft=draft) as desk:
        desk.offers_there()
        assert "inpost_courier_c2c" not in desk.services()
        row = next(
            one for one in desk.offers.picker.missing if one.offer.service == "inpost_courier_c2c"
        )
        assert "SMS" in row.reason.text()
        desk.key(Key.Key_S, ALT)
        desk.until(lambda: "inpost_courier_c2c" in desk.services())
        assert desk.drafting.draft.additional_services == ()
        assert desk.calls() == {"POST shipments": 1, "PUT": 1}


def test_leaving_says_that_nothing_was_charged(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        desk.page.hide()
        (notice,) = desk.notices.values()
        assert "nothing was charged" in notice.fact
        assert desk.shipments()[0]["payments"] == 0


def test_a_lost_answer_to_the_purchase_buys_once(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        simulator.faults({"do": "cut", "act": True, "path": "/buy", "nth": 1})
        desk.enter()
        desk.ended()
        assert desk.shipments()[0]["payments"] == 1
        assert desk.calls()["POST buy"] == 1


def test_the_rule_is_kept_and_marks_the_next_time(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        desk.key(Key.Key_3)
        third = desk.services()[2]
        desk.offers.picker.aside.this.click()
    with wizard(
        qtbot, Lanes(), simulator, tmp_path, draft=replace(OFFERS, reference="T-2")
    ) as desk:
        desk.offers_there()
        marked = desk.offers.picker.marked()
        assert marked is not None
        assert marked.service == third
        assert desk.shipments()[-1]["payments"] == 0


def test_what_could_not_be_paid_is_not_paid_by_coming_back(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    simulator.control("balance", {"amount": 1})
    with wizard(qtbot, lanes, simulator, tmp_path) as desk:
        desk.offers_there()
        desk.enter()
        desk.until(lambda: desk.main_words == "Pay again")
        simulator.control("balance", {"amount": 500})
        desk.key(Key.Key_Left, ALT)
        desk.at(Step.EXTRAS)
        desk.enter()
        desk.at(Step.OFFERS)
        desk.rest()
        assert desk.main_words == "Pay again"
        desk.key(Key.Key_Left, ALT)
        desk.at(Step.EXTRAS)
        desk.drafting.change(comments="fragile")
        desk.enter()
        desk.at(Step.OFFERS)
        desk.until(lambda: desk.main_words.startswith("Buy and print for"))
        assert desk.shipments()[0]["payments"] == 0
        desk.enter()
        desk.ended()
        assert desk.shipments()[0]["payments"] == 1
        assert desk.calls() == {"POST shipments": 1, "PUT": 1, "POST buy": 2}
