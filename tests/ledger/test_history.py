"""What is kept of each shipment, who may change it, and what a person notes beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from inpost_desk.domain.history import PickupOf, Stop
from inpost_desk.domain.journey import Concern, Phase
from inpost_desk.domain.pickup import DispatchOrderId, PickupState
from inpost_desk.domain.shipment import ShipmentParcel
from inpost_desk.ledger import history, prints, schema, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import PrintState
from inpost_desk.ledger.seen import LabelFile, store_labels
from tests.actions.shop import ledger_in
from tests.ledger.history_shelf import courier, elsewhere, noted, ours, row_of
from tests.ledger.pile import NOW

MINUTE = timedelta(minutes=1)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as opened:
        yield opened


def test_everything_inpost_says_is_kept(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1), courier(2, weekend=True, is_return=True))
    one, two = row_of(ledger, "OBCA/1"), row_of(ledger, "OBCA/2")
    assert (one.name, one.size, one.point, one.phone) == ("Łucja Żak", "B", "LOD01M", "501200300")
    assert (one.phase, one.status_at, one.ours) == (Phase.PREPARED, NOW + MINUTE, False)
    assert (two.name, two.city, two.cod) == ("Sklep Test", "Łódź", Decimal("129.90"))
    assert (two.sending_method, two.weekend, two.is_return) == ("dispatch_order", True, True)
    detail = history.detail(ledger, two.id)
    assert detail is not None
    assert detail.mpk == "HURT"


def test_ours_keeps_what_we_asked_for(ledger: Ledger) -> None:
    (mine,) = ours(ledger, ["ZAM/1"])
    # InPost says no template here; the order knows.
    assert history.rows(ledger, [mine])[0].size == "A"
    noted(ledger, elsewhere(200, reference="INNA", target_point="WAW99"))
    (row,) = history.rows(ledger, [mine])
    assert (row.reference, row.point, row.phone) == ("ZAM/1", "KRA010", "501200001")
    assert (row.name, row.size, row.ours) == ("Łucja Żak", "B", True)


def test_elsewhere_follows_what_inpost_says(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1))
    noted(
        ledger, elsewhere(1, "redirect_to_box", target_point="KRA02M", updated_at=NOW + 9 * MINUTE)
    )
    row = row_of(ledger, "OBCA/1")
    assert (row.point, row.concern) == ("KRA02M", Concern.REDIRECTED)


def test_an_older_answer_changes_nothing(ledger: Ledger) -> None:
    noted(ledger, elsewhere(5, "delivered"))
    noted(ledger, elsewhere(5, "ready_to_pickup", updated_at=NOW + 4 * MINUTE))
    noted(ledger, elsewhere(5, "created", updated_at=NOW + 9 * MINUTE))
    row = row_of(ledger, "OBCA/5")
    assert (row.status, row.status_at) == ("delivered", NOW + 5 * MINUTE)
    detail = history.detail(ledger, row.id)
    assert detail is not None
    assert [one.status for one in detail.way] == ["delivered"]


def test_the_way_has_each_status_once_and_newest_first(ledger: Ledger) -> None:
    first = elsewhere(1)
    noted(ledger, first, first, replace(first, updated_at=NOW + 5 * MINUTE))
    noted(ledger, elsewhere(1, "sent_from_source_branch", updated_at=NOW + 60 * MINUTE))
    row = row_of(ledger, "OBCA/1")
    at = NOW + 60 * MINUTE
    history.add_stops(
        ledger,
        row.id,
        [
            Stop("sent_from_source_branch", at - MINUTE, "Łódź", "WZO"),
            Stop("adopted_at_source_branch", NOW + 30 * MINUTE, "Łódź", "PWO"),
            Stop("confirmed", NOW + MINUTE, "", "PPN"),
        ],
    )
    detail = history.detail(ledger, row.id)
    assert detail is not None
    assert [(one.status, one.origin) for one in detail.way] == [
        ("sent_from_source_branch", "WZO"),
        ("adopted_at_source_branch", "PWO"),
        ("confirmed", "PPN"),
    ]
    history.add_stops(ledger, row.id, detail.way)
    assert history.detail(ledger, row.id) == detail


def test_stations_of_the_very_same_time_stand_in_the_order_of_the_way(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1, "created"))
    row = row_of(ledger, "OBCA/1")
    way = ("delivered", "out_for_delivery", "strange_new", "adopted_at_source_branch", "confirmed")
    history.add_stops(ledger, row.id, [Stop(one, NOW + 60 * MINUTE) for one in way])
    detail = history.detail(ledger, row.id)
    assert detail is not None
    shown = [one.status for one in detail.way]
    assert shown == [
        "delivered",
        "strange_new",
        "out_for_delivery",
        "adopted_at_source_branch",
        "confirmed",
        "created",
    ]


def test_a_concern_is_counted_until_somebody_deals_with_it(ledger: Ledger) -> None:
    noted(
        ledger, elsewhere(1, "pickup_time_expired"), elsewhere(2, "delay_in_delivery"), elsewhere(3)
    )
    one = row_of(ledger, "OBCA/1")
    assert history.badge(ledger) == 1
    history.set_handled(ledger, [one.id], handled=True)
    assert history.badge(ledger) == 0
    # The same status once more leaves it at that, another one is news.
    noted(ledger, elsewhere(1, "pickup_time_expired"))
    assert history.badge(ledger) == 0
    noted(ledger, elsewhere(1, "returned_to_sender", updated_at=NOW + 9 * MINUTE))
    assert history.badge(ledger) == 1
    assert row_of(ledger, "OBCA/1").concern is Concern.RETURNED


def test_nobody_was_met_or_it_was_not_collected(ledger: Ledger) -> None:
    """The same status is a courier's first attempt, and the way back out of a locker."""
    noted(ledger, elsewhere(1, "avizo"), courier(2, status="avizo"))
    assert row_of(ledger, "OBCA/1").concern is Concern.EXPIRED
    assert row_of(ledger, "OBCA/2").concern is Concern.UNDELIVERED


