"""What `piling` has done on lanes: thin calls of the actions with the open account. Nothing of Qt here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inpost_desk import settings
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.point import Point
from inpost_desk.errors import Trouble
from inpost_desk.ui.orders.terms import rules_of

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Before, Rules
    from inpost_desk.actions.progress import Progress
    from inpost_desk.session import Session

# A window that has just opened shows so many rows before it reads the rest.
FIRST = 300

Points = dict[str, Point | None]
Rows = Mapping[int, PileRow]


@dataclass(frozen=True, slots=True)
class Again:
    """A pile read once more. `fresh` are the rows that differ from `before`, None where there are others."""

    pile: Pile
    rows: list[PileRow]
    before: Rows
    found: Rows
    fresh: list[PileRow] | None


@dataclass(frozen=True, slots=True)
class Work:
    """What a change of a pile is made with. `lock` keeps changes, checks and a run's start apart."""

    session: Session
    pile: Pile
    rules: Rules
    points: Points
    lock: threading.Lock


def newest(session: Session) -> Pile | None:
    from inpost_desk.ledger.piles import newest_pile

    return newest_pile(session.ledger)


def of_run(run_id: int, session: Session) -> Pile | None:
    from inpost_desk.ledger.piles import pile_of_file
    from inpost_desk.ledger.report import digest_of_run

    digest = digest_of_run(session.ledger, run_id)
    return pile_of_file(session.ledger, digest) if digest else None


def put_away(pile_id: int, session: Session) -> None:
    from inpost_desk.ledger.piles import close_pile

    close_pile(session.ledger, pile_id, now=session.client.now())


def keep_answer(session: Session, pile_id: int, repeated: str) -> settings.Settings:
    """What rows with the same reference are is asked once for a layout."""
    from inpost_desk.ledger.piles import layout_digest_of

    layout = layout_digest_of(session.ledger, pile_id)
    return settings.remember_repeated(session.data_dir, layout, repeated)


def first(pile: Pile, session: Session) -> tuple[Pile, list[PileRow]]:
    from inpost_desk.ledger.desk import first_rows

    return pile, first_rows(session.ledger, pile, most=FIRST)


def read(pile: Pile, session: Session) -> tuple[Pile, list[PileRow]]:
    from inpost_desk.ledger.desk import shown_rows
    from inpost_desk.ledger.piles import pile_named

    now = pile_named(session.ledger, pile.id) or pile
    return now, shown_rows(session.ledger, now)


def read_again(before: Rows, pile: Pile, session: Session) -> Again:
    """All rows, and what has become of those known."""
    now, rows = read(pile, session)
    return compared(now, rows, before)


def compared(pile: Pile, rows: list[PileRow], before: Rows) -> Again:
    """Which of the rows are others than they were."""
    found = {one.row: one for one in rows}
    if found.keys() != before.keys():
        return Again(pile, rows, before, found, None)
    fresh = [one for one in rows if before[one.row] != one]
    return Again(pile, rows, before, found, fresh)


def ask_and_check(
    known: settings.Settings,
    pile_id: int,
    lock: threading.Lock,
    show: Callable[[Progress], None],
    session: Session,
) -> tuple[int, Rules, Points]:
    from inpost_desk.actions import pile as desk

    rules = rules_of(session, known)
    points: Points = {}
    if session.may_ask:
        points = desk.ask_points(session.ledger, session.client, pile_id, show=show)
    with lock:
        desk.check(session.ledger, pile_id, rules, points=points)
    return pile_id, rules, points


def edit(work: Work, *, cells: Mapping[int, Mapping[Field, str]]) -> Before:
    from inpost_desk.actions import pile as desk

    ledger, pile_id, rules, points = work.session.ledger, work.pile.id, work.rules, work.points
    with work.lock:
        return desk.edit(ledger, pile_id, cells, rules, points=points)


def look_up(work: Work, *, rows: Collection[int]) -> None:
    """Ask InPost about the points of these rows, and judge them by that."""
    from inpost_desk.actions import pile as desk

    ledger, pile_id, points = work.session.ledger, work.pile.id, work.points
    if not work.session.may_ask:
        return
    # InPost may take long: nobody waits for the lock meanwhile.
    try:
        found = desk.ask_points(ledger, work.session.client, pile_id, rows=list(rows))
    except Trouble:
        # Offline the point is not known: the next look will tell.
        return
    points.update(found)
    with work.lock:
        desk.check(ledger, pile_id, work.rules, rows=list(rows), points=points)


def mark(
    work: Work, *, rows: Collection[int], held: bool | None = None, removed: bool | None = None
) -> Before:
    from inpost_desk.actions import pile as desk

    ledger, pile_id = work.session.ledger, work.pile.id
    with work.lock:
        return desk.mark(
            ledger, pile_id, rows, work.rules, held=held, removed=removed, points=work.points
        )


def restore(work: Work, *, before: Before) -> Before:
    from inpost_desk.actions import pile as desk

    with work.lock:
        return desk.restore(work.session.ledger, before, work.rules, points=work.points)


def answer(work: Work, *, repeated: str = "", duplicates: str = "", weekend: str = "") -> None:
    from inpost_desk.actions import pile as desk

    with work.lock:
        desk.answer(
            work.session.ledger,
            work.pile.id,
            work.rules,
            repeated=repeated,
            duplicates=duplicates,
            about_weekend=weekend,
            points=work.points,
        )


def judge(work: Work) -> None:
    """Judge every row anew by what is known: the time has come for some, or is over."""
    from inpost_desk.actions import pile as desk

    with work.lock:
        desk.check(work.session.ledger, work.pile.id, work.rules, points=work.points)


def join(work: Work, *, rows: Collection[int], apart: bool) -> Before:
    from inpost_desk.actions.pile_join import join as join_rows

    ledger, pile_id = work.session.ledger, work.pile.id
    with work.lock:
        return join_rows(ledger, pile_id, rows, work.rules, apart=apart, points=work.points)
