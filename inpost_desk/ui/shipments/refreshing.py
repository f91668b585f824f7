"""Follows the shipments on their way as long as the window is open, whichever page shows.

A look a minute at those that are due; once a day the account's newest shipments, also those made elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import POLL, RUN, TABLE
from inpost_desk.domain.history import Query
from inpost_desk.domain.journey import Phase
from inpost_desk.errors import Trouble
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.status import WORK, StatusText
from inpost_desk.wording.journey import clock_words
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.session import Session

EVERY: Final = 60_000
# The account has just been opened: first what somebody looks at.
FIRST: Final = 4_000
MOST: Final = 5_000
NOTICE: Final = "shipments.refresh"
LEFT_BEHIND: Final = "shipments.left_behind"
ON_THEIR_WAY: Final = (Phase.PREPARED, Phase.ON_ITS_WAY, Phase.WAITING)


@dataclass(frozen=True, slots=True)
class Look:
    """What came of one round. `on_way` are those followed, `asked` the requests it took."""

    at: datetime
    on_way: int
    badge: int
    looked: int = 0
    changed: int = 0
    requests: int = 0
    left_behind: int = 0
    mirrored: bool = False


class Refreshing(QObject):
    """One of them for the window; `stop` when it closes."""

    badge_changed = Signal(int)
    """How many exceptions need somebody."""
    changed = Signal()
    """Shipments stand otherwise: pages that show them read again."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stop = Stop()
        self._busy = False
        self._beat = QTimer(self, interval=EVERY, singleShot=True)
        self._beat.timeout.connect(self.look)
        desk.session_changed.connect(self._account_changed)
        self._account_changed()

    @property
    def busy(self) -> bool:
        """Whether InPost is being asked."""
        return self._busy

    @Slot()
    def stop(self) -> None:
        """Ask nothing more; what is under way ends after its present request."""
        self._beat.stop()
        self._stop.event.set()

    @Slot()
    def look(self) -> None:
        """One round now; the next one a minute after it has ended."""
        session = self._desk.session
        if session is None or self._busy or self._stop.asked:
            return
        if not session.may_ask or session.client.outage is not None:
            self._beat.start()
            return
        self._busy = True
        self._desk.lanes.start(
            POLL,
            partial(look, session, self._desk.settings, self._stop),
            done=partial(self._looked, session),
            failed=partial(self._failed, session),
        )

    @Slot()
    def _account_changed(self) -> None:
        self._stop.event.set()
        self._stop = Stop()
        # What is under way is about the account before; it is heard by nobody.
        self._busy = False
        self._desk.withdraw(NOTICE)
        self._desk.withdraw(LEFT_BEHIND)
        session = self._desk.session
        if session is None:
            self._beat.stop()
            self.badge_changed.emit(0)
            return
        self._beat.start(FIRST)
        # Without a token nothing is asked, and the exceptions are known all the same.
        counted = partial(self._counted, session)
        self._desk.lanes.start(
            TABLE, partial(count, session), done=counted, failed=self._desk.report
        )

    def _counted(self, session: Session, badge: int) -> None:
        if session is self._desk.session and not self._stop.asked:
            self.badge_changed.emit(badge)

    def _looked(self, session: Session, found: Look) -> None:
        if session is not self._desk.session:
            return
        self._busy = False
        if self._stop.asked:
            return
        self._beat.start(EVERY)
        self._desk.withdraw(NOTICE)
        self._tell(found)
        # Also where it is the same as last time: the page tells of its own changes meanwhile.
        self.badge_changed.emit(found.badge)
        if found.changed or found.left_behind or found.mirrored:
            self.changed.emit()
        if found.left_behind:
            words = translate("ui", "Left behind after the last courier: {count}.")
            told = translate("ui", "They stand on the Shipments page under “Exceptions”.")
            fact = words.format(count=found.left_behind)
            self._desk.notify(Notice(LEFT_BEHIND, WARNING, fact, told))

    def _failed(self, session: Session, error: Exception) -> None:
        if session is not self._desk.session:
            return
        self._busy = False
        if not self._stop.asked:
            self._beat.start(EVERY)
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        # An outage is told of by itself.
        if session.client.outage is None:
            self._desk.notify(Notice(NOTICE, INFORMATION, trouble_words(error)))

    def _tell(self, found: Look) -> None:
        """In the status bar, unless a run says there how far it is."""
        if self._desk.lanes.busy(RUN) or not found.on_way:
            return
        words = translate("ui", "Statuses: {count} on their way, refreshed {time}")
        said = words.format(count=found.on_way, time=clock_words(found.at))
        if found.requests:
            asked = translate("ui", "{said} in {requests} requests")
            said = asked.format(said=said, requests=found.requests)
        self._desk.told.emit(WORK, StatusText(said, Shape.TICK, State.DONE))


def look(session: Session, known: Settings, stop: Stop) -> Look:
    """Ask about what is due, note what was left behind, once a day read the account's list. On a lane.

    Raises what `actions.refresh.refresh` and reading the list raise.
    """
    from inpost_desk.actions.refresh import mirror_daily, note_left_behind, refresh
    from inpost_desk.ledger import history

    ledger, client = session.ledger, session.client
    mirrored = not stop.asked and mirror_daily(ledger, client)
    done = refresh(ledger, client, stop=stop, most=MOST)
    left_behind = note_left_behind(
        ledger, now=client.now(), courier_days=known.courier_days, cut_off=known.pickup.cut_off
    )
    counts = history.counts(ledger, Query())
    return Look(
        at=datetime.now(UTC),
        on_way=sum(counts.phases.get(one, 0) for one in ON_THEIR_WAY),
        badge=history.badge(ledger),
        looked=done.looked,
        changed=done.changed,
        requests=done.requests,
        left_behind=left_behind,
        mirrored=mirrored,
    )


def count(session: Session) -> int:
    """How many exceptions need somebody, as the ledger knows."""
    from inpost_desk.ledger import history

    return history.badge(session.ledger)
