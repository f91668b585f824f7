"""A ledger looked at from outside, read only: whether it can be used, and how much stands in it.

For the doctor and the support bundle: it is not brought up to date here, and nothing personal is read.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from inpost_desk.ledger.ledger import HALF_RESTORED, KNOWN, rule_of
from inpost_desk.ledger.restored import FROM, MOVED

SECONDS: Final = 5.0
_HEARD: Final = (
    "SELECT max(made_at) FROM shipments WHERE shipx_id IS NOT NULL"
    " UNION ALL SELECT max(status_at) FROM shipments"
    # By `settle.MIRRORED`: the whole list was read then, by InPost's clock.
    " UNION ALL SELECT value FROM facts WHERE name = 'mirrored until'"
)


_BARS: Final = "SELECT name, value FROM facts WHERE value != '' AND name IN (?, ?)"


def ledger_files(data_dir: Path) -> list[Path]:
    """The ledgers of all accounts in a data folder."""
    return sorted((data_dir / "ledgers").glob("*/ledger.sqlite"))


def half_restored(data_dir: Path) -> list[Path]:
    """The ledgers that were being put in place when that was cut short; they may be missing."""
    marks = (data_dir / "ledgers").glob(f"*/{HALF_RESTORED}")
    return sorted(one.with_name("ledger.sqlite") for one in marks)


def heard_at(path: Path) -> datetime | None:
    """The newest time of InPost's own in a ledger; None where there is none or it cannot be read."""
    try:
        with looked_into(path) as connection:
            times = [str(one[0]) for one in connection.execute(_HEARD) if one[0]]
    except sqlite3.Error:
        return None
    read = (datetime.fromisoformat(one) for one in times)
    return max((one if one.tzinfo else one.replace(tzinfo=UTC) for one in read), default=None)


def condition(path: Path) -> str:
    """ "" where it can be used, else the rule of a `LedgerTrouble`: `newer`, `damaged`, `busy`, `read_only` …

    Reads the whole file: about a second for 300 MB.
    """
    try:
        with looked_into(path) as connection:
            if _version(connection) not in (*KNOWN, ""):
                return "newer"
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            return "" if sound else "damaged"
    except sqlite3.Error as error:
        return rule_of(str(error))


def shut(path: Path) -> tuple[str, str]:
    """Why nothing is sent by a ledger that can be used, and since which day; ("", "") where it may be.

    The rule of a `LedgerTrouble`: `half_restored`, `moved`, `restored`.
    """
    if (path.parent / HALF_RESTORED).exists():
        return "half_restored", ""
    try:
        with looked_into(path) as connection:
            bars = dict(connection.execute(_BARS, (MOVED, FROM)).fetchall())
    except sqlite3.Error:
        # What is wrong with it is found by `condition`.
        return "", ""
    if MOVED in bars:
        return "moved", bars[MOVED][:10]
    return ("restored", bars[FROM][:10]) if FROM in bars else ("", "")


@contextmanager
def looked_into(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. Raises `sqlite3.Error`."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(address, uri=True, timeout=SECONDS)) as connection:
        yield connection


def _version(connection: sqlite3.Connection) -> str:
    """ "" for a ledger that is just being made."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if connection.execute(query).fetchone() is None:
        return ""
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found[0]) if found else ""
