"""What had ended before there was a history is asked about once more: else it would be in no list at all."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alembic import command

from inpost_desk.domain.journey import Concern
from inpost_desk.ledger import due, history, ledger
from tests.actions.shop import ledger_in
from tests.ledger.history_shelf import elsewhere, noted
from tests.ledger.test_migrations import _scripts


def test_what_ended_lately_is_asked_about_once_more(tmp_path: Path) -> None:
    path = tmp_path / "ledger" / "ledger.sqlite"
    path.parent.mkdir()
    engine = ledger._engine(path)
    command.upgrade(_scripts(engine), "0005")
    engine.dispose()
    now = datetime.now(UTC)
    week, year = (now - timedelta(days=days) for days in (7, 365))
    rows = [
        (501, "returned_to_sender", str(week.replace(tzinfo=None))),
        (502, "delivered", str(week.replace(tzinfo=None))),
        (503, "returned_to_sender", str(year.replace(tzinfo=None))),
        (504, "delivered", None),
    ]
    with contextlib.closing(sqlite3.connect(path)) as old, old:
        old.executemany("INSERT INTO shipments (shipx_id, status, made_at) VALUES (?, ?, ?)", rows)
    with ledger_in(tmp_path) as opened:
        asked, _ = due.due(opened, now=now + timedelta(minutes=1), most=10)
        assert {one.shipx_id for one in asked} == {501, 502}
        back = elsewhere(501, "returned_to_sender", updated_at=week)
        noted(opened, back, elsewhere(502, "delivered", updated_at=week), now=now)
        row = history.rows(opened, [one.id for one in asked if one.shipx_id == 501])[0]
        assert (row.concern, row.status_at) == (Concern.RETURNED, week)
        later, _ = due.due(opened, now=now + timedelta(days=30), most=10)
        assert [one.shipx_id for one in later] == [501]
