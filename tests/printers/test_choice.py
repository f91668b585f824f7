"""From a printer as it was set up to the way there."""

from __future__ import annotations

from pathlib import Path

import pytest

from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers.choice import printer_for
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.printers.folder import FolderPrinter
from inpost_desk.printers.raw_port import RawPortPrinter
from inpost_desk.printers.windows import WindowsPrinter


def profile(reach: Reach, address: str, language: Language) -> Profile:
    return Profile("1", "Zebra", reach, address, language)


def test_each_profile_becomes_its_printer(tmp_path: Path) -> None:
    queue = printer_for(profile(Reach.CUPS, "Zebra", Language.PDF))
    assert isinstance(queue, CupsPrinter)
    assert queue.name == "Zebra"
    folder = printer_for(profile(Reach.FOLDER, str(tmp_path), Language.ZPL))
    assert isinstance(folder, FolderPrinter)
    assert folder.name == str(tmp_path)
    windows = printer_for(profile(Reach.WINDOWS, "Zebra", Language.ZPL))
    assert isinstance(windows, WindowsPrinter)
    assert windows.name == "Zebra"


@pytest.mark.parametrize(
    ("language", "address", "made"),
    [
        (Language.ZPL, "zebra", RawPortPrinter("zebra", 9100)),
        (Language.EPL, "10.0.0.7:6101", RawPortPrinter("10.0.0.7", 6101, asks=False)),
        (Language.ZPL, "[fe80::1]", RawPortPrinter("fe80::1", 9100)),
    ],
)
def test_an_address_is_a_socket(language: Language, address: str, made: RawPortPrinter) -> None:
    assert printer_for(profile(Reach.SOCKET, address, language)) == made


@pytest.mark.parametrize(
    "given",
    [None, profile(Reach.CUPS, "", Language.PDF), profile(Reach.FOLDER, "", Language.PDF)],
)
def test_without_a_printer_it_says_so(given: Profile | None) -> None:
    with pytest.raises(PrinterTrouble) as trouble:
        printer_for(given)
    assert trouble.value.rule == "not_chosen"
