"""What an order for a pickup must look like, and why one is turned down later (API §3.6, §4.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from inpost_desk.simulator.fields import EMAIL, PHONE, Body, check_length, part, text
from inpost_desk.simulator.records import Account, Shipment
from inpost_desk.simulator.refusals import Finding, Refusal, invalid
from inpost_desk.simulator.statuses import CANCELED, UNPAID
from inpost_desk.simulator.validation import address_findings

# Polish whatever language was asked for (API §1.8).
ALREADY_SENT = "Już nadane."
LONGEST_COMMENT = 100
LONGEST_HOURS = 30
BY_COURIER = "dispatch_order"
# As the system behind ShipX calls them; "Sent" for the rest.
STATUSES_BEHIND = {
    CANCELED: "Cancelled",
    "dispatched_by_sender": "CustomerSent",
    "ready_to_pickup": "Stored",
    "delivered": "Delivered",
}

Ordered = Callable[[int], bool]


def place_given(body: Body) -> None:
    """Raises `Refusal` unless there is a well-formed address or the id of a dispatch point, not both."""
    if body.get("address") and body.get("dispatch_point_id"):
        raise Refusal("dispatch_point_and_address_cannot_be_mixed")
    found = list(_contact(body))
    if not body.get("dispatch_point_id"):
        if not body.get("address"):
            found.append((("address",), "required"))
        elif not isinstance(body["address"], dict):
            found.append((("address",), "invalid"))
        else:
            found += address_findings(part(body, "address"), ("address",))
    if found:
        raise invalid(found)


def comment_given(body: Body) -> str:
    """Raises `Refusal`."""
    found = list(check_length(body, "comment", path=(), most=LONGEST_COMMENT))
    if not text(body, "comment"):
        found.append((("comment",), "required"))
    if found:
        raise invalid(found)
    return text(body, "comment")


def ids_given(value: Any, *, field: str) -> list[int]:
    """Each id once, in the order given. Raises `Refusal`."""
    if not isinstance(value, list) or not value:
        raise invalid([((field,), "required")])
    words = ["" if isinstance(one, bool) else str(one) for one in value]
    if not all(word.isascii() and word.isdigit() for word in words):
        raise invalid([((field,), "invalid")])
    return list(dict.fromkeys(int(word) for word in words))


def trouble_with(shipment: Shipment | None, account: Account, *, ordered: Ordered) -> str:
    """Why a shipment cannot be put into an order; "" where it can. Another account's does not exist."""
    if shipment is None or shipment.account != account.id:
        return "does_not_exist"
    if shipment.status in UNPAID or shipment.status == CANCELED:
        return "invalid_status"
    return ALREADY_SENT if shipment.status != "confirmed" or ordered(shipment.id) else ""


def objection(shipment: Shipment) -> str:
    """The sentence with which an order is rejected because of it (C*: API §3.6); "" for none."""
    actual = "Prepared"
    if shipment.status != "confirmed":
        actual = STATUSES_BEHIND.get(shipment.status, "Sent")
    elif shipment.custom_attributes.get("sending_method", BY_COURIER) != BY_COURIER:
        actual = "CustomerDelivering"
    return "" if actual == "Prepared" else f"status should be Prepared, but is {actual}"


def _contact(body: Body) -> Iterator[Finding]:
    yield from check_length(body, "comment", path=(), most=LONGEST_COMMENT)
    yield from check_length(body, "office_hours", path=(), most=LONGEST_HOURS)
    yield from check_length(body, "name", path=(), most=255)
    if text(body, "phone") and not PHONE.fullmatch(text(body, "phone")):
        yield ("phone",), "invalid_format"
    if text(body, "email") and not EMAIL.fullmatch(text(body, "email")):
        yield ("email",), "invalid_format"
