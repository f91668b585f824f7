"""People to whom something was sent before, by the first letters of a name or digits of a phone.

Only what the ledger's orders say: nothing is kept of a person besides them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, RowMapping, or_, select

from inpost_desk.domain.order import Address, Person
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import orders

MOST: Final = 3
# The newest orders that are looked through: who is meant is rarely an older one.
_LOOKED_AT: Final = 2000
_DIGITS, _LETTERS = 3, 2


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """`person.address` and `point` are where the last ones went, as far as there were any."""

    person: Person
    point: str
    shipments: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed of a receiver so far."""

    phone: str = ""
    first_name: str = ""
    last_name: str = ""
    company: str = ""

    @property
    def tells(self) -> bool:
        """Whether it is enough to look for."""
        return bool(self.digits) or any(self.words)

    @property
    def digits(self) -> str:
        """Of the phone, without its prefix."""
        found = re.sub(r"[^0-9]", "", self.phone)
        found = found.removeprefix("48") if self.phone.strip().startswith(("+", "48")) else found
        return found if len(found) >= _DIGITS else ""

    @property
    def words(self) -> tuple[str, str, str]:
        """Last name, company, first name, folded; "" where too little was typed."""
        texts = (self.last_name, self.company, self.first_name)
        last, company, first = (one.strip().casefold() for one in texts)
        return tuple(one if len(one) >= _LETTERS else "" for one in (last, company, first))  # type: ignore[return-value]


def known_people(ledger: Ledger, typed: Typed, *, most: int = MOST) -> tuple[KnownPerson, ...]:
    """Those who fit best first, then those to whom most was sent."""
    if not typed.tells:
        return ()
    query = select(orders).where(or_(*_conditions(typed)))
    query = query.order_by(orders.c.id.desc()).limit(_LOOKED_AT)
    with ledger.read() as connection:
        rows = connection.execute(query).mappings().all()
    scored = {}
    for one in _gathered(rows):
        score = _score(one.person, typed)
        if score:
            scored[one] = score
    ranked = sorted(
        scored, key=lambda one: (scored[one], one.shipments, one.last.timestamp()), reverse=True
    )
    return tuple(ranked[:most])


def _conditions(typed: Typed) -> list[ColumnElement[bool]]:
    found = []
    if typed.digits:
        found.append(orders.c.phone.startswith(typed.digits))
    last, company, first = typed.words
    # A surname may be typed where a company stands, and the other way round.
    for word, columns in (
        (last, (orders.c.last_name, orders.c.company)),
        (company, (orders.c.company, orders.c.last_name)),
        ("" if last or company or typed.digits else first, (orders.c.first_name,)),
    ):
        if word:
            found += [column.like(_pattern(word), escape="\\") for column in columns]
    return found


def _pattern(word: str) -> str:
    """SQLite folds ASCII letters only, so that any other letter stands for every one."""
    safe = re.sub(r"([%_\\])", r"\\\1", word)
    return "".join(char if char.isascii() else "_" for char in safe) + "%"


def _gathered(rows: Iterable[RowMapping]) -> list[KnownPerson]:
    """One for each person, newest first; the newest order tells of them."""
    people: dict[tuple[str, str], KnownPerson] = {}
    for row in rows:
        person = _person(row)
        name = person.company or f"{person.first_name} {person.last_name}"
        key = (person.phone, name.casefold())
        known = people.get(key)
        if known is None:
            people[key] = KnownPerson(person, row["point"], 1, row["created_at"])
            continue
        address = known.person.address or person.address
        people[key] = replace(
            known,
            person=replace(known.person, address=address, email=known.person.email or person.email),
            point=known.point or row["point"],
            shipments=known.shipments + 1,
        )
    return list(people.values())


def _person(row: RowMapping) -> Person:
    def said(name: str) -> Any:
        return row[name]

    address = Address(
        said("street"), said("building_number"), said("city"), said("post_code"), "PL"
    )
    return Person(
        phone=said("phone"),
        email=said("email"),
        first_name=said("first_name"),
        last_name=said("last_name"),
        company=said("company"),
        address=address if address.street else None,
    )


def _score(person: Person, typed: Typed) -> int:
    """How much of what was typed fits."""
    last, company, first = typed.words
    named = (person.last_name.casefold(), person.company.casefold())
    points = 4 if typed.digits and person.phone.startswith(typed.digits) else 0
    points += 3 if last and any(one.startswith(last) for one in named) else 0
    points += 3 if company and any(one.startswith(company) for one in named) else 0
    return points + (1 if first and person.first_name.casefold().startswith(first) else 0)
