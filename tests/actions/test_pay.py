"""Paying again for what an empty account left unpaid: each outcome by itself, against the simulator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from inpost_desk.actions.follow import Follower
from inpost_desk.actions.pay import Payer, _offer
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.shipment import Offer, OfferId, OrganizationId, Shipment, ShipmentId
from inpost_desk.errors import NotAllowed
from inpost_desk.ledger import changes, journal, schema, seen
from inpost_desk.ledger.journal import CREATING
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.ledger.pile import entered
from tests.simulator_process import MONDAY, Simulator
from tests.waiting import until

BUY = {"method": "POST", "path": "/v1/shipments/*/buy"}


class _Impatient(Stop):
    """Somebody stops the program while it waits: `wait` says when."""

    def __init__(self, wait: Callable[[float], bool]) -> None:
        super().__init__()
        self._wait = wait

    def wait(self, seconds: float) -> bool:
        return self._wait(seconds)


@dataclass
class Debtor:
    """A run whose parcels InPost made, and could not be paid for."""

    simulator: Simulator
    ledger: Ledger
    client: Client

    def unpaid(self, *references: str) -> int:
        """The run; its parcels' payments have failed by now."""
        self.balance(0)
        self.client.account()
        run_id = entered(self.ledger, references, now=self.client.now())
        claimed = journal.claim(self.ledger, run_id, limit=9, now=self.client.now())
        assert claimed is not None
        for one in claimed.rows:
            new = as_shipment(
                one.order, key=one.key, contract=frozenset(), choices=Choices("dispatch_order")
            )
            made = self.client.create(new)
            until(lambda number=made.id: self._failed(number))  # type: ignore[misc]
            shipment = self.client.shipment(made.id)
            journal.made(self.ledger, [(one.step_id, shipment)], now=self.client.now())
        return run_id

    def _failed(self, number: ShipmentId) -> bool:
        return any(one.status == "failure" for one in self.client.shipment(number).transactions)

    def balance(self, amount: int) -> None:
        organization = self.simulator.prepaid_organization
        self.simulator.control("balance", {"organization": organization, "amount": amount})

    def payer(self, run_id: int, stop: Stop | None = None) -> Payer:
        """Another start of the program."""
        horizon = Horizon.shortened(2)
        return Payer(
            Follower(self.ledger, self.client, run_id, stop or Stop(), lambda _: None, horizon)
        )

    def payments(self) -> list[int]:
        """What InPost was paid for, in the order the parcels were made."""
        return [one["payments"] for one in self.simulator.shipments()]

    def buying(self) -> list[tuple[str, str | None]]:
        """Kind and outcome of each step that pays."""
        query = select(schema.steps.c.kind, schema.steps.c.outcome).order_by(schema.steps.c.id)
        with self.ledger.read() as connection:
            found = [(one.kind, one.outcome) for one in connection.execute(query)]
        return [one for one in found if one[0] not in CREATING]


@pytest.fixture
def debtor(simulator: Simulator, tmp_path: Path) -> Iterator[Debtor]:
    simulator.control("clock", {"set": MONDAY})
    pace = Pace(per_second=200, in_flight=4)
    transport = Transport(
        simulator.url, simulator.prepaid_token, pace=pace, wait=lambda _seconds: False
    )
    ledger = Ledger(tmp_path / "ledger")
    yield Debtor(
        simulator, ledger, Client(transport, OrganizationId(simulator.prepaid_organization))
    )
    ledger.close()
    transport.close()


