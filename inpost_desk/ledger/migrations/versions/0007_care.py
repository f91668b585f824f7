"""Care of data: which shipments' receivers were deleted, and digests of their names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add what stays of a parcel whose data was deleted."""
    op.add_column("shipments", sa.Column("forgotten_at", sa.DateTime(), nullable=True))
    op.create_table(
        "remembered",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("shipx_id", sa.BigInteger(), nullable=True),
        sa.Column("forgotten_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("remembered_by_digest", "remembered", ["digest"])
