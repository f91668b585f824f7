"""replace (Wymień): another shipment in the place of a paid one, once, and only when that was agreed to."""

from __future__ import annotations

from typing import Any

import pytest

from inpost_desk.labels.readback import read_pages
from tests.cli.conftest import Desk, Killable, courier, locker
from tests.journeys.desk import KILLED

METHOD = ("--sending-method", "dispatch_order")


def command(desk: Desk, *arguments: object) -> int:
    return desk.run(*arguments, *desk.address(), "--pace", 100, "--horizon", 6)


def shipped(desk: Desk, row: str = "") -> dict[str, Any]:
    assert desk.ship(desk.file(row or locker("ZAM/1")), *METHOD) == 0
    (made,) = desk.simulator.shipments()
    return made


def newest(desk: Desk) -> dict[str, Any]:
    last = max(desk.simulator.shipments(), key=lambda one: int(one["id"]))
    return last | desk.at_inpost(last["id"])


def test_another_size_is_bought_once_in_its_place(desk: Desk) -> None:
    old = shipped(desk)
    label = desk.folder / "new.pdf"
    given = ("replace", "ZAM/1", "--size", "b", "--yes", "--output", label)
    assert command(desk, *given) == 0
    new = newest(desk)
    assert old["tracking_number"] in desk.out
    assert "The old shipment stays paid" in desk.out
    assert (new["reference"], new["parcels"][0]["template"]) == ("ZAM/1", "medium")
    (page,) = read_pages(label.read_bytes())
    assert page.codes[0] == new["tracking_number"]
    # Started again, it finds the shipment as it was wanted.
    assert command(desk, *given) == 0
    assert "nothing was bought" in desk.out
    assert len(desk.simulator.shipments()) == 2
    assert command(desk, "status", "ZAM/1", "--json") == 0
    assert sorted(row["outcome"] for row in desk.json()) == ["done", "replaced"]


def test_programs_get_the_facts(desk: Desk) -> None:
    old = shipped(desk)
    assert command(desk, "replace", "ZAM/1", "--size", "C", "--yes", "--json") == 0
    told, new = desk.json(), newest(desk)
    assert (told["outcome"], told["replaces"]) == ("done", old["id"])
    assert (told["shipment_id"], told["tracking_number"]) == (new["id"], new["tracking_number"])
    assert told["label"]


def test_it_is_not_bought_without_somebody_agreeing(desk: Desk) -> None:
    shipped(desk)
    assert command(desk, "replace", "ZAM/1", "--size", "C") == 2
    assert "Add “--yes”" in desk.err
    assert len(desk.simulator.shipments()) == 1


