"""Labels made ready for a printer, and read back as that printer will get them.

What is wrong with a label holds it back, with a picture and the reason; the others go on in their order.
Sending and following is the business of `printing`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, Self

from inpost_desk.actions.pieces import (
    FORMS,
    SPEAKERS,
    Piece,
    as_dots,
    piece_of,
    piece_of_stored,
    single,
    true_size,
)
from inpost_desk.actions.sheets import laid, whole_sheets
from inpost_desk.domain.printer import Language, PaperKind, Profile
from inpost_desk.errors import FileTrouble, PaperTrouble
from inpost_desk.labels.bitmap import Drawn, drawn, png
from inpost_desk.labels.commands import check_commands
from inpost_desk.labels.placed import is_of_size
from inpost_desk.labels.readback import is_blank, read_bars, read_image
from inpost_desk.labels.sheet import joined, slots_after
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import label_findings, layouts
from inpost_desk.ledger.layouts import UNREADABLE, WRONG
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.stored_labels import StoredLabel
from inpost_desk.printers.printer import Document, Form

log = logging.getLogger(__name__)

# What a person may overrule after a look at the picture; a wrong number or an empty page is never right.
MAY_OVERRULE: Final = frozenset({"unreadable", "bars_unreadable", "wrong_size", "off_paper"})
# InPost's commands are not for this printer: then they are drawn by us.
_DO_NOT_SUIT: Final = frozenset({"wrong_dpi", "wrong_size"})


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

    `overruled` are shipments whose label prints though something is wrong with it; `passed` are labels that a
    person has let pass before (`label_findings.mark`), though they cannot be read; `trusted` are layouts that
    were accepted, each for what was wrong with it (`layouts.trusted`). `commands` are InPost's own, by
    shipment; `slot` is the first free place. `unseen` says whether no label of a service was ever read back,
    `foreign` whether what was read on a shipment's label is the number of another.
    """

    stored: Mapping[int, StoredLabel]
    store: LabelStore
    overruled: Collection[int] = ()
    trusted: Collection[str] = ()
    commands: Mapping[int, bytes] = field(default_factory=dict)
    slot: int = 0
    unseen: Callable[[str], bool] = lambda _service: False
    passed: Collection[str] = ()
    foreign: Callable[[int, Collection[str]], bool] = lambda _shipment, _codes: True

    @classmethod
    def of(
        cls, ledger: Ledger, stored: Mapping[int, StoredLabel], store: LabelStore, **more: Any
    ) -> Self:
        """With everything that the ledger knows of what people have said."""
        return cls(
            stored,
            store,
            trusted=layouts.trusted(ledger),
            unseen=lambda service: not layouts.seen(ledger, service),
            passed=label_findings.passed(ledger),
            foreign=partial(layouts.foreign, ledger),
            **more,
        )

    def lenient(self, known: StoredLabel) -> bool:
        """Whether a person has said of this very label that it need not be readable."""
        mark = label_findings.mark(known.shipment_id, known.sha256)
        return known.shipment_id in self.overruled or mark in self.passed

    def trusts(self, known: StoredLabel, rule: str) -> bool:
        """Whether a person has accepted that labels of its service are like that."""
        return layouts.entry(known.service, rule) in self.trusted

    def lets_pass(self, known: StoredLabel, rule: str, codes: Collection[str]) -> bool:
        """Whether it prints though this is wrong with what can be read on it."""
        if rule in MAY_OVERRULE and self.lenient(known):
            return True
        if not self.trusts(known, rule):
            return False
        return rule != WRONG or not self.foreign(known.shipment_id, codes)


class _Back(Exception):
    """This label is held back."""

    def __init__(self, rule: str, codes: tuple[str, ...] = (), page: Drawn | None = None) -> None:
        super().__init__(rule)
        self.rule = rule
        self.codes = codes
        self.page = page


_Good = tuple[Label, Piece]


