"""What tests of the window share. Without a screen Qt draws offscreen, pixel for pixel the same."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from inpost_desk.background import Lanes

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[Lanes]:
    """Real threads, all ended afterwards."""
    del qapp
    lanes = Lanes()
    yield lanes
    assert lanes.stop()
