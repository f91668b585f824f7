"""The paper's benchmark in small: that it measures, and that no step is much dearer than bare PDFium."""

from __future__ import annotations

import sys

import pytest

from benchmarks.figures import Figure, table
from benchmarks.paper import on_paper


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figure]:
    folder = tmp_path_factory.mktemp("paper")
    measured = on_paper(folder, labels=40, read=5, rounds=2, runs=(10, 40))
    sys.stdout.write(table(measured))
    return {one.name: one for one in measured}


def test_every_number_of_the_paper_has_its_limit(figures: dict[str, Figure]) -> None:
    limits = [one.limit for one in figures.values() if one.limit is not None]
    assert limits == [1.5, 2, 1.1, 1.3, 1, 1]


@pytest.mark.parametrize(
    ("name", "bound"),
    [
        # A few files only: what is done once a call weighs more.
        ("joined ÷ bare page import", 6),
        ("sheets ÷ PDFium's own", 6),
        ("sheets with a start place ÷ without", 3),
        ("a label drawn and read, 203 dpi ÷ bare PDFium and zxing", 3),
        ("a label drawn and read, 300 dpi ÷ bare PDFium and zxing", 3),
        ("first page at the printer after its label: 40 ÷ 10 orders", 6),
    ],
)
def test_no_step_is_far_behind_the_bare_work(
    figures: dict[str, Figure], name: str, bound: float
) -> None:
    assert 0 < figures[name].value < bound
