"""The ways parcels travel: which statuses follow each other, and at what hours (API §4.3).

Locker tracks up to the return are recorded; couriers' tracks, troubles and hours are our guess. Only tables
and the arithmetic of one stop; what sets a parcel in motion is in `travel`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from inpost_desk.simulator.clock import WARSAW

HOUR = 3600.0
SATURDAY = 5

LOCKER, POINT, COURIER, SAME_LOCKER = "locker", "point", "courier", "same_locker"
PLAIN = "delivered"


@dataclass(frozen=True, slots=True)
class Leg:
    """One stop. `days` None: `least` to `most` hours after the stop before; otherwise between these hours of
    the first working day whose hour still lies ahead, and so many working days later.
    """

    status: str
    least: float
    most: float
    days: int | None = None


def reached(leg: Leg, *, after: float, share: float, saturdays: bool) -> float:
    """When a parcel that was at the stop before at `after` reaches this one; `share` (0 to 1) is its dice."""
    hours = leg.least + (leg.most - leg.least) * share
    if leg.days is None:
        return float(round(after + max(hours * HOUR, 60)))
    day = datetime.fromtimestamp(after, WARSAW).date()
    while not _works(day, saturdays=saturdays) or _at(day, hours) <= after:
        day += timedelta(days=1)
    for _ in range(leg.days):
        day += timedelta(days=1)
        while not _works(day, saturdays=saturdays):
            day += timedelta(days=1)
    return float(round(_at(day, hours)))


def _works(day: date, *, saturdays: bool) -> bool:
    return day.weekday() < SATURDAY or (saturdays and day.weekday() == SATURDAY)


def _at(day: date, hours: float) -> float:
    midnight = datetime.combine(day, time(), WARSAW)
    return (midnight + timedelta(hours=hours)).timestamp()


def _after(status: str, least: float, most: float) -> Leg:
    return Leg(status, least, most)


def _on(status: str, least: float, most: float, *, days: int = 0) -> Leg:
    return Leg(status, least, most, days)


_SENT = (
    _after("adopted_at_source_branch", 0.8, 1.6),
    _after("sent_from_source_branch", 1.1, 1.9),
)
_NEAR = (*_SENT, _on("adopted_at_source_branch", 4.5, 6.4))
_FAR = (
    *_SENT,
    _after("adopted_at_sorting_center", 2.0, 3.0),
    _after("sent_from_sorting_center", 1.0, 2.0),
    _after("adopted_at_target_branch", 2.0, 4.0),
)
_OUT = _on("out_for_delivery", 7.0, 8.8)
_OUT_TO_ADDRESS = _on("out_for_delivery_to_address", 7.0, 8.4)
_HANDED_OVER = _on("delivered", 9.0, 16.5)
_BACK = _on("returned_to_sender", 9.0, 14.0, days=1)
_WAITING = _after("pickup_reminder_sent", 24, 24)
_IN_LOCKER = (_OUT, _on("ready_to_pickup", 9.2, 11.9), _after("delivered", 1.5, 9))


def _to_point(ready: str) -> dict[str, tuple[Leg, ...]]:
    """To a locker or a PaczkoPunkt; `ready` is how waiting there is called."""
    placed = (_OUT, _on(ready, 9.2, 11.9))
    taken = _after("delivered", 1.5, 9)
    expired = (_after("pickup_time_expired", 24, 24), _after("avizo", 3, 6), _BACK)
    box = (_after("stack_in_box_machine", 2, 4), _on("unstack_from_box_machine", 7, 8, days=1))
    return {
        PLAIN: (*_NEAR, *placed, taken),
        "reminded": (*_NEAR, *placed, _WAITING, _after("delivered", 2, 12)),
        "uncollected": (*_NEAR, *placed, _WAITING, *expired),
        "delayed": (*_NEAR, _on("delay_in_delivery", 13, 15), *placed, taken),
        "redirected": (*_NEAR, _after("redirect_to_box", 0.2, 0.5), *placed, taken),
        "stored": (*_NEAR, _OUT, *box, _on(ready, 9.2, 11.9), taken),
        "missing": (*_NEAR, _on("delay_in_delivery", 13, 15), _on("missing", 9, 15, days=4)),
    }


def _failed(status: str) -> tuple[Leg, ...]:
    return (*_FAR, _OUT_TO_ADDRESS, _on(status, 10, 16), _after("avizo", 1, 3), _BACK)


WAYS: dict[str, dict[str, tuple[Leg, ...]]] = {
    LOCKER: _to_point("ready_to_pickup"),
    POINT: _to_point("ready_to_pickup_from_pok"),
    SAME_LOCKER: {
        PLAIN: (_after("ready_to_pickup", 0.02, 0.1), _after("delivered", 1, 9)),
        "uncollected": (
            _after("ready_to_pickup", 0.02, 0.1),
            _WAITING,
            _after("pickup_time_expired", 24, 24),
            _after("avizo", 3, 6),
            _BACK,
        ),
    },
    COURIER: {
        PLAIN: (*_FAR, _OUT_TO_ADDRESS, _HANDED_OVER),
        "absent": (
            *_FAR,
            _OUT_TO_ADDRESS,
            _on("avizo", 12, 17),
            _on("out_for_delivery_to_address", 7.0, 8.4),
            _HANDED_OVER,
        ),
        "delayed": (*_FAR, _on("delay_in_delivery", 13, 15), _OUT_TO_ADDRESS, _HANDED_OVER),
        "redirected": (*_FAR, _after("redirect_to_box", 0.2, 0.5), *_IN_LOCKER),
        "refused": _failed("rejected_by_receiver"),
        "wrong_address": _failed("undelivered_wrong_address"),
        "unknown_receiver": _failed("undelivered_unknown_receiver"),
        "unpaid": _failed("undelivered_cod_cash_receiver"),
        "undeliverable": (
            *_FAR,
            _OUT_TO_ADDRESS,
            _on("undelivered_incomplete_address", 10, 16),
            _on("undelivered", 9, 14, days=5),
        ),
        "missing": (*_FAR, _on("delay_in_delivery", 13, 15), _on("missing", 9, 15, days=4)),
    },
}
# What happens where something does: as often as it stands here.
TROUBLES = {
    LOCKER: (
        "uncollected",
        "reminded",
        "redirected",
        "uncollected",
        "delayed",
        "stored",
        "missing",
    ),
    POINT: ("uncollected", "reminded", "delayed", "redirected", "missing"),
    SAME_LOCKER: ("uncollected",),
    COURIER: (
        "absent",
        "wrong_address",
        "refused",
        "redirected",
        "unknown_receiver",
        "delayed",
        "unpaid",
        "undeliverable",
        "missing",
    ),
}
# How a parcel is handed in, by its sending method; a courier collects the others.
POSTED = {
    "parcel_locker": "dispatched_by_sender",
    "any_point": "dispatched_by_sender",
    "pop": "dispatched_by_sender_to_pok",
    "pok": "dispatched_by_sender_to_pok",
    "courier_pok": "dispatched_by_sender_to_pok",
    "branch": "collected_from_sender",
}
COLLECTED = "collected_from_sender"
# Hours by which these services deliver.
LATEST = {"inpost_courier_express_1000": 9.9, "inpost_courier_express_1200": 11.9}
