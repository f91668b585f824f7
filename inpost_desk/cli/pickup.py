"""`inpost-desk pickup`: order a courier, and see, call off or write off what was ordered."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

from inpost_desk.actions import pickup
from inpost_desk.actions.pickup import Asked, Candidate, NotAsked, Unsure, Wrong
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.pickup_place import place_of
from inpost_desk.cli.pickup_told import tell_line, tell_lines, tell_missed, tell_wrong
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json, table
from inpost_desk.cli.stopping import stopping
from inpost_desk.cli.terms import horizon_of
from inpost_desk.domain.pickup import PickupPrice, PickupState
from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.domain.working_days import pickup_day
from inpost_desk.errors import Refused
from inpost_desk.ledger.earlier import base_of
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
        # Parcels of an order in doubt are not ready before it is known what became of it.
        unsure = pickup.settle_pickups(
            session.ledger, session.client, horizon=horizon_of(arguments)
        )
        chosen = _chosen(session, arguments)
        if chosen is None:
            return FAILED
        if unsure and not chosen:
            return _all_in_doubt(session, arguments)
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


def _all_in_doubt(session: Session, arguments: argparse.Namespace) -> int:
    """Nothing is ready because InPost may have ordered a courier for it already: that comes first."""
    for line in pickup.listed(session.ledger, state=PickupState.UNSURE):
        tell_line(line, as_json=arguments.json, bad=True)
    return OPEN


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
    missed = [one for one in good if one.pickup and one.pickup.state is PickupState.MISSED]
    if missed and not arguments.again:
        before = {one.pickup.id for one in missed if one.pickup}
        wrong = Wrong(
            "ordered_before", tuple(one.row.id for one in missed), pickups=tuple(sorted(before))
        )
        return tell_wrong(session.ledger, wrong, as_json=arguments.json)
    ids = [one.row.id for one in good]
    told = pickup.price(session.ledger, session.client, ids, where)
    left_out = [_name(one) for one in good if one.row.shipx_id in told.wrong]
    if arguments.json:
        references = [one.row.reference for one in good]
        facts = {"parcels": references, "price": told.total, "not_in_price": left_out}
        say_json({"outcome": "dry_run"} | facts)
    else:
        _tell_dry_run(good, told)
    if left_out:
        words = translate(
            "cli",
            "InPost would not count these parcels, and the price is without them: {names}. Look at them with "
            "“inpost-desk track” before ordering: InPost may turn the whole order down.",
        )
        complain(words.format(names=", ".join(left_out)))
    return OK


def _tell_dry_run(good: Sequence[Candidate], told: PickupPrice) -> None:
    words = translate(
        "cli", "A courier would be ordered for these parcels ({count}): {names}. Price: {price}."
    )
    names = ", ".join(_name(one) for one in good)
    # InPost named no price where it counted none of them; that is no contract.
    price = "–" if told.wrong and told.total is None else price_words(told.total)
    say(words.format(count=len(good), names=names, price=price))


def _name(one: Candidate) -> str:
    return one.row.reference or one.row.tracking_number


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
        lines = pickup.listed(
            session.ledger,
            since=arguments.since and datetime.combine(arguments.since, time(), WARSAW),
            state=PickupState(arguments.state) if arguments.state else None,
            words=" ".join(arguments.words),
        )
    chosen = arguments.words or arguments.since or arguments.state
    tell_lines(lines, as_json=arguments.json, searched=bool(chosen))
    return OPEN if any(one.state is PickupState.UNSURE for one in lines) else OK


def _one(arguments: argparse.Namespace) -> int:
    """`show`, `cancel` and `missed` are about one order, whose new state is told."""
    stop = Stop()
    with opened(arguments, token_needed=arguments.action != "missed") as session, stopping(stop):
        number = arguments.number
        if pickup.one_line(session.ledger, number) is None:
            words = translate(
                "cli",
                "There is no order for a courier with number {number}; see “inpost-desk pickup list”.",
            )
            complain(words.format(number=number))
            return FAILED
        acts = {"show": _show, "cancel": _cancel, "missed": _missed}
        return acts[arguments.action](arguments, session, stop)


def _show(arguments: argparse.Namespace, session: Session, stop: Stop) -> int:
    pickup.follow(session.ledger, session.client, stop=stop)
    line = pickup.one_line(session.ledger, arguments.number)
    if line is None:
        return FAILED
    tell_line(line, as_json=arguments.json)
    return OPEN if line.state in (PickupState.UNSURE, PickupState.SENDING) else OK


def _cancel(arguments: argparse.Namespace, session: Session, _stop: Stop) -> int:
    try:
        state = pickup.cancel(session.ledger, session.client, arguments.number)
    except Refused as refusal:
        complain(trouble_words(refusal))
        return FAILED
    line = pickup.one_line(session.ledger, arguments.number)
    if line is None:
        return FAILED
    tell_line(line, as_json=arguments.json, bad=state is not PickupState.CANCELLED)
    if state is PickupState.CANCELLED:
        return OK
    if line.ending or state is PickupState.UNSURE:
        return OPEN
    complain(translate("cli", "There is nothing to call off: no courier comes."))
    return FAILED


def _missed(arguments: argparse.Namespace, session: Session, _stop: Stop) -> int:
    """Needs no token; with one InPost is asked first where the parcels are."""
    client = session.client if session.may_ask else None
    done = pickup.missed(session.ledger, arguments.number, client=client)
    line = pickup.one_line(session.ledger, arguments.number)
    if line is None:
        return FAILED
    tell_missed(session.ledger, line, done, as_json=arguments.json)
    if done.rule:
        return OPEN if done.state is PickupState.UNSURE else FAILED
    day = pickup_day(line.sent_at, cut_off=session.settings.pickup.cut_off)
    if line.order is not None and session.client.now().astimezone(WARSAW).date() <= day:
        words = translate(
            "cli",
            "InPost keeps its parcels in this order until that day is over. If a courier is to come today, free "
            "them first: “inpost-desk pickup cancel {number}”.",
        )
        complain(words.format(number=line.id))
    return OK


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
