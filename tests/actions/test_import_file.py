"""A whole file: rows, orders, repeated references, points."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from inpost_desk.actions.import_file import (
    ImportedFile,
    ImportedRow,
    Repeated,
    check_points,
    count_repeated,
    import_file,
    points_of,
    resolve_repeated,
    with_reference,
)
from inpost_desk.domain.order import Field, Kind
from inpost_desk.domain.point import Point
from inpost_desk.domain.spreadsheet import MANAGER, OLDER
from inpost_desk.errors import FileTrouble
from inpost_desk.simulator.points import Points
from tests.actions.order_specimens import (
    HEADER,
    OLDER_HEADER,
    csv_text,
    locker_row,
    older_rows,
    xlsx,
)

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def imported(folder: Path, *rows: list[str]) -> ImportedFile:
    path = folder / "orders.csv"
    path.write_text(csv_text([HEADER, *rows]), encoding="utf-8")
    return import_file(path)


def rules(row: ImportedRow) -> list[tuple[Field, str]]:
    return [(problem.field, problem.rule) for problem in row.problems]


def test_rows_carry_number_line_and_problems(tmp_path: Path) -> None:
    file = imported(tmp_path, locker_row("ZAM-1"), locker_row("ZAM-2", telefon="1234"))
    assert (file.path_name, file.layout, file.repeated) == ("orders.csv", MANAGER, ())
    assert [(row.row, row.line, row.reference) for row in file.rows] == [
        (1, 2, "ZAM-1"),
        (2, 3, "ZAM-2"),
    ]
    assert [rules(row) for row in file.rows] == [[], [(Field.PHONE, "too_short")]]
    assert file.rows[1].order is None
    assert file.parcels == 1


def test_older_layout_from_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "orders.bin"
    path.write_bytes(xlsx([[*OLDER_HEADER, "uwagi"], *older_rows(2)]))
    file = import_file(path)
    assert (file.layout, file.ignored_columns, file.parcels) == (OLDER, ("uwagi",), 2)
    assert file.rows[0].order is not None
    assert file.rows[0].order.kind is Kind.LOCKER
    assert file.rows[0].order.cod == Decimal("129.90")


def test_missing_columns(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("telefon;rozmiar;paczkomat\n1;2;3\n", encoding="utf-8")
    with pytest.raises(FileTrouble) as caught:
        import_file(path)
    assert caught.value.rule == "columns_missing"


def test_a_row_with_too_many_cells_is_not_trusted(tmp_path: Path) -> None:
    file = imported(tmp_path, [*locker_row("ZAM-1"), "00"], locker_row("ZAM-1"))
    assert rules(file.rows[0]) == [(Field.ROW, "too_many_cells")]
    assert file.repeated == ()
    assert file.parcels == 1


def test_formula_in_a_workbook_names_its_field(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    cells = locker_row("ZAM-1", za_pobraniem="=A1*2", telefon='="501234567"')
    path.write_bytes(xlsx([HEADER, cells]))
    assert rules(import_file(path).rows[0]) == [(Field.COD, "formula")]


def test_repeated_references_are_found_whatever_their_case(tmp_path: Path) -> None:
    file = imported(
        tmp_path,
        locker_row("ZAM-1"),
        locker_row(" zam-1 "),
        locker_row(""),
        locker_row(""),
        locker_row("ZAM-2"),
        locker_row("x" * 200),
        locker_row("x" * 200),
    )
    assert file.repeated == (Repeated("ZAM-1", (1, 2)),)
    assert [row.reference for row in file.rows[2:4]] == ["", ""]


def test_the_figures_of_the_question(tmp_path: Path) -> None:
    rows = [locker_row("ZAM-1"), locker_row("ZAM-1"), locker_row("ZAM-1"), locker_row("ZAM-2")]
    count = count_repeated(imported(tmp_path, *rows, locker_row("ZAM-3", telefon="1")))
    assert (count.rows, count.references) == (3, 1)
    assert (count.parcels_if_lines, count.parcels_if_parcels) == (2, 4)


def blank_line(reference: str, **cells: str) -> list[str]:
    return [cells.get(name, reference if name == "numer_referencyjny" else "") for name in HEADER]


def test_lines_become_one_parcel_and_blank_cells_inherit(tmp_path: Path) -> None:
    file = imported(
        tmp_path,
        locker_row("ZAM-1", telefon="+48 501 234 567"),
        blank_line("zam-1", telefon="501234567", za_pobraniem="1 299,00 zł"),
        blank_line("ZAM-1", za_pobraniem="1299"),
        locker_row("ZAM-2"),
    )
    assert rules(file.rows[1]) != []
    resolved = resolve_repeated(file, "lines")
    assert [row.same_parcel_as for row in resolved.rows] == [None, 1, 1, None]
    assert [rules(row) for row in resolved.rows] == [[], [], [], []]
    assert (resolved.parcels, resolved.repeated) == (2, ())
    first = resolved.rows[0].order
    assert first is not None
    assert first.cod == Decimal(1299)
    assert {row.order == first for row in resolved.rows[:3]} == {True}
    assert resolved.rows[1].reference == "ZAM-1"


@pytest.mark.parametrize(
    ("column", "text", "field"),
    [
        ("telefon", "502345678", Field.PHONE),
        ("paczkomat", "WAW123A", Field.POINT),
        ("rozmiar", "B", Field.SIZE),
        ("za_pobraniem", "20", Field.COD),
        ("dodatkowa_ochrona", "20", Field.INSURANCE),
        ("imie_i_nazwisko", "Ewa Nowak", Field.NAME),
        ("paczka_w_weekend", "TAK", Field.WEEKEND),
    ],
)
def test_lines_that_contradict_are_problems_of_all(
    tmp_path: Path, column: str, text: str, field: Field
) -> None:
    given = {
        "za_pobraniem": "10",
        "dodatkowa_ochrona": "10",
        "imie_i_nazwisko": "Jan Nowak",
        "paczka_w_weekend": "NIE",
    }
    file = imported(
        tmp_path, locker_row("ZAM-1", **given), locker_row("ZAM-1", **given | {column: text})
    )
    resolved = resolve_repeated(file, "lines")
    assert [rules(row) for row in resolved.rows] == [[(field, "lines_differ")]] * 2
    assert resolved.parcels == 0


def test_one_bad_line_stops_its_parcel(tmp_path: Path) -> None:
    rows = [locker_row("ZAM-1"), locker_row("ZAM-1", za_pobraniem="12,5,0")]
    first, second = resolve_repeated(imported(tmp_path, *rows), "lines").rows
    # The first line takes the amount over, because its own cell is blank.
    assert rules(first) == rules(second) == [(Field.COD, "invalid_amount")]
    rows[0] = locker_row("ZAM-1", za_pobraniem="12,50")
    first, second = resolve_repeated(imported(tmp_path, *rows), "lines").rows
    assert rules(first) == [(Field.COD, "lines_differ")]
    assert rules(second) == [(Field.COD, "invalid_amount")]


def test_parcels_are_numbered_and_keep_their_own_money(tmp_path: Path) -> None:
    file = imported(
        tmp_path,
        locker_row("ZAM-1", za_pobraniem="100"),
        locker_row("ZAM-1", za_pobraniem="100,00"),
        locker_row("zam-1", za_pobraniem="5"),
    )
    resolved = resolve_repeated(file, "parcels")
    assert [row.reference for row in resolved.rows] == ["ZAM-1-1/3", "ZAM-1-2/3", "zam-1-3/3"]
    orders = [row.order for row in resolved.rows if row.order]
    assert [order.reference for order in orders] == [row.reference for row in resolved.rows]
    assert [order.cod for order in orders] == [100, 100, 5]
    assert [[one.rule for one in row.warnings] for row in resolved.rows] == [
        ["cod_repeated"],
        ["cod_repeated"],
        [],
    ]
    assert resolved.rows[0].changes[-1].rule == "reference_numbered"
    assert resolved.parcels == 3


def test_numbered_references_stay_within_a_hundred(tmp_path: Path) -> None:
    file = imported(tmp_path, locker_row("R" * 100), locker_row("R" * 100))
    resolved = resolve_repeated(file, "parcels")
    assert [row.reference for row in resolved.rows] == ["R" * 96 + "-1/2", "R" * 96 + "-2/2"]


def test_day_numbers_are_given_from_outside(tmp_path: Path) -> None:
    good, bad = imported(tmp_path, locker_row(""), locker_row("", telefon="1")).rows
    named = with_reference(good, "21-11/007")
    assert named.order is not None
    assert named.order.reference == named.reference == "21-11/007"
    assert with_reference(bad, "21-11/008").order is None


def test_points(tmp_path: Path) -> None:
    file = imported(
        tmp_path,
        locker_row("ZAM-1", paczkomat="kra010"),
        locker_row("ZAM-2", paczkomat="KRA999X"),
        locker_row("ZAM-3", paczkomat="POP-WAW364"),
        locker_row("ZAM-4", paczkomat="WAW123A"),
        locker_row("ZAM-5", telefon="1"),
        locker_row("ZAM-6", paczkomat="KRA010"),
    )
    assert points_of(file) == ("KRA010", "KRA999X", "POP-WAW364", "WAW123A")
    known = {
        "KRA010": Point("KRA010", "Operating"),
        "KRA999X": None,
        "POP-WAW364": Point("POP-WAW364", "Operating"),
    }
    checked = check_points(file, known).rows
    assert [rules(row) for row in checked[:4]] == [[], [(Field.POINT, "does_not_exist")], [], []]
    assert checked[1].order is None
    assert [change.rule for change in checked[2].changes] == ["service_becomes_parcel_point"]
    assert rules(checked[4]) == [(Field.PHONE, "too_short")]


def test_ten_times_the_rows_take_about_ten_times_as_long(tmp_path: Path) -> None:
    def spent(count: int) -> float:
        path = tmp_path / f"orders-{count}.csv"
        rows = [locker_row(f"ZAM-{n // 2}", za_pobraniem="1 299,00 zł") for n in range(count)]
        path.write_text(csv_text([HEADER, *rows]), encoding="utf-8")
        tries = []
        for _ in range(3):
            started = time.process_time()
            file = import_file(path)
            tries.append(time.process_time() - started)
            assert (len(file.rows), len(file.repeated)) == (count, count // 2)
        return min(tries)

    assert spent(1_000) < 25 * spent(100)


def test_sample_orders_are_what_the_demo_tells() -> None:
    """24 rows, three with mistakes of three kinds, one reference on two rows."""
    file = import_file(SAMPLES / "orders.csv")
    simulated = Points()
    known = {name: known_point(simulated, name) for name in points_of(file)}
    checked = check_points(file, known)
    assert len(checked.rows) == 24
    assert sorted(rules(row)[0] for row in checked.rows if row.problems) == [
        (Field.COD, "invalid_amount"),
        (Field.PHONE, "too_short"),
        (Field.POINT, "does_not_exist"),
    ]
    assert sum(1 for row in checked.rows if row.order) == 21
    assert [len(group.rows) for group in checked.repeated] == [2]
    lines = check_points(resolve_repeated(file, "lines"), known)
    assert lines.parcels == 20
    orders = [row.order for row in checked.rows if row.order]
    assert sum(order.kind is Kind.COURIER for order in orders) == 5
    assert sum(order.weekend for order in orders) == 1
    assert {"service_becomes_parcel_point", "insurance_raised_to_cod"} <= {
        change.rule for row in checked.rows for change in row.changes
    }
    assert any(order.cod == Decimal("1299.00") for order in orders)


def known_point(simulated: Points, name: str) -> Point | None:
    found = simulated.get(name)
    if found is None:
        return None
    return Point(
        name,
        found["status"],
        frozenset(found["type"]),
        frozenset(found["functions"]),
        open_247=found["location_247"],
        payment=found["payment_available"],
    )


def test_the_older_sample_has_no_mistake() -> None:
    file = import_file(SAMPLES / "orders-7-columns.csv")
    assert (file.layout, file.parcels, len(file.rows)) == (OLDER, 5, 5)


def test_cells_are_kept_as_given(tmp_path: Path) -> None:
    (row,) = imported(tmp_path, locker_row("ZAM-1", telefon=" 501-234-567")).rows
    assert row.cells[Field.PHONE] == " 501-234-567"
    assert replace(row, row=9).row == 9
