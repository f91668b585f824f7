"""Which rows of a pile are judged together: lines of one order, and orders in one box. Only reads."""

from __future__ import annotations

from collections.abc import Collection

from inpost_desk.domain.order import Field
from inpost_desk.ledger import joined, piles
from inpost_desk.ledger.ledger import Ledger


def with_kin(ledger: Ledger, pile_id: int, rows: Collection[int]) -> frozenset[int]:
    """These rows and all that share a reference with them: lines of one order are judged together."""
    stored = piles.stored_rows(ledger, pile_id, rows)
    names = [one.cells.get(Field.REFERENCE, "") for one in stored]
    found = frozenset(rows) | piles.rows_with_references(ledger, pile_id, names)
    links = joined.links(ledger, pile_id)
    if not links:
        return found
    # All that share a box, and the further lines of their orders.
    heads = {links.get(one, one) for one in found}
    shared = heads | {one for one, head in links.items() if head in heads}
    stored = piles.stored_rows(ledger, pile_id, shared)
    names = [one.cells.get(Field.REFERENCE, "") for one in stored]
    return found | shared | piles.rows_with_references(ledger, pile_id, names)
