"""Finding out what became of orders for a courier whose answer was lost. Only reads at InPost.

Design, settling 8: the list of orders is looked through for a younger one with our parcels. Absent needs two
looks, the last one after the horizon, at a list that can be believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from inpost_desk.actions.settle_changes import LIST_LAG, Horizon
from inpost_desk.clock import elapsed
from inpost_desk.domain.pickup import DispatchOrder, DispatchOrderId, PickupState, state_of
from inpost_desk.errors import NoAnswer, NotFound
from inpost_desk.ledger import pickups
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.pickups import ABSENT, OpenPickup
from inpost_desk.shipx.client import Client

BEFORE: Final = timedelta(minutes=10)
# How far InPost's time, as it is known here, may be wrong.
SKEW: Final = timedelta(seconds=30)
PER_PAGE: Final = 100
MANY_PAGES: Final = 50
# Orders that lists leave out.
_ENDED: Final = frozenset({PickupState.CANCELLED, PickupState.REJECTED})


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the list of orders; `trusted`: what it does not show is not there."""

    orders: tuple[DispatchOrder, ...]
    trusted: bool


def settle_pickups(ledger: Ledger, client: Client, *, horizon: Horizon | None = None) -> int:
    """Look once for every unsure order; how many are still unsure. Raises what reading raises."""
    unsure = pickups.unsettled(ledger)
    if not unsure:
        return 0
    began = elapsed()
    window = _window(ledger, client, since=min(one.sent_at for one in unsure) - BEFORE)
    # A list shows what was there when it was asked for, however long it took to read.
    asked_at = client.now() - timedelta(seconds=elapsed() - began)
    free = of_nobody(ledger, window.orders, after=min(one.after for one in unsure))
    told = [known for order in free if (known := told_whole(client, order)) is not None]
    missing = []
    for one in unsure:
        ours = _ours(one, told)
        if ours is None or pickups.taken(ledger, one.id, ours, now=client.now()) is None:
            missing.append(one)
    if not window.trusted or len(told) < len(free):
        # One whose parcels nobody can see may be ours.
        return len(missing)
    quiet = (horizon or Horizon()).single
    absent = [one for one in missing if _is_absent(one, quiet=quiet, now=asked_at)]
    for one in absent:
        pickups.refused(ledger, one.id, field="", rule=ABSENT, of_parcels={}, now=asked_at)
    left = [one.id for one in missing if one not in absent]
    pickups.looked(ledger, left, now=asked_at)
    return len(left)


def _is_absent(one: OpenPickup, *, quiet: timedelta, now: datetime) -> bool:
    """A second look, so long after the order was noted and after its answer was lost."""
    if one.held or one.looks < 1:
        return False
    return now - max(one.sent_at, one.quiet_since) >= quiet


def _ours(one: OpenPickup, told: Sequence[DispatchOrder]) -> DispatchOrder | None:
    """The order with exactly our parcels, or else with all of them among others; one that lives first."""
    wanted = set(one.parcels)
    holding = [
        order
        for order in told
        if order.id > one.after
        and wanted
        and wanted <= set(order.shipments)
        and not _is_earlier(order, one)
    ]
    return max(
        holding,
        key=lambda order: (_lives(order), set(order.shipments) == wanted, order.id),
        default=None,
    )


def _lives(order: DispatchOrder) -> bool:
    return state_of(order.status) not in _ENDED


def _is_earlier(order: DispatchOrder, one: OpenPickup) -> bool:
    """Somebody's in Manager Paczek that had ended before ours was asked for: ours may still come."""
    made = order.created_at
    return not _lives(order) and made is not None and made < one.sent_at - SKEW


def told_whole(client: Client, order: DispatchOrder) -> DispatchOrder | None:
    """With its shipments, which a list may leave out; None where they cannot be read now."""
    if order.shipments:
        return order
    try:
        return client.pickup(order.id)
    except (NotFound, NoAnswer):
        return None


def of_nobody(
    ledger: Ledger, orders: Sequence[DispatchOrder], *, after: int
) -> list[DispatchOrder]:
    """Those younger than `after` that no row of ours has, oldest first."""
    taken = pickups.belongs(ledger, [one.id for one in orders])
    free = (one for one in orders if one.id not in taken and one.id > after)
    return sorted(free, key=lambda one: one.id)


def _window(ledger: Ledger, client: Client, *, since: datetime) -> Window:
    """Every order made since then."""
    orders, whole = made_since(client, since)
    return Window(orders, trusted=whole and _shows_what_it_must(ledger, client, orders, since))


def made_since(client: Client, since: datetime) -> tuple[tuple[DispatchOrder, ...], bool]:
    """InPost's orders made since then, and whether that was the whole list."""
    found: dict[DispatchOrderId, DispatchOrder] = {}
    for page in range(1, MANY_PAGES + 1):
        got = client.pickups(created_from=since, page=page, per_page=PER_PAGE)
        found |= {one.id: one for one in got.items}
        # Without the filter the list is longer, not shorter.
        if not got.items or len(got.items) < max(1, got.per_page):
            return tuple(found.values()), True
    return tuple(found.values()), False


def _shows_what_it_must(
    ledger: Ledger, client: Client, orders: Sequence[DispatchOrder], since: datetime
) -> bool:
    """A list that hides orders we know of proves nothing by hiding others.

    Unless they have ended behind our back, as in Manager Paczek: else nobody would ever be sure again.
    """
    known = pickups.owned(ledger, since=since + BEFORE / 2, until=client.now() - LIST_LAG)
    shown = {one.id for one in orders}
    hidden = [one for one, state in known.items() if state not in _ENDED and one not in shown]
    return all(_is_gone(client, one) for one in hidden)


def _is_gone(client: Client, order: DispatchOrderId) -> bool:
    try:
        return not _lives(client.pickup(order))
    except NotFound:
        return True
    except NoAnswer:
        return False
