"""What the Shipments page has done on lanes: the history searched, one shipment read, its label drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from inpost_desk.domain.history import Counts, Detail, HistoryRow, Query, Sort
from inpost_desk.ui.shipments.status_look import URGENCY

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from inpost_desk.session import Session

FIRST: Final = 120
"""Rows read together with the first answer to a question."""
MOST_BY_URGENCY: Final = 5_000


@dataclass(frozen=True, slots=True)
class Found:
    """The numbers that a question means, in order, and some of their rows."""

    query: Query
    ids: list[int]
    rows: list[HistoryRow]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page says beside the rows. `since` is when the first shipment was made."""

    counts: Counts
    badge: int
    since: datetime | None
    services: tuple[str, ...]
    runs: tuple[tuple[int, str, datetime], ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """One shipment in full; `no_return` is the rule why there is no return label for it."""

    detail: Detail
    no_return: str = ""


def find(session: Session, query: Query, seen: Sequence[int]) -> Found:
    """Ask the ledger; `seen` are rows that are looked at now and read too."""
    from inpost_desk.ledger import history

    ids = history.find(session.ledger, query)
    if query.exceptions and query.sort is Sort.MADE and query.descending:
        ids = _by_urgency(session, ids)
    here = set(ids) if seen else set()
    wanted = dict.fromkeys([*ids[:FIRST], *(one for one in seen if one in here)])
    return Found(query, ids, history.rows(session.ledger, list(wanted)))


def _by_urgency(session: Session, ids: list[int]) -> list[int]:
    """The most urgent first, of these the newest; of very many only the newest are sorted."""
    from inpost_desk.ledger import history

    rows = history.rows(session.ledger, ids[:MOST_BY_URGENCY])
    place = {concern: at for at, concern in enumerate(URGENCY)}
    rows.sort(key=lambda row: place.get(row.concern, len(place)) if row.concern else len(place))
    return [row.id for row in rows] + ids[MOST_BY_URGENCY:]


def read(session: Session, ids: Sequence[int]) -> list[HistoryRow]:
    """These rows."""
    from inpost_desk.ledger import history

    return history.rows(session.ledger, ids)


def facts(session: Session, query: Query) -> Facts:
    """How many there are of what, and what can be filtered by."""
    from inpost_desk.ledger import history

    ledger = session.ledger
    return Facts(
        counts=history.counts(ledger, query),
        badge=history.badge(ledger),
        since=history.first_day(ledger),
        services=history.services(ledger),
        runs=history.runs_of(ledger),
    )


def whole(session: Session, shipment: int) -> Whole | None:
    """Everything about one shipment."""
    from inpost_desk.actions.returns import may_return
    from inpost_desk.ledger import history

    detail = history.detail(session.ledger, shipment)
    return None if detail is None else Whole(detail, may_return(detail.row))


def wholes(session: Session, ids: Sequence[int]) -> list[Whole]:
    """The same of several; those that are gone are left out."""
    found = (whole(session, one) for one in ids)
    return [one for one in found if one is not None]


def picture(session: Session, shipment: int) -> QImage | None:
    """The stored label's first page, small; None where none is stored."""
    from inpost_desk.ledger.stored_labels import stored_labels
    from inpost_desk.ui.orders.story import picture_of

    label = stored_labels(session.ledger, [shipment]).get(shipment)
    return picture_of(session, label.file) if label is not None and label.file else None


def track(session: Session, shipment: int, seen: Sequence[int]) -> Whole | None:
    """Ask InPost about one, its way included, and about the rows that are seen; None where it is gone.

    Raises what asking raises.
    """
    from inpost_desk.actions.refresh import refresh_these, track
    from inpost_desk.actions.returns import may_return

    others = [one for one in seen if one != shipment]
    if others:
        refresh_these(session.ledger, session.client, others)
    try:
        detail = track(session.ledger, session.client, shipment)
    except LookupError:
        return None
    return Whole(detail, may_return(detail.row))


def handle(session: Session, ids: Sequence[int], *, handled: bool) -> None:
    """A person has dealt with these exceptions, or takes that back."""
    from inpost_desk.ledger import history

    history.set_handled(session.ledger, ids, handled=handled)
