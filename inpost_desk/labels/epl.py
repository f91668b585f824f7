"""EPL2, the language of older desktop Zebras: a picture as commands and back, and InPost's own taken apart.

A picture's bytes are sent as they are, so a file is read from its beginning and never searched. Only fields
of InPost's commands are read; nothing is drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from PIL import Image

from inpost_desk.domain.printer import DARKEST
from inpost_desk.errors import PaperTrouble
from inpost_desk.labels.commands import CommandLabel

_GAP: Final = 24
"""Three millimetres of a 203 dpi head between two labels."""
_INVERTED: Final = bytes(255 - value for value in range(256))

_OURS: Final = re.compile(rb"\s*N\nq\d+\nQ\d+,\d+\n(?:D\d+\n)?GW0,0,(?P<row>\d+),(?P<height>\d+),")
_WIDTH: Final = re.compile(rb"\s*N\nq(\d+)\n")
# Zebra takes a line's end for the last comma, and no line's end after the bytes.
_RAW: Final = re.compile(rb'GW\d+,\d+,(\d+),(\d+)(?:,|\r*\n)|GM"[^"]*"(\d+)\r?\n')
_DRAWING: Final = re.compile(r"A-?\d|B-?\d|b-?\d|GW|GG|LO|LE|LW|LS|X\d")
_CODE: Final = re.compile(r'[Bb]-?\d+,.*?"((?:[^"\\]|\\.)*)"\s*$')


def graphic(image: Image.Image, *, darkness: int | None = None) -> bytes:
    """One label that prints this picture from the head's first dot. `darkness` is 0 to 30, here 0 to 15."""
    black = image.convert("1", dither=Image.Dither.NONE).tobytes("raw", "1;I")
    return b"\nN\nq%d\nQ%d,%d\n%bGW0,0,%d,%d,%b\nP1\n" % (
        image.width,
        image.height,
        _GAP,
        b"" if darkness is None else b"D%d\n" % (darkness * 15 // DARKEST),
        -(-image.width // 8),
        image.height,
        # White is 1 here.
        black.translate(_INVERTED),
    )


def pictures(commands: bytes) -> list[Image.Image]:
    """The pictures of our own commands, decoded back. Raises PaperTrouble `damaged`."""
    found = []
    place = 0
    while place < len(commands):
        head, wide = _OURS.match(commands, place), _WIDTH.match(commands, place)
        if head is None or wide is None:
            raise PaperTrouble("damaged")
        end = head.end() + int(head["row"]) * int(head["height"])
        if commands[end : end + 4] != b"\nP1\n":
            raise PaperTrouble("damaged")
        size = int(wide[1]), int(head["height"])
        black = commands[head.end() : end].translate(_INVERTED)
        found.append(Image.frombytes("1", size, black, "raw", "1;I"))
        place = end + 4
    return found


def labels_in(commands: bytes) -> list[CommandLabel]:
    """InPost's commands, split per label. Raises PaperTrouble `damaged`: none, or the last does not end."""
    reading = _Reading()
    place = 0
    while place < len(commands):
        raw = _RAW.match(commands, place)
        if raw:
            line, end = raw[0], raw.end() + _raw_size(raw)
        else:
            end = commands.find(b"\n", place) + 1 or len(commands)
            line = commands[place:end]
        reading.take(line.decode("cp1250", "replace").strip(), commands[place:end])
        place = end
    return reading.finish()


def _raw_size(raw: re.Match[bytes]) -> int:
    return int(raw[3]) if raw[3] else int(raw[1]) * int(raw[2])


@dataclass(slots=True)
class _Reading:
    """One pass over a file: what was seen of the label that is open, and of the printer's state."""

    labels: list[CommandLabel] = field(default_factory=list)
    content: bytes = b""
    numbers: list[str] = field(default_factory=list)
    ink: bool = False
    width: int = 0
    height: int = 0

    def take(self, line: str, content: bytes) -> None:
        self.content += content
        if line == "N":
            self.numbers, self.ink = [], False
        elif found := re.match(r"q(\d+)", line):
            self.width = int(found[1])
        elif found := re.match(r"Q(\d+)", line):
            self.height = int(found[1])
        elif found := re.fullmatch(r"P(\d*)(?:,(\d+))?", line):
            # So many labels, and so many copies of each.
            self._close(int(found[1] or 1) * int(found[2] or 1))
        elif _DRAWING.match(line):
            self.ink = True
            if code := _CODE.match(line):
                self.numbers.append(re.sub(r"\\(.)", r"\1", code[1]).strip())

    def finish(self) -> list[CommandLabel]:
        if self.ink or not self.labels:
            raise PaperTrouble("damaged")
        return self.labels

    def _close(self, copies: int) -> None:
        self.labels.append(
            CommandLabel(
                content=self.content,
                numbers=tuple(self.numbers),
                width_dots=self.width,
                height_dots=self.height,
                blank=not self.ink,
                copies=copies,
            )
        )
        self.content, self.numbers, self.ink = b"", [], False
