"""What the user has decided: one JSON file in the data folder, shared by every process of ours.

It never holds a token (`tokens` does) and no state of a run (the ledger does). Keys this version does not
know stay in the file; a file that cannot be read is set aside, never overwritten.
"""

from __future__ import annotations

import contextlib
import math
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, urlsplit

import filelock
import msgspec

from inpost_desk.domain import proxy as proxies
from inpost_desk.domain.data_care import DataRules
from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.order import Person, Size
from inpost_desk.domain.order_shipment import PRESETS, Preset
from inpost_desk.domain.pickup import PickupRules
from inpost_desk.domain.printer import SLOTS, Profile, Purpose, Reach, profile_for
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.domain.shop_columns import ShopColumns
from inpost_desk.domain.station import ScannerRules, StationRules, WatchedFolder
from inpost_desk.domain.weekend_window import WeekendWindow
from inpost_desk.errors import FileTrouble
from inpost_desk.paths import PRIVATE_FILE, disk_rule
from inpost_desk.windows_files import put_in_place

FILE_NAME: Final = "settings.json"
LOCK_SECONDS: Final = 10.0
REPEATED: Final = ("lines", "parcels")
LOOKS: Final = ("", "light", "dark")
FILE_OFFERS: Final = ("", "cheapest", "ask")
LONGEST_PRESET_NAME: Final = 60
DIRECT: Final = proxies.DIRECT


class Environment(StrEnum):
    """Where parcels are bought. Only production costs money; the demo runs on this machine."""

    PRODUCTION = "production"
    SANDBOX = "sandbox"
    DEMO = "demo"


# The demo has no fixed address: its simulator takes a free port at each start.
API_URLS: Final = {
    Environment.PRODUCTION: "https://api-shipx-pl.easypack24.net",
    Environment.SANDBOX: "https://sandbox-api-shipx-pl.easypack24.net",
}


