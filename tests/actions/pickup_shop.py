"""A shop with paid parcels on its table, against a real simulator, for tests of couriers and hand-overs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import Asked, Ordered, Where
from inpost_desk.actions.settle_changes import Horizon, read_all
from inpost_desk.domain.order import Address, Person
from inpost_desk.domain.pickup import DispatchPointId, PickupState
from inpost_desk.domain.shipment import BatchId, NewShipment, Parcel, ShipmentId
from inpost_desk.ledger import mirrored, pickup_lines, pickups, schema
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import shipments
from inpost_desk.shipx.client import Client
from tests.simulator_process import Simulator
from tests.waiting import until

ADDRESS = Address("Polna", "7", "Kielce", "25-002")
HERE = Where(address=ADDRESS, name="Magazyn", phone="500600702", office_hours="8-16")
AT_ONCE = Horizon.shortened(0.001)
PATH = "/v1/organizations/*/dispatch_orders"
RECEIVER = Person("501234567", "ala@example.test", "Ala", "Nowak")


def parcel_to(reference: str, *, method: str = "dispatch_order") -> NewShipment:
    """A locker parcel."""
    return NewShipment(
        key=f"key-{reference}",
        service="inpost_locker_standard",
        receiver=RECEIVER,
        parcels=(Parcel("small"),),
        sending_method=method,
        reference=reference,
        target_point="KRA010",
    )


@dataclass
class PickupShop:
    """An account with a ledger."""

    simulator: Simulator
    ledger: Ledger
    client: Client

    def buy(self, *references: str, method: str = "dispatch_order") -> list[int]:
        """Paid parcels, by the ledger's numbers in that order."""
        made = [self.client.create(parcel_to(one, method=method)).id for one in references]
        return self.known(made)

    def buy_many(self, count: int) -> list[int]:
        """The same in batches."""
        self.simulator.faults(seconds_per_row=0.0)
        ids: list[ShipmentId] = []
        for start in range(0, count, 100):
            new = [parcel_to(f"R/{number}") for number in range(start, min(count, start + 100))]
            batch = self.client.create_batch(new)
            self._made(batch.id)
            ids += self.client.batch(batch.id).shipments
        return self.known(ids)

    def _made(self, batch_id: BatchId) -> None:
        until(lambda: self.client.batch(batch_id).status == "done")

    def known(self, made: Sequence[ShipmentId]) -> list[int]:
        """These in the ledger, once they are paid."""
        until(lambda: all(one.status == "confirmed" for one in read_all(self.client, made)))
        mirrored.mirror(self.ledger, read_all(self.client, made), ours=(), now=self.client.now())
        with self.ledger.read() as connection:
            query = select(shipments.c.shipx_id, shipments.c.id)
            numbers = {one.shipx_id: one.id for one in connection.execute(query)}
        return [numbers[one] for one in made]

    def order(self, ids: Sequence[int], where: Where = HERE, *, again: bool = False) -> Ordered:
        return pickup.order(self.ledger, self.client, ids, where, again=again)

    def asked(self, ids: Sequence[int]) -> int:
        """The number of an order that InPost has."""
        done = self.order(ids)
        assert isinstance(done, Asked)
        return done.pickup_id

    def sent(self, ids: Sequence[int]) -> int:
        """The number of an order that InPost has accepted."""
        number = self.asked(ids)
        self.simulator.advance(5)
        assert pickup.follow(self.ledger, self.client) == 1
        assert self.state(number) is PickupState.SENT
        return number

    def state(self, number: int) -> PickupState:
        return pickups.current_state(self.ledger, number)

    def settle(self) -> int:
        return pickup.settle_pickups(self.ledger, self.client, horizon=AT_ONCE)

    def truth(self) -> list[dict[str, Any]]:
        """Every order InPost has, with no lag."""
        found: list[dict[str, Any]] = self.simulator.look("pickups")
        return found

    def calls(self, method: str) -> int:
        return sum(
            one["method"] == method and "dispatch_orders" in one["path"]
            for one in self.simulator.log()
        )

    def ready(self) -> list[int]:
        return sorted(
            one.row.id for one in pickup_lines.candidates(self.ledger) if one.not_ready is None
        )

    def change(self, shipment_id: int, **values: object) -> None:
        """Something else than InPost has said, in the ledger."""
        with self.ledger.write() as connection:
            row = shipments.c.id == shipment_id
            connection.execute(update(shipments).where(row).values(**values))

    def long_ago(self, number: int) -> None:
        """An unsure order was noted three minutes earlier."""
        with self.ledger.write() as connection:
            at = self.client.now() - timedelta(minutes=3)
            row = schema.pickups.c.id == number
            connection.execute(update(schema.pickups).where(row).values(sent_at=at, seen_at=at))

    @property
    def point(self) -> Where:
        return Where(point=DispatchPointId(3011))
