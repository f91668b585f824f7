"""Whatever is done with a PDF, PDFium is called by the thread alone that holds its lock.

Without it a label drawn for the window made another one, on its way to paper, look damaged.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium
import pytest

from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.labels import contact_sheet, placed, readback, render, sheet, unpack
from inpost_desk.labels.bitmap import drawn
from inpost_desk.labels.pdfium import PDFIUM
from tests.labels import specimen_labels as specimens

NUMBER = specimens.number(7)
CALLS = (
    "FPDF_LoadMemDocument64",
    "FPDF_GetPageCount",
    "FPDF_LoadPage",
    "FPDF_RenderPageBitmap",
    "FPDF_ClosePage",
    "FPDF_CloseDocument",
    "FPDF_ImportPagesByIndex",
    "FPDF_SaveAsCopy",
)
ZEBRA = Profile(
    id="1", name="Zebra", reach=Reach.SOCKET, address="zebra", language=Language.ZPL, down=20
)


def _contact(document: bytes, folder: Path) -> None:
    (folder / "labels.pdf").write_bytes(document)
    contact_sheet.contact_sheet(folder / "labels.pdf", folder / "labels.png")


def _joined(document: bytes, folder: Path) -> None:
    (folder / "one.pdf").write_bytes(document)
    sheet.join([folder / "one.pdf", folder / "one.pdf"], folder / "both.pdf")


DEEDS: dict[str, Callable[[bytes, Path], object]] = {
    "looked at": lambda document, _: render.first_page(document, dots_per_mm=4),
    "read back": lambda document, _: list(readback.read_pages(document, expected=[NUMBER])),
    "drawn": lambda document, _: drawn(document, ZEBRA),
    "moved": lambda document, _: placed.placed(document, drawn(document, ZEBRA), ZEBRA),
    "measured": lambda document, _: placed.is_of_size(document, ZEBRA.sheet),
    "split": lambda document, _: sheet.single_pages(document),
    "joined": _joined,
    "joined in memory": lambda document, _: sheet.joined([document, document]),
    "four on a sheet": lambda document, _: sheet.four_up(document),
    "on a contact sheet": _contact,
    "unpacked": lambda document, _: unpack.documents(document),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_pdfium_is_only_called_under_its_lock(
    deed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    unlocked: list[str] = []

    def watched(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watching(*arguments: Any) -> Any:
            called.append(name)
            # What an RLock of the standard library says of the thread that asks.
            if not PDFIUM._is_owned():  # type: ignore[attr-defined]
                unlocked.append(name)
            return call(*arguments)

        return watching

    for name in CALLS:
        monkeypatch.setattr(pdfium, name, watched(name, getattr(pdfium, name)))

    DEEDS[deed](specimens.locker(NUMBER), tmp_path)

    assert called
    assert unlocked == []
