"""A page of a label document as pixels: for reading back, contact sheets, previews and thermal heads.

Grey, as a thermal head will see it before its threshold. Deciding what the pixels say is not done here.
"""

from __future__ import annotations

import ctypes
import math
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from inpost_desk.labels.pdfium import PDFIUM, opened

POINTS_PER_MM: Final = 72 / 25.4

# What a processor's cache holds: page by page in one piece takes a third longer, at 300 dpi twice as long.
_BAND: Final = 3_000_000
_WHITE: Final = 0xFFFFFFFF


def render(page: pypdfium2.PdfPage, *, dots_per_mm: float, oversample: int = 1) -> Image.Image:
    """The page on white, in mode "L". A 203 dpi head has exactly 8 dots a millimetre.

    PDFium widens bars by up to a dot; drawn `oversample` times as large and averaged down they keep their
    width, at `oversample` squared times the work.
    """
    scale = dots_per_mm * oversample / POINTS_PER_MM
    with PDFIUM:
        if oversample > 1:
            return _in_bands(page, scale, oversample)
        bitmap = page.render(scale=scale, grayscale=True)
        image: Image.Image = bitmap.to_pil()
        # Gives back PDFium's part only: the pixels are ours and live as long as the image.
        bitmap.close()
    return image


def first_page(document: bytes, *, dots_per_mm: float) -> Image.Image:
    """A PDF's first page, to be looked at, in mode "L". Raises PaperTrouble `damaged` or `encrypted`."""
    with opened(document) as pages, PDFIUM:
        page = pages[0]
        try:
            return render(page, dots_per_mm=dots_per_mm)
        finally:
            page.close()


def size_mm(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Width and height of the visible page, after its rotation, in millimetres."""
    with PDFIUM:
        width, height = page.get_size()
    return width / POINTS_PER_MM, height / POINTS_PER_MM


def _in_bands(page: pypdfium2.PdfPage, scale: float, oversample: int) -> Image.Image:
    width, height = (math.ceil(side * scale) for side in page.get_size())
    stride = -(-width // 4) * 4
    rows = max(1, _BAND // stride // oversample) * oversample
    pixels = (ctypes.c_ubyte * (stride * min(rows, height)))()
    image = Image.new("L", (-(-width // oversample), -(-height // oversample)))
    for top in range(0, height, rows):
        size = (width, min(rows, height - top))
        bitmap = pdfium.FPDFBitmap_CreateEx(*size, pdfium.FPDFBitmap_Gray, pixels, stride)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, *size, _WHITE)
            pdfium.FPDF_RenderPageBitmap(
                bitmap, page, 0, -top, width, height, 0, pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
            )
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        band = Image.frombuffer("L", size, pixels, "raw", "L", stride, 1)
        image.paste(band.reduce(oversample), (0, top // oversample))
    return image
