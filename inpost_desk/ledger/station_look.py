"""How the parcels stand that a scan led to, each as the Orders table has it. Only reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import and_, bindparam, select

from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.stage import CANCELED, UNPAID_STATUSES, Outcome, Stage, awaits_choice
from inpost_desk.ledger.desk import Judge, rows_of
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.report import RowStanding, standing_of_pile
from inpost_desk.ledger.schema import pile_rows, piles
from inpost_desk.ledger.station_facts import Facts, Found, Seat

# Nobody can tell more apart: the newest count. A shop that counts from 001 every day has hundreds.
_MOST_FILES: Final = 9


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of a file, by the file's digest. `order_id` (0 for none) tells newer from older.

    `on_desk`: what stands in a pile's row now led to it, not only what a run once took from there.
    """

    digest: str
    row: int
    order_id: int = 0
    on_desk: bool = False


def look(ledger: Ledger, spots: Iterable[Spot]) -> list[Found]:
    """The parcels of these rows: open piles first, then put away ones, then rows of no pile; newest first.

    What was taken off the desk, or taken over by another file, before it went to InPost is left out.
    """
    files = _files(ledger, spots)
    ids = [one.local_id for file in files for one in file.standing.values() if one.local_id]
    facts = Facts(ledger, ids)
    seats = [seat for file in files for seat in _seats(ledger, file, facts)]
    return facts.found(seats)


def look_at_shipments(ledger: Ledger, ids: Sequence[int]) -> list[Found]:
    """Shipments that are nobody's order now: made elsewhere, or cancelled and made anew since."""
    if not ids:
        return []
    facts = Facts(ledger, ids[:_MOST_FILES])
    judge = _Few(ledger, {}, facts)
    alone = [_standing_alone(facts.shipments[one]) for one in ids if one in facts.shipments]
    return facts.found([Seat(one.reference, judge.stage(one), one) for one in alone])


@dataclass(frozen=True, slots=True)
class _File:
    """A file with the rows that were asked for: under which reference, "" for its own."""

    pile: Pile | None
    open: bool
    asked: Mapping[int, str]
    on_desk: Collection[int]
    standing: Mapping[int, RowStanding]


class _Few(Judge):
    """The Orders table's judge for a few rows: it asks after no prints but theirs."""

    def __init__(self, ledger: Ledger, standing: Mapping[int, RowStanding], facts: Facts) -> None:
        self._ledger = ledger
        self._standing = dict(standing)
        self._printed = facts.printed
        self._maybe = facts.maybe
        self._at_printer = facts.at_printer

    def stage(self, standing: RowStanding) -> Stage:
        """Of a row that no pile has."""
        left = Stage.HELD if standing.rule == "held" else Stage.READY
        return self._gone(standing) or left


def _files(ledger: Ledger, spots: Iterable[Spot]) -> list[_File]:
    by_file: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_file[spot.digest].append(spot)
    rows = {spot.row for some in by_file.values() for spot in some}
    values = {"digests": list(by_file), "rows": list(rows)}
    with ledger.read() as connection:
        on_desk = defaultdict(list)
        for one in connection.execute(_ON_DESK, values).all():
            on_desk[one.file_digest].append(one)

    def newest(digest: str) -> tuple[int, int]:
        pile = next(iter(on_desk[digest]), None)
        if pile is None:
            return 2, -max(spot.order_id for spot in by_file[digest])
        return int(pile.closed_at is not None), -pile.id

    chosen = sorted(by_file, key=newest)[:_MOST_FILES]
    return [_file(ledger, digest, by_file[digest], on_desk[digest]) for digest in chosen]


