"""`inpost-desk settle`: find out what became of lost answers, or decide where only a person can."""

from __future__ import annotations

import argparse

from inpost_desk.actions import settle
from inpost_desk.actions.settle import Horizon
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger import journal
from inpost_desk.ledger.journal import OpenStep
from inpost_desk.ledger.orders import DECIDED_ABSENT
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import translate

OK, NOT_FOUND, USAGE, OPEN = 0, 1, 2, 5


def run(arguments: argparse.Namespace) -> int:
    """One look for everything that is unsure; with a reference and an answer, a person's decision."""
    if (arguments.adopt or arguments.absent) and not arguments.reference:
        complain(
            translate(
                "cli",
                "Say which reference is meant: “inpost-desk settle REFERENCE --adopt …” or “--absent”.",
            )
        )
        return USAGE
    with opened(arguments) as session:
        horizon = Horizon.shortened(arguments.horizon) if arguments.horizon else Horizon()
        if arguments.adopt or arguments.absent:
            return _decide(arguments, session)
        done = settle.settle(session.ledger, session.client, horizon=horizon)
        if arguments.json:
            say_json(
                {
                    "found": done.found,
                    "absent": done.absent,
                    "pending": done.pending,
                    "undecided": done.undecided,
                }
            )
        else:
            words = translate(
                "cli", "Found: {found}. Surely not made: {absent}. Still unsure: {open}."
            )
            say(words.format(found=done.found, absent=done.absent, open=done.open))
            for step in _unsure(session):
                say(_evidence(session, step))
        return OPEN if done.open else OK


def _unsure(session: Session) -> list[OpenStep]:
    return [
        step
        for step in journal.open_steps(session.ledger)
        if not step.living and step.kind in journal.CREATING
    ]


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


def _decide(arguments: argparse.Namespace, session: Session) -> int:
    steps = [one for one in _unsure(session) if one.wanted.reference == arguments.reference]
    if not steps:
        words = translate(
            "cli", "{reference}: nothing is unsure here. “inpost-desk status” shows how it stands."
        )
        complain(words.format(reference=arguments.reference))
        return NOT_FOUND
    now = session.client.now()
    if arguments.absent:
        journal.not_done(session.ledger, [one.id for one in steps], now=now, why=DECIDED_ABSENT)
        say(
            translate(
                "cli", "Noted: InPost does not have it. “inpost-desk ship” sends it the next time."
            )
        )
        return OK
    shipment = session.client.shipment(ShipmentId(arguments.adopt))
    left = journal.made(session.ledger, [(steps[0].id, shipment)], now=now)
    if left:
        complain(
            translate("cli", "That shipment belongs to another order already; choose another one.")
        )
        return NOT_FOUND
    say(
        translate(
            "cli",
            "Noted: this shipment is the one. “inpost-desk ship” fetches its label the next time.",
        )
    )
    return OK
