"""`inpost-desk points QUERY`: filled once, then answered without InPost."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from inpost_desk.cli import points
from tests.cli.conftest import Desk
from tests.simulator_process import Simulator


def asked(simulator: Simulator, folder: Path, *query: str, **more: object) -> argparse.Namespace:
    given: dict[str, object] = {
        "query": list(query),
        "near": "",
        "most": 0,
        "payment": False,
        "open_247": False,
        "weekend": False,
        "no_parcel_points": False,
        "refresh": False,
        "json": True,
        "data_dir": str(folder),
        "environment": None,
        "api_url": simulator.url,
        "organization": simulator.organization,
        "pace": 200.0,
    }
    return argparse.Namespace(**(given | more))


@pytest.fixture(autouse=True)
def _token(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INPOST_DESK_TOKEN", simulator.token)


def test_the_nearest_to_a_post_code(
    simulator: Simulator, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert points.run(asked(simulator, tmp_path, "30-721", most=5)) == points.OK
    found = json.loads(capsys.readouterr().out)
    metres = [one["metres"] for one in found]
    assert metres == sorted(metres)
    assert sum(not one["rule"] for one in found) == 5
    before = len(simulator.log())
    assert points.run(asked(simulator, tmp_path, "kra", "010", json=False)) == points.OK
    assert "KRA010" in capsys.readouterr().out
    assert len(simulator.log()) == before


def test_a_closed_one_with_the_nearest(
    simulator: Simulator, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = points.run(asked(simulator, tmp_path, "KRA054M", payment=True, no_parcel_points=True))
    written = capsys.readouterr()
    found = json.loads(written.out)
    assert code == points.NOT_FOUND
    assert "KRA054M" in written.err
    assert next(one["point"] for one in found) == "KRA054M"
    assert all(one["payment"] and not one["parcel_point"] for one in found[1:])


def test_without_token_and_points(
    simulator: Simulator,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("INPOST_DESK_TOKEN")
    assert points.run(asked(simulator, tmp_path, "KRA010")) == points.NOT_FOUND
    assert capsys.readouterr().err


def test_it_is_a_command(desk: Desk) -> None:
    assert desk.run("points", "kra", "010", *desk.address(), "--pace", 100, "--json") == 0
    assert [one["point"] for one in desk.json()][:1] == ["KRA010"]
