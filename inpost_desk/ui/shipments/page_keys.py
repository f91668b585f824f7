"""The Shipments page's keys as F1 lists them."""

from __future__ import annotations

from inpost_desk.ui.shipments.acts import DONE_KEY, KEYS, Act
from inpost_desk.wording.speech import translate


def page_keys() -> tuple[tuple[str, str], ...]:
    """Each key, and what it does."""
    return (
        ("Ctrl+F", translate("ui", "Search the history")),
        ("Ctrl+E", translate("ui", "Export CSV/XLSX")),
        ("Ctrl+C", translate("ui", "Copy the number")),
        ("F5", translate("ui", "Ask InPost now")),
        (KEYS[Act.PRINT], translate("ui", "Print the label again")),
        (KEYS[Act.PICKUP], translate("ui", "Add to pickup")),
        (KEYS[Act.RETURN], translate("ui", "Return label")),
        (KEYS[Act.TRACK], translate("ui", "Open InPost's tracking page")),
        (KEYS[Act.SUPPORT], translate("ui", "Copy for support")),
        (DONE_KEY, translate("ui", "The exception is dealt with, or not yet")),
        (KEYS[Act.REPLACE], translate("ui", "Replace a bought shipment")),
        (KEYS[Act.PAY], translate("ui", "Pay again")),
        (KEYS[Act.CANCEL], translate("ui", "Cancel a shipment that is not paid")),
        ("F9", translate("ui", "Show or hide the side panel")),
        ("Shift+F10", translate("ui", "What can be done with the row")),
        ("Esc", translate("ui", "Show all shipments")),
    )
