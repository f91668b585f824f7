"""The PIN before what an owner guards: one more parcel, Wymień, cancelling, the settings.

Any operator's PIN opens; where nobody has one nothing is guarded. Digests take a moment: a lane makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inpost_desk.background import CHANGE
from inpost_desk.domain.station import Operator
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

LONGEST: Final = 8
WHAT: Final = {
    "another": QT_TRANSLATE_NOOP("ui", "One more parcel costs money"),
    "replace": QT_TRANSLATE_NOOP("ui", "Replacing a shipment costs money"),
    "cancel": QT_TRANSLATE_NOOP("ui", "Cancelling a shipment"),
    "settings": QT_TRANSLATE_NOOP("ui", "Settings"),
}


class Guard(QObject):
    """Asks for the PIN where one is needed."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dialog: PinDialog | None = None

    def ask(self, what: str, then: Callable[[], None]) -> None:
        """Do it at once where nothing guards it, else after the PIN; never where none is given."""
        rules = self._desk.settings.station
        pins = [one for one in rules.operators if one.pin]
        if what not in rules.guarded or not pins:
            then()
            return
        window = QApplication.activeWindow()
        if isinstance(window, PinDialog):
            # It was just left and takes its children along.
            window = window.parentWidget()
        # Kept here: with no window in front nothing else holds it.
        self._dialog = PinDialog(self._desk, what, pins, window)
        self._dialog.opened_up.connect(then)
        self._dialog.open()


class PinDialog(Dialog):
    """Digits and Enter."""

    opened_up = Signal()

    def __init__(
        self, desk: Desk, what: str, operators: Sequence[Operator], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._desk, self._operators = desk, tuple(operators)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ui", "PIN"))
        self.field = QLineEdit(maxLength=LONGEST)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(translate("ui", "PIN"))
        self.finding = Text("", tone="error", wrap=True)
        self.go = KeyButton(translate("ui", "Go on"), key="Enter", kind="main")
        self.go.setDefault(True)
        self.go.clicked.connect(self._try)
        leave = KeyButton(translate("ui", "Do nothing"), key="Esc", kind="plain")
        leave.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.PAD)
        layout.addWidget(Heading(translate("ui", WHAT.get(what, "PIN")), Role.HEADING))
        words = translate("ui", "Type the PIN of somebody who may do that.")
        layout.addWidget(Text(words, wrap=True))
        layout.addWidget(self.field)
        layout.addWidget(self.finding)
        keys = QHBoxLayout()
        keys.addStretch(1)
        keys.addWidget(leave)
        keys.addWidget(self.go)
        layout.addLayout(keys)
        self.field.setFocus()

    @Slot()
    def _try(self) -> None:
        text, operators = self.field.text(), self._operators
        self.go.setEnabled(False)

        def fits() -> bool:
            from inpost_desk.actions.operators import pin_matches

            return any(pin_matches(text, one.pin) for one in operators)

        done = Jobs(self._desk, self).lasting(self._tried)
        self._desk.lanes.start(CHANGE, fits, done=done, failed=self._desk.report)

    def _tried(self, fits: bool) -> None:  # noqa: FBT001 - what a lane answers
        if not self.isVisible():
            # Somebody left it meanwhile: nothing is done.
            return
        if fits:
            self.accept()
            self.opened_up.emit()
            return
        self.go.setEnabled(True)
        self.field.clear()
        self.field.setFocus()
        self.finding.setText(translate("ui", "That is nobody's PIN."))
