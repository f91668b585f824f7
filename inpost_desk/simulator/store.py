"""The simulator's memory on disk: a journal of JSON lines, newest value of each record wins.

A line is one transaction and is handed to the system in one write before the answer leaves, so it outlives
a SIGKILL of the process (not a power cut: there is no fsync). A torn last line is forgotten.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

Change = tuple[str, str, Any]

# Binary: Windows would write two bytes for each line's end.
_APPENDING = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)


class Store:
    """`path` None keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: int | None = None

    def load(self) -> dict[str, dict[str, msgspec.Raw]]:
        """Every record by table and key; opens the journal for writing, compacted. Raises OSError."""
        if self._path is None:
            return {}
        tables = self._read(self._path)
        self._start_afresh(
            (table, key, value) for table, rows in tables.items() for key, value in rows.items()
        )
        return tables

    def put(self, changes: list[Change]) -> None:
        """Appends one transaction."""
        if self._file is not None and changes:
            self._write(self._file, msgspec.json.encode(changes) + b"\n")

    def clear(self) -> None:
        """Forgets everything."""
        if self._path is not None:
            self._start_afresh(())

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _start_afresh(self, changes: Iterable[Change]) -> None:
        if self._path is None:
            return
        self.close()
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.write_bytes(b"".join(msgspec.json.encode([one]) + b"\n" for one in changes))
        fresh.replace(self._path)
        self._file = os.open(self._path, _APPENDING, 0o600)

    @staticmethod
    def _read(path: Path) -> dict[str, dict[str, msgspec.Raw]]:
        tables: dict[str, dict[str, msgspec.Raw]] = {}
        lines = path.read_bytes().splitlines() if path.exists() else []
        decoder = msgspec.json.Decoder(list[tuple[str, str, msgspec.Raw]])
        for line in lines:
            try:
                changes = decoder.decode(line)
            except msgspec.DecodeError:
                break
            for table, key, value in changes:
                tables.setdefault(table, {})[key] = value
        return tables

    @staticmethod
    def _write(file: int, data: bytes) -> None:
        while data:
            data = data[os.write(file, data) :]
