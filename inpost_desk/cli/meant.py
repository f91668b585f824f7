"""Which shipment a reference on the command line means, and its label once it is bought."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from inpost_desk.actions import ship
from inpost_desk.actions.labels import LabelLine
from inpost_desk.cli.session import Session
from inpost_desk.cli.show import complain
from inpost_desk.domain.stage import Outcome
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import report, seen
from inpost_desk.ledger.report import RowStanding
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import translate

GONE: Final = frozenset({Outcome.REPLACED, Outcome.DUPLICATE, Outcome.INVALID})


def unpaid_or_only(session: Session, reference: str) -> RowStanding | None:
    """The shipment that is not paid, else the only one there is; None, and said so, where that is unclear."""
    rows = at_inpost(session, reference)
    unpaid = [row for row in rows if not is_bought(row)]
    return _only(session, reference, unpaid or rows)


def bought_one(session: Session, reference: str) -> RowStanding | None:
    """The shipment that is bought; None, and said so, where there is none or there are several."""
    rows = [row for row in at_inpost(session, reference) if is_bought(row)]
    return _only(session, reference, rows)


def at_inpost(session: Session, reference: str) -> list[RowStanding]:
    """The order itself where InPost has it, else the parts it was sent in; what was replaced is left out."""
    rows = [
        row
        for row in report.standing_of_references(session.ledger, [reference])
        if row.local_id is not None and row.shipment_id is not None and row.outcome not in GONE
    ]
    own = [row for row in rows if row.reference == reference]
    return list({row.local_id: row for row in own or rows}.values())


def is_bought(row: RowStanding) -> bool:
    """Whether InPost has confirmed it, with or without a good label."""
    return row.outcome is Outcome.DONE or (row.outcome is Outcome.WAITING and row.field == "label")


def with_label(session: Session, reference: str, local_id: int, run_id: int) -> RowStanding | None:
    """The shipment as it stands after its label was asked for, where that is not stored yet."""
    ledger, client = session.ledger, session.client
    line = LabelLine(ledger, client, LabelStore(ledger.folder / ship.LABEL_FOLDER))
    line.put([one for one in seen.of_run(ledger, run_id) if one.shipment_id == local_id])
    line.finish()
    if line.trouble is not None:
        complain(sentences.trouble_words(line.trouble))
    rows = report.standing_of_references(ledger, [reference])
    return next((row for row in rows if row.local_id == local_id), None)


def put_label(session: Session, row: RowStanding | None, output: str | None) -> bool:
    """Write the label where that was asked for; whether there is one."""
    if row is None or not row.label:
        return False
    if output:
        ship.join_labels(session.ledger, [row], Path(output))
    return True


def _only(session: Session, reference: str, rows: Sequence[RowStanding]) -> RowStanding | None:
    if len(rows) == 1:
        return rows[0]
    if rows:
        words = translate(
            "cli", "{reference}: several parcels have it; name one of these: {references}."
        )
        names = ", ".join(dict.fromkeys(row.reference for row in rows))
        complain(words.format(reference=reference, references=names))
    elif report.standing_of_references(session.ledger, [reference]):
        words = translate(
            "cli",
            "{reference}: InPost has no such parcel in this state; “inpost-desk status {reference}” shows "
            "how it stands.",
        )
        complain(words.format(reference=reference))
    else:
        words = translate(
            "cli", "{reference}: not known here. Check the reference and the account."
        )
        complain(words.format(reference=reference))
    return None
