"""What the program sent, from the simulator's log, ready to be sent again.

The log keeps no bodies: those of creating calls are made anew from the same orders in the same portions.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.plain_client import Call
from inpost_desk.actions.import_file import import_file
from inpost_desk.domain.order import Order
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.shipment import NewShipment
from inpost_desk.shipx.transport import encoded
from inpost_desk.shipx.writing import write_batch, write_shipment
from inpost_desk.simulator.accounts import POSTPAID_SERVICES

BATCH = 100
CHOICES = Choices(sending_method="dispatch_order")


def bodies(orders: Path) -> list[bytes]:
    """A creating body for each order."""
    return [encoded(write_shipment(one)) for one in _new(orders)]


def calls(log: list[dict[str, Any]], orders: Path) -> list[Call]:
    """The requests of a run in order. Fails where one was refused or lost: such a run measures nothing."""
    wrong = [entry for entry in log if entry["status"] not in (200, 201)]
    assert not wrong, wrong[:3]
    pile = _new(orders)
    return [
        Call(entry["method"], entry["path"], entry["query"], _body(entry, pile)) for entry in log
    ]


def _body(entry: dict[str, Any], pile: Iterator[NewShipment]) -> bytes | None:
    if entry["method"] == "GET":
        return None
    if entry["path"].endswith("/batches"):
        portion = [one for _, one in zip(range(BATCH), pile, strict=False)]
        return encoded(write_batch(portion))
    assert entry["path"].endswith("/shipments"), entry
    return encoded(write_shipment(next(pile)))


def _new(orders: Path) -> Iterator[NewShipment]:
    found = (row.order for row in import_file(orders).rows)
    for number, order in enumerate(found):
        assert isinstance(order, Order)
        yield as_shipment(
            order, key=f"again-{number}", contract=frozenset(POSTPAID_SERVICES), choices=CHOICES
        )
