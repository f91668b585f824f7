"""A file manager in one square: whatever is dragged out of it are the files it was started with.

`python -m tests.window.drag_source FILE…`; it prints a line when it can be seen and one for each drop.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "Files to drag"


class Files(QLabel):
    """Drags begin with the first move of the mouse."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(TITLE)
        self._urls = [QUrl.fromLocalFile(name) for name in names]
        self.setWindowTitle(TITLE)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.resize(160, 60)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        print("shown", flush=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()
        data = QMimeData()
        data.setUrls(self._urls)
        drag = QDrag(self)
        drag.setMimeData(data)
        action = drag.exec(Qt.DropAction.CopyAction)
        # Whoever took them may ask for their names only now: the process lives on, out of sight.
        self.hide()
        print("dropped" if action == Qt.DropAction.CopyAction else "refused", flush=True)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    files = Files(sys.argv[1:])
    files.show()
    app.exec()
