"""The benchmark in small: that it measures, and that nothing has become much worse.

Only ratios, counts and memory; bounds leave room for a busy machine and for 100 labels carrying the start-up
that a thousand share.
"""

from __future__ import annotations

import sys

import pytest

from benchmarks.figures import Figure, table
from benchmarks.measuring import shipping

ORDERS = 100


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figure]:
    measured = shipping(tmp_path_factory.mktemp("benchmark"), orders=ORDERS, naive=2)
    sys.stdout.write(table(measured))
    return {one.name: one for one in measured}


def test_bulk_calls_are_used(figures: dict[str, Figure]) -> None:
    # The account, the mirror, the first shipment with its probe, and one batch: not one call an order.
    assert figures["requests a label, without points"].value <= 0.25


def test_it_keeps_up_with_a_bare_loop(figures: dict[str, Figure]) -> None:
    assert figures["wall ÷ bare loop"].value < 2.5


def test_it_is_much_quicker_than_one_by_one(figures: dict[str, Figure]) -> None:
    assert figures["naive client ÷ wall"].value > 3


def test_reading_back_is_most_of_the_work(figures: dict[str, Figure]) -> None:
    assert figures["CPU ÷ bare render and decode"].value < 5


def test_memory_stays_small(figures: dict[str, Figure]) -> None:
    assert 20 < figures["peak memory"].value < 300


def test_a_second_start_only_looks(figures: dict[str, Figure]) -> None:
    assert figures["second start on the finished file: requests"].value <= 6


def test_a_limit_that_is_not_kept_shows() -> None:
    assert Figure("x", 1.31, limit=1.3).kept is False
    assert "NO" in table([Figure("x", 1.31, limit=1.3)])
    assert "NO" not in table([Figure("x", 1.3, limit=1.3), Figure("y", 900)])
