"""What the bottom bar notes quietly before a run: how parcels leave, and where their labels go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inpost_desk.domain.printer import Reach
from inpost_desk.session_printers import printer_of
from inpost_desk.settings import Settings
from inpost_desk.wording.sentences import service_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.session import Session


def note_of(session: Session | None, known: Settings, *more: str) -> str:
    """The notes in one line, `more` behind them."""
    parts = [service_words(known.sending_method)] if known.sending_method else []
    printer = printer_of(session, known) if session else None
    if printer is not None:
        to_folder = printer.reach is Reach.FOLDER
        words = (
            translate("ui", "labels into the folder {name}")
            if to_folder
            else translate("ui", "labels on {name}")
        )
        name = Path(printer.address).name if to_folder else printer.name
        parts.append(words.format(name=name))
    return " · ".join([*parts, *filter(None, more)])
