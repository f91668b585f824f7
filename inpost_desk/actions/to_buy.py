"""Which piles are still to be bought by themselves, kept in the ledger: closing the window loses none.

Buys nothing.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.actions.pile import Put
from inpost_desk.ledger.earlier import rows_before
from inpost_desk.ledger.ledger import Ledger, read_fact, write_fact

FACT: Final = "to_buy_by_itself"


def piles_to_buy(ledger: Ledger) -> tuple[int, ...]:
    """Their numbers, as they came."""
    return tuple(int(one) for one in ledger.fact(FACT).split())


def note(ledger: Ledger, put: Put) -> bool:
    """Have a file's pile bought by itself; False where that was done, or begun by a person, before."""
    if put.known and rows_before(ledger, put.pile.digest):
        return False
    _write(ledger, put.pile.id, wanted=True)
    return True


def forget(ledger: Ledger, pile_id: int) -> None:
    """It is bought, or a person sees to it."""
    _write(ledger, pile_id, wanted=False)


def _write(ledger: Ledger, pile_id: int, *, wanted: bool) -> None:
    with ledger.write() as connection:
        before = read_fact(connection, FACT).split()
        after = [one for one in before if one != str(pile_id)]
        if wanted:
            after = before if str(pile_id) in before else [*before, str(pile_id)]
        if after != before:
            write_fact(connection, FACT, " ".join(after))
