"""A copy takes the place of what is here: after a crash on the same computer, or to go on with it on another.

The ledger that was here is set aside, never deleted. Before anything is sent InPost is read (`restored`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import zlib
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from inpost_desk.actions.copies import (
    LABELS,
    SETTINGS,
    AccountCopy,
    CopyFound,
    digest_of,
    look_into,
)
from inpost_desk.domain.data_care import DataRules
from inpost_desk.errors import FileTrouble, LedgerTrouble
from inpost_desk.labels.store import LabelStore, file_trouble
from inpost_desk.ledger import copies
from inpost_desk.ledger.condition import looked_into
from inpost_desk.paths import private_file

_AT_ONCE: Final = 200
_LONG_AGO: Final = timedelta(days=1)
_USUAL_RULES: Final = asdict(DataRules())


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place: ledgers by the names of their folders, from which day.

    `set_aside` are the ledgers that were here. `labels` were copied, `labels_missing` are in no copy.
    `settings`: whether they came from the copy, because no account was set up here; `printers` are then
    theirs, where none were set up here.
    """

    day: str
    accounts: tuple[str, ...]
    set_aside: tuple[Path, ...] = ()
    labels: int = 0
    labels_missing: int = 0
    settings: bool = False
    printers: tuple[str, ...] = field(default=())


def restore(
    data_dir: Path, folder: Path, *, account: str = "", day: str = "", now: datetime
) -> Restored:
    """Put the copy of that day (the newest) in place, of one account (all). `now` is this machine's clock.

    Raises FileTrouble as `look_into`, `copy_damaged` and `no_such_account`; LedgerTrouble `newer`, `damaged`,
    `in_use` where a window or command has the ledger open, `disk_full` … Each account is put in place whole
    or not at all; all are looked at before the first one is.
    """
    found = look_into(folder, day=day)
    chosen = _chosen(found, account)
    for wrong in found.problems:
        if wrong.place in {one.name for one in chosen}:
            _refuse(wrong.rule, found.place / wrong.place)
    done = [_account(data_dir, found, one, now=now) for one in chosen]
    own = _read(data_dir / SETTINGS)
    settings = not account and _settings(data_dir, found.place / SETTINGS, own)
    return Restored(
        day=found.day,
        accounts=tuple(one.name for one in chosen),
        set_aside=tuple(aside for aside, _, _ in done if aside is not None),
        labels=sum(labels for _, labels, _ in done),
        labels_missing=sum(missing for _, _, missing in done),
        settings=settings,
        printers=() if not settings or (own and own.get("printers")) else _printers(data_dir),
    )


def _chosen(found: CopyFound, account: str) -> list[AccountCopy]:
    chosen = [
        one
        for one in found.accounts
        if not account or one.name == account or one.name.endswith(f"-{account}")
    ]
    if not chosen:
        raise FileTrouble("no_such_account", place=str(found.place), detail=account)
    return chosen


def _refuse(rule: str, place: Path) -> None:
    if rule == "newer":
        raise LedgerTrouble("newer", place=str(place))
    raise FileTrouble("copy_damaged", place=str(place))


def _account(
    data_dir: Path, found: CopyFound, one: AccountCopy, *, now: datetime
) -> tuple[Path | None, int, int]:
    """Where the ledger is that was there, labels copied, labels missing."""
    folder = data_dir / "ledgers" / one.name
    with copies.nobody_else(folder):
        # What was under way when it was moved stands in the copy; else nobody knows what was asked for since.
        moved = found.moved and copies.never_sent(folder)
        quiet = found.made_at - _LONG_AGO if moved else copies.quiet_since(folder, now)
        unpacking = copies.fresh_folder(folder)
        try:
            unpacked = unpacking / copies.FILE
            _unpack(found.place / one.file, unpacked)
            copies.prepare(unpacked, copied_at=found.made_at, quiet_since=quiet)
            labels, missing = _labels(
                unpacked, found.place.parent / LABELS / one.name, folder / LABELS
            )
            return copies.put_in_place(unpacked, folder, now=now), labels, missing
        finally:
            copies.clear(unpacking)


def _unpack(packed: Path, target: Path) -> None:
    try:
        private_file(target)
        with gzip.open(packed, "rb") as source, target.open("wb") as plain:
            shutil.copyfileobj(source, plain, 1 << 20)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FileTrouble("copy_damaged", place=str(packed)) from error
    except OSError as error:
        raise file_trouble(error, target.parent) from error


def _labels(unpacked: Path, source: Path, target: Path) -> tuple[int, int]:
    """Label files that are not here are taken from the copy, each only as it was stored."""
    with looked_into(unpacked) as connection:
        listed = copies.in_ledger(connection).labels
    store = LabelStore(target)
    waiting: list[tuple[str, bytes]] = []
    copied = missing = 0
    for file, size, sha256 in listed:
        place = store.path(file)
        if place.is_file() and place.stat().st_size == size and digest_of(place) == sha256:
            continue
        try:
            content = (source / file).read_bytes()
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() != sha256:
            missing += 1
            continue
        waiting.append((file, content))
        if len(waiting) == _AT_ONCE:
            copied += len(store.save_all(waiting))
            waiting.clear()
    return copied + len(store.save_all(waiting)), missing


def _settings(data_dir: Path, copied: Path, own: dict[str, Any] | None) -> bool:
    """Only where nobody has set up an account here yet; what is this computer's own stays."""
    here = data_dir / SETTINGS
    kept = _read(copied)
    if not kept or own is None or own.get("accounts"):
        return False
    try:
        beside = here.with_name(f"{SETTINGS}.restored")
        private_file(beside)
        content = json.dumps(_joined(kept, own), indent=2, ensure_ascii=False)
        beside.write_bytes(content.encode())
        beside.replace(here)
    except OSError as error:
        raise file_trouble(error, here) from error
    return True


def _joined(kept: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The copy's settings with what was chosen on this computer about its copies, and its printers."""
    chosen = {
        name: value
        for name, value in (own.get("data") or {}).items()
        if value != _USUAL_RULES.get(name)
    }
    printers = ("printers", "sheet_slots") if own.get("printers") else ()
    return {
        **kept,
        "data": {**(kept.get("data") or {}), **chosen},
        **{name: own[name] for name in printers if name in own},
    }


def _read(file: Path) -> dict[str, Any] | None:
    """{} where there is no such file, None where it cannot be understood."""
    try:
        raw = json.loads(file.read_bytes()) if file.is_file() else {}
    except ValueError:
        return None
    except OSError as error:
        raise file_trouble(error, file) from error
    return raw if isinstance(raw, dict) else None


def _printers(data_dir: Path) -> tuple[str, ...]:
    """The printers that the settings name: whether they are here a person has to look."""
    try:
        listed = (_read(data_dir / SETTINGS) or {}).get("printers", [])
        return tuple(str(one.get("address") or one.get("name") or "") for one in listed)
    except AttributeError:
        return ()
