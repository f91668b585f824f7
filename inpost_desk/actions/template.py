"""The empty order file: Manager Paczek's columns with two examples, for who has no shop that exports one."""

from __future__ import annotations

import contextlib
import csv
import io
import os
from pathlib import Path
from typing import Final

from inpost_desk.domain.order import Field
from inpost_desk.domain.spreadsheet import MANAGER
from inpost_desk.errors import FileTrouble
from inpost_desk.whole_file import beside_of
from inpost_desk.windows_files import put_in_place

_EXAMPLES: Final[tuple[dict[Field, str], ...]] = (
    {
        Field.EMAIL: "anna.kowalska@example.com",
        Field.PHONE: "500600700",
        Field.SIZE: "A",
        Field.POINT: "KRA010",
        Field.REFERENCE: "ZAM-1",
        Field.NAME: "Anna Kowalska",
        Field.KIND: "paczkomat",
        Field.WEEKEND: "NIE",
    },
    {
        Field.EMAIL: "jan.nowak@example.com",
        Field.PHONE: "500600701",
        Field.SIZE: "B",
        Field.REFERENCE: "ZAM-2",
        Field.INSURANCE: "200,00",
        Field.COD: "149,90",
        Field.NAME: "Jan Nowak",
        Field.STREET: "Lipowa 4/2",
        Field.POST_CODE: "30-624",
        Field.CITY: "Kraków",
        Field.KIND: "kurier",
        Field.WEEKEND: "NIE",
    },
)


def write_template(path: Path) -> Path:
    """Writes a workbook, or CSV where the name ends in `.csv`; gives back the place, `.xlsx` added if bare.

    FileTrouble `is_a_folder`, `no_folder`, `held_open` or `not_written` with the path as `place`: then
    nothing has changed.
    """
    target = path if path.suffix.lower() in {".csv", ".xlsx"} else Path(f"{path}.xlsx")
    header = list(MANAGER.columns.values())
    rows = [[one.get(field, "") for field in MANAGER.columns] for one in _EXAMPLES]
    write = _csv if target.suffix.lower() == ".csv" else _workbook
    data = write([header, *rows])
    if target.is_dir():
        raise FileTrouble("is_a_folder", place=str(target))
    ready = beside_of(target)
    try:
        _put(ready, data)
        put_in_place(ready, target)
    except FileNotFoundError as error:
        raise FileTrouble("no_folder", place=str(target)) from error
    except OSError as error:
        raise FileTrouble("not_written", place=str(target)) from error
    finally:
        with contextlib.suppress(OSError):
            ready.unlink()
    return target


def _put(place: Path, data: bytes) -> None:
    with place.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _csv(rows: list[list[str]]) -> bytes:
    """As Excel in Poland opens it by a double click: semicolons, and a mark that says UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _workbook(rows: list[list[str]]) -> bytes:
    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("zamowienia")
        # Text down the whole column: what is typed below keeps its zeros and its hyphens.
        text = workbook.add_format({"num_format": "@"})
        bold = workbook.add_format({"bold": True, "num_format": "@"})
        for column, title in enumerate(rows[0]):
            width = max(len(cell) for cell in [title, *(row[column] for row in rows[1:])])
            sheet.set_column(column, column, width + 3, text)
        sheet.freeze_panes(1, 0)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(line, column, cell, text if line else bold)
    return data.getvalue()
