"""A printer's profile from what was typed: new from what its queue reports, or one that is changed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, Final

from inpost_desk.cli.arguments_printers import AS_SET
from inpost_desk.domain.printer import (
    A6,
    USUAL_HEAD,
    Language,
    PaperKind,
    Profile,
    Reach,
    languages,
)
from inpost_desk.errors import FileTrouble

NONE: Final = "none"
_WAYS: Final = {
    "queue": Reach.CUPS,
    "windows": Reach.WINDOWS,
    "socket": Reach.SOCKET,
    "folder": Reach.FOLDER,
}
_OPTIONS: Final = {
    "dpi": "dpi",
    "head": "head",
    "right": "right",
    "down": "down",
    "rotate": "rotation",
    "serves": "serves",
    "carrier_commands": "carrier_commands",
    "separators": "separators",
}


class NotThere(LookupError):
    """The option names a printer that there is not; `there` are those it could name."""

    def __init__(self, option: str, name: str, there: Sequence[str]) -> None:
        super().__init__(name)
        self.option = option
        self.name = name
        self.there = tuple(there)


def new_profile(arguments: argparse.Namespace, known: Sequence[Profile]) -> Profile:
    """Raises ValueError with the field that nobody can use, NotThere, FileTrouble, PrinterTrouble."""
    reach, address = _way(arguments) or (Reach.FOLDER, "")
    usual = _reported(reach, address)
    wished = _wishes(arguments, known)
    if _raw(wished.get("language", usual.language)):
        wished.setdefault("head", usual.head or USUAL_HEAD)
        if usual.paper in (PaperKind.A4, PaperKind.A4_FOUR):
            # What the queue has no other word for; commands are for labels.
            wished.setdefault("paper", PaperKind.A6)
    name = arguments.name.strip()
    if not name:
        raise ValueError("name")
    return _sensible(replace(usual, id=_free_id(usual.id, known), name=name, **wished))


def changed(one: Profile, arguments: argparse.Namespace, known: Sequence[Profile]) -> Profile:
    """Raises as `new_profile` does."""
    wished = _wishes(arguments, known)
    way = _way(arguments)
    if way is not None:
        usual = _reported(*way)
        wished |= {"reach": usual.reach, "address": usual.address}
        if one.language not in languages(usual.reach):
            wished.setdefault("language", usual.language)
    if not one.head and not one.raw and _raw(wished.get("language", one.language)):
        wished.setdefault("head", USUAL_HEAD)
    if arguments.renamed is not None:
        wished["name"] = arguments.renamed.strip()
        if not wished["name"]:
            raise ValueError("name")
    made = replace(one, **wished)
    if arguments.place is not None and made.paper is not PaperKind.A4_FOUR:
        raise ValueError("place")
    judged = ("carrier_commands", "language", "paper", "custom")
    return _sensible(made) if any(getattr(made, it) != getattr(one, it) for it in judged) else made


def _sensible(made: Profile) -> Profile:
    """As it is. InPost's own commands are for A6 labels in the printer's own language."""
    if made.carrier_commands and not made.raw:
        raise ValueError("carrier_commands")
    if made.carrier_commands and made.sheet != A6:
        raise ValueError("carrier_paper")
    return made


def _way(arguments: argparse.Namespace) -> tuple[Reach, str] | None:
    given = ((reach, getattr(arguments, option)) for option, reach in _WAYS.items())
    return next(((reach, address) for reach, address in given if address is not None), None)


def _reported(reach: Reach, address: str) -> Profile:
    """What the system proposes for a queue; a host and a folder report nothing."""
    if reach is Reach.SOCKET:
        return Profile.at(reach, address)
    if reach is Reach.FOLDER:
        folder = Path(address).expanduser().absolute()
        if not folder.is_dir():
            raise FileTrouble("missing", place=str(folder))
        return Profile.at(reach, str(folder))
    from inpost_desk.printers.found import found_printers

    there = [one.profile for one in found_printers() if one.profile.reach is reach]
    for one in there:
        if one.address == address:
            return one
    option = "--queue" if reach is Reach.CUPS else "--windows"
    raise NotThere(option, address, [one.address for one in there])


def _wishes(arguments: argparse.Namespace, known: Sequence[Profile]) -> dict[str, Any]:
    given = {field: getattr(arguments, option) for option, field in _OPTIONS.items()}
    wished = {field: value for field, value in given.items() if value is not None}
    if arguments.speaks is not None:
        wished["language"] = Language(arguments.speaks)
    if arguments.paper is not None:
        paper: tuple[PaperKind, Any] = arguments.paper
        wished["paper"], wished["custom"] = paper
    if arguments.darkness is not None:
        wished["darkness"] = None if arguments.darkness == AS_SET else arguments.darkness
    if arguments.stand_in is not None:
        wished["stand_in"] = _stand_in(arguments.stand_in, known)
    return wished


def _stand_in(name: str, known: Sequence[Profile]) -> str:
    if name == NONE:
        return ""
    wanted = name.strip().casefold()
    for one in known:
        if one.name.casefold() == wanted:
            return one.id
    raise NotThere("--stand-in", name, [one.name for one in known])


def _raw(language: Language) -> bool:
    return language in (Language.ZPL, Language.EPL)


def _free_id(wanted: str, known: Sequence[Profile]) -> str:
    """The same queue may be set up twice, with other paper."""
    taken = {one.id for one in known}
    others = (f"{wanted}#{number}" for number in count(2))
    return wanted if wanted not in taken else next(one for one in others if one not in taken)
