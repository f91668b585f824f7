"""The printers of an open account: the user's profiles, in the demo a folder until one is set up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inpost_desk import settings
from inpost_desk.domain.printer import Profile, Purpose, Reach, profile_for
from inpost_desk.errors import FileTrouble
from inpost_desk.paths import disk_rule
from inpost_desk.settings import Environment, Settings

if TYPE_CHECKING:
    from inpost_desk.actions.outlets import Commands, Outlets
    from inpost_desk.ledger.ledger import Ledger
    from inpost_desk.session import Session
    from inpost_desk.shipx.client import Client


def profiles_of(session: Session, known: Settings) -> tuple[Profile, ...]:
    """The printers there are, in the order in which they are asked whether they serve something."""
    if known.printers or session.account.environment != Environment.DEMO:
        return known.printers
    return (Profile.at(Reach.FOLDER, str(session.data_dir / "demo" / "labels")),)


def printer_of(session: Session, known: Settings) -> Profile | None:
    """The printer that locker labels go to, None while none is set up."""
    return profile_for(profiles_of(session, known), Purpose.LOCKERS)


def outlets_of(session: Session, known: Settings) -> Outlets:
    """The ways to them. Works on a lane. Raises `FileTrouble` for the demo's folder."""
    from inpost_desk.actions.outlets import Outlets

    profiles = profiles_of(session, known)
    if not known.printers:
        for one in profiles:
            _make(Path(one.address))
    return Outlets(
        profiles,
        _Slots(session.data_dir),
        commands=commands_with(session.ledger, session.client),
    )


def commands_with(ledger: Ledger, client: Client) -> Commands:
    """InPost's own ZPL or EPL, fetched where a printer wants them."""

    def fetch(profile: Profile, shipments: Sequence[int]) -> Mapping[int, bytes]:
        from inpost_desk.actions.label_formats import commands_of

        return commands_of(ledger, client, profile, shipments)

    return fetch


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(folder)) from error


@dataclass(frozen=True, slots=True)
class _Slots:
    """As they stand on disk: another process may have used a sheet a moment ago."""

    data_dir: Path

    def get(self, profile: str, usual: int, /) -> int:
        return settings.load(self.data_dir).settings.sheet_slots.get(profile, usual)

    def __setitem__(self, profile: str, slot: int, /) -> None:
        settings.keep_sheet_slot(self.data_dir, profile, slot)
