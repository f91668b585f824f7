"""Four labels on a sheet of A4, as a printer gets the sheets, and what is wrong with a label there.

Nobody is stopped for it here: `ready` holds such a label back and has the sheets made again without it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from inpost_desk.actions.pieces import Piece, as_dots
from inpost_desk.domain.printer import SLOTS, Language, PaperKind, Profile
from inpost_desk.labels.bitmap import Drawn, drawn
from inpost_desk.labels.placed import fits_as_it_is, placed
from inpost_desk.labels.places import as_printed, label_seen
from inpost_desk.labels.readback import numbers_on, wanted_on
from inpost_desk.labels.sheet import four_up, joined, page_count, sheet_count
from inpost_desk.printers.printer import Document, Form


@dataclass(frozen=True, slots=True)
class Laid:
    """The document. `missing` are the pieces with a number that was not found, by their place in the list;
    `lost` those of which the printer does not reach all, with what it does reach.
    """

    document: Document
    missing: frozenset[int]
    lost: Mapping[int, Drawn]


def laid(
    pieces: Sequence[Piece], numbers: Sequence[Collection[str]], profile: Profile, *, slot: int
) -> Laid:
    """These pieces from this place of the first sheet on; `numbers` are what must be read on each of them.

    They are looked for on the sheets as they will print. Raises PaperTrouble.
    """
    sheets = four_up(joined([piece.content for piece in pieces]), start=slot)
    places = _places(pieces)
    wanted: list[set[str]] = [set() for _ in range(sheet_count(len(places), start=slot))]
    for place, owner in enumerate(places, slot):
        wanted[place // SLOTS].update(numbers[owner])
    if profile.language is Language.PDF and not _touched(profile):
        found = wanted_on(sheets, wanted)
        document = Document(sheets, Form.PDF, len(wanted), profile.sheet.media)
        return Laid(document, _missing(numbers, found), {})
    plain = drawn(sheets, replace(profile, right=0, down=0, rotation=0, head=0))
    document, found = _moved(sheets, plain, profile, wanted)
    lost: dict[int, Drawn] = {}
    for place, owner in enumerate(places, slot):
        seen = label_seen(plain[place // SLOTS], place % SLOTS, profile)
        if seen.fit.lost:
            lost.setdefault(owner, seen)
    return Laid(document, _missing(numbers, found), lost)


def whole_sheets(content: bytes, profile: Profile) -> Document:
    """Pages that take the whole of a sheet, made smaller where they must be. Raises PaperTrouble."""
    whole = replace(profile, paper=PaperKind.A4)
    media = profile.sheet.media
    if profile.language is Language.PDF and fits_as_it_is(content, whole):
        return Document(content, Form.PDF, page_count(content), media)
    pages = drawn(content, whole)
    if profile.language is Language.PDF:
        return Document(placed(content, pages, whole), Form.PDF, len(pages), media)
    return as_dots(pages, whole)


def _moved(
    sheets: bytes, plain: Sequence[Drawn], profile: Profile, wanted: Sequence[Collection[str]]
) -> tuple[Document, frozenset[str]]:
    """The sheets where the printer's owner wants them, and the numbers that can be read there."""
    pages = [as_printed(one, profile) for one in plain]
    if profile.language is Language.PDF:
        content = placed(sheets, pages, profile)
        document = Document(content, Form.PDF, len(pages), profile.sheet.media)
        return document, wanted_on(content, wanted)
    found = [numbers_on(page.image, one) for page, one in zip(pages, wanted, strict=True)]
    return as_dots(pages, profile), frozenset().union(*found)


def _touched(profile: Profile) -> bool:
    moved = profile.right or profile.down or profile.rotation
    return bool(moved) or profile.printable < profile.sheet.width


def _places(pieces: Sequence[Piece]) -> list[int]:
    """Which piece lies in each place that is taken."""
    return [owner for owner, piece in enumerate(pieces) for _ in range(piece.count)]


def _missing(numbers: Sequence[Collection[str]], found: frozenset[str]) -> frozenset[int]:
    return frozenset(owner for owner, own in enumerate(numbers) if not found.issuperset(own))
