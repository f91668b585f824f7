"""Orders of a pile put into one box by a person, and taken apart again. Buys nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from inpost_desk.actions import pile as desk
from inpost_desk.actions import together
from inpost_desk.actions.import_file import ImportedFile, ImportedRow
from inpost_desk.actions.pile import Before, Points, Rules
from inpost_desk.actions.pile_kin import with_kin
from inpost_desk.actions.together import Gone
from inpost_desk.domain.together import may_share, same_receiver
from inpost_desk.ledger import earlier, joined, piles
from inpost_desk.ledger import held as held_orders
from inpost_desk.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Box:
    """Orders of these rows that go in one box (`joined`), or may. `paid_twice`: more than one has money."""

    rows: tuple[int, ...]
    references: tuple[str, ...]
    joined: bool = False
    paid_twice: bool = False


def box_of(
    ledger: Ledger, pile_id: int, row: int, alike: Collection[int], rules: Rules
) -> Box | None:
    """The box that a row's order goes in with others, or may go in with those of the rows `alike`."""
    links = joined.links(ledger, pile_id)
    head = links.get(row, row)
    shared = {head, *(one for one, other in links.items() if other == head)}
    some = with_kin(ledger, pile_id, {row, *shared, *alike})
    imported, _ = desk.checked(ledger, desk.pile_of(ledger, pile_id), rules, rows=some)
    read = {one.row: one for one in imported.rows if one.order is not None}
    inside = sorted(one for one in shared & read.keys() if read[one].same_parcel_as == head)
    if inside and head in read:
        return _box([read[head], *(read[one] for one in inside)], shared=True)
    first = read[row].order if row in read else None
    others = sorted(
        one
        for one in {row, *alike} & read.keys()
        if (order := read[one].order) and first and same_receiver(first, order)
    )
    return _box([read[one] for one in others]) if len(others) > 1 else None


def _box(rows: Sequence[ImportedRow], *, shared: bool = False) -> Box:
    orders = [one.order for one in rows if one.order]
    return Box(
        tuple(one.row for one in rows),
        tuple(one.reference for one in rows),
        shared,
        paid_twice=not shared and not may_share(orders),
    )


def as_boxed(ledger: Ledger, imported: ImportedFile) -> ImportedFile:
    """The very same file with its orders in the boxes a person put them into in the window."""
    pile = piles.pile_of_file(ledger, imported.digest)
    links = {} if pile is None else joined.links(ledger, pile.id)
    went = earlier.rows_before(ledger, imported.digest)
    return together.joined(imported, links, Gone(went, joined.rode_along(ledger, imported.digest)))


def join(
    ledger: Ledger,
    pile_id: int,
    rows: Collection[int],
    rules: Rules,
    *,
    apart: bool = False,
    points: Points | None = None,
) -> Before:
    """Put the orders of these rows into one parcel, the first row's, or each into its own again."""
    links = joined.links(ledger, pile_id)
    # Whoever shares a box with one of them already comes along.
    rows = frozenset(rows) | {one for one, head in links.items() if head in rows}
    late = held_orders.hold_back(ledger, desk.pile_of(ledger, pile_id).digest, rows)
    stored = piles.stored_rows(ledger, pile_id, frozenset(rows) - late)
    head = stored[0].row if stored else 0
    goes = [replace(one, together=None if apart or one.row == head else head) for one in stored]
    kin = with_kin(ledger, pile_id, rows)
    piles.put_rows(ledger, pile_id, goes)
    desk.check(ledger, pile_id, rules, rows=kin | with_kin(ledger, pile_id, rows), points=points)
    return Before(pile_id, tuple(stored), late)
