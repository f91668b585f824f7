"""Many paid shipments at InPost and in the ledger, quickly: for tests of what follows the label."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import insert, select

from inpost_desk.domain.order import Address, Person
from inpost_desk.domain.pickup import NewPickup, PickupState
from inpost_desk.domain.shipment import Dimensions, NewShipment, Parcel, Shipment, ShipmentId
from inpost_desk.ledger import mirrored, schema
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from tests.simulator_process import Simulator
from tests.waiting import until

HOME = Address("Lipowa", "4", "Kielce", "25-001")
YARD = Address("Polna", "7", "Kielce", "25-002")
LOCKER, COURIER = "inpost_locker_standard", "inpost_courier_standard"


def new(number: int, service: str = LOCKER, *, cod: str = "") -> NewShipment:
    """A shipment that a courier fetches here."""
    by_courier = service == COURIER
    receiver = Person("501234567", "ala@example.test", "Ala", "Nowak")
    box = Parcel(dimensions=Dimensions(300, 200, 100), weight=Decimal(2))
    return NewShipment(
        key=f"key-{number}",
        service=service,
        receiver=Person("501234567", "ala@example.test", "Ala", "Nowak", address=HOME)
        if by_courier
        else receiver,
        parcels=(box if by_courier else Parcel(template="small"),),
        sending_method="dispatch_order",
        reference=f"ZAM/{number}",
        target_point="" if by_courier else "KRA010",
        cod=Decimal(cod) if cod else None,
        insurance=Decimal(cod) if cod else None,
    )


def paid(
    simulator: Simulator, client: Client, ledger: Ledger, wanted: Sequence[NewShipment]
) -> list[int]:
    """These, bought; the ledger's numbers in their order."""
    for start in range(0, len(wanted), 100):
        client.create_batch(wanted[start : start + 100])
    until(lambda: all(one["tracking_number"] for one in simulator.shipments()), seconds=60)
    return known(client, ledger, [int(one["id"]) for one in simulator.shipments()])


def known(client: Client, ledger: Ledger, ids: Sequence[int]) -> list[int]:
    """The ledger's numbers of InPost's, read of InPost."""
    there: list[Shipment] = []
    for start in range(0, len(ids), 100):
        there += client.shipments(ids=[ShipmentId(one) for one in ids[start : start + 100]]).items
    mirrored.mirror(ledger, there, ours=(), now=client.now())
    with ledger.read() as connection:
        table = schema.shipments
        found = connection.execute(select(table.c.shipx_id, table.c.id)).all()
    by_shipx = {one.shipx_id: one.id for one in found}
    return [by_shipx[one] for one in ids]


def picked_up(client: Client, ledger: Ledger, ids: Sequence[int], *, noted: bool = True) -> int:
    """A pickup of these at InPost; the ledger's number of it, 0 where it is not `noted` there."""
    with ledger.read() as connection:
        table = schema.shipments
        query = select(table.c.shipx_id).where(table.c.id.in_(ids)).order_by(table.c.id)
        asked = tuple(ShipmentId(one) for one in connection.scalars(query))
    order = client.order_pickup(NewPickup(asked, address=YARD, name="M", phone="500600702"))
    if not noted:
        return 0
    with ledger.write() as connection:
        added = connection.execute(
            insert(schema.pickups).values(
                shipx_id=order.id, state=PickupState.NEW, status=order.status, sent_at=client.now()
            )
        )
        key = added.inserted_primary_key
        assert key is not None
        rows = [{"pickup_id": key[0], "shipment_id": one} for one in ids]
        connection.execute(insert(schema.pickup_parcels), rows)
    return int(key[0])
