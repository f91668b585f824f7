"""What the doctor found, in words: the name of each thing, how it stands, and what to do.

Used by the command line and by the window. The facts come from `actions.doctor` and `actions.reach`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inpost_desk.errors import FileTrouble, KeyringTrouble, LedgerTrouble
from inpost_desk.wording import sentences
from inpost_desk.wording.doctor_remedies import NOTES, REMEDIES
from inpost_desk.wording.printer_reasons import reasons_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from inpost_desk.actions.doctor import Finding

NAMES: Final = {
    "python": QT_TRANSLATE_NOOP("doctor", "Python"),
    "ledger": QT_TRANSLATE_NOOP("doctor", "database"),
    "http": QT_TRANSLATE_NOOP("doctor", "HTTP"),
    "spreadsheets": QT_TRANSLATE_NOOP("doctor", "spreadsheets"),
    "pdf": QT_TRANSLATE_NOOP("doctor", "PDF"),
    "bar_codes": QT_TRANSLATE_NOOP("doctor", "bar codes"),
    "simulator": QT_TRANSLATE_NOOP("doctor", "simulator"),
    "window_system": QT_TRANSLATE_NOOP("doctor", "window system (Qt)"),
    "fonts": QT_TRANSLATE_NOOP("doctor", "fonts"),
    "data_dir": QT_TRANSLATE_NOOP("doctor", "data folder"),
    "data_private": QT_TRANSLATE_NOOP("doctor", "data folder is closed to others"),
    "disk_space": QT_TRANSLATE_NOOP("doctor", "free disk space"),
    "network_share": QT_TRANSLATE_NOOP("doctor", "data folder is on this machine"),
    "account_ledger": QT_TRANSLATE_NOOP("doctor", "ledger"),
    "printing": QT_TRANSLATE_NOOP("doctor", "printing"),
    "printer": QT_TRANSLATE_NOOP("doctor", "printer"),
    "keyring": QT_TRANSLATE_NOOP("doctor", "keyring"),
    "settings": QT_TRANSLATE_NOOP("doctor", "settings"),
    "network": QT_TRANSLATE_NOOP("doctor", "network"),
    "proxy": QT_TRANSLATE_NOOP("doctor", "proxy"),
    "tls": QT_TRANSLATE_NOOP("doctor", "encryption"),
    "clock": QT_TRANSLATE_NOOP("doctor", "clock"),
    "inpost": QT_TRANSLATE_NOOP("doctor", "InPost"),
    "token": QT_TRANSLATE_NOOP("doctor", "token"),
    "environment": QT_TRANSLATE_NOOP("doctor", "environment"),
    "organization": QT_TRANSLATE_NOOP("doctor", "organisation"),
}
REINSTALL: Final = QT_TRANSLATE_NOOP("doctor", "install InPost Desk again")
# Their fact is a cause that the remedy puts into words, or an address that says nothing more.
_WITHOUT_FACT: Final = frozenset({"account_ledger", "inpost", "printer", "organization"})
_FOLDER_RULES: Final = frozenset({"missing", "not_a_folder", "read_only", "disk_full"})
# The finding's fact is the day then.
_SHUT: Final = frozenset({"restored", "moved"})
_SECONDS: Final = 120


def name_words(finding: Finding) -> str:
    """What was looked at, and which one where there are several."""
    name = translate("doctor", NAMES[finding.name])
    return f"{name} ({finding.about})" if finding.about else name


def fact_words(finding: Finding) -> str:
    """The fact as a person reads it, "" where the name or the remedy says everything."""
    match finding.name:
        case "disk_space":
            return f"{int(finding.fact) // 1_000_000} MB"
        case "clock":
            return _clock_words(int(finding.fact))
        case "tls" if finding.fact:
            words = QT_TRANSLATE_NOOP("doctor", "certificate issued by {name}")
            return translate("doctor", words).format(name=finding.fact)
        case name if name in _WITHOUT_FACT or (name == "data_dir" and not finding.ok):
            return ""
        case _:
            return finding.fact


def remedy_words(finding: Finding) -> str:
    """What to do where something is wrong; a note where all is well but worth knowing; else ""."""
    if finding.ok:
        note = NOTES.get(f"{finding.name}.{finding.rule}", "")
        return translate("doctor", note) if note else ""
    match finding.name:
        case "keyring":
            return sentences.trouble_words(KeyringTrouble(finding.rule))
        case "data_dir":
            return sentences.trouble_words(FileTrouble(finding.rule, place=finding.fact))
        case "account_ledger" if finding.rule not in _SHUT:
            return sentences.trouble_words(LedgerTrouble(finding.rule, place=finding.fact))
        case "printer":
            return _printer_words(finding)
    text = REMEDIES.get(f"{finding.name}.{finding.rule}") or REMEDIES.get(finding.name, REINSTALL)
    return translate("doctor", text).format(detail=finding.fact, about=finding.about)


def _printer_words(finding: Finding) -> str:
    """A folder is no printer: what is wrong with it is said as of any other folder."""
    if finding.rule in _FOLDER_RULES:
        return sentences.trouble_words(FileTrouble(finding.rule, place=finding.fact))
    text = REMEDIES.get(f"printer.{finding.rule}", REMEDIES["printer"])
    why = reasons_words(finding.fact.split(", "))
    words = translate("doctor", text)
    return f"{why}; {words}" if why else words


def _clock_words(ahead: int) -> str:
    """By how much this computer's clock is fast or slow; a wrong date is told in days."""
    if abs(ahead) < 2:
        return translate("doctor", QT_TRANSLATE_NOOP("doctor", "right"))
    words = (
        QT_TRANSLATE_NOOP("doctor", "{time} fast")
        if ahead > 0
        else QT_TRANSLATE_NOOP("doctor", "{time} slow")
    )
    return translate("doctor", words).format(time=_time(abs(ahead)))


def _time(seconds: int) -> str:
    if seconds <= _SECONDS:
        return f"{seconds} s"
    if seconds < 2 * 3600:
        return f"{seconds // 60} min"
    if seconds < 2 * 86_400:
        return f"{seconds // 3600} h"
    return translate("doctor", QT_TRANSLATE_NOOP("doctor", "{count} days")).format(
        count=seconds // 86_400
    )
