"""What comes after the label, as one part of a window: the Shipments and Pickup pages, and what they share.

The pages are made when they are first opened; what follows orders and statuses works from the start. It leads
from one page to the other, puts the figures on the rail, and gives a hand-over its scans.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inpost_desk.domain.scan import Scan
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.pickup.following import Following
from inpost_desk.ui.shipments.refreshing import Refreshing
from inpost_desk.ui.station.table import PackingTable
from inpost_desk.ui.window_parts import PICKUP, SHIPMENTS, PageEntry
from inpost_desk.ui.window_place import window_settings
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.ui.pickup.page import PickupPage
    from inpost_desk.ui.shipments.page import ShipmentsPage
    from inpost_desk.ui.window import MainWindow


class AfterTheLabel(QObject):
    """Belongs to one window; `open_page` shows a page of it."""

    settings_asked = Signal(str)
    wizard_asked = Signal(object)
    reread = Signal(int)
    """So many shipments were read again, because InPost's notifications named them."""

    def __init__(self, desk: Desk, table: PackingTable, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._table = desk, table
        self._open_page: Callable[[str], None] = _nowhere
        self._pickup: PickupPage | None = None
        self.following = Following(desk, self)
        self.refreshing = Refreshing(desk, self)
        self.following.page_asked.connect(lambda: self._open_page(PICKUP))

    def entries(self) -> list[PageEntry]:
        """The places on the rail."""
        return [
            PageEntry(SHIPMENTS, "box", translate("ui", "Shipments"), self._shipments_page),
            PageEntry(PICKUP, "truck", translate("ui", "Pickup"), self._pickup_page),
        ]

    def belong_to(self, window: MainWindow) -> None:
        """Show the figures on that window's rail, and lead to its pages."""
        rail = window.rail
        self._open_page = window.open_page
        self.following.badge_changed.connect(lambda count: rail.set_badge(PICKUP, count))
        self.refreshing.badge_changed.connect(
            lambda count: rail.set_badge(SHIPMENTS, count, exceptions=True)
        )

    def takes(self, scan: Scan) -> bool:
        """Whether a hand-over took that scan, because it is open and its page shows."""
        if self._pickup is None or not self._pickup.hears:
            return False
        self._pickup.scanned(scan)
        return True

    def stop(self) -> None:
        """The window closes."""
        self.following.stop()
        self.refreshing.stop()

    def _shipments_page(self) -> ShipmentsPage:
        from inpost_desk.ui.shipments.page import ShipmentsPage

        page = ShipmentsPage(self._desk, kept=window_settings(self._desk.data_dir))
        self.refreshing.changed.connect(page.refresh)
        self.following.changed.connect(page.refresh)
        self.reread.connect(page.refresh)
        page.badge_changed.connect(self.refreshing.badge_changed)
        page.settings_asked.connect(self.settings_asked)
        page.wizard_asked.connect(self.wizard_asked)
        page.pickup_asked.connect(self._choose_for_pickup)
        return page

    def _pickup_page(self) -> PickupPage:
        from inpost_desk.ui.pickup.page import PickupPage

        page = self._pickup = PickupPage(
            self._desk, self.following, sounds=self._table.clerk.sounds
        )
        page.settings_asked.connect(self.settings_asked)
        page.show_operator(self._table.clerk.operator)
        self._table.answers.operator_changed.connect(page.show_operator)
        return page

    @Slot(object)
    def _choose_for_pickup(self, ids: Sequence[int]) -> None:
        self._open_page(PICKUP)
        if self._pickup is not None:
            self._pickup.choose(ids)


def _nowhere(_key: str) -> None:
    return
