"""A courier pickup: what is asked of InPost, what it says of it, which parcels can be in it (API §3.6).

The document is a dispatch order (zlecenie odbioru). No I/O, no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple, NewType

from inpost_desk.domain.journey import Phase, phase_of
from inpost_desk.domain.order import Address
from inpost_desk.domain.shipment import ShipmentId

DispatchOrderId = NewType("DispatchOrderId", int)
DispatchPointId = NewType("DispatchPointId", int)

BY_COURIER: Final = "dispatch_order"
"""The sending method of a parcel that a courier fetches (API §5.3)."""
NEW: Final = "new"
REJECTED: Final = "rejected"
CANCELED: Final = "canceled"
ACCEPTED: Final = frozenset({"sent", "accepted", "done"})
ALREADY_SENT: Final = frozenset({"already_sent", "Już nadane."})
"""A parcel is in another order, or InPost has it: ShipX's rule, and its sentence where that came as it is."""
IN_ORDER: Final = "in_order:"
"""Our rule instead, before InPost's number of the order that was found (`TurnedDown.rule`)."""
LONGEST_COMMENT: Final = 100
LONGEST_HOURS: Final = 30


class PickupState(StrEnum):
    """How an order for a pickup stands; a parcel is in one order at most whose state is `LIVING`."""

    SENDING = "sending"
    """Asked for at this moment."""
    UNSURE = "unsure"
    """The answer was lost: InPost may have the order."""
    NEW = "new"
    """InPost has it and has not said yes: 201 is not acceptance."""
    SENT = "sent"
    """A courier comes."""
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    """InPost did not take the order; nobody comes."""
    MISSED = "missed"
    """A person said that the courier did not come."""


OPEN: Final = frozenset({PickupState.NEW, PickupState.SENT})
"""InPost has the order, and a person may still call it off or say that nobody came."""
LIVING: Final = frozenset(
    {PickupState.SENDING, PickupState.UNSURE, PickupState.NEW, PickupState.SENT}
)


class NotReady(StrEnum):
    """Why a parcel is not for a courier that is ordered."""

    UNPAID = "unpaid"
    CANCELLED = "cancelled"
    GONE = "gone"
    """InPost has it already."""
    REPLACED = "replaced"
    IN_LOCKER = "in_locker"
    """It is to be put into a Paczkomat."""
    AT_POINT = "at_point"
    """It is to be brought to a PaczkoPunkt, any point or a branch."""
    METHOD_UNKNOWN = "method_unknown"
    """InPost has not said yet how it leaves."""
    ORDERED = "ordered"
    """It is in a pickup already."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a pickup was turned down: of one shipment, or of the order itself (`shipment` None).

    `rule` is ShipX's key or sentence, as it came; `status_is`, `status_should` are taken out of
    "status should be Prepared, but is CustomerDelivering" (API §3.6).
    """

    shipment: ShipmentId | None
    rule: str
    status_should: str = ""
    status_is: str = ""


@dataclass(frozen=True, slots=True)
class DispatchOrder:
    """`new` is not acceptance: it becomes `sent`, or `rejected` with reasons."""

    id: DispatchOrderId
    status: str
    shipments: tuple[ShipmentId, ...] = ()
    created_at: datetime | None = None
    updated_at: datetime | None = None
    rejections: tuple[Rejection, ...] = ()
    price: Decimal | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class DispatchPoint:
    """A place couriers know; made and changed in Manager Paczek only. `status` is `activated` when usable."""

    id: DispatchPointId
    name: str = ""
    status: str = ""
    office_hours: str = ""
    phone: str = ""
    email: str = ""
    comments: str = ""
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class NewPickup:
    """What is asked of InPost: a dispatch point or an address, never both.

    Raises ValueError for both, neither, or no shipments.
    """

    shipments: tuple[ShipmentId, ...]
    point: DispatchPointId | None = None
    address: Address | None = None
    name: str = ""
    phone: str = ""
    email: str = ""
    office_hours: str = ""
    comment: str = ""

    def __post_init__(self) -> None:
        if not self.shipments or (self.point is None) == (self.address is None):
            raise ValueError("a pickup has shipments and one place")


@dataclass(frozen=True, slots=True)
class PickupPrice:
    """What a pickup would cost on a prepaid account, in PLN; None where InPost named no price."""

    total: Decimal | None
    counted: int = 0
    wrong: tuple[ShipmentId, ...] = ()


class TurnedDown(NamedTuple):
    """A parcel of ours on account of which InPost turned an order down; `rule` as it came."""

    shipment_id: int
    reference: str
    rule: str


@dataclass(frozen=True, slots=True)
class PickupLine:
    """One order for a courier, as the list shows it. `id` is the ledger's number, `order` InPost's.

    `place` are the name and the address that were asked for; `field` and `rule` say why InPost did not take
    the order as a whole. `status` is InPost's own word.
    """

    id: int
    order: DispatchOrderId | None
    state: PickupState
    sent_at: datetime
    parcels: int
    office_hours: str = ""
    place: str = ""
    price: Decimal | None = None
    rejections: tuple[TurnedDown, ...] = ()
    field: str = ""
    rule: str = ""
    status: str = ""
    ending: bool = False
    """Somebody asked for its end, and what came of that is not known yet."""
    operator: str = ""
    references: tuple[str, ...] = ()
    elsewhere: bool = False
    """Not asked for here, or given up here as lost: found at InPost."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why InPost was not asked at all, and which parcels (the ledger's numbers) it is about.

    `none_chosen`; `not_ready` with a reason for each of `ids`; `ordered_before`: a courier was ordered for
    them and did not come (`pickups`), so that InPost may charge for both.
    """

    rule: str
    ids: tuple[int, ...] = ()
    reasons: tuple[NotReady, ...] = ()
    pickups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Missed:
    """What came of saying that the courier of an order did not come; `state` is how it stands now.

    `gone` are its parcels (the ledger's numbers) that InPost or a courier has: they are not ready again.
    `rule` says why nothing was changed: `not_open`, no courier was to come by it; `all_gone`, none of its
    parcels is here any more, so one did come.
    """

    state: PickupState
    rule: str = ""
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PickupRules:
    """What the owner settles once: where couriers come and until when orders for today are taken.

    `cut_off` is in Warsaw's time. `point` is the usual dispatch point's id; without one `address` is.
    """

    cut_off: time = time(15, 0)
    point: DispatchPointId | None = None
    address: Address | None = None
    name: str = ""
    phone: str = ""
    email: str = ""
    office_hours: str = ""
    comment: str = ""


def state_of(status: str) -> PickupState:
    """What InPost's word for an order means; an unknown one has not been accepted yet."""
    if status in ACCEPTED:
        return PickupState.SENT
    ends = {REJECTED: PickupState.REJECTED, CANCELED: PickupState.CANCELLED}
    return ends.get(status, PickupState.NEW)


def not_ready(
    *,
    status: str,
    sending_method: str,
    ordered: bool,
    do_not_send: bool,
) -> NotReady | None:
    """Why a parcel cannot be fetched by a courier that is ordered now; None where it can."""
    phase = phase_of(status)
    if do_not_send:
        return NotReady.REPLACED
    if phase is not Phase.PREPARED:
        early = {Phase.UNPAID: NotReady.UNPAID, Phase.CANCELLED: NotReady.CANCELLED}
        return early.get(phase, NotReady.GONE)
    if ordered:
        return NotReady.ORDERED
    if sending_method == BY_COURIER:
        return None
    if not sending_method:
        return NotReady.METHOD_UNKNOWN
    return NotReady.IN_LOCKER if sending_method == "parcel_locker" else NotReady.AT_POINT
