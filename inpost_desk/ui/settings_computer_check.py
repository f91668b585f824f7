"""Looks at this computer for the settings: what the doctor finds, and the way to InPost of the open account.

The keyring is asked on its own lane: behind a password window it may never answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from inpost_desk import settings, tokens
from inpost_desk.background import FETCH, KEYRING
from inpost_desk.errors import KeyringTrouble
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.settings_page_alive import while_alive

if TYPE_CHECKING:
    from inpost_desk.actions.doctor import Finding
    from inpost_desk.session import Session

KEYRING_PATIENCE: Final = 4_000
"""Milliseconds; a keyring that is silent for longer counts as locked."""


class Checkup(QObject):
    """One look at a time."""

    found = Signal(object)
    """The `Finding`s, in the doctor's order."""
    failed = Signal(object)
    """The look itself came to no end."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turn = 0
        self._busy = False
        self._patience = QTimer(self, interval=KEYRING_PATIENCE, singleShot=True)

    @property
    def busy(self) -> bool:
        """Whether it is looking."""
        return self._busy

    def begin(self) -> None:
        """Look at everything; takes a second or two, or half a minute where something hangs."""
        if self._busy:
            return
        self._busy = True
        self._turn += 1
        turn = self._turn

        def answered(keyring: Callable[[], str]) -> None:
            if turn == self._turn:
                self._turn += 1
                self._patience.stop()
                self._look(keyring)

        answer = while_alive(self, answered)
        self._patience = QTimer(self, interval=KEYRING_PATIENCE, singleShot=True)
        self._patience.timeout.connect(lambda: answer(_locked))
        self._patience.start()
        self._desk.lanes.start(KEYRING, _keyring, done=answer, failed=while_alive(self, self._lost))

    def _look(self, keyring: Callable[[], str]) -> None:
        desk = self._desk
        self._desk.lanes.start(
            FETCH,
            partial(look, desk.data_dir, desk.settings, desk.session, keyring),
            done=while_alive(self, self._came),
            failed=while_alive(self, self._lost),
        )

    def _came(self, found: Sequence[Finding]) -> None:
        self._busy = False
        self.found.emit(list(found))

    def _lost(self, error: Exception) -> None:
        self._busy = False
        self._patience.stop()
        self.failed.emit(error)


def look(
    data_dir: Path, known: Settings, session: Session | None, keyring: Callable[[], str]
) -> list[Finding]:
    """Everything that can be found out, on a lane; without an account only the way to InPost is tried."""
    from inpost_desk.actions.doctor import examine
    from inpost_desk.actions.reach import reach, reach_of

    found = examine(
        data_dir,
        keyring=keyring,
        damaged=settings.damaged_files(data_dir),
        profiles=known.printers,
    )
    if session is None:
        address = settings.API_URLS[settings.Environment.PRODUCTION]
        return [*found, *reach(address, proxy=known.proxy)]
    return [*found, *reach_of(session.client, may_ask=session.may_ask, proxy=known.proxy)]


def _keyring() -> Callable[[], str]:
    """What the keyring said, as something that says it again."""
    try:
        name = tokens.examined()
    except KeyringTrouble as trouble:
        return partial(_refuse, trouble.rule)
    return lambda: name


def _locked() -> str:
    raise KeyringTrouble("locked")


def _refuse(rule: str) -> str:
    raise KeyringTrouble(rule)
