"""What `papers` has done on lanes: labels printed and joined, slips and lists made. Nothing of Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.contents import content_lines
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.printer import Purpose
from inpost_desk.session_printers import outlets_of
from inpost_desk.settings import Settings
from inpost_desk.wording.sentences import money_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.last_good import ComesAgain
    from inpost_desk.actions.print_line import Printed, Printing
    from inpost_desk.labels.own_pages import Headings, Slip
    from inpost_desk.session import Session


@dataclass(frozen=True, slots=True)
class Packing:
    """The parcels of a pile to be packed: their first rows."""

    pile: Pile
    rows: Sequence[PileRow]


class Wish(NamedTuple):
    """A label to be printed: `shipment` is the ledger's own number."""

    shipment: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Labels in the order they are to come, and why those printed before come again.

    `overruled` are shipments whose label prints although something is wrong with it.
    """

    labels: Sequence[Wish]
    reason: str = ""
    overruled: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class LastGood:
    """What comes again after the last good label, undecided so far, and the first one's reference."""

    seen: ComesAgain
    first: str = ""


SLIPS: Final = "slips"
LIST: Final = "list"


def print_labels(
    session: Session, known: Settings, asked: Asked, stop: Stop, told: Callable[[Printing], None]
) -> Printed:
    """These labels; those printed before only for a reason."""
    from inpost_desk.actions import printing
    from inpost_desk.actions.ready import Label
    from inpost_desk.ledger.label_findings import let_pass

    done = printing.print_labels(
        session.ledger,
        outlets_of(session, known),
        [Label(*one) for one in asked.labels],
        now=session.client.now,
        stop=stop,
        reason=asked.reason,
        overruled=asked.overruled,
        told=keeping(told),
    )
    held = {one.label.shipment_id for one in done.held}
    if not (done.failed or done.cancelled or done.left):
        let_pass(session.ledger, asked.overruled - held)
    return done


def keeping(told: Callable[[Printing], None]) -> Callable[[Printing], None]:
    """Tell with each word also what came up before it: the window hears only the newest."""
    kept: Printing | None = None

    def tell(now: Printing) -> None:
        nonlocal kept
        before = kept or now
        kept = replace(
            now,
            stand_in=now.stand_in or before.stand_in,
            away=now.away or before.away,
            shared=now.shared or before.shared,
            smallest=min(now.smallest, before.smallest),
            plain=max(now.plain, before.plain),
        )
        told(kept)

    return tell


def last_label(session: Session) -> Wish | None:
    """The label that went to a printer last, None where none did."""
    from inpost_desk.actions.printing import last_printed
    from inpost_desk.ledger import changes

    number = last_printed(session.ledger)
    if number is None:
        return None
    ours = changes.find(session.ledger, number)
    return Wish(number, ours.reference if ours is not None else "")


def look_after_last_good(session: Session, number: str) -> LastGood:
    """What would have to come again after the label with this number.

    Raises `PaperTrouble` `not_printed_here`, `still_at_printer`.
    """
    from inpost_desk.actions.last_good import what_comes_again
    from inpost_desk.ledger import changes

    seen = what_comes_again(session.ledger, number)
    first = changes.find(session.ledger, seen.shipments[0]) if seen.shipments else None
    return LastGood(seen, first.reference if first is not None else "")


def decide_last_good(session: Session, known: Settings, seen: ComesAgain) -> list[int]:
    """A person agreed: the shipments whose labels come again. Raises `PaperTrouble` `still_at_printer`."""
    from inpost_desk.actions import last_good

    outlets = outlets_of(session, known)
    return last_good.decide(session.ledger, outlets, seen, now=session.client.now, stop=Stop())


def print_slips(
    session: Session,
    known: Settings,
    packing: Packing,
    stop: Stop,
    told: Callable[[Printing], None],
) -> Printed:
    """A packing slip for each of these parcels, on the label printer."""
    from inpost_desk.actions.print_line import Printed
    from inpost_desk.actions.printing import print_document
    from inpost_desk.labels.own_pages import packing_slips

    if stop.asked:
        return Printed(left=1)
    return print_document(
        session.ledger,
        outlets_of(session, known).serving(Purpose.SLIPS),
        packing_slips(_slips(session, packing), _headings("")),
        document="slips",
        title=translate("ui", "Packing slips"),
        now=session.client.now,
        stop=stop,
        told=told,
    )


def save_packing(session: Session, packing: Packing, kind: str, place: Path) -> Path:
    """Slips or a list as a PDF."""
    from inpost_desk.labels.own_pages import packing_list, packing_slips
    from inpost_desk.whole_file import write_whole

    make = packing_slips if kind == SLIPS else packing_list
    content = make(_slips(session, packing), _headings(packing.pile.file_name))
    write_whole(place, content)
    return place


def save_labels(session: Session, rows: Sequence[PileRow], place: Path) -> Path:
    """The stored labels of these rows as one PDF, in their order."""
    from inpost_desk.actions.ship import LABEL_FOLDER
    from inpost_desk.labels.sheet import join
    from inpost_desk.labels.store import LabelStore

    store = LabelStore(session.ledger.folder / LABEL_FOLDER)
    files = dict.fromkeys(store.path(row.label) for row in rows)
    join(list(files), place)
    return place


def save_labels_of_run(session: Session, run_id: int, place: Path) -> Path:
    """The stored labels of a run as one PDF, in the order of its pile."""
    from inpost_desk.actions.ship import join_labels
    from inpost_desk.errors import PaperTrouble
    from inpost_desk.ledger.report import standing_of_run

    if not join_labels(session.ledger, standing_of_run(session.ledger, run_id), place):
        raise PaperTrouble("empty")
    return place


def decide(session: Session, printed: Sequence[PileRow], missing: Sequence[PileRow]) -> None:
    """What a person saw of labels that were being sent when the program ended."""
    from inpost_desk.ledger import prints

    now = session.client.now()
    for rows, came_out in ((printed, True), (missing, False)):
        shipments = [row.local_id for row in rows if row.local_id is not None]
        prints.decide(session.ledger, shipments, printed=came_out, now=now)


def _slips(session: Session, packing: Packing) -> list[Slip]:
    from inpost_desk.labels.own_pages import Slip
    from inpost_desk.ledger.piles import contents_of

    contents = contents_of(session.ledger, packing.pile.id, [row.row for row in packing.rows])
    return [
        Slip(
            row.reference,
            point=row.point or row.place,
            size=row.size,
            cod=f"{money_words(row.cod)} zł" if row.cod else "",
            receiver=row.name,
            lines=tuple(line for text in contents.get(row.row, ()) for line in content_lines(text)),
        )
        for row in packing.rows
    ]


def _headings(title: str) -> Headings:
    from inpost_desk.labels.own_pages import Headings

    return Headings(
        title=title,
        point=translate("ui", "Destination"),
        size=translate("ui", "Size"),
        cod=translate("ui", "Cash on delivery"),
        receiver=translate("ui", "Receiver"),
        contents=translate("ui", "Contents"),
    )
