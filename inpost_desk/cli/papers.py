"""What the commands about manifests and returns share: who is meant, and who was left out."""

from __future__ import annotations

from collections.abc import Sequence

from inpost_desk.cli.print_history import look_around
from inpost_desk.cli.session import Session
from inpost_desk.cli.show import complain
from inpost_desk.ledger import history
from inpost_desk.ledger.papers import named
from inpost_desk.wording.papers import left_out_words
from inpost_desk.wording.speech import translate


def meant(session: Session, names: Sequence[str]) -> tuple[list[int], bool]:
    """The shipments of these references and numbers, and whether each name is known; else it is said."""
    found: dict[int, None] = {}
    known = True
    for name, ids in known_by(session, names).items():
        found |= dict.fromkeys(ids)
        if not ids:
            known = False
            words = translate(
                "cli", "{reference}: not known here. Check the reference and the account."
            )
            complain(words.format(reference=name))
    return list(found), known


def known_by(session: Session, names: Sequence[str]) -> dict[str, list[int]]:
    """The shipments of each name; for one that is not known InPost is asked what was made elsewhere."""
    found = {name: _ids(session, name) for name in names}
    if not all(found.values()):
        look_around(session)
        found = {name: _ids(session, name) for name in found}
    return found


def _ids(session: Session, name: str) -> list[int]:
    ids = named(session.ledger, name)
    other = None if ids else history.by_number(session.ledger, name)
    return ids if other is None else [other]


def tell_left_out(session: Session, left_out: Sequence[tuple[int, str]]) -> list[dict[str, object]]:
    """Say who was left out and why, on standard error; and as facts."""
    rows = {one.id: one for one in history.rows(session.ledger, [id_ for id_, _ in left_out])}
    facts: list[dict[str, object]] = []
    for id_, rule in left_out:
        row = rows.get(id_)
        name = (row.reference or row.tracking_number) if row else str(id_)
        complain(f"{name}: {left_out_words(rule)}")
        facts.append({"reference": name, "rule": rule})
    return facts
