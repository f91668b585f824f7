"""Keys on their way into a window: which letter one is, and how one that was kept back is given after all."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_META: Final = Qt.KeyboardModifier.MetaModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
# What the window systems call a line feed has no name in Qt: it is the letter's own number.
_WRITE: Final = {
    int(Qt.Key.Key_Return): "\r",
    int(Qt.Key.Key_Enter): "\r",
    int(Qt.Key.Key_Tab): "\t",
    0x0A: "\n",
    int(Qt.Key.Key_Escape): "\x1b",
    int(Qt.Key.Key_Backspace): "\x08",
    int(Qt.Key.Key_Delete): "\x7f",
}
PERSONAL: Final = frozenset("\x1b\x08\x7f")
"""Esc, backspace and delete as they are in `letter`: no scanner sends them."""
_SILENT: Final = frozenset(
    {
        int(Qt.Key.Key_Shift),
        int(Qt.Key.Key_Control),
        int(Qt.Key.Key_Alt),
        int(Qt.Key.Key_AltGr),
        int(Qt.Key.Key_Meta),
        int(Qt.Key.Key_CapsLock),
        int(Qt.Key.Key_NumLock),
    }
)


def is_modifier(event: QKeyEvent) -> bool:
    """Whether that key only changes others: a scanner presses Shift in the middle of a code."""
    return int(event.key()) in _SILENT


def letter(event: QKeyEvent) -> str:
    """What that key is to `domain.scan`; "" for others: arrows, F keys, Ctrl and a letter."""
    held = event.modifiers() & (_CTRL | _ALT | _META)
    # Windows calls AltGr so.
    if held and held != (_CTRL | _ALT):
        return ""
    text = event.text()
    return _WRITE.get(int(event.key()), text if text.isprintable() else "")


def control_letter(event: QKeyEvent) -> str:
    """What Ctrl and a letter write: within a code the separator of GS1, or a line feed. "" for none."""
    text = event.text()
    held = event.modifiers() & (_CTRL | _ALT | _META)
    return text if held == _CTRL and len(text) == 1 and text < " " else ""


class Clock:
    """Seconds of the events' own clock, which are right even when keys waited for a busy window."""

    def __init__(self) -> None:
        self.last = 0.0
        self._ahead: float | None = None

    def at(self, stamp: int) -> float:
        """When that was; `stamp` in milliseconds, 0 where the event does not say."""
        now = time.monotonic()
        if not stamp:
            return max(now, self.last)
        if self._ahead is None or stamp / 1000 + self._ahead < self.last:
            # The system's figure goes back to nought every 49 days.
            self._ahead = now - stamp / 1000
        return max(stamp / 1000 + self._ahead, self.last)


class Again:
    """Gives keys that were kept back to the window they were meant for, as if they had come now."""

    def __init__(self) -> None:
        self._passing = False

    def passes(self) -> bool:
        """Whether the key event that arrives now is one given again; asked once for each."""
        passing, self._passing = self._passing, False
        return passing

    def give(self, window: QWindow, event: QKeyEvent) -> None:
        """A press or a release. A press sets off a shortcut first, where there is one for it."""
        if not isValid(window):
            return
        if event.type() == QEvent.Type.KeyPress:
            wanted = QKeyEvent(
                QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text()
            )
            wanted.ignore()
            self._send(window, wanted)
            if not wanted.isAccepted() and _set_off(event):
                return
        self._send(window, event)

    def _send(self, window: QWindow, event: QKeyEvent) -> None:
        self._passing = True
        QCoreApplication.sendEvent(window, event)
        self._passing = False


def _set_off(event: QKeyEvent) -> bool:
    """Do what a key does as a shortcut. Qt has no way to ask its own list once the key is past.

    Two for one key set off neither, as with Qt.
    """
    active = QApplication.activeWindow()
    if active is None or QApplication.activePopupWidget() is not None:
        return False
    found: list[QShortcut | QAbstractButton] = [
        one
        for one in active.findChildren(QShortcut)
        if one.isEnabled() and _is_for(one.key(), event) and _in_reach(one, active)
    ]
    found += [
        one
        for one in active.findChildren(QAbstractButton)
        if one.isEnabled() and one.isVisible() and _is_for(one.shortcut(), event)
    ]
    if len(found) == 1:
        (only,) = found
        if isinstance(only, QAbstractButton):
            only.click()
        elif not event.isAutoRepeat() or only.autoRepeat():
            only.activated.emit()
    return bool(found)


def _is_for(keys: QKeySequence, event: QKeyEvent) -> bool:
    return keys.count() == 1 and any(keys == one for one in _possible(event))


def _possible(event: QKeyEvent) -> Iterator[QKeySequence]:
    """As Qt looks for shortcuts: whichever block of keys it is in, and with Shift only for letters."""
    modifiers = event.modifiers() & ~_KEYPAD
    yield QKeySequence(modifiers.value | int(event.key()))
    if modifiers & _SHIFT and not event.text().isalpha():
        yield QKeySequence((modifiers & ~_SHIFT).value | int(event.key()))


def _in_reach(shortcut: QShortcut, active: QWidget) -> bool:
    owner = shortcut.parent()
    if not isinstance(owner, QWidget) or not owner.isVisible() or not owner.isEnabled():
        return False
    focus = QApplication.focusWidget()
    context = shortcut.context()
    if context == Qt.ShortcutContext.WidgetShortcut:
        return owner is focus
    if context == Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return focus is not None and (owner is focus or owner.isAncestorOf(focus))
    return owner.window() is active
