"""The whole network: downloaded once, stopped and gone on with, kept fresh, searched out of memory."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from inpost_desk.actions import points
from inpost_desk.actions.point_search import PointSearch, by_name
from inpost_desk.actions.points import cache_of, read_network
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import Wish
from inpost_desk.ledger.points import READ_AT, count_points, points_named, store_points
from tests.actions.shop import client_of, ledger_in
from tests.simulator_process import Simulator


def pages(simulator: Simulator) -> list[dict[str, str]]:
    """The queries of every page asked for."""
    return [one["query"] for one in simulator.log() if one["path"] == "/v1/points"]


def test_stopped_and_gone_on_with(simulator: Simulator, tmp_path: Path) -> None:
    stop = Stop()
    shown: list[tuple[int, int]] = []

    def progress(read: int, total: int) -> None:
        shown.append((read, total))
        if len(shown) == 2:
            stop.event.set()

    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        assert not read_network(ledger, client, progress=progress, stop=stop)
        cache = cache_of(ledger, client.now())
        assert (cache.read_at, cache.unfinished, cache.count) == (None, True, 1000)
        before = len(pages(simulator))
        assert read_network(ledger, client, progress=progress)
        cache = cache_of(ledger, client.now())
        assert cache.fresh
        assert not cache.unfinished
        assert cache.count == shown[-1][1]
        # The page that was read last comes once more, the first does not.
        assert len(pages(simulator)) - before == -(-cache.count // points.PER_PAGE) - 1


def test_then_only_what_changed(simulator: Simulator, tmp_path: Path) -> None:
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        read_network(ledger, client)
        before = len(pages(simulator))
        assert read_network(ledger, client)
        assert len(pages(simulator)) - before == 1
        assert "updated_from" in str(pages(simulator)[-1])


def test_after_days_without_it_everything_is_read_and_what_went_is_dropped(
    simulator: Simulator, tmp_path: Path
) -> None:
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        read_network(ledger, client)
        count = count_points(ledger)
        store_points(ledger, [Point("GONE01")])
        ledger.learn(READ_AT, (client.now() - timedelta(days=3)).isoformat())
        assert not cache_of(ledger, client.now()).fresh
        read_network(ledger, client)
        assert points_named(ledger, ["GONE01"]) == {}
        assert count_points(ledger) == count


def test_a_reading_cut_off_is_no_network(simulator: Simulator, tmp_path: Path) -> None:
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        simulator.faults({"do": "text_404", "path": "/v1/points", "every": 1})
        with pytest.raises(points.PointsUnknown):
            read_network(ledger, client)
        assert cache_of(ledger, client.now()).read_at is None


def test_the_search_follows_the_cache(simulator: Simulator, tmp_path: Path) -> None:
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        read_network(ledger, client)
        search = PointSearch(ledger)
        assert search.find("KRA010").choices
        index = search.index()
        assert search.index() is index
        store_points(ledger, [Point("KRA010", status="Disabled", city="Kraków")])
        assert search.find("KRA010").rule == "point_closed"
        assert search.named("KRA010") == Point("KRA010", status="Disabled", city="Kraków")


def test_one_code_is_asked_where_nothing_is_cached(simulator: Simulator, tmp_path: Path) -> None:
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        good = by_name(ledger, client, "KRA010", Wish())
        closed = by_name(ledger, client, "KRA054M", Wish(payment=True))
        unknown = by_name(ledger, client, "NIEMA1", Wish(), near="30-001")
        assert [one.point.name for one in good.choices] == ["KRA010"]
        assert (closed.instead_of, closed.rule) == ("KRA054M", "point_closed")
        assert len(closed.choices) == 3
        assert all(one.point.payment for one in closed.choices)
        assert (unknown.rule, len(unknown.choices)) == ("does_not_exist", 3)
