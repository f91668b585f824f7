"""After a restore InPost is read by itself, and a notice stays until that is done; also of a move elsewhere.

That nothing is sent meanwhile is seen to by the ledger; what is read is the business of `actions.restored`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.background import POLL, TABLE
from inpost_desk.errors import LedgerTrouble, Trouble
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.wording.sentences import moment_words, trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.restored import ReadFirst
    from inpost_desk.session import Session

NOTICE: Final = "restored"
AGAIN: Final = 60_000
"""Milliseconds until it is tried again."""
_REFUSALS: Final = ("restored", "restored_lately", "moved")


@dataclass(frozen=True, slots=True)
class Standing:
    """Why this ledger may send nothing: restored from a copy of then, moved then; both None where it may.

    `waiting` parcels of the copy are looked for at InPost.
    """

    copied_at: datetime | None = None
    moved_at: datetime | None = None
    waiting: int = 0


class ReadingFirst(QObject):
    """One of them for the program."""

    settings_asked = Signal(str)
    """A section of the settings, and what is to be done there: "data.stay"."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._over = False
        # What was said last and why, and why when somebody put the notice away.
        self._said: Notice | None = None
        self._why = self._read_already = ""
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self.look)
        desk.session_changed.connect(self._account_changed)
        desk.put_away.connect(self._put_away)
        desk.reported.connect(self._reported)

    @Slot()
    def stop(self) -> None:
        """The window closes."""
        self._over = True
        self._again.stop()

    @Slot()
    def look(self) -> None:
        """How the open account stands; InPost is read where that is to be done first."""
        session = self._desk.session
        if session is None or self._over:
            return
        self._desk.lanes.start(
            TABLE,
            partial(stand, session),
            done=partial(self._stands, session),
            failed=self._desk.report,
        )

    @Slot()
    def _account_changed(self) -> None:
        self._again.stop()
        self._said, self._why, self._read_already = None, "", ""
        self._desk.withdraw(NOTICE)
        self.look()

    @Slot(str)
    def _put_away(self, key: str) -> None:
        if key == NOTICE:
            self._read_already = self._why

    @Slot(object)
    def _reported(self, trouble: Trouble) -> None:
        """Something was refused because of it: it is said again, also to whoever put it away."""
        refused = isinstance(trouble, LedgerTrouble) and trouble.rule in _REFUSALS
        if refused and self._read_already and self._said is not None:
            self._read_already = ""
            self._desk.notify(self._said)

    def _tell(self, why: str, notice: Notice) -> None:
        """Unless it was put away: the minutes left alone are no reason to come back."""
        self._why, self._said = why, notice
        if why != self._read_already:
            self._read_already = ""
            self._desk.notify(notice)

    def _stands(self, session: Session, standing: Standing) -> None:
        if session is not self._desk.session or self._over:
            return
        if standing.moved_at is not None:
            self._tell("moved", self._moved(standing.moved_at))
        elif standing.copied_at is None:
            self._desk.withdraw(NOTICE)
        elif not session.may_ask:
            words = translate("ui", "It needs the token of this account.")
            self._wait(standing, "token", words)
        else:
            # Tried again it is no news, whatever it waits for.
            why = self._why or "reading"
            self._wait(standing, why, translate("ui", "InPost is being read…"))
            self._read(session, standing)

    def _read(self, session: Session, standing: Standing) -> None:
        self._desk.lanes.start(
            POLL,
            partial(_read_first, session),
            done=partial(self._was_read, session),
            failed=partial(self._not_read, session, standing),
        )

    def _was_read(self, session: Session, found: ReadFirst | None) -> None:
        if session is not self._desk.session:
            return
        self._said, self._why, self._read_already = None, "", ""
        fact = translate("ui", "InPost was read: everything can be sent again.")
        about = ""
        if found is not None:
            about = translate(
                "ui",
                "Shipments read: {shipments}; parcels of the copy found among them: {found}.",
            ).format(shipments=found.shipments, found=found.found)
        self._desk.notify(Notice(NOTICE, DONE, fact, about))

    def _not_read(self, session: Session, standing: Standing, error: Exception) -> None:
        if session is not self._desk.session or self._over:
            return
        self._again.start()
        if isinstance(error, Trouble):
            why = f"{type(error).__name__}.{getattr(error, 'rule', '')}"
            self._wait(standing, why, trouble_words(error))
        else:
            self._desk.report(error)

    def _wait(self, standing: Standing, why: str, words: str) -> None:
        assert standing.copied_at is not None
        fact = translate(
            "ui", "Restored from the copy of {moment}: nothing is sent before InPost was read."
        ).format(moment=moment_words(standing.copied_at))
        waiting = ""
        if standing.waiting:
            waiting = translate("ui", "Parcels that wait for it: {count}.")
            waiting = waiting.format(count=standing.waiting)
        button = translate("ui", "Settings")
        asked = partial(self.settings_asked.emit, "account" if why == "token" else "data.restore")
        about = f"{words} {waiting}".strip()
        self._tell(why, Notice(NOTICE, WARNING, fact, about, button, asked))

    def _moved(self, moved_at: datetime) -> Notice:
        fact = translate("ui", "Moved to another computer on {moment}: nothing is sent from here.")
        about = translate("ui", "What was bought before can be seen and printed.")
        button = translate("ui", "Settings")
        asked = partial(self.settings_asked.emit, "data.stay")
        words = fact.format(moment=moment_words(moved_at))
        return Notice(NOTICE, INFORMATION, words, about, button, asked)


def stand(session: Session) -> Standing:
    """What the ledger says of itself."""
    from inpost_desk.ledger import restored

    ledger = session.ledger
    if moved := ledger.fact(restored.MOVED):
        return Standing(moved_at=datetime.fromisoformat(moved))
    mark = restored.marked(ledger)
    if mark is None:
        return Standing()
    return Standing(mark.copied_at, waiting=len(restored.unsent(ledger, after=mark.after)))


def _read_first(session: Session) -> ReadFirst | None:
    from inpost_desk.actions.restored import read_first

    return read_first(session.ledger, session.client)
