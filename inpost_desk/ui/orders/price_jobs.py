"""What `prices` has done on a lane: InPost asked what rows would cost. Nothing of Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.settings import Settings
from inpost_desk.ui.orders.terms import choices_of

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Rules
    from inpost_desk.actions.prices import KnownPrices
    from inpost_desk.session import Session


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose prices are wanted, and what is known so far."""

    pile: Pile
    rules: Rules
    rows: tuple[PileRow, ...]
    settings: Settings
    known: KnownPrices


def find_sum(session: Session, what: Asking) -> Decimal | None:
    """What these rows cost together, None where that cannot be said."""
    from inpost_desk.actions.prices import ask_prices

    choices = choices_of(session, what.settings)
    if not choices.sending_method:
        return None
    ask_prices(
        session.ledger,
        session.client,
        what.pile.id,
        what.rules,
        what.rows,
        choices=choices,
        known=what.known,
    )
    return what.known.sum(what.rows)
