"""The model of people and scanners, and how well they are told from each other, in small."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from benchmarks import burst_model
from benchmarks.station_bursts import BEYOND, CLASSES, LIMIT, bursts, tally

COUNT = 2_000


def test_the_classes_are_all_of_the_bursts() -> None:
    assert sum(one.share for one in CLASSES) == 100
    assert not any(one.share for one in BEYOND)


def test_scanners_are_told_from_people() -> None:
    tallies = [tally(one, COUNT * one.share // 100) for one in CLASSES]
    wrong = {one.of.name: len(one.missed) for one in tallies if one.missed}
    assert sum(one.bursts for one in tallies) == COUNT
    assert max(wrong.values(), default=0) <= 1, wrong
    assert sum(wrong.values()) * 1_000 <= LIMIT * COUNT, wrong


def test_the_same_seed_gives_the_same_figures() -> None:
    assert bursts(300, seed=7) == bursts(300, seed=7)


@pytest.mark.parametrize("make", [burst_model.scanner, burst_model.bluetooth])
def test_a_models_scanner_is_as_fast_as_it_says(make: burst_model.Maker) -> None:
    dice = Random(3)
    for _ in range(100):
        keys = make(dice).keys
        gaps = [later.at - key.at for key, later in pairwise(keys)]
        assert all(gap >= 0 for gap in gaps)
        assert 0.004 <= sum(gaps) / len(gaps) <= burst_model.GAP


@pytest.mark.parametrize("speed", burst_model.PACES)
def test_a_models_person_types_as_fast_as_it_says(speed: int) -> None:
    dice = Random(3)
    some = [burst_model.typing(dice, speed).keys for _ in range(300)]
    gaps = sorted(later.at - key.at for keys in some for key, later in pairwise(keys))
    assert gaps[len(gaps) // 2] == pytest.approx(burst_model.PACES[speed].mean, rel=0.25)
