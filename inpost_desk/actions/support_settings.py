"""The settings as a stranger may read them: choices and figures, no names, no addresses, no texts.

Works on the file as it stands. A value passes only where it is a figure or one of the program's own words, so
that a setting nobody thought of here gives nothing away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from inpost_desk.domain.printer import Language, PaperKind, Purpose, Reach
from inpost_desk.domain.proxy import DIRECT
from inpost_desk.domain.service import SENDING_METHODS

_WORDS: Final = frozenset(
    {
        "",
        *("pl", "en", "light", "dark", "cheapest", "ask", "lines", "parcels"),
        *("production", "sandbox", "demo", DIRECT),
        *SENDING_METHODS,
        *(str(one) for kind in (Reach, Language, PaperKind, Purpose) for one in kind),
    }
)
# Keys of these are columns' names and digests, and texts of people: only how many there are is told.
_COUNTED: Final = frozenset(
    {"columns", "repeated", "sheet_slots", "shipment_presets", "shop_columns"}
)
# A person, and a list of people who work here.
_LEFT_OUT: Final = frozenset({"sender", "operators", "pin"})
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,40}", re.ASCII)
_LARGEST: Final = 100_000


def harmless_settings(raw: Mapping[str, object]) -> Iterator[str]:
    """One line for each setting that differs from nothing."""
    for name, value in raw.items():
        if _NAME.fullmatch(name):
            yield f"{name}: {_shown(name, value)}"


def people_of(raw: Mapping[str, object]) -> Iterator[str]:
    """Every text that the settings hold and that is none of the program's own words."""
    for value in raw.values():
        yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    match value:
        case str() if value not in _WORDS:
            yield value
        case dict():
            for inside in value.values():
                yield from _texts(inside)
        case list():
            for inside in value:
                yield from _texts(inside)


def _shown(name: str, value: object) -> str:
    match value:
        case list() | dict() if name in _COUNTED:
            return f"({len(value)})"
        case None | bool():
            return str(value)
        case _ if name in _LEFT_OUT:
            return "(set)" if value else "(empty)"
        case int() | float():
            return str(value) if abs(value) < _LARGEST else "(number)"
        case str():
            return value or "(empty)" if value in _WORDS else "(set)"
        case list():
            return f"[{', '.join(_shown(name, one) for one in value)}]"
        case dict():
            inside = (
                f"{key}={_shown(key, one)}"
                for key, one in value.items()
                if isinstance(key, str) and _NAME.fullmatch(key)
            )
            return f"{{{', '.join(inside)}}}"
        case _:
            return "(unknown)"
