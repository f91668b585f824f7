"""`inpost-desk export`: the history as a table, for a shop or for the accounts."""

from __future__ import annotations

import argparse
from pathlib import Path

from inpost_desk.actions.export import write_export
from inpost_desk.actions.month_file import month_file
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.outputs import make_sure_of_place
from inpost_desk.cli.session import opened
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.domain.history import Query
from inpost_desk.domain.journey import Phase
from inpost_desk.session import Session
from inpost_desk.wording.exports import export_words
from inpost_desk.wording.speech import translate

OK, USAGE, STOPPED = 0, 2, 5


def run(arguments: argparse.Namespace) -> int:
    """Write the file; nothing is asked of InPost, so no token is needed."""
    path = Path(arguments.output)
    if not _clear(arguments):
        return USAGE
    make_sure_of_place(path)
    stop = Stop()
    with opened(arguments, token_needed=False) as session, stopping(stop):
        count = _written(arguments, session, path, stop)
    if count is None:
        return STOPPED
    if arguments.json:
        say_json({"file": str(path), "shipments": count})
    else:
        words = translate("cli", "{path}: {count} shipments.")
        say(words.format(path=path, count=count))
    return OK


def _clear(arguments: argparse.Namespace) -> bool:
    """Whether such a choice can be meant; else it is said."""
    if arguments.since and arguments.until and arguments.until < arguments.since:
        complain(translate("cli", "--until lies before --since."))
        return False
    if arguments.month is not None and _query(arguments) != Query(descending=False):
        complain(
            translate("cli", "The month's file has the whole month: leave the other choices out.")
        )
        return False
    return True


def _written(arguments: argparse.Namespace, session: Session, path: Path, stop: Stop) -> int | None:
    if arguments.month is not None:
        return month_file(path, session.ledger, arguments.month, words=export_words, stop=stop)
    columns = session.settings.shop_columns if arguments.shop else None
    query = _query(arguments)
    return write_export(path, session.ledger, query, columns, words=export_words, stop=stop)


def _query(arguments: argparse.Namespace) -> Query:
    return Query(
        phase=Phase(arguments.status_phase) if arguments.status_phase else None,
        since=arguments.since,
        until=arguments.until,
        service=arguments.service,
        run_id=arguments.run,
        printed=False if arguments.not_printed else None,
        descending=False,
    )
