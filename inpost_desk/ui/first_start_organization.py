"""Which organisation, and its token into the keyring: the second step of adding an account.

The system may show a password window meanwhile, and nobody knows how long it stands: everything else goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.errors import KeyringTrouble, Trouble
from inpost_desk.settings import Account
from inpost_desk.ui import look
from inpost_desk.ui.accounts import (
    WITHOUT_KEYRING,
    Accounts,
    KeyringJob,
    account_words,
    environment_words,
)
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.first_start_token import organization_words
from inpost_desk.ui.kit import Caption, KeyButton
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.account_probe import Probe


class OrganizationForm(QWidget):
    """The organisations a token opens. The only one is taken without asking."""

    added = Signal(object)
    """The `Account` that is known from now on."""
    changed = Signal()
    """`busy` or `stuck` is another one now."""

    def __init__(self, desk: Desk, accounts: Accounts) -> None:
        super().__init__()
        self._desk, self._accounts = desk, accounts
        self._probe: Probe | None = None
        self._job: KeyringJob | None = None
        self.busy = False
        self.stuck = False
        """Whether the keyring did not take the token: `proceed` means without it then."""
        self.choices = ChoiceList(translate("ui", "Organisation"))
        self.only = Finding()
        self.cancel_button = KeyButton(translate("ui", "Cancel"), key="Esc", kind="header")
        self.again_button = KeyButton(translate("ui", "Try again"), kind="header")
        self.session_button = KeyButton(
            translate("ui", "Keep it only while the program runs"), kind="header"
        )
        self.keyring = Finding(self.again_button, self.session_button, self.cancel_button)
        self.cancel_button.clicked.connect(self.cancel)
        self.again_button.clicked.connect(self._store)
        self.session_button.clicked.connect(self._keep_for_session)
        self._lay_out()

    @property
    def ready(self) -> bool:
        """Whether there is something to choose or to add."""
        return self._probe is not None

    def show_probe(self, probe: Probe) -> None:
        """Offer what the token opens; the only organisation is added at once."""
        self.cancel()
        self._probe = probe
        self.stuck = False
        self.keyring.hide()
        place = environment_words(probe.environment)
        choices = []
        for found in probe.organizations:
            title, detail = organization_words(found)
            choices.append(Choice(str(found.id), title, detail, word=place))
        several = len(choices) > 1
        self.choices.set_choices(choices)
        self.choices.setVisible(several)
        self._ask.setVisible(several)
        if several:
            self.only.hide()
        else:
            self.choices.set_value(choices[0].key)
            self.only.say(State.DONE, choices[0].title, f"{choices[0].detail} · {place}")
            self._store()
        self.changed.emit()

    def proceed(self) -> None:
        """The main key: add what is chosen; where the keyring did not take the token, without it."""
        if self.busy:
            return
        if self.stuck:
            self._keep_for_session()
        elif not self.choices.value():
            self.choices.focus_choice()
            fact = translate("ui", "For which organisation do you send?")
            self.keyring.say(State.ERROR, fact)
        else:
            self._store()

    def cancel(self) -> None:
        """Wait for the keyring no longer."""
        if self._job is None:
            return
        self._job.give_up()
        self._job = None
        self._stand(busy=False, stuck=True)
        self.keyring.say(
            State.WARNING,
            translate("ui", "The token was not stored."),
            translate("ui", "Try again, or keep it only while the program runs."),
            offer=(self.again_button, self.session_button),
        )

    def _lay_out(self) -> None:
        self._ask = Caption(translate("ui", "The token opens several organisations. Which one?"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.PAD)
        layout.addWidget(self._ask)
        layout.addWidget(self.choices)
        layout.addWidget(self.only)
        layout.addWidget(self.keyring)
        layout.addStretch(1)

    def _account(self) -> Account:
        assert self._probe is not None
        chosen = self.choices.value()
        found = next(one for one in self._probe.organizations if str(one.id) == chosen)
        return self._probe.account_of(found)

    def _store(self) -> None:
        if self._probe is None or self.busy:
            return
        account = self._account()
        self._stand(busy=True, stuck=False)
        self.keyring.hide()
        self._job = self._accounts.store(
            account,
            self._probe.token,
            done=while_alive(self, lambda: self._done(account)),
            failed=while_alive(self, self._failed),
            waiting=while_alive(self, self._waits),
        )

    def _keep_for_session(self) -> None:
        if self._probe is None or self.busy:
            return
        account = self._account()
        self._stand(busy=True, stuck=False)
        self.keyring.hide()
        self._accounts.keep_for_session(
            account,
            self._probe.token,
            done=while_alive(self, lambda: self._done(account)),
            failed=while_alive(self, self._failed),
        )

    def _waits(self) -> None:
        self.keyring.say(
            State.INFORMATION,
            translate("ui", "Waiting for the system's keyring…"),
            translate(
                "ui", "A window of the system may ask for its password. It may lie behind this one."
            ),
            working=True,
            offer=(self.cancel_button,),
        )

    def _done(self, account: Account) -> None:
        self._job = None
        # The token is where it belongs: nothing of it stays here.
        self._probe = None
        self._stand(busy=False, stuck=False)
        self.keyring.hide()
        self.added.emit(account)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._stand(busy=False, stuck=isinstance(error, KeyringTrouble))
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        missing = isinstance(error, KeyringTrouble) and error.rule in WITHOUT_KEYRING
        offer = (self.again_button, self.session_button) if self.stuck else (self.again_button,)
        fact = (
            translate("ui", "The token was not stored.")
            if self.stuck
            else translate("ui", "The account was not added.")
        )
        self.keyring.say(
            State.WARNING if missing else State.ERROR,
            fact,
            account_words(error),
            offer=offer,
        )

    def _stand(self, *, busy: bool, stuck: bool) -> None:
        self.busy, self.stuck = busy, stuck
        self.choices.setEnabled(not busy)
        self.changed.emit()
