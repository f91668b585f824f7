"""Names and telephones outside of parcels, older than the chosen days: files on the desk, rows of runs,
drafts, scans; and the ledger's file itself, in which what was deleted must not be read any more.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections import defaultdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, delete, exists, or_, select, update

from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger.ledger import Ledger, converted, rule_of
from inpost_desk.ledger.schema import (
    batches,
    drafts,
    orders,
    pile_rows,
    piles,
    run_rows,
    runs,
    scans,
    steps,
    waiting_labels,
)

# How often and how long others' reading is waited for, in seconds.
_TRIES, _PAUSE = 20, 0.25
_OLD_FILES: Final = ("ledger.before-*.sqlite*", "ledger.set-aside-*.sqlite*")


def forget_rest(ledger: Ledger, *, before: datetime) -> None:
    """What belongs to no parcel that stays."""
    with ledger.write() as connection:
        connection.execute(delete(drafts).where(drafts.c.changed_at < before))
        connection.execute(delete(scans).where(scans.c.at < before))
        over = waiting_labels.c.state.not_in(("awaited", "ready"))
        old = delete(waiting_labels).where(waiting_labels.c.scanned_at < before, over)
        connection.execute(old)
        _runs(connection, before)
        _piles(connection, before)


def _runs(connection: Connection, before: datetime) -> None:
    """Rows that never became an order, and runs of which nothing is left."""
    old = select(runs.c.id).where(runs.c.started_at < before)
    orphans = delete(run_rows).where(run_rows.c.run_id.in_(old), run_rows.c.order_id.is_(None))
    connection.execute(orphans)
    empty = list(connection.scalars(old.where(~exists().where(run_rows.c.run_id == runs.c.id))))
    for start in range(0, len(empty), 500):
        part = empty[start : start + 500]
        for table in (batches, steps):
            connection.execute(update(table).where(table.c.run_id.in_(part)).values(run_id=None))
        connection.execute(delete(runs).where(runs.c.id.in_(part)))


def _piles(connection: Connection, before: datetime) -> None:
    """Rows of old files on the desk, but for those whose parcel stays, that are held, or go with such."""
    for pile in connection.execute(select(piles).where(piles.c.imported_at < before)).all():
        rows = connection.execute(_rows_of(pile.id, pile.file_digest)).all()
        keep = _kept(rows)
        going = [one.row for one in rows if one.row not in keep]
        for start in range(0, len(going), 500):
            part = going[start : start + 500]
            of_pile = pile_rows.c.pile_id == pile.id
            connection.execute(delete(pile_rows).where(of_pile, pile_rows.c.row.in_(part)))
        waited = select(waiting_labels.c.id).where(waiting_labels.c.pile_id == pile.id)
        if not keep and connection.scalar(waited.limit(1)) is None:
            connection.execute(delete(piles).where(piles.c.id == pile.id))


def _rows_of(pile_id: int, digest: str) -> Select[Any]:
    order = exists().where(orders.c.file_digest == digest, orders.c.row == pile_rows.c.row)
    waiting = exists().where(
        waiting_labels.c.pile_id == pile_id, waiting_labels.c.row == pile_rows.c.row
    )
    held = pile_rows.c.held.is_(True) & pile_rows.c.removed.is_(False)
    return select(
        pile_rows.c.row,
        pile_rows.c.same_parcel_as,
        pile_rows.c.together,
        or_(order, waiting, held).label("stays"),
    ).where(pile_rows.c.pile_id == pile_id)


def _kept(rows: Any) -> set[int]:
    """With the rows that share a parcel with them."""
    near: dict[int, set[int]] = defaultdict(set)
    for one in rows:
        for other in (one.same_parcel_as, one.together):
            if other is not None:
                near[one.row].add(other)
                near[other].add(one.row)
    keep = {one.row for one in rows if one.stays}
    waiting = list(keep)
    while waiting:
        more = near[waiting.pop()] - keep
        keep |= more
        waiting += more
    return keep


def wipe(ledger: Ledger, *, before: datetime) -> bool:
    """Write the file anew, so that nothing deleted can be read in it; old copies beside it go, too.

    False where somebody kept reading the old pages: it is done the next time. A second for 100 MB, in which
    nobody else writes. Raises LedgerTrouble.
    """
    for pattern in _OLD_FILES:
        for file in ledger.folder.glob(pattern):
            with contextlib.suppress(OSError):
                if file.stat().st_mtime < before.timestamp():
                    file.unlink()
    with converted(ledger.path):
        try:
            with contextlib.closing(sqlite3.connect(ledger.path, timeout=30)) as connection:
                connection.isolation_level = None
                connection.execute("VACUUM")
                return _emptied(connection)
        except sqlite3.Error as error:
            raise LedgerTrouble(rule_of(str(error)), place=str(ledger.path)) from error


def _emptied(connection: sqlite3.Connection) -> bool:
    """What stood in the file written ahead is gone, once nobody reads the pages of before."""
    for _ in range(_TRIES):
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return True
        time.sleep(_PAUSE)
    return False
