"""How the command line says a printer: what goes to it, its way, its paper, its state, and what is wrong."""

from __future__ import annotations

from typing import Final

from inpost_desk.domain.printer import PaperKind, Profile, Purpose, Reach
from inpost_desk.printers.printer import PrinterState, Readiness
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

FACTS: Final = (
    QT_TRANSLATE_NOOP("cli", "name"),
    QT_TRANSLATE_NOOP("cli", "prints"),
    QT_TRANSLATE_NOOP("cli", "reached by"),
    QT_TRANSLATE_NOOP("cli", "paper"),
    QT_TRANSLATE_NOOP("cli", "state"),
)
PURPOSES: Final = {
    Purpose.LOCKERS: QT_TRANSLATE_NOOP("cli", "locker labels"),
    Purpose.COURIERS: QT_TRANSLATE_NOOP("cli", "courier labels"),
    Purpose.SLIPS: QT_TRANSLATE_NOOP("cli", "packing slips"),
    Purpose.DOCUMENTS: QT_TRANSLATE_NOOP("cli", "documents"),
}
WAYS: Final = {
    Reach.CUPS: QT_TRANSLATE_NOOP("cli", "queue {name}"),
    Reach.WINDOWS: QT_TRANSLATE_NOOP("cli", "Windows printer {name}"),
    Reach.SOCKET: QT_TRANSLATE_NOOP("cli", "network {name}"),
    Reach.FOLDER: QT_TRANSLATE_NOOP("cli", "folder {name}"),
}
PAPERS: Final = {
    PaperKind.A6: QT_TRANSLATE_NOOP("cli", "A6"),
    PaperKind.MM_100_150: QT_TRANSLATE_NOOP("cli", "100 × 150 mm"),
    PaperKind.INCH_4_6: QT_TRANSLATE_NOOP("cli", "4 × 6 inches"),
    PaperKind.A4_FOUR: QT_TRANSLATE_NOOP("cli", "A4 with four labels"),
    PaperKind.A4: QT_TRANSLATE_NOOP("cli", "A4"),
}
READINESS: Final = {
    Readiness.READY: QT_TRANSLATE_NOOP("cli", "ready"),
    Readiness.PAUSED: QT_TRANSLATE_NOOP("cli", "paused"),
    Readiness.STOPPED: QT_TRANSLATE_NOOP("cli", "stopped"),
    Readiness.MISSING: QT_TRANSLATE_NOOP("cli", "not there"),
}
REASONS: Final = {
    "media-empty": QT_TRANSLATE_NOOP("cli", "out of labels"),
    "media-needed": QT_TRANSLATE_NOOP("cli", "out of labels"),
    "media-jam": QT_TRANSLATE_NOOP("cli", "paper jam"),
    "cover-open": QT_TRANSLATE_NOOP("cli", "cover open"),
    "door-open": QT_TRANSLATE_NOOP("cli", "cover open"),
    "marker-supply-empty": QT_TRANSLATE_NOOP("cli", "out of ribbon or ink"),
    "marker-supply-low": QT_TRANSLATE_NOOP("cli", "ribbon or ink runs low"),
    "offline": QT_TRANSLATE_NOOP("cli", "switched off or not connected"),
    "unreachable": QT_TRANSLATE_NOOP("cli", "no answer"),
    "rejecting": QT_TRANSLATE_NOOP("cli", "takes no documents"),
    "attention": QT_TRANSLATE_NOOP("cli", "needs somebody to look"),
}
VALUES: Final = {
    "name": QT_TRANSLATE_NOOP("cli", "A printer needs a name."),
    "address": QT_TRANSLATE_NOOP(
        "cli", "--socket: an address such as 192.168.1.50 or zebra.local:9100 is needed."
    ),
    "language": QT_TRANSLATE_NOOP(
        "cli",
        "--speaks: this way does not take that language. CUPS takes all four; Windows zpl, epl and pixels; a "
        "network address zpl and epl; a folder pdf, zpl and epl.",
    ),
    "paper": QT_TRANSLATE_NOOP(
        "cli",
        "--paper: ZPL and EPL are for labels, not for A4. Take “--speaks pdf” or another paper.",
    ),
    "custom": QT_TRANSLATE_NOOP("cli", "--paper: sides of at least 20 mm, at most 400 mm long."),
    "head": QT_TRANSLATE_NOOP("cli", "--head: 20 to 300 mm, or 0 for the whole paper."),
    "right": QT_TRANSLATE_NOOP("cli", "--right: at most 50 mm."),
    "down": QT_TRANSLATE_NOOP("cli", "--down: at most 50 mm."),
    "darkness": QT_TRANSLATE_NOOP("cli", "--darkness: 0 to 30, or “as-set”."),
    "stand_in": QT_TRANSLATE_NOOP("cli", "--stand-in: no printer stands in for itself."),
}


def serves_words(profile: Profile) -> str:
    """What goes to it."""
    if not profile.serves:
        return translate("cli", "spare printer")
    return ", ".join(translate("cli", PURPOSES[one]) for one in Purpose if one in profile.serves)


def how_words(profile: Profile) -> str:
    """Its way and its language; dots where they are ours."""
    way = translate("cli", WAYS[profile.reach]).format(name=profile.address)
    said = [way, profile.language.upper()]
    if profile.reach is not Reach.FOLDER:
        said.append(f"{profile.dpi} dpi")
    return ", ".join(said)


def paper_words(profile: Profile) -> str:
    """The paper's name, or its size."""
    if profile.paper in PAPERS:
        return translate("cli", PAPERS[profile.paper])
    width, height = profile.sheet.width / 10, profile.sheet.height / 10
    return translate("cli", "{width} × {height} mm").format(
        width=f"{width:g}", height=f"{height:g}"
    )


def state_words(state: PrinterState) -> str:
    """How it stands and why, as far as there are words for it."""
    why = dict.fromkeys(translate("cli", REASONS[one]) for one in state.reasons if one in REASONS)
    return ": ".join(
        [translate("cli", READINESS[state.readiness]), *filter(None, [", ".join(why)])]
    )


def value_words(field: str) -> str:
    """What is wrong with the field that a `Profile` names, and what is possible."""
    known = VALUES.get(field)
    return (
        translate("cli", known)
        if known
        else translate("cli", "This cannot be used: {name}.").format(name=field)
    )
