"""Which printer labels go to, as the user chose it. How it is reached is the business of `printers`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CUPS: Final = "cups"
FOLDER: Final = "folder"


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """`kind` is cups or folder; `name` the queue's name or the folder's path."""

    kind: str
    name: str
