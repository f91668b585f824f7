"""Where the window stands, how large it is and what colour, kept between starts in a file of its own.

Nothing but Qt is loaded here: the window stands before the rest of the program is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

FILE_NAME: Final = "window.ini"
FIRST_SIZE: Final = QSize(1366, 768)
_GEOMETRY: Final = "geometry"
_PAGE: Final = "page"
_WINDOW: Final = "ground/window"
_RAIL: Final = "ground/rail"
_RAIL_WIDTH: Final = "ground/rail_width"
# Room for a title bar, which the system adds.
_FRAME: Final = QSize(0, 40)


@dataclass(frozen=True, slots=True)
class Ground:
    """The colours of the empty window, and the width of its rail."""

    window: QColor
    rail: QColor
    width: int


def kept_ground(data_dir: Path) -> Ground:
    """As the window looked when it was closed last; before that, as the system's looks."""
    kept = window_settings(data_dir)
    palette = QGuiApplication.palette()
    window = QColor(str(kept.value(_WINDOW, "")))
    rail = QColor(str(kept.value(_RAIL, "")))
    shown = window.isValid() and rail.isValid()
    width = int(str(kept.value(_RAIL_WIDTH, 0, int))) if shown else 0
    return Ground(window if shown else palette.window().color(), rail, width)


def paint_ground(window: QWidget, ground: Ground) -> None:
    """To be called while it is painted."""
    painter = QPainter(window)
    painter.fillRect(window.rect(), ground.window)
    painter.fillRect(QRect(0, 0, ground.width, window.height()), ground.rail)


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


def keep_place(window: QWidget, data_dir: Path, page: str = "") -> None:
    """Remember it for the next start, and which page was shown."""
    from inpost_desk.ui import look

    file = window_settings(data_dir)
    file.setValue(_GEOMETRY, window.saveGeometry())
    worn = look.colours()
    file.setValue(_WINDOW, worn.window)
    file.setValue(_RAIL, worn.rail)
    file.setValue(_RAIL_WIDTH, look.RAIL)
    file.setValue(_PAGE, page)
    file.sync()


def kept_page(data_dir: Path) -> str:
    """The page that was shown when the window was closed last."""
    return str(window_settings(data_dir).value(_PAGE, ""))


def window_settings(data_dir: Path) -> QSettings:
    """What is kept about the window itself: place, size, order of columns."""
    return QSettings(str(data_dir / FILE_NAME), QSettings.Format.IniFormat)
