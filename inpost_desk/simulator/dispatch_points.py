"""The places couriers know: born with the accounts, found or made by an address (API §3.6, §3.8).

They are changed in Manager Paczek only, so nothing here changes one but an order for a pickup.
"""

from __future__ import annotations

from typing import Any

from inpost_desk.simulator.accounts import POSTPAID_ID, PREPAID_ID
from inpost_desk.simulator.records import DispatchPoint

CREATED, ACTIVATED, SUSPENDED = "created", "activated", "suspended"
ADDRESS = ("street", "building_number", "line1", "line2", "city", "post_code", "country_code")


def built_in() -> dict[int, DispatchPoint]:
    """Three for each account, one of them suspended."""
    points = [
        point
        for account, first in ((PREPAID_ID, 3001), (POSTPAID_ID, 3011))
        for point in _of_account(account, first)
    ]
    return {point.id: point for point in points}


def point_json(point: DispatchPoint, host: str) -> dict[str, Any]:
    return {
        "href": f"https://{host}/v1/dispatch_points/{point.id}",
        "id": point.id,
        "name": point.name,
        "office_hours": point.office_hours,
        "phone": point.phone,
        "email": point.email,
        "comments": point.comments,
        "status": point.status,
        "address": point.address,
    }


def same_place(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """What ShipX's checksum of an address tells: spelling counts, capitals and spaces do not."""
    return _spelt(one) == _spelt(other)


def _spelt(address: dict[str, Any]) -> str:
    words = (str(address.get(name) or "") for name in ADDRESS)
    return " ".join(" ".join(words).casefold().split())


def _of_account(account: int, first: int) -> list[DispatchPoint]:
    main = _address(first, "Przykładowa", "7", "30-001", "Kraków")
    shop = _address(first + 1, "Długa", "12", "31-147", "Kraków")
    old = _address(first + 2, "Stara", "3", "30-699", "Kraków")
    email = "magazyn@example.test"
    return [
        DispatchPoint(
            first, account, "Magazyn główny", ACTIVATED, "8-16", "500000010", email, "rampa 2", main
        ),
        DispatchPoint(
            first + 1, account, "Sklep", ACTIVATED, "10-18", "500000011", email, None, shop
        ),
        DispatchPoint(
            first + 2, account, "Stary magazyn", SUSPENDED, "8-14", "500000012", email, None, old
        ),
    ]


def _address(id_: int, street: str, number: str, post_code: str, city: str) -> dict[str, Any]:
    return {
        "id": id_ + 10_000,
        "street": street,
        "building_number": number,
        "line1": None,
        "line2": None,
        "city": city,
        "post_code": post_code,
        "country_code": "PL",
    }
