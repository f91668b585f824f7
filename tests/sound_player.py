"""Players of sounds for tests: real programs that write down what they are given instead of sounding."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SoundPlayers:
    """A folder to be the whole PATH, and what its players were given."""

    folder: Path

    def add(self, name: str, *, seconds: float = 0.0, code: int = 0) -> None:
        """One that plays for so long and ends with that code."""
        script = self.folder / name
        ending = f"exec /bin/sleep {seconds}" if seconds else f"exit {code}"
        script.write_text(f'#!/bin/sh\necho "{name} $$ $*" >>"{self._notes}"\n{ending}\n', "utf-8")
        script.chmod(0o755)

    @property
    def heard(self) -> list[str]:
        """Player and sound, in the order played: `paplay taken`."""
        return [f"{line[0]} {Path(line[-1]).stem}" for line in self._lines()]

    @property
    def left(self) -> list[int]:
        """Players that are still there, were it as zombies."""
        return [int(line[1]) for line in self._lines() if Path(f"/proc/{line[1]}").exists()]

    @property
    def _notes(self) -> Path:
        return self.folder / "heard.txt"

    def _lines(self) -> list[list[str]]:
        return (
            [line.split() for line in self._notes.read_text("utf-8").splitlines()]
            if (self._notes.exists())
            else []
        )
