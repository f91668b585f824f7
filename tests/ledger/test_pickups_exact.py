"""What the ledger notes of a courier, to the second: most of it found missing by the mutation run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from inpost_desk.domain.order import Address
from inpost_desk.domain.pickup import DispatchOrder, DispatchOrderId, NewPickup, PickupState, Wrong
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import mirrored, pickups, restored, schema
from inpost_desk.ledger.ledger import Ledger
from tests.ledger.pile import NOW, a_shipment

HERE = Address("Polna", "7", "Kielce", "25-002")
LATER = NOW + timedelta(minutes=9)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """With three paid parcels that a courier may fetch: 7, 8 and 9 at InPost."""
    ledger = Ledger(tmp_path / "ledger")
    paid = [
        replace(a_shipment(number, status="confirmed"), sending_method="dispatch_order")
        for number in (7, 8, 9)
    ]
    mirrored.mirror(ledger, paid, ours=[], now=NOW)
    yield ledger
    ledger.close()


def _claim(ledger: Ledger, *numbers: int, **more: Any) -> int:
    with ledger.read() as connection:
        query = select(schema.shipments.c.id).where(schema.shipments.c.shipx_id.in_(numbers))
        ids = list(connection.scalars(query))
    new = NewPickup(tuple(ShipmentId(one) for one in numbers), address=HERE)
    given: dict[str, Any] = {"now": NOW, "again": False, "operator": ""}
    done = pickups.claim(ledger, ids, new, **(given | more))
    assert isinstance(done, int), done
    return done


def _taken(ledger: Ledger, number: int, order: int, status: str = "sent") -> PickupState | None:
    given = DispatchOrder(DispatchOrderId(order), status)
    return pickups.taken(ledger, number, given, now=NOW)


def _one(ledger: Ledger, number: int) -> pickups.OpenPickup:
    found = pickups.one_open(ledger, number)
    assert found is not None
    return found


def test_the_newest_order_known_or_told_of_is_noted(ledger: Ledger) -> None:
    first = _claim(ledger, 7)
    assert _one(ledger, first).after == 0
    assert _taken(ledger, first, 40) is PickupState.SENT
    assert _one(ledger, _claim(ledger, 8)).after == 40
    assert _one(ledger, _claim(ledger, 9, after=50)).after == 50


def test_a_claim_holds_its_parcels_alone(ledger: Ledger) -> None:
    one = _one(ledger, _claim(ledger, 7, 8, operator="o" * 70))
    assert (one.state, one.held, one.order) == (PickupState.SENDING, True, None)
    assert (one.sent_at, one.quiet_since, one.looks, one.looked_at) == (NOW, NOW, 0, None)
    assert set(one.parcels) == {7, 8}
    with ledger.read() as connection:
        assert connection.scalar(select(schema.pickups.c.operator)) == "o" * 64
    new = NewPickup((ShipmentId(8),), address=HERE)
    given: dict[str, Any] = {"now": NOW, "again": False, "operator": ""}
    assert isinstance(pickups.claim(ledger, [one.parcels[ShipmentId(8)]], new, **given), Wrong)
    assert _one(ledger, _claim(ledger, 9)).state is PickupState.SENDING


def test_letting_go_and_looking_touch_their_own_order(ledger: Ledger) -> None:
    first, second = _claim(ledger, 7), _claim(ledger, 8)
    pickups.let_go(ledger, first, now=LATER)
    assert [one.id for one in pickups.unsettled(ledger)] == [first]
    assert (_one(ledger, first).quiet_since, _one(ledger, first).held) == (LATER, False)
    pickups.looked(ledger, [first], now=LATER)
    assert (_one(ledger, first).looks, _one(ledger, first).looked_at) == (1, LATER)
    assert (_one(ledger, second).looks, _one(ledger, second).state) == (0, PickupState.SENDING)
    # What InPost has is neither unsure nor looked for any more.
    _taken(ledger, second, 40)
    pickups.let_go(ledger, second, now=LATER)
    pickups.looked(ledger, [second], now=LATER)
    assert (_one(ledger, second).looks, _one(ledger, second).state) == (0, PickupState.SENT)


def test_an_order_of_inposts_is_one_row_s(ledger: Ledger) -> None:
    first, second = _claim(ledger, 7), _claim(ledger, 8)
    assert _taken(ledger, first, 40) is PickupState.SENT
    assert _taken(ledger, second, 40) is None
    assert _one(ledger, second).order is None
    # An older look, written later.
    assert _taken(ledger, first, 40, "new") is PickupState.SENT
    assert _taken(ledger, second, 42, "new") is PickupState.NEW
    assert pickups.belongs(ledger, [DispatchOrderId(40), DispatchOrderId(41)]) == {40}
    owned = pickups.owned(ledger, since=NOW, until=NOW)
    assert owned == {40: PickupState.SENT, 42: PickupState.NEW}
    assert pickups.owned(ledger, since=LATER, until=LATER) == {}


def test_refused_it_frees_its_parcels_and_says_why(ledger: Ledger) -> None:
    number = _claim(ledger, 7, 8)
    blamed = {ShipmentId(8): "already_in_order"}
    given: dict[str, Any] = {"field": "f" * 70, "rule": "r" * 300, "of_parcels": blamed}
    pickups.refused(ledger, number, **given, now=LATER)
    assert pickups.current_state(ledger, number) is PickupState.REFUSED
    with ledger.read() as connection:
        said = connection.execute(select(schema.pickups)).one()
        parcels = connection.execute(
            select(schema.pickup_parcels).order_by(schema.pickup_parcels.c.shipment_id)
        ).all()
    assert (said.refused_field, said.refused_rule, said.ended_at) == ("f" * 64, "r" * 255, LATER)
    assert [(one.living, one.rule) for one in parcels] == [(False, ""), (False, "already_in_order")]
    assert _claim(ledger, 7) > number


def test_how_long_a_promised_courier_is_followed(ledger: Ledger) -> None:
    number = _claim(ledger, 7)
    _taken(ledger, number, 40)

    def followed(after: timedelta) -> bool:
        return [one.id for one in pickups.to_follow(ledger, now=NOW + after)] == [number]

    seconds = timedelta(seconds=30)
    minutes, days = timedelta(minutes=10), timedelta(days=5)
    assert [followed(minutes - seconds), followed(minutes + seconds)] == [False, True]
    assert [followed(days - seconds), followed(days + seconds)] == [True, False]


def test_ending_is_asked_for_once_it_is_there(ledger: Ledger) -> None:
    first, second = _claim(ledger, 7), _claim(ledger, 8)
    assert not pickups.end_asked(ledger, first, now=LATER)
    _taken(ledger, first, 40)
    assert pickups.end_asked(ledger, first, now=LATER)
    assert [(one.id, one.ending) for one in pickups.to_follow(ledger, now=NOW)] == [(first, True)]
    pickups.end_dropped(ledger, first)
    assert (_one(ledger, first).ending, _one(ledger, first).looked_at) == (False, None)
    assert pickups.ended(ledger, second, PickupState.CANCELLED, now=LATER) is PickupState.SENDING
    assert pickups.ended(ledger, first, PickupState.CANCELLED, now=LATER) is PickupState.CANCELLED
    assert pickups.ended(ledger, first, PickupState.MISSED, now=LATER) is PickupState.CANCELLED
    # Its parcel is free, the other order keeps its own.
    with ledger.read() as connection:
        living = connection.execute(
            select(schema.pickup_parcels.c.pickup_id, schema.pickup_parcels.c.living)
        ).all()
    assert {tuple(one) for one in living} == {(first, False), (second, True)}
    assert _claim(ledger, 7) > second


def test_a_ledger_that_goes_on_elsewhere_orders_and_ends_nothing(ledger: Ledger) -> None:
    number = _claim(ledger, 7)
    _taken(ledger, number, 40)
    restored.move(ledger, NOW)
    with pytest.raises(LedgerTrouble):
        _claim(ledger, 8)
    with pytest.raises(LedgerTrouble):
        pickups.end_asked(ledger, number, now=LATER)
    assert not _one(ledger, number).ending
    with pytest.raises(LookupError):
        pickups.current_state(ledger, 99)


def test_who_did_not_come_for_one_order_says_nothing_of_another(ledger: Ledger) -> None:
    first, second = _claim(ledger, 7), _claim(ledger, 8)
    _taken(ledger, first, 40)
    _taken(ledger, second, 41)
    delivered = replace(a_shipment(8, status="delivered"), tracking_number="620000000000000008")
    mirrored.mirror(ledger, [delivered], ours=[], now=LATER)
    done = pickups.missed(ledger, first, now=LATER)
    assert (done.state, done.gone) == (PickupState.MISSED, ())
    assert pickups.current_state(ledger, second) is PickupState.SENT
    assert pickups.missed(ledger, second, now=LATER).rule == "all_gone"
