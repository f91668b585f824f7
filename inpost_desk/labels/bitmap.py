"""A label's pages as the dots of a thermal head, laid on the profile's paper: exactly what will be black.

Where a page lies is decided by `labels.fit`; after the threshold dots are only moved, never resampled, so
that bars keep their widths. What the dots say is read by `labels.readback`.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2
from PIL import Image

from inpost_desk.domain.printer import Profile
from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.fit import Box, Cut, Fit, fit, reach
from inpost_desk.labels.pdfium import PDFIUM, count, opened
from inpost_desk.labels.render import POINTS_PER_MM, render, size_mm

# A head prints what is darker than this: 0 to 127 is black.
_THRESHOLD: Final = [0] * 128 + [255] * 128
_MOST_WORK: Final = 48
"""Dots a millimetre that are drawn at most: 600 dpi at twice the dots is as exact as 300 at four times."""
_LARGEST_SIDE: Final = 310.0
_TURNS: Final = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it will print: a picture of mode "1" of all that the head reaches, and how it lies there."""

    image: Image.Image
    fit: Fit


def drawn(document: bytes, profile: Profile) -> list[Drawn]:
    """Every page of a PDF at the head's native dots (8, 12 or 24 a millimetre), in order.

    PDFium is held a page at a time. Raises PaperTrouble `damaged`, `encrypted`, or `too_large` where a side
    is longer than that of A4.
    """
    with opened(document) as pages:
        return [_drawn(pages, index, profile) for index in range(count(pages))]


def area_dots(profile: Profile) -> tuple[int, int]:
    """Width and height, in dots, of what the head reaches of the profile's paper."""
    return profile.printable * profile.dots // 10, round(profile.sheet.height * profile.dots / 10)


def png(image: Image.Image) -> bytes:
    """The picture as a PNG of one bit a dot."""
    target = io.BytesIO()
    image.convert("1", dither=Image.Dither.NONE).save(target, "png", compress_level=1)
    return target.getvalue()


def image_pdf(pages: Sequence[Drawn], profile: Profile) -> bytes:
    """A PDF with these pictures at true size, one a page of the profile's sheet, for a system's driver."""
    sheet = [side / 10 * POINTS_PER_MM for side in (profile.sheet.width, profile.sheet.height)]
    kids = " ".join(f"{3 + 3 * place} 0 R" for place in range(len(pages)))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]"
        f"/MediaBox[0 0 {sheet[0]:.3f} {sheet[1]:.3f}]>>".encode(),
    ]
    for place, page in enumerate(pages):
        parts += _pdf_page(page.image, 3 + 3 * place, profile, sheet[1])
    return _pdf(parts)


def _drawn(pages: pypdfium2.PdfDocument, index: int, profile: Profile) -> Drawn:
    with PDFIUM:
        try:
            page = pages[index]
        except pypdfium2.PdfiumError as error:
            raise PaperTrouble("damaged") from error
        try:
            return _laid(page, profile)
        finally:
            page.close()


def _laid(page: pypdfium2.PdfPage, profile: Profile) -> Drawn:
    size = size_mm(page)
    if max(size) > _LARGEST_SIDE:
        raise PaperTrouble("too_large")
    dots = float(profile.dots)
    image = _black_and_white(page, dots)
    lies = fit(size, _ink(image, dots), profile)
    if lies.cut is Cut.SCALED:
        dots *= lies.scale
        image = _black_and_white(page, dots)
    image = image.crop(_whole_dots(lies.part, dots))
    if profile.rotation:
        image = image.transpose(_TURNS[profile.rotation])
    paper = Image.new("1", area_dots(profile), 255)
    left = round((lies.place.left - reach(profile).left) * profile.dots)
    paper.paste(image, (left, round(lies.place.top * profile.dots)))
    return Drawn(paper, lies)


def _black_and_white(page: pypdfium2.PdfPage, dots: float) -> Image.Image:
    oversample = max(1, min(4, int(_MOST_WORK / dots)))
    return render(page, dots_per_mm=dots, oversample=oversample).point(_THRESHOLD, "1")


def _ink(image: Image.Image, dots: float) -> Box | None:
    found = image.point([1] + [0] * 255, "L").getbbox()
    if found is None:
        return None
    left, top, right, bottom = (end / dots for end in found)
    return Box(left, top, right - left, bottom - top)


def _whole_dots(part: Box, dots: float) -> tuple[int, int, int, int]:
    return (
        round(part.left * dots),
        round(part.top * dots),
        round(part.right * dots),
        round(part.bottom * dots),
    )


def _pdf_page(image: Image.Image, first: int, profile: Profile, height: float) -> list[bytes]:
    """A page, what it paints and its picture: three objects that are numbered from `first`."""
    wide, high = (side / profile.dots * POINTS_PER_MM for side in image.size)
    left = reach(profile).left * POINTS_PER_MM
    paint = f"{wide:.3f} 0 0 {high:.3f} {left:.3f} {height - high:.3f} cm /I Do".encode()
    page = f"<</Type/Page/Parent 2 0 R/Contents {first + 1} 0 R/Resources<</XObject<</I {first + 2} 0 R>>>>>>"
    picture = (
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        "/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode"
    )
    return [page.encode(), _stream(paint), _stream(zlib.compress(image.tobytes(), 1), picture)]


def _stream(content: bytes, facts: str = "") -> bytes:
    return f"<<{facts}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def _pdf(parts: Sequence[bytes]) -> bytes:
    target = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    table = b"0000000000 65535 f \n"
    for number, part in enumerate(parts, 1):
        table += b"%010d 00000 n \n" % len(target)
        target += b"%d 0 obj" % number + part + b"endobj\n"
    start = len(target)
    target += b"xref\n0 %d\n" % (len(parts) + 1) + table
    target += b"trailer<</Size %d/Root 1 0 R>>\n" % (len(parts) + 1)
    target += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(target)
