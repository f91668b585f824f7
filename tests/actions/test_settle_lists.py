"""How settling reads lists and batches: to the last page, and each source for what the other hides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from inpost_desk.actions import settle
from inpost_desk.actions.settle import KEYS, PROVEN, Horizon, Settled
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.shipment import BatchId, NewShipment, OrganizationId, Shipment
from inpost_desk.ledger import journal
from inpost_desk.ledger.journal import Claim
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.reading import Page
from inpost_desk.shipx.transport import Transport
from tests.actions.shop import ledger_in
from tests.ledger.pile import an_order, entered
from tests.simulator_process import MONDAY, Simulator


class TwoOnAPage(Client):
    """InPost shows a hundred on a page; two are enough to see whether the next one is read."""

    def shipments(self, **given: Any) -> Page[Shipment]:
        return super().shipments(**given, per_page=2)


@contextmanager
def reading(simulator: Simulator) -> Iterator[TwoOnAPage]:
    simulator.control("clock", {"set": MONDAY})
    transport = Transport(simulator.url, simulator.token, pace=Pace(per_second=200, in_flight=4))
    client = TwoOnAPage(transport, OrganizationId(simulator.organization))
    client.account()
    try:
        yield client
    finally:
        transport.close()


def _new(reference: str, key: str, phone: str = "600700800") -> NewShipment:
    order = an_order(reference, phone)
    choices = Choices(sending_method="dispatch_order")
    return as_shipment(order, key=key, contract=frozenset(), choices=choices)


def _claimed(ledger: Ledger, client: Client, references: Sequence[str]) -> Claim:
    run_id = entered(ledger, references, now=client.now())
    claimed = journal.claim(ledger, run_id, limit=9, now=client.now())
    assert claimed is not None
    return claimed


def test_a_stretch_of_the_list_is_read_to_its_last_page(simulator: Simulator) -> None:
    with reading(simulator) as client:
        since = client.now()
        made = [client.create(_new(f"ZAM/{number}", f"key-{number}")).id for number in range(5)]
        for most, pages in ((9, 3), (3, 3), (2, 2), (1, 1)):
            found = settle.window(client, since=since, most=most)
            assert found.whole is (pages == 3)
            assert len(found.shipments) == min(5, 2 * pages)
        assert {one.id for one in settle.window(client, since=since).shipments} == set(made)
        # Exactly full pages: only the empty one behind them tells that this was all.
        client.create(_new("ZAM/6", "key-6"))
        assert not settle.window(client, since=since, most=3).whole
        whole = settle.window(client, since=since, most=4)
        assert (whole.whole, len(whole.shipments)) == (True, 6)


def test_what_was_made_shortly_before_is_in_the_stretch(simulator: Simulator) -> None:
    with reading(simulator) as client:
        client.create(_new("ZAM/1", "key-1"))
        simulator.advance(9 * 60)
        client.account()
        assert len(settle.window(client, since=client.now()).shipments) == 1
        simulator.advance(2 * 60)
        client.account()
        assert settle.window(client, since=client.now()).shipments == []


def test_the_rows_of_a_batch_are_found_while_the_list_still_hides_them(
    simulator: Simulator, tmp_path: Path
) -> None:
    with reading(simulator) as client, ledger_in(tmp_path) as ledger:
        ledger.learn(KEYS, PROVEN)
        claimed = _claimed(ledger, client, ["ZAM/A", "ZAM/B"])
        simulator.faults(list_lag=3600.0)
        batch = client.create_batch(
            [_new(one.order.reference, one.key, one.order.receiver.phone) for one in claimed.rows]
        )
        now = client.now()
        journal.batch_accepted(ledger, claimed, batch.id, run_id=1, now=now)
        journal.let_go(ledger, claimed.call, now=now)
        simulator.advance(60)
        client.account()
        assert settle.settle(ledger, client, horizon=Horizon()) == Settled(found=2)


def test_the_mirror_goes_on_where_it_ended(simulator: Simulator, tmp_path: Path) -> None:
    with reading(simulator) as client, ledger_in(tmp_path) as ledger:
        client.create(_new("ZAM/1", "key-1"))
        assert settle.mirror(ledger, client) == 1
        simulator.advance(timedelta(hours=1).total_seconds())
        client.account()
        # Some minutes are read twice, hours are not.
        assert settle.mirror(ledger, client) == 1
        client.create(_new("ZAM/2", "key-2"))
        assert settle.mirror(ledger, client) == 1


def test_a_person_s_evidence_is_whoever_has_the_reference(
    simulator: Simulator, tmp_path: Path
) -> None:
    with reading(simulator) as client, ledger_in(tmp_path) as ledger:
        claimed = _claimed(ledger, client, ["ZAM/A", "ZAM/B"])
        ours = client.create(_new("ZAM/A", claimed.rows[1].key))
        journal.made(ledger, [(claimed.rows[1].step_id, ours)], now=client.now())
        journal.let_go(ledger, claimed.call, now=client.now())
        stranger = client.create(_new(" zam/a", ""))
        client.create(_new("ZAM/AA", ""))
        client.create(_new("ZAM/B", ""))
        (step,) = journal.open_steps(ledger)
        assert [one.id for one in settle.suspects(ledger, client, step)] == [stranger.id]


def test_what_is_still_open_is_pending_or_undecided() -> None:
    assert Settled(found=8, absent=4, pending=2, undecided=1).open == 3


def test_a_call_whose_process_died_before_it_let_go(simulator: Simulator, tmp_path: Path) -> None:
    with reading(simulator) as client, ledger_in(tmp_path) as ledger:
        ledger.learn(KEYS, PROVEN)
        with ledger_in(tmp_path) as other:
            _claimed(other, client, ["ZAM/A"])
        (step,) = journal.open_steps(ledger)
        assert (step.living, step.newest_at) == (False, None)
        simulator.advance(30 * 60)
        client.account()
        looks = [settle.settle(ledger, client, horizon=Horizon()) for _ in range(2)]
        assert looks == [Settled(pending=1), Settled(absent=1)]


def test_the_first_look_never_gives_up_however_late(simulator: Simulator, tmp_path: Path) -> None:
    with reading(simulator) as client, ledger_in(tmp_path) as ledger:
        ledger.learn(KEYS, PROVEN)
        claimed = _claimed(ledger, client, ["ZAM/A"])
        journal.let_go(ledger, claimed.call, now=client.now())
        simulator.advance(2 * 3600)
        client.account()
        looks = [settle.settle(ledger, client, horizon=Horizon()) for _ in range(2)]
        assert looks == [Settled(pending=1), Settled(undecided=1)]


def test_a_batch_that_never_ends_beside_a_stranger_s_parcel(
    simulator: Simulator, tmp_path: Path
) -> None:
    with reading(simulator) as client, ledger_in(tmp_path) as ledger:
        ledger.learn(KEYS, PROVEN)
        claimed = _claimed(ledger, client, ["ZAM/A", "ZAM/B"])
        now = client.now()
        journal.batch_accepted(ledger, claimed, BatchId(77), run_id=1, now=now)
        journal.let_go(ledger, claimed.call, now=now)
        client.create(_new("ZAM/A", ""))
        for seconds in (60, 3600):
            simulator.advance(seconds)
            client.account()
            settle.settle(ledger, client, horizon=Horizon())
        # The nearer reason is told: who looks at it sees which parcel is meant.
        reasons = {one.wanted.reference: one.undecided for one in journal.open_steps(ledger)}
        assert reasons == {"ZAM/A": "same_reference", "ZAM/B": "too_old"}
