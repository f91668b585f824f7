"""How the printers' settings are said: languages, paper, purposes, and what is wrong with a value."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale

from inpost_desk.domain.printer import LABELS, Language, PaperKind, Profile, Purpose, Reach, Sheet
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

LANGUAGES: Final = {
    Language.ZPL: QT_TRANSLATE_NOOP("ui", "ZPL"),
    Language.EPL: QT_TRANSLATE_NOOP("ui", "EPL"),
    Language.PDF: QT_TRANSLATE_NOOP("ui", "PDF"),
    Language.PIXELS: QT_TRANSLATE_NOOP("ui", "pixels"),
}
PAPERS: Final = {
    PaperKind.A6: QT_TRANSLATE_NOOP("ui", "A6, 105 × 148 mm"),
    PaperKind.MM_100_150: QT_TRANSLATE_NOOP("ui", "100 × 150 mm"),
    PaperKind.INCH_4_6: QT_TRANSLATE_NOOP("ui", "4 × 6 inches"),
    PaperKind.A4_FOUR: QT_TRANSLATE_NOOP("ui", "A4, four labels on a sheet"),
    PaperKind.A4: QT_TRANSLATE_NOOP("ui", "A4"),
    PaperKind.CUSTOM: QT_TRANSLATE_NOOP("ui", "own size"),
}
SHORT_PAPERS: Final = {
    PaperKind.A6: QT_TRANSLATE_NOOP("ui", "A6"),
    PaperKind.MM_100_150: QT_TRANSLATE_NOOP("ui", "100 × 150"),
    PaperKind.INCH_4_6: QT_TRANSLATE_NOOP("ui", "4 × 6″"),
    PaperKind.A4_FOUR: QT_TRANSLATE_NOOP("ui", "four on A4"),
    PaperKind.A4: QT_TRANSLATE_NOOP("ui", "A4"),
}
PURPOSES: Final = {
    Purpose.LOCKERS: QT_TRANSLATE_NOOP("ui", "locker labels"),
    Purpose.COURIERS: QT_TRANSLATE_NOOP("ui", "courier labels"),
    Purpose.SLIPS: QT_TRANSLATE_NOOP("ui", "packing slips"),
    Purpose.DOCUMENTS: QT_TRANSLATE_NOOP("ui", "documents"),
}
FINDINGS: Final = {
    "name": QT_TRANSLATE_NOOP("ui", "Give it a name."),
    "name_taken": QT_TRANSLATE_NOOP("ui", "Another printer has this name."),
    "address": QT_TRANSLATE_NOOP(
        "ui", "An address such as 192.168.1.50 or zebra.local:9100 is needed."
    ),
    "folder": QT_TRANSLATE_NOOP("ui", "Name a folder."),
    "language": QT_TRANSLATE_NOOP("ui", "This way takes another language only."),
    "paper": QT_TRANSLATE_NOOP(
        "ui", "ZPL and EPL are for label printers: take PDF or pixels for A4."
    ),
    "custom": QT_TRANSLATE_NOOP("ui", "From 20 × 20 mm to 400 mm of length."),
}


def finding_words(field: str) -> str:
    """What is wrong with the field a `Profile` names, and what to do."""
    known = FINDINGS.get(field)
    return translate("ui", known) if known else translate("ui", "This value cannot be used.")


def how_words(profile: Profile) -> str:
    """How it is reached and what lies in it, in a line."""
    ways = {
        Reach.CUPS: translate("ui", "queue {name}"),
        Reach.WINDOWS: translate("ui", "queue {name}"),
        Reach.SOCKET: "{name}",
        Reach.FOLDER: translate("ui", "folder {name}"),
    }
    way = ways[profile.reach].format(name=profile.address)
    if profile.reach is Reach.FOLDER:
        return way
    if profile.raw or profile.language is Language.PIXELS:
        return translate("ui", "{way}, {dpi} dpi").format(way=way, dpi=profile.dpi)
    return translate("ui", "{way}, {paper}").format(way=way, paper=paper_words(profile))


def paper_words(profile: Profile) -> str:
    """The paper's name, or its size."""
    if profile.paper in SHORT_PAPERS:
        return translate("ui", SHORT_PAPERS[profile.paper])
    return sheet_words(profile.sheet)


def sheet_words(sheet: Sheet) -> str:
    """Its size."""
    size = translate("ui", "{width} × {height} mm")
    return size.format(width=number_words(sheet.width / 10), height=number_words(sheet.height / 10))


def serves_words(profile: Profile) -> str:
    """What goes to it, as short as a list needs it."""
    serves = [one for one in Purpose if one in profile.serves]
    if not serves:
        return translate("ui", "spare printer")
    words = [translate("ui", PURPOSES[one]) for one in serves]
    if set(LABELS) <= set(serves):
        words = [translate("ui", "labels")]
        if Purpose.DOCUMENTS in serves:
            words.append(translate("ui", PURPOSES[Purpose.DOCUMENTS]))
    return ", ".join(words)


def number_words(value: float) -> str:
    """With the comma or the point of the language."""
    return QLocale().toString(float(value), "g", 6)


def mm_words(tenths: int) -> str:
    """A length as it is said."""
    return translate("ui", "{length} mm").format(length=QLocale().toString(tenths / 10, "f", 1))
