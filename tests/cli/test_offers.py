"""offers, buy, cancel, and `ship --mode offer`: chosen on the command line, bought once."""

from __future__ import annotations

from typing import Any

import pytest

from inpost_desk.labels.readback import read_pages
from tests.cli.conftest import Desk, Killable, courier, locker
from tests.journeys.desk import KILLED

METHOD = ("--sending-method", "dispatch_order")
QUICK = ("--horizon", 6)


def command(desk: Desk, *arguments: object) -> int:
    return desk.run(*arguments, *desk.address(), "--pace", 100, *QUICK)


def offered(desk: Desk, *rows: str) -> list[dict[str, Any]]:
    """Shipments of these rows that wait for a choice; the offers of the first that can be had."""
    path = desk.file(*(rows or (courier("ZAM/1"),)))
    assert desk.ship(path, *METHOD, "--mode", "offer", *QUICK) == 5
    assert set(desk.outcomes(path)) == {"offered"}
    return offers_of(desk)


def offers_of(desk: Desk, reference: str = "ZAM/1") -> list[dict[str, Any]]:
    assert command(desk, "offers", reference, "--json") == 0
    (found,) = desk.json()
    return [one for one in found["offers"] if one["status"] == "available"]


def buys(desk: Desk) -> int:
    calls = [one for one in desk.simulator.log() if one["path"].endswith("/buy")]
    return len(calls)


def payments(desk: Desk) -> list[int]:
    return [one["payments"] for one in desk.simulator.shipments()]


def test_a_file_in_offer_mode_waits_for_a_choice(prepaid: Desk) -> None:
    had = offered(prepaid)
    assert had
    assert payments(prepaid) == [0]
    assert prepaid.ship(prepaid.file(courier("ZAM/1")), "--mode", "offer") == 5
    assert "“inpost-desk offers ZAM/1” lists them" in prepaid.out


def test_offers_have_prices_time_and_reasons(prepaid: Desk) -> None:
    had = offered(prepaid)
    assert all(0 < one["seconds_left"] <= 300 for one in had)
    prices = [float(one["price"]) for one in had]
    assert prices == sorted(prices)
    assert command(prepaid, "offers", "ZAM/1") == 0
    lines = prepaid.out.splitlines()
    assert lines[0] == "ZAM/1"
    number, _service, price, left, _extras, why = lines[1].split("\t")
    assert int(number) == had[0]["id"]
    assert price == f"{prices[0]:.2f} zł".replace(".", ",")
    assert left.endswith(" min")
    assert why == ""
    assert any(line.split("\t")[5] for line in lines[1:])


def test_an_account_that_pays_by_invoice_sees_no_prices(desk: Desk) -> None:
    had = offered(desk)
    assert {one["price"] for one in had} == {None}
    assert command(desk, "offers", "ZAM/1") == 0
    assert "\tby contract\t" in desk.out
    assert command(desk, "buy", "ZAM/1", "--offer", "cheapest") == 2
    assert "choose one by its number" in desk.err
    assert str(had[1]["id"]) in desk.out
    assert payments(desk) == [0]
    assert command(desk, "buy", "ZAM/1", "--offer", had[1]["id"]) == 0
    assert desk.simulator.shipments()[0]["service"] == had[1]["service"]


def test_a_bought_offer_has_its_label(prepaid: Desk) -> None:
    had = offered(prepaid)
    label = prepaid.folder / "label.pdf"
    given = ("buy", "ZAM/1", "--offer", had[0]["id"], "--output", label)
    assert command(prepaid, *given, "--json") == 0
    told = prepaid.json()
    assert (told["outcome"], told["offer_id"]) == ("bought", had[0]["id"])
    (page,) = read_pages(label.read_bytes())
    assert page.codes[0] == told["tracking_number"]
    # The same command once more finds it bought.
    assert command(prepaid, *given) == 0
    assert told["tracking_number"] in prepaid.out
    assert (buys(prepaid), payments(prepaid)) == (1, [1])
    assert prepaid.ship(prepaid.file(courier("ZAM/1"))) == 0


