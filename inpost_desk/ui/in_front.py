"""Keeps a window in front of all others, or no longer, while it is on screen. When is not known here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_IN_FRONT = Qt.WindowType.WindowStaysOnTopHint


def set_in_front(window: QWidget, wanted: bool) -> None:  # noqa: FBT001 - as Qt's own setters
    """The window stays as it is otherwise: `QWidget.setWindowFlag` would hide it and lose the keyboard."""
    handle = window.windowHandle()
    if handle is None:
        window.setWindowFlag(_IN_FRONT, wanted)
    elif bool(handle.flags() & _IN_FRONT) != wanted:
        handle.setFlag(_IN_FRONT, wanted)
