"""The guides as they ship: their text, chapters and pictures, read on a lane. No widgets.

The same Markdown is read on GitHub, so a chapter is found by GitHub's name of its heading, or by an
`<a id="…"></a>` that stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

from inpost_desk.domain.folding import fold
from inpost_desk.paths import resource
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

GUIDES: Final = {
    "packer": QT_TRANSLATE_NOOP("ui", "For the packer"),
    "owner": QT_TRANSLATE_NOOP("ui", "For the owner"),
    "windows": QT_TRANSLATE_NOOP("ui", "On Windows"),
    "programmer": QT_TRANSLATE_NOOP("ui", "For the programmer"),
}
"""File names without their ending, in the order of the list."""

_HEADING: Final = re.compile(r"(#{1,6}) +(.+?)[ #]*$")
_NAME: Final = re.compile(r'<a (?:id|name)="([^"]+)"></a>')
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_KEY: Final = re.compile(r"<kbd>(.*?)</kbd>")
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_PICTURE: Final = re.compile(r"!\[[^\]]*\]\(([^)\s]+)")
_FENCES: Final = ("```", "~~~")
_LAST_SINGLE: Final = 0xFFFF
"""Letters after this one count twice for Qt."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading: how deep it stands, its words, and the names that links know it by."""

    level: int
    title: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One file in one language; `chapters` are all its headings in the order of the text.

    `letters` is the text as it is searched.
    """

    key: str
    text: str
    chapters: tuple[Chapter, ...]
    pictures: Mapping[str, QImage]
    letters: str

    def at(self, name: str) -> int | None:
        """The number of the chapter that a link calls so."""
        found = (number for number, one in enumerate(self.chapters) if name in one.names)
        return next(found, None)


def read_guides(language: str) -> tuple[Guide, ...]:
    """All guides there are in that language."""
    places = (resource(f"help/{language}/{key}.md") for key in GUIDES)
    return tuple(read_guide(place) for place in places if place.is_file())


def read_guide(place: Path) -> Guide:
    """One file with its pictures, decoded. A picture that is missing is left out."""
    text, chapters = split(place.read_text("utf-8"))
    names = dict.fromkeys(_PICTURE.findall(text))
    pictures = {name: QImage(str(place.parent / name)) for name in names}
    return Guide(place.stem, text, chapters, pictures, letters(text))


def letters(text: str) -> str:
    """As a search compares it: folded, with each letter still at its place as Qt counts them."""
    if text.isascii():
        return text.casefold()
    return "".join(map(_letter, text))


@lru_cache(maxsize=1_000)
def _letter(letter: str) -> str:
    if ord(letter) > _LAST_SINGLE:
        return "\0\0"
    folded = fold(letter)
    return folded if len(folded) == 1 else letter


def split(markdown: str) -> tuple[str, tuple[Chapter, ...]]:
    """The text as Qt shows it, without HTML that Qt would show as such, and its headings."""
    lines: list[str] = []
    chapters: list[Chapter] = []
    names: list[str] = []
    fenced = False
    for line in _COMMENT.sub("", markdown).splitlines():
        if line.lstrip().startswith(_FENCES):
            fenced = not fenced
        if fenced:
            lines.append(line)
            continue
        names += _NAME.findall(line)
        plain = _KEY.sub(r"**\1**", _NAME.sub("", line))
        if (heading := _HEADING.match(plain)) is not None:
            chapters.append(_chapter(heading, names, chapters))
            names = []
        if plain.strip() or not line.strip():
            lines.append(plain)
    return "\n".join(lines), tuple(chapters)


def _chapter(heading: re.Match[str], names: list[str], before: list[Chapter]) -> Chapter:
    title = re.sub(r"[*`]", "", _LINK.sub(r"\1", heading[2]))
    slug = slug_of(title)
    same = sum(slug == slug_of(one.title) for one in before)
    return Chapter(len(heading[1]), title, (f"{slug}-{same}" if same else slug, *names))


def slug_of(title: str) -> str:
    """GitHub's name of a heading."""
    return re.sub(r"[^\w\- ]", "", title.strip().casefold()).replace(" ", "-")
