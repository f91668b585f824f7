"""IPP messages as bytes and back (RFC 8010), as far as printing needs them. Sends nothing.

Collections are passed over: nothing that we ask for is one.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

Value = str | int


class Operation(IntEnum):
    """What is asked for."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_PRINTERS = 0x4002


class Tag(IntEnum):
    """Where a group begins, and what kind of value follows."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RESOLUTION = 0x32
    TEXT_WITH_LANGUAGE = 0x35
    NAME_WITH_LANGUAGE = 0x36
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


_FIRST_VALUE_TAG: Final = 0x10
_NUMBERS: Final = (Tag.INTEGER, Tag.BOOLEAN, Tag.ENUM)
_WITH_LANGUAGE: Final = (Tag.TEXT_WITH_LANGUAGE, Tag.NAME_WITH_LANGUAGE)
_TEXTS: Final = range(0x41, 0x4A)
_PER_CENTIMETRE: Final = 4
# Longer ones are refused by their receivers.
_LONGEST_NAME: Final = 255


class Damaged(ValueError):
    """Not an IPP message."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute to send."""

    tag: Tag
    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`groups` are those after the first one, each an object: a job or a printer."""

    status: int
    message: str
    groups: tuple[dict[str, list[Value]], ...]


def request(
    operation: Operation,
    attributes: Sequence[Attribute],
    *,
    job_attributes: Sequence[Attribute] = (),
) -> bytes:
    """A request without its document. The two attributes that must come first are added."""
    first = (
        Attribute(Tag.CHARSET, "attributes-charset", ("utf-8",)),
        Attribute(Tag.LANGUAGE, "attributes-natural-language", ("en",)),
    )
    # Version 1.1: CUPS speaks it from its first day to its last.
    parts = [struct.pack(">BBHI", 1, 1, operation, 1), bytes([Tag.OPERATION])]
    parts += [_attribute(one) for one in (*first, *attributes)]
    if job_attributes:
        parts += [bytes([Tag.JOB]), *(_attribute(one) for one in job_attributes)]
    return b"".join([*parts, bytes([Tag.END])])


def name(text: str) -> str:
    """As much of a text as a name may hold, in whole letters."""
    return text.encode()[:_LONGEST_NAME].decode(errors="ignore")


def answer(content: bytes) -> Answer:
    """Raises Damaged."""
    try:
        _version, status, _id = struct.unpack_from(">HHI", content)
        groups = list(_groups(content))
    except (struct.error, IndexError) as error:
        raise Damaged from error
    # A value of a kind nobody knows leaves the name without one.
    said = next(iter(groups[0].get("status-message", ())), "") if groups else ""
    return Answer(status, str(said), tuple(groups[1:]))


def _attribute(one: Attribute) -> bytes:
    parts = []
    for place, value in enumerate(one.values):
        key = one.name.encode() if place == 0 else b""
        content = struct.pack(">i", value) if isinstance(value, int) else value.encode()
        parts.append(struct.pack(">BH", one.tag, len(key)) + key)
        parts.append(struct.pack(">H", len(content)) + content)
    return b"".join(parts)


def _groups(content: bytes) -> Iterable[dict[str, list[Value]]]:
    place = 8
    group: dict[str, list[Value]] | None = None
    values: list[Value] = []
    while (tag := content[place]) != Tag.END:
        place += 1
        if tag < _FIRST_VALUE_TAG:
            if group is not None:
                yield group
            group = {}
            continue
        key, place = _piece(content, place)
        value, place = _piece(content, place)
        if group is None:
            raise Damaged("a value outside a group")
        if key:
            values = group.setdefault(key.decode(errors="replace"), [])
        known = _value(tag, value)
        if known is not None:
            values.append(known)
    if group is not None:
        yield group


def _piece(content: bytes, place: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", content, place)
    end = place + 2 + length
    if end > len(content):
        raise Damaged("cut short")
    return content[place + 2 : end], end


def _value(tag: int, content: bytes) -> Value | None:
    if tag in _NUMBERS:
        return int.from_bytes(content, signed=tag != Tag.BOOLEAN)
    if tag == Tag.RESOLUTION:
        return _dots_per_inch(content)
    if tag in _WITH_LANGUAGE:
        _language, place = _piece(content, 0)
        return _piece(content, place)[0].decode(errors="replace")
    return content.decode(errors="replace") if tag in _TEXTS else None


def _dots_per_inch(content: bytes) -> int:
    across, _along, unit = struct.unpack(">iib", content)
    return round(across * 2.54) if unit == _PER_CENTIMETRE else int(across)
