"""`inpost-desk settle`: find out what became of lost answers, or decide where only a person can."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inpost_desk.actions import decide, settle
from inpost_desk.actions.decide import Decided, unsure
from inpost_desk.actions.settle import Horizon, Settled
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.journal import OpenStep
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import translate

OK, NOT_FOUND, USAGE, OPEN = 0, 1, 2, 5


def run(arguments: argparse.Namespace) -> int:
    """One look for everything that is unsure; with a reference and an answer, a person's decision."""
    decision = arguments.adopt is not None or arguments.absent
    if decision and not arguments.reference:
        complain(
            translate(
                "cli",
                "Say which reference is meant: “inpost-desk settle REFERENCE --adopt …” or “--absent”.",
            )
        )
        return USAGE
    with opened(arguments) as session:
        if arguments.reference and not unsure(session.ledger, arguments.reference):
            return _nothing_unsure(arguments.reference)
        horizon = Horizon.shortened(arguments.horizon) if arguments.horizon else Horizon()
        done = settle.settle(session.ledger, session.client, horizon=horizon)
        if decision:
            return _decide(arguments, session)
        _show(arguments, session, done)
        return OPEN if done.open else OK


def _show(arguments: argparse.Namespace, session: Session, done: Settled) -> None:
    steps = [one for one in unsure(session.ledger, arguments.reference or "") if not one.living]
    if arguments.json:
        say_json(asdict(done) | {"steps": [_facts(session, one) for one in steps]})
        return
    words = translate("cli", "Found: {found}. Surely not made: {absent}. Still unsure: {open}.")
    say(words.format(found=done.found, absent=done.absent, open=done.open))
    for step in steps:
        say(_evidence(session, step))


def _nothing_unsure(reference: str) -> int:
    words = translate(
        "cli", "{reference}: nothing is unsure here. “inpost-desk status” shows how it stands."
    )
    complain(words.format(reference=reference))
    return NOT_FOUND


def _evidence(session: Session, step: OpenStep) -> str:
    """What there is to decide by: our order beside what InPost has under the same reference."""
    why = sentences.rule_words(step.undecided or "answer_lost")
    line = f"{step.wanted.reference}: {why}"
    for one in settle.suspects(session.ledger, session.client, step):
        made = sentences.moment_words(one.created_at) if one.created_at else ""
        receiver = f"{one.receiver.first_name} {one.receiver.last_name}".strip()
        status = sentences.status_words(one.status)
        line += (
            f"\n    {one.id} {status} {one.tracking_number} {one.target_point} {receiver} {made}"
        )
    return line


def _facts(session: Session, step: OpenStep) -> dict[str, object]:
    candidates = settle.suspects(session.ledger, session.client, step)
    return {
        "reference": step.wanted.reference,
        "rule": step.undecided or "answer_lost",
        "candidates": [
            {"id": one.id, "status": one.status, "tracking_number": one.tracking_number}
            for one in candidates
        ],
    }


def _decide(arguments: argparse.Namespace, session: Session) -> int:
    """The person's word, where looking once more did not make it needless."""
    ledger, client = session.ledger, session.client
    if arguments.adopt is None:
        decided = decide.absent(ledger, client, arguments.reference)
    else:
        wanted = ShipmentId(arguments.adopt)
        decided = decide.adopt(ledger, client, arguments.reference, wanted)
    words = _words(decided, adopted=arguments.adopt is not None)
    tell = say if decided in (Decided.NOTED, Decided.NOTHING_UNSURE) else complain
    tell(words.format(reference=arguments.reference, id=arguments.adopt))
    return OK if tell is say else NOT_FOUND


def _words(decided: Decided, *, adopted: bool) -> str:
    match decided:
        case Decided.NOTHING_UNSURE:
            return translate(
                "cli", "{reference}: found out by itself just now, so nothing had to be decided."
            )
        case Decided.IN_USE:
            return translate(
                "cli",
                "{reference}: another window or command is at it; try again when that has ended.",
            )
        case Decided.NO_SUCH_SHIPMENT:
            return translate(
                "cli", "InPost has no shipment {id}; check the number and the account."
            )
        case Decided.TAKEN:
            return translate(
                "cli", "That shipment belongs to another order already; choose another one."
            )
    if adopted:
        return translate(
            "cli",
            "Noted: this shipment is the one. “inpost-desk ship” fetches its label the next time.",
        )
    return translate(
        "cli", "Noted: InPost does not have it. “inpost-desk ship” sends it the next time."
    )
