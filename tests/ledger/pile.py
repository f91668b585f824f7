"""A pile of orders in a ledger, for tests: invented receivers, keys that tell whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from inpost_desk.domain.order import Kind, Order, Person, Size
from inpost_desk.domain.shipment import Shipment, ShipmentId, ShipmentParcel, Transaction
from inpost_desk.ledger import orders
from inpost_desk.ledger.earlier import Sought
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.orders import Row, RunFile

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def an_order(reference: str, phone: str = "501200300") -> Order:
    receiver = Person(phone=phone, email=f"{phone}@example.test", last_name=f"Nowak {phone}")
    return Order(reference, Kind.LOCKER, Size.A, receiver, point="KRA010")


def entered(
    ledger: Ledger,
    references: Sequence[str],
    *,
    digest: str = "file",
    now: datetime = NOW,
    unsent: Sequence[str] = (),
) -> int:
    """The run of a file with these orders; the key of `A` is `key-A` in the first ledger it comes into."""
    run_id = orders.enter_run(
        ledger,
        RunFile("zamowienia.csv", digest),
        [
            Row(number, reference, an_order(reference, phone=f"5012{number:05}"))
            for number, reference in enumerate(references, start=1)
        ],
        now=now,
        day="02-03",
        sought=[Sought(place, one, an_order(one)) for place, one in enumerate(unsent)],
        new_key=(f"key-{reference}-{digest}" for reference in references),
    )
    return 0 if run_id is None else run_id


def a_shipment(
    number: int, *, key: str = "", status: str = "created", transactions: Sequence[str] = ()
) -> Shipment:
    paid = status == "confirmed"
    return Shipment(
        ShipmentId(number),
        status,
        tracking_number=f"6209990000000000{number:08}" if paid else "",
        key=key,
        parcels=(ShipmentParcel(identify_number=key),),
        transactions=tuple(
            Transaction(number * 10 + place, state, "debt_collection" if state == "failure" else "")
            for place, state in enumerate(transactions)
        ),
        created_at=NOW,
    )
