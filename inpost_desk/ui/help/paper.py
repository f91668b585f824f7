"""A guide as a PDF of A4 pages, always in the light look."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from inpost_desk.errors import FileTrouble
from inpost_desk.paths import disk_rule
from inpost_desk.ui.help.dressing import dress, narrow_pictures
from inpost_desk.ui.help.guides import Guide
from inpost_desk.ui.look import LIGHT

_MARGIN: Final = 12
"""Millimetres."""
_DPI: Final = 96
"""As on the screen, so that sizes in pixels are the same there."""


def write_paper(guide: Guide, name: str, *, folder: Path) -> Path:
    """Write it there, over the one of the last time; the file is called by `name`. Raises `FileTrouble`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(folder)) from error
    place = folder / f"InPost Desk - {name}.pdf"
    writer = QPdfWriter(str(place))
    writer.setTitle(name)
    writer.setResolution(_DPI)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    document.setMarkdown(guide.text)
    # Only now: a document forgets its pictures when it is given another text.
    for picture, image in guide.pictures.items():
        kind = QTextDocument.ResourceType.ImageResource.value
        document.addResource(kind, QUrl(picture), image)
    dress(document, LIGHT)
    room = writer.pageLayout().paintRectPixels(_DPI).size()
    narrow_pictures(document, room.width())
    document.setPageSize(QSizeF(room))
    document.print_(writer)
    return place
