"""Printers that the system reports, each proposed as a profile that can be used as it is.

What a queue does not say is guessed from its model's name, and only the user knows better: nothing is printed
and no printer is spoken to here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from inpost_desk.domain.printer import (
    A4,
    DOTS,
    LABELS,
    SHEETS,
    USUAL_HEAD,
    Language,
    PaperKind,
    Profile,
    Purpose,
    Reach,
    Sheet,
)
from inpost_desk.printers import media
from inpost_desk.printers.printer import PrinterState

# Names of label printers and of their makers, as drivers and USB ports spell them.
_LABEL_PRINTER: Final = re.compile(
    r"zebra|zdesigner|zpl|\bepl|label|etykiet|\b(gk|gx|gc|zd|zt|zq|zm|lp|tlp)[ -]?\d{3}|\btsc\b|\bt[edtx]p?-?2\d\d"
    r"|citizen cl|godex|argox|dymo|brother (ql|td)|\bsato\b|honeywell|intermec|datamax|bixolon slp|rollo|munbyn",
    re.IGNORECASE,
)
# The old 2844 speaks EPL, its successor 2844-Z both.
_EPL: Final = re.compile(r"\bepl2?\b|2844(?![ -]?z)", re.IGNORECASE)
_ZPL: Final = re.compile(r"zpl|zdesigner|zebra|generic / text only", re.IGNORECASE)
_DPI: Final = re.compile(r"(?<!\d)(200|203|300|600) ?dpi", re.IGNORECASE)
# Windows' own printers of no paper: they open a dialog, and a fax machine.
_NO_PRINTERS: Final = ("PORTPROMPT:", "SHRFAX:", "XPSPort:", "nul:")
_LABEL_KINDS: Final = (PaperKind.A6, PaperKind.MM_100_150, PaperKind.INCH_4_6)
# What a locker label fits on, in tenths of a millimetre.
_LEAST: Final = Sheet(1000, 1400)
_MOST: Final = Sheet(1200, 2300)
_LETTER: Final = Sheet(2159, 2794)
_OFFICE_DPI: Final = 300


@dataclass(frozen=True, slots=True)
class Found:
    """A queue, and the profile proposed for it. `reasons` are IPP's words for its `readiness`."""

    profile: Profile
    model: str
    description: str
    readiness: str
    reasons: tuple[str, ...]
    is_default: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """What a system says of a queue. `languages` are those it can be given, `where` its port or address.

    `paper` is what it is set to, `papers` the names of all it knows; None, () and 0 where it does not say.
    """

    reach: Reach
    name: str
    model: str
    description: str
    where: str
    state: PrinterState
    is_default: bool
    raw: bool
    dpi: int = 0
    paper: Sheet | None = None
    papers: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All that may name its model."""
        return " ".join((self.model, self.name, self.description, self.where.replace("%20", " ")))


def found_printers() -> list[Found]:
    """Label printers first, then by name. Raises PrinterTrouble where the system cannot be asked."""
    return proposed(_windows() if sys.platform == "win32" else _cups())


def proposed(reported: Iterable[Reported]) -> list[Found]:
    """A profile for each of them.

    An office printer gets the documents, and where there is no other printer four labels a sheet.
    """
    queues = sorted(reported, key=lambda one: (not _is_for_labels(one), one.name.casefold()))
    alone = not any(map(_is_for_labels, queues))
    return [
        Found(
            profile=_label_printer(one)
            if _is_for_labels(one)
            else _office_printer(one, alone=alone),
            model=one.model,
            description=one.description,
            readiness=one.state.readiness.value,
            reasons=one.state.reasons,
            is_default=one.is_default,
        )
        for one in queues
    ]


def _cups() -> list[Reported]:
    from inpost_desk.printers import cups

    return [
        Reported(
            Reach.CUPS,
            name=one.name,
            model=one.model,
            description=one.description,
            where=one.device,
            state=one.state,
            is_default=one.is_default,
            raw=one.raw,
            dpi=one.dpi,
            paper=media.size(one.default_paper),
            papers=one.papers,
        )
        for one in cups.queues()
    ]


def _windows() -> list[Reported]:
    from inpost_desk.printers import windows

    return [
        Reported(
            Reach.WINDOWS,
            name=one.name,
            model=one.driver,
            description=one.description,
            where=one.port,
            state=one.state,
            is_default=one.is_default,
            # Its spooler takes commands past every driver, so a Zebra gets its own.
            raw=bool(_ZPL.search(one.driver) or _EPL.search(one.driver)),
            dpi=one.dpi,
            paper=one.paper,
        )
        for one in windows.queues()
        if one.port not in _NO_PRINTERS
    ]


def _is_for_labels(one: Reported) -> bool:
    if one.raw or _LABEL_PRINTER.search(one.words):
        return True
    if one.paper is not None and _is_label(one.paper):
        return True
    return bool(one.papers) and not any(media.known(sheet, one.papers) for sheet in (A4, _LETTER))


def _label_printer(one: Reported) -> Profile:
    kind, custom = _label_paper(one)
    profile = replace(_profile(one), dpi=_dpi(one, usual=203), paper=kind, custom=custom)
    if not one.raw:
        return profile
    speaks_epl = _EPL.search(one.words) and "zpl" not in one.words.casefold()
    language = Language.EPL if speaks_epl else Language.ZPL
    return replace(profile, language=language, head=USUAL_HEAD)


def _office_printer(one: Reported, *, alone: bool) -> Profile:
    profile = replace(_profile(one), dpi=_dpi(one, usual=_OFFICE_DPI))
    if alone:
        serves = (*LABELS, Purpose.SLIPS, Purpose.DOCUMENTS)
        return replace(profile, paper=PaperKind.A4_FOUR, serves=serves)
    return replace(profile, paper=PaperKind.A4, serves=(Purpose.DOCUMENTS,))


def _profile(one: Reported) -> Profile:
    """Its id is the same each time, so that a printer is proposed once."""
    language = Language.PIXELS if one.reach is Reach.WINDOWS else Language.PDF
    return Profile(
        id=f"{one.reach.value}:{one.name}",
        name=one.name,
        reach=one.reach,
        address=one.name,
        language=language,
    )


def _dpi(one: Reported, *, usual: int) -> int:
    said = _DPI.search(one.words)
    dpi = one.dpi or (int(said[1]) if said else usual)
    return min(DOTS, key=lambda known: abs(known - dpi))


def _label_paper(one: Reported) -> tuple[PaperKind, Sheet | None]:
    if one.paper is not None:
        kind = next((kind for kind in _LABEL_KINDS if media.same(one.paper, SHEETS[kind])), None)
        if kind is not None:
            return kind, None
        if _is_label(one.paper):
            return PaperKind.CUSTOM, one.paper
    return _first_known(one.papers), None


def _first_known(papers: Sequence[str]) -> PaperKind:
    """A6 where none of ours is known, or nothing is."""
    kinds = (kind for kind in _LABEL_KINDS if media.known(SHEETS[kind], papers))
    return next(kinds, PaperKind.A6)


def _is_label(sheet: Sheet) -> bool:
    return (
        _LEAST.width <= sheet.width <= _MOST.width and _LEAST.height <= sheet.height <= _MOST.height
    )
