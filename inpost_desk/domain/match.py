"""Which of InPost's shipments is the one we asked for?

Used when an answer was lost or holds ids only. Our own key decides wherever InPost gave it back; without it
only a reference together with the count does, and never against the receiver.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from inpost_desk.domain.order import Order
from inpost_desk.domain.shipment import Shipment


@dataclass(frozen=True, slots=True)
class Wanted:
    """A parcel we asked for and do not know the fate of."""

    key: str
    reference: str
    phone: str = ""
    email: str = ""
    last_name: str = ""
    company: str = ""
    after: int = 0
    """InPost's ids grow: a shipment with an id up to this one was there before we asked."""


def wanted_for(key: str, order: Order, *, after: int = 0) -> Wanted:
    """What to look for when this order was asked for under that key."""
    return Wanted(
        key=key,
        reference=order.reference,
        phone=order.receiver.phone,
        email=order.receiver.email,
        last_name=order.receiver.last_name,
        company=order.receiver.company,
        after=after,
    )


@dataclass(frozen=True, slots=True)
class Matched:
    """`found` by our key; `suspects`: same reference, but nothing proves that it is ours."""

    found: dict[str, Shipment]
    suspects: dict[str, tuple[Shipment, ...]]


def match(
    wanted: Sequence[Wanted], seen: Collection[Shipment], *, keys_come_back: bool = False
) -> Matched:
    """Pair what we wanted with what InPost has; `seen` holds only shipments no other row owns.

    With `keys_come_back` the account is known to return our keys, so a shipment without one is not ours.
    """
    by_key = {key: shipment for shipment in seen for key in shipment.keys}
    found = {one.key: by_key[one.key] for one in wanted if one.key in by_key}
    taken = {shipment.id for shipment in found.values()}
    missing = [one for one in wanted if one.key not in found]
    left = _by_reference([shipment for shipment in seen if shipment.id not in taken])
    suspects: dict[str, tuple[Shipment, ...]] = {}
    for reference, rows in _wanted_by_reference(missing).items():
        after = min(one.after for one in rows)
        candidates = [shipment for shipment in left.get(reference, []) if shipment.id > after]
        if not candidates:
            continue
        if not keys_come_back and _surely(rows, candidates):
            found |= {one.key: shipment for one, shipment in zip(rows, candidates, strict=True)}
        else:
            suspects |= {one.key: tuple(candidates) for one in rows}
    return Matched(found, suspects)


def _surely(rows: Sequence[Wanted], candidates: Sequence[Shipment]) -> bool:
    """As many as wanted, and every one goes to the receiver it was meant for."""
    if len(rows) != len(candidates) or not rows[0].reference:
        return False
    if any(shipment.keys for shipment in candidates):
        return False
    return all(same_receiver(one, shipment) for one in rows for shipment in candidates)


def same_receiver(wanted: Wanted, shipment: Shipment) -> bool:
    """One thing in common is enough, for InPost rewrites phones and addresses; none is another receiver."""
    receiver = shipment.receiver
    pairs = (
        (_digits(wanted.phone), _digits(receiver.phone)),
        (wanted.email.casefold(), receiver.email.casefold()),
        (wanted.last_name.casefold(), receiver.last_name.casefold()),
        (wanted.company.casefold(), receiver.company.casefold()),
    )
    return any(ours and ours == theirs for ours, theirs in pairs)


def _digits(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit())[-9:]


def _by_reference(shipments: Sequence[Shipment]) -> dict[str, list[Shipment]]:
    groups: dict[str, list[Shipment]] = defaultdict(list)
    for shipment in sorted(shipments, key=lambda one: one.id):
        groups[shipment.reference.strip().casefold()].append(shipment)
    return groups


def _wanted_by_reference(wanted: Sequence[Wanted]) -> dict[str, list[Wanted]]:
    groups: dict[str, list[Wanted]] = defaultdict(list)
    for one in wanted:
        groups[one.reference.strip().casefold()].append(one)
    return groups
