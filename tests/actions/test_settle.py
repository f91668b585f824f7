"""The rules of settling, each by itself, against the simulator and its clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from inpost_desk.actions import settle
from inpost_desk.actions.settle import KEYS, PROVEN, Horizon, Settled
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.shipment import NewShipment, OfferId, OrganizationId, Shipment, ShipmentId
from inpost_desk.ledger import changes, journal, report, schema, seen
from inpost_desk.ledger.changes import Change
from inpost_desk.ledger.journal import Claim
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.ledger.pile import an_order, entered
from tests.simulator_process import MONDAY, Simulator

MINUTE = 60.0


@dataclass
class Station:
    """A ledger and a client whose answers get lost when a test wants it."""

    simulator: Simulator
    ledger: Ledger
    client: Client

    def wait(self, seconds: float) -> None:
        """Time passes at InPost, and the client hears of it."""
        self.simulator.advance(seconds)
        self.client.account()

    def ask(self, references: Sequence[str], *, sent: int | None = None) -> Claim:
        """A call for these parcels whose answer is lost; only the first `sent` reach InPost."""
        self.client.account()
        run_id = entered(self.ledger, references, digest=references[0], now=self.client.now())
        claimed = journal.claim(self.ledger, run_id, limit=100, now=self.client.now())
        assert claimed is not None
        for one in claimed.rows[:sent]:
            self.client.create(_new(one.order.reference, one.key, one.order.receiver.phone))
        journal.let_go(self.ledger, claimed.call, now=self.client.now())
        return claimed

    def settle(self) -> Settled:
        return settle.settle(self.ledger, self.client, horizon=Horizon())

    def stranger(self, reference: str, *, key: str = "", phone: str = "600700800") -> Shipment:
        """A parcel that somebody made in Manager Paczek."""
        return self.client.create(_new(reference, key, phone))

    def undecided(self) -> set[str]:
        return {step.undecided for step in journal.open_steps(self.ledger)}

    def proven(self) -> None:
        self.ledger.learn(KEYS, PROVEN)


def _new(reference: str, key: str, phone: str) -> NewShipment:
    return as_shipment(
        an_order(reference, phone),
        key=key,
        contract=frozenset(),
        choices=Choices(sending_method="dispatch_order"),
    )


@pytest.fixture
def stations(simulator: Simulator, tmp_path: Path) -> Iterator[Callable[[str, int], Station]]:
    simulator.control("clock", {"set": MONDAY})
    opened: list[tuple[Ledger, Transport]] = []

    def station(token: str, organization: int) -> Station:
        transport = Transport(
            simulator.url, token, pace=Pace(per_second=100), wait=lambda _seconds: False
        )
        ledger = Ledger(tmp_path / "ledger")
        opened.append((ledger, transport))
        return Station(simulator, ledger, Client(transport, OrganizationId(organization)))

    yield station
    for ledger, transport in opened:
        ledger.close()
        transport.close()


@pytest.fixture
def station(stations: Callable[[str, int], Station], simulator: Simulator) -> Station:
    return stations(simulator.token, simulator.organization)


def test_nothing_unsure_needs_no_look(station: Station) -> None:
    assert station.settle() == Settled()
    assert station.simulator.log() == []


def test_made_but_not_yet_in_lists(station: Station) -> None:
    station.simulator.faults(list_lag=5.4)
    station.ask(["ZAM/A", "ZAM/B"])
    assert station.settle() == Settled(pending=2)
    station.wait(6)
    assert station.settle() == Settled(found=2)
    # Being found by key in a list shows that the account gives keys back.
    assert station.ledger.fact(KEYS) == PROVEN
    assert journal.open_steps(station.ledger) == []


def test_absent_needs_two_looks_and_the_horizon(station: Station) -> None:
    station.proven()
    station.ask(["ZAM/A", "ZAM/B"], sent=0)
    assert station.settle() == Settled(pending=2)
    station.wait(14 * MINUTE)
    assert station.settle() == Settled(pending=2)
    station.wait(1.5 * MINUTE)
    assert station.settle() == Settled(absent=2)


def test_one_look_is_not_enough_however_late(station: Station) -> None:
    station.proven()
    station.ask(["ZAM/A", "ZAM/B"], sent=0)
    station.wait(30 * MINUTE)
    assert station.settle() == Settled(pending=2)
    assert station.settle() == Settled(absent=2)


def test_a_single_shipment_has_a_shorter_horizon(station: Station) -> None:
    station.proven()
    station.ask(["ZAM/A"], sent=0)
    assert station.settle() == Settled(pending=1)
    station.wait(2.1 * MINUTE)
    assert station.settle() == Settled(absent=1)


def test_a_row_that_turned_up_lately_keeps_the_others_of_its_batch_waiting(
    station: Station,
) -> None:
    station.proven()
    station.ask(["ZAM/A", "ZAM/B", "ZAM/C"], sent=0)
    station.settle()
    station.wait(20 * MINUTE)
    (key, *_) = (step.wanted.key for step in journal.open_steps(station.ledger))
    station.stranger("ZAM/A", key=key)
    assert station.settle() == Settled(found=1, pending=2)
    station.wait(1.5 * MINUTE)
    assert station.settle() == Settled(pending=2)
    station.wait(1 * MINUTE)
    assert station.settle() == Settled(absent=2)


def test_a_wrong_clock_of_this_machine_hastens_nothing(station: Station) -> None:
    station.proven()
    station.ask(["ZAM/A"], sent=0)
    station.settle()
    ahead = Transport(
        station.simulator.url,
        station.simulator.token,
        clock=lambda: station.client.now() + timedelta(minutes=30),
    )
    fast = Client(ahead, OrganizationId(station.simulator.organization))
    assert settle.settle(station.ledger, fast, horizon=Horizon()) == Settled(pending=1)
    ahead.close()


def test_a_call_that_ended_lately_is_not_given_up(station: Station) -> None:
    """The machine slept with the request in its buffers: it left, or failed, only on waking."""
    station.proven()
    claimed = station.ask(["ZAM/A", "ZAM/B"], sent=0)
    station.settle()
    station.wait(30 * MINUTE)
    journal.let_go(station.ledger, claimed.call, now=station.client.now())
    assert station.settle() == Settled(pending=2)
    station.wait(2.1 * MINUTE)
    assert station.settle() == Settled(absent=2)


def test_what_a_living_process_holds_is_found_but_never_absent(
    station: Station, stations: Callable[[str, int], Station]
) -> None:
    station.proven()
    station.client.account()
    other = stations(station.simulator.token, station.simulator.organization)
    run_id = entered(other.ledger, ["ZAM/A", "ZAM/B"], now=station.client.now())
    claimed = journal.claim(other.ledger, run_id, limit=9, now=station.client.now())
    assert claimed is not None
    with other.ledger.write() as connection:
        overdue = local_now() - timedelta(minutes=1)
        connection.execute(update(schema.steps).values(lease_until=overdue))
    station.wait(20 * MINUTE)
    assert [station.settle() for _ in range(3)] == [Settled(pending=2)] * 3
    station.stranger("ZAM/A", key=claimed.rows[0].key)
    assert station.settle() == Settled(found=1, pending=1)
    other.ledger.close()
    station.wait(3 * MINUTE)
    assert station.settle() == Settled(absent=1)


def test_a_batch_inpost_took_is_waited_for_until_it_is_done(station: Station) -> None:
    station.proven()
    station.simulator.faults(seconds_per_row=25 * MINUTE)
    station.client.account()
    run_id = entered(station.ledger, ["ZAM/A", "ZAM/B", "ZAM/C"], now=station.client.now())
    claimed = journal.claim(station.ledger, run_id, limit=9, now=station.client.now())
    assert claimed is not None
    batch = station.client.create_batch(
        [_new(one.order.reference, one.key, one.order.receiver.phone) for one in claimed.rows]
    )
    now = station.client.now()
    journal.batch_accepted(station.ledger, claimed, batch.id, run_id=run_id, now=now)
    journal.let_go(station.ledger, claimed.call, now=now)
    assert station.settle() == Settled(found=1, pending=2)
    station.wait(22 * MINUTE)
    assert [station.settle() for _ in range(2)] == [Settled(pending=2)] * 2
    station.wait(5 * MINUTE)
    assert station.settle() == Settled(found=1, pending=1)
    # An hour later a person is asked, whatever InPost is doing; what comes up is found all the same.
    station.simulator.faults({"do": "not_found", "path": "*/batches/*"})
    station.wait(34 * MINUTE)
    assert station.settle() == Settled(found=1)


def test_a_batch_that_never_ends_is_for_a_person_after_an_hour(station: Station) -> None:
    station.proven()
    claimed = station.ask(["ZAM/A", "ZAM/B"], sent=0)
    with station.ledger.write() as connection:
        connection.execute(update(schema.steps).values(batch_id=999))
    assert claimed.kind == "batch"
    station.settle()
    station.wait(50 * MINUTE)
    assert station.settle() == Settled(pending=2)
    station.wait(11 * MINUTE)
    assert station.settle() == Settled(undecided=2)
    assert station.undecided() == {"too_old"}


def test_older_than_an_hour_is_for_a_person(station: Station) -> None:
    station.proven()
    station.ask(["ZAM/A"], sent=0)
    station.wait(61 * MINUTE)
    station.settle()
    assert station.settle() == Settled(undecided=1)
    assert station.undecided() == {"too_old"}


def test_the_same_reference_of_somebody_else_is_for_a_person(station: Station) -> None:
    station.proven()
    station.ask(["ZAM/A"], sent=0)
    other = station.stranger(" zam/a", key="theirs")
    station.settle()
    station.wait(3 * MINUTE)
    assert station.settle() == Settled(undecided=1)
    assert station.undecided() == {"same_reference"}
    (step,) = journal.open_steps(station.ledger)
    found = settle.suspects(station.ledger, station.client, step)
    assert [one.id for one in found] == [other.id]


def test_strangers_are_no_proof_where_keys_do_not_come_back(station: Station) -> None:
    station.simulator.faults(return_keys=False)
    station.ask(["ZAM/A"], sent=0)
    station.stranger("other")
    station.settle()
    station.wait(3 * MINUTE)
    assert station.settle() == Settled(undecided=1)
    assert station.undecided() == {"keys_not_proven"}


def test_an_empty_list_is_proof_even_where_keys_do_not_come_back(station: Station) -> None:
    station.simulator.faults(return_keys=False)
    station.ask(["ZAM/A"], sent=0)
    station.settle()
    station.wait(3 * MINUTE)
    assert station.settle() == Settled(absent=1)


def test_reference_receiver_and_count_find_what_came_back_without_a_key(station: Station) -> None:
    station.simulator.faults(return_keys=False)
    station.ask(["ZAM/A", "ZAM/B"])
    assert station.settle() == Settled(found=2)


def test_a_list_that_hides_what_is_known_proves_nothing(station: Station) -> None:
    station.proven()
    claimed = station.ask(["known"])
    station.settle()
    assert [one.shipment_id for one in claimed.rows]
    station.ask(["ZAM/A"], sent=0)
    station.settle()
    station.simulator.faults(list_lag=86_400)
    station.wait(5 * MINUTE)
    assert [station.settle() for _ in range(3)] == [Settled(pending=1)] * 3
    station.simulator.faults()
    assert station.settle() == Settled(absent=1)


def test_a_list_that_keeps_hiding_something_is_for_a_person_after_an_hour(station: Station) -> None:
    station.proven()
    station.ask(["known"])
    station.settle()
    station.ask(["ZAM/A"], sent=0)
    station.simulator.faults(list_lag=86_400)
    station.wait(30 * MINUTE)
    assert station.settle() == Settled(pending=1)
    station.wait(31 * MINUTE)
    assert station.settle() == Settled(undecided=1)


def test_a_cancelled_shipment_may_be_missing_from_lists(station: Station) -> None:
    station.proven()
    station.ask(["known"])
    station.settle()
    (known,) = station.simulator.shipments()
    station.simulator.control("status", {"id": known["id"], "status": "canceled"})
    station.ask(["ZAM/A"], sent=0)
    station.settle()
    station.wait(3 * MINUTE)
    assert station.settle() == Settled(absent=1)


def test_shipments_inpost_denies_at_random_are_left_out(station: Station) -> None:
    one = station.stranger("ZAM/A")
    station.simulator.control("status", {"id": one.id, "status": "canceled"})
    wanted = [ShipmentId(one.id), ShipmentId(4_000)]
    assert [found.id for found in settle.read_all(station.client, wanted)] == [one.id]


@pytest.fixture
def prepaid(stations: Callable[[str, int], Station], simulator: Simulator) -> Station:
    simulator.control("balance", {"amount": 0})
    return stations(simulator.prepaid_token, simulator.prepaid_organization)


def _unpaid(prepaid: Station) -> tuple[int, Shipment]:
    """A shipment whose first payment failed, and the run it belongs to."""
    claimed = prepaid.ask(["ZAM/A"])
    prepaid.wait(5)
    assert prepaid.settle() == Settled(found=1)
    run_id = 1
    (known,) = seen.of_run(prepaid.ledger, run_id)
    assert report.standing_of_run(prepaid.ledger, run_id)[0].outcome == "unpaid"
    assert claimed.rows
    return run_id, prepaid.client.shipment(known.shipx_id)


def _claim_payment(prepaid: Station, run_id: int, shipment: Shipment) -> OfferId:
    assert shipment.selected_offer is not None
    offer = shipment.selected_offer.id
    now = prepaid.client.now()
    claimed = changes.claim_change(
        prepaid.ledger, changes.BUY, [Change(shipment, offer)], now=now, run_id=run_id
    )
    assert claimed is not None
    journal.let_go(prepaid.ledger, claimed.call, now=now)
    return offer


def test_a_payment_that_went_through_is_read_from_the_shipment(prepaid: Station) -> None:
    run_id, shipment = _unpaid(prepaid)
    offer = _claim_payment(prepaid, run_id, shipment)
    prepaid.simulator.control("balance", {"amount": 100})
    prepaid.client.buy(shipment.id, offer)
    prepaid.wait(5)
    assert prepaid.settle() == Settled(found=1)
    assert seen.of_run(prepaid.ledger, run_id)[0].paid


def test_a_payment_that_failed_again_is_known_by_its_new_transaction(prepaid: Station) -> None:
    run_id, shipment = _unpaid(prepaid)
    offer = _claim_payment(prepaid, run_id, shipment)
    assert prepaid.settle() == Settled(pending=1)
    prepaid.client.buy(shipment.id, offer)
    prepaid.wait(5)
    assert prepaid.settle() == Settled(found=1)
    assert seen.of_run(prepaid.ledger, run_id)[0].payment_error == "debt_collection"


def test_a_payment_without_a_transaction_after_a_minute_was_not_taken_up(prepaid: Station) -> None:
    run_id, shipment = _unpaid(prepaid)
    _claim_payment(prepaid, run_id, shipment)
    prepaid.wait(50)
    assert prepaid.settle() == Settled(pending=1)
    prepaid.wait(15)
    assert prepaid.settle() == Settled(found=1)
    assert journal.open_steps(prepaid.ledger) == []


def test_the_mirror_notes_what_was_made_elsewhere_and_leaves_ours(station: Station) -> None:
    station.stranger("elsewhere")
    station.ask(["ZAM/A"])
    assert settle.mirror(station.ledger, station.client) == 2
    with station.ledger.read() as connection:
        found = connection.execute(schema.shipments.select()).mappings().all()
    assert {(one["reference"], one["key"] is None, one["shipx_id"] is None) for one in found} == {
        ("elsewhere", True, False),
        ("ZAM/A", False, True),
    }
    assert station.settle() == Settled(found=1)
    station.stranger("later")
    assert settle.mirror(station.ledger, station.client) == 3
    with station.ledger.read() as connection:
        assert len(connection.execute(schema.shipments.select()).all()) == 3
