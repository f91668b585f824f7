"""The Orders page beside the station: rows change while nobody looks, and files bring new references."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from inpost_desk.ui.orders.page import OrdersPage
    from inpost_desk.ui.station.table import PackingTable

# A packer may scan four a second, and reading a pile takes a while.
AT_MOST_EVERY: Final = 1_000


def beside(page: OrdersPage, station: PackingTable) -> None:
    """What each has to hear of the other."""
    rows = RowsElsewhere(page, page.piling.refresh)
    rows.follow(station.clerk.done)
    rows.follow(station.watching.rows_changed)
    station.answers.paid_confirmed.connect(page.by_itself.look_anew)
    for signal in (page.piling.opened, page.piling.changed, page.runner.ended):
        signal.connect(station.watching.soon)
    page.runner.rows_changed.connect(station.watching.soon)


class RowsElsewhere(QObject):
    """Has the rows read again, once for many changes, and only while somebody sees them."""

    def __init__(self, page: QWidget, refresh: Callable[[], None]) -> None:
        super().__init__(page)
        self._page, self._refresh = page, refresh
        self._stale = False
        self._pause = QTimer(self, singleShot=True, interval=AT_MOST_EVERY)
        self._pause.timeout.connect(self._look)
        page.installEventFilter(self)

    def follow(self, changed: SignalInstance) -> None:
        """Rows may have changed when that is emitted."""
        changed.connect(self._changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The page comes up: whoever looks at it wants to see how things stand."""
        if event.type() == QEvent.Type.Show and self._stale:
            self._look()
        return super().eventFilter(watched, event)

    @Slot()
    def _changed(self) -> None:
        self._stale = True
        if self._page.isVisible() and not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _look(self) -> None:
        if self._stale and self._page.isVisible():
            self._stale = False
            self._refresh()
