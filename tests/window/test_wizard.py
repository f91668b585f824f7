"""Shipments typed by hand in a real window, by keyboard only: bought once, printed, and never lost."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tests.simulator_process import Simulator
from tests.window import paper
from tests.window.conftest import Printer, Start, at
from tests.window.wizard_hands import KOS, Hands


def test_one_then_one_paid_again_then_three(
    program: Start, printer: Printer, simulator: Simulator
) -> None:
    hands = prepaid(program, simulator)
    hands.start()
    hands.begin()

    # Typed from the first field to the last, without a mouse.
    hands.press("1", service="inpost_locker_standard")
    hands.on()
    hands.receiver()
    hands.on()
    hands.fill(point="KRA010")
    hands.on(4)
    hands.bought(labels=1)
    assert hands.calls() == {"POST shipments": 1}
    assert paper.numbers(printer.tray) == hands.numbers()

    # The same once more; the balance is empty, topped up, and paid for by the same key.
    simulator.control("balance", {"amount": 1})
    hands.on(6, "alt+a")
    hands.desk.screen.press("Return")
    hands.payment_failed("debt_collection")
    assert [one["payments"] for one in hands.shipments()] == [1, 0]
    simulator.control("balance", {"amount": 500})
    hands.on()
    hands.bought(labels=2)
    assert hands.calls() == {"POST shipments": 2, "POST buy": 1}
    assert [one["payments"] for one in hands.shipments()] == [1, 1]

    # Three with the same data: the money stands on the first only.
    hands.on()
    hands.on()
    hands.receiver()
    hands.on()
    hands.fill(point="KRA02APP")
    hands.on()
    hands.press("3", count=3)
    hands.on()
    hands.fill(cod="120", insurance="300")
    hands.on(2)
    hands.bought(labels=5)
    assert hands.calls() == {"POST shipments": 2, "POST buy": 1, "POST batches": 1}
    assert [one["payments"] for one in hands.shipments()] == [1, 1, 1, 1, 1]
    three = [hands.read(int(one["id"])) for one in hands.shipments()[2:]]
    assert [one["reference"].rpartition("-")[2] for one in three] == ["1/3", "2/3", "3/3"]
    assert [_money(one) for one in three] == [(120, 300), (0, 0), (0, 0)]
    assert Counter(paper.numbers(printer.tray)) == Counter(hands.numbers())
    assert hands.desk.close() == 0


def test_a_killed_program_loses_no_letter_and_buys_nothing_twice(
    program: Start, printer: Printer, simulator: Simulator
) -> None:
    desk = program(*at(simulator), token=simulator.token, **_SETTINGS)
    hands = Hands(desk, simulator, simulator.token)
    hands.start()
    hands.begin()
    hands.press("1", service="inpost_locker_standard")
    hands.on()
    first, last, phone, email = KOS
    hands.fill(first_name=first, last_name=last, phone=phone)
    desk.kill()

    # The keys go to the first field that is still empty.
    hands.start()
    hands.begin()
    hands.on()
    hands.fill(email=email)
    assert hands.drafts() == 1
    hands.on()
    hands.fill(point="KRA010")
    hands.on(3)
    simulator.faults(_LOST)
    desk.screen.press("Return")
    desk.until(simulator.shipments, "the shipment at InPost")
    desk.kill()
    assert hands.calls() == {"POST shipments": 1}

    # What InPost has by now is found, not bought once more; this account is sent an invoice.
    simulator.faults()
    hands.start()
    hands.begin()
    hands.on(6)
    hands.bought(labels=1)
    (made,) = hands.shipments()
    assert (made["payments"], made["charged"]) == (1, 0)
    assert hands.read(made["id"])["receiver"]["email"] == email
    assert hands.calls() == {"POST shipments": 1}
    assert paper.numbers(printer.tray) == [made["tracking_number"]]
    assert desk.close() == 0


# InPost acts, and its answer does not come before the program is gone.
_LOST = {"do": "hang", "act": True, "method": "POST", "path": "*/shipments", "nth": 1}


def _money(shipment: dict[str, Any]) -> tuple[float, float]:
    """Cash on delivery and extra protection, as ShipX shows them."""
    parts = (shipment["cod"], shipment["insurance"])
    cod, insurance = (float((one or {}).get("amount") or 0) for one in parts)
    return cod, insurance


def prepaid(program: Start, simulator: Simulator) -> Hands:
    """Somebody at the account that pays for each shipment at once."""
    organization = str(simulator.prepaid_organization)
    where = ("--api-url", simulator.url, "--organization", organization)
    token = simulator.prepaid_token
    desk = program(*where, "--pace", "50", "--language", "en", token=token, **_SETTINGS)
    desk.organization = organization
    return Hands(desk, simulator, token)


_SETTINGS = {"sending_method": "dispatch_order", "look": "light"}
