"""The wizard as a whole: no window of its own flashes up while it is built, and everything has a name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QScrollBar,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.draft import Draft, DraftParcel, Step
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.shipment.opening import PAGES
from inpost_desk.ui.shipment.page import ORDER, ShipmentPage
from inpost_desk.ui.shipment.parcels_page import ParcelsPage
from inpost_desk.ui.shipment.summary_panel import parcels_note
from tests.simulator_process import Simulator
from tests.ui.orders_desk import LIMIT, opened
from tests.ui.wizard_desk import LOCKER, OFFERS

COURIER = replace(OFFERS, mode=LOCKER.mode, service="inpost_courier_standard", cod="120")
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QSpinBox, QTextEdit)


class Shown(QObject):
    """Every window that is shown while it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@contextmanager
def watched() -> Iterator[list[str]]:
    app, watch = QApplication.instance(), Shown()
    assert app is not None
    app.installEventFilter(watch)
    try:
        yield watch.windows
    finally:
        app.removeEventFilter(watch)


@pytest.fixture
def desk(qapp: QApplication, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Desk]:
    """An open account."""
    look.apply(qapp, "light")
    data = tmp_path / "data"
    data.mkdir()
    desk = Desk(lanes, data, settings.change(data, sending_method="dispatch_order"))
    with opened(data, simulator, desk.settings, prepaid=True) as doors:
        desk.session = doors
        yield desk


@contextmanager
def window(qtbot: QtBot, desk: Desk) -> Iterator[QMainWindow]:
    """An empty one, for the wizard to be put into; at its end nothing of it is left."""
    made = QMainWindow()
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    try:
        yield made
    finally:
        page = made.centralWidget()
        if isinstance(page, ShipmentPage):
            page.closing()
        made.close()
        assert desk.lanes.stop()
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _walk(qtbot: QtBot, desk: Desk, page: ShipmentPage) -> Iterator[Step]:
    """Every page this draft needs but the last, shown and settled."""
    for step in page.drafting.steps[:-1]:
        page.wizard.setCurrentId(ORDER.index(step))
        # What a page asks for when it is shown, it asks for a moment later.
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not desk.lanes.busy(), timeout=LIMIT)
        QApplication.processEvents()
        yield step


@pytest.mark.parametrize("draft", [LOCKER, COURIER, OFFERS], ids=["locker", "courier", "offers"])
def test_no_part_of_it_is_a_window_for_a_moment(qtbot: QtBot, desk: Desk, draft: Draft) -> None:
    with window(qtbot, desk) as around, watched() as windows:
        page = ShipmentPage(desk, draft, PAGES)
        around.setCentralWidget(page)
        steps = list(_walk(qtbot, desk, page))
        assert len(steps) >= 6
        assert windows == []


@pytest.mark.parametrize("draft", [LOCKER, COURIER, OFFERS], ids=["locker", "courier", "offers"])
def test_every_control_of_every_page_has_a_name(qtbot: QtBot, desk: Desk, draft: Draft) -> None:
    with window(qtbot, desk) as around:
        page = ShipmentPage(desk, draft, PAGES)
        around.setCentralWidget(page)
        nameless = [
            f"{step}: {type(control).__name__} in {type(control.parent()).__name__}"
            for step in _walk(qtbot, desk, page)
            for control in _controls(page)
            if not _name(control)
        ]
        assert nameless == []


def test_measures_are_reached_by_keys_and_take_the_digits(qtbot: QtBot, desk: Desk) -> None:
    sized = replace(OFFERS, parcels=(DraftParcel("small"),))
    with window(qtbot, desk) as around:
        page = ShipmentPage(desk, sized, PAGES)
        around.setCentralWidget(page)
        around.activateWindow()
        qtbot.waitUntil(around.isActiveWindow)
        page.wizard.setCurrentId(ORDER.index(Step.PARCELS))
        QApplication.processEvents()
        for _ in range(4):
            QTest.keyClick(_focused(), Qt.Key.Key_Right)
        QApplication.processEvents()
        QTest.keyClicks(_focused(), "400")
        assert page.drafting.draft.parcels == (DraftParcel(length="400"),)
        parcels = page.page_of(Step.PARCELS)
        assert isinstance(parcels, ParcelsPage)
        parcels.cards.focus_card().setFocus()
        QTest.keyClick(_focused(), Qt.Key.Key_4)
        assert page.drafting.draft.count == 1
        QTest.keyClick(_focused(), Qt.Key.Key_B)
        QTest.keyClick(_focused(), Qt.Key.Key_O)
        QApplication.processEvents()
        QTest.keyClicks(_focused(), "1")
        assert page.drafting.draft.parcels == (DraftParcel(length="1"),)


def test_equal_parcels_are_counted_beside_the_form() -> None:
    many = (DraftParcel("small"), DraftParcel("small"), DraftParcel("large"))
    assert parcels_note(replace(COURIER, parcels=many)) == "2 × A, C"


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _controls(page: ShipmentPage) -> list[QWidget]:
    """What can be reached or pressed; the insides of a control are its own business."""
    found = [one for kind in CONTROLS for one in page.findChildren(kind) if one.isVisibleTo(page)]
    reached = [
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy().value and one.isVisibleTo(page) and not isinstance(one, QScrollBar)
    ]
    return [one for one in {*found, *reached} if not isinstance(one.parent(), CONTROLS)]


def _name(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text
