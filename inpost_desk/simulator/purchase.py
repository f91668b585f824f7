"""From offers to a paid shipment: the steps of the state machine, the calls that start one (API §3.3, §4).

A step changes the record and says what falls due next; when it runs is the engine's business.
"""

from __future__ import annotations

from collections.abc import Callable

from inpost_desk.simulator.behaviour import Behaviour
from inpost_desk.simulator.catalogue import SERVICES
from inpost_desk.simulator.fields import Body
from inpost_desk.simulator.offers import offers_for
from inpost_desk.simulator.records import Account, Offer, Shipment, Transaction
from inpost_desk.simulator.refusals import Refusal, action_refused, invalid
from inpost_desk.simulator.statuses import CANCELED, UNPAID

# Multiplying by a number prime to 10 spreads the ids over all 18 digits without ever meeting twice.
SPREAD = 618_033_988_749_894_847


def step(
    shipment: Shipment,
    account: Account,
    *,
    at: float,
    behaviour: Behaviour,
    next_id: Callable[[], int],
) -> None:
    """Carries out `next_step`."""
    if shipment.next_step == "prepare":
        prepare(shipment, account, at=at, behaviour=behaviour, next_id=next_id)
    elif shipment.next_step == "choose":
        choose(shipment, at=at, behaviour=behaviour, next_id=next_id)
    elif shipment.next_step == "initiate":
        initiate(shipment, at=at, behaviour=behaviour, next_id=next_id)
    else:
        complete(shipment, account, at=at, behaviour=behaviour)


def prepare(
    shipment: Shipment,
    account: Account,
    *,
    at: float,
    behaviour: Behaviour,
    next_id: Callable[[], int],
) -> None:
    """Offers are there; in simplified mode the only one is selected, and paid for unless told otherwise."""
    life = behaviour.offer_life
    shipment.offers = offers_for(shipment, account, now=at, life=life, next_id=next_id)
    shipment.next_step = ""
    only = shipment.offers[0] if shipment.service is not None else None
    if only is not None and only.status == "available":
        _choose(shipment, only, at=at)
        if shipment.pays_by_itself:
            _start_payment(shipment, at=at, behaviour=behaviour)
    else:
        _become(shipment, "offers_prepared", at=at)


def choose(
    shipment: Shipment, *, at: float, behaviour: Behaviour, next_id: Callable[[], int]
) -> None:
    """A bulk purchase comes to this shipment; its offer may have expired in the queue."""
    offer = next(one for one in shipment.offers if one.id == shipment.queued)
    shipment.queued, shipment.next_step = None, ""
    if _expired(offer, at=at):
        _record_failure(shipment, offer, error="offer_expired", at=at, id_=next_id())
        return
    if offer.status == "available":
        _choose(shipment, offer, at=at)
    _start_payment(shipment, at=at, behaviour=behaviour)


def initiate(
    shipment: Shipment, *, at: float, behaviour: Behaviour, next_id: Callable[[], int]
) -> None:
    """The payment starts."""
    offer_id = shipment.selected or 0
    shipment.transactions.append(Transaction(next_id(), "initiated", offer_id, at, at))
    shipment.updated_at = at
    _next(shipment, "complete", at + behaviour.confirm_after - behaviour.initiate_after)


def complete(shipment: Shipment, account: Account, *, at: float, behaviour: Behaviour) -> None:
    """The payment ends: confirmed with tracking numbers, or a failure that leaves the status alone."""
    shipment.next_step = ""
    shipment.updated_at = at
    transaction, offer = shipment.transactions[-1], shipment.selected_offer
    transaction.updated_at = at
    cost = (offer.rate if offer is not None else None) or 0
    error = _payment_trouble(shipment, account, cost=cost, behaviour=behaviour)
    if error:
        transaction.status, transaction.error = "failure", error
        transaction.message = _failure_text(error)
        return
    transaction.status = "success"
    account.balance -= cost
    shipment.charged += cost
    _confirm(shipment, at=at)


def selectable(shipment: Shipment, body: Body, *, at: float) -> Offer:
    """The offer to select. Raises `Refusal`: `offer_unavailable`, `offer_expired`, `invalid_action`."""
    wanted = _offer_id(body)
    if shipment.status != "offers_prepared" or shipment.next_step:
        raise action_refused("select_offer", status=shipment.status, shipment_id=shipment.id)
    return _living(shipment, wanted, at=at, allowed=("available",))


def select(shipment: Shipment, offer: Offer, *, at: float) -> None:
    """To be called with what `selectable` gave."""
    _choose(shipment, offer, at=at)


