"""Statuses asked for again: few requests, nothing starved, nothing raised when InPost is away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from inpost_desk.actions import refresh
from inpost_desk.actions.elsewhere import UNPAID, fetch_label
from inpost_desk.actions.settle import mirror
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.journey import Concern, Phase
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.shipment import NewShipment
from inpost_desk.errors import NotFound
from inpost_desk.ledger import history, prints, schema
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.stored_labels import stored_labels
from inpost_desk.shipx.client import Client
from tests.actions.shop import client_of, ledger_in
from tests.ledger.history_shelf import elsewhere, noted, row_of
from tests.ledger.pile import NOW, an_order
from tests.simulator_process import MONDAY, Simulator
from tests.waiting import until

CUT_OFF = time(15)


class Office:
    """A ledger, a client, and parcels that somebody makes in Manager Paczek."""

    def __init__(self, simulator: Simulator, ledger: Ledger, client: Client) -> None:
        self.simulator, self.ledger, self.client = simulator, ledger, client

    def bought(self, *references: str) -> list[int]:
        """Paid there, and in our history; the ledger's own numbers."""
        made = [self.client.create(_new(one)) for one in references]
        until(lambda: all(self.client.shipment(one.id).tracking_number for one in made))
        mirror(self.ledger, self.client)
        return [row_of(self.ledger, one).id for one in references]

    def moved(self, ids: list[int], status: str) -> None:
        """InPost scans them."""
        self.later(60)
        for row in history.rows(self.ledger, ids):
            self.simulator.control("status", {"id": row.shipx_id, "status": status})

    def later(self, seconds: float) -> None:
        self.simulator.advance(seconds)
        self.client.account()

    def refreshed(self, most: int = 5000) -> refresh.Refreshed:
        return refresh.refresh(self.ledger, self.client, most=most)

    def due(self) -> int:
        with self.ledger.read() as connection:
            late = select(schema.shipments.c.id).where(
                schema.shipments.c.due_at <= self.client.now()
            )
            return len(connection.execute(late).all())


def _new(reference: str) -> NewShipment:
    choices = Choices(sending_method="dispatch_order")
    return as_shipment(an_order(reference), key="", contract=frozenset(), choices=choices)


@pytest.fixture
def office(simulator: Simulator, tmp_path: Path) -> Iterator[Office]:
    simulator.control("clock", {"set": MONDAY})
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        client.account()
        yield Office(simulator, ledger, client)


def test_what_is_due_is_asked_for_a_hundred_at_a_time(office: Office) -> None:
    ids = office.bought("ZAM/A", "ZAM/B", "ZAM/C")
    assert office.refreshed() == refresh.Refreshed()
    office.moved(ids[:2], "sent_from_source_branch")
    office.later(3600)
    before = len(office.simulator.log())
    assert office.refreshed() == refresh.Refreshed(looked=3, changed=2, requests=1)
    assert len(office.simulator.log()) == before + 1
    rows = history.rows(office.ledger, ids)
    assert [row.phase for row in rows] == [Phase.ON_ITS_WAY, Phase.ON_ITS_WAY, Phase.PREPARED]
    assert office.due() == 0


def test_delivered_ones_are_never_asked_for_again(office: Office) -> None:
    ids = office.bought("ZAM/A")
    office.moved(ids, "delivered")
    office.later(3600)
    assert office.refreshed().changed == 1
    office.later(7 * 86400)
    assert office.refreshed() == refresh.Refreshed()


def test_those_that_lists_leave_out_are_asked_for_singly_once(office: Office) -> None:
    one, other = office.bought("ZAM/A", "ZAM/B")
    office.moved([one], "canceled")
    with office.ledger.write() as connection:
        connection.execute(
            update(schema.shipments).where(schema.shipments.c.id == other).values(shipx_id=4040404)
        )
    office.later(7200)
    done = office.refreshed()
    assert (done.looked, done.changed) == (1, 1)
    assert row_of(office.ledger, "ZAM/A").phase is Phase.CANCELLED
    # The unknown one waits its turn.
    assert office.refreshed() == refresh.Refreshed()
    office.later(3600)
    assert office.refreshed().looked == 0


