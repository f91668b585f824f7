"""`inpost-desk track`: where parcels are, ours from the ledger and InPost, any other by public tracking."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from inpost_desk.actions import refresh
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.papers import known_by
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json, table
from inpost_desk.cli.stopping import stopping
from inpost_desk.domain.history import Detail, HistoryRow, Query
from inpost_desk.domain.history import Stop as Station
from inpost_desk.domain.tracking import ServiceChange
from inpost_desk.errors import NoAnswer, NotFound, Offline, TooFast, Trouble
from inpost_desk.ledger import history
from inpost_desk.wording.journey import concern_words, remedy_words, stop_words
from inpost_desk.wording.sentences import moment_words, service_words, trouble_words
from inpost_desk.wording.speech import translate

OK, NOT_FOUND, USAGE, UNREACHABLE, OPEN = 0, 1, 2, 4, 5


@dataclass(frozen=True, slots=True)
class _Told:
    """A parcel by the name that was asked for, newest station first."""

    name: str
    reference: str
    number: str
    service: str
    status: str
    way: tuple[Station, ...]
    changes: tuple[ServiceChange, ...] = ()


def run(arguments: argparse.Namespace) -> int:
    """Show the way of each parcel, newest first, read everything on its way again, or list the exceptions."""
    if bool(arguments.names) + arguments.refresh + arguments.exceptions != 1:
        complain(
            translate(
                "cli", "Name references or numbers, or --refresh, or --exceptions: one of these."
            )
        )
        return USAGE
    stop = Stop()
    with opened(arguments, token_needed=arguments.refresh) as session, stopping(stop):
        if arguments.refresh:
            return _refresh(arguments, session, stop)
        if arguments.exceptions:
            return _exceptions(arguments, session)
        told: list[_Told] = []
        troubles: list[Trouble] = []
        for name, ids in known_by(session, arguments.names).items():
            if not stop.asked:
                told += _one(session, name, ids, troubles)
    if arguments.json:
        say_json([_facts(one) for one in told])
    else:
        for one in told:
            _show(one)
    if troubles:
        words = translate("cli", "That is what was last known here.")
        complain(f"{trouble_words(troubles[0])} {words}")
        return UNREACHABLE
    return OK if {one.name for one in told} >= set(arguments.names) else NOT_FOUND


def _refresh(arguments: argparse.Namespace, session: Session, stop: Stop) -> int:
    """What is due, once a day also what was made elsewhere; then what should be at InPost and is not."""
    ledger, client, known = session.ledger, session.client, session.settings
    done = refresh.refresh(ledger, client, stop=stop)
    mirrored = away = False
    try:
        mirrored = not stop.asked and refresh.mirror_daily(ledger, client)
    except (Offline, NoAnswer, TooFast) as trouble:
        complain(trouble_words(trouble))
        away = True
    left_behind = refresh.note_left_behind(
        ledger, now=client.now(), courier_days=known.courier_days, cut_off=known.pickup.cut_off
    )
    if arguments.json:
        facts = {"looked": done.looked, "changed": done.changed, "requests": done.requests}
        say_json(facts | {"left": done.left, "mirrored": mirrored, "left_behind": left_behind})
    else:
        words = translate("cli", "Shipments read: {looked}; with news: {changed}; left: {left}.")
        say(words.format(looked=done.looked, changed=done.changed, left=done.left))
        if left_behind:
            words = translate(
                "cli",
                "Newly left behind: {count}. “inpost-desk track --exceptions” says what to do.",
            )
            say(words.format(count=left_behind))
    if done.left:
        return OPEN
    return UNREACHABLE if away else OK


def _exceptions(arguments: argparse.Namespace, session: Session) -> int:
    """As last known here, newest first; whoever wants them fresh reads again before."""
    found = history.find(session.ledger, Query(exceptions=True))
    rows = [one for one in history.rows(session.ledger, found) if one.concern is not None]
    if arguments.json:
        say_json([_exception_facts(one) for one in rows])
        return OK
    if not rows:
        say(translate("cli", "There is no exception: nothing needs anybody."))
        return OK
    columns = [
        translate("cli", "Reference"),
        translate("cli", "Number"),
        translate("cli", "State"),
        translate("cli", "What to do"),
    ]
    cells = [
        [one.reference or "–", one.tracking_number or "–", _state(one), remedy_words(one.concern)]
        for one in rows
        if one.concern is not None
    ]
    table(columns, cells)
    return OK


def _state(row: HistoryRow) -> str:
    """Why it is on the list, and InPost's word where that says something else."""
    told = concern_words(row.concern) if row.concern is not None else ""
    status = stop_words(row.status)
    return told if told == status else f"{told} ({status})"


def _exception_facts(row: HistoryRow) -> dict[str, object]:
    return {
        "reference": row.reference,
        "tracking_number": row.tracking_number,
        "status": row.status,
        "status_at": row.status_at and row.status_at.isoformat(),
        "concern": row.concern,
        "what_to_do": remedy_words(row.concern) if row.concern is not None else "",
    }


def _one(session: Session, name: str, ids: Sequence[int], troubles: list[Trouble]) -> list[_Told]:
    """Every shipment of a reference, or the parcel of a number; nothing, and said so, where there is none."""
    found = [_ours(session, one, troubles) for one in ids]
    known = [_of_detail(name, one) for one in found if one is not None]
    return known or _tracked(session, name)


def _ours(session: Session, id_: int, troubles: list[Trouble]) -> Detail | None:
    """As InPost says now; without a token or a line as it was last known."""
    if session.may_ask and not troubles:
        try:
            return refresh.track(session.ledger, session.client, id_)
        except (Offline, NoAnswer) as trouble:
            troubles.append(trouble)
    return history.detail(session.ledger, id_)


def _tracked(session: Session, name: str) -> list[_Told]:
    # A reference is nothing InPost could be asked about, and may be longer than a path.
    if len(name) <= 40 and any(sign.isdigit() for sign in name):
        try:
            tracked = refresh.track_number(session.client, name)
        except NotFound:
            pass
        else:
            return [_of_tracked(name, tracked)]
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


def _of_tracked(name: str, tracked: refresh.Tracked) -> _Told:
    one = tracked.tracking
    way = tuple(Station(event.status, event.at, event.place) for event in one.events)
    return _Told(name, "", one.tracking_number, one.service, one.status, way, tracked.changes)


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
        "services": [
            {"service": one.service, "at": one.at and one.at.isoformat()} for one in told.changes
        ],
        "status": told.status,
        "way": way,
    }


def _show(told: _Told) -> None:
    # A redirected parcel has travelled by several.
    services = [one.service for one in told.changes] or [told.service]
    by = " → ".join(service_words(one) for one in services if one)
    names = (told.reference, told.number, by)
    say(f"{' · '.join(filter(None, names))}: {stop_words(told.status)}")
    for one in told.way:
        when = moment_words(one.at) if one.at else "–"
        say("\t".join(filter(None, (f"  {when}", stop_words(one.status), one.place))))
