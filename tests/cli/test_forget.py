"""Receivers deleted after the chosen days: really gone from the disk, and never bought again."""

from __future__ import annotations

import contextlib
import gzip
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inpost_desk.actions.forgetting import forget, would_forget
from inpost_desk.ledger.ledger import Ledger
from tests.cli.conftest import Desk, courier, locker

METHOD = ("--sending-method", "dispatch_order")
SKIP = ("--duplicates", "skip")
LONG_AGO = timedelta(days=100)
SECRETS = (b"TAJNE-77", b"501999888", b"Zenobia", b"zenobia@example.test", b"Wyjatkowa")


def ledger_of(desk: Desk) -> Path:
    (one,) = (desk.folder / "data" / "ledgers").iterdir()
    return one


def age(folder: Path) -> None:
    """Everything in the ledger happened a hundred days earlier, and every parcel was delivered."""
    with contextlib.closing(sqlite3.connect(folder / "ledger.sqlite")) as base, base:
        for table, column in (
            ("orders", "created_at"),
            ("shipments", "made_at"),
            ("shipments", "status_at"),
            ("runs", "started_at"),
            ("scans", "at"),
            ("piles", "imported_at"),
        ):
            base.execute(
                f"UPDATE {table} SET {column} = strftime('%Y-%m-%d %H:%M:%f', {column}, '-100 days')"
            )
        base.execute("UPDATE shipments SET phase = 'delivered', status = 'delivered'")


def traces(folder: Path) -> set[bytes]:
    """Which secrets can be read in any file there, packed ones unpacked."""
    found: set[bytes] = set()
    for one in folder.rglob("*"):
        if one.is_file():
            content = one.read_bytes()
            content += gzip.decompress(content) if one.suffix == ".gz" else b""
            found |= {secret for secret in SECRETS if secret in content}
    return found


def secret_row(reference: str = "TAJNE-77") -> str:
    row = courier(reference, street="Wyjatkowa 4/2")
    return row.replace("jan@example.test;502345678", "zenobia@example.test;501999888").replace(
        "Jan Kos", "Zenobia Kos"
    )


def test_deleted_receivers_are_nowhere_on_the_disk_and_never_bought_again(desk: Desk) -> None:
    rows = [secret_row(), secret_row(""), secret_row(""), locker("Z-1-2/2")]
    path = desk.file(*rows)
    assert desk.ship(path, *METHOD) == 0
    bought = len(desk.simulator.shipments())
    folder = ledger_of(desk)
    assert traces(folder) == set(SECRETS)
    age(folder)
    day = (datetime.now(UTC) - timedelta(days=40)).date().isoformat()
    assert desk.run("data", "forget", "--before", day) == 0
    assert "orders 4, shipments 4, label files 4" in desk.out
    assert "--yes" in desk.out
    assert traces(folder) == set(SECRETS)
    assert desk.run("data", "forget", "--before", day, "--yes") == 0
    assert traces(folder) == set()
    assert not list((folder / "labels").rglob("*.pdf"))
    # The very same file, a changed one, and one with a part's own name.
    assert desk.ship(path, *METHOD) == 2
    assert desk.ship(path, *METHOD, *SKIP) == 0
    assert desk.outcomes(path) == ["duplicate"] * 4
    more = desk.file(*rows, rows[1], locker("z-1"), name="more.csv")
    assert desk.ship(more, *METHOD, *SKIP) == 0
    assert desk.outcomes(more) == [*["duplicate"] * 4, "done", "duplicate"]
    assert len(desk.simulator.shipments()) == bought + 1
    assert "deleted here on" in str(desk.result(more)[0])
    assert desk.run("data", "check") == 0
    # What InPost says of it later brings no name back.
    assert desk.run("track", "--refresh", *desk.address()) == 0
    with contextlib.closing(sqlite3.connect(folder / "ledger.sqlite")) as base:
        (left,) = base.execute(
            "SELECT count(*) FROM shipments WHERE forgotten_at IS NOT NULL AND receiver != ''"
        ).fetchone()
        figures = base.execute("SELECT count(*) FROM shipments WHERE service != ''").fetchone()
    assert left == 0
    assert figures == (bought + 1,)


def test_what_is_under_way_held_unpaid_or_young_stays(desk: Desk) -> None:
    desk.ship(desk.file(*(locker(f"R-{one}") for one in range(6))), *METHOD)
    folder = ledger_of(desk)
    age(folder)
    with contextlib.closing(sqlite3.connect(folder / "ledger.sqlite")) as base, base:
        base.execute("UPDATE orders SET held = 1 WHERE row = 1")
        base.execute("UPDATE shipments SET phase = 'unpaid' WHERE id = 2")
        base.execute("UPDATE steps SET outcome = NULL WHERE shipment_id = 3")
        base.execute(
            "UPDATE shipments SET phase = 'waiting', status_at = '2199-01-01' WHERE id = 4"
        )
        base.execute("UPDATE shipments SET phase = 'waiting' WHERE id = 5")
    ledger = Ledger(folder)
    before = datetime.now(UTC) - timedelta(days=40)
    # Of the sixth nothing speaks against it, of the fifth nothing was heard for long.
    assert would_forget(ledger, before=before).shipments == 2
    assert forget(ledger, before=before).orders == 2
    assert forget(ledger, before=before).shipments == 0
    ledger.close()


def test_nothing_younger_than_a_month_can_be_deleted(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1")), *METHOD)
    today = datetime.now(UTC).date().isoformat()
    assert desk.run("data", "forget", "--before", today, "--yes") == 2
    assert desk.run("data", "forget", "--yes") == 2
    assert "--before" in desk.err


def test_everything_of_ours_is_closed_to_others(desk: Desk, tmp_path: Path) -> None:
    assert desk.run("demo", "--output-dir", tmp_path / "out") == 0
    data = desk.folder / "data"
    for one in (data, *data.rglob("*")):
        mode = one.stat().st_mode & 0o777
        assert mode == (0o700 if one.is_dir() else 0o600), one
    # What an earlier version left open is closed at the next start, and what is not ours is left alone.
    stranger = data / "notes.txt"
    stranger.write_text("", "utf-8")
    stranger.chmod(0o644)
    for one in (data / "ledgers", *(data / "ledgers").rglob("*")):
        one.chmod(0o755 if one.is_dir() else 0o644)
    assert desk.run("data", "check") == 0
    for one in (data / "ledgers").rglob("*"):
        mode = one.stat().st_mode & 0o777
        assert mode == (0o700 if one.is_dir() else 0o600), one
    assert stranger.stat().st_mode & 0o777 == 0o644
    shutil.rmtree(tmp_path / "out")


def test_damaged_data_is_named(desk: Desk) -> None:
    desk.ship(desk.file(locker("A-1"), locker("A-2")), *METHOD)
    folder = ledger_of(desk)
    assert desk.run("data", "check") == 0
    first, second = sorted((folder / "labels").rglob("*.pdf"))
    first.write_bytes(b"%PDF-" + bytes(first.stat().st_size - 5))
    second.unlink()
    with contextlib.closing(sqlite3.connect(folder / "ledger.sqlite")) as base, base:
        base.execute("DELETE FROM order_shipments WHERE order_id = 1")
    assert desk.run("data", "check", "--json") == 1
    for rule in ("label_file_missing", "label_file_damaged", "order_without_parcel"):
        assert rule in desk.out
    assert desk.run("data", "check") == 1
    assert "Orders without a parcel: 1" in desk.err
