"""What the shipment is so far, beside every step of the wizard; also the short notes of the step list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inpost_desk.domain.draft import Draft, Mode, Step, goes_to_point, service_of, shipments_wanted
from inpost_desk.domain.service import SIZES
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Ground, Heading, Line, Text
from inpost_desk.wording.sentences import money_words, service_words
from inpost_desk.wording.speech import translate


class SummaryPanel(Ground):
    """Rows of what and how; what is not chosen yet says so."""

    def __init__(self) -> None:
        super().__init__("surface")
        self.setFixedWidth(look.PANEL)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(look.PAD)
        self._rows.setVerticalSpacing(look.GAP)
        self._rows.setColumnStretch(1, 1)
        self.cost = Heading("", look.Role.TITLE)
        self.cost_note = Caption("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.PAD)
        column.addWidget(Heading(translate("ui", "Shipment")))
        column.addLayout(self._rows)
        column.addWidget(self.cost)
        column.addWidget(self.cost_note)
        column.addStretch(1)
        self.show_cost("", "")

    def show_draft(self, draft: Draft, method: str) -> None:
        """The draft as it stands; `method` is the settings' way of sending."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(facts(draft, method)):
            self._rows.addWidget(Text(name, tone="text2"), row * 2, 0)
            self._rows.addWidget(Text(value, bold=True, wrap=True), row * 2, 1)
            self._rows.addWidget(_line(), row * 2 + 1, 0, 1, 2)

    def show_cost(self, amount: str, note: str) -> None:
        """What it costs, as far as that is known."""
        self.cost.setText(amount)
        self.cost.setVisible(bool(amount))
        self.cost_note.setText(note)
        self.cost_note.setVisible(bool(note))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing of its own; the texts follow the look by themselves."""
        super().changeEvent(event)


def facts(draft: Draft, method: str) -> list[tuple[str, str]]:
    """What and how, in words."""
    return [
        (translate("ui", "Service"), service_note(draft)),
        (translate("ui", "Receiver"), receiver_note(draft) or translate("ui", "not named yet")),
        (translate("ui", "To"), place_note(draft) or translate("ui", "not chosen yet")),
        (translate("ui", "Parcels"), parcels_note(draft)),
        (translate("ui", "Sending"), method_words(draft.sending_method or method)),
        (
            translate("ui", "Cash on delivery"),
            _money(draft.cod) or translate("ui", "none"),
        ),
        (
            translate("ui", "Extra protection"),
            _money(draft.insurance) or translate("ui", "none"),
        ),
    ]


def notes(draft: Draft) -> Mapping[Step, str]:
    """A word on each step, for the list at the left."""
    return {
        Step.MODE: service_note(draft),
        Step.RECEIVER: receiver_note(draft),
        Step.DELIVERY: place_note(draft),
        Step.PARCELS: parcels_note(draft),
        Step.EXTRAS: " · ".join(
            one for one in (_money(draft.cod), _money(draft.insurance), draft.reference) if one
        ),
        Step.OFFERS: translate("ui", "choose and buy"),
        Step.SUMMARY: translate("ui", "cost and purchase"),
    }


def service_note(draft: Draft) -> str:
    """The service, or that InPost's offers are compared."""
    if draft.mode is Mode.OFFERS:
        return translate("ui", "out of InPost's offers")
    return service_words(draft.service) if draft.service else translate("ui", "not chosen yet")


def receiver_note(draft: Draft) -> str:
    """Whose name stands on the label."""
    person = " ".join(one for one in (draft.first_name, draft.last_name) if one.strip())
    return (draft.company or person).strip() or draft.phone.strip()


def place_note(draft: Draft) -> str:
    """Where it goes."""
    if goes_to_point(draft):
        return draft.point.strip().upper()
    street = " ".join(one for one in (draft.street, draft.building_number) if one.strip())
    return ", ".join(one.strip() for one in (draft.city, street) if one.strip())


def parcels_note(draft: Draft) -> str:
    """How many and how large."""
    sizes = [
        SIZES.get(one.template, one.template)
        or " × ".join(side or "?" for side in (one.length, one.width, one.height)) + " mm"
        for one in draft.parcels
    ]
    texts = [str(one) for one in sizes]
    shown = ", ".join(
        f"{texts.count(one)} × {one}" if texts.count(one) > 1 else one
        for one in dict.fromkeys(texts)
    )
    if service_of(draft).several_parcels:
        return shown
    wanted = shipments_wanted(draft)
    return f"{shown} ×{wanted}" if wanted > 1 else shown


def method_words(method: str) -> str:
    """How the parcel gets to InPost."""
    words = {
        "parcel_locker": translate("ui", "in a Paczkomat"),
        "dispatch_order": translate("ui", "fetched by the courier"),
        "pop": translate("ui", "in a PaczkoPunkt"),
        "pok": translate("ui", "at a customer service point"),
        "courier_pok": translate("ui", "courier parcel at a service point"),
        "branch": translate("ui", "brought to a depot"),
        "any_point": translate("ui", "in any Paczkomat or PaczkoPunkt"),
    }
    return words.get(method, method) or translate("ui", "not chosen yet")


def _money(typed: str) -> str:
    """As typed where it is no amount yet."""
    text = typed.strip()
    if not text:
        return ""
    plain = text.replace(" ", "").replace(",", ".")
    try:
        return money_words(f"{float(plain):.2f}")
    except ValueError:
        return text


def _line() -> QWidget:
    return Line()
