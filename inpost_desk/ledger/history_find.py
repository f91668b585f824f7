"""Which shipments of the history a question means, in the order asked for, and how many there are of each.

Only reads, and answers by the ledger's own numbers; what a line says is in `history`. A row has a phase and
the time it was made as soon as InPost has the shipment, so that their indexes tell what is of the history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import reduce
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, case, exists, func, not_, or_, select, text

from inpost_desk.domain.folding import fold
from inpost_desk.domain.history import Counts, Query, Sort
from inpost_desk.domain.journey import NOTHING_TO_DO, Phase
from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import TAKEN
from inpost_desk.ledger.schema import order_shipments, prints, run_rows, runs, shipments

_MOST_RUNS: Final = 200
_AT_ONCE: Final = 1_000
# Whoever pastes a whole page is looking for nothing; databases refuse conditions of that length.
_LONGEST: Final = 500
# Digits in groups make one number from here on; fewer may be two numbers.
_A_NUMBER: Final = 7
_TELEPHONE, _COUNTRY = 9, "48"
_GROUPS: Final = re.compile(r"\d[\d.()/-]*")
_PHASES: Final = {str(one): one for one in Phase}
# A letter with a mark comes after the same without it.
_MARKED: Final = {"ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ż": "z"}


def find(ledger: Ledger, query: Query) -> list[int]:
    """The shipments a query means, by the ledger's own numbers, in its order."""
    chosen = select(shipments.c.id).where(*_conditions(query)).order_by(*_order(query))
    with ledger.read() as connection:
        # Row by row the interpreter changes hands each time, and the window waits for it; all at once takes
        # twice as long.
        parts = connection.scalars(chosen).partitions(_AT_ONCE)
        return [one for part in parts for one in part]


def counts(ledger: Ledger, query: Query) -> Counts:
    """How many there are of each phase, and with a concern; the query's own phase and concern left out."""
    asked = list(_narrowed(query))
    phases = (
        select(shipments.c.phase, func.count())
        .where(_in_history(), *asked)
        .group_by(shipments.c.phase)
    )
    worries = select(func.count()).where(*_unhandled(), *asked)
    with ledger.read() as connection:
        found = {one[0]: int(one[1]) for one in connection.execute(phases)}
        exceptions = connection.scalar(worries) or 0
    return Counts({_PHASES[name]: found[name] for name in found if name in _PHASES}, exceptions)


def badge(ledger: Ledger) -> int:
    """How many exceptions need somebody."""
    quiet = [str(one) for one in NOTHING_TO_DO]
    query = select(func.count()).where(*_unhandled(), shipments.c.concern.not_in(quiet))
    with ledger.read() as connection:
        return connection.scalar(query) or 0


def services(ledger: Ledger) -> tuple[str, ...]:
    """Every service there is a shipment of, by name."""
    query = select(shipments.c.service).where(_in_history()).distinct()
    with ledger.read() as connection:
        return tuple(sorted(filter(None, connection.scalars(query))))


def first_day(ledger: Ledger) -> datetime | None:
    """When the first shipment was made."""
    with ledger.read() as connection:
        first: datetime | None = connection.scalar(select(func.min(shipments.c.made_at)))
    return first


def runs_of(ledger: Ledger) -> tuple[tuple[int, str, datetime], ...]:
    """The newest runs, newest first: number, name of the file, start."""
    query = (
        select(runs.c.id, runs.c.file_name, runs.c.started_at)
        .order_by(runs.c.id.desc())
        .limit(_MOST_RUNS)
    )
    with ledger.read() as connection:
        return tuple((one.id, one.file_name, one.started_at) for one in connection.execute(query))


def given() -> ColumnElement[bool]:
    """Whether a shipment's label was given to a printer; what failed or was cancelled never got there."""
    states = [str(one) for one in TAKEN]
    return exists().where(prints.c.shipment_id == shipments.c.id, prints.c.state.in_(states))


def _in_history() -> ColumnElement[bool]:
    return shipments.c.phase > ""


