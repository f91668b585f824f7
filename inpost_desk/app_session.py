"""Which account is open: opened on a lane, exchanged for another one, closed at the end.

A locked keyring may keep its answer for ever, so an account is opened without its token after a moment: what
stands in the ledger can be read meanwhile. What the pages do with an account is their business.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from inpost_desk import settings, tokens
from inpost_desk.background import FETCH, KEYRING, LANES
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.errors import (
    KeyringTrouble,
    LedgerTrouble,
    NotAllowed,
    Offline,
    QuestionOpen,
    Trouble,
)
from inpost_desk.paths import unfit_for_ledger
from inpost_desk.settings import Account, Environment, Settings
from inpost_desk.ui.accounts import DEMO_KEY, account_words, keep_name
from inpost_desk.ui.desk import ERROR, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.status import CONNECTION, StatusText
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    # They bring httpx and SQLAlchemy along, which are loaded on the lane that opens an account.
    from inpost_desk.actions.account import AccountCheck
    from inpost_desk.session import Session

DEMO_ORGANIZATION: Final = OrganizationId(1002)
KEYRING_PATIENCE: Final = 1_500
ASK_AGAIN: Final = 30_000
_LAST_DOOR: Final = 10.0
NOTICE: Final = "account"


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line said about the account; empty where the settings decide."""

    environment: str = ""
    api_url: str = ""
    organization: int | None = None
    token: str = ""
    pace: float | None = None

    def __bool__(self) -> bool:
        return bool(self.environment or self.api_url or self.organization is not None)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be opened; `token` is None until the keyring has answered."""

    account: Account
    api_url: str = ""
    token: str | None = None
    pace: float | None = None

    @property
    def demo(self) -> bool:
        return self.account.environment == Environment.DEMO and not self.api_url


class _Doors:
    """One opened account. Closing waits: for the ledger's last write, for the simulator's end."""

    def __init__(self, wanted: _Wanted, folder: Path, known: Settings) -> None:
        from inpost_desk.session import session, target_for

        self.wanted = wanted
        self._stack = contextlib.ExitStack()
        if rule := unfit_for_ledger(folder):
            raise LedgerTrouble(rule, place=str(folder))
        target = target_for(wanted.account, wanted.api_url)
        self.session: Session = self._stack.enter_context(
            session(folder, known, target, token=wanted.token or "", pace=wanted.pace)
        )

    def close(self) -> None:
        self._stack.close()


def demo_account() -> Account:
    """The simulator's shop, which needs no token."""
    return Account(Environment.DEMO, DEMO_ORGANIZATION, translate("ui", "Sample shop"))


def first_account(known: Settings, given: Given) -> Account | None:
    """The account to open at the start, None where somebody has to be asked first.

    Raises `QuestionOpen` where the command line leaves it open, `FileTrouble` for an address that is none.
    """
    if given:
        return _given_account(known, given)
    if known.account == DEMO_KEY or known.account.startswith(f"{Environment.DEMO}/"):
        return demo_account()
    kept = [one for one in known.accounts if one.key == known.account]
    return next(iter((*kept, *known.accounts)), None)


def _given_account(known: Settings, given: Given) -> Account:
    if given.environment == Environment.DEMO and not given.api_url:
        return demo_account()
    place = given.environment or Environment.PRODUCTION
    if given.api_url:
        place = settings.checked_api_url(given.api_url)
    kept = [one for one in known.accounts if one.environment == place]
    if given.organization is None:
        if len(kept) != 1:
            raise QuestionOpen("organization")
        return kept[0]
    same = [one for one in kept if one.organization == given.organization]
    return same[0] if same else Account(place, OrganizationId(given.organization))


