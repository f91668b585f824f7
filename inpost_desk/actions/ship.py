"""The morning run: a file of orders becomes bought shipments and joined labels in pile order.

Puts the other actions in order and answers no question by itself: what the caller has not decided is raised
as `QuestionOpen` before anything of it is bought.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from inpost_desk.actions import points as known_points
from inpost_desk.actions.import_file import (
    ImportedFile,
    ImportedRow,
    check_points,
    points_of,
    with_corrections,
)
from inpost_desk.actions.keys import new_keys
from inpost_desk.actions.labels import LabelLine
from inpost_desk.actions.progress import Progress, Shower
from inpost_desk.actions.restored import read_first
from inpost_desk.actions.send import Sender, Standing, Terms
from inpost_desk.actions.settle import mirror, settle
from inpost_desk.actions.waiting import Rhythm, Stop
from inpost_desk.domain.order import Field
from inpost_desk.domain.order_shipment import contract_problems
from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import LedgerTrouble, NotAllowed, QuestionOpen, Trouble
from inpost_desk.labels.sheet import join
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import earlier, orders, piles, report, seen
from inpost_desk.ledger.earlier import Earlier, Sought
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.orders import Row, RunFile
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
    read_first(ledger, client, horizon=terms.horizon)
    settle(ledger, client, horizon=terms.horizon)
    mirror(ledger, client)


def as_on_desk(ledger: Ledger, imported: ImportedFile) -> ImportedFile:
    """The very same file as a person left it in the window: with the corrections made there.

    Unchanged where it never was there; a file that was edited since is another one, and counts as it is.
    """
    pile = piles.pile_of_file(ledger, imported.digest)
    if pile is None:
        return imported
    mended = [one for one in piles.stored_rows(ledger, pile.id) if one.given and not one.removed]
    again = with_corrections(imported, [(one.row, one.line, one.cells) for one in mended])
    went = earlier.rows_before(ledger, imported.digest)
    to_go = frozenset(one.row for one in mended if not one.held and one.row not in went)
    return replace(again, corrected=to_go)


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


def with_contract(
    imported: ImportedFile, contract: frozenset[str], sending_method: str
) -> ImportedFile:
    """The file with what the account's contract and the way of sending forbid."""
    rows = tuple(_with_contract(row, contract, sending_method) for row in imported.rows)
    return replace(imported, rows=rows)


def _with_contract(row: ImportedRow, contract: frozenset[str], sending_method: str) -> ImportedRow:
    if row.order is None:
        return row
    problems = contract_problems(row.order, contract, sending_method)
    if not problems:
        return row
    return replace(row, order=None, problems=(*row.problems, *problems))


def repeats(ledger: Ledger, imported: ImportedFile) -> dict[int, Earlier]:
    """Rows that InPost already has, finished, from somewhere else than this very file."""
    found = _found_earlier(ledger, imported)
    return {row: one for row, one in found.items() if one.finished}


def _found_earlier(ledger: Ledger, imported: ImportedFile) -> dict[int, Earlier]:
    before = earlier.rows_before(ledger, imported.digest)
    fresh = [row for row in imported.rows if row.row not in before]
    return earlier.sent_before(ledger, _sought(fresh), digest=imported.digest)


def _sought(rows: Iterable[ImportedRow]) -> list[Sought]:
    """Rows with a parcel of their own, and the reference a numbered one had in the file."""
    found = []
    for row in rows:
        if row.order is None or row.same_parcel_as is not None:
            continue
        numbered = [one for one in row.changes if one.rule == "reference_numbered"]
        base = numbered[0].before if numbered else ""
        found.append(Sought(row.row, row.reference, row.order, base))
    return found


