"""One window per data folder: a second start hands its file to the first window and ends.

The kernel holds the lock, so a crashed program leaves none behind. What the first window does when it is
asked for is its own business.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import logging
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import filelock
from PySide6.QtCore import QObject, Signal

from inpost_desk.errors import FileTrouble
from inpost_desk.paths import PRIVATE_FILE, disk_rule

if TYPE_CHECKING:
    # A program that starts alone needs the network part of Qt only after its window is shown.
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK_NAME: Final = "window.lock"
PATIENCE: Final = 5.0
"""Seconds a second start waits for the first window's answer."""

_LONGEST: Final = 65_536
_ANSWER: Final = b"ok\n"
_ANY_PROCESS: Final = -1  # ASFW_ANY

log = logging.getLogger(__name__)


class Lock(QObject):
    """Held by the first window for as long as it lives."""

    asked = Signal(object)
    """A second start wants this window in front; with a `Path`, that file imported, else None."""

    def __init__(self, held: filelock.BaseFileLock, address: str) -> None:
        super().__init__()
        self._held = held
        self._address = address
        self._server: QLocalServer | None = None
        self._callers: dict[QLocalSocket, bytearray] = {}

    def listen(self) -> None:
        """Hear second starts; needs the application. Without an ear the lock still holds."""
        from PySide6.QtNetwork import QLocalServer

        # We hold the lock: whatever still lies at this address was left by a program that crashed.
        QLocalServer.removeServer(self._address)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        if not self._server.listen(self._address):
            log.warning("second starts are not heard: %s", self._server.errorString())

    def release(self) -> None:
        """The next start is the first one again."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._callers.clear()
        self._held.release()

    def _called(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            self._callers[caller] = bytearray()
            caller.readyRead.connect(self._heard)
            caller.disconnected.connect(self._left)
            self._read(caller)

    def _heard(self) -> None:
        for caller in list(self._callers):
            self._read(caller)

    def _left(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        for caller in list(self._callers):
            if caller.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                del self._callers[caller]
                caller.deleteLater()

    def _read(self, caller: QLocalSocket) -> None:
        said = self._callers.get(caller)
        if said is None:
            return
        said += caller.readAll().data()
        if len(said) > _LONGEST:
            caller.abort()
        elif said.endswith(b"\n"):
            line = bytes(said)
            said.clear()
            caller.write(_ANSWER)
            caller.flush()
            with contextlib.suppress(ValueError, TypeError, KeyError):
                file = json.loads(line)["file"]
                self.asked.emit(Path(file) if file else None)


def alone(data_dir: Path) -> Lock | None:
    """The lock where no window is open on this folder, without asking or waiting for the one that is.

    Raises `FileTrouble` where the folder cannot be written.
    """
    held = _hold(data_dir)
    return None if held is None else Lock(held, _address(data_dir))


def first(data_dir: Path, *, file: Path | None = None) -> Lock | None:
    """The lock where no window is open on this folder; else ask that window to come up and return None.

    Raises `FileTrouble` with the rule `locked` where the other program does not answer.
    """
    address = _address(data_dir)
    until = time.monotonic() + PATIENCE
    while True:
        # Again and again: the other one may be about to listen, or about to end.
        if (held := _hold(data_dir)) is not None:
            return Lock(held, address)
        if (socket := _connected(address)) is not None:
            if not _told(socket, file, until=until):
                raise FileTrouble("locked", place=str(data_dir))
            return None
        if time.monotonic() > until:
            raise FileTrouble("locked", place=str(data_dir))
        time.sleep(0.05)


def _hold(data_dir: Path) -> filelock.BaseFileLock | None:
    place = data_dir / LOCK_NAME
    # Released by whoever ends the program, whichever thread that is.
    lock = filelock.FileLock(place, timeout=0, thread_local=False, mode=PRIVATE_FILE)
    try:
        lock.acquire()
    except filelock.Timeout:
        return None
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(place)) from error
    return lock


def _address(data_dir: Path) -> str:
    digest = hashlib.sha256(os.fsencode(data_dir.resolve())).hexdigest()
    return f"inpost-desk-{digest[:24]}"


def _connected(address: str) -> QLocalSocket | None:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    if socket.waitForConnected(1_000) and _ours(socket.fullServerName()):
        return socket
    return None


def _told(socket: QLocalSocket, file: Path | None, *, until: float) -> bool:
    """Whether the first window answered. Once only: a second message would import the file twice."""
    give_focus_away()
    message = {"ask": "raise", "file": str(file.absolute()) if file else ""}
    socket.write(json.dumps(message).encode("ascii") + b"\n")
    socket.waitForBytesWritten(1_000)
    answer = b""
    while len(answer) < len(_ANSWER):
        left = int((until - time.monotonic()) * 1_000)
        if left <= 0 or not socket.waitForReadyRead(left):
            return False
        answer += socket.readAll().data()
    return True


def give_focus_away() -> bool:
    """On Windows a window comes to the front only where the program that has the focus allows it."""
    windll = getattr(ctypes, "windll", None)
    return windll is not None and bool(windll.user32.AllowSetForegroundWindow(_ANY_PROCESS))


def _ours(place: str) -> bool:
    """The folder for temporary files is everybody's; file names are told to our own programs only."""
    if os.name == "nt":
        return True
    with contextlib.suppress(OSError):
        return os.stat(place).st_uid == os.getuid()  # noqa: PTH116 - a name of Qt's
    return False
