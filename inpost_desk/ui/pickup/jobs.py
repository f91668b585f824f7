"""What the Pickup page has done on lanes. Nothing of Qt here; what is slow to load is loaded there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from inpost_desk.domain.hand_over import HandOver, Left, ScanLine
from inpost_desk.domain.pickup import (
    LIVING,
    DispatchPoint,
    Missed,
    PickupLine,
    PickupPrice,
    PickupRules,
    PickupState,
    Wrong,
)
from inpost_desk.domain.station import ScannerRules
from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.errors import NoAnswer, NotAllowed, Offline, Refused, TooFast

if TYPE_CHECKING:
    from inpost_desk.actions.pickup import Ordered, Where
    from inpost_desk.ledger.pickup_lines import Candidate
    from inpost_desk.session import Session


@dataclass(frozen=True, slots=True)
class Seen:
    """How the day stands: parcels, today's orders (and older ones still followed), the open hand-over."""

    candidates: Sequence[Candidate]
    lines: Sequence[PickupLine]
    hand_over: HandOver | None


@dataclass(frozen=True, slots=True)
class Moved:
    """What following the open orders brought."""

    lines: Sequence[PickupLine]
    waiting: int
    """Parcels to be ordered; 0 where the courier comes by itself."""
    handing: HandOver | None = None
    """The hand-over that is open."""


@dataclass(frozen=True, slots=True)
class OrderedAgain:
    """What came of it. `kept` are the old orders that InPost did not call off."""

    ordered: Ordered
    kept: Sequence[PickupLine]


@dataclass(frozen=True, slots=True)
class Asking:
    """What somebody has to know before a second courier is ordered; `known`: InPost was asked for `price`."""

    price: Decimal | None
    missed: Sequence[PickupLine]
    known: bool = True


@dataclass(frozen=True, slots=True)
class Earlier:
    """Orders and hand-overs of the past, the newest first."""

    lines: Sequence[PickupLine]
    hand_overs: Sequence[HandOver]


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scan, and how the hand-over stands after it; None where there was nothing to take back."""

    line: ScanLine | None
    hand_over: HandOver


def look(session: Session) -> Seen:
    """Read everything the page shows."""
    from inpost_desk.ledger import hand_overs, pickup_lines

    return Seen(
        pickup_lines.candidates(session.ledger),
        lines_of_today(session),
        hand_overs.current(session.ledger),
    )


def lines_of_today(session: Session) -> list[PickupLine]:
    """Today's orders, and those of the days before that are not settled yet."""
    from inpost_desk.ledger import pickup_lines

    now = session.client.now()
    since = datetime.combine(now.astimezone(WARSAW).date(), time(), WARSAW)
    week = pickup_lines.listed(session.ledger, since=since - timedelta(days=7))
    open_ones = LIVING - {PickupState.SENT}
    return [one for one in week if one.sent_at >= since or one.state in open_ones]


def follow(session: Session, *, comes_by_itself: bool, ask: bool) -> Moved:
    """Ask InPost how the open orders stand, where `ask`; and read what the ledger says then."""
    from inpost_desk.actions import pickup
    from inpost_desk.ledger import hand_overs, pickup_lines

    if session.may_ask:
        (pickup.follow if ask else pickup.look_around)(session.ledger, session.client)
    waiting = pickup_lines.waiting_count(session.ledger, comes_by_itself=comes_by_itself)
    return Moved(lines_of_today(session), waiting, hand_overs.current(session.ledger))


def settle(session: Session) -> int:
    """Look up at InPost now what became of orders whose answer was lost; how many are still unsure."""
    from inpost_desk.actions import pickup

    return pickup.settle_pickups(session.ledger, session.client)


def earlier(session: Session, *, days: int, words: str, state: PickupState | None) -> Earlier:
    """The list of orders, filtered; of hand-overs all."""
    from inpost_desk.ledger import hand_overs, pickup_lines

    since = session.client.now() - timedelta(days=days) if days else None
    lines = pickup_lines.listed(session.ledger, since=since, state=state, words=words)
    return Earlier(lines, hand_overs.earlier(session.ledger))


def dispatch_points(session: Session) -> tuple[DispatchPoint, ...]:
    """InPost's list of places, those that can be used."""
    known = session.client.dispatch_points()
    return tuple(one for one in known if one.status in ("", "activated"))


def price(session: Session, ids: Sequence[int], place: PickupRules) -> PickupPrice:
    """What a courier for these would cost."""
    from inpost_desk.actions import pickup

    return pickup.price(session.ledger, session.client, ids, where_of(place))


