"""The station's benchmark in small: that a scan's way to its label is measured, and none is lost."""

from __future__ import annotations

import sys

import pytest

from benchmarks.figures import table
from benchmarks.station import QUICK, station


def test_a_scan_is_followed_to_its_label(tmp_path_factory: pytest.TempPathFactory) -> None:
    measured = station(tmp_path_factory.mktemp("station"), QUICK)
    sys.stdout.write(table(measured))
    found = {one.name: one for one in measured}
    state = found["scan end → first state on screen, median of 4"].value
    assert 0 < state < found["scan end → label given away, socket, median of 2"].value
    lost = [one.value for name, one in found.items() if name.endswith((": lost", ": doubled"))]
    assert lost == [0, 0]
