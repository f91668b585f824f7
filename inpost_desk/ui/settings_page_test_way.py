"""The test label's way to the printer: given to it, and followed to its end where an account is open.

Only an account has a journal of what was printed; at the first start there may be none yet. No widgets.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.background import FETCH, PRINT
from inpost_desk.domain.printer import PrinterChoice
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.settings_page_alive import while_alive

if TYPE_CHECKING:
    from inpost_desk.printers.printer import Printer
    from inpost_desk.session import Session

LOOK_EVERY: Final = 1_000
DOCUMENT: Final = "test"

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
        self._choice: PrinterChoice | None = None
        self._job = ""
        self._again = QTimer(self, singleShot=True, interval=LOOK_EVERY)
        self._again.timeout.connect(self._look)

    def start(self, choice: PrinterChoice | None, content: bytes, title: str) -> None:
        """Give the page to that printer."""
        self._again.stop()
        self._session, self._choice, self._job = self._desk.session, choice, ""
        self._desk.lanes.start(
            PRINT,
            partial(_given, self._session, choice, content, title),
            done=while_alive(self, self._begun),
            failed=while_alive(self, self.failed.emit),
        )

    def _begun(self, found: tuple[str, Stands]) -> None:
        self._job, stands = found
        self.given.emit(stands)
        if self._job:
            self._again.start()

    @Slot()
    def _look(self) -> None:
        session, job = self._session, self._job
        # The journal of an account that was left is not open any more; its next opening looks by itself.
        if session is None or session is not self._desk.session or not job:
            return
        self._desk.lanes.start(
            FETCH,
            partial(_end, session, self._choice, job),
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


def _given(
    session: Session | None, choice: PrinterChoice | None, content: bytes, title: str
) -> tuple[str, Stands]:
    """The journal's name of the job, "" without a journal, and how the printer stands."""
    from inpost_desk.printers.choice import printer_for
    from inpost_desk.printers.printer import Readiness

    printer = printer_for(choice)
    job = _journalled(session, printer, content, title) if session else ""
    if session is None:
        _sent(printer, content, title)
    state = printer.state()
    ready = state.readiness is Readiness.READY and not state.reasons
    return job, () if ready else (state.readiness.value, *state.reasons)


def _journalled(session: Session, printer: Printer, content: bytes, title: str) -> str:
    from inpost_desk.actions.printing import give_document

    return give_document(
        session.ledger,
        printer,
        content,
        document=DOCUMENT,
        title=title,
        now=session.client.now,
    )


def _sent(printer: Printer, content: bytes, title: str) -> None:
    with tempfile.TemporaryDirectory(prefix="inpost-desk-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "test.pdf"
        file.write_bytes(content)
        printer.send(file, title=title, pages=1)


def _end(session: Session, choice: PrinterChoice | None, job: str) -> str:
    """A `PrintState`, "" while the printer has it."""
    from inpost_desk.actions.printing import end_of
    from inpost_desk.printers.choice import printer_for

    return end_of(session.ledger, printer_for(choice), job, now=session.client.now) or ""
