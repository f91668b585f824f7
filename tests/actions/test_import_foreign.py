"""Order files of other programs: looked at, tried, imported with the columns the user chose."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from inpost_desk.actions.foreign_file import Judged, judge, read_for_mapping
from inpost_desk.actions.import_file import import_file, resolve_repeated, rows_again
from inpost_desk.domain.foreign import Source
from inpost_desk.domain.order import Field, Kind
from inpost_desk.errors import FileTrouble
from tests.actions.order_specimens import csv_text, xlsx

HEADER = ["Nr zamówienia", "Imię", "Nazwisko", "Ulica", "Nr domu", "Kod pocztowy", "Miejscowość"]
HEADER += ["Telefon", "E-mail", "Punkt odbioru", "Kwota pobrania", "Uwagi"]
LOCKER = ["ZK-1", "Żaneta", "Źródło", "", "", "", "", "+48 501 234 567", "z@example.test", "kra010"]
LOCKER += ["129,90 zł", "szybko"]
COURIER = ["ZK-2", "Łukasz", "Gęś", "Lipska", "14", "30624", "Kraków", "601234567", "", "", "", ""]
CHOSEN = {
    Field.REFERENCE: "Nr zamówienia",
    Field.NAME: "Imię+Nazwisko",
    Field.STREET: "Ulica+Nr domu",
    Field.POST_CODE: "Kod pocztowy",
    Field.CITY: "Miejscowość",
    Field.PHONE: "Telefon",
    Field.EMAIL: "E-mail",
    Field.POINT: "Punkt odbioru",
    Field.COD: "Kwota pobrania",
    Field.SIZE: "=A",
}


def file(folder: Path, form: str, *rows: list[str]) -> Path:
    table = [HEADER, *rows]
    path = folder / "zamówienia.dat"
    path.write_bytes(xlsx(table) if form == "xlsx" else csv_text(table).encode(form))
    return path


@pytest.mark.parametrize("form", ["cp1250", "utf-8", "utf-8-sig", "xlsx"])
def test_a_foreign_file_becomes_orders(tmp_path: Path, form: str) -> None:
    imported = import_file(file(tmp_path, form, LOCKER, COURIER), columns=CHOSEN)
    assert imported.layout.key == "foreign"
    assert not imported.layout.lockers_only
    assert imported.layout.columns[Field.NAME] == "Imię + Nazwisko"
    assert imported.ignored_columns == ("Uwagi",)
    locker, courier = (row.order for row in imported.rows)
    assert locker is not None
    assert courier is not None
    assert (locker.kind, locker.point, locker.receiver.phone) == (
        Kind.LOCKER,
        "KRA010",
        "501234567",
    )
    assert (locker.receiver.first_name, locker.receiver.last_name) == ("Żaneta", "Źródło")
    assert (locker.cod, locker.insurance, locker.weekend) == (Decimal("129.90"), None, False)
    assert courier.kind is Kind.COURIER
    address = courier.receiver.address
    assert address is not None
    assert (address.street, address.building_number, address.post_code) == (
        "Lipska",
        "14",
        "30-624",
    )
    assert [row.cells[Field.KIND] for row in imported.rows] == ["paczkomaty", "kurier"]


def test_without_columns_it_is_refused_as_before(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        import_file(file(tmp_path, "utf-8", LOCKER))
    assert caught.value.rule == "columns_missing"
    (tmp_path / "x.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(FileTrouble) as caught:
        import_file(tmp_path / "x.csv")
    assert caught.value.rule == "no_header"


def test_a_column_of_the_settings_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        import_file(file(tmp_path, "utf-8", LOCKER), columns={Field.PHONE: "Komórka"})
    assert (caught.value.rule, caught.value.place) == ("columns_missing", "Komórka")


def test_problems_name_the_files_own_columns(tmp_path: Path) -> None:
    broken = [*LOCKER[:7], "50123", *LOCKER[8:], "", "za dużo"]
    imported = import_file(file(tmp_path, "utf-8", broken), columns=CHOSEN)
    rules = {problem.field: problem.rule for problem in imported.rows[0].problems}
    assert rules == {Field.ROW: "too_many_cells", Field.PHONE: "too_short"}
    assert imported.layout.columns[Field.PHONE] == "Telefon"


def test_lines_of_one_order_may_leave_the_point_out(tmp_path: Path) -> None:
    further = ["ZK-1", *[""] * 11]
    imported = import_file(file(tmp_path, "utf-8", LOCKER, further), columns=CHOSEN)
    assert [group.rows for group in imported.repeated] == [(1, 2)]
    answered = resolve_repeated(imported, "lines")
    assert answered.parcels == 1
    assert [row.problems for row in answered.rows] == [(), ()]
    assert {row.cells[Field.KIND] for row in answered.rows} == {"paczkomaty"}


def test_rows_are_read_again_as_they_were_corrected(tmp_path: Path) -> None:
    imported = import_file(
        file(tmp_path, "utf-8", LOCKER, [*COURIER[:7], "1", *COURIER[8:]]), columns=CHOSEN
    )
    assert imported.parcels == 1
    cells = dict(imported.rows[1].cells) | {Field.PHONE: "601234567"}
    again = rows_again(
        imported.path_name,
        imported.digest,
        layout=imported.layout,
        rows=[(row.row, row.line, row.cells) for row in imported.rows[:1]] + [(2, 3, cells)],
    )
    assert again.parcels == 2
    assert again.rows[0] == imported.rows[0]


def test_looking_at_a_file(tmp_path: Path) -> None:
    foreign = read_for_mapping(file(tmp_path, "cp1250", LOCKER, COURIER))
    assert (foreign.path_name, foreign.rows, foreign.header) == ("zamówienia.dat", 2, tuple(HEADER))
    guess = {field: str(source) for field, source in foreign.guess.items()}
    assert guess == {field: text for field, text in CHOSEN.items() if field is not Field.SIZE}
    assert foreign.cash == ""
    assert len(foreign.samples) == 2


def test_trying_the_columns(tmp_path: Path) -> None:
    wrong = [*LOCKER[:7], "50123", *LOCKER[8:]]
    rows = [[f"ZK-{at}", *(COURIER if at % 2 else LOCKER)[1:]] for at in range(1000)]
    foreign = read_for_mapping(file(tmp_path, "utf-8", *rows, wrong))
    told: list[Judged] = []
    sources = {field: Source.parse(text) for field, text in CHOSEN.items()}
    judged = judge(foreign, sources, tell=told.append, wanted=lambda: True)
    assert (judged.read, judged.rows, judged.good) == (1001, 1001, 1000)
    assert [one.read for one in told] == [500, 1000]
    assert judged.kinds == {Kind.LOCKER: 500, Kind.COURIER: 500}
    assert judged.bad == {Field.PHONE: 1}
    phones = [(one.text, one.problem is None) for one in judged.samples[Field.PHONE]]
    assert phones == [("501234567", True), ("601234567", True), ("50123", False)]
    assert [one.text for one in judged.samples[Field.COD]] == ["129.90"]
    assert [one.text for one in judged.samples[Field.STREET]] == ["Lipska 14"]
    stopped = judge(foreign, sources, tell=told.append, wanted=lambda: False)
    assert stopped.read == 500


def test_the_first_thing_wrong_is_among_the_samples(tmp_path: Path) -> None:
    rows = [[*LOCKER[:7], f"50123456{at}", *LOCKER[8:]] for at in range(5)]
    wrong = [*LOCKER[:7], "12", *LOCKER[8:]]
    foreign = read_for_mapping(file(tmp_path, "utf-8", *rows, wrong))
    sources = {field: Source.parse(text) for field, text in CHOSEN.items()}
    judged = judge(foreign, sources, tell=lambda _: None, wanted=lambda: True)
    assert [one.text for one in judged.samples[Field.PHONE]] == ["501234560", "501234561", "12"]
