"""How the command line says a printer: what goes to it, its way, its paper, its state, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from inpost_desk.domain.printer import (
    USUAL_HEAD,
    PaperKind,
    Profile,
    Purpose,
    Reach,
    profile_for,
    stand_in_of,
)
from inpost_desk.printers.printer import PrinterState, Readiness
from inpost_desk.wording.printer_reasons import reasons_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

FACTS: Final = (
    QT_TRANSLATE_NOOP("cli", "name"),
    QT_TRANSLATE_NOOP("cli", "prints"),
    QT_TRANSLATE_NOOP("cli", "reached by"),
    QT_TRANSLATE_NOOP("cli", "paper"),
    QT_TRANSLATE_NOOP("cli", "besides"),
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
    PaperKind.A4: QT_TRANSLATE_NOOP("cli", "A4"),
}
READINESS: Final = {
    Readiness.READY: QT_TRANSLATE_NOOP("cli", "ready"),
    Readiness.PAUSED: QT_TRANSLATE_NOOP("cli", "paused"),
    Readiness.STOPPED: QT_TRANSLATE_NOOP("cli", "stopped"),
    Readiness.MISSING: QT_TRANSLATE_NOOP("cli", "not there"),
}
# What does not keep a printer from printing.
_WARNINGS: Final = frozenset({"marker-supply-low"})
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
    "carrier_commands": QT_TRANSLATE_NOOP(
        "cli",
        "--carrier-commands: InPost's own commands are ZPL or EPL. Say “--speaks zpl”, “--speaks epl” or "
        "“--no-carrier-commands”.",
    ),
    "carrier_paper": QT_TRANSLATE_NOOP(
        "cli",
        "--carrier-commands: InPost's own commands are for A6 labels. Say “--paper a6” or "
        "“--no-carrier-commands”.",
    ),
    "place": QT_TRANSLATE_NOOP(
        "cli", "--place: only where four labels share an A4 sheet (--paper a4-four)."
    ),
}


def columns(profile: Profile, known: Sequence[Profile], place: int) -> tuple[str, str, str, str]:
    """What goes to it, how it is reached, its paper, and what else was set; `place` from 0."""
    return (
        serves_words(profile, known),
        how_words(profile),
        paper_words(profile, place),
        ", ".join(_besides(profile, known)),
    )


def changes_words(before: Sequence[str], after: Sequence[str]) -> str:
    """What is different, by `FACTS`: of a printer's name and its columns."""
    pairs = zip(FACTS, before, after, strict=False)
    return "; ".join(
        f"{translate('cli', fact)}: {old or '–'} → {new or '–'}"
        for fact, old, new in pairs
        if old != new
    )


def serves_words(profile: Profile, known: Sequence[Profile]) -> str:
    """What goes to it, and where it goes instead because another printer is asked first."""
    if not profile.serves:
        return translate("cli", "spare printer")
    said = []
    for purpose in Purpose:
        if purpose not in profile.serves:
            continue
        words = translate("cli", PURPOSES[purpose])
        first = profile_for(known, purpose)
        if first is not None and first.id != profile.id:
            taken = translate("cli", "{what} (go to {name})")
            words = taken.format(what=words, name=first.name)
        said.append(words)
    return ", ".join(said)


def _besides(profile: Profile, known: Sequence[Profile]) -> Iterator[str]:
    other = stand_in_of(known, profile)
    if other is not None:
        yield translate("cli", "stand-in {name}").format(name=other.name)
    if profile.right or profile.down:
        words = translate("cli", "moved {right} mm right, {down} mm down")
        yield words.format(right=f"{profile.right / 10:g}", down=f"{profile.down / 10:g}")
    if profile.rotation:
        yield translate("cli", "turned by {degrees}°").format(degrees=profile.rotation)
    if profile.head and profile.head != USUAL_HEAD:
        yield translate("cli", "prints {width} mm wide").format(width=f"{profile.head / 10:g}")
    if profile.darkness is not None:
        yield translate("cli", "darkness {value}").format(value=profile.darkness)
    if profile.carrier_commands:
        yield translate("cli", "InPost's own commands")
    if profile.separators:
        yield translate("cli", "sheet between batches")


def how_words(profile: Profile) -> str:
    """Its way and its language; dots where they are ours."""
    way = translate("cli", WAYS[profile.reach]).format(name=profile.address)
    said = [way, profile.language.upper()]
    if profile.raw or profile.reach is not Reach.FOLDER:
        said.append(f"{profile.dpi} dpi")
    return ", ".join(said)


def paper_words(profile: Profile, place: int) -> str:
    """The paper's name, or its size, with the next free place of a sheet that labels share."""
    if profile.paper is PaperKind.A4_FOUR:
        words = translate("cli", "A4 with four labels, next place {place}")
        return words.format(place=place + 1)
    if profile.paper in PAPERS:
        return translate("cli", PAPERS[profile.paper])
    width, height = profile.sheet.width / 10, profile.sheet.height / 10
    return translate("cli", "{width} × {height} mm").format(
        width=f"{width:g}", height=f"{height:g}"
    )


def state_words(state: PrinterState) -> str:
    """How it stands and why, as far as there are words for it."""
    why = _reasons(state)
    return ": ".join([translate("cli", READINESS[state.readiness]), *filter(None, [why])])


def waits_words(state: PrinterState) -> str:
    """Why it does not print now, "" where it says nothing of that."""
    why = _reasons(state, without=_WARNINGS)
    if why or state.readiness is Readiness.READY:
        return why
    return translate("cli", READINESS[state.readiness])


def _reasons(state: PrinterState, *, without: frozenset[str] = frozenset()) -> str:
    return reasons_words(one for one in state.reasons if one not in without)


def value_words(field: str) -> str:
    """What is wrong with the field that a `Profile` names, and what is possible."""
    known = VALUES.get(field)
    return (
        translate("cli", known)
        if known
        else translate("cli", "This cannot be used: {name}.").format(name=field)
    )


def not_there_words(option: str, name: str, there: Sequence[str]) -> str:
    """That the option's printer is not there, which ones are, and what lists them."""
    stands_in = option == "--stand-in"
    command = "inpost-desk printers list" if stands_in else "inpost-desk printers list --found"
    if there:
        words = translate(
            "cli",
            "{option}: there is no printer {name}. There are: {names}. “{command}” lists them.",
        )
    else:
        words = translate(
            "cli", "{option}: there is no printer {name}, and no other one. “{command}” lists them."
        )
    return words.format(option=option, name=name, names=", ".join(there), command=command)
