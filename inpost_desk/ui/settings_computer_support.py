"""The report for support, shown before anything is written: every text that would be sent, one by one."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.background import FETCH
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import DONE, Desk, Notice
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.opening import open_file
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.window_place import window_settings
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.support import SupportBundle

FOLDER_KEY: Final = "support/folder"
NOTICE: Final = "support"


class SupportDialog(Dialog):
    """The names at the left, the text at the right; nothing leaves this computer by itself."""

    def __init__(self, desk: Desk, bundle: SupportBundle, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._bundle = desk, bundle
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ui", "Report for support"))
        self.names = self._list()
        self.shown = self._box()
        self.finding = Finding()
        self.save_button = KeyButton(translate("ui", "Save…"), key="Ctrl+S", kind="main")
        self.save_button.setShortcut("Ctrl+S")
        self.close_button = KeyButton(translate("ui", "Close"), key="Esc", kind="plain")
        self._lay_out()
        self.names.currentRowChanged.connect(self._show_text)
        self.save_button.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.reject)
        self.names.setCurrentRow(0)
        self.names.setFocus()
        self.resize(look.PANEL * 3, 560)

    def save(self, path: Path) -> None:
        """Write it there; the folder is proposed the next time."""
        window_settings(self._desk.data_dir).setValue(FOLDER_KEY, str(path.parent))
        self.save_button.setEnabled(False)
        self._desk.lanes.start(
            FETCH,
            partial(_write, self._bundle, path),
            done=while_alive(self, self._saved),
            failed=while_alive(self, self._not_saved),
        )

    def _list(self) -> QListWidget:
        names = QListWidget()
        names.setAccessibleName(translate("ui", "Texts of the report"))
        names.setFont(look.font(Role.BODY))
        names.addItems([one.name for one in self._bundle.files])
        widest = names.sizeHintForColumn(0) + look.EDGE
        names.setMinimumWidth(widest)
        return names

    def _box(self) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setReadOnly(True)
        box.setFont(look.font(Role.CAPTION))
        # Tab leads on to the buttons.
        box.setTabChangesFocus(True)
        return box

    def _lay_out(self) -> None:
        heading = Heading(translate("ui", "Read it before you send it"), Role.HEADING)
        heading.setWordWrap(True)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.names)
        beside.addWidget(self.shown)
        beside.setStretchFactor(1, 1)
        row = QHBoxLayout()
        row.setSpacing(look.GAP)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.PAD)
        column.setSpacing(look.PAD)
        column.addWidget(heading)
        column.addWidget(Text(_left_out(), wrap=True, tone="text2"))
        column.addWidget(beside, 1)
        column.addWidget(self.finding)
        column.addLayout(row)

    @Slot(int)
    def _show_text(self, number: int) -> None:
        one = self._bundle.files[number]
        self.shown.setPlainText(one.text)
        words = translate("ui", "Text of {name}, read only")
        self.shown.setAccessibleName(words.format(name=one.name))

    @Slot()
    def _ask(self) -> None:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kept = window_settings(self._desk.data_dir).value(FOLDER_KEY)
        dialog = QFileDialog(self, translate("ui", "Save the report"), str(kept or usual))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.setNameFilters([translate("ui", "ZIP files (*.zip)")])
        dialog.selectFile(f"inpost-desk-{datetime.now(UTC):%Y-%m-%d}.zip")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _saved(self, path: Path) -> None:
        fact = translate("ui", "The report is saved. Nothing was sent.")
        button = translate("ui", "Open the folder")
        opened = partial(open_file, self._desk, path.parent)
        self._desk.notify(Notice(NOTICE, DONE, fact, str(path), button, opened))
        self.accept()

    def _not_saved(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, Trouble):
            self.finding.say(State.WARNING, trouble_words(error))
        else:
            self._desk.report(error)


def _write(bundle: SupportBundle, path: Path) -> Path:
    from inpost_desk.actions.support import write_bundle

    write_bundle(bundle, path)
    return path


def _left_out() -> str:
    return translate(
        "ui",
        "Left out: tokens, receivers, the sender, references (only digests of them), names of accounts, printers and "
        "folders, addresses. Nothing is sent: the report becomes a file that you pass on yourself.",
    )
