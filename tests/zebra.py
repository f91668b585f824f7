"""A Zebra of the tests' own: the bytes of a job in, what would be on the labels out, dot for dot.

It plays ZPL II and EPL2 as far as pictures go, written from Zebra's manuals and apart from the program's own
encoder, so that a mistake of one side is not hidden by the other. Of commands it draws bar codes, no text.
"""

from __future__ import annotations

import base64
import math
import re
import zlib
from dataclasses import dataclass, field

from PIL import Image

from tests.zebra_bars import code_128, data_matrix

# "G" to "Y" repeat the next digit 1 to 19 times, "g" to "z" 20 to 400 times.
_REPEATS = {chr(ord("G") + n - 1): n for n in range(1, 20)}
_REPEATS |= {chr(ord("g") + n - 1): 20 * n for n in range(1, 21)}


class Jammed(ValueError):
    """The printer could not make sense of what it got."""


def printed(job: bytes) -> list[Image.Image]:
    """Every label that comes out, copies included, as pictures of mode "1" at the head's dots."""
    start = job.lstrip(b"\0\r\n \t")[:1]
    if start in (b"^", b"~"):
        return _Zpl().play(job)
    return _Epl().play(job)


def crc(letters: bytes) -> int:
    """CRC-16 of the CCITT, begun at 0, a bit at a time."""
    value = 0
    for letter in letters:
        value ^= letter << 8
        for _bit in range(8):
            value = (value << 1) ^ 0x1021 if value & 0x8000 else value << 1
            value &= 0xFFFF
    return value


@dataclass(slots=True)
class _Zpl:
    """The state of a ZPL printer; a field is drawn where ^FS ends it."""

    labels: list[Image.Image] = field(default_factory=list)
    stored: dict[str, Image.Image] = field(default_factory=dict)
    width: int = 0
    length: int = 0
    home: tuple[int, int] = (0, 0)
    origin: tuple[int, int] = (0, 0)
    drawn: list[tuple[tuple[int, int], Image.Image]] = field(default_factory=list)
    copies: int = 1
    upside_down: bool = False
    module: int = 2
    bars: tuple[str, str] = ("", "")
    data: bytes = b""
    open: bool = False

    def play(self, job: bytes) -> list[Image.Image]:
        place = 0
        while found := re.compile(rb"[\^~](..)", re.DOTALL).search(job, place):
            end = found.end()
            if raw := re.compile(rb"\^GFB,(\d+),").match(job, found.start()):
                end = raw.end() + int(raw[1])
            follows = re.compile(rb"[\^~]").search(job, end)
            place = follows.start() if follows else len(job)
            self._command(found[1].decode("latin-1").upper(), job[found.end() : place])
        if self.open:
            raise Jammed("a label has no ^XZ")
        return self.labels

    def _command(self, name: str, rest: bytes) -> None:
        match name:
            case "XA":
                self.open, self.drawn, self.copies, self.origin = True, [], 1, (0, 0)
            case "XZ":
                self._feed()
            case "GF":
                self._draw(_zpl_picture(rest))
            case "DG":
                self._store(rest)
            case "XG":
                self._draw(self.stored[rest.split(b",")[0].decode()])
            case "ID":
                self.stored.pop(rest.strip().decode(), None)
            case "FS":
                self._end_field()
            case _:
                self._set(name, rest)

    def _set(self, name: str, rest: bytes) -> None:
        numbers = [int(one) for one in re.findall(rb"-?\d+", rest)]
        match name:
            case "PW":
                self.width = numbers[0]
            case "LL":
                self.length = numbers[0]
            case "LH":
                self.home = (numbers[0], numbers[1])
            case "FO":
                self.origin = (numbers[0], numbers[1])
            case "PQ":
                self.copies = numbers[0]
            case "PO":
                self.upside_down = rest[:1].upper() == b"I"
            case "BY":
                self.module = numbers[0]
            case "BC" | "BX":
                self.bars = (name, rest.decode())
            case "FD":
                self.data = rest.strip(b"\r\n")

    def _end_field(self) -> None:
        kind, facts = self.bars
        text = self.data.decode("latin-1")
        self.bars, self.data = ("", ""), b""
        if not kind or not text:
            return
        turns = "NRIB".index(facts[:1] or "N")
        size = int(facts.split(",")[1])
        if kind == "BX":
            self._draw(data_matrix(text, cell=size, turns=turns))
            return
        # Subset B or C from the start is all that is played here.
        text = text[2:] if text.startswith((">;", ">:")) else text
        if ">" in text:
            raise Jammed("a bar code of several subsets")
        self._draw(code_128(text, module=self.module, height=size, turns=turns))

    def _draw(self, picture: Image.Image) -> None:
        if not self.open:
            raise Jammed("a field outside of a label")
        place = (self.home[0] + self.origin[0], self.home[1] + self.origin[1])
        self.drawn.append((place, picture))

    def _store(self, rest: bytes) -> None:
        name, size, row, data = rest.split(b",", 3)
        self.stored[name.decode()] = _rows(_hexadecimal(data, int(size), int(row)), int(row))

    def _feed(self) -> None:
        if not self.open:
            raise Jammed("^XZ without ^XA")
        self.open = False
        if not self.drawn:
            return
        width = self.width or max(place[0] + one.width for place, one in self.drawn)
        length = self.length or max(place[1] + one.height for place, one in self.drawn)
        label = _label((width, length), self.drawn)
        if self.upside_down:
            label = label.transpose(Image.Transpose.ROTATE_180)
        self.labels += [label] * self.copies


