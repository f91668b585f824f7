"""The summary of the wizard with the purchase behind its button: simplified mode."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent

from inpost_desk.ui.shipment.buying import buying_of, is_blank
from inpost_desk.ui.shipment.buying_note import BuyingNote
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.pricing import Pricing
from inpost_desk.ui.shipment.summary_page import SummaryPage


class BuyingPage(SummaryPage):
    """Enter buys, once; what stands in the way is said above everything else."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting)
        self.buying = buying_of(drafting)
        self.note = BuyingNote()
        self.body.insertWidget(0, self.note)
        self.pricing = Pricing(drafting, self)
        self.pricing.told.connect(self.set_price)
        self.buy_asked.connect(self.buying.press)
        self.buying.changed.connect(self._buying_changed)
        drafting.changed.connect(self._draft_changed)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What it costs is asked as soon as it is shown."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.pricing.ask)

    def refresh(self) -> None:
        """Everything, and how the purchase stands."""
        super().refresh()
        self.note.say(self.buying.say())

    def next_words(self) -> str:
        """What Enter does."""
        return self.buying.words() or super().next_words()

    @Slot()
    def _buying_changed(self) -> None:
        wizard = self.wizard()
        if wizard is not None and wizard.currentPage() is self:
            self.drafting.know()

    @Slot()
    def _draft_changed(self) -> None:
        made = self.buying.purchase is not None and not self.buying.busy
        if made and is_blank(self.drafting.draft):
            self.buying.drop()
