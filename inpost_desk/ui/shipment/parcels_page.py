"""What is sent and how it leaves: sizes or measures, how many, the way of sending."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from inpost_desk.domain.draft import Draft, DraftParcel, Step, service_of
from inpost_desk.domain.order import Field, Size
from inpost_desk.domain.service import COUNTER_METHODS, SENDING_METHODS, SIZES, Service
from inpost_desk.ui.kit import KeyButton, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.fields import Entry, FormGrid, Part
from inpost_desk.ui.shipment.form_page import FormPage
from inpost_desk.ui.shipment.parcel_rows import ParcelRows
from inpost_desk.ui.shipment.service_rows import template_letter
from inpost_desk.ui.shipment.size_cards import SizeCards
from inpost_desk.ui.shipment.summary_panel import method_words
from inpost_desk.wording.fixes import SIZES as SIZE_WORDS
from inpost_desk.wording.speech import translate

MOST_TYPED: Final = 99
BY_MEASURES: Final = ""


class ParcelsPage(FormPage):
    """Large keys for sizes, rows for measures; the service says which."""

    step = Step.PARCELS

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, translate("ui", "What is sent?"))
        self.cards = SizeCards(translate("ui", "Size of the parcel"))
        self.size_part = Part(translate("ui", "Size of the parcel"), self.cards, Field.SIZE)
        self.rows = ParcelRows()
        self.presets = Flow(*self._preset_buttons())
        self.add = KeyButton(translate("ui", "Another parcel"), key="Ins", icon="plus")
        self.remove = KeyButton(translate("ui", "Remove this parcel"), key="Alt+Del")
        self.adding = Flow(self.add, self.remove)
        self.count = QSpinBox()
        self.count.setRange(1, MOST_TYPED)
        self.count.setPrefix("× ")
        self.count.setProperty("form", "true")
        self.count.setAccessibleName(translate("ui", "How many"))
        self.count_part = Part(translate("ui", "How many"), self.count, Field.COUNT)
        self.method = QComboBox()
        self.method.setProperty("form", "true")
        self.method.setAccessibleName(translate("ui", "How it leaves"))
        self.method.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.method.setMinimumContentsLength(12)
        self.method.currentTextChanged.connect(self.method.setToolTip)
        self.method_part = Part(translate("ui", "How it leaves"), self.method, Field.SENDING_METHOD)
        self.dropoff = Entry(
            drafting,
            "dropoff_point",
            translate("ui", "Point where you post it"),
            Field.DROPOFF_POINT,
            example=translate("ui", "e.g. {code}").format(code="POP-KRA88"),
        )
        self.places = [
            self.size_part,
            self.rows,
            self.count_part,
            self.method_part,
            self.dropoff,
        ]
        self._lay_out()
        self._connect()

    def show_draft(self) -> None:
        """What the service takes."""
        draft = self.drafting.draft
        service = service_of(draft)
        measured = _by_measures(draft, service)
        self.size_part.setVisible(bool(service.templates))
        self.cards.set_choices(_choices(service))
        first = draft.parcels[0] if draft.parcels else DraftParcel()
        self.cards.set_value(first.template)
        self.size_part.set_focus_target(self.cards.focus_card())
        self.rows.setVisible(measured)
        self.presets.setVisible(measured)
        self._preset_words.setVisible(measured)
        several = service.several_parcels
        self.adding.setVisible(measured and several)
        self.remove.setVisible(len(draft.parcels) > 1)
        shown = draft.parcels if measured else ()
        self.rows.set_parcels(shown, non_standard=service.non_standard, several=several)
        self._show_count(draft, service, visible=not (measured and several))
        self._show_method(draft, service)
        self.form.arrange()

    def first_field(self) -> QWidget | None:
        """Sizes, or the first measure that is missing."""
        if self.rows.isHidden():
            return self.cards.focus_card()
        edits = [edit for row in self.rows.rows for edit in row.edits.values()]
        return next((edit for edit in edits if not edit.text()), edits[0] if edits else None)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Letters and digits on the sizes, rows of measures."""
        return [
            ("A–D", translate("ui", "that size, while the sizes have the focus")),
            ("1–9", translate("ui", "how many, while the sizes have the focus")),
            ("Ins", translate("ui", "another parcel")),
            ("Alt+Del", translate("ui", "remove this parcel")),
            ("Alt+A…N", translate("ui", "the measures that the settings have for a size")),
        ]

    def _lay_out(self) -> None:
        self._preset_words = Text(
            translate("ui", "As large as a size of the settings:"), tone="text2"
        )
        self.form = FormGrid(self.count_part, self.method_part, self.dropoff)
        for part in (
            self.size_part,
            self._preset_words,
            self.presets,
            self.rows,
            self.adding,
            self.form,
            self.rest,
        ):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.cards.chosen.connect(self._size_chosen)
        self.cards.counted.connect(self._digit)
        self.rows.changed.connect(self._row_changed)
        self.rows.remove_asked.connect(self._remove)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(lambda: self._remove(self.rows.current()))
        self.count.valueChanged.connect(self._counted)
        self.method.activated.connect(self._method_chosen)
        for key, act in (
            ("Ins", self._add),
            ("Alt+Del", lambda: self._remove(self.rows.current())),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _preset_buttons(self) -> list[KeyButton]:
        buttons = []
        for size in Size:
            button = KeyButton(str(size), key=f"Alt+{size}", kind="header")
            button.setAccessibleName(translate("ui", "As large as size {size}").format(size=size))
            button.clicked.connect(lambda _=False, size=size: self._take_preset(size))
            shortcut = QShortcut(QKeySequence(f"Alt+{size}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda size=size: self._take_preset(size))
            buttons.append(button)
        return buttons

    def _show_count(self, draft: Draft, service: Service, *, visible: bool) -> None:
        self.count_part.setVisible(visible or draft.count > 1)
        several = service.several_parcels and not visible
        number = len(draft.parcels) if service.several_parcels and visible else draft.count
        blocked = self.count.blockSignals(True)
        if self.count.value() != number:
            self.count.setValue(number)
        self.count.blockSignals(blocked)
        words = ""
        if number > 1 and not several:
            words = (
                translate("ui", "One shipment with that many parcels.")
                if service.several_parcels
                else translate(
                    "ui",
                    "That many shipments with the same data. Cash on delivery and extra protection "
                    "go on the first parcel only.",
                )
            )
        self.count_part.set_note(words)

    def _show_method(self, draft: Draft, service: Service) -> None:
        known = self.drafting.known
        methods = [
            one
            for one in SENDING_METHODS
            if service.takes_method(one, known.methods.get(service.id))
        ]
        own = translate("ui", "as in the settings: {method}")
        items = [(method_words(one), one) for one in methods]
        if known.method in methods:
            items.insert(0, (own.format(method=method_words(known.method)), ""))
        elif not draft.sending_method and len(service.methods) > 1:
            items.insert(0, (translate("ui", "choose one"), ""))
        if draft.sending_method and draft.sending_method not in methods:
            items.append((method_words(draft.sending_method), draft.sending_method))
        have = [
            (self.method.itemText(at), self.method.itemData(at))
            for at in range(self.method.count())
        ]
        if items != have:
            self.method.clear()
            for words, method in items:
                self.method.addItem(words, method)
        self.method.setCurrentIndex(max(0, self.method.findData(draft.sending_method)))
        method = draft.sending_method or known.method
        self.dropoff.setVisible(method in COUNTER_METHODS and not service.same_point)
        self.method_part.set_note(
            translate("ui", "The Paczkomat it is put into is the one it is fetched from.")
            if service.same_point
            else ""
        )

    @Slot(str)
    def _size_chosen(self, template: str) -> None:
        draft, service = self.drafting.draft, service_of(self.drafting.draft)
        one = DraftParcel(template)
        number = len(draft.parcels) if service.several_parcels else 1
        self.drafting.change(parcels=(one,) * max(1, number))
        if not template:
            # By the arrows the card gets the focus only after this.
            QTimer.singleShot(0, self, lambda: self.rows.focus_row(0))

    @Slot(int)
    def _digit(self, number: int) -> None:
        """So many, unless each parcel has a row of its own."""
        if self.adding.isHidden():
            self._counted(number)

    @Slot(int)
    def _counted(self, number: int) -> None:
        draft = self.drafting.draft
        if service_of(draft).several_parcels and not self.rows.isVisibleTo(self):
            parcels = draft.parcels or (DraftParcel("small"),)
            self.drafting.change(parcels=parcels[:1] * number, count=1)
        else:
            self.drafting.change(count=number)

    @Slot(int, object)
    def _row_changed(self, at: int, parcel: DraftParcel) -> None:
        parcels = list(self.drafting.draft.parcels)
        parcels[at] = parcel
        self.drafting.change(parcels=tuple(parcels))

    @Slot()
    def _add(self) -> None:
        """A copy: the next parcel is mostly one like it."""
        if self.adding.isHidden():
            return
        parcels = list(self.drafting.draft.parcels) or [DraftParcel()]
        at = min(self.rows.current(), len(parcels) - 1)
        parcels.insert(at + 1, parcels[at])
        self.drafting.change(parcels=tuple(parcels))
        self.rows.focus_row(at + 1)

    @Slot(int)
    def _remove(self, at: int) -> None:
        parcels = list(self.drafting.draft.parcels)
        if self.adding.isHidden() or len(parcels) < 2 or at >= len(parcels):
            return
        del parcels[at]
        self.drafting.change(parcels=tuple(parcels))
        self.rows.focus_row(min(at, len(parcels) - 1))

    def _take_preset(self, size: Size) -> None:
        if self.rows.isHidden():
            return
        preset = self.drafting.desk.settings.presets[size]
        sides = preset.dimensions
        parcel = DraftParcel(
            length=str(sides.length),
            width=str(sides.width),
            height=str(sides.height),
            weight=f"{preset.weight.normalize():f}".replace(".", ","),
            non_standard=preset.non_standard and service_of(self.drafting.draft).non_standard,
        )
        self._row_changed(min(self.rows.current(), len(self.drafting.draft.parcels) - 1), parcel)

    @Slot(int)
    def _method_chosen(self, at: int) -> None:
        self.drafting.change(sending_method=str(self.method.itemData(at)))


def _by_measures(draft: Draft, service: Service) -> bool:
    """Whether the parcels are told by measures now."""
    if not service.templates:
        return True
    return service.by_dimensions and any(not one.template for one in draft.parcels)


def _choices(service: Service) -> list[tuple[str, str, str]]:
    found = []
    for template in service.templates:
        letter = template_letter(template)
        words = SIZE_WORDS.get(letter, "") if template in SIZES else ""
        found.append((template, letter, translate("fixes", words) if words else ""))
    if service.templates and service.by_dimensions:
        found.append(
            (BY_MEASURES, translate("ui", "Other"), translate("ui", "by dimensions and weight"))
        )
    return found
