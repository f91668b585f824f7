"""Shops with an account paid beforehand, or one paid by invoice, for tests of shipments typed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.actions.offer_shop import Shop
from tests.actions.pickup_shop import PickupShop
from tests.actions.shop import client_of, ledger_in
from tests.simulator_process import MONDAY, Simulator


@pytest.fixture
def shops(simulator: Simulator, tmp_path: Path) -> Iterator[Callable[[str, int], Shop]]:
    simulator.control("clock", {"set": MONDAY})
    opened: list[Transport] = []
    with ledger_in(tmp_path) as ledger:

        def shop_of(token: str, organization: int) -> Shop:
            pace = Pace(per_second=200, in_flight=4)
            opened.append(Transport(simulator.url, token, pace=pace))
            return Shop(simulator, ledger, Client(opened[0], OrganizationId(organization)))

        yield shop_of
    opened[0].close()


@pytest.fixture
def shop(shops: Callable[[str, int], Shop], simulator: Simulator) -> Shop:
    """Paid beforehand: offers have prices."""
    return shops(simulator.prepaid_token, simulator.prepaid_organization)


@pytest.fixture
def by_invoice(shops: Callable[[str, int], Shop], simulator: Simulator) -> Shop:
    """Paid by invoice, with a courier contract: many services, no prices."""
    return shops(simulator.token, simulator.organization)


@pytest.fixture
def couriers(simulator: Simulator, tmp_path: Path) -> Iterator[PickupShop]:
    """An account paid by invoice, whose parcels wait for a courier."""
    simulator.control("clock", {"set": MONDAY})
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        yield PickupShop(simulator, ledger, client)


@pytest.fixture
def prepaid_couriers(simulator: Simulator, tmp_path: Path) -> Iterator[PickupShop]:
    """The same with an account paid beforehand."""
    simulator.control("clock", {"set": MONDAY})
    pace = Pace(per_second=200, in_flight=4)
    transport = Transport(simulator.url, simulator.prepaid_token, pace=pace)
    with ledger_in(tmp_path) as ledger:
        client = Client(transport, OrganizationId(simulator.prepaid_organization))
        yield PickupShop(simulator, ledger, client)
    transport.close()
