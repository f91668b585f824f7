"""Receiver and hints of one account together, for window and command line."""

from __future__ import annotations

from collections.abc import Callable

from inpost_desk.actions.notified import Hints
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.tracking import Notification
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.notifications import Receiver


def _nothing() -> None:
    """Nobody waits for it."""


def _nobody(_notification: Notification) -> None:
    """Nobody listens."""


class Listener:
    """`heard` is called in the receiver's thread with each new notification, `began` once it listens."""

    def __init__(
        self,
        ledger: Ledger,
        client: Client,
        rules: ListenRules,
        *,
        heard: Callable[[Notification], None] = _nobody,
        began: Callable[[], None] = _nothing,
    ) -> None:
        self.port = rules.port
        self._stop = Stop()
        self._hints = Hints(ledger, client)
        self._heard = heard
        self._receiver = Receiver(rules, client.organization, self._take, began=began)

    @property
    def waits(self) -> float | None:
        """Seconds until `work` has something to do; None while nothing waits."""
        return self._hints.waits

    def listen(self) -> None:
        """Receive until `stop`; blocks. FileTrouble as `Receiver.run`."""
        self._receiver.run()

    def work(self) -> int:
        """Read again what was hinted at, as `Hints.work`; on any thread, one at a time."""
        return self._hints.work(stop=self._stop)

    def stop(self) -> None:
        """End both, from any thread."""
        self._stop.event.set()
        self._receiver.stop()

    def _take(self, notification: Notification) -> None:
        if self._hints.take(notification):
            self._heard(notification)
