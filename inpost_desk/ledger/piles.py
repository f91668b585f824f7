"""Piles in the ledger: the rows of order files on the desk, and how each of them stands.

Keeps and reads; what a row's cells mean is found out by `actions.pile`. Texts by field are kept as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, insert, or_, select, update

from inpost_desk.domain.order import Change, Field, Problem
from inpost_desk.domain.pile import Pile, RowDetail
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import pile_rows, piles

AT_ONCE = 500
# The finding about a row that InPost has already, from elsewhere.
SENT_BEFORE = "sent_before"


@dataclass(frozen=True, slots=True)
class PileFile:
    """The file a pile is made from."""

    name: str
    path: str
    digest: str
    layout: str
    layout_digest: str
    columns: Mapping[Field, str]
    ignored_columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredRow:
    """What a person or the file says of one row; `together` is another order's row whose box it shares."""

    row: int
    line: int
    cells: Mapping[Field, str]
    given: Mapping[Field, str] = field(default_factory=dict)
    held: bool = False
    removed: bool = False
    together: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """What was found out about one row. `shown` are the table's columns by name, `first` is what a reader is
    told first: a problem, or a question that concerns the row."""

    row: int
    good: bool
    same_parcel_as: int | None
    shown: Mapping[str, object]
    first: Problem | None = None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()


def enter_pile(ledger: Ledger, file: PileFile, rows: Sequence[StoredRow], *, now: datetime) -> int:
    """Put a file on the desk and return the pile's number; one that is there already comes back."""
    with ledger.write() as connection:
        known = connection.scalar(select(piles.c.id).where(piles.c.file_digest == file.digest))
        if known is not None:
            connection.execute(update(piles).where(piles.c.id == known).values(closed_at=None))
            return int(known)
        made = connection.execute(
            insert(piles).values(
                file_name=file.name[:255],
                file_path=file.path,
                file_digest=file.digest,
                layout=file.layout,
                layout_digest=file.layout_digest,
                columns=json.dumps(dict(file.columns), ensure_ascii=False),
                ignored_columns="\n".join(file.ignored_columns)[:1024],
                imported_at=now,
            )
        )
        pile_id = int(made.inserted_primary_key[0])  # type: ignore[index]
        connection.execute(
            insert(pile_rows),
            [{"pile_id": pile_id, **_stored_values(one), "line": one.line} for one in rows],
        )
    return pile_id


def pile_named(ledger: Ledger, pile_id: int) -> Pile | None:
    """A pile without its rows."""
    with ledger.read() as connection:
        one = connection.execute(select(piles).where(piles.c.id == pile_id)).first()
        return None if one is None else _pile(connection, one)


def pile_of_file(ledger: Ledger, digest: str) -> Pile | None:
    """The pile made from that file."""
    with ledger.read() as connection:
        one = connection.execute(select(piles).where(piles.c.file_digest == digest)).first()
        return None if one is None else _pile(connection, one)


def newest_pile(ledger: Ledger) -> Pile | None:
    """The pile last put on the desk that nobody has put away."""
    query = select(piles).where(piles.c.closed_at.is_(None)).order_by(piles.c.id.desc()).limit(1)
    with ledger.read() as connection:
        one = connection.execute(query).first()
        return None if one is None else _pile(connection, one)


def newest_of_path(ledger: Ledger, pile_id: int) -> bool:
    """Whether no other pile was read from the same place since."""
    path = select(piles.c.file_path).where(piles.c.id == pile_id).scalar_subquery()
    with ledger.read() as connection:
        newest = connection.scalar(select(func.max(piles.c.id)).where(piles.c.file_path == path))
    return newest is None or int(newest) == pile_id


def close_pile(ledger: Ledger, pile_id: int, *, now: datetime) -> None:
    """Put a pile away; nothing of it is lost."""
    with ledger.write() as connection:
        connection.execute(update(piles).where(piles.c.id == pile_id).values(closed_at=now))


def layout_of(ledger: Ledger, pile_id: int) -> str:
    """The key of the layout the pile's file has."""
    with ledger.read() as connection:
        return connection.scalar(select(piles.c.layout).where(piles.c.id == pile_id)) or ""


def layout_digest_of(ledger: Ledger, pile_id: int) -> str:
    """What names the file's column layout, for answers that are kept for it."""
    query = select(piles.c.layout_digest).where(piles.c.id == pile_id)
    with ledger.read() as connection:
        return connection.scalar(query) or ""


def answer(ledger: Ledger, pile_id: int, **answers: str) -> None:
    """Keep what a person said about `repeated` rows, `duplicates` or `weekend`."""
    with ledger.write() as connection:
        connection.execute(update(piles).where(piles.c.id == pile_id).values(**answers))


