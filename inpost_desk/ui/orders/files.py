"""Choosing files: the orders to import, the empty template, the sample orders."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from inpost_desk.background import FETCH
from inpost_desk.paths import resource
from inpost_desk.settings import Environment
from inpost_desk.ui.desk import DONE, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders.importing import sample_place
from inpost_desk.wording.speech import translate

SAMPLE = "samples/orders.csv"
FOLDER_KEY = "orders/folder"
SHOWN_KEY = "demo/sample-shown"


class FileChoices(QObject):
    """Asks for files; the window stays usable meanwhile."""

    chosen = Signal(object)
    """Paths of order files."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self._jobs = Jobs(desk, self)
        self._open: QFileDialog | None = None
        self._kept = QSettings(str(desk.data_dir / "window.ini"), QSettings.Format.IniFormat, self)

    @Slot()
    def choose(self) -> None:
        """Ask for order files, in the folder they came from last."""
        dialog = self._dialog(translate("ui", "Choose an order file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                translate("ui", "Order files (*.csv *.xlsx *.ods *.txt)"),
                translate("ui", "All files (*)"),
            ]
        )
        dialog.filesSelected.connect(self._took)
        dialog.open()

    @Slot()
    def save_template(self) -> None:
        """Ask where to put an empty file in Manager Paczek's layout."""
        dialog = self._dialog(translate("ui", "Save the empty template"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(translate("ui", "orders-template.xlsx"))
        dialog.fileSelected.connect(self._save)
        dialog.open()

    @Slot()
    def take_sample(self) -> None:
        """Put the sample orders on the desk; a copy, so that the result file has a place."""
        place = sample_place(self._desk.data_dir)

        def copy() -> Path:
            place.parent.mkdir(parents=True, exist_ok=True)
            return Path(shutil.copyfile(resource(SAMPLE), place))

        self._desk.lanes.start(
            FETCH,
            copy,
            done=self._jobs.told(lambda path: self.chosen.emit([path])),
            failed=self._desk.report,
        )

    def take_first_sample(self) -> bool:
        """In the demo the samples come by themselves, once; whether they do."""
        session = self._desk.session
        if session is None or session.account.environment != Environment.DEMO:
            return False
        if self._kept.value(SHOWN_KEY):
            return False
        self._kept.setValue(SHOWN_KEY, "yes")
        self.take_sample()
        return True

    def _dialog(self, title: str) -> QFileDialog:
        if self._open is not None:
            self._open.close()
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = QFileDialog(self._parent, title, str(self._kept.value(FOLDER_KEY) or usual))
        dialog.finished.connect(partial(self._closed, dialog))
        self._open = dialog
        return dialog

    def _closed(self, dialog: QFileDialog, _code: int) -> None:
        if self._open is dialog:
            self._open = None
        dialog.deleteLater()

    def _took(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._kept.setValue(FOLDER_KEY, str(paths[0].parent))
            self.chosen.emit(paths)

    def _save(self, name: str) -> None:
        self._desk.lanes.start(
            FETCH,
            partial(_write_template, Path(name)),
            done=self._jobs.lasting(self._saved),
            failed=self._desk.report,
        )

    def _saved(self, path: Path) -> None:
        words = translate("ui", "The empty template is saved.")
        self._desk.notify(Notice("template", DONE, words, str(path)))


def _write_template(path: Path) -> Path:
    from inpost_desk.actions.template import write_template

    return write_template(path)
