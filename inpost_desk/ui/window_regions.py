"""F6: from one part of the window to the next, and the focus back to where it was there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_to_next(regions: Sequence[QWidget], step: int) -> None:
    """Put the focus into the next region that can have it; `step` -1 for the one before."""
    focused = QApplication.focusWidget()
    here = (
        next(
            (at for at, one in enumerate(regions) if one is focused or one.isAncestorOf(focused)),
            None,
        )
        if focused
        else None
    )
    start = here if here is not None else (-1 if step > 0 else 0)
    for distance in range(1, len(regions) + 1):
        if focus_into(regions[(start + step * distance) % len(regions)]):
            return


def focus_into(region: QWidget) -> bool:
    """Put the focus where it was last in there, else to the first thing that takes it."""
    for widget in (region.focusWidget(), *_chain(region)):
        if widget is not None and _takes_focus(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def take_focus_from(window: QWidget) -> None:
    """Before a window is deleted.

    A focused widget tells that it loses the focus when it is half destroyed; a Python event filter that
    hears of it then ends the process (`std::bad_typeid`).
    """
    focused = step = QApplication.focusWidget()
    while step is not None and step is not window:
        step = step.parentWidget()
    if focused is not None and step is window:
        focused.clearFocus()


def _chain(region: QWidget) -> list[QWidget]:
    """The region and all in it, in the order of the Tab key."""
    found = [region]
    step = region.nextInFocusChain()
    while step is not None and step is not region:
        if region.isAncestorOf(step):
            found.append(step)
        step = step.nextInFocusChain()
    return found


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isEnabled() and widget.isVisibleTo(widget.window())
