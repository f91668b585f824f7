"""To another computer in three steps, of which the first is done here; and going on here after all."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.background import TABLE
from inpost_desk.clock import steady_now
from inpost_desk.domain.data_care import DataRules
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.kit import KeyButton, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.pickup.question import Question
from inpost_desk.ui.reading_first import Standing, stand
from inpost_desk.ui.settings_data_dialog import DataDialog
from inpost_desk.ui.settings_data_folder import FolderField
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_parts import go_to_button
from inpost_desk.wording.sentences import moment_words, trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.copying import Copied


class MoveDialog(DataDialog):
    """The steps, the folder, the copy."""

    moved = Signal()

    def __init__(self, desk: Desk, rules: DataRules, parent: QWidget) -> None:
        title = translate("ui", "Move to a new computer")
        super().__init__(desk, title, translate("ui", "Make the copy"), parent)
        self._rules = rules
        self.folder = FolderField(desk, translate("ui", "Stick or share for the copy"))
        self.folder.set_value(rules.backup_folder)
        self.lay_out([*(Text(words, wrap=True) for words in _steps()), self.folder])
        self.folder.chosen.connect(self._show)
        self.go_button.clicked.connect(self._go)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.go_button.setEnabled(bool(self.folder.value()))

    @Slot()
    def _go(self) -> None:
        if not self.working and self.folder.value():
            self._desk.guard("settings", while_alive(self, self._move))

    def _move(self) -> None:
        words = translate("ui", "Closing the account and making the copy…")
        folder = Path(self.folder.value())
        work = partial(_move, self._desk.data_dir, folder, self._rules.copies)
        self.do(words, work, self._done)

    def _done(self, copied: Copied) -> None:
        self.folder.hide()
        words = translate("ui", "The copy is made. Nothing is sent from this computer any more.")
        about = translate("ui", "Go on with steps 2 and 3 on the new computer.")
        if copied.missing:
            lacking = translate(
                "ui", "Label files that are missing here and so in the copy: {count}."
            )
            about = f"{about} {lacking.format(count=copied.missing)}"
        self.state.say(State.DONE, words, about)
        self.moved.emit()


class MovedPart(QWidget):
    """Shows that the open account was moved elsewhere, and the way to go on here after all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._wanted = False
        self.stay_button = KeyButton(translate("ui", "Go on here after all…"), icon="undo")
        self.state = Finding(self.stay_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        self.question: Question | None = None
        self.stay_button.clicked.connect(self._ask)
        desk.session_changed.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """How the open account stands."""
        self.setVisible(False)
        started = self._jobs.start(stand, lane=TABLE, done=self._stands)
        self._wanted = self._wanted and started

    def go_to_button(self) -> None:
        """To the way to go on here, as soon as it is known that there is one."""
        self._wanted = True
        self.look()

    def _stands(self, standing: Standing) -> None:
        self.setVisible(standing.moved_at is not None)
        if standing.moved_at is not None:
            self._say(standing.moved_at)
            if self._wanted:
                go_to_button(self.stay_button)
        self._wanted = False

    def _say(self, moved_at: datetime) -> None:
        fact = translate("ui", "Moved to another computer on {moment}: nothing is sent from here.")
        about = translate("ui", "What was bought before can be seen and printed.")
        words = fact.format(moment=moment_words(moved_at))
        self.state.say(State.INFORMATION, words, about, offer=[self.stay_button])

    @Slot()
    def _ask(self) -> None:
        self.question = Question(
            translate("ui", "Go on with every account on this computer?"),
            translate(
                "ui",
                "Only where the new computer was not used, or is used no more: two computers with the same account do "
                "not know of each other's parcels. InPost is read before anything is sent.",
            ),
            translate("ui", "Go on here"),
            self,
        )
        self.question.agreed.connect(lambda: self._desk.guard("settings", self._stay))
        self.question.open()

    def _stay(self) -> None:
        self.stay_button.setEnabled(False)
        self._desk.alone(
            partial(_stay, self._desk.data_dir),
            done=self._jobs.lasting(self._stays),
            failed=self._jobs.lasting(self._failed),
        )

    def _stays(self, _names: object) -> None:
        self.stay_button.setEnabled(True)
        self.look()

    def _failed(self, error: Exception) -> None:
        self.stay_button.setEnabled(True)
        if isinstance(error, Trouble):
            self.state.say(State.WARNING, trouble_words(error), offer=[self.stay_button])
        else:
            self._desk.report(error)


def _steps() -> list[str]:
    return [
        translate(
            "ui",
            "1. Here: make the copy. From then on this computer sends nothing any more, so that nothing is bought "
            "twice; looking and printing stay possible.",
        ),
        translate(
            "ui",
            "2. On the new computer: install InPost Desk, choose “Start the demo”, go to Settings, Data, “Restore…” "
            "and choose the same folder.",
        ),
        translate(
            "ui",
            "3. There: enter the tokens again under “Account” (they are in no copy), and print a test label.",
        ),
    ]


def _move(data_dir: Path, folder: Path, copies: int) -> Copied:
    from inpost_desk.actions.moving import move

    return move(data_dir, folder, copies=copies, now=steady_now())


def _stay(data_dir: Path) -> tuple[str, ...]:
    from inpost_desk.actions.moving import stay

    return stay(data_dir, now=steady_now())
