"""Ordering a courier on the Pickup page: ticks, the place, the order followed to its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.pickup import PickupRules, PickupState
from inpost_desk.ledger.schema import shipments
from inpost_desk.ui.pickup import order_item
from inpost_desk.ui.pickup.address_form import CITY, NAME, POST_CODE, STREET, PlaceForm
from inpost_desk.ui.pickup.form import OTHER
from inpost_desk.ui.pickup.order_item import OrderItem
from inpost_desk.ui.pickup.page import PickupPage
from inpost_desk.ui.pickup.question import Question
from tests.simulator_process import Simulator
from tests.ui.pickup_desk import Warehouse, quicker, warehouse

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _quicker(monkeypatch: pytest.MonkeyPatch) -> None:
    quicker(monkeypatch)


def newest(one: Warehouse) -> OrderItem:
    return one.page.today.orders.shown()[0]


def ends(one: Warehouse, state: PickupState) -> None:
    """Wait until the newest order stands so."""

    def stands() -> bool:
        line = newest(one).line()
        return line is not None and line.state is state

    one.until(stands)
    one.rest()


def agree(one: Warehouse) -> str:
    """Say yes to the question that is asked; what it told."""
    one.until(lambda: one.page.findChildren(Question))
    (question,) = one.page.findChildren(Question)
    told = question.windowTitle()
    one.click(question.yes)
    one.until(lambda: not one.page.findChildren(Question))
    one.come_back()
    return told


def test_ticks_by_keys_and_what_cannot_go(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(
        qtbot, lanes, simulator, tmp_path, parcels=("ZK-1", "ZK-2"), to_lockers=("ZK-3",)
    ) as one:
        assert one.ticked() == ["ZK-1", "ZK-2"]
        assert "2" in one.page.form.button.words()
        assert one.page.ready.told.texts() == [
            "Posted in a Paczkomat: 1; the courier does not take them, put them into a Paczkomat."
        ]
        table = one.page.ready.table
        table.selectRow(1)
        one.press(Qt.Key.Key_Space)
        assert one.ticked() == ["ZK-1"]
        # What cannot go is not ticked by Space either.
        table.selectRow(0)
        one.press(Qt.Key.Key_Space)
        assert one.ticked() == ["ZK-1"]
        one.press(Qt.Key.Key_A, CTRL)
        assert one.ticked() == ["ZK-1", "ZK-2"]
        one.press(Qt.Key.Key_A, CTRL)
        assert one.ticked() == []
        assert not one.page.form.button.isEnabled()
        assert one.page.form.note.text() == "Tick the parcels the courier is to take."


def test_an_order_is_followed_listed_and_cancelled(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1", "ZK-2")) as one:
        one.until(lambda: one.page.following.badge == 2)
        one.order()
        ends(one, PickupState.SENT)
        (order,) = one.pickups()
        assert len(order["shipments"]) == 2
        assert newest(one).title.text().startswith(f"{order['id']} · courier ordered")
        assert one.page.following.badge == 0
        assert one.badges[-1] == 0
        assert one.notices["pickup"].fact == f"A courier is ordered: order {order['id']}."
        assert one.page.ready.empty.text().startswith("Nothing waits for a courier.")
        one.press(Qt.Key.Key_L, CTRL)
        one.until(one.page.lists.orders.shown)
        one.page.lists.state.setCurrentIndex(one.page.lists.state.findData("rejected"))
        one.until(lambda: one.page.lists.told.text().startswith("No order fits"))
        assert not one.page.lists.orders.shown()
        one.press(Qt.Key.Key_Escape)
        assert one.page.columns.isVisible()
        one.click(newest(one).buttons[order_item.CANCEL])
        agree(one)
        ends(one, PickupState.CANCELLED)
        assert one.pickups()[0]["status"] == "canceled"
        assert one.ticked() == ["ZK-1", "ZK-2"]


def test_a_price_stands_on_the_button_where_inpost_names_one(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",), prepaid=True) as one:
        one.until(lambda: "1,50 zł" in one.page.form.button.words())
        assert one.page.form.button.words() == "Order a courier for 1 · 1,50 zł"
        simulator.faults({"do": "error", "status": 503, "path": "*/calculate"})
        QTest.keyClicks(one.page.form.facts.hours.edit, "30")
        one.until(lambda: one.page.form.note.text().startswith("Price unknown"))
        assert one.page.form.button.isEnabled()


def test_a_rejected_order_is_told_and_made_again_without_the_parcel(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1", "ZK-2")) as one:
        # Taken with 201, and turned down a moment later.
        simulator.faults(pickup_after=0.6)
        one.order()
        (known,) = (sent for sent in simulator.shipments() if sent["reference"] == "ZK-2")
        simulator.control("status", {"id": known["id"], "status": "dispatched_by_sender"})
        ends(one, PickupState.REJECTED)
        assert "ZK-2: InPost has it already; order without it." in newest(one).next.text()
        assert "turned" in one.notices["pickup"].fact
        one.click(newest(one).buttons[order_item.WITHOUT])
        one.rest()
        assert one.ticked() == ["ZK-1"]


def test_a_lost_answer_is_looked_up(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",)) as one:
        simulator.faults(
            {"do": "cut", "act": True, "method": "POST", "path": "*/dispatch_orders", "nth": 1},
            pickup_after=0.1,
        )
        one.order()
        ends(one, PickupState.SENT)
        assert len(one.pickups()) == 1


def test_another_address_is_checked_at_its_fields_and_kept(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(
        qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",), pickup=PickupRules()
    ) as one:
        form = one.page.form
        assert form.places.value() == OTHER
        assert "Say once where couriers come to" in form.first.text()
        one.press(Qt.Key.Key_Return, CTRL)
        assert one.pickups() == []
        assert form.address.fields[NAME].edit.hasFocus()
        assert form.address.fields[STREET].finding()
        for name, text in (
            (NAME, "Magazyn"),
            (STREET, "Polna 7"),
            (POST_CODE, "25002"),
            (CITY, "Kielce"),
        ):
            edit = form.address.fields[name].edit
            edit.setFocus()
            QTest.keyClicks(edit, text)
        QTest.keyClicks(form.facts.phone.edit, "600 700 800")
        one.order()
        ends(one, PickupState.SENT)
        kept = settings.load(one.desk.data_dir).settings.pickup
        assert kept.address is not None
        assert (kept.name, kept.address.post_code, kept.phone) == ("Magazyn", "25-002", "600700800")
        assert form.places.value() != OTHER


def test_a_courier_who_did_not_come_costs_a_plain_question(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",)) as one:
        one.order()
        ends(one, PickupState.SENT)
        # A courier who never came: InPost has closed that order meanwhile.
        one.click(newest(one).buttons[order_item.MISSED])
        assert "Did no courier come" in agree(one)
        ends(one, PickupState.MISSED)
        assert one.ticked() == ["ZK-1"]
        before = len(one.pickups())
        one.press(Qt.Key.Key_Return, CTRL)
        one.until(lambda: one.page.findChildren(Question))
        assert len(one.pickups()) == before
        assert "before" in agree(one)
        one.until(lambda: not one.page.ordering.busy)
        one.rest()
        # The old one was called off first, the new one ordered once.
        assert changed(simulator) == ["POST", "DELETE", "POST"]
        ends(one, PickupState.SENT)
        assert [sent["status"] for sent in one.pickups()] == ["canceled", "sent"]


def test_the_second_courier_has_a_price_and_the_old_order_may_stay(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",), prepaid=True) as one:
        one.order()
        ends(one, PickupState.SENT)
        (old,) = one.pickups()
        one.click(newest(one).buttons[order_item.MISSED])
        agree(one)
        ends(one, PickupState.MISSED)
        simulator.faults(
            {"do": "error", "status": 422, "error": "invalid_action", "method": "DELETE"},
            pickup_after=0.1,
        )
        one.press(Qt.Key.Key_Return, CTRL)
        one.until(lambda: one.page.findChildren(Question))
        (question,) = one.page.findChildren(Question)
        said = " ".join(label.text() for label in question.findChildren(QLabel))
        assert "the second costs 1,50 zł" in said
        assert f"still hold them in the old order {old['id']} today" in said
        assert question.also.isChecked()
        agree(one)
        one.until(lambda: "pickup.old" in one.notices)
        fact = one.notices["pickup.old"].fact
        assert fact == f"InPost did not call the old order off: {old['id']}."
        one.rest()
        assert changed(simulator) == ["POST", "DELETE", "POST"]
        states = [item.line() for item in one.page.today.orders.shown()]
        assert [line.state for line in states if line and line.order == old["id"]] == [
            PickupState.MISSED
        ]


def changed(simulator: Simulator) -> list[str]:
    """What was asked of InPost that changes its orders."""
    return [
        sent["method"]
        for sent in simulator.log()
        if "dispatch_orders" in sent["path"]
        and sent["method"] in ("POST", "DELETE")
        and not sent["path"].endswith("calculate")
    ]


def test_a_courier_who_did_come_after_all(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",)) as one:
        one.order()
        ends(one, PickupState.SENT)
        with one.session.ledger.write() as connection:
            connection.execute(update(shipments).values(status="taken_by_courier"))
        one.click(newest(one).buttons[order_item.MISSED])
        agree(one)
        one.until(
            lambda: one.notices["pickup"].fact.startswith("Nothing was changed: a courier did")
        )
        line = newest(one).line()
        assert line is not None
        assert line.state is PickupState.SENT


def test_the_button_stays_where_it_is(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    """Also where the form and today's orders are longer than the window."""
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",)) as one:
        simulator.faults(reject_pickups="address_not_served", pickup_after=0.1)
        one.page.resize(1252, 560)
        one.order()
        ends(one, PickupState.REJECTED)
        assert newest(one).next.text().startswith("InPost's couriers do not come")
        # No parcel is to blame: none is left out.
        assert newest(one).buttons[order_item.WITHOUT].isHidden()
        one.click(newest(one).buttons[order_item.AGAIN])
        one.rest()
        assert one.ticked() == ["ZK-1"]
        assert not one.page.columns.narrow
        button = one.page.form.button
        assert button.visibleRegion().boundingRect().size() == button.size()
        # What is wrong is scrolled to.
        one.page.form.show_problems([("ZK-1", "not_found")])
        problems = one.page.form.problems
        one.until(lambda: problems.visibleRegion().boundingRect().size() == problems.size())


