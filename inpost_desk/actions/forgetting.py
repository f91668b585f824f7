"""Deleting receivers and labels after the days the user chose; what was sent under which name is still known.

Nothing is deleted of a parcel that is under way, unsure, unpaid, held back or waiting for a courier. Result
files and labels that were saved elsewhere are the user's own and stay.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from inpost_desk.actions.waiting import Stop
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import forgotten, left_over
from inpost_desk.ledger.condition import heard_at, ledger_files
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.restored import marked

log = logging.getLogger(__name__)

LABEL_FOLDER: Final = "labels"
_SLACK: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many orders and shipments lost their receivers, and label files that went.

    `wiped`: nothing of them can be read in the ledger's file either; else that is done the next time.
    """

    orders: int
    shipments: int
    labels: int
    wiped: bool = True


def surely_now(data_dir: Path, now: datetime) -> datetime:
    """This machine's clock, but no more than a day after InPost was last heard of in any ledger.

    A clock that is a year ahead for an hour must not delete everything.
    """
    heard = [one for file in ledger_files(data_dir) if (one := heard_at(file)) is not None]
    return min(now, max(heard) + _SLACK) if heard else now


def would_forget(ledger: Ledger, *, before: datetime) -> Forgotten:
    """What `forget` would delete now."""
    if marked(ledger) is not None:
        return Forgotten(0, 0, 0)
    with ledger.read() as connection:
        some = forgotten.units(connection, before=before)
        files = forgotten.label_files(connection, some)
    return Forgotten(
        sum(len(one.orders) for one in some), sum(len(one.shipments) for one in some), len(files)
    )


def forget(ledger: Ledger, *, before: datetime, stop: Stop | None = None) -> Forgotten:
    """Delete the receivers and labels of parcels made before that time, as far as nothing keeps them.

    Done again it deletes nothing more. After a restore it waits until InPost was read: a parcel that was not
    sent yet by the copy may have been. Raises LedgerTrouble.
    """
    if marked(ledger) is not None:
        return Forgotten(0, 0, 0)
    stop, now = stop or Stop(), local_now()
    store = LabelStore(ledger.folder / LABEL_FOLDER)
    with ledger.read() as connection:
        some = forgotten.units(connection, before=before)
    total = (0, 0, 0)
    for start in range(0, len(some), forgotten.AT_ONCE):
        if stop.asked:
            break
        part = some[start : start + forgotten.AT_ONCE]
        done = forgotten.forget(
            ledger, part, before=before, now=now, remove=lambda files: _remove(store, files)
        )
        total = (total[0] + done[0], total[1] + done[1], total[2] + done[2])
    left_over.forget_rest(ledger, before=before)
    wiped = left_over.wipe(ledger, before=before)
    log.info("receivers deleted: %d orders, %d shipments, %d labels", *total)
    return Forgotten(*total, wiped=wiped)


def _remove(store: LabelStore, files: Sequence[str]) -> None:
    folders: set[Path] = set()
    for name in files:
        place = store.path(name)
        place.unlink(missing_ok=True)
        folders.add(place.parent)
    for folder in folders:
        # Only where the month is empty now.
        with suppress(OSError):
            folder.rmdir()
