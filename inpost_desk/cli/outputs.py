"""Where the labels and the result go: whether they can go there, and that nothing stale is left there.

What stands in them is the business of `findings` and of the actions.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from inpost_desk.actions import ship
from inpost_desk.actions.result_file import ResultRow, write_result
from inpost_desk.cli.show import complain
from inpost_desk.errors import FileTrouble, Trouble
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.report import RowStanding
from inpost_desk.paths import disk_rule
from inpost_desk.wording.speech import translate


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where the labels and the result go; the result is a CSV with an XLSX beside it."""

    labels: Path
    result: Path

    @property
    def places(self) -> tuple[Path, Path, Path]:
        """Every file that will be written, as `write_result` names them."""
        table = self.result
        if table.suffix.lower() == ".xlsx":
            table = table.with_suffix(".csv")
        return self.labels, table, table.with_suffix(".xlsx")


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing: whether the labels are there now, and what went wrong."""

    labels: bool
    troubles: tuple[Trouble, ...]


def outputs_of(arguments: argparse.Namespace) -> Outputs:
    """The places asked for, or those beside the order file. FileTrouble `is_a_folder` for those as `.`."""
    for given in (arguments.file, arguments.output, arguments.result):
        if given and not Path(given).name:
            raise FileTrouble("is_a_folder", place=str(given))
    file = Path(arguments.file)
    return Outputs(
        Path(arguments.output or file.with_name(f"{file.stem}-labels.pdf")),
        Path(arguments.result or file.with_name(f"{file.stem}-result.csv")),
    )


def make_sure_of(outputs: Outputs, file: Path) -> None:
    """What cannot be written, or must not be overwritten, is found out before anything is bought."""
    for place in outputs.places:
        if _same(place, file):
            raise FileTrouble("is_the_order_file", place=str(place))
        make_sure_of_place(place)
    for one, other in itertools.combinations(outputs.places, 2):
        if _same(one, other):
            raise FileTrouble("named_twice", place=str(other))


def make_sure_of_place(place: Path) -> None:
    """Raises `FileTrouble` where no file can be put at that place, or something else than a file is."""
    try:
        if place.is_dir():
            raise FileTrouble("is_a_folder", place=str(place))
        if place.exists() and not place.is_file():
            raise FileTrouble("not_a_file", place=str(place))
        with tempfile.TemporaryFile(dir=place.parent):
            pass
    except FileNotFoundError as error:
        raise FileTrouble("missing", place=str(place.parent)) from error
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(place.parent)) from error


def _same(one: Path, other: Path) -> bool:
    """Also where a disk does not tell capitals apart."""
    try:
        return one.resolve() == other.resolve() or one.samefile(other)
    except OSError:
        return False


def write_outputs(
    ledger: Ledger, outputs: Outputs, rows: Sequence[RowStanding], results: Sequence[ResultRow]
) -> Written:
    """Write both. One that fails does not keep the other back: what was bought must be told."""
    troubles: list[Trouble] = []
    joined = 0
    # PDFium joins while the result is written: together they are the last thing a user waits for.
    with ThreadPoolExecutor(max_workers=1) as beside:
        labels = beside.submit(ship.join_labels, ledger, rows, outputs.labels)
        try:
            write_result(outputs.result, results)
        except Trouble as trouble:
            troubles.append(trouble)
        try:
            joined = labels.result()
        except Trouble as trouble:
            troubles.append(trouble)
    if not joined:
        _set_aside(outputs.labels)
    return Written(joined > 0, tuple(troubles))


def _set_aside(labels: Path) -> None:
    """An older start's labels are not to be taken for today's; the name says so then."""
    if not labels.is_file():
        return
    for number in itertools.count(1):
        aside = labels.with_stem(f"{labels.stem}-before" + (f"-{number}" if number > 1 else ""))
        if not aside.exists():
            break
    try:
        labels.rename(aside)
    except OSError:
        words = translate(
            "cli", "{path} is from an earlier start; there are no new labels in it."
        ).format(path=labels)
    else:
        words = translate(
            "cli", "There are no labels this time; those of an earlier start are {path} now."
        ).format(path=aside)
    complain(words)
