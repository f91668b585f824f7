"""What comes after the label, in the demo: the history, a courier ordered, the hand-over at the truck."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import httpx

from docs.picturing.shop import checked
from docs.picturing.studio import Studio
from inpost_desk.app_session import Given
from inpost_desk.domain.order import Address
from inpost_desk.domain.pickup import PickupRules, PickupState
from inpost_desk.domain.scan import Scan

PAUSE = 10.0
STRANGE = "620999000000000000000017"
WAREHOUSE = PickupRules(
    address=Address("Ciepłownicza", "8", "Rzeszów", "35-322"),
    name="Magazyn Rzeszów",
    phone="178520014",
    office_hours="8–16",
)


def after(studio: Studio) -> None:
    """From the printed labels to the truck."""
    _printed(studio)
    studio.window.open_page("shipments")
    shipments: Any = studio.page("shipments")
    studio.wait(lambda: not shipments.busy)
    studio.idle()
    studio.picture("shipments")
    studio.key("Ctrl+E")
    studio.picture("shipments-export")
    studio.key("Escape")
    pickup = _opened(studio)
    studio.picture("pickup")
    _ordered(studio, pickup)
    scans = _handed(studio, pickup)
    studio.picture("hand-over")
    studio.key("F9")
    studio.idle()
    studio.picture("hand-over-close")
    studio.key("Escape")
    numbers = [one.number for one in pickup.hand_over.standing.missing]
    for number in numbers:
        pickup.scanned(next(scans)(number))
        studio.wait(lambda: not studio.lanes.busy())
    studio.picture("hand-over-done", settle=0.05)
    studio.key("Ctrl+L")
    studio.idle()
    studio.picture("pickup-orders")
    studio.key("Ctrl+H")
    studio.idle()
    studio.picture("pickup-hand-overs")


def twice_as_large(studio: Studio) -> None:
    """The same at 200 %: the screen has half the room. Started with QT_SCALE_FACTOR=2."""
    _printed(studio)
    pickup = _opened(studio)
    studio.picture("twice-pickup")
    studio.desk.change_settings(pickup=WAREHOUSE)
    pickup.columns.go_to("order")
    studio.idle()
    studio.picture("twice-pickup-order")
    _order(studio, pickup, PickupState.SENT)
    _handed(studio, pickup)
    studio.picture("twice-hand-over")
    studio.key("Ctrl+L")
    studio.idle()
    studio.picture("twice-pickup-orders")


def _printed(studio: Studio) -> None:
    studio.start(Given(environment="demo"))
    page = studio.page("orders")
    checked(studio)
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.figures.printed > 0)
    studio.wait(lambda: not page.runner.running)
    studio.idle()


def _opened(studio: Studio) -> Any:
    studio.window.open_page("pickup")
    studio.idle()
    return studio.page("pickup")


def _ordered(studio: Studio, pickup: Any) -> None:
    """An order that InPost turns down on account of one parcel, and the next, which is taken."""
    studio.desk.change_settings(pickup=WAREHOUSE)
    studio.idle()
    _reject(studio)
    _order(studio, pickup, PickupState.REJECTED)
    studio.picture("pickup-rejected")
    _reject(studio, "")
    _order(studio, pickup, PickupState.SENT)
    studio.picture("pickup-sent")


def _reject(studio: Studio, why: str = "address_not_served") -> None:
    """What the demo's InPost says to the next orders."""
    session: Any = studio.desk.session
    address = session.client._transport._base  # noqa: SLF001 - the demo tells nobody where it is
    httpx.post(f"{address}/_control/faults", json={"reject_pickups": why}).raise_for_status()


def _order(studio: Studio, pickup: Any, wanted: PickupState) -> None:
    studio.key("Ctrl+Return")
    studio.wait(lambda: any(one.line().state is wanted for one in pickup.today.orders.shown()))
    studio.idle()


def _handed(studio: Studio, pickup: Any) -> Iterator[Any]:
    """Parcels of the order, to its courier; one of them twice, one of somebody else's."""
    studio.key("F9")
    studio.wait(lambda: pickup.hears)
    moments = itertools.count(PAUSE, PAUSE)
    scans = (lambda code, at=at: Scan(code, at - 0.2, at, 0, ended=True) for at in moments)
    numbers = [one.number for one in pickup.hand_over.standing.parcels]
    for code in (*numbers[:5], numbers[0], STRANGE):
        pickup.scanned(next(scans)(code))
        studio.idle()
    return scans
