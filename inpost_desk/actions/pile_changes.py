"""What another file on the desk said of the same orders: shown as old → new; what a person did is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
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


def keep_corrections(ledger: Ledger, pile_id: int, stored: Sequence[StoredRow]) -> None:
    """An order that lay there in another file keeps what a person did to it, unless the file changed."""
    names = [one.cells.get(Field.REFERENCE, "") for one in stored]
    before = piles.elsewhere(ledger, pile_id, names)
    doubled = {name for name in map(piles.folded, names) if name}
    kept = []
    for one in stored:
        name = piles.folded(one.cells.get(Field.REFERENCE, ""))
        old = before.get(name)
        if old is None or not (old.given or old.held) or name not in doubled:
            continue
        mended = {
            field: old.cells[field]
            for field, text in old.given.items()
            if field in one.cells and meaning(field, one.cells[field]) == meaning(field, text)
        }
        given = {field: one.cells[field] for field in mended}
        kept.append(replace(one, cells={**one.cells, **mended}, given=given, held=old.held))
    piles.put_rows(ledger, pile_id, kept)


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
