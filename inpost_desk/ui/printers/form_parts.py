"""Controls of the printer's form: a length in tenths of a millimetre, a list, and one with its label."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.ui import look
from inpost_desk.ui.kit import Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.wording.speech import translate

_SPIN_WIDTH: Final = 124


class Labelled(QWidget):
    """A control with its label above and what is wrong below."""

    def __init__(self, label: str, *controls: QWidget, note: str = "", part: bool = False) -> None:
        """`note` stands beside the label; `part` is one of several under a label of their own."""
        super().__init__()
        title = Text(label, bold=not part)
        title.setBuddy(controls[0])
        self._control = controls[0]
        self._finding = Text("", wrap=True)
        self._finding.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if note:
            column.addWidget(Flow(title, Text(note, tone="text2"), gap=look.GAP))
        else:
            column.addWidget(title)
        column.addWidget(controls[0] if len(controls) == 1 else Flow(*controls, gap=look.GAP))
        column.addWidget(self._finding)

    def finding(self) -> str:
        """What is said below."""
        return self._finding.text()

    def set_finding(self, text: str, state: State = State.ERROR) -> None:
        """Say what is wrong; "" takes it back."""
        self._finding.set_state(text, state)
        self._finding.setVisible(bool(text))
        self._control.setAccessibleDescription(text)


class Millimetres(QDoubleSpinBox):
    """A length that the arrows change by a tenth of a millimetre."""

    edited = Signal(int)
    """By the user: tenths of a millimetre."""

    def __init__(self, name: str, lowest: int, highest: int, *, signed: bool = False) -> None:
        super().__init__()
        self._signed = signed
        _prepare(self, name)
        self.setDecimals(1)
        self.setSingleStep(0.1)
        self.setRange(lowest / 10, highest / 10)
        self.setSuffix(" " + translate("ui", "mm"))
        self.valueChanged.connect(lambda _: self.edited.emit(self.tenths()))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Three of them stand beside each other."""
        return QSize(_SPIN_WIDTH, super().sizeHint().height())

    def tenths(self) -> int:
        """What stands there."""
        return round(self.value() * 10)

    def set_tenths(self, value: int) -> None:
        """Show it without telling anyone."""
        with QSignalBlocker(self):
            self.setValue(value / 10)

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Take point and comma alike."""
        point = self.locale().decimalPoint()
        return super().validate(text.replace(".", point).replace(",", point), pos)

    def textFromValue(self, val: float) -> str:  # noqa: N802
        """With a sign where the direction matters."""
        text = super().textFromValue(val)
        return f"+{text}" if self._signed and val > 0 else text

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page have it."""
        event.ignore()


class Darkness(QSpinBox):
    """0 to 30, and below that: as the printer itself is set."""

    edited = Signal(object)

    def __init__(self, name: str, darkest: int) -> None:
        super().__init__()
        _prepare(self, name)
        self.setRange(-1, darkest)
        self.setSpecialValueText(translate("ui", "as it is"))
        self.valueChanged.connect(lambda _: self.edited.emit(self.darkness()))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As a length beside it."""
        return QSize(_SPIN_WIDTH, super().sizeHint().height())

    def darkness(self) -> int | None:
        """None as the printer is set."""
        return None if self.value() < 0 else self.value()

    def set_darkness(self, value: int | None) -> None:
        """Show it without telling anyone."""
        with QSignalBlocker(self):
            self.setValue(-1 if value is None else value)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page have it."""
        event.ignore()


class Options(QComboBox):
    """A choice out of many, each with a key. The mouse wheel leaves it alone: its page scrolls."""

    taken = Signal(str)
    """By the user."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(look.font(Role.BODY))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _: self.taken.emit(self.value()))

    def set_options(self, options: list[tuple[str, str]], chosen: str) -> None:
        """Offer these, keys with their words."""
        if options != [(self.itemData(at), self.itemText(at)) for at in range(self.count())]:
            self.clear()
            for key, words in options:
                self.addItem(words, key)
        self.setCurrentIndex(self.findData(chosen))

    def value(self) -> str:
        """The key of what is chosen, or ""."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page have it."""
        event.ignore()


def _prepare(box: QAbstractSpinBox, name: str) -> None:
    box.setAccessibleName(name)
    # Else it would take its window's, which is older than the language.
    box.setLocale(QLocale())
    box.setFont(look.font(Role.BODY))
    # A half-typed number is none yet.
    box.setKeyboardTracking(False)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
