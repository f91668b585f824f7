"""What `held` has done on lanes: labels that are held back looked at, fetched anew, their layout accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inpost_desk.domain.pile import PileRow
from inpost_desk.session_printers import outlets_of
from inpost_desk.settings import Settings

if TYPE_CHECKING:
    from inpost_desk.actions.held_labels import Preview
    from inpost_desk.actions.ready import Held
    from inpost_desk.session import Session


@dataclass(frozen=True, slots=True)
class Shown:
    """A label that is held back: `numbers` are what must stand on it, `reason` why it was to come again."""

    held: Held
    numbers: tuple[str, ...] = ()
    reason: str = ""

    @property
    def shipment(self) -> int:
        """The ledger's own number of it."""
        return self.held.label.shipment_id


@dataclass(frozen=True, slots=True)
class Bad:
    """A row whose stored label was found bad by that rule."""

    shipment: int
    reference: str
    rule: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look found: those held back still, as they are now, and those that are good by now."""

    shown: list[Shown]
    good: list[Shown]


def look(
    session: Session,
    known: Settings,
    bad: Sequence[Bad],
    kept: Sequence[Shown],
    *,
    anew: bool = False,
) -> Looked:
    """All of them with their pictures and numbers: those found bad when stored, and those kept back later.

    What was kept back is looked at `anew` where the printers are not those it was kept from.
    """
    from inpost_desk.actions.held_labels import look_at
    from inpost_desk.actions.ready import Label
    from inpost_desk.ledger.stored_labels import stored_labels

    labels = [Label(one.shipment, one.reference) for one in bad]
    found = look_at(session.ledger, outlets_of(session, known), labels)
    looked = look_again(session, known, kept) if anew else Looked(list(kept), [])
    shown = {one.shipment: one for one in looked.shown}
    rules = {one.shipment: one.rule for one in bad}
    stored = stored_labels(session.ledger, [*shown, *rules])
    for held in found:
        number = held.label.shipment_id
        # Of one that was never stored, only the row knows why.
        rule = held.rule if number in stored else rules[number]
        shown[number] = Shown(replace(held, rule=rule))
    numbered = [
        replace(one, numbers=stored[number].numbers) if number in stored else one
        for number, one in shown.items()
    ]
    return Looked(numbered, looked.good)


def look_again(session: Session, known: Settings, kept: Sequence[Shown]) -> Looked:
    """These once more, as the printers are now: a fault may have been mended since."""
    from inpost_desk.actions.held_labels import look_at

    held = look_at(session.ledger, outlets_of(session, known), [one.held.label for one in kept])
    now = {one.label.shipment_id: one for one in held}
    return Looked(
        [replace(one, held=now[one.shipment]) for one in kept if one.shipment in now],
        [one for one in kept if one.shipment not in now],
    )


def preview(session: Session, known: Settings, row: PileRow) -> Preview:
    """The row's label as its printer gets it. Raises FileTrouble, PaperTrouble."""
    from inpost_desk.actions import held_labels
    from inpost_desk.actions.press import label_of

    return held_labels.preview(session.ledger, outlets_of(session, known), label_of(row))


def fetch(session: Session, one: Shown) -> str:
    """Fetch it anew; what is wrong with the new one, "" for a good one."""
    from inpost_desk.actions.held_labels import fetch_again

    return fetch_again(session.ledger, session.client, one.held)


def accept(session: Session, about: Sequence[Shown]) -> None:
    """Labels of their service look like these, of which the same is wrong."""
    from inpost_desk.ledger import layouts

    first = about[0].held
    read = {one.shipment: one.held.codes for one in about}
    layouts.accept(session.ledger, first.service, first.rule, read)


def in_order(shown: Sequence[Shown], places: Mapping[int, int]) -> list[Shown]:
    """As their rows stand in the pile; those of no row there at the end."""
    last = max(places.values(), default=0) + 1
    return sorted(shown, key=lambda one: places.get(one.shipment, last))
