"""Receives InPost's notifications while the settings say so, and has what they name read again.

Lives with the program, not with a window. What it receives is a hint only: everything is followed anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.background import LISTEN, POLL
from inpost_desk.domain.notified import ListenRules
from inpost_desk.errors import FileTrouble, Trouble
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.listening import Listener
    from inpost_desk.session import Session

PART: Final = "listening"
"""What `Desk.told` calls it; with a `Listens`."""
NOTICE: Final = "listening"
# Milliseconds until a port that another program has is tried again.
AGAIN: Final = 60_000


@dataclass(frozen=True, slots=True)
class Listens:
    """How it stands: listening at a port, or why not (`trouble`); both empty while it is off."""

    port: int = 0
    trouble: str = ""
    last: datetime | None = None
    """When the last notification of ours came."""


class Listening(QObject):
    """Starts and stops the receiver as settings and account change."""

    reread = Signal(int)
    """So many shipments were read again on account of notifications."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: tuple[Session, ListenRules] | None = None
        self._run: Listener | None = None
        self._working = False
        self._said = Listens()
        self._beat = QTimer(self, singleShot=True)
        self._beat.timeout.connect(self._work)
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self._try_again)
        desk.session_changed.connect(self.look)
        desk.settings_changed.connect(self.look)
        self.look()

    @property
    def now(self) -> Listens:
        """How it stands."""
        return self._said

    @Slot()
    def look(self) -> None:
        """Begin, end or begin anew, where account or settings are others now."""
        session, rules = self._desk.session, self._desk.settings.notifications
        may = session is not None and session.may_ask and rules.on and bool(rules.secret)
        wanted = (session, rules) if session is not None and may else None
        if wanted == self._wanted:
            return
        self.stop()
        self._wanted = wanted
        if wanted is not None:
            self._begin(*wanted)

    def stop(self) -> None:
        """Hear nothing any more; the receiver ends within a second. For closing, before the lanes end."""
        self._beat.stop()
        self._again.stop()
        self._wanted = None
        if self._run is not None:
            self._run.stop()
            self._run = None
        self._desk.withdraw(NOTICE)
        self._tell(Listens())

    def _begin(self, session: Session, rules: ListenRules) -> None:
        # With an account open, what it brings along is loaded.
        from inpost_desk.actions import listening

        heard = self._desk.lanes.relay(self._heard)
        began = self._desk.lanes.relay(self._began)
        run = listening.Listener(
            session.ledger,
            session.client,
            rules,
            heard=lambda _: heard(run),
            began=lambda: began(run),
        )
        self._run = run
        self._desk.lanes.start(LISTEN, run.listen, failed=lambda error: self._failed(run, error))

    @Slot()
    def _try_again(self) -> None:
        if self._wanted is not None and self._run is None:
            self._begin(*self._wanted)

    def _began(self, run: Listener) -> None:
        if run is self._run:
            self._desk.withdraw(NOTICE)
            self._tell(Listens(port=run.port, last=self._said.last))

    def _heard(self, run: Listener) -> None:
        if run is not self._run:
            return
        self._tell(Listens(port=run.port, last=datetime.now(UTC)))
        self._work()

    def _failed(self, run: Listener, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if run is not self._run:
            return
        self._run = None
        words = trouble_words(error)
        self._tell(Listens(trouble=words))
        about = translate(
            "ui", "Notifications of InPost do not arrive; parcels are followed all the same."
        )
        self._desk.notify(Notice(NOTICE, WARNING, words, about))
        if isinstance(error, FileTrouble):
            self._again.start()

    @Slot()
    def _work(self) -> None:
        run = self._run
        if run is None or self._working:
            return
        self._working = True
        self._desk.lanes.start(
            POLL,
            run.work,
            done=partial(self._worked, run),
            failed=partial(self._in_vain, run),
        )

    def _worked(self, run: Listener, count: int) -> None:
        self._working = False
        if count and run is self._run:
            self.reread.emit(count)
        self._go_on()

    def _in_vain(self, _run: Listener, error: Exception) -> None:
        """Whoever follows InPost says what is wrong."""
        self._working = False
        self._go_on()
        if not isinstance(error, Trouble):
            raise error

    def _go_on(self) -> None:
        waits = self._run.waits if self._run is not None else None
        if waits is not None:
            self._beat.start(round(waits * 1000) + 1)

    def _tell(self, now: Listens) -> None:
        if now != self._said:
            self._said = now
            self._desk.told.emit(PART, now)
