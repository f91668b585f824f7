"""A shop that types its shipments by hand and chooses offers, against a real simulator."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from inpost_desk.actions import new_shipment, offers
from inpost_desk.actions.offers import Offered
from inpost_desk.actions.send import Terms
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import Draft, DraftParcel, Mode
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.shipment import OfferId
from inpost_desk.ledger import report
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.report import RowStanding
from inpost_desk.shipx.client import Client
from tests.simulator_process import Simulator

BY_COURIER = Draft(
    mode=Mode.OFFERS,
    to_point=False,
    phone="501234567",
    email="jan@example.test",
    first_name="Jan",
    last_name="Kos",
    street="Lipowa",
    building_number="4",
    city="Kielce",
    post_code="25-001",
    parcels=(DraftParcel("", "400", "300", "150", "2,5"),),
    reference="ZAM/1",
)
TO_LOCKER = Draft(
    service="inpost_locker_standard",
    phone="501234567",
    email="ala@example.test",
    point="KRA010",
    reference="ZAM/1",
)


@dataclass
class Shop:
    """A prepaid account with a ledger."""

    simulator: Simulator
    ledger: Ledger
    client: Client
    entered: int = 0

    @property
    def terms(self) -> Terms:
        contract = self.client.account().services
        return Terms(contract, Choices("dispatch_order"), Horizon.shortened(2))

    def enter(self, draft: Draft, draft_id: str = "", *, again: bool = False) -> int:
        self.entered += 1
        name = draft_id or f"draft-{self.entered}"
        return new_shipment.enter(
            self.ledger, self.client, draft, self.terms, draft_id=name, again=again
        )

    def offered(self, draft: Draft = BY_COURIER) -> Offered:
        found = self.prepare(self.enter(draft))
        assert len(found) == 1
        return found[0]

    def prepare(self, run_id: int, **terms: Any) -> tuple[Offered, ...]:
        wanted = replace(self.terms, **terms)
        return offers.prepare(self.ledger, self.client, run_id, terms=wanted, stop=Stop())

    def standing(self, run_id: int = 1) -> list[RowStanding]:
        return report.standing_of_run(self.ledger, run_id)

    def choose(self, shipment_id: int, offer_id: int) -> object:
        horizon = Horizon.shortened(2)
        return offers.choose(
            self.ledger, self.client, shipment_id, OfferId(offer_id), horizon=horizon
        )

    def calls(self, ending: str) -> int:
        """How many changing calls InPost got at an address with this ending."""
        return sum(
            one["method"] != "GET" and one["path"].endswith(ending) for one in self.simulator.log()
        )

    def truth(self) -> list[dict[str, Any]]:
        return self.simulator.shipments()
