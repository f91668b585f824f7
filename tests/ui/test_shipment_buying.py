"""The purchase behind the summary, with real keys: bought once, printed, refused, paid again, read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.draft import Draft, Step
from inpost_desk.ui.shipment.beginning import Beginning
from tests.simulator_process import Simulator
from tests.ui.wizard_desk import ALT, CTRL, LOCKER, Wizard, wizard

Key = Qt.Key


def _buy(desk: Wizard) -> None:
    desk.go_to(Step.SUMMARY)
    desk.enter()
    desk.ended()


def test_a_locker_parcel_is_bought_once_and_printed(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER) as desk:
        desk.go_to(Step.SUMMARY)
        desk.enter()
        desk.enter()
        desk.ended()
        (made,) = desk.shipments()
        assert (made["payments"], made["reference"]) == (1, "T-1")
        assert desk.on_paper() == [made["tracking_number"]]
        assert desk.calls() == {"POST shipments": 1}
        assert desk.done.paper_text.text() == "The label is printed."
        assert desk.main_words == "New shipment"


def test_the_price_stands_on_the_button(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER) as desk:
        desk.go_to(Step.SUMMARY)
        desk.until(lambda: "16,49 zł" in desk.main_words)
        assert desk.drafting.prepaid is True
        assert desk.calls() == {}


def test_an_invoice_account_is_learned_from_the_answer(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER, prepaid=False) as desk:
        desk.go_to(Step.SUMMARY)
        desk.until(lambda: desk.drafting.prepaid is False)
        assert desk.summary.cost_note.text() == "by contract, with the invoice"
        assert desk.main_words == "Buy and print"


def test_three_shipments_with_the_money_on_the_first(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    draft = replace(LOCKER, count=3, cod="120")
    with wizard(qtbot, lanes, simulator, tmp_path, draft=draft) as desk:
        _buy(desk)
        made = desk.shipments()
        assert sorted(one["reference"] for one in made) == ["T-1-1/3", "T-1-2/3", "T-1-3/3"]
        assert sum(one["payments"] for one in made) == 3
        assert sorted(desk.on_paper()) == sorted(one["tracking_number"] for one in made)
        assert desk.done.paper_text.text() == "Labels printed: 3"


def test_an_empty_balance_is_told_and_paid_again(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    simulator.control("balance", {"amount": 1})
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER) as desk:
        desk.go_to(Step.SUMMARY)
        desk.enter()
        desk.until(lambda: desk.main_words == "Pay again")
        assert "Top up" in desk.summary.note.text.text()
        assert desk.on_paper() == []
        simulator.control("balance", {"amount": 100})
        desk.enter()
        desk.ended()
        (made,) = desk.shipments()
        assert made["payments"] == 1
        assert desk.calls() == {"POST shipments": 1, "POST buy": 1}


def test_what_inpost_refuses_stands_at_its_field(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    draft = replace(LOCKER, point="QQQ999")
    with wizard(qtbot, lanes, simulator, tmp_path, draft=draft) as desk:
        desk.go_to(Step.SUMMARY)
        desk.enter()
        desk.until(lambda: desk.drafting.refused)
        (found,) = desk.drafting.refused
        assert (found.step, found.problem.field, found.stops) == (Step.DELIVERY, "point", True)
        desk.drafting.change(point="KRA010")
        _buy(desk)
        assert [one["payments"] for one in desk.shipments()] == [1]


def test_a_lost_answer_is_settled_and_never_bought_twice(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    simulator.faults({"do": "cut", "act": True, "path": "/shipments", "method": "POST", "nth": 1})
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER) as desk:
        _buy(desk)
        assert [one["payments"] for one in desk.shipments()] == [1]
        assert desk.calls()["POST shipments"] == 1


def test_a_parcel_point_changes_the_service_and_that_is_read_back(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    draft = replace(LOCKER, point="POP-WAW364")
    with wizard(qtbot, lanes, simulator, tmp_path, draft=draft) as desk:
        _buy(desk)
        assert desk.shipments()[0]["service"] == "inpost_locker_customer_service_point"
        assert "Paczkomat became PaczkoPunkt" in desk.done.notes.text.text()


def test_without_a_printer_it_is_bought_and_said(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER, printers=()) as desk:
        _buy(desk)
        assert desk.shipments()[0]["payments"] == 1
        assert "No printer is chosen" in desk.done.paper_text.text()
        assert desk.done.print_button.words() == "Print the label"


def test_the_number_is_copied_and_the_label_printed_again(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER) as desk:
        _buy(desk)
        number = desk.shipments()[0]["tracking_number"]
        copy = next(
            one
            for one in desk.done.findChildren(QPushButton)
            if one.accessibleName().endswith(number)
        )
        copy.click()
        assert QGuiApplication.clipboard().text() == number
        desk.key(Key.Key_P, CTRL)
        desk.until(lambda: len(desk.on_paper()) == 2)
        desk.ended()
        assert desk.on_paper() == [number, number]


def test_once_more_and_another_parcel(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    draft = replace(LOCKER, cod="50")
    with wizard(qtbot, lanes, simulator, tmp_path, draft=draft) as desk:
        _buy(desk)
        desk.key(Key.Key_A, ALT)
        desk.key(Key.Key_B, ALT)
        desk.until(lambda: len(desk.asked) == 2)
        again, another = desk.asked
        assert again == replace(draft, reference="")
        assert isinstance(another, Beginning)
        assert (another.draft.reference, another.draft.cod) == ("T-1-2/2", "")
        assert another.again
        desk.enter()
        assert desk.asked[2] == Draft(service=LOCKER.service)


def test_what_was_just_bought_is_replaced(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER) as desk:
        _buy(desk)
        desk.key(Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier)
        (begun,) = desk.asked
        number = desk.shipments()[0]["tracking_number"]
    assert isinstance(begun, Beginning)
    assert (begun.draft, begun.number) == (LOCKER, number)
    with wizard(qtbot, Lanes(), simulator, tmp_path, draft=begun) as desk:
        desk.go_to(Step.SUMMARY)
        desk.enter()
        desk.ended()
        assert number in desk.done.old.text.text()
        assert desk.calls() == {"POST shipments": 2}
        assert len(desk.on_paper()) == 2


def test_a_reference_sent_before_is_asked_about(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER) as desk:
        _buy(desk)
    with wizard(qtbot, Lanes(), simulator, tmp_path, draft=LOCKER) as desk:
        desk.go_to(Step.SUMMARY)
        desk.enter()
        desk.until(lambda: desk.main_words == "Send once more")
        assert len(desk.shipments()) == 1
        desk.enter()
        desk.ended()
        assert len(desk.shipments()) == 2


def test_whoever_leaves_is_told_by_a_notice(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with wizard(qtbot, lanes, simulator, tmp_path, draft=LOCKER) as desk:
        desk.go_to(Step.SUMMARY)
        desk.enter()
        desk.page.closing()
        desk.page.deleteLater()
        desk.until(lambda: any("Bought" in one.fact for one in desk.notices.values()))
        assert len(desk.on_paper()) == 1
