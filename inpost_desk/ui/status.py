"""The status bar as the desk feeds it: where we are, the connection, what runs, the printer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, Signal, Slot

from inpost_desk.settings import Account, Environment
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import StatusBar, StatusPart
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

CONNECTION: Final = "connection"
WORK: Final = "work"
PRINTER: Final = "printer"

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


class Status(StatusBar):
    """The window's status bar."""

    account_menu_asked = Signal(QPoint)
    """Where on the screen the list of accounts may come up; its lower left corner."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            (
                translate("ui", "Connection"),
                translate("ui", "What runs"),
                translate("ui", "Printer"),
            )
        )
        self._told: dict[str, StatusText] = {}
        self._parts: dict[str, StatusPart] = {
            CONNECTION: self.connection,
            WORK: self.work,
            PRINTER: self.printer,
        }
        self.setAccessibleName(translate("ui", "Status bar"))
        self.take(WORK, StatusText(translate("ui", "Nothing runs in the background")))
        self.take(PRINTER, _printer_of(desk))
        self.organisation_pressed.connect(self._ask_for_accounts)
        desk.told.connect(self.take)

    @Slot(str, object)
    def take(self, part: str, value: StatusText) -> None:
        """Show `value` in that part."""
        shown = self._parts.get(part)
        if shown is None:
            return
        self._told[part] = value
        shown.show_state(value.shape, value.state, value.text, bold=value.bold)
        done, most = value.progress or (0, 0)
        shown.set_progress(done, most, value.left)

    def told(self) -> dict[str, StatusText]:
        """What every part shows, for a window that takes this one's place."""
        return dict(self._told)

    def show_account(self, account: Account | None) -> None:
        """Say whose account is open and where."""
        if account is None:
            self.set_environment("", "", translate("ui", "No account"), several=True)
            return
        badge = BADGES.get(Environment(account.environment)) if known(account) else None
        # An address of one's own is shown as it is.
        word = translate("ui", badge) if badge else account.environment.partition("//")[2]
        name = account.name or str(account.organization)
        self.set_environment(kind_of(account), word, name, several=True)

    @Slot()
    def _ask_for_accounts(self) -> None:
        corner = self.organisation.mapToGlobal(QPoint(0, 0))
        self.account_menu_asked.emit(corner)


def known(account: Account) -> bool:
    """Whether its environment is one of ours, not an address."""
    return account.environment in set(Environment)


def kind_of(account: Account) -> str:
    """Which frame the window wears; an address of one's own wears none."""
    return account.environment if known(account) else str(Environment.PRODUCTION)


def _printer_of(desk: Desk) -> StatusText:
    choice = desk.settings.printer
    if choice is None:
        return StatusText(translate("ui", "No printer chosen"))
    return StatusText(choice.name)
