"""Papers and money from the page, against the simulator: held labels, returns, cancelled, paid again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from inpost_desk.actions.settle import mirror
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.background import Lanes
from inpost_desk.domain.draft import Step
from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.domain.shipment import NewShipment
from inpost_desk.labels.sheet import page_count
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import history
from inpost_desk.ledger.schema import labels
from inpost_desk.ui.orders.held_dialog import Answer, HeldDialog
from inpost_desk.ui.shipment.buying import buying_of
from inpost_desk.ui.shipment.offers_page import OffersPage
from inpost_desk.ui.shipment.opening import open_wizard
from inpost_desk.ui.shipment.page import ShipmentPage
from inpost_desk.ui.shipments.again import WhyDialog
from inpost_desk.ui.window import MainWindow
from inpost_desk.ui.window_parts import SHIPMENTS, PageEntry
from tests.actions.sent_parcels import COURIER, new
from tests.labels import specimen_labels
from tests.labels.specimen_labels import Look
from tests.ledger.history_shelf import row_of
from tests.simulator_process import Simulator
from tests.ui.shipments_desk import CTRL, Window, window
from tests.ui.wizard_desk import every_service

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def made_there(desk: Window, wanted: NewShipment, status: str = "confirmed") -> int:
    """Made in Manager Paczek; the ledger's own number."""
    assert desk.desk.session is not None
    client = desk.desk.session.client
    made = client.create(wanted)
    desk.until(lambda: client.shipment(made.id).status == status)
    if status == "confirmed":
        desk.until(lambda: client.shipment(made.id).tracking_number)
    mirror(desk.ledger, client)
    desk.refresh()
    number = row_of(desk.ledger, wanted.reference).id
    desk.go(number)
    return number


def on_paper(desk: Window) -> list[Path]:
    return sorted((desk.folder / "paper").iterdir())


def spoilt(desk: Window, number: int, content: bytes) -> None:
    """Its stored label is that file since it was last printed."""
    store = LabelStore(desk.ledger.folder / LABEL_FOLDER)
    file = store.save("2026-03/bad.pdf", content)
    values = {"file": file.path, "sha256": file.sha256, "size": file.size}
    with desk.ledger.write() as connection:
        mine = labels.c.shipment_id == number
        connection.execute(update(labels).where(mine).values(values))


def dialog(desk: Window) -> HeldDialog:
    def shown() -> list[HeldDialog]:
        return [one for one in desk.page.findChildren(HeldDialog) if one.isVisible()]

    desk.until(shown)
    (found,) = shown()
    found.activateWindow()
    desk.until(found.isActiveWindow)
    return found


def printed_again(desk: Window) -> None:
    desk.key(Key.Key_P, CTRL)
    desk.until(lambda: desk.page.findChildren(WhyDialog))
    (why,) = desk.page.findChildren(WhyDialog)
    QTest.keyClick(why, Key.Key_Return)
    desk.until(lambda: "shipments.held" in desk.notices)
    desk.rest()


def held_back(desk: Window) -> int:
    """Printed once; then its stored label cannot be read any more, and it is printed again."""
    (number,) = desk.bought("OBCA-1")
    desk.go(number)
    desk.key(Key.Key_P, CTRL)
    desk.until(lambda: on_paper(desk))
    desk.rest()
    (row,) = history.rows(desk.ledger, [number])
    look = Look(bars=False, matrix=False)
    spoilt(desk, number, specimen_labels.locker(row.tracking_number, look))
    printed_again(desk)
    assert len(on_paper(desk)) == 1
    return number


