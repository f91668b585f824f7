"""From the bytes of a label answer to PDF documents or printer commands, whatever its headers said.

ShipX answers a PDF for one service and a ZIP for several (API §3.5), and now and then something else with the
same media type. Only the bytes are believed; names in a ZIP are not used at all.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.pdfium import opened

MOST_MEMBERS: Final = 200
MOST_BYTES: Final = 200_000_000

_LEADING: Final = b"\xef\xbb\xbf\x00\t\n\x0c\r "
# PDF 1.4 readers look for the header and the end mark within this distance of the ends.
_END_ZONE: Final = 1024
_ARCHIVE: Final = (b"PK\x03\x04", b"PK\x05\x06")
# A label begins with ^XA in ZPL, with a line of its own that says N in EPL.
_COMMANDS: Final = re.compile(rb"\^XA|^N\r?$", re.MULTILINE)
_ENCRYPTED_FLAG: Final = 0x1
# RuntimeError is zipfile's for a way of packing it does not know.
_ZIP_ERRORS: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


def documents(content: bytes) -> tuple[bytes, ...]:
    """The PDFs in a label answer, in order; a ZIP's other members, ZIPs among them, are passed over.

    Raises PaperTrouble: `empty`, `not_a_pdf` (HTML, JSON, ZPL…, a ZIP without a PDF), `damaged` (cannot be
    opened, or its tail is lost), `encrypted`, `too_large` (over 200 members or 200 MB unpacked).
    """
    if not content.strip(_LEADING):
        raise PaperTrouble("empty")
    if content.startswith(_ARCHIVE):
        return _unpacked(content)
    if not _looks_like_pdf(content):
        raise PaperTrouble("not_a_pdf")
    return (_sound(content),)


def command_files(content: bytes) -> tuple[bytes, ...]:
    """The files of ZPL or EPL in a label answer, in order; a ZIP's other members are passed over.

    Raises PaperTrouble: `empty`, `not_commands` (HTML, JSON, a PDF…), and `damaged`, `encrypted`, `too_large`
    of a ZIP.
    """
    if not content.strip(_LEADING):
        raise PaperTrouble("empty")
    members = _opened(content) if content.startswith(_ARCHIVE) else [content]
    found = tuple(one for one in members if _looks_like_commands(one))
    if not found:
        raise PaperTrouble("not_commands" if members else "empty")
    return found


def _looks_like_commands(content: bytes) -> bool:
    if _looks_like_pdf(content) or content.lstrip(_LEADING).startswith((b"<", b"{")):
        return False
    return _COMMANDS.search(content) is not None


def _looks_like_pdf(content: bytes) -> bool:
    return content[:_END_ZONE].lstrip(_LEADING).startswith(b"%PDF-")


def _sound(document: bytes) -> bytes:
    if len(document) > MOST_BYTES:
        raise PaperTrouble("too_large")
    # PDFium opens some files that lost their tail and shows the pages that are left: labels would be missing.
    if b"%%EOF" not in document[-_END_ZONE:]:
        raise PaperTrouble("damaged")
    with opened(document):
        return document


def _unpacked(content: bytes) -> tuple[bytes, ...]:
    members = _opened(content)
    found = tuple(_sound(member) for member in members if _looks_like_pdf(member))
    if not found:
        raise PaperTrouble("not_a_pdf" if members else "empty")
    return found


def _opened(content: bytes) -> list[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _members(archive)
    except _ZIP_ERRORS as error:
        raise PaperTrouble("damaged") from error


def _members(archive: zipfile.ZipFile) -> list[bytes]:
    listed = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(listed) > MOST_MEMBERS or sum(entry.file_size for entry in listed) > MOST_BYTES:
        raise PaperTrouble("too_large")
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in listed):
        raise PaperTrouble("encrypted")
    unpacked: list[bytes] = []
    left = MOST_BYTES
    for entry in listed:
        with archive.open(entry) as member:
            # The size an archive claims for a member is not what it unpacks to.
            unpacked.append(member.read(left + 1))
        left -= len(unpacked[-1])
        if left < 0:
            raise PaperTrouble("too_large")
    return unpacked
