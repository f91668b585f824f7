"""Orders whose answer was lost: the evidence beside them, a person's answer, and looking again by itself.

Everything that decides is in `actions.decide` and `actions.settle`; here it is asked for and shown.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from inpost_desk.background import POLL
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.orders.jobs import Jobs
from inpost_desk.ui.orders.panel import SidePanel
from inpost_desk.ui.orders.panel_cards import Candidate, UnsureCard
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.decide import Decided, Evidence
    from inpost_desk.actions.settle import Settled
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
        self._cards: dict[str, UnsureCard] = {}
        self._looking: object | None = None
        self._shown: PileRow | None = None
        self._beat = QTimer(self, interval=LOOK_EVERY)
        self._beat.timeout.connect(self.look)
        self._beat.start()
        panel.unsure_answered.connect(self._answered)
        piling.opened.connect(self._forget)

    def show(self, row: PileRow) -> None:
        """The row and what there is to decide it by; InPost is asked where it was not."""
        self._shown = row
        card = self._cards.get(row.reference)
        if card is None:
            self._gather(row)
            return
        self._show(card)

    @Slot(object)
    def _forget(self, _pile: object) -> None:
        self._cards.clear()
        self._looking = self._shown = None

    def leave(self) -> None:
        """The panel is about something else: evidence that comes late must not take its place."""
        self._shown = None

    def _show(self, card: UnsureCard) -> None:
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
        if not (done.found or done.absent):
            self._show_anew()
            return
        self._cards.clear()
        self._piling.refresh()
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
        if self._shown is not None and self._shown.reference not in self._cards:
            self.show(self._shown)

    def _gather(self, row: PileRow) -> None:
        def found(evidence: Evidence | None) -> None:
            if evidence is None:
                self._piling.refresh()
                return
            self._cards[row.reference] = _card(row, evidence)
            if self._shown == row:
                self._show(self._cards[row.reference])

        self._jobs.start(partial(_evidence, reference=row.reference), lane=POLL, done=found)

    @Slot(str, str, object)
    def _answered(self, reference: str, answer: str, shipment_id: ShipmentId | None) -> None:
        card = self._cards.pop(reference, None)
        if answer == "settle":
            if card is not None:
                self._panel.show_unsure([replace(card, looking=True)])
            self.look()
            return
        work = partial(_decide, reference=reference, answer=answer, shipment_id=shipment_id)
        self._jobs.start(work, lane=POLL, done=self._decided)

    def _decided(self, decided: Decided) -> None:
        self._piling.refresh()
        state, fact, told = _words(decided)
        self._desk.notify(Notice(NOTICE, state, fact, told))


def _settle(session: Session) -> Settled:
    from inpost_desk.actions.settle import Horizon, settle

    return settle(session.ledger, session.client, horizon=Horizon())


def _evidence(session: Session, reference: str) -> Evidence | None:
    """None where nothing is unsure any more. Without a connection there are no candidates."""
    from inpost_desk.actions.decide import Evidence, evidence, unsure

    steps = unsure(session.ledger, reference)
    if not steps:
        return None
    try:
        return evidence(session.ledger, session.client, steps[0])
    except Trouble:
        return Evidence(steps[0], ())


def _decide(
    session: Session, reference: str, answer: str, shipment_id: ShipmentId | None
) -> Decided:
    from inpost_desk.actions import decide

    if answer == "adopt" and shipment_id is not None:
        return decide.adopt(session.ledger, session.client, reference, shipment_id)
    return decide.absent(session.ledger, session.client, reference)


def _card(row: PileRow, evidence: Evidence) -> UnsureCard:
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
