"""To another computer: one copy, after which this computer sends nothing any more, until a person says so."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from inpost_desk.actions.copying import Copied, back_up
from inpost_desk.actions.waiting import Stop
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import restored
from inpost_desk.ledger.condition import ledger_files
from inpost_desk.ledger.copies import others_have
from inpost_desk.ledger.ledger import Ledger


def move(
    data_dir: Path, folder: Path, *, copies: int, now: datetime, stop: Stop | None = None
) -> Copied:
    """As `back_up`; the ledgers here are marked before they are copied, so that nothing leaves in between.

    Where no copy comes about the mark goes again. Raises as `back_up`, and LedgerTrouble `in_use` where a
    window or command has a ledger open.
    """
    with _ledgers(data_dir) as ledgers:
        marked = [one for one in ledgers if not one.fact(restored.MOVED)]
        for one in marked:
            restored.move(one, now)
        copied: Copied | None = None
        try:
            copied = back_up(data_dir, folder, copies=copies, now=now, stop=stop, moved=True)
        finally:
            if copied is None or copied.stopped:
                for one in marked:
                    one.learn(restored.MOVED, "")
    return copied


def stay(data_dir: Path, *, now: datetime) -> tuple[str, ...]:
    """A person says that it goes on here after all: the accounts that had been moved.

    InPost is read before anything is sent, because the other computer may have bought meanwhile.
    """
    with _ledgers(data_dir) as ledgers:
        return tuple(one.folder.name for one in ledgers if restored.stay(one, now))


@contextmanager
def _ledgers(data_dir: Path) -> Iterator[list[Ledger]]:
    """Every ledger, opened here alone."""
    with contextlib.ExitStack() as doors:
        opened = []
        for path in ledger_files(data_dir):
            if others_have(path.parent):
                raise LedgerTrouble("in_use", place=str(path))
            opened.append(doors.enter_context(contextlib.closing(Ledger(path.parent))))
        yield opened
