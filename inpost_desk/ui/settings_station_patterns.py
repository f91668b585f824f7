"""The shop's own codes: how an order's reference stands in them. A bad expression says where it breaks."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inpost_desk.domain.scan_code import RISKY_LONGEST, risky
from inpost_desk.domain.station import LONGEST_NAME, Pattern, ScannerRules
from inpost_desk.ui import look
from inpost_desk.ui.kit import FieldBox, KeyButton, Text, frame_outside
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_station_broken import broken_expression, broken_reference
from inpost_desk.ui.settings_station_parts import noted, wrapped
from inpost_desk.ui.settings_station_try import TryPart
from inpost_desk.wording.speech import translate

LONGEST: Final = 200
_ROWS: Final = 5


class PatternsForm(QWidget):
    """The list, the pattern chosen in it, and the box to try them."""

    changed = Signal(object)
    """All patterns, a tuple."""

    def __init__(self) -> None:
        super().__init__()
        self._rules = ScannerRules()
        self._patterns: tuple[Pattern, ...] = ()
        # The one past the last is being added.
        self._at = -1
        self._adding = False
        self.list = QListWidget()
        self.list.setAccessibleName(translate("ui", "Patterns"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        frame_outside(self.list)
        self.add_button = KeyButton(
            translate("ui", "Add a pattern"), key="Ins", icon="plus", kind="header"
        )
        self.remove_button = KeyButton(translate("ui", "Remove"), key="Del", kind="quiet")
        self.name = FieldBox(translate("ui", "Name"), in_header=True)
        self.expression = FieldBox(translate("ui", "Regular expression"), in_header=True)
        self.reference = FieldBox(translate("ui", "Reference"), in_header=True)
        self.test = TryPart(self.rules_now)
        self._lay_out()
        self._connect()
        self._show()

    def set_value(self, rules: ScannerRules) -> None:
        """Show what was decided; one that is being written is left alone where it did not change."""
        self._rules = rules
        if rules.patterns != self._patterns:
            before = self._pattern()
            self._patterns = rules.patterns
            last = len(self._patterns)
            self._at = last if self._adding else min(max(self._at, 0), last - 1)
            if not self._adding and self._pattern() != before:
                self._write(self._pattern())
            self._show()
        self.test.look()

    def rules_now(self) -> ScannerRules:
        """The rules with what is being written; without it while it cannot be used."""
        if not self._editing():
            return self._rules
        return replace(self._rules, patterns=self._with(self._written()))

    def add(self) -> None:
        """Begin another pattern; it is saved as soon as it can be used."""
        self._adding = True
        self._at = len(self._patterns)
        taken = {one.name for one in self._patterns}
        numbers = range(1, len(taken) + 2)
        words = translate("ui", "Pattern {number}")
        free = (words.format(number=number) for number in numbers)
        self._write(Pattern(next(name for name in free if name not in taken), ""))
        self._show()
        self.expression.edit.setFocus()

    def remove(self) -> None:
        """Forget the pattern that is chosen, or the one that is being added."""
        if self._adding:
            self.leave()
        elif self._editing():
            kept = [one for at, one in enumerate(self._patterns) if at != self._at]
            self.changed.emit(tuple(kept))

    def leave(self) -> bool:
        """Whether there was something to leave: a pattern that was being added."""
        if not self._adding:
            return False
        self._adding = False
        self._at = len(self._patterns) - 1
        self._write(self._pattern())
        self._show()
        (self.list if self._patterns else self.add_button).setFocus()
        return True

    def _lay_out(self) -> None:
        self.name.edit.setMaxLength(LONGEST_NAME)
        self.expression.edit.setMaxLength(LONGEST)
        self.reference.edit.setMaxLength(LONGEST)
        self._none = Text(
            translate(
                "ui",
                "No pattern yet. Order references and InPost numbers are known without one; a "
                "pattern is for a shop's code that holds a reference among other things.",
            ),
            tone="text2",
            wrap=True,
        )
        self._editor = QWidget()
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 0, 0, 0)
        editor.setSpacing(look.GAP)
        about = translate("ui", "For example \\1. Empty: the first group, or all of the code.")
        anywhere = translate(
            "ui", "Looked for anywhere in the code; ^ is the beginning of the code and $ its end."
        )
        for part in (self.name, noted(self.expression, anywhere), noted(self.reference, about)):
            editor.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.GAP)
        column.addWidget(wrapped(translate("ui", "The shop's own codes")))
        for part in (
            self._none,
            self.list,
            Flow(self.add_button, self.remove_button, gap=look.GAP),
            self._editor,
            self.test,
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.list.currentRowChanged.connect(self._chosen)
        for field in (self.name, self.expression, self.reference):
            field.edit.textEdited.connect(self._typed)
            field.edit.editingFinished.connect(self._finished)

    def _pattern(self) -> Pattern | None:
        """The saved one that is chosen."""
        return self._patterns[self._at] if 0 <= self._at < len(self._patterns) else None

    def _editing(self) -> bool:
        return self._adding or self._pattern() is not None

    def _show(self) -> None:
        """The list and what is below it."""
        shown = [(one.name, one.expression) for one in self._patterns]
        if self._adding:
            shown.append((translate("ui", "New pattern"), ""))
        with QSignalBlocker(self.list):
            self.list.clear()
            for name, expression in shown:
                self.list.addItem(QListWidgetItem(f"{name}   {expression}".strip()))
            self.list.setCurrentRow(self._at)
        high = max(self.list.sizeHintForRow(0), look.FORM // 2)
        self.list.setFixedHeight(min(max(len(shown), 1), _ROWS) * high + 2)
        self._none.setVisible(not shown)
        self.list.setVisible(bool(shown))
        self.remove_button.setVisible(bool(shown))
        self._editor.setVisible(self._editing())
        self.test.look()

    def _write(self, pattern: Pattern | None) -> None:
        shown = pattern or Pattern("", "")
        for field, text in (
            (self.name, shown.name),
            (self.expression, shown.expression),
            (self.reference, shown.reference),
        ):
            field.edit.setText(text)
            field.set_finding("")

    def _written(self) -> Pattern | None:
        """What stands in the fields, or None where it cannot be used."""
        written = Pattern(self.name.text(), self.expression.edit.text(), self.reference.edit.text())
        broken = broken_expression(written.expression)
        if broken or broken_reference(written.expression, written.reference):
            return None
        return None if self._name_finding() else written

    def _with(self, written: Pattern | None) -> tuple[Pattern, ...]:
        there = () if written is None else (written,)
        return (*self._patterns[: self._at], *there, *self._patterns[self._at + 1 :])

    def _name_finding(self) -> str:
        name = self.name.text()
        others = [one.name for at, one in enumerate(self._patterns) if at != self._at]
        if not name:
            return translate("ui", "Give it a name.")
        return translate("ui", "There is one of that name already.") if name in others else ""

    @Slot()
    def _typed(self) -> None:
        self._judge()
        self.test.look()

    def _judge(self) -> None:
        expression, reference = self.expression.edit.text(), self.reference.edit.text()
        broken = broken_expression(expression)
        self.name.set_finding(self._name_finding())
        slow = not broken and risky(expression)
        self.expression.set_finding(
            _risk_words() if slow else broken, State.WARNING if slow else State.ERROR
        )
        wrong = "" if broken else broken_reference(expression, reference)
        self.reference.set_finding(wrong)

    @Slot()
    def _finished(self) -> None:
        """Saved as soon as it can be used; until then the fields say what is wrong."""
        if not self._editing():
            return
        written = self._written()
        if written is None:
            # A new one that nobody has written in yet is not wrong.
            if not self._adding or self.expression.edit.isModified():
                self._judge()
            return
        self._judge()
        patterns = self._with(written)
        self._adding = False
        if patterns != self._patterns:
            # So that the fields are left alone when they come back as settings.
            self._patterns = patterns
            self._show()
            self.changed.emit(patterns)

    @Slot(int)
    def _chosen(self, row: int) -> None:
        self._adding = self._adding and row == len(self._patterns)
        self._at = row
        if not self._adding:
            self._write(self._pattern())
            self._show()


def _risk_words() -> str:
    words = translate(
        "ui",
        "Repetitions in one another may take for ever, so this one is tried on codes of up to "
        "{count} characters only.",
    )
    return words.format(count=RISKY_LONGEST)
