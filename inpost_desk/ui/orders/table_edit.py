"""Editing in the table's cells: a line with the text as given, or the two ways a parcel can go.

The row itself is not changed: what was typed is asked for, and comes back as a changed row.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QObject, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inpost_desk.domain.order import Field, Kind
from inpost_desk.ui import look
from inpost_desk.ui.look import Role
from inpost_desk.ui.orders.columns import (
    Column,
    editable_field,
    edited_text,
    full_heading,
    kind_words,
)
from inpost_desk.ui.orders.table_model import Index, PileModel

# As the order file writes them (the column `typ_przesylki`), so that they are read like any other cell.
KINDS: Final = {Kind.LOCKER: "paczkomat", Kind.COURIER: "kurier"}
FIGURES: Final = 12
"""An editor is at least so wide."""


class CellEditor(QStyledItemDelegate):
    """Opens the editors. `typed` has the row's number, the field, and the new text."""

    typed = Signal(int, str, str)

    def __init__(self, model: PileModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._filled: QWidget | None = None

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """A line, or a choice where there are few values."""
        del option
        field = self._field(index)
        editor = self._choice(parent) if field is Field.KIND else QLineEdit(parent)
        editor.setObjectName("cell_editor")
        editor.setFont(look.font(Role.TABLE))
        editor.setStyleSheet(_sheet())
        editor.setAccessibleName(full_heading(Column(index.column())))
        self._filled = None
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Once: a row that changes meanwhile does not undo what is being typed."""
        field = self._field(index)
        if self._filled is editor or field is None:
            return
        self._filled = editor
        text = edited_text(self._model.row_at(index.row()), field)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Ask for the change, where there is one and the row may still be edited."""
        del model
        field = self._field(index)
        if field is None:
            return
        row = self._model.row_at(index.row())
        before = edited_text(row, field)
        if isinstance(editor, QComboBox):
            kind = editor.currentData()
            if kind and kind != before:
                self.typed.emit(row.row, str(field), KINDS[Kind(kind)])
        elif isinstance(editor, QLineEdit) and editor.text() != before:
            self.typed.emit(row.row, str(field), editor.text())

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell, wider where the cell is too narrow to type in, within the table."""
        del index
        rect = option.rect.adjusted(0, 0, 0, -1)
        least = QFontMetrics(editor.font()).horizontalAdvance("0") * FIGURES
        if isinstance(editor, QComboBox):
            least = max(least, editor.sizeHint().width())
        rect.setWidth(max(rect.width(), least))
        viewport = editor.parentWidget()
        room = viewport.width() if viewport is not None else rect.right() + 1
        if rect.right() >= room:
            rect.moveRight(max(room - 1, rect.width() - 1))
        editor.setGeometry(rect)

    def _choice(self, parent: QWidget) -> QComboBox:
        choice = QComboBox(parent)
        for kind in KINDS:
            choice.addItem(kind_words(kind), str(kind))
        choice.activated.connect(lambda _: self._chosen(choice))
        return choice

    def _chosen(self, choice: QComboBox) -> None:
        self.commitData.emit(choice)
        self.closeEditor.emit(choice)

    def _field(self, index: Index) -> Field | None:
        return editable_field(self._model.row_at(index.row()), Column(index.column()))


def _sheet() -> str:
    """Flat, within the row's height; the application's fields are too high for it."""
    worn = look.colours()
    return (
        f"#cell_editor {{ border: {look.FOCUS}px solid {worn.focus}; border-radius: 0;"
        f" background: {worn.surface}; color: {worn.text}; padding: 0 2px; margin: 0;"
        " min-height: 0; }"
    )
