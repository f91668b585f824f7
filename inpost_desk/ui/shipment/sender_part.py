"""Who sends it: the settings' sender, or another one for this shipment only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from inpost_desk.domain.draft import Draft, Finding
from inpost_desk.domain.order import Field, Person
from inpost_desk.ui import look
from inpost_desk.ui.settings_page_sender import SenderForm
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.fields import Part
from inpost_desk.wording.speech import translate

USUAL: Final = "usual"
OTHER: Final = "other"


class SenderPart(QWidget):
    """A choice, and the form of the settings below it where it is another one."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__()
        self._drafting = drafting
        self._asked = False
        self.choice = QComboBox()
        self.choice.setProperty("form", "true")
        self.choice.setAccessibleName(translate("ui", "Sender"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.addItem(_usual(drafting.desk.settings.sender), USUAL)
        self.choice.addItem(translate("ui", "another sender, for this shipment only"), OTHER)
        self.choice.activated.connect(self._chosen)
        self._part = Part(translate("ui", "Sender"), self.choice, Field.SENDER)
        self.form = SenderForm()
        self.form.changed.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.PAD)
        column.addWidget(self._part)
        column.addWidget(self.form)

    @property
    def unfinished(self) -> bool:
        """Another one is wanted but not whole yet."""
        return self._asked and self.form.value() is None

    def focus_form(self) -> None:
        """Where something is missing."""
        boxes = list(self.form.fields.values())
        empty = (one for one in boxes if one.finding() or not one.text())
        next(empty, boxes[0]).edit.setFocus()

    def show_draft(self, draft: Draft) -> None:
        """The draft's own sender, or the settings'."""
        self._asked = self._asked or draft.sender is not None
        self.choice.setItemText(0, _usual(self._drafting.desk.settings.sender))
        self.choice.setCurrentIndex(int(self._asked))
        self.form.setVisible(self._asked)
        if draft.sender is not None:
            self.form.set_value(draft.sender)

    def takes(self, finding: Finding) -> bool:
        """Whatever InPost says of the sender."""
        return self._part.takes(finding)

    def say(self, findings: Sequence[Finding], *, pressed: bool) -> None:
        """Below the choice."""
        self._part.say(findings, pressed=pressed)

    def target(self, finding: Finding) -> QWidget:
        """The choice."""
        del finding
        return self.choice

    @Slot(int)
    def _chosen(self, at: int) -> None:
        self._asked = self.choice.itemData(at) == OTHER
        self.form.setVisible(self._asked)
        if self._asked:
            self._drafting.change(sender=self.form.value())
            self.focus_form()
        else:
            self._drafting.change(sender=None)

    @Slot(object)
    def _typed(self, sender: Person | None) -> None:
        if self._asked:
            self._drafting.change(sender=sender)


def _usual(sender: Person | None) -> str:
    if sender is None:
        return translate("ui", "your organisation, as InPost knows it")
    name = sender.company or f"{sender.first_name} {sender.last_name}".strip()
    return translate("ui", "as in the settings: {sender}").format(sender=name)
