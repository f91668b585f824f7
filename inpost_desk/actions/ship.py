"""The morning run: a file of orders becomes bought shipments and joined labels in pile order.

Puts the other actions in order and answers no question by itself: what the caller has not decided is raised
as `QuestionOpen` before anything of it is bought.
"""

from __future__ import annotations

import contextlib
import itertools
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from inpost_desk.actions import points as known_points
from inpost_desk.actions.import_file import (
    ImportedFile,
    ImportedRow,
    check_points,
    points_of,
)
from inpost_desk.actions.labels import LabelLine
from inpost_desk.actions.progress import Progress, Shower
from inpost_desk.actions.send import Sender, Standing, Terms
from inpost_desk.actions.settle import mirror, settle
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.order import Field
from inpost_desk.domain.service import contract_problems
from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import LedgerTrouble, NotAllowed, QuestionOpen, Trouble
from inpost_desk.labels.sheet import join
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import orders, report, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.orders import Earlier, Row, RunFile
from inpost_desk.shipx.client import Client

WARSAW = ZoneInfo("Europe/Warsaw")
LABEL_FOLDER = "labels"
ASK, SKIP, AGAIN = "ask", "skip", "again"


@dataclass(frozen=True, slots=True)
class Finished:
    """What a run came to. `trouble` is what ended it early, `bought_before` the rows it found finished."""

    run_id: int
    rows: tuple[report.RowStanding, ...]
    stopped_by: str = ""
    trouble: Trouble | None = None
    bought_before: frozenset[int] = frozenset()


def look_around(ledger: Ledger, client: Client, terms: Terms) -> None:
    """Before the first purchase: settle what an earlier start left unsure, then see what else was made."""
    settle(ledger, client, horizon=terms.horizon)
    mirror(ledger, client)


def with_points(
    ledger: Ledger, client: Client, imported: ImportedFile, *, show: Shower
) -> ImportedFile:
    """The file with what InPost says of its points; unchanged where this address serves none."""
    names = points_of(imported)
    try:
        points = known_points.find_points(
            ledger,
            client,
            names,
            progress=lambda read, total: show(Progress("points", total=total, bought=read)),
        )
    except known_points.PointsUnknown:
        return imported
    return check_points(imported, points)


def with_contract(imported: ImportedFile, terms: Terms) -> ImportedFile:
    """The file with what the account's contract and the way of sending forbid."""
    return replace(imported, rows=tuple(_with_contract(row, terms) for row in imported.rows))


def _with_contract(row: ImportedRow, terms: Terms) -> ImportedRow:
    if row.order is None:
        return row
    problems = contract_problems(row.order, terms.contract, terms.choices.sending_method)
    if not problems:
        return row
    return replace(row, order=None, problems=(*row.problems, *problems))


def repeats(ledger: Ledger, imported: ImportedFile) -> dict[int, Earlier]:
    """Rows whose reference InPost already has from somewhere else than this very file."""
    before = orders.rows_before(ledger, imported.digest)
    fresh = [row for row in imported.rows if row.order is not None and row.row not in before]
    found = orders.sent_before(ledger, [row.reference for row in fresh], digest=imported.digest)
    names = {row.row: row.reference.strip().casefold() for row in fresh}
    return {row: found[name] for row, name in names.items() if name in found}


def enter(ledger: Ledger, client: Client, imported: ImportedFile, *, duplicates: str) -> int:
    """Put the file into the ledger and return the run's number.

    `duplicates` is ask, skip or again; `ask` raises `QuestionOpen("duplicates")` with the count as detail.
    """
    run_id = None
    while run_id is None:
        run_id = _enter(ledger, client, imported, duplicates=duplicates)
    return run_id


def _enter(
    ledger: Ledger, client: Client, imported: ImportedFile, *, duplicates: str
) -> int | None:
    repeated = repeats(ledger, imported)
    if repeated and duplicates == ASK:
        raise QuestionOpen("duplicates", detail=str(len(repeated)))
    before = orders.rows_before(ledger, imported.digest)
    rows: list[Row] = []
    by_number: dict[int, Row] = {}
    for row in imported.rows:
        skipped = repeated.get(row.row) if duplicates == SKIP else None
        entered = _row(row, skipped, by_number, sent=row.row in before)
        by_number[row.row] = entered
        rows.append(entered)
    fresh = [one.reference for one in rows if one.order and one.row not in {*before, *repeated}]
    now = client.now()
    return orders.enter_run(
        ledger,
        RunFile(imported.path_name, imported.digest),
        rows,
        now=now,
        day=now.astimezone(WARSAW).strftime("%d-%m"),
        again=_taken_again(imported, before) if duplicates == AGAIN else (),
        unsent=fresh,
        new_key=_new_keys(),
    )


