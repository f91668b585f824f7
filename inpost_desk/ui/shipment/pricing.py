"""What the typed shipment would cost, asked of InPost a moment after the last change. Buys nothing.

Only prepaid accounts get a price; a refusal for that reason tells that the account pays by invoice.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.background import FETCH
from inpost_desk.domain.draft import Draft, Mode, shipments_wanted
from inpost_desk.errors import Refused
from inpost_desk.settings import Settings
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.session import Session

# Milliseconds after the last change.
ASK_AFTER: Final = 500
PREPAID_ONLY: Final = "action_available_only_for_prepaid_users"


class Pricing(QObject):
    """One question at a time; an answer to an older draft is thrown away."""

    told = Signal(str, str)
    """The amount ("" where there is none) and a note: who charges what, or why nobody knows."""

    def __init__(self, drafting: Drafting, parent: QObject | None = None) -> None:
        super().__init__(parent or drafting)
        self._drafting = drafting
        self._jobs = Jobs(drafting.desk, self)
        self._asked: Draft | None = None
        self._wait = QTimer(self, interval=ASK_AFTER, singleShot=True)
        self._wait.timeout.connect(self._ask)

    @Slot()
    def ask(self) -> None:
        """Ask soon, unless that draft's price is known or InPost cannot be asked yet."""
        draft, session = self._drafting.draft, self._drafting.session
        if draft == self._asked or session is None or not session.may_ask:
            return
        if self._drafting.prepaid is False:
            self._asked = draft
            self.told.emit("", _by_invoice())
        elif draft.mode is Mode.SERVICE and not self._drafting.stops():
            self._asked = None
            self._wait.start()

    @Slot()
    def _ask(self) -> None:
        draft = self._drafting.draft
        self._asked = draft
        self._jobs.start(
            partial(_calculated, known=self._drafting.desk.settings, draft=draft),
            lane=FETCH,
            done=partial(self._take, draft),
            failed=partial(self._fail, draft),
        )

    def _take(self, draft: Draft, amount: Decimal | None) -> None:
        if draft != self._asked:
            return
        self._drafting.prepaid = amount is not None
        if amount is None:
            self.told.emit("", _by_invoice())
            return
        note = translate("ui", "InPost takes it from the balance at once.")
        if shipments_wanted(draft) > 1:
            words = translate("ui", "All {count} shipments together; InPost takes it at once.")
            note = words.format(count=shipments_wanted(draft))
        self.told.emit(price_words(amount), note)

    def _fail(self, draft: Draft, error: Exception) -> None:
        """No price is no obstacle: whatever is wrong is said when it is bought."""
        if draft != self._asked:
            return
        if isinstance(error, Refused) and error.error == PREPAID_ONLY:
            self._drafting.prepaid = False
            self.told.emit("", _by_invoice())
            return
        self._asked = None
        self.told.emit("", translate("ui", "InPost could not say the price just now."))


def _by_invoice() -> str:
    return translate("ui", "by contract, with the invoice")


def _calculated(session: Session, *, known: Settings, draft: Draft) -> Decimal | None:
    """The sum for all shipments of the draft, None where InPost names no price."""
    from inpost_desk.domain.draft_shipments import shipments_of
    from inpost_desk.domain.order_shipment import Choices
    from inpost_desk.ui.orders.terms import rules_of

    method = draft.sending_method or rules_of(session, known).sending_method
    choices = Choices(sending_method=method, sender=known.sender, presets=known.presets)
    keys = [f"price-{number}" for number in range(1, shipments_wanted(draft) + 1)]
    prices = session.client.calculate(shipments_of(draft, keys, choices))
    totals = [one.total for one in prices if one.total is not None]
    return sum(totals, Decimal(0)) if len(totals) == len(keys) else None