def test_a_person_may_say_no(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    old = shipped(desk)
    asked: list[str] = []

    def answer(question: str, answers: list[str]) -> str:
        asked.append(question)
        return answers[1]

    monkeypatch.setattr("inpost_desk.cli.replace.ask", answer)
    assert command(desk, "replace", "ZAM/1", "--size", "C") == 2
    assert old["tracking_number"] in asked[0]
    assert len(desk.simulator.shipments()) == 1


def test_something_must_be_different(desk: Desk) -> None:
    shipped(desk)
    assert command(desk, "replace", "ZAM/1", "--yes") == 2
    assert "say what is to be different" in desk.err
    assert command(desk, "replace", "ZAM/1", "--size", "A", "--yes", "--json") == 0
    assert desk.json()["outcome"] == "unchanged"
    assert len(desk.simulator.shipments()) == 1


def test_a_mistake_is_named_and_nothing_is_bought(desk: Desk) -> None:
    shipped(desk)
    assert command(desk, "replace", "ZAM/1", "--phone", "12", "--yes") == 2
    assert "telephone: “12”" in desk.err
    assert command(desk, "replace", "ZAM/1", "--point", "XXX999", "--yes") == 2
    assert "XXX999" in desk.err
    assert len(desk.simulator.shipments()) == 1


def test_address_money_and_name_of_a_courier_parcel(desk: Desk) -> None:
    shipped(desk, courier("ZAM/1"))
    given = ("--street", "Polna 7/3", "--post-code", "30-624", "--city", "Kraków")
    more = ("--name", "Anna Lis", "--cod", "49,90", "--insurance", "100", "--email", "a@b.test")
    assert command(desk, "replace", "ZAM/1", *given, *more, "--yes", "--json") == 0
    new = newest(desk)
    assert desk.json()["shipment_id"] == new["id"]
    assert desk.json()["old"] == "no_charge_back"
    address = new["receiver"]["address"]
    assert (address["street"], address["building_number"]) == ("Polna", "7/3")
    assert (address["city"], address["post_code"]) == ("Kraków", "30-624")
    assert (new["receiver"]["first_name"], new["receiver"]["last_name"]) == ("Anna", "Lis")
    assert float(new["cod"]["amount"]) == 49.9


def test_a_locker_parcel_may_go_to_an_address(desk: Desk) -> None:
    shipped(desk)
    given = ("--street", "Polna 7", "--post-code", "30-624", "--city", "Kraków")
    assert command(desk, "replace", "ZAM/1", *given, "--yes") == 0
    assert newest(desk)["service"] == "inpost_courier_standard"


def test_a_courier_parcel_may_go_to_a_locker(desk: Desk) -> None:
    shipped(desk, courier("ZAM/1"))
    assert command(desk, "replace", "ZAM/1", "--point", "KRA010", "--size", "A", "--yes") == 0
    assert newest(desk)["service"] == "inpost_locker_standard"


def test_a_payment_that_fails_leaves_the_old_one_good(prepaid: Desk) -> None:
    old = shipped(prepaid)
    prepaid.simulator.control("balance", {"organization": prepaid.organization, "amount": 0})
    assert command(prepaid, "replace", "ZAM/1", "--size", "B", "--yes") == 1
    assert "The old one is still good" in prepaid.err
    assert "top up" in prepaid.err
    # Another wish is not paid for under the name of the first one.
    assert command(prepaid, "replace", "ZAM/1", "--size", "C", "--yes") == 1
    assert "inpost-desk order update ZAM/1" in prepaid.err
    prepaid.simulator.control("balance", {"organization": prepaid.organization, "amount": 900})
    assert command(prepaid, "replace", "ZAM/1", "--yes") == 0
    new = newest(prepaid)
    assert len(prepaid.simulator.shipments()) == 2
    assert (new["payments"], new["parcels"][0]["template"]) == (1, "medium")
    assert old["tracking_number"] in prepaid.out


def test_what_is_not_bought_is_not_replaced(prepaid: Desk) -> None:
    prepaid.ship(prepaid.file(courier("ZAM/1")), *METHOD, "--mode", "offer")
    assert command(prepaid, "replace", "ZAM/1", "--size", "B", "--yes") == 1
    assert "inpost-desk status ZAM/1" in prepaid.err
    assert command(prepaid, "replace", "ZAM/7", "--size", "B", "--yes") == 1
    assert "not known here" in prepaid.err


@pytest.mark.parametrize("moment", ["create noted", "create sent", "made done"])
def test_killed_while_replacing(killable: Killable, moment: str) -> None:
    desk = killable.desk
    old = shipped(desk)
    given = ("replace", "ZAM/1", "--size", "B", "--yes")
    assert killable.run(*given, moment=moment) == KILLED
    ended = killable.run(*given)
    if ended == 5:
        ended = killable.run(*given)
    assert ended == 0, killable.output.read_text(encoding="utf-8")
    assert [one["payments"] for one in desk.simulator.shipments()] == [1, 1]
    assert command(desk, "status", "ZAM/1", "--json") == 0
    replaced = [row for row in desk.json() if row["outcome"] == "replaced"]
    assert [row["shipment_id"] for row in replaced] == [old["id"]]
