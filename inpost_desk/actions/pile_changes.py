"""What another file on the desk said of the same orders: shown as old → new, and changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from inpost_desk.actions.import_file import ImportedRow
from inpost_desk.domain.checks import tidy
from inpost_desk.domain.order import Change, Field
from inpost_desk.domain.order_row import meaning
from inpost_desk.ledger import piles
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import StoredRow

CHANGED: Final = "changed_in_file"
# Contents may be as long as a book.
_LONGEST: Final = 200


def changes_since(
    ledger: Ledger, pile_id: int, rows: Sequence[ImportedRow]
) -> dict[int, list[Change]]:
    """By row, what the newest other file said otherwise; rows it did not know are left out."""
    names = {row.row: piles.folded(row.cells.get(Field.REFERENCE, "")) for row in rows}
    lines = Counter(names.values())
    before = piles.elsewhere(ledger, pile_id, names.values())
    return {
        row.row: _differences(row, before[name], alone=lines[name] == 1)
        for row in rows
        if (name := names[row.row]) in before
    }


def _differences(row: ImportedRow, old: StoredRow, *, alone: bool) -> list[Change]:
    # Of an order of several lines each has contents of its own, and nobody knows which was which.
    return [
        Change(field, _brief(old.cells[field]), _brief(text), CHANGED)
        for field, text in row.cells.items()
        if field in old.cells
        and (alone or field is not Field.CONTENTS)
        and meaning(field, old.cells[field]) != meaning(field, text)
    ]


def _brief(text: str) -> str:
    words = tidy(text)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
