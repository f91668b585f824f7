"""Labels made ready for a printer, and read back as that printer will get them.

What is wrong with a label holds it back, with a picture and the reason; the others go on in their order.
Sending and following is the business of `printing`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PIL import Image

from inpost_desk.domain.printer import Language, PaperKind, Profile, Reach
from inpost_desk.errors import FileTrouble, PaperTrouble
from inpost_desk.labels import epl, zpl
from inpost_desk.labels.bitmap import Drawn, drawn, image_pdf, png
from inpost_desk.labels.commands import check_commands
from inpost_desk.labels.placed import fits_as_it_is, is_of_size, placed
from inpost_desk.labels.readback import is_blank, read_image, read_pages
from inpost_desk.labels.sheet import four_up, joined, page_count, slots_after
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger.layouts import UNREADABLE
from inpost_desk.ledger.stored_labels import StoredLabel
from inpost_desk.printers.printer import Document, Form

log = logging.getLogger(__name__)

# What a person may overrule after a look at the picture; a wrong number or an empty page is never right.
MAY_OVERRULE: Final = frozenset({"unreadable", "bars_unreadable", "wrong_size", "off_paper"})
_FORMS: Final = {Language.ZPL: Form.ZPL, Language.EPL: Form.EPL}
_SPEAKERS: Final = {Language.ZPL: zpl, Language.EPL: epl}
_PICTURE_DOTS: Final = 8


@dataclass(frozen=True, slots=True)
class Label:
    """The stored label of a shipment: `shipment_id` is the ledger's own number, not InPost's."""

    shipment_id: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A label that was kept back: `rule` says why, `codes` are what its bar codes say instead.

    `picture` is a PNG of the page as the printer would have got it, "" where there is none to show; `service`
    is set where only its layout may be strange, so that a person can accept that for good.
    """

    label: Label
    rule: str
    service: str = ""
    codes: tuple[str, ...] = ()
    picture: bytes = b""
    width_mm: float = 0.0
    height_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Ready:
    """A document with these labels in this order, None where every one of them is held back.

    `smallest` is the scale of the label that had to be made smallest, 1 where none was. `slot` is the next
    free place of an A4 sheet afterwards. `plain` are labels that InPost's own commands could not be used for.
    """

    document: Document | None
    labels: tuple[Label, ...] = ()
    held: tuple[Held, ...] = ()
    smallest: float = 1.0
    slot: int = 0
    plain: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """What is known of the labels asked for, and what a person has said of them.

    `overruled` are shipments whose label prints though something is wrong with it, `trusted` services whose
    number need not be found. `commands` are InPost's own, by shipment; `slot` is the first free place.
    `unseen` says whether no label of a service was ever read back.
    """

    stored: Mapping[int, StoredLabel]
    store: LabelStore
    overruled: Collection[int] = ()
    trusted: Collection[str] = ()
    commands: Mapping[int, bytes] = field(default_factory=dict)
    slot: int = 0
    unseen: Callable[[str], bool] = lambda _service: False


@dataclass(frozen=True, slots=True)
class _Piece:
    """One label as it goes to the printer: pages of a PDF, or commands with the pages they draw."""

    content: bytes = b""
    pages: tuple[Drawn, ...] = ()
    count: int = 1
    scale: float = 1.0
    plain: bool = False


class _Back(Exception):
    """This label is held back."""

    def __init__(self, rule: str, codes: tuple[str, ...] = (), page: Drawn | None = None) -> None:
        super().__init__(rule)
        self.rule = rule
        self.codes = codes
        self.page = page


def make_ready(
    labels: Sequence[Label], profile: Profile, order: Order, *, front: bytes | None = None
) -> Ready:
    """One document of these labels for this printer, each read back; `front` is a page before the first.

    Raises what is wrong with the sheets as a whole: PaperTrouble.
    """
    good: list[tuple[Label, _Piece]] = []
    held: list[Held] = []
    for label in labels:
        try:
            good.append((label, _piece(label, profile, order)))
        except _Back as back:
            held.append(_held(label, profile, order, back))
    if not good:
        return Ready(None, held=tuple(held), slot=order.slot)
    pieces = [piece for _, piece in good]
    first = [_page_piece(front, profile)] if front is not None else []
    strict = [order.stored[one.shipment_id] for one, _ in good if not _lenient(one, order)]
    check = [number for one in strict for number in one.numbers]
    return Ready(
        _document([*first, *pieces], profile, order.slot, check=check),
        labels=tuple(label for label, _ in good),
        held=tuple(held),
        smallest=min(piece.scale for piece in pieces),
        slot=_slot_after([*first, *pieces], profile, order.slot),
        plain=tuple(label for label, piece in good if piece.plain),
    )


