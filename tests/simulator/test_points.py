"""The invented network of points."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from inpost_desk.simulator.points import Points
from tests.simulator_process import Simulator


def test_points_are_the_same_at_every_start() -> None:
    first, second = Points(), Points()
    assert first.by_name == second.by_name
    assert first.ages == second.ages
    assert 2800 <= len(first.by_name) <= 3300


def ask(simulator: Simulator, rest: str, **query: Any) -> httpx.Response:
    return httpx.get(f"{simulator.url}/v1/points{rest}", params=query or None, verify=False)


def find(simulator: Simulator, **query: Any) -> dict[str, Any]:
    answer = ask(simulator, "", **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def names(simulator: Simulator, **query: Any) -> list[str]:
    return [item["name"] for item in find(simulator, **query)["items"]]


def test_a_page_of_points(simulator: Simulator) -> None:
    found = find(simulator)
    assert len(found["items"]) == found["per_page"] == 25
    assert found["total_pages"] == -(-found["count"] // 25)
    assert found["meta"] == {key: found[key] for key in found["meta"]}
    assert len(find(simulator, per_page=9999)["items"]) == 500
    everything = {
        name for page in range(1, 8) for name in names(simulator, per_page=500, page=page)
    }
    assert len(everything) == found["count"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"name": "KRA010"}, ["KRA010"]),
        ({"name": "kra010,POP-WAW364,NIE1"}, ["KRA010", "POP-WAW364"]),
        ({"name": "KRA054M", "status": "Operating"}, []),
        ({"name": "KRA010,KRA058M", "functions": "parcel_collect,parcel_send"}, ["KRA010"]),
        ({"name": "KRA010,POP-WAW364", "type": "pop"}, ["POP-WAW364"]),
        ({"name": "KRA010,POP-WAW364", "type": "parcel_locker_only"}, ["KRA010"]),
        ({"name": "KRA010,KRA056M", "location_247": "true"}, ["KRA010"]),
        ({"name": "KRA010,KRA057M", "payment_available": "false"}, ["KRA057M"]),
        ({"name": "KRA010,WAW123A", "city": "warszawa"}, ["WAW123A"]),
        ({"name": "KRA010,WAW123A", "sort_order": "desc"}, ["WAW123A", "KRA010"]),
        ({"name": "KRA010,WAW123A", "limit": "1"}, ["KRA010"]),
    ],
)
def test_filters(simulator: Simulator, query: dict[str, str], expected: list[str]) -> None:
    assert names(simulator, **query) == expected


def test_the_nearest_come_first(simulator: Simulator) -> None:
    place = ask(simulator, "/KRA010").json()["location"]
    near = find(
        simulator,
        relative_point=f"{place['latitude']},{place['longitude']}",
        max_distance=3000,
        fields="name,distance",
    )["items"]
    assert near[0] == {"name": "KRA010", "distance": 0}
    distances = [item["distance"] for item in near]
    assert distances == sorted(distances)
    assert max(distances) <= 3000
    by_code = find(simulator, relative_post_code="30-001", per_page=1)["items"]
    assert by_code[0]["address_details"]["city"] == "Kraków"
    assert ask(simulator, "?relative_point=x").status_code == 400


def test_changed_points_of_the_last_days_only(simulator: Simulator) -> None:
    simulator.control("clock", {"set": "2026-03-10T12:00:00Z"})
    recent = find(simulator, updated_from="2026-03-08T12:00:00Z")
    assert 0 < recent["count"] < 100
    too_old = ask(simulator, "?updated_from=2026-03-01T00:00:00Z")
    assert too_old.json()["details"] == {"updated_from": ["invalid"]}
    window = {"updated_from": "2026-01-01T00:00:00Z", "updated_to": "2026-02-01T00:00:00Z"}
    assert find(simulator, **window)["count"] > recent["count"]


def test_a_single_point(simulator: Simulator) -> None:
    point = ask(simulator, "/POP-WAW364").json()
    assert (point["status"], "pop" in point["type"]) == ("Operating", True)
    assert ask(simulator, "/NIE01").status_code == 404


def test_a_point_changed_from_behind_is_among_the_updated_ones(
    start_simulator: Callable[..., Simulator], tmp_path: Path
) -> None:
    clock = "2026-03-10T12:00:00Z"
    simulator = start_simulator("--clock", clock, state=tmp_path / "shipx")
    simulator.control("point", {"name": "KRA010", "status": "NonOperating"})
    simulator.restart()
    assert ask(simulator, "/KRA010").json()["status"] == "NonOperating"
    assert names(simulator, updated_from="2026-03-10T11:59:00Z") == ["KRA010"]
    for wrong in ({"name": "NIE01"}, {"name": "KRA010", "colour": "red"}, {}):
        answer = httpx.post(f"{simulator.url}/_control/point", json=wrong, verify=False)
        assert answer.status_code == 400
    simulator.reset()
    assert ask(simulator, "/KRA010").json()["status"] == "Operating"
    assert names(simulator, updated_from="2026-03-10T11:59:00Z") == []
