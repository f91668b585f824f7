"""What tests of the window share. Without a screen Qt draws offscreen, pixel for pixel the same."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from inpost_desk.background import Garbage, Lanes

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


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
