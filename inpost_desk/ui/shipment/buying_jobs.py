"""What `buying` has done on lanes: thin calls of the actions with the open account. Nothing of Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import Draft, from_json
from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import OfferId
from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import QuestionOpen, Trouble
from inpost_desk.settings import Settings
from inpost_desk.ui.shipment.beginning import Beginning
from inpost_desk.ui.shipment.buying_words import REPLACED_BEFORE
from inpost_desk.ui.shipment.purchase import Choice, Made, OffersAnswer, Paper, Purchase, Stuck

if TYPE_CHECKING:
    from inpost_desk.actions.changing import End
    from inpost_desk.actions.offers import Offered
    from inpost_desk.actions.print_line import Printing
    from inpost_desk.actions.progress import Progress
    from inpost_desk.actions.send import Terms
    from inpost_desk.session import Session

Show = Callable[["Progress"], None]
# What a person can put right in the draft.
_FIELDS = frozenset(Field) - {Field.OFFER, Field.ROW}


def _quiet(_: Progress) -> None:
    """Nobody watches."""


def terms_for(session: Session, known: Settings, draft: Draft) -> Terms:
    """What it is sent under. Raises `QuestionOpen` where nobody said how parcels leave."""
    from inpost_desk.ui.orders.terms import terms_of

    method = draft.sending_method or known.sending_method
    return terms_of(session, replace(known, sending_method=method, file_offers=""))


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the draft under its own id, which keeps it from being made twice.

    `again`: a person has said that the reference may be sent once more. `run_id` is the run it had before.
    `begun` says what shipment it takes the place of, or which unpaid one it goes on with.
    """

    draft: Draft
    draft_id: str
    again: bool = False
    run_id: int = 0
    begun: Beginning = Beginning(Draft())


def buy(session: Session, known: Settings, order: Order, show: Show, stop: Stop) -> Purchase:
    """Enter the draft and buy it; what was made of it before becomes what it says now, and is gone on with.

    Raises `QuestionOpen` `sent_before` and `sending_method`, and what asking InPost raises.
    """
    run_id = _enter(session, known, order)
    ends = _edit_made(session, known, order, run_id, stop)
    failed = tuple(stuck_of(one) for one in ends if is_refused(one))
    if failed:
        return Purchase(run_id, stuck=failed)
    return go_on(session, known, replace(order, run_id=run_id), show, stop)


def go_on(session: Session, known: Settings, order: Order, show: Show, stop: Stop) -> Purchase:
    """Whatever is left to do of a run: settle, pay, fetch labels. Nothing is made or paid twice by it."""
    from inpost_desk.actions import ship

    terms = terms_for(session, known, order.draft)
    ledger, client, run_id = session.ledger, session.client, order.run_id
    done = ship.work(ledger, client, run_id, terms=terms, show=show, stop=stop)
    found = replace(standing(session, run_id), trouble=done.trouble)
    if not (order.begun.replaces and found.made):
        return found
    return replace(found, old=_end_old(session, order, terms, stop))


def _end_old(session: Session, order: Order, terms: Terms, stop: Stop) -> str:
    """What becomes of the money for the one that was replaced."""
    from inpost_desk.actions import replace as replacing

    ledger, client = session.ledger, session.client
    try:
        done = replacing.end_old(
            ledger, client, order.begun.replaces, order.run_id, terms=terms, stop=stop
        )
    except Trouble:
        # The new one is bought, and the ledger keeps the old one back whatever InPost can say just now.
        return replacing.NO_CHARGE_BACK
    return done.old


def ask_offers(session: Session, known: Settings, order: Order, stop: Stop) -> OffersAnswer:
    """Make the draft's shipments in offer mode, or edit those that are made, and wait for their offers."""
    from inpost_desk.actions import offers

    run_id = _enter(session, known, order)
    ends = _edit_made(session, known, order, run_id, stop)
    failed = tuple(stuck_of(one) for one in ends if is_refused(one))
    if failed:
        return OffersAnswer(run_id, stuck=failed)
    made = _all_made(session, run_id)
    if made:
        # A run that goes on pays by itself for what could not be paid; here somebody chooses.
        return read_offers(session, replace(order, run_id=run_id), made, anew=bool(ends))
    terms = terms_for(session, known, order.draft)
    offered = offers.prepare(session.ledger, session.client, run_id, terms=terms, stop=stop)
    return _answer(session, replace(order, run_id=run_id), offered)


def renew_offers(
    session: Session, known: Settings, order: Order, numbers: tuple[int, ...], stop: Stop
) -> OffersAnswer:
    """New offers for what has expired."""
    from inpost_desk.actions import offers

    del known
    ledger, client = session.ledger, session.client
    ends = [offers.renew(ledger, client, one, stop=stop) for one in numbers]
    return _after(session, order, ends)


