"""What the way back says of a change of the settings: what it was about, never the values themselves."""

from __future__ import annotations

from typing import Final

from inpost_desk.settings import Settings
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

ABOUT: Final = {
    "sheet_slots": QT_TRANSLATE_NOOP("ui", "next free place on the sheet"),
    "sender": QT_TRANSLATE_NOOP("ui", "change of the sender"),
    "sending_method": QT_TRANSLATE_NOOP("ui", "change of the way of sending"),
    "courier_days": QT_TRANSLATE_NOOP("ui", "change of the courier's days"),
    "file_offers": QT_TRANSLATE_NOOP("ui", "change of how offers are chosen"),
    "weekend_window": QT_TRANSLATE_NOOP("ui", "change of the weekend's hours"),
    "presets": QT_TRANSLATE_NOOP("ui", "change of the parcel sizes"),
    "language": QT_TRANSLATE_NOOP("ui", "change of the language"),
    "look": QT_TRANSLATE_NOOP("ui", "change of the look"),
    "hints": QT_TRANSLATE_NOOP("ui", "change of the hints"),
    "columns": QT_TRANSLATE_NOOP("ui", "forgetting how columns are read"),
    "station": QT_TRANSLATE_NOOP("ui", "change of the station"),
    "scanner": QT_TRANSLATE_NOOP("ui", "change of the scanner"),
    "watched": QT_TRANSLATE_NOOP("ui", "change of the watched folder"),
    "pickup": QT_TRANSLATE_NOOP("ui", "change of the pickup's rules"),
    "notifications": QT_TRANSLATE_NOOP("ui", "change of the notifications"),
    "shop_columns": QT_TRANSLATE_NOOP("ui", "change of the shop's columns"),
    "data": QT_TRANSLATE_NOOP("ui", "change of copies and data"),
    "proxy": QT_TRANSLATE_NOOP("ui", "change of the proxy"),
    "account": QT_TRANSLATE_NOOP("ui", "change of the account"),
    "accounts": QT_TRANSLATE_NOOP("ui", "change of the accounts"),
}


def change_words(before: Settings, after: Settings) -> str:
    """What one change was, in a few words."""
    if before.printers != after.printers:
        return _printer_words(before, after)
    known = (words for name, words in ABOUT.items() if _differs(name, before, after))
    return translate("ui", next(known, QT_TRANSLATE_NOOP("ui", "change of the settings")))


def _printer_words(before: Settings, after: Settings) -> str:
    old = {one.id: one for one in before.printers}
    new = {one.id: one for one in after.printers}
    if gone := [one.name for key, one in old.items() if key not in new]:
        return translate("ui", "removing the printer {name}").format(name=gone[0])
    if came := [one.name for key, one in new.items() if key not in old]:
        return translate("ui", "adding the printer {name}").format(name=came[0])
    if other := [one.name for key, one in new.items() if one != old[key]]:
        return translate("ui", "change of the printer {name}").format(name=other[0])
    return translate("ui", "another order of the printers")


def _differs(name: str, before: Settings, after: Settings) -> bool:
    return bool(getattr(before, name) != getattr(after, name))
