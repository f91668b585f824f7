"""From what the user chose to the printer itself."""

from __future__ import annotations

from pathlib import Path

from inpost_desk.domain.printer import CUPS, FOLDER, PrinterChoice
from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.printer import Printer


def printer_for(choice: PrinterChoice | None) -> Printer:
    """Asks nobody: whether the printer is there shows when it is used.

    Raises PrinterTrouble `not_chosen`.
    """
    if choice is not None and choice.name:
        if choice.kind == CUPS:
            return CupsPrinter(choice.name)
        if choice.kind == FOLDER:
            return FolderPrinter(Path(choice.name))
    raise PrinterTrouble("not_chosen")
