"""The command line's arguments, and what is said of those that make no sense.

The help is in English, as argparse writes it; what was typed wrong is said in the program's language.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Final, NoReturn

from inpost_desk.asked import SELFTEST, WINDOW
from inpost_desk.cli import VERSION
from inpost_desk.cli.arguments_after import add_after_commands
from inpost_desk.cli.arguments_data import add_data_commands
from inpost_desk.cli.arguments_doctor import add_doctor
from inpost_desk.cli.arguments_export import add_export_commands
from inpost_desk.cli.arguments_kinds import number
from inpost_desk.cli.arguments_pickup import add_pickup_commands
from inpost_desk.cli.arguments_printers import add_printers
from inpost_desk.cli.arguments_shipments import add_choosing, add_shipment_commands
from inpost_desk.domain.service import SENDING_METHODS
from inpost_desk.settings import Environment
from inpost_desk.wording import speech
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

LANGUAGE: Final = "--language"
# As in `actions.printing`, which takes long to load.
REASONS: Final = ("bad_print", "lost", "wrong_order", "other")
# What argparse says, and what the program says instead; anything else stays as it is.
SAYINGS: Final[tuple[tuple[str, str], ...]] = (
    (
        r"the following arguments are required: (?P<name>.+)",
        QT_TRANSLATE_NOOP("cli", "This is missing: {name}."),
    ),
    (
        r"unrecognized arguments: (?P<name>.+)",
        QT_TRANSLATE_NOOP("cli", "The program does not know this: {name}."),
    ),
    (
        r"argument (?P<name>.+?): invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)",
        QT_TRANSLATE_NOOP("cli", "{name}: {value} is not possible. Possible are: {choices}."),
    ),
    (
        r"argument (?P<name>.+?): expected (?:one argument|at least one argument)",
        QT_TRANSLATE_NOOP("cli", "{name}: a value is missing behind it."),
    ),
    (
        r"argument (?P<name>.+?): invalid day value: (?P<value>.+)",
        QT_TRANSLATE_NOOP(
            "cli", "{name}: {value} is no day here. Write it as YYYY-MM-DD, such as 2026-11-30."
        ),
    ),
    (
        r"argument (?P<name>.+?): invalid \S+ value: (?P<value>.+)",
        QT_TRANSLATE_NOOP("cli", "{name}: {value} cannot be used here."),
    ),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<value>.+)",
        QT_TRANSLATE_NOOP("cli", "{name} and {value} cannot go together."),
    ),
)


class SpeakingParser(argparse.ArgumentParser):
    """Says in the program's language what it does not understand."""

    def error(self, message: str) -> NoReturn:
        """End the process with 2."""
        more = translate("cli", "All options: {command}").format(command=f"{self.prog} --help")
        self.exit(2, f"{self.format_usage()}{said(message)}\n{more}\n")


def said(message: str) -> str:
    """A message of argparse's in the program's language, as it is where it is not known."""
    for pattern, words in SAYINGS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return translate("cli", words).format(**found.groupdict())
    return message


def language_asked(given: Sequence[str]) -> str:
    """What `--language` says, "" without it: known before anything else is judged."""
    for at, one in enumerate(given):
        name, sign, value = one.partition("=")
        if name == LANGUAGE:
            return value if sign else next(iter(given[at + 1 :]), "")
    return ""


def _common() -> SpeakingParser:
    common = SpeakingParser(add_help=False)
    group = common.add_argument_group("common options")
    group.add_argument("--data-dir", metavar="DIR", help="where settings and ledgers are kept")
    group.add_argument("--environment", choices=[str(one) for one in Environment])
    group.add_argument("--api-url", metavar="URL", help="https, or http to this machine")
    group.add_argument("--organization", type=number, metavar="ID")
    group.add_argument("--language", choices=speech.LANGUAGES)
    group.add_argument("--json", action="store_true", help="print JSON on standard output")
    group.add_argument("--verbose", action="store_true", help="log more (never secrets)")
    group.add_argument("--pace", type=_positive, metavar="N", help="requests a second at most")
    group.add_argument(
        "--horizon",
        type=_positive,
        metavar="S",
        help="seconds after which InPost surely no longer acts on a lost call (for tests)",
    )
    return common


