"""What the main button would cost: asked of InPost a moment after the rows come to rest, kept in memory.

Only prepaid accounts have prices. Without one nothing is said: a price that is missing stops nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import price_jobs
from inpost_desk.ui.orders.piling import Piling

if TYPE_CHECKING:
    from inpost_desk.actions.prices import KnownPrices

REST: Final = 400
# What costs money when it is started; the others are paid for.
COSTS: Final = frozenset({Stage.READY, Stage.UNPAID})


class Prices(QObject):
    """Knows the sum of what would be bought now."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        piling: Piling,
        chosen: Callable[[], Collection[int] | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._piling = piling
        self._chosen = chosen
        self._jobs = Jobs(desk, self)
        self._known: KnownPrices | None = None
        self._asking = self._stale = False
        self.sum: Decimal | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._ask)
        desk.session_changed.connect(self._other_account)
        desk.settings_changed.connect(self._forget)
        piling.opened.connect(lambda _: self.look())
        piling.loaded.connect(lambda *_: self.look())
        piling.changed.connect(lambda _: self.look())
        piling.checking.connect(lambda progress: progress is None and self.look())

    @Slot()
    def look(self) -> None:
        """The rows are others, or others are selected."""
        self._set(None)
        self._rest.start()

    @Slot()
    def _other_account(self) -> None:
        # Nobody is told any more what was asked of the one before.
        self._asking = self._stale = False
        self._forget()

    @Slot()
    def _forget(self) -> None:
        # Another account, or another way of sending, has other prices.
        self._known = None
        self.look()

    def _ask(self) -> None:
        session, pile = self._desk.session, self._piling.pile
        if session is None or pile is None or not session.may_ask or not self._piling.checked:
            return
        if self._asking:
            self._stale = True
            return
        from inpost_desk.actions.prices import KnownPrices

        self._known = self._known or KnownPrices()
        what = price_jobs.Asking(
            pile,
            self._piling.rules(),
            self._wanted(),
            self._desk.settings,
            self._known,
        )
        self._asking = self._jobs.start(
            partial(price_jobs.find_sum, what=what), done=self._found, failed=self._not_found
        )

    def _wanted(self) -> tuple[PileRow, ...]:
        rows, chosen = self._piling.rows, self._chosen()
        if chosen is None:
            return tuple(one for one in rows.values() if one.stage in COSTS)
        takes = COSTS | {Stage.REFUSED}
        return tuple(rows[row] for row in chosen if row in rows and rows[row].stage in takes)

    def _found(self, total: Decimal | None) -> None:
        self._asking = False
        if self._stale or self._rest.isActive():
            self._stale = False
            self._rest.start()
        else:
            self._set(total)

    def _not_found(self, error: Exception) -> None:
        from inpost_desk.errors import Trouble

        self._asking = self._stale = False
        if not isinstance(error, Trouble):
            raise error

    def _set(self, total: Decimal | None) -> None:
        if total != self.sum:
            self.sum = total
            self.changed.emit()
