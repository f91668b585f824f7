"""The result file of a pile, beside the file its orders came from. Works on a lane; no widgets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inpost_desk.errors import FileTrouble
from inpost_desk.paths import disk_rule

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Rules
    from inpost_desk.domain.pile import Pile
    from inpost_desk.ledger.ledger import Ledger

# Rules of a `FileTrouble` after which another folder may do.
ELSEWHERE = frozenset({"read_only", "no_folder", "not_written", "disk_full"})


def write_pile_result(ledger: Ledger, pile: Pile, rules: Rules | None, *, spare: Path) -> Path:
    """One line for each row of the file, as CSV and XLSX; where the CSV is.

    Goes into the folder `spare` where the order file's own cannot be written, or where another pile was read
    from the same place since. Raises `FileTrouble`.
    """
    from inpost_desk.actions.desk_run import standings
    from inpost_desk.actions.pile import Rules
    from inpost_desk.actions.result_file import write_result
    from inpost_desk.actions.runs import result_place
    from inpost_desk.ledger.piles import newest_of_path
    from inpost_desk.wording.results import result_rows

    imported, rows = standings(ledger, pile.id, rules or Rules())
    results = result_rows(rows, imported)
    place = result_place(Path(pile.file_path))
    if newest_of_path(ledger, pile.id):
        try:
            return write_result(place, results)[0]
        except FileTrouble as trouble:
            if trouble.rule not in ELSEWHERE:
                raise
    else:
        # The place beside the order file is that of the file that lies there now.
        place = place.with_stem(f"{place.stem}-{pile.id}")
    try:
        spare.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(spare)) from error
    return write_result(spare / place.name, results)[0]


def pile_result(ledger: Ledger, pile: Pile, rules: Rules | None, *, spare: Path) -> Path:
    """Where the result file of a pile lies; written anew where it does not lie there any more."""
    from inpost_desk.actions.runs import result_place
    from inpost_desk.ledger.piles import newest_of_path

    place = result_place(Path(pile.file_path))
    try:
        there = newest_of_path(ledger, pile.id) and place.with_suffix(".xlsx").is_file()
    except OSError:
        # The folder is out of reach; the spare one is not.
        there = False
    return place if there else write_pile_result(ledger, pile, rules, spare=spare)
