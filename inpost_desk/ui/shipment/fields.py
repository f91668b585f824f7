"""Fields of the wizard's forms: each shows a text of the draft and says what is wrong with it.

What is wrong is decided in `domain.draft_checks`; a field that nobody came to yet misses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inpost_desk.domain.draft import Draft, Finding
from inpost_desk.domain.order import Field
from inpost_desk.ui import look
from inpost_desk.ui.kit import FieldBox, KeyButton, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.mends import mend_of
from inpost_desk.wording.sentences import rule_words
from inpost_desk.wording.speech import translate

# Below this a form has one column.
TWO_COLUMNS: Final = 520
_TOP: Final = Qt.AlignmentFlag.AlignTop
_HIDDEN: Final = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class Place(Protocol):
    """Where findings are said, and where the focus goes to put them right."""

    def takes(self, finding: Finding) -> bool:
        """Whether it is about what stands here."""

    def say(self, findings: Sequence[Finding], *, pressed: bool) -> None:
        """Say the first, or that nothing is wrong; `pressed` once somebody wanted to go on."""

    def target(self, finding: Finding) -> QWidget:
        """What gets the focus."""


class Entry(FieldBox):
    """One text of the draft. `member` is its name there, `fields` what findings call it."""

    def __init__(
        self,
        drafting: Drafting,
        member: str,
        label: str,
        *fields: Field,
        note: str = "",
        example: str = "",
    ) -> None:
        super().__init__(label, note=note)
        self._drafting, self._member = drafting, member
        self._fields = frozenset(fields)
        self._touched = False
        self._mend: Mapping[str, str] | None = None
        self.edit.setPlaceholderText(example)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._left)
        self.mend_button = KeyButton("", key="Alt+P", kind="quiet")
        # Tab goes on to the next field: what is typed blindly behind a mistake is not to press this.
        self.mend_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.mend_button.hide()
        self.mend_button.clicked.connect(self.mend)
        self._lay_out_mend()

    @property
    def mendable(self) -> bool:
        """Whether one key puts it right."""
        return self._mend is not None and not self.isHidden()

    def show_draft(self, draft: Draft) -> None:
        """Show the text as the draft has it."""
        text = str(getattr(draft, self._member))
        if self.edit.text() != text:
            self.edit.setText(text)

    def takes(self, finding: Finding) -> bool:
        """By its field."""
        return finding.problem.field in self._fields

    def target(self, finding: Finding) -> QWidget:
        """The line to type in."""
        del finding
        return self.edit

    def say(self, findings: Sequence[Finding], *, pressed: bool) -> None:
        """An empty field is complained of once somebody came to it or wanted to go on."""
        finding = findings[0] if findings else None
        refused = finding in self._drafting.refused
        if finding and not self.text() and not (self._touched or pressed or refused):
            finding = None
        self._mend = mend_of(finding, self._drafting.draft) if finding else None
        words = finding_words(finding) if finding else ""
        state = State.ERROR if finding and finding.stops else State.WARNING
        if self.finding() != words or self.edit.property("finding") not in (state.value, ""):
            self.set_finding(words, state)
        if self._mend:
            shown = next(iter(self._mend.values()))
            shown = shown if len(shown) <= 30 else f"{shown[:30]}…"
            self.mend_button.set_text(translate("ui", "Write “{text}”").format(text=shown))
        self.mend_button.setVisible(self._mend is not None)
        if not words and self.text():
            self._show_good()

    def mend(self) -> None:
        """Write what was offered."""
        if self._mend:
            self._drafting.change(**self._mend)

    def _show_good(self) -> None:
        """The tick alone; the frame stays as it is."""
        self._mark.set_shape(Shape.TICK, State.DONE)
        self._mark.show()
        self.edit.setTextMargins(0, 0, 24, 0)
        self._place_mark()

    def _lay_out_mend(self) -> None:
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignRight)

    def _typed(self, text: str) -> None:
        self._touched = True
        self._drafting.change(**{self._member: text})

    def _left(self) -> None:
        if not self.text() and not self._touched:
            return
        self._touched = True


class Part(QWidget):
    """Something else than a text to type: its label above, what is wrong below."""

    def __init__(
        self, label: str, inside: QWidget, *fields: Field, focus: QWidget | None = None
    ) -> None:
        super().__init__()
        self.inside = inside
        self.label = Text(label, bold=True)
        if not label:
            self.label.hide()
        self.note = Text("", tone="text2", wrap=True)
        self.note.hide()
        self._fields = frozenset(fields)
        self._focus = focus or inside
        self._finding = Text("", wrap=True)
        self._finding.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for one in (self.label, inside, self.note, self._finding):
            column.addWidget(one)

    def finding(self) -> str:
        """What is said below."""
        return self._finding.text()

    def set_note(self, text: str) -> None:
        """A quiet word below."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def set_focus_target(self, target: QWidget) -> None:
        """What gets the focus from now on."""
        self._focus = target

    def takes(self, finding: Finding) -> bool:
        """By its field."""
        return finding.problem.field in self._fields

    def say(self, findings: Sequence[Finding], *, pressed: bool) -> None:
        """Below."""
        missing = findings and findings[0].problem.rule == "required" and not pressed
        finding = findings[0] if findings and not missing else None
        state = State.ERROR if finding and finding.stops else State.WARNING
        self._finding.set_state(finding_words(finding) if finding else "", state)
        self._finding.setVisible(finding is not None)
        self._focus.setAccessibleDescription(self._finding.text() or self.note.text())

    def target(self, finding: Finding) -> QWidget:
        """What can be chosen."""
        del finding
        return self._focus


class FormGrid(QWidget):
    """Fields beside each other, under each other where it is narrow; what is hidden leaves no gap."""

    def __init__(self, *cells: QWidget, wide: Iterable[QWidget] = ()) -> None:
        super().__init__()
        self._cells, self._wide = cells, frozenset(wide)
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.EDGE)
        self._grid.setVerticalSpacing(look.PAD)
        self.arrange()

    def arrange(self) -> None:
        """To be called after a cell was shown or hidden."""
        while self._grid.takeAt(0) is not None:
            pass
        two = self._columns == 2
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if two else 0)
        self._grid.setHorizontalSpacing(look.EDGE if two else 0)
        row = column = 0
        for cell in self._cells:
            if cell.isHidden() and cell.testAttribute(_HIDDEN):
                continue
            if not two or cell in self._wide:
                row, column = (row + 1, 0) if column else (row, 0)
                self._grid.addWidget(cell, row, 0, 1, self._columns)
                row += 1
                continue
            self._grid.addWidget(cell, row, column, _TOP)
            row, column = (row + 1, 0) if column else (row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One column or two."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= TWO_COLUMNS else 1
        if columns != self._columns:
            self._columns = columns
            self.arrange()


def finding_words(finding: Finding) -> str:
    """What is wrong, at the field: what was typed stands above already."""
    problem = finding.problem
    if problem.field is Field.PHONE and problem.rule == "too_short":
        digits = sum(one.isdigit() for one in problem.value)
        words = translate("ui", "Only {digits} digits; there have to be 9.")
        return words.format(digits=digits)
    words = rule_words(problem.rule, field=problem.field, hint=problem.hint)
    return words[:1].upper() + words[1:]
