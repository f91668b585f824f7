"""A person's decision about an unsure parcel: this shipment is the one, or InPost does not have it.

Looking comes first (`settle`): often the answer is found and nothing is left to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inpost_desk.actions import settle
from inpost_desk.domain.shipment import Shipment, ShipmentId
from inpost_desk.errors import NotFound
from inpost_desk.ledger import journal, seen
from inpost_desk.ledger.earlier import DECIDED_ABSENT
from inpost_desk.ledger.journal import OpenStep
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client


class Decided(StrEnum):
    """What came of a decision."""

    NOTED = "noted"
    NOTHING_UNSURE = "nothing_unsure"
    IN_USE = "in_use"
    """Another window or command is at it."""
    NO_SUCH_SHIPMENT = "no_such_shipment"
    TAKEN = "taken"
    """That shipment belongs to another order."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What there is to decide by: our call beside what InPost has under the same reference."""

    step: OpenStep
    candidates: tuple[Shipment, ...]


def unsure(ledger: Ledger, reference: str = "") -> list[OpenStep]:
    """The creating steps without an outcome, living ones too; of one reference or of all."""
    return [
        step
        for step in journal.open_steps(ledger)
        if step.kind in journal.CREATING and reference in ("", step.wanted.reference)
    ]


def evidence(ledger: Ledger, client: Client, step: OpenStep) -> Evidence:
    """Raises what reading raises."""
    return Evidence(step, tuple(settle.suspects(ledger, client, step)))


def _meant(ledger: Ledger, reference: str, local_id: int | None) -> list[OpenStep]:
    """Exactly what was decided about: that shipment of the ledger, else that reference; never all."""
    if local_id is not None:
        return [step for step in unsure(ledger) if step.shipment_id == local_id]
    return unsure(ledger, reference) if reference else []


def absent(
    ledger: Ledger, client: Client, reference: str, *, local_id: int | None = None
) -> Decided:
    """InPost does not have it: the next run sends it. `local_id` is the ledger's number of the shipment."""
    steps = _meant(ledger, reference, local_id)
    if not steps:
        return Decided.NOTHING_UNSURE
    if any(one.held or one.living for one in steps):
        return Decided.IN_USE
    ids = [one.id for one in steps]
    journal.not_done(ledger, ids, now=client.now(), why=DECIDED_ABSENT)
    return Decided.NOTED


def adopt(
    ledger: Ledger,
    client: Client,
    reference: str,
    shipx_id: ShipmentId,
    *,
    local_id: int | None = None,
) -> Decided:
    """That shipment is the one: the next run fetches its label. Raises what reading raises."""
    steps = _meant(ledger, reference, local_id)
    if not steps:
        return Decided.NOTHING_UNSURE
    if any(one.held or one.living for one in steps):
        return Decided.IN_USE
    try:
        shipment = client.shipment(shipx_id)
    except NotFound:
        return Decided.NO_SUCH_SHIPMENT
    step = steps[0]
    others = seen.our_keys(ledger) - {step.wanted.key}
    taken = shipment.keys & others or seen.owned(ledger, [shipx_id])
    if taken or journal.made(ledger, [(step.id, shipment)], now=client.now()):
        return Decided.TAKEN
    return Decided.NOTED
