"""A row of words and buttons that makes do with less room, step by step, and cuts no word of a button.

First the pictures of keys and icons go, then the words stand above the buttons.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit_button import KeyButton


class NarrowRow(QWidget):
    """What inherits it puts its words and its buttons in with `_set_parts`."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(look.EDGE, 4, look.EDGE, 4)
        self._row.setSpacing(0)
        self._words = QWidget()
        self._buttons = QWidget()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as it can do."""
        size = super().minimumSizeHint()
        parts = (self._words.minimumSizeHint().width(), self._needed() - self._spare())
        return QSize(max(parts) + 2 * look.EDGE, size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose how it stands."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What it says may have changed while nobody saw it."""
        super().showEvent(event)
        self._fit()

    def _set_parts(self, gap: int) -> None:
        """`self._words` take the room, `self._buttons` stand at the right with `gap` between."""
        self._row.addWidget(self._words, 1)
        self._row.addSpacing(gap)
        self._row.addWidget(self._buttons)
        self._gap = gap

    def _fit(self) -> None:
        if not self.isVisible():
            # Nobody has given it its width yet.
            return
        words, buttons = self._words.minimumSizeHint().width(), self._needed()
        room = self.width() - 2 * look.EDGE - self._gap - words
        for one in self._buttons.findChildren(KeyButton):
            one.set_brief(buttons > room)
        stacked = buttons - self._spare() > room
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _needed(self) -> int:
        """What the buttons need with all they show."""
        brief = sum(one.spare() for one in self._shown() if one.brief())
        return self._buttons.minimumSizeHint().width() + brief

    def _spare(self) -> int:
        return sum(one.spare() for one in self._shown())

    def _shown(self) -> list[KeyButton]:
        return [one for one in self._buttons.findChildren(KeyButton) if not one.isHidden()]
