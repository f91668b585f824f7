"""What a person does with InPost, step by step, as a program that may be killed and is then started again.

Every step may be asked for again and again, as somebody would who starts the program once more: it says
whether what was wanted has come about. Nothing here knows of faults.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import httpx

from inpost_desk.actions import decide, new_shipment, offers, pickup, pickup_settling, ship
from inpost_desk.actions.offers import Bought, Cancelled, Offered, Selected
from inpost_desk.actions.replace import CANCELLED, enter_replacement, replace_shipment
from inpost_desk.actions.send import Sender, Terms
from inpost_desk.actions.settle import KEYS, PROVEN
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import Draft, Mode
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.pickup import OPEN, PickupState
from inpost_desk.domain.shipment import OfferId, Shipment
from inpost_desk.ledger import seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from tests.actions.pickup_shop import HERE

HORIZON: Final = Horizon.shortened(0.3)
TO_LOCKER: Final = Draft(
    service="inpost_locker_standard",
    phone="501234567",
    email="ala@example.test",
    point="KRA010",
    reference="ZAM/1",
)
FOR_OFFERS: Final = replace(TO_LOCKER, mode=Mode.OFFERS, service="")
ELSEWHERE: Final = "KRA02APP"
STRANGER: Final = {
    "receiver": {"phone": "600700800", "email": "ewa@example.test"},
    "parcels": [{"template": "small"}],
    "service": "inpost_locker_standard",
    "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
}
UNDECIDED: Final = frozenset({"same_reference", "keys_not_proven"})


class ForPerson(Exception):
    """The program will not go on by itself: somebody has to look at the evidence."""


@dataclass
class Person:
    """One start of the program, at the account `organization` of the simulator at `url`."""

    ledger: Ledger
    client: Client
    url: str
    organization: int

    @property
    def terms(self) -> Terms:
        return Terms(frozenset(), Choices("dispatch_order"), HORIZON)

    # The ways of creating.

    def first_parcel(self) -> None:
        """Shows that this account returns our keys, as the first parcel of every account does."""
        self.ledger.learn(KEYS, PROVEN)

    def hidden_keys(self) -> None:
        """Stands for an account whose first parcel showed that it does not return keys."""
        self.ledger.learn(KEYS, "missing")

    def send(self, draft: Draft) -> bool:
        """Buy a draft's parcels, or have offers made for them."""
        ship.look_around(self.ledger, self.client, self.terms)
        run_id = self._entered(draft)
        self._send(run_id)
        return all(one.paid or one.offered for one in seen.of_run(self.ledger, run_id))

    def send_beside(self, draft: Draft) -> bool:
        """The same while somebody makes a parcel with that reference in Manager Paczek."""
        ship.look_around(self.ledger, self.client, self.terms)
        run_id = self._entered(draft)
        one = STRANGER | {"reference": next(iter(self._references(draft)))}
        if not self._has_stranger():
            self._control("elsewhere", {"organization": self.organization, "shipment": one})
        self._send(run_id)
        if any(step.undecided in UNDECIDED for step in decide.unsure(self.ledger)):
            raise ForPerson
        return True

    def decide(self) -> bool:
        """By the evidence, and what is known of it in truth: that one is ours, or none is."""
        made = {one["external_customer_id"]: one["id"] for one in self._shipments()}
        for step in decide.unsure(self.ledger):
            assert step.undecided in UNDECIDED, step
            shown = decide.evidence(self.ledger, self.client, step).candidates
            ours = made.get(step.wanted.key)
            if ours is None:
                done = decide.absent(
                    self.ledger, self.client, step.wanted.reference, local_id=step.shipment_id
                )
            else:
                assert ours in {one.id for one in shown}, "what is ours is not among the evidence"
                done = decide.adopt(
                    self.ledger,
                    self.client,
                    step.wanted.reference,
                    ours,
                    local_id=step.shipment_id,
                )
            assert done is decide.Decided.NOTED, done
        return True

    def stuck(self) -> bool:
        """A parcel that could not be paid for, and money that came too late."""
        self._control("balance", {"amount": 0})
        self.send(TO_LOCKER)
        self._control("balance", {"amount": 1000})
        return True

    def stuck_for_long(self) -> bool:
        """The same, and meanwhile its offer has expired."""
        self.stuck()
        self._control("clock", {"advance": 400})
        return True

    def replace(self) -> bool:
        draft = replace(TO_LOCKER, point=ELSEWHERE, reference="")
        run_id = enter_replacement(self.ledger, self.client, 1, draft, self.terms, draft_id="new")
        assert run_id is not None
        done = replace_shipment(self.ledger, self.client, 1, run_id, terms=self.terms, stop=Stop())
        return done.old == CANCELLED

    # What becomes of offers.

    def select(self) -> bool:
        wanted = self._chosen()[1]
        end = offers.select(self.ledger, self.client, 1, wanted, horizon=HORIZON)
        return isinstance(end, Selected) and end.offer.id == wanted

    def select_many(self) -> bool:
        wanted = self._chosen()
        ends = offers.select_many(self.ledger, self.client, wanted, horizon=HORIZON)
        return all(
            isinstance(end, Selected) and end.offer.id == wanted[number]
            for number, end in ends.items()
        )

    def buy(self) -> bool:
        end = offers.choose(self.ledger, self.client, 1, self._chosen()[1], horizon=HORIZON)
        return isinstance(end, Bought) and not end.other

    def buy_many(self) -> bool:
        ends = offers.buy_many(self.ledger, self.client, self._chosen(), horizon=HORIZON)
        return all(isinstance(end, Bought) and not end.other for end in ends.values())

    def edit(self) -> bool:
        """Looks first, and asks once more only where nothing came of it."""
        done = all(one.target_point == ELSEWHERE for one in self._listed())
        if done:
            return isinstance(offers.offers_of(self.ledger, self.client, 1), Offered)
        draft = replace(FOR_OFFERS, point=ELSEWHERE)
        choices = self.terms.choices
        end = offers.edit(self.ledger, self.client, 1, draft, choices, horizon=HORIZON)
        return isinstance(end, Offered)

    def late(self) -> bool:
        """The offers have expired."""
        self._control("clock", {"advance": 400})
        return self.client.account() is not None

    def renew(self) -> bool:
        """As `edit`."""
        found = offers.offers_of(self.ledger, self.client, 1)
        if isinstance(found, Offered):
            if not found.offers or any(one.status == "in_preparation" for one in found.offers):
                return self._later()
            until = [one.expires_at for one in found.offers if one.expires_at]
            if until and min(until) > self.client.now():
                return True
        end = offers.renew(self.ledger, self.client, 1, horizon=HORIZON)
        return isinstance(end, Offered)

    def cancel(self) -> bool:
        end = offers.cancel(self.ledger, self.client, 1, horizon=HORIZON)
        return isinstance(end, Cancelled)

    # Couriers.

    def order_pickup(self) -> bool:
        if pickup_settling.settle_pickups(self.ledger, self.client, horizon=HORIZON):
            return self._later()
        living = [one.id for one in pickup.listed(self.ledger) if one.state in OPEN]
        if not living:
            done = pickup.order(self.ledger, self.client, [1, 2], HERE)
            living = [done.pickup_id] if isinstance(done, pickup.Asked) else []
        ends = [
            pickup.wait(self.ledger, self.client, one, stop=Stop(), horizon=HORIZON)
            for one in living
        ]
        return ends == [PickupState.SENT]

    def cancel_pickup(self) -> bool:
        return pickup.cancel(self.ledger, self.client, 1) is PickupState.CANCELLED

    def _later(self) -> bool:
        """Not done, and nobody looks again at once."""
        return Stop().wait(0.15)

    def _entered(self, draft: Draft) -> int:
        return new_shipment.enter(
            self.ledger, self.client, draft, self.terms, draft_id="one", again=True
        )

    def _send(self, run_id: int) -> None:
        nobody: Callable[[Any], None] = lambda _: None  # noqa: E731
        stop = Stop()
        Sender(self.ledger, self.client, run_id, self.terms, nobody, nobody, stop).send()

    def _references(self, draft: Draft) -> list[str]:
        return [part.order.reference for part in new_shipment.parts_of(draft, self.terms)]

    def _chosen(self) -> dict[int, OfferId]:
        """The first offer of each, whatever has become of it."""
        return {number: one.offers[0].id for number, one in enumerate(self._listed(), start=1)}

    def _listed(self) -> Sequence[Shipment]:
        return sorted(self.client.shipments().items, key=lambda one: one.id)

    def _shipments(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._ask("GET", "shipments")
        return found

    def _has_stranger(self) -> bool:
        return any(not one["external_customer_id"] for one in self._shipments())

    def _control(self, path: str, body: dict[str, Any]) -> None:
        self._ask("POST", path, body)

    def _ask(self, method: str, path: str, body: object = None) -> Any:
        # Loading certificates would take longer than all the rest.
        with httpx.Client(verify=False) as behind:
            answer = behind.request(method, f"{self.url}/_control/{path}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()
