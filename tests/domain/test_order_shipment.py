"""Which service and parcel an order becomes, and what the contract forbids."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from inpost_desk.domain.order import Address, Field, Kind, Order, Person, Size
from inpost_desk.domain.order_shipment import (
    PRESETS,
    Choices,
    as_shipment,
    contract_problems,
    service_for,
)
from inpost_desk.domain.service import COURIER, COURIER_C2C, LOCKER

LOCKER_ORDER = Order("R-1", Kind.LOCKER, Size.A, Person(phone="501234567"), point="KRA010")
COURIER_ORDER = Order(
    "R-2",
    Kind.COURIER,
    Size.B,
    Person(phone="502345678", address=Address("Lipowa", "4/2", "Kielce", "25-001")),
    point="KRA010",
)
BOTH = frozenset({LOCKER, COURIER, COURIER_C2C})
CHOICES = Choices(sending_method="dispatch_order")


@pytest.mark.parametrize(
    ("order", "contract", "service"),
    [
        (LOCKER_ORDER, BOTH, LOCKER),
        (COURIER_ORDER, BOTH, COURIER),
        (COURIER_ORDER, frozenset({LOCKER, COURIER_C2C}), COURIER_C2C),
        (COURIER_ORDER, frozenset({LOCKER}), COURIER),
        (COURIER_ORDER, frozenset(), COURIER),
    ],
)
def test_service(order: Order, contract: frozenset[str], service: str) -> None:
    assert service_for(order, contract) == service


def test_locker_parcel_goes_by_template_and_point() -> None:
    new = as_shipment(LOCKER_ORDER, key="k", contract=BOTH, choices=CHOICES)
    assert (new.parcel.template, new.parcel.dimensions) == ("small", None)
    assert new.target_point == "KRA010"
    assert new.sending_method == "dispatch_order"


def test_contract_courier_goes_by_preset_and_without_point() -> None:
    new = as_shipment(COURIER_ORDER, key="k", contract=BOTH, choices=CHOICES)
    assert new.parcel.template == ""
    assert new.parcel.dimensions == PRESETS[Size.B].dimensions
    assert new.parcel.weight == Decimal(10)
    assert new.target_point == ""


def test_size_n_is_non_standard_for_the_contract_courier_only() -> None:
    order = dataclasses.replace(COURIER_ORDER, size=Size.N)
    new = as_shipment(order, key="k", contract=BOTH, choices=CHOICES)
    assert new.parcel.non_standard
    assert contract_problems(order, BOTH, "dispatch_order") == []
    found = contract_problems(order, frozenset({COURIER_C2C}), "dispatch_order")
    assert [(one.field, one.rule) for one in found] == [(Field.SIZE, "size_not_for_service")]


def test_contract_without_the_service_is_a_problem() -> None:
    found = contract_problems(COURIER_ORDER, frozenset({LOCKER}), "dispatch_order")
    assert [one.rule for one in found] == ["service_not_in_contract"]


def test_contract_courier_is_not_posted_in_a_locker() -> None:
    found = contract_problems(COURIER_ORDER, BOTH, "parcel_locker")
    assert [one.rule for one in found] == ["method_not_for_service"]
    assert contract_problems(LOCKER_ORDER, BOTH, "parcel_locker") == []


def test_while_the_sending_method_is_not_known_nothing_is_said_of_it() -> None:
    assert contract_problems(COURIER_ORDER, BOTH, "") == []
