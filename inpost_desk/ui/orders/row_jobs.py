"""What `row_deeds` has done on lanes: a row's shipment as a beginning for the wizard, or cancelled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import Draft, Mode, from_json
from inpost_desk.domain.draft_from import draft_of
from inpost_desk.ui.shipment.beginning import Beginning, replacement_of

if TYPE_CHECKING:
    from inpost_desk.ledger.changes import Ours
    from inpost_desk.session import Session


class Shipped(Protocol):
    """A row, of a pile or of the history, whose shipment InPost has."""

    @property
    def local_id(self) -> int | None:
        """The ledger's own number of the shipment."""

    @property
    def reference(self) -> str:
        """Of its order."""

    @property
    def tracking_number(self) -> str:
        """The number on its label, "" while there is none."""


CANCELLED, BOUGHT, PENDING, BUSY, FAILED = "cancelled", "bought", "pending", "busy", "failed"


def replacement(session: Session, row: Shipped) -> Beginning | None:
    """Its shipment to be corrected, or the replacement that was begun and is not paid yet."""
    from inpost_desk.ledger import changes

    ours = _ours(session, row)
    if ours is None or row.local_id is None:
        return None
    begun = changes.find(session.ledger, ours.replaced_by) if ours.replaced_by else None
    draft = from_json(begun.wish.encode()) if begun is not None and begun.wish else None
    return replacement_of(
        row.local_id,
        draft or _draft(session, ours),
        reference=row.reference,
        number=row.tracking_number,
    )


def choice(session: Session, row: Shipped) -> Beginning | None:
    """Its offers; None where nobody chooses one, as InPost does that by itself."""
    from inpost_desk.domain.stage import Mode as Paying

    ours = _ours(session, row)
    return paying(session, row) if ours is not None and ours.mode == Paying.OFFERS else None


def paying(session: Session, row: Shipped) -> Beginning | None:
    """Its offers, whoever was to choose one at first: a failed payment is made up for by a person."""
    ours = _ours(session, row)
    if ours is None:
        return None
    return Beginning(
        replace(_draft(session, ours), mode=Mode.OFFERS),
        f"made-{ours.shipment_id}",
        made=ours.shipment_id,
        run_id=ours.run_id or 0,
        reference=row.reference,
    )


def another(session: Session, row: Shipped) -> Beginning | None:
    """One more parcel of its order, without money."""
    from inpost_desk.actions.new_shipment import another_parcel

    ours = _ours(session, row)
    if ours is None:
        return None
    draft = another_parcel(session.ledger, row.reference, _draft(session, ours))
    return Beginning(draft, again=True)


def cancel(session: Session, row: Shipped, stop: Stop) -> tuple[str, str]:
    """What it became: one of the above, with the number it was bought under or the rule it was refused by."""
    from inpost_desk.actions import unpaid
    from inpost_desk.actions.changing import Bought, Busy, Cancelled, Failed

    end = unpaid.cancel(session.ledger, session.client, row.local_id or 0, stop=stop)
    match end:
        case Cancelled():
            return CANCELLED, ""
        case Bought():
            return BOUGHT, end.tracking_number
        case Failed():
            return FAILED, end.rule
        case Busy():
            return BUSY, ""
        case _:
            return PENDING, ""


def _ours(session: Session, row: Shipped) -> Ours | None:
    from inpost_desk.ledger import changes

    found = changes.find(session.ledger, row.local_id or 0)
    return found if found is not None and found.shipx_id is not None else None


def _draft(session: Session, ours: Ours) -> Draft:
    """As it was typed, or as InPost describes it. Raises what asking raises."""
    if ours.shipx_id is None:
        return Draft()
    return draft_of(ours.wish, session.client.shipment(ours.shipx_id))
