"""ZPL II, a Zebra's language: a picture as commands and back, and InPost's own commands taken apart.

A picture travels zipped (`:Z64:`), a twentieth of what hexadecimal takes; the printer checks its CRC. Nothing
is drawn from InPost's commands: only their fields are read.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from PIL import Image

from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.commands import CommandLabel

_MOST: Final = 99_999
"""Bytes of one picture, by Zebra's manual (^GF); a label has more of them, one under the other."""
_OURS: Final = re.compile(
    rb"\^XA\^PW(?P<width>\d+)\^LL(?P<height>\d+)\^LH0,0(?P<bands>[^~]*?)\^PQ1\^XZ\n"
)
_BAND: Final = re.compile(
    rb"\^FO0,\d+\^GFA,\d+,\d+,\d+,:Z64:(?P<zipped>[A-Za-z0-9+/=]+):(?P<crc>[0-9A-F]{4})\^FS"
)

# Two letters, and ^A with its font; a picture's bytes may follow as they are (^GFB).
_COMMAND: Final = re.compile(rb"[\^~]([A-Za-z@][\w@])")
_RAW_PICTURE: Final = re.compile(rb"\^GF[BC],(\d+),\d+,\d+,", re.IGNORECASE)
_DRAWING: Final = frozenset({"GF", "GB", "GC", "GD", "GE", "GS", "XG", "IM", "IL", "XF"})
# They stay in the printer, so every label after them may use them.
_KEPT: Final = frozenset({"DG", "DY", "DU", "DT", "DB", "DF"})


