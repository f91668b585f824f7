"""A folder that is chosen or typed, judged on a lane: it may be on a stick or a share that hangs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from inpost_desk.background import FETCH
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import FieldBox, KeyButton
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_station_watched import OWN, watchable
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate


class FolderField(QWidget):
    """The field and its button. What cannot be used is said below the field and told to nobody."""

    chosen = Signal(str)
    """A whole path of a folder that can be written, "" where the field was emptied."""

    def __init__(self, desk: Desk, label: str, *beside: QWidget) -> None:
        """`beside` are further buttons of that line."""
        super().__init__()
        self._desk, self._kept = desk, ""
        self.field = FieldBox(label, in_header=True)
        self.browse_button = KeyButton(translate("ui", "Choose…"), icon="folder", kind="header")
        self.browse_button.setAccessibleName(f"{label}: {self.browse_button.words()}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.GAP)
        column.addWidget(self.field)
        column.addWidget(Flow(self.browse_button, *beside, gap=look.GAP))
        self.field.edit.editingFinished.connect(self._written)
        self.field.edit.textEdited.connect(lambda _: self.field.set_finding(""))
        self.browse_button.clicked.connect(self._ask)

    def value(self) -> str:
        """The folder that was told last."""
        return self._kept

    def set_value(self, folder: str) -> None:
        """Show it; what is being typed is left alone where it did not change."""
        if folder != self._kept:
            self._kept = folder
            self.field.set_finding("")
            self.field.edit.setText(folder)

    def take(self, folder: str) -> None:
        """As if somebody had typed it."""
        self.field.edit.setText(folder)
        self._written()

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, self.field.label.text(), self.field.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    @Slot()
    def _written(self) -> None:
        given, own = self.field.text(), self._desk.data_dir
        if given == self._kept:
            self.field.set_finding("")
        elif not given:
            self._tell("")
        else:
            self._desk.lanes.start(
                FETCH,
                partial(watchable, given, own),
                done=while_alive(self, partial(self._judged, given)),
                failed=while_alive(self, partial(self._not_usable, given)),
            )

    def _judged(self, given: str, path: str) -> None:
        if given != self.field.text():
            return
        if path == OWN:
            words = translate("ui", "That is the program's own folder. Choose another one.")
            self.field.set_finding(words)
            return
        self.field.edit.setText(path)
        self._tell(path)

    def _tell(self, folder: str) -> None:
        self.field.set_finding("")
        self._kept = folder
        self.chosen.emit(folder)

    def _not_usable(self, given: str, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
        elif given == self.field.text():
            self.field.set_finding(trouble_words(error))
