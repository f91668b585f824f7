"""A data folder with one ledger in it, without an account at work: for the settings and the daily care."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from inpost_desk.ledger.ledger import Ledger
from tests.actions.shop import enter, order

NAME = "inpost.example-1002"


def ledger_with_an_order(data_dir: Path) -> Path:
    """Its folder; the order was never sent."""
    folder = data_dir / "ledgers" / NAME
    with contextlib.closing(Ledger(folder)) as ledger:
        enter(ledger, order("ZAM/1"))
    return folder


def break_links(folder: Path) -> None:
    """As no program of ours would: an order without its parcel, and a row that belongs to nothing."""
    with contextlib.closing(sqlite3.connect(folder / "ledger.sqlite")) as connection:
        connection.execute("DELETE FROM order_shipments")
        connection.commit()
