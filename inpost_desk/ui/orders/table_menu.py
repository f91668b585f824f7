"""The menus of the Orders table: what can be done with rows, and which columns there are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from inpost_desk.ui.orders.columns import Column, full_heading
from inpost_desk.ui.orders.columns_kept import ColumnLayout
from inpost_desk.ui.orders.row_acts import RowAction
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.ui.orders.table import PileTable


def rows_menu(table: PileTable) -> QMenu:
    """What can be done with the selected rows, with the keys that do the same."""
    menu = QMenu(table)
    some = table.selection_count() > 0
    hold = translate("ui", "Release") if table.all_held() else translate("ui", "Hold back")
    _add(menu, translate("ui", "Edit the cell"), "F2", table.edit_current, can=table.may_edit())
    _add(menu, hold, "H", table.ask_hold, can=bool(table.holdable_rows()))
    _add(menu, translate("ui", "Remove from the pile"), "Del", table.ask_removal, can=some)
    current = table.row_at_current()
    for action in table.actions():
        # What others can do with such a row.
        if current is not None and isinstance(action, RowAction) and action.fits(current):
            menu.addAction(action)
    menu.addSeparator()
    _add(menu, translate("ui", "Copy"), "Ctrl+C", table.copy, can=some)
    _add(menu, translate("ui", "Select all"), "Ctrl+A", table.selectAll)
    menu.addSeparator()
    _add(menu, translate("ui", "Next problem"), "F8", table.next_problem)
    back = partial(table.next_problem, -1)
    _add(menu, translate("ui", "Previous problem"), "Shift+F8", back)
    menu.addSeparator()
    menu.addMenu(table.column_menu())
    return menu


def columns_menu(
    parent: QWidget,
    layout: ColumnLayout,
    current: Column,
    sort: Callable[..., None],
) -> QMenu:
    """Which columns show, and for the current one what the mouse does in the header."""
    menu = QMenu(translate("ui", "Columns"), parent)
    shown = layout.shown
    for column in layout.in_order():
        one = menu.addAction(full_heading(column))
        one.setCheckable(True)
        one.setChecked(column in shown)
        one.setEnabled(shown != {column})
        one.toggled.connect(lambda on, column=column: layout.choose(column, shown=on))
    menu.addSeparator()
    name = full_heading(current)
    up = translate("ui", "Sort by “{column}”, upwards").format(column=name)
    down = translate("ui", "Sort by “{column}”, downwards").format(column=name)
    _add(menu, up, "", partial(sort, current))
    _add(menu, down, "", partial(sort, current, descending=True))
    _add(menu, translate("ui", "Order of the pile"), "", partial(sort, None))
    menu.addSeparator()
    left = translate("ui", "Move “{column}” to the left").format(column=name)
    right = translate("ui", "Move “{column}” to the right").format(column=name)
    _add(menu, left, "", partial(layout.move, current, -1))
    _add(menu, right, "", partial(layout.move, current, 1))
    menu.addSeparator()
    _add(menu, translate("ui", "Usual columns and widths"), "", layout.forget)
    return menu


def _add(
    menu: QMenu, words: str, key: str, done: Callable[[], object], *, can: bool = True
) -> None:
    action = menu.addAction(words)
    if key:
        # Shown only: the table itself listens to its keys, and two listeners would silence each other.
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setEnabled(can)
    # Without the lambda, `done` would get the signal's argument.
    action.triggered.connect(lambda: done())  # noqa: PLW0108
