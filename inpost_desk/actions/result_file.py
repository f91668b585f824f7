"""The result file: one line for each input row, as CSV for programs and as XLSX for people.

Both are written whole or not at all. What an outcome means is decided elsewhere.
"""

from __future__ import annotations

import csv
import errno
import io
import os
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from inpost_desk.errors import FileTrouble
from inpost_desk.whole_file import beside_of, keep_names
from inpost_desk.windows_files import put_in_place, too_long

_WIDTHS = (6, 24, 11, 13, 27, 38, 15, 28, 60)
_WRITE_ERRORS = {
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "is_a_folder",
    errno.ENAMETOOLONG: "name_too_long",
}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A line of the result; the names of the fields are the header. `outcome`: see `domain.stage`."""

    row: int
    reference: str
    outcome: str
    shipment_id: str = ""
    tracking_number: str = ""
    service: str = ""
    field: str = ""
    rule: str = ""
    message: str = ""


HEADER = tuple(one.name for one in fields(ResultRow))


def write_result(path: Path, rows: Sequence[ResultRow]) -> tuple[Path, Path]:
    """Writes `path` as CSV (UTF-8, commas, LF) and its twin `.xlsx`; gives both paths back.

    FileTrouble `read_only`, `disk_full`, `no_folder`, `is_a_folder`, `name_too_long`, `not_written` or
    `held_open` with the path as `place`: then neither file has changed, except when the disk fails, or a
    program opens the second one, between the two renames.
    """
    target = path.with_suffix(".csv") if path.suffix.lower() == ".xlsx" else path
    twin = target.with_suffix(".xlsx")
    cells = [tuple(str(value) for value in astuple(row)) for row in rows]
    waiting: list[tuple[Path, Path]] = []
    place = target
    try:
        for place, data in ((target, _csv(cells)), (twin, _workbook(cells))):
            if place.is_dir():
                raise FileTrouble("is_a_folder", place=str(place))
            waiting.append((_beside(place, data), place))
        while waiting:
            ready, place = waiting[0]
            put_in_place(ready, place)
            waiting.pop(0)
        keep_names(target.parent)
    except OSError as error:
        usual = _WRITE_ERRORS.get(error.errno or 0, "not_written")
        rule = "name_too_long" if too_long(place) else usual
        raise FileTrouble(rule, place=str(place)) from error
    finally:
        for left, _ in waiting:
            left.unlink(missing_ok=True)
    return target, twin


def _csv(cells: list[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    # Only a refused row can hold a formula as its reference; a spreadsheet must not run it.
    writer.writerows(
        [f"'{cell}" if cell.startswith("=") else cell for cell in row] for row in cells
    )
    return text.getvalue().encode()


def _workbook(cells: list[tuple[str, ...]]) -> bytes:
    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("result")
        # Text, so that 24 digits and leading zeros survive a look in Excel.
        text = workbook.add_format({"num_format": "@"})
        bold = workbook.add_format({"bold": True})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width, text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(cells), 1), len(HEADER) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:I{len(cells) + 1}"})
        for line, row in enumerate([HEADER, *cells]):
            for column, cell in enumerate(row):
                sheet.write_string(line, column, cell, text if line else bold)
    return data.getvalue()


def _beside(path: Path, data: bytes) -> Path:
    """The data on disk under a passing name in the folder of `path`."""
    ready = beside_of(path)
    try:
        with ready.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        ready.unlink(missing_ok=True)
        raise
    return ready