def test_the_oldest_due_come_first_and_the_rest_is_told(office: Office) -> None:
    ids = office.bought("ZAM/A", "ZAM/B", "ZAM/C")
    office.moved(ids, "sent_from_source_branch")
    office.later(7200)
    with office.ledger.write() as connection:
        oldest = update(schema.shipments).where(schema.shipments.c.id == ids[2])
        connection.execute(oldest.values(due_at=NOW - timedelta(days=30)))
    assert office.refreshed(most=1).left == 2
    assert row_of(office.ledger, "ZAM/C").phase is Phase.ON_ITS_WAY
    assert office.refreshed().left == 0


def test_it_stops_when_asked_and_ends_quietly_offline(office: Office) -> None:
    office.bought("ZAM/A")
    office.later(7200)
    stop = Stop()
    stop.event.set()
    asked = refresh.refresh(office.ledger, office.client, stop=stop)
    assert asked == refresh.Refreshed(left=1)
    office.simulator.faults({"do": "outage"})
    assert office.refreshed().left == 1
    office.simulator.faults()


def test_a_number_that_comes_late_is_told(office: Office) -> None:
    (one,) = office.bought("ZAM/A")
    number = row_of(office.ledger, "ZAM/A").tracking_number
    with office.ledger.write() as connection:
        late = update(schema.shipments).where(schema.shipments.c.id == one)
        connection.execute(late.values(tracking_number="", due_at=NOW))
    assert office.refreshed().numbered == (one,)
    assert row_of(office.ledger, "ZAM/A").tracking_number == number


def test_the_way_of_one_with_its_places(office: Office) -> None:
    (one,) = office.bought("ZAM/A")
    office.moved([one], "collected_from_sender")
    office.moved([one], "adopted_at_source_branch")
    way = refresh.track(office.ledger, office.client, one).way
    assert [stop.status for stop in way[:2]] == [
        "adopted_at_source_branch",
        "collected_from_sender",
    ]
    assert way[0].origin
    number = row_of(office.ledger, "ZAM/A").tracking_number
    tracked = refresh.track_number(office.client, number)
    assert tracked.tracking.status == "adopted_at_source_branch"
    with pytest.raises(NotFound):
        refresh.track_number(office.client, "6" * 24)
    with pytest.raises(LookupError):
        refresh.track(office.ledger, office.client, 999)


def test_a_label_made_elsewhere_is_stored_like_ours(office: Office) -> None:
    (one,) = office.bought("ZAM/A")
    assert fetch_label(office.ledger, office.client, one) == ""
    stored = stored_labels(office.ledger, [one])[one]
    assert (stored.finding, stored.numbers) == (
        "",
        (row_of(office.ledger, "ZAM/A").tracking_number,),
    )
    before = len(office.simulator.log())
    assert fetch_label(office.ledger, office.client, one) == ""
    assert len(office.simulator.log()) == before


def test_labels_inpost_does_not_give_are_told_by_rule(office: Office) -> None:
    old, never = office.bought("ZAM/A", "ZAM/B")
    too_old = {"do": "error", "status": 400, "error": "invalid_action", "path": "*/label*"}
    office.simulator.faults(too_old)
    assert fetch_label(office.ledger, office.client, old) == "invalid_action"
    office.simulator.faults()
    assert fetch_label(office.ledger, office.client, old) == ""
    with office.ledger.write() as connection:
        unpaid = update(schema.shipments).where(schema.shipments.c.id == never)
        connection.execute(unpaid.values(tracking_number="", shipx_id=4040404))
    assert fetch_label(office.ledger, office.client, never) == UNPAID


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as opened:
        yield opened


