"""The offers of the typed shipment: asked for on entering, chosen by a digit, bought by Enter.

InPost holds the shipment unpaid meanwhile; changing the draft edits that one instead of making a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.domain.draft import Finding, Step, goes_to_point, shipments_wanted
from inpost_desk.domain.order import Field
from inpost_desk.ui import look
from inpost_desk.ui.desk import INFORMATION, Notice
from inpost_desk.ui.shipment.buying import buying_of, is_blank
from inpost_desk.ui.shipment.buying_note import BuyingNote
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.offer_picker import BUYABLE, OfferPicker
from inpost_desk.ui.shipment.purchase import Next, Phase, merged
from inpost_desk.ui.shipment.wizard_page import WizardPage
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.sentences import money_words
from inpost_desk.wording.speech import translate

RULE = "offers/rule"
UNPAID = "offers.unpaid"
_NOTICES = ("sms", "email")


class OffersPage(WizardPage):
    """Enter buys the marked offer, or does what the sentence above the list says."""

    step = Step.OFFERS
    scrolls = False

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, translate("ui", "Offers"))
        self.buying = buying_of(drafting)
        self.note = BuyingNote()
        self.picker = OfferPicker(self._now)
        self._shown: object = None
        self._kept = QSettings(
            str(drafting.desk.data_dir / "window.ini"), QSettings.Format.IniFormat, self
        )
        self.heading.hide()
        self._above = QWidget()
        self._above.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        around = QVBoxLayout(self._above)
        around.setContentsMargins(look.PAD, look.GAP, look.PAD, look.GAP)
        around.addWidget(self.note)
        self.body.setSpacing(0)
        self.body.addWidget(self._above)
        self.body.addWidget(self.picker, 1)
        # So that the sentence keeps its height while there is no list.
        self.body.addStretch(0)
        self.buying.changed.connect(self._buying_changed)
        self.picker.marked_changed.connect(drafting.know)
        self.picker.time_passed.connect(drafting.know)
        self.picker.enter_pressed.connect(self.go_on)
        self.picker.mend_asked.connect(self._mend)
        self.picker.rule_changed.connect(self._keep_rule)
        drafting.changed.connect(self._draft_changed)

    @property
    def beside(self) -> bool:
        """The ring stands where the summary would."""
        return False

    def refresh(self) -> None:
        """The offers there are, and what is to be said of them."""
        told = self.buying.say()
        self.note.say(told)
        self._above.setVisible(told is not None)
        answer = self.buying.offers
        self.picker.setVisible(answer is not None and bool(answer.choices))
        if answer is not None and answer is not self._shown:
            self._shown = answer
            self.picker.show_offers(
                merged(answer.choices),
                answered=answer.answered or datetime.now(UTC),
                rule=str(self._kept.value(RULE, "")),
                more=self._extras(),
            )
            # Its rows are shown a moment later.
            QTimer.singleShot(0, self, self._focus)

    def first_field(self) -> QWidget | None:
        """The marked offer; while there is none, the page itself, so that no button gets the next Enter."""
        return self.picker.first_field() or self

    def field_of(self, finding: Finding) -> QWidget | None:
        """Only the offers are here."""
        del finding
        return self.first_field()

    def keys(self) -> Sequence[tuple[str, str]]:
        """Digits mark; three keys mend what cannot be had."""
        return [
            ("1–9", translate("ui", "mark an offer")),
            ("Enter", translate("ui", "buy the marked offer and print its label")),
            ("Alt+W", translate("ui", "change the dimensions")),
            ("Alt+S", translate("ui", "leave the notices out")),
            ("Alt+E", translate("ui", "fill in the e-mail")),
        ]

    def next_words(self) -> str:
        """What Enter does, with the price it costs."""
        words = self.buying.words()
        if words:
            return words
        if self.picker.expired or not self.picker.rows:
            return translate("ui", "Ask for new offers")
        marked = self.picker.marked()
        if marked is None or marked.rate is None:
            return translate("ui", "Buy and print")
        said = translate("ui", "Buy and print for {price}")
        return said.format(price=price_words(marked.rate))

    @Slot()
    def go_on(self) -> bool:
        """Enter. The last page comes by itself once InPost has confirmed."""
        if self.buying.busy or self.drafting.stops():
            return False
        what = self.buying.next()
        marked = self.picker.marked()
        if what is Next.PAY:
            self.buying.pay_again()
        elif what is not None and not (what is Next.RENEW and self.buying.numbers):
            self.buying.ask()
        elif what is Next.RENEW or self.picker.expired:
            self.buying.renew()
        elif marked is not None and marked.status in BUYABLE:
            self.buying.choose(marked)
        else:
            self.buying.ask()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter while there is nothing to mark."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.go_on()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Somebody leaves while offers wait: that nothing was charged must stand somewhere."""
        super().hideEvent(event)
        # A step back hides this page itself; leaving hides what it stands in.
        if self.isHidden() or self.buying.phase is not Phase.OFFERS or not self.buying.numbers:
            return
        fact = translate("ui", "A shipment waits at InPost, unpaid; nothing was charged.")
        told = (
            translate("ui", "The draft is kept: go on with it to choose an offer.")
            if self.drafting.beginning.keeps
            else translate("ui", "“Choose an offer” at its row leads back here.")
        )
        self.drafting.desk.notify(Notice(UNPAID, INFORMATION, fact, told))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Ask for offers, unless those there are the draft's as it stands."""
        super().showEvent(event)
        self.drafting.desk.withdraw(UNPAID)
        # The wizard is on its way to this page only now.
        QTimer.singleShot(0, self, self._ask)

    # Inside

    def _now(self) -> datetime:
        session = self.drafting.session
        return session.client.now() if session else datetime.now(UTC)

    @Slot()
    def _ask(self) -> None:
        wizard = self.wizard()
        if wizard is None or wizard.currentPage() is not self or self.drafting.stops():
            return
        # What failed stands there until Enter says how it goes on.
        if self.buying.sent != self.drafting.draft or self.buying.phase is Phase.IDLE:
            self.buying.ask()

    @Slot()
    def _buying_changed(self) -> None:
        wizard = self.wizard()
        if wizard is not None and wizard.currentPage() is self:
            # The main button and the list speak of it.
            self.drafting.know()

    @Slot()
    def _draft_changed(self) -> None:
        if self.buying.numbers and not self.buying.busy and is_blank(self.drafting.draft):
            self.buying.drop()
            self._shown = None

    @Slot(object)
    def _mend(self, field: Field) -> None:
        if field is Field.ADDITIONAL_SERVICES:
            kept = self.drafting.draft.additional_services
            self.drafting.change(
                additional_services=tuple(one for one in kept if one not in _NOTICES)
            )
            self.buying.ask()
        else:
            steps = {Field.EMAIL: Step.RECEIVER}
            self.drafting.asked_for_step.emit(steps.get(field, Step.PARCELS))

    @Slot(str)
    def _keep_rule(self, rule: str) -> None:
        self._kept.setValue(RULE, rule)

    def _extras(self) -> tuple[str, ...]:
        """What stands on every offer besides its additional services."""
        draft = self.drafting.draft
        found = []
        if draft.insurance.strip():
            words = translate("ui", "protection {amount} zł")
            found.append(words.format(amount=money_words(draft.insurance.strip())))
        if draft.cod.strip():
            words = translate("ui", "cash on delivery {amount} zł")
            found.append(words.format(amount=money_words(draft.cod.strip())))
        if goes_to_point(draft) and shipments_wanted(draft) > 1:
            words = translate("ui", "all {count} together")
            found.append(words.format(count=shipments_wanted(draft)))
        return tuple(found)

    @Slot()
    def _focus(self) -> None:
        field = self.first_field()
        wizard = self.wizard()
        if field is not None and wizard is not None and wizard.currentPage() is self:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
