"""What is refused at once, and in which shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.simulator.shop import KIELCE, Shop, courier, locker, money, parcel
from tests.simulator_process import Simulator

RECEIVER = locker()["receiver"]
FIRM = courier()["receiver"]


def attributes(**given: str) -> dict[str, Any]:
    return {"custom_attributes": given}


CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "no receiver": (locker(receiver=None), {"receiver": ["required"]}),
    "no e-mail and phone": (
        locker(receiver={"first_name": "Ala"}),
        {"receiver": [{"phone": ["required"], "email": ["required"]}]},
    ),
    "phone with prefix": (
        locker(receiver=RECEIVER | {"phone": "+48500600700"}),
        {"receiver": [{"phone": ["invalid_format"]}]},
    ),
    "courier without address": (
        courier(receiver={"phone": "500600700", "first_name": "Jan"}),
        {"receiver": [{"last_name": ["required"], "address": ["required"]}]},
    ),
    "post code": (
        courier(receiver=FIRM | {"address": KIELCE | {"post_code": "25001", "street": ""}}),
        {"receiver": [{"address": [{"street": ["required"], "post_code": ["invalid_format"]}]}]},
    ),
    "sender": (
        locker(sender={"company_name": "X", "phone": "500600700"}),
        {"sender": [{"address": ["required"]}]},
    ),
    "no parcel": (locker(parcels=[]), {"parcels": ["required"]}),
    "locker parcels cannot be many": (
        locker(parcels=[{"template": "small", "id": "1"}, {"template": "small", "id": "2"}]),
        {"parcels": ["invalid"]},
    ),
    "parcels without ids": (
        courier(parcels=[parcel("1"), parcel("1", id=None)]),
        {"parcels": [{"1": {"id": ["required"]}}]},
    ),
    "size D in a locker": (
        locker(parcels=[{"template": "xlarge"}]),
        {"parcels": [{"0": {"template": ["invalid"]}}]},
    ),
    "template by contract courier": (
        courier(parcels=[{"template": "small"}]),
        {"parcels": [{"0": {"template": ["invalid"]}}]},
    ),
    "neither template nor dimensions": (
        locker(parcels=[{}]),
        {"parcels": [{"0": {"dimensions": ["required"], "weight": ["required"]}}]},
    ),
    "dimensions": (
        courier(
            parcels=[
                {
                    "dimensions": {"length": 0, "width": "x", "height": 1, "unit": "cm"},
                    "weight": {"amount": 51},
                }
            ]
        ),
        {
            "parcels": [
                {
                    "0": {
                        "dimensions": [
                            {
                                "length": ["too_small"],
                                "width": ["not_a_number"],
                                "unit": ["invalid"],
                            }
                        ],
                        "weight": [{"amount": ["too_big"]}],
                    }
                }
            ]
        },
    ),
    "no point": (
        locker(**attributes(sending_method="pop")),
        {"custom_attributes": [{"target_point": ["required"]}]},
    ),
    "unknown point": (
        locker(**attributes(target_point="NIE01")),
        {"custom_attributes": [{"target_point": ["does_not_exist"]}]},
    ),
    "closed point": (
        locker(**attributes(target_point="KRA054M")),
        {"custom_attributes": [{"target_point": ["does_not_exist"]}]},
    ),
    "point that only sends": (
        locker(**attributes(target_point="KRA058M")),
        {"custom_attributes": [{"target_point": ["invalid_box_machine_function"]}]},
    ),
    "cash at a locker without payment": (
        locker(**attributes(target_point="KRA057M"), cod=money(10)),
        {"custom_attributes": [{"target_point": ["invalid_box_machine_function"]}]},
    ),
    "sending method": (
        courier(**attributes(sending_method="parcel_locker")),
        {"custom_attributes": [{"sending_method": ["invalid"]}]},
    ),
    "pok needs a drop-off point": (
        locker(**attributes(target_point="KRA010", sending_method="pok")),
        {"custom_attributes": [{"dropoff_point": ["required"]}]},
    ),
    "cash limit of lockers": (locker(cod=money(5000.01)), {"cod": [{"amount": ["too_big"]}]}),
    "cash limit of couriers": (
        courier(cod=money(15001), insurance=money(15001)),
        {"cod": [{"amount": ["too_big"]}]},
    ),
    "cash without insurance": (courier(cod=money("10.50")), {"insurance": ["required"]}),
    "insurance below cash": (
        courier(cod=money(100), insurance=money(99)),
        {"insurance": [{"amount": ["too_small"]}]},
    ),
    "amounts": (
        locker(cod={"amount": "12,5", "currency": "EUR"}, insurance=money(0.5)),
        {
            "cod": [{"amount": ["not_a_number"], "currency": ["invalid"]}],
            "insurance": [{"amount": ["too_small"]}],
        },
    ),
    "texts": (
        locker(reference="ab", comments="x" * 101, mpk="NIEMA"),
        {"reference": ["too_short"], "comments": ["too_long"], "mpk": ["does_not_exist"]},
    ),
    "long reference": (locker(reference="x" * 101), {"reference": ["too_long"]}),
    "letters have templates": (
        courier(service="inpost_letter_allegro"),
        {"parcels": [{"0": {"template": ["required"]}}]},
    ),
    "locker weight": (
        locker(parcels=[parcel("1", weight={"amount": 25.1})]),
        {"parcels": [{"0": {"weight": [{"amount": ["too_big"]}]}}]},
    ),
    "letters do not go in boxes": (
        courier(service="inpost_letter_allegro", parcels=[{"template": "small"}]),
        {"parcels": [{"0": {"template": ["invalid"]}}]},
    ),
    "Allegro Kurier24 by template": (
        courier(service="inpost_courier_allegro", parcels=[{"template": "small"}]),
        {"parcels": [{"0": {"template": ["invalid"]}}]},
    ),
    "several by courier C2C": (
        courier(service="inpost_courier_c2c", parcels=[parcel("1"), parcel("2")]),
        {"parcels": ["invalid"]},
    ),
    "unknown drop-off point": (
        locker(**attributes(target_point="KRA010", dropoff_point="NIE01")),
        {"custom_attributes": [{"dropoff_point": ["does_not_exist"]}]},
    ),
    "pass-thru at a PaczkoPunkt": (
        locker(service="inpost_locker_pass_thru", **attributes(target_point="POP-WAW364")),
        {"custom_attributes": [{"target_point": ["invalid_box_machine_function"]}]},
    ),
    "unknown service": (locker(service="inpost_pigeon"), {"service": ["invalid"]}),
    "not in the contract": (locker(service="inpost_locker_economy"), {"service": ["invalid"]}),
    "unknown extra": (locker(additional_services=["gift"]), {"additional_services": ["invalid"]}),
}


@pytest.mark.parametrize("case", CASES)
def test_refused_with_nested_details(shop: Shop, case: str) -> None:
    body, details = CASES[case]
    assert shop.details(body) == details
    assert shop.simulator.shipments() == []


def test_what_is_fine_is_taken(shop: Shop) -> None:
    fine = (
        locker(reference=""),
        locker(cod=money("5000.00"), mpk="SKLEP"),
        courier(cod=money(15000), insurance=money(15000), additional_services=["sms", "email"]),
        courier(service="inpost_courier_c2c", parcels=[{"template": "xlarge"}]),
        courier(
            receiver=FIRM | {"address": {"line1": "Długa 1", "city": "X", "post_code": "00-950"}}
        ),
        {key: value for key, value in locker(is_return=True).items() if key != "receiver"},
    )
    for body in fine:
        shop.create(body)
    assert len(shop.simulator.shipments()) == len(fine)


def test_contract_couriers_need_a_contract(prepaid: Shop) -> None:
    for answer in (prepaid.post(courier()), prepaid.batch([{"id": "a", **courier()}])):
        assert answer.status_code == 400
        assert answer.json() == {
            "status": 400,
            "error": "missing_trucker_id",
            "message": "trucker_ID_is_not_set_for_organization",
            "details": None,
        }


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b'{"receiver": 5}', b'{"parcels": [5]}'])
def test_nonsense_is_refused(shop: Shop, body: bytes) -> None:
    for path in ("shipments", "batches"):
        answer = shop.http.post(f"{shop.path}/{path}", content=body)
        assert answer.status_code == 400
        assert answer.json()["error"] in ("invalid_parameter", "validation_failed")


def weekend(point: str, **changes: Any) -> dict[str, Any]:
    given = {**attributes(target_point=point, sending_method="parcel_locker"), **changes}
    return locker(end_of_week_collection=True, **given)


def test_weekend_parcels_only_around_the_weekend_and_the_clock(
    start_simulator: Callable[..., Simulator],
) -> None:
    simulator = start_simulator("--clock", "2026-03-05T19:59:00+01:00")
    closed = {"end_of_week_collection": ["invalid_end_of_week_collection"]}
    not_247 = {"end_of_week_collection": ["invalid_target_point_247_for_end_of_week_collection"]}
    no_locker = {"end_of_week_collection": ["invalid_target_point_for_end_of_week_collection"]}
    allegro = {"end_of_week_collection": ["invalid_allegro_for_end_of_week_collection"]}
    with Shop(simulator) as shop:
        assert shop.details(weekend("KRA010")) == closed
        simulator.advance(120)
        assert shop.create(weekend("KRA010"))["end_of_week_collection"] is True
        assert shop.details(weekend("KRA056M")) == not_247
        assert shop.details(weekend("POP-WAW364")) == no_locker
        assert shop.details(weekend("KRA010", service="inpost_locker_allegro")) == allegro
        assert shop.details(weekend("KRA056M", service=None)) == not_247
        brought = attributes(target_point="KRA010", sending_method="pop")
        assert shop.details(weekend("KRA010", **brought)) == {
            "custom_attributes": [{"sending_method": ["invalid"]}]
        }
        simulator.control("clock", {"set": "2026-03-06T18:00:00+01:00"})
        assert shop.details(weekend("KRA010")) == closed


def with_services(shop: Shop, *more: str) -> None:
    services = shop.http.get(shop.path).json()["services"]
    account = {"organization": shop.id, "services": [*services, *more]}
    shop.simulator.control("account", account)


def box(length: int, width: int, height: int, kilograms: float = 20) -> dict[str, Any]:
    sides = {"length": length, "width": width, "height": height}
    return parcel("1", dimensions=sides, weight={"amount": kilograms})


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"parcels": [box(800, 500, 490)]}, "confirmed"),
        ({"parcels": [box(800, 500, 500)]}, "offers_prepared"),
        ({"parcels": [box(801, 100, 100)]}, "offers_prepared"),
        ({"cod": money(10), "insurance": money(10)}, "offers_prepared"),
    ],
)
def test_esmartmix(shop: Shop, changes: dict[str, Any], status: str) -> None:
    with_services(shop, "inpost_courier_alcohol")
    body = courier(
        **{"service": "inpost_courier_alcohol", "parcels": [box(300, 300, 300)]} | changes
    )
    assert shop.bought(body)["status"] == status


def test_limits_of_esmartmix_and_economy(shop: Shop) -> None:
    with_services(shop, "inpost_courier_alcohol", "inpost_locker_economy")
    heavy = courier(service="inpost_courier_alcohol", parcels=[box(300, 300, 300, 25.5)])
    assert shop.details(heavy) == {"parcels": [{"0": {"weight": [{"amount": ["too_big"]}]}}]}
    economy = locker(service="inpost_locker_economy")
    assert shop.details(economy) == {"commercial_product_identifier": ["required"]}
    assert shop.bought(economy | {"commercial_product_identifier": "P1"})["status"] == "confirmed"


def test_a_point_that_takes_no_parcels_is_no_drop_off_point(shop: Shop) -> None:
    shop.simulator.control("point", {"name": "WAW123A", "functions": ["parcel_collect"]})
    given = attributes(target_point="KRA010", dropoff_point="WAW123A")
    assert shop.details(locker(**given)) == {
        "custom_attributes": [{"dropoff_point": ["invalid_box_machine_function"]}]
    }
