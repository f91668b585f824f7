"""The folder whose order files are imported by themselves, and whether they are bought too."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.background import FETCH
from inpost_desk.domain.station import WatchedFolder
from inpost_desk.errors import FileTrouble, Trouble
from inpost_desk.paths import disk_rule
from inpost_desk.settings import Account, Environment
from inpost_desk.ui import look
from inpost_desk.ui.accounts import environment_words
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import FieldBox, KeyButton, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_station_parts import Decision, wrapped
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

OWN: Final = ""
"""In the place of a folder that is the program's own."""


class WatchedForm(QWidget):
    """The folder, whose it is, and what it does."""

    changed = Signal(object)
    """A `WatchedFolder`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._watched = WatchedFolder()
        self.folder = FieldBox(translate("ui", "Folder"), in_header=True)
        self.browse_button = KeyButton(translate("ui", "Choose…"), icon="folder", kind="header")
        self.buys = Decision(
            translate("ui", "Buy what is put there, by itself"),
            translate("ui", "Without it, the orders wait on the Orders page until you buy them."),
        )
        self.off_button = KeyButton(translate("ui", "Stop watching"), icon="close", kind="header")
        self.account_button = KeyButton(translate("ui", "Take the open account"), kind="header")
        self.finding = Finding()
        self._lay_out()
        self._connect()
        self._show()

    def set_value(self, watched: WatchedFolder) -> None:
        """Show what was decided; a folder that is being typed is left alone where it did not change."""
        if watched.folder != self._watched.folder:
            self.folder.set_finding("")
            self.folder.edit.setText(watched.folder)
        self._watched = watched
        self._show()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(look.GAP)
        line.addWidget(self.folder, 1)
        beside = QVBoxLayout()
        # Level with the field, below its label.
        beside.addSpacing(self.folder.label.sizeHint().height() + 4)
        beside.addWidget(self.browse_button)
        beside.addStretch(1)
        line.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.GAP)
        column.addWidget(wrapped(translate("ui", "Watched folder")))
        column.addWidget(
            Text(
                translate(
                    "ui",
                    "Order files that are put there are imported by themselves. Each is then moved "
                    "to the folder “done” or “failed” beside it, with its result file.",
                ),
                tone="text2",
                wrap=True,
            )
        )
        column.addLayout(line)
        for part in (
            self.buys,
            self.finding,
            Flow(self.account_button, self.off_button, gap=look.GAP),
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        self.folder.edit.editingFinished.connect(self._written)
        self.folder.edit.textEdited.connect(lambda _: self.folder.set_finding(""))
        self.browse_button.clicked.connect(self._ask)
        self.buys.decided.connect(self._buying_chosen)
        self.off_button.clicked.connect(self._stop)
        self.account_button.clicked.connect(self._take_account)
        self._desk.session_changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        on = bool(self._watched.folder)
        account = self._open_key()
        self.buys.show_value(self._watched.buys)
        self.buys.setEnabled(on and bool(account or self._watched.buys))
        self.off_button.setVisible(on)
        self.account_button.setVisible(on and bool(account) and account != self._watched.account)
        if on:
            self._say_whose()
        else:
            self.finding.say(State.QUIET, translate("ui", "No folder is watched."))

    def _say_whose(self) -> None:
        """Whose money it is, and that it is money."""
        watched, is_open = self._watched, self._open_key() == self._watched.account
        name = self._account_words(watched.account)
        rest = ""
        if not watched.account:
            self.finding.say(
                State.WARNING,
                translate("ui", "The folder belongs to no account yet, so nothing is read."),
                translate("ui", "Open an account and take it here."),
            )
            return
        if not is_open:
            rest = translate("ui", "This account is not open now: its files wait until it is.")
        if not watched.buys:
            words = translate("ui", "Imported for {account}. Nothing is bought by itself.")
            state = State.INFORMATION if is_open else State.WARNING
            self.finding.say(state, words.format(account=name), rest)
            return
        words = translate("ui", "Every file put there spends money of {account}.")
        if watched.account.partition("/")[0] in (Environment.SANDBOX, Environment.DEMO):
            words = translate("ui", "Every file put there is bought for {account}.")
        about = translate(
            "ui",
            "Its orders are bought without a question, also when nobody is here. Only let people "
            "use this folder who may buy.",
        )
        self.finding.say(State.WARNING, words.format(account=name), f"{about} {rest}".strip())

    def _account_words(self, key: str) -> str:
        session = self._desk.session
        known = [*self._desk.settings.accounts, *([session.account] if session else [])]
        found = next((one for one in known if one.key == key), None)
        return _named(found) if found else key

    def _open_key(self) -> str:
        session = self._desk.session
        return session.account.key if session else ""

    @Slot()
    def _ask(self) -> None:
        title = translate("ui", "Folder to watch")
        path = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if path:
            self.folder.edit.setText(path)
            self._written()

    @Slot()
    def _written(self) -> None:
        """On a lane: the folder may be on a share that hangs."""
        given, own = self.folder.text(), self._desk.data_dir
        if given == self._watched.folder or not given:
            self.folder.set_finding("")
            if not given and self._watched.folder:
                self._stop()
            return
        self._desk.lanes.start(
            FETCH,
            lambda: watchable(given, own),
            done=while_alive(self, lambda path: self._judged(given, path)),
            failed=while_alive(self, lambda error: self._not_usable(given, error)),
        )

    def _judged(self, given: str, path: str) -> None:
        if given != self.folder.text():
            return
        if path == OWN:
            words = translate("ui", "That is the program's own folder. Choose another one.")
            self.folder.set_finding(words)
            return
        self.folder.set_finding("")
        self.folder.edit.setText(path)
        account = self._watched.account if self._watched.folder else self._open_key()
        self._tell(replace(self._watched, folder=path, account=account))

    def _not_usable(self, given: str, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
        elif given == self.folder.text():
            self.folder.set_finding(trouble_words(error))

    @Slot(bool)
    def _buying_chosen(self, on: bool) -> None:  # noqa: FBT001
        account = self._open_key() if on else self._watched.account
        self._tell(replace(self._watched, buys=on, account=account))

    @Slot()
    def _take_account(self) -> None:
        self._tell(replace(self._watched, account=self._open_key()))

    @Slot()
    def _stop(self) -> None:
        self.folder.set_finding("")
        self.folder.edit.setText("")
        self._tell(WatchedFolder())

    def _tell(self, watched: WatchedFolder) -> None:
        if watched != self._watched:
            self._watched = watched
            self.changed.emit(watched)


def watchable(given: str, own: Path) -> str:
    """The folder as a whole path, or OWN where it belongs to the program. Raises `FileTrouble`."""
    path = Path(given).expanduser()
    if not (path.is_absolute() and path.is_dir()):
        raise FileTrouble("not_a_folder", place=given)
    try:
        whole, mine = path.resolve(), own.resolve()
        # Nothing inside is for order files, and no import may ever move what lies there.
        if whole == mine or mine in whole.parents:
            return OWN
        with tempfile.TemporaryFile(dir=whole) as trial:
            trial.write(b"x")
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=given) from error
    return os.fspath(path)


def _named(account: Account) -> str:
    name = account.name or str(account.organization)
    environment = environment_words(account.environment)
    return f"{name} ({environment})"
