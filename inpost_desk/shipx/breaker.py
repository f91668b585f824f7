"""Notices that InPost is out of reach, so that nothing waits for it in vain and nothing storms it.

Shared by everything that talks to one account. While it is open, requests fail at once, surely unsent; one
at a time is let through to see whether InPost is back. Knows requests only by how they may pass.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from inpost_desk.clock import elapsed, steady_now
from inpost_desk.errors import NoAnswer, Offline, Trouble

OUTAGE = "outage"
# So many requests in a row that do not reach InPost are no accident any more.
OPENS_AFTER = 3
# What went wrong longer ago than this many seconds, with nothing since, was something else.
FORGOTTEN = 120.0
# Seconds from the opening, and from each probe in vain, to the next one; the last holds on.
PROBES = (5.0, 10.0, 20.0, 40.0, 60.0)

# What is said by somebody between InPost and us, or by nobody; a 500 is InPost's own and is no outage.
_UNREACHED = frozenset({"timeout", "cut", "redirected", "status_502", "status_503", "status_504"})
# Reasons of ours: they tell nothing about InPost.
_OURS = frozenset({OUTAGE, "closed", "too_late", "bad_address"})

_log = logging.getLogger("inpost_desk.shipx")


@dataclass(frozen=True, slots=True)
class Outage:
    """InPost is out of reach. `since` is the first request in vain, in UTC, by this machine's clock.

    `attempts` counts the probes in vain; the next one is let through in `next_probe_in` seconds, 0 where it
    waits for somebody to ask or is under way. `why` is the detail of the last connection that could not be
    made, such as `certificate`, "" where only answers were missing.
    """

    since: datetime
    attempts: int
    next_probe_in: float
    why: str = ""


class Way(Enum):
    """How a request passes while InPost is out of reach."""

    NOT = auto()
    """Not at all: what changes something, and what is of no use later."""
    AS_PROBE = auto()
    """One at a time, once a probe is due."""
    AT_LAST = auto()
    """The last attempt of a read that has waited in vain: as a probe, due or not, if nobody is at one."""
    STILL = auto()
    """A further attempt of a read that was under way before: it ends as it would have."""


class Breaker:
    """One account's view of whether InPost can be reached. Thread-safe.

    `recovered` is called when it is back, before anybody else hears of it. `clock` gives seconds that only
    grow, `now` the time in UTC.
    """

    def __init__(
        self,
        *,
        opens_after: float = OPENS_AFTER,
        recovered: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = elapsed,
        now: Callable[[], datetime] = steady_now,
    ) -> None:
        self._opens_after = opens_after
        self._recovered = recovered
        self._clock = clock
        self._now = now
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []
        self._in_vain = 0
        self._last_in_vain = 0.0
        self._since = now()
        self._why = ""
        self._open = self._probing = False
        self._attempts = 0
        self._due = 0.0

    @property
    def outage(self) -> Outage | None:
        """How things stand; None while InPost can be reached."""
        with self._lock:
            if not self._open:
                return None
            left = 0.0 if self._probing else max(0.0, self._due - self._clock())
            return Outage(self._since, self._attempts, left, self._why)

    @property
    def wants_probe(self) -> bool:
        """Whether a probe is due and nobody is at it."""
        with self._lock:
            return self._open and self._is_due()

    def listen(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` on any thread whenever `outage` begins, ends or has one probe more.

        Returns what ends it.
        """
        with self._lock:
            self._listeners.append(changed)

        def stop() -> None:
            with self._lock:
                if changed in self._listeners:
                    self._listeners.remove(changed)

        return stop

    def probe_now(self) -> None:
        """The next probe is due at once: a person believes that InPost is back."""
        with self._lock:
            self._due = self._clock()

    def check(self, way: Way, *, request_id: str = "") -> None:
        """Raises `Offline` where a request would not pass now."""
        with self._lock:
            self._refuse(way, request_id)

    @contextmanager
    def passing(self, way: Way, *, request_id: str = "") -> Iterator[None]:
        """Lets one request through and learns from its trouble. Raises `Offline` where it may not pass."""
        with self._lock:
            self._refuse(way, request_id)
            probe = self._open and way in (Way.AS_PROBE, Way.AT_LAST)
            self._probing = self._probing or probe
        reached: bool | None = None
        counts = True
        try:
            yield
            reached = True
        except Trouble as trouble:
            reached = _reached(trouble)
            if reached is False and isinstance(trouble, Offline):
                self._why = trouble.detail
            # One request that InPost cannot answer must not look like an outage by being repeated.
            counts = not (way is Way.STILL and isinstance(trouble, NoAnswer))
            raise
        finally:
            self._learn(reached=reached, probe=probe, counts=counts)

    def silent(self) -> None:
        """A request of which nothing was heard in its time."""
        self._learn(reached=False, probe=False, counts=True)

    def _refuse(self, way: Way, request_id: str) -> None:
        if not self._open or way is Way.STILL:
            return
        may = {Way.AS_PROBE: self._is_due(), Way.AT_LAST: not self._probing}
        if not may.get(way, False):
            raise Offline(OUTAGE, request_id=request_id)

    def _is_due(self) -> bool:
        return not self._probing and self._clock() >= self._due

    def _learn(self, *, reached: bool | None, probe: bool, counts: bool) -> None:
        with self._lock:
            if probe:
                self._probing = False
            closes = reached is True and self._open
            if reached:
                self._open, self._in_vain, self._attempts, self._why = False, 0, 0, ""
            told = reached is False and self._failed(probe=probe, counts=counts)
        if closes:
            _log.info("InPost can be reached again")
            self._recovered()
        if closes or told:
            self._tell()

    def _failed(self, *, probe: bool, counts: bool) -> bool:
        """Whether `outage` is another one now."""
        if self._open:
            if probe:
                self._attempts += 1
                self._set_due()
            return probe
        if counts:
            self._count()
        if self._in_vain < self._opens_after:
            return False
        self._open = True
        self._set_due()
        _log.warning("InPost is out of reach: %d requests in vain", self._in_vain)
        return True

    def _count(self) -> None:
        if not self._in_vain or self._clock() - self._last_in_vain > FORGOTTEN:
            self._in_vain, self._since = 0, self._now()
        self._in_vain += 1
        self._last_in_vain = self._clock()

    def _set_due(self) -> None:
        self._due = self._clock() + PROBES[min(self._attempts, len(PROBES) - 1)]

    def _tell(self) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for changed in listeners:
            changed()


def _reached(trouble: Trouble) -> bool | None:
    """Whether InPost itself was heard; None where the outcome tells nothing about it."""
    if isinstance(trouble, Offline | NoAnswer) and trouble.detail in _OURS:
        return None
    if isinstance(trouble, NoAnswer):
        return trouble.detail not in _UNREACHED
    return not isinstance(trouble, Offline)
