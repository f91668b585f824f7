"""A whole day after the label: a courier turned down and corrected, hand-over, paper, ways, the month."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inpost_desk import settings
from inpost_desk.domain.order import Address
from tests.simulator_process import Simulator
from tests.window.screen import Screen, until
from tests.window.whole_day import BOXES, DECIDES, LISTED, OFFERS, WholeDay, filled, whole_day

ORDERS = 7
# The first look at InPost after a start comes by itself; a busy machine may take its time.
FIRST_LOOK = 90


@pytest.fixture
def day(screen: Screen, simulator: Simulator, tmp_path: Path) -> Iterator[WholeDay]:
    with whole_day(screen, tmp_path, simulator) as day:
        yield day


def test_a_whole_day(day: WholeDay, tmp_path: Path) -> None:
    packer, desk, inpost = day.packer, day.packer.desk, day.packer.inpost
    packer.start(page="ctrl+2")
    *sent, back, dropped, later = day.ship(tmp_path / "zamowienia.csv", ORDERS)
    going = [*sent, back]
    packer.came(*going, dropped, later)

    _order_a_courier(day)
    # Somebody puts one into a Paczkomat before InPost has looked at the order.
    parcel = day.parcels()[dropped]["id"]
    inpost.control("status", {"id": parcel, "status": "dispatched_by_sender"})
    day.advance(seconds=DECIDES + 1)
    day.became("rejected", ticked=len(going) + 1)
    _order_without_it(day, left=len(going))
    offers = desk.screen.part(*OFFERS)
    day.advance(seconds=DECIDES + 1)
    day.became("rejected", "sent", ticked=0)
    desk.until(lambda: desk.screen.part(*OFFERS) != offers, "the order to be handed over")
    assert day.couriers() == [("rejected", [*going, dropped]), ("sent", going)]

    # At the truck: in any order, one of them twice, and one that is not to go.
    first, *rest = going
    day.begin_hand_over(1)
    again, strange = day.numbers(first, later)
    scans = day.scanned(again, *day.numbers(rest[1]), again, strange)
    assert scans == [("handed", first), ("handed", rest[1]), ("again", first), ("foreign", later)]
    assert day.scanned(*day.numbers(rest[0], *rest[2:]), pace=20)[4:] == [
        ("handed", one) for one in (rest[0], *rest[2:])
    ]
    manifest = day.sheet(1)
    assert [one for one in day.numbers(*going, dropped, later) if one in manifest] == day.numbers(
        *going
    )
    assert str(inpost.look("pickups")[1]["id"]) in manifest
    assert desk.count("SELECT count(*) FROM hand_overs WHERE ended_at IS NOT NULL") == 1
    assert packer.heard("warning") == packer.heard("stop") == packer.heard("printed") == 1
    assert desk.close() == 0

    # A fortnight later: what became of them is known soon after a start, by itself.
    inpost.control("way", {"id": day.parcels()[back]["id"], "way": "uncollected"})
    day.advance(days=14)
    ways = {name: one["status"] for name, one in day.parcels().items()}
    assert ways == {
        **dict.fromkeys(sent, "delivered"),
        back: "returned_to_sender",
        dropped: "dispatched_by_sender",
        later: "confirmed",
    }
    desk.start()
    until(lambda: day.statuses() == ways, "what became of them", limit=FIRST_LOOK)
    desk.until(lambda: _concerns(day) == {back: "returned", later: "left_behind"}, "exceptions")
    _read_the_exceptions(day, back, later)

    # The one that came back is scanned while the courier takes the one that had stayed.
    packer.show("ctrl+4")
    day.shows(1, BOXES)
    day.begin_hand_over(2)
    assert day.scanned(*day.numbers(back))[-1:] == [("return", back)]
    received = desk.ask("SELECT reference FROM shipments WHERE handled AND returned_at IS NOT NULL")
    assert [one["reference"] for one in received] == [back]
    assert day.scanned(*day.numbers(later))[-1:] == [("handed", later)]
    assert [one for one in day.numbers(*going, later) if one in day.sheet(2)] == day.numbers(later)

    _read_the_month(day, ways)
    assert [state for state, _ in day.couriers()] == ["rejected", "sent"]
    assert packer.labels() == day.numbers(*going, dropped, later)


def _order_a_courier(day: WholeDay) -> None:
    """For all but the newest parcel, by keys alone; where he comes to is typed for the first time."""
    packer, screen = day.packer, day.packer.desk.screen
    packer.show("ctrl+4")
    day.shows(ORDERS, BOXES)
    packer.show("ctrl+Home", "space")
    day.shows(ORDERS - 1, BOXES)
    # What is missing has the focus.
    packer.show("ctrl+Return")
    assert day.couriers() == []
    for text in ("Magazyn", "Polna 7", "25-002", "Kielce"):
        screen.type(text)
        screen.press("Tab")
    screen.press("Tab")
    screen.type("8-16")
    screen.press("Tab")
    screen.type("500600702")
    screen.press("ctrl+Return")
    day.became("new", ticked=0)
    kept = settings.load(packer.desk.data).settings.pickup
    assert kept.address == Address("Polna", "7", "Kielce", "25-002")
    assert (kept.name, kept.office_hours, kept.phone) == ("Magazyn", "8-16", "500600702")


def _order_without_it(day: WholeDay, *, left: int) -> None:
    """The button of the order that was turned down ticks what is left of it."""
    day.packer.show("F6", "space")
    day.shows(left, BOXES)
    day.packer.show("ctrl+Return")
    day.became("rejected", "new", ticked=0)


def _concerns(day: WholeDay) -> dict[str, str]:
    rows = day.packer.desk.ask("SELECT reference, concern FROM shipments WHERE concern != ''")
    return {one["reference"]: one["concern"] for one in rows}


def _read_the_exceptions(day: WholeDay, back: str, later: str) -> None:
    """What is written of the list is what the list shows."""
    day.packer.show("ctrl+3")
    day.packer.desk.until(lambda: day.seen(LISTED) >= ORDERS, "the whole history")
    # The heading may count as a line.
    more = day.seen(LISTED) - ORDERS
    # The chips lie before the table; the exceptions are the second one.
    day.packer.show("shift+F6", "Right")
    day.shows(2 + more, LISTED)
    (sheet,) = day.exported("shipments-*.xlsx", "Down", "Down").values()
    lines = {one["Reference"]: one for one in filled(sheet)}
    assert set(lines) == {back, later}
    assert lines[back]["InPost's status"] == "returned_to_sender"
    assert lines[back]["Tracking number"] == day.numbers(back)[0]


def _read_the_month(day: WholeDay, ways: dict[str, str]) -> None:
    """This month's file, from the exceptions too."""
    day.packer.show("ctrl+3")
    book = day.exported("month-*.xlsx", "Up")
    lines = {one["Reference"]: one for one in filled(book["Shipments"])}
    assert {name: one["InPost's status"] for name, one in lines.items()} == ways
    # Twenty-four figures and a telephone's leading ones are texts, or a spreadsheet would round them.
    assert {name: one["Tracking number"] for name, one in lines.items()} == day.packer.bought()
    assert all(isinstance(one["Telephone"], str) for one in lines.values())
    totals = {line[0]: line[1] for line in book["Totals"][1:]}
    assert totals == {
        "All shipments": ORDERS,
        "Paid": ORDERS,
        "Delivered": 4,
        "Returned": 1,
        "Paid and not handed over": 0,
        "Cancelled and replaced": 0,
        "Not paid": 0,
    }
