"""The real program in front of a camera: started, waited for, pressed, and photographed from the screen.

Nothing is painted here. What is brought into which state stands in the scenes.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inpost_desk import settings
from inpost_desk.app import QtWords, application
from inpost_desk.app_session import Given
from inpost_desk.app_window import Program
from inpost_desk.background import KEYRING, LANES, Garbage, Lanes
from inpost_desk.ui import look
from inpost_desk.ui.crash import CrashDoor
from inpost_desk.ui.desk import Desk
from inpost_desk.wording import speech

PATIENCE: Final = 60.0
# Timers that gather events, and what a change of look still has to paint.
SETTLED: Final = 0.25


class Enough(Exception):
    """Every picture that was wanted is there."""


@dataclass(frozen=True, slots=True)
class View:
    """One way to show the window."""

    language: str
    look: str
    width: int
    height: int

    @property
    def folder(self) -> str:
        """The folder of its pictures."""
        return f"{self.language}-{self.look}-{self.width}"


class Studio:
    """Photographs what one program shows, in all the views, under the numbers of the wanted names."""

    def __init__(
        self, folder: Path, views: Collection[View], wanted: dict[str, int], data_dir: Path
    ) -> None:
        self.folder, self.views, self.data_dir = folder, list(views), data_dir
        self.language = self.views[0].language
        self._wanted = dict(wanted)
        self.app = QApplication.instance() or application("0.1.0")
        assert isinstance(self.app, QApplication)
        self._qt_words = QtWords(self.app)
        self._garbage = Garbage()
        self.lanes = Lanes()
        self.program: Program
        self.desk: Desk
        self._door: CrashDoor
        self.size = (self.views[0].width, self.views[0].height)

    def start(self, given: Given | None = None) -> None:
        """As `app` starts it: what was open last, or the first start."""
        data_dir = self.data_dir
        data_dir.mkdir(parents=True, exist_ok=True)
        known = settings.load(data_dir).settings
        self.desk = Desk(self.lanes, data_dir, known)
        self._door = CrashDoor(self.desk)
        self._door.install()
        self.lanes.unhandled.connect(self._door.failed)
        self._wear(self.views[0].look)
        self._speak(self.language)
        self.program = Program(
            self.desk, Given() if given is None else given, speak=self._speak, wear=self._wear
        )
        self.program.window_changed.connect(self._door.show_over)
        self.window.setGeometry(0, 0, *self.size)
        self.program.show()
        self._focused()
        self.program.open_first_account(None)

    def end(self) -> None:
        """Stop everything in order."""
        self.lanes.stop(milliseconds=10_000)
        self.program.drop_windows()
        self.program.account.close()
        self._door.remove()
        self._qt_words.remove()
        self._garbage.stop()
        self.app.processEvents()

    @property
    def window(self) -> Any:
        """The window that is shown."""
        return self.program.window

    @property
    def orders(self) -> Any:
        """The Orders page."""
        return self.window._pages["orders"]

    @property
    def settings_page(self) -> Any:
        """The Settings page."""
        return self.window._pages["settings"]

    def wait(self, ready: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Let the program work until that is so. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError(
                    f"waited in vain, in {ready.__code__.co_qualname}"
                    if hasattr(ready, "__code__")
                    else ""
                )
            self.app.processEvents()
            time.sleep(0.005)

    def rest(self, seconds: float = SETTLED) -> None:
        """Let the program work for so long."""
        with contextlib.suppress(TimeoutError):
            self.wait(lambda: False, seconds)

    def idle(self) -> None:
        """Wait until no lane works, and a moment more."""
        while True:
            self.wait(lambda: not any(self.lanes.busy(one) for one in LANES if one != KEYRING))
            self.rest()
            if not any(self.lanes.busy(one) for one in LANES if one != KEYRING):
                return

    def key(self, keys: str, widget: QWidget | None = None) -> None:
        """Press a key, such as "F8" or "Ctrl+F"."""
        *held, last = keys.split("+")
        kinds = Qt.KeyboardModifier
        modifiers = kinds.NoModifier
        for one in held:
            modifiers |= {
                "Ctrl": kinds.ControlModifier,
                "Shift": kinds.ShiftModifier,
                "Alt": kinds.AltModifier,
            }[one]
        target = widget or self._focused()
        QTest.keyClick(target, getattr(Qt.Key, f"Key_{last}"), modifiers)
        self.rest(0.1)

    def type(self, text: str, widget: QWidget | None = None) -> None:
        """Type a text."""
        QTest.keyClicks(widget or self._focused(), text)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Press the left button there."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())
        self.rest(0.1)

    def wants(self, *names: str) -> bool:
        """Whether any of these pictures is still wanted."""
        return any(name in self._wanted for name in names)

    def picture(
        self, name: str, *, settle: float = SETTLED, once: tuple[int, int] | None = None
    ) -> None:
        """Photograph the screen in each view. `once`: at that size only. Raises `Enough` after the last."""
        number = self._wanted.pop(name, None)
        if number is None:
            return
        sizes = {(one.width, one.height): one for one in self.views}
        QCursor.setPos(self.window.screen().geometry().bottomRight())
        for view in self.views:
            if once is not None and sizes[view.width, view.height] is not next(
                iter(sizes.values())
            ):
                continue
            width, height = once or (view.width, view.height)
            self._wear(view.look)
            self._resize(width, height)
            self.rest(settle)
            name_of = f"{view.language}-{view.look}-{width}"
            place = self.folder / name_of / f"{number:02}-{name}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            self._shoot(place)
        self._wear(self.views[0].look)
        self._resize(*self.size)
        if not self._wanted:
            raise Enough

    def _focused(self) -> QWidget:
        """What has the keyboard. There is no window manager that would give it back after a dialog."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is None:
            top.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is not None)
        return QApplication.focusWidget() or top

    def _resize(self, width: int, height: int) -> None:
        if (self.window.width(), self.window.height()) == (width, height):
            return
        ratio = self.window.devicePixelRatioF()
        self.window.resize(round(width / ratio), round(height / ratio))
        for dialog in self.app.topLevelWidgets():
            if dialog.isVisible() and dialog is not self.window and dialog.isModal():
                dialog.move(
                    (self.window.width() - dialog.width()) // 2,
                    (self.window.height() - dialog.height()) // 2,
                )

    def _shoot(self, place: Path) -> None:
        screen = QGuiApplication.primaryScreen()
        shown = QRect(self.window.mapToGlobal(QPoint(0, 0)), self.window.size())
        screen.grabWindow(0, shown.x(), shown.y(), shown.width(), shown.height()).save(str(place))

    def failed(self) -> None:
        """Show what was there when a story came to no good end."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._shoot(self.folder / f"failed-{self.language}.png")

    def _speak(self, language: str) -> None:
        chosen = speech.choose_language(language or self.language)
        speech.speak(chosen)
        self._qt_words.speak(chosen)

    def _wear(self, chosen: str) -> None:
        look.apply(self.app, chosen)


logging.getLogger("inpost_desk").addHandler(logging.NullHandler())
