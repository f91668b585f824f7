"""Closes the open account for a moment and opens it again: for what changes ledgers as a whole.

A copy is put in place, an account moves to another computer, the proxy becomes another one. What is done
meanwhile is the business of whoever asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Slot

from inpost_desk import settings
from inpost_desk.app_session import Given, OpenAccount, first_account
from inpost_desk.background import BUYING, FETCH, PRINT, RUN, STATION
from inpost_desk.errors import LedgerTrouble
from inpost_desk.settings import Account, Loaded, Settings
from inpost_desk.ui.desk import Desk

# While these are at work, neither the account nor the window is exchanged.
AT_WORK: Final = (RUN, PRINT, STATION, BUYING)
PATIENCE: Final = 60.0
"""Seconds for what reads with the account to come to an end."""
_EVERY: Final = 50


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Alone(QObject):
    """One task at a time; calling it is `Desk.alone`."""

    def __init__(self, desk: Desk, account: OpenAccount, *, given: Given, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._account, self._given = desk, account, given
        self._task: _Task | None = None
        self._before: Callable[[], None] | None = None
        self._known: tuple[Account, ...] = ()
        self._since = 0.0
        self._look = QTimer(self, interval=_EVERY)
        self._look.timeout.connect(self._wait)
        desk.settings_changed.connect(self._follow_proxy)
        desk.session_changed.connect(self._follow_proxy)
        desk.lanes.changed.connect(self._follow_proxy)

    def __call__(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """As `ui.desk.Alone`. `failed` gets LedgerTrouble `at_work` while a run or the printer is at it."""
        if self._task is not None or self._at_work():
            failed(LedgerTrouble("at_work"))
            return
        self._task = _Task(work, done, failed)
        self._before, self._known = self._account.way_back(), self._desk.settings.accounts
        self._account.leave()
        self._since = time.monotonic()
        self._look.start()

    def _at_work(self) -> bool:
        return any(self._desk.lanes.busy(lane) for lane in AT_WORK)

    @Slot()
    def _wait(self) -> None:
        """Until the last door of the account is shut."""
        late = time.monotonic() - self._since > PATIENCE
        if self._task is None or (self._account.holds_any and not late):
            return
        self._look.stop()
        if late:
            self._ended(lambda task: task.failed(LedgerTrouble("at_work")))
            return
        self._desk.lanes.start(
            RUN,
            self._task.work,
            done=lambda result: self._ended(lambda task: task.done(result)),
            failed=lambda error: self._ended(lambda task: task.failed(error)),
        )

    def _ended(self, tell: Callable[[_Task], None]) -> None:
        """Settings may have come with a copy, so they are read before an account opens again."""
        folder = self._desk.data_dir

        def go_on(known: Settings | None) -> None:
            if known is not None:
                self._desk.take_settings(known)
            task, self._task = self._task, None
            self._open_again()
            if task is not None:
                tell(task)

        def read(loaded: Loaded) -> None:
            go_on(loaded.settings if loaded.damaged is None else None)

        self._desk.lanes.start(
            FETCH, lambda: settings.load(folder), done=read, failed=lambda _: go_on(None)
        )

    def _open_again(self) -> None:
        before, self._before = self._before, None
        known = self._desk.settings
        if before is not None and known.accounts == self._known:
            before()
        elif (account := first_account(known, self._given)) is not None:
            self._account.open(account)

    @Slot()
    def _follow_proxy(self) -> None:
        """A session keeps the proxy it was opened with."""
        session, proxy = self._desk.session, self._desk.settings.proxy
        if session is None or session.settings.proxy == proxy:
            return
        if self._task is None and not self._at_work():
            self(_nothing, done=_nobody, failed=_nobody)


def _nothing() -> None:
    return


def _nobody(_: object) -> None:
    return