def _taken_again(imported: ImportedFile, before: Mapping[int, bool]) -> list[int]:
    """Finished rows are bought once more; unfinished ones are finished instead."""
    return [row.row for row in imported.rows if row.order is not None and before.get(row.row)]


def _row(
    row: ImportedRow, skipped: Earlier | None, earlier: Mapping[int, Row], *, sent: bool
) -> Row:
    if row.same_parcel_as is not None:
        first = earlier[row.same_parcel_as]
        if first.outcome:
            return replace(first, row=row.row, reference=row.reference)
        if row.order is not None:
            return Row(row.row, row.reference, same_parcel_as=row.same_parcel_as)
    if row.order is None and not sent:
        problem = row.problems[0]
        return Row(
            row.row,
            row.reference,
            outcome=Outcome.INVALID,
            field=problem.field,
            rule=problem.rule,
            value=problem.value,
        )
    if skipped is not None:
        value = "" if skipped.shipx_id is None else str(skipped.shipx_id)
        return Row(
            row.row,
            row.reference,
            outcome=Outcome.DUPLICATE,
            field=Field.REFERENCE,
            rule="sent_before",
            value=value,
        )
    return Row(row.row, row.reference, row.order)


def _new_keys() -> Iterator[str]:
    """Keys that nobody else makes, short enough for every field they travel in."""
    return (f"ipd-{uuid.uuid4().hex[:20]}" for _ in itertools.count())


def work(
    ledger: Ledger, client: Client, run_id: int, *, terms: Terms, show: Shower, stop: Stop
) -> Finished:
    """Buy a run's parcels and fetch their labels; everything is in the ledger however this ends."""
    entered = report.standing_of_run(ledger, run_id)
    bought_before = frozenset(row.row for row in entered if row.outcome is Outcome.DONE)
    total = len({row.order_id for row in entered if row.order_id})
    state = Progress("buying", total=total)

    def note(**changes: int) -> None:
        nonlocal state
        state = replace(state, **changes)  # type: ignore[arg-type]
        show(state)

    line = LabelLine(
        ledger,
        client,
        LabelStore(ledger.folder / LABEL_FOLDER),
        stored=lambda count: note(labels=state.labels + count),
    )

    def progress(standing: Standing) -> None:
        note(bought=standing.bought, unsure=standing.unsure)

    stored = sum(one.has_label for one in seen.of_run(ledger, run_id))
    note(labels=stored)
    sender = Sender(ledger, client, run_id, terms, line.put, progress, stop)
    trouble: Trouble | None = None
    stopped_by = ""
    try:
        stopped_by = sender.send()
    except NotAllowed as refusal:
        trouble, stopped_by = refusal, "not_allowed"
    except Trouble as failure:
        local = isinstance(failure, LedgerTrouble)
        trouble, stopped_by = failure, "not_sent" if local else "unreachable"
    finally:
        show(replace(state, stage="labels"))
        line.finish()
    # A full disk must not keep the result of what was bought from being told.
    with contextlib.suppress(LedgerTrouble):
        orders.end_run(ledger, run_id, now=client.now(), stopped_by=stopped_by)
    rows = tuple(report.standing_of_run(ledger, run_id))
    return Finished(run_id, rows, stopped_by, trouble or line.trouble, bought_before)


def join_labels(ledger: Ledger, rows: Sequence[report.RowStanding], target: Path) -> int:
    """Join the labels of finished rows in pile order into one PDF; how many there were.

    Rows that share a parcel share its label. Nothing is written when there is none. Raises `FileTrouble`.
    """
    store = LabelStore(ledger.folder / LABEL_FOLDER)
    files = dict.fromkeys(row.label for row in rows if row.label)
    if files:
        join([store.path(name) for name in files], target)
    return len(files)