def document_for(content: bytes, profile: Profile, *, slot: int = 0) -> Document:
    """Pages of our own, which carry no shipment's number, for this printer. Raises PaperTrouble.

    Pages of the sheet's own size stay whole where labels share one.
    """
    if profile.paper is PaperKind.A4_FOUR and is_of_size(content, profile.sheet):
        return _as_pages(content, profile, profile.sheet.media)
    return _document([_page_piece(content, profile)], profile, slot, check=[])


# One label


def _piece(label: Label, profile: Profile, order: Order) -> _Piece:
    known = order.stored.get(label.shipment_id)
    if known is None:
        raise _Back("missing")
    strict = label.shipment_id not in order.overruled
    if known.finding and not (known.finding in MAY_OVERRULE and not strict):
        raise _Back(known.finding)
    try:
        content = order.store.read(known.file, sha256=known.sha256)
    except FileTrouble as trouble:
        raise _Back("missing" if trouble.rule == "missing" else "damaged") from trouble
    commands = order.commands.get(label.shipment_id)
    if profile.raw and commands:
        return _own_commands(commands, known, profile)
    wants = profile.raw and profile.carrier_commands
    try:
        piece = _page_piece(content, profile)
        _judge(piece, known, strict=strict, trusted=order.trusted)
    except PaperTrouble as trouble:
        raise _Back(trouble.rule) from trouble
    return replace(piece, plain=wants)


def _own_commands(commands: bytes, known: StoredLabel, profile: Profile) -> _Piece:
    """InPost's commands as they are: their fields are all that can be checked."""
    found = _SPEAKERS[profile.language].labels_in(commands)
    if len(found) != len(known.numbers):
        raise _Back("page_count")
    for one, number in zip(found, known.numbers, strict=True):
        expected = number if number in one.numbers else _other(one.numbers, known.numbers, number)
        rule = check_commands(one, expected, profile)
        if rule:
            raise _Back(rule, one.numbers)
    return _Piece(commands, count=len(found))


def _other(found: Sequence[str], numbers: Sequence[str], usual: str) -> str:
    """The parcel of the same shipment that a label is for."""
    return next((one for one in numbers if one in found), usual)


def _page_piece(content: bytes, profile: Profile) -> _Piece:
    """A PDF as this printer will get it."""
    single = _single(profile)
    if profile.language is Language.PDF and fits_as_it_is(content, single):
        return _Piece(content, count=page_count(content))
    pages = tuple(drawn(content, single))
    scale = min((one.fit.scale for one in pages), default=1.0)
    piece = _Piece(content, pages, len(pages), scale)
    if profile.language is Language.PDF:
        return replace(piece, content=placed(content, pages, single))
    return piece


def _whole(profile: Profile) -> Profile:
    """The printer as one page sees it that takes the whole sheet."""
    return replace(profile, paper=PaperKind.A4) if profile.paper is PaperKind.A4_FOUR else profile


def _single(profile: Profile) -> Profile:
    """The printer as one label sees it: on a sheet for four, its quarter."""
    if profile.paper is not PaperKind.A4_FOUR:
        return profile
    return replace(profile, paper=PaperKind.A6, right=0, down=0, rotation=0, head=0)


def _judge(piece: _Piece, known: StoredLabel, *, strict: bool, trusted: Collection[str]) -> None:
    """Read the pages back where they are not the very bytes that were read back when they were stored."""
    if piece.count != known.pages:
        raise _Back("page_count")
    left = set(known.numbers)
    # Parcels that InPost has not told the number of.
    nameless = known.pages - len(known.numbers)
    for page in piece.pages:
        if is_blank(page.image):
            raise _Back("blank_page", page=page)
        if page.fit.lost and strict:
            raise _Back("off_paper", page=page)
        codes = read_image(page.image, expected=known.numbers)
        if left.isdisjoint(codes) and codes and nameless > 0:
            nameless -= 1
        elif left.isdisjoint(codes):
            rule = "wrong_number" if codes else "unreadable"
            if not (rule in MAY_OVERRULE and not strict) and known.service not in trusted:
                raise _Back(rule, codes, page)
        # Two pages with the same number are not two parcels.
        left.difference_update(codes)


