"""The menus of the Orders table: what can be done with rows, and which columns there are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from inpost_desk.ui.orders.columns import Column, full_heading
from inpost_desk.ui.orders.row_acts import RowAction
from inpost_desk.ui.table_columns import ColumnLayout
from inpost_desk.ui.table_menu import add_to, columns_menu
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.ui.orders.table import PileTable


def rows_menu(table: PileTable) -> QMenu:
    """What can be done with the selected rows, with the keys that do the same."""
    menu = QMenu(table)
    some = table.selection_count() > 0
    hold = translate("ui", "Release") if table.all_held() else translate("ui", "Hold back")
    add_to(menu, translate("ui", "Edit the cell"), "F2", table.edit_current, can=table.may_edit())
    add_to(menu, hold, "H", table.ask_hold, can=bool(table.holdable_rows()))
    add_to(menu, translate("ui", "Remove from the pile"), "Del", table.ask_removal, can=some)
    current = table.row_at_current()
    for action in table.actions():
        # What others can do with such a row.
        if current is not None and isinstance(action, RowAction) and action.fits(current):
            menu.addAction(action)
    menu.addSeparator()
    add_to(menu, translate("ui", "Copy"), "Ctrl+C", table.copy, can=some)
    add_to(menu, translate("ui", "Select all"), "Ctrl+A", table.selectAll)
    menu.addSeparator()
    add_to(menu, translate("ui", "Next problem"), "F8", table.next_problem)
    back = partial(table.next_problem, -1)
    add_to(menu, translate("ui", "Previous problem"), "Shift+F8", back)
    menu.addSeparator()
    menu.addMenu(table.column_menu())
    return menu


def pile_columns_menu(table: PileTable, layout: ColumnLayout, current: Column) -> QMenu:
    """Which columns show, and how `current` is sorted and placed."""

    def sort(column: int | None, descending: bool) -> None:  # noqa: FBT001 - chosen from a menu
        table.sort_by(None if column is None else Column(column), descending=descending)

    return columns_menu(
        table,
        layout,
        current,
        words=lambda one: full_heading(Column(one)),
        sort=sort,
        usual=translate("ui", "Order of the pile"),
    )
