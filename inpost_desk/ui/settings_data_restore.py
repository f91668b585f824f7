"""Puts a copy in the place of what is here: what is in it, which day and account, what happens then."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from inpost_desk.background import FETCH
from inpost_desk.clock import steady_now
from inpost_desk.errors import Trouble
from inpost_desk.settings import Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import Text
from inpost_desk.ui.kit_choice import Choice
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_data_dialog import DataDialog
from inpost_desk.ui.settings_data_folder import FolderField
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.wording.data_care import wrong_copy_words
from inpost_desk.wording.sentences import moment_words, trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.copies import CopyFound
    from inpost_desk.actions.restoring import Restored

EVERY: Final = ""
"""In the place of an account: all of them. In the place of a day: the newest."""


class RestoreDialog(DataDialog):
    """Nothing happens before the button is pressed."""

    restored = Signal()

    def __init__(self, desk: Desk, folder: str, parent: QWidget) -> None:
        title = translate("ui", "Restore from a copy")
        super().__init__(desk, title, translate("ui", "Restore"), parent)
        self._found: CopyFound | None = None
        self._names: Mapping[str, str] = {}
        self.folder = FolderField(desk, translate("ui", "Folder with the copies"))
        self.day = Choice(translate("ui", "Day:"), [(EVERY, "–")])
        self.account = Choice(translate("ui", "Account:"), [(EVERY, "–")])
        self.contents = Finding()
        self.choices = Flow(self.day, self.account, gap=look.GAP)
        self._about = Text(_what_happens(), wrap=True)
        self.lay_out((self.folder, self.contents, self.choices, self._about))
        self.folder.chosen.connect(self._look)
        self.day.chosen.connect(lambda day: self._look(self.folder.value(), day))
        self.account.chosen.connect(lambda _: self._show_found())
        self.go_button.clicked.connect(self._go)
        self._show_found()
        if folder:
            self.folder.set_value(folder)
            self._look(folder)

    # What is in it

    def _look(self, folder: str, day: str = EVERY) -> None:
        self._found = None
        self._show_found()
        if not folder:
            self.contents.hide()
            return
        words = translate("ui", "Looking into the copy…")
        self.contents.say(State.INFORMATION, words, working=True)
        self._desk.lanes.start(
            FETCH,
            partial(_look_into, self._desk.data_dir, self._desk.settings, Path(folder), day),
            done=while_alive(self, partial(self._seen, folder)),
            failed=while_alive(self, partial(self._not_seen, folder)),
        )

    def _seen(self, folder: str, seen: tuple[CopyFound, Mapping[str, str]]) -> None:
        if folder != self.folder.value() or self.working:
            return
        self._found, self._names = found, names = seen
        self.day.set_choices([(one, one) for one in found.days])
        self.day.set_value(found.day)
        every = translate("ui", "all of them")
        listed = [(one.name, names.get(one.name, one.name)) for one in found.accounts]
        self.account.set_choices([(EVERY, every), *listed])
        words = translate("ui", "Copy of {moment} from the computer {computer}.")
        if found.moved:
            words = translate("ui", "Copy of {moment} from the computer {computer}, made to move.")
        fact = words.format(moment=moment_words(found.made_at), computer=found.computer)
        state = State.WARNING if found.problems else State.INFORMATION
        self.contents.say(state, fact, "\n".join(self._lines(found)))
        self._show_found()

    def _lines(self, found: CopyFound) -> list[str]:
        line = translate("ui", "{name}: shipments {shipments}, labels {labels}")
        lines = [
            line.format(
                name=self._names.get(one.name, one.name),
                shipments=one.shipments,
                labels=one.labels,
            )
            for one in found.accounts
        ]
        wrong = [
            wrong_copy_words(one.rule, self._names.get(one.place, one.place))
            for one in found.problems
        ]
        return lines + wrong

    def _not_seen(self, folder: str, error: Exception) -> None:
        if folder != self.folder.value() or self.working:
            return
        if isinstance(error, Trouble):
            self.contents.say(State.ERROR, trouble_words(error))
        else:
            self.contents.hide()
            self._desk.report(error)

    def _show_found(self) -> None:
        found, account = self._found, self.account.value()
        self.choices.setVisible(found is not None)
        self._about.setVisible(found is not None)
        if found is None:
            self.go_button.setEnabled(False)
            return
        chosen = {one.name for one in found.accounts if account in (EVERY, one.name)}
        wrong = {one.place for one in found.problems}
        self.go_button.setEnabled(bool(chosen) and not chosen & wrong)

    # Doing it

    @Slot()
    def _go(self) -> None:
        found = self._found
        if found is not None and not self.working:
            self._desk.guard("settings", while_alive(self, partial(self._restore, found)))

    def _restore(self, found: CopyFound) -> None:
        words = translate("ui", "Closing the account and putting the copy in its place…")
        work = partial(_restore, self._desk.data_dir, found.place, self.account.value())
        self.do(words, work, self._done)

    def _done(self, done: Restored) -> None:
        for part in (self.folder, self.contents, self.choices, self._about):
            part.hide()
        names = ", ".join(self._names.get(one, one) for one in done.accounts)
        words = translate("ui", "Restored from the copy of {day}: {names}.")
        self.state.say(State.DONE, words.format(day=done.day, names=names), _after(done))
        self.restored.emit()


def _look_into(
    data_dir: Path, known: Settings, folder: Path, day: str
) -> tuple[CopyFound, Mapping[str, str]]:
    from inpost_desk.actions.copies import look_into
    from inpost_desk.ui.care_work import account_names

    return look_into(folder, day=day), account_names(data_dir, known)


def _restore(data_dir: Path, place: Path, account: str) -> Restored:
    from inpost_desk.actions.restoring import restore

    return restore(data_dir, place, account=account, now=steady_now())


def _what_happens() -> str:
    return translate(
        "ui",
        "What is here now is set aside and kept, the copy takes its place, and the account is opened again. Before "
        "anything is sent, InPost is read: what was bought since the copy is found and not bought twice. Prints and "
        "notes made since then are not in the copy.",
    )


def _after(done: Restored) -> str:
    lines = [translate("ui", "InPost is read now; until that is done nothing is sent.")]
    if done.labels_missing:
        words = translate("ui", "Labels that are neither here nor in the copy: {count}.")
        lines.append(words.format(count=done.labels_missing))
    if done.settings:
        lines.append(
            translate(
                "ui", "The settings came along, the tokens did not: enter them under “Account”."
            )
        )
    if done.printers:
        words = translate("ui", "See whether these printers are here: {names}.")
        lines.append(words.format(names=", ".join(done.printers)))
    lines.extend(translate("ui", "Set aside: {path}").format(path=path) for path in done.set_aside)
    return "\n".join(lines)
