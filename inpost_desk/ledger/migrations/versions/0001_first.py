"""The first ledger. Frozen: `schema` moves on, this must not."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _facts()
    _runs()
    _orders()
    _run_rows()
    _shipments()
    _order_shipments()
    _batches()
    _steps()
    _labels()
    _points()


def _facts() -> None:
    op.create_table(
        "facts",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=255), server_default="", nullable=False),
        sa.Column("file_digest", sa.String(length=64), server_default="", nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("stopped_by", sa.String(length=64), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _orders() -> None:
    op.create_table(
        "orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_digest", sa.String(length=64), server_default="", nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("copy", sa.Integer(), server_default="0", nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=255), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=16), server_default="", nullable=False),
        sa.Column("size", sa.String(length=4), server_default="", nullable=False),
        sa.Column("point", sa.String(length=32), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=32), server_default="", nullable=False),
        sa.Column("email", sa.String(length=255), server_default="", nullable=False),
        sa.Column("first_name", sa.String(length=255), server_default="", nullable=False),
        sa.Column("last_name", sa.String(length=255), server_default="", nullable=False),
        sa.Column("company", sa.String(length=255), server_default="", nullable=False),
        sa.Column("street", sa.String(length=255), server_default="", nullable=False),
        sa.Column("building_number", sa.String(length=64), server_default="", nullable=False),
        sa.Column("city", sa.String(length=255), server_default="", nullable=False),
        sa.Column("post_code", sa.String(length=16), server_default="", nullable=False),
        sa.Column("country_code", sa.String(length=3), server_default="", nullable=False),
        sa.Column("cod", sa.String(length=20), nullable=True),
        sa.Column("insurance", sa.String(length=20), nullable=True),
        sa.Column("weekend", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("held", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("taken_over", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("nameless", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("file_digest", "row", "copy", name="one_order_per_row"),
    )
    op.create_index("orders_by_reference", "orders", ["reference"], unique=False)


def _run_rows() -> None:
    op.create_table(
        "run_rows",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=255), server_default="", nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=16), server_default="", nullable=False),
        sa.Column("field", sa.String(length=32), server_default="", nullable=False),
        sa.Column("rule", sa.String(length=96), server_default="", nullable=False),
        sa.Column("value", sa.String(length=255), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("run_id", "row"),
    )
    op.create_index("run_rows_by_order", "run_rows", ["order_id"], unique=False)


def _shipments() -> None:
    op.create_table(
        "shipments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=True),
        sa.Column("shipx_id", sa.BigInteger(), nullable=True),
        sa.Column("service", sa.String(length=64), server_default="", nullable=False),
        sa.Column("status", sa.String(length=64), server_default="", nullable=False),
        sa.Column("tracking_number", sa.String(length=64), server_default="", nullable=False),
        sa.Column("reference", sa.String(length=255), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=32), server_default="", nullable=False),
        sa.Column("point", sa.String(length=32), server_default="", nullable=False),
        sa.Column("offer_id", sa.BigInteger(), nullable=True),
        sa.Column("transaction_id", sa.BigInteger(), nullable=True),
        sa.Column("transaction_status", sa.String(length=16), server_default="", nullable=False),
        sa.Column("payment_error", sa.String(length=64), server_default="", nullable=False),
        sa.Column("refused_field", sa.String(length=64), server_default="", nullable=False),
        sa.Column("refused_rule", sa.String(length=96), server_default="", nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=True),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
        sa.UniqueConstraint("shipx_id"),
    )
    op.create_index("shipments_by_reference", "shipments", ["reference"], unique=False)


def _order_shipments() -> None:
    op.create_table(
        "order_shipments",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("shipment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.id"],
        ),
        sa.ForeignKeyConstraint(
            ["shipment_id"],
            ["shipments.id"],
        ),
        sa.PrimaryKeyConstraint("order_id", "part"),
    )
    op.create_index("orders_of_shipment", "order_shipments", ["shipment_id"], unique=False)


def _batches() -> None:
    op.create_table(
        "batches",
        sa.Column("shipx_id", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("shipx_id"),
    )


def _steps() -> None:
    op.create_table(
        "steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shipment_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("call", sa.String(length=36), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=16), server_default="", nullable=False),
        sa.Column("owner", sa.String(length=36), server_default="", nullable=False),
        sa.Column("lease_until", sa.DateTime(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("after_id", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("batch_id", sa.BigInteger(), nullable=True),
        sa.Column("offer_id", sa.BigInteger(), nullable=True),
        sa.Column("transaction_before", sa.BigInteger(), nullable=True),
        sa.Column("looks", sa.Integer(), server_default="0", nullable=False),
        sa.Column("looked_at", sa.DateTime(), nullable=True),
        sa.Column("newest_at", sa.DateTime(), nullable=True),
        sa.Column("undecided", sa.String(length=32), server_default="", nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["runs.id"],
        ),
        sa.ForeignKeyConstraint(
            ["shipment_id"],
            ["shipments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "one_open_step",
        "steps",
        ["shipment_id"],
        unique=True,
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.create_index("steps_by_call", "steps", ["call"], unique=False)


def _labels() -> None:
    op.create_table(
        "labels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shipment_id", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(length=8), server_default="", nullable=False),
        sa.Column("paper", sa.String(length=8), server_default="", nullable=False),
        sa.Column("file", sa.String(length=255), server_default="", nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), server_default="", nullable=False),
        sa.Column("pages", sa.Integer(), server_default="1", nullable=False),
        sa.Column("finding", sa.String(length=96), server_default="", nullable=False),
        sa.Column("stored_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shipment_id"],
            ["shipments.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("shipment_id", "format", "paper", name="one_label_per_format"),
    )


def _points() -> None:
    op.create_table(
        "points",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), server_default="", nullable=False),
        sa.Column("types", sa.String(length=255), server_default="", nullable=False),
        sa.Column("functions", sa.Text(), server_default="", nullable=False),
        sa.Column("open_247", sa.Boolean(), nullable=True),
        sa.Column("payment", sa.Boolean(), nullable=True),
        sa.Column("street", sa.String(length=255), server_default="", nullable=False),
        sa.Column("city", sa.String(length=255), server_default="", nullable=False),
        sa.Column("post_code", sa.String(length=16), server_default="", nullable=False),
        sa.Column("latitude", sa.String(length=24), nullable=True),
        sa.Column("longitude", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