def buyable(shipment: Shipment, body: Body, *, at: float) -> Offer:
    """The offer to pay. While a purchase runs, and ever after it succeeded, the answer is `already_bought`.

    Raises `Refusal`: that, `offer_unavailable`, `offer_expired`, `invalid_action`, or a missing `offer_id`.
    """
    running = shipment.next_step in ("choose", "initiate", "complete")
    if shipment.status == CANCELED or shipment.next_step == "prepare":
        raise action_refused("buy", status=shipment.status, shipment_id=shipment.id)
    if shipment.status not in UNPAID or running:
        raise invalid([(("shipment",), "already_bought")])
    return _living(shipment, _offer_id(body), at=at, allowed=("available", "selected"))


def buy(
    shipment: Shipment,
    offer: Offer,
    account: Account,
    *,
    at: float,
    behaviour: Behaviour,
    next_id: Callable[[], int],
) -> None:
    """Starts the purchase of what `buyable` gave. Raises `Refusal` `transaction_failed` where told to."""
    if offer.status == "available":
        _choose(shipment, offer, at=at)
    shipment.updated_at = at
    error = _payment_trouble(shipment, account, cost=offer.rate or 0, behaviour=behaviour)
    if error and behaviour.fail_at_once:
        _record_failure(shipment, offer, error=error, at=at, id_=next_id())
        raise Refusal("transaction_failed")
    _start_payment(shipment, at=at, behaviour=behaviour)


def queue(shipment: Shipment, offer: Offer, *, at: float) -> None:
    """Has what `buyable` gave bought at a later time (API §3.3, bulk)."""
    shipment.queued = offer.id
    _next(shipment, "choose", at)


def _offer_id(body: Body) -> int:
    wanted = body.get("offer_id")
    if wanted is None or wanted == "":
        raise invalid([(("offer_id",), "required")])
    if isinstance(wanted, bool) or not str(wanted).isascii() or not str(wanted).isdigit():
        raise invalid([(("offer_id",), "not_an_integer")])
    return int(wanted)


def _living(shipment: Shipment, wanted: int, *, at: float, allowed: tuple[str, ...]) -> Offer:
    """What has expired still reads as it was (C*: API §4.2); only trying tells."""
    offer = next((one for one in shipment.offers if one.id == wanted), None)
    if offer is None or offer.status not in allowed:
        raise Refusal("offer_unavailable")
    if _expired(offer, at=at):
        raise Refusal("offer_expired")
    return offer


def _expired(offer: Offer, *, at: float) -> bool:
    return offer.expires_at is not None and at > offer.expires_at


def _start_payment(shipment: Shipment, *, at: float, behaviour: Behaviour) -> None:
    _next(shipment, "initiate", at + behaviour.initiate_after - behaviour.prepare_after)


def _record_failure(shipment: Shipment, offer: Offer, *, error: str, at: float, id_: int) -> None:
    transaction = Transaction(id_, "failure", offer.id, at, at, error, _failure_text(error))
    shipment.transactions.append(transaction)
    shipment.updated_at = at


def _choose(shipment: Shipment, offer: Offer, *, at: float) -> None:
    """After the choice the other offers are gone (API §3.3)."""
    offer.status = "selected"
    shipment.offers = [offer]
    shipment.selected = offer.id
    shipment.service = offer.service
    _become(shipment, "offer_selected", at=at)


def _become(shipment: Shipment, status: str, *, at: float) -> None:
    shipment.updated_at = at
    if shipment.status != CANCELED:
        shipment.status = status


def _next(shipment: Shipment, step: str, at: float) -> None:
    shipment.next_step, shipment.next_at = step, at


def _payment_trouble(
    shipment: Shipment, account: Account, *, cost: int, behaviour: Behaviour
) -> str:
    """Error key of a failing payment (C*: API §1.7), empty where it succeeds."""
    if behaviour.refuse_payment:
        return behaviour.refuse_payment
    if shipment.cod and not account.company_data:
        return "company_data_missing"
    if account.prepaid and account.balance < cost:
        return "debt_collection"
    return ""


def _failure_text(error: str) -> str:
    """As recorded: the key itself, but for one."""
    return "customer_lack_of_address_data" if error == "company_data_missing" else error


def _confirm(shipment: Shipment, *, at: float) -> None:
    offer = shipment.selected_offer
    service = SERVICES[shipment.service or ""]
    if offer is not None:
        offer.status, offer.expires_at = "bought", None
    shipment.status, shipment.updated_at = "confirmed", at
    prefix = "520999" if service.contract else "620999"
    for parcel in shipment.parcels:
        parcel.tracking_number = f"{prefix}{parcel.id * SPREAD % 10**18:018}"
    if service.to_point:
        code = f"{shipment.id * SPREAD % 10**6:06}"
        shipment.custom_attributes["customer_delivering_code"] = code
