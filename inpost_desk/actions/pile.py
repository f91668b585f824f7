"""A file of orders on the desk: put there, checked, corrected, held back, and handed to a run.

Everything is in the ledger before it is told, so that closing the window loses nothing. Buys nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inpost_desk.actions import points as known_points
from inpost_desk.actions import ship, together, weekend
from inpost_desk.actions.import_file import (
    ImportedFile,
    ImportedRow,
    check_points,
    import_file,
    points_of,
    resolve_repeated,
    rows_again,
)
from inpost_desk.actions.pile_changes import changes_since, keep_corrections
from inpost_desk.actions.pile_columns import shown_columns
from inpost_desk.actions.pile_kin import with_kin
from inpost_desk.actions.progress import Progress, Shower
from inpost_desk.actions.together import Gone
from inpost_desk.domain.foreign import follow_kind
from inpost_desk.domain.order import Field, Problem
from inpost_desk.domain.pile import Pile, RowDetail
from inpost_desk.domain.point import Point
from inpost_desk.domain.spreadsheet import Layout
from inpost_desk.ledger import earlier, joined, orders, piles
from inpost_desk.ledger import held as held_orders
from inpost_desk.ledger.desk import REPEATED
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import SENT_BEFORE, CheckedRow, PileFile, StoredRow
from inpost_desk.ledger.points import points_named
from inpost_desk.shipx.client import Client

Points = Mapping[str, Point | None]


@dataclass(frozen=True, slots=True)
class Rules:
    """What the account allows, empty while that is not known. `weekend_shut`: Paczka w Weekend must wait."""

    contract: frozenset[str] = frozenset()
    sending_method: str = ""
    weekend_shut: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What stood in rows before a person changed them: gives it back. `late` had gone to InPost already."""

    pile_id: int
    rows: tuple[StoredRow, ...]
    late: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Put:
    """A file on the desk; `known` says that it lay there before."""

    pile: Pile
    known: bool


def put_on_desk(
    ledger: Ledger,
    path: Path,
    *,
    sources: Mapping[Field, str] | None = None,
    repeated: Mapping[str, str] | None = None,
    now: datetime,
) -> Put:
    """Read a file and put it on the desk; one that lies there already comes back as it stands.

    `sources` says what is where in a layout that is not Manager Paczek's, `repeated` what layouts mean by it.
    Raises `FileTrouble` as `import_file` does.
    """
    imported = import_file(path, columns=sources, contents=True)
    known = piles.pile_of_file(ledger, imported.digest)
    file = PileFile(
        name=imported.path_name,
        path=str(path),
        digest=imported.digest,
        layout=imported.layout.key,
        layout_digest=imported.layout_digest,
        columns=imported.layout.columns,
        ignored_columns=imported.ignored_columns,
    )
    stored = [StoredRow(one.row, one.line, _with_moved(one)) for one in imported.rows]
    pile_id = piles.enter_pile(ledger, file, stored, now=now)
    if known is None:
        keep_corrections(ledger, pile_id, stored)
        answer = (repeated or {}).get(imported.layout_digest, "")
        if imported.repeated and answer:
            piles.answer(ledger, pile_id, repeated=answer)
        check(ledger, pile_id, Rules())
    return Put(pile_of(ledger, pile_id), known is not None)


def _with_moved(row: ImportedRow) -> dict[Field, str]:
    """The cells, with the text that stood beyond the last column: nothing else tells that they have moved."""
    moved = [one.value for one in row.problems if one.rule == "too_many_cells"]
    return {**row.cells, **({Field.ROW: moved[0]} if moved else {})}


def pile_of(ledger: Ledger, pile_id: int) -> Pile:
    """The pile of that number; LookupError where there is none."""
    pile = piles.pile_named(ledger, pile_id)
    if pile is None:
        raise LookupError(pile_id)
    return pile


