"""The status bar as the desk feeds it: where we are, the connection, what runs, the printer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QPoint, QSize, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.settings import Account, Environment
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Line, StatusBar, StatusPart
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, again, translate

CONNECTION: Final = "connection"
WORK: Final = "work"
PRINTER: Final = "printer"
LONGEST_NAME: Final = 28
# What runs may be cut, but not to nothing: less than this leads to a second line.
ROOM_FOR_WORK: Final = 160

# Written large: everything that is not the demo or the sandbox may cost money.
BADGES: Final = {
    Environment.PRODUCTION: QT_TRANSLATE_NOOP("ui", "PRODUCTION"),
    Environment.SANDBOX: QT_TRANSLATE_NOOP("ui", "SANDBOX"),
    Environment.DEMO: QT_TRANSLATE_NOOP("ui", "DEMO"),
}


@dataclass(frozen=True, slots=True)
class StatusText:
    """What a part shows. `bold` stands in front, `progress` is (done, all), `left` the time left in words."""

    text: str
    shape: Shape | None = None
    state: State = State.QUIET
    progress: tuple[int, int] | None = None
    left: str = ""
    bold: str = ""

    @property
    def offline(self) -> bool | None:
        """Of the connection: whether InPost is out of reach; None while that is being found out."""
        if self.shape is Shape.ARC:
            return None
        return self.shape is Shape.CUT and self.state is State.WARNING


class Status(QWidget):
    """The window's status bar. Where the window is narrow, it takes two lines."""

    account_menu_asked = Signal(QPoint)
    """Where on the screen the list of accounts comes up: the upper left corner of what was pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.bar = StatusBar(
            (
                translate("ui", "Connection"),
                translate("ui", "What runs"),
                translate("ui", "Printer"),
            )
        )
        self._told: dict[str, StatusText] = {}
        self._parts: dict[str, StatusPart] = {
            CONNECTION: self.bar.connection,
            WORK: self.bar.work,
            PRINTER: self.bar.printer,
        }
        self._narrow = False
        self._second = QHBoxLayout()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.bar)
        lines.addLayout(self._second)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(translate("ui", "Status bar"))
        self._show(WORK, StatusText(translate("ui", "Nothing runs in the background")))
        self._desk = desk
        self.show_printer()
        self.bar.organisation_pressed.connect(self._ask_for_accounts)
        desk.told.connect(self.take)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as a window may be at twice the size: the parts take another line then."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One line or two."""
        super().resizeEvent(event)
        self._fold()

    @Slot(str, object)
    def take(self, part: str, value: StatusText) -> None:
        """Show `value` in that part."""
        self._show(part, value)
        if part in self._parts:
            self._told[part] = value

    def _show(self, part: str, value: StatusText) -> None:
        shown = self._parts.get(part)
        if shown is None:
            return
        shown.show_state(value.shape, value.state, value.text, bold=value.bold)
        done, most = value.progress or (0, 0)
        shown.set_progress(done, most, value.left)
        self._fold()

    def told(self) -> dict[str, StatusText]:
        """What the parts show, for a window that takes this one's place, in the language of now.

        The printer is left out: a new window's `PrinterWatch` tells of it by itself.
        """
        return {
            part: replace(
                value, text=again(value.text), left=again(value.left), bold=again(value.bold)
            )
            for part, value in self._told.items()
            if part != PRINTER
        }

    def show_account(self, account: Account | None) -> None:
        """Say whose account is open and where."""
        if account is None:
            self.bar.set_environment("", "", translate("ui", "No account"), several=True)
            if CONNECTION not in self._told:
                self._show(CONNECTION, StatusText(translate("ui", "Not connected"), Shape.CUT))
            return
        badge = BADGES.get(Environment(account.environment)) if known(account) else None
        # An address of one's own is shown as it is.
        word = translate("ui", badge) if badge else account.environment.partition("//")[2]
        name = account.name or str(account.organization)
        # In full in the window's title.
        self.bar.set_environment(kind_of(account), word, shortened(name), several=True)
        self._fold()

    def show_printer(self) -> None:
        """The printer chosen, until somebody knows more of it."""
        if PRINTER not in self._told:
            self._show(PRINTER, StatusText(printer_words(self._desk.settings.printer)))

    @Slot()
    def _ask_for_accounts(self) -> None:
        self.account_menu_asked.emit(self.bar.organisation.mapToGlobal(QPoint(0, 0)))

    def _fold(self) -> None:
        """One line where the room is enough; else what runs and the printer go to a second one."""
        row = self.bar.layout()
        parts = (self.bar.work, self.bar.printer)
        if not isinstance(row, QBoxLayout):
            return
        needed = row.minimumSize().width() + (0 if self._narrow else ROOM_FOR_WORK)
        if self._narrow:
            needed += ROOM_FOR_WORK + sum(one.minimumSizeHint().width() for one in parts)
        if self._narrow == (needed > self.width()):
            return
        self._narrow = not self._narrow
        lines = self.bar.findChildren(Line)[1:]
        for line in lines:
            line.setVisible(not self._narrow)
        for part, line, stretch in zip(parts, lines, (1, 0), strict=True):
            part.setMinimumHeight(look.STATUS if self._narrow else 0)
            if self._narrow:
                row.removeWidget(part)
                self._second.addWidget(part, stretch)
            else:
                self._second.removeWidget(part)
                row.insertWidget(row.indexOf(line) + 1, part, stretch)


def known(account: Account) -> bool:
    """Whether its environment is one of ours, not an address."""
    return account.environment in set(Environment)


def kind_of(account: Account) -> str:
    """Which frame the window wears; an address of one's own wears none."""
    return account.environment if known(account) else str(Environment.PRODUCTION)


def shortened(name: str) -> str:
    """A name as long as the bar has room for; it stands elsewhere in full."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def printer_words(choice: Profile | None) -> str:
    """Which printer it is."""
    if choice is None:
        return translate("ui", "No printer chosen")
    if choice.reach is Reach.FOLDER and choice.name == choice.address:
        return translate("ui", "Folder {name}").format(name=PurePath(choice.address).name)
    return choice.name
