"""The station's sounds: short files of ours, played by a program of the system, never waited for.

Qt's own player would add 175 MB. A machine without sound works as well: it beeps where that matters. When a
sound is due is the station's business.
"""

from __future__ import annotations

import shutil
import sys
import time
from typing import Final

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from inpost_desk.background import TABLE
from inpost_desk.paths import resource
from inpost_desk.ui.desk import Desk

TAKEN: Final = "taken"
PRINTED: Final = "printed"
WARNING: Final = "warning"
STOP: Final = "stop"
DUPLICATE: Final = "duplicate"
DEAF: Final = "deaf"
# A sound cuts off another one that weighs as much or less, and is left out while a heavier one plays.
WEIGHTS: Final = {TAKEN: 0, PRINTED: 0, WARNING: 1, DUPLICATE: 1, DEAF: 1, STOP: 2}
# Seconds. A player's process may live longer by the server's buffer, which is two seconds for some.
LENGTHS: Final = {
    TAKEN: 0.045, PRINTED: 0.245, WARNING: 0.38, DUPLICATE: 0.275, DEAF: 0.5, STOP: 0.74,
}  # fmt: skip
BEEPED: Final = 1
"""The weight from which on a machine without sound beeps."""

PLAYERS: Final = (
    ("pw-play",),
    # Its own choice of a buffer is long: the sound would come late and its process stay.
    ("paplay", "--latency-msec=50"),
    ("aplay", "-q"),
    ("afplay",),
)
# Milliseconds: no sound lasts so long, so the player hangs on a server that does not answer.
LONGEST: Final = 5_000
# Seconds: a later sound would be about another parcel.
FRESH: Final = 1.0
# Seconds until a machine that could play nothing is tried again: its server may have been started anew.
MUTE: Final = 60.0

Player = tuple[str, ...]


class Sounds(QObject):
    """One sound at a time. Nothing here waits, raises, or leaves a process behind after `stop`."""

    played = Signal(str, float)
    """A player was started for that sound, at that `time.monotonic()`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._players: list[Player] | None = None
        self._works = False
        self._mute_until = 0.0
        self._tried = 0
        self._playing = self._next = ""
        self._asked = 0.0
        self._process = _process(self)
        self._process.started.connect(self._begun)
        self._process.finished.connect(self._ended)
        # Told of while it is being started: the next player must wait for the end of that.
        self._process.errorOccurred.connect(self._refused, Qt.ConnectionType.QueuedConnection)
        self._limit = QTimer(self, interval=LONGEST, singleShot=True)
        self._limit.timeout.connect(self._process.kill)
        desk.lanes.start(TABLE, found_players, done=self._found)

    @property
    def possible(self) -> bool:
        """Whether sounds can be played, as far as is known: there is a player, and the last one worked."""
        return self._works

    def play(self, name: str) -> None:
        """Have a sound played, where the settings want any."""
        if not self._desk.settings.station.sounds:
            return
        if self._heavier_than(name):
            return
        self._next, self._asked = name, time.monotonic()
        if self._running:
            # One at a time: a card without a mixer serves one process only.
            self._process.kill()
        else:
            self._begin()

    def stop(self) -> None:
        """The window closes: no sound outlives it, and none comes any more."""
        self._players = None
        self._process.blockSignals(True)
        self._limit.stop()
        if self._running:
            self._process.kill()
            self._process.waitForFinished(500)

    @property
    def _running(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _heavier_than(self, name: str) -> bool:
        """Whether what plays must be heard to its end first."""
        playing = self._next or self._playing
        if not self._running or WEIGHTS[name] >= WEIGHTS[playing]:
            return False
        return time.monotonic() < self._asked + LENGTHS[playing]

    @Slot(object)
    def _found(self, players: list[Player]) -> None:
        self._players, self._works = players, bool(players) or sys.platform == "win32"
        if self._next:
            self._begin()

    def _begin(self) -> None:
        """Play what is wanted next, as soon as it is known by what."""
        if self._players is None:
            return
        self._playing, self._next, self._tried = self._next, "", 0
        if sys.platform == "win32":  # pragma: no cover - never run here
            self._play_on_windows()
        elif time.monotonic() < self._mute_until:
            self._beep()
        else:
            self._try()

    def _try(self) -> None:
        """With the player that worked last; with the others after it, while the sound is not too late."""
        players = self._players or []
        if self._tried == len(players) or time.monotonic() > self._asked + FRESH:
            self._works, self._mute_until = False, time.monotonic() + MUTE
            self._beep()
            return
        program, *arguments = players[0]
        self._limit.start()
        self._process.start(program, [*arguments, str(resource(f"sounds/{self._playing}.wav"))])

    def _beep(self) -> None:
        if WEIGHTS[self._playing] >= BEEPED:
            QApplication.beep()

    @Slot()
    def _begun(self) -> None:
        self.played.emit(self._playing, time.monotonic())

    @Slot(int, QProcess.ExitStatus)
    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        if self._next:
            self._begin()
        elif code == 0 and status is QProcess.ExitStatus.NormalExit:
            self._works = True
        else:
            self._failed()

    @Slot(QProcess.ProcessError)
    def _refused(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and not self._running:
            self._failed()

    def _failed(self) -> None:
        """The next player's turn, for this sound and for those that come."""
        self._limit.stop()
        players = self._players or []
        self._players = [*players[1:], *players[:1]]
        self._tried += 1
        self._try()

    def _play_on_windows(self) -> None:  # pragma: no cover - never run here
        """Windows plays one sound at a time by itself, and the newest one at that."""
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(str(resource(f"sounds/{self._playing}.wav")), flags)
            except RuntimeError:
                self._works = False
                self._beep()
            else:
                self._works = True
                self._begun()


def found_players() -> list[Player]:
    """The players of this machine with the paths of their programs, best first. Reads the disk."""
    places = ((shutil.which(program), rest) for program, *rest in PLAYERS)
    return [(place, *rest) for place, rest in places if place]


def _process(parent: QObject) -> QProcess:
    """What a player says is for nobody, and a large program is not copied to start a small one."""
    process = QProcess(parent)
    nothing = QProcess.nullDevice()
    process.setStandardInputFile(nothing)
    process.setStandardOutputFile(nothing)
    process.setStandardErrorFile(nothing)
    if sys.platform != "win32":
        wanted = QProcess.UnixProcessParameters()
        wanted.flags = QProcess.UnixProcessFlag.UseVFork
        process.setUnixProcessParameters(wanted)
    return process
