"""Where a pile's file lies now: the program itself may have moved it out of the watched folder."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import update

from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import piles


def moved(ledger: Ledger, pile_id: int, place: Path) -> None:
    """The file of that pile lies there from now on, and its result is written beside it."""
    with ledger.write() as connection:
        connection.execute(update(piles).where(piles.c.id == pile_id).values(file_path=str(place)))
