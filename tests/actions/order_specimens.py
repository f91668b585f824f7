"""Order files made for the tests: the same invented rows as CSV, XLSX and ODS."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

import xlsxwriter

from inpost_desk.domain.spreadsheet import MANAGER, OLDER

HEADER = tuple(MANAGER.columns.values())
OLDER_HEADER = tuple(OLDER.columns.values())

_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)
_ODS_CLOSE = "</office:spreadsheet></office:body></office:document-content>"


def older_rows(count: int) -> list[list[str]]:
    """Rows of the seven columns, with Polish letters where text is free."""
    return [
        [f"zolw{n}@example.test", f"5{n:08}", "A", "KRA010", f"Żółw-{n:05}", "", "129,90"]
        for n in range(1, count + 1)
    ]


def locker_row(reference: str, **changes: str) -> list[str]:
    """One row of the fourteen columns, changed by column name (with `_` for `-`)."""
    cells = dict.fromkeys(HEADER, "") | {
        "e-mail": "anna@example.test",
        "telefon": "501234567",
        "rozmiar": "A",
        "paczkomat": "KRA010",
        "numer_referencyjny": reference,
        "typ_przesylki": "paczkomat",
    }
    cells |= {name if name in cells else "e-mail": text for name, text in changes.items()}
    return [cells[name] for name in HEADER]


def csv_text(rows: Sequence[Sequence[str]], separator: str = ";") -> str:
    """Every cell quoted, so that any separator will do."""
    return "".join(separator.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


def xlsx(rows: Sequence[Sequence[object]], *, empty_sheet_first: bool = False) -> bytes:
    """Text, numbers and formulas (`=` in front) as Excel would hold them."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as workbook:
        if empty_sheet_first:
            workbook.add_worksheet("Uwagi")
        sheet = workbook.add_worksheet("Zamówienia")
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(line, column, cell)
    return data.getvalue()


def ods_cell(cell: object) -> str:
    """One cell as LibreOffice writes it."""
    if cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{cell}">'
            f"<text:p>{cell}</text:p></table:table-cell>"
        )
    text = escape(str(cell))
    if text.startswith("="):
        formula = escape(f"of:{cell}", {'"': "&quot;"})
        return (
            f'<table:table-cell table:formula="{formula}" office:value-type="string">'
            "<text:p>501234567</text:p></table:table-cell>"
        )
    return (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def ods_rows(rows: Sequence[Sequence[object]]) -> str:
    """Rows, and the million empty ones LibreOffice puts behind them."""
    lines = [f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows]
    lines.append(
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    return "".join(lines)


def ods(body: str, *, manifest: str = "", mimetype: str = _ODS_TYPE) -> bytes:
    """A minimal document; `body` is the rows of its second sheet, the first is empty."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        sheets = f'<table:table table:name="Pusty">{ods_rows([])}</table:table>'
        sheets += f'<table:table table:name="Zamówienia">{body}</table:table>'
        archive.writestr("content.xml", _ODS_OPEN + sheets + _ODS_CLOSE)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return data.getvalue()


def rezipped(data: bytes, changes: dict[str, bytes]) -> bytes:
    """The same archive with members replaced or added."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return changed.getvalue()
