"""Accounts added, checked and removed on the lanes, and the menu that switches between them.

The keyring may block for ever behind the system's password window: whoever asks it is told when it takes
long and can give up. Tokens that no keyring holds live here, in memory, until the program ends.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from inpost_desk import settings, tokens
from inpost_desk.background import CHANGE, FETCH, KEYRING, Failed, Lanes
from inpost_desk.errors import KeyringTrouble, NoAnswer, NotAllowed, Offline, TooFast, Trouble
from inpost_desk.settings import Account, Environment, Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    # It brings httpx along, which is loaded on the lane that asks.
    from inpost_desk.account_probe import Probe
    from inpost_desk.domain.shipment import Organization

DEMO_KEY: Final = "demo"
# Anything shorter is over before it can be read.
PATIENCE: Final = 300
# What these keyrings hold, no program of ours has put there.
WITHOUT_KEYRING: Final = frozenset({"missing", "unsafe"})

ENVIRONMENTS: Final[dict[str, str]] = {
    Environment.PRODUCTION: QT_TRANSLATE_NOOP("ui", "Production"),
    Environment.SANDBOX: QT_TRANSLATE_NOOP("ui", "Sandbox"),
    Environment.DEMO: QT_TRANSLATE_NOOP("ui", "Demo"),
}

TROUBLES: Final[dict[str, str]] = {
    "token_invalid": QT_TRANSLATE_NOOP(
        "ui",
        "InPost does not know this token. Copy it once more, whole, from Manager Paczek → My account → API.",
    ),
    "token_missing": QT_TRANSLATE_NOOP(
        "ui", "There is no token for this account here. Add the account once more."
    ),
    "access_forbidden": QT_TRANSLATE_NOOP(
        "ui",
        "InPost knows the token but gives it no rights. Check in Manager Paczek what the token may do.",
    ),
    "other_environment": QT_TRANSLATE_NOOP(
        "ui",
        "The token belongs to the other environment. Add the account once more, under the right one.",
    ),
    "other_organization": QT_TRANSLATE_NOOP(
        "ui",
        "The token belongs to organisation {detail}, not to this account. Add that organisation in its place.",
    ),
    "blocked": QT_TRANSLATE_NOOP(
        "ui",
        "A firewall or proxy between here and InPost refuses the question; the token may be right. "
        "Ask whoever runs the network.",
    ),
    "offline": QT_TRANSLATE_NOOP(
        "ui", "InPost cannot be reached. Check the internet connection and try again."
    ),
    "no_answer": QT_TRANSLATE_NOOP("ui", "InPost did not answer. Try again in a moment."),
    "too_fast": QT_TRANSLATE_NOOP(
        "ui", "InPost asks for a pause of {wait} seconds. Try again after that."
    ),
    "missing": QT_TRANSLATE_NOOP(
        "ui",
        "This system has no keyring. Install gnome-keyring, or KWallet or KeePassXC with their Secret "
        "Service switched on, and sign in again. Until then the token is kept only while the program runs.",
    ),
    "unsafe": QT_TRANSLATE_NOOP(
        "ui",
        "The only keyring here writes secrets in plain text, so it gets no token. Install gnome-keyring, or "
        "KWallet or KeePassXC with their Secret Service switched on. Until then the token is kept only while "
        "the program runs.",
    ),
    "locked": QT_TRANSLATE_NOOP(
        "ui",
        "The system's keyring stayed locked. Unlock it and try again, or keep the token only while the "
        "program runs.",
    ),
    "failed": QT_TRANSLATE_NOOP(
        "ui",
        "The system's keyring did not take the token. Try again, or keep the token only while the program "
        "runs.",
    ),
    "token_not_valid": QT_TRANSLATE_NOOP(
        "ui", "This is not a token. Copy it once more, whole and without blanks."
    ),
    "token_damaged": QT_TRANSLATE_NOOP(
        "ui", "The token in the keyring is damaged. Add the account once more."
    ),
}


def environment_words(environment: str) -> str:
    """The environment's name; an address of one's own is shown as it is."""
    known = ENVIRONMENTS.get(environment)
    return translate("ui", known) if known else environment.partition("//")[2] or environment


def account_words(error: Trouble) -> str:
    """What went wrong with an account and what to do in the window."""
    rule = {Offline: "offline", NoAnswer: "no_answer", TooFast: "too_fast"}.get(type(error), "")
    if isinstance(error, KeyringTrouble | NotAllowed):
        rule = error.rule
    known = TROUBLES.get(rule)
    if known is None:
        return trouble_words(error)
    wait = f"{error.wait:.0f}" if isinstance(error, TooFast) else ""
    return translate("ui", known).format(detail=error.detail, wait=wait)


class KeyringJob:
    """One question to the keyring. `waiting` is called when it takes so long that a window may be open."""

    def __init__(
        self,
        lanes: Lanes,
        work: Callable[[Event], Any],
        *,
        done: Callable[[Any], None],
        failed: Failed,
        waiting: Callable[[], None],
    ) -> None:
        self._lanes = lanes
        self._given_up = Event()
        self._timer = QTimer(interval=PATIENCE, singleShot=True)
        self._timer.timeout.connect(waiting)
        self._timer.start()
        self._number = lanes.start(
            KEYRING,
            lambda: work(self._given_up),
            done=lambda result: self._end(lambda: done(result)),
            failed=lambda error: self._end(lambda: failed(error)),
        )

    def give_up(self) -> None:
        """Nobody is told any more, and what has not been written yet will not be."""
        self._given_up.set()
        self._timer.stop()
        self._lanes.forget(self._number)

    def _end(self, tell: Callable[[], None]) -> None:
        self._timer.stop()
        tell()


class Accounts(QObject):
    """What the first start and the settings do with accounts. One for the window: it holds its tokens."""

    added = Signal(object, str, bool)
    """An `Account`, its token, and whether the keyring has it: else `session_tokens` does."""
    removed = Signal(str)
    """The key of an account that is forgotten."""

    def __init__(self, desk: Desk, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.session_tokens: dict[str, str] = {}

    def probe(
        self, token: str, environment: str, *, done: Callable[[Probe], None], failed: Failed
    ) -> int:
        """Ask InPost what a token opens. Returns the job's number, to forget it by."""
        proxy = self._desk.settings.proxy
        return self._desk.lanes.start(
            FETCH, lambda: _probe(token, environment, proxy), done=done, failed=failed
        )

    def store(
        self,
        account: Account,
        token: str,
        *,
        done: Callable[[], None],
        failed: Failed,
        waiting: Callable[[], None],
    ) -> KeyringJob:
        """Put the token into the keyring, then the account into the settings."""
        return KeyringJob(
            self._desk.lanes,
            lambda given_up: _store(account.key, token, given_up),
            done=lambda _: self._add(account, token, stored=True, done=done, failed=failed),
            failed=failed,
            waiting=waiting,
        )

    def keep_for_session(
        self, account: Account, token: str, *, done: Callable[[], None], failed: Failed
    ) -> None:
        """The account goes into the settings, its token stays in memory."""
        self._add(account, token, stored=False, done=done, failed=failed)

    def check(
        self,
        account: Account,
        *,
        done: Callable[[Organization], None],
        failed: Failed,
        waiting: Callable[[], None],
    ) -> KeyringJob:
        """Ask InPost again whether the account's token opens it, and learn its name."""
        known = self.session_tokens.get(account.key)
        proxy = self._desk.settings.proxy

        def ask(token: str | None) -> None:
            self._desk.lanes.start(
                FETCH,
                lambda: _checked(account, token or "", proxy),
                done=lambda found: self._named(account, found, done),
                failed=failed,
            )

        return KeyringJob(
            self._desk.lanes,
            lambda _: known or tokens.token_for(account.key, os.environ),
            done=ask,
            failed=failed,
            waiting=waiting,
        )

    def remove(
        self,
        account: Account,
        *,
        done: Callable[[], None],
        failed: Failed,
        waiting: Callable[[], None],
    ) -> KeyringJob:
        """Forget the token and the account; its ledger stays."""
        return KeyringJob(
            self._desk.lanes,
            lambda given_up: _remove(account.key, given_up),
            done=lambda _: self.forget(account, done=done, failed=failed),
            failed=failed,
            waiting=waiting,
        )

    def forget(self, account: Account, *, done: Callable[[], None], failed: Failed) -> None:
        """Take the account out of the settings; a token in the keyring stays there."""

        def gone(known: Settings) -> None:
            self.session_tokens.pop(account.key, None)
            self._desk.take_settings(known)
            self.removed.emit(account.key)
            done()

        folder = self._desk.data_dir
        self._desk.lanes.start(
            CHANGE, lambda: settings.remove_account(folder, account.key), done=gone, failed=failed
        )

    def _add(
        self,
        account: Account,
        token: str,
        *,
        stored: bool,
        done: Callable[[], None],
        failed: Failed,
    ) -> None:
        def listed(known: Settings) -> None:
            if stored:
                self.session_tokens.pop(account.key, None)
            else:
                self.session_tokens[account.key] = token
            self._desk.take_settings(known)
            self.added.emit(account, token, stored)
            done()

        folder = self._desk.data_dir
        self._desk.lanes.start(
            CHANGE, lambda: _list_account(folder, account), done=listed, failed=failed
        )

    def _named(
        self, account: Account, found: Organization, done: Callable[[Organization], None]
    ) -> None:
        keep_name(self._desk, account, found.name)
        done(found)


