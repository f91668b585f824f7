"""The self-test opens the window as a double-click does, looks at its pages and languages, and closes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from inpost_desk import app
from inpost_desk.app_session import Given
from inpost_desk.settings import Environment
from inpost_desk.ui.window import TITLE, MainWindow
from inpost_desk.ui.window_parts import DIGITS, SETTINGS, STATION

if TYPE_CHECKING:
    # The window loads it when its settings are opened.
    from inpost_desk.ui.settings_page import SettingsPage

# Milliseconds between two looks, and looks until something counts as not coming.
_BEAT: Final = 20
_LOOKS: Final = 1_500
# Colours of a page that something is written on.
_LEAST_COLOURS: Final = 8


class Visit:
    """Goes one step further at each beat, while the window lives; `wrong` is what it did not find."""

    def __init__(self) -> None:
        self.wrong = ""
        self.seen = 0
        self._steps = self._round()
        self._timer = QTimer(interval=_BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._leave()
        except Exception as error:  # noqa: BLE001 - told by whoever waits for the window's end
            self.wrong = f"{type(error).__name__} {error!s}"
            self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        window = _window()
        if window is None:
            QApplication.quit()
        else:
            window.close()

    def _round(self) -> Iterator[None]:
        yield from self._wait_for_account()
        yield from self._pages(tuple(DIGITS))
        polish = _rail_words()
        yield from self._speak("en")
        yield from self._pages((STATION,))
        if _rail_words() == polish:
            raise LookupError(f"both languages say {polish}")

    def _wait_for_account(self) -> Iterator[None]:
        """Until the demo is open: its name stands in the window's title."""
        for _ in range(_LOOKS):
            window = _window()
            if window is not None and window.windowTitle() != TITLE:
                return
            yield
        raise TimeoutError("the demo does not open")

    def _pages(self, keys: Sequence[str]) -> Iterator[None]:
        window = _window()
        if window is None:
            raise LookupError("no window")
        for key in keys:
            window.open_page(key)
            yield
            if window.page != key or window.page_widget(key) is None:
                raise LookupError(f"no page {key}")
            if _colours(window.grab().toImage()) < _LEAST_COLOURS:
                raise LookupError(f"the page {key} is empty")
            self.seen += 1

    def _speak(self, language: str) -> Iterator[None]:
        before = _window()
        page = before.page_widget(SETTINGS) if before else None
        cast("SettingsPage", page).language_chosen.emit(language)
        for _ in range(_LOOKS):
            if _window() not in (None, before):
                return
            yield
        raise TimeoutError(f"the language does not become {language}")


def visit(folder: Path) -> str:
    """Open it with its data in `folder` and look at everything; raises LookupError for what is not there."""
    folder.mkdir()
    app.application("selftest")
    visiting = Visit()
    start = app.Start(given=Given(environment=str(Environment.DEMO)), language="pl")
    code = app.run(folder, start)
    if visiting.wrong or code != 0:
        raise LookupError(visiting.wrong or f"exit code {code}")
    return f"{visiting.seen} pages"


def _window() -> MainWindow | None:
    """The one on screen."""
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    return next((one for one in shown if one.isVisible()), None)


def _rail_words() -> list[str]:
    window = _window()
    return [one.accessibleName() for one in window.rail.findChildren(QPushButton)] if window else []


def _colours(image: QImage) -> int:
    """How many colours are in every seventh row of its dots."""
    rows = range(0, image.height(), 7)
    return len({image.pixel(x, y) for y in rows for x in range(0, image.width(), 5)})
