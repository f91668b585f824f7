"""A box to try the shop's patterns: what is typed or scanned there goes nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inpost_desk.domain.scan_code import Code, read_code, reference_by
from inpost_desk.domain.station import ScannerRules
from inpost_desk.ui import look
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import Text
from inpost_desk.ui.look import Role, State
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

LONGEST = 200


class TryBox(QLineEdit):
    """Gets a scan itself while it has the keyboard."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(look.font(Role.BODY))
        self.setMaxLength(LONGEST)
        self.setProperty("takes_scans", True)

    def take_scan(self, code: str) -> None:
        """Show a scanned code in the place of what stood there."""
        self.setText(code)
        self.selectAll()


class TryPart(QWidget):
    """The box, and what comes out."""

    def __init__(self, rules: Callable[[], ScannerRules]) -> None:
        """`rules` are asked for at every letter: they have what is being written."""
        super().__init__()
        self._rules = rules
        title = Text(translate("ui", "Try a code"), bold=True)
        self.box = TryBox(translate("ui", "Try a code"))
        self.box.setPlaceholderText(translate("ui", "scan it, or type it"))
        title.setBuddy(self.box)
        self.finding = Finding()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (title, self.box, self.finding):
            column.addWidget(part)
        self.box.textChanged.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Say what the code would be now."""
        text = self.box.text().strip()
        if not text:
            self.finding.hide()
            self.box.setAccessibleDescription("")
            return
        rules = self._rules()
        code = read_code(text, rules)
        made = [(one, found) for one in rules.patterns if (found := reference_by(one, code.text))]
        if made:
            fact = translate("ui", "Fits: {names}.").format(
                names=", ".join(one.name for one, _ in made)
            )
            references = dict.fromkeys(reference for _, reference in made)
            detail = translate("ui", "Reference: {references}").format(
                references=", ".join(references)
            )
            self.finding.say(State.DONE, fact, detail)
        else:
            what, state = _plain_words(code)
            self.finding.say(state, translate("ui", "No pattern fits."), what)
        self.box.setAccessibleDescription(self.finding.words())


def _plain_words(code: Code) -> tuple[str, State]:
    """What the code is without a pattern."""
    known = (
        (code.command is not None, QT_TRANSLATE_NOOP("ui", "It is a command of the station.")),
        (code.badge, QT_TRANSLATE_NOOP("ui", "It is an operator's badge.")),
        (bool(code.number), QT_TRANSLATE_NOOP("ui", "It is the number of a parcel.")),
        (bool(code.point), QT_TRANSLATE_NOOP("ui", "It looks like the code of a locker.")),
        (code.product, QT_TRANSLATE_NOOP("ui", "It is the code of a product, not of an order.")),
        (code.partial, QT_TRANSLATE_NOOP("ui", "It is half a code: scan it again.")),
    )
    for found, words in known:
        if found:
            return translate("ui", words), State.INFORMATION
    if code.references:
        words = translate("ui", "It is looked for as an order's reference: {references}")
        return words.format(references=", ".join(code.references)), State.INFORMATION
    return translate("ui", "No order will be found by it."), State.WARNING