def make_ready(
    labels: Sequence[Label], profile: Profile, order: Order, *, front: bytes | None = None
) -> Ready:
    """One document of these labels for this printer, each read back; `front` is a page before the first.

    Raises what is wrong with the document as a whole: PaperTrouble.
    """
    good: list[_Good] = []
    held: dict[int, Held] = {}
    for label in labels:
        try:
            good.append((label, _piece(label, profile, order)))
        except _Back as back:
            held[label.shipment_id] = _held(label, profile, order, back)
    first = [piece_of(front, profile)] if front is not None else []
    if profile.paper is PaperKind.A4_FOUR:
        document, good, also = _on_sheets(good, first, profile, order)
        held |= also
    elif good:
        document = _document([*first, *(piece for _, piece in good)], profile)
    in_order = tuple(held[one.shipment_id] for one in labels if one.shipment_id in held)
    if not good:
        return Ready(None, held=in_order, slot=order.slot)
    pieces = [piece for _, piece in good]
    return Ready(
        document,
        labels=tuple(label for label, _ in good),
        held=in_order,
        smallest=min(piece.scale for piece in pieces),
        slot=_slot_after([*first, *pieces], profile, order.slot),
        plain=tuple(label for label, piece in good if piece.plain),
    )


def document_for(content: bytes, profile: Profile, *, slot: int = 0) -> Document:
    """Pages of our own, which carry no shipment's number, for this printer. Raises PaperTrouble.

    Pages of the sheet's own size stay whole where labels share one.
    """
    if profile.paper is not PaperKind.A4_FOUR:
        return _document([piece_of(content, profile)], profile)
    if is_of_size(content, profile.sheet):
        return whole_sheets(content, profile)
    return laid([piece_of(content, profile)], [()], profile, slot=slot).document


# One label


def _piece(label: Label, profile: Profile, order: Order) -> Piece:
    known = order.stored.get(label.shipment_id)
    if known is None:
        raise _Back("missing")
    lenient = order.lenient(known)
    if known.finding and not (known.finding in MAY_OVERRULE and lenient):
        raise _Back(known.finding)
    try:
        content = order.store.read(known.file, sha256=known.sha256)
    except FileTrouble as trouble:
        raise _Back("missing" if trouble.rule == "missing" else "damaged") from trouble
    commands = order.commands.get(label.shipment_id)
    if commands and not lenient:
        own = _own_commands(commands, known, profile)
        if own is not None:
            return own
    try:
        piece = piece_of_stored(content, profile)
        _judge(_seen(piece, content, profile, order, known), known, order)
        if piece.scale < 1 and not lenient:
            _look_for_bars(piece, content, known, profile)
    except PaperTrouble as trouble:
        raise _Back(trouble.rule) from trouble
    return replace(piece, plain=profile.raw and profile.carrier_commands)


def _own_commands(commands: bytes, known: StoredLabel, profile: Profile) -> Piece | None:
    """InPost's commands as they are: their fields are all that can be checked.

    None where they do not suit this printer, or it would have to move or turn what they draw.
    """
    if not profile.raw or profile.right or profile.down or profile.rotation:
        return None
    try:
        found = SPEAKERS[profile.language].labels_in(commands)
    except PaperTrouble:
        return None
    if len(found) != len(known.numbers):
        raise _Back("page_count")
    for one, number in zip(found, known.numbers, strict=True):
        expected = number if number in one.numbers else _other(one.numbers, known.numbers, number)
        rule = check_commands(one, expected, profile)
        if rule in _DO_NOT_SUIT:
            return None
        if rule:
            raise _Back(rule, one.numbers)
    return Piece(commands, count=len(found))


def _other(found: Sequence[str], numbers: Sequence[str], usual: str) -> str:
    """The parcel of the same shipment that a label is for."""
    return next((one for one in numbers if one in found), usual)


def _seen(
    piece: Piece, content: bytes, profile: Profile, order: Order, known: StoredLabel
) -> Piece:
    """With its pages drawn where they have to be read: what stands there may be another's number by now."""
    if piece.pages or not order.trusts(known, WRONG):
        return piece
    return replace(piece, pages=tuple(drawn(content, single(profile))))


def _judge(piece: Piece, known: StoredLabel, order: Order) -> None:
    """Read the pages back where they are not the very bytes that were read back when they were stored."""
    if piece.count != known.pages:
        raise _Back("page_count")
    left = set(known.numbers)
    # Parcels that InPost has not told the number of.
    nameless = known.pages - len(known.numbers)
    for page in piece.pages:
        if is_blank(page.image):
            raise _Back("blank_page", page=page)
        if page.fit.lost and known.shipment_id not in order.overruled:
            raise _Back("off_paper", page=page)
        codes = read_image(page.image, expected=known.numbers)
        if left.isdisjoint(codes) and codes and nameless > 0:
            nameless -= 1
        elif left.isdisjoint(codes):
            rule = WRONG if codes else "unreadable"
            if not order.lets_pass(known, rule, codes):
                raise _Back(rule, codes, page)
        # Two pages with the same number are not two parcels.
        left.difference_update(codes)


