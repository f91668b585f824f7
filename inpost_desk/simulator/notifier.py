"""Sends notifications to the URLs of accounts, from a thread of its own: at most once, and never waited for.

What could not be delivered is only noted. The one place of the simulator that makes requests.
"""

from __future__ import annotations

import random
import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from inpost_desk.simulator.notices import Notice

PATIENCE = 5.0
LONGEST_LOG = 20_000
JSON_HEADERS = {"content-type": "application/json"}


class Notifier:
    """`shuffled` is asked before each notification: whether any waiting one may go next."""

    def __init__(self, shuffled: Callable[[], bool]) -> None:
        self._shuffled = shuffled
        self._waiting: deque[Notice] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._log: deque[dict[str, Any]] = deque(maxlen=LONGEST_LOG)
        self._sending = 0
        self._epoch = 0

    def post(self, notices: Iterable[Notice]) -> None:
        """Returns at once."""
        with self._changed:
            self._waiting.extend(notices)
            if self._waiting and self._thread is None:
                self._thread = threading.Thread(
                    target=self._work, name="notifications", daemon=True
                )
                self._thread.start()
            self._changed.notify_all()

    def log(self) -> tuple[list[dict[str, Any]], int]:
        """What was sent, oldest first: `url, body, status, problem`; and how many are still to be sent."""
        with self._changed:
            return list(self._log), len(self._waiting) + self._sending

    def forget(self) -> None:
        """Drops what waits, and the log."""
        with self._changed:
            self._waiting.clear()
            self._log.clear()
            self._epoch += 1

    def _work(self) -> None:
        # Imported with the first notification: the simulator should start quickly.
        import httpx

        dice = random.Random(1)  # noqa: S311 - the order of notifications
        with httpx.Client(timeout=PATIENCE, trust_env=False) as client:
            while True:
                notice, epoch = self._next(dice)
                entry = _sent(client, notice)
                with self._changed:
                    self._sending = 0
                    if epoch == self._epoch:
                        self._log.append(entry)

    def _next(self, dice: random.Random) -> tuple[Notice, int]:
        with self._changed:
            while not self._waiting:
                self._changed.wait()
            if self._shuffled():
                self._waiting.rotate(dice.randrange(len(self._waiting)))
            self._sending = 1
            return self._waiting.popleft(), self._epoch


def answers(url: str) -> bool:
    """Whether the URL answers 200 to a GET, as InPost wants it when it is saved (API §3.12). Slow."""
    import httpx

    try:
        answer = httpx.get(url, timeout=PATIENCE, trust_env=False)
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return answer.status_code == 200


def _sent(client: Any, notice: Notice) -> dict[str, Any]:
    import httpx

    entry: dict[str, Any] = {"url": notice.url, "body": notice.body, "status": None, "problem": ""}
    try:
        text = isinstance(notice.body, str)
        content = notice.body.encode() if text else msgspec.json.encode(notice.body)
        headers = {**JSON_HEADERS, **notice.headers}
        answer = client.post(notice.url, content=content, headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, TypeError) as problem:
        return {**entry, "problem": type(problem).__name__}
    return {**entry, "status": answer.status_code}
