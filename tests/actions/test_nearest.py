"""The nearest open points, from InPost and from the cache alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.actions import points
from inpost_desk.actions.nearest import nearest, variants
from inpost_desk.actions.points import find_points
from inpost_desk.domain.order import Field
from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import distance
from inpost_desk.domain.point_search import slips
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.points import READ_AT, store_points
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.transport import Transport
from tests.actions.shop import client_of, ledger_in
from tests.simulator_process import Simulator

HERE = (50.0, 20.0)


def point(name: str, *, north: float = 0.001, status: str = "Operating", **more: object) -> Point:
    given: dict[str, object] = {
        "status": status,
        "functions": frozenset({"parcel_collect"}),
        "types": frozenset({"parcel_locker"}),
        "payment": True,
        "open_247": True,
        "city": "Kraków",
        "post_code": "30-001",
        "latitude": HERE[0] + north,
        "longitude": HERE[1],
    }
    return Point(name, **(given | more))  # type: ignore[arg-type]


@pytest.fixture
def cached(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as ledger:
        store_points(
            ledger,
            [
                point("KRA054M", north=0, status="NonOperating"),
                point("KRA001", north=0.001),
                point("KRA002", north=0.002, payment=False),
                point("KRA003", north=0.003, open_247=False),
                point("POP-KRA7", north=0.004, types=frozenset({"pop"})),
                point("KRA005", north=0.005, status="Disabled"),
                point("KRA006", north=0.006, functions=frozenset({"parcel_send"})),
                point("KRA007", north=0.3, post_code="32-700"),
                point("KRA008", latitude=None, longitude=None),
                point("WAW001", north=2.0, post_code="02-100", city="Warszawa"),
            ],
        )
        ledger.learn(READ_AT, "2026-03-02T08:00:00+00:00")
        yield ledger


def names(ledger: Ledger, name: str, **how: bool | int | dict[Field, str]) -> list[str]:
    return [one.name for one in nearest(ledger, None, name, **how)]  # type: ignore[arg-type]


def test_the_cache_answers_without_a_connection(cached: Ledger) -> None:
    found = nearest(cached, None, "kra054m")
    assert [one.name for one in found] == ["KRA001", "KRA002", "KRA003"]
    assert [one.metres for one in found] == [111, 222, 334]
    assert (found[0].city, found[1].payment) == ("Kraków", False)


def test_only_points_that_will_do(cached: Ledger) -> None:
    assert names(cached, "KRA054M", payment=True) == ["KRA001", "KRA003", "POP-KRA7"]
    assert names(cached, "KRA054M", weekend=True, most=2) == ["KRA001", "KRA002"]
    # Too few nearby: from farther away.
    assert names(cached, "KRA054M", weekend=True) == ["KRA001", "KRA002", "KRA007"]
    assert names(cached, "KRA054M", parcel_points=False, most=9) == [
        "KRA001", "KRA002", "KRA003", "KRA007",
    ]  # fmt: skip


def test_an_unknown_point_is_looked_for_by_post_code_then_by_its_letters(cached: Ledger) -> None:
    by_code = nearest(cached, None, "NIEMA1", cells={Field.POST_CODE: "32700"})
    assert [(one.name, one.metres) for one in by_code] == [("KRA007", None)]
    assert names(cached, "NIEMA1", cells={Field.POST_CODE: "30-999"})[:2] == ["KRA001", "KRA002"]
    assert names(cached, "KRAO01", most=1) == ["KRA001"]
    assert names(cached, "KRA01", most=1) == ["KRA001"]
    assert names(cached, "XYZ12M") == []
    assert names(cached, "?") == []


def test_inpost_is_asked_where_the_cache_was_never_filled(
    simulator: Simulator, tmp_path: Path
) -> None:
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        found = nearest(ledger, client, "KRA054M", payment=True)
        again = nearest(ledger, None, "KRA054M", payment=True)
    assert len(found) == 3
    assert again == found
    assert all(one.payment is not False and one.metres is not None for one in found)
    metres = [one.metres or 0 for one in found]
    assert metres == sorted(metres)
    assert metres[-1] < 10_000


def test_the_whole_list_and_inpost_agree(
    simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(points, "FEW", 0)
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        asked = nearest(ledger, client, "KRA054M")
        find_points(ledger, client, {"WAW123A"})
        before = len(simulator.log())
        assert nearest(ledger, client, "KRA054M") == asked
        assert len(simulator.log()) == before


def test_inpost_places_a_post_code_and_a_mistyped_name(
    simulator: Simulator, tmp_path: Path
) -> None:
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        by_code = nearest(ledger, client, "NIEMA1", cells={Field.POST_CODE: "30-001"})
        assert by_code
        assert {one.city for one in by_code} == {"Kraków"}
        assert nearest(ledger, client, "NIEMA1", cells={Field.POST_CODE: "99-999"}) == ()
        assert "KRA010" in [one.name for one in nearest(ledger, client, "KRA10")]


def test_a_lost_connection_is_no_failure(cached: Ledger, tmp_path: Path) -> None:
    transport = Transport("https://127.0.0.1:9", "token", wait=lambda _: False)
    client = Client(transport, OrganizationId(1))
    try:
        assert [one.name for one in nearest(cached, client, "KRA054M")][:1] == ["KRA001"]
        assert nearest(cached, client, "NIEMA1") == ()
        with ledger_in(tmp_path / "empty") as empty:
            assert nearest(empty, client, "KRA010", cells={Field.POST_CODE: "30-001"}) == ()
    finally:
        transport.close()


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(-80, 80), st.floats(-179, 179))
def test_a_distance_is_the_same_both_ways(a: float, b: float, c: float, d: float) -> None:
    there = distance((a, b), (c, d))
    assert there == pytest.approx(distance((c, d), (a, b)), abs=1)
    assert 0 <= there < 20_100_000
    assert distance((a, b), (a, b)) == 0


def test_names_nearly_the_same() -> None:
    assert slips("KRAO10", "KRA010") == 1
    assert (slips("", "AB"), slips("AB", "AB")) == (2, 0)
    assert "KRA010" in variants("KRAO10")
    assert "POP-WAW364" in variants("POPWAW364")
    assert variants("?") == []
