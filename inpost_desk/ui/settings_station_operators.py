"""Who works at the station: badges to sign on with, PINs, and what needs one.

Nothing here can shut everybody out: signing on needs somebody with a badge, guarding somebody with a PIN.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inpost_desk.background import CHANGE
from inpost_desk.domain.station import GUARDED, LONGEST_NAME, Operator, StationRules
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Caption, FieldBox, KeyButton, Text, frame_outside
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_station_parts import Decision, wrapped
from inpost_desk.ui.settings_station_pin import PinCard
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

BADGES: Final = "badges"
_ROWS: Final = 6
GUARDED_WORDS: Final = {
    "another": QT_TRANSLATE_NOOP("ui", "one more label of an order"),
    "replace": QT_TRANSLATE_NOOP("ui", "replacing a parcel"),
    "cancel": QT_TRANSLATE_NOOP("ui", "cancelling a parcel"),
    "settings": QT_TRANSLATE_NOOP("ui", "the settings"),
}


class OperatorsForm(QWidget):
    """The list of names, and what is asked of them."""

    changed = Signal(object)
    """A dict: fields of `StationRules` with their new values."""
    sheet_asked = Signal(str)
    """`BADGES`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rules = StationRules()
        self.sign_on = Decision(
            translate("ui", "Operators sign on with a badge"),
            translate(
                "ui", "Nobody can pack before a badge is scanned, and it is kept who did what."
            ),
        )
        self.list = QListWidget()
        self.list.setAccessibleName(translate("ui", "Operators"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        frame_outside(self.list)
        self.name = FieldBox(translate("ui", "Name of another operator"), in_header=True)
        self.name.edit.setMaxLength(LONGEST_NAME)
        self.add_button = KeyButton(
            translate("ui", "Add the operator"), key="Ins", icon="plus", kind="header"
        )
        self.remove_button = KeyButton(translate("ui", "Remove"), key="Del", kind="quiet")
        self.pin_button = KeyButton(translate("ui", "Set a PIN"), icon="key", kind="header")
        self.clear_button = KeyButton(translate("ui", "Take the PIN away"), kind="header")
        self.print_button = KeyButton(
            translate("ui", "Print the badges"), icon="printer", kind="header"
        )
        self.pin = PinCard()
        self.guarded = {key: QCheckBox(translate("ui", GUARDED_WORDS[key])) for key in GUARDED}
        # Whose PIN is being asked for.
        self._asked = ""
        self._lay_out()
        self._connect()
        self.set_value(self._rules)

    def set_value(self, rules: StationRules) -> None:
        """Show what was decided."""
        chosen = self._chosen()
        moved = rules.operators != self._rules.operators
        self._rules = rules
        self.sign_on.show_value(rules.sign_on)
        if moved:
            self._show_list(chosen.badge if chosen else "")
        for key, box in self.guarded.items():
            with QSignalBlocker(box):
                box.setChecked(key in rules.guarded)
        if self._asked and self._operator(self._asked) is None:
            self._leave_pin()
        self._show_what_can_be_done()

    def add(self) -> None:
        """Add the operator whose name is typed; without one, ask for it."""
        name = " ".join(self.name.text().split())
        if not name:
            if self.name.edit.hasFocus() or self.add_button.hasFocus():
                self.name.set_finding(translate("ui", "Whose badge will it be?"))
            self.name.edit.setFocus()
            return
        if name.casefold() in {one.name.casefold() for one in self._rules.operators}:
            self.name.set_finding(translate("ui", "There is an operator of that name already."))
            self.name.edit.setFocus()
            return
        self.name.edit.setText("")
        self.name.set_finding("")
        self._desk.lanes.start(
            CHANGE,
            _badge,
            done=while_alive(self, lambda badge: self._badge_made(name, badge)),
            failed=self._desk.report,
        )

    def remove(self) -> None:
        """Forget the operator that is chosen; the badge is worth nothing from then on."""
        gone = self._chosen()
        if gone is not None:
            self._keep([one for one in self._rules.operators if one != gone])

    def leave(self) -> bool:
        """Whether there was something to leave: a PIN that was being asked for."""
        if not self._asked:
            return False
        self._leave_pin()
        self.pin_button.setFocus()
        return True

    def _lay_out(self) -> None:
        self._none = Text(
            translate(
                "ui",
                "No operator yet. Add one, print the badge, and operators can sign on with it.",
            ),
            tone="text2",
            wrap=True,
        )
        self._no_pin = Caption(
            translate("ui", "First give somebody a PIN, so that nobody is shut out."), wrap=True
        )
        add = Flow(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.GAP)
        for part in (
            wrapped(translate("ui", "Operators")),
            self._none,
            self.list,
            Flow(
                self.remove_button,
                self.pin_button,
                self.clear_button,
                self.print_button,
                gap=look.GAP,
            ),
            self.pin,
            self.name,
            add,
            self.sign_on,
        ):
            column.addWidget(part)
        column.addSpacing(look.GAP)
        column.addWidget(Text(translate("ui", "What needs an operator's PIN"), bold=True))
        for box in self.guarded.values():
            column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._no_pin)

    def _connect(self) -> None:
        self.sign_on.decided.connect(lambda on: self.changed.emit({"sign_on": on}))
        self.name.edit.returnPressed.connect(self.add)
        self.name.edit.textEdited.connect(lambda _: self.name.set_finding(""))
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.pin_button.clicked.connect(self._ask_pin)
        self.clear_button.clicked.connect(lambda: self._put_pin(self._badge_chosen(), ""))
        self.print_button.clicked.connect(lambda: self.sheet_asked.emit(BADGES))
        self.list.currentRowChanged.connect(lambda _: self._show_what_can_be_done())
        self.pin.given.connect(self._pin_given)
        self.pin.left.connect(self.leave)
        for box in self.guarded.values():
            box.toggled.connect(self._guards_chosen)

    def _chosen(self) -> Operator | None:
        item = self.list.currentItem()
        return self._operator(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def _badge_chosen(self) -> str:
        chosen = self._chosen()
        return chosen.badge if chosen else ""

    def _operator(self, badge: str) -> Operator | None:
        return next((one for one in self._rules.operators if one.badge == badge), None)

    def _show_list(self, chosen: str) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in self._rules.operators:
                words = translate("ui", "{name} · has a PIN").format(name=one.name)
                item = QListWidgetItem(words if one.pin else one.name)
                item.setData(Qt.ItemDataRole.UserRole, one.badge)
                self.list.addItem(item)
                if one.badge == chosen:
                    self.list.setCurrentItem(item)
            if self.list.currentRow() < 0 < self.list.count():
                self.list.setCurrentRow(0)
        high = max(self.list.sizeHintForRow(0), look.FORM // 2)
        self.list.setFixedHeight(min(max(self.list.count(), 1), _ROWS) * high + 2)

    def _show_what_can_be_done(self) -> None:
        chosen = self._chosen()
        some = bool(self._rules.operators)
        self._none.setVisible(not some)
        for part in (self.list, self.remove_button, self.pin_button, self.print_button):
            part.setVisible(some)
        self.clear_button.setVisible(some)
        self.clear_button.setEnabled(chosen is not None and bool(chosen.pin))
        self.pin_button.set_text(
            translate("ui", "Set another PIN")
            if chosen and chosen.pin
            else translate("ui", "Set a PIN")
        )
        self.sign_on.setEnabled(some or self._rules.sign_on)
        guards = any(one.pin for one in self._rules.operators)
        for box in self.guarded.values():
            box.setEnabled(guards or box.isChecked())
        self._no_pin.setVisible(not guards)

    def _keep(self, operators: Sequence[Operator]) -> None:
        """What needs somebody who is no longer there is off with them, in the same change."""
        change: dict[str, object] = {"operators": tuple(operators)}
        if not operators:
            change["sign_on"] = False
        if not any(one.pin for one in operators):
            change["guarded"] = ()
        self.changed.emit(change)

    def _badge_made(self, name: str, badge: str) -> None:
        self._keep([*self._rules.operators, Operator(name, badge)])
        self.list.setCurrentRow(self.list.count() - 1)

    @Slot()
    def _ask_pin(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._asked = chosen.badge
            self.pin.ask(chosen.name)

    def _leave_pin(self) -> None:
        self._asked = ""
        self.pin.clear()
        self.pin.hide()

    @Slot(str)
    def _pin_given(self, pin: str) -> None:
        badge = self._asked
        self.leave()
        self._desk.lanes.start(
            CHANGE,
            lambda: _digest(pin),
            done=while_alive(self, lambda digest: self._put_pin(badge, digest)),
            failed=self._desk.report,
        )

    def _put_pin(self, badge: str, digest: str) -> None:
        self._keep(
            [
                replace(one, pin=digest) if one.badge == badge else one
                for one in self._rules.operators
            ]
        )

    @Slot()
    def _guards_chosen(self) -> None:
        self.changed.emit(
            {"guarded": tuple(key for key, box in self.guarded.items() if box.isChecked())}
        )


def _badge() -> str:
    from inpost_desk.actions.operators import new_badge

    return new_badge()


def _digest(pin: str) -> str:
    """On a lane: made slow on purpose."""
    from inpost_desk.actions.operators import pin_digest

    return pin_digest(pin)