def test_each_is_paid_for_once_when_there_is_money(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A", "ZAM/B", "ZAM/C")
    debtor.balance(500)
    payer = debtor.payer(run_id)
    assert payer.pay_again() is True
    assert all(one.paid for one in seen.of_run(debtor.ledger, run_id))
    assert payer.pay_again() is False
    assert debtor.payer(run_id).pay_again() is False
    assert debtor.payments() == [1, 1, 1]
    # The transactions tell, not the call: settling read them.
    assert {kind for kind, _ in debtor.buying()} == {"buy"}
    assert None not in {outcome for _, outcome in debtor.buying()}


def test_an_account_that_is_still_empty_is_asked_once(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A", "ZAM/B", "ZAM/C")
    payer = debtor.payer(run_id)
    assert payer.pay_again() is True
    assert payer.follower.stopped_by == "debt_collection"
    assert len(debtor.buying()) == 1
    assert payer.pay_again() is False
    assert debtor.payments() == [0, 0, 0]


def test_stopped_before_the_first_nothing_is_asked(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A")
    debtor.balance(500)
    stop = Stop()
    stop.event.set()
    assert debtor.payer(run_id, stop).pay_again() is False
    assert debtor.buying() == []


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ({"do": "not_found"}, "not_found"),
        ({"do": "error", "status": 400, "error": "transaction_failed"}, "transaction_failed"),
        (
            {
                "do": "error",
                "status": 400,
                "error": "validation_failed",
                "details": {"shipment": ["already_bought"]},
            },
            "already_bought",
        ),
    ],
)
def test_what_surely_was_not_paid_is_noted_with_its_reason(
    debtor: Debtor, fault: dict[str, Any], why: str
) -> None:
    run_id = debtor.unpaid("ZAM/A")
    debtor.balance(500)
    debtor.simulator.faults({**fault, **BUY})
    assert debtor.payer(run_id).pay_again() is False
    assert debtor.buying() == [("buy", why[:16])]
    debtor.simulator.faults()
    # The next start tries once more.
    assert debtor.payer(run_id).pay_again() is True
    assert debtor.payments() == [1]


def test_what_was_bought_elsewhere_meanwhile_is_not_paid_twice(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A")
    debtor.balance(500)
    (known,) = seen.of_run(debtor.ledger, run_id)
    offer = debtor.client.shipment(known.shipx_id).selected_offer
    assert offer is not None
    debtor.client.buy(known.shipx_id, offer.id)
    until(lambda: debtor.client.shipment(known.shipx_id).status == "confirmed")
    assert debtor.payer(run_id).pay_again() is False
    assert debtor.buying() == []
    assert seen.of_run(debtor.ledger, run_id)[0].paid


def test_without_a_right_to_pay_nothing_goes_on(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A")
    debtor.simulator.faults({"do": "error", "status": 401, "error": "token_invalid", **BUY})
    with pytest.raises(NotAllowed):
        debtor.payer(run_id).pay_again()
    assert debtor.buying() == [("buy", "not_allowed")]


@pytest.mark.parametrize("act", [True, False])
def test_a_lost_answer_stays_open_until_the_transactions_tell(debtor: Debtor, *, act: bool) -> None:
    run_id = debtor.unpaid("ZAM/A")
    debtor.balance(500)
    # Stopped before the first look for the payment.
    payer = debtor.payer(run_id, _Impatient(lambda _seconds: True))
    debtor.simulator.faults({"do": "cut", "act": act, **BUY})
    assert payer.pay_again() is True
    (step,) = [one for one in journal.open_steps(debtor.ledger) if one.kind == "buy"]
    assert (step.living, step.undecided) == (False, "")
    debtor.simulator.faults()
    # While it is open nobody pays, another start neither.
    assert payer.pay_again() is False
    assert debtor.payer(run_id).pay_again() is False
    assert len(debtor.buying()) == 1


def test_a_stale_offer_is_renewed_and_paid_on_the_same_shipment(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A")
    debtor.balance(500)
    debtor.simulator.advance(timedelta(hours=1).total_seconds())
    assert debtor.payer(run_id).pay_again() is True
    assert debtor.payments() == [1]
    assert [outcome for _, outcome in debtor.buying()] != ["offer_expired"]


def test_a_stale_offer_without_a_new_one_is_left(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A")
    debtor.simulator.faults({"do": "error", "status": 400, "error": "offer_expired", **BUY})
    waits: list[float] = []

    def wait(seconds: float) -> bool:
        waits.append(seconds)
        return True

    assert debtor.payer(run_id, _Impatient(wait)).pay_again() is False
    # The new one may have come before the first wait; it is as stale.
    assert waits in ([], [0.3])
    assert debtor.buying() == [("buy", "offer_expired")]


def test_what_is_bought_between_our_look_and_our_call_is_not_paid_twice(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A")
    debtor.balance(500)
    bought = {"do": "error", "act": True, "status": 400, "error": "validation_failed"}
    debtor.simulator.faults({**bought, "details": {"shipment": ["already_bought"]}, **BUY})
    assert debtor.payer(run_id).pay_again() is False
    until(lambda: debtor.payments() == [1])
    debtor.simulator.faults()
    assert debtor.payer(run_id).pay_again() is False
    assert debtor.payments() == [1]


@pytest.mark.parametrize("error", ["offer_expired", "offer_unavailable"])
def test_either_refusal_of_an_offer_is_cured_by_a_fresh_one(debtor: Debtor, error: str) -> None:
    run_id = debtor.unpaid("ZAM/A")
    debtor.balance(500)
    debtor.simulator.faults({"do": "error", "status": 400, "error": error, "nth": 1, **BUY})
    assert debtor.payer(run_id).pay_again() is True
    assert debtor.payments() == [1]


def test_what_another_process_is_paying_for_is_left_to_it(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A")
    payer = debtor.payer(run_id)
    (known,) = seen.of_run(debtor.ledger, run_id)
    shipment = debtor.client.shipment(known.shipx_id)
    assert shipment.selected_offer is not None
    change = changes.Change(shipment, shipment.selected_offer.id)
    now = debtor.client.now()
    assert changes.claim_change(debtor.ledger, changes.BUY, [change], now=now) is not None
    # Between its own look and its call the other one was quicker.
    assert payer._buy(shipment) is False
    assert debtor.buying() == [("buy", None)]
    assert debtor.payer(run_id).pay_again() is False


def test_a_call_that_ends_in_a_way_nobody_thought_of_is_unsure(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A")
    payer = debtor.payer(run_id)
    (known,) = seen.of_run(debtor.ledger, run_id)
    shipment = debtor.client.shipment(known.shipx_id)
    debtor.simulator.faults({"do": "too_many", "retry_after": 1, **BUY})

    def interrupted(_seconds: float) -> bool:
        raise KeyboardInterrupt

    payer.follower.stop = _Impatient(interrupted)
    with pytest.raises(KeyboardInterrupt):
        payer._buy(shipment)
    (step,) = journal.open_steps(debtor.ledger)
    assert (step.kind, step.living) == ("buy", False)


def test_the_only_offer_there_is_needs_no_choice() -> None:
    shipment = Shipment(ShipmentId(1), "offers_prepared")
    one, other = (Offer(OfferId(number), "available") for number in (1, 2))
    gone = Offer(OfferId(3), "unavailable")
    assert _offer(replace(shipment, offers=(gone, one))) == one
    assert _offer(replace(shipment, offers=(one, other))) is None
    assert _offer(replace(shipment, offers=(gone,))) is None
    assert _offer(replace(shipment, offers=(one, other), selected_offer=other)) == other


def test_a_first_one_that_was_not_asked_for_is_no_trial_payment(debtor: Debtor) -> None:
    run_id = debtor.unpaid("ZAM/A", "ZAM/B", "ZAM/C")
    debtor.simulator.faults({"do": "not_found", "nth": 1, **BUY})
    payer = debtor.payer(run_id)
    assert payer.pay_again() is True
    # The second one showed that the account is empty; the third was left alone.
    assert next(outcome for _, outcome in debtor.buying()) == "not_found"
    assert len(debtor.buying()) == 2
    assert payer.follower.stopped_by == "debt_collection"
