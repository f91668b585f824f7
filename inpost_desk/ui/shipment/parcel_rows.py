"""Parcels by their measures: a row each, with what is wrong said under the row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from inpost_desk.domain.draft import DraftParcel, Finding
from inpost_desk.domain.order import Field
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, KeyButton, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shipment.fields import finding_words
from inpost_desk.wording.sentences import field_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

MEMBERS: Final[Mapping[Field, tuple[str, str]]] = {
    Field.LENGTH: ("length", QT_TRANSLATE_NOOP("ui", "Length, mm")),
    Field.WIDTH: ("width", QT_TRANSLATE_NOOP("ui", "Width, mm")),
    Field.HEIGHT: ("height", QT_TRANSLATE_NOOP("ui", "Height, mm")),
    Field.WEIGHT: ("weight", QT_TRANSLATE_NOOP("ui", "Weight, kg")),
}
_TAKEN: Final = frozenset({*MEMBERS, Field.DIMENSIONS, Field.SIZE})
MOST_SHOWN: Final = 40


class ParcelRows(QWidget):
    """As many rows as there are parcels."""

    changed = Signal(int, object)
    """The parcel of that number is another `DraftParcel` now."""
    remove_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ParcelRow] = []
        self._count = 0
        self._more = Caption("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.PAD)
        self._column.addWidget(self._more)

    def set_parcels(
        self, parcels: Sequence[DraftParcel], *, non_standard: bool, several: bool
    ) -> None:
        """Show these; with `non_standard` larger ones are taken too."""
        shown = parcels[:MOST_SHOWN]
        while len(self.rows) > len(shown):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(shown):
            self._add()
        for row, parcel in zip(self.rows, shown, strict=True):
            row.set_parcel(parcel, non_standard=non_standard, removable=len(shown) > 1)
            row.number.setVisible(several)
        self._count = len(parcels)
        words = translate("ui", "{count} more parcels are not shown.")
        self._more.setText(words.format(count=len(parcels) - len(shown)))
        self._more.setVisible(len(parcels) > len(shown))

    def current(self) -> int:
        """The row with the focus, or the last."""
        focused = (at for at, row in enumerate(self.rows) if row.isAncestorOf(_focus(row)))
        return next(focused, max(0, self._count - 1))

    def focus_row(self, at: int) -> None:
        """Its first measure."""
        if 0 <= at < len(self.rows):
            self.rows[at].edits[Field.LENGTH].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def takes(self, finding: Finding) -> bool:
        """Measures; also a size that was wanted and not given."""
        return finding.problem.field in _TAKEN and not self.isHidden()

    def say(self, findings: Sequence[Finding], *, pressed: bool) -> None:
        """Each at its row; what belongs to none, at the first."""
        for at, row in enumerate(self.rows):
            row.say([one for one in findings if (one.parcel or 0) == at], pressed=pressed)

    def target(self, finding: Finding) -> QWidget:
        """The measure it is about."""
        at = min(finding.parcel or 0, len(self.rows) - 1)
        return self.rows[at].edit_of(finding) if self.rows else self

    def _add(self) -> None:
        at = len(self.rows)
        row = ParcelRow(at)
        row.changed.connect(lambda parcel: self.changed.emit(at, parcel))
        row.remove.clicked.connect(lambda: self.remove_asked.emit(at))
        self.rows.append(row)
        self._column.insertWidget(at, row)
        # At once, so that it can have the focus.
        row.show()


class ParcelRow(QWidget):
    """Four measures, whether it is non-standard, and its findings."""

    changed = Signal(object)

    def __init__(self, at: int) -> None:
        super().__init__()
        self._parcel = DraftParcel()
        self._touched: set[Field] = set()
        self.number = Text(f"{at + 1}", bold=True)
        self.number.setMinimumWidth(look.EDGE)
        self.edits = {field: self._edit(field, at + 1) for field in MEMBERS}
        words = translate("ui", "non-standard: does not fit the sorting line, costs more")
        self.non_standard = QCheckBox(words)
        self.non_standard.clicked.connect(self._marked)
        self.remove = KeyButton("", icon="close", kind="header")
        self.remove.setAccessibleName(
            translate("ui", "Remove parcel {number}").format(number=at + 1)
        )
        self._finding = Text("", wrap=True)
        self._finding.hide()
        self._lay_out(first=at == 0)

    def set_parcel(self, parcel: DraftParcel, *, non_standard: bool, removable: bool) -> None:
        """Show that parcel."""
        self._parcel = parcel
        for field, (member, _) in MEMBERS.items():
            text = str(getattr(parcel, member))
            if self.edits[field].text() != text:
                self.edits[field].setText(text)
        self.non_standard.setChecked(parcel.non_standard)
        self.non_standard.setVisible(non_standard or parcel.non_standard)
        self.remove.setVisible(removable)

    def finding(self) -> str:
        """What is said below."""
        return self._finding.text()

    def say(self, findings: Sequence[Finding], *, pressed: bool) -> None:
        """What is missing is not wrong before somebody came to it."""
        said = [one for one in findings if pressed or not self._still_empty(one)]
        marked = {one.problem.field: one for one in reversed(said)}
        for field, edit in self.edits.items():
            one = marked.get(field) or marked.get(
                Field.DIMENSIONS if field is not Field.WEIGHT else Field.WEIGHT
            )
            state = "" if one is None else State.ERROR if one.stops else State.WARNING
            if edit.property("finding") != str(state):
                edit.setProperty("finding", str(state))
                edit.style().unpolish(edit)
                edit.style().polish(edit)
        first = said[0] if said else None
        self._finding.setVisible(first is not None)
        if first:
            name = field_words(first.problem.field)
            words = f"{name[:1].upper()}{name[1:]}: {finding_words(first)[:1].lower()}{finding_words(first)[1:]}"
            self._finding.set_state(words, State.ERROR if first.stops else State.WARNING)
        else:
            self._finding.setText("")

    def edit_of(self, finding: Finding) -> QWidget:
        """Where it is put right."""
        if finding.problem.rule == "non_standard_needed" and not self.non_standard.isHidden():
            return self.non_standard
        empty = (one for one in self.edits.values() if not one.text())
        return self.edits.get(finding.problem.field) or next(empty, self.edits[Field.LENGTH])

    def _still_empty(self, finding: Finding) -> bool:
        field = finding.problem.field
        return field in self.edits and field not in self._touched and not self.edits[field].text()

    def _edit(self, field: Field, number: int) -> QLineEdit:
        edit = QLineEdit()
        edit.setProperty("form", "true")
        edit.setFont(look.font(Role.FIELD))
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        name = translate("ui", "Parcel {number}: {what}")
        edit.setAccessibleName(name.format(number=number, what=translate("ui", MEMBERS[field][1])))
        edit.textEdited.connect(lambda text: self._typed(field, text))
        return edit

    def _typed(self, field: Field, text: str) -> None:
        self._touched.add(field)
        self.changed.emit(replace(self._parcel, **{MEMBERS[field][0]: text}))  # type: ignore[arg-type]

    def _marked(self, marked: bool) -> None:  # noqa: FBT001
        self.changed.emit(replace(self._parcel, non_standard=marked))

    def _lay_out(self, *, first: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.GAP)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.number, 1, 0)
        for column, (field, (_, label)) in enumerate(MEMBERS.items(), 1):
            if first:
                grid.addWidget(Caption(translate("ui", label), wrap=True), 0, column)
            grid.addWidget(self.edits[field], 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.remove, 1, 5)
        grid.addWidget(self.non_standard, 2, 1, 1, 5)
        grid.addWidget(self._finding, 3, 1, 1, 5)


def _focus(row: QWidget) -> QWidget:
    return row.window().focusWidget() or row.window()
