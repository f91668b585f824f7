"""One label, or one page of our own, as a printer gets it: a page of a PDF, dots, or commands for them.

Nothing is judged here, that is done by `ready`; how several share a sheet is the business of `sheets`.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from inpost_desk.domain.printer import A4, Language, PaperKind, Profile, Reach
from inpost_desk.errors import PaperTrouble
from inpost_desk.labels import epl, zpl
from inpost_desk.labels.bitmap import Drawn, drawn, image_pdf, png
from inpost_desk.labels.placed import fits_as_it_is, placed
from inpost_desk.labels.sheet import page_count
from inpost_desk.printers.printer import Document, Form

log = logging.getLogger(__name__)

FORMS: Final = {Language.ZPL: Form.ZPL, Language.EPL: Form.EPL}
SPEAKERS: Final = {Language.ZPL: zpl, Language.EPL: epl}


@dataclass(frozen=True, slots=True)
class Piece:
    """One label as it goes to the printer. `content` is a PDF or commands, as the printer speaks.

    `pages` are what comes out, none where the very bytes are sent that were read back when they were stored,
    or InPost's own commands. `scale` is below 1 where it had to be made smaller; `plain`: InPost's own
    commands were wanted and could not be used.
    """

    content: bytes
    pages: tuple[Drawn, ...] = ()
    count: int = 1
    scale: float = 1.0
    plain: bool = False


def piece_of(content: bytes, profile: Profile) -> Piece:
    """A PDF as this printer will get it. Raises PaperTrouble."""
    one = single(profile)
    # Where four share a sheet, each is a page of a PDF first.
    as_pdf = profile.language is Language.PDF or profile.paper is PaperKind.A4_FOUR
    if as_pdf and fits_as_it_is(content, one):
        return Piece(content, count=page_count(content))
    pages = tuple(drawn(content, one))
    piece = Piece(content, pages, len(pages), min((page.fit.scale for page in pages), default=1.0))
    if profile.raw:
        return replace(piece, content=b"".join(_spoken(page, profile) for page in pages))
    if not as_pdf:
        return piece
    moved = placed(content, pages, one)
    # Drawn once more: a page's boxes may hide or uncover what the dots knew nothing of.
    again = drawn(moved, _still(one))
    seen = (replace(page, image=new.image) for page, new in zip(pages, again, strict=True))
    return replace(piece, content=moved, pages=tuple(seen))


def piece_of_stored(content: bytes, profile: Profile) -> Piece:
    """As `piece_of`, of a label that was opened and read when it came: one failure is not believed.

    Seen twice in some 600 labels scanned beside a run of a thousand, and never again with the same files; the
    cause is not known, so it is logged.
    """
    try:
        return piece_of(content, profile)
    except PaperTrouble as trouble:
        if trouble.rule != "damaged":
            raise
        log.info("a stored label could not be opened, once more: %r", trouble.__cause__)
        return piece_of(content, profile)


def single(profile: Profile) -> Profile:
    """The printer as one label sees it: on a sheet for four, its quarter."""
    if profile.paper is not PaperKind.A4_FOUR:
        return profile
    return replace(_still(profile), paper=PaperKind.A6)


def true_size(content: bytes, profile: Profile) -> list[Drawn]:
    """The pages of a PDF, up to A4, in the printer's dots as they are. Raises PaperTrouble."""
    return drawn(content, replace(_still(profile), paper=PaperKind.CUSTOM, custom=A4))


def as_dots(pages: Sequence[Drawn], profile: Profile) -> Document:
    """Pictures of these pages for a driver."""
    media = profile.sheet.media
    if profile.reach is Reach.WINDOWS:
        images = tuple(png(one.image) for one in pages)
        return Document(b"", Form.IMAGES, len(pages), media, images, profile.dots)
    return Document(image_pdf(pages, profile), Form.PDF, len(pages), media, dots=profile.dots)


def _still(profile: Profile) -> Profile:
    """The same printer with nothing moved and nothing out of reach."""
    return replace(profile, right=0, down=0, rotation=0, head=0)


def _spoken(page: Drawn, profile: Profile) -> bytes:
    """Commands that draw this page, taken back to pixels and compared before anybody gets them."""
    speak = SPEAKERS[profile.language]
    commands: bytes = speak.graphic(page.image, darkness=profile.darkness)
    again = speak.pictures(commands)
    if len(again) != 1 or again[0].tobytes() != page.image.tobytes():
        raise PaperTrouble("unreadable")
    return commands
