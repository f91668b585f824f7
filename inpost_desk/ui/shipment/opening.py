"""Opens the wizard in the window, with the draft that was kept or one to begin with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from inpost_desk.domain.draft import Draft, from_json
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.shipment.page import ShipmentPage
from inpost_desk.ui.window import MainWindow
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.session import Session


def open_wizard(
    desk: Desk,
    window: MainWindow,
    settings_asked: Callable[[str], None],
    draft: Draft | None = None,
) -> None:
    """Without `draft` the kept one is gone on with."""
    if draft is not None:
        _show(desk, window, settings_asked, draft)
    elif not Jobs(desk, window).start(
        _kept, done=lambda kept: _show(desk, window, settings_asked, kept)
    ):
        words = translate("ui", "A shipment can be made once an account is open.")
        desk.notify(Notice("shipment", WARNING, words))


def _kept(session: Session) -> Draft:
    from inpost_desk.ledger import drafts

    kept = drafts.newest(session.ledger)
    draft = from_json(kept) if kept else None
    return draft or Draft()


def _show(
    desk: Desk, window: MainWindow, settings_asked: Callable[[str], None], draft: Draft
) -> None:
    page = ShipmentPage(desk, draft, pages())
    page.left.connect(window.show_pages)
    page.drafting.settings_asked.connect(settings_asked)
    page.drafting.again_asked.connect(partial(open_wizard, desk, window, settings_asked))
    window.show_instead(page, rail=True)


def pages():
    """Every page of the wizard, in its order."""
