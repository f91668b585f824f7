"""What a person does with offers, as a program that can be killed: choose, select, buy many, edit, cancel.

Run in a fork of `killable`, on the same ledger as every start before. Ends with 0 once what was asked for has
come about, with 5 while InPost has not said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inpost_desk.actions import new_shipment, offers
from inpost_desk.actions.offers import Bought, Cancelled, Offered, Selected
from inpost_desk.actions.replace import enter_replacement, replace_shipment
from inpost_desk.actions.send import Terms
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import Draft, Mode
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.shipment import OfferId, OrganizationId
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport

DRAFT = Draft(
    mode=Mode.OFFERS,
    phone="501234567",
    email="ala@example.test",
    point="KRA010",
    reference="ZAM/1",
    count=3,
)
EDITED = replace(DRAFT, count=1, reference="", point="KRA02APP")
HORIZON = Horizon.shortened(0.8)


@dataclass
class Table:
    """One start of the program."""

    ledger: Ledger
    client: Client

    @property
    def terms(self) -> Terms:
        return Terms(frozenset(), Choices("dispatch_order"), HORIZON)

    def run(self) -> int:
        return new_shipment.enter(self.ledger, self.client, DRAFT, self.terms, draft_id="one")

    def prepare(self) -> bool:
        found = offers.prepare(self.ledger, self.client, self.run(), terms=self.terms, stop=Stop())
        return len(found) == 3

    def choose(self) -> bool:
        wanted = self._offers()
        ends = [
            offers.choose(self.ledger, self.client, number, offer, horizon=HORIZON)
            for number, offer in wanted.items()
        ]
        return all(isinstance(end, Bought) and not end.other for end in ends)

    def select(self) -> bool:
        ends = offers.select_many(self.ledger, self.client, self._offers(), horizon=HORIZON)
        return all(isinstance(end, Selected) for end in ends.values())

    def select_one(self) -> bool:
        (number, offer), *_ = self._offers().items()
        end = offers.select(self.ledger, self.client, number, offer, horizon=HORIZON)
        return isinstance(end, Selected)

    def buy_many(self) -> bool:
        ends = offers.buy_many(self.ledger, self.client, self._offers(), horizon=HORIZON)
        return all(isinstance(end, Bought) for end in ends.values())

    def edit(self) -> bool:
        end = offers.edit(self.ledger, self.client, 1, EDITED, self.terms.choices, horizon=HORIZON)
        return isinstance(end, Offered)

    def edit_unless_done(self) -> bool:
        """As a person would: looks first, and asks once more only where nothing came of it."""
        found = offers.offers_of(self.ledger, self.client, 1)
        ours = self.client.shipments().items
        done = any(one.target_point == EDITED.point for one in ours)
        return isinstance(found, Offered) if done else self.edit()

    def renew(self) -> bool:
        end = offers.renew(self.ledger, self.client, 1, horizon=HORIZON)
        return isinstance(end, Offered)

    def cancel(self) -> bool:
        end = offers.cancel(self.ledger, self.client, 1, horizon=HORIZON)
        return isinstance(end, Cancelled)

    def replace(self) -> bool:
        draft = replace(EDITED, mode=Mode.SERVICE, service="inpost_locker_standard")
        run_id = enter_replacement(self.ledger, self.client, 1, draft, self.terms, draft_id="other")
        if run_id is None:
            return False
        done = replace_shipment(self.ledger, self.client, 1, run_id, terms=self.terms, stop=Stop())
        return bool(done.old)

    def _offers(self) -> dict[int, OfferId]:
        """The first offer of each, whatever has become of it."""
        shipments = sorted(self.client.shipments().items, key=lambda one: one.id)
        return {number: one.offers[0].id for number, one in enumerate(shipments, start=1)}


def main(arguments: Sequence[str]) -> int:
    """`arguments`: what to do, the API's address, the token, the organisation, the folder of the ledger."""
    what, url, token, organization, folder = arguments
    ledger = Ledger(Path(folder))
    transport = Transport(url, token, pace=Pace(per_second=100))
    try:
        table = Table(ledger, Client(transport, OrganizationId(int(organization))))
        action: Callable[[], bool] = getattr(table, what)
        return 0 if action() else 5
    finally:
        ledger.close()
        transport.close()
