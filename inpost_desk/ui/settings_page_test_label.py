"""The test label: printed with a code that the user scans back, which proves printer and scanner together."""

from __future__ import annotations

import secrets
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.background import PAPER
from inpost_desk.domain.printer import FOLDER, PrinterChoice
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import FieldBox, KeyButton, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_printer import printer_words
from inpost_desk.ui.settings_page_test_way import TestLabelWay
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

# No two that look or sound alike.
LETTERS: Final = "ACDEFHJKLMNPRTWXY"


class TestLabelForm(QWidget):
    """Print it, scan it."""

    # Not a class of tests.
    __test__ = False

    passed = Signal()
    """The code came back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._choice: PrinterChoice | None = None
        self._code = ""
        self._busy = False
        self.confirmed = False
        self.print_button = KeyButton(
            translate("ui", "Print a test label"), key="F7", icon="printer", kind="plain"
        )
        self.print_button.clicked.connect(self.print)
        self.scanned = FieldBox(translate("ui", "Code on the label"))
        self.scanned.edit.setPlaceholderText(translate("ui", "scan it, or type it"))
        self.scanned.edit.textEdited.connect(lambda: self.scanned.set_finding(""))
        self.finding = Finding()
        self._way = TestLabelWay(desk, self)
        self._way.given.connect(self._sent)
        self._way.failed.connect(self._failed)
        self._way.lost.connect(self._lost)
        self._lay_out()

    def set_printer(self, choice: PrinterChoice | None) -> None:
        """The printer that is to be tried."""
        if choice != self._choice:
            self._choice = choice
            self.confirmed = False
            self._scan_part.hide()
            self.finding.hide()
        self.print_button.setEnabled(choice is not None)

    @property
    def pending(self) -> bool:
        """Whether something was scanned or typed that has not been compared yet."""
        return bool(self._code and self.scanned.text()) and not self.confirmed

    def print(self) -> None:
        """Make the label and give it to the printer."""
        if self._busy or self._choice is None:
            return
        self._busy = True
        self.confirmed = False
        self._code = "".join(secrets.choice(LETTERS) for _ in range(6))
        self.finding.say(State.INFORMATION, translate("ui", "Printing…"), working=True)
        self._desk.lanes.start(
            PAPER,
            partial(_made, self._code, self._lines()),
            done=while_alive(self, self._send),
            failed=while_alive(self, self._failed),
        )

    def compare(self) -> bool:
        """Whether what was scanned is what was printed; says so."""
        if not self.pending:
            return self.confirmed
        self.confirmed = _plain(self.scanned.text()) == self._code
        if self.confirmed:
            self.scanned.set_finding("")
            fact = translate("ui", "Printed and read back: the labels can come.")
            self.finding.say(State.DONE, fact)
            self.passed.emit()
        else:
            self.scanned.set_finding(
                translate("ui", "Another code stands on the label. Scan it once more.")
            )
            self.scanned.edit.selectAll()
        return self.confirmed

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addStretch(1)
        self._scan_part = QWidget()
        inside = QVBoxLayout(self._scan_part)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.scanned)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.PAD)
        layout.addWidget(
            Text(
                translate(
                    "ui",
                    "The test label has a bar code and rulers. If your scanner reads it from the paper, printer "
                    "and scanner are ready.",
                ),
                tone="text2",
                wrap=True,
            )
        )
        layout.addLayout(row)
        layout.addWidget(self.finding)
        layout.addWidget(self._scan_part)
        self._scan_part.hide()

    def _lines(self) -> list[str]:
        """What stands above the bar code."""
        name = self._choice.name if self._choice else ""
        frame = translate("ui", "The frame must stand 2 mm from the edge on all sides.")
        return [translate("ui", "Test label"), name, frame]

    def _send(self, content: bytes) -> None:
        self._way.start(self._choice, content, translate("ui", "Test label"))

    @Slot(object)
    def _sent(self, stands: tuple[str, ...]) -> None:
        self._busy = False
        where = self._choice.name if self._choice else ""
        fact = translate("ui", "The test label is at the printer {name}.").format(name=where)
        if self._choice and self._choice.kind == FOLDER:
            fact = translate("ui", "The test label is in the folder {name}.").format(name=where)
        todo = translate("ui", "Scan the code on it, or type it here.")
        state = State.DONE
        if stands:
            word, _, state = printer_words(stands[0], stands[1:])
            todo = translate("ui", "The printer says: {state}.").format(state=word) + " " + todo
        self.finding.say(state, fact, todo)
        self.scanned.edit.clear()
        self.scanned.set_finding("")
        self._scan_part.show()
        self.scanned.edit.setFocus()

    @Slot()
    def _lost(self) -> None:
        """The printer had it and did not bring it out."""
        self.confirmed = False
        fact = translate("ui", "The test label did not come out.")
        todo = translate("ui", "See to the printer, then print it once more.")
        self.finding.say(State.ERROR, fact, todo)
        self._scan_part.hide()
        if not self.isVisible():
            self._desk.notify(Notice("test_label", WARNING, fact, todo))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.finding.hide()
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        fact = translate("ui", "The test label was not printed.")
        self.finding.say(State.ERROR, fact, trouble_words(error))


def _plain(text: str) -> str:
    return "".join(char for char in text.upper() if char.isalnum())


def _made(code: str, lines: list[str]) -> bytes:
    from inpost_desk.labels.own_pages import test_label

    return test_label(code, lines)