def parser() -> argparse.ArgumentParser:
    """The whole command line; what it does not understand ends the process with 2 and a sentence."""
    common = _common()
    whole = SpeakingParser(prog="inpost-desk", description="InPost labels at the packing table.")
    whole.add_argument("--version", action="version", version=f"InPost Desk {VERSION}")
    # Heard before anything else is read (`main`); here for who asks for help.
    whole.add_argument(SELFTEST, action="store_true", help="try out whether this program works")
    commands = whole.add_subparsers(dest="command", required=True)
    shown = commands.add_parser(
        WINDOW, parents=[common], help="the window (also without any command, on a screen)"
    )
    shown.add_argument("file", nargs="?", metavar="FILE", help="an order file to import there")
    _add_ship(commands.add_parser("ship", parents=[common], help="buy the orders of a file"))
    shown = commands.add_parser("status", parents=[common], help="how orders and runs stand")
    shown.add_argument("references", nargs="*", metavar="REFERENCE")
    shown.add_argument("--run", type=number, metavar="N", help="a run with its ShipX batches")
    shown.add_argument("--runs", action="store_true", help="list the runs")
    shown.add_argument("--output", metavar="F.pdf", help="put the stored labels of these rows here")
    settled = commands.add_parser("settle", parents=[common], help="find out what is unsure")
    settled.add_argument("reference", nargs="?", metavar="REFERENCE")
    decided = settled.add_mutually_exclusive_group()
    decided.add_argument("--adopt", type=number, metavar="SHIPMENT_ID", help="this one is it")
    decided.add_argument("--absent", action="store_true", help="InPost does not have it")
    add_shipment_commands(commands, common)
    add_pickup_commands(commands, common)
    add_after_commands(commands, common)
    add_export_commands(commands, common)
    add_data_commands(commands, common)
    _add_print(commands.add_parser("print", parents=[common], help="labels on your printers"))
    _add_account(commands.add_parser("account", help="tokens in the system's keyring"), common)
    add_printers(commands, common)
    add_doctor(commands.add_parser("doctor", parents=[common], help="what works on this machine"))
    shown = commands.add_parser(
        "demo", parents=[common], help="24 sample orders, no account needed"
    )
    shown.add_argument("--output-dir", default="demo-output", metavar="DIR")
    commands.add_parser("simulator", help="a ShipX that runs here (see simulator --help)")
    return whole


def _add_ship(parser: SpeakingParser) -> None:
    parser.add_argument("file", metavar="FILE", help="CSV, XLSX or ODS in Manager Paczek's layout")
    parser.add_argument("--output", metavar="F.pdf", help="the labels, in pile order")
    parser.add_argument("--result", metavar="F.csv", help="one line for each row of the file")
    parser.add_argument("--dry-run", action="store_true", help="check only, buy nothing")
    parser.add_argument("--duplicates", choices=["ask", "skip", "again"], default="ask")
    parser.add_argument("--repeated", choices=["lines", "parcels"])
    parser.add_argument(
        "--weekend",
        choices=["wait", "standard"],
        help="Paczka w Weekend while InPost takes none: leave the row for later, or send it without",
    )
    parser.add_argument("--sending-method", choices=SENDING_METHODS)
    add_choosing(parser)
    parser.add_argument("--no-wait", action="store_true", help="do not wait for unsure parcels")
    parser.add_argument("--chunk", type=_chunk, default=100, metavar="N", help=argparse.SUPPRESS)


def _add_print(parser: SpeakingParser) -> None:
    parser.add_argument("references", nargs="*", metavar="REFERENCE")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--run", type=number, metavar="N", help="the labels of a run, else of the last"
    )
    which.add_argument(
        "--after", metavar="NUMBER", help="those behind the last good label, whose number this is"
    )
    which.add_argument("--last", action="store_true", help="the newest label once more")
    parser.add_argument(
        "--reference",
        action="append",
        default=[],
        metavar="REF",
        help="of any shipment, made elsewhere too; fetched where it is not here (repeatable)",
    )
    parser.add_argument(
        "--tracking",
        action="append",
        default=[],
        metavar="NUMBER",
        help="as --reference, by InPost's number (repeatable)",
    )
    parser.add_argument("--reason", choices=REASONS, help="print again what was printed before")
    parser.add_argument(
        "--anyway",
        action="store_true",
        help="print what cannot be read back, but for wrong ones, and what a printer still has",
    )
    parser.add_argument(
        "--pictures", metavar="DIR", help="put what was held back there, as pictures"
    )


def _add_account(parser: SpeakingParser, common: SpeakingParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    for name, words in (
        ("add", "keep a token (read from the terminal or standard input)"),
        ("list", "the accounts known here"),
        ("remove", "forget an account and its token"),
        ("check", "ask InPost which organisation answers"),
    ):
        actions.add_parser(name, parents=[common], help=words)


def _positive(text: str) -> float:
    number = float(text)
    if not 0 < number < 1e6:
        raise ValueError(text)
    return number


def _chunk(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 100:
        raise ValueError(text)
    return number
