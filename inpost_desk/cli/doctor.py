"""`inpost-desk doctor`: what works on this machine."""

from __future__ import annotations

import argparse

from inpost_desk import settings, tokens
from inpost_desk.actions.doctor import Finding, examine
from inpost_desk.cli.session import folder_of, opened
from inpost_desk.cli.show import say, say_json
from inpost_desk.errors import FileTrouble, KeyringTrouble, NoAnswer, NotAllowed, Offline, Trouble
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

NAMES = {
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
    "disk_space": QT_TRANSLATE_NOOP("doctor", "free disk space"),
    "network_share": QT_TRANSLATE_NOOP("doctor", "data folder is on this machine"),
    "printing": QT_TRANSLATE_NOOP("doctor", "printing"),
    "keyring": QT_TRANSLATE_NOOP("doctor", "keyring"),
    "settings": QT_TRANSLATE_NOOP("doctor", "settings"),
    "shipx": QT_TRANSLATE_NOOP("doctor", "InPost"),
}
REMEDIES = {
    "python": QT_TRANSLATE_NOOP("doctor", "install Python 3.11 or newer"),
    "window_system": QT_TRANSLATE_NOOP("doctor", "install the system libraries the README names"),
    "fonts": QT_TRANSLATE_NOOP("doctor", "install a font, for example fonts-dejavu-core"),
    "disk_space": QT_TRANSLATE_NOOP("doctor", "at least 500 MB are needed; free some space"),
    "network_share": QT_TRANSLATE_NOOP("doctor", "choose a local --data-dir"),
    "printing": QT_TRANSLATE_NOOP("doctor", "install CUPS; until then labels are PDF files only"),
    "settings": QT_TRANSLATE_NOOP("doctor", "a damaged file was set aside; the usual ones apply"),
}
REINSTALL = QT_TRANSLATE_NOOP("doctor", "install InPost Desk again")
OK, SOMETHING_MISSING = 0, 1
# A machine without these still ships: tokens may come from the environment, labels may stay files.
OPTIONAL = frozenset({"printing", "keyring", "settings"})


def run(arguments: argparse.Namespace) -> int:
    """Print one line for each finding; InPost is asked only where an organisation is named."""
    folder = folder_of(arguments)
    damaged = settings.damaged_files(folder)
    if arguments.organization:
        with opened(arguments) as session:
            found = examine(folder, keyring=tokens.examined, damaged=damaged, client=session.client)
    else:
        found = examine(folder, keyring=tokens.examined, damaged=damaged)
    if arguments.json:
        say_json([{"name": one.name, "ok": one.ok, "fact": one.fact} for one in found])
    else:
        for one in found:
            say(_line(one))
    bad = [one for one in found if not one.ok and one.name not in OPTIONAL]
    return SOMETHING_MISSING if bad else OK


def _line(finding: Finding) -> str:
    name = translate("doctor", NAMES[finding.name])
    sign = "✓" if finding.ok else "✗"
    said = [one for one in (_fact(finding), "" if finding.ok else _remedy(finding)) if one]
    return f"{sign} {name}: {' – '.join(said)}" if said else f"{sign} {name}"


def _fact(finding: Finding) -> str:
    if finding.name == "disk_space":
        return f"{int(finding.fact) // 1_000_000} MB"
    # Of these a failure's fact is a rule, which the remedy puts into words.
    ruled = finding.name in {"keyring", "data_dir", "shipx"}
    return "" if ruled and not finding.ok else finding.fact


def _remedy(finding: Finding) -> str:
    match finding.name:
        case "keyring":
            return sentences.trouble_words(KeyringTrouble(finding.fact))
        case "data_dir":
            rule, _, place = finding.fact.partition(" ")
            return sentences.trouble_words(FileTrouble(rule, place=place))
        case "shipx":
            return sentences.trouble_words(_shipx_trouble(finding.fact))
        case name:
            return translate("doctor", REMEDIES.get(name, REINSTALL))


def _shipx_trouble(fact: str) -> Trouble:
    """A finding names the kind of the trouble, or the rule why the token was refused."""
    kinds: dict[str, Trouble] = {"Offline": Offline(), "NoAnswer": NoAnswer()}
    return kinds.get(fact) or NotAllowed(status=401, rule=fact)
