"""What tests of the window share."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from inpost_desk.background import Garbage, Lanes


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[Lanes]:
    """Real threads, all ended afterwards; as in the program, garbage is collected on this thread only."""
    del qapp
    garbage = Garbage()
    lanes = Lanes()
    yield lanes
    assert lanes.stop()
    gc.collect()
    garbage.stop()
