"""Sending rows of a pile from the window, and how all of its rows stand afterwards.

The same steps as `inpost-desk ship`, but over whichever rows are wanted: what was sent before is gone on
with, never sent anew.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from inpost_desk.actions import pile as desk
from inpost_desk.actions import ship
from inpost_desk.actions.import_file import ImportedFile, ImportedRow
from inpost_desk.actions.pile import Rules
from inpost_desk.actions.progress import Progress, Shower
from inpost_desk.actions.send import Terms
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Outcome, Stage
from inpost_desk.domain.weekend_window import WeekendWindow
from inpost_desk.ledger import desk as shown
from inpost_desk.ledger import piles, report
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.report import RowStanding
from inpost_desk.shipx.client import Client

# What a run takes up: not sent yet, or sent and not at its end.
TO_SEND = frozenset(
    {
        Stage.READY,
        Stage.OFFERED,
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
    alone: AbstractContextManager[object] | None = None,
    weekend: WeekendWindow | None = None,
) -> Sent:
    """Buy these rows of a pile (all that can be, without `rows`) and fetch their labels.

    Nobody may change the pile's rows while `alone` is held: what is entered is what stands there. `weekend`
    are the hours in which Paczka w Weekend goes, None for always. Raises what looking around at InPost
    raises, before anything is bought.
    """
    show(Progress("looking"))
    ship.look_around(ledger, client, terms)
    shut = weekend is not None and not weekend.at(client.now()).open
    rules = Rules(terms.contract, terms.choices.sending_method, weekend_shut=shut)
    points = desk.ask_points(ledger, client, pile_id, show=show)
    with alone or nullcontext():
        desk.check(ledger, pile_id, rules, points=points)
        run_id = None
        if not stop.asked:
            run_id = _enter(ledger, client, pile_id, rules, rows=rows, points=points)
    if run_id is None:
        return Sent(None)
    return Sent(ship.work(ledger, client, run_id, terms=terms, show=show, stop=stop))


def _enter(
    ledger: Ledger,
    client: Client,
    pile_id: int,
    rules: Rules,
    *,
    rows: Collection[int] | None,
    points: desk.Points,
) -> int | None:
    """The run's number, None where there is nothing to send."""
    pile = piles.pile_named(ledger, pile_id)
    if pile is None:
        return None
    takes = TO_SEND if rows is None else WHERE_CHOSEN
    wanted = [one.row for one in shown.shown_rows(ledger, pile, rows) if one.stage in takes]
    imported = desk.for_sending(ledger, pile_id, rules, wanted, points=points)
    if not imported.rows:
        return None
    again = piles.sent_again(ledger, pile_id)
    run_id = ship.enter(ledger, client, imported, duplicates=ship.SKIP, again_about=again)
    # What was found to be sent before only now is a question from here on.
    desk.check(ledger, pile_id, rules, points=points)
    return run_id


def standings(
    ledger: Ledger, pile_id: int, rules: Rules
) -> tuple[ImportedFile, tuple[RowStanding, ...]]:
    """Every row of a pile for its result file: as it stands at InPost, or why it has not gone."""
    pile = piles.pile_named(ledger, pile_id)
    if pile is None:
        raise LookupError(pile_id)
    imported = desk.whole(ledger, pile, rules)
    gone = report.standing_of_pile(ledger, pile.digest)
    on_desk = {one.row: one for one in shown.shown_rows(ledger, pile, None)}
    rows = []
    for one in imported.rows:
        standing = gone.get(one.row)
        # One kept back from a run stands as the desk says: it may have been corrected only.
        if standing is None or standing.order_id is None or standing.rule == "held":
            standing = _not_gone(one, standing, on_desk.get(one.row))
        rows.append(standing)
    return imported, tuple(rows)


def invalid(row: ImportedRow) -> RowStanding:
    """How a row with problems stands: by the first of them."""
    first = row.problems[0]
    return RowStanding(
        row.row,
        row.reference,
        Outcome.INVALID,
        field=first.field,
        rule=first.rule,
        value=first.value,
    )


def _not_gone(row: ImportedRow, before: RowStanding | None, on_desk: PileRow | None) -> RowStanding:
    if row.problems:
        return invalid(row)
    if before is not None and before.outcome is Outcome.DUPLICATE:
        return before
    if on_desk is not None and on_desk.stage is Stage.TO_FIX:
        # Only InPost could say that, of a point for instance; the desk keeps what it said.
        return RowStanding(
            row.row,
            row.reference,
            Outcome.INVALID,
            field=on_desk.field,
            rule=on_desk.rule,
            value=on_desk.value,
        )
    rule = "not_sent"
    if on_desk is not None and on_desk.rule in (shown.WEEKEND_SHUT, shown.WEEKEND_ASKED):
        rule = on_desk.rule
    elif on_desk is not None and on_desk.stage is Stage.HELD:
        rule = "held"
    return RowStanding(row.row, row.reference, Outcome.WAITING, rule=rule)
