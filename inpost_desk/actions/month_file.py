"""The month for the accounts: one XLSX with every shipment, sums by service, size and MPK, cash on delivery,
labels that were paid and never used, and what was cancelled or replaced.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inpost_desk.actions.export import Told, lines_of
from inpost_desk.actions.export_cells import ALL_CELLS, Line, Value, Words, cell_of
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.history import Query, Sort
from inpost_desk.domain.journey import Phase
from inpost_desk.domain.shop_columns import Cell
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger import history
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.whole_file import whole_file

if TYPE_CHECKING:
    from inpost_desk.actions.export_sheet import Book

PAID_OUT: Final = "success"
_COD_CELLS: Final = (
    Cell.REFERENCE, Cell.NUMBER, Cell.NAME, Cell.MADE, Cell.STATUS_WORDS, Cell.STATUS_AT, Cell.COD
)  # fmt: skip
_UNUSED_CELLS: Final = (
    Cell.MPK, Cell.REFERENCE, Cell.NUMBER, Cell.NAME, Cell.SERVICE, Cell.SIZE, Cell.MADE,
    Cell.STATUS_WORDS, Cell.PRICE,
)  # fmt: skip
_ENDED_CELLS: Final = (
    Cell.REFERENCE, Cell.NUMBER, Cell.NAME, Cell.SERVICE, Cell.MADE, Cell.STATUS_WORDS, Cell.PRICE
)  # fmt: skip


@dataclass(slots=True)
class Sum:
    """How many shipments, and their amounts in PLN; None where no amount is known."""

    count: int = 0
    price: Decimal | None = None
    cod: Decimal | None = None
    insurance: Decimal | None = None

    def add(self, line: Line) -> None:
        """One shipment more."""
        self.count += 1
        self.price = _plus(self.price, line.row.price)
        self.cod = _plus(self.cod, line.row.cod)
        self.insurance = _plus(self.insurance, line.facts.insurance)


@dataclass(slots=True)
class _Month:
    """What is counted while the lines pass by."""

    services: dict[tuple[str, str], Sum] = field(default_factory=lambda: defaultdict(Sum))
    centres: dict[str, Sum] = field(default_factory=lambda: defaultdict(Sum))
    unused_centres: dict[str, Sum] = field(default_factory=lambda: defaultdict(Sum))
    cod: dict[str, Sum] = field(default_factory=lambda: defaultdict(Sum))
    totals: dict[str, Sum] = field(default_factory=lambda: defaultdict(Sum))
    with_cod: list[Line] = field(default_factory=list)
    unused: list[Line] = field(default_factory=list)
    ended: list[Line] = field(default_factory=list)

    def count(self, line: Line) -> None:
        """Where the shipment belongs."""
        self.totals["all"].add(line)
        if line.row.phase is Phase.CANCELLED or replaced(line):
            self.ended.append(line)
            self.totals["ended"].add(line)
        if not paid(line):
            self.totals["unpaid"].add(line)
            return
        self.totals["paid"].add(line)
        self.services[line.row.service, line.row.size].add(line)
        self.centres[line.facts.mpk].add(line)
        if line.row.phase in (Phase.DELIVERED, Phase.RETURNED):
            self.totals[line.row.phase].add(line)
        if unused(line):
            self.unused.append(line)
            self.unused_centres[line.facts.mpk].add(line)
            self.totals["unused"].add(line)
        if line.row.cod:
            self.with_cod.append(line)
            self.cod[cod_state(line)].add(line)


def paid(line: Line) -> bool:
    """Whether InPost sold a label: one cancelled afterwards was sold too."""
    if line.row.phase is Phase.CANCELLED:
        return line.facts.transaction_status == PAID_OUT or bool(line.row.tracking_number)
    return line.row.phase is not Phase.UNPAID


def unused(line: Line) -> bool:
    """Whether a label was paid and its parcel never handed over, as far as is known."""
    left = line.row.phase in (Phase.PREPARED, Phase.CANCELLED)
    return paid(line) and left and line.facts.handed_at is None


def replaced(line: Line) -> bool:
    """Whether another shipment was made in its place."""
    return line.facts.replaced or line.row.do_not_send


def cod_state(line: Line) -> str:
    """Where its money is: `delivered`, `returned`, `unused`, or `sent` while it is on its way."""
    if unused(line):
        return "unused"
    known = {Phase.DELIVERED: "delivered", Phase.RETURNED: "returned"}
    return known.get(line.row.phase, "sent")


def month_file(
    path: Path,
    ledger: Ledger,
    month: date,
    *,
    words: Words,
    told: Told = lambda _done, _most: None,
    stop: Stop | None = None,
) -> int | None:
    """Writes every shipment made in that month (any day of it), as Warsaw's calendar has it; how many.

    None where `stop` was asked for. FileTrouble as `write_export`; `month_ending` where it is no .xlsx.
    """
    if path.suffix.lower() != ".xlsx":
        raise FileTrouble("month_ending", place=str(path))
    from inpost_desk.actions.export_sheet import book_in

    # The same few are said in each line.
    words = cache(words)
    ids = history.find(ledger, _query(month))
    counted = _Month()
    with whole_file(path) as whole:
        with book_in(whole.file) as book:
            sheet = book.sheet(words("sheet.shipments"), _titles(ALL_CELLS, words))
            for line in lines_of(ledger, ids, told=told, stop=stop):
                counted.count(line)
                sheet.write([cell_of(line, cell, words) for cell in ALL_CELLS])
            sheet.end()
            _write_rest(book, counted, words)
        if stop is not None and stop.asked:
            whole.give_up()
            return None
    return sheet.lines


def _query(month: date) -> Query:
    first = month.replace(day=1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return Query(since=first, until=last, sort=Sort.MADE, descending=False)


def _write_rest(book: Book, counted: _Month, words: Words) -> None:
    _write_services(book, counted, words)
    _write_cod(book, counted, words)
    _write_unused(book, counted, words)
    _list(book, "ended", counted.ended, _ENDED_CELLS, words)
    _write_centres(book, counted, words)
    _write_totals(book, counted, words)


def _write_services(book: Book, counted: _Month, words: Words) -> None:
    titles = [words("column.service"), words("column.size"), *_sum_titles(words)]
    sheet = book.sheet(words("sheet.services"), titles)
    for (service, size), one in sorted(counted.services.items()):
        sheet.write([words(f"service.{service}"), size, *_sum(one)])
    sheet.write([words("total.sum"), "", *_sum(counted.totals["paid"])], bold=True)
    sheet.end()


def _write_cod(book: Book, counted: _Month, words: Words) -> None:
    titles = [words("column.cod_state"), *_titles(_COD_CELLS, words)]
    sheet = book.sheet(words("sheet.cod"), titles)
    for state in ("sent", "delivered", "returned", "unused"):
        for line in counted.with_cod:
            if cod_state(line) == state:
                cells = [cell_of(line, cell, words) for cell in _COD_CELLS]
                sheet.write([words(f"cod.{state}"), *cells])
        one = counted.cod[state]
        blank: list[Value] = [""] * (len(_COD_CELLS) - 2)
        sheet.write([words(f"cod.{state}"), *blank, one.count, one.cod], bold=True)
    sheet.end()


def _write_unused(book: Book, counted: _Month, words: Words) -> None:
    _list(
        book, "unused", sorted(counted.unused, key=lambda one: one.facts.mpk), _UNUSED_CELLS, words
    )


def _write_centres(book: Book, counted: _Month, words: Words) -> None:
    more = [words("column.unused_count"), words("column.unused_price")]
    sheet = book.sheet(words("sheet.mpk"), [words("column.mpk"), *_sum_titles(words), *more])
    for mpk, one in sorted(counted.centres.items()):
        lost = counted.unused_centres.get(mpk, Sum())
        sheet.write([mpk or words("mpk.none"), *_sum(one), lost.count, lost.price])
    sheet.end()


def _write_totals(book: Book, counted: _Month, words: Words) -> None:
    sheet = book.sheet(words("sheet.totals"), ["", *_sum_titles(words)])
    for name in ("all", "paid", "delivered", "returned", "unused", "ended", "unpaid"):
        sheet.write([words(f"total.{name}"), *_sum(counted.totals[name])])
    sheet.end()


def _list(
    book: Book, name: str, lines: Iterable[Line], cells: tuple[Cell, ...], words: Words
) -> None:
    sheet = book.sheet(words(f"sheet.{name}"), _titles(cells, words))
    for line in lines:
        sheet.write([cell_of(line, cell, words) for cell in cells])
    sheet.end()


def _titles(cells: Iterable[Cell], words: Callable[[str], str]) -> list[str]:
    return [words(f"column.{cell}") for cell in cells]


def _sum_titles(words: Words) -> list[str]:
    return [words(f"column.{one}") for one in ("count", "price", "cod", "insurance")]


def _sum(one: Sum) -> tuple[Value, ...]:
    return one.count, one.price, one.cod, one.insurance


def _plus(total: Decimal | None, more: Decimal | None) -> Decimal | None:
    return total if more is None else (total or Decimal()) + more
