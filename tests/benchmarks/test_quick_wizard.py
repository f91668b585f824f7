"""The wizard's benchmark in small: that it measures, and that a page is not far behind a bare one."""

from __future__ import annotations

import sys

import pytest

from benchmarks.figures import Figure, table
from benchmarks.wizard import changing


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figure]:
    measured = changing(tmp_path_factory.mktemp("wizard"), rounds=2)
    sys.stdout.write(table(measured))
    return {one.name: one for one in measured}


def test_every_page_has_its_limit(figures: dict[str, Figure]) -> None:
    assert [one.limit for one in figures.values() if one.limit is not None] == [50, 50]


def test_a_page_is_not_far_behind_a_bare_one(figures: dict[str, Figure]) -> None:
    assert 0 < figures["a page shown: usual ÷ bare"].value < 30
