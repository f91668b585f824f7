"""A courier ordered in processes of their own that die at a chosen moment; see `journeys.killable`.

Ends with 0 once InPost has the order, with 3 where another one has the parcels, with 5 while it is unsure.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import Asked
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.cli import main as program
from inpost_desk.domain.pickup import PickupState
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.ledger import pickups
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.actions.pickup_shop import HERE
from tests.journeys import killable

HORIZON = Horizon.shortened(0.3)
HAD = {PickupState.NEW, PickupState.SENT}


def main(argv: Sequence[str] | None = None) -> int:
    """`URL TOKEN ORGANIZATION LEDGER PARCEL…`."""
    url, token, organization, folder, *ids = argv or ()
    ledger = Ledger(Path(folder))
    transport = Transport(url, token, pace=Pace(per_second=200, in_flight=4))
    try:
        return _order(ledger, Client(transport, OrganizationId(int(organization))), ids)
    finally:
        transport.close()
        ledger.close()


def _order(ledger: Ledger, client: Client, ids: Sequence[str]) -> int:
    if pickup.settle_pickups(ledger, client, horizon=HORIZON):
        return 5
    if any(one.state in HAD for one in pickup.listed(ledger)):
        return 0
    done = pickup.order(ledger, client, [int(one) for one in ids], HERE)
    return 0 if isinstance(done, Asked) else 3


if __name__ == "__main__":
    killable.CALLS["order_pickup"] = "order"
    killable.WRITERS.clear()
    killable.WRITERS[pickups] = ("claim", "taken", "let_go", "refused", "looked")
    program.main = main
    killable.serve()
