"""A page of a label document as pixels: for reading back, contact sheets and previews.

Grey, as a thermal head will see it before its threshold. Deciding what the pixels say is not done here.
"""

from __future__ import annotations

from typing import Final

import pypdfium2
from PIL import Image

from inpost_desk.labels.pdfium import PDFIUM

POINTS_PER_MM: Final = 72 / 25.4


def render(page: pypdfium2.PdfPage, *, dots_per_mm: float, oversample: int = 1) -> Image.Image:
    """The page on white, in mode "L". A 203 dpi head has exactly 8 dots a millimetre.

    PDFium widens bars by up to a dot; drawn `oversample` times as large and averaged down they keep their
    width, at `oversample` squared times the work.
    """
    scale = dots_per_mm * oversample / POINTS_PER_MM
    with PDFIUM:
        bitmap = page.render(scale=scale, grayscale=True)
        image: Image.Image = bitmap.to_pil()
        # Gives back PDFium's part only: the pixels are ours and live as long as the image.
        bitmap.close()
    return image.reduce(oversample) if oversample > 1 else image


def size_mm(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Width and height of the visible page, after its rotation, in millimetres."""
    with PDFIUM:
        width, height = page.get_size()
    return width / POINTS_PER_MM, height / POINTS_PER_MM
