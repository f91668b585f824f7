"""The accounts in the settings: which there are, whether their tokens work, one more, one less."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inpost_desk import tokens
from inpost_desk.errors import KeyringTrouble, Trouble
from inpost_desk.settings import Account
from inpost_desk.ui import look
from inpost_desk.ui.accounts import Accounts, KeyringJob, account_words, environment_words
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.first_start_organization import OrganizationForm
from inpost_desk.ui.first_start_token import TokenForm, organization_words, where_the_token_is
from inpost_desk.ui.kit import KeyButton, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.domain.shipment import Organization

LIST, TOKEN, ORGANIZATION = range(3)


class AccountForm(QWidget):
    """The list of accounts, or the steps of adding one in its place."""

    changed = Signal()
    """Another part is shown, or something is under way."""

    def __init__(
        self, desk: Desk, accounts: Accounts, changes: Changes, *, api_url: str = ""
    ) -> None:
        super().__init__()
        self._desk, self._accounts, self._changes = desk, accounts, changes
        self._job: KeyringJob | None = None
        self._doubted: Account | None = None
        self.list = ChoiceList(translate("ui", "Accounts"))
        self.list.chosen.connect(lambda _: self._rest())
        self.token = TokenForm(desk, accounts, api_url=api_url)
        self.organization = OrganizationForm(desk, accounts)
        self.add_button = KeyButton(translate("ui", "Add an account"), key="Ins", icon="plus")
        self.check_button = KeyButton(translate("ui", "Check now"), icon="refresh")
        self.default_button = KeyButton(translate("ui", "Open this one at start"))
        self.remove_button = KeyButton(translate("ui", "Remove"), key="Del", kind="danger")
        self.sure_button = KeyButton(translate("ui", "Remove it"), kind="danger")
        self.keep_button = KeyButton(translate("ui", "Keep it"), key="Esc")
        self.leave_button = KeyButton(translate("ui", "Remove it from the list only"))
        self.finding = Finding(self.sure_button, self.leave_button, self.keep_button)
        self.next_button = KeyButton(translate("ui", "Next"), key="Enter", kind="accent")
        self.back_button = KeyButton(translate("ui", "Cancel"), key="Esc")
        self._lay_out()
        self._connect()
        self.show_accounts()

    @property
    def adding(self) -> bool:
        """Whether an account is being added."""
        return self._pages.currentIndex() != LIST

    def show_accounts(self) -> None:
        """Show the accounts as the settings have them."""
        known = self._changes.known
        chosen = self.list.value()
        choices = [self._choice(one, known.account) for one in known.accounts]
        keys = [one.key for one in choices]
        if chosen not in keys:
            chosen = known.account if known.account in keys else next(iter(keys), "")
        self.list.set_choices(choices, chosen)
        self._none.setVisible(not choices)
        for button in (self.check_button, self.default_button, self.remove_button):
            button.setEnabled(bool(choices) and self._job is None)
        if self.list.value() == known.account:
            self.default_button.setEnabled(False)

    def add(self) -> None:
        """Begin to add an account."""
        if not self.adding:
            self._rest()
            self.token.clear()
            self._go(TOKEN)
            self.token.edit.setFocus()

    def proceed(self) -> None:
        """Enter, while an account is being added."""
        if self._pages.currentIndex() == ORGANIZATION:
            self.organization.proceed()
        elif self._pages.currentIndex() == TOKEN:
            probe = self.token.probe
            if probe is None:
                self.token.check()
                return
            self.token.clear()
            self._go(ORGANIZATION)
            self.organization.show_probe(probe)
            self.organization.choices.focus_choice()

    def cancel(self) -> bool:
        """Esc: end what is asked, waited for or being added. Whether there was anything to end."""
        if self.token.busy:
            self.token.cancel()
        elif self.organization.busy:
            self.organization.cancel()
        elif self.adding:
            self.token.clear()
            self._go(LIST)
            self.list.focus_choice()
        elif self._job is not None or not self.finding.isHidden():
            self._rest()
        else:
            return False
        return True

    def check(self) -> None:
        """Ask InPost whether the chosen account's token works."""
        account = self._chosen()
        if account is None or self._job is not None:
            return
        self.finding.say(State.INFORMATION, translate("ui", "Asking InPost…"), working=True)
        self._job = self._accounts.check(
            account,
            done=while_alive(self, self._answered),
            failed=while_alive(self, self._failed),
            waiting=while_alive(self, self._waits),
        )
        self.show_accounts()

    def make_default(self) -> None:
        """Have the chosen account opened when the program starts."""
        account = self._chosen()
        if account is not None:
            self._changes.make(account=account.key)

    def ask_to_remove(self) -> None:
        """Ask on the page before an account is removed."""
        account = self._chosen()
        if account is None or self._job is not None or self.adding:
            return
        self._doubted = account
        self.finding.say(
            State.WARNING,
            translate("ui", "Remove {name}?").format(name=_named(account)),
            translate(
                "ui",
                "Its token is deleted from the keyring. What was bought stays in its ledger, and comes back "
                "when you add the account again.",
            ),
            offer=(self.sure_button, self.keep_button),
        )
        self.keep_button.setFocus()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list_page())
        token = QWidget()
        inside = QVBoxLayout(token)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(where_the_token_is())
        inside.addWidget(self.token)
        inside.addStretch(1)
        self._pages.addWidget(token)
        self._pages.addWidget(self.organization)
        self._adding_keys = QWidget()
        row = QHBoxLayout(self._adding_keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.PAD)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._adding_keys)
        self._adding_keys.hide()

    def _list_page(self) -> QWidget:
        page = QWidget()
        self._none = Text(
            translate("ui", "There is no account yet; the demo works without one."),
            Role.FIELD,
            tone="text2",
            wrap=True,
        )
        buttons = (self.add_button, self.check_button, self.default_button, self.remove_button)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.PAD)
        inside.addWidget(self._none)
        inside.addWidget(self.list)
        inside.addWidget(Flow(*buttons, gap=look.GAP))
        inside.addWidget(self.finding)
        inside.addStretch(1)
        return page

    def _connect(self) -> None:
        for button, action in (
            (self.add_button, self.add),
            (self.check_button, self.check),
            (self.default_button, self.make_default),
            (self.remove_button, self.ask_to_remove),
            (self.sure_button, self._remove),
            (self.leave_button, self._forget),
            (self.keep_button, self._rest),
            (self.next_button, self.proceed),
            (self.back_button, self.cancel),
        ):
            button.clicked.connect(action)
        self._changes.changed.connect(self.show_accounts)
        self.token.changed.connect(self._show_keys)
        self.organization.changed.connect(self._organization_changed)
        self.organization.added.connect(self._added)

    def _organization_changed(self) -> None:
        self._show_keys()
        if self.organization.stuck:
            # Enter must mean what the large button says.
            self.next_button.setFocus()

    def _show_keys(self) -> None:
        words = translate("ui", "Next")
        if self._pages.currentIndex() == TOKEN and self.token.probe is None:
            words = translate("ui", "Check the token")
        elif self.organization.stuck and self._pages.currentIndex() == ORGANIZATION:
            words = translate("ui", "Next, without a keyring")
        self.next_button.set_text(words)
        self.next_button.setEnabled(not (self.token.busy or self.organization.busy))

    def _go(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._adding_keys.setVisible(page != LIST)
        self._show_keys()
        self.changed.emit()

    def _added(self, account: Account) -> None:
        self._go(LIST)
        self.show_accounts()
        self.list.set_value(account.key)
        self.list.focus_choice()
        fact = translate("ui", "{name} is added.").format(name=_named(account))
        self.finding.say(State.DONE, fact)

    def _chosen(self) -> Account | None:
        chosen = self.list.value()
        accounts = self._changes.known.accounts
        return next((one for one in accounts if one.key == chosen), None)

    def _choice(self, account: Account, default: str) -> Choice:
        number = translate("ui", "organisation {id}").format(id=account.organization)
        place = environment_words(account.environment)
        detail = f"{place} · {number} · {self._where(account)}"
        if account.key == default:
            word = translate("ui", "opened at start")
            return Choice(account.key, _named(account), detail, word, Shape.TICK, State.QUIET)
        return Choice(account.key, _named(account), detail)

    def _where(self, account: Account) -> str:
        """Where its token is, without asking the keyring, which may open a window."""
        if account.key in self._accounts.session_tokens:
            return translate("ui", "token only while the program runs")
        if os.environ.get(tokens.ENVIRONMENT_VARIABLE, "").strip():
            return translate("ui", "token from {name}").format(name=tokens.ENVIRONMENT_VARIABLE)
        return translate("ui", "token in the system's keyring")

    def _rest(self) -> None:
        """Nothing is asked and nothing is waited for."""
        if self._job is not None:
            self._job.give_up()
            self._job = None
        self._doubted = None
        self.finding.hide()
        self.show_accounts()

    def _remove(self) -> None:
        account, self._doubted = self._doubted, None
        if account is None:
            return
        self.finding.say(State.INFORMATION, translate("ui", "Removing…"), working=True)
        self._job = self._accounts.remove(
            account,
            done=while_alive(self, lambda: self._removed(account)),
            failed=while_alive(self, lambda error: self._not_removed(account, error)),
            waiting=while_alive(self, self._waits),
        )
        self.show_accounts()

    def _forget(self) -> None:
        account, self._doubted = self._doubted, None
        if account is not None:
            self._accounts.forget(
                account,
                done=while_alive(self, lambda: self._removed(account)),
                failed=while_alive(self, self._failed),
            )

    def _removed(self, account: Account) -> None:
        self._job = None
        self.show_accounts()
        fact = translate("ui", "{name} is removed; its ledger stays.").format(name=_named(account))
        self.finding.say(State.DONE, fact)
        self.list.focus_choice()

    def _not_removed(self, account: Account, error: Exception) -> None:
        self._failed(error)
        if isinstance(error, KeyringTrouble):
            self._doubted = account
            self.finding.say(
                State.ERROR,
                translate("ui", "The keyring did not give the token away."),
                translate("ui", "Unlock the keyring and remove the account once more."),
                offer=(self.leave_button, self.keep_button),
            )

    def _answered(self, found: Organization) -> None:
        self._job = None
        self.show_accounts()
        fact, detail = organization_words(found)
        self.finding.say(
            State.DONE, translate("ui", "InPost answers: {name}").format(name=fact), detail
        )

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.finding.hide()
        self.show_accounts()
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self.finding.say(State.ERROR, account_words(error))

    def _waits(self) -> None:
        if self._job is not None:
            self.finding.say(
                State.INFORMATION,
                translate("ui", "Waiting for the system's keyring…"),
                translate(
                    "ui",
                    "A window of the system may ask for its password. It may lie behind this one.",
                ),
                working=True,
                offer=(self.keep_button,),
            )


def _named(account: Account) -> str:
    if account.name:
        return account.name
    return translate("ui", "Organisation {id}").format(id=account.organization)
