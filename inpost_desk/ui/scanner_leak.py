"""What a scanner typed into a field before it was known for one: remembered before, taken back afterwards.

Only fields are concerned that show a letter at once: elsewhere `scanner` keeps the keys back until it knows.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

TextField = QLineEdit | QPlainTextEdit | QTextEdit


def field_with_keys() -> TextField | None:
    """The field that a letter would be written into now, None where there is none.

    A field inside a spin box or an editable combo box counts, one that cannot be edited or lies under an open
    menu does not.
    """
    widget = QApplication.focusWidget()
    popup = QApplication.activePopupWidget()
    if widget is None or not (popup is None or _types_through(popup, widget)):
        return None
    field = _within(widget)
    editable = field is not None and field.isEnabled() and not field.isReadOnly()
    return field if editable else None


def _types_through(popup: QWidget, widget: QWidget) -> bool:
    """Whether what is open only proposes: a completer's list hands every letter on to the field."""
    return popup.focusProxy() is widget or popup.isAncestorOf(widget)


def _within(widget: QWidget) -> TextField | None:
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        # QComboBox has none while it cannot be edited.
        return widget.lineEdit()
    return widget if isinstance(widget, TextField) else None


@dataclass(frozen=True, slots=True)
class Leak:
    """A field as it stood before the first key of a burst."""

    field: TextField
    text: str
    cursor: int
    anchor: int
    value: float | None = None
    """The figure of a spin box round it."""

    def take_back(self) -> None:
        """Put text, cursor and selection back, where the field is still there."""
        if not isValid(self.field):
            return
        if isinstance(self.field, QLineEdit):
            _put_back_line(self.field, self)
        else:
            _put_back_text(self.field, self)


def remember(field: TextField) -> Leak:
    """How that field stands now."""
    if not isinstance(field, QLineEdit):
        cursor = field.textCursor()
        return Leak(field, field.toPlainText(), cursor.position(), cursor.anchor())
    start, length = field.selectionStart(), len(field.selectedText())
    at = field.cursorPosition()
    anchor = at
    if start >= 0:
        anchor = start + length if at == start else start
    box = field.parentWidget()
    value = box.value() if isinstance(box, QSpinBox | QDoubleSpinBox) else None
    return Leak(field, field.text(), at, anchor, value)


def _put_back_line(field: QLineEdit, leak: Leak) -> None:
    if field.text() != leak.text:
        # As typed, not set: who follows `textEdited` (a search, a check) hears that it is gone again, and
        # undoing still works.
        field.selectAll()
        if leak.text:
            field.insert(leak.text)
        else:
            field.del_()
        if field.text() != leak.text:
            # A mask or a check would not have it typed.
            field.setText(leak.text)
    box = field.parentWidget()
    if isinstance(box, QSpinBox | QDoubleSpinBox) and leak.value not in (None, box.value()):
        box.setValue(leak.value)  # type: ignore[arg-type]
    proposed = field.completer().popup() if field.completer() is not None else None
    if proposed is not None:
        proposed.hide()
    if leak.anchor == leak.cursor:
        field.setCursorPosition(leak.cursor)
    else:
        field.setSelection(leak.anchor, leak.cursor - leak.anchor)


def _put_back_text(field: QPlainTextEdit | QTextEdit, leak: Leak) -> None:
    now = field.toPlainText()
    cursor = field.textCursor()
    if now != leak.text and max(now + leak.text) > "\uffff":
        # Qt counts such letters twice.
        field.setPlainText(leak.text)
    elif now != leak.text:
        # Only what differs, so that a text's formats and the way back to what was typed before stay.
        start = _alike(now, leak.text)
        end = _alike(now[start:][::-1], leak.text[start:][::-1])
        cursor.setPosition(start)
        cursor.setPosition(len(now) - end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(leak.text[start : len(leak.text) - end])
    cursor.setPosition(leak.anchor)
    cursor.setPosition(leak.cursor, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))
