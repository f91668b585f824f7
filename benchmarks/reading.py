"""The least work that reading a label back can be: PDFium draws the page, zxing decodes it, and no more."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Sequence

import pypdfium2
import zxingcpp
from PIL import Image

SCALE = 8 * 25.4 / 72
"""Dots a point at the 8 dots a millimetre of a 203 dpi head."""

BOTH = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.DataMatrix])
CODE_128 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128)


def documents(answers: Sequence[bytes]) -> list[bytes]:
    """The PDFs in label answers, unpacked beforehand."""
    found = []
    for answer in answers:
        if answer.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(answer)) as archive:
                found += [archive.read(name) for name in archive.namelist()]
        else:
            found.append(answer)
    return found


def plain_cpu(pdfs: Sequence[bytes]) -> tuple[int, float]:
    """Pages, and CPU seconds with zxing as it comes, looking for the two kinds of code there are."""
    return _cpu(pdfs, lambda image: zxingcpp.read_barcodes(image, BOTH))


def quickest_cpu(pdfs: Sequence[bytes]) -> tuple[int, float]:
    """Pages, and CPU seconds with Code 128 alone and every doubt of zxing switched off."""

    def decode(image: Image.Image) -> list[zxingcpp.Barcode]:
        return zxingcpp.read_barcodes(
            image,
            CODE_128,
            try_downscale=False,
            try_invert=False,
            binarizer=zxingcpp.Binarizer.FixedThreshold,
        )

    return _cpu(pdfs, decode)


def _cpu(
    pdfs: Sequence[bytes], decode: Callable[[Image.Image], list[zxingcpp.Barcode]]
) -> tuple[int, float]:
    pages = unread = 0
    started = time.process_time()
    for content in pdfs:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            image = page.render(scale=SCALE, grayscale=True).to_pil()
            unread += not decode(image)
            pages += 1
        document.close()
    spent = time.process_time() - started
    assert not unread, f"{unread} of {pages} labels could not be read"
    return pages, spent