def answer_about(ledger: Ledger, pile_id: int, *, again: bool) -> None:
    """Keep for each row that was sent before whether it is sent once more, and about which shipment."""
    asked = case((pile_rows.c.value == "", "0"), else_=pile_rows.c.value)
    query = update(pile_rows).where(pile_rows.c.pile_id == pile_id)
    with ledger.write() as connection:
        if again:
            query = query.where(pile_rows.c.rule == SENT_BEFORE)
        connection.execute(query.values(sent_again=asked if again else ""))


def sent_again(ledger: Ledger, pile_id: int) -> dict[int, str]:
    """The rows a person wants sent once more, with the earlier shipment's number ("" where it had none)."""
    query = select(pile_rows.c.row, pile_rows.c.sent_again).where(
        pile_rows.c.pile_id == pile_id, pile_rows.c.sent_again != ""
    )
    with ledger.read() as connection:
        return {row: "" if number == "0" else number for row, number in connection.execute(query)}


def stored_rows(
    ledger: Ledger, pile_id: int, rows: Collection[int] | None = None
) -> list[StoredRow]:
    """What stands in a pile's rows, in pile order; all of them or only these."""
    query = select(*_STORED).where(pile_rows.c.pile_id == pile_id)
    found: list[StoredRow] = []
    with ledger.read() as connection:
        for part in _parts(rows):
            these = query if part is None else query.where(pile_rows.c.row.in_(part))
            found += map(_stored, connection.execute(these.order_by(pile_rows.c.row)).all())
    return sorted(found, key=lambda one: one.row)


def rows_with_references(
    ledger: Ledger, pile_id: int, references: Collection[str]
) -> frozenset[int]:
    """The rows whose reference cell says one of these, whatever the case."""
    wanted = {folded(one) for one in references} - {""}
    query = select(pile_rows.c.row).where(
        pile_rows.c.pile_id == pile_id, pile_rows.c.removed.is_(False)
    )
    found: set[int] = set()
    with ledger.read() as connection:
        for part in _parts(wanted):
            these = query.where(pile_rows.c.reference_cell.in_(part or ()))
            found.update(connection.scalars(these))
    return frozenset(found)


def folded(reference: str) -> str:
    """A reference in a form that can be compared."""
    return reference.strip().casefold()[:255]


def put_rows(ledger: Ledger, pile_id: int, rows: Sequence[StoredRow]) -> None:
    """Write what stands in these rows now."""
    if not rows:
        return
    names = ("reference_cell", "cells", "given", "held", "removed", "together")
    query = (
        update(pile_rows)
        .where(pile_rows.c.pile_id == pile_id, pile_rows.c.row == bindparam("at"))
        .values({name: bindparam(f"new_{name}") for name in names})
    )
    values = []
    for one in rows:
        stored = _stored_values(one)
        values.append({"at": one.row} | {f"new_{name}": stored[name] for name in names})
    with ledger.write() as connection:
        connection.execute(query, values)


def put_findings(ledger: Ledger, pile_id: int, rows: Sequence[CheckedRow]) -> None:
    """Write what was found out about these rows."""
    if not rows:
        return
    values = [_checked_values(one) for one in rows]
    names = [name for name in values[0] if name != "at"]
    query = (
        update(pile_rows)
        .where(pile_rows.c.pile_id == pile_id, pile_rows.c.row == bindparam("at"))
        .values({name.removeprefix("new_"): bindparam(name) for name in names})
    )
    with ledger.write() as connection:
        connection.execute(query, values)


def details(ledger: Ledger, pile_id: int, rows: Collection[int] | None = None) -> list[RowDetail]:
    """Rows in full: these, or all of which there is something to say."""
    query = select(
        pile_rows.c.row,
        pile_rows.c.reference,
        pile_rows.c.cells,
        pile_rows.c.given,
        pile_rows.c.findings,
    ).where(pile_rows.c.pile_id == pile_id, pile_rows.c.removed.is_(False))
    if rows is None:
        query = query.where(pile_rows.c.findings != "")
    found: list[RowDetail] = []
    with ledger.read() as connection:
        for part in _parts(rows):
            these = query if part is None else query.where(pile_rows.c.row.in_(part))
            found += [
                _detail(one) for one in connection.execute(these.order_by(pile_rows.c.row)).all()
            ]
    return found


