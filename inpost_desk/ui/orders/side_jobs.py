"""What `side` has done on lanes: answers to problems found, rows read in full. Nothing of Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from inpost_desk.domain import fixes as answers
from inpost_desk.domain.order import Field, Problem
from inpost_desk.domain.pile import Fix, PileRow, RowDetail
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import Trouble
from inpost_desk.ui.orders.panel_together import TogetherCard
from inpost_desk.ui.orders.pile_facts import ToFix

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Rules
    from inpost_desk.domain.fixes import NearPoint
    from inpost_desk.session import Session


def asks_points(problem: Problem) -> bool:
    """Whether an answer to it is another point, which InPost has to be asked for."""
    return problem.rule in answers.POINT_RULES or (
        problem.field is Field.POINT and problem.rule == "required"
    )


def find_fixes(session: Session, pile_id: int, one: ToFix) -> tuple[Fix, ...]:
    """The answers to a row's first problem."""
    detail = read_detail(session, pile_id, one.row)
    if detail is None:
        return ()
    near: tuple[NearPoint, ...] = ()
    if asks_points(one.problem):
        near = _nearest(session, one.problem, detail)
    lines: list[str] = []
    if one.problem.rule == "lines_differ":
        lines = _lines(session, pile_id, detail, one.problem.field)
    return answers.fixes(one.problem, detail.cells, nearest=near, lines=lines)


def fix_all(
    session: Session, pile_id: int, one: ToFix, fix: Fix, to_fix: Sequence[ToFix]
) -> dict[int, Mapping[Field, str]]:
    """What that answer writes into each row with the same problem."""
    from inpost_desk.ledger.piles import details

    like = {
        other.row: other.problem for other in to_fix if answers.alike(one.problem, other.problem)
    }
    found: dict[int, Mapping[Field, str]] = {one.row: fix.cells}
    for detail in details(session.ledger, pile_id, list(like)):
        same = answers.same_fix(fix, one.problem, other=like[detail.row], cells=detail.cells)
        if same is not None:
            found[detail.row] = same.cells
    return found


def read_detail(session: Session, pile_id: int, row: int) -> RowDetail | None:
    """One row in full."""
    from inpost_desk.actions.pile import detail

    return detail(session.ledger, pile_id, row)


def read_row(
    session: Session, pile_id: int, row: PileRow, head: PileRow, alike: Sequence[int], rules: Rules
) -> tuple[RowDetail | None, TogetherCard | None]:
    """One row in full, and the orders that go in one box with it, or may go with those of `alike`.

    `head` is the row whose parcel it is.
    """
    from inpost_desk.actions.pile_join import box_of

    found = read_detail(session, pile_id, row.row)
    box = box_of(session.ledger, pile_id, row.row, alike, rules) if alike and found else None
    if box is None:
        return found, None
    sent = head.stage is not Stage.READY
    card = TogetherCard(box.rows, box.references, box.joined, box.paid_twice, sent=sent)
    return found, card


def _nearest(session: Session, problem: Problem, detail: RowDetail) -> tuple[NearPoint, ...]:
    from inpost_desk.actions.nearest import nearest
    from inpost_desk.domain.checks import weekend

    point = problem.value or detail.cells.get(Field.POINT, "")
    try:
        return nearest(
            session.ledger,
            session.client if session.may_ask else None,
            point,
            cells=detail.cells,
            payment=bool(detail.cells.get(Field.COD, "").strip()),
            weekend=weekend(detail.cells.get(Field.WEEKEND, "")).value,
        )
    except Trouble:
        # The other answers do without; the connection's state stands in the status bar.
        return ()


def _lines(session: Session, pile_id: int, detail: RowDetail, field: Field) -> list[str]:
    """What the other lines of the same order say."""
    from inpost_desk.ledger.piles import details, rows_with_references

    name = detail.cells.get(Field.REFERENCE, "")
    rows = rows_with_references(session.ledger, pile_id, [name]) - {detail.row}
    return [one.cells.get(field, "") for one in details(session.ledger, pile_id, rows)]
