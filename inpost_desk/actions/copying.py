"""A day's copy of everything a warehouse cannot do without, in a folder somebody chose.

Each account's ledger as SQLite copies it, new label files, the settings (tokens are in none of them). Written
beside and renamed: whatever is cut, fills up or vanishes, the copies made before stay usable.
"""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import logging
import os
import platform
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import msgspec
from filelock import FileLock, Timeout

from inpost_desk.actions.copies import (
    DAY,
    LABELS,
    MANIFEST,
    SETTINGS,
    AccountCopy,
    Manifest,
    days_in,
    digest_of,
    home_of,
    number_of,
    read_manifest,
)
from inpost_desk.actions.waiting import Stop
from inpost_desk.errors import FileTrouble, LedgerTrouble
from inpost_desk.labels.store import file_trouble
from inpost_desk.ledger.condition import ledger_files
from inpost_desk.ledger.copies import InLedger, sound_copy
from inpost_desk.ledger.ledger import HALF_RESTORED
from inpost_desk.paths import PRIVATE_FILE, PRIVATE_FOLDER, private_file
from inpost_desk.whole_file import keep_names

log = logging.getLogger(__name__)

_WARSAW: Final = ZoneInfo("Europe/Warsaw")
# Four fifths smaller already, and as quick as most sticks write.
_PACKING: Final = 1
_PIECE: Final = 1 << 20
PART: Final = ".part"
BEFORE: Final = ".before"


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy came to: ledgers, label files that were new, and bytes written.

    `missing` label files are in a ledger and not on the disk, or not what was stored. With `stopped` there is
    no copy of this day yet; the label files stay, so that the next one has less to do.
    """

    accounts: int
    labels: int
    bytes: int
    missing: int = 0
    stopped: bool = False


def copy_due(data_dir: Path, folder: Path, *, now: datetime) -> bool:
    """Whether there is no copy of this day yet. Also where the folder is away: `back_up` says so in words."""
    return not (home_of(data_dir, folder) / _day(now) / MANIFEST).is_file()


def back_up(
    data_dir: Path,
    folder: Path,
    *,
    copies: int,
    now: datetime,
    stop: Stop | None = None,
    moved: bool = False,
) -> Copied:
    """Copy everything as it is now; of this day's copies the newest stays, and `copies` days in all.

    Raises FileTrouble `missing` (the folder is away), `disk_full`, `read_only`, `copying` (somebody is at
    it), `unusable`, and LedgerTrouble, with which every older copy is as it was.
    """
    if not folder.is_dir():
        # A stick that is not plugged in: making its folder would fill the wrong disk.
        raise FileTrouble("missing", place=str(folder))
    if folder.resolve().is_relative_to(data_dir.resolve()):
        # What takes the data takes the copies along.
        raise FileTrouble("own_folder", place=str(folder))
    with _alone(data_dir):
        try:
            return _Copy(data_dir, home_of(data_dir, folder), now, stop or Stop(), moved).make(
                copies
            )
        except OSError as error:
            raise file_trouble(error, folder) from error


@contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """One process at a time. Not on the share or stick, where locks cannot be trusted: the place is this
    computer's and this data folder's alone."""
    lock = FileLock(data_dir / "copying.lock", mode=PRIVATE_FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise FileTrouble("copying", place=str(data_dir)) from error
    try:
        yield
    finally:
        lock.release()


@dataclass(slots=True)
class _Copy:
    """One copy under way."""

    data_dir: Path
    home: Path
    now: datetime
    stop: Stop
    moved: bool
    labels: int = 0
    bytes: int = 0
    missing: int = 0

    def make(self, copies: int) -> Copied:
        # The folder above may be shared with other computers.
        self.home.parent.mkdir(exist_ok=True)
        self.home.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        _clear_up(self.home)
        for half in (self.data_dir / "ledgers").glob(f"*/{HALF_RESTORED}"):
            # What was written ahead may be set aside already: the copies of before are better.
            raise LedgerTrouble("half_restored", place=str(half.parent))
        part = _beside(self.home, _day(self.now), PART)
        part.mkdir(mode=PRIVATE_FOLDER)
        try:
            accounts = [self._account(path, part) for path in ledger_files(self.data_dir)]
            if not self.stop.asked:
                self._finish(part, accounts)
                _drop_old(self.home, copies)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        return Copied(len(accounts), self.labels, self.bytes, self.missing, self.stop.asked)

    def _account(self, path: Path, part: Path) -> AccountCopy:
        name = path.parent.name
        passing = path.with_name(f".copying-{secrets.token_hex(4)}.sqlite")
        try:
            inside = sound_copy(path, passing)
            digest, size = _pack(passing, part / f"{name}.sqlite.gz")
        finally:
            for one in path.parent.glob(f"{passing.name}*"):
                one.unlink(missing_ok=True)
        self.bytes += size
        self._labels(path.parent / LABELS, self.home / LABELS / name, inside)
        listed = "".join(f"{file}\n" for file, _, _ in inside.labels)
        _write(part / f"{name}.labels.gz", gzip.compress(listed.encode(), _PACKING))
        return AccountCopy(
            name=name,
            file=f"{name}.sqlite.gz",
            sha256=digest,
            size=size,
            version=inside.version,
            shipments=inside.shipments,
            labels=len(inside.labels),
        )

    def _labels(self, source: Path, target: Path, inside: InLedger) -> None:
        """Those that are not there yet. One that is missing or damaged here keeps nothing else from it."""
        there = _sizes(target)
        folders = set()
        for file, size, sha256 in inside.labels:
            if self.stop.asked:
                return
            if there.get(file) == size:
                continue
            content = _read(source / file)
            if content is None or hashlib.sha256(content).hexdigest() != sha256:
                self.missing += 1
                continue
            place = target / file
            place.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            folders.add(place.parent)
            _write(place, content)
            self.labels += 1
            self.bytes += len(content)
        for folder in folders:
            keep_names(folder)

    def _finish(self, part: Path, accounts: Sequence[AccountCopy]) -> None:
        """The manifest last; then the day's folder stands in its place in one step."""
        _refuse_fewer(self.home, _day(self.now), accounts)
        kept = _settings(self.data_dir / SETTINGS)
        if kept:
            _write(part / SETTINGS, kept)
        manifest = Manifest(
            day=_day(self.now),
            made_at=self.now,
            computer=platform.node(),
            accounts=tuple(accounts),
            moved=self.moved,
            number=1 + max(map(number_of, days_in(self.home)), default=0),
            settings_sha256=hashlib.sha256(kept).hexdigest() if kept else "",
        )
        _write(part / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=2))
        keep_names(part)
        place = self.home / _day(self.now)
        if place.exists():
            # The earlier copy of this day; the next copy finds it again if we are cut here.
            before = _beside(self.home, place.name, BEFORE)
            place.rename(before)
            try:
                part.rename(place)
            except OSError:
                before.rename(place)
                raise
            shutil.rmtree(before, ignore_errors=True)
        else:
            part.rename(place)
        keep_names(self.home)


