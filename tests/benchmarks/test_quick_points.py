"""The points' benchmark in small: that it measures, and that a letter is cheaper than a bare search."""

from __future__ import annotations

import sys

import pytest

from benchmarks.figures import Figure, table
from benchmarks.points import searching

COUNT = 8_000


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figure]:
    measured = searching(tmp_path_factory.mktemp("points"), count=COUNT)
    sys.stdout.write(table(measured))
    return {one.name: one for one in measured}


def test_a_letter_is_cheaper_than_a_bare_search(figures: dict[str, Figure]) -> None:
    assert figures[f"a letter over {COUNT} points: dearest ÷ that"].value < 1.5


def test_the_window_is_not_held_up(figures: dict[str, Figure]) -> None:
    bare = figures[f"a letter over {COUNT} points: every point measured and sorted"].value
    assert figures[f"a letter over {COUNT} points: GUI thread's CPU"].value < 2 * bare
