"""Controls of the station's settings: a figure with its unit, and a decision with what it means below.

The mouse wheel leaves them alone: their page scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDoubleSpinBox,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Heading
from inpost_desk.ui.look import Role


class Figure(QSpinBox):
    """A whole number."""

    edited = Signal(int)
    """By the user."""

    def __init__(self, name: str, lowest: int, highest: int, *, unit: str) -> None:
        super().__init__()
        _prepare(self, name)
        self.setRange(lowest, highest)
        self.setSuffix(f" {unit}")
        self.valueChanged.connect(self.edited)

    def show_value(self, value: float) -> None:
        """Show it without telling anyone."""
        with QSignalBlocker(self):
            self.setValue(round(value))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page have it."""
        event.ignore()


class Tenths(QDoubleSpinBox):
    """A number that the arrows change by a tenth."""

    edited = Signal(float)
    """By the user."""

    def __init__(self, name: str, lowest: float, highest: float, *, unit: str) -> None:
        super().__init__()
        _prepare(self, name)
        self.setDecimals(1)
        self.setSingleStep(0.1)
        self.setRange(lowest, highest)
        self.setSuffix(f" {unit}")
        self.valueChanged.connect(lambda value: self.edited.emit(round(value, 1)))

    def show_value(self, value: float) -> None:
        """Show it without telling anyone."""
        with QSignalBlocker(self):
            self.setValue(value)

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Take point and comma alike."""
        point = self.locale().decimalPoint()
        return super().validate(text.replace(".", point).replace(",", point), pos)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page have it."""
        event.ignore()


class Decision(QWidget):
    """Yes or no, and what it means."""

    decided = Signal(bool)
    """By the user."""

    def __init__(self, words: str, about: str = "") -> None:
        super().__init__()
        self.box = QCheckBox(words)
        self.box.setAccessibleDescription(about)
        self.box.toggled.connect(self.decided)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        if about:
            caption = Caption(about, wrap=True)
            # Level with the words of the box.
            caption.setContentsMargins(look.EDGE + look.GAP, 0, 0, 0)
            column.addWidget(caption)

    def show_value(self, on: bool) -> None:  # noqa: FBT001
        """Show it without telling anyone."""
        with QSignalBlocker(self.box):
            self.box.setChecked(on)


def noted(field: QWidget, words: str) -> QWidget:
    """A field with a note below it, which breaks where a line is too short for it."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(field)
    column.addWidget(Caption(words, wrap=True))
    return part


def wrapped(words: str) -> Heading:
    """A heading that breaks."""
    heading = Heading(words)
    heading.setWordWrap(True)
    return heading


def _prepare(box: QAbstractSpinBox, name: str) -> None:
    box.setAccessibleName(name)
    # Else it would take its window's, which is older than the language.
    box.setLocale(QLocale())
    box.setFont(look.font(Role.BODY))
    # A half-typed number is none yet.
    box.setKeyboardTracking(False)
    box.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