# The piles made of these files, with what of these rows stands in them.
_ON_DESK: Final = (
    select(
        piles.c.id,
        piles.c.file_digest,
        piles.c.imported_at,
        piles.c.closed_at,
        pile_rows.c.row,
        pile_rows.c.same_parcel_as,
        pile_rows.c.reference,
    )
    .outerjoin(
        pile_rows,
        and_(
            pile_rows.c.pile_id == piles.c.id,
            pile_rows.c.row.in_(bindparam("rows", expanding=True)),
            pile_rows.c.removed.is_(False),
        ),
    )
    .where(piles.c.file_digest.in_(bindparam("digests", expanding=True)))
)


def _file(ledger: Ledger, digest: str, spots: Sequence[Spot], on_desk: Sequence[Any]) -> _File:
    pile = on_desk[0] if on_desk else None
    # A row that goes into another one's parcel leads there, under its own reference.
    kin = {one.row: one for one in on_desk if one.same_parcel_as is not None}
    asked: dict[int, str] = {}
    leaders = set()
    for spot in spots:
        one = kin.get(spot.row)
        row, name = (one.same_parcel_as, one.reference) if one else (spot.row, "")
        # Asked for by its own name as well, it is called by that.
        asked[row] = name and asked.get(row, name)
        if spot.on_desk:
            leaders.add(row)
    return _File(
        pile and Pile(pile.id, "", "", digest, pile.imported_at, len(asked)),
        pile is not None and pile.closed_at is None,
        asked,
        leaders,
        standing_of_pile(ledger, digest, asked),
    )


def _seats(ledger: Ledger, file: _File, facts: Facts) -> Iterator[Seat]:
    judge = _Few(ledger, file.standing, facts)
    shown: dict[int, PileRow] = {}
    if file.pile is not None:
        shown = {one.row: one for one in judge.rows(rows_of(file.pile, file.asked))}
    for row in sorted(file.asked):
        one, standing = shown.get(row), file.standing.get(row)
        if one is None:
            if standing is not None and _counts(file, standing, judge.stage(standing)):
                yield Seat(standing.reference, judge.stage(standing), standing)
            continue
        taken_over = standing is not None and standing.rule == "taken_over" and not file.open
        if one.stage in _NOT_GONE and (taken_over or row not in file.on_desk):
            # Another file has it, or a reference that was corrected since led here.
            continue
        name = file.asked[row] or one.reference
        pile_id = file.pile.id if file.pile else None
        yield Seat(name, one.stage, standing, one, pile_id, file.open)


def _counts(file: _File, standing: RowStanding, stage: Stage) -> bool:
    """Whether a row that no pile shows is a parcel: one taken off the desk, only if InPost has it."""
    if standing.order_id is None or (standing.rule == "taken_over" and stage in _NOT_GONE):
        return False
    return file.pile is None or stage not in {*_NOT_GONE, Stage.REFUSED}


_NOT_GONE: Final = frozenset(
    {
        Stage.READY,
        Stage.TO_FIX,
        Stage.HELD,
        Stage.QUESTION,
        Stage.SAME_PARCEL,
        Stage.DUPLICATE,
    }
)


def _standing_alone(one: Any) -> RowStanding:
    """How a shipment stands that is in no row, in the words of `report`."""
    outcome, field, rule = _outcome(one)
    return RowStanding(
        0, one.reference, outcome, one.shipx_id, field=field, rule=rule, local_id=one.id
    )


def _outcome(one: Any) -> tuple[Outcome, str, str]:
    if one.do_not_send:
        return Outcome.REPLACED, "", "replaced"
    if one.tracking_number and one.status not in {*UNPAID_STATUSES, CANCELED}:
        if one.finding == "":
            return Outcome.DONE, "", ""
        return Outcome.WAITING, "label", one.finding or "label_missing"
    if one.refused_rule or one.status == CANCELED:
        return Outcome.REFUSED, one.refused_field, one.refused_rule or CANCELED
    if awaits_choice(one.mode, one.status, one.transaction_status):
        return Outcome.OFFERED, "offer", "choose_offer"
    if one.payment_error:
        return Outcome.UNPAID, "payment", one.payment_error
    return Outcome.WAITING, "payment", "payment_pending"