def _refuse_fewer(home: Path, day: str, accounts: Sequence[AccountCopy]) -> None:
    """Where the data was lost, what is begun anew must not take the place of the copy that has it all.

    A ledger's shipments never become fewer; receivers that are deleted leave theirs.
    """
    here = {one.name: one.shipments for one in accounts}
    for place in [home / day] if here else days_in(home)[-1:]:
        for one in _accounts_in(place):
            if here.get(one.name, -1) < one.shipments:
                raise FileTrouble("fewer_than_copied", place=str(place), detail=one.name)


def _accounts_in(place: Path) -> tuple[AccountCopy, ...]:
    """None where there is no such copy, or none that can be read."""
    try:
        return read_manifest(place).accounts
    except FileTrouble:
        return ()


def _clear_up(home: Path) -> None:
    """What a copy left that was cut; the earlier one of its day comes back where nothing took its place."""
    for one in sorted(home.glob(f".*{BEFORE}")):
        place = home / one.name.split(".")[1]
        if not place.exists() and (one / MANIFEST).is_file():
            one.rename(place)
    for suffix in (PART, BEFORE):
        for one in home.glob(f".*{suffix}"):
            shutil.rmtree(one, ignore_errors=True)


def _beside(home: Path, day: str, suffix: str) -> Path:
    return home / f".{day}.{secrets.token_hex(4)}{suffix}"


