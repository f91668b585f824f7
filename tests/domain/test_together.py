"""Orders that may share a box, and the parcel they make."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.order import Address, Kind, Order, Person, Size
from inpost_desk.domain.together import in_one_box, may_share, same_receiver

ALA = Order("R-01", Kind.LOCKER, Size.A, Person(phone="501234567"), point="KRA010")
JAN = Order(
    "R-11",
    Kind.COURIER,
    Size.B,
    Person(phone="501234567", address=Address("Lipowa", "4/2", "Kielce", "25-001")),
)
MONEY = st.none() | st.integers(1, 500).map(Decimal)
ORDERS = st.lists(
    st.builds(
        lambda size, cod, cover: replace(ALA, size=size, cod=cod, insurance=cover),
        st.sampled_from(Size),
        MONEY,
        MONEY,
    ),
    min_size=2,
    max_size=4,
)


def test_the_same_person_at_the_same_place() -> None:
    assert same_receiver(ALA, replace(ALA, reference="R-02", size=Size.C))
    assert not same_receiver(ALA, replace(ALA, point="KRA011"))
    assert not same_receiver(ALA, replace(ALA, receiver=Person(phone="501234568")))
    assert not same_receiver(ALA, replace(ALA, weekend=True))
    assert not same_receiver(ALA, JAN)


def test_an_address_is_the_same_whatever_its_case() -> None:
    loud = replace(JAN.receiver, address=Address("LIPOWA ", "4/2", "kielce", "25-001"))
    other = replace(JAN.receiver, address=Address("Lipowa", "4/3", "Kielce", "25-001"))
    assert same_receiver(JAN, replace(JAN, receiver=loud))
    assert not same_receiver(JAN, replace(JAN, receiver=other))


@given(orders=ORDERS)
def test_no_money_is_added_up_or_lost(orders: list[Order]) -> None:
    paid = [one for one in orders if one.cod is not None or one.insurance is not None]
    assert may_share(orders) == (len(paid) <= 1)
    if may_share(orders):
        made = in_one_box(orders)
        meant = paid[0] if paid else orders[0]
        assert (made.cod, made.insurance) == (meant.cod, meant.insurance)


@given(orders=ORDERS)
def test_the_box_is_as_large_as_the_largest(orders: list[Order]) -> None:
    made = in_one_box(orders)
    assert made.size == max(orders, key=lambda one: list(Size).index(one.size)).size
    assert (made.reference, made.receiver, made.point) == ("R-01", ALA.receiver, "KRA010")