def _left(ledger: Ledger, now: str) -> int:
    moment = datetime.fromisoformat(now)
    return refresh.note_left_behind(ledger, now=moment, courier_days=(), cut_off=CUT_OFF)


def _printed(ledger: Ledger, at: str, *, seen_at: str) -> int:
    """Printed then, and still at rest when InPost was last asked."""
    noted(ledger, elsewhere(1), now=datetime.fromisoformat(seen_at))
    one = row_of(ledger, "OBCA/1").id
    prints.claim(ledger, [one], printer="Zebra", reason="", now=datetime.fromisoformat(at))
    return one


def test_left_behind_the_morning_after_the_next_working_pickup(ledger: Ledger) -> None:
    # Thursday after the cut-off: Good Friday's courier takes it, and this is said on Saturday.
    one = _printed(ledger, "2026-04-02T16:00+02:00", seen_at="2026-04-04T08:05+02:00")
    assert _left(ledger, "2026-04-04T07:59+02:00") == 0
    assert _left(ledger, "2026-04-04T08:06+02:00") == 1
    assert history.rows(ledger, [one])[0].concern is Concern.LEFT_BEHIND
    assert _left(ledger, "2026-04-05T08:06+02:00") == 0


def test_not_left_behind_before_inpost_was_asked(ledger: Ledger) -> None:
    _printed(ledger, "2026-03-02T09:00+01:00", seen_at="2026-03-02T10:00+01:00")
    assert _left(ledger, "2026-03-20T10:00+01:00") == 0
    assert history.badge(ledger) == 0


def test_an_accepted_pickup_is_waited_for(ledger: Ledger) -> None:
    one = _printed(ledger, "2026-03-02T09:00+01:00", seen_at="2026-03-06T08:30+01:00")
    with ledger.write() as connection:
        sent_at = datetime.fromisoformat("2026-03-05T16:00+01:00")
        pickup = {"id": 1, "state": "sent", "sent_at": sent_at}
        connection.execute(insert(schema.pickups).values(pickup))
        parcel = {"pickup_id": 1, "shipment_id": one}
        connection.execute(insert(schema.pickup_parcels).values(parcel))
    assert _left(ledger, "2026-03-06T09:00+01:00") == 0
    noted(ledger, elsewhere(1), now=datetime.fromisoformat("2026-03-07T08:30+01:00"))
    assert _left(ledger, "2026-03-07T09:00+01:00") == 1


def test_handed_over_counts_from_that_day(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1), now=datetime.fromisoformat("2026-03-03T08:30+01:00"))
    with ledger.write() as connection:
        handed_at = datetime.fromisoformat("2026-03-02T16:30+01:00")
        connection.execute(update(schema.shipments).values(handed_at=handed_at))
    assert _left(ledger, "2026-03-03T07:30+01:00") == 0
    assert _left(ledger, "2026-03-03T09:00+01:00") == 1


def test_a_process_that_has_not_heard_inposts_clock_hears_it_first(
    office: Office, simulator: Simulator
) -> None:
    (number,) = office.bought("OBCA-1")
    office.moved([number], "taken_by_courier")
    simulator.advance(2 * 3600)
    with client_of(simulator) as anew:
        assert not anew.clock_known
        done = refresh.refresh(office.ledger, anew)
        assert anew.clock_known
    assert (done.changed, done.requests) == (1, 2)


def test_what_was_made_elsewhere_is_read_once_a_day(office: Office, simulator: Simulator) -> None:
    assert refresh.mirror_daily(office.ledger, office.client)
    made = office.client.create(_new("OBCA-1"))
    until(lambda: bool(office.client.shipment(made.id).tracking_number))
    assert not refresh.mirror_daily(office.ledger, office.client)
    simulator.advance(25 * 3600)
    with client_of(simulator) as anew:
        assert refresh.mirror_daily(office.ledger, anew)
    assert row_of(office.ledger, "OBCA-1").tracking_number
