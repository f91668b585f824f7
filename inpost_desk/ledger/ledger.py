"""The ledger's file: opened, migrated, read and written in transactions.

Everything we asked of InPost and what it answered is here before the program says so. The tables are in
`schema`, what is done with them in the modules beside this one. Several processes share one ledger.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from filelock import FileLock
from sqlalchemy import Connection, Engine, create_engine, event, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import schema
from inpost_desk.ledger.owner import Owner, is_being_replaced
from inpost_desk.paths import PRIVATE_FILE, private_file, private_folder

# The newest migration; a ledger that says anything unknown was written by a newer program.
HEAD = "0007"
KNOWN = frozenset({"0001", "0002", "0003", "0004", "0005", "0006", HEAD})

# Stands in the folder while one ledger takes the place of another.
HALF_RESTORED = "half-restored"


def ledger_folder(data_dir: Path, *, api_url: str, organization: int) -> Path:
    """One folder for each API address and organisation, so that demo, sandbox and production never mix."""
    address = urlsplit(api_url)
    place = re.sub(r"[^a-z0-9.-]+", "-", (address.netloc or api_url).lower())
    return data_dir / "ledgers" / f"{place}-{organization}"


class Ledger:
    """One open ledger.

    Raises `LedgerTrouble`: `newer`, `damaged`, `half_restored`, `disk_full`, `read_only`, `busy`, `failed`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "ledger.sqlite"
        with converted(self.path):
            private_folder(folder)
            self.owner = Owner(folder / "owners")
            try:
                _refuse_while_restored(self.path)
                # SQLite gives the files beside it the same rights.
                private_file(self.path)
                self._engine = _engine(self.path)
                _bring_up_to_date(self._engine, self.path)
            except BaseException:
                self.owner.close()
                raise

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that takes the write lock at once, so that what it read cannot change under it."""
        with converted(self.path), self._engine.connect() as connection:
            connection.execution_options(immediate=True)
            with connection.begin():
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent look that blocks nobody."""
        with converted(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    def fact(self, name: str) -> str:
        """What was learned about this account under that name, or ""."""
        with self.read() as connection:
            return read_fact(connection, name)

    def learn(self, name: str, value: str) -> None:
        """Remember something about this account."""
        with self.write() as connection:
            write_fact(connection, name, value)

    def close(self) -> None:
        """End this process's leases and close the file."""
        self.owner.close()
        self._engine.dispose()


def read_fact(connection: Connection, name: str) -> str:
    """A fact inside a transaction of the caller's."""
    found = connection.scalar(select(schema.facts.c.value).where(schema.facts.c.name == name))
    return found or ""


def write_fact(connection: Connection, name: str, value: str) -> None:
    """A fact inside a transaction of the caller's."""
    done = connection.execute(
        update(schema.facts).where(schema.facts.c.name == name).values(value=value)
    )
    if not done.rowcount:
        connection.execute(insert(schema.facts).values(name=name, value=value))


def local_now() -> datetime:
    """This machine's clock: only leases are measured by it."""
    return datetime.now(UTC)


def _refuse_while_restored(path: Path) -> None:
    """After our own name is there: whoever puts another ledger in its place looks for names first."""
    if is_being_replaced(path.parent):
        raise LedgerTrouble("busy", place=str(path))
    if (path.parent / HALF_RESTORED).exists():
        raise LedgerTrouble("half_restored", place=str(path))


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})

    @event.listens_for(engine, "connect")
    def _prepare(connection: object, _record: object) -> None:
        # The driver's own transactions start too late; ours are begun below.
        connection.isolation_level = None  # type: ignore[attr-defined]
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _version(engine: Engine) -> str:
    with engine.connect() as connection, connection.begin():
        there = connection.scalar(
            text("SELECT name FROM sqlite_master WHERE type='table' AND name='alembic_version'")
        )
        if there is None:
            return ""
        return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    if _version(engine) == HEAD:
        return
    with FileLock(path.with_suffix(".migrating"), timeout=60, mode=PRIVATE_FILE):
        version = _version(engine)
        if version == HEAD:
            return
        if version and version not in KNOWN:
            raise LedgerTrouble("newer", place=str(path), detail=version)
        if not version:
            _create(engine)
            return
        copy_to(path, path.with_name(f"ledger.before-{HEAD}.sqlite"))
        migrate(engine)


def copy_to(path: Path, target: Path) -> None:
    """SQLite's own copy of the file: what still stands in the write-ahead file comes along."""
    private_file(target)
    with (
        contextlib.closing(sqlite3.connect(path)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)


def _create(engine: Engine) -> None:
    """A new ledger as the migrations would make it (a test compares them), in one transaction."""
    with engine.connect() as connection:
        connection.execution_options(immediate=True)
        with connection.begin():
            schema.tables.create_all(connection, checkfirst=False)
            connection.execute(
                text("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
            )
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def migrate(engine: Engine, *, to: str = "head") -> None:
    """Bring the tables of a file up to that version; `Ledger` does it by itself."""
    # Alembic takes 0.2 s to import and is needed once a version.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["engine"] = engine
    command.upgrade(config, to)


@contextmanager
def converted(path: Path) -> Iterator[None]:
    """What goes wrong with a ledger's files, as a `LedgerTrouble`."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerTrouble(rule_of(str(error.orig)), place=str(path)) from error
    except PermissionError as error:
        raise LedgerTrouble("read_only", place=str(path)) from error
    except OSError as error:
        rule = "disk_full" if error.errno == 28 else "failed"
        raise LedgerTrouble(rule, place=str(path), detail=error.strerror or "") from error


def rule_of(message: str) -> str:
    """The rule of a `LedgerTrouble` for what SQLite says."""
    rules = {
        "disk is full": "disk_full",
        "readonly": "read_only",
        "unable to open": "read_only",
        "not a database": "damaged",
        "malformed": "damaged",
        "locked": "busy",
    }
    return next((rule for words, rule in rules.items() if words in message), "failed")
