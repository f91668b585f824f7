"""Shipments being typed by hand: kept as they are typed, so that a crash loses nothing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from inpost_desk.domain.draft import Draft, from_json, to_json
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import drafts


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft on the disk. Its id also names the orders it becomes, so that none is entered twice."""

    id: str
    draft: Draft
    changed_at: datetime


def keep(ledger: Ledger, draft: Draft, *, now: datetime, draft_id: str = "") -> str:
    """Keep a draft, under a new id unless it has one; returns the id."""
    known = draft_id or str(uuid.uuid4())
    values = {"content": to_json(draft).decode(), "changed_at": now}
    with ledger.write() as connection:
        done = connection.execute(update(drafts).where(drafts.c.id == known).values(values))
        if not done.rowcount:
            connection.execute(insert(drafts).values(id=known, **values))
    return known


def newest(ledger: Ledger) -> Kept | None:
    """The draft that was typed last; None where none is left or it cannot be read any more."""
    query = select(drafts).order_by(drafts.c.changed_at.desc(), drafts.c.id).limit(1)
    with ledger.read() as connection:
        row = connection.execute(query).first()
    draft = from_json(row.content.encode()) if row else None
    return Kept(row.id, draft, row.changed_at) if row and draft else None


def forget(ledger: Ledger, draft_id: str) -> None:
    """It was sent, or thrown away."""
    with ledger.write() as connection:
        connection.execute(delete(drafts).where(drafts.c.id == draft_id))
