"""A bought parcel replaced in a real window, by keyboard only: both are paid, the first must not leave."""

from __future__ import annotations

from typing import Any

from tests.simulator_process import Simulator
from tests.window import paper
from tests.window.conftest import Printer, Start
from tests.window.test_wizard import prepaid
from tests.window.wizard_hands import Hands


def test_the_size_was_wrong_so_another_is_bought_in_its_place(
    program: Start, printer: Printer, simulator: Simulator
) -> None:
    simulator.control("balance", {"amount": 500})
    hands = prepaid(program, simulator)
    hands.start()
    hands.begin()
    hands.press("1", service="inpost_locker_standard")
    hands.on()
    hands.receiver()
    hands.on()
    hands.fill(point="KRA010")
    hands.on(4)
    hands.bought(labels=1)
    (bought,) = hands.shipments()
    assert _ledger(hands) == [(bought["id"], 0, None)]

    # Begun at the receiver; two steps further is the size, and the list of steps says which.
    hands.on(3, "ctrl+shift+w")
    hands.on(key="c")
    hands.on(2)
    assert hands.calls() == {"POST shipments": 1}
    assert _ledger(hands) == [(bought["id"], 0, None)]
    hands.on()
    hands.bought(labels=2)

    # Nothing is asked of InPost for the first: it stays paid, and only the ledger holds it back.
    assert hands.calls() == {"POST shipments": 2}
    old, new = hands.shipments()
    assert old == bought
    assert [one["payments"] for one in (old, new)] == [1, 1]
    assert 0 < old["charged"] < new["charged"]
    assert _balance(hands) == round(500 - old["charged"] - new["charged"], 2)
    before, after = (hands.read(one["id"]) for one in (old, new))
    assert [_size(one) for one in (before, after)] == ["small", "large"]
    assert _going(after) == _going(before)
    successor = hands.desk.ask("SELECT id FROM shipments WHERE shipx_id = ?", new["id"])[0]["id"]
    assert _ledger(hands) == [(old["id"], 1, successor), (new["id"], 0, None)]
    assert paper.numbers(printer.tray) == [old["tracking_number"], new["tracking_number"]]
    assert hands.desk.close() == 0


def _ledger(hands: Hands) -> list[tuple[int, int, int | None]]:
    """Every shipment in the ledger: InPost's number, whether it must not leave, what took its place."""
    rows = hands.desk.ask("SELECT shipx_id, do_not_send, replaced_by FROM shipments ORDER BY id")
    return [(one["shipx_id"], one["do_not_send"], one["replaced_by"]) for one in rows]


def _balance(hands: Hands) -> float:
    """What is left of the account's money."""
    known = {str(one["id"]): one for one in hands.inpost.look("accounts")}
    return float(known[hands.desk.organization]["balance"])


def _size(shipment: dict[str, Any]) -> str:
    (parcel,) = shipment["parcels"]
    return str(parcel["template"])


def _going(shipment: dict[str, Any]) -> tuple[str, str, str]:
    """What a replacement for another size leaves as it was."""
    receiver, point = shipment["receiver"], shipment["custom_attributes"]["target_point"]
    return shipment["reference"], receiver["email"], point
