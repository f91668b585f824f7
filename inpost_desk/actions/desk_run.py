"""Sending rows of a pile from the window, and how all of its rows stand afterwards.

The same steps as `inpost-desk ship`, but over whichever rows are wanted: what was sent before is gone on
with, never sent anew.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from inpost_desk.actions import pile as desk
from inpost_desk.actions import ship
from inpost_desk.actions.import_file import ImportedFile, ImportedRow
from inpost_desk.actions.pile import Rules
from inpost_desk.actions.progress import Progress, Shower
from inpost_desk.actions.send import Terms
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.stage import Outcome, Stage
from inpost_desk.ledger import desk as shown
from inpost_desk.ledger import piles, report
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.report import RowStanding
from inpost_desk.shipx.client import Client

# What a run takes up: not sent yet, or sent and not at its end.
TO_SEND = frozenset(
    {
        Stage.READY,
        Stage.UNDER_WAY,
        Stage.UNSURE,
        Stage.UNPAID,
        Stage.BOUGHT,
        Stage.BAD_LABEL,
    }
)
# What InPost refused is asked for again only where a person points at it, or has corrected it.
WHERE_CHOSEN = TO_SEND | {Stage.REFUSED}


@dataclass(frozen=True, slots=True)
class Sent:
    """What a run over a pile came to; `finished` is None where there was nothing to send."""

    finished: ship.Finished | None


def send(
    ledger: Ledger,
    client: Client,
    pile_id: int,
    *,
    terms: Terms,
    rows: Collection[int] | None = None,
    show: Shower,
    stop: Stop,
) -> Sent:
    """Buy these rows of a pile (all that can be, without `rows`) and fetch their labels.

    Raises what looking around at InPost raises, before anything is bought.
    """
    show(Progress("looking"))
    ship.look_around(ledger, client, terms)
    rules = Rules(terms.contract, terms.choices.sending_method)
    points = desk.ask_points(ledger, client, pile_id, show=show)
    desk.check(ledger, pile_id, rules, points=points)
    pile = piles.pile_named(ledger, pile_id)
    if pile is None or stop.asked:
        return Sent(None)
    takes = TO_SEND if rows is None else WHERE_CHOSEN
    wanted = [one.row for one in shown.shown_rows(ledger, pile, rows) if one.stage in takes]
    imported = desk.for_sending(ledger, pile_id, rules, wanted, points=points)
    if not imported.rows:
        return Sent(None)
    duplicates = ship.AGAIN if pile.duplicates == ship.AGAIN else ship.SKIP
    run_id = ship.enter(ledger, client, imported, duplicates=duplicates, whole_file=False)
    return Sent(ship.work(ledger, client, run_id, terms=terms, show=show, stop=stop))


def standings(
    ledger: Ledger, pile_id: int, rules: Rules
) -> tuple[ImportedFile, tuple[RowStanding, ...]]:
    """Every row of a pile for its result file: as it stands at InPost, or why it has not gone."""
    pile = piles.pile_named(ledger, pile_id)
    if pile is None:
        raise LookupError(pile_id)
    imported = desk.whole(ledger, pile, rules)
    gone = report.standing_of_pile(ledger, pile.digest)
    held = {one.row for one in piles.stored_rows(ledger, pile_id) if one.held}
    rows = []
    for one in imported.rows:
        standing = gone.get(one.row)
        if standing is None or standing.order_id is None:
            standing = _not_gone(one, standing, held=one.row in held)
        rows.append(standing)
    return imported, tuple(rows)


def _not_gone(row: ImportedRow, before: RowStanding | None, *, held: bool) -> RowStanding:
    if row.problems:
        first = row.problems[0]
        return RowStanding(
            row.row,
            row.reference,
            Outcome.INVALID,
            field=first.field,
            rule=first.rule,
            value=first.value,
        )
    if before is not None and before.outcome is Outcome.DUPLICATE:
        return before
    rule = "held" if held else "not_sent"
    return RowStanding(row.row, row.reference, Outcome.WAITING, rule=rule)
