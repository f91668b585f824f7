"""`inpost-desk doctor`: what works on this machine."""

from __future__ import annotations

import argparse

from inpost_desk import settings, tokens
from inpost_desk.actions.doctor import Finding, examine
from inpost_desk.cli.session import folder_of, opened
from inpost_desk.cli.show import say, say_json
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
    return f"{sign} {name}: {finding.fact}" if finding.fact else f"{sign} {name}"