def choose(
    session: Session, known: Settings, order: Order, wanted: Mapping[int, OfferId], stop: Stop
) -> tuple[Purchase, OffersAnswer | None]:
    """Buy these offers, each once, and fetch the labels; the offers left where nothing was bought."""
    return choose_then(
        session, order, wanted, stop, lambda: go_on(session, known, order, _quiet, stop)
    )


def choose_then(
    session: Session,
    order: Order,
    wanted: Mapping[int, OfferId],
    stop: Stop,
    go: Callable[[], Purchase],
) -> tuple[Purchase, OffersAnswer | None]:
    """Buy these offers; `go` says how everything stands after that, with the labels fetched."""
    from inpost_desk.actions import offers
    from inpost_desk.actions.changing import Bought

    ledger, client = session.ledger, session.client
    ends: list[End] = []
    for number, offer in wanted.items():
        ends.append(offers.choose(ledger, client, number, offer, stop=stop))
        if not isinstance(ends[-1], Bought):
            break
    got = [one for one in ends if isinstance(one, Bought)]
    stuck = tuple(stuck_of(one) for one in ends if not isinstance(one, Bought))
    if not got:
        return Purchase(order.run_id, stuck=stuck), read_offers(session, order, tuple(wanted))
    whole = go()
    rates = [one.price for one in got if one.price is not None]
    return replace(
        whole,
        stuck=stuck or whole.stuck,
        other_offer=any(one.other for one in got),
        price=sum(rates) if len(rates) == len(got) else None,  # type: ignore[arg-type]
    ), None


def cancel(session: Session, numbers: tuple[int, ...]) -> bool:
    """Cancel unpaid shipments; whether all of them are."""
    from inpost_desk.actions import unpaid
    from inpost_desk.actions.changing import Cancelled

    ends = [unpaid.cancel(session.ledger, session.client, one) for one in numbers]
    return all(isinstance(one, Cancelled) for one in ends)


def print_made(
    session: Session,
    known: Settings,
    made: tuple[Made, ...],
    *,
    reason: str,
    front: tuple[str, ...],
    stop: Stop,
    told: Callable[[Printing], None],
    overruled: frozenset[int] = frozenset(),
) -> Paper:
    """The labels of these on the chosen printer; those printed before only for a reason.

    `overruled` are those that print although something is wrong with their label.
    """
    from inpost_desk.actions.printing import Ahead, print_labels
    from inpost_desk.actions.ready import Label
    from inpost_desk.labels.own_pages import separator
    from inpost_desk.session_printers import outlets_of

    there = [one for one in made if one.label]
    done = print_labels(
        session.ledger,
        outlets_of(session, known),
        [Label(one.local_id, one.reference) for one in there],
        now=session.client.now,
        stop=stop,
        reason=reason,
        before=Ahead(separator(front)) if front else None,
        overruled=overruled,
        told=told,
    )
    return Paper(
        printed=done.printed + done.skipped,
        at_printer=done.open,
        left=done.failed + done.cancelled + done.left + len(done.held),
        missing=len(made) - len(there),
        held=done.held,
    )


def standing(session: Session, run_id: int, *, only: int = 0) -> Purchase:
    """How every shipment of a run stands, or one of them; one made elsewhere is of no run."""
    from inpost_desk.ledger import report, seen

    if not run_id:
        return Purchase(0, tuple(_made_elsewhere(session, only)))
    known = {one.shipment_id: one for one in seen.of_run(session.ledger, run_id)}
    made, stuck = [], []
    for row in report.standing_of_run(session.ledger, run_id):
        if only and row.local_id != only:
            continue
        one = known.get(row.local_id or 0)
        if one is not None and one.paid and row.local_id:
            numbers = one.numbers
            made.append(Made(row.local_id, row.reference, numbers, row.service, row.label))
        elif row.outcome is not Outcome.DONE:
            number = row.local_id or 0
            found = Stuck(row.outcome, row.rule, row.field, row.value, row.reference, number)
            stuck.append(found)
    return Purchase(run_id, tuple(made), tuple(stuck))


def _made_elsewhere(session: Session, shipment: int) -> Iterator[Made]:
    """That shipment once it is paid."""
    from inpost_desk.ledger import history, seen
    from inpost_desk.ledger.stored_labels import stored_labels

    rows = {one.id: one for one in history.rows(session.ledger, [shipment])}
    for one in seen.known_shipments(session.ledger, [shipment]):
        if one.paid and shipment in rows:
            row, label = rows[shipment], stored_labels(session.ledger, [shipment]).get(shipment)
            file = label.file if label is not None and not label.finding else ""
            yield Made(shipment, row.reference, one.numbers, row.service, file)


def _answer(session: Session, order: Order, offered: tuple[Offered, ...]) -> OffersAnswer:
    choices = tuple(Choice(one.shipment_id, one.offers) for one in offered)
    found = standing(session, order.run_id, only=order.begun.made)
    stuck = tuple(one for one in found.stuck if one.outcome != Outcome.OFFERED)
    bought = found if found.made else None
    return OffersAnswer(order.run_id, choices, session.client.now(), stuck, bought)