def _look_for_bars(piece: Piece, content: bytes, known: StoredLabel, profile: Profile) -> None:
    """Bars that InPost's scanners could read must still be there on a label that was made smaller."""
    for page, before in zip(piece.pages, true_size(content, profile), strict=True):
        had = set(known.numbers).intersection(read_bars(before.image))
        if not had.issubset(read_bars(page.image)):
            raise _Back("bars_unreadable", page=page)


def _held(label: Label, profile: Profile, order: Order, back: _Back) -> Held:
    # A file's own rule and the system's word for it: `damaged` alone would not tell a disk from a PDF.
    log.warning("a label is held back: %s (%r)", back.rule, back.__cause__)
    known = order.stored.get(label.shipment_id)
    page = back.page or _picture(known, profile, order)
    codes = back.codes
    if known and page and not codes:
        # What stands on one that was found bad when it was stored.
        codes = read_image(page.image, expected=known.numbers)
    layout = known.service if known and _is_layout(known, order, back, codes) else ""
    if page is None:
        return Held(label, back.rule, layout, codes)
    sheet = single(profile).sheet
    return Held(
        label, back.rule, layout, codes, png(page.image), sheet.width / 10, sheet.height / 10
    )


def _is_layout(known: StoredLabel, order: Order, back: _Back, codes: Collection[str]) -> bool:
    """Whether only its layout may be strange, so that a person can accept that for good."""
    if back.rule not in UNREADABLE or not order.unseen(known.service):
        return False
    if back.page is not None and back.page.fit.scale < 1:
        # It was made smaller: that is this printer's paper.
        return False
    return back.rule != WRONG or not order.foreign(known.shipment_id, codes)


def _picture(known: StoredLabel | None, profile: Profile, order: Order) -> Drawn | None:
    """Its first page as far as it can be drawn."""
    if known is None:
        return None
    try:
        content = order.store.read(known.file, sha256=known.sha256)
        return next(iter(drawn(content, single(profile))), None)
    except (FileTrouble, PaperTrouble):
        return None


# A document of several


def _document(pieces: Sequence[Piece], profile: Profile) -> Document:
    """One after the other, each on a paper of its own."""
    media = profile.sheet.media
    pages = sum(piece.count for piece in pieces)
    contents = [piece.content for piece in pieces]
    if profile.raw:
        return Document(
            b"".join(contents), FORMS[profile.language], pages, media, dots=profile.dots
        )
    if profile.language is Language.PDF:
        return Document(joined(contents), Form.PDF, pages, media)
    return as_dots([page for piece in pieces for page in piece.pages], profile)


def _on_sheets(
    good: list[_Good], first: Sequence[Piece], profile: Profile, order: Order
) -> tuple[Document | None, list[_Good], dict[int, Held]]:
    """Four on a sheet; who cannot be read or reached there is held back, and the others move up."""
    held: dict[int, Held] = {}
    while good:
        pieces = [*first, *(piece for _, piece in good)]
        numbers = [() for _ in first] + [_sought(one, order) for one, _ in good]
        sheets = laid(pieces, numbers, profile, slot=order.slot)
        bad: dict[int, Held] = {}
        for place, (label, _) in enumerate(good, len(first)):
            if place in sheets.lost and label.shipment_id not in order.overruled:
                back = _Back("off_paper", page=sheets.lost[place])
            elif place in sheets.missing:
                back = _Back("unreadable")
            else:
                continue
            bad[label.shipment_id] = _held(label, profile, order, back)
        if not bad:
            return sheets.document, good, held
        held |= bad
        good = [one for one in good if one[0].shipment_id not in bad]
    return None, [], held


def _sought(label: Label, order: Order) -> tuple[str, ...]:
    """The numbers that must be found on its sheet."""
    known = order.stored[label.shipment_id]
    accepted = any(order.trusts(known, rule) for rule in ("unreadable", WRONG))
    return () if accepted or order.lenient(known) else known.numbers


def _slot_after(pieces: Sequence[Piece], profile: Profile, slot: int) -> int:
    if profile.paper is not PaperKind.A4_FOUR:
        return slot
    return slots_after(slot, sum(piece.count for piece in pieces))
