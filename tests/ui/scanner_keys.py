"""Key events as a scanner and a person make them, each with the time the system would give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.scan import Scan
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.scanner import Scanner

NAMED = {
    "\r": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    " ": Qt.Key.Key_Space,
    "\x1b": Qt.Key.Key_Escape,
}
SCANNER = 8
PERSON = 160
"""Milliseconds from key to key."""


@dataclass
class Hands:
    """A scanner at a window, and a person at its keyboard."""

    qtbot: QtBot
    desk: Desk
    scanner: Scanner
    codes: list[str] = field(default_factory=list)
    heard: list[bool] = field(default_factory=list)
    now: int = 5_000

    def show(self, window: QWidget, focus: QWidget | None = None) -> None:
        """Show it and give it the keyboard."""
        window.show()
        window.activateWindow()
        self.until(lambda: QGuiApplication.focusWindow() is window.windowHandle())
        if focus is not None:
            focus.setFocus()
            self.until(focus.hasFocus)

    def scan(self, text: str, gap: int = SCANNER) -> None:
        """Send these keys to whatever has the keyboard, after a pause."""
        self.now += 5_000
        self.type(text, gap)

    def type(self, text: str, gap: int = PERSON) -> None:
        """Send these keys one after the other, without a pause before the first."""
        for one in text:
            self.now += gap
            self.key(one)

    def key(self, text: str, *, repeat: bool = False, up: bool = True) -> None:
        """One key down, and up again."""
        kinds = [QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress]
        for kind in [*kinds, QEvent.Type.KeyRelease] if up else kinds:
            window = QGuiApplication.focusWindow()
            if not isinstance(window, QWindow):
                # The window that had it went with the key before.
                assert kind == QEvent.Type.KeyRelease
                return
            key = NAMED.get(text) or Qt.Key(ord(text.upper()))
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, repeat)
            event.setTimestamp(self.now)
            event.ignore()
            QCoreApplication.sendEvent(window, event)

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=20_000)

    def scanned(self, *codes: str) -> None:
        """Wait for these codes, and for no others."""
        self.until(lambda: len(self.codes) >= len(codes))
        assert self.codes == list(codes)


def hands(qtbot: QtBot, lanes: Lanes, folder: Path, **rules: object) -> Hands:
    """A scanner with the usual figures, but for those named."""
    usual = Settings()
    known = replace(usual, scanner=replace(usual.scanner, **rules))  # type: ignore[arg-type]
    desk = Desk(lanes, folder, known)
    scanner = Scanner(desk, known=lambda code: code == "123")
    made = Hands(qtbot, desk, scanner)

    def take(scan: Scan) -> None:
        made.codes.append(scan.code)

    scanner.scanned.connect(take)
    scanner.heard.connect(made.heard.append)
    return made
