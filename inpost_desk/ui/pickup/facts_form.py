"""Hours, telephone and the note for the courier, as the page and Settings both ask for them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.domain import checks
from inpost_desk.domain.pickup import LONGEST_COMMENT, LONGEST_HOURS, PickupRules
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, FieldBox
from inpost_desk.ui.look import State
from inpost_desk.ui.pickup.address_form import problem_words
from inpost_desk.wording.speech import translate

_MOST: Final = 255


class FactsForm(QWidget):
    """What the courier has to know beside the place. `email` asks for an address too."""

    edited = Signal()
    left = Signal()

    def __init__(self, *, in_header: bool = False, email: bool = False) -> None:
        super().__init__()
        self.hours = FieldBox(translate("ui", "Hours"), in_header=in_header)
        self.hours.edit.setPlaceholderText("8–16")
        self.phone = FieldBox(translate("ui", "Telephone"), in_header=in_header)
        self.email = FieldBox(translate("ui", "E-mail"), in_header=in_header)
        note = translate("ui", "up to {count} characters").format(count=LONGEST_COMMENT)
        self.comment = FieldBox(
            translate("ui", "Note for the courier"), in_header=in_header, note=note
        )
        self.counter = Caption("")
        self._settled = ("", "", "", "")
        self.phone_needed = False
        """Of a dispatch point InPost knows the telephone."""
        self._lay_out(email=email)
        for field in self.fields():
            field.edit.setMaxLength(_MOST)
            field.edit.textEdited.connect(self._edited)
            field.edit.editingFinished.connect(self.left)
        self.comment.edit.textChanged.connect(self._count)
        self._count()

    def fields(self) -> tuple[FieldBox, ...]:
        """All of them."""
        return self.hours, self.phone, self.email, self.comment

    def set_value(self, rules: PickupRules) -> None:
        """Show what was settled."""
        texts = (rules.office_hours, rules.phone, rules.email, rules.comment)
        for field, text, before in zip(self.fields(), texts, self._settled, strict=True):
            # What is being typed stays, unless something else was settled meanwhile.
            if text != before and field.text() != text:
                field.edit.setText(text)
        self._settled = texts
        self.show_findings(missing=False)

    def texts(self) -> tuple[str, str, str, str]:
        """Hours, telephone, e-mail and note, as InPost takes them."""
        phone = checks.phone(self.phone.text()).value
        email = checks.email(self.email.text(), required=False).value
        hours, comment = checks.tidy(self.hours.text()), checks.tidy(self.comment.text())
        return hours, phone, email, comment

    def problems(self) -> dict[FieldBox, str]:
        """What is wrong, in words by field."""
        found: dict[FieldBox, str] = {}
        phone = checks.phone(self.phone.text()).problem
        if phone is not None and (self.phone.text() or self.phone_needed):
            found[self.phone] = problem_words(phone)
        email = checks.email(self.email.text(), required=False).problem
        if email is not None:
            found[self.email] = problem_words(email)
        limits = ((self.hours, LONGEST_HOURS), (self.comment, LONGEST_COMMENT))
        for field, most in limits:
            if len(field.text()) > most:
                found[field] = translate("ui", "Too long; shorten it.")
        return found

    def show_findings(self, *, missing: bool) -> FieldBox | None:
        """Say at each field what is wrong with it; the first such field."""
        problems = self.problems()
        for field in self.fields():
            words = problems.get(field, "")
            field.set_finding(words if missing or field.text() else "")
        return next(iter(problems), None)

    def _lay_out(self, *, email: bool) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(look.PAD)
        pair.addWidget(self.hours, 2)
        pair.addWidget(self.phone, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.GAP)
        column.addLayout(pair)
        column.addWidget(self.email)
        self.email.setVisible(email)
        column.addWidget(self.comment)
        self.comment.layout().itemAt(0).layout().addWidget(self.counter)  # type: ignore[union-attr]

    def _edited(self) -> None:
        self.show_findings(missing=False)
        self.edited.emit()

    def _count(self) -> None:
        count = len(self.comment.text())
        self.counter.setText(f"{count}/{LONGEST_COMMENT}")
        self.counter.set_tone("text2" if count <= LONGEST_COMMENT else State.ERROR)
