"""The migrations make exactly the tables the program uses, and lose nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from inpost_desk.domain.history import Query
from inpost_desk.domain.journey import Phase, phase_of
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import changes, due, history, journal, ledger, scans, schema, waiting_labels
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.scans import What
from tests.actions.shop import ledger_in


# What it cannot compare, the test below does.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_migrations_and_schema_agree(tmp_path: Path) -> None:
    """Fails when a column was added to `schema` and no migration makes it."""
    engine = ledger._engine(tmp_path / "migrated.sqlite")
    ledger.migrate(engine)
    with engine.connect() as connection, connection.begin():
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, schema.tables) == []
    assert ledger._version(engine) == ledger.HEAD
    engine.dispose()


def test_migrations_make_the_indexes_of_the_schema(tmp_path: Path) -> None:
    """Without one of them a find reads every shipment there ever was."""
    made = ledger._engine(tmp_path / "made.sqlite")
    ledger._create(made)
    migrated = ledger._engine(tmp_path / "migrated.sqlite")
    ledger.migrate(migrated)
    assert _indexes(migrated) == _indexes(made)
    assert "lower(reference)" in _indexes(made)["shipments_by_name"]


def _indexes(engine: Engine) -> dict[str, str]:
    query = text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    with engine.connect() as connection, connection.begin():
        found = {one.name: " ".join(one.sql.split()) for one in connection.execute(query)}
    engine.dispose()
    return found


def test_the_newest_migration_is_the_one_the_program_expects() -> None:
    scripts = Config()
    scripts.set_main_option("script_location", str(Path(ledger.__file__).with_name("migrations")))
    assert ScriptDirectory.from_config(scripts).get_current_head() == ledger.HEAD


def test_the_copy_put_aside_holds_what_was_just_written(tmp_path: Path) -> None:
    with ledger_in(tmp_path) as opened:
        opened.learn("just", "written")
        ledger.copy_to(opened.path, tmp_path / "copy.sqlite")
    with contextlib.closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copy:
        assert copy.execute("SELECT value FROM facts").fetchall() == [("written",)]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    folder.mkdir()
    (folder / "ledger.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(LedgerTrouble) as trouble:
        Ledger(folder)
    assert trouble.value.rule == "damaged"


@pytest.mark.parametrize("version", ["0001", "0002", "0003", "0004", "0005"])
def test_an_older_ledger_is_copied_and_opens_with_everything_in_it(
    tmp_path: Path, version: str
) -> None:
    path = tmp_path / "ledger" / "ledger.sqlite"
    path.parent.mkdir()
    engine = ledger._engine(path)
    command.upgrade(_scripts(engine), version)
    engine.dispose()
    with contextlib.closing(sqlite3.connect(path)) as old, old:
        old.execute("INSERT INTO shipments (id, key, shipx_id) VALUES (1, 'ipd-1', 501)")
        step = "(id, shipment_id, kind, lease_until, sent_at) VALUES (1, 1, 'buy', ?, ?)"
        old.execute(f"INSERT INTO steps {step}", ["2026-03-02 09:00:00"] * 2)
    with ledger_in(tmp_path) as opened:
        (step_,) = journal.open_steps(opened)
        ours = changes.find(opened, 1)
        scans.note(opened, What.PRINTED, now=datetime.now(UTC), shipment_id=1)
        assert scans.paired(opened, 1) is False
        assert waiting_labels.awaited(opened) == []
    assert (step_.kind, step_.shipx_id, step_.living) == ("buy", 501, False)
    assert ours is not None
    assert (ours.key, ours.mode, ours.do_not_send, ours.replaced_by) == ("ipd-1", "", False, None)
    copy = path.with_name(f"ledger.before-{ledger.HEAD}.sqlite")
    with contextlib.closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT version_num FROM alembic_version").fetchall() == [(version,)]
        assert kept.execute("SELECT key FROM shipments").fetchall() == [("ipd-1",)]


def _scripts(engine: Engine) -> Config:
    scripts = Config()
    scripts.set_main_option("script_location", str(Path(ledger.__file__).with_name("migrations")))
    scripts.attributes["engine"] = engine
    return scripts


def test_what_was_sent_before_there_was_a_history_can_be_searched(tmp_path: Path) -> None:
    path = tmp_path / "ledger" / "ledger.sqlite"
    path.parent.mkdir()
    engine = ledger._engine(path)
    command.upgrade(_scripts(engine), "0005")
    engine.dispose()
    made = "2026-03-02 09:00:00.000000"
    order = "(id, row, place, reference, kind, size, point, phone, first_name, last_name, cod, created_at)"
    known = (
        "(id, key, shipx_id, status, tracking_number, reference, phone, point, made_at, seen_at)"
    )
    with contextlib.closing(sqlite3.connect(path)) as old, old:
        values = (1, 1, 1, "ZAM/1", "locker", "B", "KRA010", "501200300", "Łucja", "Żak", "9.90")
        old.execute(f"INSERT INTO orders {order} VALUES ({'?, ' * 11}?)", (*values, made))
        rows = [
            (1, "k1", 501, "confirmed", "62000001", "ZAM/1", "501200300", "KRA010", made, made),
            (2, "k2", None, "", "", "ZAM/2", "501200301", "KRA010", None, None),
            (3, None, 503, "ready_to_pickup", "62000003", "OBCA", "", "LOD01M", made, made),
            (4, None, 504, "delivered", "62000004", "OBCA/2", "", "LOD01M", None, made),
            (5, None, 505, "skads_nowy", "62000005", "OBCA/3", "", "LOD01M", None, None),
        ]
        old.executemany(f"INSERT INTO shipments {known} VALUES ({'?, ' * 9}?)", rows)
        old.execute("INSERT INTO order_shipments (order_id, part, shipment_id) VALUES (1, 1, 1)")
    with ledger_in(tmp_path) as opened:
        assert [history.find(opened, Query(words=one)) for one in ("lucja", "501 200 300")] == [
            [1]
        ] * 2
        assert history.find(opened, Query(words="lod01m 62000004")) == [4]
        assert set(history.find(opened, Query())) == {1, 3, 4, 5}
        assert history.counts(opened, Query()).phases == {
            Phase.PREPARED: 1,
            Phase.WAITING: 1,
            Phase.DELIVERED: 1,
            Phase.ON_ITS_WAY: 1,
        }
        (row,) = history.rows(opened, [1])
        asked, count = due.due(opened, now=datetime.now(UTC), most=10)
    assert (row.name, row.size, str(row.cod), row.ours) == ("Łucja Żak", "B", "9.90", True)
    assert ({one.shipx_id for one in asked}, count) == ({501, 503, 505}, 3)


def test_the_frozen_phases_are_those_of_the_program(tmp_path: Path) -> None:
    """What the migration wrote must be what a search for a phase asks for."""
    scripts = ScriptDirectory.from_config(_scripts(ledger._engine(tmp_path / "none.sqlite")))
    revision = scripts.get_revision("0006")
    assert revision is not None
    frozen = revision.module._PHASES
    assert {status: phase_of(status) for status in frozen} == frozen
    assert set(frozen.values()) == set(Phase) - {Phase.ON_ITS_WAY}
