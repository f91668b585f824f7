"""`inpost-desk order hold|release|update REFERENCE`: an order that is not bought is kept back or corrected.

An order of a file is changed on the desk, where `ship` and the window take it from; one that InPost has and
that is not paid is changed at InPost.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inpost_desk.actions import offers
from inpost_desk.actions import pile as desk
from inpost_desk.actions.account import check_account
from inpost_desk.actions.offers import Offered
from inpost_desk.actions.pile import Rules
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.ends import code_of, facts_of, words_of
from inpost_desk.cli.meant import at_inpost, is_bought, unpaid_or_only
from inpost_desk.cli.offers import offered_facts, show_offers
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.cli.terms import terms_of
from inpost_desk.cli.wishes import (
    asked_changes,
    can_be_sent,
    changed,
    complain_of,
    nothing_asked,
)
from inpost_desk.domain.draft_from import draft_of
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import Pile
from inpost_desk.errors import NotAllowed
from inpost_desk.ledger import changes, piles, report
from inpost_desk.ledger.report import RowStanding
from inpost_desk.ledger.unsent import unsent_rows
from inpost_desk.wording.speech import translate

OK, FAILED, USAGE = 0, 1, 2
LOOKED_AT: Final = 50
HOLD, RELEASE, UPDATE = "hold", "release", "update"


def run(arguments: argparse.Namespace) -> int:
    """One of the three actions."""
    asked = asked_changes(arguments) if arguments.action == UPDATE else {}
    if arguments.action == UPDATE and not asked:
        complain(nothing_asked(arguments.reference))
        return USAGE
    with opened(arguments, token_needed=False) as session:
        standing = [] if arguments.file else at_inpost(session, arguments.reference)
        unpaid = [row for row in standing if not is_bought(row)]
        if unpaid and arguments.action == UPDATE:
            row = unpaid_or_only(session, arguments.reference)
            return FAILED if row is None else _change_at_inpost(arguments, session, row, asked)
        if standing:
            return _too_late(arguments.reference, bought=not unpaid)
        return _on_desk(arguments, session, asked)


def _too_late(reference: str, *, bought: bool) -> int:
    if bought:
        words = translate(
            "cli",
            "{reference}: it is bought already, so nothing was changed. “inpost-desk replace {reference}” buys "
            "another shipment in its place.",
        )
    else:
        words = translate(
            "cli",
            "{reference}: InPost has it already, so nothing was changed. “inpost-desk cancel {reference}” "
            "cancels it, “inpost-desk order update {reference}” corrects it.",
        )
    complain(words.format(reference=reference))
    return FAILED


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows of a pile that have the reference."""

    pile: Pile
    rows: frozenset[int]


def _on_desk(arguments: argparse.Namespace, session: Session, asked: Mapping[Field, str]) -> int:
    found = _find(arguments, session)
    if found is None:
        words = translate(
            "cli",
            "{reference}: no such order waits on the desk. Check the reference, or name its file with “--file”.",
        )
        complain(words.format(reference=arguments.reference))
        return FAILED
    if arguments.action == UPDATE:
        return _correct(arguments, session, found, asked)
    held = arguments.action == HOLD
    before = desk.mark(session.ledger, found.pile.id, found.rows, Rules(), held=held)
    if before.late:
        return _too_late(arguments.reference, bought=False)
    return _tell(arguments, found, "held" if held else "released")


def _find(arguments: argparse.Namespace, session: Session) -> _Found | None:
    for pile in _piles(arguments, session):
        rows = piles.rows_with_references(session.ledger, pile.id, [arguments.reference])
        if rows:
            return _Found(pile, rows)
    return None