class OpenAccount(QObject):
    """The one account the window works for."""

    opened = Signal()
    settings_asked = Signal(str)
    """The way out of a trouble is the settings page, at that place of `SettingsPage.open_place`."""

    def __init__(self, desk: Desk, *, given: Given, kept: Mapping[str, str]) -> None:
        super().__init__()
        self._desk = desk
        self._given = given
        self._kept = kept
        self._turn = 0
        self._now: _Doors | None = None
        # Everything that was ever opened and is not closed; the lanes add, this thread takes away.
        self._open: list[_Doors] = []
        self._closing: list[_Doors] = []
        # One door at a time: two simulators must not share one state.
        self._threshold = threading.Lock()
        self._over = False
        self._again = QTimer(self, interval=ASK_AGAIN, singleShot=True)
        self._again.timeout.connect(self._ask_inpost)
        desk.lanes.changed.connect(self._close_what_is_left, Qt.ConnectionType.QueuedConnection)

    @property
    def account(self) -> Account | None:
        """The account that is open."""
        return self._now.wanted.account if self._now else None

    @property
    def holds_any(self) -> bool:
        """Whether any account's doors are open, or being shut."""
        return bool(self._open)

    def way_back(self) -> Callable[[], None] | None:
        """What opens the present account once more after `leave`, None where there is none."""
        if self._now is None:
            return None
        wanted = self._now.wanted
        return lambda: self.open(wanted.account, token=wanted.token or "")

    def open(self, account: Account, *, token: str = "") -> None:
        """Work for that account as soon as its doors are open; until then for the present one."""
        self._turn += 1
        self._tell_connection(translate("ui", "Opening the account…"), Shape.ARC)
        wanted = _Wanted(account, self._given_url(account), pace=self._given.pace)
        known = token or self._given.token or self._kept.get(account.key, "")
        if wanted.demo or known:
            self._open_doors(replace(wanted, token=known))
        else:
            self._ask_keyring(wanted)

    def leave(self) -> None:
        """Work for nobody from now on."""
        self._turn += 1
        self._now = None
        self._desk.use(None)
        self._close_what_is_left()

    def close(self) -> None:
        """Shut every door. The last call, from any thread; waits for one that is just being opened."""
        held = self._threshold.acquire(timeout=_LAST_DOOR)
        self._over = True
        while self._open:
            with contextlib.suppress(Exception):
                self._open.pop().close()
        if held:
            self._threshold.release()

    def _given_url(self, account: Account) -> str:
        """An address for the demo or a named environment counts for the account of the command line only."""
        same = account.organization == self._given.organization
        return self._given.api_url if same and self._given.api_url else ""

    def _ask_keyring(self, wanted: _Wanted) -> None:
        turn = self._turn
        patience = QTimer(self, interval=KEYRING_PATIENCE, singleShot=True)

        def answered(token: str | None) -> None:
            patience.deleteLater()
            if turn != self._turn:
                return
            # It may have been opened without one meanwhile.
            self._turn += 1
            self._desk.withdraw(NOTICE)
            self._open_doors(replace(wanted, token=token or ""))
            if not token:
                self._without_token(NotAllowed(status=401, rule="token_missing"))

        def failed(error: Exception) -> None:
            patience.deleteLater()
            if not isinstance(error, KeyringTrouble):
                raise error
            if turn == self._turn:
                self._turn += 1
                self._open_doors(replace(wanted, token=""))
                self._without_token(error)

        def waits() -> None:
            if turn == self._turn:
                self._open_doors(wanted)
                self._desk.notify(_keyring_asks())

        patience.timeout.connect(waits)
        patience.start()
        key = wanted.account.key
        self._desk.lanes.start(
            KEYRING, lambda: tokens.token_for(key, os.environ), done=answered, failed=failed
        )

    def _open_doors(self, wanted: _Wanted) -> None:
        turn = self._turn
        if (same := self._already_open(wanted)) is not None:
            self._use(same)
            return
        folder, known = self._desk.data_dir, self._desk.settings

        def work() -> _Doors:
            with self._threshold:
                if self._over:
                    raise Offline("closed")
                doors = _Doors(wanted, folder, known)
                self._open.append(doors)
            return doors

        def done(doors: _Doors) -> None:
            if turn == self._turn:
                self._use(doors)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._not_opened(wanted, error)

        self._desk.lanes.start(FETCH, work, done=done, failed=failed)

    def _already_open(self, wanted: _Wanted) -> _Doors | None:
        """An account left a moment ago may not be closed yet."""
        left = (one for one in self._open if one not in self._closing)
        return next((one for one in left if one.wanted == wanted), None)

    def _use(self, doors: _Doors) -> None:
        self._now = doors
        self._desk.use(doors.session)
        if not self._given:
            demo = doors.wanted.demo
            key = DEMO_KEY if demo else doors.wanted.account.key
            if self._desk.settings.account != key:
                self._desk.change_settings(account=key)
        if doors.wanted.demo:
            words = translate("ui", "Simulator in the program")
            self._tell_connection(words, Shape.CONNECTED, State.DONE)
        elif doors.session.may_ask:
            self._ask_inpost()
        elif doors.wanted.token is None:
            self._tell_connection(translate("ui", "The keyring is being asked…"), Shape.ARC)
        else:
            self._tell_connection(translate("ui", "No token"), Shape.CUT, State.WARNING)
        self.opened.emit()
        self._close_what_is_left()

    def _not_opened(self, wanted: _Wanted, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._tell_connection(translate("ui", "Account not open"), Shape.CUT, State.ERROR)
        button, pressed = translate("ui", "Try again"), partial(self._retry, wanted)
        if isinstance(error, LedgerTrouble) and error.rule == "half_restored":
            # Tried again it would be refused again.
            button = translate("ui", "Settings")
            pressed = partial(self.settings_asked.emit, "data.restore")
        self._desk.notify(Notice(NOTICE, ERROR, trouble_words(error), "", button, pressed))

    def _retry(self, wanted: _Wanted) -> None:
        self._desk.withdraw(NOTICE)
        self.open(wanted.account, token=wanted.token or "")

    def _without_token(self, error: Trouble) -> None:
        self._desk.notify(
            Notice(
                NOTICE,
                WARNING,
                account_words(error),
                translate("ui", "What was bought before can be seen and printed."),
                translate("ui", "Settings"),
                partial(self.settings_asked.emit, "account"),
            )
        )

    @Slot()
    def _ask_inpost(self) -> None:
        """Whether InPost answers, and whether it knows us by another name."""
        doors = self._now
        if doors is None or not doors.session.may_ask or doors.wanted.demo:
            return
        client, turn = doors.session.client, self._turn

        def ask() -> AccountCheck:
            from inpost_desk.actions.account import check_account

            return check_account(client)

        self._tell_connection(translate("ui", "Connecting to InPost…"), Shape.ARC)

        def answered(check: AccountCheck) -> None:
            if turn == self._turn:
                self._answers(check)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._silent(error)

        self._desk.lanes.start(FETCH, ask, done=answered, failed=failed)

    def _answers(self, check: AccountCheck) -> None:
        self._tell_connection(translate("ui", "Connected to InPost"), Shape.CONNECTED, State.DONE)
        if self.account and check.organization.name:
            keep_name(self._desk, self.account, check.organization.name)

    def _silent(self, error: Exception) -> None:
        if isinstance(error, NotAllowed):
            self._tell_connection(translate("ui", "Token not accepted"), Shape.CUT, State.ERROR)
            self._without_token(error)
        elif isinstance(error, Trouble):
            self._tell_connection(
                translate("ui", "No connection to InPost"), Shape.CUT, State.WARNING
            )
            self._again.start()
        else:
            raise error

    @Slot()
    def _close_what_is_left(self) -> None:
        """Accounts nobody works for any more, once nothing runs that may still use them."""
        left = [one for one in self._open if one is not self._now and one not in self._closing]
        lanes = self._desk.lanes
        if not left or any(lanes.busy(name) for name in LANES if name != KEYRING):
            return
        self._closing += left
        for doors in left:
            lanes.start(FETCH, partial(self._shut, doors), done=partial(self._forget, doors))

    def _shut(self, doors: _Doors) -> None:
        with self._threshold:
            doors.close()

    def _forget(self, doors: _Doors, _: None) -> None:
        self._open.remove(doors)
        self._closing.remove(doors)

    def _tell_connection(self, text: str, shape: Shape, state: State = State.INFORMATION) -> None:
        self._desk.told.emit(CONNECTION, StatusText(text, shape, state))


def _keyring_asks() -> Notice:
    return Notice(
        NOTICE,
        INFORMATION,
        translate("ui", "The system's keyring is locked and asks for its password."),
        translate("ui", "Until it is unlocked, nothing can be bought."),
    )
