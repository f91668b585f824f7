"""Whether there is a newer version of this program: asked only when the user wants to know.

One read of a small public file, without a token and without anything that says who asks. Nothing is
downloaded or installed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import msgspec

from inpost_desk.errors import NoAnswer
from inpost_desk.shipx.answers import Answer
from inpost_desk.shipx.transport import Transport

SECONDS: Final = 10.0
_VERSION: Final = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Published:
    """The newest version, and the https page that tells about it ("" where none is named)."""

    version: str
    page: str


def newest(address: str, *, proxy: str = "") -> Published:
    """What is published at an address as `releases.ADDRESS` is one; `proxy` as the settings keep it.

    Raises as a read of InPost does: `Offline`, `NoAnswer` (`unreadable` for anything but such a file),
    `NotFound`, `NotAllowed` for an address that is not https, …
    """
    parts = urlsplit(address)
    transport = Transport(f"{parts.scheme}://{parts.netloc}", proxy=proxy, wait=lambda _: True)
    try:
        return transport.read_as(parts.path or "/", _published, timeout=SECONDS, signed=False)
    finally:
        transport.close()


def is_newer(published: str, here: str) -> bool:
    """Whether the published version comes after the one that runs here: 0.10 after 0.9, 1.0 as 1."""
    return _numbers(published) > _numbers(here)


def _published(answer: Answer) -> Published:
    try:
        found = msgspec.json.decode(answer.content, type=dict[str, str])
        version, page = found["version"], found.get("page", "")
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError):
        raise NoAnswer("unreadable", request_id=answer.request_id) from None
    if not _VERSION.fullmatch(version):
        raise NoAnswer("unreadable", request_id=answer.request_id)
    safe = page.startswith("https://") and page.isascii() and page.isprintable() and " " not in page
    return Published(version, page if safe else "")


def _numbers(version: str) -> tuple[int, ...]:
    """Without the noughts at the end: they say nothing."""
    numbers = [int(one) for one in re.findall(r"\d+", version.partition("+")[0])]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
