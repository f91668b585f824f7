"""Labels of `print --reference` and `--tracking`: of any shipment InPost has, fetched if not here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inpost_desk.actions.elsewhere import UNPAID, fetch_label
from inpost_desk.actions.ready import Label
from inpost_desk.actions.settle import mirror
from inpost_desk.cli.session import Session
from inpost_desk.cli.show import complain
from inpost_desk.errors import NoAnswer, NotAllowed, Offline
from inpost_desk.ledger import history
from inpost_desk.ledger.papers import named
from inpost_desk.ledger.stored_labels import stored_labels
from inpost_desk.wording.held_labels import held_sentence
from inpost_desk.wording.speech import translate


@dataclass(frozen=True, slots=True)
class Chosen:
    """The labels that are here now, and whether something that was asked for is missing."""

    labels: list[Label]
    missing: bool


def of_history(session: Session, references: Sequence[str], numbers: Sequence[str]) -> Chosen:
    """Each shipment once, in the order asked for. What cannot be had is told on the way."""
    found = {name: _ids(session, name, numbers) for name in [*references, *numbers]}
    if not all(found.values()):
        look_around(session)
        found = {name: _ids(session, name, numbers) for name in found}
    labels: dict[int, Label] = {}
    missing = False
    for name, ids in found.items():
        if not ids:
            words = translate(
                "cli", "{reference}: not known here. Check the reference and the account."
            )
            complain(words.format(reference=name))
            missing = True
        for one in ids:
            if _fetched(session, one, name):
                labels.setdefault(one, Label(one, name))
            else:
                missing = True
    return Chosen(list(labels.values()), missing)


def _fetched(session: Session, shipment_id: int, name: str) -> bool:
    """Whether there is a label; one that is not good is held back on its way to the printer, as any."""
    rule = fetch_label(session.ledger, session.client, shipment_id)
    if not rule or stored_labels(session.ledger, [shipment_id]):
        return True
    if rule == UNPAID:
        words = translate("cli", "{reference}: not paid for, so there is no label yet.")
        complain(words.format(reference=name))
    else:
        complain(f"{name}: {held_sentence(rule)}")
    return False


def _ids(session: Session, name: str, numbers: Sequence[str]) -> list[int]:
    if name not in numbers:
        return history.by_reference(session.ledger, name) or named(session.ledger, name)
    one = history.by_number(session.ledger, "".join(name.split()))
    return [] if one is None else [one]


def look_around(session: Session) -> None:
    """For a name nobody knows here: what was made elsewhere lately. Quiet without a token or a line."""
    try:
        mirror(session.ledger, session.client)
    except (NotAllowed, Offline, NoAnswer):
        return
