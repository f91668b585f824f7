"""The history as months leave it: exceptions, a parcel's whole way, the shop's columns, notifications."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from docs.picturing import places
from docs.picturing.studio import Studio
from inpost_desk.app_session import Given
from inpost_desk.ui.settings_page import NOTIFICATIONS
from inpost_desk.ui.shipments.choices import EXCEPTIONS
from inpost_desk.ui.shop_columns import ShopColumnsDialog
from tests.ui.shipments_desk import line, put, way

STATUSES: Final = (
    "confirmed", "confirmed", "taken_by_courier", "sent_from_source_branch", "out_for_delivery",
    "ready_to_pickup", "delivered", "rejected_by_receiver", "pickup_time_expired", "delivered",
    "redirect_to_box", "returned_to_sender", "undelivered_wrong_address", "delivered", "offers_prepared",
    "oversized", "missing", "delay_in_delivery", "canceled", "delivered", "claimed", "delivered",
)  # fmt: skip
WAY: Final = (
    ("confirmed", ""),
    ("taken_by_courier", ""),
    ("adopted_at_source_branch", "Kielce"),
    ("sent_from_source_branch", "Kielce"),
    ("adopted_at_sorting_center", "Sortownia Stryków"),
    ("out_for_delivery", "Lublin"),
    ("ready_to_pickup", "LUB17M"),
    ("delivered", "LUB17M"),
)
DELIVERED: Final = 6


def history(studio: Studio) -> None:
    """In a shop that has sent for some time."""
    with places.inpost() as inpost, places.printer(studio.data_dir.parent / "paper") as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token))
        studio.idle()
        page, delivered = _filled(studio)
        studio.picture("exceptions")
        page.clear_choices()
        studio.idle()
        page.show_shipment(delivered)
        studio.idle()
        studio.picture("delivered")
        dialog = ShopColumnsDialog(studio.desk, studio.window)
        dialog.open()
        studio.picture("shop-columns")
        dialog.reject()
        studio.window.open_page("settings")
        settings: Any = studio.page("settings")
        settings.open_section(NOTIFICATIONS)
        studio.idle()
        studio.picture("settings-notifications")


def twice_as_large(studio: Studio) -> None:
    """The same at 200 %. Started with QT_SCALE_FACTOR=2."""
    with places.inpost() as inpost, places.printer(studio.data_dir.parent / "paper") as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token))
        studio.idle()
        _filled(studio)
        studio.picture("twice-exceptions")
        studio.key("F9")
        studio.idle()
        studio.picture("twice-exception")
        studio.key("F9")
        studio.key("Ctrl+E")
        studio.picture("twice-export")
        studio.close_menu()


def _filled(studio: Studio) -> tuple[Any, int]:
    """The page with its exceptions chosen, and the number of the delivered one."""
    session = studio.desk.session
    assert session is not None
    now = session.client.now()
    rows = [
        line(
            at + 1,
            status,
            made_at=now - timedelta(hours=5 * at),
            status_at=now - timedelta(hours=at),
        )
        for at, status in enumerate(STATUSES)
    ]
    ids = put(session.ledger, rows)
    way(session.ledger, ids[DELIVERED], *WAY)
    studio.window.open_page("shipments")
    page: Any = studio.page("shipments")
    page.refresh()
    studio.wait(lambda: not page.busy)
    page.filters.chips.chip(EXCEPTIONS).click()
    studio.wait(lambda: not page.busy)
    studio.idle()
    return page, ids[DELIVERED]
