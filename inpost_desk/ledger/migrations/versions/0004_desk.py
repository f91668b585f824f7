"""What a person said of Paczka w Weekend, and of orders that share a box. Frozen: `schema` moves on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the answer's column to files on the desk, and the link between two of their rows."""
    weekend = sa.Column("weekend", sa.String(length=16), server_default="", nullable=False)
    op.add_column("piles", weekend)
    op.add_column("pile_rows", sa.Column("together", sa.Integer(), nullable=True))
