"""Every call of the client that changes something at InPost, in every part it plays, and what must come of
it.

A row of the table is one of these. What "must come of it" is said by the simulator's truth and the ledger
alone, never by what the program says of itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from tests.matrix.program import FOR_OFFERS, TO_LOCKER, Person

Step = Callable[[Person], bool]
SHIPMENTS: Final = "/v1/organizations/*/shipments"
BATCHES: Final = "/v1/organizations/*/batches"
PICKUPS: Final = "/v1/organizations/*/dispatch_orders"
THREE: Final = replace(TO_LOCKER, count=3)
THREE_OFFERS: Final = replace(FOR_OFFERS, count=3)


@dataclass(frozen=True, slots=True)
class Ends:
    """What stands at InPost in the end: shipments by status, how many of them were paid for, pickups."""

    shipments: tuple[str, ...] = ()
    payments: int = 0
    pickups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """`method` is the client's; `verb` and `path` are where the simulator lays the fault on.

    `before` makes what the call is about, unharmed; `act` is started until it says that all is done.
    """

    name: str
    method: str
    verb: str
    path: str
    act: Step
    ends: Ends
    before: tuple[Step, ...] = ()
    behaviour: dict[str, Any] = field(default_factory=dict, hash=False)


def _one(person: Person) -> bool:
    return person.send(TO_LOCKER)


def _three(person: Person) -> bool:
    return person.send(THREE)


def _one_offered(person: Person) -> bool:
    return person.send(FOR_OFFERS)


def _three_offered(person: Person) -> bool:
    return person.send(THREE_OFFERS)


def _one_beside(person: Person) -> bool:
    return person.send_beside(TO_LOCKER)


def _three_beside(person: Person) -> bool:
    return person.send_beside(THREE)


def _two(person: Person) -> bool:
    return person.send(replace(TO_LOCKER, count=2))


def _known(person: Person) -> bool:
    person.first_parcel()
    return True


def _hidden(person: Person) -> bool:
    person.hidden_keys()
    return True


HIDDEN: Final = {"return_keys": False, "key_filter": False}
BOUGHT: Final = ("confirmed",)
ONE: Final = (_known, _one_offered)
MANY: Final = (_known, _three_offered)

CALLS: Final = (
    Call("create one", "create", "POST", SHIPMENTS, _one, Ends(BOUGHT, 1), (_known,)),
    Call("create a batch", "create_batch", "POST", BATCHES, _three, Ends(BOUGHT * 3, 3), (_known,)),
    Call(
        "create one for offers",
        "create",
        "POST",
        SHIPMENTS,
        _one_offered,
        Ends(("offers_prepared",)),
        (_known,),
    ),
    Call(
        "create a batch for offers",
        "create_batch",
        "POST",
        BATCHES,
        _three_offered,
        Ends(("offers_prepared",) * 3),
        (_known,),
    ),
    Call(
        "create one, keys hidden, a namesake",
        "create",
        "POST",
        SHIPMENTS,
        _one_beside,
        Ends(BOUGHT, 1),
        (_hidden,),
        HIDDEN,
    ),
    Call(
        "create a batch, keys hidden, a namesake",
        "create_batch",
        "POST",
        BATCHES,
        _three_beside,
        Ends(BOUGHT * 3, 3),
        (_hidden,),
        HIDDEN,
    ),
    Call(
        "select an offer",
        "select_offer",
        "POST",
        "*/select_offer",
        Person.select,
        Ends(("offer_selected",)),
        ONE,
    ),
    Call(
        "select many",
        "select_offers",
        "POST",
        "*/select_offers",
        Person.select_many,
        Ends(("offer_selected",) * 3),
        MANY,
    ),
    Call("buy an offer", "buy", "POST", "*/buy", Person.buy, Ends(BOUGHT, 1), ONE),
    Call("pay once more", "buy", "POST", "*/buy", _one, Ends(BOUGHT, 1), (_known, Person.stuck)),
    Call(
        "renew to pay once more",
        "renew",
        "PUT",
        "/v1/shipments/*",
        _one,
        Ends(BOUGHT, 1),
        (_known, Person.stuck_for_long),
    ),
    Call("buy many", "bulk_buy", "POST", "*/bulk_buy", Person.buy_many, Ends(BOUGHT * 3, 3), MANY),
    Call("edit", "edit", "PUT", "/v1/shipments/*", Person.edit, Ends(("offers_prepared",)), ONE),
    Call(
        "renew expired offers",
        "renew",
        "PUT",
        "/v1/shipments/*",
        Person.renew,
        Ends(("offers_prepared",)),
        (*ONE, Person.late),
    ),
    Call("cancel", "cancel", "DELETE", "/v1/shipments/*", Person.cancel, Ends(("canceled",)), ONE),
    Call(
        "create a replacement",
        "create",
        "POST",
        SHIPMENTS,
        Person.replace,
        Ends(("canceled", "confirmed"), 1),
        ONE,
    ),
    Call(
        "end what was replaced",
        "cancel",
        "DELETE",
        "/v1/shipments/*",
        Person.replace,
        Ends(("canceled", "confirmed"), 1),
        ONE,
    ),
    Call(
        "order a pickup",
        "order_pickup",
        "POST",
        PICKUPS,
        Person.order_pickup,
        Ends(BOUGHT * 2, 2, ("sent",)),
        (_known, _two),
    ),
    Call(
        "cancel a pickup",
        "cancel_pickup",
        "DELETE",
        "/v1/dispatch_orders/*",
        Person.cancel_pickup,
        Ends(BOUGHT * 2, 2, ("canceled",)),
        (_known, _two, Person.order_pickup),
    ),
)
BY_NAME: Final = {one.name: one for one in CALLS}
