"""What a screen reader finds: Qt's own tree of accessible objects, which AT-SPI and UI Automation hand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QTableView, QWidget

Role = QAccessible.Role

# What somebody does something with, and what it may be called by its own words alone.
ACTED_ON: Final = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.CheckBox,
        Role.RadioButton,
        Role.ComboBox,
        Role.EditableText,
        Role.SpinBox,
        Role.Slider,
        Role.PageTab,
        Role.MenuItem,
        Role.Link,
        Role.List,
        Role.ListItem,
        Role.Table,
        Role.Tree,
        Role.TreeItem,
        Role.Dial,
        Role.HotkeyField,
    }
)
# A role that says nothing of what can be done.
MUTE: Final = frozenset({Role.NoRole, Role.Client, Role.Grouping, Role.Pane, Role.LayeredPane})
ROWS_LOOKED_AT: Final = 2
DEEPEST: Final = 40


class Walk:
    """One walk through the tree under a window or dialog; `checked` counts what can be acted on."""

    def __init__(self, top: QWidget) -> None:
        self.checked = 0
        self.findings = list(self._walked(QAccessible.queryAccessibleInterface(top), 0))

    def _walked(self, at: QAccessibleInterface, depth: int) -> Iterator[str]:
        if depth > DEEPEST:
            yield "the tree has no end"
            return
        widget = at.object()
        if at.state().invisible or (isinstance(widget, QWidget) and not widget.isVisible()):
            return
        if self._acted_on(at):
            self.checked += 1
            yield from self._faults(at)
        if at.role() == Role.Table and isinstance(widget, QTableView):
            yield from self._table(widget)
            return
        for place in range(at.childCount()):
            # Qt keeps the cells of rows that are gone.
            if (child := at.child(place)) is not None and child.isValid():
                yield from self._walked(child, depth + 1)

    def _acted_on(self, at: QAccessibleInterface) -> bool:
        widget = at.object()
        if isinstance(widget, QAbstractScrollArea) and at.role() in MUTE:
            # A page that scrolls takes the keyboard only to scroll.
            return False
        return at.role() in ACTED_ON or (
            isinstance(widget, QWidget)
            and not widget.isWindow()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        )

    def _faults(self, at: QAccessibleInterface) -> Iterator[str]:
        widget, state = at.object(), at.state()
        name = at.text(QAccessible.Text.Name)
        above = at.parent()
        where = _where(widget if widget is not None or above is None else above.object())
        where = f"{where} ({at.role().name}) {name!r}"
        if not name.strip():
            yield f"has no name: {where}"
        if at.role() in MUTE:
            yield f"has no role: {where}"
        if not isinstance(widget, QWidget):
            return
        if bool(state.disabled) == widget.isEnabled():
            yield f"does not tell whether it can be used: {where}"
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            told = bool(state.checkable) and bool(state.checked) == widget.isChecked()
            yield from [] if told else [f"does not tell whether it is chosen: {where}"]

    def _table(self, table: QTableView) -> Iterator[str]:
        """Its columns' names, and the first rows."""
        model = table.model()
        for column in range(model.columnCount()):
            if not table.isColumnHidden(column) and not _heading(table, column):
                yield f"a column has no name: {_where(table)} {column}"
        for row in range(min(model.rowCount(), ROWS_LOOKED_AT)):
            if not any(_cell_text(model, row, column) for column in range(model.columnCount())):
                yield f"a row says nothing: {_where(table)} {row}"


def _heading(table: QTableView, column: int) -> str:
    model, across = table.model(), Qt.Orientation.Horizontal
    spoken = model.headerData(column, across, Qt.ItemDataRole.AccessibleTextRole)
    return str(spoken or model.headerData(column, across) or "").strip()


def _cell_text(model: QAbstractItemModel, row: int, column: int) -> str:
    index = model.index(row, column)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
    return str(spoken or "").strip()


def _where(thing: object) -> str:
    if not isinstance(thing, QWidget):
        return type(thing).__name__
    parent = thing.parentWidget()
    return f"{type(parent).__name__} > {type(thing).__name__}" if parent else type(thing).__name__
