"""Which column of a foreign order file is probably which field: by its heading and by what is in its cells.

A guess is shown and can be changed; it never uses a column twice. Money to be collected is never guessed
from a column that holds something else, whatever its name. The vocabulary is in `column_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from inpost_desk.domain.column_words import (
    ADDRESS,
    BILLING,
    DELIVERY,
    FIRST,
    FLAGS,
    FLAT,
    HOUSE,
    LAST,
    NOT_OURS,
    PAYING,
    RULES,
    YES,
    Rule,
    Test,
    has_number,
    plain,
    says_cash,
)
from inpost_desk.domain.contents import (
    is_count,
    says_all_contents,
    says_contents,
    says_quantity,
)
from inpost_desk.domain.foreign import KIND_TEXT, NamedColumn, Source, name_columns
from inpost_desk.domain.order import Field, Kind
from inpost_desk.domain.spreadsheet import Table, folded_name

_LOOKED_AT: Final = 500
_STRONG, _WEAK, _BY_CELLS = 100, 60, 30


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with its heading as plain words and its cells that are not blank."""

    named: NamedColumn
    words: str
    texts: tuple[str, ...]
    filled: float

    @property
    def folded(self) -> str:
        """The heading for looking up what it says of the contents."""
        return folded_name(self.named.heading)

    @property
    def billing(self) -> bool:
        """Whether it is about the invoice, not the parcel."""
        return re.search(BILLING, self.words) is not None

    def share(self, test: Test) -> float:
        """Which part of the cells is such; 0 of none."""
        texts = self.texts[:_LOOKED_AT]
        return sum(map(test, texts)) / len(texts) if texts else 0.0


def guess_columns(table: Table) -> dict[Field, Source]:
    """The likely source of each field, where there is one. The order of the columns does not matter."""
    columns = [_column(one, table) for one in name_columns(table)]
    found = _of_one_person(_assigned(columns))
    sources = {field: Source((found[field].named.name,)) for field in Field if field in found}
    if Field.NAME not in found:
        _join(sources, Field.NAME, [found[part] for part in (FIRST, LAST) if part in found])
    if Field.STREET in found:
        street = found[Field.STREET]
        parts = [HOUSE, FLAT] if street.share(has_number) <= 0.5 else [FLAT]
        rest = [found[part] for part in parts if part in found]
        _join(sources, Field.STREET, [street, *rest])
    taken = {column.named.place for column in found.values()}
    free = [column for column in columns if column.named.place not in taken]
    _join(sources, Field.CONTENTS, _contents(free))
    return sources


def cash_column(table: Table) -> str:
    """The column that says which parcels are cash on delivery, without the sum, or "".

    Where no other column holds the sum, they would be handed over without the money.
    """
    cash = RULES[Field.COD]
    for column in (_column(one, table) for one in name_columns(table)):
        paying = re.search(PAYING, column.words) and any(map(says_cash, column.texts))
        named = re.search(f"{cash.strong}|{cash.weak}", column.words)
        if paying or (named and _is_flag(column)):
            return column.named.name
    return ""


def needed_fields(sources: Mapping[Field, Source]) -> tuple[Field, ...]:
    """What no good order can be without, as the parcels of such a file are sent."""
    given = {field for field, source in sources.items() if source}
    kind = sources.get(Field.KIND, Source()).constant
    courier = kind == KIND_TEXT[Kind.COURIER]
    if Field.POINT not in given and kind != KIND_TEXT[Kind.LOCKER]:
        courier = courier or bool(given & set(ADDRESS))
    if not courier:
        return (Field.PHONE, Field.SIZE, Field.POINT, Field.EMAIL)
    person = () if Field.COMPANY in given else (Field.NAME,)
    return (Field.PHONE, Field.SIZE, *person, *ADDRESS)


def missing_fields(sources: Mapping[Field, Source]) -> tuple[Field, ...]:
    """What is needed and has no source yet."""
    return tuple(field for field in needed_fields(sources) if not sources.get(field))


def _join(sources: dict[Field, Source], field: Field, columns: Iterable[_Column]) -> None:
    headings = tuple(column.named.name for column in columns)
    if headings:
        sources[field] = Source(headings)