def enter(
    ledger: Ledger,
    client: Client,
    imported: ImportedFile,
    *,
    duplicates: str,
    again_about: Mapping[int, str] | None = None,
) -> int:
    """Put the file into the ledger and return the run's number.

    `duplicates` is ask, skip or again; `ask` raises `QuestionOpen("duplicates")` with the count as detail.
    From the window, whose rows are as a person corrected them, `again_about` says instead which rows are sent
    once more, each with the earlier shipment's number that a person was asked about ("" where it had none).
    """
    run_id = None
    while run_id is None:
        run_id = _enter(ledger, client, imported, duplicates=duplicates, again_about=again_about)
    return run_id


def _enter(
    ledger: Ledger,
    client: Client,
    imported: ImportedFile,
    *,
    duplicates: str,
    again_about: Mapping[int, str] | None,
) -> int | None:
    found = _found_earlier(ledger, imported)
    finished = {row: one for row, one in found.items() if one.finished}
    if again_about is None:
        once_more = set(finished) if duplicates == AGAIN else set()
    else:
        once_more = {row for row, one in finished.items() if again_about.get(row) == one.number}
    if finished and duplicates == ASK:
        raise QuestionOpen("duplicates", detail=str(len(finished)))
    before = earlier.rows_before(ledger, imported.digest)
    by_number: dict[int, Row] = {}
    for row in imported.rows:
        one = None if row.row in once_more else found.get(row.row)
        by_number[row.row] = _row(row, one, by_number, sent=row.row in before)
    rows = list(by_number.values())
    fresh = [row for row in imported.rows if row.row not in before]
    whole_again = duplicates == AGAIN and again_about is None
    corrected = again_about is not None or imported.corrected is not None
    now = client.now()
    return orders.enter_run(
        ledger,
        RunFile(imported.path_name, imported.digest, corrected=corrected),
        rows,
        now=now,
        day=now.astimezone(WARSAW).strftime("%d-%m"),
        again=_taken_again(ledger, imported, before) if whole_again else (),
        sought=_sought(fresh),
        found=found,
        new_key=new_keys(),
    )


def _taken_again(ledger: Ledger, imported: ImportedFile, before: Mapping[int, bool]) -> list[int]:
    """The rows of this very file to be bought once more: all of them, once all are finished.

    A run that was cut short is finished first, whatever it was started with: starting again is not asking
    again.
    """
    rows = [one.row for one in _sought(imported.rows)]
    whole = earlier.ended_whole(ledger, imported.digest)
    return rows if whole and all(before.get(row) for row in rows) else []


def _row(row: ImportedRow, found: Earlier | None, others: Mapping[int, Row], *, sent: bool) -> Row:
    # A row that went as a parcel of its own stays one, whatever is said of its reference by now.
    if row.same_parcel_as is not None and not sent:
        first = others[row.same_parcel_as]
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
    if found is not None and not found.finished:
        # Our own parcel of another file: this row goes on with it.
        return Row(row.row, row.reference, row.order, continues=found.order_id)
    if found is not None:
        return Row(
            row.row,
            row.reference,
            outcome=Outcome.DUPLICATE,
            field=Field.REFERENCE,
            rule="sent_before",
            value=found.number,
        )
    return Row(row.row, row.reference, row.order)


@dataclass(frozen=True, slots=True)
class Haste:
    """What makes a single parcel quick, for which somebody stands and waits.

    `paying` was learned from the parcels before; `examiner` is one that no run has given its labels to.
    """

    paying: Rhythm = field(default_factory=lambda: Rhythm(first=0.2, most=0.3))
    examiner: str = "station"


def work(
    ledger: Ledger,
    client: Client,
    run_id: int,
    *,
    terms: Terms,
    show: Shower,
    stop: Stop,
    haste: Haste | None = None,
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
        examined_by=haste.examiner if haste else "",
    )

    def progress(standing: Standing) -> None:
        note(bought=standing.bought, unsure=standing.unsure)

    stored = sum(one.has_label for one in seen.of_run(ledger, run_id))
    note(labels=stored)
    paying = haste.paying if haste else None
    sender = Sender(ledger, client, run_id, terms, line.put, progress, stop, paying)
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
