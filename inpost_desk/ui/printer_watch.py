"""What the status bar says of the printer: which one labels go to, and whether it prints. Asked on a lane.

It decides nothing: whether a run may begin without a printer is the page's business.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from inpost_desk.background import POLL
from inpost_desk.domain.printer import Profile, Purpose
from inpost_desk.errors import Trouble
from inpost_desk.session_printers import outlets_of, printer_of
from inpost_desk.settings import Environment, Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.status import PRINTER, StatusText, printer_words, shortened
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.printers.printer import PrinterState
    from inpost_desk.session import Session

# Paper is put in, a cover is closed: somebody stands at the printer and looks here.
ASK_EVERY: Final = 10_000


class PrinterWatch(QObject):
    """Tells the desk how the chosen printer stands, again and again."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: tuple[Session, Profile] | None = None
        self._known = StatusText("")
        self._beat = QTimer(self, interval=ASK_EVERY, singleShot=True)
        self._beat.timeout.connect(self._ask)
        desk.session_changed.connect(self.look)
        desk.settings_changed.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """Say which printer it is, and ask how it stands where that is another one."""
        session, known = self._desk.session, self._desk.settings
        choice = printer_of(session, known) if session else known.printer
        if choice is None:
            self._asked = None
            self._tell(StatusText(printer_words(choice)))
            return
        if session is None:
            self._asked = None
            self._tell(StatusText(_name(choice, known, session)))
        elif self._asked != (session, choice):
            self._asked = (session, choice)
            self._tell(StatusText(_name(choice, known, session)))
            self._ask()

    @Slot()
    def _ask(self) -> None:
        asked = self._asked
        if asked is None:
            return
        self._desk.lanes.start(
            POLL,
            partial(_state, asked[0], self._desk.settings),
            done=lambda state: self._answered(asked, state),
            failed=lambda error: self._failed(asked, error),
        )

    def _answered(self, asked: tuple[Session, Profile], state: PrinterState) -> None:
        if asked != self._asked:
            return
        from inpost_desk.ui.settings_page_printer import printer_words as state_words

        words, shape, tone = state_words(state.readiness, state.reasons)
        name = _name(asked[1], self._desk.settings, asked[0])
        self._tell(StatusText(f"{name} · {words}", shape, tone))
        self._beat.start()

    def _failed(self, asked: tuple[Session, Profile], error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if asked != self._asked:
            return
        name = _name(asked[1], self._desk.settings, asked[0])
        words = translate("ui", "does not answer")
        self._tell(StatusText(f"{name} · {words}", Shape.CUT, State.WARNING))
        self._beat.start()

    def _tell(self, text: StatusText) -> None:
        if text != self._known:
            self._known = text
            self._desk.told.emit(PRINTER, text)


def _name(choice: Profile, known: Settings, session: Session | None) -> str:
    demo = session is not None and session.account.environment == Environment.DEMO
    if demo and known.printer is None:
        return translate("ui", "Demo printer, a folder")
    return shortened(printer_words(choice))


def _state(session: Session, known: Settings) -> PrinterState:
    return outlets_of(session, known).serving(Purpose.LOCKERS).printer.state()
