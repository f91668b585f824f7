"""The real program in front of a camera: started, waited for, pressed, and photographed from the screen.

Nothing is painted here. What is brought into which state stands in the scenes.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from inpost_desk import settings
from inpost_desk.app import QtWords, application
from inpost_desk.app_session import Given
from inpost_desk.app_window import Program
from inpost_desk.background import KEYRING, LANES, Garbage, Lanes
from inpost_desk.cli import VERSION
from inpost_desk.ui import look
from inpost_desk.ui.crash import CrashDoor
from inpost_desk.ui.desk import Desk
from inpost_desk.wording import speech

PATIENCE: Final = 60.0
# Timers that gather events, and what a change of look still has to paint.
SETTLED: Final = 0.3
# What the lanes have left for the window to do.
QUIET: Final = 0.2

_HELD: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Enough(Exception):
    """Every picture that was wanted is there."""


@dataclass(frozen=True, slots=True)
class View:
    """One way to show the window; the size is the screen's, in its dots."""

    look: str
    width: int
    height: int


class Studio:
    """Photographs what one program shows, in all the views. `wanted` are the names with their numbers."""

    def __init__(
        self,
        folder: Path,
        data_dir: Path,
        *,
        language: str,
        views: Sequence[View],
        wanted: Mapping[str, int],
    ) -> None:
        self.data_dir = data_dir
        self._folder, self._language, self._views = folder, language, list(views)
        self._wanted = dict(wanted)
        self._app = application(VERSION)
        self._qt_words = QtWords(self._app)
        self._garbage = Garbage()
        self.lanes = Lanes()
        self.desk: Desk
        self.program: Program
        self.door: CrashDoor

    def start(self, given: Given | None = None) -> None:
        """As `app` starts it: with what was open last, or with the first start."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        # What is shown on first use would be in most pictures.
        settings.change(self.data_dir, language=self._language, hints=False)
        self.desk = Desk(self.lanes, self.data_dir, settings.load(self.data_dir).settings)
        self.door = CrashDoor(self.desk)
        self.door.install()
        self.lanes.unhandled.connect(self.door.failed)
        self._wear(self._views[0].look)
        self._speak(self._language)
        given = Given() if given is None else given
        self.program = Program(self.desk, given, speak=self._speak, wear=self._wear)
        self.program.window_changed.connect(self.door.show_over)
        self.window.move(0, 0)
        self._resize(self._views[0])
        self.program.show()
        self._focused()
        self.program.open_first_account(None)

    def end(self) -> None:
        """Stop everything in order."""
        self.lanes.stop(milliseconds=20_000)
        self.program.drop_windows()
        self.program.account.close()
        self.door.remove()
        self._qt_words.remove()
        self._garbage.stop()

    @property
    def window(self) -> Any:
        """The window that is shown."""
        return self.program.window

    def page(self, name: str) -> Any:
        """A page of the window, which is made when it is first opened."""
        return self.window._pages[name]  # noqa: SLF001 - pages are the window's own business

    def wait(self, ready: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Let the program work until that is so. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError("what was waited for did not come")
            self._app.processEvents()
            time.sleep(0.005)

    def rest(self, seconds: float = SETTLED) -> None:
        """Let the program work for so long."""
        with contextlib.suppress(TimeoutError):
            self.wait(lambda: False, seconds)

    def idle(self) -> None:
        """Wait until no lane works, and a moment more."""
        self.rest(QUIET)
        while self._busy():
            self.wait(lambda: not self._busy())
            self.rest(QUIET)

    def key(self, keys: str) -> None:
        """Press a key, such as "F8" or "Ctrl+F", where the keyboard is."""
        *held, last = keys.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= _HELD[one]
        QTest.keyClick(self._focused(), getattr(Qt.Key, f"Key_{last}"), modifiers)
        self.rest(0.1)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        QTest.keyClicks(self._focused(), text)

    def click(self, widget: QWidget) -> None:
        """Press the left button of the mouse in the middle of that."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        self.rest(0.1)

    def close_menu(self) -> None:
        """Close the menu that is open: shown in another look, it may miss a key."""
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
        self.wait(lambda: QApplication.activePopupWidget() is None)

    def wants(self, *names: str) -> bool:
        """Whether any of these pictures is still wanted."""
        return any(name in self._wanted for name in names)

    def picture(
        self, name: str, *, settle: float = SETTLED, size: tuple[int, int] | None = None
    ) -> None:
        """Photograph the screen in each view, or in each look at that `size`. Raises `Enough` at the end."""
        number = self._wanted.pop(name, None)
        if number is None:
            return
        views = self._views
        if size is not None:
            views = [View(one, *size) for one in dict.fromkeys(view.look for view in views)]
        QCursor.setPos(self.window.screen().geometry().bottomRight())
        for view in views:
            self._wear(view.look)
            self._resize(view)
            self.rest(settle)
            place = self._folder / f"{self._language}-{view.look}-{view.width}"
            place.mkdir(parents=True, exist_ok=True)
            self._shoot(place / f"{number:02}-{name}.png")
        self._wear(self._views[0].look)
        self._resize(self._views[0])
        if not self._wanted:
            raise Enough

    def failed(self) -> None:
        """Show what was there when a story came to no good end."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._shoot(self._folder / f"failed-{self._language}.png")

    def _busy(self) -> bool:
        return any(self.lanes.busy(one) for one in LANES if one != KEYRING)

    def _focused(self) -> QWidget:
        """What has the keyboard. There is no window manager that would give it back after a dialog."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is None:
            top.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is not None)
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or top

    def _resize(self, view: View) -> None:
        size = QSize(view.width, view.height) / self.window.devicePixelRatioF()
        lower = size.height() - self.window.height()
        self.window.resize(size)
        # A window manager would keep them in the middle of the window.
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and isinstance(one, QDialog):
                one.move(self.window.rect().center() - one.rect().center())
        # The only menu that is photographed hangs on the status strip.
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.move(menu.x(), menu.y() + lower)

    def _shoot(self, place: Path) -> None:
        shown, size = self.window.mapToGlobal(QPoint(0, 0)), self.window.size()
        screen = QGuiApplication.primaryScreen()
        taken = screen.grabWindow(0, shown.x(), shown.y(), size.width(), size.height())
        taken.save(str(place))

    def _speak(self, language: str) -> None:
        chosen = speech.choose_language(language)
        speech.speak(chosen)
        self._qt_words.speak(chosen)

    def _wear(self, chosen: str) -> None:
        look.apply(self._app, chosen)