def keep_name(desk: Desk, account: Account, name: str) -> None:
    """InPost may have a newer name for a known account than the settings; one that is forgotten stays so."""
    known = {one.key: one.name for one in desk.settings.accounts}
    if not name or known.get(account.key, name) == name:
        return
    named = Account(account.environment, account.organization, name)
    desk.lanes.start(
        CHANGE,
        lambda: _renamed(desk.data_dir, named),
        done=desk.take_settings,
        failed=desk.report,
    )


class AccountSwitcher(QMenu):
    """The accounts and the demo, the present one ticked."""

    chosen = Signal(str)
    """An `Account.key`, or `DEMO_KEY`."""
    add_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName(translate("ui", "Accounts"))
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        session = self._desk.session
        present = session.account.key if session else ""
        for account in self._desk.settings.accounts:
            name = account.name or translate("ui", "Organisation")
            place = environment_words(account.environment)
            text = f"{name} · {account.organization} · {place}".replace("&", "&&")
            self._entry(text, account.key, present=present == account.key)
        demo = translate("ui", "Demo (simulator, nothing is bought)")
        self._entry(demo, DEMO_KEY, present=present.startswith(f"{Environment.DEMO}/"))
        self.addSeparator()
        add = self.addAction(translate("ui", "Add an account…"))
        add.triggered.connect(self.add_asked)

    def _entry(self, text: str, key: str, *, present: bool) -> None:
        action = QAction(text, self, checkable=True, checked=present)
        action.triggered.connect(lambda: self.chosen.emit(key))
        self.addAction(action)


