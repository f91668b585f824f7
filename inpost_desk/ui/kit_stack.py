"""One of several widgets at a time, in the room of that one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Asks for the room of what it shows: Qt's own asks for that of the largest, also while it is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:  # noqa: N802
        """As what it shows."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As what it shows."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The least height of what it shows, -1 where it has the same at any width."""
        shown = self.currentWidget()
        layout = shown.layout() if shown is not None else None
        return -1 if layout is None else layout.totalMinimumHeightForWidth(width)