def test_a_courier_by_itself_points_on_demand_and_a_note_too_long(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    every_day = (0, 1, 2, 3, 4)
    with warehouse(
        qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",), courier_days=every_day
    ) as one:
        assert one.page.following.badge == 0
        assert one.page.by_itself.text().startswith("A courier comes by itself")
        assert one.page.form.button.isEnabled()
        one.click(one.page.form.more)
        one.until(one.page.form.more.isHidden)
        assert one.desk.session is not None
        points = one.desk.session.client.dispatch_points()
        point = next(known for known in points if known.status == "activated")
        one.page.form.places.row(f"point:{point.id}").click()
        place = one.page.form.quiet_place()
        assert place is not None
        assert (place.point, place.address) == (point.id, None)
        facts = one.page.form.facts
        QTest.keyClicks(facts.comment.edit, "x" * 101)
        assert facts.counter.text() == "101/100"
        assert facts.comment.finding() == "Too long; shorten it."
        one.press(Qt.Key.Key_Return, CTRL)
        one.rest()
        assert one.pickups() == []


def test_names_keys_tabs_and_no_account(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",)) as one:
        for kind in (QAbstractButton, QComboBox, QLineEdit):
            for control in one.page.findChildren(kind):
                named = control.accessibleName() or getattr(control, "text", str)()
                inner = isinstance(control.parent(), QComboBox) or not control.isVisibleTo(one.page)
                assert named or inner, control
        told = one.page.keys()
        assert {"Ctrl+Enter", "Ctrl+A", "Ctrl+L", "F9"} <= set(dict(told))
        assert QApplication.focusWidget() is one.page.ready.table
        # Where the page opens, before its table is read, nothing but the header takes the keyboard.
        again = PickupPage(one.desk, one.page.following)
        again.header.list_button.setFocus()
        one.until(lambda: again.focusWidget() is again.ready.table)
        one.rest()
        again.closing()
        again.deleteLater()
        assert not one.page.columns.narrow
        one.page.resize(700, 600)
        one.until(lambda: one.page.columns.narrow)
        assert one.page.ready.isVisible()
        assert not one.page.handing.isVisible()
        one.page.columns.go_to("hand")
        assert one.page.handing.isVisible()
        assert not one.page.form.isVisible()
        one.desk.use(None)
        assert one.page.ready.empty.text().startswith("No account is open.")
        assert one.page.today.orders.shown() == []
        assert not one.page.form.button.isEnabled()


@pytest.mark.parametrize(("typed", "right"), [("3001", False), ("30-01", False), ("30001", True)])
def test_a_courier_is_sent_to_no_guessed_post_code(qtbot: QtBot, typed: str, right: bool) -> None:
    form = PlaceForm()
    qtbot.addWidget(form)
    form.fields["post_code"].edit.setText(typed)
    assert ("post_code" in form.problems()) is not right
