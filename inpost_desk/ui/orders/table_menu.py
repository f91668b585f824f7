"""The menus of the Orders table: what can be done with rows, and which columns there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from inpost_desk.ui.orders.columns import Column, full_heading
from inpost_desk.ui.orders.columns_kept import ColumnLayout
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from inpost_desk.ui.orders.table import PileTable


def rows_menu(table: PileTable) -> QMenu:
    """What can be done with the selected rows, with the keys that do the same."""
    menu = QMenu(table)
    edit = _add(menu, QT_TRANSLATE_NOOP("ui", "Edit the cell"), "F2", table.edit_current)
    edit.setEnabled(table.may_edit())
    held = table.selection_is_held()
    words = QT_TRANSLATE_NOOP("ui", "Release") if held else QT_TRANSLATE_NOOP("ui", "Hold back")
    some = bool(table.selected_rows())
    _add(menu, words, "H", table.ask_hold).setEnabled(bool(table.holdable_rows()))
    remove = QT_TRANSLATE_NOOP("ui", "Remove from the pile")
    _add(menu, remove, "Del", table.ask_removal).setEnabled(some)
    menu.addSeparator()
    _add(menu, QT_TRANSLATE_NOOP("ui", "Copy"), "Ctrl+C", table.copy).setEnabled(some)
    _add(menu, QT_TRANSLATE_NOOP("ui", "Select all"), "Ctrl+A", table.selectAll)
    menu.addSeparator()
    _add(menu, QT_TRANSLATE_NOOP("ui", "Next problem"), "F8", table.next_problem)
    back = QT_TRANSLATE_NOOP("ui", "Previous problem")
    _add(menu, back, "Shift+F8", lambda: table.next_problem(-1))
    menu.addSeparator()
    menu.addMenu(table.column_menu())
    return menu


def columns_menu(
    parent: QWidget,
    layout: ColumnLayout,
    current: Column,
    sort: Callable[[Column | None, bool], None],
) -> QMenu:
    """Which columns show, and for the current one what the mouse does in the header."""
    menu = QMenu(translate("ui", QT_TRANSLATE_NOOP("ui", "Columns")), parent)
    shown = layout.shown
    for column in layout.in_order():
        one = menu.addAction(full_heading(column))
        one.setCheckable(True)
        one.setChecked(column in shown)
        one.setEnabled(shown != {column})
        one.toggled.connect(lambda on, column=column: layout.choose(column, shown=on))
    menu.addSeparator()
    name = full_heading(current)
    up = QT_TRANSLATE_NOOP("ui", "Sort by “{column}”, upwards")
    down = QT_TRANSLATE_NOOP("ui", "Sort by “{column}”, downwards")
    _add(menu, up, "", lambda: sort(current, False), column=name)
    _add(menu, down, "", lambda: sort(current, True), column=name)
    _add(menu, QT_TRANSLATE_NOOP("ui", "Order of the pile"), "", lambda: sort(None, False))
    menu.addSeparator()
    left = QT_TRANSLATE_NOOP("ui", "Move “{column}” to the left")
    right = QT_TRANSLATE_NOOP("ui", "Move “{column}” to the right")
    _add(menu, left, "", lambda: layout.move(current, -1), column=name)
    _add(menu, right, "", lambda: layout.move(current, 1), column=name)
    menu.addSeparator()
    _add(menu, QT_TRANSLATE_NOOP("ui", "Usual columns and widths"), "", layout.forget)
    return menu


def _add(
    menu: QMenu, words: str, key: str, done: Callable[[], object], *, column: str = ""
) -> QAction:
    action = menu.addAction(translate("ui", words).format(column=column))
    if key:
        # Shown only: the table itself listens to its keys.
        action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda: done())
    return action
