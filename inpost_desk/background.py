"""The one way off the GUI thread: permanent lanes, one QObject that speaks for all of them.

A lane is a QThread that lives as long as the program and drains a queue. Nothing of Qt is made, moved or
deleted per job. Measured with widgets being destroyed at random: a QThread per job and QRunnables with
signals crashed or hung in most runs, permanent lanes never did. What the jobs do is the actions' business.
"""

from __future__ import annotations

import gc
import itertools
import logging
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

log = logging.getLogger(__name__)

T = TypeVar("T")

STATION: Final = "station"
# What a scan has to buy: scans whose label is here must not wait behind it.
BUYING: Final = "buying"
RUN: Final = "run"
FETCH: Final = "fetch"
POLL: Final = "poll"
PAPER: Final = "paper"
PRINT: Final = "print"
# What a person changed: one after the other, always quick, and waited for when the window closes.
CHANGE: Final = "change"
KEYRING: Final = "keyring"
# Sorting and searching: a letter typed must not wait behind a slow answer of InPost's.
TABLE: Final = "table"
# Waits for InPost's notifications for as long as it may: its one job does nothing with an account.
LISTEN: Final = "listen"
# The day's copy, deleting what is old: may take minutes, and nobody waits for it.
CARE: Final = "care"
# How many threads share a lane's queue; every lane not named here has one.
THREADS: Final = {FETCH: 2}
# Those whose jobs end by themselves.
LANES: Final = (STATION, BUYING, RUN, FETCH, POLL, PAPER, PRINT, CHANGE, KEYRING, TABLE, CARE)

# A locked keyring's password window may block its lane for ever: the program ends without it.
UNSTOPPABLE: Final = frozenset({KEYRING})

# How long a thread may keep the interpreter while another one waits for it, in seconds. The window needs it
# for each line it paints: with Python's own 5 ms, three busy lanes made it wait 40.
SWITCH: Final = 0.0005
# Milliseconds between the collector's rounds: what three busy lanes make in two seconds took it 10 ms.
COLLECTED_EVERY: Final = 250
# Rounds in which libraries and pages are still being loaded.
STARTING: Final = 40
# Each so-and-so-many-th round looks once more at what the rounds before it have left.
TWICE: Final = 16

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _Job:
    number: int
    work: Callable[[], Any]


@dataclass(slots=True)
class _Waiting:
    """Who is told what became of a job."""

    lane: str
    done: Done | None
    failed: Failed | None


class _Lane(QThread):
    """Runs jobs until it is given None."""

    def __init__(
        self, queue: SimpleQueue[_Job | None], say: Callable[[Callable[[], None]], None], ended: Any
    ) -> None:
        super().__init__()
        self._queue = queue
        self._say = say
        self._ended = ended

    def run(self) -> None:
        """Qt's entry of the thread."""
        while (job := self._queue.get()) is not None:
            try:
                result: Any = job.work()
            except Exception as error:  # noqa: BLE001 - every failure has a door in the window
                self._say(partial(self._ended, job.number, None, error))
            else:
                self._say(partial(self._ended, job.number, result, None))
            # What a job held must not live until the next one comes.
            result = job = None


