"""A ledger's file as a copy: made while others work in it, looked into, put in the place of another.

Where copies lie and what else is in them is the business of `actions.copies`.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import restored
from inpost_desk.ledger.condition import condition, looked_into
from inpost_desk.ledger.journal import LEASE
from inpost_desk.ledger.ledger import HALF_RESTORED, Ledger, converted, copy_to, rule_of
from inpost_desk.ledger.owner import Owner, alone, is_being_replaced
from inpost_desk.paths import private_file, private_folder

FILE: Final = "ledger.sqlite"
ASIDE: Final = "ledger.set-aside-"
_BESIDE: Final = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class InLedger:
    """What is in a ledger's file: the version of its tables, InPost's shipments, label files (name, size,
    digest)."""

    version: str
    shipments: int
    labels: tuple[tuple[str, int, str], ...]


def sound_copy(path: Path, target: Path) -> InLedger:
    """SQLite's own copy of a ledger, and what is in it.

    Raises LedgerTrouble; `damaged` where the copy would not be sound, so that it drives no good one away.
    """
    # Its name keeps anybody from putting another ledger there meanwhile.
    owner = Owner(path.parent / "owners")
    with converted(path), contextlib.closing(owner):
        if is_being_replaced(path.parent):
            raise LedgerTrouble("busy", place=str(path))
        try:
            copy_to(path, target)
            with looked_into(target) as connection:
                if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise LedgerTrouble("damaged", place=str(path))
                return in_ledger(connection)
        except sqlite3.Error as error:
            raise LedgerTrouble(rule_of(str(error)), place=str(path)) from error


def in_ledger(connection: sqlite3.Connection) -> InLedger:
    """Of a connection of SQLite's own. Raises `sqlite3.Error`."""
    version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    made = connection.execute(
        "SELECT count(*) FROM shipments WHERE shipx_id IS NOT NULL"
    ).fetchone()
    files = connection.execute(
        "SELECT file, size, sha256 FROM labels WHERE file != '' ORDER BY file"
    )
    return InLedger(str(version[0]), int(made[0]), tuple(files.fetchall()))


@contextmanager
def nobody_else(folder: Path) -> Iterator[None]:
    """While this lasts no process opens the ledger in that folder. Raises LedgerTrouble `in_use`."""
    with alone(folder) as free:
        if not free:
            raise LedgerTrouble("in_use", place=str(folder / FILE))
        yield


def prepare(unpacked: Path, *, copied_at: datetime, quiet_since: datetime) -> None:
    """Bring a copy up to date and mark it as restored, before it stands where anybody could use it.

    `unpacked` lies in a folder of its own. Raises LedgerTrouble `damaged`, `newer` and what opening raises.
    """
    wrong = condition(unpacked)
    if wrong:
        raise LedgerTrouble(wrong, place=str(unpacked))
    ledger = Ledger(unpacked.parent)
    try:
        restored.mark(ledger, copied_at=copied_at, quiet_since=quiet_since)
    finally:
        ledger.close()


def quiet_since(folder: Path, now: datetime) -> datetime:
    """Since when the ledger that stands there can have had nothing sent: `now` where none does.

    What is sent is noted in it first, and leaves before its lease ends.
    """
    times = [one.stat().st_mtime for one in _files(folder / FILE) if one.exists()]
    if not times:
        return now
    return min(now, datetime.fromtimestamp(max(times), tz=now.tzinfo) + LEASE)


def never_sent(folder: Path) -> bool:
    """Whether nothing was ever asked for by the ledger in that folder; also where there is none."""
    path = folder / FILE
    if not path.exists():
        return not (folder / HALF_RESTORED).exists()
    try:
        with looked_into(path) as connection:
            asked = "SELECT 1 FROM steps UNION ALL SELECT 1 FROM pickups LIMIT 1"
            return connection.execute(asked).fetchone() is None
    except sqlite3.Error:
        return False


def put_in_place(unpacked: Path, folder: Path, *, now: datetime) -> Path | None:
    """A prepared ledger takes the place of the one in that folder; where that one is now, None for none.

    Only while `nobody_else`. Cut short, the folder is refused (`half_restored`) until it is done again.
    """
    path = folder / FILE
    half = folder / HALF_RESTORED
    with converted(path):
        aside = _aside(half, now=now)
        # The ledger itself last: what is written ahead belongs to it.
        for name in (*_BESIDE, ""):
            old = path.with_name(path.name + name)
            if old.exists():
                old.replace(aside.with_name(aside.name + name))
        unpacked.replace(path)
        half.unlink()
    return aside if aside.exists() else None


def _aside(half: Path, *, now: datetime) -> Path:
    """Where the ledger goes that was here: a free name, or that of a restore that was cut half-way there.

    From now on the folder is refused; on a full disk it is as it was.
    """
    begun = half.read_text("utf-8") if half.exists() else ""
    if begun.startswith(ASIDE) and not half.with_name(begun).exists():
        return half.with_name(begun)
    number = 0
    while (aside := half.with_name(f"{ASIDE}{now:%Y%m%dT%H%M%S}-{number}.sqlite")).exists():
        number += 1
    beside = half.with_name(f"{half.name}.part")
    private_file(beside)
    beside.write_text(aside.name, "utf-8")
    beside.replace(half)
    return aside


def clear(folder: Path) -> None:
    """Remove a folder in which a copy was unpacked."""
    with contextlib.suppress(OSError):
        shutil.rmtree(folder)


def fresh_folder(folder: Path) -> Path:
    """An empty folder inside for unpacking. Raises LedgerTrouble."""
    place = folder / "restoring"
    clear(place)
    with converted(folder):
        private_folder(place)
    return place


def _files(path: Path) -> list[Path]:
    return [path.with_name(path.name + name) for name in ("", *_BESIDE)]


def others_have(folder: Path) -> bool:
    """Whether a window or command has the ledger in that folder open now."""
    with alone(folder) as free:
        return not free
