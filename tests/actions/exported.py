"""Shipments put straight into a ledger, and what stands in the files made of them."""

from __future__ import annotations

import csv
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineWorkbook
from sqlalchemy import insert

from inpost_desk.domain.journey import phase_of
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import shipments

MADE = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)


def put(ledger: Ledger, number: int, **more: object) -> int:
    """A delivered locker shipment, unless told otherwise; returns the ledger's own number."""
    values = {
        "shipx_id": 1_000 + number,
        "tracking_number": f"{620999000000000000000000 + number}",
        "reference": f"ZAM/{number}",
        "receiver": "Żaneta Łęcka",
        "phone": "501234567",
        "city": "Kraków",
        "service": "inpost_locker_standard",
        "size": "A",
        "point": "KRA010",
        "status": "delivered",
        "transaction_status": "success",
        "price": Decimal("12.99"),
        "made_at": MADE,
        "status_at": MADE,
    } | more
    values["phase"] = str(phase_of(str(values["status"])))
    with ledger.write() as connection:
        done = connection.execute(insert(shipments).values(values))
        key = done.inserted_primary_key
    assert key is not None
    return int(key[0])


def table(path: Path, *, separator: str = ";", encoding: str = "utf-8-sig") -> list[list[str]]:
    """A CSV's lines."""
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def sheets(path: Path) -> dict[str, list[list[object]]]:
    """A book's sheets by name, as a spreadsheet reads them."""
    with CalamineWorkbook.from_path(path) as book:
        return {
            name: [list(row) for row in book.get_sheet_by_name(name).to_python()]
            for name in book.sheet_names
        }


def formulas(path: Path) -> int:
    """How many formulas and links there are in a book."""
    with zipfile.ZipFile(path) as archive:
        texts = [archive.read(one) for one in archive.namelist() if "worksheets/" in one]
    return sum(text.count(b"<f>") + text.count(b"<hyperlink") for text in texts)
