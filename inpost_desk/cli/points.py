"""`inpost-desk points QUERY`: the points of InPost's network by code, town, street or post code.

Answered from the cache; where that is empty or old it is filled first, if InPost can be asked.
"""

from __future__ import annotations

import argparse
import sys
from typing import Final

from inpost_desk.actions.point_search import PointSearch
from inpost_desk.actions.points import PointsUnknown, cache_of, read_network
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json, table
from inpost_desk.domain.point_answer import Answer, Found, Wish
from inpost_desk.errors import Trouble
from inpost_desk.wording.sentences import rule_words, trouble_words
from inpost_desk.wording.speech import translate

OK, NOT_FOUND = 0, 1
MOST: Final = 10


def run(arguments: argparse.Namespace) -> int:
    """Show what `query` finds.

    Of `arguments`: `query` (words), `near`, `most`, `payment`, `open_247`, `weekend`, `no_parcel_points`,
    `refresh`, `json`, and what every command has. Needs no token once the points were read.
    """
    wish = Wish(
        payment=arguments.payment,
        open_247=arguments.open_247,
        parcel_points=not arguments.no_parcel_points,
        weekend=arguments.weekend,
    )
    with opened(arguments, token_needed=False) as session:
        if not _filled(session, refresh=arguments.refresh):
            complain(
                translate(
                    "cli",
                    "The network's points are not known here yet. Give a token and run this again.",
                )
            )
            return NOT_FOUND
        search = PointSearch(session.ledger)
        query = " ".join(arguments.query)
        answer = search.find(query, wish, near=arguments.near, most=arguments.most or MOST)
    return _told(answer, as_json=arguments.json)


def _filled(session: Session, *, refresh: bool) -> bool:
    """Whether the whole network is known; read or brought up to date where that can be done."""
    cache = cache_of(session.ledger, session.client.now())
    if session.may_ask and (refresh or not cache.fresh):
        try:
            read_network(session.ledger, session.client, progress=_progress)
        except PointsUnknown:
            complain(translate("cli", "InPost offers no list of points at this address."))
        except Trouble as trouble:
            # An older list still answers.
            complain(trouble_words(trouble))
        cache = cache_of(session.ledger, session.client.now())
    return cache.read_at is not None


def _progress(read: int, total: int) -> None:
    if sys.stderr.isatty():
        words = translate("cli", "Reading points: {read} of {total}")
        ended = "\n" if read >= total else ""
        sys.stderr.write(f"\r{words.format(read=read, total=total)}{ended}")


def _told(answer: Answer, *, as_json: bool) -> int:
    if answer.instead_of:
        complain(f"{answer.instead_of}: {_why(answer.rule)}")
    if as_json:
        say_json([_as_facts(one) for one in answer.found])
    elif answer.found:
        _table(answer)
    elif not answer.instead_of:
        say(translate("cli", "Nothing is called so."))
    return OK if answer.choices and not answer.instead_of else NOT_FOUND


def _table(answer: Answer) -> None:
    columns = [
        translate("cli", "Point"),
        translate("cli", "Street"),
        translate("cli", "Town"),
        translate("cli", "Metres"),
        translate("cli", "Why not"),
    ]
    table(columns, [_line(one) for one in answer.found])


def _line(found: Found) -> list[str]:
    point = found.point
    metres = "" if found.metres is None else str(found.metres)
    place = f"{point.post_code} {point.city}".strip()
    return [point.name, point.street, place, metres, _why(found.rule)]


def _why(rule: str) -> str:
    if rule == "not_open_247":
        return translate("cli", "this point is not open day and night.")
    return rule_words(rule, field="point") if rule else ""


def _as_facts(found: Found) -> dict[str, object]:
    point = found.point
    return {
        "point": point.name,
        "street": point.street,
        "post_code": point.post_code,
        "city": point.city,
        "metres": found.metres,
        "open_247": point.open_247,
        "payment": point.payment,
        "parcel_point": point.parcel_point,
        "rule": found.rule,
    }
