"""Exports of the history for people and for shops: CSV or XLSX by the file's ending, whole or not at all.

What stands in a column is the business of `export_cells`, the month's file that of `month_file`.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from inpost_desk.actions.export_cells import ALL_CELLS, Line, Words, cell_of, guarded, shown
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.history import Query
from inpost_desk.domain.shop_columns import Cell, ShopColumns
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger import export_facts, history
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.whole_file import whole_file

if TYPE_CHECKING:
    from inpost_desk.actions.export_sheet import Book

__all__ = ["TABLES", "Told", "lines_of", "write_export"]

PAGE: Final = 500
TABLES: Final = (".csv", ".txt", ".tsv", ".xlsx")
"""The endings a file of an export may have."""

Told = Callable[[int, int], None]
"""How many lines are written, and how many there will be."""


def write_export(
    path: Path,
    ledger: Ledger,
    query: Query,
    columns: ShopColumns | None,
    *,
    words: Words,
    ids: Sequence[int] | None = None,
    told: Told = lambda _done, _most: None,
    stop: Stop | None = None,
) -> int | None:
    """Writes the query's shipments, or just `ids`, and returns how many; None where `stop` was asked for.

    Without `columns` every column, named by `words` (`wording.exports.export_words`), as a CSV with
    semicolons that Polish spreadsheets open, a `.tsv` with tabs. FileTrouble `table_ending`, `missing`,
    `is_a_folder`, `read_only`, `disk_full` or `held_open`, and after None too: then no file has changed.
    """
    ending = path.suffix.lower()
    if ending not in TABLES:
        raise FileTrouble("table_ending", place=str(path))
    # The same few are said in each line.
    words = cache(words)
    wanted = history.find(ledger, query) if ids is None else ids
    lines = lines_of(ledger, wanted, told=told, stop=stop)
    titles = tuple(title for title, _ in columns.columns) if columns else _titles(words)
    cells = tuple(cell for _, cell in columns.columns) if columns else ALL_CELLS
    with whole_file(path) as whole:
        if ending == ".xlsx":
            written = _workbook(whole.file, lines, titles, cells, words)
        else:
            plain = "\t" if ending == ".tsv" else ";"
            separator = columns.separator if columns else plain
            written = _csv(whole.file, lines, titles, cells, words, (separator, _encoding(columns)))
        if stop is not None and stop.asked:
            whole.give_up()
            return None
    return written


def lines_of(
    ledger: Ledger, ids: Sequence[int], *, told: Told, stop: Stop | None
) -> Iterator[Line]:
    """The shipments in that order, read page by page; ends early where `stop` is asked for."""
    for start in range(0, len(ids), PAGE):
        if stop is not None and stop.asked:
            return
        part = ids[start : start + PAGE]
        facts = export_facts.of(ledger, part)
        for row in history.rows(ledger, part):
            yield Line(row, facts[row.id])
        told(start + len(part), len(ids))


def _titles(words: Words) -> tuple[str, ...]:
    return tuple(words(f"column.{cell}") for cell in ALL_CELLS)


def _csv(
    file: BinaryIO,
    lines: Iterator[Line],
    titles: Sequence[str],
    cells: Sequence[Cell],
    words: Words,
    form: tuple[str, str],
) -> int:
    """`form` is what parts the columns, and the encoding."""
    separator, encoding = form
    # Where commas part the columns the reader is a program that writes amounts with a point.
    point = "." if separator == "," else ","
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow([guarded(title) for title in titles])
    count = 0
    for line in lines:
        values = (cell_of(line, cell, words) for cell in cells)
        writer.writerow([guarded(shown(value, point)) for value in values])
        count += 1
    text.flush()
    text.detach()
    return count


def _encoding(columns: ShopColumns | None) -> str:
    if columns is None:
        return "utf-8-sig"
    try:
        return codecs.lookup(columns.encoding).name
    except LookupError:
        return "utf-8"


def _workbook(
    file: BinaryIO,
    lines: Iterator[Line],
    titles: Sequence[str],
    cells: Sequence[Cell],
    words: Words,
) -> int:
    from inpost_desk.actions.export_sheet import book_in

    with book_in(file) as book:
        return _filled(book, lines, titles, cells, words)


def _filled(
    book: Book, lines: Iterator[Line], titles: Sequence[str], cells: Sequence[Cell], words: Words
) -> int:
    sheet = book.sheet(words("sheet.shipments"), titles)
    for line in lines:
        sheet.write([cell_of(line, cell, words) for cell in cells])
    sheet.end()
    return sheet.lines
