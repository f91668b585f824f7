"""The tables of the ledger: what we asked, what was answered, what was stored.

Only definitions. Money is kept as text (SQLite has no decimals), times in UTC, ids as InPost gave them.
A change here needs a migration in `migrations/versions`.
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
    UniqueConstraint,
    func,
    text,
)

from inpost_desk.ledger.column_kinds import Money, UtcTime, tables
from inpost_desk.ledger.column_kinds import text_column as _text
from inpost_desk.ledger.schema_after import (
    hand_over_parcels,
    hand_over_scans,
    hand_overs,
    pickup_parcels,
    pickups,
    remembered,
    stops,
)
from inpost_desk.ledger.schema_desk import drafts, pile_rows, piles, scans, waiting_labels

__all__ = [
    "batches",
    "drafts",
    "facts",
    "hand_over_parcels",
    "hand_over_scans",
    "hand_overs",
    "labels",
    "order_shipments",
    "orders",
    "pickup_parcels",
    "pickups",
    "pile_rows",
    "piles",
    "points",
    "prints",
    "remembered",
    "run_rows",
    "runs",
    "scans",
    "shipments",
    "steps",
    "stops",
    "tables",
    "waiting_labels",
]

# What was learned about the account: whether it gives our keys back, how far the mirror reaches, day numbers.
facts = Table(
    "facts",
    tables,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

runs = Table(
    "runs",
    tables,
    Column("id", Integer, primary_key=True),
    _text("file_name"),
    _text("file_digest", 64),
    Column("started_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    _text("stopped_by", 64),
    Index("runs_by_file", "file_digest"),
)

orders = Table(
    "orders",
    tables,
    Column("id", Integer, primary_key=True),
    _text("file_digest", 64),
    Column("row", Integer, nullable=False),
    # 0 for the first time a row is taken; a person who asks for it again gets 1, 2 ...
    Column("copy", Integer, nullable=False, server_default="0"),
    Column("place", Integer, nullable=False),
    _text("reference"),
    _text("kind", 16),
    _text("size", 4),
    _text("point", 32),
    _text("phone", 32),
    _text("email"),
    _text("first_name"),
    _text("last_name"),
    _text("company"),
    _text("street"),
    _text("building_number", 64),
    _text("city"),
    _text("post_code", 16),
    _text("country_code", 3),
    Column("cod", Money),
    Column("insurance", Money),
    Column("weekend", Boolean, nullable=False, server_default=text("0")),
    # Held back by a person; taken over by another file that has the same reference.
    Column("held", Boolean, nullable=False, server_default=text("0")),
    Column("taken_over", Boolean, nullable=False, server_default=text("0")),
    # The file gave no reference: the one it has is a day number.
    Column("nameless", Boolean, nullable=False, server_default=text("0")),
    # The draft as JSON where the order came from the wizard and so asks for more than a file's row can say.
    Column("wish", Text, nullable=False, server_default=""),
    Column("created_at", UtcTime, nullable=False),
    UniqueConstraint("file_digest", "row", "copy", name="one_order_per_row"),
    Index("orders_by_reference", "reference"),
)

# One line for each input row of a run. Rows without an order carry their own outcome (invalid, duplicate).
run_rows = Table(
    "run_rows",
    tables,
    Column("run_id", ForeignKey("runs.id"), primary_key=True),
    Column("row", Integer, primary_key=True),
    _text("reference"),
    Column("order_id", ForeignKey("orders.id")),
    _text("outcome", 16),
    _text("field", 32),
    _text("rule", 96),
    _text("value"),
    Index("run_rows_by_order", "order_id"),
)
# A scanner types in whatever case Caps Lock leaves it; SQLite's `lower` knows no Polish letters.
Index("run_rows_by_name", func.lower(run_rows.c.reference))

shipments = Table(
    "shipments",
    tables,
    Column("id", Integer, primary_key=True),
    # Our own key, sent along with the creation; none for shipments made elsewhere.
    Column("key", String(64), unique=True),
    Column("shipx_id", BigInteger, unique=True),
    _text("service", 64),
    _text("status", 64),
    _text("tracking_number", 64),
    _text("reference"),
    _text("phone", 32),
    _text("point", 32),
    Column("offer_id", BigInteger),
    Column("transaction_id", BigInteger),
    _text("transaction_status", 16),
    _text("payment_error", 64),
    _text("refused_field", 64),
    _text("refused_rule", 96),
    # How it comes to be paid: "" InPost does that by itself, `offers` somebody chooses an offer first,
    # `call` InPost chooses the offer and we pay for it.
    _text("mode", 16),
    # What the chosen offer costs in PLN; accounts paid by invoice see no price.
    Column("price", Money),
    # The numbers of all its parcels with spaces between, where it has several.
    Column("parcel_numbers", Text, nullable=False, server_default=""),
    # The shipment that was made in its place; once that is bought this one must not leave.
    Column("replaced_by", Integer),
    Column("do_not_send", Boolean, nullable=False, server_default=text("0")),
    Column("made_at", UtcTime),
    Column("seen_at", UtcTime),
    # What InPost says of it, for the history; also of those made elsewhere.
    _text("receiver"),
    _text("city"),
    _text("size", 8),
    _text("sending_method", 32),
    Column("cod", Money),
    Column("insurance", Money),
    _text("mpk", 64),
    Column("weekend", Boolean, nullable=False, server_default=text("0")),
    Column("is_return", Boolean, nullable=False, server_default=text("0")),
    # The parcel that comes back has a number of its own; `returned_at` is when it was received here.
    _text("return_number", 64),
    Column("returned_at", UtcTime),
    # `journey.Phase` and `journey.Concern`; `handled` once a person has dealt with the concern.
    _text("phase", 16),
    _text("concern", 16),
    Column("handled", Boolean, nullable=False, server_default=text("0")),
    Column("status_at", UtcTime),
    # When InPost is to be asked again; None for never by itself.
    Column("due_at", UtcTime),
    # When it was scanned at the truck.
    Column("handed_at", UtcTime),
    # When the receiver was deleted here; no answer of InPost's brings the name back.
    Column("forgotten_at", UtcTime),
    # Everything a search looks at, folded.
    Column("words", Text, nullable=False, server_default=""),
    Index("shipments_by_reference", "reference"),
    Index("shipments_by_phase", "phase", "made_at"),
    Index("shipments_made", "made_at"),
    Index("shipments_due", "due_at"),
    Index(
        "shipments_of_concern",
        "concern",
        sqlite_where=text("concern != ''"),
        postgresql_where=text("concern != ''"),
    ),
    Index(
        "shipments_coming_back",
        "return_number",
        sqlite_where=text("return_number != ''"),
        postgresql_where=text("return_number != ''"),
    ),
    Index("shipments_by_successor", "replaced_by"),
    Index("shipments_by_number", "tracking_number"),
    # Few have several parcels, and all the numbers of one stand in one text.
    Index(
        "shipments_of_parcels",
        "parcel_numbers",
        sqlite_where=text("parcel_numbers != ''"),
        postgresql_where=text("parcel_numbers != ''"),
    ),
)
Index("shipments_by_name", func.lower(shipments.c.reference))

order_shipments = Table(
    "order_shipments",
    tables,
    Column("order_id", ForeignKey("orders.id"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), nullable=False),
    Index("orders_of_shipment", "shipment_id"),
)

batches = Table(
    "batches",
    tables,
    Column("shipx_id", BigInteger, primary_key=True),
    Column("run_id", ForeignKey("runs.id")),
    Column("rows", Integer, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
)

# The write-ahead journal: a row stands here, committed, before any byte of a change leaves.
steps = Table(
    "steps",
    tables,
    Column("id", Integer, primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), nullable=False),
    Column("run_id", ForeignKey("runs.id")),
    _text("call", 36),
    _text("kind", 16),
    _text("owner", 36),
    # By this machine's clock, because processes of one machine share it.
    Column("lease_until", UtcTime, nullable=False),
    # By InPost's clock, because the horizon is about what InPost may still be doing.
    Column("sent_at", UtcTime, nullable=False),
    # The newest shipment known before: InPost's ids grow, so nothing up to this one can be ours. Of an edit
    # the newest offer known before: it makes new ones.
    Column("after_id", BigInteger, nullable=False, server_default="0"),
    Column("batch_id", BigInteger),
    Column("offer_id", BigInteger),
    Column("transaction_before", BigInteger),
    Column("looks", Integer, nullable=False, server_default="0"),
    Column("looked_at", UtcTime),
    # When the call last showed life (a row of it was found, or our end was closed): not given up soon after.
    Column("newest_at", UtcTime),
    # Why nobody but a person can decide: `same_reference`, `keys_not_proven`, `too_old`.
    _text("undecided", 32),
    # What an edit makes of the shipment, as in `orders`.
    Column("wish", Text, nullable=False, server_default=""),
    Column("outcome", String(16)),
    Column("ended_at", UtcTime),
    # The promise itself: one living or unsure step per parcel.
    Index(
        "one_open_step",
        "shipment_id",
        unique=True,
        sqlite_where=text("outcome IS NULL"),
        postgresql_where=text("outcome IS NULL"),
    ),
    Index("steps_by_call", "call"),
    # Asked for in their order; without this one the database goes through all there ever were.
    Index(
        "open_steps",
        "id",
        sqlite_where=text("outcome IS NULL"),
        postgresql_where=text("outcome IS NULL"),
    ),
)

labels = Table(
    "labels",
    tables,
    Column("id", Integer, primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), nullable=False),
    _text("format", 8),
    _text("paper", 8),
    _text("file"),
    Column("size", Integer, nullable=False),
    _text("sha256", 64),
    Column("pages", Integer, nullable=False, server_default="1"),
    # What the read-back found: "" is a good label, else a rule of `labels.readback`.
    _text("finding", 96),
    Column("stored_at", UtcTime, nullable=False),
    UniqueConstraint("shipment_id", "format", "paper", name="one_label_per_format"),
)

points = Table(
    "points",
    tables,
    Column("name", String(32), primary_key=True),
    _text("status", 32),
    _text("types"),
    Column("functions", Text, nullable=False, server_default=""),
    Column("open_247", Boolean),
    Column("payment", Boolean),
    _text("street"),
    _text("city"),
    _text("post_code", 16),
    Column("latitude", String(24)),
    Column("longitude", String(24)),
)

# Every label sent to a printer. `sending` without an outcome may be on paper or not: a person is asked.
prints = Table(
    "prints",
    tables,
    Column("id", Integer, primary_key=True),
    # One job is one document sent to a printer; `place` counts its labels from 0.
    _text("job", 36),
    Column("place", Integer, nullable=False, server_default="0"),
    Column("shipment_id", ForeignKey("shipments.id")),
    _text("document", 16),
    _text("printer"),
    # The printer system's own number of the job, once it has one.
    _text("printer_job", 64),
    # Why it was printed again, "" the first time.
    _text("reason", 32),
    # sending, sent, done, failed, cancelled
    _text("state", 16),
    _text("detail"),
    Column("noted_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Index("prints_by_shipment", "shipment_id"),
    Index("prints_by_job", "job"),
)
