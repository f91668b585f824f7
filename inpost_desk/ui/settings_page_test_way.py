"""The test label's way: drawn for a printer, given to it, and followed to its end where an account is open.

Only an account has a journal of what was printed; at the first start there may be none yet. No widgets.
"""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.background import FETCH, PAPER, PRINT
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_printer import printer_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.session import Session

LOOK_EVERY: Final = 1_000
DOCUMENT: Final = "test"
# No two that look or sound alike.
LETTERS: Final = "ACDEFHJKLMNPRTWXY"

Stands = tuple[str, ...]
"""How a printer stands that is not ready: readiness and reasons."""


class TestLabelWay(QObject):
    """One test label after the other; of the newest one is told."""

    # Not a class of tests.
    __test__ = False

    given = Signal(object)
    """The printer has it: its `Stands`."""
    failed = Signal(object)
    """The exception that kept it from the printer."""
    lost = Signal()
    """The printer had it, and it ended badly."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session: Session | None = None
        self._profile: Profile | None = None
        self._job = ""
        self.code = ""
        """What stands on the label that was printed last."""
        self.busy = False
        self._again = QTimer(self, singleShot=True, interval=LOOK_EVERY)
        self._again.timeout.connect(self._look)

    def print(self, profile: Profile) -> None:
        """Draw a label with a new code and give it to that printer."""
        if self.busy:
            return
        self.busy = True
        self._again.stop()
        self.code = "".join(secrets.choice(LETTERS) for _ in range(6))
        self._session, self._profile, self._job = self._desk.session, profile, ""
        lines = [
            translate("ui", "Test label"),
            profile.name,
            translate("ui", "What is the first number you see at the left and at the top edge?"),
        ]
        self._desk.lanes.start(
            PAPER,
            partial(_made, self.code, lines, profile, translate("ui", "top")),
            done=while_alive(self, partial(self._send, profile)),
            failed=while_alive(self, self._not_given),
        )

    def _send(self, profile: Profile, content: bytes) -> None:
        self._desk.lanes.start(
            PRINT,
            partial(_given, self._session, profile, content, translate("ui", "Test label")),
            done=while_alive(self, self._begun),
            failed=while_alive(self, self._not_given),
        )

    def _not_given(self, error: Exception) -> None:
        self.busy = False
        self.failed.emit(error)

    def _begun(self, found: tuple[str, Stands]) -> None:
        self.busy = False
        self._job, stands = found
        self.given.emit(stands)
        if self._job:
            self._again.start()

    @Slot()
    def _look(self) -> None:
        session, profile, job = self._session, self._profile, self._job
        # The journal of an account that was left is not open any more; its next opening looks by itself.
        if session is None or session is not self._desk.session or profile is None or not job:
            return
        self._desk.lanes.start(
            FETCH,
            partial(_end, session, profile, job),
            done=while_alive(self, partial(self._looked, job)),
            failed=while_alive(self, self._silent),
        )

    def _looked(self, job: str, end: str) -> None:
        if job != self._job:
            return
        if not end:
            self._again.start()
        elif end in ("failed", "cancelled"):
            self.lost.emit()

    def _silent(self, error: Exception) -> None:
        """A printer that is away may come back."""
        if isinstance(error, Trouble):
            self._again.start()
        else:
            self._desk.report(error)


def given_words(profile: Profile, stands: Stands) -> tuple[State, str, str]:
    """That the printer has the label, and how it stands where it is not ready."""
    fact = translate("ui", "The test label is at the printer {name}.")
    if profile.reach is Reach.FOLDER:
        fact = translate("ui", "The test label is in the folder {name}.")
    fact = fact.format(name=profile.name)
    if not stands:
        return State.DONE, fact, ""
    word, _, state = printer_words(stands[0], stands[1:])
    return state, fact, translate("ui", "The printer says: {state}.").format(state=word)


def _made(code: str, lines: list[str], profile: Profile, top: str) -> bytes:
    from inpost_desk.labels.own_pages import test_label

    return test_label(code, lines, profile=profile, top=top)


def _given(
    session: Session | None, profile: Profile, content: bytes, title: str
) -> tuple[str, Stands]:
    """The journal's name of the job, "" without a journal, and how the printer stands."""
    from inpost_desk.actions.outlets import Outlet
    from inpost_desk.actions.printing import give_document
    from inpost_desk.actions.ready import document_for
    from inpost_desk.printers.choice import printer_for
    from inpost_desk.printers.printer import Readiness

    printer = printer_for(profile)
    job = ""
    if session is None:
        printer.send(document_for(content, profile), title=title)
    else:
        job = give_document(
            session.ledger,
            Outlet(profile, printer),
            content,
            document=DOCUMENT,
            title=title,
            now=session.client.now,
        )
    state = printer.state()
    ready = state.readiness is Readiness.READY and not state.reasons
    return job, () if ready else (state.readiness.value, *state.reasons)


def _end(session: Session, profile: Profile, job: str) -> str:
    """A `PrintState`, "" while the printer has it."""
    from inpost_desk.actions.printing import end_of
    from inpost_desk.printers.choice import printer_for

    return end_of(session.ledger, printer_for(profile), job, now=session.client.now) or ""
