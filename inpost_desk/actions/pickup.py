"""Ordering a courier: asked for once, followed until InPost says yes or no, called off, ordered anew.

201 is not acceptance (API §3.6). What became of a lost answer is found out in `pickup_settling`; nothing is
asked for twice. `pickup_id` and parcels are the ledger's own numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from inpost_desk.actions.changing import rule_of
from inpost_desk.actions.pickup_elsewhere import look_around, of_parcels, seek
from inpost_desk.actions.pickup_price import price, price_again
from inpost_desk.actions.pickup_settling import settle_pickups
from inpost_desk.actions.restored import read_first
from inpost_desk.actions.settle_changes import Horizon, read_all
from inpost_desk.actions.waiting import Stop, growing
from inpost_desk.domain.order import Address
from inpost_desk.domain.pickup import (
    CANCELED,
    DispatchPointId,
    Missed,
    NewPickup,
    PickupLine,
    PickupState,
    TurnedDown,
    Wrong,
)
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import NoAnswer, NotAllowed, NotFound, Offline, Refused, TooFast
from inpost_desk.ledger import pickup_lines, pickup_ready, pickups, seen
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.pickup_lines import Candidate, candidates, listed, waiting_count
from inpost_desk.ledger.pickups import OpenPickup
from inpost_desk.shipx.client import Client

__all__ = [
    "Asked",
    "Candidate",
    "Missed",
    "NotAsked",
    "Ordered",
    "Unsure",
    "Where",
    "Wrong",
    "cancel",
    "candidates",
    "follow",
    "listed",
    "look_around",
    "missed",
    "one_line",
    "order",
    "price",
    "price_again",
    "reorder_without",
    "settle_pickups",
    "wait",
    "waiting_count",
]

# A parcel seen longer ago is looked at once more before a courier is ordered for it.
FRESH: Final = timedelta(minutes=10)
# How long a person waits for InPost's yes or no.
PATIENCE: Final = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a courier comes and what is told to him: a dispatch point or an address, never both.

    Raises ValueError for both or neither. `name` is the place's, `office_hours` such as `8-16`.
    """

    point: DispatchPointId | None = None
    address: Address | None = None
    name: str = ""
    phone: str = ""
    email: str = ""
    office_hours: str = ""
    comment: str = ""

    def __post_init__(self) -> None:
        if (self.point is None) == (self.address is None):
            raise ValueError("a courier comes to one place")

    def of(self, ids: Sequence[ShipmentId]) -> NewPickup:
        """The order for these, one at least."""
        return NewPickup(
            tuple(ids),
            point=self.point,
            address=self.address,
            name=self.name,
            phone=self.phone,
            email=self.email,
            office_hours=self.office_hours,
            comment=self.comment,
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """InPost has the order; whether a courier comes it says later (`follow`)."""

    pickup_id: int


@dataclass(frozen=True, slots=True)
class NotAsked:
    """InPost surely did not take it; `reasons` name the parcels it is about, which are free again."""

    pickup_id: int
    field: str
    rule: str
    reasons: tuple[TurnedDown, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsure:
    """The answer was lost: InPost may have the order (`settle_pickups`)."""

    pickup_id: int


Ordered = Asked | NotAsked | Unsure | Wrong


def order(
    ledger: Ledger,
    client: Client,
    new_ids: Sequence[int],
    where: Where,
    *,
    again: bool = False,
    operator: str = "",
) -> Ordered:
    """Order one courier for these parcels; `again`: also for those whose courier did not come.

    Raises `NotAllowed`, `Offline` and `TooFast`, with which nothing was ordered, and what reading raises.
    """
    ids = tuple(dict.fromkeys(new_ids))
    if not ids:
        return Wrong("none_chosen")
    read_first(ledger, client)
    if pickups.unsettled(ledger):
        settle_pickups(ledger, client)
    _look_again(ledger, client, ids)
    known = pickup_ready.standing(ledger, ids)
    wrong = pickup_ready.judged(known, ids, again=again)
    if wrong is not None:
        return wrong
    parcels = {number: one for one in ids if (number := known[one].shipx_id) is not None}
    new = where.of(tuple(parcels))
    after = _newest(client)
    now = client.now()
    claimed = pickups.claim(ledger, ids, new, now=now, again=again, operator=operator, after=after)
    if isinstance(claimed, Wrong):
        return claimed
    return _ask(ledger, client, claimed, new, parcels)


def _look_again(ledger: Ledger, client: Client, ids: Sequence[int]) -> None:
    """A courier is ordered for what InPost says now, not for what it said this morning."""
    old = client.now() - FRESH
    stale = [
        one.shipx_id
        for one in pickup_ready.standing(ledger, ids).values()
        if one.shipx_id is not None and (one.seen_at is None or one.seen_at < old)
    ]
    if stale:
        seen.saw(ledger, read_all(client, stale), now=client.now())


def _newest(client: Client) -> int:
    """InPost's newest order, 0 where it has none: ours will be younger. Asked even if nothing else is: by a
    clock that InPost has not set right a lost order would be looked for in the wrong days, and given up.
    """
    return max((one.id for one in client.pickups(per_page=1).items), default=0)


def _ask(
    ledger: Ledger,
    client: Client,
    pickup_id: int,
    new: NewPickup,
    parcels: Mapping[ShipmentId, int],
) -> Ordered:
    """The one call; every way it can end has one consequence."""
    try:
        answer = client.order_pickup(new)
    except NoAnswer:
        pickups.let_go(ledger, pickup_id, now=client.now())
        return Unsure(pickup_id)
    except (NotAllowed, Offline, TooFast) as trouble:
        why = "not_allowed" if isinstance(trouble, NotAllowed) else "not_sent"
        _refuse(ledger, client, pickup_id, "", why, {})
        raise
    except Refused as refusal:
        about = of_parcels(refusal, list(parcels))
        reason = next(iter(refusal.reasons), None)
        field = reason.field if reason is not None else ""
        _refuse(ledger, client, pickup_id, field, rule_of(refusal), about)
        seek(ledger, client, pickup_id, {one.rule for one in refusal.reasons})
        line = pickup_lines.line(ledger, pickup_id)
        reasons = line.rejections if line is not None else ()
        return NotAsked(pickup_id, field, rule_of(refusal), reasons)
    except BaseException:
        pickups.let_go(ledger, pickup_id, now=client.now())
        raise
    if pickups.taken(ledger, pickup_id, answer, now=client.now()) is None:
        # An order that was there before cannot be this one.
        pickups.let_go(ledger, pickup_id, now=client.now())
        return Unsure(pickup_id)
    return Asked(pickup_id)


def _refuse(
    ledger: Ledger,
    client: Client,
    pickup_id: int,
    field: str,
    rule: str,
    of_parcels: Mapping[ShipmentId, str],
) -> None:
    pickups.refused(
        ledger, pickup_id, field=field, rule=rule, of_parcels=of_parcels, now=client.now()
    )


def follow(ledger: Ledger, client: Client, *, stop: Stop | None = None) -> int:
    """Ask InPost after orders that are unsure, not accepted yet, being ended, or accepted lately.

    Returns how many stand otherwise than before; orders made elsewhere count too (`look_around`). Raises
    what reading raises.
    """
    before = {one.id: one.state for one in pickups.unsettled(ledger)}
    settle_pickups(ledger, client)
    due = pickups.to_follow(ledger, now=client.now())
    before |= {one.id: one.state for one in due if one.id not in before}
    for one in due:
        if stop is not None and stop.asked:
            break
        _look(ledger, client, one)
    changed = sum(
        pickups.current_state(ledger, number) is not was for number, was in before.items()
    )
    return changed + look_around(ledger, client)


def _look(
    ledger: Ledger, client: Client, one: OpenPickup, *, horizon: Horizon | None = None
) -> None:
    """Read one order and note how it stands."""
    if one.order is None:
        return
    now = client.now()
    try:
        answer = client.pickup(one.order)
    except NotFound:
        # Asked for several times, so it is no sporadic one; where its end was asked for, that is the end.
        if one.ending:
            pickups.ended(ledger, one.id, PickupState.CANCELLED, now=now)
        return
    except (NoAnswer, Refused):
        return
    if pickups.taken(ledger, one.id, answer, now=now) is PickupState.REJECTED:
        seek(ledger, client, one.id, {reason.rule for reason in answer.rejections})
    if one.state is PickupState.MISSED and answer.status == CANCELED:
        pickups.ended(ledger, one.id, PickupState.CANCELLED, now=now)
    asked_at = one.looked_at
    late = asked_at is not None and now - asked_at > (horizon or Horizon()).single
    if one.ending and late and answer.status != CANCELED:
        pickups.end_dropped(ledger, one.id)


def wait(
    ledger: Ledger,
    client: Client,
    pickup_id: int,
    *,
    stop: Stop,
    most: timedelta = PATIENCE,
    horizon: Horizon | None = None,
) -> PickupState:
    """Look until InPost has said yes or no, somebody asks to stop, or patience ends; the state then."""
    asked, attempt = client.now(), 0
    while True:
        one = pickups.one_open(ledger, pickup_id)
        if one is not None and one.state is PickupState.UNSURE:
            settle_pickups(ledger, client, horizon=horizon)
        elif one is not None and one.state is PickupState.NEW:
            _look(ledger, client, one)
        state = pickups.current_state(ledger, pickup_id)
        if state not in (PickupState.NEW, PickupState.UNSURE) or client.now() - asked > most:
            return state
        if stop.wait(growing(attempt, first=0.2, most=5.0)):
            return state
        attempt += 1


def cancel(ledger: Ledger, client: Client, pickup_id: int) -> PickupState:
    """Ask InPost to end an order, and say how it stands now; an end whose answer was lost is read later.

    Only what InPost has can be ended, also where nobody came: anything else stays as it is. Raises `Refused`
    where InPost does not end it, LookupError for an unknown number, and `NotAllowed`, `Offline` and
    `TooFast`, with which nothing was done.
    """
    read_first(ledger, client)
    if pickups.current_state(ledger, pickup_id) is PickupState.UNSURE:
        settle_pickups(ledger, client)
    one = pickups.one_open(ledger, pickup_id)
    if one is None or one.order is None or one.state not in pickups.ENDABLE:
        return pickups.current_state(ledger, pickup_id)
    # Asked even if nothing else is: by a clock that InPost has not set right its end would be given up.
    _look(ledger, client, one)
    if not pickups.end_asked(ledger, pickup_id, now=client.now()):
        return pickups.current_state(ledger, pickup_id)
    try:
        client.cancel_pickup(one.order)
    except NoAnswer:
        _read_end(ledger, client, pickup_id)
    except (NotAllowed, Offline, TooFast):
        pickups.end_dropped(ledger, pickup_id)
        raise
    except Refused:
        # It may be refused for having ended a moment ago.
        _read_end(ledger, client, pickup_id)
        state = pickups.current_state(ledger, pickup_id)
        if state in pickups.ENDABLE:
            pickups.end_dropped(ledger, pickup_id)
            raise
        return state
    else:
        pickups.ended(ledger, pickup_id, PickupState.CANCELLED, now=client.now())
    return pickups.current_state(ledger, pickup_id)


def _read_end(ledger: Ledger, client: Client, pickup_id: int) -> None:
    """How it stands now, as far as InPost can be asked; else `follow` finds out."""
    one = pickups.one_open(ledger, pickup_id)
    if one is None:
        return
    try:
        _look(ledger, client, one)
    except (Offline, TooFast, NotAllowed):
        return


def missed(ledger: Ledger, pickup_id: int, *, client: Client | None = None) -> Missed:
    """A person says that the courier did not come: those of its parcels that are here are ready again.

    With a `client` InPost is asked first where the parcels are, as far as it answers; it is not told.
    What came of it says `Missed`. Raises LookupError for an unknown number.
    """
    pickups.current_state(ledger, pickup_id)
    if client is not None:
        with suppress(Offline, NoAnswer, TooFast, NotAllowed, Refused):
            _look_again(ledger, client, pickup_lines.parcels_of(ledger, pickup_id))
    return pickups.missed(ledger, pickup_id, now=local_now())


def reorder_without(ledger: Ledger, pickup_id: int) -> list[int]:
    """The parcels of an order that was turned down, but for those InPost named."""
    return pickup_lines.reorder_without(ledger, pickup_id)


def one_line(ledger: Ledger, pickup_id: int) -> PickupLine | None:
    """One order as the list shows it, None for an unknown number."""
    return pickup_lines.line(ledger, pickup_id)
