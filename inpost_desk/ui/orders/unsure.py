"""Orders whose answer was lost: the evidence beside them, a person's answer, and looking again by itself.

Everything that decides is in `actions.decide` and `actions.settle`; here it is asked for and shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from inpost_desk.background import POLL
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders.panel import SidePanel
from inpost_desk.ui.orders.panel_cards import Candidate, UnsureCard
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.decide import Decided, Evidence
    from inpost_desk.actions.settle import Settled
    from inpost_desk.ledger.journal import OpenStep
    from inpost_desk.session import Session

# Lists lag by seconds and the horizon is minutes: looking more often tells nothing more.
LOOK_EVERY = 20_000
NOTICE = "unsure"


class Unsure(QObject):
    """Shows and settles what is unsure in the open pile."""

    def __init__(self, desk: Desk, piling: Piling, panel: SidePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._piling = piling
        self._panel = panel
        # By row: an order may have no reference.
        self._cards: dict[int, UnsureCard] = {}
        self._gathering: set[int] = set()
        self._seen: UnsureCard | None = None
        self._looking: object | None = None
        self._shown: PileRow | None = None
        self._beat = QTimer(self, interval=LOOK_EVERY)
        self._beat.timeout.connect(self.look)
        self._beat.start()
        panel.unsure_answered.connect(self._answered)
        piling.opened.connect(self._forget)

    def show(self, row: PileRow) -> None:
        """The row and what there is to decide it by; InPost is asked each time somebody comes to it."""
        came = self._shown is None or self._shown.row != row.row
        self._shown = row
        card = self._cards.get(row.row)
        if card is not None:
            self._show(card)
        if came:
            self._gather(row)

    @Slot(object)
    def _forget(self, _pile: object) -> None:
        self._cards.clear()
        self._gathering.clear()
        self._looking = self._shown = self._seen = None

    def leave(self) -> None:
        """The panel is about something else: evidence that comes late must not take its place."""
        self._shown = None

    def _show(self, card: UnsureCard) -> None:
        self._seen = card
        count = sum(one.stage is Stage.UNSURE for one in self._piling.rows.values())
        self._panel.show_unsure([card], count=count)

    @Slot()
    def look(self) -> None:
        """Look once for everything unsure, where anything is."""
        session = self._desk.session
        unsure = any(one.stage is Stage.UNSURE for one in self._piling.rows.values())
        # What another account's look came to is not told any more.
        if session is None or not session.may_ask or self._looking is session or not unsure:
            return
        self._looking = session
        self._jobs.start(_settle, lane=POLL, done=self._settled, failed=self._not_settled)

    def _settled(self, done: Settled) -> None:
        self._looking = None
        # InPost may show more by now.
        self._cards.clear()
        if not (done.found or done.absent):
            self._show_anew()
            return
        self._piling.refresh()
        self._show_anew()
        words = translate("ui", "Cleared up by itself: {count}")
        self._desk.notify(
            Notice(
                NOTICE,
                DONE,
                words.format(count=done.found + done.absent),
                translate("ui", "Nothing was bought twice."),
            )
        )

    def _not_settled(self, error: Exception) -> None:
        self._looking = None
        # Without a connection it stays unsure, and says so.
        self._show_anew()
        if not isinstance(error, Trouble):
            self._desk.report(error)

    def _show_anew(self) -> None:
        if self._shown is not None:
            self._gather(self._shown)

    def _gather(self, row: PileRow) -> None:
        pile = self._piling.pile
        if pile is None or row.row in self._gathering:
            return
        self._gathering.add(row.row)

        def found(gathered: _Gathered) -> None:
            # Rows of another pile have the same numbers.
            if self._piling.pile is None or self._piling.pile.id != pile.id:
                return
            self._gathering.discard(row.row)
            self._take(row, gathered)

        def failed(error: Exception) -> None:
            self._gathering.discard(row.row)
            self._desk.report(error)

        self._jobs.start(partial(_gather, row=row), lane=POLL, done=found, failed=failed)

    def _take(self, row: PileRow, gathered: _Gathered) -> None:
        self._cards.pop(row.row, None)
        if gathered.evidence is None:
            self._piling.refresh()
            return
        card = _card(row, gathered.evidence, asked=gathered.asked)
        if gathered.asked:
            self._cards[row.row] = card
        if self._shown is not None and self._shown.row == row.row:
            self._show(card)

    @Slot(str, str, object)
    def _answered(self, reference: str, answer: str, shipment_id: ShipmentId | None) -> None:
        card = self._seen
        row = self._piling.rows.get(card.row) if card is not None else None
        if card is None or row is None or card.reference != reference:
            return
        if answer == "settle":
            self._cards.pop(card.row, None)
            self._panel.show_unsure([replace(card, looking=True)])
            self.look()
            return
        seen = frozenset(one.shipment_id for one in card.candidates)
        self._jobs.start(
            partial(_decide, row=row, adopted=shipment_id, seen=seen),
            lane=POLL,
            done=partial(self._decided, row),
            failed=self._not_decided,
        )

    def _decided(self, row: PileRow, decided: Decided | Evidence) -> None:
        if not isinstance(decided, str):
            self._take(row, _Gathered(decided))
            fact = translate("ui", "InPost shows something under {reference} now.")
            told = translate("ui", "Nothing was decided. Look at it first.")
            self._desk.notify(Notice(NOTICE, WARNING, fact.format(reference=row.reference), told))
            return
        self._cards.pop(row.row, None)
        self._piling.refresh()
        state, fact, told = _words(decided)
        self._desk.notify(Notice(NOTICE, state, fact, told))

    def _not_decided(self, error: Exception) -> None:
        self._show_anew()
        self._desk.report(error)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """`evidence` is None where nothing is unsure any more; `asked`: whether InPost answered."""

    evidence: Evidence | None
    asked: bool = True


def _settle(session: Session) -> Settled:
    from inpost_desk.actions.settle import Horizon, settle

    return settle(session.ledger, session.client, horizon=Horizon())


def _gather(session: Session, row: PileRow) -> _Gathered:
    from inpost_desk.actions.decide import Evidence, evidence

    steps = _steps(session, row)
    if not steps:
        return _Gathered(None)
    try:
        return _Gathered(evidence(session.ledger, session.client, steps[0]))
    except Trouble:
        return _Gathered(Evidence(steps[0], ()), asked=False)


def _steps(session: Session, row: PileRow) -> list[OpenStep]:
    """What is open of that row's parcel, and of no other's."""
    from inpost_desk.actions.decide import unsure

    return [one for one in unsure(session.ledger) if one.shipment_id == row.local_id]


def _decide(
    session: Session, row: PileRow, adopted: ShipmentId | None, seen: frozenset[ShipmentId]
) -> Decided | Evidence:
    """What came of the answer; the evidence instead, where InPost shows what nobody has `seen`."""
    from inpost_desk.actions import decide

    ledger, client = session.ledger, session.client
    if adopted is not None:
        return decide.adopt(ledger, client, row.reference, adopted, local_id=row.local_id)
    # The list may have been older than the person's answer.
    for step in _steps(session, row):
        found = decide.evidence(ledger, client, step)
        if any(one.id not in seen for one in found.candidates):
            return found
    return decide.absent(ledger, client, row.reference, local_id=row.local_id)


def _card(row: PileRow, evidence: Evidence, *, asked: bool) -> UnsureCard:
    candidates = tuple(
        Candidate(
            one.id,
            one.tracking_number,
            one.status,
            one.created_at,
            one.receiver.phone[-3:],
        )
        for one in evidence.candidates
    )
    return UnsureCard(
        row.reference,
        evidence.step.sent_at,
        evidence.step.undecided or "answer_lost",
        candidates,
        row=row.row,
        name=row.name,
        phone_end=row.phone[-3:],
        asked=asked,
    )


def _words(decided: Decided) -> tuple[str, str, str]:
    from inpost_desk.actions.decide import Decided as Kind

    match decided:
        case Kind.NOTED:
            return (
                DONE,
                translate("ui", "Noted."),
                translate("ui", "The next run goes on with it."),
            )
        case Kind.NOTHING_UNSURE:
            return INFORMATION, translate("ui", "It was found out by itself just now."), ""
        case Kind.IN_USE:
            return (
                WARNING,
                translate("ui", "Another window or command is at it."),
                translate("ui", "Try again when that has ended."),
            )
        case Kind.NO_SUCH_SHIPMENT:
            return WARNING, translate("ui", "InPost has no such shipment."), ""
    return (
        WARNING,
        translate("ui", "That shipment belongs to another order."),
        translate("ui", "Choose another one."),
    )
