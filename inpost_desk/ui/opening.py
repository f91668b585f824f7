"""Opening a file with whatever the system has for it, and saying so where it has nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from inpost_desk.ui.desk import INFORMATION, Desk, Notice
from inpost_desk.wording.speech import translate


def open_file(desk: Desk, path: Path) -> None:
    """Hand a file to the program that shows such files."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        words = translate("ui", "This computer has no program that opens this file.")
        desk.notify(Notice("open", INFORMATION, words, str(path)))
