"""The draft being typed: one for all pages of the wizard, judged as it stands, kept on disk as it changes.

What is wrong is decided in `domain.draft_checks`; what it costs and what it becomes, elsewhere.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.background import CHANGE
from inpost_desk.domain.draft import Draft, Finding, Step, steps
from inpost_desk.domain.draft_checks import Circumstances, Review, review
from inpost_desk.domain.weekend_window import ALWAYS
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.orders.terms import usual_method, weekend_window
from inpost_desk.ui.shipment.beginning import Beginning

if TYPE_CHECKING:
    from inpost_desk.session import Session

# Milliseconds after the last key: a crash costs no more than this.
KEEP_AFTER: Final = 400


class Drafting(QObject):
    """The wizard's pages change the draft here and hear from here that it changed."""

    changed = Signal()
    """The draft, or what is known about it, is another one."""
    asked_for_step = Signal(object)
    """Somebody wants to see that `Step`: a finding told elsewhere is put right there."""
    settings_asked = Signal(str)
    """What is missing is set there: a section of the settings page."""
    again_asked = Signal(object)
    """Another shipment, with that `Draft` or `Beginning` to begin with."""
    left = Signal()
    """The wizard has done its work."""

    def __init__(self, desk: Desk, begun: Draft | Beginning, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.beginning = begun if isinstance(begun, Beginning) else Beginning(begun)
        self.draft = self.beginning.draft
        self.id = self.beginning.draft_id or str(uuid.uuid4())
        """Under it the draft is kept, and its shipments are known: none of them is made twice."""
        self.known = Circumstances(
            method=usual_method(desk.session, desk.settings),
            window=weekend_window(desk.session, desk.settings) or ALWAYS,
        )
        self.prepaid: bool | None = None
        """Whether the account pays for each shipment at once; None while nobody said."""
        self.refused: tuple[Finding, ...] = ()
        """What InPost said of the draft as it was sent; gone for a field as soon as that changes."""
        self._review: Review | None = None
        self._keeping = QTimer(self, interval=KEEP_AFTER, singleShot=True)
        self._keeping.timeout.connect(self._keep)

    @property
    def session(self) -> Session | None:
        """The open account."""
        return self.desk.session

    @property
    def steps(self) -> tuple[Step, ...]:
        """The pages that this draft needs."""
        return steps(self.draft, self.known.allowed)

    def change(self, **members: object) -> None:
        """Other values for some members of the draft."""
        self.take(replace(self.draft, **members))  # type: ignore[arg-type]

    def take(self, draft: Draft) -> None:
        """Another draft in place of this one; what is about one shipment stays one."""
        if not self.beginning.keeps:
            draft = replace(draft, count=1)
        if draft == self.draft:
            return
        self.draft = draft
        self.refused = ()
        self._keeping.start()
        self.know()

    def know(self, **facts: object) -> None:
        """Something beside the draft is known now: members of `Circumstances`."""
        if facts:
            self.known = replace(self.known, **facts)  # type: ignore[arg-type]
        self._review = None
        self.changed.emit()

    def refuse(self, found: tuple[Finding, ...]) -> None:
        """What InPost refused of the draft as it stands."""
        self.refused = found
        self.know()

    @property
    def review(self) -> Review:
        """The draft as it stands, judged."""
        if self._review is None:
            self._review = review(self.draft, replace(self.known, now=datetime.now(UTC)))
        return self._review

    def findings(self, step: Step | None = None) -> tuple[Finding, ...]:
        """Everything wrong with the draft, or with one page of it; what stops first."""
        found = (*self.refused, *self.review.findings)
        wanted = (one for one in found if step is None or one.step is step)
        return tuple(sorted(wanted, key=lambda one: not one.stops))

    def stops(self, step: Step | None = None) -> bool:
        """Whether something there has to be put right first."""
        return any(one.stops for one in self.findings(step))

    def close(self) -> None:
        """Nothing is typed any more; what was typed is kept."""
        if self._keeping.isActive():
            self._keeping.stop()
            self._keep()

    @Slot()
    def _keep(self) -> None:
        session, draft, number = self.session, self.draft, self.id
        if session is None or not self.beginning.keeps:
            return

        def work() -> None:
            from inpost_desk.ledger import drafts

            drafts.keep(session.ledger, draft, now=session.client.now(), draft_id=number)

        self.desk.lanes.start(CHANGE, work, failed=self.desk.report)

    def forget(self) -> None:
        """The draft has become a shipment, or is not wanted."""
        self._keeping.stop()
        session, number = self.session, self.id
        if session is None:
            return

        def work() -> None:
            from inpost_desk.ledger import drafts

            drafts.forget(session.ledger, number)

        self.desk.lanes.start(CHANGE, work, failed=self.desk.report)
