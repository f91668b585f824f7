"""What stands beside each bar code of the station's sheets, and over them. Codes: `domain/scan_code.py`."""

from __future__ import annotations

from typing import Final

from inpost_desk.domain.scan_code import Command
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

COMMANDS: Final = {
    Command.SIZE_A: QT_TRANSLATE_NOOP("station", "Size A"),
    Command.SIZE_B: QT_TRANSLATE_NOOP("station", "Size B"),
    Command.SIZE_C: QT_TRANSLATE_NOOP("station", "Size C"),
    Command.TIMES_2: QT_TRANSLATE_NOOP("station", "2 parcels"),
    Command.TIMES_3: QT_TRANSLATE_NOOP("station", "3 parcels"),
    Command.TIMES_4: QT_TRANSLATE_NOOP("station", "4 parcels"),
    Command.TIMES_5: QT_TRANSLATE_NOOP("station", "5 parcels"),
    Command.TIMES_6: QT_TRANSLATE_NOOP("station", "6 parcels"),
    Command.TIMES_7: QT_TRANSLATE_NOOP("station", "7 parcels"),
    Command.TIMES_8: QT_TRANSLATE_NOOP("station", "8 parcels"),
    Command.TIMES_9: QT_TRANSLATE_NOOP("station", "9 parcels"),
    Command.MORE: QT_TRANSLATE_NOOP("station", "One more for the last order"),
    Command.WEEKEND_ON: QT_TRANSLATE_NOOP("station", "Paczka w Weekend: yes"),
    Command.WEEKEND_OFF: QT_TRANSLATE_NOOP("station", "Paczka w Weekend: no"),
    Command.NEXT_PRINTER: QT_TRANSLATE_NOOP("station", "Next printer"),
    Command.REPRINT_LAST: QT_TRANSLATE_NOOP("station", "Print the last label again"),
    Command.ABORT: QT_TRANSLATE_NOOP("station", "Do nothing (Esc)"),
    Command.CONFIRM: QT_TRANSLATE_NOOP("station", "CONFIRM (Space)"),
    Command.NEW: QT_TRANSLATE_NOOP("station", "New shipment (N)"),
    Command.AGAIN: QT_TRANSLATE_NOOP("station", "The same one again (R)"),
    Command.BUY: QT_TRANSLATE_NOOP("station", "Buy (K)"),
    Command.PRINT_LATE: QT_TRANSLATE_NOOP("station", "Print what has waited"),
    Command.SHIPPING: QT_TRANSLATE_NOOP("station", "Shipping (F2)"),
    Command.CHECKING: QT_TRANSLATE_NOOP("station", "Label check (F3)"),
    Command.SIGN_OFF: QT_TRANSLATE_NOOP("station", "Sign off"),
}
# By the order of `TEACH_CODES`.
TEACHING: Final = (
    QT_TRANSLATE_NOOP("station", "1: digits"),
    QT_TRANSLATE_NOOP("station", "2: large and small letters"),
    QT_TRANSLATE_NOOP("station", "3: signs"),
)
TITLES: Final = {
    "commands": QT_TRANSLATE_NOOP("station", "Commands for the station: scan instead of typing"),
    "teach": QT_TRANSLATE_NOOP(
        "station", "Teach me your scanner: scan all three, one after the other"
    ),
    "badges": QT_TRANSLATE_NOOP("station", "Badges: one for each person, to sign on with"),
}


def command_words(command: Command) -> str:
    """What a command does, as short as beside its bar code."""
    return translate("station", COMMANDS[command])


def command_entries() -> list[tuple[str, str]]:
    """Every command's code and words, as the sheet wants them."""
    return [(command.value, command_words(command)) for command in Command]


def teach_words() -> tuple[str, ...]:
    """The words beside the codes that teach a scanner."""
    return tuple(translate("station", words) for words in TEACHING)


def sheet_title(sheet: str) -> str:
    """What stands over a sheet: "commands", "teach" or "badges"."""
    return translate("station", TITLES[sheet])
