"""After the label: the history, each shipment's way, pickups and hand-overs. Frozen: `schema` moves on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_PHASES = {
    "created": "unpaid",
    "offers_prepared": "unpaid",
    "offer_selected": "unpaid",
    "confirmed": "prepared",
    "ready_to_pickup": "waiting",
    "ready_to_pickup_from_pok": "waiting",
    "ready_to_pickup_from_pok_registered": "waiting",
    "ready_to_pickup_from_branch": "waiting",
    "pickup_reminder_sent": "waiting",
    "courier_avizo_in_customer_service_point": "waiting",
    "stack_in_customer_service_point": "waiting",
    "stack_in_box_machine": "waiting",
    "delivered": "delivered",
    "returned_to_sender": "returned",
    "taken_by_courier_from_customer_service_point": "returned",
    "undelivered": "lost",
    "missing": "lost",
    "canceled": "cancelled",
}
_ENDED = ("delivered", "returned", "cancelled")
_MARKS = str.maketrans("ąćęłńóśźżßđø", "acelnoszzsdo")
_AT_ONCE = 1000
_TIME = "%Y-%m-%d %H:%M:%S.%f"
# InPost keeps tracking for about 45 days.
_LATELY = timedelta(days=60)


def upgrade() -> None:
    """Add what the history shows, and fill it with what the ledger knows already."""
    for column in _columns():
        op.add_column("shipments", column)
    _fill()
    op.create_index("shipments_by_phase", "shipments", ["phase", "made_at"])
    op.create_index("shipments_made", "shipments", ["made_at"])
    op.create_index("shipments_due", "shipments", ["due_at"])
    _index_where("shipments_of_concern", "shipments", "concern", "concern != ''")
    _index_where("shipments_coming_back", "shipments", "return_number", "return_number != ''")
    _stops()
    _pickups()
    _hand_overs()


def _columns() -> Iterator[sa.Column[Any]]:
    for name, length in (
        ("receiver", 255),
        ("city", 255),
        ("size", 8),
        ("sending_method", 32),
        ("mpk", 64),
        ("return_number", 64),
        ("phase", 16),
        ("concern", 16),
    ):
        yield _text(name, length)
    for name in ("cod", "insurance"):
        yield sa.Column(name, sa.String(length=20), nullable=True)
    for name in ("weekend", "is_return", "handled"):
        yield _flag(name)
    for name in ("returned_at", "status_at", "due_at", "handed_at"):
        yield sa.Column(name, sa.DateTime(), nullable=True)
    yield sa.Column("words", sa.Text(), server_default="", nullable=False)


def _fill() -> None:
    """Of shipments made elsewhere the name comes with InPost's next answer, and so does a status's time."""
    connection = op.get_bind()
    known = connection.execute(
        sa.text(
            "SELECT s.id, s.shipx_id, s.status, s.reference, s.tracking_number, s.parcel_numbers,"
            " s.point, s.phone, s.made_at, s.seen_at,"
            " o.first_name, o.last_name, o.company, o.city, o.size, o.cod, o.insurance, o.weekend"
            " FROM shipments s LEFT JOIN order_shipments l ON l.shipment_id = s.id"
            " LEFT JOIN orders o ON o.id = l.order_id GROUP BY s.id"
        )
    ).mappings()
    change = sa.text(
        "UPDATE shipments SET receiver = :receiver, city = :city, size = :size, cod = :cod,"
        " insurance = :insurance, weekend = :weekend, phase = :phase, words = :words,"
        " made_at = :made_at, due_at = :due_at WHERE id = :id"
    )
    now = datetime.now(UTC)
    rows = [_filled(dict(one), now=now) for one in known]
    for start in range(0, len(rows), _AT_ONCE):
        connection.execute(change, rows[start : start + _AT_ONCE])


def _filled(one: dict[str, Any], *, now: datetime) -> dict[str, Any]:
    """A row that InPost does not know belongs to no phase."""
    at_once, lately = now.strftime(_TIME), (now - _LATELY).strftime(_TIME)
    name = " ".join(filter(None, (one["first_name"], one["last_name"]))) or one["company"] or ""
    there = one["shipx_id"] is not None
    phase = _PHASES.get(one["status"], "on_its_way") if one["status"] else "unpaid"
    numbers = (one["tracking_number"] or "", *(one["parcel_numbers"] or "").split())
    phone = "".join(filter(str.isdigit, one["phone"] or ""))
    looked_at = (one["reference"], name, phone, one["point"], *numbers)
    return {
        "id": one["id"],
        "receiver": name,
        "city": one["city"] or "",
        "size": one["size"] or "",
        "cod": one["cod"],
        "insurance": one["insurance"],
        "weekend": bool(one["weekend"]),
        "phase": phase if there else "",
        "words": _folded("\n".join(dict.fromkeys(filter(None, looked_at)))) if there else "",
        "made_at": (one["made_at"] or one["seen_at"] or at_once) if there else None,
        "due_at": (one["seen_at"] or at_once) if there and _is_asked(one, phase, lately) else None,
    }


def _is_asked(one: dict[str, Any], phase: str, lately: str) -> bool:
    """Those on their way are asked about at once, and once more those that ended lately.

    Since when they have ended is not known yet: what came back, and whose cash was paid out, hangs on that.
    """
    return phase not in _ENDED or (one["made_at"] or one["seen_at"] or "") > lately


def _folded(text: str) -> str:
    small = unicodedata.normalize("NFKD", text.casefold().translate(_MARKS))
    return "".join(letter for letter in small if not unicodedata.combining(letter))


def _stops() -> None:
    op.create_table(
        "stops",
        _id(),
        sa.Column("shipment_id", sa.Integer(), nullable=False),
        _text("status", 64),
        sa.Column("at", sa.DateTime(), nullable=True),
        _text("place"),
        _text("origin", 32),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("stops_of_shipment", "stops", ["shipment_id"])


def _pickups() -> None:
    op.create_table(
        "pickups",
        _id(),
        sa.Column("shipx_id", sa.BigInteger(), nullable=True),
        _text("state", 16),
        _text("status", 64),
        sa.Column("asked", sa.Text(), server_default="{}", nullable=False),
        _text("owner", 36),
        sa.Column("lease_until", sa.DateTime(), nullable=True),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("looks", sa.Integer(), server_default="0", nullable=False),
        sa.Column("looked_at", sa.DateTime(), nullable=True),
        sa.Column("after_id", sa.BigInteger(), server_default="0", nullable=False),
        _flag("ending"),
        sa.Column("price", sa.String(length=20), nullable=True),
        _text("refused_field", 64),
        _text("refused_rule"),
        _text("operator", 64),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("shipx_id"),
    )
    op.create_index("pickups_by_state", "pickups", ["state"])
    op.create_index("pickups_by_time", "pickups", ["sent_at"])
    op.create_table(
        "pickup_parcels",
        sa.Column("pickup_id", sa.Integer(), nullable=False),
        sa.Column("shipment_id", sa.Integer(), nullable=False),
        sa.Column("living", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        _text("rule"),
        sa.ForeignKeyConstraint(["pickup_id"], ["pickups.id"]),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pickup_id", "shipment_id"),
    )
    op.create_index("pickups_of_shipment", "pickup_parcels", ["shipment_id"])
    op.create_index(
        "one_living_pickup",
        "pickup_parcels",
        ["shipment_id"],
        unique=True,
        sqlite_where=sa.text("living = 1"),
        postgresql_where=sa.text("living"),
    )


def _hand_overs() -> None:
    op.create_table(
        "hand_overs",
        _id(),
        sa.Column("pickup_id", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        _text("operator", 64),
        _text("station", 64),
        sa.ForeignKeyConstraint(["pickup_id"], ["pickups.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("hand_overs_by_time", "hand_overs", ["started_at"])
    op.create_table(
        "hand_over_parcels",
        sa.Column("hand_over_id", sa.Integer(), nullable=False),
        sa.Column("shipment_id", sa.Integer(), nullable=False),
        sa.Column("handed_at", sa.DateTime(), nullable=True),
        _text("left", 16),
        sa.ForeignKeyConstraint(["hand_over_id"], ["hand_overs.id"]),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hand_over_id", "shipment_id"),
    )
    op.create_index("hand_overs_of_shipment", "hand_over_parcels", ["shipment_id"])
    op.create_table(
        "hand_over_scans",
        _id(),
        sa.Column("hand_over_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _text("what", 16),
        _text("number", 64),
        sa.Column("shipment_id", sa.Integer(), nullable=True),
        _text("rule", 32),
        _text("operator", 64),
        sa.ForeignKeyConstraint(["hand_over_id"], ["hand_overs.id"]),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("scans_of_hand_over", "hand_over_scans", ["hand_over_id"])


def _index_where(name: str, table: str, column: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, [column], sqlite_where=condition, postgresql_where=condition)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=sa.text("0"), nullable=False)


def _text(name: str, length: int = 255) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), server_default="", nullable=False)
