"""People found again by what was typed of them, over a real ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from inpost_desk.actions.known_people import Typed, known_people
from inpost_desk.domain.order import Address, Person
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import orders

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
MONIKA = Person("604118221", "m@example.pl", "Monika", "Wójcik")
MARIOLA = replace(MONIKA, phone="512900377", first_name="Mariola", last_name="Wójcicka")
FIRM = Person("184442107", company="Wójcik-Bud sp. z o.o.")
HOME = Address("Krakowska", "12", "Tarnów", "33-100")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(tmp_path)
    yield opened
    opened.close()


def _sent(ledger: Ledger, person: Person, times: int = 1, point: str = "KRA112M") -> None:
    address = person.address
    with ledger.write() as connection:
        for number in range(times):
            values: dict[str, Any] = {
                "file_digest": f"{person.phone}{point}{address}"[:60],
                "row": number,
                "place": number,
                "phone": person.phone,
                "email": person.email,
                "first_name": person.first_name,
                "last_name": person.last_name,
                "company": person.company,
                "point": "" if address else point,
                "created_at": NOW + timedelta(days=number),
            }
            if address:
                values |= {
                    "street": address.street,
                    "building_number": address.building_number,
                    "city": address.city,
                    "post_code": address.post_code,
                }
            connection.execute(insert(orders).values(**values))


def _names(ledger: Ledger, typed: Typed) -> list[str]:
    return [one.person.company or one.person.last_name for one in known_people(ledger, typed)]


def test_digits_of_a_phone_find_the_person_with_what_was_sent(ledger: Ledger) -> None:
    _sent(ledger, MONIKA, 3)
    _sent(ledger, MARIOLA)

    (found,) = known_people(ledger, Typed(phone="+48 604 118"))

    assert found.person == MONIKA
    assert (found.point, found.shipments, found.last) == ("KRA112M", 3, NOW + timedelta(days=2))


def test_letters_of_a_name_find_people_and_firms_whatever_their_case(ledger: Ledger) -> None:
    _sent(ledger, MONIKA)
    _sent(ledger, MARIOLA)
    _sent(ledger, FIRM, 9)

    assert _names(ledger, Typed(last_name="wÓJ")) == ["Wójcik-Bud sp. z o.o.", "Wójcicka", "Wójcik"]
    assert _names(ledger, Typed(last_name="wójcik", first_name="Mon")) == [
        "Wójcik",
        "Wójcik-Bud sp. z o.o.",
    ]


def test_point_and_address_come_from_the_newest_order_that_has_one(ledger: Ledger) -> None:
    _sent(ledger, replace(MONIKA, address=HOME))
    _sent(ledger, MONIKA)

    (found,) = known_people(ledger, Typed(phone="604118221"))

    assert (found.point, found.person.address, found.shipments) == ("KRA112M", HOME, 2)


def test_too_little_typed_finds_nobody(ledger: Ledger) -> None:
    _sent(ledger, MONIKA)

    assert known_people(ledger, Typed(phone="60", last_name="W", first_name="")) == ()


def test_signs_of_the_database_are_plain_letters(ledger: Ledger) -> None:
    _sent(ledger, MONIKA)
    _sent(ledger, replace(FIRM, company="100% Bawełna_"))

    assert _names(ledger, Typed(company="%%")) == []
    assert _names(ledger, Typed(company="100%")) == ["100% Bawełna_"]


def test_at_most_three_are_offered(ledger: Ledger) -> None:
    for number in range(6):
        _sent(ledger, replace(MONIKA, phone=f"60411822{number}", last_name=f"Wójcik{number}"))

    assert len(known_people(ledger, Typed(last_name="wój"))) == 3
