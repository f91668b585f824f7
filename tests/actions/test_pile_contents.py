"""What is to be packed: kept from the file with each row, never sent, never a problem."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inpost_desk.actions import pile
from inpost_desk.actions.import_file import import_file
from inpost_desk.actions.pile import Rules
from inpost_desk.domain.order import Change, Field
from inpost_desk.domain.pile import Pile
from inpost_desk.domain.stage import Stage
from inpost_desk.ledger import desk, piles
from inpost_desk.ledger.ledger import Ledger
from tests.actions.order_specimens import OLDER_HEADER, csv_text, xlsx
from tests.actions.shop import ledger_in

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
RULES = Rules(frozenset(), "dispatch_order")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as ledger:
        yield ledger


def row(reference: str, contents: str) -> list[str]:
    return ["ala@example.test", "501234567", "A", "KRA010", reference, "", "", contents]


def put(ledger: Ledger, file: Path, *rows: list[str], heading: str = "Zawartość") -> Pile:
    table = [[*OLDER_HEADER, heading], *rows]
    file.write_bytes(xlsx(table) if file.suffix == ".xlsx" else csv_text(table).encode())
    return pile.put_on_desk(ledger, file, now=NOW).pile


def stages(ledger: Ledger, one: Pile) -> list[Stage]:
    return [row.stage for row in desk.shown_rows(ledger, one)]


@pytest.mark.parametrize("name", ["orders.csv", "orders.xlsx"])
def test_lines_of_one_order_are_packed_together(ledger: Ledger, tmp_path: Path, name: str) -> None:
    rows = [row("R-1", "Kubek\nTalerz"), row("R-2", "Miska"), row("R-1", ""), row("R-1", "Łyżka")]
    one = put(ledger, tmp_path / name, *rows)
    assert one.ignored_columns == ()
    pile.answer(ledger, one.id, RULES, repeated="lines")
    same = Stage.SAME_PARCEL
    assert stages(ledger, one) == [Stage.READY, Stage.READY, same, same]
    assert piles.contents_of(ledger, one.id, [1, 2]) == {
        1: ["Kubek\nTalerz", "Łyżka"],
        2: ["Miska"],
    }
    assert piles.contents_of(ledger, one.id, range(2000)) == piles.contents_of(
        ledger, one.id, [1, 2]
    )
    pile.mark(ledger, one.id, [4], RULES, removed=True)
    assert piles.contents_of(ledger, one.id, [1]) == {1: ["Kubek\nTalerz"]}
    pile.answer(ledger, one.id, RULES, repeated="parcels")
    assert piles.contents_of(ledger, one.id, [1, 3]) == {1: ["Kubek\nTalerz"]}


@pytest.mark.parametrize("text", ["=A1+B1", "#N/D!", "Kubek " * 3000, "🍵 ; |"])
def test_no_contents_are_wrong(ledger: Ledger, tmp_path: Path, text: str) -> None:
    one = put(ledger, tmp_path / "orders.csv", row("R-1", text))
    assert stages(ledger, one) == [Stage.READY]
    assert piles.contents_of(ledger, one.id, [1]) == {1: [text]}


def test_a_newer_file_shows_what_else_is_to_be_packed(ledger: Ledger, tmp_path: Path) -> None:
    put(ledger, tmp_path / "1.csv", row("R-1", "Kubek"), row("R-2", "Miska"), row("R-3", "Nóż"))
    rows = row("R-1", "Kubek; Talerz"), row("R-2", "miska "), row("R-3", "x" * 9000)
    second = put(ledger, tmp_path / "2.csv", *rows)
    found = {one.row: one.changes for one in piles.details(ledger, second.id)}
    assert found[1] == (Change(Field.CONTENTS, "Kubek", "Kubek; Talerz", "changed_in_file"),)
    assert 2 not in found
    assert [len(change.after) for change in found[3]] == [200]


def test_the_same_lines_in_a_newer_file_are_no_change(ledger: Ledger, tmp_path: Path) -> None:
    lines = row("R-1", "Kubek"), row("R-1", "Talerz")
    put(ledger, tmp_path / "1.csv", *lines)
    second = put(ledger, tmp_path / "2.csv", *lines, row("R-2", "Miska"))
    pile.answer(ledger, second.id, RULES, repeated="lines")
    assert piles.details(ledger, second.id) == []


def test_a_cell_added_to_one_line_of_an_order_breaks_nothing(
    ledger: Ledger, tmp_path: Path
) -> None:
    one = put(ledger, tmp_path / "1.csv", row("R-1", "Kubek"), row("R-1", "Talerz"))
    pile.answer(ledger, one.id, RULES, repeated="lines")
    pile.edit(ledger, one.id, {1: {Field.NAME: "Ala Nowak"}}, RULES)
    names = [one.name for one in desk.shown_rows(ledger, one)]
    assert len(names) == 2


def test_the_command_line_does_not_use_them(tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text(csv_text([[*OLDER_HEADER, "Zawartość"], row("R-1", "Kubek")]), "utf-8")
    imported = import_file(file)
    assert imported.ignored_columns == ("Zawartość",)
    assert Field.CONTENTS not in imported.rows[0].cells


def test_columns_of_another_shop(ledger: Ledger, tmp_path: Path) -> None:
    header = ["Nr", "Telefon", "E-mail", "Punkt", "Nazwa produktu", "Ilość"]
    body = [
        ["R-1", "501234567", "a@example.test", "KRA010", "Kubek", "2"],
        ["R-1", "", "", "", "Ź", "1"],
    ]
    file = tmp_path / "shop.csv"
    file.write_bytes(csv_text([header, *body]).encode("cp1250"))
    sources = {
        Field.REFERENCE: "Nr",
        Field.PHONE: "Telefon",
        Field.EMAIL: "E-mail",
        Field.POINT: "Punkt",
        Field.SIZE: "=A",
        Field.CONTENTS: "Nazwa produktu+Ilość",
    }
    one = pile.put_on_desk(ledger, file, sources=sources, now=NOW).pile
    pile.answer(ledger, one.id, RULES, repeated="lines")
    assert stages(ledger, one) == [Stage.READY, Stage.SAME_PARCEL]
    assert piles.contents_of(ledger, one.id, [1]) == {1: ["Kubek × 2", "Ź × 1"]}
    assert one.columns[Field.CONTENTS] == "Nazwa produktu + Ilość"
