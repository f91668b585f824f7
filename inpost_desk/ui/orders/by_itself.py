"""Buying without a press of the button: files of the watched folder, or all, where the owner wants that.

A pile's turn comes when it is on the desk and checked and nothing else is under way; then its ready rows are
bought as the button buys them, without printing. What only a person can say is waited for: an open question
about the file, which offer is taken, how parcels leave, and once for each production account whether it pays
without being asked. Which piles wait is in the ledger: after an outage, or a new start, it goes on.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from inpost_desk.background import CHANGE
from inpost_desk.domain.pile import Pile
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.station import BuyAt
from inpost_desk.errors import NoAnswer, Offline, TooFast
from inpost_desk.settings import Environment
from inpost_desk.ui.desk import INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders.bar_guide import BarGuide
from inpost_desk.ui.orders.first_paid import FirstPaidDialog
from inpost_desk.ui.orders.importing import Importer
from inpost_desk.ui.orders.pile_facts import REPEATED
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.running import Outcome, Runner
from inpost_desk.ui.orders.table import PileTable
from inpost_desk.ui.orders.watched_jobs import Taken
from inpost_desk.ui.status import CONNECTION, StatusText
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Put
    from inpost_desk.session import Session

WAITS, FIRST_PAID = "by_itself", "first_paid"
# Several things are told at once when a pile is opened; one look at them is enough. In milliseconds.
SOON: Final = 100
# Somebody types, or InPost could not be reached: how long until the next try, in milliseconds.
LATER: Final = 2_000
TRY_AGAIN: Final = 30_000
# While the status bar says that InPost is away, whoever found that out asks again; this is in case of need.
SELDOM: Final = 300_000
_AWAY: Final = (Offline, NoAnswer, TooFast)


class ByItself(QObject):
    """Starts runs, one after the other."""

    settings_asked = Signal(str)
    """A section of the settings page: what is missing is set there."""

    def __init__(
        self,
        desk: Desk,
        piling: Piling,
        runner: Runner,
        guide: BarGuide,
        importer: Importer,
        table: PileTable,
    ) -> None:
        super().__init__(table)
        self._desk = desk
        self._piling = piling
        self._runner = runner
        self._guide = guide
        self._importer = importer
        self._table = table
        self._jobs = Jobs(desk, self)
        self._wanted: list[int] = []
        # Piles that a person has to see to first; looked at again when their rows change.
        self._waiting: set[int] = set()
        self._checked: int | None = None
        self._judging = self._opening = self._closing = self._away = self._told = False
        self._dialog: FirstPaidDialog | None = None
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._later = QTimer(self, interval=LATER, singleShot=True)
        self._again = QTimer(self, singleShot=True)
        self._connect()
        self._account_changed()

    def _connect(self) -> None:
        for timer in (self._soon, self._later):
            timer.timeout.connect(self._next)
        self._again.timeout.connect(self._try_again)
        self._desk.session_changed.connect(self._account_changed)
        self._desk.settings_changed.connect(self.look_anew)
        self._desk.told.connect(self._hear)
        self._importer.put.connect(self._imported)
        self._importer.finished.connect(self._soon.start)
        self._piling.opened.connect(self._opened)
        self._piling.checking.connect(self._check)
        self._piling.loaded.connect(lambda *_: self._changed())
        self._piling.changed.connect(lambda _: self._changed())
        self._runner.ended.connect(self._ended)

    @Slot(object)
    def take(self, taken: Taken) -> None:
        """A file of the watched folder is on the desk."""
        if taken.put is not None and taken.buys:
            self._want(taken.put.pile.id)

    @Slot()
    def look_anew(self) -> None:
        """What was missing may be there now: settings, or the word that this account pays."""
        self._waiting.clear()
        if self._wants:
            self._jobs.start(_kept, done=self._found)
            self._soon.start()

    def close(self) -> None:
        """The window closes: nothing begins any more."""
        self._closing = True
        self._desk.withdraw(WAITS)
        self._desk.withdraw(FIRST_PAID)

    @property
    def _wants(self) -> bool:
        """Whether anything is bought by itself at all."""
        known = self._desk.settings
        return known.watched.buys or known.station.buy_at is BuyAt.IMPORT

    @Slot()
    def _account_changed(self) -> None:
        self._wanted, self._waiting, self._checked = [], set(), None
        self._judging = self._opening = self._away = False
        self._desk.withdraw(WAITS)
        self._desk.withdraw(FIRST_PAID)
        self.look_anew()

    def _found(self, kept: tuple[int, ...]) -> None:
        for pile_id in kept:
            self._want(pile_id)

    @Slot(object, object)
    def _imported(self, _path: Path, put: Put) -> None:
        if self._desk.settings.station.buy_at is not BuyAt.IMPORT:
            return

        def noted(wanted: bool) -> None:  # noqa: FBT001
            if wanted:
                self._want(put.pile.id)

        self._jobs.start(partial(_note, put=put), lane=CHANGE, done=noted)

    def _want(self, pile_id: int) -> None:
        if pile_id not in self._wanted:
            self._wanted.append(pile_id)
        self._waiting.discard(pile_id)
        self._soon.start()

    # When its turn has come

    @Slot(object)
    def _opened(self, _pile: object) -> None:
        self._checked = None
        self._judging = self._opening = False
        self._soon.start()

    @Slot(object)
    def _check(self, progress: object) -> None:
        pile = self._piling.pile
        if progress is None and pile is not None:
            self._checked = pile.id
            self._soon.start()

    def _changed(self) -> None:
        pile = self._piling.pile
        if pile is not None and pile.id in self._wanted and not self._judging:
            self._waiting.discard(pile.id)
            self._soon.start()

    @Slot(str, object)
    def _hear(self, part: str, told: object) -> None:
        if part == CONNECTION and isinstance(told, StatusText) and told.offline is not None:
            self._told = told.offline
            if self._told:
                self._away = True
            elif self._away:
                self._try_again()

    @Slot()
    def _try_again(self) -> None:
        self._away = False
        self._again.stop()
        self._soon.start()

    @Slot()
    def _next(self) -> None:
        session = self._desk.session
        if self._closing or session is None or not session.may_ask or not self._wants:
            return
        left = [one for one in self._wanted if one not in self._waiting]
        busy = self._runner.running or self._importer.reading or self._judging or self._opening
        if not left or busy:
            return
        if self._away:
            self._tell_away()
            return
        if self._somebody_types():
            self._later.start()
            return
        pile = self._piling.pile
        if pile is not None and pile.id in left:
            if self._checked == pile.id:
                self._judging = True
                # The file may have been moved since, and its rows judged anew.
                self._piling.refresh_then(partial(self._judge, pile.id), failed=self._not_read)
            return
        self._opening = True
        opening = partial(_pile, pile_id=left[0])
        self._jobs.start(opening, done=partial(self._open, left[0]), failed=self._failed)

    def _somebody_types(self) -> bool:
        editing = self._table.state() is PileTable.State.EditingState
        return editing or QApplication.activeModalWidget() is not None

    def _open(self, pile_id: int, pile: Pile | None) -> None:
        self._opening = False
        if pile is None:
            self._forget(pile_id)
        elif not self._runner.running and not self._importer.reading:
            self._piling.open(pile)

    def _not_read(self) -> None:
        self._judging = False

    def _failed(self, error: Exception) -> None:
        """The next reason to look tries again."""
        self._judging = self._opening = False
        self._desk.report(error)

    def _judge(self, pile_id: int) -> None:
        """Everything is known of its rows: buy those that are ready, or say what that waits for."""
        rows = self._piling.rows.values()
        ready = frozenset(one.row for one in rows if one.stage is Stage.READY)
        if any(one.stage is Stage.QUESTION and one.rule == REPEATED for one in rows):
            self._wait(pile_id, translate("ui", "A question about the file is open."))
        elif not ready:
            self._judging = False
            self._forget(pile_id)
            self._soon.start()
        elif self._desk.settings.file_offers == "ask":
            self._wait(pile_id, translate("ui", "Somebody chooses among InPost's offers first."))
        elif self._needs_method():
            words = translate("ui", "How parcels leave is to be set first.")
            self._wait(pile_id, words, section="sending")
        elif self._costs():
            may = partial(self._may, pile_id, ready)
            self._jobs.start(_confirmed, done=may, failed=self._failed)
        else:
            self._buy(ready)

    def _needs_method(self) -> bool:
        session, known = self._desk.session, self._desk.settings
        demo = session is not None and session.account.environment == Environment.DEMO
        return not known.sending_method and not demo

    def _costs(self) -> bool:
        session = self._desk.session
        return session is not None and session.account.environment == Environment.PRODUCTION

    def _may(self, pile_id: int, ready: frozenset[int], confirmed: bool) -> None:  # noqa: FBT001
        pile = self._piling.pile
        if pile is None or pile.id != pile_id:
            self._judging = False
        elif confirmed:
            self._desk.withdraw(FIRST_PAID)
            self._buy(ready)
        else:
            self._judging = False
            self._waiting.add(pile_id)
            self._tell_first_paid(len(ready))
            self._soon.start()

    def _buy(self, ready: frozenset[int]) -> None:
        self._judging = False
        self._desk.withdraw(WAITS)
        self._guide.buy(ready)

    @Slot(object)
    def _ended(self, outcome: Outcome) -> None:
        """A run is over, by itself or by the button: its pile is done with, unless InPost was away."""
        pile, here = self._runner.pile, self._runner.session is self._desk.session
        if here and pile is not None and pile.id in self._wanted:
            if not outcome.stopped and any(isinstance(one, _AWAY) for one in outcome.troubles):
                self._away = True
            else:
                self._forget(pile.id)
        # The page shows first how it ended.
        self._later.start()

    def _forget(self, pile_id: int) -> None:
        if pile_id in self._wanted:
            self._wanted.remove(pile_id)
        self._waiting.discard(pile_id)
        self._jobs.start(partial(_done, pile_id=pile_id), lane=CHANGE)

    # What is said

    def _wait(self, pile_id: int, reason: str, *, section: str = "") -> None:
        self._judging = False
        self._waiting.add(pile_id)
        words = translate("ui", "{name} is not bought by itself.")
        pile = self._piling.pile
        fact = words.format(name="" if pile is None else pile.file_name)
        if section:
            button, pressed = (
                translate("ui", "Settings"),
                partial(self.settings_asked.emit, section),
            )
            self._desk.notify(Notice(WAITS, WARNING, fact, reason, button, pressed))
        else:
            self._desk.notify(Notice(WAITS, WARNING, fact, reason))
        self._soon.start()

    def _tell_away(self) -> None:
        words = translate("ui", "InPost cannot be reached. Files waiting to be bought: {count}")
        told = translate("ui", "They are bought by themselves as soon as it is back.")
        fact = words.format(count=len(self._wanted))
        self._desk.notify(Notice(WAITS, INFORMATION, fact, told))
        if not self._again.isActive():
            self._again.start(SELDOM if self._told else TRY_AGAIN)

    def _tell_first_paid(self, count: int) -> None:
        words = translate("ui", "Parcels that would be bought by themselves: {count}")
        told = translate("ui", "This account pays for them. You are asked this once.")
        button = translate("ui", "Decide…")
        fact = words.format(count=count)
        self._desk.notify(Notice(FIRST_PAID, WARNING, fact, told, button, self._ask_first_paid))

    def _ask_first_paid(self) -> None:
        if self._dialog is not None or self._closing:
            return
        self._dialog = FirstPaidDialog(self._table.window())
        self._dialog.accepted.connect(self._confirm)
        self._dialog.finished.connect(self._dialog_gone)
        self._dialog.open()

    @Slot()
    def _confirm(self) -> None:
        self._jobs.start(_confirm, lane=CHANGE, done=lambda _: self._confirmed())

    def _confirmed(self) -> None:
        self._desk.withdraw(FIRST_PAID)
        self.look_anew()

    @Slot()
    def _dialog_gone(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _kept(session: Session) -> tuple[int, ...]:
    from inpost_desk.actions.to_buy import piles_to_buy

    return piles_to_buy(session.ledger)


def _note(session: Session, *, put: Put) -> bool:
    from inpost_desk.actions.to_buy import note

    return note(session.ledger, put)


def _done(session: Session, *, pile_id: int) -> None:
    from inpost_desk.actions.to_buy import forget

    forget(session.ledger, pile_id)


def _pile(session: Session, *, pile_id: int) -> Pile | None:
    from inpost_desk.ledger.piles import pile_named

    return pile_named(session.ledger, pile_id)


def _confirmed(session: Session) -> bool:
    from inpost_desk.actions.station.first_paid import paid_confirmed

    return paid_confirmed(session.ledger)


def _confirm(session: Session) -> None:
    from inpost_desk.actions.station.first_paid import confirm_paid

    confirm_paid(session.ledger, now=session.client.now())
