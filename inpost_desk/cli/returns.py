"""`inpost-desk returns`: return labels, parcels that came back, and the cash on delivery they may concern."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from inpost_desk.actions.cod_report import CodReport, cod_report
from inpost_desk.actions.hand_over import receive_return
from inpost_desk.actions.returns import return_labels
from inpost_desk.cli.outputs import make_sure_of_place
from inpost_desk.cli.papers import meant, put, tell_left_out
from inpost_desk.cli.session import opened
from inpost_desk.cli.show import complain, say, say_json, table
from inpost_desk.domain.hand_over import Scanned
from inpost_desk.ledger.papers import Comeback, coming_back
from inpost_desk.wording.journey import stop_words
from inpost_desk.wording.pickups import in_hand_words, scanned_words
from inpost_desk.wording.sentences import moment_words, money_words
from inpost_desk.wording.speech import translate

OK, SOME, USAGE = 0, 1, 2


def run(arguments: argparse.Namespace) -> int:
    """One of its four actions."""
    actions = {"label": _label, "received": _received, "list": _list, "cod": _cod}
    return actions[arguments.action](arguments)


def _label(arguments: argparse.Namespace) -> int:
    make_sure_of_place(Path(arguments.output))
    with opened(arguments) as session:
        ids, known = meant(session, arguments.references)
        made = return_labels(session.ledger, session.client, ids)
        left_out = tell_left_out(session, made.left_out)
    if made.pdf:
        put(made.pdf, arguments.output)
    if arguments.json:
        facts = {"labels": len(made.shipments), "pages": made.pages, "left_out": left_out}
        say_json(facts | {"output": arguments.output if made.pdf else None})
    elif made.pdf:
        say(translate("cli", "Return labels: {path}").format(path=arguments.output))
    else:
        complain(translate("cli", "There is no return label; nothing was written."))
    return OK if known and made.pdf and not left_out else SOME


def _received(arguments: argparse.Namespace) -> int:
    """Needs no token: the ledger knows the numbers."""
    with opened(arguments, token_needed=False) as session:
        lines = [receive_return(session.ledger, number) for number in arguments.numbers]
    bad = False
    for one in lines:
        ours = one.what in (Scanned.RETURN, Scanned.RETURN_AGAIN)
        bad = bad or not ours
        words = f"{one.reference or one.number}: {scanned_words(one)} {in_hand_words(one)}".rstrip()
        if not ours:
            complain(words)
        elif not arguments.json:
            say(words)
    if arguments.json:
        say_json(
            [
                {"number": one.number, "reference": one.reference, "outcome": one.what}
                for one in lines
            ]
        )
    return SOME if bad else OK


def _list(arguments: argparse.Namespace) -> int:
    with opened(arguments, token_needed=False) as session:
        found = coming_back(session.ledger)
    if arguments.json:
        say_json([_comeback_facts(one) for one in found])
        return OK
    if not found:
        say(translate("cli", "Nothing comes back."))
        return OK
    columns = [
        translate("cli", "Reference"),
        translate("cli", "Number"),
        translate("cli", "Return number"),
        translate("cli", "State"),
        translate("cli", "Received"),
    ]
    table(columns, [_cells(one) for one in found])
    return OK


def _cells(one: Comeback) -> list[str]:
    received = moment_words(one.received_at) if one.received_at else "–"
    return [one.reference, one.number, one.return_number or "–", stop_words(one.status), received]


def _comeback_facts(one: Comeback) -> dict[str, object]:
    return {
        "reference": one.reference,
        "tracking_number": one.number,
        "return_number": one.return_number,
        "status": one.status,
        "status_at": one.status_at and one.status_at.isoformat(),
        "received_at": one.received_at and one.received_at.isoformat(),
    }


def _cod(arguments: argparse.Namespace) -> int:
    """1 where cash was not paid out in time."""
    if arguments.until < arguments.since:
        complain(translate("cli", "--until lies before --since."))
        return USAGE
    if arguments.output:
        make_sure_of_place(Path(arguments.output))
    with opened(arguments) as session:
        found = cod_report(
            session.ledger, session.client, since=arguments.since, until=arguments.until
        )
    if arguments.output:
        put(found.file, arguments.output)
    if arguments.json:
        say_json(_cod_facts(found))
    else:
        _show_cod(found)
    for one in found.not_paid_out:
        words = translate("cli", "{reference}: delivered on {day}, and {amount} zł not paid out.")
        complain(
            words.format(
                reference=one.reference or one.tracking_number,
                day=moment_words(one.status_at) if one.status_at else "–",
                amount=_money(one.cod),
            )
        )
    return SOME if found.not_paid_out else OK


def _show_cod(found: CodReport) -> None:
    columns: Sequence[str] = [
        translate("cli", "Number"),
        translate("cli", "Reference"),
        translate("cli", "Paid out"),
        translate("cli", "Day"),
    ]
    rows = [
        [
            one.number,
            one.reference or "–",
            _money(one.amount),
            str(one.day or "–"),
        ]
        for one in found.lines
    ]
    table(columns, rows)
    words = translate("cli", "Paid out: {total} zł; delivered and not paid out: {missing} zł.")
    say(words.format(total=_money(found.total), missing=_money(found.missing)))
    for one in found.lines:
        if one.differs:
            words = translate(
                "cli", "{reference}: {asked} zł were to be paid out, and {amount} zł were."
            )
            complain(
                words.format(
                    reference=one.reference or one.number,
                    asked=_money(one.asked),
                    amount=_money(one.amount),
                )
            )


def _cod_facts(found: CodReport) -> dict[str, object]:
    return {
        "total": found.total,
        "missing": found.missing,
        "lines": [
            {
                "tracking_number": one.number,
                "reference": one.reference,
                "amount": one.amount,
                "asked": one.asked,
                "day": one.day,
            }
            for one in found.lines
        ],
        "not_paid_out": [
            {
                "reference": one.reference,
                "tracking_number": one.tracking_number,
                "cod": one.cod,
                "delivered_at": one.status_at and one.status_at.isoformat(),
            }
            for one in found.not_paid_out
        ],
    }


def _money(amount: Decimal | None) -> str:
    return "–" if amount is None else money_words(f"{amount:.2f}")
