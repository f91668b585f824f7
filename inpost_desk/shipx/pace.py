"""Keeps our requests to a pace InPost can be expected to bear: it publishes no limit (API §1.4).

Shared by everything that talks to one account. Knows time and turns, nothing of HTTP.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# A request that is late on its way must not make one too many in a second at the other end.
MARGIN = 0.02
SLOWEST = 0.2
LONGEST_BLOCK = 60.0
# A part of the full pace that every request after a 429 wins back.
RECOVERY = 0.02

Pause = Callable[[threading.Condition, float | None], object]


def _wait(condition: threading.Condition, seconds: float | None) -> None:
    condition.wait(seconds)


class Pace:
    """At most `per_second` requests begun in any second and `in_flight` at once, first come first served.

    `clock` gives seconds that only grow; `pause` waits on a held condition.
    """

    def __init__(
        self,
        *,
        per_second: float = 3.0,
        in_flight: int = 2,
        clock: Callable[[], float] = time.monotonic,
        pause: Pause = _wait,
    ) -> None:
        if per_second <= 0 or in_flight < 1:
            raise ValueError("a pace needs a positive rate and at least one place")
        self._full = self._rate = per_second
        self._places = in_flight
        self._clock = clock
        self._pause = pause
        self._condition = threading.Condition()
        self._queue: deque[object] = deque()
        self._begun: deque[float] = deque()
        self._running = 0
        self._blocked_until = 0.0

    @property
    def per_second(self) -> float:
        """The present pace, which a 429 lowers."""
        return self._rate

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Waits for a place and holds it while the request runs."""
        self._begin()
        try:
            yield
        finally:
            with self._condition:
                self._running -= 1
                self._condition.notify_all()

    def slow_down(self, wait: float) -> None:
        """After a 429: nobody begins for `wait` seconds (at most a minute), and then at half the pace."""
        with self._condition:
            block = self._clock() + min(wait, LONGEST_BLOCK)
            self._blocked_until = max(self._blocked_until, block)
            self._rate = max(self._rate / 2, min(SLOWEST, self._full))
            self._condition.notify_all()

    def _begin(self) -> None:
        ticket = object()
        with self._condition:
            self._queue.append(ticket)
            try:
                self._wait_for(ticket)
                self._running += 1
                self._begun.append(self._clock())
                self._rate = min(self._full, self._rate + self._full * RECOVERY)
            finally:
                self._queue.remove(ticket)
                self._condition.notify_all()

    def _wait_for(self, ticket: object) -> None:
        while True:
            if self._queue[0] is not ticket or self._running >= self._places:
                self._pause(self._condition, None)
                continue
            seconds = self._due() - self._clock()
            if seconds <= 0:
                return
            self._pause(self._condition, seconds)

    def _due(self) -> float:
        """When the next request may begin: a burst of one second's worth, then as places in time free up."""
        burst = max(1, int(self._rate))
        window = burst / self._rate + MARGIN
        while len(self._begun) > burst:
            self._begun.popleft()
        if len(self._begun) < burst:
            return self._blocked_until
        return max(self._blocked_until, self._begun[0] + window)
