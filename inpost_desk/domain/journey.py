"""What ShipX's statuses mean for a parcel that has left the packing table, or should have.

Its phase, whether somebody has to see to it, and how often InPost is asked again. Statuses are an open set
(API §4.3): one that is unknown here counts as on its way.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Final

from inpost_desk.domain import stage
from inpost_desk.domain.service import Target, service_named


class Phase(StrEnum):
    """Where a shipment is on its way; in the order of the chips."""

    UNPAID = "unpaid"
    PREPARED = "prepared"
    """Paid, and not yet at InPost."""
    ON_ITS_WAY = "on_its_way"
    WAITING = "waiting"
    """The receiver can collect it."""
    DELIVERED = "delivered"
    RETURNED = "returned"
    LOST = "lost"
    """Undelivered for good, or missing."""
    CANCELLED = "cancelled"


class Concern(StrEnum):
    """Why a shipment is on the list of exceptions."""

    LEFT_BEHIND = "left_behind"
    """Its label is printed, a pickup has been, and InPost does not have it."""
    EXPIRED = "expired"
    """The time for collecting it is over: it comes back."""
    REFUSED = "refused"
    """The receiver did not take it."""
    UNDELIVERED = "undelivered"
    MISSING = "missing"
    RETURNED = "returned"
    CLAIMED = "claimed"
    OVERSIZED = "oversized"
    REDIRECTED = "redirected"
    DELAYED = "delayed"


NOTHING_TO_DO: Final = frozenset({Concern.REDIRECTED, Concern.DELAYED})
"""Shown on the list, never counted in the badge."""
COMING_BACK: Final = frozenset(
    {Concern.EXPIRED, Concern.REFUSED, Concern.UNDELIVERED, Concern.RETURNED}
)
"""Whatever InPost says of it afterwards, it is on its way to the sender."""

_WAITING: Final = frozenset(
    {
        "ready_to_pickup",
        "ready_to_pickup_from_pok",
        "ready_to_pickup_from_pok_registered",
        "ready_to_pickup_from_branch",
        "pickup_reminder_sent",
        "courier_avizo_in_customer_service_point",
        "stack_in_customer_service_point",
        "stack_in_box_machine",
    }
)
_PHASES: Final = {
    **dict.fromkeys(stage.UNPAID_STATUSES, Phase.UNPAID),
    **dict.fromkeys(_WAITING, Phase.WAITING),
    "confirmed": Phase.PREPARED,
    "delivered": Phase.DELIVERED,
    "returned_to_sender": Phase.RETURNED,
    "taken_by_courier_from_customer_service_point": Phase.RETURNED,
    "undelivered": Phase.LOST,
    "missing": Phase.LOST,
    stage.CANCELED: Phase.CANCELLED,
}
_CONCERNS: Final = {
    "pickup_time_expired": Concern.EXPIRED,
    "stack_parcel_pickup_time_expired": Concern.EXPIRED,
    "stack_parcel_in_box_machine_pickup_time_expired": Concern.EXPIRED,
    "rejected_by_receiver": Concern.REFUSED,
    "missing": Concern.MISSING,
    "claimed": Concern.CLAIMED,
    "oversized": Concern.OVERSIZED,
    "returned_to_sender": Concern.RETURNED,
    "taken_by_courier_from_customer_service_point": Concern.RETURNED,
    "redirect_to_box": Concern.REDIRECTED,
    "canceled_redirect_to_box": Concern.REDIRECTED,
    "readdressed": Concern.REDIRECTED,
    "delay_in_delivery": Concern.DELAYED,
}
_AVIZO: Final = "avizo"
# The usual way; the rest is somewhere on it or after it.
_WAY: Final = (
    "created",
    "offers_prepared",
    "offer_selected",
    "confirmed",
    "dispatched_by_sender",
    "stored_by_sender",
    "dispatched_by_sender_to_pok",
    "collected_from_sender",
    "taken_by_courier",
    "taken_by_courier_from_pok",
    "adopted_at_source_branch",
    "sent_from_source_branch",
    "adopted_at_sorting_center",
    "sent_from_sorting_center",
    "adopted_at_target_branch",
    "out_for_delivery",
    "out_for_delivery_to_address",
)
_PLACES: Final = {status: place for place, status in enumerate(_WAY)}
_LATER: Final = (Phase.ON_ITS_WAY, Phase.WAITING, Phase.LOST, Phase.DELIVERED, Phase.RETURNED)
# Minutes and hours between two looks at a shipment in that phase.
_LOOKS: Final = {
    Phase.UNPAID: timedelta(minutes=10),
    Phase.PREPARED: timedelta(hours=1),
    Phase.ON_ITS_WAY: timedelta(hours=1),
    Phase.WAITING: timedelta(hours=2),
    Phase.LOST: timedelta(hours=24),
}
_NEARLY_THERE: Final = frozenset({"out_for_delivery", "out_for_delivery_to_address"})
NEARLY_THERE_LOOK: Final = timedelta(minutes=20)
NUMBER_LOOK: Final = timedelta(minutes=1)
"""InPost may confirm a shipment a moment before it has its number."""
OLD: Final = timedelta(days=14)
OLD_LOOK: Final = timedelta(hours=12)
FORGOTTEN: Final = timedelta(days=60)
"""Tracking is kept for about 45 days (API §3.9): what has not moved for longer is not asked about."""


def phase_of(status: str) -> Phase:
    """The phase of any status; an unknown one is on its way, none at all is not paid."""
    if not status:
        return Phase.UNPAID
    return _PHASES.get(status, Phase.ON_ITS_WAY)


def concern_of(status: str, service: str) -> Concern | None:
    """What a status says of that service; `LEFT_BEHIND` is for who knows the pickups."""
    if status.startswith("undelivered"):
        return Concern.UNDELIVERED
    if status == _AVIZO:
        # A courier who met nobody may try again; what was not taken out of a locker comes back.
        target = service_named(service).target
        return Concern.UNDELIVERED if target is Target.ADDRESS else Concern.EXPIRED
    return _CONCERNS.get(status)


def place_on_way(status: str) -> int:
    """How far along the way a status usually stands: what tells two of the very same time apart."""
    if status in _PLACES:
        return _PLACES[status]
    phase = phase_of(status)
    behind = _LATER.index(phase) if phase in _LATER else len(_LATER)
    return len(_WAY) + behind


def next_look(status: str, *, still: timedelta, numbered: bool) -> timedelta | None:
    """How long until InPost is asked again; None for never by itself.

    `still` is how long the status has stood, `numbered` whether the shipment has its number.
    """
    phase = phase_of(status)
    every = _LOOKS.get(phase)
    if every is None or still > FORGOTTEN:
        return None
    if phase is not Phase.UNPAID and not numbered and still < OLD:
        return NUMBER_LOOK
    if still > OLD:
        return max(every, OLD_LOOK)
    return NEARLY_THERE_LOOK if status in _NEARLY_THERE else every
