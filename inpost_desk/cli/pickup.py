"""`inpost-desk pickup`: order a courier, and see, call off or write off what was ordered."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import Asked, Candidate, NotAsked, Unsure, Wrong
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.pickup_place import place_of
from inpost_desk.cli.pickup_told import tell_line, tell_lines, tell_wrong
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json, table
from inpost_desk.cli.stopping import stopping
from inpost_desk.cli.terms import horizon_of
from inpost_desk.domain.pickup import PickupState
from inpost_desk.errors import Refused
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

OK, FAILED, USAGE, OPEN = 0, 1, 2, 5
# What is there of an order, as an exit code.
CODES: Final = {
    PickupState.SENT: OK,
    PickupState.CANCELLED: FAILED,
    PickupState.REJECTED: FAILED,
    PickupState.REFUSED: FAILED,
    PickupState.MISSED: FAILED,
}

_HEADINGS: Final = (
    QT_TRANSLATE_NOOP("cli", "Number"),
    QT_TRANSLATE_NOOP("cli", "Name"),
    QT_TRANSLATE_NOOP("cli", "Address"),
    QT_TRANSLATE_NOOP("cli", "Hours"),
    QT_TRANSLATE_NOOP("cli", "State"),
)


def run(arguments: argparse.Namespace) -> int:
    """The command after `pickup`: `order`, `list`, `show`, `cancel`, `missed` or `points`."""
    match arguments.action:
        case "order":
            return _order(arguments)
        case "list":
            return _list(arguments)
        case "points":
            return _points(arguments)
        case _:
            return _one(arguments)


def _order(arguments: argparse.Namespace) -> int:
    if bool(arguments.references) == arguments.all:
        complain(
            translate(
                "cli",
                "Say which parcels the courier is to take: their references, or “--all” for every one that "
                "is ready.",
            )
        )
        return USAGE
    stop = Stop()
    with opened(arguments) as session, stopping(stop):
        chosen = _chosen(session, arguments)
        if chosen is None:
            return FAILED
        where = place_of(arguments, session)
        if where is None:
            return USAGE
        ids = [one.row.id for one in chosen]
        if arguments.dry_run:
            return _dry_run(session, arguments, chosen, where)
        ledger, client = session.ledger, session.client
        done = pickup.order(ledger, client, ids, where, again=arguments.again)
        if isinstance(done, Wrong):
            known = done.rule == "ordered_before"
            price = pickup.price_again(ledger, client, done, where) if known else None
            return tell_wrong(ledger, done, as_json=arguments.json, price=price)
        return _followed(session, arguments, done, stop)


def _chosen(session: Session, arguments: argparse.Namespace) -> list[Candidate] | None:
    """The parcels meant, also those that turn out not to be ready; None where one is not known."""
    here = pickup.candidates(session.ledger)
    if arguments.all:
        return [one for one in reversed(here) if one.not_ready is None]
    chosen: dict[int, Candidate] = {}
    missing = []
    for reference in arguments.references:
        name = reference.strip().casefold()
        found = [
            one
            for one in here
            if name and name in (*_names(one.row.reference), one.row.tracking_number)
        ]
        chosen |= {one.row.id: one for one in found}
        if not found:
            missing.append(reference)
    for reference in missing:
        words = translate(
            "cli",
            "{reference}: there is no paid parcel of that name waiting here. “inpost-desk status {reference}” "
            "shows how it stands.",
        )
        complain(words.format(reference=reference))
    return None if missing else list(chosen.values())


def _names(reference: str) -> tuple[str, str]:
    """A parcel's own reference, and that of the order it is a part of."""
    return reference.casefold(), base_of(reference).casefold()


