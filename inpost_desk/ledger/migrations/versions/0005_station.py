"""What was scanned, what waits for its label, and finding either at once. Frozen: `schema` moves on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_RENAMED = sa.text("lower(reference) != reference_cell")
_OPEN = sa.text("outcome IS NULL")
_SEVERAL = sa.text("parcel_numbers != ''")


def upgrade() -> None:
    """Make the station's tables, and the indexes that find a parcel by what a scanner reads."""
    op.create_index("runs_by_file", "runs", ["file_digest"])
    op.create_index("run_rows_by_name", "run_rows", [sa.text("lower(reference)")])
    op.create_index(
        "pile_rows_by_name",
        "pile_rows",
        [sa.text("lower(reference)")],
        sqlite_where=_RENAMED,
        postgresql_where=_RENAMED,
    )
    op.create_index("shipments_by_name", "shipments", [sa.text("lower(reference)")])
    op.create_index("shipments_by_number", "shipments", ["tracking_number"])
    op.create_index(
        "shipments_of_parcels",
        "shipments",
        ["parcel_numbers"],
        sqlite_where=_SEVERAL,
        postgresql_where=_SEVERAL,
    )
    op.create_index("open_steps", "steps", ["id"], sqlite_where=_OPEN, postgresql_where=_OPEN)
    _scans()
    _waiting_labels()


def _text(name: str, length: int = 255) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), server_default="", nullable=False)


def _scans() -> None:
    op.create_table(
        "scans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _text("what", 16),
        _text("reference"),
        _text("name"),
        sa.Column("shipment_id", sa.Integer(), nullable=True),
        _text("rule", 96),
        _text("operator", 64),
        _text("station", 64),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("scans_by_time", "scans", ["at"])
    op.create_index("scans_by_shipment", "scans", ["shipment_id"])
    op.create_index("scans_by_station", "scans", ["station", "what"])


def _waiting_labels() -> None:
    op.create_table(
        "waiting_labels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scanned_at", sa.DateTime(), nullable=False),
        _text("reference"),
        _text("name"),
        sa.Column("pile_id", sa.Integer(), nullable=True),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("shipment_id", sa.Integer(), nullable=True),
        sa.Column("asked", sa.Text(), server_default="{}", nullable=False),
        _text("operator", 64),
        _text("station", 64),
        _text("state", 16),
        _text("reason", 16),
        sa.ForeignKeyConstraint(["pile_id"], ["piles.id"]),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("waiting_labels_by_state", "waiting_labels", ["state"])
