"""Knowing points: one by one, the whole list, the cache, and an address that has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from inpost_desk.actions import points
from inpost_desk.actions.points import PointsUnknown, find_points
from inpost_desk.ledger.points import count_points
from tests.actions.shop import client_of, ledger_in
from tests.simulator_process import Simulator


def asked(simulator: Simulator) -> list[str]:
    return [one["path"] for one in simulator.log() if "/points" in one["path"]]


def test_a_few_points_are_asked_one_by_one_and_kept(simulator: Simulator, tmp_path: Path) -> None:
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        found = find_points(ledger, client, {"KRA010", "POP-WAW364", "NIEMA1", ""})
        assert found["NIEMA1"] is None
        assert found["KRA010"] is not None
        assert found["POP-WAW364"] is not None
        assert found["POP-WAW364"].parcel_point
        before = len(asked(simulator))
        assert find_points(ledger, client, {"KRA010"}) == {"KRA010": found["KRA010"]}
        assert len(asked(simulator)) == before


def test_many_points_come_as_a_list_once(
    simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(points, "FEW", 1)
    shown: list[tuple[int, int]] = []
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        found = find_points(
            ledger,
            client,
            {"KRA010", "WAW123A", "NIEMA1"},
            progress=lambda read, total: shown.append((read, total)),
        )
        assert [name for name, point in found.items() if point is None] == ["NIEMA1"]
        assert count_points(ledger) > 1000
        assert (count_points(ledger), count_points(ledger)) in shown
        pages = [path for path in asked(simulator) if path == "/v1/points"]
        find_points(ledger, client, {"KRA010", "WAW123A", "POP-WAW364"})
        assert [path for path in asked(simulator) if path == "/v1/points"] == pages


def test_an_address_without_points_says_nothing_about_names(
    simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator.faults({"do": "text_404", "path": "/v1/points*", "every": 1})
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        with pytest.raises(PointsUnknown):
            find_points(ledger, client, {"KRA010"})
        monkeypatch.setattr(points, "FEW", 0)
        with pytest.raises(PointsUnknown):
            find_points(ledger, client, {"KRA010"})
