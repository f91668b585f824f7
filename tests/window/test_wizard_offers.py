"""InPost's offers compared in a real window, by keyboard only: the third is bought, the expired made anew."""

from __future__ import annotations

from typing import Any

from inpost_desk.simulator.accounts import POSTPAID_SERVICES
from tests.simulator_process import Simulator
from tests.window import paper
from tests.window.conftest import Printer, Start
from tests.window.test_wizard import prepaid


def test_the_third_offer_then_offers_that_expired(
    program: Start, printer: Printer, simulator: Simulator
) -> None:
    simulator.control("account", {"services": list(POSTPAID_SERVICES)})
    hands = prepaid(program, simulator)
    hands.start()
    hands.begin()
    hands.press("0", mode="offers")
    hands.press("2", to_point=False)
    hands.on()
    hands.receiver()
    hands.on()
    hands.fill(street="Lipowa", building_number="4", post_code="25-001", city="Kielce")
    hands.on()
    # Past the sizes to the measures.
    hands.press("Right", "Right", "Right", "Right", parcels=[_parcel()])
    for text in ("400", "300", "150", "2"):
        hands.desk.screen.type(text)
        hands.desk.screen.press("Tab")
    hands.kept(parcels=[_parcel("400", "300", "150", "2")])
    hands.on(2)

    # The third by its key.
    third = hands.offers(of=1)[2]
    hands.mark(3)
    hands.on()
    hands.bought(labels=1)
    (made,) = hands.shipments()
    assert (made["service"], made["payments"]) == (third["service"]["id"], 1)
    assert made["charged"] == float(third["rate"])
    assert hands.calls() == {"POST shipments": 1, "POST buy": 1}

    # Left lying until they expire: Enter asks for new ones first, and buys the marked one then.
    simulator.faults(offer_life=8.0)
    hands.on(6, "alt+a")
    second = hands.offers(of=2)[1]
    hands.mark(2)
    hands.list_changed(hands.list_now())
    simulator.faults(offer_life=300.0)
    hands.desk.screen.press("Return")
    hands.desk.until(lambda: hands.calls()["PUT"] == 1, "new offers")
    renewed = hands.offers(of=2)[1]
    assert renewed["service"]["id"] == second["service"]["id"]
    assert renewed["id"] != second["id"]
    hands.on()
    hands.bought(labels=2)
    assert hands.calls() == {"POST shipments": 2, "PUT": 1, "POST buy": 2}
    assert hands.shipments()[1]["service"] == second["service"]["id"]
    assert [one["payments"] for one in hands.shipments()] == [1, 1]
    assert paper.numbers(printer.tray) == hands.numbers()
    assert hands.desk.close() == 0


def _parcel(
    length: str = "", width: str = "", height: str = "", weight: str = ""
) -> dict[str, Any]:
    sides = {"length": length, "width": width, "height": height}
    return {"template": "", **sides, "weight": weight, "non_standard": False}
