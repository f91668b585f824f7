"""The first ledger."""

from __future__ import annotations

from alembic import op

from inpost_desk.ledger import schema

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table. Later migrations must not rely on `schema`, which moves on."""
    schema.tables.create_all(op.get_bind(), checkfirst=False)
