"""Names in other scripts: InPost's labels print Latin letters only (API §2.5).

Cyrillic is written in Latin letters as passports do it, Ukrainian unless a letter is Russian. For other
scripts there is no one answer, so they are refused, and so are pictures.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final


def _table(letters: str, latin: str) -> dict[str, str]:
    """A dash stands for no letter at all."""
    return {one: other.strip("-") for one, other in zip(letters, latin.split(), strict=True)}


_OF_UKRAINE = _table(
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяў",
    "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia u",
)
_OF_RUSSIA = _table(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia",
)
# A letter of the other language may stand in a name too.
_UKRAINIAN: Final = _OF_RUSSIA | _OF_UKRAINE
_RUSSIAN: Final = _OF_UKRAINE | _OF_RUSSIA
_STARTING: Final = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_ONLY_RUSSIAN: Final = frozenset("ёъыэ")
_WORD = re.compile(r"[\w'’ʼ]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LAST_OF_LATIN: Final = 0x24F


def in_latin(text: str) -> str:
    """The text with its Cyrillic letters in Latin ones; everything else stays."""
    if not _CYRILLIC.search(text):
        return text
    russian = not _ONLY_RUSSIAN.isdisjoint(text.casefold())
    return _WORD.sub(lambda word: _word(word[0], russian=russian), text)


def script_rule(text: str) -> str:
    """Why a label cannot print this text, or ""."""
    if text.isascii():
        return ""
    for char in text:
        if ord(char) <= _LAST_OF_LATIN:
            continue
        if unicodedata.category(char) in {"So", "Sk", "Cn", "Co", "Cs"}:
            return "invalid_characters"
        if char.isalpha() and not unicodedata.name(char, "").startswith("LATIN"):
            return "not_latin_script"
    return ""


def _word(word: str, *, russian: bool) -> str:
    if not _CYRILLIC.search(word):
        return word
    table = _RUSSIAN if russian else _UKRAINIAN
    letters = [_letter(char, table, start=place == 0) for place, char in enumerate(word)]
    written = "".join(letters)
    return written.upper() if word.isupper() and len(word) > 1 else written


def _letter(char: str, table: dict[str, str], *, start: bool) -> str:
    small = char.lower()
    if char in "'’ʼ" and table is _UKRAINIAN:
        return ""
    latin = table.get(small)
    if latin is None:
        return char
    if start and table is _UKRAINIAN:
        latin = _STARTING.get(small, latin)
    return latin.capitalize() if char != small else latin
