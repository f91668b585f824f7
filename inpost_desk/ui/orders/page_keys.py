"""The Orders page's chips, and its keys as F1 lists them. No widgets."""

from __future__ import annotations

from typing import Final

from inpost_desk.domain.stage import Stage
from inpost_desk.wording.speech import translate

# The column map has these keys itself; a key that two take does nothing.
OF_THE_MAP: Final = frozenset({"Ctrl+Return", "Ctrl+Enter", "Esc"})
CHIPS: Final = (
    Stage.READY,
    Stage.TO_FIX,
    Stage.QUESTION,
    Stage.UNSURE,
    Stage.OFFERED,
    Stage.UNPAID,
    Stage.REFUSED,
    Stage.DUPLICATE,
    Stage.HELD,
    Stage.REPLACED,
    Stage.UNDER_WAY,
    Stage.BOUGHT,
    Stage.BAD_LABEL,
    Stage.LABEL,
    Stage.PRINTING,
    Stage.MAYBE_PRINTED,
    Stage.PRINTED,
)


def page_keys() -> tuple[tuple[str, str], ...]:
    """Each key, and what it does."""
    return (
        ("Ctrl+O", translate("ui", "Import a file")),
        ("Ctrl+F", translate("ui", "Search")),
        ("Ctrl+Enter", translate("ui", "Create and print")),
        ("F8, Shift+F8", translate("ui", "Next or previous row that needs you")),
        ("1–4", translate("ui", "Answer the problem shown")),
        ("0", translate("ui", "The same answer for all rows like it")),
        ("F2", translate("ui", "Edit the cell")),
        ("H", translate("ui", "Hold the rows back, or let them go")),
        ("Ctrl+J", translate("ui", "Together")),
        ("Del", translate("ui", "Take the rows off the list")),
        ("Ctrl+R", translate("ui", "Send a refused row again")),
        ("Ctrl+E", translate("ui", "Look at the label as it prints")),
        ("Ctrl+L", translate("ui", "Print the last label again")),
        ("Ctrl+G", translate("ui", "Scan the last good label")),
        ("Ctrl+Shift+O", translate("ui", "Choose the offer of a row")),
        ("Ctrl+Shift+P", translate("ui", "Pay again for a row")),
        ("Ctrl+Shift+W", translate("ui", "Replace a bought shipment")),
        ("Ctrl+Shift+N", translate("ui", "Another parcel for this order")),
        ("Ctrl+Del", translate("ui", "Cancel a shipment that is not paid")),
        ("Ctrl+Z", translate("ui", "Undo")),
        ("F9", translate("ui", "Show or hide the side panel")),
        ("Esc", translate("ui", "Stop after this one, or show all rows again")),
    )
