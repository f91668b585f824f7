"""What the journeys share: a launcher of killable programs, and a packing table at the simulator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.desk import Desk, Launcher
from tests.simulator_process import Simulator


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    launcher = Launcher()
    yield launcher
    launcher.close()


@pytest.fixture
def desk(simulator: Simulator, launcher: Launcher, tmp_path: Path) -> Desk:
    return Desk(simulator, launcher, tmp_path)
