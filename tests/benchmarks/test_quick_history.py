"""The history's benchmark in small: that it measures, and that requests and finds cost what they should."""

from __future__ import annotations

import sys

import pytest

from benchmarks.figures import Figure, table
from benchmarks.history import Size, histories

SMALL = Size(history=3_000, under_way=200, for_courier=30)


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figure]:
    measured = histories(tmp_path_factory.mktemp("history"), SMALL)
    sys.stdout.write(table(measured))
    return {one.name: one for one in measured}


def test_a_hundred_shipments_a_request(figures: dict[str, Figure]) -> None:
    assert figures["200 shipments on their way refreshed: requests"].value <= 3
    assert figures["200 shipments on their way refreshed: with another status"].value == 200


def test_a_manifest_and_a_courier_in_one_call_each(figures: dict[str, Figure]) -> None:
    # Ten of them are in a pickup already.
    assert figures["manifest of 30 parcels: calls"].value == 2
    assert figures["one courier for 20 parcels: changing calls"].value == 1


def test_what_an_index_serves_is_cheaper_than_a_search(figures: dict[str, Figure]) -> None:
    name = "3000 shipments in the ledger"
    assert figures[f"{name}: badge"].value < 2 * figures[f"{name}: by words"].value
    assert figures[f"{name}: by words ÷ bare SQL"].value < 20