def test_what_was_received_back_is_dealt_with(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1, "returned_to_sender"), elsewhere(2, "pickup_time_expired"))
    one, two = (row_of(ledger, f"OBCA/{number}").id for number in (1, 2))
    assert history.badge(ledger) == 2
    assert history.received_back(ledger, one, now=NOW)
    assert history.received_back(ledger, two, now=NOW)
    assert history.badge(ledger) == 0
    # InPost says later what is known here.
    noted(ledger, elsewhere(2, "returned_to_sender", updated_at=NOW + 9 * MINUTE))
    assert history.badge(ledger) == 0
    history.set_handled(ledger, [one], handled=False)
    assert history.badge(ledger) == 1


def test_left_behind_until_inpost_has_it(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1), elsewhere(2, "delivered"))
    ids = [row_of(ledger, f"OBCA/{number}").id for number in (1, 2)]
    assert history.set_left_behind(ledger, ids, now=NOW) == 1
    assert history.set_left_behind(ledger, ids, now=NOW) == 0
    noted(ledger, elsewhere(1))
    assert row_of(ledger, "OBCA/1").concern is Concern.LEFT_BEHIND
    noted(ledger, elsewhere(1, "collected_from_sender", updated_at=NOW + 9 * MINUTE))
    assert row_of(ledger, "OBCA/1").concern is None


def test_a_return_is_found_by_its_number_and_received_once(ledger: Ledger) -> None:
    number = "520000000000000000000001"
    noted(ledger, elsewhere(1, "returned_to_sender", return_tracking_number=number))
    found = history.by_return_number(ledger, number)
    assert found == row_of(ledger, "OBCA/1").id
    assert history.received_back(ledger, found, now=NOW)
    assert not history.received_back(ledger, found, now=NOW + MINUTE)
    detail = history.detail(ledger, found)
    assert detail is not None
    assert (detail.returned_at, detail.return_number) == (NOW, number)
    assert history.by_return_number(ledger, "") is None


def test_a_number_of_any_parcel_finds_the_shipment(ledger: Ledger) -> None:
    numbers = ["620999000000000000000001", "620999000000000000000077"]
    noted(ledger, courier(1, parcels=tuple(ShipmentParcel(tracking_number=one) for one in numbers)))
    row = row_of(ledger, "OBCA/1")
    assert {history.by_number(ledger, one) for one in numbers} == {row.id}
    assert history.by_number(ledger, "6209990000") is None
    assert history.by_number(ledger, "") is None


def test_printed_is_what_a_printer_was_given(ledger: Ledger) -> None:
    (mine,) = ours(ledger, ["ZAM/1"])
    job = prints.claim(ledger, [mine], printer="Zebra", reason="", now=NOW)
    assert job is not None
    prints.ended(ledger, job, PrintState.FAILED, now=NOW)
    prints.held_back(ledger, mine, "missing", printer="Zebra", now=NOW)
    assert not history.rows(ledger, [mine])[0].printed
    again = prints.claim(ledger, [mine], printer="Zebra", reason="", now=NOW)
    assert again is not None
    prints.ended(ledger, again, PrintState.DONE, now=NOW)
    detail = history.detail(ledger, mine)
    assert detail is not None
    assert detail.row.printed
    assert [one.state for one in detail.prints] == ["done", "failed"]
    assert [one.kind for one in detail.requests] == ["create"]


def test_made_elsewhere_becomes_ours_with_all_that_hangs_on_it(ledger: Ledger) -> None:
    """A label of it was printed and a courier ordered before anybody knew whose it is."""
    stray = elsewhere(200)
    noted(ledger, stray)
    old = row_of(ledger, "OBCA/200").id
    store_labels(ledger, [LabelFile(old, "2026-03/200.pdf", 9, "ab", 1, "")], now=NOW)
    job = prints.claim(ledger, [old], printer="Zebra", reason="", now=NOW)
    assert job is not None
    with ledger.write() as connection:
        order = {"id": 1, "shipx_id": 77, "state": "sent", "sent_at": NOW}
        connection.execute(insert(schema.pickups).values(order))
        parcel = {"pickup_id": 1, "shipment_id": old}
        connection.execute(insert(schema.pickup_parcels).values(parcel))
        connection.execute(insert(schema.hand_overs).values(id=1, started_at=NOW))
        handed = {"hand_over_id": 1, "shipment_id": old, "handed_at": NOW}
        connection.execute(insert(schema.hand_over_parcels).values(handed))
        scan = {"hand_over_id": 1, "at": NOW, "shipment_id": old}
        connection.execute(insert(schema.hand_over_scans).values(scan))
    (mine,) = ours(ledger, ["ZAM/1"])
    detail = history.detail(ledger, mine)
    assert detail is not None
    assert detail.row.shipx_id == 200
    assert (detail.label, detail.row.printed, detail.row.ours) == (True, True, True)
    assert detail.pickup == PickupOf(1, DispatchOrderId(77), PickupState.SENT)
    assert [one.status for one in detail.way] == ["confirmed"]
    assert history.detail(ledger, old) is None
    assert [one.has_label for one in seen.known_shipments(ledger, [mine])] == [True]
    with ledger.read() as connection:
        for table in (schema.hand_over_parcels, schema.hand_over_scans):
            assert connection.scalars(select(table.c.shipment_id)).all() == [mine]
