"""A dialog about whole ledgers: what it does is done while no account is open, then it says what came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import Heading, KeyButton
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

_LEAST: Final = 200
"""Pixels of height for what is said; below that it would only scroll."""


class DataDialog(Dialog):
    """Enter alone does nothing; it cannot be left while something is done."""

    begun = Signal()
    """The account is about to be closed: what else reads ledgers for long ends now."""

    def __init__(self, desk: Desk, title: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._working = False
        self._parts: list[QWidget] = []
        self._content = QWidget()
        self._inside = QVBoxLayout(self._content)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._content)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.state = Finding()
        self.go_button = KeyButton(yes, icon="database", kind="main")
        self.leave_button = KeyButton(translate("ui", "Do nothing"), key="Esc", kind="plain")
        self.leave_button.clicked.connect(self.reject)

    @property
    def working(self) -> bool:
        """Whether something is being done."""
        return self._working

    def reject(self) -> None:
        """Not in the middle of it."""
        if not self._working:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """By the system's button."""
        if self._working:
            event.ignore()
        else:
            super().closeEvent(event)

    def lay_out(self, parts: Sequence[QWidget]) -> None:
        """Title, these parts, what is said, the buttons."""
        self._parts = list(parts)
        heading = Heading(self.windowTitle(), Role.HEADING)
        heading.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(look.GAP)
        row.addStretch(1)
        row.addWidget(self.leave_button)
        row.addWidget(self.go_button)
        self._inside.setContentsMargins(0, 0, look.GAP, 0)
        self._inside.setSpacing(look.PAD)
        for part in (heading, *parts, self.state):
            self._inside.addWidget(part)
        self._inside.addStretch(1)
        self._content.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.PAD)
        column.addWidget(self._area, 1)
        column.addLayout(row)
        self.resize(look.PANEL * 2, _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """More is said: the dialog grows with it as far as the screen goes."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """As tall as what it says."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self._inside.heightForWidth(self._area.viewport().width())
        rest = self.height() - self._area.height()
        room = self.screen().availableGeometry().height() - rest - look.FORM
        self.resize(self.width(), min(max(wanted, _LEAST), room) + rest)

    def do(self, words: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Close the account, have it done, open the account again; `done` says what came of it."""
        self._set_working(True)
        self.begun.emit()
        self.state.say(State.INFORMATION, words, working=True)

        def ended(result: Any) -> None:
            self._set_working(False)
            self.go_button.hide()
            self.leave_button.set_text(translate("ui", "Close"))
            self.leave_button.setFocus()
            done(result)

        self._desk.alone(
            work, done=while_alive(self, ended), failed=while_alive(self, self._failed)
        )

    def _set_working(self, working: bool) -> None:  # noqa: FBT001
        self._working = working
        for part in (*self._parts, self.leave_button, self.go_button):
            part.setEnabled(not working)

    def _failed(self, error: Exception) -> None:
        self._set_working(False)
        if isinstance(error, Trouble):
            self.state.say(State.ERROR, trouble_words(error))
        else:
            self.state.hide()
            self._desk.report(error)
