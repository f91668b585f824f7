"""The test label: printed with a code that the user scans back, which proves printer and scanner together."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.domain.calibration import module_read
from inpost_desk.domain.printer import Profile
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import FieldBox, KeyButton, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.scanner import TAKES_SCANS
from inpost_desk.ui.settings_page_test_way import Stands, TestLabelWay, given_words
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate


class TestLabelForm(QWidget):
    """Print it, scan it."""

    # Not a class of tests.
    __test__ = False

    passed = Signal()
    """The code came back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._profile: Profile | None = None
        self._printed = False
        self.confirmed = False
        self.print_button = KeyButton(
            translate("ui", "Print a test label"), key="F7", icon="printer", kind="plain"
        )
        self.print_button.clicked.connect(self.print)
        self.scanned = FieldBox(translate("ui", "Code on the label"))
        self.scanned.edit.setProperty(TAKES_SCANS, True)
        self.scanned.edit.setPlaceholderText(translate("ui", "scan it, or type it"))
        self.scanned.edit.textEdited.connect(lambda: self.scanned.set_finding(""))
        self.finding = Finding()
        self._way = TestLabelWay(desk, self)
        self._way.given.connect(self._sent)
        self._way.failed.connect(self._failed)
        self._way.lost.connect(self._lost)
        self._lay_out()

    def set_printer(self, profile: Profile | None) -> None:
        """The printer that is to be tried."""
        if profile != self._profile:
            self._profile = profile
            self._printed = False
            self.confirmed = False
            self._scan_part.hide()
            self.finding.hide()
        self.print_button.setEnabled(profile is not None)

    @property
    def pending(self) -> bool:
        """Whether something was scanned or typed that has not been compared yet."""
        return bool(self._printed and self.scanned.text()) and not self.confirmed

    def print(self) -> None:
        """Make the label and give it to the printer."""
        if self._profile is None or self._way.busy:
            return
        self.confirmed = self._printed = False
        self.finding.say(State.INFORMATION, translate("ui", "Printing…"), working=True)
        self._way.print(self._profile)

    def compare(self) -> bool:
        """Whether what was scanned is what was printed; says so."""
        if not self.pending:
            return self.confirmed
        self.confirmed = module_read(self.scanned.text(), self._way.code) is not None
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

    @Slot(object)
    def _sent(self, stands: Stands) -> None:
        if self._profile is None:
            return
        self._printed = True
        state, fact, says = given_words(self._profile, stands)
        todo = translate("ui", "Scan a code on it, or type the letters here.")
        self.finding.say(state, fact, " ".join(filter(None, (says, todo))))
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
        self.finding.hide()
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        fact = translate("ui", "The test label was not printed.")
        self.finding.say(State.ERROR, fact, trouble_words(error))
