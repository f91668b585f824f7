"""The one door to PDFium: its lock, and documents opened and closed under it.

PDFium keeps global state and is not thread-safe, so every call into it, closing included, is made while
holding `PDFIUM`. It is held for a page or a file at a time, so that a scan never waits for a run. No pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import pypdfium2
import pypdfium2.raw as pdfium

from inpost_desk.errors import PaperTrouble

# Re-entrant, because the garbage collector may close a forgotten reading in the thread that holds it.
PDFIUM = RLock()

_ENCRYPTED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)


@contextmanager
def opened(document: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed at the end. The lock is not held in between: take it around each use.

    Raises PaperTrouble `damaged` or `encrypted`.
    """
    with PDFIUM:
        pages = _open(document)
    try:
        yield pages
    finally:
        with PDFIUM:
            pages.close()


def count(pages: pypdfium2.PdfDocument) -> int:
    """How many pages an open document has."""
    with PDFIUM:
        return len(pages)


def _open(document: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(document)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise PaperTrouble("encrypted" if code in _ENCRYPTED else "damaged") from error
