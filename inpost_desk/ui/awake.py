"""Keeps the screen from going dark and the machine from falling asleep while a packer works with a scanner.

Scans are no work in the system's eyes for as long as they come seldom. Whether it is wanted is the caller's
business; a system that cannot do it is no failure.
"""

from __future__ import annotations

import itertools
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess

from inpost_desk.background import KEYRING
from inpost_desk.ui.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

SERVICE: Final = "org.freedesktop.ScreenSaver"
PLACE: Final = "/org/freedesktop/ScreenSaver"
# Milliseconds.
PATIENCE: Final = 5_000
# Said to the desktop, which may show it in its list of programs that keep it awake.
REASON: Final = "The station is open"

# A name that was used leads to the connection that is gone.
_numbers = itertools.count(1)

_ES_CONTINUOUS: Final = 0x80000000
_ES_SYSTEM_REQUIRED: Final = 0x00000001
_ES_DISPLAY_REQUIRED: Final = 0x00000002


class Awake(QObject):
    """Holds the machine awake while wanted. It lets go by itself when the program ends, however that is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._wanted = False
        self._agreed = False
        self._name = ""
        self._bus: QDBusConnection | None = None
        self._caffeinate: QProcess | None = None

    @property
    def held(self) -> bool:
        """Whether the system has agreed, as far as is known."""
        if sys.platform == "darwin":  # pragma: no cover - never run here
            return self._caffeinate is not None and self._caffeinate.state() is _RUNNING
        return self._agreed and (self._bus is None or self._bus.isConnected())

    def set_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Hold it awake from now on, or no longer. Returns at once; asking again costs nothing."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if sys.platform == "win32":  # pragma: no cover - never run here
            self._agreed = hold_windows(wanted=wanted)
        elif sys.platform == "darwin":  # pragma: no cover - never run here
            self._hold_mac()
        elif wanted:
            self._name = f"inpost-desk-awake-{next(_numbers)}"
            # A bus that stands still would hold up the keyring as well, and nothing else waits on its lane.
            self._desk.lanes.start(
                KEYRING, partial(session_bus, self._name), done=partial(self._connected, self._name)
            )
        else:
            self._let_go()

    def _connected(self, name: str, bus: QDBusConnection | None) -> None:
        """Ask the desktop; what it says comes later, and one that cannot do it says an error."""
        if bus is None:
            return
        if name != self._name:
            del bus
            _close(name)
            return
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        self._bus = bus
        message = QDBusMessage.createMethodCall(SERVICE, PLACE, SERVICE, "Inhibit")
        message.setArguments([QCoreApplication.applicationName() or "InPost Desk", REASON])
        asking = QDBusPendingCallWatcher(bus.asyncCall(message, PATIENCE), self)
        asking.finished.connect(partial(self._answered, name, asking))

    def _answered(self, name: str, asking: QDBusPendingCallWatcher) -> None:
        asking.deleteLater()
        if name == self._name:
            self._agreed = not asking.isError()

    def _let_go(self) -> None:
        """A desktop forgets what was asked by a connection that is gone.

        Its own way, UnInhibit, wants an unsigned number, and PySide can only send signed ones.
        """
        held, name = self._bus is not None, self._name
        self._bus, self._name, self._agreed = None, "", False
        if held:
            _close(name)

    def _hold_mac(self) -> None:  # pragma: no cover - never run here
        """The system's own program does it for as long as ours lives."""
        if self._caffeinate is None:
            self._caffeinate = QProcess(self)
        if self._wanted:
            self._caffeinate.start("caffeinate", ["-d", "-i", "-w", str(os.getpid())])
        else:
            self._caffeinate.kill()


_RUNNING: Final = QProcess.ProcessState.Running


def session_bus(name: str) -> QDBusConnection | None:
    """A connection of our own to the session bus, None where there is none. Loads QtDBus; may take long.

    Its address is never looked up by starting a bus, which would outlive the program.
    """
    from PySide6.QtDBus import QDBusConnection

    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "") or _usual_address()
    if not address:
        return None
    bus = QDBusConnection.connectToBus(address, name)
    if bus.isConnected():
        return bus
    del bus
    _close(name)
    return None


def _close(name: str) -> None:
    from PySide6.QtDBus import QDBusConnection

    QDBusConnection.disconnectFromBus(name)


def _usual_address() -> str:
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    place = Path(folder) / "bus"
    return f"unix:path={place}" if folder and place.exists() else ""


def hold_windows(*, wanted: bool) -> bool:  # pragma: no cover
    """Never run here: this thread needs the screen and the system, until it says otherwise."""
    import ctypes

    needed = _ES_SYSTEM_REQUIRED | _ES_DISPLAY_REQUIRED if wanted else 0
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - absent elsewhere, which mypy would report
    return bool(kernel.SetThreadExecutionState(_ES_CONTINUOUS | needed)) and wanted
