"""`ship` and Paczka w Weekend while InPost takes none: asked once, before anything is bought."""

from __future__ import annotations

import argparse

from inpost_desk.actions import weekend
from inpost_desk.actions.import_file import ImportedFile
from inpost_desk.cli.session import Session
from inpost_desk.cli.show import ask
from inpost_desk.errors import QuestionOpen
from inpost_desk.ledger import earlier, piles
from inpost_desk.settings import Environment
from inpost_desk.wording.speech import translate


def weekend_answered(
    arguments: argparse.Namespace, session: Session, imported: ImportedFile
) -> tuple[ImportedFile, frozenset[int]]:
    """The file as it goes, and the rows that wait. Raises `QuestionOpen` where nobody is there to ask."""
    went = earlier.rows_before(session.ledger, imported.digest)
    rows = weekend.weekend_rows(imported, went=went)
    if not rows or _open(session):
        return imported, frozenset()
    answer = arguments.weekend or _kept(session, imported)
    if not answer:
        words = translate(
            "cli",
            "Paczka w Weekend, rows: {count}. InPost takes none now: should they wait (“wait”) or go as "
            "standard parcels (“standard”)?",
        )
        answer = ask(words.format(count=len(rows)), [weekend.WAIT, weekend.STANDARD])
    if not answer:
        raise QuestionOpen("weekend", detail=str(len(rows)))
    if answer == weekend.WAIT:
        return imported, rows
    return weekend.as_standard(imported, went=went), frozenset()


def _open(session: Session) -> bool:
    demo = session.account.environment == Environment.DEMO
    window = session.settings.weekend_window
    return demo or window.always or window.at(session.client.now()).open


def _kept(session: Session, imported: ImportedFile) -> str:
    """What a person said in the window about this very file."""
    pile = piles.pile_of_file(session.ledger, imported.digest)
    return pile.weekend if pile else ""