def drop_older(data_dir: Path, folder: Path, *, before: datetime) -> int:
    """Remove copies from before that day, but for the newest one; how many. Raises FileTrouble."""
    home = home_of(data_dir, folder)
    try:
        days = [one for one in days_in(home)[:-1] if one.name < _day(before)]
        for one in days:
            _remove(one)
        if days:
            _drop_labels(home)
    except OSError as error:
        raise file_trouble(error, folder) from error
    return len(days)


def _drop_old(home: Path, copies: int) -> None:
    old = days_in(home)[:-copies]
    for one in old:
        _remove(one)
    if old:
        _drop_labels(home)


def _remove(day: Path) -> None:
    """Renamed first: half of a copy must not look like one."""
    gone = _beside(day.parent, day.name, PART)
    day.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _drop_labels(home: Path) -> None:
    """Label files that no copy names any more: their receivers were deleted here since."""
    for folder in (home / LABELS).iterdir() if (home / LABELS).is_dir() else ():
        named: set[str] = set()
        for day in days_in(home):
            listed = day / f"{folder.name}.labels.gz"
            if listed.is_file():
                named.update(gzip.decompress(listed.read_bytes()).decode().split("\n"))
        for file in _sizes(folder):
            if file not in named:
                with suppress(OSError):
                    (folder / file).unlink()


def _settings(file: Path) -> bytes:
    """The settings without the place of the copies, which another computer has not; b"" for none."""
    content = _read(file)
    if content is None:
        return b""
    try:
        raw = json.loads(content)
    except ValueError:
        return b""
    if not isinstance(raw, dict):
        return b""
    if isinstance(raw.get("data"), dict):
        raw["data"] = {**raw["data"], "backup_folder": ""}
    return json.dumps(raw, indent=2, ensure_ascii=False).encode()


def _pack(source: Path, target: Path) -> tuple[str, int]:
    """The digest and the size of what was written; it is on the disk then, and can be unpacked again."""
    wanted = digest_of(source)
    private_file(target)
    with source.open("rb") as plain, target.open("wb") as file:
        with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=_PACKING, mtime=0) as packed:
            shutil.copyfileobj(plain, packed, _PIECE)
        file.flush()
        os.fsync(file.fileno())
    got = hashlib.sha256()
    with gzip.open(target, "rb") as unpacked:
        while piece := unpacked.read(_PIECE):
            got.update(piece)
    if got.hexdigest() != wanted:
        raise OSError(errno.EIO, "not what was written", str(target))
    return digest_of(target), target.stat().st_size


def _write(place: Path, content: bytes) -> None:
    beside = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        private_file(beside)
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _sizes(folder: Path) -> dict[str, int]:
    """The files in it with their sizes, by their names as ledgers have them."""
    found: dict[str, int] = {}
    for where, _, names in os.walk(folder):
        inside = Path(where).relative_to(folder)
        for name in names:
            with suppress(OSError):
                found[(inside / name).as_posix()] = (Path(where) / name).stat().st_size
    return found


def _day(now: datetime) -> str:
    """As a calendar in Poland has it."""
    day = now.astimezone(_WARSAW).strftime("%Y-%m-%d")
    assert DAY.fullmatch(day)
    return day
