"""What `papers` has done on lanes: labels printed and joined, slips and lists made. Nothing of Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.contents import content_lines
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.settings import Settings
from inpost_desk.ui.orders.terms import printer_for_session
from inpost_desk.wording.sentences import money_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.printing import Printed, Printing
    from inpost_desk.labels.own_pages import Headings, Slip
    from inpost_desk.session import Session


@dataclass(frozen=True, slots=True)
class Packing:
    """The parcels of a pile to be packed: their first rows."""

    pile: Pile
    rows: Sequence[PileRow]


SLIPS: Final = "slips"
LIST: Final = "list"


def print_rows(
    session: Session,
    known: Settings,
    rows: Sequence[PileRow],
    reason: str,
    stop: Stop,
    told: Callable[[Printing], None],
) -> Printed:
    """Labels of these rows, in their order; those printed before only for a reason."""
    from inpost_desk.actions.press import label_of
    from inpost_desk.actions.printing import print_labels

    return print_labels(
        session.ledger,
        printer_for_session(session, known),
        [label_of(session.ledger, row) for row in rows],
        now=session.client.now,
        stop=stop,
        reason=reason,
        told=told,
    )


def print_slips(
    session: Session,
    known: Settings,
    packing: Packing,
    stop: Stop,
    told: Callable[[Printing], None],
) -> Printed:
    """A packing slip for each of these parcels, on the label printer."""
    from inpost_desk.actions.printing import Printed, print_document
    from inpost_desk.labels.own_pages import packing_slips

    if stop.asked:
        return Printed(left=1)
    return print_document(
        session.ledger,
        printer_for_session(session, known),
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
    from inpost_desk.labels.store import whole_file

    make = packing_slips if kind == SLIPS else packing_list
    content = make(_slips(session, packing), _headings(packing.pile.file_name))
    with whole_file(place) as file:
        file.write(content)
    return place


def save_labels(session: Session, rows: Sequence[PileRow], place: Path) -> Path:
    """The stored labels of these rows as one PDF, in their order."""
    from inpost_desk.actions.press import label_of
    from inpost_desk.labels.sheet import join

    files = dict.fromkeys(label_of(session.ledger, row).file for row in rows)
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
