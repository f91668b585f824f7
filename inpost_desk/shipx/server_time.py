"""InPost's clock as its answers show it, shared by everything that talks to one account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from inpost_desk.shipx.answers import Answer, date_of

TOLERANCE = timedelta(seconds=2)


class ServerTime:
    """This machine's time, set right by what answers say. `clock` is the local time in UTC."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._offset = timedelta()
        self.heard = False
        """Whether any answer has told the time."""

    def now(self) -> datetime:
        """The server's time in UTC; before the first answer, this machine's."""
        return self._clock() + self._offset

    def learn(self, answer: Answer) -> None:
        """The `Date` header has whole seconds, and a portal's or firewall's page has a clock of its own."""
        there = date_of(answer.headers.get("date", ""))
        strange = 300 <= answer.status < 400 or answer.media_type.startswith("text/")
        if there is None or strange:
            return
        self.heard = True
        offset = there - self._clock()
        if abs(offset - self._offset) >= TOLERANCE:
            self._offset = offset
