"""Two windows, one of which comes to the front and goes back: `python -m tests.window.front_window`.

Each line it reads, "front" or "back", is carried out and printed; so is a loss of keyboard or screen.
"""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit

from inpost_desk.ui.in_front import set_in_front

TITLE = "To the front"
OTHER = "The one behind"
_LOST = (QEvent.Type.Hide, QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate)


class Front(QLineEdit):
    """It can have the keyboard."""

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.resize(300, 80)
        self.said.connect(self._do, Qt.ConnectionType.QueuedConnection)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _LOST:
            print("lost", flush=True)
        return super().eventFilter(watched, event)

    def _do(self, what: str) -> None:
        set_in_front(self, what == "front")
        print(what, flush=True)


def _listen(front: Front) -> None:
    for line in sys.stdin:
        front.said.emit(line.strip())


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    other = QLineEdit()
    other.setWindowTitle(OTHER)
    other.show()
    front = Front()
    front.show()
    threading.Thread(target=_listen, args=(front,), daemon=True).start()
    app.exec()
