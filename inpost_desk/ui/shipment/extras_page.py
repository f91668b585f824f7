"""What goes with it: money, additional services, weekend, texts, another sender. All may stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QWidget

from inpost_desk.domain.draft import Draft, Mode, Step, service_of, shipments_wanted
from inpost_desk.domain.order import Field
from inpost_desk.domain.service import Service
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.fields import Entry, FormGrid, Part
from inpost_desk.ui.shipment.form_page import FormPage
from inpost_desk.ui.shipment.sender_part import SenderPart
from inpost_desk.ui.weekend_words import weekend_words
from inpost_desk.wording.sentences import service_words
from inpost_desk.wording.speech import translate

HOURS: Final = "forhour_"
# The countdown shows minutes.
COUNTED_EVERY: Final = 20_000


class ExtrasPage(FormPage):
    """Only what the service has is offered; what was chosen for another one stays until it is left out."""

    step = Step.EXTRAS

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(
            drafting,
            translate("ui", "What goes with it?"),
            translate("ui", "Everything here may stay empty."),
        )
        self._make_entries()
        self.boxes: dict[str, QCheckBox] = {}
        self.services = Flow(gap=12)
        self.services_part = Part(
            translate("ui", "Additional services"), self.services, Field.ADDITIONAL_SERVICES
        )
        self.hour = QComboBox()
        self.hour.setProperty("form", "true")
        self.hour.setAccessibleName(translate("ui", "Delivery hour"))
        self.hour.activated.connect(self._hour_chosen)
        self.hour_part = Part(translate("ui", "Delivery hour"), self.hour)
        self.weekend = QCheckBox(translate("ui", "Paczka w Weekend"))
        self.weekend.clicked.connect(lambda on: self.drafting.change(weekend=on))
        self.weekend_part = Part(translate("ui", "Weekend"), self.weekend, Field.WEEKEND)
        self.hold = QCheckBox(
            translate("ui", "InPost only chooses the offer; this program pays for it at once")
        )
        self.hold.clicked.connect(lambda on: self.drafting.change(only_choice_of_offer=on))
        self.hold_part = Part(translate("ui", "Payment"), self.hold)
        self.sent_by = SenderPart(drafting)
        self._minute = QTimer(self, interval=COUNTED_EVERY)
        self._minute.timeout.connect(self._show_weekend)
        self._lay_out()

    def show_draft(self) -> None:
        """What the service has."""
        draft = self.drafting.draft
        service = service_of(draft)
        self._show_money(draft, service)
        self._show_services(draft, service)
        self._show_hours(draft, service)
        self.weekend_part.setVisible(service.weekend or draft.weekend)
        self.weekend.setChecked(draft.weekend)
        self._show_weekend()
        self.hold_part.setVisible(draft.mode is Mode.SERVICE)
        self.hold.setChecked(draft.only_choice_of_offer)
        self.product.setVisible(Field.PRODUCT in service.required)
        self._show_mpks()
        self.sent_by.show_draft(draft)
        self.form.arrange()

    def first_field(self) -> QWidget | None:
        """Cash on delivery."""
        return self.cod.edit if not self.cod.isHidden() else self.reference.edit

    def keys(self) -> Sequence[tuple[str, str]]:
        """Mends, and the boxes."""
        return [(translate("ui", "Space"), translate("ui", "tick the box")), *self.mend_key()]

    def go_on(self) -> bool:
        """A sender half typed is no sender."""
        gone = super().go_on()
        if gone and self.sent_by.unfinished:
            self.sent_by.focus_form()
            return False
        return gone

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The countdown runs while it can be seen."""
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks."""
        super().hideEvent(event)
        self._minute.stop()

    def _make_entries(self) -> None:
        drafting = self.drafting
        empty = translate("ui", "none")
        self.cod = Entry(
            drafting, "cod", translate("ui", "Cash on delivery, zł"), Field.COD, example=empty
        )
        self.insurance = Entry(
            drafting,
            "insurance",
            translate("ui", "Extra protection, zł"),
            Field.INSURANCE,
            example=empty,
        )
        self.reference = Entry(
            drafting,
            "reference",
            translate("ui", "Reference"),
            Field.REFERENCE,
            example=translate("ui", "e.g. the order's number"),
        )
        self.mpk = Entry(drafting, "mpk", translate("ui", "Cost centre (MPK)"), Field.MPK)
        self.comments = Entry(
            drafting,
            "comments",
            translate("ui", "Comments"),
            Field.COMMENTS,
            Field.CONTENTS,
            note=translate("ui", "on the label"),
        )
        self.product = Entry(
            drafting,
            "product",
            translate("ui", "Product number of the contract"),
            Field.PRODUCT,
        )
        self._mpks: tuple[str, ...] = ()

    def _lay_out(self) -> None:
        texts = (self.reference, self.mpk, self.comments, self.product)
        self.form = FormGrid(
            self.cod,
            self.insurance,
            self.services_part,
            self.hour_part,
            self.weekend_part,
            *texts,
            self.hold_part,
            self.sent_by,
            wide=(
                self.services_part,
                self.hour_part,
                self.weekend_part,
                self.comments,
                self.hold_part,
                self.sent_by,
            ),
        )
        self.places = [
            self.cod,
            self.insurance,
            self.services_part,
            self.weekend_part,
            *texts,
            self.sent_by,
        ]
        self.body.addWidget(self.form)
        self.body.addWidget(self.rest)

    def _show_money(self, draft: Draft, service: Service) -> None:
        """Not offered where the service has none; shown where some was typed for another one."""
        self.cod.setVisible(service.cod_limit is not None or bool(draft.cod.strip()))
        self.insurance.setVisible(service.insurable or bool(draft.insurance.strip()))
        copies = shipments_wanted(draft)
        note = translate("ui", "on the first of {count} shipments only").format(count=copies)
        for one in (self.cod, self.insurance):
            one.edit.setToolTip(note if copies > 1 else "")
            one.edit.setPlaceholderText(note if copies > 1 else translate("ui", "none"))

    def _show_services(self, draft: Draft, service: Service) -> None:
        offered = [one for one in service.additional if not one.startswith(HOURS)]
        others = [
            one
            for one in draft.additional_services
            if one not in service.additional and one not in offered
        ]
        wanted = [*offered, *others]
        if wanted != list(self.boxes):
            self._make_boxes(wanted)
        for name, box in self.boxes.items():
            box.setChecked(name in draft.additional_services)
        self.services_part.setVisible(bool(wanted))
        if self.boxes:
            self.services_part.set_focus_target(next(iter(self.boxes.values())))

    def _make_boxes(self, wanted: Sequence[str]) -> None:
        layout = self.services.layout()
        assert layout is not None
        for box in self.boxes.values():
            layout.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for name in wanted:
            box = QCheckBox(service_words(name))
            box.clicked.connect(lambda on, name=name: self._ticked(name, on=on))
            layout.addWidget(box)
            self.boxes[name] = box

    def _show_hours(self, draft: Draft, service: Service) -> None:
        hours = [one for one in service.additional if one.startswith(HOURS)]
        items = [
            ("", translate("ui", "no fixed hour")),
            *((one, service_words(one)) for one in hours),
        ]
        if [self.hour.itemData(at) for at in range(self.hour.count())] != [one for one, _ in items]:
            self.hour.clear()
            for name, words in items:
                self.hour.addItem(words, name)
        chosen = next((one for one in draft.additional_services if one in hours), "")
        self.hour.setCurrentIndex(max(0, self.hour.findData(chosen)))
        self.hour_part.setVisible(bool(hours))

    def _show_mpks(self) -> None:
        known = tuple(sorted(self.drafting.known.mpks or ()))
        if known == self._mpks:
            return
        self._mpks = known
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.mpk.edit.setCompleter(completer)
        some = ", ".join(known[:3])
        self.mpk.edit.setPlaceholderText(f"{some}…" if len(known) > 3 else some)

    @Slot()
    def _show_weekend(self) -> None:
        window = self.drafting.known.window
        words = "" if window.always else weekend_words(window.at(datetime.now(UTC)))
        self.weekend_part.set_note(words)

    def _ticked(self, name: str, *, on: bool) -> None:
        chosen = [one for one in self.drafting.draft.additional_services if one != name]
        self.drafting.change(additional_services=(*chosen, name) if on else tuple(chosen))

    @Slot(int)
    def _hour_chosen(self, at: int) -> None:
        name = str(self.hour.itemData(at))
        chosen = [
            one for one in self.drafting.draft.additional_services if not one.startswith(HOURS)
        ]
        self.drafting.change(additional_services=(*chosen, name) if name else tuple(chosen))