def _lenient(label: Label, order: Order) -> bool:
    """Whether a person has said that it need not be readable."""
    service = order.stored[label.shipment_id].service
    return label.shipment_id in order.overruled or service in order.trusted


def _held(label: Label, profile: Profile, order: Order, back: _Back) -> Held:
    log.warning("a label is held back: %s", back.rule)
    known = order.stored.get(label.shipment_id)
    page = back.page or _picture(known, profile, order)
    layout = (
        known.service if known and back.rule in UNREADABLE and order.unseen(known.service) else ""
    )
    if page is None:
        return Held(label, back.rule, layout, back.codes)
    sheet = _single(profile).sheet
    return Held(
        label, back.rule, layout, back.codes, png(page.image), sheet.width / 10, sheet.height / 10
    )


def _picture(known: StoredLabel | None, profile: Profile, order: Order) -> Drawn | None:
    """Its first page as far as it can be drawn."""
    if known is None:
        return None
    try:
        content = order.store.read(known.file, sha256=known.sha256)
        return next(iter(drawn(content, _single(profile))), None)
    except (FileTrouble, PaperTrouble):
        return None


# A document of several


def _document(
    pieces: Sequence[_Piece], profile: Profile, slot: int, *, check: Sequence[str]
) -> Document:
    media = profile.sheet.media
    pages = sum(piece.count for piece in pieces)
    if profile.raw:
        speak = _SPEAKERS[profile.language]
        parts = [
            b"".join(_spoken(speak, page.image, profile) for page in piece.pages)
            if piece.pages
            else piece.content
            for piece in pieces
        ]
        return Document(b"".join(parts), _FORMS[profile.language], pages, media, dots=profile.dots)
    if profile.paper is PaperKind.A4_FOUR:
        sheets = four_up(joined([piece.content for piece in pieces]), start=slot)
        _check_sheets(sheets, check)
        return _as_pages(sheets, profile, media)
    if profile.language is Language.PDF:
        return Document(joined([piece.content for piece in pieces]), Form.PDF, pages, media)
    return _as_dots([page for piece in pieces for page in piece.pages], profile, media)


def _spoken(speak: object, image: Image.Image, profile: Profile) -> bytes:
    """Commands that draw this page, taken back to pixels and compared before anybody gets them."""
    commands: bytes = speak.graphic(image, darkness=profile.darkness)  # type: ignore[attr-defined]
    again = speak.pictures(commands)  # type: ignore[attr-defined]
    if len(again) != 1 or again[0].tobytes() != image.tobytes():
        raise PaperTrouble("unreadable")
    return commands


def _as_pages(sheets: bytes, profile: Profile, media: str) -> Document:
    """Whole sheets, moved or turned where the printer asks for that."""
    plain = _whole(profile)
    if profile.language is Language.PDF and fits_as_it_is(sheets, plain):
        return Document(sheets, Form.PDF, page_count(sheets), media)
    pages = drawn(sheets, plain)
    if profile.language is Language.PDF:
        moved = placed(sheets, pages, plain)
        return Document(moved, Form.PDF, len(pages), media)
    return _as_dots(pages, profile, media)


def _as_dots(pages: Sequence[Drawn], profile: Profile, media: str) -> Document:
    if profile.reach is Reach.WINDOWS:
        images = tuple(png(one.image) for one in pages)
        return Document(b"", Form.IMAGES, len(pages), media, images, profile.dots)
    return Document(image_pdf(pages, profile), Form.PDF, len(pages), media, dots=profile.dots)


def _check_sheets(sheets: bytes, numbers: Sequence[str]) -> None:
    """Every number must be found on the sheets as they will print."""
    if numbers:
        read = {code for page in read_pages(sheets) for code in page.codes}
        if not read.issuperset(numbers):
            raise PaperTrouble("unreadable")


def _slot_after(pieces: Sequence[_Piece], profile: Profile, slot: int) -> int:
    if profile.paper is not PaperKind.A4_FOUR:
        return slot
    return slots_after(slot, sum(piece.count for piece in pieces))
