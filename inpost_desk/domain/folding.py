"""Texts as a search compares them: small letters without their marks, so that Łódź is found by lodz."""

from __future__ import annotations

import unicodedata
from typing import Final

# Those that Unicode does not take apart.
_FOLDED: Final = str.maketrans("ąćęłńóśźżßđø", "acelnoszzsdo")


def fold(text: str) -> str:
    """Small letters without their marks: Łódź becomes lodz."""
    small = text.casefold()
    if small.isascii():
        return small
    small = small.translate(_FOLDED)
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
