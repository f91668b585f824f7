"""The public tracking: no token, its fields, when it begins and ends, several parcels, redirections."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.simulator.shop import Body, Shop, courier, locker, parcel
from tests.simulator_process import MONDAY

DAY = 86_400.0


@pytest.fixture
def monday(shop: Shop) -> Shop:
    """A Monday at ten."""
    shop.simulator.control("clock", {"set": MONDAY})
    return shop


def travelled(shop: Shop, body: Body, name: str = "delivered", days: float = 7) -> Body:
    made = shop.bought(body)
    shop.simulator.control("collect", {"ids": [made["id"]], "way": name})
    shop.simulator.advance(days * DAY)
    return shop.read(made["id"])


def asked(shop: Shop, number: str, more: str = "") -> httpx.Response:
    """Without the token."""
    return httpx.get(f"{shop.simulator.url}/v1/tracking/{number}{more}", verify=False)


def tracked(shop: Shop, number: str) -> Any:
    answer = asked(shop, number)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_locker_parcel_shows_its_way_newest_first_and_its_point(monday: Shop) -> None:
    made = travelled(monday, locker())
    found = tracked(monday, made["tracking_number"])
    assert (found["type"], found["service"]) == ("inpost_locker_standard",) * 2
    assert (found["status"], found["expected_flow"]) == ("delivered", [])
    codes = [(one["origin_status"], one["status"]) for one in found["tracking_details"]]
    assert codes[:4] == [
        ("DOR", "delivered"),
        ("UWP", "ready_to_pickup"),
        ("PDD_2", "out_for_delivery"),
        ("PWO", "adopted_at_source_branch"),
    ]
    assert codes[-1] == ("PPN", "confirmed")
    times = [one["datetime"] for one in found["tracking_details"]]
    assert times == sorted(times, reverse=True)
    assert all(time.endswith(".000+01:00") for time in times)
    assert found["updated_at"] == made["updated_at"] == times[0]
    attributes = found["custom_attributes"]
    assert (attributes["size"], attributes["target_machine_id"]) == ("A", "KRA010")
    machine = attributes["target_machine_detail"]
    assert (machine["name"], machine["location247"]) == ("KRA010", True)
    assert machine["type"] == ["parcel_locker"]
    assert set(machine["location"]) == {"latitude", "longitude"}


def test_a_parcel_point_is_another_service_than_was_asked_for(monday: Shop) -> None:
    to_pop = {"target_point": "POP-WAW364", "sending_method": "dispatch_order"}
    made = travelled(monday, locker(custom_attributes=to_pop))
    found = tracked(monday, made["tracking_number"])
    assert found["service"] == "inpost_locker_customer_service_point"
    assert found["type"] == "inpost_locker_standard"
    assert found["custom_attributes"]["target_machine_detail"]["type"] == ["pok", "pop"]


def test_each_parcel_of_several_has_its_own_number(monday: Shop) -> None:
    made = travelled(monday, courier(parcels=[parcel("1"), parcel("2")]))
    numbers = [one["tracking_number"] for one in made["parcels"]]
    found = [tracked(monday, number) for number in numbers]
    assert [one["tracking_number"] for one in found] == numbers
    assert all("custom_attributes" not in one for one in found)


def test_there_is_nothing_before_the_first_scan_and_45_days_after_the_last(monday: Shop) -> None:
    made = monday.bought(locker())
    number = made["tracking_number"]
    answer = asked(monday, number)
    assert answer.status_code == 404
    body = answer.json()
    assert (body["status"], body["error"]) == (404, "resource_not_found")
    assert number in body["description"]
    assert (body["details"], "message" in body) == (None, False)
    monday.simulator.control("collect")
    assert tracked(monday, number)["status"] == "collected_from_sender"
    monday.simulator.advance(10 * DAY)
    assert tracked(monday, number)["status"] == "delivered"
    monday.simulator.advance(45 * DAY)
    assert asked(monday, number).status_code == 404


@pytest.mark.parametrize("number", ["612345678901234567890123", "abc", "%20"])
def test_an_unknown_number_is_not_found(shop: Shop, number: str) -> None:
    for more in ("", "/service_history"):
        answer = asked(shop, number, more)
        assert (answer.status_code, answer.json()["error"]) == (404, "resource_not_found")


def test_a_redirected_parcel_goes_on_as_one_for_a_locker(monday: Shop) -> None:
    made = travelled(monday, courier(), "redirected")
    number = made["tracking_number"]
    found = tracked(monday, number)
    assert (found["service"], found["type"]) == (
        "inpost_locker_standard",
        "inpost_courier_standard",
    )
    target = found["custom_attributes"]["target_machine_id"]
    point = monday.http.get(f"/v1/points/{target}").json()
    assert point["address_details"]["post_code"].startswith("25-")
    history = asked(monday, number, "/service_history").json()
    assert history["tracking_number"] == number
    services = [one["service"] for one in history["service_history"]]
    assert services == ["inpost_courier_standard", "inpost_locker_standard"]
    assert history["service_history"][0]["datetime"] == found["created_at"]


def test_a_plain_parcel_has_one_service(monday: Shop) -> None:
    made = travelled(monday, courier())
    history = asked(monday, made["tracking_number"], "/service_history").json()
    services = [one["service"] for one in history["service_history"]]
    assert services == ["inpost_courier_standard"]