def _piles(arguments: argparse.Namespace, session: Session) -> Iterator[Pile]:
    """The file that was named, else those on the desk that an order may be waiting in, the newest first."""
    ledger = session.ledger
    if arguments.file:
        yield desk.put_on_desk(
            ledger,
            Path(arguments.file),
            repeated=session.settings.repeated,
            now=session.client.now(),
        ).pile
        return
    newest = piles.newest_pile(ledger)
    if newest is not None:
        yield newest
    for number in unsent_rows(ledger, most=LOOKED_AT):
        pile = piles.pile_named(ledger, number)
        if pile is not None and (newest is None or pile.id != newest.id):
            yield pile
    for one in report.recent_runs(ledger, most=LOOKED_AT):
        pile = piles.pile_of_file(ledger, report.digest_of_run(ledger, one.id))
        if pile is not None:
            yield pile


def _correct(
    arguments: argparse.Namespace, session: Session, found: _Found, asked: Mapping[Field, str]
) -> int:
    ledger, client, pile_id = session.ledger, session.client, found.pile.id
    rules = _rules(session)
    before = desk.edit(ledger, pile_id, dict.fromkeys(found.rows, asked), rules)
    if before.late:
        return _too_late(arguments.reference, bought=False)
    if session.may_ask:
        known = desk.ask_points(ledger, client, pile_id, rows=found.rows)
        desk.check(ledger, pile_id, rules, rows=found.rows, points=known)
    details = piles.details(ledger, pile_id, found.rows)
    problems = list(dict.fromkeys(one for row in details for one in row.problems))
    facts = [{"field": one.field, "rule": one.rule, "value": one.value} for one in problems]
    _tell(arguments, found, "updated", problems=facts)
    complain_of(problems)
    return FAILED if problems else OK


def _rules(session: Session) -> Rules:
    method = session.settings.sending_method or ""
    if not session.may_ask:
        return Rules(sending_method=method)
    return Rules(check_account(session.client).organization.services, method)


def _tell(arguments: argparse.Namespace, found: _Found, outcome: str, **more: object) -> int:
    rows = sorted(found.rows)
    if arguments.json:
        facts = {"reference": arguments.reference, "outcome": outcome, "rows": rows}
        say_json(facts | {"file": found.pile.file_name} | more)
        return OK
    words = {
        "held": translate(
            "cli", "{reference}: held back. “inpost-desk order release {reference}” lets it go."
        ),
        "released": translate("cli", "{reference}: goes with the next “inpost-desk ship” again."),
        "updated": translate(
            "cli", "{reference}: corrected on the desk; “inpost-desk ship” sends it like that."
        ),
    }[outcome]
    say(words.format(reference=arguments.reference))
    return OK


def _change_at_inpost(
    arguments: argparse.Namespace,
    session: Session,
    row: RowStanding,
    asked: Mapping[Field, str],
) -> int:
    """Not paid yet: InPost takes the change and makes its offers anew."""
    if not session.may_ask:
        raise NotAllowed(status=401, rule="token_missing")
    terms = terms_of(arguments, session, session.settings.sending_method or "")
    ledger, client = session.ledger, session.client
    ours = changes.find(ledger, row.local_id or 0)
    if ours is None or ours.shipx_id is None:
        return FAILED
    shipment = client.shipment(ours.shipx_id)
    draft = changed(draft_of(ours.wish, shipment), asked, terms.contract, terms.choices)
    if not can_be_sent(session, draft, terms.contract, terms.choices):
        return USAGE
    stop = Stop()
    with stopping(stop):
        end = offers.edit(
            ledger,
            client,
            ours.shipment_id,
            draft,
            terms.choices,
            stop=stop,
            horizon=terms.horizon,
        )
    if not isinstance(end, Offered):
        if arguments.json:
            say_json(facts_of(row.reference, end))
        complain(words_of(row.reference, end))
        return code_of(end) or FAILED
    if arguments.json:
        say_json(offered_facts(session, end) | {"outcome": "updated"})
        return OK
    words = translate(
        "cli",
        "{reference}: corrected at InPost, and nothing is bought yet. “inpost-desk buy {reference} --offer "
        "cheapest” buys it.",
    )
    say(words.format(reference=row.reference))
    show_offers(session, end)
    return OK
