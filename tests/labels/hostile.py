"""Documents that do harm: one that takes PDFium minutes to draw, and answers that are no labels."""

from __future__ import annotations

import io
from collections.abc import Sequence


def hanging() -> bytes:
    """A page of forms that hold twelve forms each, six deep: three million rectangles."""
    return nested(depth=6, fan=12)


def nested(*, depth: int, fan: int) -> bytes:
    """A page whose forms draw `fan` to the power of `depth` rectangles, in a few hundred bytes."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 297 421]"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 297 421]/Contents 4 0 R/Resources 5 0 R>>",
        _stream(b"", b"/F Do"),
        b"<</XObject<</F 6 0 R>>>>",
    ]
    for level in range(depth):
        inner = b"/Resources<</XObject<</F %d 0 R>>>>" % (7 + level)
        objects.append(_stream(form + inner, b"/F Do\n" * fan))
    objects.append(_stream(form, b"9 9 9 9 re f\n"))
    return _document(objects)


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content)


def _document(objects: Sequence[bytes]) -> bytes:
    target = io.BytesIO()
    target.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(target.tell())
        target.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    table = target.tell()
    target.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    target.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    size = len(objects) + 1
    target.write(b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, table))
    return target.getvalue()