def _dry_run(
    session: Session,
    arguments: argparse.Namespace,
    chosen: Sequence[Candidate],
    where: pickup.Where,
) -> int:
    """What would be ordered, and what it would cost where InPost says."""
    good = [one for one in chosen if one.not_ready is None]
    bad = [one for one in chosen if one.not_ready is not None]
    if not chosen:
        return tell_wrong(session.ledger, Wrong("none_chosen"), as_json=arguments.json)
    if bad:
        reasons = tuple(one.not_ready for one in bad if one.not_ready is not None)
        wrong = Wrong("not_ready", tuple(one.row.id for one in bad), reasons)
        return tell_wrong(session.ledger, wrong, as_json=arguments.json)
    ids = [one.row.id for one in good]
    price = pickup.price(session.ledger, session.client, ids, where).total
    if arguments.json:
        references = [one.row.reference for one in good]
        say_json({"outcome": "dry_run", "parcels": references, "price": price})
        return OK
    words = translate(
        "cli", "A courier would be ordered for these parcels ({count}): {names}. Price: {price}."
    )
    names = ", ".join(one.row.reference or one.row.tracking_number for one in good)
    say(words.format(count=len(good), names=names, price=price_words(price)))
    return OK


def _followed(
    session: Session, arguments: argparse.Namespace, done: Asked | NotAsked | Unsure, stop: Stop
) -> int:
    """Wait for InPost's yes or no, and say it."""
    if isinstance(done, NotAsked) or arguments.no_wait:
        state = PickupState.REFUSED if isinstance(done, NotAsked) else PickupState.NEW
        if isinstance(done, Unsure):
            state = PickupState.UNSURE
    else:
        horizon = horizon_of(arguments)
        state = pickup.wait(
            session.ledger, session.client, done.pickup_id, stop=stop, horizon=horizon
        )
    line = pickup.one_line(session.ledger, done.pickup_id)
    if line is not None:
        tell_line(line, as_json=arguments.json, bad=CODES.get(state, OPEN) != OK)
    return CODES.get(state, OPEN)


def _list(arguments: argparse.Namespace) -> int:
    with opened(arguments, token_needed=False) as session:
        if session.may_ask:
            pickup.follow(session.ledger, session.client)
        lines = pickup.listed(session.ledger, words=" ".join(arguments.words))
    tell_lines(lines, as_json=arguments.json, searched=bool(arguments.words))
    return OPEN if any(one.state is PickupState.UNSURE for one in lines) else OK


def _one(arguments: argparse.Namespace) -> int:
    """`show`, `cancel` and `missed` are about one order, whose new state is told."""
    stop = Stop()
    with opened(arguments, token_needed=arguments.action != "missed") as session, stopping(stop):
        ledger, client, number = session.ledger, session.client, arguments.number
        if pickup.one_line(ledger, number) is None:
            words = translate(
                "cli",
                "There is no order for a courier with number {number}; see “inpost-desk pickup list”.",
            )
            complain(words.format(number=number))
            return FAILED
        match arguments.action:
            case "cancel":
                try:
                    wanted, state = PickupState.CANCELLED, pickup.cancel(ledger, client, number)
                except Refused as refusal:
                    complain(trouble_words(refusal))
                    return FAILED
            case "missed":
                wanted, state = PickupState.MISSED, pickup.missed(ledger, number)
            case _:
                pickup.follow(ledger, client, stop=stop)
                wanted, state = PickupState.SENT, PickupState.SENT
        line = pickup.one_line(ledger, number)
    if line is None:
        return FAILED
    if arguments.action == "show":
        tell_line(line, as_json=arguments.json)
        return OPEN if line.state in (PickupState.UNSURE, PickupState.SENDING) else OK
    tell_line(line, as_json=arguments.json, bad=state is not wanted)
    if state is wanted:
        return OK
    return OPEN if line.ending or state is PickupState.UNSURE else FAILED


def _points(arguments: argparse.Namespace) -> int:
    with opened(arguments) as session:
        points = session.client.dispatch_points()
    if arguments.json:
        say_json(
            [
                {
                    "id": one.id,
                    "name": one.name,
                    "status": one.status,
                    "office_hours": one.office_hours,
                    "city": one.address.city if one.address else "",
                    "street": one.address.street if one.address else "",
                }
                for one in points
            ]
        )
        return OK
    if not points:
        say(
            translate(
                "cli",
                "InPost knows no place of yours yet; add one in Manager Paczek, or give an address.",
            )
        )
        return OK
    rows = [
        (
            str(one.id),
            one.name,
            f"{one.address.street} {one.address.building_number}, {one.address.city}"
            if one.address
            else "",
            one.office_hours,
            one.status,
        )
        for one in points
    ]
    table([translate("cli", one) for one in _HEADINGS], rows)
    return OK