@pytest.fixture
def zebra(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    """With a folder that stands for a printer with dots: what it could not print well is held back."""
    printer = Profile.at(Reach.FOLDER, str(tmp_path / "paper"), language=Language.ZPL)
    with window(qtbot, lanes, simulator, tmp_path, printers=(printer,)) as made:
        yield made


def test_a_label_held_back_is_looked_at_fetched_again_and_printed(zebra: Window) -> None:
    number = held_back(zebra)
    notice = zebra.notices["shipments.held"]
    assert (notice.fact, notice.button) == ("Labels held back: 1", "Look at them")
    assert "OBCA-1: Bar code not readable" in notice.consequence
    assert notice.pressed is not None
    notice.pressed()
    QTest.keyClick(dialog(zebra), Key.Key_3)
    zebra.until(lambda: len(on_paper(zebra)) == 2)
    zebra.rest()
    assert "shipments.held" not in zebra.notices
    detail = history.detail(zebra.ledger, number)
    assert detail is not None
    assert [one.reason for one in detail.prints] == ["bad_print", ""]


def test_a_label_held_back_prints_as_it_is_when_a_person_wants_it(zebra: Window) -> None:
    held_back(zebra)
    zebra.notices["shipments.held"].pressed()  # type: ignore[misc]
    asked = dialog(zebra)
    assert asked.buttons[Answer.PRINT].isVisible()
    QTest.keyClick(asked, Key.Key_2)
    zebra.until(lambda: len(on_paper(zebra)) == 2)
    zebra.rest()
    assert "shipments.held" not in zebra.notices


def choose(desk: Window, entry: int) -> None:
    """From the menu that is open."""
    menu = desk.menu()
    menu.actions()[entry].trigger()
    menu.close()


def test_a_return_label_is_fetched_saved_and_printed(desk: Window, tmp_path: Path) -> None:
    made_there(desk, new(1, COURIER))
    desk.key(Key.Key_R, CTRL)
    choose(desk, 1)
    target = tmp_path / "zwrot.pdf"
    desk.save_as(target)
    desk.until(target.exists)
    desk.rest()
    assert page_count(target.read_bytes()) == 1
    assert desk.notices["shipments.return"].button == "Open"
    desk.key(Key.Key_R, CTRL)
    choose(desk, 0)
    desk.until(lambda: on_paper(desk))
    desk.rest()
    assert desk.notices["shipments.return"].fact == "Return labels given to the printer: 1."
    # What was printed is no label of the shipment's own.
    assert not desk.page.table.current_row().printed  # type: ignore[union-attr]


def test_a_return_label_that_inpost_does_not_make_says_why(desk: Window, tmp_path: Path) -> None:
    number = made_there(desk, new(1, COURIER))
    desk.key(Key.Key_R, CTRL)
    # Cancelled by somebody else while the menu was open.
    (row,) = history.rows(desk.ledger, [number])
    desk.simulator.control("status", {"id": row.shipx_id, "status": "canceled"})
    choose(desk, 1)
    desk.save_as(tmp_path / "zwrot.pdf")
    desk.until(lambda: desk.notices["shipments.return"].state == "warning")
    assert desk.notices["shipments.return"].fact == "InPost made no return label."
    assert not (tmp_path / "zwrot.pdf").exists()


def test_an_unpaid_one_is_cancelled_at_inpost(desk: Window) -> None:
    every_service(desk.simulator)
    wanted = replace(new(1, COURIER), service="")
    number = made_there(desk, wanted, "offers_prepared")
    desk.key(Key.Key_Delete, CTRL)
    question = desk.page.panel.question
    QTest.keyClick(question.agree, Key.Key_Return)
    desk.until(lambda: any(key.startswith("cancel.") for key in desk.notices))
    desk.rest()
    (there,) = desk.simulator.shipments()
    assert there["status"] == "canceled"
    assert desk.page.table.hasFocus()
    (row,) = history.rows(desk.ledger, [number])
    assert row.status == "canceled"


@dataclass
class Whole:
    """The window with the page and the wizard in it."""

    desk: Window
    main: MainWindow

    @property
    def wizard(self) -> ShipmentPage:
        (found,) = self.main.findChildren(ShipmentPage)
        return found


@contextmanager
def whole(qtbot: QtBot, lanes: Lanes, simulator: Simulator, folder: Path) -> Iterator[Whole]:
    with window(qtbot, lanes, simulator, folder, prepaid=True) as desk:
        entry = PageEntry(SHIPMENTS, "box", "Shipments", lambda: desk.page)
        main = MainWindow(desk.desk, [entry])
        main.resize(1366, 768)
        with qtbot.waitExposed(main):
            main.show()
        main.activateWindow()
        desk.until(main.isActiveWindow)
        desk.page.wizard_asked.connect(partial(open_wizard, desk.desk, main, lambda _: None))
        try:
            yield Whole(desk, main)
        finally:
            main.show_pages()
            desk.until(lambda: not lanes.busy())
            main.close_now()
            main.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_one_that_could_not_be_paid_is_paid_again_in_the_wizard(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    every_service(simulator)
    simulator.control("balance", {"amount": 1})
    with whole(qtbot, lanes, simulator, tmp_path) as shown:
        desk = shown.desk
        number = made_there(desk, new(1, COURIER), "offer_selected")
        simulator.control("balance", {"amount": 500})
        desk.key(Key.Key_P, CTRL | SHIFT)
        desk.until(lambda: shown.main.findChildren(ShipmentPage))
        desk.until(shown.wizard.isVisible)
        offers = shown.wizard.page_of(Step.OFFERS)
        assert isinstance(offers, OffersPage)
        buying = buying_of(shown.wizard.drafting)
        desk.until(lambda: offers.picker.rows and not buying.busy)
        offers.go_on()
        desk.until(lambda: shown.wizard.step is Step.DONE)
        desk.rest()
        (there,) = simulator.shipments()
        assert there["payments"] == 1
        shown.main.show_pages()
        desk.refresh()
        (row,) = history.rows(desk.ledger, [number])
        assert row.tracking_number == there["tracking_number"]
