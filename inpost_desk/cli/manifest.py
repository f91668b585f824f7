"""`inpost-desk manifest`: the courier's manifest of a pickup or of chosen parcels, as a file or on paper."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from inpost_desk.actions.files_of_many import too_early
from inpost_desk.actions.manifests import Manifest, of_pickup, of_shipments
from inpost_desk.actions.outlets import Outlet
from inpost_desk.actions.pickup import one_line
from inpost_desk.actions.printing import print_document
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.outputs import make_sure_of_place
from inpost_desk.cli.papers import meant, tell_left_out
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.domain.history import Query
from inpost_desk.domain.pickup import LIVING
from inpost_desk.domain.printer import A4, Purpose
from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.errors import NotFound, PrinterTrouble, QuestionOpen
from inpost_desk.ledger import history
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.session_printers import outlets_of
from inpost_desk.whole_file import write_whole
from inpost_desk.wording.pickups import state_words
from inpost_desk.wording.speech import translate

OK, SOME, USAGE, OPEN = 0, 1, 2, 5


def run(arguments: argparse.Namespace) -> int:
    """Have it made; what InPost leaves out is named."""
    if not _clear(arguments):
        return USAGE
    if arguments.output:
        make_sure_of_place(Path(arguments.output))
    stop = Stop()
    with opened(arguments) as session, stopping(stop):
        outlet = _document_printer(session) if arguments.print else None
        if arguments.print and outlet is None:
            return SOME
        made, known = _made(arguments, session)
        if made is None:
            return OPEN if known else SOME
        left_out = tell_left_out(session, made.left_out)
        if made.pdf and arguments.output:
            write_whole(Path(arguments.output), made.pdf)
        code = _printed(session, outlet, made, stop) if made.pdf and outlet else OK
    _tell(arguments, made, left_out)
    return code or (OK if known and made.pdf and not left_out else SOME)


def _clear(arguments: argparse.Namespace) -> bool:
    chosen = bool(arguments.references) + (arguments.pickup is not None) + arguments.today
    if chosen != 1:
        complain(translate("cli", "Name references, or --pickup, or --today: one of these."))
        return False
    if not arguments.output and not arguments.print:
        complain(translate("cli", "Say where it goes: --output, --print, or both."))
        return False
    return True


def _made(arguments: argparse.Namespace, session: Session) -> tuple[Manifest | None, bool]:
    """The manifest, and whether everything named is known; without one, whether that may change."""
    if arguments.pickup is not None:
        return _of_pickup(session, arguments.pickup)
    if arguments.today:
        ids, known = _of_today(session), True
    else:
        ids, known = meant(session, arguments.references)
    return of_shipments(session.ledger, session.client, ids), known


def _of_pickup(session: Session, number: int) -> tuple[Manifest | None, bool]:
    try:
        made = of_pickup(session.ledger, session.client, number)
    except QuestionOpen:
        words = translate(
            "cli",
            "Pickup {number}: nobody knows yet whether InPost has it. “inpost-desk pickup list” looks; then "
            "start this command again.",
        )
        complain(words.format(number=number))
        return None, True
    except NotFound as trouble:
        if trouble.error != "no_such_pickup":
            raise
        words = translate(
            "cli", "There is no pickup {number}. “inpost-desk pickup list” lists them."
        )
        complain(words.format(number=number))
        return None, False
    _tell_nobody_comes(session.ledger, number)
    return made, True


def _tell_nobody_comes(ledger: Ledger, pickup_id: int) -> None:
    """A manifest looks as if a courier came for it, whatever became of the order."""
    line = one_line(ledger, pickup_id)
    if line is None or line.state in LIVING:
        return
    words = translate(
        "cli",
        "Pickup {number}: {state}. No courier comes by it; for its parcels order one: “inpost-desk pickup order”.",
    )
    complain(words.format(number=pickup_id, state=state_words(line.state)))


def _of_today(session: Session) -> Sequence[int]:
    day = session.client.now().astimezone(WARSAW).date()
    found = history.find(session.ledger, Query(since=day, until=day, descending=False))
    return [
        one.id
        for one in history.rows(session.ledger, found)
        if not too_early(one.phase) and not one.do_not_send
    ]


def _document_printer(session: Session) -> Outlet | None:
    """None, and said so, where there is none that prints A4."""
    outlets = outlets_of(session, session.settings)
    try:
        outlet = outlets.serving(Purpose.DOCUMENTS)
    except PrinterTrouble as trouble:
        if trouble.rule != "not_chosen":
            raise
        outlet = None
    if outlet is not None and outlet.profile.sheet.width >= A4.width:
        return outlet
    words = translate(
        "cli",
        "No printer for documents prints A4. Choose one: “inpost-desk printers set NAME --serves documents "
        "--paper a4”, or use “--output”.",
    )
    complain(words)
    return None


def _printed(session: Session, outlet: Outlet, made: Manifest, stop: Stop) -> int:
    now = session.client.now
    title = f"InPost {now().astimezone(WARSAW):%Y-%m-%d}"
    done = print_document(
        session.ledger, outlet, made.pdf, document="manifest", title=title, now=now, stop=stop
    )
    if done.open:
        complain(
            translate("cli", "The manifest is with the printer; it comes out when that goes on.")
        )
        return OPEN
    if done.printed:
        return OK
    complain(
        translate("cli", "The manifest did not come out. Look at the printer, then print again.")
    )
    return SOME


def _tell(
    arguments: argparse.Namespace, made: Manifest, left_out: Sequence[dict[str, object]]
) -> None:
    if arguments.json:
        facts = {"parcels": len(made.shipments), "pages": made.pages, "left_out": left_out}
        say_json(facts | {"output": arguments.output if made.pdf else None})
        return
    if not made.pdf:
        complain(translate("cli", "There is nothing for a manifest; nothing was written."))
        return
    words = translate("cli", "Manifest: shipments: {count}, pages: {pages}.")
    say(words.format(count=len(made.shipments), pages=made.pages))
    if arguments.output:
        say(translate("cli", "Manifest: {path}").format(path=arguments.output))
