"""In front: a window that is not on screen yet comes up so. What one that is does: tests/window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.ui.in_front import set_in_front

IN_FRONT = Qt.WindowType.WindowStaysOnTopHint


def test_before_and_after_it_is_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    set_in_front(window, True)
    window.show()
    handle = window.windowHandle()
    assert handle is not None
    assert handle.flags() & IN_FRONT
    set_in_front(window, False)
    assert not handle.flags() & IN_FRONT
    assert window.isVisible()
    assert window.windowHandle() is handle
