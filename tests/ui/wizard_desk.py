"""The wizard over a real account, complete drafts in it: lanes, ledger, simulator over a socket, paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.draft import Draft, DraftParcel, Mode, Step
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.labels.readback import read_pages
from inpost_desk.simulator.accounts import POSTPAID_SERVICES
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.shipment.beginning import Beginning
from inpost_desk.ui.shipment.buying import Buying, buying_of
from inpost_desk.ui.shipment.buying_page import BuyingPage
from inpost_desk.ui.shipment.done_page import DonePage
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.offers_page import OffersPage
from inpost_desk.ui.shipment.page import ShipmentPage
from inpost_desk.ui.shipment.wizard_page import WizardPage
from tests.simulator_process import Simulator
from tests.ui.orders_desk import opened

LIMIT = 30_000
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
P = TypeVar("P", bound=WizardPage)

LOCKER = Draft(
    service="inpost_locker_standard",
    phone="500600700",
    email="ala@example.pl",
    first_name="Ala",
    last_name="Kos",
    point="KRA010",
    reference="T-1",
)
OFFERS = replace(
    LOCKER,
    mode=Mode.OFFERS,
    service="",
    to_point=False,
    point="",
    street="Lipowa",
    building_number="4",
    city="Kielce",
    post_code="25-001",
    parcels=(DraftParcel(length="400", width="300", height="150", weight="2,5"),),
)


def _stand_in(which: Step) -> type[WizardPage]:
    class StandIn(WizardPage):
        """A form that is not tested here."""

        step = which

        def __init__(self, drafting: Drafting) -> None:
            super().__init__(drafting, which.title())
            self.edit = QLineEdit()
            self.body.addWidget(self.edit)

        def first_field(self) -> QWidget:
            return self.edit

    return StandIn


FORMS = (Step.MODE, Step.RECEIVER, Step.DELIVERY, Step.PARCELS, Step.EXTRAS)


@dataclass
class Wizard:
    """The page, and what a person at it does and sees."""

    qtbot: QtBot
    desk: Desk
    simulator: Simulator
    folder: Path
    page: ShipmentPage
    notices: dict[str, Notice] = field(default_factory=dict)
    asked: list[Draft | Beginning] = field(default_factory=list)

    # What stands there

    @property
    def drafting(self) -> Drafting:
        return self.page.drafting

    @property
    def buying(self) -> Buying:
        return buying_of(self.drafting)

    @property
    def offers(self) -> OffersPage:
        return self._page(OffersPage)

    @property
    def summary(self) -> BuyingPage:
        return self._page(BuyingPage)

    @property
    def done(self) -> DonePage:
        return self._page(DonePage)

    @property
    def main_words(self) -> str:
        return self.page.next_button.words()

    def services(self) -> list[str]:
        return [row.offer.service for row in self.offers.picker.rows]

    def shipments(self) -> list[dict[str, Any]]:
        return [one for one in self.simulator.shipments() if one["status"] != "canceled"]

    def calls(self) -> Counter[str]:
        """Every call that changes something at InPost, by what it does; a question for prices is none."""
        found = Counter[str]()
        for one in self.simulator.log():
            last = one["path"].rpartition("/")[2]
            if one["method"] != "GET" and last != "calculate":
                found[f"{one['method']} {'' if last.isdigit() else last}".strip()] += 1
        return found

    def on_paper(self) -> list[str]:
        files = sorted(
            (self.folder / "paper").glob("*.pdf"), key=lambda one: one.stat().st_mtime_ns
        )
        return [
            next(iter(page.codes), "") for one in files for page in read_pages(one.read_bytes())
        ]

    # What is done

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Type it where the keys are."""
        if not self.page.isActiveWindow():
            self.page.activateWindow()
            self.until(self.page.isActiveWindow)
        target = QApplication.focusWidget()
        if target is None or not self.page.isAncestorOf(target):
            target = self.page
        QTest.keyClick(target, key, modifier)

    def enter(self) -> None:
        self.key(Qt.Key.Key_Return)

    def go_to(self, step: Step) -> None:
        self.page.go_to(step)
        self.at(step)

    def at(self, step: Step) -> None:
        """That page is there and has the keys."""
        self.until(lambda: self.page.step is step)
        self.until(lambda: _holds(self._page(WizardPage, step), _focused(self.page)))

    def offers_there(self) -> None:
        """On the offers, and they are there with the keys in them."""
        self.go_to(Step.OFFERS)
        self.until(lambda: self.offers.picker.rows and not self.buying.busy)
        self.until(lambda: _is_row(QApplication.focusWidget()))

    def ended(self) -> None:
        """The last page, and whatever is to be printed is."""
        self.until(lambda: self.page.step is Step.DONE)
        self.until(lambda: not self.buying.paper.under_way and not self.desk.lanes.busy())

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=LIMIT)

    def rest(self) -> None:
        self.until(lambda: not self.desk.lanes.busy())

    def _page(self, kind: type[P], step: Step | None = None) -> P:
        found = self.page.page_of(step or kind.step)
        assert isinstance(found, kind)
        return found


def _holds(page: WizardPage, widget: QWidget) -> bool:
    return page is widget or page.isAncestorOf(widget)


def _focused(otherwise: QWidget) -> QWidget:
    return QApplication.focusWidget() or otherwise


def _is_row(widget: QWidget | None) -> bool:
    return type(widget).__name__ == "OfferRow"


def every_service(simulator: Simulator) -> None:
    """The prepaid account may use every courier too."""
    simulator.control(
        "account",
        {"organization": simulator.prepaid_organization, "services": list(POSTPAID_SERVICES)},
    )


@contextmanager
def wizard(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    folder: Path,
    *,
    draft: Draft | Beginning = OFFERS,
    prepaid: bool = True,
    **changes: Any,
) -> Iterator[Wizard]:
    """The wizard at work."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.apply(app, "light")
    (folder / "paper").mkdir(exist_ok=True)
    data = folder / "data"
    data.mkdir(exist_ok=True)
    usual: dict[str, Any] = {
        "sending_method": "dispatch_order",
        "printers": (Profile.at(Reach.FOLDER, str(folder / "paper")),),
    }
    desk = Desk(lanes, data, settings.change(data, **(usual | changes)))
    problems: list[Exception] = []
    lanes.unhandled.connect(problems.append)
    with opened(data, simulator, desk.settings, prepaid=prepaid) as doors:
        desk.session = doors
        pages = [*map(_stand_in, FORMS), OffersPage, BuyingPage, DonePage]
        page = ShipmentPage(desk, draft, pages)
        made = Wizard(qtbot, desk, simulator, folder, page)
        desk.noticed.connect(lambda notice: made.notices.update({notice.key: notice}))
        desk.withdrawn.connect(lambda key: made.notices.pop(key, None))
        page.drafting.again_asked.connect(made.asked.append)
        page.resize(1278, 736)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        try:
            yield made
        finally:
            if isValid(page):
                page.closing()
                page.close()
            assert lanes.stop()
            if isValid(page):
                page.deleteLater()
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert problems == []
