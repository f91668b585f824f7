"""The first step: which service, or InPost's offers compared. Digits and arrows choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inpost_desk.domain.draft import Mode, Step
from inpost_desk.domain.draft_shipments import suited
from inpost_desk.domain.order import Field
from inpost_desk.ui.kit import KeyCap, Segmented
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.shipment.choice_rows import ChoiceRows, RowItem
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.fields import Part
from inpost_desk.ui.shipment.form_page import FormPage
from inpost_desk.ui.shipment.presets import PresetBegin
from inpost_desk.ui.shipment.service_rows import service_items
from inpost_desk.ui.window_place import window_settings
from inpost_desk.wording.speech import translate

POINT: Final = "point"
ADDRESS: Final = "address"
_LAST: Final = "shipment/service"
_COMPARED: Final = "compared"


class ModePage(FormPage):
    """Nothing is typed here: digits choose, 0 changes between the two ways."""

    step = Step.MODE

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, translate("ui", "How does it go?"))
        self.modes = Segmented(
            [
                (Mode.SERVICE, translate("ui", "I know the service")),
                (Mode.OFFERS, translate("ui", "Compare prices")),
            ],
            name=translate("ui", "How the service is chosen"),
        )
        self.modes.changed.connect(self._mode_chosen)
        self.begin = PresetBegin(drafting)
        self.rows = ChoiceRows(translate("ui", "Service"))
        self.rows.chosen.connect(self._chosen)
        self._part = Part("", self.rows, Field.SERVICE, Field.KIND)
        self.places = [self._part]
        self.body.addWidget(Flow(self.modes, KeyCap("0"), self.begin))
        self.body.addWidget(self._part)
        self.body.addWidget(self.rest)
        self._begin_with_last()

    def show_draft(self) -> None:
        """The services, or where the offers are to lead."""
        draft = self.drafting.draft
        self.modes.set_value(draft.mode)
        offers = draft.mode is Mode.OFFERS
        known, prepaid = self.drafting.known, self.drafting.prepaid
        self.rows.set_items(_targets() if offers else service_items(known, prepaid=prepaid))
        self.rows.set_value((POINT if draft.to_point else ADDRESS) if offers else draft.service)
        self.subheading.setText(
            translate(
                "ui", "InPost names a price for each of its services; you choose one of them."
            )
            if offers
            else translate("ui", "Services of your contract with InPost. A digit chooses one.")
        )
        self.subheading.show()
        row = self.rows.focus_row()
        if row is not None:
            self._part.set_focus_target(row)

    def first_field(self) -> QWidget | None:
        """The row chosen."""
        return self.rows.focus_row()

    def go_on(self) -> bool:
        """What was chosen is the first thought next time."""
        gone = super().go_on()
        if gone:
            draft = self.drafting.draft
            kept = _COMPARED if draft.mode is Mode.OFFERS else draft.service
            window_settings(self.drafting.desk.data_dir).setValue(_LAST, kept)
        return gone

    def keys(self) -> Sequence[tuple[str, str]]:
        """Digits, arrows and the preset."""
        return [
            ("1–9", translate("ui", "choose that service")),
            ("↑ ↓", translate("ui", "the service above or below")),
            ("0", translate("ui", "I know the service, or compare prices")),
            ("Alt+B", translate("ui", "begin with a preset")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits that no row took."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.text() == "0":
            other = {Mode.SERVICE: Mode.OFFERS, Mode.OFFERS: Mode.SERVICE}
            self._mode_chosen(other[self.drafting.draft.mode])
        elif not (plain and event.text().isdigit() and self.rows.choose_number(int(event.text()))):
            super().keyPressEvent(event)

    @Slot(str)
    def _mode_chosen(self, mode: str) -> None:
        if mode != self.drafting.draft.mode:
            self._take(mode=Mode(mode))
            row = self.rows.focus_row()
            if row is not None:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _chosen(self, key: str) -> None:
        if self.drafting.draft.mode is Mode.OFFERS:
            self._take(to_point=key == POINT)
        else:
            self._take(service=key)

    def _take(self, **members: object) -> None:
        """Another service takes other parcels."""
        draft = replace(self.drafting.draft, **members)  # type: ignore[arg-type]
        self.drafting.take(suited(draft, self.drafting.desk.settings.presets))

    def _begin_with_last(self) -> None:
        draft = self.drafting.draft
        if draft.service or draft.mode is Mode.OFFERS:
            return
        last = str(window_settings(self.drafting.desk.data_dir).value(_LAST, ""))
        if last == _COMPARED:
            self._take(mode=Mode.OFFERS)
        elif last:
            known = service_items(self.drafting.known, prepaid=self.drafting.prepaid)
            if any(one.key == last and not one.reason for one in known):
                self._take(service=last)


def _targets() -> list[RowItem]:
    return [
        RowItem(
            POINT,
            translate("ui", "To a Paczkomat or PaczkoPunkt"),
            translate("ui", "sizes A, B, C; the receiver needs a telephone and an e-mail"),
        ),
        RowItem(
            ADDRESS,
            translate("ui", "By courier to the door"),
            translate("ui", "by dimensions and weight; also several parcels"),
        ),
    ]