def check(
    ledger: Ledger,
    pile_id: int,
    rules: Rules,
    *,
    rows: Collection[int] | None = None,
    points: Points | None = None,
) -> frozenset[int]:
    """Find out what keeps rows from being sent, and note it; the rows that were looked at.

    `points` is what InPost said of points beyond what the ledger keeps (that some do not exist).
    """
    some = None if rows is None else with_kin(ledger, pile_id, rows)
    pile = pile_of(ledger, pile_id)
    imported, points = checked(ledger, pile, rules, rows=some, points=points)
    sent = ship.repeats(ledger, imported)
    answered = piles.sent_again(ledger, pile_id)
    questions = {row for group in imported.repeated for row in group.rows}
    changed = changes_since(ledger, pile_id, imported.rows)
    waits = weekend.weekend_rows(imported) if rules.weekend_shut else frozenset()
    findings = []
    for row in imported.rows:
        changes = (*row.changes, *changed.get(row.row, ()))
        why: Problem | None = None
        number = sent[row.row].number if row.row in sent else ""
        if row.row in questions:
            why = Problem(Field.REFERENCE, REPEATED)
        elif row.row in waits and (row.row not in sent or answered.get(row.row) == number):
            why = weekend.waiting_problem(row, pile.weekend)
        elif row.row in sent:
            why = Problem(Field.REFERENCE, SENT_BEFORE, number)
        findings.append(_finding(replace(row, changes=changes), points, why))
    piles.put_findings(ledger, pile_id, findings)
    return frozenset(one.row for one in imported.rows)


def checked(
    ledger: Ledger,
    pile: Pile,
    rules: Rules,
    *,
    rows: Collection[int] | None,
    points: Points | None = None,
) -> tuple[ImportedFile, Points]:
    """The pile as the file it came from would be read now, with what is known of its points."""
    imported = _read(ledger, pile, rows)
    if imported.repeated and pile.repeated:
        imported = resolve_repeated(imported, "lines" if pile.repeated == "lines" else "parcels")
    went = earlier.rows_before(ledger, pile.digest)
    if pile.weekend == weekend.STANDARD:
        imported = weekend.as_standard(imported, went=went)
    known: Points = {**(points or {}), **points_named(ledger, points_of(imported))}
    imported = check_points(imported, known)
    imported = ship.with_contract(imported, rules.contract, rules.sending_method)
    links = joined.links(ledger, pile.id)
    if links:
        gone = Gone(went, joined.rode_along(ledger, pile.digest))
        imported = together.joined(imported, links, gone)
    return imported, known


def _read(ledger: Ledger, pile: Pile, rows: Collection[int] | None) -> ImportedFile:
    stored = [one for one in piles.stored_rows(ledger, pile.id, rows) if not one.removed]
    return rows_again(
        pile.file_name,
        pile.digest,
        layout=Layout(piles.layout_of(ledger, pile.id), pile.columns),
        rows=[(one.row, one.line, one.cells) for one in stored],
    )


def ask_points(
    ledger: Ledger,
    client: Client,
    pile_id: int,
    *,
    rows: Collection[int] | None = None,
    show: Shower = lambda _: None,
) -> dict[str, Point | None]:
    """What InPost says of the points parcels go to: None for one it does not know.

    Kept in the ledger but for those. Raises what asking InPost raises; nothing is known where this address
    serves no points.
    """
    names = points_of(_read(ledger, pile_of(ledger, pile_id), rows))
    try:
        return known_points.find_points(
            ledger,
            client,
            names,
            progress=lambda read, total: show(Progress("points", total=total, bought=read)),
        )
    except known_points.PointsUnknown:
        return {}


def _finding(row: ImportedRow, points: Points, why: Problem | None) -> CheckedRow:
    good = row.order is not None and (why is None or why.rule == SENT_BEFORE)
    first = row.problems[0] if row.problems else why
    return CheckedRow(
        row.row,
        good,
        row.same_parcel_as,
        shown_columns(row, points),
        first,
        row.problems,
        row.warnings,
        row.changes,
    )


def answer(
    ledger: Ledger,
    pile_id: int,
    rules: Rules,
    *,
    repeated: str = "",
    duplicates: str = "",
    about_weekend: str = "",
    points: Points | None = None,
) -> None:
    """Keep what a person said about the questions of the import, and judge the rows by it."""
    said = {"repeated": repeated, "duplicates": duplicates, "weekend": about_weekend}
    piles.answer(ledger, pile_id, **{name: text for name, text in said.items() if text})
    if duplicates:
        # About those the person saw, and no others: what turns up later is asked about anew.
        piles.answer_about(ledger, pile_id, again=duplicates == ship.AGAIN)
    check(ledger, pile_id, rules, points=points)


def edit(
    ledger: Ledger,
    pile_id: int,
    cells: Mapping[int, Mapping[Field, str]],
    rules: Rules,
    *,
    points: Points | None = None,
) -> Before:
    """Put new texts into cells of rows, judge those rows anew, and return what stood there.

    A field the file has no column for may be given too. What went to InPost is never changed by this, and a
    run under way leaves the rows to the next one.
    """
    pile = pile_of(ledger, pile_id)
    late = held_orders.hold_back(ledger, pile.digest, cells)
    stored = piles.stored_rows(ledger, pile_id, cells.keys() - late)
    layout = Layout(piles.layout_of(ledger, pile_id), pile.columns)
    after = [_edited(one, cells[one.row], layout) for one in stored]
    piles.put_rows(ledger, pile_id, after)
    orders.forget_refusals(ledger, pile.digest, [one.row for one in stored])
    # The rows' old kin are to be judged anew as well.
    names = [one.cells.get(Field.REFERENCE, "") for one in (*stored, *after)]
    concerned = frozenset(cells) | piles.rows_with_references(ledger, pile_id, names)
    check(ledger, pile_id, rules, rows=concerned, points=points)
    return Before(pile_id, tuple(stored), late)


