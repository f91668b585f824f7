"""Ctrl+C and a polite kill close the window as its button does."""

from __future__ import annotations

import signal
import socket
from types import FrameType
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

# A terminal that is closed hangs up; on Windows it breaks, as Ctrl+Break does.
NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Signals(QObject):
    """Hears the system's signals, which Python would otherwise take only when it next runs."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ours, self._pythons = socket.socketpair()
        for one in (self._ours, self._pythons):
            one.settimeout(0)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._before: dict[int, Any] = {}
        self._fd = signal.set_wakeup_fd(self._pythons.fileno(), warn_on_full_buffer=False)
        for name in NAMES:
            number = getattr(signal, name, None)
            if number is not None:
                self._before[number] = signal.signal(number, _nothing)

    def remove(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        signal.set_wakeup_fd(self._fd)
        self._ours.close()
        self._pythons.close()

    @Slot()
    def _heard(self) -> None:
        self._ours.recv(64)
        self.asked.emit()


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """What is to be done comes through the socket, on the event loop."""