def order(
    session: Session, ids: Sequence[int], place: PickupRules, *, again: bool, operator: str
) -> Ordered:
    """Order a courier. Changes things at InPost; asked once."""
    from inpost_desk.actions import pickup

    return pickup.order(
        session.ledger, session.client, ids, where_of(place), again=again, operator=operator
    )


def order_again(
    session: Session,
    ids: Sequence[int],
    place: PickupRules,
    *,
    call_off: Sequence[int],
    operator: str,
) -> OrderedAgain:
    """Order a second courier, once those orders are called off at InPost as far as it does that."""
    from inpost_desk.actions import pickup

    kept = []
    for number in call_off:
        try:
            state = pickup.cancel(session.ledger, session.client, number)
        except Refused:
            state = PickupState.MISSED
        line = pickup.one_line(session.ledger, number)
        if state is not PickupState.CANCELLED and line is not None:
            kept.append(line)
    return OrderedAgain(order(session, ids, place, again=True, operator=operator), kept)


def price_again(session: Session, wrong: Wrong, place: PickupRules) -> Asking:
    """What a second courier would cost, and which orders nobody came for."""
    from inpost_desk.actions import pickup

    try:
        price = pickup.price_again(session.ledger, session.client, wrong, where_of(place))
    except (NoAnswer, NotAllowed, Offline, TooFast):
        return Asking(None, _lines(session, wrong), known=False)
    return Asking(price, _lines(session, wrong))


def _lines(session: Session, wrong: Wrong) -> list[PickupLine]:
    from inpost_desk.ledger import pickup_lines

    found = (pickup_lines.line(session.ledger, number) for number in wrong.pickups)
    return [one for one in found if one is not None]


def cancel(session: Session, pickup_id: int) -> PickupState:
    """Take an order back at InPost."""
    from inpost_desk.actions import pickup

    return pickup.cancel(session.ledger, session.client, pickup_id)


def missed(session: Session, pickup_id: int) -> Missed:
    """The courier did not come; InPost is asked where the parcels are, as far as it answers."""
    from inpost_desk.actions import pickup

    client = session.client if session.may_ask else None
    return pickup.missed(session.ledger, pickup_id, client=client)


def without_rejected(session: Session, pickup_id: int) -> list[int]:
    """The parcels of a rejected order but those that were turned down."""
    from inpost_desk.actions import pickup

    return pickup.reorder_without(session.ledger, pickup_id)


def begin(
    session: Session,
    pickup_id: int | None,
    ids: Sequence[int] | None,
    *,
    operator: str,
    station: str,
) -> HandOver:
    """Open a hand-over of a pickup's parcels, or of these."""
    from inpost_desk.actions import hand_over

    return hand_over.begin(
        session.ledger, pickup_id=pickup_id, ids=ids, operator=operator, station=station
    )


def scan(
    session: Session, hand_over_id: int, code: str, *, operator: str, rules: ScannerRules
) -> Scanned:
    """A code at the truck."""
    from inpost_desk.actions import hand_over

    line = hand_over.scan(session.ledger, hand_over_id, code, operator=operator, rules=rules)
    return Scanned(line, hand_over.one(session.ledger, hand_over_id))


def take_back(session: Session, hand_over_id: int, line: ScanLine, *, operator: str) -> Scanned:
    """The parcel of a counted scan is here again."""
    from inpost_desk.actions import hand_over

    assert line.shipment_id is not None
    taken = hand_over.take_back(
        session.ledger, hand_over_id, line.shipment_id, line.number, operator=operator
    )
    return Scanned(taken, hand_over.one(session.ledger, hand_over_id))


def finish(session: Session, hand_over_id: int, decided: dict[Left, list[int]]) -> HandOver:
    """Close it; `decided` says of what was not scanned what becomes of it."""
    from inpost_desk.actions import hand_over

    for left, ids in decided.items():
        if ids:
            hand_over.decide_left(session.ledger, hand_over_id, ids, left)
    return hand_over.finish(session.ledger, hand_over_id)


def where_of(place: PickupRules) -> Where:
    """The place as the action takes it: a dispatch point or an address, never both."""
    from inpost_desk.actions.pickup import Where

    return Where(
        point=place.point,
        address=None if place.point is not None else place.address,
        name=place.name,
        phone=place.phone,
        email=place.email,
        office_hours=place.office_hours,
        comment=place.comment,
    )
