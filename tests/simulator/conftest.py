"""The two accounts of the simulator as shops."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulator.shop import Shop
from tests.simulator_process import Simulator


@pytest.fixture
def shop(simulator: Simulator) -> Iterator[Shop]:
    """On a bill, with every contract service."""
    with Shop(simulator) as shop:
        yield shop


@pytest.fixture
def prepaid(simulator: Simulator) -> Iterator[Shop]:
    with Shop(simulator, prepaid=True) as shop:
        yield shop
