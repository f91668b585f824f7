"""An XLSX written line by line, so that a hundred thousand of them take little memory.

Texts stay texts, amounts are amounts and times are times; nothing is ever written as a formula or a link.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from typing import Any, BinaryIO, Final

from inpost_desk.actions.export_cells import Value

_NARROW: Final = 10
_WIDEST: Final = 60
_MONEY: Final = "#,##0.00"
_MOMENT: Final = "yyyy-mm-dd hh:mm"


class Sheet:
    """One table of a book: a heading and lines under it."""

    def __init__(self, book: Book, sheet: Any, titles: Sequence[str]) -> None:
        self._book, self._sheet = book, sheet
        self._columns = len(titles)
        self.lines = 0
        self._widths = [max(_NARROW, len(title) + 3) for title in titles]
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(titles):
            sheet.write_string(0, column, title, book.bold)

    def write(self, values: Sequence[Value], *, bold: bool = False) -> None:
        """One line more."""
        self.lines += 1
        for column, value in enumerate(values):
            self._put(column, value, bold=bold)

    def end(self) -> None:
        """Widths and the filter, once every line is written."""
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        self._sheet.autofilter(0, 0, max(self.lines, 1), self._columns - 1)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{self.lines + 1}"})

    def _put(self, column: int, value: Value, *, bold: bool) -> None:
        line, book, sheet = self.lines, self._book, self._sheet
        if isinstance(value, Decimal):
            sheet.write_number(line, column, float(value), book.bold_money if bold else book.money)
            return
        if isinstance(value, datetime):
            sheet.write_datetime(line, column, value, book.moment)
            self._widen(column, len(_MOMENT))
        elif isinstance(value, int):
            sheet.write_number(line, column, value, book.bold if bold else None)
        elif value:
            sheet.write_string(line, column, value, book.bold if bold else book.text)
            self._widen(column, len(value))

    def _widen(self, column: int, letters: int) -> None:
        self._widths[column] = max(self._widths[column], min(letters + 2, _WIDEST))


class Book:
    """The whole file and its formats."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        # Text, so that 24 digits and leading zeros survive a look in Excel.
        self.text = workbook.add_format({"num_format": "@"})
        self.bold = workbook.add_format({"bold": True})
        self.money = workbook.add_format({"num_format": _MONEY})
        self.bold_money = workbook.add_format({"num_format": _MONEY, "bold": True})
        self.moment = workbook.add_format({"num_format": _MOMENT})

    def sheet(self, name: str, titles: Sequence[str]) -> Sheet:
        """A further sheet; Excel allows 31 letters for its name."""
        return Sheet(self, self._workbook.add_worksheet(name[:31]), titles)


@contextmanager
def book_in(file: BinaryIO) -> Iterator[Book]:
    """A book that stands in `file` at the end. Raises OSError where the disk does not take it."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    workbook = xlsxwriter.Workbook(file, {"constant_memory": True})
    try:
        yield Book(workbook)
    except BaseException:
        # Closed into nothing: else its own end would complain about sheets left open.
        workbook.filename = io.BytesIO()
        workbook.close()
        raise
    try:
        workbook.close()
    except FileCreateError as error:
        raise OSError(getattr(error.args[0], "errno", None), str(error)) from error
