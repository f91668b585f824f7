"""The tables of what comes after the label: the way of each shipment, couriers, hand-overs, what was deleted.

Only definitions, as in `schema`, which brings them along: one set of tables, one chain of migrations.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from inpost_desk.ledger.column_kinds import Money, UtcTime, tables
from inpost_desk.ledger.column_kinds import text_column as _text

# Every status a shipment was seen in. `at` is InPost's time where it says one.
stops = Table(
    "stops",
    tables,
    Column("id", Integer, primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id", ondelete="CASCADE"), nullable=False),
    _text("status", 64),
    Column("at", UtcTime),
    _text("place"),
    _text("origin", 32),
    Index("stops_of_shipment", "shipment_id"),
)

# Orders for a courier, and the journal of ordering them: `sending` is committed before any byte leaves.
pickups = Table(
    "pickups",
    tables,
    Column("id", Integer, primary_key=True),
    Column("shipx_id", BigInteger, unique=True),
    # `pickup.PickupState`, and InPost's own word.
    _text("state", 16),
    _text("status", 64),
    # What was asked for, as JSON (`pickup.NewPickup`); nothing for one that was found at InPost.
    Column("asked", Text, nullable=False, server_default="{}"),
    _text("owner", 36),
    # By this machine's clock, and by InPost's, as in `steps`.
    Column("lease_until", UtcTime),
    Column("sent_at", UtcTime, nullable=False),
    Column("looks", Integer, nullable=False, server_default="0"),
    Column("looked_at", UtcTime),
    # The newest pickup known before: nothing up to this one can be ours.
    Column("after_id", BigInteger, nullable=False, server_default="0"),
    # Somebody asked for its end; the answer was lost.
    Column("ending", Boolean, nullable=False, server_default=text("0")),
    Column("price", Money),
    _text("refused_field", 64),
    _text("refused_rule"),
    _text("operator", 64),
    Column("seen_at", UtcTime),
    Column("ended_at", UtcTime),
    Index("pickups_by_state", "state"),
    Index("pickups_by_time", "sent_at"),
)

pickup_parcels = Table(
    "pickup_parcels",
    tables,
    Column("pickup_id", ForeignKey("pickups.id"), primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id", ondelete="CASCADE"), primary_key=True),
    # Whether the pickup lives: the promise itself, no parcel is in two.
    Column("living", Boolean, nullable=False, server_default=text("1")),
    # Why InPost turned the pickup down on account of this parcel, as it came.
    _text("rule"),
    Index("pickups_of_shipment", "shipment_id"),
    Index(
        "one_living_pickup",
        "shipment_id",
        unique=True,
        sqlite_where=text("living = 1"),
        postgresql_where=text("living"),
    ),
)

# Wydanie kurierowi: who handed over what, and when.
hand_overs = Table(
    "hand_overs",
    tables,
    Column("id", Integer, primary_key=True),
    Column("pickup_id", ForeignKey("pickups.id")),
    Column("started_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    _text("operator", 64),
    _text("station", 64),
    Index("hand_overs_by_time", "started_at"),
)

hand_over_parcels = Table(
    "hand_over_parcels",
    tables,
    Column("hand_over_id", ForeignKey("hand_overs.id"), primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id", ondelete="CASCADE"), primary_key=True),
    Column("handed_at", UtcTime),
    # `hand_over.Left`, "" while nobody has decided.
    _text("left", 16),
    Index("hand_overs_of_shipment", "shipment_id"),
)

hand_over_scans = Table(
    "hand_over_scans",
    tables,
    Column("id", Integer, primary_key=True),
    Column("hand_over_id", ForeignKey("hand_overs.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    # `hand_over.Scanned`
    _text("what", 16),
    _text("number", 64),
    Column("shipment_id", ForeignKey("shipments.id", ondelete="SET NULL")),
    _text("rule", 32),
    _text("operator", 64),
    Index("scans_of_hand_over", "hand_over_id"),
)

# What is left of parcels whose data was deleted: nobody can read it, and the same name is found again.
remembered = Table(
    "remembered",
    tables,
    Column("id", Integer, primary_key=True),
    # `remembered.digest_of`, with this ledger's own salt.
    Column("digest", String(64), nullable=False),
    # InPost's number of the shipment that was sent under it.
    Column("shipx_id", BigInteger),
    Column("forgotten_at", UtcTime, nullable=False),
    Index("remembered_by_digest", "digest"),
)
