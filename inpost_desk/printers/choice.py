"""From a printer as the user set it up to the way there."""

from __future__ import annotations

from pathlib import Path

from inpost_desk.domain.printer import Language, Profile, Reach, host_and_port
from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.printer import Printer
from inpost_desk.printers.raw_port import RawPortPrinter


def printer_for(profile: Profile | None) -> Printer:
    """Asks nobody: whether the printer is there shows when it is used.

    Raises PrinterTrouble `not_chosen`.
    """
    if profile is None or not profile.address:
        raise PrinterTrouble("not_chosen")
    if profile.reach is Reach.CUPS:
        return CupsPrinter(profile.address)
    if profile.reach is Reach.FOLDER:
        return FolderPrinter(Path(profile.address))
    if profile.reach is Reach.WINDOWS:
        from inpost_desk.printers.windows import WindowsPrinter

        return WindowsPrinter(profile.address)
    return _raw_port(profile)


def _raw_port(profile: Profile) -> RawPortPrinter:
    where = host_and_port(profile.address)
    if where is None:
        raise PrinterTrouble("not_chosen")
    return RawPortPrinter(*where, asks=profile.language is Language.ZPL)
