"""The Help page's header: the search with its count, the contents where they are folded, printing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from inpost_desk.ui import look
from inpost_desk.ui.kit import Ground, Heading, KeyButton, KeyCap, Text
from inpost_desk.ui.look import Role
from inpost_desk.wording.speech import translate

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GuideSearch(QLineEdit):
    """Enter goes on, Shift+Enter back; Esc empties it, and once it is empty is the page's again."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(look.BUTTON_HEADER)
        self.setPlaceholderText(translate("ui", "Search in the guides"))
        self.setAccessibleName(translate("ui", "Search in the guides"))
        said = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self.setMinimumWidth(said + look.FORM)
        self.setMaximumWidth(max(look.PANEL, self.minimumWidth()))

    def event(self, event: QEvent) -> bool:
        """Takes Esc before the window does."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Its own keys."""
        if event.key() in _ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class HelpHeader(Ground):
    """Only asks; the page does it."""

    searched = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("surface")
        self._narrow = False
        self.heading = Heading(translate("ui", "Help"), Role.TITLE)
        self.search = GuideSearch()
        self._cap = KeyCap("Ctrl+F")
        self.found = Text("", Role.BODY, tone="text2")
        self.next_button = KeyButton("", key="F3", icon="chevron-down", kind="quiet")
        self.back_button = KeyButton("", icon="chevron-up", kind="quiet")
        self.contents_button = KeyButton(translate("ui", "Chapters"), key="F9", kind="header")
        self.print_button = KeyButton(
            translate("ui", "Print"), key="Ctrl+P", icon="printer", kind="header"
        )
        self.next_button.setAccessibleName(translate("ui", "Next place found"))
        self.back_button.setAccessibleName(translate("ui", "Previous place found"))
        self._lay_out()
        self.search.textChanged.connect(lambda text: self.searched.emit(text.strip()))
        self.search.stepped.connect(self.stepped)
        self.search.left.connect(self.left)
        self.next_button.clicked.connect(lambda: self.stepped.emit(1))
        self.back_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.show_found(0, 0)

    def words(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    def go_to_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_narrow(self, *, narrow: bool) -> None:
        """Without what the rail says, and what has a key that F1 lists."""
        self._narrow = narrow
        for part in (self.heading, self._cap, self.print_button):
            part.setVisible(not narrow)
        for part in (self.back_button, self.next_button):
            part.setVisible(not narrow and bool(self.found.text()))

    def show_found(self, number: int, count: int, *, elsewhere: int = 0) -> None:
        """Where we are among the places found; `elsewhere` are those of all guides."""
        words = ""
        if count:
            words = translate("ui", "{number} of {count}").format(number=number, count=count)
        elif elsewhere:
            words = translate("ui", "in another guide: Enter")
        elif self.words():
            words = translate("ui", "not found")
        self.found.setText(words)
        self.search.setAccessibleDescription(words)
        for button in (self.next_button, self.back_button):
            button.setVisible(bool(count) and not self._narrow)

    def _lay_out(self) -> None:
        self.setMinimumHeight(look.HEADER)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.EDGE, 0, look.EDGE, 0)
        row.setSpacing(look.GAP)
        row.addWidget(self.heading)
        row.addWidget(self.search, 1)
        row.addWidget(self._cap)
        for part in (self.found, self.back_button, self.next_button):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.contents_button)
        row.addWidget(self.print_button)
