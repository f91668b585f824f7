"""After a restore nothing is sent before InPost was read: every door, couriers too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inpost_desk.actions import pickup
from inpost_desk.actions.restored import read_first, read_when_quiet
from inpost_desk.actions.settle import KEYS, Horizon
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.pickup import Wrong
from inpost_desk.errors import LedgerTrouble, Offline
from inpost_desk.ledger import changes, copies, earlier, journal, pickups, report, restored
from inpost_desk.ledger.earlier import Sought
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.transport import Transport
from tests.actions.pickup_shop import AT_ONCE, HERE, PickupShop
from tests.actions.shop import client_of, enter, order
from tests.simulator_process import Simulator

HOUR = timedelta(hours=1)


@contextmanager
def restored_from(ledger: Ledger, folder: Path, *, quiet: timedelta = HOUR) -> Iterator[Ledger]:
    """The ledger as a copy of it would come back on another computer."""
    folder.mkdir()
    copies.sound_copy(ledger.path, folder / copies.FILE)
    now = local_now()
    copies.prepare(folder / copies.FILE, copied_at=now, quiet_since=now - quiet)
    again = Ledger(folder)
    try:
        yield again
    finally:
        again.close()


def test_a_courier_ordered_after_the_copy_is_not_ordered_twice(
    couriers: PickupShop, tmp_path: Path
) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2", "ZAM/3")
    with restored_from(couriers.ledger, tmp_path / "other") as ledger:
        couriers.asked(ids[:2])
        assert len(couriers.truth()) == 1
        done = pickup.order(ledger, couriers.client, ids, HERE)
        assert isinstance(done, Wrong)
        assert len(couriers.truth()) == 1
        assert isinstance(pickup.order(ledger, couriers.client, ids[2:], HERE), pickup.Asked)


def test_every_journal_refuses_before(couriers: PickupShop, tmp_path: Path) -> None:
    (parcel,) = couriers.buy("ZAM/1")
    number = couriers.asked([parcel])
    run_id = enter(couriers.ledger, order("ZAM/2"))
    now = datetime.now(UTC)
    with restored_from(couriers.ledger, tmp_path / "other") as ledger:
        shipment = couriers.client.shipment(
            next(one.shipx_id for one in changes.find_all(ledger, [parcel]) if one.shipx_id)
        )
        doors = (
            lambda: journal.claim(ledger, run_id, limit=1, now=now),
            lambda: changes.claim_change(ledger, "cancel", [changes.Change(shipment)], now=now),
            lambda: pickups.claim(
                ledger, [parcel], HERE.of([shipment.id]), now=now, again=False, operator=""
            ),
            lambda: pickups.end_asked(ledger, number, now=now),
            lambda: enter(ledger, order("ZAM/3"), digest="other"),
        )
        for door in doors:
            with pytest.raises(LedgerTrouble) as trouble:
                door()
            assert trouble.value.rule == "restored"
        restored.move(ledger, now)
        with pytest.raises(LedgerTrouble) as trouble:
            doors[0]()
        assert trouble.value.rule == "moved"


def test_offline_it_stays_shut(couriers: PickupShop, tmp_path: Path) -> None:
    ids = couriers.buy("ZAM/1")
    nowhere = Transport("http://127.0.0.1:9", "token", wait=lambda _seconds: False)
    with restored_from(couriers.ledger, tmp_path / "other") as ledger:
        client = Client(nowhere, couriers.client.organization)
        with pytest.raises(Offline):
            pickup.order(ledger, client, ids, HERE)
        assert restored.marked(ledger) is not None
    nowhere.close()


def test_what_was_asked_for_just_before_the_loss_is_waited_for(
    couriers: PickupShop, tmp_path: Path
) -> None:
    couriers.buy("ZAM/1")
    with restored_from(couriers.ledger, tmp_path / "other", quiet=timedelta()) as ledger:
        assert not read_when_quiet(ledger, couriers.client)
        with pytest.raises(LedgerTrouble) as trouble:
            read_first(ledger, couriers.client)
        assert (trouble.value.rule, trouble.value.detail) == ("restored_lately", "15")
        # A clock that was set back does not shut it for days.
        restored.quiet_again(ledger, local_now() + timedelta(days=3))
        with pytest.raises(LedgerTrouble):
            read_first(ledger, couriers.client)
        assert local_now() - restored.marked(ledger).quiet_since < timedelta(minutes=1)  # type: ignore[union-attr]
        done = read_first(ledger, couriers.client, horizon=AT_ONCE)
        assert done is not None
        assert done.shipments == 1
        assert read_first(ledger, couriers.client) is None


@pytest.mark.parametrize("keys", [True, False])
def test_parcels_of_the_copy_are_found_by_key_or_reference(
    simulator: Simulator, tmp_path: Path, *, keys: bool
) -> None:
    ledger = Ledger(tmp_path / "ledger")
    with client_of(simulator) as client:
        run_id = enter(ledger, order("ZAM/1"), order("ZAM/2", phone="600700800"))
        ledger.learn(KEYS, "proven" if keys else "missing")
        with restored_from(ledger, tmp_path / "other") as again:
            for place, one in enumerate((order("ZAM/1"), order("ZAM/2", phone="600700800")), 1):
                new = as_shipment(
                    one,
                    key=f"file-key-{place - 1}" if keys else "",
                    contract=frozenset(),
                    choices=Choices(sending_method="dispatch_order"),
                )
                client.create(new)
            done = read_first(again, client, horizon=Horizon())
            assert done is not None
            assert done.found == 2
            assert not journal.any_left(again, run_id)
            assert all(one.shipment_id for one in report.standing_of_run(again, run_id))
    ledger.close()


def test_the_numbers_of_the_day_go_on(simulator: Simulator, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    with client_of(simulator) as client, restored_from(ledger, tmp_path / "other") as again:
        nameless = order("21-11/007")
        new = as_shipment(
            nameless,
            key="of-the-lost-one",
            contract=frozenset(),
            choices=Choices(sending_method="dispatch_order"),
        )
        client.create(new)
        read_first(again, client)
        assert again.fact("day 21-11") == "7"
        alike = [Sought(row, "", order("")) for row in (1, 2)]
        # As many as there were.
        assert sorted(earlier.sent_before(again, alike, digest="x")) == [1]
    ledger.close()
