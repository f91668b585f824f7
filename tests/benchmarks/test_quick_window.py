"""The window's benchmark in small: that it measures, and that nothing has become much worse.

Only ratios and differences within one run; bounds leave room for a busy machine.
"""

from __future__ import annotations

import sys

import pytest

from benchmarks.figures import Figure, table
from benchmarks.window import QUICK, window


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figure]:
    measured = window(tmp_path_factory.mktemp("benchmark"), QUICK)
    sys.stdout.write(table(measured))
    return {one.name: one for one in measured}


def test_the_window_is_not_far_behind_a_bare_one(figures: dict[str, Figure]) -> None:
    """It may well be ahead of it: what is painted first is an empty window, and the bare one has a table."""
    assert figures["window painted"].value > 0
    assert 0 < figures["window painted ÷ bare window"].value < 10


def test_a_run_is_measured_against_the_idle_window(figures: dict[str, Figure]) -> None:
    stalls = [one for one in figures.values() if "run" in one.name and one.limit is not None]
    assert [one.limit for one in stalls] == [16, 50]


def test_a_letter_is_searched_for_beside_the_window(figures: dict[str, Figure]) -> None:
    letter = figures["a letter in the search: GUI thread's CPU above idle"].value
    bare = figures["bare PySide6 window with a table painted"].value * 1_000
    assert letter < bare