def test_the_cheapest_is_bought(prepaid: Desk) -> None:
    had = offered(prepaid)
    assert command(prepaid, "buy", "ZAM/1", "--offer", "cheapest", "--json") == 0
    assert prepaid.json()["offer_id"] == had[0]["id"]
    assert command(prepaid, "buy", "ZAM/1", "--offer", "cheapest") == 0
    assert payments(prepaid) == [1]


def test_a_file_takes_the_cheapest_by_itself(prepaid: Desk) -> None:
    path = prepaid.file(courier("ZAM/1"), locker("ZAM/2"))
    given = ("--mode", "offer", "--choose", "cheapest", *QUICK)
    assert prepaid.ship(path, *METHOD, *given) == 0
    assert prepaid.outcomes(path) == ["done", "done"]
    assert payments(prepaid) == [1, 1]


def test_a_rule_without_offers_is_a_mistake(desk: Desk) -> None:
    assert desk.ship(desk.file(courier("ZAM/1")), *METHOD, "--choose", "cheapest") == 2
    assert "--mode offer" in desk.err
    assert desk.simulator.shipments() == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((), "No offer was named."),
        (("--offer", "twelve"), "“twelve” is no number of an offer."),
        (("--offer", "-3"), "“-3” is no number of an offer."),
    ],
)
def test_an_offer_that_is_no_number(desk: Desk, given: tuple[str, ...], words: str) -> None:
    arguments = (f"{given[0]}={given[1]}",) if given else ()
    assert command(desk, "buy", "ZAM/1", *arguments) == 2
    assert words in desk.err
    assert "inpost-desk offers ZAM/1" in desk.err


def test_an_offer_that_is_not_there(prepaid: Desk) -> None:
    offered(prepaid)
    assert command(prepaid, "buy", "ZAM/1", "--offer", 77) == 1
    assert "InPost does not sell this offer now" in prepaid.err
    assert "inpost-desk offers ZAM/1" in prepaid.err
    assert buys(prepaid) == 0


def test_a_shipment_that_inpost_denies(prepaid: Desk) -> None:
    had = offered(prepaid)
    prepaid.simulator.faults(
        {"do": "error", "status": 404, "error": "resource_not_found", "path": "*/buy"},
        confirm_after=0.05,
        list_lag=0.0,
    )
    assert command(prepaid, "buy", "ZAM/1", "--offer", had[0]["id"]) == 1
    assert "InPost does not know it; check the account" in prepaid.err
    assert "inpost-desk status ZAM/1" in prepaid.err
    assert payments(prepaid) == [0]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("transaction_failed", "the payment failed"),
        ("debt_collection", "top up in Manager Paczek"),
        ("company_data_missing", "needs full company data and a bank account"),
    ],
)
def test_a_payment_that_fails_and_is_made_again(prepaid: Desk, error: str, words: str) -> None:
    had = offered(prepaid)
    prepaid.simulator.faults(refuse_payment=error, confirm_after=0.05, list_lag=0.0)
    given = ("buy", "ZAM/1", "--offer", had[0]["id"])
    assert command(prepaid, *given) == 1
    assert words in prepaid.err
    assert "pay once more: “inpost-desk buy ZAM/1 --offer cheapest”" in prepaid.err
    prepaid.simulator.faults(confirm_after=0.05, list_lag=0.0)
    assert command(prepaid, "buy", "ZAM/1", "--offer", "cheapest") == 0
    assert (buys(prepaid), payments(prepaid)) == (2, [1])


def test_an_expired_offer_is_renewed_and_chosen_again(prepaid: Desk) -> None:
    had = offered(prepaid)
    prepaid.simulator.advance(400)
    assert command(prepaid, "buy", "ZAM/1", "--offer", had[0]["id"], "--json") == 5
    assert "that offer had expired" in prepaid.err
    told = prepaid.json()
    assert told["outcome"] == "expired"
    fresh = [one for one in told["offers"] if one["status"] == "available"]
    assert fresh[0]["id"] > max(one["id"] for one in had)
    assert payments(prepaid) == [0]
    assert command(prepaid, "buy", "ZAM/1", "--offer", fresh[0]["id"]) == 0
    assert payments(prepaid) == [1]


def test_the_cheapest_of_expired_offers_is_one_of_the_new_ones(prepaid: Desk) -> None:
    offered(prepaid)
    prepaid.simulator.advance(400)
    assert command(prepaid, "buy", "ZAM/1", "--offer", "cheapest") == 0
    assert payments(prepaid) == [1]


