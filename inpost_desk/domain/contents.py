"""What lies in a parcel, as shops write it: for whoever packs, never for InPost.

Which headings mean it, and its text as lines. Headings are given folded, as `spreadsheet.folded_name` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from inpost_desk.domain import checks

_IN = r"(zamowienia|wzamowieniu|paczki|wpaczce|przesylki|wprzesylce)?"
_OF = r"(order(ed)?|parcel|package|shipment|line)?"
_LIST: Final = re.compile(
    rf"(opis)?zawartosc(i)?{_IN}"
    rf"|(lista|listy|spis|wykaz|nazwy|zamowione)?(produkt(y|ow)|towar(y|ow)|artykul(y|ow)"
    rf"|przedmiot(y|ow)|pozycj(e|i)){_IN}"
    rf"|asortyment{_IN}"
    rf"|{_OF}(contents?|items|products|goods)(list|names)?"
    rf"|(list|names)of(items|products|goods)|(item|product)(list|names)"
)
_ONE: Final = re.compile(
    rf"(nazwa)?(produkt(u)?|towar(u)?|artykul(u)?|przedmiot(u)?){_IN}"
    rf"|(nazwa|tytul)(oferty|aukcji|pozycji)"
    rf"|{_OF}(item|product)(name|title)?|offer(name|title)"
)
_QUANTITY: Final = re.compile(
    rf"(ilosc|sztuk|sztuki|szt)(sztuk|szt|produktu|towaru)?|liczbasztuk|{_OF}(item|product)?(quantity|qty)"
)
_COUNT: Final = re.compile(r"([0-9]{1,6})([.,]0+)?( ?szt\.?)?")
_BETWEEN: Final = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+|;\s+|\s\|\s")


def says_contents(folded: str) -> bool:
    """Whether a column of that heading holds what is in the parcels."""
    return says_all_contents(folded) or _ONE.fullmatch(folded) is not None


def says_all_contents(folded: str) -> bool:
    """Whether it holds the whole list, where others hold one product."""
    return _LIST.fullmatch(folded) is not None


def says_quantity(folded: str) -> bool:
    """Whether it says how many pieces of a product there are."""
    return _QUANTITY.fullmatch(folded) is not None


def is_count(text: str) -> bool:
    """Whether a cell is a number of pieces."""
    return _COUNT.fullmatch(checks.tidy(text)) is not None


def content_lines(text: str) -> tuple[str, ...]:
    """A cell as the lines it holds: parted by line breaks, `; ` or ` | `."""
    parts = _BETWEEN.split(checks.unwrapped(text))
    lines = (checks.tidy(part).strip(" ;|") for part in parts)
    return tuple(line for line in lines if line)


def joined_contents(texts: Sequence[str], quantities: Sequence[bool]) -> str:
    """Cells of several columns as one, line by line where they have as many; `quantities`: which count."""
    columns = [
        (content_lines(text), counts) for text, counts in zip(texts, quantities, strict=True)
    ]
    filled = [(lines, counts) for lines, counts in columns if lines]
    if len({len(lines) for lines, _ in filled}) > 1:
        # Nobody can say which number belongs to which product.
        return "\n".join(line for lines, _ in filled for line in lines)
    counting = [counts for _, counts in filled]
    return "\n".join(
        _joined_line(parts, counting) for parts in zip(*(lines for lines, _ in filled), strict=True)
    )


def _joined_line(parts: Sequence[str], counting: Sequence[bool]) -> str:
    whole, leading = "", False
    for part, counts in zip(parts, counting, strict=True):
        count = _COUNT.fullmatch(part) if counts else None
        if whole:
            whole += " × " if count or leading else " "
        leading = not whole and count is not None
        whole += count.group(1) if count else part
    return whole
