"""What the account allows, asked of InPost beside the typing: services, cost centres, ways of sending.

Where InPost cannot be asked nothing is forbidden: the catalogue's own table decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inpost_desk.domain.draft import Mode, service_of
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.shipment.drafting import Drafting

if TYPE_CHECKING:
    from inpost_desk.session import Session


class AccountFacts(QObject):
    """Asks once for the account, and for each service when it is first chosen."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting)
        self._drafting = drafting
        self._jobs = Jobs(drafting.desk, self)
        self._asked: set[str] = set()
        drafting.changed.connect(self._ask_methods)
        if drafting.session is not None and drafting.session.may_ask:
            self._jobs.start(_account, done=self._account, failed=_not_now)
            self._ask_methods()

    def _account(self, facts: Mapping[str, object]) -> None:
        self._drafting.know(**facts)

    @Slot()
    def _ask_methods(self) -> None:
        draft, session = self._drafting.draft, self._drafting.session
        service = service_of(draft).id if draft.mode is Mode.SERVICE and draft.service else ""
        if not service or service in self._asked or session is None or not session.may_ask:
            return
        self._asked.add(service)

        def ask(session: Session) -> frozenset[str]:
            return frozenset(one.id for one in session.client.sending_methods(service))

        def answered(methods: frozenset[str]) -> None:
            if methods:
                known = self._drafting.known.methods
                self._drafting.know(methods={**known, service: methods})

        self._jobs.start(ask, done=answered, failed=_not_now)


def _account(session: Session) -> Mapping[str, object]:
    from inpost_desk.actions.account import check_account
    from inpost_desk.errors import Trouble

    facts: dict[str, object] = {"allowed": check_account(session.client).organization.services}
    try:
        facts["mpks"] = tuple(one.name for one in session.client.mpks())
    except Trouble:
        # Not every account has cost centres.
        return facts
    return facts


def _not_now(error: Exception) -> None:
    """The purchase will say why InPost cannot be asked."""
    from inpost_desk.errors import Trouble

    if not isinstance(error, Trouble):
        raise error