def graphic(image: Image.Image, *, darkness: int | None = None) -> bytes:
    """One label that prints this picture from the head's first dot. `darkness` is 0 to 30."""
    black = image.convert("1", dither=Image.Dither.NONE).tobytes("raw", "1;I")
    row = -(-image.width // 8)
    rows = max(1, _MOST // row)
    bands = b"".join(
        _band(black[top * row : (top + rows) * row], top, row)
        for top in range(0, image.height, rows)
    )
    return b"%b^XA^PW%d^LL%d^LH0,0%b^PQ1^XZ\n" % (
        b"" if darkness is None else b"~SD%02d" % darkness,
        image.width,
        image.height,
        bands,
    )


def pictures(commands: bytes) -> list[Image.Image]:
    """The pictures of our own commands, decoded back. Raises PaperTrouble `damaged`."""
    found = [_picture(one) for one in _OURS.finditer(commands)]
    if len(found) != commands.count(b"^XA"):
        raise PaperTrouble("damaged")
    return found


def labels_in(commands: bytes) -> list[CommandLabel]:
    """InPost's commands, split per label, each with what it needs of what came before it.

    Raises PaperTrouble `damaged` where there is no label, or one that does not end.
    """
    reading = _Reading(commands)
    for one in _commands(commands):
        reading.take(one)
    return reading.finish()


def _band(black: bytes, top: int, row: int) -> bytes:
    zipped = base64.b64encode(zlib.compress(black))
    # CRC-16 of the CCITT, begun at 0, over the letters as they are sent.
    check = binascii.crc_hqx(zipped, 0)
    size = len(black)
    return b"^FO0,%d^GFA,%d,%d,%d,:Z64:%b:%04X^FS" % (top, size, size, row, zipped, check)


def _picture(found: re.Match[bytes]) -> Image.Image:
    size = int(found["width"]), int(found["height"])
    black = b"".join(_unzipped(band) for band in _BAND.finditer(found["bands"]))
    if len(black) != -(-size[0] // 8) * size[1]:
        raise PaperTrouble("damaged")
    return Image.frombytes("1", size, black, "raw", "1;I")


def _unzipped(band: re.Match[bytes]) -> bytes:
    if binascii.crc_hqx(band["zipped"], 0) != int(band["crc"], 16):
        raise PaperTrouble("damaged")
    try:
        return zlib.decompress(base64.b64decode(band["zipped"], validate=True))
    except (zlib.error, ValueError) as error:
        raise PaperTrouble("damaged") from error


class _Command(NamedTuple):
    """`~` or `^` with its name and what follows it; `start` and `end` are places in the file."""

    name: str
    rest: str
    start: int
    end: int


def _commands(content: bytes) -> Iterator[_Command]:
    found = _COMMAND.search(content)
    while found:
        start, end = found.span()
        if raw := _RAW_PICTURE.match(content, start):
            end = raw.end() + int(raw[1])
        follows = _COMMAND.search(content, end)
        stop = follows.start() if follows else len(content)
        # What matters is ASCII; Latin-1 takes every byte.
        yield _Command(
            found[1].decode("latin-1").upper(), _text(content, found.end(), stop), start, stop
        )
        found = follows


def _text(content: bytes, start: int, stop: int) -> str:
    return content[start:stop].decode("latin-1").strip("\r\n")


@dataclass(slots=True)
class _Reading:
    """One pass over a file: what was seen of the label that is open, and of the printer's state."""

    content: bytes
    labels: list[CommandLabel] = field(default_factory=list)
    kept: bytes = b""
    before: bytes = b""
    open_at: int | None = None
    width: int = 0
    height: int = 0
    numbers: list[str] = field(default_factory=list)
    ink: bool = False
    feeds: bool = False
    keeps: bool = False
    copies: int = 1
    code: str = ""
    hexadecimal: str = ""
    data: str = ""

    def take(self, one: _Command) -> None:
        match one.name:
            case "XA":
                self._open(one)
            case "XZ":
                self._close(one)
            case "PW":
                self.width = _number(one.rest)
            case "LL":
                self.height = _number(one.rest)
            case "FS":
                self._end_field()
            case name if name in _KEPT and self.open_at is None:
                self.kept += self.content[one.start : one.end]
            case _ if self.open_at is None:
                self.before += self.content[one.start : one.end]
            case _:
                self._take_field(one)

    def finish(self) -> list[CommandLabel]:
        if self.open_at is not None or not self.labels:
            raise PaperTrouble("damaged")
        return self.labels

    def _take_field(self, one: _Command) -> None:
        name = one.name
        if name in ("FD", "FV"):
            self.data = one.rest
        elif name == "SN":
            self.data = one.rest.split(",")[0]
        elif name == "FH":
            self.hexadecimal = one.rest[:1] or "_"
        elif name.startswith("B") and name != "BY":
            self.code = name
        elif name == "PQ":
            self.copies = _number(one.rest) if one.rest[:1].strip(",") else 1
        elif name in _DRAWING:
            self.ink = True
        elif name in _KEPT:
            self.keeps = True

    def _end_field(self) -> None:
        self.feeds = True
        data = _unescaped(self.data, self.hexadecimal) if self.hexadecimal else self.data
        if data.strip():
            self.ink = True
            if self.code:
                self.numbers.append(_held(self.code, data))
        self.code = self.data = self.hexadecimal = ""

    def _open(self, one: _Command) -> None:
        if self.open_at is not None:
            raise PaperTrouble("damaged")
        self.open_at = one.start
        self.numbers, self.ink, self.feeds, self.keeps = [], False, False, False
        self.copies = 1
        self.code = self.data = self.hexadecimal = ""

    def _close(self, one: _Command) -> None:
        if self.open_at is None:
            raise PaperTrouble("damaged")
        if self.data:
            self._end_field()
        block = self.content[self.open_at : one.start + 3] + b"\n"
        self.open_at = None
        if self.keeps:
            self.kept += block
        elif not self.feeds and not self.ink:
            # It only sets the printer up, and a printer feeds nothing for it.
            self.before += block
        else:
            self.labels.append(self._label(block))
            self.before = b""

    def _label(self, block: bytes) -> CommandLabel:
        return CommandLabel(
            content=self.kept + self.before + block,
            numbers=tuple(self.numbers),
            width_dots=self.width,
            height_dots=self.height,
            blank=not self.ink,
            copies=self.copies,
        )


def _number(text: str) -> int:
    found = re.match(r"\s*(\d{1,6})", text)
    return int(found[1]) if found else 0


def _unescaped(data: str, mark: str) -> str:
    return re.sub(re.escape(mark) + "([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), data)


def _held(code: str, data: str) -> str:
    """What a scanner says of a bar code with this field data."""
    match code:
        case "BC":
            return _code_128(data)
        case "BX":
            return data.replace("_1", "").strip()
        case "BQ":
            # Error correction and input mode come first: `QA,`.
            return data.partition(",")[2].strip()
    return data.strip()


_SUBSETS: Final = {"9": "A", ":": "B", ";": "C", "7": "A", "6": "B", "5": "C"}
_WRITTEN: Final = {"<": "^", "0": ">", "=": "~"}


def _code_128(data: str) -> str:
    """Field data with `>` before subsets and functions, as the printer takes it: C holds whole pairs only."""
    text, pairs, subset = "", "", "B"
    for mark, one in re.findall(r"(>?)(.)", data):
        if mark and one in _SUBSETS:
            subset, pairs = _SUBSETS[one], ""
        elif mark and one not in _WRITTEN:
            continue
        elif subset == "C":
            pairs += one
            if len(pairs) == 2:
                text, pairs = text + (pairs if pairs.isdecimal() else ""), ""
        else:
            text += _WRITTEN[one] if mark else one
    return text.strip()
