"""Piles on the desk and what was printed. Frozen: `schema` moves on, this must not."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the window's tables."""
    _piles()
    _pile_rows()
    _prints()


def _text(name: str, length: int = 255) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), server_default="", nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=sa.text("0"), nullable=False)


def _json(name: str, default: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _piles() -> None:
    op.create_table(
        "piles",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("file_name"),
        _json("file_path", ""),
        sa.Column("file_digest", sa.String(length=64), nullable=False),
        _text("layout", 32),
        _text("layout_digest", 32),
        _json("columns", "{}"),
        _text("ignored_columns", 1024),
        _text("repeated", 16),
        _text("duplicates", 16),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("file_digest"),
    )


def _pile_rows() -> None:
    op.create_table(
        "pile_rows",
        sa.Column("pile_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        _flag("held"),
        _flag("removed"),
        _flag("good"),
        sa.Column("same_parcel_as", sa.Integer(), nullable=True),
        _text("reference_cell"),
        _text("sent_again", 32),
        _text("reference"),
        _text("name"),
        _text("kind", 16),
        _text("size", 4),
        _text("point", 32),
        _text("place"),
        _text("phone", 32),
        _text("cod", 20),
        _text("insurance", 20),
        _flag("weekend"),
        _text("field", 32),
        _text("rule", 96),
        _text("value"),
        _json("cells", "{}"),
        _json("given", "{}"),
        _json("findings", ""),
        sa.ForeignKeyConstraint(["pile_id"], ["piles.id"]),
        sa.PrimaryKeyConstraint("pile_id", "row"),
    )
    op.create_index("pile_rows_by_reference", "pile_rows", ["reference_cell"])


def _prints() -> None:
    op.create_table(
        "prints",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("job", 36),
        sa.Column("place", sa.Integer(), server_default="0", nullable=False),
        sa.Column("shipment_id", sa.Integer(), nullable=True),
        _text("document", 16),
        _text("printer"),
        _text("printer_job", 64),
        _text("reason", 32),
        _text("state", 16),
        _text("detail"),
        sa.Column("noted_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("prints_by_shipment", "prints", ["shipment_id"])
    op.create_index("prints_by_job", "prints", ["job"])