def _contents(columns: Sequence[_Column]) -> list[_Column]:
    """The column with the whole list, else the one with a product and the one with its number of pieces."""
    listing = [one for one in columns if says_all_contents(one.folded)]
    naming = [one for one in columns if says_contents(one.folded) and one not in listing]
    for likely in (listing, naming):
        # A number of products is not their names.
        worded = [one for one in likely if one.share(_has_letters) >= 0.5]
        if worded:
            best = min(worded, key=lambda one: (-one.filled, one.words, one.texts))
            return [best, *(_counts(columns) if likely is naming else ())]
    return []


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _counts(columns: Sequence[_Column]) -> list[_Column]:
    found = [one for one in columns if says_quantity(one.folded) and one.share(is_count) >= 0.8]
    return found if len(found) == 1 else []


def _assigned(columns: Sequence[_Column]) -> dict[str, _Column]:
    """The best column for each field or part, the surest first, each column once."""
    scores = [(score, key, column) for column in columns for key, score in _scores(column).items()]
    if {FIRST, LAST} - {key for _, key, _ in scores}:
        # A first name alone is no match for a column that holds the whole.
        scores = [one for one in scores if one[1] not in (FIRST, LAST)] or scores
    # Equal scores must not be settled by the order of the columns.
    scores.sort(key=lambda one: (-one[0], one[1], one[2].words, one[2].texts))
    found: dict[str, _Column] = {}
    taken: set[int] = set()
    for _, key, column in scores:
        whole = {FIRST: Field.NAME, LAST: Field.NAME}.get(key)
        if key in found or column.named.place in taken or whole in found:
            continue
        if key == Field.NAME and (FIRST in found or LAST in found):
            continue
        found[key] = column
        taken.add(column.named.place)
    return found


def _of_one_person(found: dict[str, _Column]) -> dict[str, _Column]:
    """Without what is said of the payer alone where the rest is said of the receiver."""
    name = found.get(Field.NAME) or found.get(LAST)
    street = found.get(Field.STREET)
    owners: dict[str, _Column | None] = dict.fromkeys(
        (HOUSE, FLAT, Field.POST_CODE, Field.CITY), street
    )
    owners[Field.COMPANY] = name
    foreign = {
        key
        for key, owner in owners.items()
        if owner and key in found and found[key].billing and not owner.billing
    }
    return {key: column for key, column in found.items() if key not in foreign}


def _column(named: NamedColumn, table: Table) -> _Column:
    at = named.place
    cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
    texts = tuple(cell for cell in cells if cell.strip())
    return _Column(named, _words(named.heading), texts, len(texts) / max(len(table.rows), 1))


def _words(heading: str) -> str:
    """A heading as plain lower-case words: `ReceiverAddress1` is `receiver address 1`."""
    apart = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[^\W\d_])(?=\d)", " ", heading)
    return " ".join(re.findall("[a-z0-9]+", plain(apart)))


def _scores(column: _Column) -> dict[str, float]:
    """How sure it is that the column holds each field or part; what it cannot be is left out."""
    if re.search(NOT_OURS, column.words) or says_contents(column.folded):
        return {}
    named = {key: score for key in RULES if (score := _score(key, column)) > 0}
    if named:
        return named
    alone = {key: rule.alone for key, rule in RULES.items() if rule.alone}
    sure = [key for key, test in alone.items() if column.share(test) >= 0.8]
    return dict.fromkeys(sure, _BY_CELLS + column.filled)


def _score(key: str, column: _Column) -> float:
    """By the heading, and 0 where the cells contradict it."""
    rule = RULES[key]
    base = _heading_score(rule, column.words)
    share = column.share(rule.cells) if rule.cells else 1.0
    if not base or (column.texts and share < 0.5) or (key == Field.COD and _is_flag(column)):
        return 0
    base += 15 if re.search(DELIVERY, column.words) else 0
    base -= 10 if column.billing else 0
    # An empty column may be filled tomorrow, but not before one that is filled today.
    return base + 10 * share + 5 * column.filled - (0 if column.texts else 25)


def _heading_score(rule: Rule, words: str) -> float:
    if not words or re.search(rule.never, words):
        return 0
    if re.search(rule.strong, words):
        return _STRONG
    return _WEAK if re.search(rule.weak, words) else 0


def _is_flag(column: _Column) -> bool:
    """Yes or no whether there is cash on delivery: 1 would be read as one złoty."""
    said = {text.strip().casefold() for text in column.texts}
    return said <= FLAGS and bool(said & YES)
