"""Handing over at the truck on the Pickup page: scans, numbers typed, closing, paper, what survives."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.hand_over import Left, Scanned
from inpost_desk.domain.pickup import PickupState
from inpost_desk.ledger import hand_overs
from inpost_desk.ui.pickup import documents, handing_over
from inpost_desk.ui.pickup.close_dialog import CloseDialog
from inpost_desk.ui.pickup.page import PickupPage
from inpost_desk.ui.pickup.scan_list import texts
from tests.simulator_process import Simulator
from tests.ui.pickup_desk import Warehouse, warehouse

PARCELS = ("ZK-1", "ZK-2", "ZK-3")


def begin(one: Warehouse) -> None:
    """Order for all, and F9 once the courier is promised."""
    one.page.following.look()
    one.order()

    def promised() -> bool:
        line = one.page.today.orders.shown()[0].line()
        one.page.following.look()
        return line is not None and line.state is PickupState.SENT

    one.until(promised)
    one.rest()
    one.press(Qt.Key.Key_F9)
    one.until(lambda: one.page.hears)
    one.rest()


def scans(one: Warehouse) -> list[Scanned]:
    """What came of the scans, the newest first."""
    open_one = one.page.handing.hand_over()
    return [line.what for line in open_one.lines] if open_one is not None else []


def test_scanned_one_by_one_until_none_is_left(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handing_over, "SHOWN_FOR", 1_000)
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=PARCELS, to_lockers=("ZK-9",)) as one:
        one.page.show_operator("Ola")
        begin(one)
        played: list[str] = []
        one.scan(one.number("ZK-1"))
        one.rest()
        assert one.page.hand_over.sounds is not None
        monkeypatch.setattr(one.page.hand_over.sounds, "play", played.append)
        one.scan(one.number("ZK-1"))
        one.scan(one.number("ZK-9"))
        # A torn label: the number is typed.
        one.page.handing.field.setFocus()
        QTest.keyClicks(one.page.handing.field, one.number("ZK-2"))
        one.press(Qt.Key.Key_Return)
        one.until(lambda: len(scans(one)) == 4)
        assert scans(one) == [Scanned.HANDED, Scanned.FOREIGN, Scanned.AGAIN, Scanned.HANDED]
        assert played == ["warning", "stop", "taken"]
        assert one.page.handing.counter.accessibleName() == "2 of 3, left: 1"
        assert one.page.handing.scans.left.texts() == ["ZK-3 Ala Nowak"]
        assert one.page.handing.field.text() == ""
        open_one = one.page.handing.hand_over()
        assert open_one is not None
        assert texts(open_one.lines[1])[0] == "strange parcel"
        assert open_one.operator == "Ola"

        # On another page a scan is not for this one; the hand-over is there again on the way back.
        one.page.hide()
        assert not one.page.hears
        one.page.show()
        one.rest()
        again = PickupPage(one.desk, one.page.following)
        one.until(lambda: again.handing.hand_over() is not None)
        again.closing()
        again.deleteLater()

        one.scan(one.number("ZK-3"))
        one.until(lambda: one.page.handing.hand_over() is None)
        # Said in large print; the last scan repeats meanwhile and prints nothing.
        assert one.page.handing.done.accessibleName() == "HANDED OVER, 3 of 3"
        one.scan(one.number("ZK-3"))
        assert played[-2:] == ["printed", "warning"]
        one.until(one.printed)
        assert one.page.handing.ended.words.text().startswith("Closed: 3 of 3")
        one.until(lambda: "pickup.paper" in one.notices)
        assert one.notices["pickup.paper"].fact.startswith("Printed: Manifest")
        one.rest()
        assert len(one.printed()) == 1
        one.until(lambda: not one.page.handing.done.isVisible())
        assert not one.page.hears
        assert "Parcels of order" not in one.page.handing.answers[0].words()[0]


def test_the_end_of_a_torn_labels_number_is_enough(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=PARCELS) as one:
        begin(one)
        one.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        field = one.page.handing.field
        assert field.hasFocus()
        number = one.number("ZK-2")
        QTest.keyClicks(field, number[-6:])
        QTest.keyClick(field, Qt.Key.Key_Return)
        one.until(lambda: len(scans(one)) == 1)
        open_one = one.page.handing.hand_over()
        assert open_one is not None
        assert [parcel.number for parcel in open_one.missing] == [
            one.number("ZK-1"),
            one.number("ZK-3"),
        ]
        # What nothing ends with is no parcel, and is said.
        assert open_one.number_ending("0000000") == ""
        assert open_one.number_ending(number[-3:]) == ""


def test_closed_with_parcels_missing_and_its_record_on_paper(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=PARCELS) as one:
        begin(one)
        one.scan(one.number("ZK-1"))
        one.until(lambda: len(scans(one)) == 1)
        one.press(Qt.Key.Key_F9)
        one.until(lambda: one.page.findChildren(CloseDialog))
        (dialog,) = one.page.findChildren(CloseDialog)
        dialog.activateWindow()
        one.until(dialog.isActiveWindow)
        # The courier goes on holding parcels out while the question stands.
        one.scan(one.number("ZK-2"))
        one.until(lambda: dialog.list.count() == 1)
        assert dialog.windowTitle() == "Not handed over: 1 of 3"
        one.page.handing.take_back_asked.emit()
        one.until(lambda: dialog.list.count() == 2)
        dialog.list.setCurrentRow(0)
        assert {dialog.list.item(row).text().split()[0] for row in range(2)} == {"ZK-2", "ZK-3"}
        dialog.list.setCurrentRow(1)
        assert dialog.list.item(1).text() == "ZK-3 Ala Nowak: stays for the next pickup"
        QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert dialog.list.item(1).text() == "ZK-3 Ala Nowak: is not sent"
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        one.until(lambda: one.page.handing.hand_over() is None)
        one.until(one.printed)
        one.rest()
        assert one.page.handing.done.accessibleName() == "CLOSED, 1 of 3"
        assert "still lists those that stay" in one.page.handing.ended.words.text()
        (ended,) = hand_overs.earlier(one.session.ledger)
        left = {parcel.reference: parcel.left for parcel in ended.parcels}
        assert left == {"ZK-1": None, "ZK-2": Left.STAYS, "ZK-3": Left.CANCELLED}
        assert one.page.handing.ended.words.text().startswith("Closed: 1 of 3")
        assert one.ticked() == ["ZK-2"]

        one.come_back()
        one.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        one.until(lambda: len(one.printed()) == 2)
        one.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        one.until(lambda: one.page.lists.hand_overs.items)
        one.rest()
        (item,) = one.page.lists.hand_overs.items
        assert "handed over: 1 of 3" in item.words.text()
        for _ in range(9):
            if not item.record.hasFocus():
                one.press(Qt.Key.Key_Tab)
        one.press(Qt.Key.Key_Space)
        one.until(lambda: len(one.printed()) == 3)
        one.rest()


def test_the_last_scan_is_taken_back(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=PARCELS) as one:
        one.page.show_operator("Ola")
        begin(one)
        control = Qt.KeyboardModifier.ControlModifier
        one.press(Qt.Key.Key_Z, control)
        one.scan(one.number("ZK-1"))
        one.scan(one.number("ZK-2"))
        # Before the second has been counted.
        one.press(Qt.Key.Key_Z, control)
        one.until(lambda: Scanned.TAKEN_BACK in scans(one))
        open_one = one.page.handing.hand_over()
        assert open_one is not None
        assert [parcel.reference for parcel in open_one.missing] == ["ZK-2", "ZK-3"]
        assert texts(open_one.lines[0]) == ("ZK-2", "taken back by Ola, Ala Nowak")
        # From the field too, where nothing is typed; after a restart the record knows what was last.
        again = PickupPage(one.desk, one.page.following)
        one.until(lambda: again.handing.hand_over() is not None)
        again.hand_over.take_back()
        one.rest()
        again.closing()
        again.deleteLater()
        one.page.refresh()
        one.until(lambda: scans(one).count(Scanned.TAKEN_BACK) == 2)
        one.page.handing.field.setFocus()
        one.scan(one.number("ZK-3"))
        one.until(lambda: scans(one)[0] is Scanned.HANDED)
        one.press(Qt.Key.Key_Z, control)
        one.until(lambda: scans(one)[0] is Scanned.TAKEN_BACK)
        assert one.page.handing.counter.accessibleName() == "0 of 3, left: 3"
        # Another station closes it: what is scanned here does not count.
        hand_overs.finish(one.session.ledger, open_one.id)
        one.scan(one.number("ZK-1"))
        one.until(lambda: one.page.handing.hand_over() is None)
        assert one.page.handing.ended.words.text().startswith("Another station has closed")
        one.rest()


def test_without_a_printer_for_documents_nothing_is_lost(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(documents, "open_file", lambda _desk, place: opened.append(place))
    with warehouse(qtbot, lanes, simulator, tmp_path, parcels=("ZK-1",), printers=()) as one:
        asked: list[str] = []
        one.page.settings_asked.connect(asked.append)
        begin(one)
        one.scan(one.number("ZK-1"))
        one.until(lambda: "pickup.paper" in one.notices)
        notice = one.notices["pickup.paper"]
        assert notice.fact == "No printer prints documents on A4."
        assert opened[0].read_bytes().startswith(b"%PDF")
        assert notice.pressed is not None
        notice.pressed()
        assert asked == ["printer"]
        one.rest()
        assert QApplication.focusWidget() is not None
