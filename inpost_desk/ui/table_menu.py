"""The menu of a table's columns: which there are, how they are sorted and placed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from inpost_desk.ui.table_columns import ColumnLayout
from inpost_desk.wording.speech import translate

Sorts = Callable[[int | None, bool], None]
"""Sort by that column, downwards or not; None for the usual order."""


def columns_menu(
    parent: QWidget,
    layout: ColumnLayout,
    current: int,
    *,
    words: Callable[[int], str],
    sort: Sorts,
    usual: str,
    sortable: Callable[[int], bool] = lambda _: True,
) -> QMenu:
    """Which columns show, and for the current one what the mouse does in the header.

    `words` names a column in full, `usual` the order nobody has sorted, `sortable` columns are sorted by.
    """
    menu = QMenu(translate("ui", "Columns"), parent)
    shown = layout.shown
    for column in layout.in_order():
        one = menu.addAction(words(column))
        one.setCheckable(True)
        one.setChecked(column in shown)
        one.setEnabled(shown != {column})
        one.toggled.connect(lambda on, column=column: layout.choose(column, shown=on))
    menu.addSeparator()
    name = words(current)
    up = translate("ui", "Sort by “{column}”, upwards").format(column=name)
    down = translate("ui", "Sort by “{column}”, downwards").format(column=name)
    can = sortable(current)
    add_to(menu, up, "", partial(sort, current, False), can=can)
    add_to(menu, down, "", partial(sort, current, True), can=can)
    add_to(menu, usual, "", partial(sort, None, False))
    menu.addSeparator()
    left = translate("ui", "Move “{column}” to the left").format(column=name)
    right = translate("ui", "Move “{column}” to the right").format(column=name)
    add_to(menu, left, "", partial(layout.move, current, -1))
    add_to(menu, right, "", partial(layout.move, current, 1))
    menu.addSeparator()
    add_to(menu, translate("ui", "Usual columns and widths"), "", layout.forget)
    return menu


def add_to(
    menu: QMenu, words: str, key: str, done: Callable[[], object], *, can: bool = True
) -> None:
    """An entry that does that; its key is shown only."""
    action = menu.addAction(words)
    if key:
        # Shown only: the table itself listens to its keys, and two listeners would silence each other.
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setEnabled(can)
    # Without the lambda, `done` would get the signal's argument.
    action.triggered.connect(lambda: done())  # noqa: PLW0108