def _zpl_picture(rest: bytes) -> Image.Image:
    kind, _sent, size, row, data = rest.removeprefix(b",").split(b",", 4)
    if kind.upper() == b"B":
        pixels = data[: int(size)]
    elif kind.upper() != b"A":
        raise Jammed("a picture of an unknown kind")
    elif data.startswith((b":Z64:", b":B64:")):
        pixels = _base64(data)
    else:
        pixels = _hexadecimal(data, int(size), int(row))
    if len(pixels) != int(size) or int(size) % int(row):
        raise Jammed("a picture of another size than was said")
    return _rows(pixels, int(row))


def _base64(data: bytes) -> bytes:
    kind, letters, check = data.strip()[1:].split(b":")
    if len(check) != 4 or int(check, 16) != crc(letters):
        raise Jammed("a picture was damaged on its way")
    content = base64.b64decode(letters, validate=True)
    return zlib.decompress(content) if kind == b"Z64" else content


def _hexadecimal(data: bytes, size: int, row: int) -> bytes:
    """Hexadecimal digits with ZPL's own repeats, row by row."""
    rows: list[str] = []
    line, repeat = "", 0
    for letter in data.decode("ascii"):
        if letter in _REPEATS:
            repeat += _REPEATS[letter]
        elif letter == ":":
            rows.append(rows[-1])
        elif letter in ",!":
            line = line.ljust(2 * row, "0" if letter == "," else "F")
        elif letter in "0123456789ABCDEFabcdef":
            line += letter * (repeat or 1)
            repeat = 0
        elif not letter.isspace():
            raise Jammed("no digit of a picture")
        while len(line) >= 2 * row:
            rows.append(line[: 2 * row])
            line = line[2 * row :]
    pixels = bytes.fromhex("".join(rows))
    if line or len(pixels) != size:
        raise Jammed("a picture of another size than was said")
    return pixels


@dataclass(slots=True)
class _Epl:
    """The state of an EPL2 printer: one picture buffer that P prints and N clears."""

    labels: list[Image.Image] = field(default_factory=list)
    width: int = 0
    length: int = 0
    reference: tuple[int, int] = (0, 0)
    drawn: list[tuple[tuple[int, int], Image.Image]] = field(default_factory=list)

    def play(self, job: bytes) -> list[Image.Image]:
        place = 0
        while place < len(job):
            if picture := re.compile(rb"GW(\d+),(\d+),(\d+),(\d+)(?:,|\r*\n)").match(job, place):
                place = self._picture(job, picture)
                continue
            end = job.find(b"\n", place)
            end = len(job) if end < 0 else end
            self._line(job[place:end].strip())
            place = end + 1
        if self.drawn:
            raise Jammed("a label was not printed")
        return self.labels

    def _picture(self, job: bytes, found: re.Match[bytes]) -> int:
        x, y, row, height = (int(one) for one in found.groups())
        end = found.end() + row * height
        if end > len(job):
            raise Jammed("a picture does not end")
        # A dot is printed where the bit is 0.
        pixels = bytes(value ^ 0xFF for value in job[found.end() : end])
        at = (self.reference[0] + x, self.reference[1] + y)
        self.drawn.append((at, _rows(pixels, row)))
        return end

    def _bars(self, line: bytes) -> None:
        """The place is where the bars begin, a corner that turns with them."""
        head, text, _rest = line.decode("cp1250").split('"')
        facts = head[1:].rstrip(",").split(",")
        x, y = int(facts[0]), int(facts[1])
        if line[:1] == b"b":
            picture = data_matrix(text, cell=int(facts[3].removeprefix("h")), turns=0)
        else:
            turns = int(facts[2])
            picture = code_128(text, module=int(facts[4]), height=int(facts[6]), turns=turns)
            x -= picture.width if turns in (1, 2) else 0
            y -= picture.height if turns in (2, 3) else 0
        self.drawn.append(((self.reference[0] + x, self.reference[1] + y), picture))

    def _line(self, line: bytes) -> None:
        numbers = [int(one) for one in re.findall(rb"\d+", line)]
        match line[:1]:
            case b"N":
                self.drawn = []
            case b"q":
                self.width = numbers[0]
            case b"Q":
                self.length = numbers[0]
            case b"B" | b"b":
                self._bars(line)
            case b"R":
                self.reference = (numbers[0], numbers[1])
            case b"P":
                label = _label((self.width, self.length), self.drawn)
                self.labels += [label] * math.prod(numbers)
                self.drawn = []
            case b"" | b"D" | b"S" | b"Z" | b"J" | b"O" | b"I" | b"A" | b"X" | b"L":
                pass
            case _:
                raise Jammed(f"unknown: {line[:1]!r}")


def _rows(pixels: bytes, row: int) -> Image.Image:
    """Bytes with 1 for black as a picture with 0 for black."""
    size = (8 * row, len(pixels) // row)
    return Image.frombytes("1", size, bytes(value ^ 0xFF for value in pixels))


def _label(size: tuple[int, int], drawn: list[tuple[tuple[int, int], Image.Image]]) -> Image.Image:
    label = Image.new("1", size, 255)
    for place, picture in drawn:
        label.paste(0, place, picture.point(lambda value: 255 - value, "1"))
    return label
