"""From the chosen printer to the printer."""

from __future__ import annotations

from pathlib import Path

import pytest

from inpost_desk.domain.printer import CUPS, FOLDER, PrinterChoice
from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers.choice import printer_for
from inpost_desk.printers.cups import CupsPrinter
from inpost_desk.printers.folder import FolderPrinter


def test_a_choice_becomes_its_printer(tmp_path: Path) -> None:
    queue = printer_for(PrinterChoice(CUPS, "Zebra"))
    assert isinstance(queue, CupsPrinter)
    assert queue.name == "Zebra"
    folder = printer_for(PrinterChoice(FOLDER, str(tmp_path)))
    assert isinstance(folder, FolderPrinter)
    assert folder.name == str(tmp_path)


@pytest.mark.parametrize(
    "choice", [None, PrinterChoice(CUPS, ""), PrinterChoice(FOLDER, ""), PrinterChoice("fax", "x")]
)
def test_without_a_choice_it_says_so(choice: PrinterChoice | None) -> None:
    with pytest.raises(PrinterTrouble) as trouble:
        printer_for(choice)
    assert trouble.value.rule == "not_chosen"
