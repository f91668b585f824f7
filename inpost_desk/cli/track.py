"""`inpost-desk track`: where parcels are, ours from the ledger and InPost, any other by public tracking."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from inpost_desk.actions import refresh
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.domain.history import Detail
from inpost_desk.domain.history import Stop as Station
from inpost_desk.domain.tracking import Tracking
from inpost_desk.errors import NotFound
from inpost_desk.ledger import history
from inpost_desk.ledger.papers import named
from inpost_desk.wording.journey import stop_words
from inpost_desk.wording.sentences import moment_words, service_words
from inpost_desk.wording.speech import translate

OK, NOT_FOUND, USAGE, OPEN = 0, 1, 2, 5


@dataclass(frozen=True, slots=True)
class _Told:
    """A parcel by the name that was asked for, newest station first."""

    name: str
    reference: str
    number: str
    service: str
    status: str
    way: tuple[Station, ...]


def run(arguments: argparse.Namespace) -> int:
    """Show the way of each parcel, newest first; with `--refresh` everything on its way is read again."""
    if bool(arguments.names) == arguments.refresh:
        complain(translate("cli", "Name references or numbers, or --refresh: one of these."))
        return USAGE
    stop = Stop()
    with opened(arguments, token_needed=arguments.refresh) as session, stopping(stop):
        if arguments.refresh:
            return _refresh(arguments, session, stop)
        told: list[_Told] = []
        for name in arguments.names:
            if not stop.asked:
                told += _one(session, name)
    if arguments.json:
        say_json([_facts(one) for one in told])
    else:
        for one in told:
            _show(one)
    return OK if {one.name for one in told} >= set(arguments.names) else NOT_FOUND


def _refresh(arguments: argparse.Namespace, session: Session, stop: Stop) -> int:
    done = refresh.refresh(session.ledger, session.client, stop=stop)
    if arguments.json:
        say_json(
            {
                "looked": done.looked,
                "changed": done.changed,
                "requests": done.requests,
                "left": done.left,
            }
        )
    else:
        words = translate("cli", "Shipments read: {looked}; with news: {changed}; left: {left}.")
        say(words.format(looked=done.looked, changed=done.changed, left=done.left))
    return OPEN if done.left else OK


def _one(session: Session, name: str) -> list[_Told]:
    """Every shipment of a reference, or the parcel of a number; nothing, and said so, where there is none."""
    ids = named(session.ledger, name)
    other = None if ids else history.by_number(session.ledger, name)
    found = [_ours(session, id_) for id_ in (ids if other is None else [other])]
    known = [_of_detail(name, one) for one in found if one is not None]
    return known or _tracked(session, name)


def _ours(session: Session, id_: int) -> Detail | None:
    if session.may_ask:
        return refresh.track(session.ledger, session.client, id_)
    return history.detail(session.ledger, id_)


def _tracked(session: Session, name: str) -> list[_Told]:
    # A reference is nothing InPost could be asked about, and may be longer than a path.
    if len(name) <= 40 and any(sign.isdigit() for sign in name):
        try:
            tracking = session.client.tracking(name)
        except NotFound:
            pass
        else:
            return [_of_tracking(name, tracking)]
    words = translate(
        "cli",
        "{reference}: not known here, and InPost’s tracking has no such number. It shows a parcel from its "
        "first scan on, for 45 days.",
    )
    complain(words.format(reference=name))
    return []


def _of_detail(name: str, one: Detail) -> _Told:
    row = one.row
    return _Told(name, row.reference, row.tracking_number, row.service, row.status, one.way)


def _of_tracking(name: str, one: Tracking) -> _Told:
    way = tuple(Station(event.status, event.at, event.place) for event in one.events)
    return _Told(name, "", one.tracking_number, one.service, one.status, way)


def _facts(told: _Told) -> dict[str, object]:
    way = [
        {
            "status": one.status,
            "words": stop_words(one.status),
            "at": one.at and one.at.isoformat(),
            "place": one.place,
        }
        for one in told.way
    ]
    return {
        "name": told.name,
        "reference": told.reference,
        "tracking_number": told.number,
        "service": told.service,
        "status": told.status,
        "way": way,
    }


def _show(told: _Told) -> None:
    names = (told.reference, told.number, service_words(told.service) if told.service else "")
    say(f"{' · '.join(filter(None, names))}: {stop_words(told.status)}")
    for one in told.way:
        when = moment_words(one.at) if one.at else "–"
        say("\t".join(filter(None, (f"  {when}", stop_words(one.status), one.place))))
