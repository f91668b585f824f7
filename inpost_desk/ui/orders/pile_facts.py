"""What there is to say about a pile as a whole, gathered on a lane for the side panel. No widgets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inpost_desk.domain.order import Change, Problem
from inpost_desk.domain.pile import Pile, PileRow, RowDetail
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.panel_cards import (
    Mended,
    QuestionCard,
    Reimported,
    RepeatedQuestion,
    SentBefore,
    Warned,
    WeekendQuestion,
    grouped,
)

if TYPE_CHECKING:
    from inpost_desk.session import Session

CHANGED = "changed_in_file"
AS_STANDARD = "sent_as_standard"
REPEATED = "repeated"
WEEKEND_RULES = frozenset({"weekend_asked", "weekend_shut"})
# A list nobody reads to its end.
MOST = 200
_KEPT = frozenset({Stage.QUESTION, Stage.HELD})


@dataclass(frozen=True, slots=True)
class ToFix:
    """A row with its first problem, and how many more it has."""

    row: int
    reference: str
    name: str
    problem: Problem
    more: int


@dataclass(frozen=True, slots=True)
class Weekend:
    """Rows with Paczka w Weekend: ready as such, kept back until the window opens, sent without it."""

    ready: int = 0
    kept: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class PileFacts:
    """Problems in pile order, what was mended, what may look odd, and the open questions.

    `alike` are ready rows for the same person and place, each with all of them; `heads` have others in their
    parcel.
    """

    pile_id: int
    to_fix: tuple[ToFix, ...] = ()
    mended: tuple[Mended, ...] = ()
    reimported: tuple[Reimported, ...] = ()
    warned: tuple[Warned, ...] = ()
    question: QuestionCard | None = None
    weekend: Weekend = Weekend()
    alike: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    heads: frozenset[int] = frozenset()


def pile_facts(session: Session, *, pile: Pile, rows: Mapping[int, PileRow]) -> PileFacts:
    """Works on a lane; reads the ledger only. `rows` are the pile's, as just read."""
    from inpost_desk.ledger.piles import details

    found = [one for one in details(session.ledger, pile.id) if one.row in rows]
    changes = [
        (one.row, change) for one in found for change in one.changes if change.rule != CHANGED
    ]
    weekend = weekend_of(rows, changes)
    return PileFacts(
        pile.id,
        to_fix=tuple(_to_fix(one, rows[one.row]) for one in found if _wants(one, rows[one.row])),
        mended=grouped(changes),
        reimported=tuple(_reimported(found))[:MOST],
        warned=tuple(
            Warned(one.row, one.reference, problem) for one in found for problem in one.warnings
        )[:MOST],
        question=_question(session, pile, list(rows.values()), weekend=weekend),
        weekend=weekend,
        alike=alike_rows(rows.values()),
        heads=frozenset(one.same_parcel_as for one in rows.values() if one.same_parcel_as),
    )


def weekend_of(rows: Mapping[int, PileRow], changes: Sequence[tuple[int, Change]]) -> Weekend:
    """How the rows with Paczka w Weekend stand."""
    ready = [one for one in rows.values() if one.stage is Stage.READY]
    dropped = {row for row, change in changes if change.rule == AS_STANDARD}
    return Weekend(
        ready=sum(one.weekend for one in ready),
        kept=sum(one.rule in WEEKEND_RULES for one in rows.values() if one.stage in _KEPT),
        dropped=sum(one.row in dropped for one in ready),
    )


def alike_rows(rows: Iterable[PileRow]) -> dict[int, tuple[int, ...]]:
    """Ready rows for the same person and place, each with all of them: they may share a box."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for one in rows:
        if one.stage is Stage.READY and one.phone:
            where = one.point or one.place.casefold()
            groups[(one.phone, one.kind, where, one.weekend)].append(one.row)
    return {row: tuple(group) for group in groups.values() if len(group) > 1 for row in group}


def _wants(detail: RowDetail, row: PileRow) -> bool:
    return bool(detail.problems) and row.stage is Stage.TO_FIX


def _to_fix(detail: RowDetail, row: PileRow) -> ToFix:
    first, *more = detail.problems
    return ToFix(row.row, row.reference, row.name, first, len(more))


def _reimported(found: Sequence[RowDetail]) -> list[Reimported]:
    said = []
    for one in found:
        changes = tuple(change for change in one.changes if change.rule == CHANGED)
        if changes:
            said.append(Reimported(one.row, one.reference, changes))
    return said


def _question(
    session: Session, pile: Pile, rows: Sequence[PileRow], *, weekend: Weekend
) -> QuestionCard | None:
    duplicates = tuple(
        SentBefore(one.row, one.reference, one.value)
        for one in rows
        if one.stage is Stage.DUPLICATE
    )
    repeated = _repeated(session, pile, rows)
    concerned = weekend.kept + weekend.dropped
    waits = WeekendQuestion(concerned, pile.weekend) if concerned else None
    if not duplicates and repeated is None and waits is None:
        return None
    # What stands here was not answered "again": that would have made it ready.
    return QuestionCard(repeated, duplicates, "skip", waits)


def _repeated(session: Session, pile: Pile, rows: Sequence[PileRow]) -> RepeatedQuestion | None:
    """Figures while the question is open; an answered one is shown as long as something goes together."""
    from inpost_desk.actions.import_file import count_repeated
    from inpost_desk.actions.pile import unresolved

    if not any(one.stage is Stage.QUESTION and one.rule == REPEATED for one in rows):
        return None
    counted = count_repeated(unresolved(session.ledger, pile))
    return RepeatedQuestion(
        counted.rows,
        counted.references,
        counted.parcels_if_lines,
        counted.parcels_if_parcels,
        pile.repeated,
    )
