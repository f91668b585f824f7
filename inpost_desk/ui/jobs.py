"""Work of a page on lanes, with the account that is open when it begins.

What comes of it is told only while page and account are still the same: another account's rows must never
show up in this one, and nobody waits for a page that is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from inpost_desk.background import FETCH
from inpost_desk.ui.desk import Desk

if TYPE_CHECKING:
    from inpost_desk.session import Session

T = TypeVar("T")


class Jobs:
    """Starts them for one part of the page."""

    def __init__(self, desk: Desk, owner: QObject) -> None:
        self._desk = desk
        self._owner = owner

    def start(
        self,
        work: Callable[[Session], T],
        *,
        lane: str = FETCH,
        done: Callable[[T], None] = lambda _: None,
        failed: Callable[[Exception], None] | None = None,
    ) -> bool:
        """Have it done on a lane; False where no account is open."""
        session = self._desk.session
        if session is None:
            return False
        self._desk.lanes.start(
            lane,
            partial(work, session),
            done=self.told(done),
            failed=self.told(failed or self._desk.report),
        )
        return True

    def told(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        """The same, as long as page and account are those of now."""
        session, owner = self._desk.session, self._owner

        def told(result: T) -> None:
            if self._desk.session is session and isValid(owner):
                tell(result)

        return told

    def lasting(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        """The same, as long as the page is there: whatever account is open by then."""
        owner = self._owner

        def told(result: T) -> None:
            if isValid(owner):
                tell(result)

        return told

    def relay(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        """For progress, from any thread: the newest value, told as a result is."""
        return self._desk.lanes.relay(self.told(tell))
