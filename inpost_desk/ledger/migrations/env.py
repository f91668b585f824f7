"""Alembic's entry: runs the migrations on the engine that the ledger hands over."""

from __future__ import annotations

from alembic import context

engine = context.config.attributes["engine"]
with engine.connect() as connection:
    # SQLite can, although Alembic takes it for one that cannot; else a kill here leaves half the tables.
    context.configure(connection=connection, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()