def _edited(row: StoredRow, cells: Mapping[Field, str], layout: Layout) -> StoredRow:
    given = dict(row.given)
    whole = follow_kind(row.cells, {**row.cells, **cells}, layout)
    changed = {field: text for field, text in whole.items() if text != row.cells.get(field)}
    for field, text in {**cells, **changed}.items():
        original = given.setdefault(field, row.cells.get(field, ""))
        if original == text:
            del given[field]
    return replace(row, cells=whole, given=given)


def mark(
    ledger: Ledger,
    pile_id: int,
    rows: Collection[int],
    rules: Rules,
    *,
    held: bool | None = None,
    removed: bool | None = None,
    points: Points | None = None,
) -> Before:
    """Hold rows back, let them go, take them off the desk or put them back; returns how they were.

    A run under way takes no row that was held or removed before it reached it; what went to InPost stays on
    the desk.
    """
    late: frozenset[int] = frozenset()
    if held or removed:
        late = held_orders.hold_back(ledger, pile_of(ledger, pile_id).digest, rows)
    stored = piles.stored_rows(ledger, pile_id, frozenset(rows) - late)
    after = [
        replace(
            one,
            held=one.held if held is None else held,
            removed=one.removed if removed is None else removed,
        )
        for one in stored
    ]
    # Those that are taken away or put back change what their kin are.
    kin = with_kin(ledger, pile_id, rows) if removed is not None else frozenset()
    piles.put_rows(ledger, pile_id, after)
    if removed is not None:
        kin |= with_kin(ledger, pile_id, rows)
        check(ledger, pile_id, rules, rows=kin, points=points)
    return Before(pile_id, tuple(stored), late)


def restore(
    ledger: Ledger, before: Before, rules: Rules, *, points: Points | None = None
) -> Before:
    """Undo one change. What went to InPost meanwhile keeps the text it went with."""
    pile_id = before.pile_id
    rows = [one.row for one in before.rows]
    late = held_orders.hold_back(ledger, pile_of(ledger, pile_id).digest, rows)
    now = piles.stored_rows(ledger, pile_id, rows)
    kin = with_kin(ledger, pile_id, rows)
    piles.put_rows(ledger, pile_id, [one for one in before.rows if one.row not in late])
    back = [replace(one, removed=False) for one in now if one.row in late]
    piles.put_rows(ledger, pile_id, back)
    kin |= with_kin(ledger, pile_id, rows)
    check(ledger, pile_id, rules, rows=kin, points=points)
    return Before(pile_id, tuple(now), late)


def for_sending(
    ledger: Ledger,
    pile_id: int,
    rules: Rules,
    rows: Iterable[int],
    *,
    points: Points | None = None,
    among: Collection[int] | None = None,
) -> ImportedFile:
    """These rows as a file for `ship.enter`, with the rows that go into the same parcels.

    `among` are all that can concern them (`pile_kin.with_kin`), where the whole pile would take too long.
    """
    pile = pile_of(ledger, pile_id)
    wanted = set(rows)
    imported, _ = checked(ledger, pile, rules, rows=among, points=points)
    # What went to InPost is gone on with whatever is wrong with its row by now.
    went = earlier.rows_before(ledger, pile.digest)
    kept = tuple(
        one
        for one in imported.rows
        if (one.order is not None or one.row in went)
        and (one.row in wanted or one.same_parcel_as in wanted)
    )
    return replace(imported, rows=kept, repeated=())


def unresolved(ledger: Ledger, pile: Pile) -> ImportedFile:
    """The pile with its question about repeated references as open as it was."""
    return _read(ledger, pile, None)


def whole(ledger: Ledger, pile: Pile, rules: Rules) -> ImportedFile:
    """The whole pile as the file it came from would be read now, with every finding."""
    return checked(ledger, pile, rules, rows=None)[0]


def detail(ledger: Ledger, pile_id: int, row: int) -> RowDetail | None:
    """One row in full."""
    return next(iter(piles.details(ledger, pile_id, [row])), None)