class Lanes(QObject):
    """The program's lanes. Everything but the work itself happens on the thread that made this object."""

    arrived = Signal()
    unhandled = Signal(object)
    """A failure nobody waited for: it goes to the notices."""
    changed = Signal()
    """A job was taken or has ended."""

    def __init__(
        self, names: Sequence[str] = (*LANES, LISTEN), *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._messages: deque[Callable[[], None]] = deque()
        self._told = False
        self._lock = threading.Lock()
        self._queues: dict[str, SimpleQueue[_Job | None]] = {name: SimpleQueue() for name in names}
        self._threads: list[tuple[str, _Lane]] = []
        self.arrived.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        lane: str,
        work: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> int:
        """Have `work` done on a lane; `done` or `failed` are called on this thread. Returns the job's number.

        Without `failed`, a failure is sent as `unhandled`. A lane's threads begin with its first job.
        """
        number = next(self._numbers)
        self._waiting[number] = _Waiting(lane, done, failed)
        self._begin(lane)
        self._queues[lane].put(_Job(number, work))
        self.changed.emit()
        return number

    def forget(self, number: int) -> None:
        """Whatever comes of that job, nobody is told: a request in flight cannot be interrupted."""
        one = self._waiting.get(number)
        if one is not None:
            one.done = one.failed = lambda _: None

    def relay(self, told: Callable[[T], None]) -> Callable[[T], None]:
        """A function that any thread may call, and that calls `told` here with the newest value.

        Values that come faster than the window takes them are left out, never the last one.
        """
        newest: deque[T] = deque(maxlen=1)

        def deliver() -> None:
            if newest:
                told(newest.pop())

        def tell(value: T) -> None:
            newest.append(value)
            self._say(deliver)

        return tell

    def busy(self, lane: str = "") -> int:
        """How many jobs of that lane (or of all) are under way or waiting."""
        return sum(not lane or one.lane == lane for one in self._waiting.values())

    def stop(self, *, milliseconds: int = 60_000) -> bool:
        """End every lane after its present job and drop what has not begun. Whether all ended in time."""
        for name, queue in self._queues.items():
            while not queue.empty():
                queue.get()
            for one, _thread in self._threads:
                if one == name:
                    queue.put(None)
        ended = True
        for name, thread in self._threads:
            limit = 200 if name in UNSTOPPABLE else milliseconds
            ended = thread.wait(limit) and ended
        self._waiting.clear()
        return ended

    def _begin(self, lane: str) -> None:
        if any(name == lane for name, _ in self._threads):
            return
        for _ in range(THREADS.get(lane, 1)):
            thread = _Lane(self._queues[lane], self._say, self._ended)
            thread.setObjectName(lane)
            self._threads.append((lane, thread))
            thread.start()

    def _say(self, message: Callable[[], None]) -> None:
        """From any thread: have something called here."""
        with self._lock:
            self._messages.append(message)
            if self._told:
                return
            self._told = True
        self.arrived.emit()

    @Slot()
    def _drain(self) -> None:
        with self._lock:
            self._told = False
            messages = list(self._messages)
            self._messages.clear()
        for message in messages:
            try:
                message()
            except Exception as error:  # noqa: BLE001 - one mistake must not swallow what others wait for
                sys.excepthook(type(error), error, error.__traceback__)

    def _ended(self, number: int, result: Any, error: Exception | None) -> None:
        one = self._waiting.pop(number, None)
        if one is None:
            return
        self.changed.emit()
        if error is None:
            if one.done is not None:
                one.done(result)
        elif one.failed is not None:
            one.failed(error)
        else:
            self.unhandled.emit(error)


class Garbage(QObject):
    """Python's cyclic collector, only ever on the GUI thread.

    In a worker thread it destroyed widgets and crashed the process; in full it takes 55 ms with 100,000 rows.
    What the start has made stays for good and is never looked at; what came later is collected while young.
    """

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._young = QTimer(self, interval=COLLECTED_EVERY)
        self._young.timeout.connect(self._collect)
        self._young.start()
        self._rounds = 0

    @Slot()
    def _collect(self) -> None:
        self._rounds += 1
        if self._rounds <= STARTING:
            gc.freeze()
        else:
            gc.collect(1 if self._rounds % TWICE == 0 else 0)

    @staticmethod
    def loaded() -> None:
        """After a large load: what was just read is not looked at again."""
        gc.freeze()

    def stop(self) -> None:
        """Give the collector back, as a test's process needs it."""
        self._young.stop()
        # What was frozen in a cycle would never end: zxing says at exit that it was leaked.
        gc.unfreeze()
        gc.enable()
