"""Files to print: one merged file for each service, a ZIP where there are several (API §3.5, §3.7).

Pages stand in the order of the shipments' ids, whatever order was asked for: nothing promises more.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import NamedTuple

from inpost_desk.simulator import label_commands, label_page
from inpost_desk.simulator.catalogue import SERVICES
from inpost_desk.simulator.label_facts import LabelFacts

CONTENT_TYPES = {"pdf": "application/pdf", "zpl": "application/zpl", "epl": "application/epl2"}
ZIP_TYPE = "application/zip"
FIXED_DATE = (2026, 1, 1, 0, 0, 0)


class Wanted(NamedTuple):
    """`format`: pdf, zpl or epl; `type`: normal, a6 or dpi300."""

    format: str
    type: str


class Document(NamedTuple):
    content: bytes
    content_type: str
    file_name: str


def document(pages: dict[str, tuple[LabelFacts, ...]], wanted: Wanted) -> Document:
    """The answer to a label call; `pages` by service id."""
    files = {
        f"{service}.{wanted.format}": rendered(service, labels, wanted)
        for service, labels in pages.items()
    }
    return of_services(files, CONTENT_TYPES[wanted.format], archive="labels.zip")


def of_services(files: dict[str, bytes], content_type: str, *, archive: str) -> Document:
    """The only file as it is, several as a ZIP of that name."""
    if len(files) == 1:
        name, content = next(iter(files.items()))
        return Document(content, content_type, name)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(zipfile.ZipInfo(name, FIXED_DATE), content, zipfile.ZIP_DEFLATED)
    return Document(buffer.getvalue(), ZIP_TYPE, archive)


@lru_cache(maxsize=256)
def rendered(service: str, labels: tuple[LabelFacts, ...], wanted: Wanted) -> bytes:
    """One merged file. Contract couriers have no A4 layout: `normal` is A6 for them (API §5.5)."""
    if wanted.format == "zpl":
        return label_commands.zpl(labels, dots=12 if wanted.type == "dpi300" else 8)
    if wanted.format == "epl":
        return label_commands.epl(labels)
    return label_page.pdf(labels, a4=wanted.type == "normal" and SERVICES[service].a4)