@dataclass(frozen=True, slots=True)
class Account:
    """An organisation the user may act for; `environment` is an `Environment` or a checked API address."""

    environment: str
    organization: OrganizationId
    name: str = ""

    @property
    def key(self) -> str:
        """The name of this account's token in the keyring."""
        return f"{self.environment}/{self.organization}"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything has a default.

    An empty `sending_method` must be asked for, an empty `language` follows the system. `repeated` says for
    each column layout (its digest) whether rows with the same reference are order `lines` or `parcels`.
    `columns` says for a layout that is not Manager Paczek's which heading holds which field. `account` is the
    key of the one the window opens, `look` light, dark or "" as the system has it. `courier_days` are the
    weekdays (Monday is 0) on which a courier comes by itself. `shipment_presets` are names, each with a draft
    of the wizard as JSON, which `domain.draft` reads. `file_offers` says how a file's offers are chosen: ""
    none are asked for, `cheapest`, or `ask` a person. `weekend_window` are the hours in which InPost takes
    Paczka w Weekend: always where it opens at the moment it closes. Of `printers` the first that serves a
    purpose gets it. `sheet_slots` says by the profile's id which place of the A4 sheet in it is the next free
    one, from 0. `proxy` is "" for the system's, DIRECT for none, or an address such as http://proxy.firma:8080.
    `hints` are the words shown on first use. Raises ValueError on figures nobody can use.
    """

    sending_method: str = ""
    sender: Person | None = None
    presets: dict[Size, Preset] = field(default_factory=lambda: dict(PRESETS))
    language: str = ""
    accounts: tuple[Account, ...] = ()
    repeated: dict[str, str] = field(default_factory=dict)
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    account: str = ""
    printers: tuple[Profile, ...] = ()
    sheet_slots: dict[str, int] = field(default_factory=dict)
    courier_days: tuple[int, ...] = ()
    look: str = ""
    file_offers: str = ""
    weekend_window: WeekendWindow = field(default_factory=WeekendWindow)
    shipment_presets: tuple[tuple[str, str], ...] = ()
    scanner: ScannerRules = field(default_factory=ScannerRules)
    station: StationRules = field(default_factory=StationRules)
    watched: WatchedFolder = field(default_factory=WatchedFolder)
    pickup: PickupRules = field(default_factory=PickupRules)
    notifications: ListenRules = field(default_factory=ListenRules)
    shop_columns: ShopColumns = field(default_factory=ShopColumns)
    data: DataRules = field(default_factory=DataRules)
    proxy: str = ""
    hints: bool = True
    requests_per_second: float = 3.0
    in_flight: int = 2

    def __post_init__(self) -> None:
        bad = next((name for name, good in self._judged() if not good), "")
        if bad:
            raise ValueError(bad)

    def _judged(self) -> Iterator[tuple[str, bool]]:
        pace = self.requests_per_second
        yield "requests_per_second", math.isfinite(pace) and pace > 0
        yield "in_flight", self.in_flight >= 1
        yield "repeated", set(self.repeated.values()) <= set(REPEATED)
        yield "presets", all(_usable(preset) for preset in self.presets.values())
        yield "look", self.look in LOOKS
        yield "courier_days", set(self.courier_days) <= set(range(7))
        yield "file_offers", self.file_offers in FILE_OFFERS
        yield "weekend_window", self.weekend_window.possible
        yield "shipment_presets", _well_named([name for name, _ in self.shipment_presets])
        yield "printers", len({one.id for one in self.printers}) == len(self.printers)
        yield "sheet_slots", all(0 <= one < SLOTS for one in self.sheet_slots.values())
        # One with a password is refused, too: here it would lie on the disk.
        yield "proxy", proxies.is_proxy(self.proxy)

    @property
    def printer(self) -> Profile | None:
        """The one that locker labels, which nearly all are, go to."""
        return profile_for(self.printers, Purpose.LOCKERS)


@dataclass(frozen=True, slots=True)
class Loaded:
    """`damaged` is where an unreadable file was put; then `settings` are the defaults."""

    settings: Settings
    damaged: Path | None = None


def load(data_dir: Path) -> Loaded:
    """The settings as they stand. Raises `FileTrouble` (`unreadable`, `read_only`, `disk_full`, `locked`)."""
    with _locked(data_dir):
        _, loaded = _read(data_dir)
    return loaded


def change(data_dir: Path, **changes: object) -> Settings:
    """Puts new values in the place of the named fields and leaves every other key of the file alone.

    Raises TypeError for a name that is no field, ValueError for a value that does not fit, and
    `FileTrouble` as `load` does.
    """
    return _rewrite(data_dir, lambda _: changes)


def add_account(data_dir: Path, account: Account) -> Settings:
    """Adds an account, or replaces the one with the same key in its place."""

    def added(settings: Settings) -> Mapping[str, object]:
        listed = {one.key: one for one in settings.accounts}
        return {"accounts": tuple((listed | {account.key: account}).values())}

    return _rewrite(data_dir, added)


def remove_account(data_dir: Path, key: str) -> Settings:
    """Forgets the account with this `Account.key`; its token is the business of `tokens.remove`."""
    return _rewrite(
        data_dir,
        lambda settings: {"accounts": tuple(one for one in settings.accounts if one.key != key)},
    )


def keep_sheet_slot(data_dir: Path, profile: str, slot: int) -> Settings:
    """Keeps which place of the A4 sheet in this printer is the next free one."""
    return _rewrite(
        data_dir, lambda settings: {"sheet_slots": {**settings.sheet_slots, profile: slot}}
    )


def remember_repeated(data_dir: Path, layout: str, meaning: str) -> Settings:
    """Keeps what repeated references mean (`lines` or `parcels`) in files with this column layout."""
    return _rewrite(data_dir, lambda settings: {"repeated": {**settings.repeated, layout: meaning}})


def damaged_files(data_dir: Path) -> list[Path]:
    """The settings files that were set aside, oldest first."""
    return sorted(data_dir.glob(f"{FILE_NAME}.damaged-*"))


def checked_api_url(url: str) -> str:
    """`url` without a closing slash, if tokens may be sent there: https, or http to this machine.

    Raises `FileTrouble` with the rule `api_url_not_valid` or `api_url_not_secure`.
    """
    try:
        parts = urlsplit(url)
        well_formed = bool(parts.hostname) and parts.port != 0
    except ValueError:
        well_formed = False
    # Parsers differ about backslashes, blanks and user names: such an address may lead elsewhere.
    odd = not url.isascii() or not url.isprintable() or bool(set(url) & set(" \\@?#"))
    if not well_formed or odd:
        # Without what may be a password or a token.
        plain = url.rpartition("@")[2].partition("?")[0].partition("#")[0]
        raise FileTrouble("api_url_not_valid", place=plain)
    if not (parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts))):
        raise FileTrouble("api_url_not_secure", place=url)
    return url.rstrip("/")


def _is_loopback(parts: SplitResult) -> bool:
    if parts.hostname == "localhost":
        return True
    try:
        return ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False


def _usable(preset: Preset) -> bool:
    sides = (preset.dimensions.length, preset.dimensions.width, preset.dimensions.height)
    return min(sides) > 0 and preset.weight.is_finite() and preset.weight > Decimal(0)


def _well_named(names: Sequence[str]) -> bool:
    """Each name is one by which a person finds the right preset."""
    good = all(one == one.strip() and 0 < len(one) <= LONGEST_PRESET_NAME for one in names)
    return good and len(set(names)) == len(names)


def _rewrite(data_dir: Path, revision: Callable[[Settings], Mapping[str, object]]) -> Settings:
    """Reads, revises and writes under one lock, so that no process undoes what another has just changed."""
    with _locked(data_dir):
        raw, loaded = _read(data_dir)
        changes = revision(loaded.settings)
        if unknown := changes.keys() - {one.name for one in fields(Settings)}:
            raise TypeError(f"no such setting: {', '.join(sorted(unknown))}")
        raw.update(msgspec.to_builtins(dict(changes), str_keys=True))
        try:
            settings = _settings_of(raw)
        except msgspec.ValidationError as error:
            raise ValueError(", ".join(sorted(changes))) from error
        _write(data_dir / FILE_NAME, raw)
    return settings


def _read(data_dir: Path) -> tuple[dict[str, object], Loaded]:
    """The keys of the file as they stand there, and their meaning. Only under the lock."""
    file = data_dir / FILE_NAME
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return {}, Loaded(Settings())
    except OSError as error:
        raise FileTrouble("unreadable", place=str(file)) from error
    try:
        raw = msgspec.json.decode(content, type=dict[str, object])
        return raw, Loaded(_settings_of(raw))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}, Loaded(Settings(), damaged=_set_aside(file))


def _settings_of(raw: Mapping[str, object]) -> Settings:
    known = {one.name: raw[one.name] for one in fields(Settings) if one.name in raw}
    known.setdefault("printers", _printer_of_old(raw.get("printer")))
    settings = msgspec.convert(known, Settings)
    # A size that came with a newer version has a preset too.
    return replace(settings, presets={**PRESETS, **settings.presets})


def _printer_of_old(one: object) -> list[Profile]:
    """The printer as earlier versions kept it: one, by its kind and its name."""
    match one:
        case {"kind": "cups" | "folder" as kind, "name": str(name)} if name:
            return [Profile.at(Reach(kind), name)]
        case _:
            return []


def _set_aside(file: Path) -> Path:
    aside = file.with_name(f"{file.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S.%f}")
    with _disk_trouble(file):
        file.replace(aside)
    return aside


def _write(file: Path, raw: Mapping[str, object]) -> None:
    """All or nothing: a power cut leaves the old file or the new one."""
    content = msgspec.json.format(msgspec.json.encode(raw), indent=2) + b"\n"
    with _disk_trouble(file):
        handle, name = tempfile.mkstemp(prefix=f"{file.name}.", suffix=".new", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            put_in_place(Path(name), file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _keep_folder(file.parent)


def _keep_folder(folder: Path) -> None:
    """The new name must survive a power cut too; Windows cannot open a folder and needs no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _locked(data_dir: Path) -> Iterator[None]:
    """One process or thread at a time, readers too: Windows cannot replace a file that is being read."""
    file = data_dir / f"{FILE_NAME}.lock"
    lock = filelock.FileLock(file, timeout=LOCK_SECONDS, mode=PRIVATE_FILE)
    with _disk_trouble(file):
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise FileTrouble("locked", place=str(file)) from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _disk_trouble(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(file)) from error
