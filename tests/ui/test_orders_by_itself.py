"""Buying by itself when the ledger fails in the middle: said, and tried again with the next reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.station import BuyAt, StationRules
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ui.orders import by_itself
from tests.simulator_process import Simulator
from tests.ui.orders_desk import Window, lockers, window
from tests.weekend_hours import ALWAYS


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path, weekend_window=ALWAYS) as made:
        yield made


@pytest.mark.parametrize("job", ["_pile", "_confirmed"])
def test_a_failure_does_not_end_it_for_good(
    desk: Window, monkeypatch: pytest.MonkeyPatch, job: str
) -> None:
    def fails(*_args: object, **_named: object) -> Any:
        raise LedgerTrouble("disk_full")

    alone = desk.page.by_itself
    monkeypatch.setattr(by_itself, job, fails)
    monkeypatch.setattr(alone, "_costs", lambda: True)
    desk.take(*lockers(1))
    pile = desk.page.piling.pile
    assert pile is not None
    if job == "_pile":
        # Its turn comes while nothing is open.
        monkeypatch.setattr(desk.page.piling, "pile", None)
    desk.desk.change_settings(station=StationRules(buy_at=BuyAt.IMPORT))
    alone._want(pile.id)
    desk.until(lambda: "trouble.LedgerTrouble" in desk.notices)
    assert (alone._opening, alone._judging) == (False, False)
    assert alone._wanted == [pile.id]
    monkeypatch.undo()
