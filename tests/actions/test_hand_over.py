"""Handing over at the truck: each parcel counts once, what must not leave is said, returns are received."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from inpost_desk.actions import hand_over, pickup
from inpost_desk.actions.pickup import Wrong
from inpost_desk.domain.hand_over import HandOver, Left, ScanLine, Scanned
from inpost_desk.domain.pickup import NotReady, PickupState
from inpost_desk.ledger import schema
from inpost_desk.ledger.ledger import Ledger
from tests.actions.pickup_shop import PickupShop
from tests.actions.shop import ledger_in

NUMBERS = ("630000000000000000000001", "630000000000000000000002", "630000000000000000000003")


def _printed(couriers: PickupShop, ids: Sequence[int], *, at: datetime | None = None) -> None:
    with couriers.ledger.write() as connection:
        for one in ids:
            row = {"job": f"job-{one}", "shipment_id": one, "state": "done", "document": "label"}
            noted = at or datetime.now(UTC) - timedelta(hours=1)
            connection.execute(insert(schema.prints).values(noted_at=noted, **row))


def _number(couriers: PickupShop, shipment_id: int) -> str:
    with couriers.ledger.read() as connection:
        query = select(schema.shipments.c.tracking_number)
        return connection.scalar(query.where(schema.shipments.c.id == shipment_id)) or ""


def _begin(couriers: PickupShop, ids: Sequence[int]) -> HandOver:
    return hand_over.begin(couriers.ledger, pickup_id=None, ids=ids)


def _scan(couriers: PickupShop, over: HandOver, code: str) -> ScanLine:
    return hand_over.scan(couriers.ledger, over.id, code, operator="Ala")


def _back(couriers: PickupShop, over: HandOver, line: ScanLine) -> ScanLine | None:
    assert line.shipment_id is not None
    return hand_over.take_back(
        couriers.ledger, over.id, line.shipment_id, line.number, operator="Ola"
    )


def test_each_parcel_counts_once(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    over = hand_over.begin(
        couriers.ledger, pickup_id=couriers.sent(ids), operator="Ala", station="Rampa"
    )
    assert (over.expected, over.handed, over.operator) == (2, 0, "Ala")
    number = _number(couriers, ids[0])
    line = _scan(couriers, over, number)
    assert (line.what, line.reference, line.name) == (Scanned.HANDED, "ZAM/1", "Ala Nowak")
    assert _scan(couriers, over, number).what is Scanned.AGAIN
    over = hand_over.one(couriers.ledger, over.id)
    assert (over.handed, [one.reference for one in over.missing]) == (1, ["ZAM/2"])
    assert [one.what for one in over.lines] == [Scanned.AGAIN, Scanned.HANDED]
    assert couriers.order(ids[:1]) == Wrong("not_ready", (ids[0],), (NotReady.GONE,))


@pytest.mark.parametrize("dress", ["{}", " {}\r", "]C1{}", "]d2{}", "{0[0]}{0[1]} {0[2]}"])
def test_whatever_a_scanner_adds(couriers: PickupShop, dress: str) -> None:
    (one,) = couriers.buy("ZAM/1")
    over = _begin(couriers, [one])
    number = _number(couriers, one)
    code = dress.format((number[:4], number[4:8], number[8:]) if "[" in dress else number)
    assert _scan(couriers, over, code).what is Scanned.HANDED


def test_an_order_reference_in_any_case(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    over = _begin(couriers, ids)
    assert _scan(couriers, over, "zam/2").shipment_id == ids[1]
    assert hand_over.one(couriers.ledger, over.id).handed == 1


def test_a_reference_of_several_parcels_says_nothing(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/1")
    over = _begin(couriers, ids)
    line = _scan(couriers, over, "ZAM/1")
    assert (line.what, line.rule) == (Scanned.UNKNOWN, "each_number")
    assert hand_over.one(couriers.ledger, over.id).handed == 0


def test_all_parcels_of_a_shipment_are_scanned(couriers: PickupShop) -> None:
    (one,) = couriers.buy("ZAM/1")
    couriers.change(one, tracking_number=NUMBERS[0], parcel_numbers=" ".join(NUMBERS))
    over = _begin(couriers, [one])
    assert _scan(couriers, over, "ZAM/1").rule == "each_number"
    line = _scan(couriers, over, NUMBERS[1])
    assert (line.what, line.part, line.parts) == (Scanned.PART, 1, 3)
    assert _scan(couriers, over, NUMBERS[1]).what is Scanned.AGAIN
    assert _scan(couriers, over, NUMBERS[0]).what is Scanned.PART
    (parcel,) = hand_over.one(couriers.ledger, over.id).parcels
    assert (parcel.handed_at, parcel.parts, parcel.parts_scanned) == (None, 3, 2)
    line = _scan(couriers, over, NUMBERS[2])
    assert (line.what, line.part, line.parts) == (Scanned.HANDED, 3, 3)
    over = hand_over.one(couriers.ledger, over.id)
    assert (over.handed, over.lines[0].part, over.lines[0].parts) == (1, 3, 3)


def test_foreign_and_unknown_never_count(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    (locker,) = couriers.buy("ZAM/3", method="parcel_locker")
    over = _begin(couriers, ids[:1])
    line = _scan(couriers, over, _number(couriers, ids[1]))
    assert (line.what, line.rule, line.reference) == (Scanned.FOREIGN, "", "ZAM/2")
    line = _scan(couriers, over, _number(couriers, locker))
    assert (line.what, line.rule) == (Scanned.FOREIGN, NotReady.IN_LOCKER)
    assert _scan(couriers, over, "5901234123457").what is Scanned.UNKNOWN
    assert _scan(couriers, over, "").what is Scanned.UNKNOWN
    over = hand_over.one(couriers.ledger, over.id)
    assert (over.expected, over.handed) == (1, 0)
    # What is nobody's number is not kept.
    assert [one.number for one in over.lines[:2]] == ["", ""]


@pytest.mark.parametrize(
    "code", ["620999000000000000000017", "6209 9900 0000000000000017", "RR123456785PL"]
)
def test_a_number_nobody_here_knows_is_a_strange_parcel(couriers: PickupShop, code: str) -> None:
    over = _begin(couriers, couriers.buy("ZAM/1"))
    assert _scan(couriers, over, code).what is Scanned.FOREIGN
    (line,) = hand_over.one(couriers.ledger, over.id).lines
    assert (line.what, line.number) == (Scanned.FOREIGN, code.replace(" ", ""))
    assert hand_over.receive_return(couriers.ledger, code).what is Scanned.UNKNOWN


def test_a_wrong_scan_is_taken_back(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    over = _begin(couriers, ids)
    line = _scan(couriers, over, "ZAM/1")
    back = _back(couriers, over, line)
    assert back is not None
    assert (back.what, back.reference, back.operator) == (Scanned.TAKEN_BACK, "ZAM/1", "Ola")
    over = hand_over.one(couriers.ledger, over.id)
    assert (over.handed, len(over.missing)) == (0, 2)
    assert [(one.what, one.operator) for one in over.lines] == [
        (Scanned.TAKEN_BACK, "Ola"),
        (Scanned.HANDED, "Ala"),
    ]
    assert couriers.ready() == ids
    assert _back(couriers, over, line) is None
    assert _scan(couriers, over, "ZAM/1").what is Scanned.HANDED
    assert hand_over.one(couriers.ledger, over.id).handed == 1
    hand_over.finish(couriers.ledger, over.id)
    assert _back(couriers, over, line) is None
    with pytest.raises(LookupError):
        hand_over.take_back(couriers.ledger, 77, ids[0], "ZAM/1")


def test_of_several_parcels_one_is_taken_back(couriers: PickupShop) -> None:
    (one,) = couriers.buy("ZAM/1")
    couriers.change(one, tracking_number=NUMBERS[0], parcel_numbers=" ".join(NUMBERS))
    over = _begin(couriers, [one])
    lines = [_scan(couriers, over, number) for number in NUMBERS]
    back = _back(couriers, over, lines[1])
    assert back is not None
    assert (back.part, back.parts) == (2, 3)
    (parcel,) = hand_over.one(couriers.ledger, over.id).parcels
    assert (parcel.handed_at, parcel.parts_scanned) == (None, 2)
    line = _scan(couriers, over, NUMBERS[1])
    assert (line.what, line.part) == (Scanned.HANDED, 3)


def test_taken_back_is_what_an_earlier_truck_did_not_take(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    first = _begin(couriers, ids)
    _scan(couriers, first, "ZAM/1")
    hand_over.finish(couriers.ledger, first.id)
    then = datetime.now(UTC) - timedelta(hours=25)
    couriers.change(ids[0], handed_at=then)
    with couriers.ledger.write() as connection:
        connection.execute(update(schema.hand_over_parcels).values(handed_at=then))
    over = _begin(couriers, ids)
    assert _back(couriers, over, _scan(couriers, over, "ZAM/1")) is not None
    with couriers.ledger.read() as connection:
        assert connection.scalar(select(schema.shipments.c.handed_at)) == then


def test_nothing_counts_once_it_is_closed(couriers: PickupShop) -> None:
    over = _begin(couriers, couriers.buy("ZAM/1"))
    hand_over.finish(couriers.ledger, over.id)
    line = _scan(couriers, over, "ZAM/1")
    assert (line.what, line.rule) == (Scanned.FOREIGN, "closed")
    assert hand_over.one(couriers.ledger, over.id).handed == 0


def test_what_must_not_leave(couriers: PickupShop) -> None:
    replaced, cancelled, gone, unpaid = couriers.buy("ZAM/1", "ZAM/2", "ZAM/3", "ZAM/4")
    over = _begin(couriers, [replaced, cancelled, gone, unpaid])
    couriers.change(replaced, do_not_send=True)
    couriers.change(cancelled, status="canceled")
    couriers.change(gone, status="delivered")
    couriers.change(unpaid, status="offer_selected")
    told = [_scan(couriers, over, f"ZAM/{number}") for number in (1, 2, 3, 4)]
    assert {one.what for one in told} == {Scanned.NOT_READY}
    assert [one.rule for one in told] == ["replaced", "cancelled", "gone", "unpaid"]
    other = _begin(couriers, [])
    assert _scan(couriers, other, "ZAM/1").rule == "replaced"


def test_the_courier_may_be_quicker(couriers: PickupShop) -> None:
    """He scans at the same truck, and InPost says so before we have scanned."""
    (one,) = couriers.buy("ZAM/1")
    over = _begin(couriers, [one])
    couriers.change(one, status="collected_from_sender", phase="on_its_way")
    assert _scan(couriers, over, "ZAM/1").what is Scanned.HANDED


def test_all_that_is_printed_where_he_comes_by_himself(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2", "ZAM/3")
    (locker,) = couriers.buy("ZAM/4", method="parcel_locker")
    couriers.asked(ids[2:])
    _printed(couriers, [ids[0], ids[2], locker])
    over = hand_over.begin(couriers.ledger, pickup_id=None)
    assert [one.shipment_id for one in over.parcels] == ids[:1]
    # Packed since then: it joins.
    _printed(couriers, ids[1:2], at=datetime.now(UTC) + timedelta(seconds=1))
    assert _scan(couriers, over, "ZAM/2").what is Scanned.HANDED
    assert _scan(couriers, over, "ZAM/3").what is Scanned.FOREIGN
    assert hand_over.one(couriers.ledger, over.id).expected == 2


def test_an_open_one_survives_and_is_shared(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    number = couriers.sent(ids)
    assert hand_over.current(couriers.ledger) is None
    over = hand_over.begin(couriers.ledger, pickup_id=number)
    other = Ledger(couriers.ledger.folder)
    assert hand_over.current(other) == over
    assert hand_over.begin(other, pickup_id=number).id == over.id
    other.close()
    # Expected at one truck only.
    assert _begin(couriers, ids).expected == 0
    with pytest.raises(LookupError):
        hand_over.scan(couriers.ledger, 77, "ZAM/1")
    with pytest.raises(LookupError):
        hand_over.one(couriers.ledger, 77)


def test_what_stays_is_free_for_the_next_courier(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2", "ZAM/3", "ZAM/4")
    number = couriers.sent(ids)
    over = hand_over.begin(couriers.ledger, pickup_id=number)
    _scan(couriers, over, "ZAM/1")
    hand_over.decide_left(couriers.ledger, over.id, ids[:2], Left.STAYS)
    hand_over.decide_left(couriers.ledger, over.id, ids[2:3], Left.CANCELLED)
    assert _scan(couriers, over, "ZAM/3").rule == NotReady.CANCELLED
    assert couriers.ready() == []
    over = hand_over.finish(couriers.ledger, over.id)
    assert over.ended_at is not None
    assert [one.left for one in over.parcels] == [None, Left.STAYS, Left.CANCELLED, None]
    assert [one.shipment_id for one in over.missing] == ids[3:]
    assert couriers.ready() == ids[1:2]
    assert couriers.order(ids[2:3]) == Wrong("not_ready", (ids[2],), (NotReady.CANCELLED,))
    assert hand_over.finish(couriers.ledger, over.id) == over
    assert hand_over.current(couriers.ledger) is None
    (earlier,) = hand_over.earlier(couriers.ledger)
    assert earlier == replace(over, lines=())
    # Nobody had decided about this one; later somebody does.
    hand_over.decide_left(couriers.ledger, over.id, ids[3:], Left.STAYS)
    assert couriers.ready() == [ids[1], ids[3]]
    assert couriers.state(number) is PickupState.SENT


def test_what_was_to_stay_leaves_after_all(couriers: PickupShop) -> None:
    ids = couriers.buy("ZAM/1")
    over = _begin(couriers, ids)
    hand_over.decide_left(couriers.ledger, over.id, ids, Left.STAYS)
    assert _scan(couriers, over, "ZAM/1").what is Scanned.HANDED
    (parcel,) = hand_over.one(couriers.ledger, over.id).parcels
    assert parcel.left is None


def test_handed_over_and_never_seen_again(couriers: PickupShop) -> None:
    """Found under the table the next day: a courier can be ordered for it."""
    ids = couriers.buy("ZAM/1")
    _scan(couriers, _begin(couriers, ids), "ZAM/1")
    assert pickup.candidates(couriers.ledger) == []
    couriers.change(ids[0], handed_at=datetime.now(UTC) - timedelta(hours=25))
    assert couriers.ready() == ids


def test_returns_are_received_at_the_truck(couriers: PickupShop) -> None:
    back, refused, mine = couriers.buy("ZAM/1", "ZAM/2", "ZAM/3")
    couriers.change(back, return_number=NUMBERS[0], status="delivered", phase="delivered")
    couriers.change(refused, status="returned_to_sender", phase="returned", concern="returned")
    over = _begin(couriers, [mine])
    assert _scan(couriers, over, NUMBERS[0]).what is Scanned.RETURN
    assert _scan(couriers, over, NUMBERS[0]).what is Scanned.RETURN_AGAIN
    line = _scan(couriers, over, _number(couriers, refused))
    assert (line.what, line.reference) == (Scanned.RETURN, "ZAM/2")
    (theirs,) = couriers.buy("ZAM/4")
    couriers.change(theirs, is_return=True)
    assert _scan(couriers, over, "ZAM/4").what is Scanned.RETURN
    assert hand_over.one(couriers.ledger, over.id).handed == 0


def test_returns_are_received_without_a_truck(couriers: PickupShop) -> None:
    back, refused, here = couriers.buy("ZAM/1", "ZAM/2", "ZAM/3")
    couriers.change(back, return_number=NUMBERS[0])
    couriers.change(refused, status="rejected_by_receiver", phase="on_its_way")
    assert hand_over.receive_return(couriers.ledger, NUMBERS[0]).what is Scanned.RETURN
    assert hand_over.receive_return(couriers.ledger, NUMBERS[0]).what is Scanned.RETURN_AGAIN
    number = _number(couriers, refused)
    assert hand_over.receive_return(couriers.ledger, number).what is Scanned.RETURN
    line = hand_over.receive_return(couriers.ledger, _number(couriers, here))
    assert (line.what, line.rule) == (Scanned.FOREIGN, "not_sent")
    assert hand_over.receive_return(couriers.ledger, "12").what is Scanned.UNKNOWN


def test_two_stations_scan_at_once(couriers: PickupShop) -> None:
    names = [f"ZAM/{number}" for number in range(12)]
    over = _begin(couriers, couriers.buy(*names))
    told: list[Scanned] = []

    def station() -> None:
        ledger = Ledger(couriers.ledger.folder)
        told.extend(hand_over.scan(ledger, over.id, name).what for name in names)
        ledger.close()

    both = [threading.Thread(target=station) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(told) == [Scanned.AGAIN] * 12 + [Scanned.HANDED] * 12
    assert hand_over.one(couriers.ledger, over.id).handed == 12


def test_nothing_to_hand_over(couriers: PickupShop) -> None:
    with ledger_in(couriers.ledger.folder / "empty") as ledger:
        assert hand_over.begin(ledger, pickup_id=None).expected == 0
        assert hand_over.earlier(ledger) == []
