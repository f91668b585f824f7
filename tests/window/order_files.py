"""Order files as shops have them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.actions.order_specimens import HEADER, csv_text, locker_row


def references(count: int, first: int = 1) -> list[str]:
    """The order numbers of `lockers`."""
    return [f"ZAM/{number:03}" for number in range(first, first + count)]


def lockers(file: Path, count: int, *, first: int = 1) -> list[str]:
    """That many parcels to a locker, each for somebody else, in Manager Paczek's layout; their numbers."""
    names = references(count, first)
    rows = [
        locker_row(name, telefon=f"5012{number:05}", imie_i_nazwisko=f"Jan Nr{number}")
        for number, name in enumerate(names, first)
    ]
    file.write_text(csv_text([HEADER, *rows]), "utf-8")
    return names


def foreign(file: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A shop system's own columns, in the code page of Windows."""
    lines = [";".join(row) for row in (header, *rows)]
    file.write_bytes("\r\n".join([*lines, ""]).encode("cp1250"))
