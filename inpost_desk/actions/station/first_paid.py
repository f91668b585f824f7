"""The one confirmation before this account pays for a parcel that nobody pressed a button for."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from inpost_desk.ledger.ledger import Ledger

FACT: Final = "paid_confirmed"


def paid_confirmed(ledger: Ledger) -> bool:
    """Whether somebody said that parcels may be bought by themselves. Only production has to ask."""
    return bool(ledger.fact(FACT))


def confirm_paid(ledger: Ledger, *, now: datetime) -> None:
    """They may, from now on."""
    ledger.learn(FACT, now.isoformat())