def _probe(token: str, environment: str, proxy: str) -> Probe:
    from inpost_desk.account_probe import account_probe

    return account_probe(token, environment, proxy=proxy)


def _checked(account: Account, token: str, proxy: str) -> Organization:
    """The account's organisation as InPost describes it. Raises `NotAllowed` where it is not the token's."""
    probe = _probe(token, account.environment, proxy)
    if probe.environment != account.environment:
        raise NotAllowed(status=401, rule="other_environment")
    for found in probe.organizations:
        if found.id == account.organization:
            return found
    others = ", ".join(str(one.id) for one in probe.organizations)
    raise NotAllowed(
        others, status=403, rule="other_organization" if others else "access_forbidden"
    )


def _store(key: str, token: str, given_up: Event) -> None:
    # The password window opens here, so that giving up while it stands leaves everything as it was.
    tokens.examined()
    if not given_up.is_set():
        tokens.store(key, token)


def _remove(key: str, given_up: Event) -> None:
    try:
        tokens.examined()
    except KeyringTrouble as trouble:
        if trouble.rule not in WITHOUT_KEYRING:
            raise
        return
    if not given_up.is_set():
        tokens.remove(key)


def _renamed(folder: Path, account: Account) -> Settings:
    known = settings.load(folder).settings
    # It may have been removed while InPost was being asked.
    if account.key not in {one.key for one in known.accounts}:
        return known
    return settings.add_account(folder, account)


def _list_account(folder: Path, account: Account) -> Settings:
    """Add the account; the first one is what the window opens."""
    known = settings.add_account(folder, account)
    if known.account not in {one.key for one in known.accounts}:
        known = settings.change(folder, account=account.key)
    return known
