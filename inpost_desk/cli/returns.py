"""`inpost-desk returns`: return labels, parcels that came back, and the cash on delivery they may concern."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

from inpost_desk.actions.cod_report import CodReport, cod_report
from inpost_desk.actions.hand_over import receive_return
from inpost_desk.actions.refresh import refresh_these
from inpost_desk.actions.returns import return_labels
from inpost_desk.cli.outputs import make_sure_of_place
from inpost_desk.cli.papers import meant, tell_left_out
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json, table
from inpost_desk.domain.hand_over import Scanned
from inpost_desk.domain.history import HistoryRow
from inpost_desk.domain.journey import COMING_BACK, Concern, Phase, concern_of
from inpost_desk.domain.scan_code import read_code
from inpost_desk.domain.station import ScannerRules
from inpost_desk.errors import NoAnswer, NotAllowed, Offline, Refused, TooFast
from inpost_desk.ledger import history
from inpost_desk.ledger.papers import Comeback, coming_back
from inpost_desk.whole_file import write_whole
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
        write_whole(Path(arguments.output), made.pdf)
    if arguments.json:
        facts = {"labels": len(made.shipments), "pages": made.pages, "left_out": left_out}
        say_json(facts | {"output": arguments.output if made.pdf else None})
    elif made.pdf:
        say(translate("cli", "Return labels: {path}").format(path=arguments.output))
    else:
        complain(translate("cli", "There is no return label; nothing was written."))
    return OK if known and made.pdf and not left_out else SOME


def _received(arguments: argparse.Namespace) -> int:
    """Needs no token: the ledger knows the numbers; with one InPost is asked where they are."""
    bad = False
    told: list[dict[str, object]] = []
    with opened(arguments, token_needed=False) as session:
        for number in arguments.numbers:
            away = None if arguments.anyway else _still_away(session, number)
            good, facts = _not_marked(away) if away else _marked(session, number, arguments)
            bad = bad or not good
            told.append(facts)
    if arguments.json:
        say_json(told)
    return SOME if bad else OK


def _marked(
    session: Session, number: str, arguments: argparse.Namespace
) -> tuple[bool, dict[str, object]]:
    one = receive_return(session.ledger, number)
    good = one.what in (Scanned.RETURN, Scanned.RETURN_AGAIN)
    words = f"{one.reference or one.number}: {scanned_words(one)}. {in_hand_words(one)}"
    if not good:
        complain(words)
    elif not arguments.json:
        say(words)
    facts: dict[str, object] = {"number": one.number, "reference": one.reference}
    return good, facts | {"outcome": one.what}


def _not_marked(row: HistoryRow) -> tuple[bool, dict[str, object]]:
    words = translate(
        "cli",
        "{reference}: not marked, for InPost it is still on its way to the receiver: {status}. If it lies before "
        "you, “--anyway” marks it.",
    )
    name = row.reference or row.tracking_number
    complain(words.format(reference=name, status=stop_words(row.status)))
    facts: dict[str, object] = {"number": row.tracking_number, "reference": row.reference}
    return False, facts | {"outcome": "on_its_way"}


def _still_away(session: Session, number: str) -> HistoryRow | None:
    """The parcel of that number where nothing says that it comes back, and it has not come back before."""
    ledger, client = session.ledger, session.client
    code = "".join(read_code(number, ScannerRules()).text.split())
    if history.by_return_number(ledger, code) is not None:
        return None
    known = history.by_number(ledger, code)
    if known is None:
        return None
    if session.may_ask:
        with suppress(Offline, NoAnswer, NotAllowed, TooFast, Refused):
            refresh_these(ledger, client, [known])
    one = history.detail(ledger, known)
    if one is None or one.returned_at is not None or one.row.is_return or one.return_number:
        return None
    # On the way back it passes the same places once more: what went before tells.
    said = {concern_of(station.status, one.row.service) for station in one.way}
    # Where nobody was met the courier tries again.
    back = one.row.concern in COMING_BACK or said & (COMING_BACK - {Concern.UNDELIVERED})
    away = one.row.phase in (Phase.ON_ITS_WAY, Phase.WAITING)
    return one.row if away and not back else None


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
        write_whole(Path(arguments.output), found.file)
    if arguments.json:
        say_json(_cod_facts(found))
    else:
        _show_cod(found)
    if found.alarm_from is not None and not arguments.json:
        words = translate(
            "cli",
            "Delivered, not paid out yet and still in time: {count}, {amount} zł. Not in time from {day} on.",
        )
        amount = sum((one.cod or Decimal() for one in found.in_time), Decimal())
        say(words.format(count=len(found.in_time), amount=_money(amount), day=found.alarm_from))
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
        "in_time": [one.reference for one in found.in_time],
        "alarm_from": found.alarm_from,
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
