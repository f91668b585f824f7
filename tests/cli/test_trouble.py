"""Answers that go wrong in the middle of a run, in one process: what the user gets, and what InPost has."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Desk, courier, locker

METHOD = ("--sending-method", "dispatch_order")
QUICK = (*METHOD, "--chunk", 5, "--horizon", 1.5)
BATCHES = {"method": "POST", "path": "/v1/organizations/*/batches"}
BUY = {"method": "POST", "path": "/v1/shipments/*/buy"}


def eleven(desk: Desk) -> Any:
    """The first goes alone, the others in two batches of five."""
    return desk.file(*(locker(f"R-{number:02}") for number in range(1, 12)))


def references(desk: Desk) -> list[str]:
    return sorted(one["reference"] for one in desk.simulator.shipments())


def expected() -> list[str]:
    return [f"R-{number:02}" for number in range(1, 12)]


def error(status: int, name: str, **more: object) -> dict[str, object]:
    return {"do": "error", "status": status, "error": name, **more}


@pytest.mark.parametrize("act", [True, False])
@pytest.mark.parametrize("how", ["cut", "empty", "error"])
def test_a_lost_answer_is_settled_in_the_same_run(desk: Desk, how: str, *, act: bool) -> None:
    desk.simulator.faults({"do": how, "act": act, "nth": 1, **BATCHES})
    path = eleven(desk)
    assert desk.ship(path, *QUICK) == 0
    assert desk.outcomes(path) == ["done"] * 11
    assert references(desk) == expected()


def test_not_waiting_leaves_it_unsure_and_a_later_start_finishes(desk: Desk) -> None:
    desk.simulator.faults({"do": "cut", "act": False, "nth": 1, **BATCHES})
    path = eleven(desk)
    assert desk.ship(path, *METHOD, "--chunk", 5, "--horizon", 5, "--no-wait") == 5
    assert desk.outcomes(path).count("unsure") == 5
    assert desk.run("settle", *desk.address(), "--horizon", 5) == 5
    assert "Still unsure: 5" in desk.out
    assert desk.ship(path, "--chunk", 5, "--horizon", 5) == 0
    assert references(desk) == expected()


def test_a_400_that_names_no_row_is_halved(desk: Desk) -> None:
    desk.simulator.faults(error(400, "validation_failed", nth=[1], **BATCHES))
    path = eleven(desk)
    assert desk.ship(path, *QUICK) == 0
    assert references(desk) == expected()


def test_a_single_row_refused_without_a_reason_is_marked(desk: Desk) -> None:
    create = {"method": "POST", "path": "/v1/organizations/*/shipments"}
    desk.simulator.faults(error(400, "validation_failed", nth=[1], **create))
    path = desk.file(locker("R-01"), locker("R-02"))
    assert desk.ship(path, *QUICK) == 1
    assert desk.outcomes(path) == ["refused", "done"]
    assert desk.result(path)[0]["rule"] == "validation_failed"
    assert desk.ship(path, *QUICK) == 0


def test_a_missing_courier_contract_stops_the_run(desk: Desk) -> None:
    desk.simulator.faults(error(400, "missing_trucker_id", details=None, nth=[1], **BATCHES))
    path = desk.file(locker("R-01"), courier("R-02"), locker("R-03"), locker("R-04"))
    assert desk.ship(path, *QUICK) == 5
    assert desk.outcomes(path) == ["done", "refused", "waiting", "waiting"]
    assert "contract" in desk.err
    assert desk.ship(path, *QUICK) == 0


def test_a_token_that_ends_in_the_middle_is_not_allowed(desk: Desk) -> None:
    desk.simulator.faults(error(401, "token_invalid", nth=[2], **BATCHES))
    path = eleven(desk)
    assert desk.ship(path, *QUICK) == 3
    assert desk.outcomes(path) == ["done"] * 6 + ["waiting"] * 5
    assert desk.ship(path, *QUICK) == 0
    assert references(desk) == expected()


def test_too_fast_is_waited_out(desk: Desk) -> None:
    desk.simulator.faults({"do": "too_many", "retry_after": 1, "nth": [1], **BATCHES})
    path = eleven(desk)
    assert desk.ship(path, *QUICK) == 0
    assert references(desk) == expected()


def test_an_account_that_hides_our_keys_is_matched_by_reference(desk: Desk) -> None:
    desk.simulator.faults({"do": "cut", "act": True, "nth": 1, **BATCHES}, return_keys=False)
    path = eleven(desk)
    assert desk.ship(path, *QUICK) == 0
    assert references(desk) == expected()


def test_a_person_decides_where_nothing_can_be_proven(desk: Desk) -> None:
    desk.simulator.faults({"do": "cut", "act": False, "nth": 1, **BATCHES}, return_keys=False)
    path = eleven(desk)
    assert desk.ship(path, *METHOD, "--chunk", 5, "--horizon", 8, "--no-wait") == 5
    # Somebody else makes a parcel for another receiver under one of the references.
    row = locker("R-02", phone="609609609").replace("ala@", "ewa@").replace("Nowak", "Lis")
    other = desk.file(row, name="other.csv")
    assert desk.ship(other, *QUICK, "--duplicates", "again", folder="elsewhere") == 0
    assert desk.ship(path, *QUICK) == 5
    assert desk.outcomes(path).count("unsure") == 5
    assert {row["rule"] for row in desk.result(path)} == {"", "same_reference", "keys_not_proven"}
    assert desk.run("settle", *desk.address(), "--horizon", 1.5) == 5
    assert "R-02" in desk.out
    for number in range(2, 7):
        assert desk.run("settle", f"R-{number:02}", "--absent", *desk.address()) == 0
    assert desk.ship(path, *QUICK) == 0
    assert references(desk).count("R-02") == 2


def test_only_a_shipment_of_nobody_can_be_adopted(desk: Desk) -> None:
    desk.simulator.faults({"do": "cut", "act": False, "nth": 1, **BATCHES}, return_keys=False)
    path = eleven(desk)
    assert desk.ship(path, *METHOD, "--chunk", 5, "--horizon", 8, "--no-wait") == 5
    ours = desk.result(path)[0]["shipment_id"]
    # Nothing is proven without keys, so a stranger's parcel keeps the others undecided.
    row = locker("R-02", phone="609609609").replace("ala@", "ewa@").replace("Nowak", "Lis")
    other = desk.file(row, name="other.csv")
    assert desk.ship(other, *QUICK, "--duplicates", "again", folder="elsewhere") == 0
    stranger = desk.result(other)[0]["shipment_id"]
    settling = ("settle", "R-02", *desk.address(), "--horizon", 1.5)
    assert desk.run(*settling, "--adopt", 4040404) == 1
    assert "4040404" in desk.err
    assert desk.run(*settling, "--adopt", ours) == 1
    assert "another order" in desk.err
    assert desk.run("settle", *desk.address(), "--horizon", 1.5, "--json") == 5
    step = next(one for one in desk.json()["steps"] if one["reference"] == "R-02")
    assert [str(one["id"]) for one in step["candidates"]] == [stranger]
    assert desk.run(*settling, "--adopt", stranger) == 0
    assert desk.run(*settling, "--adopt", stranger) == 1


def test_what_is_found_out_by_itself_needs_no_decision(desk: Desk) -> None:
    desk.simulator.faults({"do": "cut", "act": False, "nth": 1, **BATCHES})
    path = eleven(desk)
    assert desk.ship(path, *METHOD, "--chunk", 5, "--horizon", 8, "--no-wait") == 5
    ours = desk.result(path)[0]["shipment_id"]
    settling = ("settle", "R-02", *desk.address(), "--horizon", 0.01)
    assert desk.run(*settling, "--adopt", ours) == 0
    assert "by itself" in desk.out
    assert desk.run(*settling) == 1
    assert desk.ship(path, *QUICK) == 0
    assert references(desk) == expected()


def test_an_expired_offer_is_renewed_and_paid_on_the_same_shipment(prepaid: Desk) -> None:
    path = prepaid.file(locker("R-01"), locker("R-02"))
    balance = {"organization": prepaid.organization, "amount": 0}
    prepaid.simulator.control("balance", balance)
    assert prepaid.ship(path, *METHOD) == 5
    assert prepaid.outcomes(path) == ["unpaid", "waiting"]
    prepaid.simulator.advance(3600)
    prepaid.simulator.control("balance", balance | {"amount": 500})
    assert prepaid.ship(path) == 0
    assert references(prepaid) == ["R-01", "R-02"]
    assert all(one["payments"] == 1 for one in prepaid.simulator.shipments())


@pytest.mark.parametrize("act", [True, False])
def test_a_lost_answer_to_a_payment_never_pays_twice(prepaid: Desk, *, act: bool) -> None:
    path = prepaid.file(locker("R-01"), locker("R-02"), locker("R-03"))
    balance = {"organization": prepaid.organization, "amount": 20}
    prepaid.simulator.control("balance", balance)
    prepaid.ship(path, *METHOD)
    prepaid.simulator.control("balance", balance | {"amount": 500})
    prepaid.simulator.faults({"do": "cut", "act": act, "nth": 1, **BUY})
    code = prepaid.ship(path, "--horizon", 1.5)
    prepaid.simulator.faults()
    if code != 0:
        assert prepaid.ship(path, "--horizon", 1.5) == 0
    assert prepaid.outcomes(path) == ["done"] * 3
    assert all(one["payments"] == 1 for one in prepaid.simulator.shipments())
    assert references(prepaid) == ["R-01", "R-02", "R-03"]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (error(401, "token_invalid", nth=[1], **BUY), 3),
        (error(404, "resource_not_found", nth=[1], **BUY), 1),
        ({"do": "too_many", "retry_after": 1, "nth": [1], **BUY}, 1),
        (error(400, "transaction_failed", nth=[1], **BUY), 1),
    ],
)
def test_a_refused_payment_is_tried_at_the_next_start(
    prepaid: Desk, fault: dict[str, object], code: int
) -> None:
    path = prepaid.file(locker("R-01"))
    balance = {"organization": prepaid.organization, "amount": 0}
    prepaid.simulator.control("balance", balance)
    assert prepaid.ship(path, *METHOD) == 1
    prepaid.simulator.control("balance", balance | {"amount": 500})
    prepaid.simulator.faults(fault)
    assert prepaid.ship(path) == code
    assert prepaid.outcomes(path) == ["unpaid"]
    assert prepaid.ship(path) == 0
    assert references(prepaid) == ["R-01"]


def test_an_offer_that_is_unavailable_is_refused_with_its_reason(desk: Desk) -> None:
    """Bought nothing: the shipment stands at InPost without an offer to pay for."""
    path = desk.file(locker("R-01"), courier("R-02"))
    assert desk.ship(path, "--sending-method", "any_point") == 1
    assert desk.outcomes(path) == ["done", "invalid"]
    assert desk.result(path)[1]["rule"] == "method_not_for_service"
