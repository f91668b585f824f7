"""What lies in the printer's tray: pages in the order they came, with the bar codes a scanner would read."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
import zxingcpp

_DOTS: Final = 203 / 72


def pages(tray: Path) -> list[set[str]]:
    """The codes of each page of each job, read from pixels."""
    found = []
    for job in jobs(tray):
        document = pdfium.PdfDocument(job)
        try:
            for page in document:
                bitmap = page.render(scale=_DOTS * 1.5, grayscale=True)
                found.append({one.text for one in zxingcpp.read_barcodes(bitmap.to_pil())})
                page.close()
        finally:
            document.close()
    return found


def jobs(tray: Path) -> list[Path]:
    """The documents, oldest first."""
    return sorted(tray.glob("[0-9]*.pdf"))


def numbers(tray: Path) -> list[str]:
    """The shipment numbers on the labels, page by page; "" for a page that has none."""
    return [
        next((code for code in codes if code.isdigit() and len(code) == 24), "")
        for codes in pages(tray)
    ]
