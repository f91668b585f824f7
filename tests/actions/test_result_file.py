"""The result file: exact CSV, text in the workbook, whole or not at all."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from inpost_desk.actions.result_file import HEADER, ResultRow, write_result
from inpost_desk.errors import FileTrouble

NUMBER = "620999000000000000000017"
ROWS = [
    ResultRow(1, "0007", "done", "14000001", NUMBER, "inpost_locker_standard"),
    ResultRow(2, "ZAM, „2”", "invalid", field="phone", rule="too_short", message="Za krótki numer"),
]


def test_csv_is_exactly_this(tmp_path: Path) -> None:
    written, _ = write_result(tmp_path / "result.csv", ROWS)
    assert written.read_bytes().decode() == (
        "row,reference,outcome,shipment_id,tracking_number,service,field,rule,message\n"
        f"1,0007,done,14000001,{NUMBER},inpost_locker_standard,,,\n"
        '2,"ZAM, „2”",invalid,,,,phone,too_short,Za krótki numer\n'
    )


def test_workbook_holds_the_same_as_text(tmp_path: Path) -> None:
    path, twin = write_result(tmp_path / "result.csv", ROWS)
    assert (path.name, twin.name) == ("result.csv", "result.xlsx")
    cells = CalamineWorkbook.from_path(twin).get_sheet_by_index(0).to_python()
    assert cells[0] == list(HEADER)
    assert cells[1][:5] == ["1", "0007", "done", "14000001", NUMBER]
    assert sorted(os.listdir(tmp_path)) == ["result.csv", "result.xlsx"]  # noqa: PTH208


def test_no_rows(tmp_path: Path) -> None:
    path, twin = write_result(tmp_path / "result.csv", [])
    assert path.read_text(encoding="utf-8").strip() == ",".join(HEADER)
    assert CalamineWorkbook.from_path(twin).get_sheet_by_index(0).to_python() == [list(HEADER)]


def test_a_name_that_ends_in_xlsx_gets_its_csv_beside_it(tmp_path: Path) -> None:
    path, twin = write_result(tmp_path / "result.XLSX", ROWS)
    assert (path.name, twin.name) == ("result.csv", "result.xlsx")


def test_a_formula_from_the_input_is_not_run_by_a_spreadsheet(tmp_path: Path) -> None:
    path, twin = write_result(tmp_path / "r.csv", [ResultRow(1, "=1+1", "invalid")])
    assert "1,'=1+1,invalid" in path.read_text(encoding="utf-8")
    assert CalamineWorkbook.from_path(twin).get_sheet_by_index(0).to_python()[1][1] == "=1+1"


def test_rights_are_those_of_an_ordinary_file(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    path, twin = write_result(tmp_path / "result.csv", ROWS)
    assert path.stat().st_mode == twin.stat().st_mode == ordinary.stat().st_mode


@pytest.mark.parametrize("name", ["result.csv", "result.xlsx"])
def test_a_folder_stands_in_the_way(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(FileTrouble) as caught:
        write_result(tmp_path / "result.csv", ROWS)
    assert (caught.value.rule, caught.value.place) == ("is_a_folder", str(tmp_path / name))
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("nowhere/result.csv", "no_folder"),
        ("file/result.csv", "no_folder"),
        ("r" * 300, "name_too_long"),
    ],
)
def test_places_that_cannot_be(tmp_path: Path, name: str, rule: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileTrouble) as caught:
        write_result(tmp_path / name, ROWS)
    assert (caught.value.rule, caught.value.place) == (rule, str(tmp_path / name))


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Root may write everywhere, so the test goes on as somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


def test_read_only_folder(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    tmp_path.chmod(0o555)
    request.getfixturevalue("ordinary_user")
    with pytest.raises(FileTrouble) as caught:
        write_result(tmp_path / "result.csv", ROWS)
    assert caught.value.rule == "read_only"


# In a process of its own: the limit would end the test run's own output, too.
NEARLY_FULL = """
import resource, sys
from pathlib import Path
from inpost_desk.actions.result_file import ResultRow, write_result
from inpost_desk.errors import FileTrouble
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
rows = [ResultRow(1, "ZAM", "invalid", field="phone", rule="too_short", message="Za krotki numer")]
try:
    write_result(Path(sys.argv[1]), rows * int(sys.argv[2]))
except FileTrouble as trouble:
    print(trouble.rule, trouble.place)
"""


@pytest.mark.parametrize("count", [1, 200])
def test_a_full_disk_leaves_the_old_files_and_no_halves(tmp_path: Path, count: int) -> None:
    """With one row only the workbook is too large, with 200 already the CSV."""
    path, twin = write_result(tmp_path / "result.csv", ROWS[:1])
    before = (path.read_bytes(), twin.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", NEARLY_FULL, str(path), str(count)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["disk_full", str(twin if count == 1 else path)]
    assert (path.read_bytes(), twin.read_bytes()) == before
    assert len(list(tmp_path.iterdir())) == 2


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30
)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_text_is_read_back(tmp_path: Path, text: str) -> None:
    path, _ = write_result(tmp_path / "result.csv", [ResultRow(1, text, "done", message=text)])
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["message"].removeprefix("'") == text.removeprefix("'")
