"""The section of the settings about this computer: a check, the proxy, a report for support, the version.

Nothing here changes anything on the computer. What is found is the business of `actions.doctor` and `reach`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk import releases
from inpost_desk.background import FETCH
from inpost_desk.errors import Trouble
from inpost_desk.ui import first_start_cards, look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Heading, KeyButton, Line, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_computer_check import Checkup
from inpost_desk.ui.settings_computer_findings import FindingsList
from inpost_desk.ui.settings_computer_proxy import ProxyForm
from inpost_desk.ui.settings_computer_support import SupportDialog
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.wording.newer_version import newest_words, nowhere_words, unknown_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.doctor import Finding
    from inpost_desk.actions.newer_version import Published
    from inpost_desk.actions.support import SupportBundle


class ComputerSection(QWidget):
    """A place for the form, which is built when somebody looks."""

    def __init__(self, desk: Desk, changes: Changes | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._changes = changes or Changes(desk, parent=self)
        self._form: ComputerForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def form(self) -> ComputerForm:
        """The form, built now if nobody saw it before."""
        if self._form is None:
            self._form = ComputerForm(self._desk, self._changes)
            self._column.addWidget(self._form)
        return self._form

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Seen for the first time."""
        _ = self.form
        super().showEvent(event)


class ComputerForm(QWidget):
    """What can be looked at, and the one thing that can be set."""

    def __init__(self, desk: Desk, changes: Changes) -> None:
        super().__init__()
        self._desk, self._changes = desk, changes
        self._checkup = Checkup(desk, self)
        self._found: list[Finding] | None = None
        self._report_wanted = False
        # The buttons stay enabled while they are at work, and deaf: a disabled one would lose the focus to
        # whatever comes next, and a second Enter would press that.
        self._gathering = False
        self._asking = False
        self.dialog: SupportDialog | None = None
        self.check_button = KeyButton(
            translate("ui", "Check this computer"), key="F5", icon="refresh"
        )
        self.copy_button = KeyButton(translate("ui", "Copy as text"), icon="copy")
        self.support_button = KeyButton(translate("ui", "Report for support…"), icon="file")
        self.state = first_start_cards.Finding()
        self.findings = FindingsList()
        self.proxy = ProxyForm()
        self.newer_button = KeyButton(translate("ui", "Is there a newer version?"), icon="search")
        self.newer = first_start_cards.Finding()
        self._lay_out()
        self._connect()
        self.show_settings()

    def show_settings(self) -> None:
        """Show what was decided, here or elsewhere."""
        self.proxy.set_value(self._changes.known.proxy)

    @Slot()
    def check(self) -> None:
        """Look at everything now."""
        if self._checkup.busy:
            return
        words = translate("ui", "Looking at this computer and the way to InPost…")
        about = translate("ui", "It takes a few seconds, longer where something does not answer.")
        self.state.say(State.INFORMATION, words, about, working=True)
        self._checkup.begin()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.PAD)
        self.copy_button.hide()
        parts: tuple[QWidget, ...] = (
            _quiet(
                translate(
                    "ui",
                    "When something does not work: the check finds out whether it is this computer, the network, the "
                    "printer, the token or InPost, and says what to do.",
                )
            ),
            Flow(self.check_button, self.copy_button, self.support_button, gap=look.GAP),
            self.state,
            self.findings,
            Line(),
            Heading(translate("ui", "Proxy")),
            self.proxy,
            Line(),
            Heading(translate("ui", "Version")),
            _quiet(_version_words()),
            Flow(self.newer_button, gap=look.GAP),
            self.newer,
        )
        for part in parts:
            column.addWidget(part)

    def _connect(self) -> None:
        self.check_button.clicked.connect(self.check)
        self.copy_button.clicked.connect(self.findings.copy)
        self.support_button.clicked.connect(self._report)
        self.newer_button.clicked.connect(self._ask_newer)
        self.proxy.changed.connect(lambda proxy: self._changes.make(proxy=proxy))
        self._checkup.found.connect(self._came)
        self._checkup.failed.connect(self._lost)
        self._changes.changed.connect(self.show_settings)

    def _came(self, found: list[Finding]) -> None:
        self._found = found
        self.copy_button.show()
        self.findings.show_findings(found)
        self._say(found)
        if self._report_wanted:
            self._gather(found)

    def _say(self, found: Sequence[Finding]) -> None:
        bad = [one for one in found if not one.ok]
        if not bad:
            words = translate("ui", "Everything is in order. Looked at: {count}.")
            self.state.say(State.DONE, words.format(count=len(found)))
            return
        words = translate("ui", "Not in order: {count} of {total}. What to do stands beside each.")
        state = State.ERROR if any(one.grave for one in bad) else State.WARNING
        rest = (
            "" if state is State.ERROR else translate("ui", "Parcels can be shipped all the same.")
        )
        self.state.say(state, words.format(count=len(bad), total=len(found)), rest)

    def _lost(self, error: Exception) -> None:
        self._report_wanted = False
        self.state.hide()
        self._desk.report(error)

    # For support

    @Slot()
    def _report(self) -> None:
        """What was found belongs to the report: looked at first where it was not yet."""
        if self._found is not None and not self._checkup.busy:
            self._gather(self._found)
        else:
            self._report_wanted = True
            self.check()

    def _gather(self, found: list[Finding]) -> None:
        self._report_wanted = False
        if self._gathering:
            return
        self._gathering = True
        self._desk.lanes.start(
            FETCH,
            partial(_bundle, self._desk.data_dir, found, _version()),
            done=while_alive(self, self._show_report),
            failed=while_alive(self, self._no_report),
        )

    def _show_report(self, bundle: SupportBundle) -> None:
        self._gathering = False
        self.dialog = SupportDialog(self._desk, bundle, self)
        self.dialog.open()

    def _no_report(self, error: Exception) -> None:
        self._gathering = False
        self._desk.report(error)

    # The newest version

    @Slot()
    def _ask_newer(self) -> None:
        if self._asking:
            return
        if not releases.ADDRESS:
            self.newer.say(State.INFORMATION, unknown_words(_version()))
            return
        self._asking = True
        self.newer.say(State.INFORMATION, translate("ui", "Asking…"), working=True)
        self._desk.lanes.start(
            FETCH,
            partial(_newest, self._changes.known.proxy),
            done=while_alive(self, self._newest_came),
            failed=while_alive(self, self._not_asked),
        )

    def _newest_came(self, answer: tuple[Published, bool]) -> None:
        self._asking = False
        found, newer = answer
        words = newest_words(found.version, found.page, here=_version(), newer=newer)
        self.newer.say(State.INFORMATION if newer else State.DONE, words)

    def _not_asked(self, error: Exception) -> None:
        self._asking = False
        if isinstance(error, Trouble):
            self.newer.say(State.WARNING, nowhere_words(releases.ADDRESS))
        else:
            self.newer.hide()
            self._desk.report(error)


def _bundle(data_dir: Path, found: list[Finding], version: str) -> SupportBundle:
    from inpost_desk.actions.support import support_bundle

    return support_bundle(data_dir, found, version=version, now=datetime.now(UTC))


def _newest(proxy: str) -> tuple[Published, bool]:
    from inpost_desk.actions.newer_version import is_newer, newest

    found = newest(releases.ADDRESS, proxy=proxy)
    return found, is_newer(found.version, _version())


def _version() -> str:
    return QCoreApplication.applicationVersion()


def _version_words() -> str:
    words = translate(
        "ui",
        "InPost Desk {version}, free software under the MIT licence. Qt for Python comes under the LGPL 3; the licences "
        "of all parts lie with the installed program.",
    )
    return words.format(version=_version())


def _quiet(words: str) -> Text:
    return Text(words, tone="text2", wrap=True)
