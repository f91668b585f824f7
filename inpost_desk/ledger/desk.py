"""The Orders table's rows: what a pile says, with how each row stands at InPost and on paper. Only reads."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Select, select

from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.stage import Outcome, Stage
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import SENT_BEFORE
from inpost_desk.ledger.prints import at_printer, maybe_printed, printed_states
from inpost_desk.ledger.report import MOST_ROWS, RowStanding, standing_of_pile
from inpost_desk.ledger.schema import pile_rows

REPEATED = "repeated"
# InPost takes no Paczka w Weekend now: nobody has said what becomes of the row, or it waits.
WEEKEND_ASKED, WEEKEND_SHUT = "weekend_asked", "weekend_shut"
# Fields of a row's own, that an order in the ledger does not change; in the order of `PileRow`.
_SHOWN = (
    "row", "line", "reference", "name", "kind", "size", "point", "place", "phone", "cod", "insurance",
    "weekend", "field", "rule", "value", "good", "held", "same_parcel_as", "given", "sent_again",
)  # fmt: skip
_QUESTIONS = frozenset({REPEATED, WEEKEND_ASKED})
_PRINTED = {"done": Stage.PRINTED, "sent": Stage.PRINTED, "sending": Stage.PRINTING}
_OUTCOMES = {
    Outcome.OFFERED: Stage.OFFERED,
    Outcome.REPLACED: Stage.REPLACED,
    Outcome.UNPAID: Stage.UNPAID,
    Outcome.UNSURE: Stage.UNSURE,
    Outcome.REFUSED: Stage.REFUSED,
}


def shown_rows(ledger: Ledger, pile: Pile, rows: Collection[int] | None = None) -> list[PileRow]:
    """The rows of a pile in pile order, or only these; removed ones are left out."""
    some = rows if rows is not None and len(rows) <= MOST_ROWS else None
    judge = Judge(ledger, pile, some)
    found = list(judge.rows(rows_of(pile, some)))
    return found if rows is None or some is not None else [one for one in found if one.row in rows]


def first_rows(ledger: Ledger, pile: Pile, *, most: int) -> list[PileRow]:
    """The pile's first rows, for a window that has just opened."""
    query = rows_of(pile, None).limit(most)
    with ledger.read() as connection:
        numbers = [one.row for one in connection.execute(query)]
    return shown_rows(ledger, pile, numbers)


def rows_of(pile: Pile, rows: Collection[int] | None) -> Select[Any]:
    query = (
        select(*(pile_rows.c[name] for name in _SHOWN))
        .where(pile_rows.c.pile_id == pile.id, pile_rows.c.removed.is_(False))
        .order_by(pile_rows.c.row)
    )
    return query if rows is None else query.where(pile_rows.c.row.in_(sorted(rows)))


class Judge:
    """Says of each row where it stands."""

    def __init__(self, ledger: Ledger, pile: Pile, rows: Collection[int] | None) -> None:
        self._ledger = ledger
        self._pile = pile
        self._standing = standing_of_pile(ledger, pile.digest, rows)
        ids = [one.local_id for one in self._standing.values() if one.local_id is not None]
        self._printed = printed_states(ledger, ids) if ids else {}
        self._maybe = frozenset(maybe_printed(ledger)) if ids else frozenset()
        self._at_printer = at_printer(ledger) if ids else frozenset()

    def rows(self, query: Select[Any]) -> Iterator[PileRow]:
        with self._ledger.read() as connection:
            # At once: row by row the interpreter changes hands each time, and the window waits for it.
            found = connection.execute(query).all()
        return map(self._row, found)

    def _row(self, one: Any) -> PileRow:
        """By place, because a hundred thousand of them come at once."""
        standing = self._standing.get(one.row)
        if standing is None:
            return self._plain(one)
        stage = self._gone(standing)
        reason = (one.field, one.rule, one.value)
        if stage is None or one.same_parcel_as is not None:
            stage = self._not_gone(one)
        else:
            reason = (standing.field, standing.rule, standing.value)
        reference, service, number, label = one.reference, "", "", ""
        if stage not in _STAYING:
            reference, label = standing.reference, standing.label
            service, number = standing.service, standing.tracking_number
        shown = (*one[:2], reference, stage, *one[3:12], service, number, *reason)
        sent = (standing.order_id, standing.shipment_id, label, standing.local_id)
        return PileRow._make((*shown, one.given != "{}", one.same_parcel_as, *sent))

    def _plain(self, one: Any) -> PileRow:
        """A row that never went anywhere."""
        shown = (*one[:3], self._not_gone(one), *one[3:12], "", "", *one[12:15])
        sent = (None, None, "", None)
        return PileRow._make((*shown, one.given != "{}", one.same_parcel_as, *sent))

    def _gone(self, standing: RowStanding) -> Stage | None:
        """The stage of a row that went to InPost; None where it did not."""
        if standing.outcome is Outcome.DONE:
            return self._on_paper(standing)
        if standing.outcome is Outcome.WAITING:
            return _waiting(standing)
        return _OUTCOMES.get(standing.outcome)

    def _on_paper(self, standing: RowStanding) -> Stage:
        if standing.local_id in self._maybe:
            return Stage.MAYBE_PRINTED
        if standing.local_id in self._at_printer:
            return Stage.PRINTING
        state = self._printed.get(standing.local_id or 0, "")
        return _PRINTED.get(state, Stage.LABEL)

    def _not_gone(self, one: Any) -> Stage:
        if one.held or one.rule == WEEKEND_SHUT:
            return Stage.HELD
        if one.rule in _QUESTIONS:
            return Stage.QUESTION
        if one.same_parcel_as is not None and one.good:
            return Stage.SAME_PARCEL
        if one.rule == SENT_BEFORE and one.sent_again != (one.value or "0"):
            return Stage.DUPLICATE
        return Stage.READY if one.good else Stage.TO_FIX


_STAYING = frozenset({Stage.READY, Stage.TO_FIX, Stage.HELD, Stage.QUESTION, Stage.SAME_PARCEL})


def _waiting(standing: RowStanding) -> Stage | None:
    if standing.rule in {"under_way", "payment_pending"}:
        return Stage.UNDER_WAY
    if standing.field == "label":
        return Stage.BOUGHT if standing.rule == "label_missing" else Stage.BAD_LABEL
    # Held, not sent, or the run was stopped before it: the row is as it was.
    return None
