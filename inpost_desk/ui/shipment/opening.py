"""Opens the wizard in the window, with the draft that was kept or one to begin with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from inpost_desk.domain.draft import Draft
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.shipment.beginning import Beginning
from inpost_desk.ui.shipment.buying_page import BuyingPage
from inpost_desk.ui.shipment.delivery_page import DeliveryPage
from inpost_desk.ui.shipment.done_page import DonePage
from inpost_desk.ui.shipment.extras_page import ExtrasPage
from inpost_desk.ui.shipment.mode_page import ModePage
from inpost_desk.ui.shipment.offers_page import OffersPage
from inpost_desk.ui.shipment.page import ShipmentPage
from inpost_desk.ui.shipment.parcels_page import ParcelsPage
from inpost_desk.ui.shipment.receiver_page import ReceiverPage
from inpost_desk.ui.window import MainWindow
from inpost_desk.wording.speech import translate

PAGES: Final = (
    ModePage,
    ReceiverPage,
    DeliveryPage,
    ParcelsPage,
    ExtrasPage,
    OffersPage,
    BuyingPage,
    DonePage,
)

if TYPE_CHECKING:
    from inpost_desk.ledger.drafts import Kept
    from inpost_desk.session import Session


def open_wizard(
    desk: Desk,
    window: MainWindow,
    settings_asked: Callable[[str], None],
    begun: Draft | Beginning | None = None,
) -> None:
    """Without a beginning the kept draft is gone on with."""
    if begun is not None:
        show_wizard(desk, window, settings_asked, begun)
    elif not Jobs(desk, window).start(
        _kept, done=lambda kept: _go_on(desk, window, settings_asked, kept)
    ):
        words = translate("ui", "A shipment can be made once an account is open.")
        desk.notify(Notice("shipment", WARNING, words))


def _kept(session: Session) -> Kept | None:
    from inpost_desk.ledger import drafts

    return drafts.newest(session.ledger)


def _go_on(
    desk: Desk, window: MainWindow, settings_asked: Callable[[str], None], kept: Kept | None
) -> None:
    begun = Beginning(kept.draft, kept.id) if kept else Beginning(Draft())
    show_wizard(desk, window, settings_asked, begun)


def show_wizard(
    desk: Desk,
    window: MainWindow,
    settings_asked: Callable[[str], None],
    begun: Draft | Beginning,
) -> ShipmentPage:
    """The wizard, in the place of the window's pages."""
    desk.withdraw("shipment")
    page = ShipmentPage(desk, begun, PAGES)
    page.left.connect(window.show_pages)
    page.drafting.settings_asked.connect(settings_asked)
    page.drafting.again_asked.connect(partial(open_wizard, desk, window, settings_asked))
    window.show_instead(page, rail=True)
    return page