def _unhandled() -> tuple[ColumnElement[bool], ...]:
    # Said as in the index, which would not be used otherwise.
    return shipments.c.concern != text("''"), shipments.c.handled.is_(False)


def _conditions(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.exceptions:
        # Few, and found by their own index only when they are looked for first.
        few = select(shipments.c.id).where(*_unhandled())
        yield shipments.c.id.in_(few)
    elif query.phase is None:
        # The index of this one has them in the usual order.
        yield shipments.c.made_at.is_not(None)
    if query.phase is not None:
        yield shipments.c.phase == str(query.phase)
    yield from _narrowed(query)


def _narrowed(query: Query) -> Iterator[ColumnElement[bool]]:
    yield from (_says(term) for term in _terms(query.words[:_LONGEST]))
    # The first and the last day there are have no midnight in every zone; they leave nothing out anyway.
    if query.since is not None and query.since > date.min:
        yield shipments.c.made_at >= _midnight(query.since)
    if query.until is not None and query.until < date.max:
        yield shipments.c.made_at < _midnight(query.until + timedelta(days=1))
    if query.service:
        yield shipments.c.service == query.service
    if query.run_id is not None:
        yield shipments.c.id.in_(_of_run(query.run_id))
    if query.printed is not None:
        yield given() if query.printed else not_(given())
    if query.cod:
        yield shipments.c.cod.is_not(None)


def _of_run(run_id: int) -> Select[tuple[int]]:
    return (
        select(order_shipments.c.shipment_id)
        .join(run_rows, run_rows.c.order_id == order_shipments.c.order_id)
        .where(run_rows.c.run_id == run_id)
    )


def _terms(words: str) -> Iterator[tuple[str, ...]]:
    """What has to be found, each in one of its forms; a number may be typed in groups."""
    group: list[str] = []
    for word in [*fold(words).split(), ""]:
        bare = word.lstrip("+")
        if bare.isdecimal() and bare.isascii():
            group.append(bare)
            continue
        joined = "".join(group)
        yield from [(_number(joined),)] if len(joined) >= _A_NUMBER else ((one,) for one in group)
        group = []
        if word:
            digits = "".join(filter(str.isdecimal, word))
            other = _GROUPS.fullmatch(bare) and len(digits) >= _TELEPHONE
            yield (word, _number(digits)) if other else (word,)


def _number(digits: str) -> str:
    """A telephone number is kept without its country."""
    if len(digits) == _TELEPHONE + len(_COUNTRY) and digits.startswith(_COUNTRY):
        return digits.removeprefix(_COUNTRY)
    return digits


def _says(forms: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(*(shipments.c.words.contains(one, autoescape=True) for one in forms))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), WARSAW)


def _order(query: Query) -> tuple[ColumnElement[Any], ...]:
    columns = [*_sorted_by(query.sort), shipments.c.id]
    return tuple(one.desc() if query.descending else one.asc() for one in columns)


def _sorted_by(sort: Sort) -> tuple[ColumnElement[Any], ...]:
    made = shipments.c.made_at
    if sort is Sort.REFERENCE:
        return (func.lower(shipments.c.reference), made)
    if sort is Sort.NAME:
        return (_alphabetic(shipments.c.receiver), made)
    if sort is Sort.SERVICE:
        return (shipments.c.service, made)
    if sort is Sort.TARGET:
        return (shipments.c.point, _alphabetic(shipments.c.city), made)
    if sort is Sort.STATUS:
        place = {str(phase): place for place, phase in enumerate(Phase)}
        return (case(place, value=shipments.c.phase), shipments.c.status, made)
    if sort is Sort.NUMBER:
        return (shipments.c.tracking_number, made)
    return (made,)


def _alphabetic(column: ColumnElement[str]) -> ColumnElement[str]:
    """As a Polish list is sorted: databases put Ł behind Z."""
    forms = [(f"{letter}", f"{plain}~") for letter, plain in _MARKED.items()] + [("ź", "z}")]
    forms += [(letter.upper(), instead) for letter, instead in forms]
    return func.lower(reduce(lambda text, form: func.replace(text, *form), forms, column))
