"""Where the window stands and how large it is, kept between starts in a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtWidgets import QWidget

FILE_NAME: Final = "window.ini"
FIRST_SIZE: Final = QSize(1366, 768)
_GEOMETRY: Final = "geometry"
# Room for a title bar, which the system adds.
_FRAME: Final = QSize(0, 40)


def take_place(window: QWidget, data_dir: Path) -> None:
    """Stand where it stood; at the first start as large as the mock-ups, or as the screen allows."""
    kept = window_settings(data_dir).value(_GEOMETRY)
    if isinstance(kept, QByteArray) and window.restoreGeometry(kept):
        # Nobody would know how to leave a full screen they did not ask for today.
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        return
    room = window.screen().availableGeometry().size() - _FRAME
    window.resize(FIRST_SIZE.boundedTo(room))
    if room.width() < FIRST_SIZE.width() or room.height() < FIRST_SIZE.height():
        window.setWindowState(Qt.WindowState.WindowMaximized)


def keep_place(window: QWidget, data_dir: Path) -> None:
    """Remember it for the next start."""
    file = window_settings(data_dir)
    file.setValue(_GEOMETRY, window.saveGeometry())
    file.sync()


def window_settings(data_dir: Path) -> QSettings:
    """What is kept about the window itself: place, size, order of columns."""
    return QSettings(str(data_dir / FILE_NAME), QSettings.Format.IniFormat)
