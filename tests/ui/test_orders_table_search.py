"""What is found, and in which order: without a window."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCollator, QLocale, Qt

from inpost_desk.domain.folding import fold
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.columns import Column
from inpost_desk.ui.orders.columns_sort import order_by
from inpost_desk.ui.orders.search import Texts, query, search_text
from inpost_desk.ui.orders.table_order import Pile, Superseded, Wanted, count_stages


def no_rest() -> None:
    """Nobody waits."""


def row(number: int, **cells: object) -> PileRow:
    return PileRow(number, number + 1, f"ZK-{number}", Stage.READY)._replace(**cells)  # type: ignore[arg-type]


ROWS = [
    row(1, name="Anna Żak", point="LOD53M", place="Łódź", phone="501234567"),
    row(2, name="Piotr Müller", phone="+48 601-118-222", stage=Stage.TO_FIX),
    row(3, name="Zofia Ćma", tracking_number="620999001230000041874662"),
    row(4, name="Adam Zych", place="Lodzkowo", stage=Stage.TO_FIX),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", [1, 2, 3, 4]),
        ("lodz", [1, 4]),
        ("ŁÓDŹ", [1, 4]),
        ("żak", [1]),
        ("muller", [2]),
        ("501 234 567", [1]),
        ("601118222", [2]),
        ("4187 4662", [3]),
        ("zk-3", [3]),
        ("lodz adam", [4]),
        ("lod53m", [1]),
        ("nobody", []),
    ],
)
def test_words_find_rows(words: str, found: list[int]) -> None:
    pile = Pile(ROWS)
    shown = pile.arranged(Wanted(words=words), no_rest)
    assert [ROWS[index].row for index in shown] == found


def test_stage_and_words_combine() -> None:
    shown = Pile(ROWS).arranged(Wanted(stage=Stage.TO_FIX, words="lodz"), no_rest)
    assert [ROWS[index].row for index in shown] == [4]


def test_fold_takes_every_mark_away() -> None:
    assert fold("Zażółć gęślą jaźń, Straße, Ångström") == "zazolc gesla jazn, strasse, angstrom"


def test_a_changed_row_is_found_by_what_it_says_now() -> None:
    rows = list(ROWS)
    pile = Pile(rows)
    pile.arranged(Wanted(words="x"), no_rest)
    rows[2] = rows[2]._replace(name="Ewa Nowak")
    pile.stale.add(2)
    assert list(pile.arranged(Wanted(words="nowak"), no_rest)) == [2]
    assert not pile.stale


def test_texts_broken_off_are_taken_up_again() -> None:
    rows = [row(number) for number in range(1, 501)]
    texts = Texts(rows)
    with pytest.raises(Superseded):
        texts.build(broken_off_after(3))
    assert not texts.complete
    texts.build(no_rest)
    assert texts.complete
    assert texts.find(query("zk-499"), range(500)) == [498]
    assert search_text(rows[498]).startswith("zk-499")


def broken_off_after(times: int) -> Callable[[], None]:
    left = iter(range(times))

    def rest() -> None:
        if next(left, None) is None:
            raise Superseded

    return rest


def names(rows: list[PileRow], *, descending: bool = False) -> list[str]:
    order = order_by(rows, Column.NAME, descending=descending, rest=no_rest)
    return [rows[index].name for index in order]


def test_polish_letters_have_their_places() -> None:
    words = ["żaba", "zebra", "źrebię", "ćma", "cień", "łoś", "lis", "Ósmy", "osa", "ąę", "azyl"]
    rows = [row(number, name=word) for number, word in enumerate(words)]
    collator = QCollator(QLocale("pl_PL"))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    assert names(rows) == sorted(words, key=collator.sortKey)


def test_a_long_pile_is_sorted_as_a_short_one() -> None:
    chance = random.Random(5)
    words = ["", "Anna", "Łukasz", "Lech", "Zenon", "Żaneta"]
    rows = [
        row(number, name=chance.choice(words), cod=chance.choice(["", "10.00", "9.00", "119.00"]))
        for number in range(1, 12_001)
    ]
    for descending in (False, True):
        order = order_by(rows, Column.COD, descending=descending, rest=no_rest)
        present = [index for index in range(len(rows)) if rows[index].cod]
        present.sort(key=lambda index: float(rows[index].cod), reverse=descending)
        missing = [index for index in range(len(rows)) if not rows[index].cod]
        assert order == present + missing
    assert names(rows)[-1] == ""
    assert sorted(order_by(rows, Column.TARGET, rest=no_rest)) == list(range(len(rows)))


@pytest.mark.parametrize("column", list(Column))
def test_every_column_can_be_sorted_by(column: Column) -> None:
    assert sorted(order_by(ROWS, column, rest=no_rest)) == [0, 1, 2, 3]


def test_numbers_in_a_reference_count_as_numbers() -> None:
    rows = [row(number, reference=f"ZK-{number}") for number in (9, 10, 100, 11)]
    order = order_by(rows, Column.REFERENCE, rest=no_rest)
    assert [rows[index].row for index in order] == [9, 10, 11, 100]


def test_stages_are_counted() -> None:
    assert count_stages(ROWS) == {Stage.READY: 2, Stage.TO_FIX: 2}
