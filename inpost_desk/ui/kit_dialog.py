"""A dialog that a key still held down from before does not answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog


class Dialog(QDialog):
    """Enter presses the default button once; held down, it presses nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Repeated by the system, Enter ends here."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and event.isAutoRepeat()):
            super().keyPressEvent(event)
