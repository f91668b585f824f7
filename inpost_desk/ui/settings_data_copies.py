"""Where each day's copy goes, how many days' stay there, and how it stands; a copy now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import CARE, FETCH
from inpost_desk.clock import steady_now
from inpost_desk.domain.data_care import FEWEST_COPIES, MOST_COPIES, DataRules
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.care import COPY as NOTICE
from inpost_desk.ui.care import keep_last_copy, last_copy_kept
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import KeyButton, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_data_folder import FolderField
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.settings_station_parts import Figure, wrapped
from inpost_desk.wording.sentences import moment_words, trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.copies import Manifest
    from inpost_desk.actions.copying import Copied


@dataclass(frozen=True, slots=True)
class Standing:
    """How the copies stand: the newest one and how many days' there are. `there`: the folder can be seen."""

    there: bool
    same_disk: bool = False
    newest: Manifest | None = None
    days: int = 0


class CopiesForm(QWidget):
    """Writes each change at once."""

    def __init__(self, desk: Desk, changes: Changes) -> None:
        super().__init__()
        self._desk, self._changes = desk, changes
        self._asked: str | None = None
        self._stop: Stop | None = None
        self.clear_button = KeyButton(
            translate("ui", "Make no copies"), icon="close", kind="header"
        )
        label = translate("ui", "Folder for the copies")
        self.folder = FolderField(desk, label, self.clear_button)
        self.copies = Figure(
            translate("ui", "Copies of how many days stay there"),
            FEWEST_COPIES,
            MOST_COPIES,
            unit=translate("ui", "days"),
        )
        self.now_button = KeyButton(translate("ui", "Copy now"), icon="database")
        self.stop_button = KeyButton(translate("ui", "Stop"), icon="stop")
        self.same_disk = Finding()
        self.state = Finding()
        self._lay_out()
        self._connect()
        self.show_settings()

    @property
    def copying(self) -> bool:
        """Whether a copy is being made from here."""
        return self._stop is not None

    def show_settings(self) -> None:
        """Show what was decided, here or elsewhere."""
        rules = self._changes.known.data
        self.folder.set_value(rules.backup_folder)
        self.copies.show_value(rules.copies)
        self.clear_button.setVisible(bool(rules.backup_folder))
        self.now_button.setEnabled(bool(rules.backup_folder))
        if rules.backup_folder != self._asked:
            self.look()

    def look(self) -> None:
        """See how the copies stand now."""
        folder = self._asked = self._changes.known.data.backup_folder
        if not folder:
            self.same_disk.hide()
            words = translate(
                "ui", "No copies are made: a broken disk would take everything along."
            )
            about = translate(
                "ui", "Choose a folder on a stick, another disk or a share of your network."
            )
            self.state.say(State.WARNING, words, about)
            return
        self._desk.lanes.start(
            FETCH,
            partial(stand, self._desk.data_dir, Path(folder)),
            done=while_alive(self, partial(self._stands, folder)),
            failed=self._desk.report,
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A stick may have been plugged in meanwhile."""
        super().showEvent(event)
        if not self.copying:
            self.look()

    def _lay_out(self) -> None:
        self.stop_button.hide()
        label = Text(translate("ui", "Copies of how many days stay there"), bold=True, wrap=True)
        label.setBuddy(self.copies)
        days = QWidget()
        below = QVBoxLayout(days)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(label)
        below.addWidget(Flow(self.copies))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.PAD)
        for part in (
            wrapped(translate("ui", "A copy each day")),
            Text(
                translate(
                    "ui",
                    "Made by itself while the window is open: orders, shipments, labels and settings of every account. "
                    "Tokens are in no copy.",
                ),
                tone="text2",
                wrap=True,
            ),
            self.folder,
            self.same_disk,
            days,
            self.state,
            Flow(self.now_button, self.stop_button, gap=look.GAP),
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        self.folder.chosen.connect(lambda folder: self._keep(backup_folder=folder))
        self.clear_button.clicked.connect(lambda: self._keep(backup_folder=""))
        self.copies.edited.connect(lambda days: self._keep(copies=days))
        self.now_button.clicked.connect(self.copy_now)
        self.stop_button.clicked.connect(self._end)
        self._changes.changed.connect(self.show_settings)

    def _keep(self, **change: object) -> None:
        rules: DataRules = replace(self._changes.known.data, **change)  # type: ignore[arg-type]
        if rules.backup_folder != self._changes.known.data.backup_folder:
            keep_last_copy(self._desk.data_dir, None)
        self._changes.make(data=rules)

    def _stands(self, folder: str, standing: Standing) -> None:
        if folder != self._changes.known.data.backup_folder or self.copying:
            return
        if standing.same_disk:
            words = translate("ui", "This folder is on the same disk as the data itself.")
            about = translate(
                "ui",
                "If that disk breaks, both are gone. A stick or a share of the network is safe.",
            )
            self.same_disk.say(State.WARNING, words, about)
        else:
            self.same_disk.hide()
        if not standing.there:
            self._say_away()
        elif standing.newest is None:
            words = translate("ui", "No copy lies there yet. The first one comes by itself.")
            self.state.say(State.INFORMATION, words)
        else:
            keep_last_copy(self._desk.data_dir, standing.newest.made_at)
            self.state.say(State.DONE, *_newest_words(standing.newest, standing.days))

    def _say_away(self) -> None:
        last = last_copy_kept(self._desk.data_dir)
        words = translate("ui", "The folder cannot be seen now, so no copy can be made.")
        about = translate("ui", "Plug the stick in, or connect to the share.")
        if last is not None:
            since = translate("ui", "The last copy was made on {moment}.")
            about = f"{since.format(moment=moment_words(last))} {about}"
        self.state.say(State.WARNING, words, about)

    # A copy now

    @Slot()
    def copy_now(self) -> None:
        """Make one at once, whatever was made today."""
        rules = self._changes.known.data
        if self.copying or not rules.backup_folder:
            return
        self._stop = Stop()
        self._show_copying(True)
        words = translate("ui", "Copying…")
        about = translate("ui", "You can go on working meanwhile. The first copy takes longest.")
        self.state.say(State.INFORMATION, words, about, working=True)
        self._desk.lanes.start(
            CARE,
            partial(_copy, self._desk.data_dir, rules, self._stop),
            done=while_alive(self, self._copied),
            failed=while_alive(self, self._not_copied),
        )

    def closing(self) -> None:
        """The window closes: what was copied stays, the rest comes with the next copy."""
        self._end()

    @Slot()
    def _end(self) -> None:
        if self._stop is not None:
            self._stop.event.set()

    def _show_copying(self, copying: bool) -> None:  # noqa: FBT001
        # The button itself stays enabled, and deaf: the focus would go on to something else, and a second
        # Enter press that.
        if self.stop_button.hasFocus():
            self.now_button.setFocus()
        self.stop_button.setVisible(copying)

    def _copied(self, copied: Copied) -> None:
        self._stop = None
        self._show_copying(False)
        if copied.stopped:
            words = translate("ui", "Stopped: there is no whole copy of today yet.")
            about = translate("ui", "What was copied stays; the next copy has less to do.")
            self.state.say(State.WARNING, words, about)
            return
        self._desk.withdraw(NOTICE)
        if copied.missing:
            words = translate("ui", "Copied, but label files are missing here or damaged: {count}.")
            about = translate("ui", "“Check the data” below names them.")
            self.state.say(State.WARNING, words.format(count=copied.missing), about)
            return
        self.look()

    def _not_copied(self, error: Exception) -> None:
        self._stop = None
        self._show_copying(False)
        if isinstance(error, Trouble):
            self.state.say(State.ERROR, trouble_words(error))
        else:
            self._desk.report(error)


def stand(data_dir: Path, folder: Path) -> Standing:
    """How the copies of this computer in that folder stand; on a lane, for it may be a share that hangs."""
    from inpost_desk.actions.copies import days_in, home_of, read_manifest

    try:
        same = folder.stat().st_dev == data_dir.stat().st_dev
        days = days_in(home_of(data_dir, folder))
        newest = read_manifest(days[-1]) if days else None
    except OSError:
        return Standing(there=False)
    except Trouble:
        return Standing(there=True, same_disk=same)
    return Standing(True, same, newest, len(days))


def _copy(data_dir: Path, rules: DataRules, stop: Stop) -> Copied:
    from inpost_desk.actions.copying import back_up

    folder = Path(rules.backup_folder)
    return back_up(data_dir, folder, copies=rules.copies, now=steady_now(), stop=stop)


def _newest_words(newest: Manifest, days: int) -> tuple[str, str]:
    words = translate("ui", "The last copy was made on {moment}.")
    about = translate(
        "ui",
        "In it: accounts {accounts}, shipments {shipments}, labels {labels}. Copies there: {days}.",
    )
    return words.format(moment=moment_words(newest.made_at)), about.format(
        accounts=len(newest.accounts),
        shipments=sum(one.shipments for one in newest.accounts),
        labels=sum(one.labels for one in newest.accounts),
        days=days,
    )
