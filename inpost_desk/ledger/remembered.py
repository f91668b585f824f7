"""Under which names parcels were sent whose data was deleted, as digests that nobody can read.

What is deleted is decided in `forgotten`; who asks whether something was sent before is `earlier`.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection, insert, select

from inpost_desk.ledger.ledger import read_fact, write_fact
from inpost_desk.ledger.schema import remembered

# A secret of this ledger alone: without it a digest says nothing, and no two ledgers' can be compared.
_SALT: Final = "salt"
# SQLite takes a limited number of parameters.
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Remembered:
    """A parcel that was sent under a name, and when its data was deleted."""

    shipx_id: int
    forgotten_at: datetime


@dataclass(frozen=True, slots=True)
class Deleted:
    """What is left of a parcel: InPost's number, and the digests of what it was known under."""

    shipx_id: int
    digests: frozenset[str]


class Digests:
    """Makes digests with this ledger's salt; "" for all of them where nothing was ever deleted."""

    def __init__(self, salt: str) -> None:
        self._salt = bytes.fromhex(salt)

    def __bool__(self) -> bool:
        """Whether there can be anything to find."""
        return bool(self._salt)

    def of_name(self, folded: str) -> str:
        """Of a reference, folded as `earlier` compares it."""
        return self._of("name", folded)

    def of_content(self, content: Iterable[object]) -> str:
        """Of what is in a row without a reference."""
        texts = (f"{one:.2f}" if isinstance(one, Decimal) else str(one) for one in content)
        return self._of("content", "\x1f".join(texts))

    def _of(self, kind: str, text: str) -> str:
        return hmac.new(self._salt, f"{kind}\x1e{text}".encode(), hashlib.sha256).hexdigest()


def digests(connection: Connection) -> Digests:
    """For looking things up."""
    return Digests(read_fact(connection, _SALT))


def digests_to_keep(connection: Connection) -> Digests:
    """For noting them; the first time the salt is made."""
    salt = read_fact(connection, _SALT)
    if not salt:
        salt = secrets.token_hex(32)
        write_fact(connection, _SALT, salt)
    return Digests(salt)


def remember(connection: Connection, deleted: Sequence[Deleted], *, now: datetime) -> None:
    """Keep the digests of what is about to be deleted."""
    rows = [
        {"digest": digest, "shipx_id": one.shipx_id, "forgotten_at": now}
        for one in deleted
        for digest in sorted(one.digests)
    ]
    if rows:
        connection.execute(insert(remembered), rows)


def find(connection: Connection, wanted: Collection[str]) -> dict[str, list[Remembered]]:
    """What was sent under these digests, the oldest first."""
    found: dict[str, list[Remembered]] = defaultdict(list)
    unique = sorted(set(wanted))
    for start in range(0, len(unique), _AT_ONCE):
        part = unique[start : start + _AT_ONCE]
        query = select(remembered).where(remembered.c.digest.in_(part)).order_by(remembered.c.id)
        for one in connection.execute(query):
            found[one.digest].append(Remembered(one.shipx_id, one.forgotten_at))
    return found
