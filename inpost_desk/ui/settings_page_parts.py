"""The frame of the settings: the list of sections, and the page that a section's form stands on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.ui import look
from inpost_desk.ui.icons import icon
from inpost_desk.ui.kit import Heading
from inpost_desk.ui.look import Role
from inpost_desk.wording.speech import translate

LIST_WIDTH: Final = 208
FORM_WIDTH: Final = 760
_FILLED: Final = (0, 200, 800)
"""Milliseconds after which a part has got its first and its last words."""


class SectionList(QListWidget):
    """One line each: an icon and a name, as `sections` has them."""

    def __init__(self, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._drawings = [drawing for drawing, _ in sections]
        self.setAccessibleName(translate("ui", "Sections"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(QSize(20, 20))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(look.font(Role.BODY))
        for _, name in sections:
            item = QListWidgetItem(icon("home"), translate("ui", name))
            self.addItem(item)
            tall = max(look.FORM, self.sizeHintForRow(self.row(item)))
            item.setSizeHint(QSize(self.sizeHintForColumn(0), tall))
        widest = self.sizeHintForColumn(0) + look.EDGE
        self.setFixedWidth(max(LIST_WIDTH, widest))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Icons take the colours of another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._paint()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The icons have their colours once the look is known."""
        super().showEvent(event)
        self._paint()

    def _paint(self) -> None:
        for number in range(self.count()):
            self.item(number).setIcon(icon(self._drawings[number]))


def scroll_to(part: QWidget) -> None:
    """Bring that part of a form into view, where it can be scrolled."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        inside = around.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            layout.activate()
        around.ensureWidgetVisible(part)


def go_to_button(button: QWidget) -> None:
    """Bring it into view with the focus on it, and keep it there while the part around it fills."""
    button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def scroll() -> None:
        if button.hasFocus():
            scroll_to(button)

    # What lanes find out is put above it a moment later, and pushes it down.
    for moment in _FILLED:
        QTimer.singleShot(moment, button, scroll)


def page_of(title: str, parts: Sequence[QWidget]) -> QScrollArea:
    """A form with its heading, that a small screen can scroll."""
    inside = QVBoxLayout()
    inside.setSpacing(look.EDGE)
    inside.addWidget(Heading(title, Role.HEADING))
    for part in parts:
        inside.addWidget(part)
    inside.addStretch(1)
    column = QWidget()
    column.setLayout(inside)
    column.setMaximumWidth(FORM_WIDTH)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(look.FORM, look.EDGE, look.FORM, look.EDGE)
    row.addWidget(column, 1000)
    row.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
