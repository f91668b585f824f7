"""Keeps our requests to a pace InPost can be expected to bear: it publishes no limit (API §1.4).

Shared by everything that talks to one account. Knows time and turns, nothing of HTTP. One place is kept for
the station: a person with a parcel in hand never waits behind a bulk run.
"""

from __future__ import annotations

import math
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
# After an outage everybody comes at once: the part of the full pace that is begun with.
GENTLE = 0.25
# From this part of the full pace on, as many run at once as ever.
STEADY = 0.5

Pause = Callable[[threading.Condition, float | None], object]


def _wait(condition: threading.Condition, seconds: float | None) -> None:
    condition.wait(seconds)


class Pace:
    """At most `per_second` requests begun in any second and `in_flight` at once, first come first served.

    Urgent requests go ahead of all others. One of them may run beside those in flight and one may begin
    although the second is full; it is counted there, so the others begin later. `clock` gives seconds that
    only grow; `pause` waits on a held condition.
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
        self._urgent: deque[object] = deque()
        self._begun: deque[float] = deque()
        self._last_urgent = -math.inf
        self._running = self._hurried = 0
        self._gentle = False
        self._blocked_until = 0.0

    @property
    def per_second(self) -> float:
        """The present pace, which a 429 or an outage lowers."""
        return self._rate

    @contextmanager
    def turn(self, *, urgent: bool = False, within: float | None = None) -> Iterator[None]:
        """Waits for a place and holds it while the request runs.

        Raises TimeoutError as soon as it is clear that none will come `within` so many seconds.
        """
        self._begin(urgent=urgent, within=within)
        try:
            yield
        finally:
            with self._condition:
                self._running -= 1
                self._hurried -= urgent
                self._condition.notify_all()

    def slow_down(self, wait: float) -> None:
        """After a 429: nobody begins for `wait` seconds (at most a minute), and then at half the pace."""
        with self._condition:
            block = self._clock() + min(wait, LONGEST_BLOCK)
            self._blocked_until = max(self._blocked_until, block)
            self._rate = max(self._rate / 2, min(SLOWEST, self._full))
            self._condition.notify_all()

    def begin_gently(self) -> None:
        """After an outage: one at a time and at a quarter of the pace, which then grows as after a 429."""
        with self._condition:
            slow = max(self._full * GENTLE, min(SLOWEST, self._full))
            self._rate = min(self._rate, slow)
            self._gentle = True
            self._condition.notify_all()

    def _begin(self, *, urgent: bool, within: float | None) -> None:
        ticket = object()
        queue = self._urgent if urgent else self._queue
        with self._condition:
            queue.append(ticket)
            try:
                self._wait_for(ticket, urgent=urgent, within=within)
                self._take_place(urgent=urgent)
            finally:
                queue.remove(ticket)
                self._condition.notify_all()

    def _take_place(self, *, urgent: bool) -> None:
        self._running += 1
        self._hurried += urgent
        self._begun.append(self._clock())
        if urgent:
            self._last_urgent = self._clock()
        self._rate = min(self._full, self._rate + self._full * RECOVERY)
        if self._rate >= self._full * STEADY:
            self._gentle = False

    def _wait_for(self, ticket: object, *, urgent: bool, within: float | None) -> None:
        asked = self._clock()
        while True:
            seconds: float | None = None
            if self._has_place(ticket, urgent=urgent):
                seconds = self._due(asked if urgent else None) - self._clock()
                if seconds <= 0:
                    return
            if within is not None:
                left = asked + within - self._clock()
                if left <= 0 or (seconds is not None and seconds > left):
                    raise TimeoutError
                seconds = left if seconds is None else seconds
            self._pause(self._condition, seconds)

    def _has_place(self, ticket: object, *, urgent: bool) -> bool:
        places = 1 if self._gentle else self._places
        if urgent:
            return self._urgent[0] is ticket and self._running <= places
        if self._urgent or self._queue[0] is not ticket:
            return False
        return self._running - min(self._hurried, 1) < places

    def _due(self, hurried_since: float | None) -> float:
        """When the next request may begin: a burst of one second's worth, then as places in time free up.

        An urgent one (it asked at `hurried_since`) may be one more than a burst, and waits no longer than
        one request's share of the pace.
        """
        burst = max(1, int(self._rate))
        window = burst / self._rate + MARGIN
        while len(self._begun) > burst + 1:
            self._begun.popleft()
        most = burst if hurried_since is None else burst + 1
        due = self._begun[-most] + window if len(self._begun) >= most else -math.inf
        if hurried_since is not None:
            due = min(due, max(hurried_since, self._last_urgent) + 1 / self._rate)
        return max(self._blocked_until, due)
