"""What tells a scanner from a person: figures for those who know their scanner, a lesson for all others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inpost_desk.domain.station import ScannerRules
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Caption, FieldBox, KeyButton, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_station_parts import Decision, Figure, Tenths, noted, wrapped
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

COMMANDS: Final = "commands"
TEACH: Final = "teach"
LONGEST_MARK: Final = 10
# Field of the rules, label, lowest, highest, unit, what it means.
FIGURES: Final = (
    (
        "gap",
        QT_TRANSLATE_NOOP("ui", "From key to key, on average"),
        1,
        200,
        QT_TRANSLATE_NOOP("ui", "ms"),
        QT_TRANSLATE_NOOP("ui", "A scanner types at least this fast, a person slower."),
    ),
    (
        "silence",
        QT_TRANSLATE_NOOP("ui", "Silence that ends a code"),
        1,
        1000,
        QT_TRANSLATE_NOOP("ui", "ms"),
        QT_TRANSLATE_NOOP("ui", "For scanners that send neither Enter nor Tab after a code."),
    ),
    (
        "shortest",
        QT_TRANSLATE_NOOP("ui", "Shortest code"),
        1,
        50,
        QT_TRANSLATE_NOOP("ui", "characters"),
        QT_TRANSLATE_NOOP("ui", "What is shorter was typed by hand."),
    ),
    (
        "shortest_ended",
        QT_TRANSLATE_NOOP("ui", "Shortest code with Enter or Tab"),
        1,
        50,
        QT_TRANSLATE_NOOP("ui", "characters"),
        QT_TRANSLATE_NOOP("ui", "Order numbers may be short."),
    ),
)
FINDINGS: Final = {
    "scanner.silence": QT_TRANSLATE_NOOP(
        "ui", "The silence cannot be shorter than the time from key to key. Not saved yet."
    ),
    "scanner.shortest": QT_TRANSLATE_NOOP(
        "ui",
        "A code with Enter or Tab may be as long as the shortest code, or shorter. Not saved yet.",
    ),
}


class ScannerForm(QWidget):
    """The figures, and the way to have them measured."""

    changed = Signal(object)
    """A dict: fields of `ScannerRules` with their new values."""
    sheet_asked = Signal(str)
    """`COMMANDS` or `TEACH`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rules = ScannerRules()
        # What does not fit together yet.
        self._pending: dict[str, Any] = {}
        self.teach_button = KeyButton(translate("ui", "Teach me your scanner"), icon="scan")
        self.codes_button = KeyButton(translate("ui", "Print the three codes"), icon="printer")
        self.sheet_button = KeyButton(
            translate("ui", "Print the sheet of commands"), icon="printer"
        )
        self.usual_button = KeyButton(translate("ui", "Usual values"), icon="undo", kind="header")
        self.figures = {
            field: Figure(translate("ui", label), lowest, highest, unit=translate("ui", unit))
            for field, label, lowest, highest, unit, _ in FIGURES
        }
        self.bounce = Tenths(
            translate("ui", "The same code counts again after"), 0, 10, unit=translate("ui", "s")
        )
        self.prefix = FieldBox(translate("ui", "Prefix"), in_header=True)
        self.suffix = FieldBox(translate("ui", "Suffix"), in_header=True)
        self.swapped = Decision(
            translate("ui", "Capital letters are swapped"),
            translate("ui", "The scanner sends them so; they are put right."),
        )
        self._finding = Text("", wrap=True)
        self._lay_out()
        self._connect()
        self.set_value(self._rules)

    def set_value(self, rules: ScannerRules) -> None:
        """Show what was decided; what is half changed stays where it is."""
        if rules != self._rules:
            self._pending = {}
        self._rules = rules
        for field, box in self.figures.items():
            box.show_value(self._pending.get(field, getattr(rules, field)))
        self.bounce.show_value(rules.bounce)
        for mark, text in ((self.prefix, rules.prefix), (self.suffix, rules.suffix)):
            if mark.edit.text() != text:
                mark.edit.setText(text)
        self.swapped.show_value(rules.swapped)
        if not self._pending:
            self._say("")
        self._judge_prefix()

    def finding(self) -> str:
        """What is said to be wrong with the figures."""
        return self._finding.text()

    def _lay_out(self) -> None:
        for mark in (self.prefix, self.suffix):
            mark.edit.setMaxLength(LONGEST_MARK)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.PAD)
        grid.setVerticalSpacing(look.GAP)
        grid.setColumnStretch(0, 1)
        lines = [(label, about, self.figures[field]) for field, label, _, _, _, about in FIGURES]
        bounce = QT_TRANSLATE_NOOP("ui", "The same code counts again after")
        about = QT_TRANSLATE_NOOP("ui", "A scanner may read a code twice. Commands always count.")
        for line, (label, meaning, box) in enumerate([*lines, (bounce, about, self.bounce)]):
            words = translate("ui", meaning)
            box.setAccessibleDescription(words)
            grid.addLayout(_named(translate("ui", label), words, box), line, 0)
            grid.addWidget(box, line, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.GAP)
        column.addWidget(wrapped(translate("ui", "Scanner")))
        column.addWidget(
            Text(
                translate(
                    "ui",
                    "A scanner types like a very fast person. Print the three codes and scan them: "
                    "then the program knows yours.",
                ),
                tone="text2",
                wrap=True,
            )
        )
        column.addWidget(Flow(self.teach_button, self.codes_button, gap=look.GAP))
        column.addSpacing(look.GAP)
        column.addLayout(grid)
        column.addWidget(self._finding)
        before = translate("ui", "What the scanner sends before every code.")
        after = translate("ui", "What it sends after a code, besides Enter or Tab.")
        column.addWidget(noted(self.prefix, before))
        column.addWidget(noted(self.suffix, after))
        column.addWidget(self.swapped)
        column.addWidget(Flow(self.usual_button))
        column.addSpacing(look.GAP)
        column.addWidget(
            Text(
                translate(
                    "ui", "The sheet of commands has a bar code for each key of the station."
                ),
                tone="text2",
                wrap=True,
            )
        )
        column.addWidget(Flow(self.sheet_button))

    def _connect(self) -> None:
        for field, box in self.figures.items():
            box.edited.connect(lambda value, field=field: self._edit(field, value))
        self.bounce.edited.connect(lambda value: self._edit("bounce", value))
        self.swapped.decided.connect(lambda on: self._edit("swapped", on))
        for field, mark in (("prefix", self.prefix), ("suffix", self.suffix)):
            mark.edit.editingFinished.connect(
                lambda field=field, mark=mark: self._edit(field, mark.edit.text())
            )
        self.prefix.edit.textEdited.connect(lambda _: self._judge_prefix())
        self.teach_button.clicked.connect(self._teach)
        self.codes_button.clicked.connect(lambda: self.sheet_asked.emit(TEACH))
        self.sheet_button.clicked.connect(lambda: self.sheet_asked.emit(COMMANDS))
        self.usual_button.clicked.connect(self._back_to_usual)

    def _edit(self, field: str, value: object) -> None:
        """Figures that do not fit together wait until they do."""
        change = {**self._pending, field: value}
        try:
            candidate = replace(self._rules, **change)
        except ValueError as error:
            self._pending = change
            self._say(str(error))
            return
        self._pending = {}
        self._say("")
        if candidate != self._rules:
            self.changed.emit(change)

    @Slot()
    def _back_to_usual(self) -> None:
        """Everything but the shop's own patterns."""
        usual = replace(ScannerRules(), patterns=self._rules.patterns)
        self._pending = {}
        if usual == self._rules:
            self.set_value(usual)
            return
        names = [*self.figures, "bounce", "prefix", "suffix", "swapped"]
        self.changed.emit({name: getattr(usual, name) for name in names})

    def _say(self, rule: str) -> None:
        words = FINDINGS.get(rule, "")
        self._finding.set_state(translate("ui", words) if words else "", State.ERROR)
        self._finding.setVisible(bool(words))

    def _judge_prefix(self) -> None:
        """Whatever begins with it counts as scanned, at any speed."""
        text = self.prefix.edit.text()
        typed = bool(text) and all(one.isalnum() or one == " " for one in text)
        words = translate(
            "ui", "A person may type this too, and it will be taken for a scan. A sign is safer."
        )
        self.prefix.set_finding(words if typed else "", State.WARNING)

    @Slot()
    def _teach(self) -> None:
        from inpost_desk.ui.station.teach import TeachDialog

        dialog = TeachDialog(self._desk, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.sheet_asked.connect(lambda: self.sheet_asked.emit(TEACH))
        dialog.open()


def _named(label: str, about: str, box: QWidget) -> QVBoxLayout:
    title = Text(label, bold=True, wrap=True)
    title.setBuddy(box)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(title)
    column.addWidget(Caption(about, wrap=True))
    return column
