"""Shipments typed by hand, offers to choose from, and shipments replaced. Frozen: `schema` moves on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns of shipments typed by hand, and the table of what is being typed."""
    op.add_column("orders", _long("wish"))
    op.add_column("shipments", _text("mode", 16))
    op.add_column("shipments", sa.Column("price", sa.String(length=20), nullable=True))
    op.add_column("shipments", _long("parcel_numbers"))
    op.add_column("shipments", sa.Column("replaced_by", sa.Integer(), nullable=True))
    op.add_column(
        "shipments",
        sa.Column("do_not_send", sa.Boolean(), server_default=sa.text("0"), nullable=False),
    )
    op.create_index("shipments_by_successor", "shipments", ["replaced_by"])
    op.add_column("steps", _long("wish"))
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(length=36), nullable=False),
        _long("content"),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), server_default="", nullable=False)


def _long(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)
