"""The tables of the packing table: files of orders on the desk, what is being typed, scanned, waited for.

Only definitions, as in `schema`, which brings them along.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    func,
    text,
)

from inpost_desk.ledger.column_kinds import UtcTime, tables
from inpost_desk.ledger.column_kinds import text_column as _text

# Shipments being typed by hand, so that a crash loses nothing. An id is never used again.
drafts = Table(
    "drafts",
    tables,
    Column("id", String(36), primary_key=True),
    Column("content", Text, nullable=False, server_default=""),
    Column("changed_at", UtcTime, nullable=False),
)

# A file of orders on the desk: what stands in its rows now, whether it was sent yet or not.
piles = Table(
    "piles",
    tables,
    Column("id", Integer, primary_key=True),
    _text("file_name"),
    # Where the file lay, so that the result file goes beside it.
    Column("file_path", Text, nullable=False, server_default=""),
    Column("file_digest", String(64), nullable=False, unique=True),
    _text("layout", 32),
    _text("layout_digest", 32),
    # The heading of each field's column in the file, as JSON.
    Column("columns", Text, nullable=False, server_default="{}"),
    _text("ignored_columns", 1024),
    # The answers: what rows with the same reference are, and what happens to those sent before.
    _text("repeated", 16),
    _text("duplicates", 16),
    # What happens to Paczka w Weekend while InPost takes none: `wait` or `standard`.
    _text("weekend", 16),
    Column("imported_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime),
)

pile_rows = Table(
    "pile_rows",
    tables,
    Column("pile_id", ForeignKey("piles.id"), primary_key=True),
    Column("row", Integer, primary_key=True),
    Column("line", Integer, nullable=False),
    Column("held", Boolean, nullable=False, server_default=text("0")),
    Column("removed", Boolean, nullable=False, server_default=text("0")),
    # Whether nothing keeps the row from being sent; `same_parcel_as` is the row whose parcel it goes into.
    Column("good", Boolean, nullable=False, server_default=text("0")),
    Column("same_parcel_as", Integer),
    # The row of another order whose parcel a person put this one into.
    Column("together", Integer),
    # The cell in lower case: rows that share it belong together.
    _text("reference_cell"),
    # The earlier shipment's number about which a person said that the row is sent once more, "0" where it had
    # none yet.
    _text("sent_again", 32),
    # What the table shows, as read; money as text with a dot.
    _text("reference"),
    _text("name"),
    _text("kind", 16),
    _text("size", 4),
    _text("point", 32),
    _text("place"),
    _text("phone", 32),
    _text("cod", 20),
    _text("insurance", 20),
    Column("weekend", Boolean, nullable=False, server_default=text("0")),
    # The first problem, for the cell it belongs to.
    _text("field", 32),
    _text("rule", 96),
    _text("value"),
    # As JSON: the text of every cell now; what an edit replaced; problems, warnings and changes.
    Column("cells", Text, nullable=False, server_default="{}"),
    Column("given", Text, nullable=False, server_default="{}"),
    Column("findings", Text, nullable=False, server_default=""),
    Index("pile_rows_by_reference", "reference_cell"),
)
# Where the order's own name is not what the cell says: numbered parts, blanks that went.
_RENAMED = text("lower(reference) != reference_cell")
Index(
    "pile_rows_by_name",
    func.lower(pile_rows.c.reference),
    sqlite_where=_RENAMED,
    postgresql_where=_RENAMED,
)

# What was scanned at a station and what came of it; `what` is a `scans.What`. Codes are not kept. A parcel
# made elsewhere goes from the ledger once its owner is found: nothing here may stand in the way of that.
scans = Table(
    "scans",
    tables,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    _text("what", 16),
    _text("reference"),
    _text("name"),
    Column("shipment_id", ForeignKey("shipments.id", ondelete="SET NULL")),
    _text("rule", 96),
    _text("operator", 64),
    _text("station", 64),
    Index("scans_by_time", "at"),
    Index("scans_by_shipment", "shipment_id"),
    Index("scans_by_station", "station", "what"),
)

# Scanned, and its label could not be printed at once: printed later on a key, in the order of the scans.
waiting_labels = Table(
    "waiting_labels",
    tables,
    Column("id", Integer, primary_key=True),
    Column("scanned_at", UtcTime, nullable=False),
    _text("reference"),
    _text("name"),
    Column("pile_id", ForeignKey("piles.id")),
    Column("row", Integer),
    # None until the parcel is planned.
    Column("shipment_id", ForeignKey("shipments.id", ondelete="SET NULL")),
    # The size, count and weekend that a command code asked for, as JSON.
    Column("asked", Text, nullable=False, server_default="{}"),
    _text("operator", 64),
    _text("station", 64),
    # awaited, ready, printed, dropped
    _text("state", 16),
    _text("reason", 16),
    Index("waiting_labels_by_state", "state"),
)
