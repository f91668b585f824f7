"""What a double-click shows at once: the empty window, before the program behind it is loaded.

Only Qt and what the window needs to stand is loaded here. Whoever goes on takes what is shown with `taken`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inpost_desk.asked import data_dir_for_window

if TYPE_CHECKING:
    # A command that shows no window needs no Qt either.
    from PySide6.QtWidgets import QApplication

    from inpost_desk.single_instance import Lock
    from inpost_desk.ui.window import MainWindow

# Milliseconds: where the system takes longer to paint, the program is loaded all the same.
PATIENCE: Final = 250


@dataclass(frozen=True, slots=True)
class Shown:
    """The empty window on screen, the application it belongs to, and the lock of its data folder."""

    data_dir: Path
    app: QApplication
    lock: Lock
    window: MainWindow


class _Shown:
    """At most one, from `show` to `taken`."""

    one: Shown | None = None


def show(given: Sequence[str]) -> None:
    """Show the empty window where these arguments ask for one and none is open on its data folder.

    Whatever is wrong is left to the command line, which has the words for it.
    """
    folder = data_dir_for_window(list(given))
    if folder is None:
        return
    from inpost_desk.errors import FileTrouble
    from inpost_desk.paths import data_dir
    from inpost_desk.single_instance import alone

    try:
        place = data_dir(folder or None)
        lock = alone(place)
    except (FileTrouble, RuntimeError):
        return
    if lock is not None:
        _Shown.one = _shown(place, lock)


def taken(data_dir: Path) -> Shown | None:
    """What is on screen for that folder, to go on with; once."""
    one, _Shown.one = _Shown.one, None
    return one if one is not None and one.data_dir == data_dir else None


def application() -> QApplication:
    """The one QApplication, with what it must know before its first window."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from inpost_desk.paths import APP_NAME

    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    QCoreApplication.setApplicationName(APP_NAME)
    # Its own name stands in argv for X11 and Wayland; our arguments are none of Qt's business.
    app = QApplication([APP_NAME])
    app.setApplicationDisplayName("")
    app.setDesktopFileName(APP_NAME)
    # A change of language exchanges the window; nothing may end the program between the two.
    app.setQuitOnLastWindowClosed(False)
    return app


def _shown(data_dir: Path, lock: Lock) -> Shown:
    from PySide6.QtCore import QEventLoop, QTimer

    from inpost_desk.ui.window import MainWindow

    app = application()
    window = MainWindow()
    window.stand(data_dir)
    painting = QEventLoop()
    window.ground_painted.connect(painting.quit)
    window.show()
    QTimer.singleShot(PATIENCE, painting.quit)
    painting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return Shown(data_dir, app, lock, window)