def _after(session: Session, order: Order, ends: list[Offered | End]) -> OffersAnswer:
    """What edits came to."""
    from inpost_desk.actions.offers import Offered

    offered = tuple(one for one in ends if isinstance(one, Offered))
    answer = _answer(session, order, offered)
    failed = tuple(stuck_of(one) for one in ends if not isinstance(one, Offered))
    return answer if answer.bought else replace(answer, stuck=failed)


def _all_made(session: Session, run_id: int) -> tuple[int, ...]:
    """The shipments of a run where InPost has all of them."""
    from inpost_desk.ledger import report, seen

    known = {one.shipment_id for one in seen.of_run(session.ledger, run_id)}
    wanted = [row.local_id or 0 for row in report.standing_of_run(session.ledger, run_id)]
    return tuple(wanted) if known.issuperset(wanted) else ()


def read_offers(
    session: Session, order: Order, numbers: tuple[int, ...], *, anew: bool = False
) -> OffersAnswer:
    """The offers of these as they are; `anew`: what failed before the last edit counts no more."""
    from inpost_desk.actions import offers

    ends = [offers.offers_of(session.ledger, session.client, one) for one in numbers]
    offered = tuple(one for one in ends if isinstance(one, offers.Offered))
    failed = tuple(stuck_of(one) for one in ends if not isinstance(one, offers.Offered))
    answer = _answer(session, order, offered)
    return replace(answer, stuck=failed or (() if anew else answer.stuck))


def _enter(session: Session, known: Settings, order: Order) -> int:
    from inpost_desk.actions import new_shipment, ship

    ledger, client = session.ledger, session.client
    terms = terms_for(session, known, order.draft)
    ship.look_around(ledger, client, terms)
    draft, name = order.draft, order.draft_id
    if not order.begun.replaces:
        return new_shipment.enter(ledger, client, draft, terms, draft_id=name, again=order.again)
    from inpost_desk.actions import replace as replacing

    old = order.begun.replaces
    run_id = replacing.enter_replacement(ledger, client, old, draft, terms, draft_id=name)
    if run_id is None:
        raise QuestionOpen(REPLACED_BEFORE)
    return run_id


def _edit_made(
    session: Session, known: Settings, order: Order, run_id: int, stop: Stop
) -> list[Offered | End]:
    """Unpaid shipments that were made of the draft as it was before; those it needs no more are cancelled."""
    from inpost_desk.actions import unpaid
    from inpost_desk.actions.new_shipment import parts_of
    from inpost_desk.ledger import changes, report, seen

    ledger, client = session.ledger, session.client
    terms = terms_for(session, known, order.draft)
    parts = parts_of(order.draft, terms)
    rows = report.standing_of_run(ledger, run_id)
    unpaid_ones = {one.shipment_id for one in seen.of_run(ledger, run_id) if not one.paid}
    ends: list[Offered | End] = []
    for row, part in zip(rows, parts, strict=False):
        ours = changes.find(ledger, row.local_id) if row.local_id in unpaid_ones else None
        if ours is None or says(ours.wish, part.draft):
            continue
        mine = replace(part.draft, reference=ours.reference)
        ends.append(unpaid.edit(ledger, client, ours.shipment_id, mine, terms.choices, stop=stop))
    now = {row.local_id for row in rows}
    before = seen.of_run(ledger, order.run_id) if order.run_id else []
    left = [one.shipment_id for one in before if not one.paid and one.shipment_id not in now]
    for number in left:
        unpaid.cancel(ledger, client, number, stop=stop)
    return ends


def says(wish: str, draft: Draft) -> bool:
    """Whether a shipment is what the draft says; how it is paid for and its reference are its own."""
    kept = from_json(wish.encode()) if wish else None
    if kept is None:
        return True
    own = {
        "only_choice_of_offer": False,
        "count": 1,
        "reference": draft.reference or kept.reference,
    }
    return replace(kept, **own) == replace(draft, **own)  # type: ignore[arg-type]


def is_refused(end: object) -> bool:
    """Whether InPost, or somebody who is at it, stands in the way."""
    from inpost_desk.actions.changing import Busy, Failed

    return isinstance(end, Failed | Busy)


def stuck_of(end: object) -> Stuck:
    """An end that is no purchase, as a row tells it."""
    from inpost_desk.actions.changing import Busy, Cancelled, Expired, Failed, Pending

    match end:
        case Failed(number, field, rule):
            outcome = Outcome.REFUSED if field in _FIELDS else Outcome.UNPAID
            return Stuck(outcome, rule, field, local_id=number)
        case Expired(number):
            return Stuck(Outcome.UNPAID, "offer_expired", local_id=number)
        case Cancelled(number):
            return Stuck(Outcome.WAITING, "canceled", local_id=number)
        case Pending(number):
            return Stuck(Outcome.WAITING, "payment_pending", local_id=number)
        case Busy(number):
            return Stuck(Outcome.WAITING, "busy", local_id=number)
        case _:
            return Stuck(Outcome.WAITING, "not_sent")
