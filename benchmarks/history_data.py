"""A ledger with as many shipments as a large sender makes in a year; invented, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import insert

from inpost_desk.domain.journey import concern_of, phase_of
from inpost_desk.domain.order import Person
from inpost_desk.domain.shipment import Shipment, ShipmentId
from inpost_desk.ledger.history_columns import words_of
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import prints, shipments, stops

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_NAMES = ("Łukasz Żak", "Anna Nowak", "Jan Kowalski", "Zofia Wójcik", "Ewa Dąbrowska", "Piotr Lis")
_TOWNS = ("Kraków", "Łódź", "Warszawa", "Gdańsk", "Rzeszów")
# Most have long been delivered; a few of everything else.
_STATUSES = ("confirmed",) * 3 + ("sent_from_source_branch",) * 4 + ("ready_to_pickup",) * 2
_RARE = ("pickup_time_expired", "undelivered_wrong_address", "returned_to_sender", "canceled")


def fill(ledger: Ledger, count: int) -> None:
    """Put them into an empty ledger, each printed and with its way."""
    made = list(_shipments(count))
    with ledger.write() as connection:
        connection.execute(insert(shipments), made)
        connection.execute(insert(prints), [_print(one) for one in made if one["id"] % 20])
        connection.execute(insert(stops), [row for one in made for row in _stops(one)])


def _shipments(count: int) -> Iterator[dict[str, Any]]:
    dice = random.Random(20261122)
    for number in range(1, count + 1):
        status = "delivered"
        if number > count * 0.93:
            status = dice.choice(_STATUSES)
        if dice.random() < 0.01:
            status = dice.choice(_RARE)
        name, phone = dice.choice(_NAMES), f"5{dice.randrange(10**8):08}"
        point = f"{dice.choice(('KRA', 'LOD', 'WAW'))}{dice.randrange(999):03}M"
        tracking, reference = f"62099900{number:016}", f"ZAM/{number:06}"
        locker = dice.random() < 0.7
        service = "inpost_locker_standard" if locker else "inpost_courier_standard"
        yield {
            "id": number,
            "key": f"key-{number}" if number % 10 else None,
            "shipx_id": 10_000 + number,
            "service": service,
            "status": status,
            "tracking_number": tracking,
            "reference": reference,
            "phone": phone,
            "point": point if locker else "",
            "made_at": NOW - timedelta(minutes=5 * (count - number)),
            "seen_at": NOW,
            "receiver": name,
            "city": "" if locker else dice.choice(_TOWNS),
            "size": dice.choice("ABC"),
            "sending_method": "dispatch_order",
            "cod": dice.choice((None, None, None, Decimal(129))),
            "phase": phase_of(status),
            "concern": concern_of(status, service) or "",
            "status_at": NOW - timedelta(minutes=4 * (count - number)),
            "due_at": NOW if status in _STATUSES else None,
            "words": words_of(reference, name, phone, point if locker else "", tracking),
        }


def _print(one: dict[str, Any]) -> dict[str, object]:
    return {
        "job": f"job-{one['id'] // 25}",
        "shipment_id": one["id"],
        "document": "label",
        "printer": "Zebra",
        "state": "done",
        "noted_at": one["made_at"],
        "ended_at": one["made_at"],
    }


def _stops(one: dict[str, Any]) -> Iterator[dict[str, object]]:
    for status in dict.fromkeys(("created", "confirmed", "sent_from_source_branch", one["status"])):
        yield {"shipment_id": one["id"], "status": status, "at": one["made_at"]}


def known_to_inpost(status: str, *, hours: int) -> list[Shipment]:
    """A hundred of them as InPost would describe them so many hours later."""
    at = NOW + timedelta(hours=hours)
    receiver = Person("501200300", "ala@example.test", "Ala", "Nowak")
    return [
        Shipment(
            ShipmentId(10_000 + number),
            status,
            f"62099900{number:016}",
            "inpost_locker_standard",
            reference=f"ZAM/{number:06}",
            receiver=receiver,
            updated_at=at,
        )
        for number in range(1, 101)
    ]
