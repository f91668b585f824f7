"""Two orders for the same person and place in one box: which may share one, and what the parcel then is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inpost_desk.domain.order import Order, Size

_BY_SIZE = tuple(Size)


def same_receiver(one: Order, other: Order) -> bool:
    """Whether both go to the same person at the same place in the same way."""
    return _place(one) == _place(other)


def may_share(orders: Sequence[Order]) -> bool:
    """Whether one parcel can say everything about money: cash on delivery and protection are never summed."""
    return sum(one.cod is not None or one.insurance is not None for one in orders) <= 1


def in_one_box(orders: Sequence[Order]) -> Order:
    """The first order's parcel with the others in it: the largest size, and whose money there is."""
    first = orders[0]
    paid = next((one for one in orders if one.cod is not None or one.insurance is not None), first)
    size = max((one.size for one in orders), key=_BY_SIZE.index)
    return replace(first, size=size, cod=paid.cod, insurance=paid.insurance)


def _place(order: Order) -> tuple[object, ...]:
    address = order.receiver.address
    where: tuple[str, ...] = (order.point,)
    if address is not None:
        texts = (address.street, address.building_number, address.city, address.post_code)
        where += tuple(" ".join(text.casefold().split()) for text in texts)
    return (order.kind, order.receiver.phone, order.weekend, *where)