def test_expired_offers_are_shown_so_and_renewed(prepaid: Desk) -> None:
    had = offered(prepaid)
    prepaid.simulator.advance(400)
    assert command(prepaid, "offers", "ZAM/1") == 0
    assert "expired" in prepaid.out
    assert command(prepaid, "offers", "ZAM/1", "--renew", "--json") == 0
    numbers = [one["id"] for one in prepaid.json()[0]["offers"]]
    assert min(numbers) > max(one["id"] for one in had)


def test_a_cancelled_shipment_is_planned_anew_only_then(prepaid: Desk) -> None:
    offered(prepaid)
    assert command(prepaid, "cancel", "ZAM/1") == 0
    assert "nothing is paid for it" in prepaid.out
    assert [one["status"] for one in prepaid.simulator.shipments()] == ["canceled"]
    assert command(prepaid, "cancel", "ZAM/1", "--json") == 0
    assert prepaid.json() == {"reference": "ZAM/1", "outcome": "cancelled"}
    assert command(prepaid, "buy", "ZAM/1", "--offer", "cheapest") == 1
    assert "InPost has cancelled this shipment" in prepaid.err
    assert command(prepaid, "offers", "ZAM/1", "--renew") == 1
    assert "planned anew" in prepaid.err
    path = prepaid.file(courier("ZAM/1"))
    assert prepaid.ship(path, "--mode", "offer", "--choose", "cheapest", *QUICK) == 0
    statuses = [one["status"] for one in prepaid.simulator.shipments()]
    assert sorted(statuses) == ["canceled", "confirmed"]


def test_what_is_bought_is_not_cancelled(desk: Desk) -> None:
    desk.ship(desk.file(locker("ZAM/1")), *METHOD)
    assert command(desk, "cancel", "ZAM/1") == 1
    assert "inpost-desk replace ZAM/1" in desk.err
    assert command(desk, "offers", "ZAM/1") == 1
    assert "no offers wait here" in desk.err
    assert [one["status"] for one in desk.simulator.shipments()] == ["confirmed"]


@pytest.mark.parametrize("name", ["offers", "cancel"])
def test_an_unknown_reference(desk: Desk, name: str) -> None:
    assert command(desk, name, "ZAM/9") == 1
    assert "ZAM/9: not known here" in desk.err


def test_several_parcels_of_an_order_are_named(prepaid: Desk) -> None:
    path = prepaid.file(courier("ZAM/1"), courier("ZAM/1", street="Polna 3"))
    prepaid.ship(path, *METHOD, "--repeated", "parcels", "--mode", "offer", *QUICK)
    assert command(prepaid, "buy", "ZAM/1", "--offer", "cheapest") == 1
    assert "ZAM/1-1/2, ZAM/1-2/2" in prepaid.err
    assert command(prepaid, "buy", "ZAM/1-2/2", "--offer", "cheapest") == 0
    assert sorted(payments(prepaid)) == [0, 1]


@pytest.mark.parametrize("moment", ["buy noted", "buy sent", "buy answered"])
def test_killed_while_buying(killable: Killable, moment: str) -> None:
    desk = killable.desk
    given = ("buy", "ZAM/1", "--offer", offered(desk)[0]["id"])
    assert killable.run(*given, moment=moment) == KILLED
    ended = killable.run(*given)
    if ended == 1:
        # Surely not taken up: that was said, and the next start buys it.
        ended = killable.run(*given)
    told = killable.output.read_text(encoding="utf-8")
    assert ended == 0, told
    assert payments(desk) == [1]
    assert desk.simulator.shipments()[0]["tracking_number"] in told


def test_what_inpost_buys_by_itself_is_not_bought_here(killable: Killable) -> None:
    desk = killable.desk
    desk.simulator.faults(confirm_after=600.0, list_lag=0.0)
    path = desk.file(locker("ZAM/1"))
    assert killable.run("ship", path, *METHOD, moment="made done") == KILLED
    assert command(desk, "buy", "ZAM/1", "--offer", "cheapest") == 5
    assert "InPost buys this shipment by itself" in desk.err
    assert buys(desk) == 0
