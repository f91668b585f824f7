"""How a printer is reached: a queue of the system, a network address, or a folder."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.background import PRINT
from inpost_desk.domain.printer import Reach, host_and_port
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import FieldBox, KeyButton, Segmented, Stack
from inpost_desk.ui.printers.form_parts import Labelled, Options
from inpost_desk.ui.printers.words import finding_words
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_printer import usable_folder
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

QUEUE: Final = Reach.WINDOWS if sys.platform == "win32" else Reach.CUPS
_WAYS: Final = (QUEUE, Reach.SOCKET, Reach.FOLDER)


class AddressForm(QWidget):
    """The way, and under it the one field that the way needs."""

    changed = Signal(str, str)
    """A `Reach` and an address that can be used."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._reach: Reach = QUEUE
        self._kept = ""
        self._given: tuple[str, str, str] | None = None
        self._queues: list[str] = []
        self.ways = Segmented(
            [
                (QUEUE, translate("ui", "system queue")),
                (Reach.SOCKET, translate("ui", "network")),
                (Reach.FOLDER, translate("ui", "a folder")),
            ],
            name=translate("ui", "How it is reached"),
        )
        self.queue = Options(translate("ui", "System queue"))
        self.queue_part = Labelled(translate("ui", "System queue"), self.queue)
        self.host = FieldBox(translate("ui", "Network address"), in_header=True)
        self.host.edit.setPlaceholderText("192.168.1.50:9100")
        self.folder = FieldBox(translate("ui", "Folder"), in_header=True)
        self._browse = KeyButton(translate("ui", "Choose…"), icon="folder", kind="header")
        self._lay_out()
        self._connect()

    def set_value(self, printer: str, reach: Reach, address: str) -> None:
        """Show how the printer with that id is reached; what is being written is left alone."""
        if (printer, reach, address) == self._given:
            return
        self._given = printer, reach, address
        self._reach, self._kept = reach, address
        self.ways.set_value(reach)
        for part in (self.host, self.folder):
            part.set_finding("")
        self.queue_part.set_finding("")
        self.host.edit.setText(address if reach is Reach.SOCKET else "")
        self.folder.edit.setText(address if reach is Reach.FOLDER else "")
        self._show()

    def set_queues(self, names: list[str]) -> None:
        """The queues that the system has."""
        self._queues = names
        self._show()

    def focus_way(self) -> None:
        """Go to where a new printer begins."""
        shown = {Reach.SOCKET: self.host.edit, Reach.FOLDER: self.folder.edit}
        shown.get(self._reach, self.queue).setFocus()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.folder, 1)
        column = QVBoxLayout()
        # Level with the field, below its label.
        column.addSpacing(self.folder.label.sizeHint().height() + 4)
        column.addWidget(self._browse)
        column.addStretch(1)
        line.addLayout(column)
        folder = QWidget()
        folder.setLayout(line)
        self._fields = Stack()
        for part in (self.queue_part, self.host, folder):
            self._fields.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(Labelled(translate("ui", "How it is reached"), self.ways))
        layout.addWidget(self._fields)
        self._show()

    def _connect(self) -> None:
        self.ways.changed.connect(self._way_taken)
        self.queue.taken.connect(lambda name: self._take(QUEUE, name))
        self.host.edit.editingFinished.connect(self._host_written)
        self.folder.edit.editingFinished.connect(self._folder_written)
        self._browse.clicked.connect(self._ask_folder)

    def _show(self) -> None:
        self._fields.setCurrentIndex(_WAYS.index(self._reach) if self._reach in _WAYS else 0)
        names = list(self._queues)
        options = [(name, name) for name in names]
        if self._reach is QUEUE and self._kept and self._kept not in names:
            gone = self._kept
            if names:
                gone = translate("ui", "{name} (not there)").format(name=self._kept)
            options.append((self._kept, gone))
        chosen = self._kept if self._reach is QUEUE else ""
        self.queue.set_options(options, chosen)

    def _way_taken(self, way: str) -> None:
        """Nothing is changed yet: the address is what counts."""
        if way == self._reach:
            return
        self._reach = Reach(way)
        self._kept = ""
        self._show()
        self.focus_way()
        if self._reach is QUEUE and not self._queues:
            self.queue_part.set_finding(translate("ui", "The system has no printer yet."))

    def _take(self, reach: Reach, address: str) -> None:
        self._kept = address
        self.changed.emit(reach.value, address)

    def _host_written(self) -> None:
        text = self.host.text()
        if self._reach is not Reach.SOCKET or text == self._kept:
            self.host.set_finding("")
        elif host_and_port(text) is None:
            self.host.set_finding(finding_words("address"))
        else:
            self.host.set_finding("")
            self._take(Reach.SOCKET, text)

    def _ask_folder(self) -> None:
        title = translate("ui", "Folder for labels")
        path = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if path:
            self.folder.edit.setText(path)
            self._folder_written()

    def _folder_written(self) -> None:
        """On the lane: the folder may be on a share that hangs."""
        path = self.folder.text()
        if self._reach is not Reach.FOLDER or path == self._kept:
            self.folder.set_finding("")
            return
        if not path:
            self.folder.set_finding(finding_words("folder"))
            return
        self._desk.lanes.start(
            PRINT,
            lambda: usable_folder(path),
            done=while_alive(self, lambda usable: self._folder_is_usable(path, usable)),
            failed=while_alive(self, lambda error: self._folder_is_not(path, error)),
        )

    def _folder_is_usable(self, asked: str, path: str) -> None:
        if asked == self.folder.text() and self._reach is Reach.FOLDER:
            self.folder.set_finding("")
            self._take(Reach.FOLDER, path)

    def _folder_is_not(self, asked: str, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
        elif asked == self.folder.text():
            self.folder.set_finding(trouble_words(error))
