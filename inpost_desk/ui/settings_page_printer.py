"""Which printer the labels go to, as the first start asks it: one that was found, or a folder for the files.

A found one is taken as it proposes itself; the settings have the rest. The printers are asked on their lane,
since a print server may be slow or gone.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.background import PRINT
from inpost_desk.domain.printer import LABELS, PaperKind, Profile, Purpose, Reach
from inpost_desk.errors import FileTrouble, Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import FieldBox, KeyButton
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from inpost_desk.printers.found import Found

FOLDER: Final = Reach.FOLDER.value
"""The choice that is no printer."""

READINESS: Final[dict[str, tuple[str, Shape, State]]] = {
    "ready": (QT_TRANSLATE_NOOP("ui", "ready to print"), Shape.CONNECTED, State.DONE),
    "paused": (QT_TRANSLATE_NOOP("ui", "printing paused"), Shape.PAUSE, State.WARNING),
    "stopped": (QT_TRANSLATE_NOOP("ui", "printing stopped"), Shape.TRIANGLE, State.WARNING),
    "missing": (QT_TRANSLATE_NOOP("ui", "printer not there"), Shape.CUT, State.ERROR),
}
REASONS: Final[dict[str, str]] = {
    "media-empty": QT_TRANSLATE_NOOP("ui", "out of labels"),
    "media-needed": QT_TRANSLATE_NOOP("ui", "out of labels"),
    "media-jam": QT_TRANSLATE_NOOP("ui", "paper jam"),
    "cover-open": QT_TRANSLATE_NOOP("ui", "cover open"),
    "door-open": QT_TRANSLATE_NOOP("ui", "cover open"),
    "marker-supply-empty": QT_TRANSLATE_NOOP("ui", "out of ribbon or ink"),
    "toner-empty": QT_TRANSLATE_NOOP("ui", "out of toner"),
    "offline": QT_TRANSLATE_NOOP("ui", "switched off or not connected"),
    "unreachable": QT_TRANSLATE_NOOP("ui", "print server not reached"),
    "rejecting": QT_TRANSLATE_NOOP("ui", "takes no documents"),
    "no_such_printer": QT_TRANSLATE_NOOP("ui", "printer not there"),
}


def printer_words(readiness: str, reasons: tuple[str, ...]) -> tuple[str, Shape, State]:
    """How a printer stands: the reason where there is one worth a word."""
    text, shape, state = READINESS.get(readiness, READINESS["stopped"])
    reason = next((REASONS[one] for one in reasons if one in REASONS), "")
    if reason and state is State.DONE:
        shape, state = Shape.TRIANGLE, State.WARNING
    return translate("ui", reason or text), shape, state


class PrinterForm(QWidget):
    """The printers there are, the chosen one marked."""

    changed = Signal(object)
    """A `Profile` that can be used."""
    loaded = Signal()
    """The printers of the system are shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._there: list[Found] = []
        self._choice: Profile | None = None
        self._offered: dict[str, Profile] = {}
        self._asking = 0
        self.printers = ChoiceList(translate("ui", "Printer"))
        self.printers.chosen.connect(self._chosen)
        self.refresh_button = KeyButton(
            translate("ui", "Look again"), key="F5", icon="refresh", kind="header"
        )
        self.refresh_button.clicked.connect(self.refresh)
        self.folder = FieldBox(translate("ui", "Folder"))
        self.folder.edit.setText(_usual_folder())
        self.folder.edit.editingFinished.connect(self._use_folder)
        self._browse = KeyButton(translate("ui", "Choose a folder…"), icon="folder", kind="plain")
        self._browse.clicked.connect(self._ask_folder)
        self.finding = Finding()
        self._lay_out()
        self._show()

    def value(self) -> Profile | None:
        """The printer chosen, or None."""
        return self._choice

    def set_value(self, choice: Profile | None) -> None:
        """Show what was decided."""
        self._choice = choice
        if choice is not None and choice.reach is Reach.FOLDER:
            self.folder.edit.setText(choice.address)
        self._show()

    def refresh(self) -> None:
        """Ask the system for its printers."""
        if self._asking:
            return
        self.refresh_button.setEnabled(False)
        if not self._there:
            self.finding.say(
                State.INFORMATION, translate("ui", "Looking for printers…"), working=True
            )
        self._asking = self._desk.lanes.start(
            PRINT,
            _found_printers,
            done=while_alive(self, self._found),
            failed=while_alive(self, self._not_found),
        )

    def complain(self) -> None:
        """Nothing is chosen: say so and go there."""
        self.finding.say(State.ERROR, translate("ui", "Choose a printer or a folder."))
        self.printers.focus_choice()

    def use_folder(self, path: str) -> None:
        """Take a folder that was chosen elsewhere."""
        self.folder.edit.setText(path)
        self._use_folder()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(look.PAD, 0, 0, 0)
        line.setSpacing(look.GAP)
        line.addWidget(self.folder, 1)
        column = QVBoxLayout()
        # Level with the field, below its label.
        column.addSpacing(self.folder.label.sizeHint().height() + 4)
        column.addWidget(self._browse)
        column.addStretch(1)
        line.addLayout(column)
        self._folder_part = QWidget()
        self._folder_part.setLayout(line)
        keys = QHBoxLayout()
        keys.addWidget(self.refresh_button)
        keys.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.printers)
        layout.addWidget(self._folder_part)
        layout.addWidget(self.finding)
        layout.addLayout(keys)

    def _show(self) -> None:
        choice = self._choice
        choices = [_found_choice(one) for one in self._there]
        self._offered = {one.profile.id: _for_labels(one.profile) for one in self._there}
        chosen = ""
        if choice is not None:
            chosen = FOLDER if choice.reach is Reach.FOLDER else choice.id
        if choice is not None and chosen != FOLDER:
            if chosen not in self._offered:
                choices.append(_own_choice(choice, gone=bool(self._there)))
            # As it was set up, which may be more than its proposal.
            self._offered[chosen] = choice
        choices.append(
            Choice(
                FOLDER,
                translate("ui", "A folder"),
                translate("ui", "Labels become PDF files there; another program prints them."),
            )
        )
        self.printers.set_choices(choices, chosen)
        self._folder_part.setVisible(self.printers.value() == FOLDER)

    def _found(self, there: list[Found]) -> None:
        self._asked()
        self._there = there
        if there:
            self.finding.hide()
        else:
            self.finding.say(
                State.INFORMATION,
                translate("ui", "The system has no printer yet."),
                translate(
                    "ui", "Add it in the system's settings, then look again. A folder works now."
                ),
            )
        self._show()
        self.loaded.emit()

    def _not_found(self, error: Exception) -> None:
        self._asked()
        self._there = []
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self.finding.say(
            State.WARNING,
            translate("ui", "The system's printers cannot be asked just now."),
            trouble_words(error),
        )
        self._show()
        self.loaded.emit()

    def _asked(self) -> None:
        self._asking = 0
        self.refresh_button.setEnabled(True)

    def _chosen(self, key: str) -> None:
        self._folder_part.setVisible(key == FOLDER)
        self.finding.hide()
        if key == FOLDER:
            self._use_folder()
        else:
            self._take(self._offered[key])

    def _take(self, choice: Profile) -> None:
        if choice != self._choice:
            self._choice = choice
            self.changed.emit(choice)

    def _ask_folder(self) -> None:
        title = translate("ui", "Folder for labels")
        path = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if path:
            self.use_folder(path)

    def _use_folder(self) -> None:
        """On the lane: the folder may be on a share that hangs."""
        path = self.folder.text()
        if not path:
            self._choice = None
            self.folder.set_finding(translate("ui", "Name a folder."))
            return
        self._desk.lanes.start(
            PRINT,
            lambda: usable_folder(path),
            done=while_alive(self, lambda usable: self._folder_is_usable(path, usable)),
            failed=while_alive(self, lambda error: self._folder_is_not(path, error)),
        )

    def _folder_is_usable(self, asked: str, path: str) -> None:
        if asked == self.folder.text() and self.printers.value() == FOLDER:
            self.folder.set_finding("")
            self._take(Profile.at(Reach.FOLDER, path))

    def _folder_is_not(self, asked: str, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
        elif asked == self.folder.text():
            self._choice = None
            self.folder.set_finding(trouble_words(error))


def _for_labels(profile: Profile) -> Profile:
    """An office printer that is chosen here gets the labels too, four on a sheet."""
    if set(LABELS) <= set(profile.serves):
        return profile
    paper = PaperKind.A4_FOUR if profile.paper is PaperKind.A4 else profile.paper
    return replace(profile, paper=paper, serves=tuple(Purpose))


def _found_choice(found: Found) -> Choice:
    profile = found.profile
    title = found.description or profile.name
    detail = ", ".join(dict.fromkeys(filter(None, (profile.address, found.model))))
    word, shape, state = printer_words(found.readiness, found.reasons)
    return Choice(
        profile.id,
        title,
        "" if detail == title else detail,
        word=word,
        shape=shape,
        state=state,
    )


def _own_choice(profile: Profile, *, gone: bool) -> Choice:
    """One that was chosen and is none of those found: a queue may have gone, an address never shows."""
    if not gone or profile.reach is Reach.SOCKET:
        return Choice(profile.id, profile.name, profile.address)
    word, shape, state = printer_words("missing", ())
    return Choice(profile.id, profile.name, profile.address, word=word, shape=shape, state=state)


def _found_printers() -> list[Found]:
    from inpost_desk.printers.found import found_printers

    return found_printers()


def usable_folder(given: str) -> str:
    """The folder as a whole path; made where only its last part is missing. Raises `FileTrouble`."""
    from inpost_desk.printers.folder import FolderPrinter

    path = Path(given).expanduser()
    if not path.is_absolute():
        raise FileTrouble("not_a_folder", place=given)
    if path.parent.is_dir() and not path.exists():
        try:
            path.mkdir()
        except OSError:
            raise FileTrouble("read_only", place=str(path)) from None
    state = FolderPrinter(path).state()
    if state.reasons:
        raise FileTrouble(state.reasons[0], place=str(path))
    return str(path)


def _usual_folder() -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(documents) / translate("ui", "InPost labels")) if documents else ""
