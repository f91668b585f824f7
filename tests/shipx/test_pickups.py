"""Why a pickup was turned down, in every shape in which InPost may say it."""

from __future__ import annotations

from typing import Any

import pytest

from inpost_desk.domain.pickup import Rejection
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import NoAnswer
from inpost_desk.shipx.pickups import read_dispatch_order, read_pickup_price

SAID = "status should be Prepared, but is CustomerDelivering"
NUMBER = "520000000000000000000002"
OF_502 = Rejection(ShipmentId(502), SAID, "Prepared", "CustomerDelivering")


def rejected(errors: Any) -> tuple[Rejection, ...]:
    return read_dispatch_order(
        {
            "id": 9,
            "status": "rejected",
            "errors": errors,
            "shipments": [{"id": 501}, {"id": "502", "tracking_number": NUMBER}],
        }
    ).rejections


@pytest.mark.parametrize(
    "errors",
    [
        {"details": {"shipments": [{"502": [SAID]}]}},
        {"details": {"shipments": [{"502": {"status": [SAID]}}]}},
        {"details": {"shipments": {"1": [SAID]}}},
        {"details": {NUMBER: SAID}},
        {"details": [{"shipment_id": 502, "message": SAID}]},
        {"details": [{"id": "502", "key": "invalid_status", "message": SAID}]},
        {"details": f"Shipment 502: {SAID}"},
        {"shipments": [{"502": [SAID, SAID]}]},
        [{"details": {"shipments": [{"tracking_number": NUMBER, "errors": [SAID]}]}}],
    ],
)
def test_the_parcel_and_both_statuses_are_found(errors: Any) -> None:
    (found,) = rejected(errors)
    assert (found.shipment, found.status_should, found.status_is) == (
        OF_502.shipment,
        OF_502.status_should,
        OF_502.status_is,
    )


def test_what_is_said_of_the_order_has_no_parcel() -> None:
    assert rejected({"error": "invalid_address", "message": "Bad address", "details": {}}) == (
        Rejection(None, "invalid_address"),
    )
    assert rejected("no couriers there") == (Rejection(None, "no couriers there"),)
    assert rejected({"details": {"phone": ["invalid_format"], "shipments": [{"7": "x"}]}}) == (
        Rejection(None, "invalid_format"),
        Rejection(None, "x"),
    )


@pytest.mark.parametrize("errors", [None, {}, [], "", {"details": None}, 7, [[[[]]]]])
def test_nothing_said_is_no_rejection(errors: Any) -> None:
    assert rejected(errors) == ()


def test_nothing_personal_is_kept() -> None:
    (one,) = rejected({"details": ["call 500600700 or ala@example.test"]})
    assert "500600700" not in one.rule
    assert "ala@" not in one.rule


def test_the_newest_comment_of_the_list() -> None:
    comments = [{"comment": "first"}, {"comment": "second"}, {"comment": None}]
    assert read_dispatch_order({"id": 9, "comments": comments}).comment == "second"


@pytest.mark.parametrize("values", [{}, [], None, {"status": "ok"}])
def test_a_price_that_says_nothing_is_no_answer(values: Any) -> None:
    with pytest.raises(NoAnswer):
        read_pickup_price(values)
