"""The section of the settings about the data: copies, restoring, moving, checking, how long it is kept.

What is done to ledgers is the business of `actions`; the account is closed for it by `Desk.alone`.
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import KeyButton, Line, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.settings_data_check import CheckForm
from inpost_desk.ui.settings_data_copies import CopiesForm
from inpost_desk.ui.settings_data_keep import KeepForm
from inpost_desk.ui.settings_data_move import MoveDialog, MovedPart
from inpost_desk.ui.settings_data_restore import RestoreDialog
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.settings_page_parts import go_to_button
from inpost_desk.ui.settings_station_parts import wrapped
from inpost_desk.wording.speech import translate


class DataSection(QWidget):
    """A place for the form, which is built when somebody looks."""

    def __init__(self, desk: Desk, changes: Changes | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._changes = changes or Changes(desk, parent=self)
        self._form: DataForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def form(self) -> DataForm:
        """The form, built now if nobody saw it before."""
        if self._form is None:
            self._form = DataForm(self._desk, self._changes)
            self._column.addWidget(self._form)
        return self._form

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Seen for the first time."""
        _ = self.form
        super().showEvent(event)

    def go_to(self, wanted: str) -> None:
        """To the button that does it: "stay" or "restore"."""
        if wanted == "stay":
            self.form.moved.go_to_button()
        else:
            go_to_button(self.form.restore_button)

    def closing(self) -> None:
        """The window closes: what takes long ends after its present file."""
        if self._form is not None:
            self._form.closing()


class DataForm(QWidget):
    """The parts under each other."""

    def __init__(self, desk: Desk, changes: Changes) -> None:
        super().__init__()
        self._desk, self._changes = desk, changes
        self.moved = MovedPart(desk)
        self.copies = CopiesForm(desk, changes)
        self.restore_button = KeyButton(translate("ui", "Restore…"), icon="undo")
        self.move_button = KeyButton(translate("ui", "Move to a new computer…"), icon="box")
        self.keep = KeepForm(desk, changes)
        self.check = CheckForm(desk)
        self.restoring: RestoreDialog | None = None
        self.moving: MoveDialog | None = None
        self._lay_out()
        self.restore_button.clicked.connect(self._restore)
        self.move_button.clicked.connect(self._move)

    @Slot()
    def closing(self) -> None:
        """What takes long ends after its present file."""
        self.copies.closing()
        self.check.closing()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.EDGE)
        about = translate(
            "ui",
            "After a crash, or on a new computer: a copy takes the place of what is here. You see first what is in it.",
        )
        for part in (
            self.moved,
            self.copies,
            Line(),
            wrapped(translate("ui", "Restoring and moving")),
            Text(about, tone="text2", wrap=True),
            Flow(self.restore_button, self.move_button, gap=look.GAP),
            Line(),
            self.keep,
            Line(),
            self.check,
        ):
            column.addWidget(part)

    @Slot()
    def _restore(self) -> None:
        folder = self._changes.known.data.backup_folder
        self.restoring = RestoreDialog(self._desk, folder, self)
        self.restoring.restored.connect(self.copies.look)
        self.restoring.begun.connect(self.closing)
        self.restoring.open()

    @Slot()
    def _move(self) -> None:
        self.moving = MoveDialog(self._desk, self._changes.known.data, self)
        self.moving.moved.connect(self.copies.look)
        self.moving.begun.connect(self.closing)
        self.moving.open()
