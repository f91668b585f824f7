"""Files dragged over the window: seen before any control, so that no field takes them as text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Watches what is dragged over a window. Anything but files of this machine is left to the controls."""

    entered = Signal(list)
    left = Signal()
    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWindow | None = None
        self._inside = False
        window.setAcceptDrops(True)

    def watch(self, handle: QWindow | None) -> None:
        """Begin, as soon as there is a window of the system."""
        if handle is not None and handle is not self._watched:
            handle.installEventFilter(self)
            self._watched = handle

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take files, pass on everything else."""
        if isinstance(event, QDropEvent):
            return self._dragged(event)
        if event.type() == QEvent.Type.DragLeave and self._inside:
            self._leave()
            return True
        return super().eventFilter(watched, event)

    def _dragged(self, event: QDropEvent) -> bool:
        """Enter, move and drop are all events of dropping, by their class."""
        paths = local_files(event.mimeData())
        if not paths:
            return False
        # The files stay where they are, whatever the other program proposes.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if not isinstance(event, QDragMoveEvent):
            self._leave()
            self.dropped.emit(paths)
        elif not self._inside:
            self._inside = True
            self.entered.emit(paths)
        return True

    def _leave(self) -> None:
        self._inside = False
        self.left.emit()


def local_files(mime: QMimeData) -> list[Path]:
    """The paths of this machine among what is dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
