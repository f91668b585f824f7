"""Tab leads through a form as it is read, also to what was made after the rest of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops_of(part: QWidget | QLayout | None) -> Iterator[QWidget]:
    """Where Tab can stop, in the order of the layouts."""
    layout = part.layout() if isinstance(part, QWidget) else part
    if isinstance(part, QWidget) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    elif layout is not None:
        for at in range(layout.count()):
            item = layout.itemAt(at)
            if item is not None:
                yield from stops_of(item.widget() or item.layout())


def put_in_order(stops: Sequence[QWidget], anchor: QWidget) -> None:
    """`anchor` is one of them that has its right place in the window already."""
    if not stops:
        return
    if stops[0] is not anchor:
        QWidget.setTabOrder(anchor, stops[0])
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