def contents_of(ledger: Ledger, pile_id: int, rows: Collection[int]) -> dict[int, list[str]]:
    """What is to be packed for each of these rows: its contents cell and those of further lines of the
    parcel, in pile order. Rows nothing is said of are left out."""
    query = (
        select(pile_rows.c.row, pile_rows.c.same_parcel_as, pile_rows.c.cells)
        .where(
            pile_rows.c.pile_id == pile_id,
            pile_rows.c.removed.is_(False),
            pile_rows.c.cells.contains(f'"{Field.CONTENTS.value}"'),
        )
        .order_by(pile_rows.c.row)
    )
    wanted = set(rows)
    if len(wanted) <= AT_ONCE:
        query = query.where(
            or_(pile_rows.c.row.in_(wanted), pile_rows.c.same_parcel_as.in_(wanted))
        )
    found: dict[int, list[str]] = {}
    with ledger.read() as connection:
        for one in connection.execute(query):
            parcel = one.row if one.same_parcel_as is None else one.same_parcel_as
            text = _cells(one.cells).get(Field.CONTENTS, "") if parcel in wanted else ""
            if text.strip():
                found.setdefault(parcel, []).append(text)
    return found


def elsewhere(ledger: Ledger, pile_id: int, references: Collection[str]) -> dict[str, StoredRow]:
    """Rows of other piles whose reference cell says one of these, by that; the newest pile's count."""
    query = (
        select(pile_rows.c.reference_cell, *_STORED)
        .where(pile_rows.c.pile_id != pile_id)
        .order_by(pile_rows.c.pile_id)
    )
    found: dict[str, StoredRow] = {}
    with ledger.read() as connection:
        for part in _parts({folded(one) for one in references} - {""}):
            these = query.where(pile_rows.c.reference_cell.in_(part or ()))
            for one in connection.execute(these).all():
                found[one.reference_cell] = _stored(one)
    return found


def _pile(connection: Connection, one: Any) -> Pile:
    count = connection.scalar(
        select(func.count()).where(pile_rows.c.pile_id == one.id, pile_rows.c.removed.is_(False))
    )
    return Pile(
        id=one.id,
        file_name=one.file_name,
        file_path=one.file_path,
        digest=one.file_digest,
        imported_at=one.imported_at,
        rows=count or 0,
        ignored_columns=tuple(filter(None, one.ignored_columns.split("\n"))),
        repeated=one.repeated,
        duplicates=one.duplicates,
        weekend=one.weekend,
        columns={Field(name): text for name, text in json.loads(one.columns).items()},
    )


_STORED = tuple(
    pile_rows.c[name] for name in ("row", "line", "cells", "given", "held", "removed", "together")
)


def _stored(one: Any) -> StoredRow:
    cells, given = _cells(one.cells), _cells(one.given)
    return StoredRow(one.row, one.line, cells, given, one.held, one.removed, one.together)


def _detail(one: Any) -> RowDetail:
    found = json.loads(one.findings) if one.findings else {}
    return RowDetail(
        one.row,
        one.reference,
        _cells(one.cells),
        _cells(one.given),
        problems=tuple(_problem(values) for values in found.get("problems", ())),
        warnings=tuple(_problem(values) for values in found.get("warnings", ())),
        changes=tuple(Change(Field(values[0]), *values[1:]) for values in found.get("changes", ())),
    )


def _problem(values: Sequence[str]) -> Problem:
    return Problem(Field(values[0]), *values[1:])


def _stored_values(one: StoredRow) -> dict[str, object]:
    return {
        "row": one.row,
        "reference_cell": folded(one.cells.get(Field.REFERENCE, "")),
        "cells": json.dumps(dict(one.cells), ensure_ascii=False),
        "given": json.dumps(dict(one.given), ensure_ascii=False),
        "held": one.held,
        "removed": one.removed,
        "together": one.together,
    }


def _checked_values(one: CheckedRow) -> dict[str, object]:
    first = one.first
    values: dict[str, object] = {
        "at": one.row,
        "new_good": one.good,
        "new_same_parcel_as": one.same_parcel_as,
        "new_field": first.field if first else "",
        "new_rule": first.rule[:96] if first else "",
        "new_value": first.value[:255] if first else "",
        "new_findings": _findings(one),
    }
    return values | {f"new_{name}": value for name, value in one.shown.items()}


def _findings(one: CheckedRow) -> str:
    found = {
        "problems": [[p.field, p.rule, p.value, p.hint] for p in one.problems],
        "warnings": [[p.field, p.rule, p.value, p.hint] for p in one.warnings],
        "changes": [[c.field, c.before, c.after, c.rule] for c in one.changes],
    }
    said = {name: values for name, values in found.items() if values}
    return json.dumps(said, ensure_ascii=False) if said else ""


def _cells(text: str) -> dict[Field, str]:
    return {Field(name): value for name, value in json.loads(text).items()}


def _parts(values: Iterable[Any] | None) -> Iterator[list[Any] | None]:
    """No more at once than a statement takes; None stands for no restriction."""
    if values is None:
        yield None
        return
    wanted = sorted(values)
    for start in range(0, len(wanted), AT_ONCE):
        yield wanted[start : start + AT_ONCE]
